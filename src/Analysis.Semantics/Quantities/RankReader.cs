using Analysis.Language;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads ranks: <em>the third evacuation</em>, <em>the 41st edition</em>, <em>came second</em>.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class RankReader(QuantityScope scope)
{
    /// <summary>Unit of ranks that are counted from the end.</summary>
    private const string Last = "Last";

    private TokenWindow Window => scope.Window;

    /// <summary>
    /// Reads a rank that is counted from the end, the last being the first: <em>penultimate</em>, <em>second to last</em>, <em>last but
    /// one</em>, <em>the one before the last</em>; null when there is none.
    /// </summary>
    public QuantityDraft? ReadFromEnd(int token)
    {
        var form = Window.Form(token);
        if (form.Length == 0 || (form[0] | 0x20) is not ('p' or 'a' or 's' or 't' or 'f' or 'n' or 'l' or 'o')) return null;
        int end = token + 1, rank = 0;
        if (Window.Is(token, "penultimate")) rank = 2;
        else if (Window.Is(token, "antepenultimate")) rank = 3;
        else if (Window.Is(token, "last") && Window.Is(end, "but") && NumberWords.Units.TryGetValue(Window.Form(end + 1), out int more) && more > 0)
            (rank, end) = (more + 1, end + 2);
        else if (Window.Are(token, "one", "before", "the", "last")) (rank, end) = (2, Window.Is(token + 4, "one") ? token + 5 : token + 4);
        else if (Window.Is(token, "next") || NumberWords.Ordinals.ContainsKey(form))
        {
            int to = Window.IsJoint(end) ? end + 1 : end, last = Window.IsJoint(to + 1) ? to + 2 : to + 1;
            if (!Window.Is(to, "to") || !Window.Is(last, "last")) return null;
            rank = NumberWords.Ordinals.TryGetValue(form, out int ordinal) ? ordinal : 2;
            end = last + 1;
        }
        if (rank < 2 || scope.IsDate(end - 1)) return null;
        var draft = new QuantityDraft(token, end, token, end, QuantityKind.Ordinal) { Value = rank, Unit = Last };
        return !scope.IsDate(end) && CountedNouns.TryFindHead(Window, end, scope.IsDate, out int head)
            ? draft with { Counted = CountedNouns.Of(Window, head, end) }
            : draft;
    }

    /// <summary>Reads the rank; null when the word is an adverb, a name or a part of an idiom.</summary>
    public QuantityDraft? Read(ParsedNumber number)
    {
        int first = number.First;
        int end = number.End;
        // "First, he said": an adverb. "Second World War", "Third Avenue": names. "second-largest": a rank, but of what comes behind.
        if (Window.IsCapitalized(first) && (first > Window.First || Window.IsCapitalized(end)) && !number.InDigits) return null;
        if (number.InDigits && Window.IsCapitalized(end) && first > Window.First) return null;
        if (Window.Is(first, "second", "seconds") && (Window.IsJoint(first - 1) || Window.Is(first - 1, "a")
            || Window.Upos(first - 1) is Upos.NUM)) return null;
        bool placed = Window.Lemma(first - 1) is "come" or "finish" or "place" or "rank" or "end";
        if (Window.Upos(first) is Upos.ADV && !Window.IsNoun(end) && !placed) return null;
        if (Window.Is(first - 1, "at") || Window.Is(end, "of") && Window.Is(end + 1, "all")) return null;
        // "the first five runners": not a rank of one thing.
        if (Window.Upos(end) is Upos.NUM) return null;
        var draft = new QuantityDraft(first, end, first, end, QuantityKind.Ordinal) { Value = number.Value };
        if (Window.IsJoint(end))
        {
            // "third-largest city", "first-time buyers": only the superlative leaves a rank.
            if (Window.Xpos(end + 1) is not Xpos.JJS || !CountedNouns.TryFindHead(Window, end + 2, scope.IsDate, out int last)) return null;
            return draft with { Counted = CountedNouns.Of(Window, last, end + 2) };
        }
        // "first quarter sales": the rank is the quarter's.
        if (Window.Is(end, "quarter", "half")) return draft with { Counted = CountedNouns.Of(Window, end, end) };
        if (!scope.IsDate(end < Window.End ? end : first) && CountedNouns.TryFindHead(Window, end, scope.IsDate, out int head))
            return Window.Lemma(head) is "lady" or "minister" or "class" or "hand" && Window.Is(first, "first", "second")
                ? null
                : draft with { Counted = CountedNouns.Of(Window, head, end) };
        bool definite = Window.Is(first - 1, "the") || Window.Is(first - 1, "its", "their") || Window.Is(first - 1, "his", "her");
        if (placed || number.InDigits || end > first + 1) return draft;
        if (!definite) return null;
        return draft with { Counted = new ElidedNouns(Window, scope.Found, scope.IsDate).FindRanked(first) };
    }
}
