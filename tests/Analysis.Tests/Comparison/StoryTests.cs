using Analysis.Comparison;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>What is said of several articles that tell one story: what they have from one origin, and what one of them leaves out.</summary>
public sealed class StoryTests
{
    private const string Lead = "The ferry Grey Tern ran aground outside Port Hallen on Tuesday. It carried 214 passengers to Lunsay. The coastguard closed the harbour of Port Hallen at noon.";

    private const string Warning = " Inspectors had warned the owner about the rudder in January.";

    [Fact]
    public void WhatTwoOthersSay_IsLeftOut()
    {
        var story = Engine.Compare(
            Article("Ferry runs aground", Lead + Warning + " Fog hung over the bay."), Article("Grey Tern hits a sandbank", Lead + " Tugs came from Kesslin." + Warning), Article("Ferry stuck", Lead + " Buses waited on the quay."));
        var omission = Assert.Single(story.Omissions);
        Assert.Equal(2, omission.Article);
        var cluster = story.Clusters[Assert.Single(omission.Clusters)];
        Assert.Equal(2, cluster.Reports);
        Assert.Contains("Inspectors had warned", story.Articles[0].Tree.Text.ToString(story.Articles[0].Claims[cluster.Claims[0].Claim].Span), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatOneOriginSays_IsNotLeftOut()
    {
        string copy = Article("Ferry runs aground", Lead + Warning + " Fog hung over the bay.");
        var story = Engine.Compare(copy, copy, Article("Ferry stuck", Lead + " Buses waited on the quay. Tugs came from Kesslin."));
        Assert.Empty(story.Omissions);
        Assert.All(story.Clusters.Where(cluster => cluster.Stances[2] is Stance.Silent), cluster => Assert.Equal(1, cluster.Reports));
        Assert.Equal([0, 1], Assert.Single(story.Origins).Articles.AsEnumerable());
    }

    [Fact]
    public void WhatAnotherStorySays_IsNotLeftOut()
    {
        const string Owner = " Hallen Line was founded in 1890 by Tom Berg.";
        var story = Engine.Compare(
            Article("Ferry runs aground", Lead + Owner + " Fog hung over the bay."),
            $"Hallen Line sells its offices\n\nJanuary 2, 2024\n\nHallen Line sold its offices in Kesslin to a bank in January.{Owner} The staff moves to Marlow in the summer.",
            Article("Ferry stuck", Lead + " Buses waited on the quay."));
        Assert.DoesNotContain(story.Omissions, omission => omission.Article == 2);
    }

    [Fact]
    public void NameOfAnEvent_IsNotOneArticlesAlone()
    {
        var pair = Engine.Compare(
            Article("Ferry runs aground", Lead + " The arrest of the captain angered the crew."), Article("Ferry stuck", Lead + " Buses waited on the quay."));
        Assert.DoesNotContain(pair.OnlyIn[0], claim => pair.Articles[0].Claims[claim].Predicate.Tense is Analysis.Semantics.Claims.Tense.None);
    }

    [Fact]
    public void TextOfAnAgency_WithAndWithoutItsName_IsOneOrigin()
    {
        const string Body = Lead + Warning + " Fog hung over the bay. Tugs came from Kesslin. Nobody could say why the ship had left the channel.";
        var story = Engine.Compare(Article("Ferry runs aground", Body + "\n\nThe Associated Press contributed to this report."), Article("Grey Tern hits a sandbank", Lead + Warning + " Fog hung over the bay. Tugs came from Kesslin."));
        var origin = Assert.Single(story.Origins);
        Assert.Equal(OriginKind.WireCopy, origin.Kind);
        Assert.Equal("Associated Press", origin.Agency);
    }

    [Theory]
    [InlineData("The harbour of Port Hallen, which the coastguard closed in the fog, opened again at dusk.", true)]
    [InlineData("The coastguard praised the crew.", false)]
    public void WhatASentenceMaySay_IsNotCalledMissing(string other, bool covered)
    {
        var pair = Engine.Compare(
            Article("Ferry runs aground", "The ferry Grey Tern ran aground outside Port Hallen on Tuesday. The coastguard closed the harbour of Port Hallen."),
            Article("Ferry stuck", "The ferry Grey Tern ran aground outside Port Hallen on Tuesday. " + other));
        var missing = pair.OnlyIn[0].Select(claim => pair.Articles[0].Tree.Text.ToString(pair.Articles[0].Claims[claim].Span));
        Assert.Equal(!covered, missing.Any(words => words.Contains("closed the harbour", StringComparison.Ordinal)));
    }

    private static string Article(string title, string body) => $"{title}\n\nMarch 12, 2024\n\n{body}";
}
