using System.Collections.Immutable;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>Compares what articles claim.</summary>
public static class ArticleComparison
{
    /// <summary>Compares two or more articles.</summary>
    /// <param name="articles">The articles, two or more.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The comparison. With the articles in another order the same findings, said from the other side.</returns>
    /// <exception cref="ArgumentException">There are fewer than two articles.</exception>
    public static StoryComparison Compare(ImmutableArray<SemanticModel> articles, CancellationToken cancellation = default)
    {
        if (articles.Length < 2) throw new ArgumentException("A comparison needs two articles or more.", nameof(articles));
        cancellation.ThrowIfCancellationRequested();
        return new StoryComparison(articles, [], [], [.. articles.Select(_ => ImmutableArray<int>.Empty)], [], [], []);
    }
}
