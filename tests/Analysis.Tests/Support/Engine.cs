using System.Collections.Concurrent;
using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Tests.Support;

/// <summary>The ways from a text to what the engine makes of it; the only callers of its entry points in these tests.</summary>
internal static class Engine
{
    public static SyntaxTree Parse(string text, CancellationToken cancellation = default) => SyntaxTree.Parse(SourceText.From(text), cancellation);

    public static SemanticModel Read(string text, string uri = "", string published = "", CancellationToken cancellation = default) =>
        SemanticModel.Build(Parse(text, cancellation), TrainedParser.Default, new ArticleContext(uri, published), cancellation);

    public static StoryComparison Compare(params SemanticModel[] articles) => ArticleComparison.Compare([.. articles]);

    public static StoryComparison Compare(params string[] articles) => Compare([.. articles.Select(text => Read(text))]);
}

/// <summary>The sample articles of the repository.</summary>
internal static class Samples
{
    private static readonly ConcurrentDictionary<string, Lazy<SemanticModel>> Models = new(StringComparer.Ordinal);

    /// <summary>Names of the pairs.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "clients", "samples");

    /// <summary>A file of a pair: <c>left.txt</c>, <c>right.txt</c>, <c>expected.json</c>.</summary>
    public static string Text(string pair, string file) => File.ReadAllText(Path.Combine(Folder, pair, file));

    /// <summary>The model of an article: <c>left</c> or <c>right</c>. Each is read once.</summary>
    public static SemanticModel Model(string pair, string side) =>
        Models.GetOrAdd($"{pair}/{side}", _ => new Lazy<SemanticModel>(() => Engine.Read(Text(pair, $"{side}.txt")))).Value;

    /// <summary>Where a piece of a text stands that is found there once.</summary>
    public static TextSpan Find(string text, string piece)
    {
        int start = text.IndexOf(piece, StringComparison.Ordinal);
        if (start < 0 || text.IndexOf(piece, start + 1, StringComparison.Ordinal) >= 0) throw new ArgumentException($"\"{piece}\" is not there exactly once.");
        return new TextSpan(start, start + piece.Length);
    }

    public static StoryComparison Comparison(string pair) => Engine.Compare(Model(pair, "left"), Model(pair, "right"));
}
