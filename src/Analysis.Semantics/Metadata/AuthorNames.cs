using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>What stands in a byline.</summary>
internal enum BylinePartKind : byte
{
    /// <summary>The name of a person.</summary>
    Person,

    /// <summary>A news agency.</summary>
    Agency,
}

/// <summary>A part of a byline.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its characters.</param>
internal readonly record struct BylinePart(BylinePartKind Kind, TextSpan Span);

/// <summary>Tells names of persons in bylines from what else stands there: roles, outlets, places, times, prompts.</summary>
/// <remarks>
/// Better no author than a wrong one: a name has two words or more, all of them capitalised but for particles, and none that names a
/// role, an organisation, a time or a part of a page. Behind a comma or a stroke stands a role or an outlet, unless the list goes on with
/// "and" or the word is a given name.
/// </remarks>
internal static class AuthorNames
{
    /// <summary>Longest text that is read as a byline.</summary>
    private const int Longest = 400;

    /// <summary>Longest name, in words.</summary>
    private const int MostWords = 6;

    private static readonly SearchValues<char> TailStart = SearchValues.Create("@0123456789");

    /// <summary>Every name of an agency with the one that stands first in its line.</summary>
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Agencies = Lexicon.Lines("agencies")
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .SelectMany(names => names, (names, name) => (name, first: names[0]))
        .ToFrozenDictionary(pair => pair.name, pair => pair.first, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherWords = Lexicon.Words("byline-words").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> GivenNames = Lexicon.Pairs("given-names").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Particles = FrozenSet.Create(
        StringComparer.Ordinal,
        "de", "van", "von", "der", "den", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "el", "al", "bin", "bint", "ibn", "ben", "ten", "ter", "zu", "zur", "af", "av", "y", "e", "ap", "st").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether words name a news agency.</summary>
    public static bool IsAgency(ReadOnlySpan<char> words) => AgencyOf(words) is not null;

    /// <summary>The one name of the agency that words name: <c>associated press</c> for <em>the AP</em>; null where they name none.</summary>
    public static string? AgencyOf(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        if (words.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) words = words[4..];
        return Agencies.TryGetValue(words, out string? name) ? name : null;
    }

    /// <summary>Reads a byline.</summary>
    /// <param name="text">The text; only <paramref name="within"/> is looked at.</param>
    /// <param name="within">The byline.</param>
    /// <returns>Persons and agencies in order.</returns>
    public static IEnumerable<BylinePart> Read(string text, TextSpan within)
    {
        if (within.Length > Longest) yield break;
        int start = SkipMarker(text, within);
        var list = text.AsSpan(start, within.End - start);
        bool isList = list.Contains(" and ", StringComparison.OrdinalIgnoreCase) || list.Contains('&') || list.Contains(';');
        bool person = false, afterComma = false;
        while (start < within.End)
        {
            var (end, next, comma) = NextSeparator(text, start, within.End);
            var part = Once(text, CutTail(text, Trim(text, start, end)));
            var words = text.AsSpan(part.Start, part.Length);
            if (AgencyLength(words) is > 0 and var agency)
            {
                yield return new BylinePart(BylinePartKind.Agency, new TextSpan(part.Start, part.Start + agency));
            }
            else if (IsPerson(words) && (!person || !afterComma || isList || GivenNames.ContainsKey(FirstWord(words))))
            {
                person = true;
                yield return new BylinePart(BylinePartKind.Person, part);
            }
            // "Ann Lee in Marlow and Bo Dahl": what stands behind the preposition is passed over with its separator.
            afterComma = comma;
            start = next;
        }
    }

    /// <summary>Whether words are the name of a person, as far as their form tells.</summary>
    public static bool IsPerson(ReadOnlySpan<char> words)
    {
        int count = 0, full = 0;
        bool endsInParticle = false, uncased = false;
        foreach (var range in words.Split(' '))
        {
            var word = words[range].Trim(",.");
            if (word.IsEmpty) continue;
            if (++count > MostWords || OtherWords.Contains(word)) return false;
            endsInParticle = Particles.Contains(word);
            if (endsInParticle) continue;
            if (!IsNameWord(word, out bool hasNoCase)) return false;
            uncased |= hasNoCase;
            if (word.Length > 1) full++;
        }
        return !endsInParticle && (count >= 2 && full >= 1 || uncased && count == 1 && words.Length is >= 2 and <= 8);
    }

    private static bool IsNameWord(ReadOnlySpan<char> word, out bool hasNoCase)
    {
        hasNoCase = false;
        bool first = true;
        foreach (var rune in word.EnumerateRunes())
        {
            if (first)
            {
                hasNoCase = Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.OtherLetter;
                bool elided = word.Length > 2 && word[1] is '\'' or '’' && char.IsUpper(word[2]);
                if (!hasNoCase && !Rune.IsUpper(rune) && !elided) return false;
                first = false;
            }
            else if (!(Rune.IsLetter(rune) || rune.Value is '\'' or '’' or '-' or '‐' or '.' || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Behind "By", "Written by", "Analysis by", "Author:".</summary>
    private static int SkipMarker(string text, TextSpan within)
    {
        const int Reach = 3;
        int at = within.Start;
        for (int word = 0; word < Reach && at < within.End; word++)
        {
            while (at < within.End && !char.IsLetter(text[at])) at++;
            int end = at;
            while (end < within.End && char.IsLetter(text[end])) end++;
            var marker = text.AsSpan(at, end - at);
            bool isBy = marker.Equals("by", StringComparison.OrdinalIgnoreCase) || word == 0 && marker is "Von" or "Par" or "Por" or "VON" or "PAR" or "POR";
            bool isLabel = end < within.End && text[end] == ':' && marker.Length > 3;
            if (isBy && end < within.End && (char.IsWhiteSpace(text[end]) || text[end] == ':') || isLabel) return end + 1;
            at = end;
        }
        return within.Start;
    }

    /// <summary>Where the next part ends, and the one behind it begins.</summary>
    private static (int End, int Next, bool Comma) NextSeparator(string text, int start, int end)
    {
        for (int at = start; at < end; at++)
        {
            if (text[at] is ';' or '&') return (at, at + 1, false);
            if (text[at] is ',' or '|' or '/' or '·' or '•' or '(' or ')' or '\n' or '\t' or '—' or '–') return (at, at + 1, true);
            if (text[at] != ' ') continue;
            var rest = text.AsSpan(at, end - at);
            if (rest.StartsWith(" and ", StringComparison.OrdinalIgnoreCase)) return (at, at + 5, false);
            if (rest.StartsWith(" with ", StringComparison.OrdinalIgnoreCase)) return (at, at + 6, false);
            if (rest.StartsWith(" - ", StringComparison.Ordinal)) return (at, at + 3, true);
            foreach (string preposition in (ReadOnlySpan<string>)[" for ", " in ", " at ", " of ", " from ", " on ", " via ", " is "])
            {
                if (!rest.StartsWith(preposition, StringComparison.Ordinal)) continue;
                int next = at + preposition.Length;
                while (next < end && text[next] is not (',' or ';' or '|' or '&') && !text.AsSpan(next, end - next).StartsWith(" and ", StringComparison.OrdinalIgnoreCase)) next++;
                return (at, next == end ? end : text[next] == ' ' ? next + 5 : next + 1, next < end && text[next] is ',' or '|');
            }
        }
        return (end, end, false);
    }

    /// <summary>Without addresses of mail, handles and numbers at the end.</summary>
    private static TextSpan CutTail(string text, TextSpan part)
    {
        int tail = text.AsSpan(part.Start, part.Length).IndexOfAny(TailStart);
        if (tail < 0) return part;
        int end = part.Start + tail;
        while (end > part.Start && !char.IsWhiteSpace(text[end - 1])) end--;
        return Trim(text, part.Start, end);
    }

    /// <summary>A name that is set twice, as over and beside a portrait, once.</summary>
    private static TextSpan Once(string text, TextSpan part)
    {
        int half = part.Length / 2;
        bool twice = part.Length > 6 && part.Length % 2 == 1 && char.IsWhiteSpace(text[part.Start + half]) && text.AsSpan(part.Start, half).SequenceEqual(text.AsSpan(part.Start + half + 1, half));
        return twice ? new TextSpan(part.Start, part.Start + half) : part;
    }

    /// <summary>How much of the words names an agency: "AP" of "AP Sports Writer"; 0 where they name none.</summary>
    private static int AgencyLength(ReadOnlySpan<char> words)
    {
        if (IsAgency(words)) return words.Length;
        int space = words.IndexOf(' ');
        if (space <= 0 || !Agencies.ContainsKey(words[..space])) return 0;
        foreach (var range in words[space..].Split(' '))
            if (words[space..][range] is { IsEmpty: false } word && !OtherWords.Contains(word)) return 0;
        return space;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> words) => words.IndexOf(' ') is var space and > 0 ? words[..space] : words;

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '.' or ':' or '-' or '*')) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ':' or '-' or '*')) end--;
        return new TextSpan(start, end);
    }
}
