using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Analysis.Syntax;

/// <summary>Cuts text into tokens by the conventions of the English treebanks of Universal Dependencies.</summary>
/// <remarks>
/// Clitics are split (<c>do|n't</c>, <c>Ann|'s</c>, <c>can|not</c>), hyphenated words too (<c>50|-|year|-|old</c>) unless the first part is
/// a prefix (<c>re-elected</c>); abbreviations keep their full stop. One pass, no look-ahead beyond the token but for addresses.
/// </remarks>
internal static class Lexer
{
    /// <summary>Written with a full stop that does not end a sentence by itself. Lower case, without the stop.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "hon", "gen", "col", "lt", "sgt", "cpl", "pvt", "capt", "cmdr", "cdr", "adm",
        "maj", "brig", "gov", "sen", "rep", "reps", "sens", "pres", "supt", "insp", "det", "st", "jr", "sr", "inc", "corp", "co", "ltd",
        "bros", "vs", "etc", "dept", "univ", "assn", "ave", "blvd", "rd", "mt", "ft", "approx", "est", "fig", "messrs", "mme", "mlle",
        "ph.d", "e.g", "i.e").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Abbreviations only when a number follows, because each is also a word or a name.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationsBeforeNumber = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "art", "sec", "vol", "p", "pp")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Prefixes that the treebanks leave joined to the word behind their hyphen.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "anti", "bi", "co", "counter", "cyber", "de", "e", "ex", "extra", "hyper", "inter", "intra", "mega", "micro", "mid", "mini", "multi",
        "neo", "non", "over", "para", "post", "pre", "pro", "pseudo", "quasi", "re", "semi", "sub", "super", "trans", "tri", "ultra", "un",
        "under", "vice").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\r\n\f\v\u00a0\"<>“”‘’|\\^`{}");

    /// <summary>Whether the character is an apostrophe, straight or curly.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019';

    /// <summary>Finds the token at <paramref name="start"/>.</summary>
    /// <param name="text">The text; only its part before <paramref name="limit"/> is looked at.</param>
    /// <param name="start">Where the token begins; less than <paramref name="limit"/>.</param>
    /// <param name="limit">Where the block ends.</param>
    /// <param name="kind">What the token is.</param>
    /// <returns>Where the token ends; always greater than <paramref name="start"/>.</returns>
    public static int Next(ReadOnlySpan<char> text, int start, int limit, out SyntaxKind kind)
    {
        char c = text[start];
        if (IsSpace(c))
        {
            kind = SyntaxKind.WhiteSpace;
            int end = start + 1;
            while (end < limit && IsSpace(text[end])) end++;
            return end;
        }
        if (c is 'h' or 'H' or 'w' or 'W' && AddressAt(text[start..limit]) is var length and > 0)
        {
            kind = SyntaxKind.Word;
            return start + length;
        }
        if (char.IsAsciiDigit(c))
        {
            kind = SyntaxKind.Number;
            return ScanNumber(text, start, limit);
        }
        if (IsWordAt(text, start, limit, out _))
        {
            kind = SyntaxKind.Word;
            return ScanWord(text, start, limit);
        }
        if (c is '@' or '#' && start + 1 < limit && IsWordAt(text, start + 1, limit, out _))
        {
            kind = SyntaxKind.Word;
            return ScanHandle(text, start + 1, limit);
        }
        if (IsApostrophe(c) && CliticAt(text, start, limit) is var clitic and > 0)
        {
            kind = SyntaxKind.Word;
            return start + clitic;
        }
        return ScanSign(text, start, limit, out kind);
    }

    /// <summary>The kind of a token that is given whole: what the lexer makes of it, or, where it would cut it, a word if it holds a letter.</summary>
    /// <param name="form">The token; not empty.</param>
    /// <returns>Never white space: a form of nothing but invisible separators is a symbol.</returns>
    public static SyntaxKind KindOf(ReadOnlySpan<char> form)
    {
        bool whole = Next(form, 0, form.Length, out var kind) == form.Length;
        if (kind is SyntaxKind.WhiteSpace) kind = SyntaxKind.Symbol;
        if (whole) return kind;
        bool digits = false;
        foreach (var rune in form.EnumerateRunes())
        {
            if (Rune.IsLetter(rune)) return SyntaxKind.Word;
            digits |= Rune.IsDigit(rune);
        }
        return digits ? SyntaxKind.Number : kind;
    }

    /// <summary>White space, and the invisible characters that only separate: byte order mark, zero-width space.</summary>
    internal static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\ufeff' or '\u200b';

    private static int ScanSign(ReadOnlySpan<char> text, int start, int limit, out SyntaxKind kind)
    {
        char c = text[start];
        Rune.DecodeFromUtf16(text[start..limit], out var rune, out int size);
        int end = start + size;
        kind = Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation
            or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
            or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
            ? SyntaxKind.Punctuation
            : SyntaxKind.Symbol;
        // Runs of dots and of dashes, and the doubled marks of typewriters, are one sign.
        if (c is '.' or '-' or '—' or '*' or '_' or '=' or '`' or '\'')
            while (end < limit && text[end] == c && (c is not ('`' or '\'') || end - start < 2)) end++;
        return SkipMarks(text, end, limit);
    }

    private static int ScanNumber(ReadOnlySpan<char> text, int start, int limit)
    {
        int end = SkipDigits(text, start, limit);
        while (end + 1 < limit && char.IsAsciiDigit(text[end + 1]))
        {
            int next = SkipDigits(text, end + 1, limit);
            bool joins = text[end] switch
            {
                ',' => next - end == 4,
                '.' or '/' => true,
                ':' => next - end == 3,
                // 2022-08-16 and telephone numbers are one token, 10-12 is a range of two numbers.
                '-' => next + 1 < limit && text[next] == '-' && char.IsAsciiDigit(text[next + 1]) || IsJoinedByHyphen(text, start, end),
                _ => false,
            };
            if (!joins) break;
            end = next;
        }
        // 21st, 1990s; but 5km and 9pm are two tokens.
        int letters = end;
        while (letters < limit && char.IsLetter(text[letters])) letters++;
        if (text[end..letters] is "st" or "nd" or "rd" or "th" or "s" or "ST" or "ND" or "RD" or "TH") return letters;
        // The last letter of a glued lower-case word belongs to the next token; a mixed form such as 4x4 stays whole.
        if (letters > end && letters < limit && char.IsAsciiDigit(text[letters])) return ScanAlphanumeric(text, letters, limit);
        return end;
    }

    private static bool IsJoinedByHyphen(ReadOnlySpan<char> text, int start, int end) => text[start..end].Contains('-');

    private static int ScanAlphanumeric(ReadOnlySpan<char> text, int end, int limit)
    {
        while (end < limit && char.IsLetterOrDigit(text[end])) end++;
        return end;
    }

    private static int ScanWord(ReadOnlySpan<char> text, int start, int limit)
    {
        int end = start;
        while (true)
        {
            while (end < limit && IsWordAt(text, end, limit, out int size)) end += size;
            if (end + 1 >= limit) break;
            char c = text[end];
            if (IsApostrophe(c) && IsWordAt(text, end + 1, limit, out _))
            {
                if (CliticAt(text, end, limit) > 0) break;
                if (IsNegativeClitic(text, end, limit)) return end - 1 > start ? end - 1 : end + 2;
                end++;
                continue;
            }
            if (c == '&' && char.IsUpper(text[end - 1]) && char.IsUpper(text[end + 1]))
            {
                end++;
                continue;
            }
            if (c == '-' && IsWordAt(text, end + 1, limit, out _) && Prefixes.Contains(text[start..end]))
            {
                end++;
                continue;
            }
            if (c == '@' && IsWordAt(text, end + 1, limit, out _)) return ScanHandle(text, end + 1, limit);
            break;
        }
        if (end < limit && text[end] == '.') return MailboxAt(text, end, limit) is var at and > 0 ? ScanHandle(text, at + 1, limit) : ScanFullStop(text, start, end, limit);
        if (end - start == 6 && text[start..end].Equals("cannot", StringComparison.OrdinalIgnoreCase)) return start + 3;
        return end;
    }

    /// <summary>Decides whether the full stop at <paramref name="end"/> belongs to the word before it.</summary>
    private static int ScanFullStop(ReadOnlySpan<char> text, int start, int end, int limit)
    {
        var word = text[start..end];
        // U.S., a.m., J.K.: single letters, each with its stop.
        if (word.Length == 1 && char.IsLetter(word[0]))
        {
            int stop = end + 1;
            while (stop + 1 < limit && char.IsLetter(text[stop]) && text[stop + 1] == '.') stop += 2;
            if (stop > end + 1) return stop;
            // An initial: "J. Smith". "I" is a word, and a single letter at the end of a block ends it.
            bool beforeName = stop + 1 < limit && IsSpace(text[stop]) && char.IsUpper(text[stop + 1]);
            return char.IsUpper(word[0]) && word[0] != 'I' && beforeName ? stop : end;
        }
        if (Abbreviations.Contains(word) && end + 1 < limit) return end + 1;
        if (AbbreviationsBeforeNumber.Contains(word) && end + 2 < limit && IsSpace(text[end + 1]) && char.IsAsciiDigit(text[end + 2])) return end + 1;
        return end;
    }

    /// <summary>Length of <c>'s</c>, <c>'re</c>, <c>'ve</c>, <c>'ll</c>, <c>'d</c>, <c>'m</c> at the apostrophe, or 0.</summary>
    private static int CliticAt(ReadOnlySpan<char> text, int apostrophe, int limit)
    {
        if (apostrophe == 0 || !char.IsLetterOrDigit(text[apostrophe - 1]) && !(text[apostrophe - 1] is '.' or '”' or '"')) return 0;
        int end = apostrophe + 1;
        while (end < limit && char.IsLetter(text[end])) end++;
        if (end < limit && char.IsAsciiDigit(text[end])) return 0;
        var letters = text[(apostrophe + 1)..end];
        Span<char> lower = stackalloc char[2];
        if (letters.Length is 0 or > 2) return 0;
        letters.ToLowerInvariant(lower);
        return lower[..letters.Length] is "s" or "d" or "m" or "re" or "ve" or "ll" ? end - apostrophe : 0;
    }

    /// <summary>Whether <c>n't</c> stands around the apostrophe, as in <c>don't</c>.</summary>
    private static bool IsNegativeClitic(ReadOnlySpan<char> text, int apostrophe, int limit) =>
        apostrophe > 0 && text[apostrophe - 1] is 'n' or 'N' && apostrophe + 1 < limit && text[apostrophe + 1] is 't' or 'T'
        && (apostrophe + 2 >= limit || !char.IsLetterOrDigit(text[apostrophe + 2]));

    private static int ScanHandle(ReadOnlySpan<char> text, int end, int limit)
    {
        while (end < limit && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-' or '.' && end + 1 < limit && char.IsLetterOrDigit(text[end + 1])))
            end++;
        return end;
    }

    /// <summary>Where the <c>@</c> stands of a mail address whose name holds the full stop at <paramref name="stop"/>; 0 when there is none.</summary>
    private static int MailboxAt(ReadOnlySpan<char> text, int stop, int limit)
    {
        // The longest name that a mail address may have.
        const int Longest = 64;
        int end = Math.Min(limit - 1, stop + Longest);
        int at = stop + 1;
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' or '-' or '+')) at++;
        return at > stop + 1 && at < end && text[at] == '@' && IsWordAt(text, at + 1, limit, out _) ? at : 0;
    }

    private static int AddressAt(ReadOnlySpan<char> text)
    {
        if (!(text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("www.", StringComparison.OrdinalIgnoreCase))) return 0;
        int end = text.IndexOfAny(AddressEnd);
        if (end < 0) end = text.Length;
        return text[..end].TrimEnd(".,;:!?)]'’").Length;
    }

    private static int SkipDigits(ReadOnlySpan<char> text, int start, int limit)
    {
        while (start < limit && char.IsAsciiDigit(text[start])) start++;
        return start;
    }

    /// <summary>Marks, joiners and variation selectors belong to the sign before them; so does an emoji behind a joiner.</summary>
    private static int SkipMarks(ReadOnlySpan<char> text, int end, int limit)
    {
        while (end < limit)
        {
            Rune.DecodeFromUtf16(text[end..limit], out var rune, out int size);
            if (rune.Value == 0x200D && end + size < limit && !IsSpace(text[end + size]))
            {
                end += size;
                Rune.DecodeFromUtf16(text[end..limit], out _, out size);
                end += size;
            }
            else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark
                || rune.Value is >= 0x1F3FB and <= 0x1F3FF)
            {
                end += size;
            }
            else break;
        }
        return end;
    }

    private static bool IsWordAt(ReadOnlySpan<char> text, int position, int limit, out int size)
    {
        char c = text[position];
        size = 1;
        if (char.IsAscii(c)) return char.IsAsciiLetterOrDigit(c);
        Rune.DecodeFromUtf16(text[position..limit], out var rune, out size);
        if (Rune.IsLetterOrDigit(rune)) return true;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber
            || rune.Value is 0x200C or 0x00AD;
    }
}
