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
