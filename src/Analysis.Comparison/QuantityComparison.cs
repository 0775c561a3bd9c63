using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>How two values of one quantity stand to each other.</summary>
internal enum ValueRelation
{
    /// <summary>They say the same.</summary>
    Equal,

    /// <summary>Both may hold; the left is the more exact.</summary>
    LeftNarrower,

    /// <summary>Both may hold; the right is the more exact.</summary>
    RightNarrower,

    /// <summary>Both may hold.</summary>
    Compatible,

    /// <summary>They cannot both hold.</summary>
    Incompatible,
}

/// <summary>Compares the values of two quantities of the same thing. Exact decimal arithmetic throughout.</summary>
internal static class QuantityComparison
{
    /// <summary>How far off "about" may be: a fifth. Wider hedges are not used of figures that are known.</summary>
    private const decimal AboutTolerance = 0.2m;

    /// <summary>How far an unhedged round figure may be from the exact one: a twentieth, "12 million" for 12.4 million.</summary>
    private const decimal RoundingTolerance = 0.05m;

    /// <summary>The same of millions and more that are written with one digit: "2 trillion" for 2.2 trillion.</summary>
    private const decimal OneDigitTolerance = 0.1m;

    private const decimal Million = 1_000_000m;

    /// <summary>Whether one quantity is a fraction and the other a percentage: "a quarter", "25 percent".</summary>
    public static bool AreShares(Quantity left, Quantity right) =>
        left.Kind is QuantityKind.Fraction && right.Kind is QuantityKind.Percent || left.Kind is QuantityKind.Percent && right.Kind is QuantityKind.Fraction;

    /// <summary>Compares two quantities; their kinds and units must be the same, but for shares.</summary>
    public static ValueRelation Compare(Quantity left, Quantity right)
    {
        if (AreShares(left, right)) (left, right) = (AsPercentage(left), AsPercentage(right));
        if (left.Precision is Precision.Vague && right.Precision is Precision.Vague) return ValueRelation.Compatible;
        if (left.Precision is Precision.Vague) return ValueRelation.RightNarrower;
        if (right.Precision is Precision.Vague) return ValueRelation.LeftNarrower;
        if (left.Kind is QuantityKind.Score)
            return (left.Low, left.High) == (right.Low, right.High) || (left.Low, left.High) == (right.High, right.Low) ? ValueRelation.Equal : ValueRelation.Incompatible;

        if (left.Precision == right.Precision && left.Value == right.Value && left.Low == right.Low && left.High == right.High) return ValueRelation.Equal;
        if (IsExact(left) && IsExact(right))
        {
            var (a, b) = (left.Value!.Value, right.Value!.Value);
            if (a == b) return ValueRelation.Equal;
            if (RoundsTo(a, b)) return ValueRelation.LeftNarrower;
            if (RoundsTo(b, a)) return ValueRelation.RightNarrower;
            return ValueRelation.Incompatible;
        }
        var (l, r) = (RangeOf(left), RangeOf(right));
        if (l.Low > r.High || r.Low > l.High) return ValueRelation.Incompatible;
        // "More than 30" and 30 touch but do not meet.
        if (l.High == r.Low && (l.OpenHigh || r.OpenLow) || r.High == l.Low && (r.OpenHigh || l.OpenLow)) return ValueRelation.Incompatible;
        decimal leftWidth = Width(l), rightWidth = Width(r);
        return leftWidth < rightWidth ? ValueRelation.LeftNarrower : leftWidth > rightWidth ? ValueRelation.RightNarrower : ValueRelation.Compatible;
    }

    /// <summary>A fraction in words is a round figure of its percentage.</summary>
    private static Quantity AsPercentage(Quantity share) => share.Kind is QuantityKind.Percent ? share : share with
    {
        Value = share.Value * 100,
        Low = share.Low * 100,
        High = share.High * 100,
        Precision = share.Precision is Precision.Exact ? Precision.About : share.Precision,
    };

    private static bool IsExact(Quantity quantity) => quantity is { Precision: Precision.Exact, Value: not null };

    private static decimal Width((decimal Low, decimal High, bool OpenLow, bool OpenHigh) range) =>
        range.Low <= decimal.MinValue / 4 || range.High >= decimal.MaxValue / 4 ? decimal.MaxValue : range.High - range.Low;

    /// <summary>Whether <paramref name="round"/> is what <paramref name="exact"/> becomes when its last digits are rounded away.</summary>
    private static bool RoundsTo(decimal exact, decimal round)
    {
        decimal grain = Grain(round);
        // "72 percent" for 72.2.
        if (round == decimal.Truncate(round) && exact != decimal.Truncate(exact) && Math.Abs(round) >= 10) return decimal.Round(exact, MidpointRounding.AwayFromZero) == round;
        if (grain < 100 || Grain(exact) >= grain) return false;
        decimal distance = Math.Abs(exact - round);
        bool oneDigit = grain >= Million && Math.Abs(round) < grain * 10;
        return distance * 2 <= grain && distance <= Math.Abs(round) * (oneDigit ? OneDigitTolerance : RoundingTolerance);
    }

    /// <summary>The place of the last digit that is not zero: 100 for 1,500.</summary>
    private static decimal Grain(decimal value)
    {
        if (value == 0 || value != decimal.Truncate(value)) return 0;
        decimal grain = 1;
        while (grain < 1_000_000_000_000m && value % (grain * 10) == 0) grain *= 10;
        return grain;
    }

    private static (decimal Low, decimal High, bool OpenLow, bool OpenHigh) RangeOf(Quantity quantity)
    {
        decimal low = quantity.Low ?? quantity.Value ?? 0, high = quantity.High ?? quantity.Value ?? 0;
        if (low > high) (low, high) = (high, low);
        const decimal Floor = decimal.MinValue / 2, Ceiling = decimal.MaxValue / 2;
        return quantity.Precision switch
        {
            Precision.About => (low - Math.Abs(low) * AboutTolerance, high + Math.Abs(high) * AboutTolerance, false, false),
            Precision.AtLeast => (low, Ceiling, false, false),
            Precision.MoreThan => (low, Ceiling, true, false),
            Precision.AtMost => (Floor, high, false, false),
            Precision.LessThan => (Floor, high, false, true),
            _ => (low, high, false, false),
        };
    }
}
