using System.Globalization;
using System.Text;
using Analysis.V1;

namespace Analysis.Mapping;

/// <summary>Checks of single fields, which every kind of request shares.</summary>
internal static class FieldChecks
{
    /// <summary>Checks that a field is text and no longer than its limit.</summary>
    /// <exception cref="RequestException">It is not.</exception>
    public static void CheckField(string value, string field, int limitBytes)
    {
        CheckText(value, field);
        int bytes = Encoding.UTF8.GetByteCount(value);
        if (bytes > limitBytes) throw TooLong(field, bytes, limitBytes, "bytes");
    }

    /// <summary>Checks that a field is text: no half of a surrogate pair.</summary>
    /// <exception cref="RequestException">It is not.</exception>
    public static void CheckText(string value, string field)
    {
        for (var rest = value.AsSpan(); ;)
        {
            int next = rest.IndexOfAnyInRange('\ud800', '\udfff');
            if (next < 0) return;
            if (Rune.DecodeFromUtf16(rest[next..], out _, out int length) != System.Buffers.OperationStatus.Done)
            {
                throw new RequestException(
                    ErrorReason.InvalidText, $"The field {field} holds half of a surrogate pair, which is not text. Send whole characters.", ("field", field));
            }
            rest = rest[(next + length)..];
        }
    }

    /// <summary>The unit of offsets; UTF-8 where none is named.</summary>
    /// <exception cref="RequestException">It is none that is known.</exception>
    public static PositionEncoding ReadEncoding(PositionEncoding encoding) => encoding switch
    {
        PositionEncoding.Unspecified => PositionEncoding.Utf8,
        PositionEncoding.Utf8 or PositionEncoding.Utf16 or PositionEncoding.Utf32 => encoding,
        _ => throw UnknownEnum("position_encoding", (int)encoding, "Use UTF8, UTF16 or UTF32, or leave it out."),
    };

    /// <summary>A date or time of the caller in canonical form; empty for none.</summary>
    /// <exception cref="RequestException">It cannot be read.</exception>
    public static string ReadPublished(string value, string field)
    {
        if (value.Length == 0) return "";
        CheckField(value, field, Limits.DateBytes);
        if (Rfc3339.TryRead(value, out string canonical)) return canonical;
        string excerpt = Excerpt(value);
        throw new RequestException(
            ErrorReason.InvalidDate,
            $"The field {field} holds \"{excerpt}\", which is no date. Write an existing day as 2016-11-07 or a time as 2016-11-07T08:15:00Z.",
            ("field", field), ("value", excerpt));
    }

    /// <summary>A request id in canonical form; empty for none.</summary>
    /// <exception cref="RequestException">It is not a UUID.</exception>
    public static string ReadRequestId(string value)
    {
        const string Field = "request_id";
        if (value.Length == 0) return "";
        CheckText(value, Field);
        if (Guid.TryParseExact(value, "D", out var id)) return id.ToString("D");
        string excerpt = Excerpt(value);
        throw new RequestException(
            ErrorReason.InvalidRequestId,
            $"The field {Field} holds \"{excerpt}\", which is no UUID. Make one anew for each request, and send the same one when you repeat it.",
            ("field", Field), ("value", excerpt));
    }

    /// <summary>How many entries a page may have.</summary>
    /// <exception cref="RequestException">The size is negative.</exception>
    public static int ReadPageSize(int value, int usual, int most)
    {
        if (value >= 0) return value == 0 ? usual : Math.Min(value, most);
        throw new RequestException(
            ErrorReason.InvalidPageSize,
            $"The field page_size holds {Number(value)}. Ask for 1 to {Number(most)}, or leave it out for {Number(usual)}.",
            ("field", "page_size"), ("value", Number(value)));
    }

    public static RequestException UnknownEnum(string field, int value, string remedy) => new(
        ErrorReason.UnknownEnumValue,
        $"The field {field} holds {Number(value)}, which this version does not know. {remedy}",
        ("field", field), ("value", Number(value)));

    public static RequestException TooLong(string field, int size, int limit, string unit) => new(
        ErrorReason.FieldTooLong,
        $"The field {field} has {Number(size)} {unit}; it may have {Number(limit)}. Shorten it.",
        ("field", field), ("size", Number(size)), ("limit", Number(limit)));

    /// <summary>The start of a text of the caller, short enough to be repeated.</summary>
    public static string Excerpt(string text)
    {
        if (text.Length <= Limits.ExcerptCharacters) return text;
        int end = Limits.ExcerptCharacters - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
