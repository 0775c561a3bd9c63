using System.Collections.Immutable;

namespace Analysis.Comparison;

/// <summary>Finds what an article of a story leaves out although others report it.</summary>
internal static class Omissions
{
    /// <summary>Fewest independent reports: what a single one says the others need not have left out.</summary>
    private const int FewestReports = 2;

    /// <summary>For each article the clusters that it is silent on and that enough others report, by article.</summary>
    /// <param name="articles">Number of articles.</param>
    /// <param name="clusters">The clusters of the story.</param>
    /// <param name="alignments">All alignments, the merely related among them: who says something related leaves nothing out.</param>
    /// <param name="relatedness">How the articles stand to each other: nobody leaves out what belongs to another story.</param>
    /// <param name="originOf">For each article one of its origin: copies are one report.</param>
    /// <param name="maySay">Whether a sentence of an article may say a claim of another.</param>
    public static ImmutableArray<Omission> Find(
        int articles, ImmutableArray<Cluster> clusters, ImmutableArray<Alignment> alignments, IEnumerable<Relatedness> relatedness, int[] originOf,
        Func<(int Article, int Claim), int, bool> maySay)
    {
        var touched = new HashSet<(int Article, int Claim, int Other)>();
        foreach (var alignment in alignments)
        {
            foreach (int claim in alignment.Left.Claims) touched.Add((alignment.Left.Article, claim, alignment.Right.Article));
            foreach (int claim in alignment.Right.Claims) touched.Add((alignment.Right.Article, claim, alignment.Left.Article));
        }
        var ofOneStory = relatedness.Where(pair => pair.Verdict is not (Verdict.Unrelated or Verdict.SameTopic)).Select(pair => (pair.Left, pair.Right)).ToHashSet();
        return
        [
            .. Enumerable.Range(0, articles)
                .Select(article => new Omission(article, [.. Enumerable.Range(0, clusters.Length).Where(cluster => LeavesOut(article, clusters[cluster]))]))
                .Where(omission => !omission.Clusters.IsEmpty),
        ];

        bool LeavesOut(int article, Cluster cluster) =>
            cluster.Reports >= FewestReports && cluster.Stances[article] is Stance.Silent
            && cluster.Claims.Select(claim => claim.Article).Where(other => cluster.Stances[other] is Stance.Says && AreOfOneStory(article, other)).DistinctBy(other => originOf[other]).Count() >= FewestReports
            && !cluster.Claims.Any(claim => touched.Contains((claim.Article, claim.Claim, article)) || maySay(claim, article));

        bool AreOfOneStory(int one, int other) => ofOneStory.Contains((Math.Min(one, other), Math.Max(one, other)));
    }
}
