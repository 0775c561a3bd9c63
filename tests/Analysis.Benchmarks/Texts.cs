using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks;

/// <summary>What the benchmarks read: pairs of reports of 5 KB each, taken in turn so that no run learns one text by heart.</summary>
internal static class Texts
{
    public const int Kilobyte = 1024;

    private const int Count = 16;

    public static ImmutableArray<(string Left, string Right)> Pairs { get; } = [.. Enumerable.Range(1, Count).Select(seed => new ArticleWriter((ulong)seed).Pair(5 * Kilobyte))];

    public static ImmutableArray<(SemanticModel Left, SemanticModel Right)> Models { get; } = [.. Pairs.Select(pair => (Read(pair.Left), Read(pair.Right)))];

    /// <summary>Mean number of tokens of an article.</summary>
    public static double TokensPerArticle { get; } = Models.Average(pair => (pair.Left.Tree.Tokens.Length + pair.Right.Tree.Tokens.Length) / 2.0);

    public static SemanticModel Read(string text) => SemanticModel.Build(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default);

    /// <summary>The item at <paramref name="turn"/>, which moves on to the next.</summary>
    public static T Next<T>(this ImmutableArray<T> items, ref int turn)
    {
        turn = (turn + 1) % items.Length;
        return items[turn];
    }
}
