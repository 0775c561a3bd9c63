namespace Analysis.Semantics.Quantities;

/// <summary>A range of numbers.</summary>
/// <param name="First">First token, a word for minus included.</param>
/// <param name="Low">The lower one.</param>
/// <param name="High">The higher one.</param>
/// <param name="End">Just past the second number.</param>
/// <param name="Scale">The scale of the second number.</param>
internal readonly record struct NumberRange(int First, decimal Low, decimal High, int End, decimal Scale);

/// <summary>Reads ranges: <em>10 to 12</em>, <em>10–12</em>, <em>between 5 and 7</em>, <em>two or three</em>, <em>$5-10 million</em>.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class RangeReader(QuantityScope scope)
{
    private TokenWindow Window => scope.Window;

    /// <summary>Reads the range that starts with a number; null when there is none.</summary>
    /// <param name="number">The first number.</param>
    /// <param name="money">Whether a currency sign stands before it.</param>
    /// <param name="currency">The currency, if so.</param>
    /// <param name="joined">Whether words before show that a joint is a range, as <em>aged</em> does.</param>
    /// <remarks><em>10 to 12, 10–12, between 5 and 7, two or three, $5-10 million.</em></remarks>
    public NumberRange? Read(ParsedNumber number, bool money, UnitMatch currency, bool joined = false)
    {
        // "between minus five and ten"
        bool negative = !money && Window.Is(number.First - 1, "minus", "negative");
        int before = money || negative ? number.First - 2 : number.First - 1;
        bool between = Window.Is(before, "between") || money && Window.Is(number.First - 3, "between");
        int end = number.End;
        // The first amount may carry its own unit: "5 km to 10 km".
        string? unit = null;
        if (!money && !Window.IsJoint(end) && UnitLexicon.TryReadUnit(Window, end, out var own))
        {
            unit = own.Name;
            end = own.End;
        }
        bool dash = Window.IsJoint(end);
        bool to = Window.Is(end, "to", "through") || Window.Is(end, "-") && dash || Window.Is(end, "~") && Window.IsGlued(end) && Window.IsGlued(end + 1);
        // "1000 - 5000" with spaces: smaller numbers so written are scores.
        const decimal LargerThanScores = 200m;
        bool apart = !dash && Window.IsDash(end) && number is { InDigits: true, Value: >= LargerThanScores };
        to |= apart;
        bool or = Window.Is(end, "or");
        if (!dash && !to && !or && !(between && Window.Is(end, "and"))) return null;
        int start = end + 1;
        if (!Window.Has(start) || scope.IsDate(start)) return null;
        if (money && UnitLexicon.TryReadCurrency(Window, start, out var again))
        {
            if (again.Name != currency.Name) return null;
            start = again.End;
        }
        if (!NumberParser.TryRead(Window, start, money, false, out var other) || other.Form is not NumberForm.Cardinal) return null;
        if ((dash || apart) && number.InDigits != other.InDigits) return null;
        // "rose from 5 to 10": two values, not a range, unless something ranges.
        if (Window.Is(before, "from") && !Ranges(before)) return null;
        if (unit is not null && !(UnitLexicon.TryReadUnit(Window, other.End, out var second) && second.Name == unit)) return null;
        decimal low = negative ? -number.Value : number.Value;
        if (number.Scale == 1m && other.Scale > 1m && low < other.Value / other.Scale && !NumberParser.TryMultiply(low, other.Scale, out low)) return null;
        if (low >= other.Value || low < 0m && !between || or && (other.Value / 2m > low || unit is not null)) return null;
        // "raised 10 to 500": too far apart for a range that no word marks.
        if (to && !dash && !between && other.Value / 100m > low) return null;
        // A joint range counts or measures something; a bare one may be a score, a model, a code.
        if (dash && !between && !joined && !money && !HasObject(other.End)) return null;
        return new NumberRange(negative ? number.First - 1 : number.First, NumberParser.Trimmed(low), other.Value, other.End, other.Scale);
    }

    /// <summary>Whether a unit or a counted noun follows.</summary>
    public bool HasObject(int end) =>
    UnitLexicon.IsUnitAt(Window, end) || Window.IsJoint(end) && UnitLexicon.IsUnitAt(Window, end + 1)
        || CountedNouns.Find(Window, end, plural: true, scope.IsDate) is not null;

    private bool Ranges(int from)
    {
        for (int i = from - 1; i >= Math.Max(Window.First, from - 4); i--)
            if (Window.Lemma(i) is "range" or "vary" or "age") return true;
        return false;
    }
}
