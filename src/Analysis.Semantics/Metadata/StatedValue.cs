using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>A value that may be the right one.</summary>
/// <param name="Value">The value.</param>
/// <param name="Key">What it is compared by: values with one key agree.</param>
/// <param name="Span">Its words in the text; null where it is not part of the text.</param>
/// <param name="FoundIn">How it was found.</param>
/// <param name="Thousandths">Estimate that it is right, before others agree with it.</param>
internal readonly record struct StatedValue(string Value, string Key, TextSpan? Span, FoundIn FoundIn, int Thousandths)
{
    /// <summary>How much each further place that agrees adds.</summary>
    private const int Agreement = 15;

    /// <summary>Above it only the sender is believed.</summary>
    private const int Highest = 990;

    /// <summary>Chooses the value that is best supported; the others are its alternatives.</summary>
    /// <remarks>Ties fall to the one that stands first.</remarks>
    public static MetadataValue? Choose(IEnumerable<StatedValue> values)
    {
        var groups = values.Where(value => value.Value.Length > 0)
            .GroupBy(value => value.Key, StringComparer.Ordinal)
            .Select(group => (Values: group.ToImmutableArray(), Confidence: Support([.. group])))
            .OrderByDescending(group => group.Confidence)
            .ToImmutableArray();
        if (groups.IsEmpty) return null;
        var chosen = groups[0].Values;
        // Of words that agree those in the text can be shown.
        var best = chosen.OrderByDescending(value => value.FoundIn is FoundIn.Request).ThenByDescending(value => value.Span is not null).ThenByDescending(value => value.Thousandths).First();
        return new MetadataValue(best.Value, best.Span, best.FoundIn, new Confidence(groups[0].Confidence))
        {
            Alternatives = [.. groups.Skip(1).Select(group => group.Values.MaxBy(value => value.Thousandths).ToValue())],
        };
    }

    /// <summary>The confidence of values that agree.</summary>
    public static int Support(IReadOnlyCollection<StatedValue> values)
    {
        int best = values.Max(value => value.Thousandths);
        return best >= Highest ? best : Math.Min(Highest, best + Agreement * (values.DistinctBy(value => value.FoundIn).Count() - 1));
    }

    /// <summary>The value by itself.</summary>
    public MetadataValue ToValue() => new(Value, Span, FoundIn, new Confidence(Thousandths));

    /// <summary>Letters and digits alone, in small letters: what is left when typography is not looked at.</summary>
    public static string KeyOf(ReadOnlySpan<char> words)
    {
        var key = new System.Text.StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
            if (System.Text.Rune.IsLetterOrDigit(rune)) key.Append(System.Text.Rune.ToLowerInvariant(rune).ToString());
        return key.ToString();
    }
}

/// <summary>Where properties of a document are said to be found.</summary>
internal static class PropertyOrigins
{
    /// <summary>The word for the origin of a property.</summary>
    public static FoundIn ToFoundIn(this DocumentPropertyOrigin origin) => origin switch
    {
        DocumentPropertyOrigin.JsonLd => FoundIn.JsonLd,
        DocumentPropertyOrigin.OpenGraph => FoundIn.OpenGraph,
        DocumentPropertyOrigin.Meta => FoundIn.Meta,
        DocumentPropertyOrigin.Microdata => FoundIn.Microdata,
        DocumentPropertyOrigin.TimeElement => FoundIn.TimeElement,
        DocumentPropertyOrigin.TitleElement => FoundIn.TitleElement,
        DocumentPropertyOrigin.HeadingElement => FoundIn.Headline,
        DocumentPropertyOrigin.NamedElement => FoundIn.Byline,
        DocumentPropertyOrigin.Feed => FoundIn.Feed,
        DocumentPropertyOrigin.FrontMatter => FoundIn.FrontMatter,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
