using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads ages: <em>50-year-old</em>, <em>52 years old</em>, <em>aged 52</em>, <em>Jonas Tverrin, 52,</em>, <em>children under 12</em>.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class AgeReader(QuantityScope scope)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AgedPeople = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "child", "children", "people", "men", "women", "boys", "girls", "kids", "those", "anyone", "adults", "pupils", "players",
        "teenagers", "voters", "aged", "age").GetAlternateLookup<ReadOnlySpan<char>>();

    private TokenWindow Window => scope.Window;

    /// <summary>Reads the age whose number is given; null when it is none.</summary>
    public QuantityDraft? Read(ParsedNumber number)
    {
        int first = number.First;
        int end = number.End;
        var draft = new QuantityDraft(first, end, first, end, QuantityKind.Age) { Value = number.Value, Unit = "Year" };
        int unitToken = Window.IsJoint(end) ? end + 1 : end;
        if (DateWords.Units.TryGetValue(Window.Form(unitToken), out var unit)
            && unit is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
        {
            int old = Window.IsJoint(unitToken + 1) ? unitToken + 2 : unitToken + 1;
            if (Window.Is(old, "old"))
                return draft with { End = old + 1, Unit = unit.ToString(), Counted = AgedBehind(first, old + 1) };
            if (Window.Is(old, "olds")) return draft with { End = old + 1, Unit = unit.ToString() };
            if (Window.Are(unitToken + 1, "of", "age")) return draft with { End = unitToken + 3, Unit = unit.ToString() };
            if (Window.Is(first - 1, "aged")) return draft with { End = unitToken + 1, First = first - 1, Unit = unit.ToString() };
            return null;
        }
        if (number.Value is < 0m or > 125m || number.Value != decimal.Truncate(number.Value)) return null;
        bool aged = Window.Is(first - 1, "aged", "ages") || Window.Is(first - 1, "age")
            || Window.Is(first - 1, "of") && Window.Is(first - 2, "age", "ages");
        aged |= Window.Is(first - 1, "between") && (Window.Is(first - 2, "aged", "ages")
            || Window.Is(first - 2, "of") && Window.Is(first - 3, "ages", "age"));
        if (aged && new RangeReader(scope).Read(number, false, default, joined: true) is { } range)
            return draft with { End = range.End, NumberEnd = range.End, Value = null, Low = range.Low, High = range.High };
        bool closed = Window.Is(end, ",") || Window.Is(end, ".") || Window.Is(end, ";", ")") || end >= Window.End;
        if (Window.Is(first - 1, "aged") && !Window.IsNoun(end)) return draft with { First = first - 1, Counted = AgedBefore(first - 1) };
        if (Window.Is(first - 1, "age") && !Window.IsNoun(end)
            && Window.Kind(first - 2) is not SyntaxKind.Number) return draft with { First = first - 1 };
        if (Window.Is(first - 1, "of") && Window.Is(first - 2, "age", "ages") && !Window.IsNoun(end)) return draft;
        if (Window.Is(first - 1, "under", "over") && Window.IsIn(first - 2, AgedPeople) && !Window.IsNoun(end) && Window.Upos(end) is not Upos.ADJ)
            return draft with { Counted = CountedNouns.Of(Window, first - 2, first - 2) };
        // "Sigrun Aumholt, 61, the mayor"
        if (number.InDigits && closed && Window.Is(first - 1, ",") && number.Value >= 1m && IsPersonName(first - 2))
            return draft with { Counted = AgedBefore(first - 1) };
        return null;
    }

    /// <summary>A name of two words or more: one alone (<em>Paris, 12,</em>) may be a place.</summary>
    private bool IsPersonName(int last) =>
        Window.Upos(last) is Upos.PROPN && Window.IsCapitalized(last) && Window.IsCapitalized(last - 1) && !scope.IsDate(last)
            && Window.Kind(last - 1) is SyntaxKind.Word
        && Window.Upos(last - 1) is Upos.PROPN or Upos.X or Upos.NOUN or Upos.ADJ;

    /// <summary>Who is as old: the noun or name behind <em>50-year-old</em>.</summary>
    private Counted? AgedBehind(int number, int start)
    {
        if (!Window.Has(start) || scope.IsDate(start)) return null;
        if (!CountedNouns.TryFindHead(Window, start, scope.IsDate, out int head)) return null;
        // "the 29-year-old tackles the question": a plural needs a number of its own.
        if (Window.Xpos(head) is Xpos.NNS && Window.Upos(number - 1) is not Upos.NUM && !Window.Is(number - 1, "these", "those")) return null;
        // The first word of a name is its head for the parser; the last one is what people are called by.
        while (Window.Upos(head) is Upos.PROPN && Window.Upos(head + 1) is Upos.PROPN && head + 1 < Window.End) head++;
        return CountedNouns.Of(Window, head, start);
    }

    private Counted? AgedBefore(int comma)
    {
        int head = Window.Is(comma - 1, ",") ? comma - 2 : comma - 1;
        if (!Window.IsNoun(head)) return null;
        int first = head;
        while (Window.Upos(first) is Upos.PROPN && Window.Upos(first - 1) is Upos.PROPN && Window.IsCapitalized(first - 1)) first--;
        return CountedNouns.Of(Window, head, first);
    }
}
