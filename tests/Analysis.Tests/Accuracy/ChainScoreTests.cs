using Analysis.Benchmarks.Accuracy;

namespace Analysis.Tests.Accuracy;

/// <summary>The measures of chains on partitions small enough to be worked out by hand.</summary>
public class ChainScoreTests
{
    [Fact]
    public void Same_PartitionIsPerfect_WhateverItsNumbers()
    {
        var score = ChainScore.Of([0, 0, 1, 2, 2, 2], [7, 7, 3, 5, 5, 5]);
        Assert.Equal((100, 100, 100, 100), (score.Muc, score.BCubed, score.CeafE, score.Conll));
    }

    [Fact]
    public void Chains_CutAndMixed()
    {
        // {1 2 3} {4 5 6 7} were marked, {1 2} {3 4 5} {6 7} found.
        var score = ChainScore.Of([0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 1, 2, 2]);
        // Links kept: 1 of 2 and 2 of 3; right: 1 of 1, 1 of 2, 1 of 1.
        Assert.Equal(F1(3 / 5.0, 3 / 4.0), score.Muc, 9);
        // Recall of mentions: 2/3 2/3 1/3 2/4 2/4 2/4 2/4; precision: 1 1 1/3 2/3 2/3 1 1.
        Assert.Equal(F1(11 / 21.0, 17 / 21.0), score.BCubed, 9);
        // {1 2 3} with {1 2} is 4/5, {4 5 6 7} with {6 7} is 4/6.
        double similarity = 4 / 5.0 + 4 / 6.0;
        Assert.Equal(F1(similarity / 2, similarity / 3), score.CeafE, 9);
        Assert.Equal((score.Muc + score.BCubed + score.CeafE) / 3, score.Conll, 9);
    }

    [Fact]
    public void Alignment_IsTheBestOfAll_NotTheBestFirst()
    {
        // {1 2 3 4} {5 6} were marked, {1 2 3 5 6} {4} found: the likest pair, 6/9, leaves nothing to the others; crosswise they are 2/5 and 4/7.
        var score = ChainScore.Of([0, 0, 0, 0, 1, 1], [0, 0, 0, 1, 0, 0]);
        Assert.Equal(100 * (2 / 5.0 + 4 / 7.0) / 2, score.CeafE, 9);
    }

    [Fact]
    public void Mentions_ThatAreAlone_CountForNoLinks()
    {
        var score = ChainScore.Of([0, 1, 2], [0, 1, 2]);
        Assert.Equal((0, 100, 100), (score.Muc, score.BCubed, score.CeafE));
    }

    private static double F1(double recall, double precision) => 200 * recall * precision / (recall + precision);
}
