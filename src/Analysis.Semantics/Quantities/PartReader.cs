using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics.Dates;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads parts of a whole: <em>half of the votes</em>, <em>two thirds</em>, <em>one in five pupils</em>.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class PartReader(QuantityScope scope)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PartsOfTimeAndGame = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "first", "second", "other", "last", "top", "bottom", "better", "latter", "opening").GetAlternateLookup<ReadOnlySpan<char>>();

    private TokenWindow Window => scope.Window;

    /// <summary><em>Half of the votes, half the town, by half.</em></summary>
    public QuantityDraft? ReadHalf(int token)
    {
        if (!Window.Is(token, "half") || Window.IsJoint(token + 1) || Window.IsIn(token - 1, PartsOfTimeAndGame)) return null;
        if (NumberParser.TryRead(Window, token, false, false, out _)
            || DateWords.Units.ContainsKey(Window.Form(token + 2)) && Window.Is(token + 1, "a", "an")) return null;
        var draft = new QuantityDraft(token, token + 1, token, token + 1, QuantityKind.Fraction) { Value = 0.5m };
        // "half a percentage point"
        if (Window.Is(token + 1, "a", "an") && UnitLexicon.TryReadUnit(Window, token + 2, out var unit) && unit.Class is not "angle")
            return draft with { Kind = MeasureReader.KindOf(unit), Unit = unit.Name, End = unit.End };
        if (Window.Is(token + 1, "of")) return draft with { Counted = CountedNouns.FindPartitive(Window, token + 1, scope.IsDate, needsDeterminer: false) };
        if (Window.Is(token - 1, "by") && Window.Upos(token + 1) is not (Upos.NOUN or Upos.ADJ)) return draft;
        bool determiner = Window.Is(token + 1, "the") || Window.Is(token + 1, "its", "their") || Window.Is(token + 1, "his", "her")
            || Window.Is(token + 1, "all");
        if (!determiner || scope.IsDate(token + 1) || !CountedNouns.TryFindHead(Window, token + 2, scope.IsDate, out int head)) return null;
        // "half the size", "half the price" compare and count nothing.
        if (Window.Lemma(head) is "size" or "price" or "time" or "battle" or "story" or "number" or "amount" or "rate" or "level") return null;
        return draft with { Counted = CountedNouns.Of(Window, head, token + 2) };
    }

    /// <summary>What a fraction is a part of, or the unit that it measures in.</summary>
    public QuantityDraft ReadFraction(ParsedNumber number)
    {
        var draft = new QuantityDraft(number.First, number.End, number.First, number.End, QuantityKind.Fraction) { Value = number.Value };
        if (UnitLexicon.TryReadUnit(Window, number.End, out var unit) && unit.Class is not ("percent" or "angle"))
            return draft with { Kind = MeasureReader.KindOf(unit), Unit = unit.Name, End = unit.End };
        if (Window.Are(number.End, "of", "a") || Window.Are(number.End, "of", "an"))
        {
            if (UnitLexicon.TryReadUnit(Window, number.End + 2, out unit) && unit.Class is not "angle")
                return draft with { Kind = MeasureReader.KindOf(unit), Unit = unit.Name, End = unit.End };
        }
        return Window.Is(number.End, "of")
            ? draft with { Counted = CountedNouns.FindPartitive(Window, number.End, scope.IsDate, needsDeterminer: false) }
            : draft;
    }

    /// <summary><em>One in five people, nine out of ten.</em></summary>
    public QuantityDraft? ReadRatio(ParsedNumber number)
    {
        int end = number.End;
        // "1 over 3" is a part where it is all there is; else "one over par".
        if (Window.Is(end, "over") && NumberParser.TryRead(Window, end + 1, false, false, out var under) && under.Value > number.Value
            && NumberParser.IsAlone(Window, number.First, under.End))
            return new QuantityDraft(number.First, under.End, number.First, under.End, QuantityKind.Fraction) { Value = NumberParser.Rounded(number.Value / under.Value) };
        bool outOf = Window.Are(end, "out", "of");
        // "a one-in-five chance"
        bool joined = Window.IsJoint(end) && Window.IsJoint(end + 2);
        if (joined) end++;
        if (!outOf && !Window.Is(end, "in")) return null;
        int start = outOf || joined ? end + 2 : end + 1;
        if (scope.IsDate(start)) return null;
        if (Window.Is(start, "every")) start++;
        if (!NumberParser.TryRead(Window, start, false, false, out var whole) || whole.Form is not NumberForm.Cardinal
            || whole.Value <= number.Value || number.Value < 1m) return null;
        if (number.InDigits != whole.InDigits && !(number.Value <= 10m && whole.Value >= 10m)) return null;
        // "in" also joins other numbers: only small shares of round wholes.
        bool round = whole.Value is (>= 2m and <= 10m) or 12m or 20m or 50m or 100m or 1000m or 10_000m or 100_000m or 1_000_000m;
        if (!round || UnitLexicon.IsUnitAt(Window, whole.End) || !outOf && number.Value > 9m) return null;
        var counted = CountedNouns.Find(Window, whole.End, plural: true, scope.IsDate);
        // "Three in four say so": a verb shows that people are meant.
        bool said = Window.Upos(whole.End) is Upos.VERB or Upos.AUX;
        if (!outOf && counted is null && number.Value != 1m && whole.Value is not (10m or 100m) && !said && !joined) return null;
        return new QuantityDraft(number.First, whole.End, number.First, whole.End, QuantityKind.Fraction)
        {
            Value = NumberParser.Rounded(number.Value / whole.Value),
            Counted = counted,
        };
    }
}
