using System.Globalization;
using System.Text;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>A length of time as written.</summary>
/// <param name="First">First token, an article included.</param>
/// <param name="End">Just past the last token.</param>
/// <param name="NumberEnd">Just past the number in front of the first unit.</param>
/// <param name="Parts">Amounts with their units, from coarse to fine; one or two.</param>
/// <param name="Counted">Whether a number is written, not only <em>a</em>.</param>
internal sealed record Length(int First, int End, int NumberEnd, (decimal Amount, TimeUnit Unit)[] Parts, bool Counted)
{
    /// <summary>The whole length in the finer of its units; a month counts 30 days.</summary>
    public (decimal Amount, TimeUnit Unit) InFinestUnit()
    {
        var (amount, unit) = Parts[^1];
        if (Parts.Length == 2) amount += Parts[0].Amount * Ratio(Parts[0].Unit, unit);
        return (NumberParser.Trimmed(amount), unit);
    }

    /// <summary>In TIMEX3 notation: <c>P18M</c>, <c>PT2H30M</c>.</summary>
    public string ToTimex()
    {
        var date = new StringBuilder("P");
        var time = new StringBuilder();
        foreach (var (amount, unit) in Parts)
        {
            var target = unit <= TimeUnit.Hour ? time : date;
            decimal factor = unit switch { TimeUnit.Fortnight => 2m, TimeUnit.Decade => 10m, TimeUnit.Century => 100m, _ => 1m };
            target.Append(CultureInfo.InvariantCulture, $"{NumberParser.Trimmed(amount * factor)}").Append(unit switch
            {
                TimeUnit.Second => 'S',
                TimeUnit.Minute or TimeUnit.Month => 'M',
                TimeUnit.Hour => 'H',
                TimeUnit.Day => 'D',
                TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Fortnight => 'W',
                _ => 'Y',
            });
            if (unit is TimeUnit.Weekend) target.Append('E');
        }
        return time.Length > 0 ? $"{date}T{time}" : date.ToString();
    }

    /// <summary>How many of the fine unit make one of the coarse, for the pairs that are read.</summary>
    private static decimal Ratio(TimeUnit coarse, TimeUnit fine) => (coarse, fine) switch
    {
        (TimeUnit.Hour, TimeUnit.Minute) or (TimeUnit.Minute, TimeUnit.Second) => 60m,
        (TimeUnit.Year, TimeUnit.Month) => 12m,
        (TimeUnit.Day, TimeUnit.Hour) => 24m,
        (TimeUnit.Week, TimeUnit.Day) => 7m,
        (TimeUnit.Month, TimeUnit.Day) => 30m,
        (TimeUnit.Month, TimeUnit.Week) => 4m,
        (TimeUnit.Year, TimeUnit.Week) => 52m,
        _ => 365m,
    };
}

/// <summary>Reads lengths of time: <em>three days</em>, <em>two hours and 30 minutes</em>, <em>a week</em>, <em>18-month</em>.</summary>
internal static class LengthReader
{
    private const decimal LongestAmount = 1_000_000_000_000m;

    /// <summary>Reads the length that starts at a token. Ages (<em>50-year-old</em>) are none.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="length">The length.</param>
    public static bool TryRead(TokenWindow window, int start, out Length length)
    {
        length = null!;
        if (window.Kind(start) is SyntaxKind.Word && !NumberWords.Starts.Contains(window.Form(start))) return false;
        if (!TryReadPart(window, start, out int numberEnd, out int end, out decimal amount, out var unit, out bool counted)) return false;
        if (counted && IsAge(window, end)) return false;
        if (TryReadSecondPart(window, end, unit, out int secondEnd, out decimal secondAmount, out var secondUnit))
        {
            length = new Length(start, secondEnd, numberEnd, [(amount, unit), (secondAmount, secondUnit)], counted);
            return true;
        }
        // "a year and a half", "an hour and a half"
        if ((window.Are(end, "and", "a", "half") || window.Are(end, "and", "half") && !window.IsNoun(end + 2) && !window.Is(end + 2, "of", "the")) && amount == decimal.Truncate(amount))
        {
            amount += 0.5m;
            end += window.Is(end + 1, "a") ? 3 : 2;
            counted = true;
        }
        length = new Length(start, end, numberEnd, [(amount, unit)], counted);
        return true;
    }

    private static bool TryReadPart(
        TokenWindow window, int start, out int numberEnd, out int end, out decimal amount, out TimeUnit unit, out bool counted)
    {
        end = numberEnd = start;
        unit = default;
        amount = 0m;
        counted = true;
        // "half an hour", "half-hour", "a half hour"
        if (window.Is(start, "half") && window.Is(start + 1, "a", "an") && DateWords.Units.TryGetValue(window.Form(start + 2), out unit))
        {
            amount = 0.5m;
            numberEnd = start + 2;
            end = start + 3;
            return true;
        }
        if (NumberParser.TryRead(window, start, money: false, stopAtAnd: false, out var number))
        {
            if (number.Form is not NumberForm.Cardinal || number.Value is <= 0m or > LongestAmount) return false;
            numberEnd = number.End;
            int word = window.IsJoint(numberEnd) ? numberEnd + 1 : numberEnd;
            if (!DateWords.Units.TryGetValue(window.Form(word), out unit) && !(number.Value != 1m && TryReadSleep(window.Form(word), out unit)) && !TryReadSign(window, word, out unit)) return false;
            // "five second places": a rank, not a time.
            if (unit is TimeUnit.Second && window.Is(word, "second") && word == numberEnd && number.Value != 1m) return false;
            amount = number.Value;
            end = word + 1;
            return true;
        }
        if (TryReadFused(window, start, out amount, out unit))
        {
            numberEnd = end = start + 1;
            return true;
        }
        counted = false;
        if (!window.Is(start, "a", "an") || !DateWords.Units.TryGetValue(window.Form(start + 1), out unit)
            || window.Is(start + 1, "second")) return false;
        if (window.Form(start + 1).EndsWith('s')) return false;
        amount = 1m;
        numberEnd = start + 1;
        end = start + 2;
        return true;
    }

    /// <summary><em>Two nights, three weekends</em>: counted as units only in the plural.</summary>
    private static bool TryReadSleep(ReadOnlySpan<char> form, out TimeUnit unit)
    {
        unit = form.Equals("weekends", StringComparison.OrdinalIgnoreCase) ? TimeUnit.Weekend : TimeUnit.Day;
        return unit is TimeUnit.Weekend || form.Equals("nights", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>3h</c>: the sign written on to the number. <c>3d</c> and <c>5m</c> are other things.</summary>
    private static bool TryReadSign(TokenWindow window, int token, out TimeUnit unit)
    {
        unit = window.Form(token) is "h" ? TimeUnit.Hour : TimeUnit.Year;
        return window.IsGlued(token) && (window.Form(token) is "h" || window.Is(token, "yr", "yrs"));
    }

    /// <summary><c>3Y</c> as one token.</summary>
    private static bool TryReadFused(TokenWindow window, int token, out decimal amount, out TimeUnit unit)
    {
        (amount, unit) = (0m, TimeUnit.Year);
        return window.Form(token) is [.. { Length: 1 or 2 } digits, 'Y' or 'y'] && NumberParser.TryParseDigits(digits, out amount) && amount > 0m;
    }

    private static bool TryReadSecondPart(TokenWindow window, int position, TimeUnit first, out int end, out decimal amount, out TimeUnit unit)
    {
        int start = window.Is(position, "and") || window.Is(position, ",") ? position + 1 : position;
        bool read = TryReadPart(window, start, out _, out end, out amount, out unit, out bool counted);
        return read && counted && Follows(first, unit) && !IsAge(window, end);
    }

    /// <summary>Which unit may be counted on behind which: hours and minutes, years and months.</summary>
    private static bool Follows(TimeUnit coarse, TimeUnit fine) => (coarse, fine) is (TimeUnit.Hour, TimeUnit.Minute) or (TimeUnit.Minute, TimeUnit.Second)
        or (TimeUnit.Year, TimeUnit.Month) or (TimeUnit.Day, TimeUnit.Hour) or (TimeUnit.Week, TimeUnit.Day) or (TimeUnit.Month, TimeUnit.Day)
        or (TimeUnit.Year, TimeUnit.Week) or (TimeUnit.Year, TimeUnit.Day) or (TimeUnit.Month, TimeUnit.Week);

    private static bool IsAge(TokenWindow window, int end) =>
        window.Is(end, "old") || window.IsJoint(end) && window.Is(end + 1, "old", "olds") || window.Are(end, "of", "age");
}
