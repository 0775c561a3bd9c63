using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads what a number measures: its unit or currency, smaller units behind it, and what it is per.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class MeasureReader(QuantityScope scope)
{
    private const int LongestMillions = 1_000_000_000;

    /// <summary>No earthquake has been greater.</summary>
    private const decimal GreatestMagnitude = 10m;

    /// <summary>More than anybody has from universities: of heat, or of a circle.</summary>
    private const decimal MostDegrees = 10m;

    private static readonly FrozenSet<string> Paying = FrozenSet.Create(
        StringComparer.Ordinal, "pay", "cost", "fine", "spend", "worth", "price", "charge", "earn", "borrow", "owe", "sell", "buy",
        "invest", "donate", "raise", "wage", "salary", "fee", "ticket", "loan", "debt", "cheque", "budget", "sterling");

    private static readonly FrozenSet<string> Warmth = FrozenSet.Create(
        StringComparer.Ordinal, "temperature", "heat", "warm", "cold", "thermostat", "fever", "forecast", "hot", "weather", "cool",
        "thermometer", "warming", "cooler", "warmer", "freeze", "freezing", "boil", "boiling", "frost", "mercury", "thaw", "sweltering", "chill");

    private static readonly FrozenSet<string> Weighing = FrozenSet.Create(StringComparer.Ordinal, "weigh", "weight", "lose", "heavy");

    private TokenWindow Window => scope.Window;

    /// <summary>Adds the unit behind the number; null when there is none.</summary>
    /// <param name="draft">The number.</param>
    /// <param name="scale">The scale of its last word.</param>
    public QuantityDraft? WithUnit(QuantityDraft draft, decimal scale)
    {
        int end = draft.End;
        int word = Window.IsJoint(end) ? end + 1 : end;
        if (Window.Is(word, "magnitude") || Window.Is(draft.First - 1, "magnitude") || Window.Are(draft.First - 2, "magnitude", "of"))
            return draft.Value is <= GreatestMagnitude and >= 0m ? draft with { Kind = QuantityKind.Dimension, Unit = "Magnitude", End = Window.Is(word, "magnitude") ? word + 1 : end } : null;
        // "99p"; apart it is a page.
        if (Window.Is(word, "p") && !Window.IsGlued(word)) return null;
        if (UnitLexicon.TryReadCurrency(Window, word, out var currency))
            return WithSpokenCents(AddCents(WithScaleBehind(draft with { Kind = QuantityKind.Money, Unit = currency.Name, End = currency.End }, scale), currency));
        if (UnitLexicon.TryReadScaledCode(Window, word, out currency, out decimal codeScale) && draft.Value is { } thousands
            && NumberParser.TryMultiply(thousands, codeScale, out decimal whole))
            return draft with { Kind = QuantityKind.Money, Unit = currency.Name, End = currency.End, Value = NumberParser.Trimmed(whole) };
        // "20 (kg)"
        bool bracket = Window.Is(end, "(", "[");
        if (bracket) word = end + 1;
        if (!UnitLexicon.TryReadUnit(Window, word, out var unit) || bracket && !Window.Is(unit.End, ")", "]")) return null;
        bool sign = Window.Form(word).Length == 1 && char.IsLetter(Window.Form(word)[0]);
        if (sign)
        {
            // "5m people" counts millions; "5 m high" measures; a letter apart from its number is often no unit at all.
            bool glued = Window.IsGlued(word) || bracket;
            if (!glued && unit.Name is not "Meter") return null;
            if (unit.Name == "Meter" && glued && scale == 1m
                && CountedNouns.Find(Window, word + 1, plural: true, scope.IsDate) is { } counted
                && draft.Value is < LongestMillions and var millions)
                return draft with { Value = NumberParser.Trimmed(millions * 1_000_000m), NumberEnd = word + 1, End = word + 1, Counted = counted };
        }
        // "30C" is warm only where words speak of warmth; "seat 30C" is not.
        if (sign && unit.Class == "temperature" && !(Window.IsGlued(word)
            && (Window.Form(draft.NumberEnd - 1).Contains('.') || IsNear(draft.First, unit.End, Warmth)))) return null;
        var kind = KindOf(unit);
        switch (unit.Name)
        {
            case "Pound" when IsPaid(draft.First, unit.End) || scale > 1_000m:
                kind = QuantityKind.Money;
                break;
            case "Bit" when Window.Is(unit.End, "of") || Window.IsNoun(unit.End) && !Window.IsJoint(end) && Window.Is(word, "bit"):
            case "Cup" when !Window.Is(unit.End, "of"):
                return null;
            case "Stone" when Window.IsNoun(unit.End) || !IsNear(draft.First, unit.End, Weighing):
                return null;
            case "Degree" when NumberParser.IsAlone(Window, draft.First, unit.End) || draft.Value is 0m:
                kind = QuantityKind.Temperature;
                break;
            // Few persons hold more than three degrees of a university.
            case "Degree" when Window.Kind(word) is not SyntaxKind.Symbol && !IsNear(draft.First, unit.End, Warmth) && draft.Value is not (> MostDegrees or < 0m):
                return null;
            case "Degree" when IsNear(draft.First, unit.End, Warmth):
                kind = QuantityKind.Temperature;
                break;
        }
        var measured = draft with { Kind = kind, Unit = unit.Name, End = bracket ? unit.End + 1 : unit.End };
        if (kind is QuantityKind.Percent or QuantityKind.Dimension or QuantityKind.Money)
            measured = measured with { Counted = CountedNouns.FindPartitive(Window, unit.End, scope.IsDate, needsDeterminer: false) };
        return AddSmallerUnit(measured, unit);
    }

    /// <summary><em>From 5 to 10 percent</em>: the first number takes its unit from the second.</summary>
    public QuantityDraft? WithUnitOfNext(QuantityDraft draft)
    {
        if (draft.Low is not null || !Window.Is(draft.End, "to")) return null;
        if (!NumberParser.TryRead(Window, draft.End + 1, false, false, out var next) || next.Form is not NumberForm.Cardinal) return null;
        if (!Window.Is(draft.First - 1, "from"))
            // "35 to 12 percent": falling, hence no range but two shares.
            return draft.Value is <= 100m and var share && share > next.Value && UnitLexicon.TryReadUnit(Window, next.End, out var percent) && percent.Class is "percent"
                ? draft with { Kind = QuantityKind.Percent, Unit = percent.Name }
                : null;
        if (UnitLexicon.TryReadCurrency(Window, next.End, out var currency))
        {
            decimal scale = draft.Value < next.Value / next.Scale || next.Scale > 1m && draft.Value < 1000m ? next.Scale : 1m;
            return draft with { Kind = QuantityKind.Money, Unit = currency.Name, Value = draft.Value * scale };
        }
        return UnitLexicon.TryReadUnit(Window, next.End, out var unit) && unit.Class is not "angle"
            && Window.Form(next.End).Length > 1 | unit.Class is "percent"
            ? draft with { Kind = KindOf(unit), Unit = unit.Name }
            : null;
    }

    /// <summary>Adds what the amount is per: <em>a barrel</em>.</summary>
    public QuantityDraft WithRate(QuantityDraft draft)
    {
        if (draft.Kind is QuantityKind.Temperature || scope.IsDate(draft.End)) return draft;
        return RateReader.Read(Window, draft.End, out int end) is { } basis
            ? draft with { Kind = QuantityKind.Rate, Unit = $"{draft.Unit} per {basis}", End = end }
            : draft;
    }

    /// <summary>The kind of quantity that a unit measures.</summary>
    public static QuantityKind KindOf(UnitMatch unit) => unit.Class switch
    {
        "percent" => QuantityKind.Percent,
        "temperature" => QuantityKind.Temperature,
        "rate" => QuantityKind.Rate,
        _ => QuantityKind.Dimension,
    };

    /// <summary><em>75 USD million</em>, as some wires write.</summary>
    private QuantityDraft WithScaleBehind(QuantityDraft draft, decimal scale) =>
        scale == 1m && draft.Value is { } value && NumberWords.Scales.TryGetValue(Window.Form(draft.End), out decimal factor)
            && NumberParser.TryMultiply(value, factor, out decimal whole)
            ? draft with { Value = NumberParser.Trimmed(whole), End = draft.End + 1, NumberEnd = draft.End + 1 }
            : draft;

    /// <summary>Cents without their word, as people say them: <em>15 dollars 50</em>, <em>$100 and fifty</em>; the clause ends behind.</summary>
    public QuantityDraft WithSpokenCents(QuantityDraft draft)
    {
        // "$1.3 million dollars"
        if (draft is { Kind: QuantityKind.Money, Unit: { } unit } && Window.Kind(draft.First) is not SyntaxKind.Number
            && UnitLexicon.TryReadCurrency(Window, draft.End, out var again) && Window.Form(draft.End).Length > 1
            && (again.Name == unit || unit.EndsWith(again.Name, StringComparison.OrdinalIgnoreCase))) return draft with { End = again.End };
        if (draft.Kind is not QuantityKind.Money || draft.Value is not { } value || value != decimal.Truncate(value) || value >= 1_000_000m
            || draft.Unit is null or "Cent" or "Pence") return draft;
        int start = Window.Is(draft.End, "and") ? draft.End + 1 : draft.End;
        if (!NumberParser.TryRead(Window, start, false, true, out var cents) || cents.Form is not NumberForm.Cardinal || cents.Value is < 10m or >= 100m
            || cents.Value != decimal.Truncate(cents.Value) || scope.IsDate(start)) return draft;
        bool closed = cents.End >= Window.End || Window.Is(cents.End, ".") || Window.Is(cents.End, ",", ";") || Window.Is(cents.End, "more") && start == draft.End;
        return closed ? draft with { Value = NumberParser.Trimmed(value + cents.Value / 100m), End = cents.End, NumberEnd = cents.End } : draft;
    }

    /// <summary><em>Thirteen dollars and forty-five cents.</em></summary>
    private QuantityDraft AddCents(QuantityDraft draft, UnitMatch currency)
    {
        int start = Window.Is(currency.End, "and") || Window.Is(currency.End, ",") ? currency.End + 1 : currency.End;
        if (draft.Value is not { } value || value != decimal.Truncate(value)
            || !NumberParser.TryRead(Window, start, false, false, out var small) || small.Value >= 100m) return draft;
        if (!UnitLexicon.TryReadCurrency(Window, small.End, out var cents) || cents.Name is not ("Cent" or "Pence")
            || currency.Name is "Cent" or "Pence") return draft;
        return draft with { Value = NumberParser.Trimmed(value + small.Value / 100m), End = cents.End, NumberEnd = small.End };
    }

    /// <summary><em>Five feet two inches, 6 pounds 3 ounces.</em></summary>
    private QuantityDraft AddSmallerUnit(QuantityDraft draft, UnitMatch unit)
    {
        decimal parts = unit.Name switch { "Foot" => 12m, "Pound" => 16m, _ => 0m };
        if (parts == 0m || draft.Value is not { } value) return draft;
        // "5-foot-3"
        bool joined = Window.IsJoint(draft.NumberEnd) && Window.IsJoint(unit.End);
        int start = joined || Window.Is(unit.End, "and") || Window.Is(unit.End, ",") ? unit.End + 1 : unit.End;
        if (!NumberParser.TryRead(Window, start, false, false, out var small) || small.Value >= parts || small.Form is not NumberForm.Cardinal) return draft;
        if (joined && unit.Name == "Foot" && !Window.IsJoint(small.End))
            return draft with { Value = NumberParser.Trimmed(decimal.Round(value + small.Value / parts, 4)), End = small.End, NumberEnd = small.End };
        // "12 ft 2 in": behind a sign the other is a sign too, and no preposition.
        bool inch = Window.Is(unit.End - 1, "ft", "ft.") && Window.Is(small.End, "in", "in.");
        UnitMatch fine = inch ? new UnitMatch("Inch", unit.Class, small.End + 1) : default;
        if (!inch && !UnitLexicon.TryReadUnit(Window, small.End, out fine) || fine.Name is not ("Inch" or "Ounce")) return draft;
        return draft with { Value = NumberParser.Trimmed(decimal.Round(value + small.Value / parts, 4)), End = fine.End, NumberEnd = small.End };
    }

    /// <summary>Whether a word of paying stands in the same clause before the amount, or right behind it: <em>fined 500 pounds</em>.</summary>
    private bool IsPaid(int first, int end)
    {
        for (int i = first - 1; i >= Math.Max(Window.First, first - 5) && Window.Upos(i) is not (Upos.CCONJ or Upos.NUM); i--)
            if (Paying.Contains(Window.Lemma(i))) return true;
        return Paying.Contains(Window.Lemma(end));
    }

    private bool IsNear(int first, int end, FrozenSet<string> lemmas)
    {
        const int Reach = 12;
        for (int i = Math.Max(Window.First, first - Reach); i < Math.Min(Window.End, end + Reach); i++)
            if (lemmas.Contains(Window.Lemma(i))) return true;
        return false;
    }
}
