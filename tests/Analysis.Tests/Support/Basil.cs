using System.Collections.Immutable;
using System.Text.Json;
using Analysis.Semantics;

namespace Analysis.Tests.Support;

/// <summary>Real articles: events that three outlets reported each. Read where the data is; nothing of it is part of the repository.</summary>
internal static class Basil
{
    /// <summary>Name of the data folder.</summary>
    public const string Data = "basil";

    /// <summary>Whether ANALYSIS_FULL_LAWS=1 asks for every case and not only for every so many.</summary>
    public static bool Full { get; } = Environment.GetEnvironmentVariable("ANALYSIS_FULL_LAWS") == "1";

    private static readonly Lazy<ImmutableArray<BasilArticle>> Loaded = new(Load);

    /// <summary>All articles, by event and then by outlet.</summary>
    public static ImmutableArray<BasilArticle> Articles => Loaded.Value;

    /// <summary>The articles of each event.</summary>
    public static ImmutableArray<ImmutableArray<BasilArticle>> Events { get; } = [.. Articles.GroupBy(article => article.Event).Select(group => group.ToImmutableArray())];

    /// <summary>Every pair of articles on one event.</summary>
    public static ImmutableArray<(BasilArticle Left, BasilArticle Right)> Pairs { get; } =
        [.. Events.SelectMany(articles => articles.SelectMany((left, i) => articles.Skip(i + 1).Select(right => (left, right))))];

    /// <summary>The cases that are looked at: all of them in a full run, else one in <paramref name="stride"/>, the first among them.</summary>
    public static ImmutableArray<T> Sample<T>(ImmutableArray<T> cases, int stride) => Full ? cases : [.. cases.Where((_, i) => i % stride == 0)];

    /// <summary>Looks at cases on all processors.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="violation">What is wrong with a case; null when the law holds.</param>
    /// <returns>What is wrong, in order of the cases.</returns>
    public static ImmutableArray<string> Violations<T>(ImmutableArray<T> cases, Func<T, string?> violation)
    {
        var found = new string?[cases.Length];
        Parallel.For(0, cases.Length, i => found[i] = violation(cases[i]));
        return [.. found.OfType<string>()];
    }

    private static ImmutableArray<BasilArticle> Load()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Requires.Folder(Data), "articles"), "*.json").Order(StringComparer.Ordinal);
        return [.. files.Select(file => new BasilArticle(Path.GetFileNameWithoutExtension(file), JsonDocument.Parse(File.ReadAllText(file)).RootElement))];
    }
}

/// <summary>A real article.</summary>
internal sealed class BasilArticle
{
    private readonly Lazy<SemanticModel> _model;

    public BasilArticle(string name, JsonElement json)
    {
        Name = name;
        Event = json.GetProperty("triplet-uuid").GetString()!;
        Title = json.GetProperty("title").GetString()!;
        Date = json.GetProperty("date").GetString()!;
        Paragraphs = [.. json.GetProperty("body-paragraphs").EnumerateArray().Select(paragraph => paragraph.EnumerateArray().Select(sentence => sentence.GetString()!).ToImmutableArray())];
        _model = new Lazy<SemanticModel>(() => Read(Paragraphs));
    }

    public string Name { get; }

    public string Event { get; }

    public string Title { get; }

    /// <summary>The day it was published, ISO 8601.</summary>
    public string Date { get; }

    /// <summary>The sentences of each paragraph.</summary>
    public ImmutableArray<ImmutableArray<string>> Paragraphs { get; }

    /// <summary>The model of the article as it is; read once.</summary>
    public SemanticModel Model => _model.Value;

    /// <summary>The article with other paragraphs, as a text.</summary>
    public string Write(ImmutableArray<ImmutableArray<string>> paragraphs) => $"{Title}\n\n{string.Join("\n\n", paragraphs.Select(sentences => string.Join(' ', sentences)))}\n";

    /// <summary>The article with other paragraphs.</summary>
    public SemanticModel Read(ImmutableArray<ImmutableArray<string>> paragraphs) => ReadText(Write(paragraphs));

    /// <summary>Another text of the same day.</summary>
    public SemanticModel ReadText(string text) => Engine.Read(text, published: Date);

    /// <summary>Where a sentence of the article starts in its text.</summary>
    public int StartOf(int paragraph, int sentence)
    {
        int start = Title.Length + 2;
        for (int p = 0; p < paragraph; p++) start += Paragraphs[p].Sum(s => s.Length + 1) + 1;
        return start + Paragraphs[paragraph].Take(sentence).Sum(s => s.Length + 1);
    }

    public override string ToString() => Name;
}
