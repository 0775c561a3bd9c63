using System.Globalization;
using Analysis.Language.Words;
using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>Tells whether two values that are not written alike may be the same one: "14" and "14-year-old", "Sept. 11" and "September 11, 2001".</summary>
internal static class MeaningValues
{
    /// <summary>Whether a value is narrower or broader than another that it may be: "32" than "about 30". A time is no narrower than another: texts leave out what both know of it.</summary>
    public static WordRelationKind Relation(MeaningUnits left, int l, MeaningUnits right, int r)
    {
        if (left.Units[l].Quantity is not (var a and >= 0) || right.Units[r].Quantity is not (var b and >= 0)) return WordRelationKind.Same;
        Quantity x = left.Model.Quantities[a], y = right.Model.Quantities[b];
        return AreComparable(x, y) ? QuantityComparison.Compare(x, y) switch
        {
            ValueRelation.LeftNarrower => WordRelationKind.Narrower,
            ValueRelation.RightNarrower => WordRelationKind.Broader,
            _ => WordRelationKind.Same,
        } : WordRelationKind.Same;
    }

    /// <summary>How much two values look like one, from 1 on; 0 where they are two.</summary>
    public static int Likeness(MeaningUnits left, int l, MeaningUnits right, int r)
    {
        MeaningUnit a = left.Units[l], b = right.Units[r];
        if (a.Date >= 0 && b.Date >= 0) return OfDates(left.Model.Dates[a.Date].Timex, right.Model.Dates[b.Date].Timex);
        if (a.Quantity >= 0 && b.Quantity >= 0) return OfQuantities(left.Model.Quantities[a.Quantity], right.Model.Quantities[b.Quantity]);
        // A bare number has no unit that could tell it from another value.
        return BareValue(left, a) is { } x && BareValue(right, b) is { } y && x == y ? 1 : 0;
    }

    private static int OfQuantities(Quantity left, Quantity right)
    {
        if (left.Precision is Precision.Vague || right.Precision is Precision.Vague) return 0;
        if (AreComparable(left, right))
        {
            var relation = QuantityComparison.Compare(left, right);
            if (relation is ValueRelation.Equal) return 4;
            if (relation is not ValueRelation.Incompatible && AreNear(left, right)) return 2;
        }
        return left.Value is { } a && right.Value is { } b && a == b && (left.Unit == right.Unit || left.Unit.Length == 0 || right.Unit.Length == 0) ? 3 : 0;
    }

    private static bool AreComparable(Quantity left, Quantity right) =>
        left.Kind == right.Kind && left.Unit == right.Unit || QuantityComparison.AreShares(left, right);

    /// <summary>"More than 100" may be 500, but is not what 500 is told as.</summary>
    private static bool AreNear(Quantity left, Quantity right) =>
        left.Value is { } a && right.Value is { } b ? Math.Min(a, b) * 5 >= Math.Max(a, b) * 4 : left.Value is null && right.Value is null;

    private static decimal? BareValue(MeaningUnits text, MeaningUnit unit)
    {
        if (unit.Quantity >= 0) return text.Model.Quantities[unit.Quantity].Value;
        var form = unit.Date >= 0 ? text.Model.Dates[unit.Date].Timex : text.Model.Text.Form(unit.Token);
        return unit.End - unit.First == 1 && decimal.TryParse(form, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value) ? value : null;
    }

    /// <summary>Whether two times may be one. A day that is told from the day of writing may be any day.</summary>
    private static int OfDates(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = WithoutBound(left);
        right = WithoutBound(right);
        if (left.SequenceEqual(right)) return 4;
        // Lengths and stretches are the same or not.
        if (left.Contains('/') || right.Contains('/') || left[0] is 'P' || right[0] is 'P') return 0;
        SplitTime(left, out var leftDay, out var leftTime);
        SplitTime(right, out var rightDay, out var rightTime);
        if (leftTime.Length > 0 && rightTime.Length > 0 && !leftTime.SequenceEqual(rightTime)) return 0;
        bool sameTime = leftTime.Length > 0 && rightTime.Length > 0;
        if (leftDay.Length == 0 || rightDay.Length == 0) return sameTime ? 3 : 0;
        if (leftDay.SequenceEqual(rightDay)) return 3;
        if (IsSomeDay(leftDay) && IsDay(rightDay) || IsSomeDay(rightDay) && IsDay(leftDay)) return sameTime ? 3 : 2;
        return Parts(leftDay, rightDay);
    }

    private static ReadOnlySpan<char> WithoutBound(ReadOnlySpan<char> timex) =>
        timex.StartsWith("../", StringComparison.Ordinal) ? timex[3..] : timex.EndsWith("/..", StringComparison.Ordinal) ? timex[..^3] : timex;

    private static void SplitTime(ReadOnlySpan<char> timex, out ReadOnlySpan<char> day, out ReadOnlySpan<char> time)
    {
        int at = timex.IndexOf('T') is var found and >= 0 ? found : timex.Length;
        day = timex[..at];
        time = timex[at..];
    }

    /// <summary>"Today", "yesterday" of a text without a date.</summary>
    private static bool IsSomeDay(ReadOnlySpan<char> day) => day is "XXXX-XX-XX";

    private static bool IsDay(ReadOnlySpan<char> day) => day.Length == "2000-01-01".Length;

    /// <summary>Likeness of dates of which one is coarser or leaves a part open, where they share a part and no part differs.</summary>
    private static int Parts(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        bool shared = false;
        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (left[i] is 'X' || right[i] is 'X') continue;
            if (left[i] != right[i]) return 0;
            if (left[i] is not '-') shared = true;
        }
        return shared ? 2 : 0;
    }
}
