using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Semantics.Dates;

/// <summary>Reads times of day: <em>1am</em>, <em>3:30 p.m.</em>, <em>15:30 GMT</em>, <em>noon</em>, <em>in the morning</em>.</summary>
internal static class ClockReader
{
    /// <summary>Reads the time that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="end">Just past the time, its zone included.</param>
    /// <param name="clock">The time.</param>
    public static bool TryRead(TokenWindow window, int start, out int end, out ClockTime clock)
    {
        end = start + 1;
        clock = default;
        if (window.Is(start, "noon") || window.Is(start, "midday") || window.Is(start, "midnight"))
        {
            clock = new ClockTime(window.Is(start, "midnight") ? LocalTime.Midnight : LocalTime.Noon, Granularity.Hour);
            return true;
        }
        if (window.Is(start, "12") && window.Is(start + 1, "noon", "midnight"))
        {
            end = start + 2;
            clock = new ClockTime(window.Is(start + 1, "noon") ? LocalTime.Noon : LocalTime.Midnight, Granularity.Hour);
            return true;
        }
        if (!TryReadDigits(window, start, out int hour, out int minute, out int second, out var granularity)) return false;
        if (IsHalfOfDay(window, end, out bool afternoon, out int halfEnd))
        {
            if (hour is < 1 or > 12) return false;
            clock = new ClockTime(new LocalTime(hour % 12 + (afternoon ? 12 : 0), minute, second), granularity);
            end = halfEnd;
            SkipZone(window, ref end);
            return true;
        }
        if (window.Is(end, "o'clock") || window.Is(end, "o’clock"))
        {
            if (granularity is not Granularity.Hour || hour is < 1 or > 12) return false;
            end++;
            // "6 o'clock this afternoon": the day is read behind it.
            if (window.Is(end, "this", "yesterday") || window.Is(end, "tomorrow"))
            {
                if (!DateWords.Dayparts.TryGetValue(window.Form(end + 1), out var behind)) return false;
                clock = new ClockTime(new LocalTime(hour % 12 + (behind is Daypart.Morning ? 0 : 12), 0), Granularity.Hour);
                return true;
            }
            if (!TryReadPartOfDay(window, end, out int partEnd, out bool late)) return false;
            clock = new ClockTime(new LocalTime(hour % 12 + (late ? 12 : 0), 0), Granularity.Hour);
            end = partEnd;
            return true;
        }
        // Twenty-four hours: with a colon, or four digits in front of a zone.
        if (granularity is Granularity.Hour || hour > 23) return false;
        int zoneEnd = end;
        SkipZone(window, ref zoneEnd);
        bool colon = window.Form(start).Contains(':');
        if (zoneEnd == end && (!colon || !IsTimeContext(window, start, hour))) return false;
        clock = new ClockTime(new LocalTime(hour, minute, second), granularity);
        end = zoneEnd;
        return true;
    }

    /// <summary>Reads an hour whose half of the day a word beside it tells: <c>8</c> in <em>last night at 8</em>.</summary>
    public static bool TryReadHourOf(TokenWindow window, int start, Daypart part, out int end, out ClockTime clock)
    {
        end = start + 1;
        clock = default;
        if (!TryReadDigits(window, start, out int hour, out int minute, out int second, out var granularity) || hour is < 1 or > 12
            || window.IsJoint(end) || window.Kind(end) is SyntaxKind.Symbol || window.IsNoun(end)) return false;
        bool late = part switch { Daypart.Morning => false, Daypart.Night => hour is >= 5 and < 12, _ => true };
        clock = new ClockTime(new LocalTime(hour % 12 + (late ? 12 : 0), minute, second), granularity);
        return true;
    }

    /// <summary>Reads hours and minutes as they stand, of twenty-four hours.</summary>
    public static bool TryReadPlain(TokenWindow window, int start, out ClockTime clock)
    {
        clock = default;
        if (!TryReadDigits(window, start, out int hour, out int minute, out int second, out var granularity) || hour > 23) return false;
        clock = new ClockTime(new LocalTime(hour, minute, second), granularity);
        return true;
    }

    /// <summary>Hours as they are known before <em>a.m.</em> and <em>p.m.</em>: <c>7</c> in <c>7 to 9 p.m.</c></summary>
    public static bool TryReadBareHour(TokenWindow window, int start, out int hour, out int minute, out Granularity granularity) =>
        TryReadDigits(window, start, out hour, out minute, out _, out granularity) && hour is >= 1 and <= 12;

    private static bool TryReadDigits(TokenWindow window, int start, out int hour, out int minute, out int second, out Granularity granularity)
    {
        hour = minute = second = 0;
        granularity = Granularity.Hour;
        var form = window.Form(start);
        if (window.Kind(start) is not SyntaxKind.Number)
            return NumberWords.Units.TryGetValue(form, out hour) && hour is >= 1 and <= 12;
        if (form.Length is 1 or 2) return TryDigits(form, out hour);
        if (form.Length == 4 && TryDigits(form, out int whole))
        {
            hour = whole / 100;
            minute = whole % 100;
            granularity = Granularity.Minute;
            return minute < 60;
        }
        int mark = form.IndexOfAny(':', '.');
        if (mark is not (1 or 2) || form.Length < mark + 3) return false;
        granularity = Granularity.Minute;
        if (!TryDigits(form[..mark], out hour) || !TryDigits(form[(mark + 1)..(mark + 3)], out minute) || minute > 59) return false;
        if (form.Length == mark + 3) return true;
        granularity = Granularity.Second;
        return form.Length == mark + 6 && form[mark + 3] == ':' && TryDigits(form[(mark + 4)..], out second) && second < 60;
    }

    private static bool TryDigits(ReadOnlySpan<char> form, out int value)
    {
        value = 0;
        foreach (char c in form)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return !form.IsEmpty;
    }

    private static bool IsHalfOfDay(TokenWindow window, int token, out bool afternoon, out int end)
    {
        end = token + 1;
        var form = window.Form(token);
        afternoon = form is ['p' or 'P', ..];
        if (form.Equals("am", StringComparison.OrdinalIgnoreCase) || form.Equals("pm", StringComparison.OrdinalIgnoreCase)
            || form.Equals("a.m.", StringComparison.OrdinalIgnoreCase) || form.Equals("p.m.", StringComparison.OrdinalIgnoreCase)
            || form.Equals("a.m", StringComparison.OrdinalIgnoreCase) || form.Equals("p.m", StringComparison.OrdinalIgnoreCase)
            || form is "a" or "p" && window.IsGlued(token)) return true;
        return TryReadPartOfDay(window, token, out end, out afternoon);
    }

    /// <summary><em>In the morning</em> behind an hour.</summary>
    private static bool TryReadPartOfDay(TokenWindow window, int token, out int end, out bool late)
    {
        end = token + 3;
        late = false;
        if (!window.Are(token, "in", "the") || !DateWords.Dayparts.TryGetValue(window.Form(token + 2), out var part)) return false;
        late = part is not Daypart.Morning;
        return part is not Daypart.Night;
    }

    /// <summary><c>15:30</c> is a time behind a preposition of time, or when no score or ratio could be it.</summary>
    private static bool IsTimeContext(TokenWindow window, int start, int hour) =>
        window.Is(start - 1, "at", "until") || window.Is(start - 1, "by", "from") || window.Is(start - 1, "since", "around")
        || window.Is(start - 1, "before", "after") || window.Is(start - 1, "about", "till") || window.Is(start - 1, "to") && hour > 9;

    private static void SkipZone(TokenWindow window, ref int end)
    {
        if (window.IsIn(end, DateWords.Zones)) end++;
        else if (window.Are(end, "local", "time")) end += 2;
        else if (window.Is(end, "Eastern", "Pacific") || window.Is(end, "Central", "Moscow"))
        {
            if (window.Is(end + 1, "time")) end += 2;
        }
    }
}
