using Analysis.Syntax;
using Analysis.V1;
using static Analysis.Mapping.FieldChecks;

namespace Analysis.Mapping;

/// <summary>What a caller says of the form of a document.</summary>
/// <param name="Format">How it is written; null when nothing is said, so that the document itself tells.</param>
/// <param name="Charset">Label of its charset; empty when nothing is said. One that is not known counts as said all the same.</param>
internal readonly record struct MediaType(DocumentFormat? Format, string Charset)
{
    /// <summary>Reads a media type with its parameters, of which only the charset counts.</summary>
    /// <exception cref="RequestException">UNSUPPORTED_MEDIA_TYPE: documents of that type are not read.</exception>
    public static MediaType Read(string value, string field)
    {
        CheckField(value, field, Limits.MediaTypeBytes);
        if (string.IsNullOrWhiteSpace(value)) return new MediaType(null, "");
        string[] parts = value.Split(';', StringSplitOptions.TrimEntries);
        // What servers say when they do not know.
        bool unknown = parts[0].ToLowerInvariant() is "" or "application/octet-stream" or "unknown/unknown" or "application/unknown" or "*/*";
        if (DocumentFormats.OfMediaType(parts[0]) is not { } format)
            return unknown ? new MediaType(null, CharsetOf(parts)) : throw Unsupported(field, Excerpt(value));
        return new MediaType(format, CharsetOf(parts));
    }

    /// <summary>Refuses what is no text, whatever it is said to be.</summary>
    /// <exception cref="RequestException">UNSUPPORTED_MEDIA_TYPE: the bytes are those of another kind of file.</exception>
    public static void CheckReadable(ReadOnlySpan<byte> bytes, string charset, string field)
    {
        if (DocumentFormats.BinaryType(bytes, charset) is { } binary) throw Unsupported(field, binary);
    }

    private static string CharsetOf(string[] parts)
    {
        foreach (string part in parts.AsSpan(1))
            if (part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase)) return part["charset=".Length..].Trim().Trim('"');
        return "";
    }

    private static RequestException Unsupported(string field, string value) => new(
        ErrorReason.UnsupportedMediaType,
        $"The field {field} holds \"{value}\", which cannot be read. Send plain text, HTML, JSON-LD, a feed or Markdown.",
        ("field", field), ("value", value));
}
