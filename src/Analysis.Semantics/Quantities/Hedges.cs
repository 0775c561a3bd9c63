using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>The words around a number that say how exactly it is meant.</summary>
internal static class Hedges
{
    /// <summary>Hedges in front of the number, longer ones first, since <em>no more than</em> ends like <em>more than</em>.</summary>
    private static readonly ImmutableArray<(string[] Words, Precision Precision)> Before =
    [
        .. Of(
            Precision.AtLeast, "greater than or equal to", "more than or equal to", "larger than or equal to", "greater or equal than",
            "more or equal than", "larger or equal than", "equal to or greater than", "equal to or more than", "equal to or larger than",
            "at least or equal to", ">=", "> =", "≥", "no fewer than", "no less than", "not less than", "not fewer than", "a minimum of", "minimum of", "at least")
        .Concat(Of(
            Precision.AtMost, "less than or equal to", "fewer than or equal to", "smaller than or equal to", "less or equal than",
            "fewer or equal than", "smaller or equal than", "equal to or less than", "equal to or fewer than", "equal to or smaller than",
            "at most or equal to", "<=", "< =", "≤", "no more than", "not more than", "a maximum of", "maximum of", "as many as", "as much as", "up to", "at most"))
        .Concat(Of(
            Precision.MoreThan, "slightly more than", "slightly over", "a little more than", "more than", "greater than", "larger than", "bigger than", "higher than",
            "in excess of", "a little over", "well over", "just over", "well above", "just above", "over", "above", "exceeding", "exceeds", "topping", "surpassing", ">"))
        .Concat(Of(
            Precision.LessThan, "slightly less than", "a little less than", "a little under", "slightly under", "fewer than", "less than", "lower than", "smaller than", "just under", "well under",
            "just below", "well below", "under", "below", "<"))
        .Concat(Of(
            Precision.About, "an estimated", "a reported", "close to", "more or less", "something like", "in the region of", "just about",
            "about", "some", "around", "nearly", "almost", "roughly", "approximately", "approx.", "approx", "circa", "estimated", "virtually", "~"))
        .OrderByDescending(entry => entry.Words.Length),
    ];

    /// <summary>Last words of the hedges, so that most numbers need one look-up.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LastWords =
        Before.Select(entry => entry.Words[^1]).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words behind which <em>about three things</em> names the topic.</summary>
    private static readonly FrozenSet<string> TopicWords = FrozenSet.Create(
        StringComparer.Ordinal,
        "talk", "speak", "ask", "think", "worry", "know", "hear", "learn", "tell", "write", "read", "warn", "complain", "concern",
        "concerned", "question", "information", "news", "story", "report", "book", "film", "care", "forget", "argue", "say", "debate",
        "detail", "data", "lie", "joke", "doubt");

    /// <summary>Verbs that take <em>up to</em> with them.</summary>
    private static readonly FrozenSet<string> UpToVerbs =
        FrozenSet.Create(StringComparer.Ordinal, "add", "sum", "amount", "live", "stand", "measure", "face");

    /// <summary>Finds the hedge that ends just before a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">First token of the amount, currency sign included.</param>
    /// <param name="kind">What the amount is: <em>over three days</em> means during them.</param>
    /// <param name="first">First token of the hedge; <paramref name="start"/> when there is none.</param>
    public static Precision FindBefore(TokenWindow window, int start, QuantityKind kind, out int first)
    {
        first = start;
        if (!window.IsIn(start - 1, LastWords)) return Precision.Exact;
        foreach (var (words, precision) in Before)
        {
            int begin = start - words.Length;
            if (!window.Has(begin) || !window.Are(begin, words)) continue;
            if (words.Length == 1 && !IsHedge(window, begin, kind)) return Precision.Exact;
            // "adds up to 185", "comes close to"
            if (window.Is(begin, "up") && UpToVerbs.Contains(window.Lemma(begin - 1))) return Precision.Exact;
            first = begin;
            return precision;
        }
        return Precision.Exact;
    }

    /// <summary>Takes in a hedge behind the amount: a bound there says more than <em>about</em> in front, <em>or equal</em> widens a bound.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="before">What the hedge in front says.</param>
    /// <param name="end">Just past the amount; moved past the hedge.</param>
    public static Precision WithBehind(TokenWindow window, Precision before, ref int end)
    {
        if (before is Precision.MoreThan or Precision.LessThan)
        {
            if (!window.Are(end, "or", "equal")) return before;
            end += window.Is(end + 2, "to") ? 3 : 2;
            return before is Precision.MoreThan ? Precision.AtLeast : Precision.AtMost;
        }
        if (before is not (Precision.Exact or Precision.About)) return before;
        var behind = FindBehind(window, end, out int hedgeEnd);
        if (behind is Precision.Exact) return before;
        end = hedgeEnd;
        return behind;
    }

    /// <summary>Finds a hedge behind the amount: <em>or so</em>, <em>or more</em>, <c>+</c>, <c>-odd</c>.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="end">Just past the amount.</param>
    /// <param name="hedgeEnd">Just past the hedge; <paramref name="end"/> when there is none.</param>
    public static Precision FindBehind(TokenWindow window, int end, out int hedgeEnd)
    {
        hedgeEnd = end + 2;
        // "5000 or less than 6000": the word belongs to the next amount.
        if (window.Is(end, "or", "and") && !window.Is(end + 2, "than"))
        {
            bool or = window.Is(end, "or"), closed = or || !window.Has(end + 2) || window.Kind(end + 2) is SyntaxKind.Punctuation || window.Upos(end + 2) is Upos.ADP;
            if (or && window.Is(end + 1, "so")) return Precision.About;
            if (closed && (window.Is(end + 1, "more", "greater") || window.Is(end + 1, "above", "higher") || or && window.Is(end + 1, "over", "larger"))) return Precision.AtLeast;
            if (or && (window.Is(end + 1, "less", "fewer") || window.Is(end + 1, "below", "lower") || window.Is(end + 1, "under", "smaller"))) return Precision.AtMost;
        }
        if (window.IsJoint(end) && window.Is(end + 1, "odd")) return Precision.About;
        if (window.IsJoint(end) && window.Is(end + 1, "plus")) return Precision.AtLeast;
        hedgeEnd = end + 1;
        if (window.Is(end, "+") && window.IsGlued(end)) return Precision.AtLeast;
        hedgeEnd = end;
        return Precision.Exact;
    }

    /// <summary>Whether a word that is also a preposition hedges here.</summary>
    private static bool IsHedge(TokenWindow window, int token, QuantityKind kind)
    {
        if (window.Is(token, "<", ">")) return window.Kind(token - 1) is not SyntaxKind.Symbol;
        if (window.Is(token, "about")) return !TopicWords.Contains(window.Lemma(token - 1));
        if (window.Is(token, "around")) return window.Lemma(token - 1) is not ("gather" or "revolve" or "travel" or "circle");
        if (!window.Is(token, "over") && !window.Is(token, "above") && !window.Is(token, "under", "below")) return true;
        if (kind is QuantityKind.Duration) return window.Is(token - 1, "for") || window.Is(token, "under") && window.Is(token - 1, "in");
        // "a dispute over three islands", "under two presidents"
        bool amount = kind is QuantityKind.Percent or QuantityKind.Money or QuantityKind.Dimension or QuantityKind.Temperature
            or QuantityKind.Age or QuantityKind.Rate;
        return amount || window.Upos(token - 1) is not (Upos.NOUN or Upos.PROPN)
            && !(window.Is(token, "under", "below") && window.Upos(token - 1) is Upos.VERB);
    }

    private static IEnumerable<(string[] Words, Precision Precision)> Of(Precision precision, params string[] hedges) =>
        hedges.Select(hedge => (hedge.Split(' '), precision));
}
