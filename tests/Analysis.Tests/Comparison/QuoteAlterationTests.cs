using Analysis.Comparison;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>What became of one speaker's words; each pair is also compared the other way round.</summary>
public class QuoteAlterationTests
{
    private const string Words = "We will rebuild the old bridge before the winter storms arrive";

    [Theory]
    [InlineData("We will rebuild the old bridge before the winter storms arrive", Alteration.Identical)]
    [InlineData("We Will rebuild the old bridge before the winter storms arrive", Alteration.CaseOrSpace)]
    [InlineData("We will rebuild the old bridge  before the winter storms arrive", Alteration.CaseOrSpace)]
    [InlineData("We will rebuild the old bridge before the [coming] winter storms arrive", Alteration.Insertion)]
    [InlineData("We will rebuild the old bridge before the ... storms arrive", Alteration.Ellipsis)]
    [InlineData("We will rebuild the old bridge … before the winter storms arrive", Alteration.Ellipsis)]
    [InlineData("We will repair the old bridge before the winter storms arrive", Alteration.WordSubstituted)]
    [InlineData("We will rebuild the bridge before the winter storms arrive", Alteration.WordDropped, Alteration.WordAdded)]
    [InlineData("We will rebuild the old stone bridge before the winter storms arrive", Alteration.WordAdded, Alteration.WordDropped)]
    [InlineData("We will not rebuild the old bridge before the winter storms arrive", Alteration.NegationAdded, Alteration.NegationLost)]
    [InlineData("We won't rebuild the old bridge before the winter storms arrive", Alteration.NegationAdded, Alteration.NegationLost)]
    [InlineData("We will rebuild the old bridge", Alteration.Truncated, Alteration.Extended)]
    [InlineData("We will rebuild the old bridge before the winter storms arrive on the coast", Alteration.Extended, Alteration.Truncated)]
    [InlineData("We will rebuild the great bridge well before all winter storms return", Alteration.Paraphrase)]
    public void Change_HasItsName(string right, Alteration alteration, Alteration? mirrored = null) => Check($"“{Words},” said Ann Lee.", $"“{right},” said Ann Lee.", alteration, mirrored ?? alteration);

    [Theory]
    [InlineData("“We don’t know – not yet,” said Ann Lee.", "\"We don't know - not yet,\" said Ann Lee.", Alteration.Typography)]
    [InlineData("“It fell… We saw it,” said Ann Lee.", "“It fell... We saw it,” said Ann Lee.", Alteration.Typography)]
    [InlineData("“We will rebuild the bridge,” said Ann Lee.", "\"We will rebuild the bridge,\" Ann Lee said.", Alteration.Typography)]
    [InlineData("“We will rebuild the bridge,” said Ann Lee.", "Ann Lee said: “We will rebuild the bridge.”", Alteration.Identical)]
    public void Typography_IsNoOtherWords(string left, string right, Alteration alteration) => Check(left, right, alteration, alteration);

    [Theory]
    [InlineData("“We will rebuild the old bridge before the winter comes,” said Mayor Ann Lee.", "“We will rebuild the old bridge before the winter comes,” said Governor Bo Dahl.", Alteration.OtherSpeaker)]
    [InlineData("“We will rebuild the bridge,” said Mayor Ann Lee.", "“We will rebuild the bridge,” said Mrs. Lee.", Alteration.Identical)]
    [InlineData("“We will rebuild the bridge,” said Mayor Ann Lee.", "“We will rebuild the bridge,” said the mayor.", Alteration.Identical)]
    public void Speaker_IsComparedByName(string left, string right, Alteration alteration) => Check(left, right, alteration, alteration);

    [Theory]
    [InlineData("“We will rebuild the bridge,” said Ann Lee.", "“Trams stopped at noon in Ostvale,” said Ann Lee.")]
    [InlineData("“We will rebuild the bridge,” said Ann Lee.", "The bridge will be rebuilt, said Ann Lee.")]
    [InlineData("“We will rebuild the bridge,” said Mayor Ann Lee.", "“We will rebuild the bridge,” said Governor Bo Dahl.")] // Two may say so.
    [InlineData("“No,” said Ann Lee.", "“No,” said Bo Dahl.")] // Too short to be anybody's own.
    public void OtherWords_AreNotAligned(string left, string right) => Assert.Empty(Engine.Compare(left, right).Quotes);

    private static void Check(string left, string right, Alteration alteration, Alteration mirrored)
    {
        Assert.Equal(alteration, Assert.Single(Engine.Compare(left, right).Quotes).Alteration);
        Assert.Equal(mirrored, Assert.Single(Engine.Compare(right, left).Quotes).Alteration);
    }
}
