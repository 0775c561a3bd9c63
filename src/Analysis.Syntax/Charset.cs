using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Analysis.Syntax;

/// <summary>How the charset of some bytes was found.</summary>
public enum CharsetFoundIn
{
    /// <summary>Characters were received: there was nothing to decode.</summary>
    Characters,

    /// <summary>The bytes begin with a byte order mark.</summary>
    ByteOrderMark,

    /// <summary>It came with the bytes, as the charset of their media type.</summary>
    Declared,

    /// <summary>The bytes say it themselves, in a <c>meta</c> element or an XML declaration.</summary>
    Markup,

    /// <summary>The bytes are valid UTF-8, which other texts hardly ever are.</summary>
    Validity,

    /// <summary>Nothing said anything: windows-1252.</summary>
    Default,
}

/// <summary>A charset and how it was found.</summary>
/// <param name="Name">Its name in the Encoding Standard, lower case: <c>utf-8</c>, <c>windows-1252</c>; <c>utf-32le</c> and <c>utf-32be</c>, which the standard lacks.</param>
/// <param name="FoundIn">How it was found.</param>
/// <param name="Declared">The label that came with the bytes or stands in them, lower case; empty when there is none.</param>
public sealed record Charset(string Name, CharsetFoundIn FoundIn, string Declared)
{
    internal static readonly Charset OfString = new("utf-8", CharsetFoundIn.Characters, "");
    internal static readonly Charset Utf8 = new("utf-8", CharsetFoundIn.Validity, "");

    private static readonly SearchValues<byte> LabelEnds = SearchValues.Create(" \t\r\n\f\"';/>"u8);

    /// <summary>How far into a document its own word on its charset is looked for, and how its zero bytes stand.</summary>
    private const int PrescanBytes = 4096;

    /// <summary>How many continuation bytes in their places outweigh one sequence that is broken.</summary>
    /// <remarks>
    /// In windows-1252 a capital with an accent before a quotation mark or a dash is a valid pair by chance: one or two a page, among tens of
    /// accents that are not. UTF-8 that was cut, or pasted together of parts, has hundreds that are valid for each that is not.
    /// </remarks>
    private const int OutweighsBroken = 4;

    /// <summary>Names of charsets by their labels, after the Encoding Standard. Those that change state by escapes are left out.</summary>
    private static readonly FrozenDictionary<string, string> Labels = new Dictionary<string, string[]>
    {
        ["utf-8"] = ["unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "utf8", "x-unicode20utf8"],
        ["utf-16le"] = ["csunicode", "iso-10646-ucs-2", "ucs-2", "unicode", "unicodefeff", "utf-16"],
        ["utf-16be"] = ["unicodefffe"],
        ["utf-32le"] = ["utf-32"],
        ["utf-32be"] = [],
        ["windows-1252"] = ["ansi_x3.4-1968", "ascii", "cp1252", "cp819", "csisolatin1", "ibm819", "iso-8859-1", "iso-ir-100", "iso8859-1", "iso88591", "iso_8859-1", "iso_8859-1:1987", "l1", "latin1", "us-ascii", "x-cp1252"],
        ["windows-1250"] = ["cp1250", "x-cp1250"],
        ["windows-1251"] = ["cp1251", "x-cp1251"],
        ["windows-1253"] = ["cp1253", "x-cp1253"],
        ["windows-1254"] = ["cp1254", "csisolatin5", "iso-8859-9", "iso-ir-148", "iso8859-9", "iso88599", "iso_8859-9", "iso_8859-9:1989", "l5", "latin5", "x-cp1254"],
        ["windows-1255"] = ["cp1255", "x-cp1255"],
        ["windows-1256"] = ["cp1256", "x-cp1256"],
        ["windows-1257"] = ["cp1257", "x-cp1257"],
        ["windows-1258"] = ["cp1258", "x-cp1258"],
        ["windows-874"] = ["dos-874", "iso-8859-11", "iso8859-11", "iso885911", "tis-620"],
        ["iso-8859-2"] = ["csisolatin2", "iso-ir-101", "iso8859-2", "iso88592", "iso_8859-2", "iso_8859-2:1987", "l2", "latin2"],
        ["iso-8859-3"] = ["csisolatin3", "iso-ir-109", "iso8859-3", "iso88593", "iso_8859-3", "l3", "latin3"],
        ["iso-8859-4"] = ["csisolatin4", "iso-ir-110", "iso8859-4", "iso88594", "iso_8859-4", "l4", "latin4"],
        ["iso-8859-5"] = ["csisolatincyrillic", "cyrillic", "iso-ir-144", "iso8859-5", "iso88595", "iso_8859-5"],
        ["iso-8859-6"] = ["arabic", "asmo-708", "csisolatinarabic", "ecma-114", "iso-ir-127", "iso8859-6", "iso88596", "iso_8859-6"],
        ["iso-8859-7"] = ["csisolatingreek", "ecma-118", "elot_928", "greek", "greek8", "iso-ir-126", "iso8859-7", "iso88597", "iso_8859-7"],
        ["iso-8859-8"] = ["csisolatinhebrew", "hebrew", "iso-8859-8-i", "iso-ir-138", "iso8859-8", "iso88598", "iso_8859-8", "logical", "visual"],
        ["iso-8859-13"] = ["iso8859-13", "iso885913"],
        ["iso-8859-15"] = ["csisolatin9", "iso8859-15", "iso885915", "iso_8859-15", "l9"],
        ["koi8-r"] = ["cskoi8r", "koi", "koi8", "koi8_r"],
        ["koi8-u"] = ["koi8-ru"],
        ["macintosh"] = ["csmacintosh", "mac", "x-mac-roman"],
        ["ibm866"] = ["866", "cp866", "csibm866"],
        ["gb18030"] = ["chinese", "csgb2312", "csiso58gb231280", "gb2312", "gb_2312", "gb_2312-80", "gbk", "iso-ir-58", "x-gbk"],
        ["big5"] = ["big5-hkscs", "cn-big5", "csbig5", "x-x-big5"],
        ["euc-jp"] = ["cseucpkdfmtjapanese", "x-euc-jp"],
        ["shift_jis"] = ["csshiftjis", "ms932", "ms_kanji", "shift-jis", "sjis", "windows-31j", "x-sjis"],
        ["euc-kr"] = ["cseuckr", "csksc56011987", "iso-ir-149", "korean", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "windows-949"],
    }.SelectMany(entry => entry.Value.Append(entry.Key), (entry, label) => (label, entry.Key))
        .ToFrozenDictionary(entry => entry.label, entry => entry.Key, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> CodePages = new Dictionary<string, int>
    {
        ["windows-1252"] = 1252,
        ["windows-1250"] = 1250,
        ["windows-1251"] = 1251,
        ["windows-1253"] = 1253,
        ["windows-1254"] = 1254,
        ["windows-1255"] = 1255,
        ["windows-1256"] = 1256,
        ["windows-1257"] = 1257,
        ["windows-1258"] = 1258,
        ["windows-874"] = 874,
        ["iso-8859-2"] = 28592,
        ["iso-8859-3"] = 28593,
        ["iso-8859-4"] = 28594,
        ["iso-8859-5"] = 28595,
        ["iso-8859-6"] = 28596,
        ["iso-8859-7"] = 28597,
        ["iso-8859-8"] = 28598,
        ["iso-8859-13"] = 28603,
        ["iso-8859-15"] = 28605,
        ["koi8-r"] = 20866,
        ["koi8-u"] = 21866,
        ["macintosh"] = 10000,
        ["ibm866"] = 866,
        ["gb18030"] = 54936,
        ["big5"] = 950,
        ["euc-jp"] = 51932,
        ["shift_jis"] = 932,
        ["euc-kr"] = 949,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of a charset by one of its labels; null for what the Encoding Standard does not have or this engine does not read.</summary>
    public static string? NameOf(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return Labels.GetValueOrDefault(label.Trim().Trim('"', '\'').ToLowerInvariant());
    }

    /// <summary>Finds the charset of some bytes.</summary>
    /// <remarks>
    /// A label is believed unless the bytes speak against it: bytes beyond ASCII that are valid UTF-8 are UTF-8 whatever a label says of
    /// single bytes, and bytes labelled UTF-8 that are mostly broken are windows-1252. Of UTF-16 the zero bytes tell which half comes first.
    /// </remarks>
    internal static Charset Detect(ReadOnlySpan<byte> bytes, string declared, bool isMarkup)
    {
        string label = declared.Trim().Trim('"', '\'').ToLowerInvariant();
        string written = isMarkup ? Prescan(bytes[..Math.Min(bytes.Length, PrescanBytes)]) : "";
        string said = label.Length > 0 ? label : written;
        if (OfMark(bytes) is { } marked) return new Charset(marked, CharsetFoundIn.ByteOrderMark, said);
        var named = NameOf(label) is { } stated ? (Name: stated, FoundIn: CharsetFoundIn.Declared)
            // Who can read this in ASCII is not reading UTF-16: the Encoding Standard takes UTF-8 for it.
            : NameOf(written) is { } found ? (Name: IsWide(found) ? "utf-8" : found, FoundIn: CharsetFoundIn.Markup)
            : (Name: "", FoundIn: CharsetFoundIn.Default);
        if (WideOf(bytes, named.Name) is { } wide) return new Charset(wide, named.FoundIn, said);
        var validity = Utf8Validity.Of(bytes);
        bool valid = validity is { Broken: 0, IsCut: false };
        if (named.Name is "utf-8")
            return validity.IsLikely || valid ? new Charset("utf-8", named.FoundIn, said) : new Charset("windows-1252", CharsetFoundIn.Default, said);
        if (valid && (validity.Continuations > 0 || named.Name.Length == 0 || IsWide(named.Name))) return new Charset("utf-8", CharsetFoundIn.Validity, said);
        if (named.Name.Length > 0) return new Charset(named.Name, named.FoundIn, said);
        // A long text with a few broken bytes is still UTF-8.
        return validity.IsLikely ? new Charset("utf-8", CharsetFoundIn.Validity, said) : new Charset("windows-1252", CharsetFoundIn.Default, said);
    }

    /// <summary>The charset of the byte order mark in front; null when there is none.</summary>
    /// <remarks>What begins as UTF-32 could be UTF-16 that begins with NUL, which no text does.</remarks>
    internal static string? OfMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xef, 0xbb, 0xbf, ..] => "utf-8",
        [0xff, 0xfe, 0, 0, ..] => "utf-32le",
        [0, 0, 0xfe, 0xff, ..] => "utf-32be",
        [0xff, 0xfe, ..] => "utf-16le",
        [0xfe, 0xff, ..] => "utf-16be",
        _ => null,
    };

    /// <summary>The charset of more than one byte for every character that bytes without a mark are in, when one is stated and they agree; else null.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="stated">Name of the charset that was stated; of another kind, or empty, for none.</param>
    internal static string? WideOf(ReadOnlySpan<byte> bytes, string stated)
    {
        if (!IsWide(stated)) return null;
        var head = bytes[..Math.Min(bytes.Length, PrescanBytes)];
        // Line ends and blanks have zeros in any language; without one the label lies, unless the bytes are not UTF-8 either.
        if (!head.Contains((byte)0) && Utf8Validity.Of(head).Broken == 0) return null;
        if (stated is "utf-32le" or "utf-32be") return stated;
        int even = 0, odd = 0;
        for (int i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }
        // Where at least a quarter is Latin, the zeros are its first halves. Labels say UTF-16 of either order.
        int units = head.Length / 2;
        if (even * 4 >= units && even > odd * 4) return "utf-16be";
        return odd * 4 >= units && odd > even * 4 ? "utf-16le" : stated;
    }

    private static bool IsWide(string name) => name is "utf-16le" or "utf-16be" or "utf-32le" or "utf-32be";

    /// <summary>A decoder of UTF-16 or UTF-32, U+FFFD for what is neither; null for every other charset.</summary>
    internal static Encoding? WideEncoding(string? name) => name switch
    {
        "utf-16le" or "utf-16be" => new UnicodeEncoding(bigEndian: name is "utf-16be", byteOrderMark: false, throwOnInvalidBytes: false),
        "utf-32le" or "utf-32be" => new UTF32Encoding(bigEndian: name is "utf-32be", byteOrderMark: false, throwOnInvalidCharacters: false),
        _ => null,
    };

    /// <summary>Decodes bytes by this charset. Byte order marks stay.</summary>
    internal (string Text, ByteMap Map) Decode(ReadOnlyMemory<byte> bytes)
    {
        switch (Name)
        {
            case "utf-8":
                return DecodeUtf8(bytes.Span);
            case "utf-16le" or "utf-16be":
                string wide = WideEncoding(Name)!.GetString(bytes.Span);
                return (wide, new FixedMap(2, bytes.Length, wide.AsSpan().Count('\ufffd')));
            case "utf-32le" or "utf-32be":
                var widest = WideEncoding(Name)!;
                string characters = widest.GetString(bytes.Span);
                return (characters, new SteppedMap(bytes, widest, characters.Length, characters.AsSpan().Count('\ufffd')));
            default:
                var encoding = CodePagesEncodingProvider.Instance.GetEncoding(CodePages[Name], EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"))!;
                string text = encoding.GetString(bytes.Span);
                int repairs = text.AsSpan().Count('\ufffd');
                return (text, encoding.IsSingleByte ? new FixedMap(1, bytes.Length, repairs) : new SteppedMap(bytes, encoding, text.Length, repairs));
        }
    }

    private static (string Text, ByteMap Map) DecodeUtf8(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            string valid = Encoding.UTF8.GetString(bytes);
            return (valid, new Utf8Map(valid, [], 0));
        }
        var text = new StringBuilder(bytes.Length);
        var repaired = ImmutableArray.CreateBuilder<(int, int)>();
        Span<char> pair = stackalloc char[2];
        for (var rest = bytes; !rest.IsEmpty;)
        {
            int ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
            if (ascii < 0) ascii = rest.Length;
            for (int i = 0; i < ascii; i++) text.Append((char)rest[i]);
            rest = rest[ascii..];
            if (rest.IsEmpty) break;
            if (Rune.DecodeFromUtf8(rest, out var rune, out int consumed) != OperationStatus.Done) repaired.Add((text.Length, consumed));
            text.Append(pair[..rune.EncodeToUtf16(pair)]);
            rest = rest[consumed..];
        }
        string decoded = text.ToString();
        return (decoded, new Utf8Map(decoded, repaired.ToImmutable(), repaired.Count));
    }

    /// <summary>How far bytes are UTF-8.</summary>
    /// <param name="Continuations">Number of bytes behind the first of their sequence, in sequences that are valid.</param>
    /// <param name="Broken">Number of sequences that are not valid, as many as would become U+FFFD.</param>
    /// <param name="IsCut">Whether the bytes end in the middle of a sequence, which does not speak against them.</param>
    private readonly record struct Utf8Validity(int Continuations, int Broken, bool IsCut)
    {
        /// <summary>Whether they are UTF-8 that holds more than ASCII, all in all.</summary>
        public bool IsLikely => Continuations > 0 && Continuations >= (long)Broken * OutweighsBroken;

        public static Utf8Validity Of(ReadOnlySpan<byte> bytes)
        {
            int continuations = 0, broken = 0;
            while (true)
            {
                int ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
                if (ascii < 0) return new Utf8Validity(continuations, broken, IsCut: false);
                bytes = bytes[ascii..];
                var status = Rune.DecodeFromUtf8(bytes, out _, out int consumed);
                if (status is OperationStatus.NeedMoreData) return new Utf8Validity(continuations, broken, IsCut: true);
                if (status is OperationStatus.Done) continuations += consumed - 1;
                else broken++;
                bytes = bytes[consumed..];
            }
        }
    }

    /// <summary>The label that a document gives itself: of its XML declaration, else of its first <c>meta</c> element that has one; empty when there is none.</summary>
    private static string Prescan(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("<?xml"u8) && head.IndexOf("?>"u8) is var close and > 0 && head[..close].IndexOf("encoding"u8) is var named and > 0
            && Value(head[(named + 8)..close]) is { Length: > 0 } declared) return declared;
        Span<byte> lower = stackalloc byte[4];
        for (int at = 0; head[at..].IndexOf((byte)'<') is var open and >= 0;)
        {
            at += open + 1;
            if (head[at..].StartsWith("!--"u8))
            {
                int over = head[at..].IndexOf("-->"u8);
                if (over < 0) return "";
                at += over;
                continue;
            }
            if (head.Length - at < 5) return "";
            Ascii.ToLower(head.Slice(at, 4), lower, out _);
            if (!lower.SequenceEqual("meta"u8)) continue;
            int end = head[at..].IndexOf((byte)'>');
            var tag = end < 0 ? head[at..] : head.Slice(at, end);
            for (int i = 0; i + 7 < tag.Length; i++)
                if (Ascii.EqualsIgnoreCase(tag.Slice(i, 7), "charset"u8) && Value(tag[(i + 7)..]) is { Length: > 0 } label) return label;
        }
        return "";
    }

    /// <summary>The value behind an equals sign, quoted or not; empty when there is no equals sign.</summary>
    private static string Value(ReadOnlySpan<byte> rest)
    {
        rest = rest.TrimStart(" \t\r\n\f"u8);
        if (rest.IsEmpty || rest[0] != (byte)'=') return "";
        rest = rest[1..].TrimStart(" \t\r\n\f\"'"u8);
        int end = rest.IndexOfAny(LabelEnds);
        const int Longest = 40;
        if (end < 0 || end > Longest) end = Math.Min(rest.Length, Longest);
        return Encoding.ASCII.GetString(rest[..end]).ToLowerInvariant();
    }
}
