using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>Events are given by their words, each of which stands once in its article; chains are shown as the words that they join.</summary>
public class EventChainsTests
{
    private const string Ferry = "The ferry Marlow ran aground off Tessel on Sunday. Lifeboats rescued 214 passengers of the Marlow.";

    [Fact]
    public void SameWord_InOneStory_IsOneEvent() => Assert.Equal(
        "rescued rescued", Chains((Ferry, ["rescued"]), ("Passengers of the ferry Marlow were rescued off Tessel on Sunday after the ferry ran aground.", ["rescued"])));

    [Fact]
    public void NounOfAVerb_NamesItsEvent() => Assert.Equal(
        "rescued rescue", Chains((Ferry, ["rescued"]), ("The rescue of the passengers of the ferry Marlow off Tessel took all of Sunday.", ["rescue"])));

    [Fact]
    public void OtherWord_IsAnotherEvent() => Assert.Equal(
        "ran; rescued", Chains((Ferry, ["ran", "rescued"])));

    [Fact]
    public void SameWord_InAnotherStory_IsAnotherEvent() => Assert.Equal(
        "rescued; rescued", Chains((Ferry, ["rescued"]), ("A bank in Brandon was rescued by its shareholders, the finance ministry announced.", ["rescued"])));

    [Fact]
    public void SameWord_OfOtherPersons_IsAnotherEvent() => Assert.Equal(
        "resigned; resigned",
        Chains(
            ("Ida Falk resigned over the tram line to the harbour of Brandon.", ["resigned"]),
            ("Otto Brandt resigned over the tram line to the harbour of Brandon.", ["resigned"])));

    [Fact]
    public void SameWord_OnAnotherDay_IsAnotherEvent() => Assert.Equal(
        "flooded; flooded",
        Chains(
            ("The river Orm flooded the harbour of Brandon on 5 March 2024.", ["flooded"]),
            ("The river Orm flooded the harbour of Brandon on 9 March 2024.", ["flooded"])));

    [Fact]
    public void OtherWord_OfOneKind_IsOneEvent() => Assert.Equal(
        "sacked dismissal ousted",
        Chains(
            ("The board of Brandon Tram sacked its director Ida Falk over the tram line to the harbour.", ["sacked"]),
            ("The dismissal of Ida Falk, director of Brandon Tram, over the tram line to the harbour surprised its board.", ["dismissal"]),
            ("The board ousted Ida Falk as director of Brandon Tram over the tram line to the harbour.", ["ousted"])));

    [Fact]
    public void VerbWithItsObject_NamesAnEventOfItsKind() => Assert.Equal(
        "opened shooting",
        Chains(
            ("A man opened fire in the market hall of Brandon on Sunday.", ["opened"]),
            ("The shooting in the market hall of Brandon on Sunday lasted two minutes.", ["shooting"])));

    [Fact]
    public void OtherWord_OfWhatIsDenied_IsNotThatEvent() => Assert.Equal(
        "resigned; quit",
        Chains(
            ("Ida Falk resigned over the tram line to the harbour of Brandon.", ["resigned"]),
            ("Ida Falk did not quit over the tram line to the harbour of Brandon.", ["quit"])));

    [Fact]
    public void SameWord_OfNobodyNamed_DoesNotJoinWhatHappenedToTwo() => Assert.Equal(
        "resigned resigned; resigned",
        Chains(
            ("Ida Falk resigned over the tram line to the harbour of Brandon.", ["resigned"]),
            ("The director resigned over the tram line to the harbour of Brandon.", ["resigned"]),
            ("Otto Brandt resigned after a quarrel over fares of the tram line in Brandon.", ["resigned"])));

    [Theory]
    [InlineData("Ida Falk said on Monday that the tram line to the harbour of Brandon would open late.", "said said")]
    [InlineData("Otto Brandt said on Monday that the tram line to the harbour of Brandon would open late.", "said; said")]
    public void WordThatSaysLittle_NeedsTheSameParties(string other, string chains) =>
        Assert.Equal(chains, Chains(("Ida Falk said on Monday that the tram line to the harbour of Brandon would be late.", ["said"]), (other, ["said"])));

    [Fact]
    public void Chains_DoNotDependOnTheOrderOfTheArticles()
    {
        (string, string[])[] articles = [(Ferry, ["rescued"]), ("Passengers of the ferry Marlow were rescued off Tessel on Sunday.", ["rescued"])];
        Assert.Equal(Chains(articles), Chains([.. articles.Reverse()]));
    }

    [Fact]
    public void Find_NamesVerbsAndNounsOfVerbs()
    {
        var model = Engine.Read("The council approved the construction of the theatre.");
        Assert.Equal(["approved", "construction"], EventChains.Find(model, 0).Select(mention => model.Text.Form(mention.Token).ToString()));
    }

    private static string Chains(params (string Text, string[] Words)[] articles)
    {
        ImmutableArray<SemanticModel> models = [.. articles.Select(article => Engine.Read(article.Text))];
        ImmutableArray<EventMention> mentions =
            [.. articles.SelectMany((article, a) => article.Words.Select(word => new EventMention(a, models[a].Text.TokenAt(Samples.Find(article.Text, word).Start))))];
        var chains = EventChains.Of(models, mentions);
        return string.Join("; ", mentions.Index().GroupBy(mention => chains[mention.Index], mention => models[mention.Item.Article].Text.Form(mention.Item.Token).ToString()).Select(chain => string.Join(' ', chain)));
    }
}
