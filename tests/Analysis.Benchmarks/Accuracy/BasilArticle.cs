using System.Collections.Immutable;
using System.Text.Json;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>One of three reports of an event, read as a text with the day it was published.</summary>
internal sealed class BasilArticle
{
    private readonly string _date;

    private BasilArticle(string name, JsonElement json)
    {
        Name = name;
        Event = json.GetProperty("triplet-uuid").GetString()!;
        Title = json.GetProperty("title").GetString()!;
        _date = json.GetProperty("date").GetString()!;
        Paragraphs = [.. json.GetProperty("body-paragraphs").EnumerateArray().Select(paragraph => paragraph.EnumerateArray().Select(sentence => sentence.GetString()!).ToImmutableArray())];
    }

    /// <summary>The event's id and the number of the outlet.</summary>
    public string Name { get; }

    /// <summary>Id of the event; three articles, or two, have the same.</summary>
    public string Event { get; }

    public string Title { get; }

    /// <summary>The sentences of each paragraph.</summary>
    public ImmutableArray<ImmutableArray<string>> Paragraphs { get; }

    /// <summary>The articles, by event and then by outlet.</summary>
    public static ImmutableArray<BasilArticle> ReadAll(string dataFolder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(dataFolder, "basil", "articles"), "*.json").Order(StringComparer.Ordinal).Select(file =>
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            return new BasilArticle(Path.GetFileNameWithoutExtension(file), json.RootElement);
        }),
    ];

    /// <summary>The article as a text: its title, then its paragraphs with empty lines between.</summary>
    public string Text => Write(Paragraphs);

    /// <summary>The article with other paragraphs.</summary>
    public string Write(ImmutableArray<ImmutableArray<string>> paragraphs) => $"{Title}\n\n{string.Join("\n\n", paragraphs.Select(sentences => string.Join(' ', sentences)))}\n";

    /// <summary>Where a sentence starts in <see cref="Text"/>; with the number of sentences of a paragraph, just past it and one sign.</summary>
    public int StartOf(int paragraph, int sentence)
    {
        int start = Title.Length + 2;
        for (int p = 0; p < paragraph; p++) start += Paragraphs[p].Sum(s => s.Length + 1) + 1;
        return start + Paragraphs[paragraph].Take(sentence).Sum(s => s.Length + 1);
    }

    /// <summary>Reads a text as published on the day of the article.</summary>
    public SemanticModel Read(string text, ISentenceParser parser) => SemanticModel.Build(SyntaxTree.Parse(SourceText.From(text)), parser, new ArticleContext("", _date));

    public override string ToString() => Name;
}
