using System.Collections.Frozen;
using System.Globalization;
using Analysis.Language;

namespace Analysis.Semantics.Quantities;

/// <summary>Finds the noun that a number counts, where it is written beside the number.</summary>
internal static class CountedNouns
{
    /// <summary>Tokens of the longest noun phrase that is looked through.</summary>
    private const int LongestPhrase = 14;

    /// <summary>Singular in form, plural in use.</summary>
    private static readonly FrozenSet<string> Invariant = FrozenSet.Create(
        StringComparer.Ordinal, "people", "aircraft", "sheep", "fish", "staff", "crew", "personnel", "police", "cattle", "series",
        "species", "offspring", "spacecraft", "deer", "dead", "percent", "head", "horsepower", "helicopter", "troop", "craft");

    /// <summary>Adjectives that stand for the people they are said of.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Victims = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "dead", "injured", "wounded", "missing", "homeless", "hurt",
        "killed").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Determiners = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "the", "these", "those", "its", "their", "his", "her", "our", "my", "your", "all", "this", "that")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds the noun behind a number.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="numberEnd">Just past the number and its hedge.</param>
    /// <param name="plural">Whether the number asks for a plural.</param>
    /// <param name="isDate">Whether a token belongs to a date, which no noun phrase runs into.</param>
    public static Counted? Find(TokenWindow window, int numberEnd, bool plural, Func<int, bool> isDate)
    {
        // "12-member committee": the noun of the compound is counted.
        if (window.IsJoint(numberEnd))
        {
            int noun = numberEnd + 1;
            return window.IsNoun(noun) && !window.IsCapitalized(noun) ? Of(window, noun, noun) : null;
        }
        if (window.Is(numberEnd, "of")) return FindPartitive(window, numberEnd, isDate, needsDeterminer: true);
        if (window.Are(numberEnd, "out", "of")) return FindPartitive(window, numberEnd + 1, isDate, needsDeterminer: true);
        if (window.IsIn(numberEnd, Victims) && !window.IsNoun(numberEnd + 1)) return Of(window, numberEnd, numberEnd);
        if (!TryFindHead(window, numberEnd, isDate, out int head)) return null;
        int nummod = window.Relation(numberEnd - 1) is DependencyRelation.Nummod ? window.Text.Head(numberEnd - 1) : -1;
        if (nummod >= numberEnd && nummod < head && window.IsNoun(nummod) && window.Xpos(nummod) is Xpos.NNS) head = nummod;
        bool fits = !plural || window.Xpos(head) is Xpos.NNS or Xpos.NNPS || Invariant.Contains(window.Lemma(head));
        return fits ? Of(window, head, numberEnd) : null;
    }

    /// <summary>Finds the noun behind <em>of</em>: <em>two of the men</em>, <em>60 percent of visitors</em>.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="of">The token <em>of</em>.</param>
    /// <param name="isDate">Whether a token belongs to a date.</param>
    /// <param name="needsDeterminer">Whether a bare noun will not do: <em>two of hearts</em>.</param>
    public static Counted? FindPartitive(TokenWindow window, int of, Func<int, bool> isDate, bool needsDeterminer)
    {
        if (!window.Is(of, "of")) return null;
        int start = of + 1;
        if (window.Is(start, "all")) start++;
        bool definite = window.IsIn(start, Determiners);
        if (definite) start++;
        else if (window.Is(start, "a", "an")) start++;
        else if (window.Upos(start) is Upos.NUM) definite = true;
        else if (needsDeterminer && !HasPossessive(window, start)) return null;
        // "two of the five men", "seven of the past eight games"
        if (definite && window.Upos(start) is Upos.ADJ && window.Upos(start + 1) is Upos.NUM) start++;
        if (NumberParser.TryRead(window, start, false, false, out var inner) && inner.Form is NumberForm.Cardinal) start = inner.End;
        return TryFindHead(window, start, isDate, out int head) ? Of(window, head, start) : null;
    }

    /// <summary>The noun phrase of <em>number of visitors</em>; the token is <em>number</em>.</summary>
    public static Counted? FindNumberOf(TokenWindow window, int number, Func<int, bool> isDate) =>
        FindPartitive(window, number + 1, isDate, needsDeterminer: false) is { } counted ? counted with { Elided = true } : null;

    /// <summary>The head of the noun phrase that starts at a token: the last noun of its first run of nouns.</summary>
    public static bool TryFindHead(TokenWindow window, int start, Func<int, bool> isDate, out int head)
    {
        head = -1;
        int limit = Math.Min(window.End, start + LongestPhrase);
        for (int i = start; i < limit; i++)
        {
            if (isDate(i)) break;
            var upos = window.Upos(i);
            if (upos is Upos.NOUN or Upos.PROPN)
            {
                // A plural ends the phrase unless it stands in a compound; a name behind a common noun starts another phrase.
                if (head >= 0 && window.Xpos(head) is Xpos.NNS
                    && !(window.Relation(head) is DependencyRelation.Compound && window.Text.Head(head) == i)) break;
                if (head >= 0 && upos is Upos.PROPN && window.Upos(head) is Upos.NOUN && !window.IsCapitalized(head)) break;
                head = i;
                continue;
            }
            if (window.IsJoint(i)) continue;
            if (head >= 0)
            {
                // "companies' profits", "world's leaders": the number counts what is owned only when the owner is singular.
                if (window.Xpos(i) is Xpos.POS && window.Xpos(head) is Xpos.NN or Xpos.NNP && i + 1 < limit && IsModifier(window, i + 1)) continue;
                // "GOP primary voters": a name, then the adjective of the noun that it stands before.
                if (upos is Upos.ADJ && window.Xpos(head) is Xpos.NNP && window.Upos(i + 1) is Upos.NOUN && i + 1 < limit && !isDate(i + 1)) continue;
                // "high-precision weapons": an adjective behind a joint goes on.
                if (window.IsJoint(i - 1) && IsModifier(window, i)) continue;
                break;
            }
            if (upos is Upos.ADJ || IsModifier(window, i)) continue;
            if (window.Is(i, ",", "and") && i > start && window.Upos(i - 1) is Upos.ADJ && window.Upos(i + 1) is Upos.ADJ) continue;
            if (upos is Upos.NUM && (window.IsJoint(i + 1) || window.IsJoint(i - 1))) continue;
            break;
        }
        return head >= 0;
    }

    /// <summary>Makes the result from head and first token.</summary>
    public static Counted Of(TokenWindow window, int head, int first) =>
        new(head, first, head + 1, Name(window, head).ToLower(CultureInfo.InvariantCulture), Elided: false);

    // A participle that stands for those it is said of keeps its form: "left 12 injured".
    private static string Name(TokenWindow window, int head) => window.Upos(head) is Upos.VERB ? window.Form(head).ToString() : window.Lemma(head);

    private static bool HasPossessive(TokenWindow window, int start)
    {
        for (int i = start + 1; i < start + 4; i++)
            if (window.Xpos(i) is Xpos.POS) return true;
        return false;
    }

    /// <summary>Whether the token modifies a noun to its right: adjective, participle, or an adverb before one.</summary>
    private static bool IsModifier(TokenWindow window, int token)
    {
        var upos = window.Upos(token);
        if (upos is Upos.ADJ or Upos.NOUN or Upos.PROPN) return true;
        if (window.Is(token, "more")) return true;
        bool beforeNominal = window.Upos(token + 1) is Upos.ADJ or Upos.NOUN or Upos.PROPN;
        if (upos is Upos.VERB && window.Xpos(token) is Xpos.VBN or Xpos.VBG) return beforeNominal;
        return upos is Upos.ADV && (window.Upos(token + 1) is Upos.ADJ || window.Xpos(token + 1) is Xpos.VBN)
            && window.Upos(token + 2) is not Upos.ADP;
    }
}
