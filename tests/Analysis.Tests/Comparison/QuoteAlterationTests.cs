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
    [InlineData("“We don't know who will rebuild it,” said Ann Lee.", "“We do not know who will rebuild it,” said Ann Lee.")]
    [InlineData("“We can't rebuild the bridge now,” said Ann Lee.", "“We cannot rebuild the bridge now,” said Ann Lee.")]
    [InlineData("“We’re gonna rebuild the bridge,” said Ann Lee.", "“We are going to rebuild the bridge,” said Ann Lee.")]
    [InlineData("“It's a matter of twenty-five years,” said Ann Lee.", "“It is a matter of 25 years,” said Ann Lee.")]
    [InlineData("“The labour market is realising its worth,” said Ann Lee.", "“The labor market is realizing its worth,” said Ann Lee.")]
    [InlineData("“Then the bridge fell & sank,” said Ann Lee.", "“Then, the bridge fell and sank,” said Ann Lee.")]
    [InlineData("“We will rebuild the bridge now,” said Ann Lee.", "“[W]e will rebuild the bridge now,” said Ann Lee.")]
    public void SpokenAlike_IsTypography(string left, string right) => Check(left, right, Alteration.Typography, Alteration.Typography);

    [Theory]
    // Only the speaker's name stands between.
    [InlineData("“We will rebuild the old bridge,” said Ann Lee. “The storms took its stones,” she said.", "“We will rebuild the old bridge. The storms took its stones,” said Ann Lee.", Alteration.Typography)]
    // Said at two times.
    [InlineData(
        "“We will rebuild the old bridge,” said Ann Lee on Monday. The mayor then went to the harbour. “The storms took its stones,” she said there.",
        "“We will rebuild the old bridge. The storms took its stones,” said Ann Lee.", Alteration.Merged)]
    public void QuotationsMadeOne_AreMerged(string left, string right, Alteration alteration) => Check(left, right, alteration, alteration);

    [Theory]
    [InlineData("“We will rebuild the old bridge before the winter,” said Ann Lee.", "“No, we will rebuild the old bridge before the winter,” said Ann Lee.", Alteration.Extended, Alteration.Truncated)]
    [InlineData("“We will not stand by and watch the old bridge fall,” said Ann Lee.", "“We will not, we will not stand by and watch the old bridge fall,” said Ann Lee.", Alteration.Extended, Alteration.Truncated)]
    [InlineData("“The old bridge will be rebuilt before winter,” said Ann Lee.", "“The old bridge will be rebuilt before winter. I am not sure of the rest,” said Ann Lee.", Alteration.Extended, Alteration.Truncated)]
    public void Negation_OfOtherWords_IsNone(string left, string right, Alteration alteration, Alteration mirrored) => Check(left, right, alteration, mirrored);

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

    [Fact]
    public void PiecesOfARunningQuotation_AreOneAlignment()
    {
        const string Left = "“We will,” said Ann Lee, “rebuild the old bridge.”", Right = "“We may rebuild the old bridge,” said Ann Lee.";
        var found = Assert.Single(Engine.Compare(Left, Right).Quotes);
        Assert.Equal(["We will", "rebuild the old bridge."], found.Left.Select(span => Left[span.Start..span.End]));
        Assert.Equal(["We may rebuild the old bridge"], found.Right.Select(span => Right[span.Start..span.End]));
        var change = Assert.Single(found.Changes);
        Assert.Equal(("will", "may"), (Left[change.Left[0].Start..change.Left[0].End], Right[change.Right[0].Start..change.Right[0].End]));
    }

    [Fact]
    public void Amount_IsOneStretchOfAChange()
    {
        const string Left = "“It will cost $5 million to rebuild the bridge,” said Ann Lee.", Right = "“It will cost $6 million to rebuild the bridge,” said Ann Lee.";
        var change = Assert.Single(Assert.Single(Engine.Compare(Left, Right).Quotes).Changes);
        Assert.Equal(("$5 million", "$6 million"), (Left[change.Left[0].Start..change.Left[0].End], Right[change.Right[0].Start..change.Right[0].End]));
    }

    private static void Check(string left, string right, Alteration alteration, Alteration mirrored)
    {
        Assert.Equal(alteration, Assert.Single(Engine.Compare(left, right).Quotes).Alteration);
        Assert.Equal(mirrored, Assert.Single(Engine.Compare(right, left).Quotes).Alteration);
    }
}
