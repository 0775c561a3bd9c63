using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>What is planted.</summary>
internal enum EditKind
{
    /// <summary>Another number of the same things.</summary>
    Number,

    /// <summary><em>Not</em>.</summary>
    Negation,

    /// <summary>A word of the opposite meaning.</summary>
    Antonym,

    /// <summary>Another person or body.</summary>
    Entity,

    /// <summary>Another day, month or year.</summary>
    Date,

    /// <summary>Another place.</summary>
    Place,

    /// <summary>Another source for the same words.</summary>
    Attribution,

    /// <summary>Another word between quotation marks.</summary>
    QuoteWord,

    /// <summary>A paragraph is gone.</summary>
    DroppedParagraph,

    /// <summary>A paragraph stands at the end.</summary>
    MovedParagraph,

    /// <summary>Other quotation marks, dashes, spaces.</summary>
    Typography,
}

/// <summary>An article with one edit.</summary>
/// <param name="Article">The article as it was.</param>
/// <param name="Kind">What was planted.</param>
/// <param name="Text">The edited text.</param>
/// <param name="Left">What was edited, in the article as it was; empty where words were only put in.</param>
/// <param name="Right">What stands there in the edited text; empty where words were only taken away.</param>
/// <param name="Remark">The edit for people: what stood there and what stands there now, and the sentence.</param>
internal sealed record PlantedEdit(BasilArticle Article, EditKind Kind, string Text, TextSpan Left, TextSpan Right, string Remark)
{
    /// <summary>One edit a kind for which the article has a place, the same in every run.</summary>
    public static ImmutableArray<PlantedEdit> Plant(BasilArticle article)
    {
        var edits = ImmutableArray.CreateBuilder<PlantedEdit>();
        foreach (var kind in Enum.GetValues<EditKind>())
            if (EditPlaces.Of(article, kind) is { Count: > 0 } places) edits.Add(places[(int)(Seed(article.Name, kind) % (uint)places.Count)]);
        return edits.ToImmutable();
    }

    /// <summary>FNV-1a over the article's name and the kind: which of the places is taken.</summary>
    private static uint Seed(string name, EditKind kind)
    {
        uint hash = 2166136261;
        foreach (char c in name) hash = (hash ^ c) * 16777619;
        return (hash ^ (uint)kind) * 16777619 >> 8;
    }
}
