using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Analysis.Syntax;

/// <summary>The characters of an article, never normalised, and the way back from each of them to the bytes that were received.</summary>
/// <remarks>
/// Well-formed UTF-16 always: what could not be decoded stands as U+FFFD and is counted. NUL and byte order marks are kept. Of a plain
/// text these are the decoded characters as they are; of a page, a feed or a marked-up text they are what its reader reads, and
/// <see cref="Pieces"/> says what became of every character of the <see cref="Page"/>. Immutable and safe to share between threads.
/// </remarks>
public sealed class SourceText
{
    private readonly ByteMap _map;
    private readonly SourceText? _page;

    // Made when somebody asks: of a string nobody may. Whoever comes first makes them, and all make the same.
    private byte[]? _encoded;
    private string? _sha256;
    private readonly ReadOnlyMemory<byte>? _received;

    private SourceText(string text, ReadOnlyMemory<byte>? received, Charset charset, ByteMap map)
    {
        Text = text;
        Charset = charset;
        _received = received;
        _map = map;
        Pieces = text.Length == 0 ? [] : [new SourcePiece(SourcePieceKind.Text, new TextSpan(0, text.Length), new TextSpan(0, text.Length))];
    }

    private SourceText(string text, SourceText page, ImmutableArray<SourcePiece> pieces)
    {
        Text = text;
        Pieces = pieces;
        Charset = page.Charset;
        _map = page._map;
        _page = page;
    }

    /// <summary>The characters. Every offset below this layer counts its UTF-16 code units.</summary>
    public string Text { get; }

    /// <summary>The received bytes; the UTF-8 form where a string was received.</summary>
    public ReadOnlyMemory<byte> Bytes => _page?.Bytes ?? _received ?? (_encoded ??= Encoding.UTF8.GetBytes(Text));

    /// <summary>How the bytes were decoded.</summary>
    public Charset Charset { get; }

    /// <summary>SHA-256 of <see cref="Bytes"/>; lower-case hexadecimal.</summary>
    public string Sha256 => _page?.Sha256 ?? (_sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Bytes.Span)));

    /// <summary>Number of byte sequences, or of lone surrogates, that stand as U+FFFD in the page.</summary>
    public int Repairs => _map.Repairs;

    /// <summary>The decoded characters with their markup: this text itself unless it was read out of a page.</summary>
    public SourceText Page => _page ?? this;

    /// <summary>The page cut into pieces, each with the characters it became: in order, without a gap in the page or in the text.</summary>
    public ImmutableArray<SourcePiece> Pieces { get; }

    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>Takes a string over; lone surrogates become U+FFFD.</summary>
    public static SourceText From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int repairs = CountLoneSurrogates(text);
        if (repairs > 0) text = Repair(text);
        return new SourceText(text, null, Charset.OfString, new Utf8Map(text, [], repairs));
    }

    /// <summary>Decodes bytes: by their byte order mark, else as UTF-8 where they are valid, else by what is said of them, else as windows-1252.</summary>
    /// <param name="bytes">The bytes; the caller must not change them.</param>
    /// <param name="declared">The charset that came with them, as a label of the Encoding Standard; empty when none did.</param>
    /// <param name="isMarkup">Whether they may say their charset themselves, in a <c>meta</c> element or an XML declaration.</param>
    public static SourceText Decode(ReadOnlyMemory<byte> bytes, string declared = "", bool isMarkup = false)
    {
        ArgumentNullException.ThrowIfNull(declared);
        var charset = Charset.Detect(bytes.Span, declared, isMarkup);
        var (text, map) = charset.Decode(bytes);
        return new SourceText(text, bytes, charset, map);
    }

    /// <summary>Decodes UTF-8, whatever the bytes may be. Each maximal invalid sequence becomes one U+FFFD, as the Encoding Standard prescribes.</summary>
    public static SourceText FromUtf8(ReadOnlySpan<byte> bytes)
    {
        byte[] copy = bytes.ToArray();
        var (text, map) = Charset.Utf8.Decode(copy);
        return new SourceText(text, copy, Charset.Utf8, map);
    }

    /// <summary>A text read out of a page.</summary>
    /// <param name="page">The decoded page, or a text that was itself read out of one: the way back is then composed of both.</param>
    /// <param name="text">What its reader reads.</param>
    /// <param name="pieces">What became of every character of the page, without a gap on either side.</param>
    internal static SourceText ReadOutOf(SourceText page, string text, ImmutableArray<SourcePiece> pieces) =>
        new(text, page.Page, page._page is null ? pieces : SourcePieces.Compose(page.Pieces, pieces));

    /// <summary>The characters of a span.</summary>
    public ReadOnlySpan<char> this[TextSpan span] => Text.AsSpan(span.Start, span.Length);

    /// <summary>The characters of a span as a string of their own.</summary>
    public string ToString(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The characters of the page that a span was read from, markup between them included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends behind the text.</exception>
    public TextSpan ToPage(TextSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.End, Length, nameof(span));
        if (_page is null) return span;
        if (span.IsEmpty)
        {
            int at = span.Start < Length ? ToPage(new TextSpan(span.Start, span.Start + 1)).Start : _page.Length;
            return new TextSpan(at, at);
        }
        var first = Pieces[PieceAt(span.Start)];
        var last = Pieces[PieceAt(span.End - 1)];
        int start = first.IsVerbatim ? first.Page.Start + (span.Start - first.Text.Start) : first.Page.Start;
        int end = last.IsVerbatim ? last.Page.Start + (span.End - last.Text.Start) : last.Page.End;
        return new TextSpan(start, Math.Max(start, end));
    }

    /// <summary>The characters of the text that a span of the page became; null where none did.</summary>
    internal TextSpan? FromPage(TextSpan page)
    {
        int low = 0, high = Pieces.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (Pieces[middle].Page.End > page.Start) high = middle;
            else low = middle + 1;
        }
        int start = -1, end = -1;
        for (; low < Pieces.Length && Pieces[low] is var piece && piece.Page.Start < page.End; low++)
        {
            if (piece.Text.IsEmpty || piece.Page.IsEmpty) continue;
            if (start < 0) start = piece.IsVerbatim ? piece.Text.Start + Math.Max(0, page.Start - piece.Page.Start) : piece.Text.Start;
            end = piece.IsVerbatim ? Math.Min(piece.Text.End, piece.Text.Start + (page.End - piece.Page.Start)) : piece.Text.End;
        }
        return start < 0 ? null : new TextSpan(start, end);
    }

    /// <summary>The bytes that a span was read from: half-open, an index into <see cref="Bytes"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span ends behind the text.</exception>
    public TextSpan ToBytes(TextSpan span)
    {
        var page = ToPage(span);
        return new TextSpan(_map.ToByte(page.Start), _map.ToByte(page.End));
    }

    /// <summary>Index of the piece that a character of the text belongs to.</summary>
    private int PieceAt(int position)
    {
        int low = 0, high = Pieces.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (Pieces[middle].Text.End > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static int CountLoneSurrogates(string text)
    {
        int lone = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int next = text.AsSpan(i).IndexOfAnyInRange('\ud800', '\udfff');
            if (next < 0) break;
            i += next;
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
