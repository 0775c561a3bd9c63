using Analysis.Training;

namespace Analysis.Tests.Language;

/// <summary>The metrics on cases small enough to be worked out by hand. Clusters are written as letters, with blanks between them.</summary>
public class CoreferenceScoresTests
{
    [Fact]
    public void SameClusters_ArePerfect()
    {
        var scores = Score("abc de f", "de f abc");
        Assert.Equal(100, scores.Mentions.F1);
        Assert.Equal(100, scores.Muc.F1);
        Assert.Equal(100, scores.BCubed.F1);
        Assert.Equal(100, scores.CeafE.F1, 9);
        Assert.Equal(100, scores.ConllF1, 9);
    }

    [Fact]
    public void NothingFound_IsNought()
    {
        var scores = Score("abc", "");
        Assert.Equal(0, scores.Mentions.F1);
        Assert.Equal(0, scores.ConllF1);
    }

    /// <summary>The example of Luo (2005): a key of five, two and five mentions; the response joins the second and the third, or all of them.</summary>
    [Theory]
    [InlineData("abcde fghijkl", 100, 90, 76.19, 100, 100 * (0.5 * 2 * (1 + 10.0 / 12)) / 2, 100 * (1 + 10.0 / 12) / 3)]
    [InlineData("abcdefghijkl", 100, 9 / 11.0 * 100, 37.5, 100, 100 * 10.0 / 17, 100 * 10.0 / 17 / 3)]
    public void LuosExample(string response, double mucRecall, double mucPrecision, double bCubedPrecision, double bCubedRecall, double ceafPrecision, double ceafRecall)
    {
        var scores = Score("abcde fg hijkl", response);
        Assert.Equal(mucRecall, scores.Muc.Recall, 6);
        Assert.Equal(mucPrecision, scores.Muc.Precision, 6);
        Assert.Equal(bCubedPrecision, scores.BCubed.Precision, 2);
        Assert.Equal(bCubedRecall, scores.BCubed.Recall, 6);
        Assert.Equal(ceafPrecision, scores.CeafE.Precision, 6);
        Assert.Equal(ceafRecall, scores.CeafE.Recall, 6);
    }

    /// <summary>Key {a, b, c}, response {a, b}, {c, d}: one link of two, one of two; b-cubed 4/3 + 1/3 of 3, 2 + 1/2 of 4; φ4 is 4/5 and 2/5.</summary>
    [Fact]
    public void SplitCluster_AndAForeignMention()
    {
        var scores = Score("abc", "ab cd");
        Assert.Equal(100 * 3 / 3.0, scores.Mentions.Recall, 6);
        Assert.Equal(100 * 3 / 4.0, scores.Mentions.Precision, 6);
        Assert.Equal(50, scores.Muc.Recall, 6);
        Assert.Equal(50, scores.Muc.Precision, 6);
        Assert.Equal(100 * (4.0 / 3 + 1.0 / 3) / 3, scores.BCubed.Recall, 6);
        Assert.Equal(100 * (2 + 0.5) / 4, scores.BCubed.Precision, 6);
        Assert.Equal(80, scores.CeafE.Recall, 6);
        Assert.Equal(40, scores.CeafE.Precision, 6);
    }

    /// <summary>φ4: abc-abd 4/6, abc-c 2/4, d-abd 2/4. Who takes the best pair first has nothing left for the others; the other two are worth more.</summary>
    [Fact]
    public void CeafE_TakesTheBestPairingOfAll() => Assert.Equal(50, Score("abc d", "abd c").CeafE.F1, 6);

    [Fact]
    public void Documents_AreAddedUp()
    {
        var scores = new CoreferenceScores();
        scores.Add(Clusters("abc"), Clusters("abc"));
        scores.Add(Clusters("ab"), Clusters("a b"));
        Assert.Equal(100 * 2 / 3.0, scores.Muc.Recall, 6);
        Assert.Equal(100, scores.Muc.Precision, 6);
    }

    private static CoreferenceScores Score(string key, string response)
    {
        var scores = new CoreferenceScores();
        scores.Add(Clusters(key), Clusters(response));
        return scores;
    }

    private static IReadOnlyList<int>[] Clusters(string letters) =>
        [.. letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cluster => (IReadOnlyList<int>)[.. cluster.Select(letter => (int)letter)])];
}
