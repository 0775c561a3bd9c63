using System.Security.Cryptography;
using System.Text;

namespace Analysis.Syntax;

/// <summary>The decoded characters of an article as received, never changed or normalised.</summary>
/// <remarks>
/// Well-formed UTF-16 always: what could not be decoded stands as U+FFFD and is counted. NUL and byte order marks are kept.
/// </remarks>
public sealed class SourceText
{
    private SourceText(string text, string sha256, int repairs)
    {
        Text = text;
        Sha256 = sha256;
        Repairs = repairs;
    }

    /// <summary>The characters. Every offset below this layer counts its UTF-16 code units.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the received bytes, of the UTF-8 form where a string was received; lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>Number of byte sequences, or of lone surrogates, that stand as U+FFFD.</summary>
    public int Repairs { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>Takes a string over; lone surrogates become U+FFFD.</summary>
    public static SourceText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int repairs = CountLoneSurrogates(text);
        if (repairs > 0) text = Repair(text);
        return new SourceText(text, Hash(Encoding.UTF8.GetBytes(text)), repairs);
    }

    /// <summary>Decodes UTF-8. Each maximal invalid sequence becomes one U+FFFD, as the Encoding Standard prescribes.</summary>
    public static SourceText FromUtf8(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        Span<char> pair = stackalloc char[2];
        int repairs = 0;
        for (var rest = bytes; !rest.IsEmpty;)
        {
            int ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
            if (ascii < 0) ascii = rest.Length;
            for (int i = 0; i < ascii; i++) text.Append((char)rest[i]);
            rest = rest[ascii..];
            if (rest.IsEmpty) break;
            if (Rune.DecodeFromUtf8(rest, out var rune, out int consumed) != System.Buffers.OperationStatus.Done) repairs++;
            text.Append(pair[..rune.EncodeToUtf16(pair)]);
            rest = rest[consumed..];
        }
        return new SourceText(text.ToString(), Hash(bytes), repairs);
    }

    /// <summary>The characters of a span.</summary>
    public ReadOnlySpan<char> this[TextSpan span] => Text.AsSpan(span.Start, span.Length);

    /// <summary>The characters of a span as a string of their own.</summary>
    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    private static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static int CountLoneSurrogates(string text)
    {
        int lone = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else lone++;
        }
        return lone;
    }

    private static string Repair(string text)
    {
        var repaired = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) repaired.Append(rune.ToString());
        return repaired.ToString();
    }
}
