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
    /// <summary>Abbreviations that something always follows: titles in front of names, words in front of what they bring in.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "fr", "hon", "gen", "col", "lt", "sgt", "cpl", "pvt", "capt", "cmdr", "cdr", "adm",
        "maj", "brig", "gov", "sen", "rep", "reps", "sens", "pres", "supt", "insp", "det", "messrs", "msgr", "mme", "mlle", "vs", "approx",
        "est", "fig", "drs", "e.g", "i.e", "p.s", "ps").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Written with a full stop that does not end a sentence by itself, though the sentence may end there. Lower case, without the stop.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "st", "jr", "sr", "inc", "corp", "co", "ltd", "bros", "etc", "al", "dept", "univ", "assn", "ave", "blvd", "rd", "mt", "ft", "esq")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>States and provinces as American papers shorten them; abbreviations only behind the comma that stands between them and a town.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> States = FrozenSet.Create(
        StringComparer.Ordinal,
        "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md", "Mich", "Minn",
        "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ont", "Ore", "Pa", "Que", "Sask", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo",
        "B.C", "D.C", "N.C", "N.D", "N.H", "N.J", "N.M", "N.S", "N.Y", "R.I", "S.C", "S.D")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Abbreviations only when a number follows, because each is also a word or a name.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationsBeforeNumber = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "no", "nos", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu",
        "thur", "thurs", "fri", "sat", "sun", "art", "sec", "vol", "ext", "tel", "div", "p", "pp", "c", "b",
        "d", "m").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Of these, months whose short form is no word: what follows them may also be a word in small letters.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = FrozenSet.Create(
        StringComparer.Ordinal, "Jan", "Feb", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Weekdays = FrozenSet.Create(
        StringComparer.Ordinal, "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "Sun").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Negations that lack their apostrophe and are no other word.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Unmarked = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "arent", "couldnt", "didnt", "doesnt", "dont", "hadnt", "hasnt", "havent", "isnt", "shouldnt", "wasnt", "werent", "wouldnt")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Two words written as one; each is cut behind its third letter.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fused = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "cannot", "gonna", "wanna", "gotta", "outta").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Second parts of academic degrees, whose first part is a letter or two: B.Sc., Ph.D.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Degrees = FrozenSet.Create(
        StringComparer.Ordinal, "D", "Sc", "Phil", "Ed", "Eng", "Com", "Litt").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Prefixes that the treebanks leave joined to the word behind their hyphen.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "anti", "bi", "co", "counter", "cross", "cyber", "de", "e", "ex", "extra", "hyper", "inter", "intra", "mega", "micro", "mid", "mini",
        "mis", "multi", "neo", "non", "over", "para", "post", "pre", "pro", "pseudo", "psycho", "quasi", "re", "semi", "socio", "sub", "super",
        "trans", "tri", "ultra", "un", "under", "vice").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> AddressEnd = SearchValues.Create(" \t\r\n\f\v\u00a0\"<>“”‘’|\\^`{}");

    // Units that are written without a space behind a number, as in $5M and 30C; other letters make a name of it, as in 4G and 33A.
    private static readonly SearchValues<char> NameLetters = SearchValues.Create("ADEGHNQSXY");

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyAEIOUY");

    /// <summary>Whether something always follows the abbreviation, so that no sentence ends with it.</summary>
    /// <param name="word">With its full stop.</param>
    public static bool IsOpener(ReadOnlySpan<char> word) => Openers.Contains(word.TrimEnd('.'));

    /// <summary>Whether a word, with its full stop, is the short form of a state or province.</summary>
    public static bool IsState(ReadOnlySpan<char> word) => States.Contains(word.TrimEnd('.'));

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
        if (c is '.' && DottedAt(text, start, limit, out kind) is var dotted and > 0) return start + dotted;
        if (IsApostrophe(c) && YearAt(text, start, limit) is var year and > 0)
        {
            kind = SyntaxKind.Number;
            return start + year;
        }
        if (IsWordAt(text, start, limit, out _))
        {
            kind = SyntaxKind.Word;
            return ScanWord(text, start, limit);
        }
        if (c is '@' or '#' && start + 1 < limit && IsWordAt(text, start + 1, limit, out _) && !(c is '#' && char.IsAsciiDigit(text[start + 1])))
        {
            kind = SyntaxKind.Word;
            return ScanHandle(text, start + 1, limit);
        }
        if (IsApostrophe(c) && CliticAt(text, start, limit) is var clitic and > 0)
        {
            kind = SyntaxKind.Word;
            return start + clitic;
        }
        if (FaceAt(text, start, limit) is var face and > 0)
        {
            kind = SyntaxKind.Symbol;
            return start + face;
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
        if (c is '.' or '-' or '—' or '*' or '_' or '=' or '+' or '$' or '~' or '\\' or '`' or '\'')
            while (end < limit && text[end] == c && (c is not ('`' or '\'') || end - start < 2)) end++;
        else if (c is '!' or '?')
            while (end < limit && (text[end] is '!' or '?')) end++;
        else if (c is '<' or '>' && end < limit && text[end] == c) end++;
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
                '-' => next + 1 < limit && text[next] == '-' && char.IsAsciiDigit(text[next + 1]) || IsJoinedByHyphen(text, start, end)
                    || end - start == 3 && next - end == 5 && !text[start..end].Contains('.'),
                _ => false,
            };
            if (!joins) break;
            end = next;
        }
        // 21st, 1990s; but 5km and 9pm are two tokens.
        int letters = end;
        while (letters < limit && char.IsLetter(text[letters])) letters++;
        if (text[end..letters] is "st" or "nd" or "rd" or "th" or "s" or "ST" or "ND" or "RD" or "TH") return letters;
        if (letters == end + 1 && NameLetters.Contains(text[end]) && text[start..end].ContainsAnyExceptInRange('0', '9') is false) return letters;
        // The 1960's and the 60's; but 2024's budget is two tokens.
        if (end - start is 2 or 4 && text[end - 1] == '0' && end + 1 < limit && IsApostrophe(text[end]) && text[end + 1] == 's'
            && (end + 2 == limit || !char.IsLetterOrDigit(text[end + 2])) && text[start..end].ContainsAnyExceptInRange('0', '9') is false) return end + 2;
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
            if (c == '_' && IsWordAt(text, end + 1, limit, out _) || c == '*' && IsMasked(text, start, ref end, limit)
                || c == '/' && end == start + 1 && char.IsAsciiLetter(text[end + 1]) && (end + 2 == limit || !IsWordAt(text, end + 2, limit, out _)))
            {
                end++;
                continue;
            }
            if (c == '@' && IsWordAt(text, end + 1, limit, out _)) return ScanHandle(text, end + 1, limit);
            break;
        }
        if (end < limit && text[end] == '-' && IsBrokenOff(text, start, end, limit)) return end + 1;
        if (end < limit && text[end] == '.') return MailboxAt(text, end, limit) is var at and > 0 ? ScanHandle(text, at + 1, limit) : ScanFullStop(text, start, end, limit);
        const int LongestFused = 8;
        if (end - start > LongestFused) return end;
        if (Unmarked.Contains(text[start..end])) return end - 2;
        return Fused.Contains(text[start..end]) ? start + 3 : end;
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
            // The last letter may lack its stop, as in U.S and a.k.a.
            if (stop < limit && char.IsLetter(text[stop]) && char.IsUpper(text[stop]) == char.IsUpper(word[0])
                && (stop + 1 == limit || !IsWordAt(text, stop + 1, limit, out _) && !IsApostrophe(text[stop + 1]))) return stop + 1;
            if (stop > end + 1) return stop;
            if (DegreeAt(text, end + 1, limit) is var degree and > 0) return degree;
            if (char.IsUpper(word[0]) && IsInitial(text, start, stop, limit)) return stop;
            // Roe v. Wade; born, about: (b. March 1990).
            char next = stop + 1 < limit && IsSpace(text[stop]) ? text[stop + 1] : '\0';
            if (word[0] is 'v' && char.IsUpper(next) || word[0] is 'b' or 'd' or 'm' && char.IsUpper(next) && start > 0 && text[start - 1] == '(') return stop;
        }
        if (word is "Ph" && DegreeAt(text, end + 1, limit) is var doctor and > 0) return doctor;
        if (end + 1 < limit && IsAbbreviation(text, start, end, limit)) return end + 1;
        // galleries.example, notes.doc: no sentence starts in small letters right behind the stop of another.
        return end + 2 < limit && char.IsAsciiLetterLower(text[end + 1]) && IsWordAt(text, end + 2, limit, out _) ? ScanDotted(text, end, limit) : end;
    }

    /// <summary>Whether a capital with a stop is part of a name: <em>J. Smith</em>, <em>Lee, B., and Dahl</em>.</summary>
    private static bool IsInitial(ReadOnlySpan<char> text, int start, int stop, int limit)
    {
        if (stop < limit && text[stop] == ',') return text[start] != 'I';
        // A single letter at the end of a block ends it.
        if (stop + 1 >= limit || !IsSpace(text[stop]) || !char.IsUpper(text[stop + 1])) return false;
        if (text[start] != 'I') return true;
        // "I" is a word, but not behind a name and in front of another.
        int previous = start - 1;
        while (previous > 0 && char.IsLetter(text[previous - 1])) previous--;
        int next = stop + 1;
        while (next < limit && char.IsLetter(text[next])) next++;
        return start > 1 && text[start - 1] == ' ' && previous < start - 1 && char.IsUpper(text[previous]) && !SentenceSplitter.CommonlyStarts(text[previous..(start - 1)])
            && !SentenceSplitter.CommonlyStarts(text[(stop + 1)..next]);
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> text, int start, int end, int limit)
    {
        var word = text[start..end];
        int next = end + 1;
        while (next < limit && IsSpace(text[next])) next++;
        char following = next < limit ? text[next] : '\0';
        // Behind a shortened word at the end of a sentence stand two stops at most: more are an ellipsis.
        if (following is '.' && end + 2 < limit && text[end + 1] == '.' && text[end + 2] == '.') return false;
        if (Openers.Contains(word)) return true;
        // At the end of a sentence "etc." has a stop of its own no more: the treebanks cut it there.
        if (word.Equals("etc", StringComparison.OrdinalIgnoreCase)) return next < limit && !char.IsUpper(following);
        if (Abbreviations.Contains(word)) return true;
        // A single letter is one only with a bracket before it; elsewhere it may be a unit or an item of a list.
        if (AbbreviationsBeforeNumber.Contains(word) && char.IsAsciiDigit(following) && next <= end + 2)
            return word.Length > 1 || word is "p" or "c" || start > 0 && text[start - 1] is '(' || start > 1 && text[start - 2] is ';';
        if (Months.Contains(word) && (char.IsLower(following) && next > end + 1 || text[end + 1] == ',')) return true;
        if (Weekdays.Contains(word) && next + 3 <= limit && Months.Contains(text[next..(next + 3)])) return true;
        return States.Contains(word) && start > 2 && text[start - 1] == ' ' && text[start - 2] == ',' && char.IsLetter(text[start - 3]);
    }

    /// <summary>Where a degree such as <c>Ph.D.</c> ends whose second part stands at the position; 0 when there is none.</summary>
    private static int DegreeAt(ReadOnlySpan<char> text, int position, int limit)
    {
        int end = position;
        while (end < limit && char.IsAsciiLetter(text[end])) end++;
        if (!Degrees.Contains(text[position..end])) return 0;
        return end < limit && text[end] == '.' ? end + 1 : end;
    }

    /// <summary>Where a name with dots in it ends, of which the first stands at <paramref name="end"/>; with the path behind the name of a site.</summary>
    private static int ScanDotted(ReadOnlySpan<char> text, int end, int limit)
    {
        while (end + 1 < limit && text[end] is '.' or '-' or '_' && char.IsAsciiLetterOrDigit(text[end + 1]) || end < limit && char.IsAsciiLetterOrDigit(text[end]))
            end++;
        if (end + 1 >= limit || text[end] != '/' || !char.IsAsciiLetterOrDigit(text[end + 1])) return end;
        int path = text[end..limit].IndexOfAny(AddressEnd);
        return end + text.Slice(end, path < 0 ? limit - end : path).TrimEnd(".,;:!?)]'’").Length;
    }

    /// <summary>Whether a word breaks off with a hyphen, as in speech put down faithfully: a letter, or a few that make no syllable.</summary>
    private static bool IsBrokenOff(ReadOnlySpan<char> text, int start, int end, int limit)
    {
        var word = text[start..end];
        if (word.Length > 3 || end + 1 < limit && !(IsSpace(text[end + 1]) || text[end + 1] == ',') || end + 1 == limit) return false;
        if (start > 0 && !IsSpace(text[start - 1])) return false;
        return word.Length == 1 ? char.IsAsciiLetter(word[0]) && word[0] != 'I' : !word[1..].ContainsAnyExceptInRange('a', 'z') && !word.ContainsAny(Vowels);
    }

    /// <summary>Whether asterisks stand for letters of a word that is not spelled out; moves to the last of them.</summary>
    private static bool IsMasked(ReadOnlySpan<char> text, int start, ref int end, int limit)
    {
        int last = end;
        while (last + 1 < limit && text[last + 1] == '*') last++;
        int rest = last + 1;
        while (rest < limit && char.IsAsciiLetter(text[rest])) rest++;
        // a*b is arithmetic.
        if (rest == last + 1 || !char.IsAsciiLetter(text[end - 1]) || last == end && end - start + rest - last - 1 < 3) return false;
        end = last;
        return true;
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

    /// <summary>Length of <c>.265</c>, a fraction, or <c>.doc</c>, the ending of a name, at the stop; 0 when it is a full stop.</summary>
    private static int DottedAt(ReadOnlySpan<char> text, int start, int limit, out SyntaxKind kind)
    {
        kind = SyntaxKind.Number;
        if (start + 1 >= limit || start > 0 && !IsSpace(text[start - 1]) && text[start - 1] is not ('(' or '[' or '$' or '£' or '€')) return 0;
        int end = SkipDigits(text, start + 1, limit);
        if (end > start + 1) return end < limit && IsWordAt(text, end, limit, out _) ? 0 : end - start;
        kind = SyntaxKind.Word;
        while (end < limit && char.IsAsciiLetterLower(text[end])) end++;
        return end > start + 2 && (end == limit || !IsWordAt(text, end, limit, out _)) ? end - start : 0;
    }

    /// <summary>Length of <c>'98</c> or <c>'60s</c> at the apostrophe; 0 when it is a quotation mark.</summary>
    private static int YearAt(ReadOnlySpan<char> text, int start, int limit)
    {
        int end = SkipDigits(text, start + 1, limit);
        if (end - start != 3 || start > 0 && !IsSpace(text[start - 1]) && text[start - 1] != '(') return 0;
        bool plural = end < limit && text[end] == 's';
        if (plural) end++;
        if (end < limit && IsWordAt(text, end, limit, out _)) return 0;
        // What a straight mark in front of a number is, only the word before it tells.
        if (text[start] == '\'' && !plural && !BeforeYear(text[..start].TrimEnd())) return 0;
        return end - start;
    }

    private static bool BeforeYear(ReadOnlySpan<char> text)
    {
        int start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return text[start..] is "of" or "in" or "since" or "from" or "until" or "by" or "summer" or "spring" or "fall" or "autumn" or "winter";
    }

    /// <summary>Length of a face made of signs, between spaces: <c>:)</c>; 0 when there is none.</summary>
    private static int FaceAt(ReadOnlySpan<char> text, int start, int limit)
    {
        if (text[start] is not (':' or ';' or '=') || start > 0 && !IsSpace(text[start - 1])) return 0;
        int end = start + 1;
        if (end < limit && text[end] == '-') end++;
        if (end >= limit || text[end] is not (')' or '(' or 'D' or 'P')) return 0;
        end++;
        return end == limit || IsSpace(text[end]) || text[end] is '.' or ',' ? end - start : 0;
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
