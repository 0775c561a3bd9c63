using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads plain counts and finds what they count.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class CountReader(QuantityScope scope)
{
    /// <summary>Nouns behind <em>one</em> that make it an indefinite pronoun.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> IndefiniteNouns = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "day", "thing", "way", "another", "side", "hand", "time", "point", "example", "reason", "such", "more", "last",
        "final").GetAlternateLookup<ReadOnlySpan<char>>();

    private TokenWindow Window => scope.Window;

    /// <summary>Adds the noun that a number counts; null when the number counts nothing.</summary>
    public QuantityDraft? Read(ParsedNumber number, QuantityDraft draft)
    {
        int first = number.First;
        int numberEnd = draft.NumberEnd;
        // A length of time that the dates left out: "24 hours a day", "one day".
        if (DateWords.Units.TryGetValue(Window.Form(Window.IsJoint(numberEnd) ? numberEnd + 1 : numberEnd), out var length))
            // "40 hours a week" are a rate of their own.
            return !Window.IsJoint(numberEnd) && RateReader.ReadTime(Window, numberEnd + 1) is { } basis
                ? draft with { Kind = QuantityKind.Rate, Unit = $"{length} per {basis}", End = numberEnd + 3 }
                : null;
        if (Window.IsJoint(numberEnd) && Window.Is(numberEnd + 1, "way", "fold")) return null;
        // "5G", "30C", "4WD": letters written on that are no unit.
        if (IsMultiple(numberEnd) || number.InDigits && Window.HasSuffix(numberEnd - 1)) return null;
        if (NumberParser.IsAlone(Window, draft.First, draft.End)) return draft;
        Hedges.FindBehind(Window, numberEnd, out int hedgeEnd);
        bool plural = draft.Value != 1m;
        var counted = CountedNouns.Find(Window, hedgeEnd, plural, scope.IsDate);
        if (draft.Value == 1m && !number.InDigits && !CountsOne(first, numberEnd, counted)) return null;
        // "1988 sales" are those of a year, "2000 people" a count; others write a comma.
        if (number is { InDigits: true, Scale: 1m } && IsYearLike(first) && draft.Value % 100m != 0m
            && draft.Value is >= 1900m and <= 2100m && hedgeEnd == numberEnd) return null;
        if (counted is { } noun && noun.Head >= hedgeEnd) return WithRate(draft with { Counted = noun }, noun.EndToken);
        // "50,000 a day"
        if (hedgeEnd == numberEnd && WithRate(draft, numberEnd) is { Kind: QuantityKind.Rate } rate) return rate;
        // "12-strong", "5-a-side", "24-7": a compound of another kind.
        if (Window.IsJoint(numberEnd) && hedgeEnd == numberEnd) return null;
        if (number is { InDigits: true, Scale: 1m } && draft.Low is null && IsYearLike(first)) return null;
        // "A quarter to five": the clock.
        if (Window.Is(first - 1, "to", "past") && Window.Is(first - 2, "quarter", "half")) return null;
        bool before = Window.Is(first - 1, "the") || Window.Is(first - 1, "these", "those");
        counted = new ElidedNouns(Window, scope.Found, scope.IsDate).Find(first, numberEnd);
        if (counted is null && before) return null;
        // Numbers side by side: a table, a code.
        if (counted is null && number.End == first + 1 && (IsBare(first - 1) || IsBare(numberEnd) && !NumberLabels.IsScaled(Window, numberEnd))) return null;
        // "Two, the law is old": an item of a speech. "2 Samuel": a book.
        if (counted is null && first == Window.First && numberEnd == first + 1
            && (Window.Is(numberEnd, ":") || !number.InDigits && Window.Is(numberEnd, ","))) return null;
        if (counted is null && number.InDigits && numberEnd == first + 1 && Window.IsCapitalized(numberEnd) && Window.Upos(numberEnd) is Upos.PROPN) return null;
        // "3 Marco Rubio": an item of a list.
        if (counted is null && number.InDigits && first == Window.First && Window.IsCapitalized(numberEnd)) return null;
        // A few digits by themselves are a page, a rank, a part of a table.
        if (counted is null && Hedges.FindBefore(Window, draft.First, QuantityKind.Cardinal, out _) is Precision.Exact && Window.End - Window.First < 3 && number is { InDigits: true, Scale: 1m }
            && Window.Form(first).Length <= 4) return null;
        if (counted is null && (Window.Kind(numberEnd) is SyntaxKind.Symbol || Window.Kind(first - 1) is SyntaxKind.Symbol)
            && Hedges.FindBefore(Window, first, QuantityKind.Cardinal, out _) is Precision.Exact) return null;
        return draft with { Counted = counted };
    }

    /// <summary>How often it happens is a part of the quantity: <em>30 people a day</em> are not 30 people.</summary>
    private QuantityDraft WithRate(QuantityDraft draft, int start) =>
        !scope.IsDate(start) && RateReader.ReadTime(Window, start) is { } time ? draft with { Kind = QuantityKind.Rate, Unit = $"per {time}" } : draft;

    /// <summary><em>Three times as many, twofold.</em></summary>
    private bool IsMultiple(int end) =>
        Window.Is(end, "times") && (Window.Is(end + 1, "as") || Window.Is(end + 1, "the") || Window.Xpos(end + 1) is Xpos.JJR or Xpos.RBR
            || Window.Is(end + 1, "more", "less"));

    /// <summary>Whether <em>one</em> counts: <em>one person was hurt</em>, but not <em>one of the</em>, <em>no one</em>, <em>one day</em>.</summary>
    private bool CountsOne(int one, int end, Counted? counted)
    {
        if (counted is not { Elided: false } noun || Window.Is(end, "of") || Window.IsIn(end, IndefiniteNouns)) return false;
        if (Window.IsJoint(end)) return !Window.Is(end + 1, "off") && !Window.Is(end + 1, "time", "way");
        return Window.Xpos(noun.Head) is Xpos.NN && Window.Upos(one - 1) is not (Upos.DET or Upos.ADJ or Upos.NOUN) || Window.Is(one - 1, "least");
    }

    private bool IsYearLike(int token) =>
        Window.Form(token) is { Length: 4 } form && !form.ContainsAnyExceptInRange('0', '9') && form[0] is '1' or '2';

    private bool IsBare(int token) => Window.Kind(token) is SyntaxKind.Number && !scope.IsDate(token);
}
