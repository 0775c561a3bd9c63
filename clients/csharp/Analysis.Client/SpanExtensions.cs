using Analysis.V1;

namespace Analysis.Client;

/// <summary>Cuts the words that an answer points at out of an article's text.</summary>
/// <remarks>
/// .NET strings are UTF-16, so the answer must have been asked for with <see cref="PositionEncoding.Utf16"/>;
/// <see cref="ComparisonClient"/> always does. Offsets in another unit cut in the wrong place without an error.
/// </remarks>
public static class SpanExtensions
{
    /// <summary>What stands between the pieces of a location.</summary>
    public const string Gap = " … ";

    /// <summary>The words of one span.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends past the text: it is of another text or in another unit.</exception>
    public static string Slice(this string text, Span span)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(span);
        if (span.End < span.Start || span.End > text.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(span), $"[{span.Start}, {span.End}) does not lie in a text of {text.Length} UTF-16 units. Was the answer asked for in UTF-16?");
        }

        return text[(int)span.Start..(int)span.End];
    }

    /// <summary>The words of several spans, with <see cref="Gap"/> between them.</summary>
    /// <inheritdoc cref="Slice(string, Span)"/>
    public static string Slice(this string text, IEnumerable<Span> spans)
    {
        ArgumentNullException.ThrowIfNull(spans);
        return string.Join(Gap, spans.Select(text.Slice));
    }

    /// <summary>The words of a location in the text of its article, with <see cref="Gap"/> between the pieces.</summary>
    /// <inheritdoc cref="Slice(string, Span)"/>
    public static string Slice(this string text, Location location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return text.Slice(location.Spans);
    }
}
