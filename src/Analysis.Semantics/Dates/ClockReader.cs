using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Semantics.Dates;

/// <summary>Reads times of day: <em>1am</em>, <em>3:30 p.m.</em>, <em>15:30 GMT</em>, <em>half past eight</em>, <em>noon</em>, <em>six in the morning</em>.</summary>
internal static class ClockReader
{
    /// <summary>Hours and minutes as written, before it is known which half of the day is meant.</summary>
    /// <param name="Hour">The hour, 0 to 23 or 1 to 12.</param>
    /// <param name="Minute">The minute.</param>
    /// <param name="Second">The second.</param>
    /// <param name="Granularity">How finely it is written.</param>
    /// <param name="End">Just past it.</param>
    /// <param name="Told">Whether the words can be nothing but a time: <em>half past eight</em>.</param>
    private readonly record struct Hours(int Hour, int Minute, int Second, Granularity Granularity, int End, bool Told = false);

    /// <summary>Reads the time that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="end">Just past the time, its zone included.</param>
    /// <param name="clock">The time.</param>
    public static bool TryRead(TokenWindow window, int start, out int end, out ClockTime clock)
    {
        end = start + 1;
        clock = default;
        if (!CanStart(window, start)) return false;
        if (window.Is(start, "noon", "noonish") || window.Is(start, "midday") || window.Is(start, "midnight"))
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
        if (!TryReadSpoken(window, start, out var hours) && !TryReadHours(window, start, out hours)) return false;
        end = hours.End;
        if (IsHalfOfDay(window, end, out bool afternoon, out int halfEnd))
        {
            if (hours.Hour is < 1 or > 12) return false;
            clock = new ClockTime(new LocalTime(hours.Hour % 12 + (afternoon ? 12 : 0), hours.Minute, hours.Second), hours.Granularity);
            end = halfEnd;
            SkipZone(window, ref end);
            return true;
        }
        if (IsOClock(window, end))
        {
            if (hours.Granularity is not Granularity.Hour || hours.Hour is < 1 or > 12) return false;
            end++;
            // "6 o'clock this afternoon": the day is read behind it.
            if (window.Is(end, "this", "yesterday") || window.Is(end, "tomorrow"))
            {
                if (!DateWords.Dayparts.TryGetValue(window.Form(end + 1), out var behind)) return false;
                clock = ClockTime.Guess(hours.Hour, 0, Granularity.Hour).In(behind);
                return true;
            }
            if (TryReadPartOfDay(window, end, out int partEnd, out bool late))
            {
                clock = new ClockTime(new LocalTime(hours.Hour % 12 + (late ? 12 : 0), 0), Granularity.Hour);
                end = partEnd;
            }
            else clock = ClockTime.Guess(hours.Hour, 0, Granularity.Hour);
            return true;
        }
        if (hours.Told)
        {
            clock = ClockTime.Guess(hours.Hour, hours.Minute, Granularity.Minute);
            return true;
        }
        // "0700 hours", "at 1900 hours"
        if (window.Is(end, "hours", "hrs") && hours is { Granularity: Granularity.Minute, Hour: < 24 } && window.Form(start) is [var lead, _, _, _]
            && (lead is '0' || window.Is(start - 1, "at", "around") || window.Is(start - 1, "by", "until")))
        {
            end++;
            clock = new ClockTime(new LocalTime(hours.Hour, hours.Minute), Granularity.Minute);
            return true;
        }
        // Twenty-four hours: with a colon, or four digits in front of a zone.
        if (hours.Granularity is Granularity.Hour || hours.Hour > 23 || window.Kind(start) is not SyntaxKind.Number || hours.End > start + 1) return false;
        int zoneEnd = end;
        SkipZone(window, ref zoneEnd);
        bool colon = window.Form(start).Contains(':');
        if (zoneEnd == end && (!colon || !IsTimeContext(window, start, hours.Hour))) return false;
        clock = new ClockTime(new LocalTime(hours.Hour, hours.Minute, hours.Second), hours.Granularity);
        end = zoneEnd;
        return true;
    }

    /// <summary>
    /// Reads a time that only its neighbours show to be one: an hour by itself, <c>3:30</c>, <em>three thirty</em>. Of twelve hours the half of
    /// the day is guessed.
    /// </summary>
    public static bool TryReadLoose(TokenWindow window, int start, out int end, out ClockTime clock)
    {
        if (TryRead(window, start, out end, out clock) && !IsTwelveHours(window, start, end, clock)) return true;
        if (!TryReadSpoken(window, start, out var hours) && !TryReadHours(window, start, out hours) || hours.Hour > 23) return false;
        end = hours.End;
        if (IsOClock(window, end)) end++;
        bool bare = hours.Granularity is Granularity.Hour;
        // "Between 2006 and 2012": years.
        if (window.Form(start) is [>= '1' and <= '9', _, _, _] digits && !digits.Contains(':') && !digits.Contains('.')) return false;
        if (bare && hours.Hour is < 1 or > 12 || IsMeasured(window, end)) return false;
        clock = window.Form(start) is ['0', ..] && !bare || hours.Second > 0
            ? new ClockTime(new LocalTime(hours.Hour, hours.Minute, hours.Second), hours.Granularity)
            : ClockTime.Guess(hours.Hour, hours.Minute, hours.Granularity);
        return true;
    }

    /// <summary>Whether a time says so much by itself that two of them need no day beside them: <c>3:30</c>, <em>three thirty</em>, <c>0730</c>.</summary>
    public static bool IsPlain(TokenWindow window, int start) =>
        TryReadSpoken(window, start, out _) || window.Form(start) is ['0', _, _, _] || window.Form(start).Contains(':');

    /// <summary>Reads an hour whose half of the day a word beside it tells: <c>8</c> in <em>last night at 8</em>.</summary>
    public static bool TryReadHourOf(TokenWindow window, int start, Daypart part, out int end, out ClockTime clock)
    {
        clock = default;
        end = start + 1;
        if (!TryReadSpoken(window, start, out var hours) && !TryReadHours(window, start, out hours) || hours.Hour is < 1 or > 12) return false;
        end = hours.End;
        if (IsOClock(window, end)) end++;
        if (IsMeasured(window, end)) return false;
        clock = ClockTime.Guess(hours.Hour, hours.Minute, hours.Granularity).In(part);
        return true;
    }

    /// <summary>A time of twelve hours without a zone, written with a colon, which a day beside it may place in the other half.</summary>
    private static bool IsTwelveHours(TokenWindow window, int start, int end, ClockTime clock) =>
        end == start + 1 && window.Kind(start) is SyntaxKind.Number && clock.Time.Hour is >= 1 and <= 12 && window.Form(start) is not ['0', ..];

    /// <summary>Whether what follows counts or measures with the number.</summary>
    private static bool IsMeasured(TokenWindow window, int end) =>
        window.IsJoint(end) && window.Kind(end + 1) is not SyntaxKind.Number && !DateWords.Months.ContainsKey(window.Form(end + 1))
        || window.Kind(end) is SyntaxKind.Symbol && !window.Is(end, "~") || window.Is(end, "percent", "of") || window.Is(end, "per", "hundred")
        || window.IsNoun(end) && !DateWords.IsCalendarWord(window.Form(end)) || UnitLexicon.IsUnitAt(window, end) || window.HasSuffix(end - 1);

    /// <summary>Whether a time may start at the token: nearly all others end here.</summary>
    private static bool CanStart(TokenWindow window, int start) => DateWords.LeadAt(window, start) is not Lead.None;

    private static bool TryReadHours(TokenWindow window, int start, out Hours hours)
    {
        hours = default;
        var form = window.Form(start);
        int end = start + 1;
        if (window.Kind(start) is not SyntaxKind.Number)
        {
            if (!NumberWords.Units.TryGetValue(form, out int word) || word is < 1 or > 12) return false;
            hours = new Hours(word, 0, 0, Granularity.Hour, end);
            return true;
        }
        if (form.Length is 1 or 2)
        {
            if (!TryDigits(form, out int whole)) return false;
            hours = new Hours(whole, 0, 0, Granularity.Hour, end);
            return whole < 24;
        }
        if (form.Length == 4 && TryDigits(form, out int four))
        {
            hours = new Hours(four / 100, four % 100, 0, Granularity.Minute, end);
            return four % 100 < 60;
        }
        int mark = form.IndexOfAny(':', '.');
        if (mark is not (1 or 2) || form.Length < mark + 3) return false;
        if (!TryDigits(form[..mark], out int hour) || !TryDigits(form[(mark + 1)..(mark + 3)], out int minute) || minute > 59) return false;
        hours = new Hours(hour, minute, 0, Granularity.Minute, end);
        if (form.Length == mark + 3) return true;
        if (form.Length != mark + 6 || form[mark + 3] != ':' || !TryDigits(form[(mark + 4)..], out int second) || second > 59) return false;
        hours = new Hours(hour, minute, second, Granularity.Second, end);
        return true;
    }

    /// <summary><em>Three thirty, two forty-five, half past eight, a quarter to five, fifteen past eight, 20 minutes to nine.</em></summary>
    private static bool TryReadSpoken(TokenWindow window, int start, out Hours hours)
    {
        hours = default;
        if (window.Kind(start) is SyntaxKind.Number ? !window.Is(start + 1, "minutes", "past") && !window.Is(start + 1, "min", "mins") : !CanStart(window, start)) return false;
        if (NumberWords.Units.TryGetValue(window.Form(start), out int hour) && hour is >= 1 and <= 12)
        {
            int word = window.IsJoint(start + 1) ? start + 2 : start + 1;
            if (TryReadMinutes(window, word, out int spoken, out int end) && spoken >= 10 && !NumberWords.Scales.ContainsKey(window.Form(end)) && !window.Is(end, "hundred"))
            {
                hours = new Hours(hour, spoken, 0, Granularity.Minute, end);
                return true;
            }
        }
        int at = window.Is(start, "a") ? start + 1 : start;
        int minutes;
        if (window.Is(at, "half") && window.Is(at + 1, "past") && at == start) (minutes, at) = (30, at + 1);
        else if (window.Is(at, "quarter")) (minutes, at) = (15, at + 1);
        else
        {
            if (at > start || !TryReadMinutes(window, at, out minutes, out at)) return false;
            if (window.Is(at, "minutes", "minute") || window.Is(at, "min", "mins")) at++;
            // "Ten to nine" is a vote as well.
            else if (!window.Is(at, "past")) return false;
        }
        bool past = window.Is(at, "past", "after");
        if (!past && !window.Is(at, "to", "before") || minutes is < 1 or > 59 || !TryReadHours(window, at + 1, out var full) || full is not { Granularity: Granularity.Hour, Hour: >= 1 and <= 12 }
            || IsMeasured(window, full.End) && !IsHalfOfDay(window, full.End, out _, out _)) return false;
        full = full with { Told = true };
        hours = past ? full with { Minute = minutes, Granularity = Granularity.Minute }
            : full with { Hour = full.Hour == 1 ? 12 : full.Hour - 1, Minute = 60 - minutes, Granularity = Granularity.Minute };
        return true;
    }

    /// <summary>Minutes in words, or in digits before <em>minutes</em> and <em>past</em>.</summary>
    private static bool TryReadMinutes(TokenWindow window, int start, out int minutes, out int end)
    {
        end = start + 1;
        var form = window.Form(start);
        if (window.Kind(start) is SyntaxKind.Number) return TryDigits(form, out minutes) && form.Length <= 2 && (window.Is(end, "minutes", "past") || window.Is(end, "min", "mins"));
        if (NumberWords.Units.TryGetValue(form, out minutes)) return minutes > 0;
        if (!NumberWords.Tens.TryGetValue(form, out minutes) || minutes > 50) return false;
        int next = window.IsJoint(end) ? end + 1 : end;
        if (!NumberWords.Units.TryGetValue(window.Form(next), out int ones) || ones is < 1 or > 9) return true;
        minutes += ones;
        end = next + 1;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> form, out int value)
    {
        value = 0;
        if (form.Length > 4) return false;
        foreach (char c in form)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return !form.IsEmpty;
    }

    private static bool IsOClock(TokenWindow window, int token) => window.Is(token, "o'clock", "o’clock") || window.Is(token, "oclock");

    private static bool IsHalfOfDay(TokenWindow window, int token, out bool afternoon, out int end)
    {
        end = token + 1;
        var form = window.Form(token);
        // "9.am"
        if (form is "." && window.IsGlued(token) && window.IsGlued(end) && window.Is(end, "am", "pm"))
        {
            afternoon = window.Is(end, "pm");
            end++;
            return true;
        }
        afternoon = form is ['p' or 'P', ..];
        if (form.Equals("am", StringComparison.OrdinalIgnoreCase) || form.Equals("pm", StringComparison.OrdinalIgnoreCase)
            || form.Equals("a.m.", StringComparison.OrdinalIgnoreCase) || form.Equals("p.m.", StringComparison.OrdinalIgnoreCase)
            || form.Equals("a.m", StringComparison.OrdinalIgnoreCase) || form.Equals("p.m", StringComparison.OrdinalIgnoreCase)) return true;
        if (form is "a" or "p" or "A" or "P")
        {
            // Text that was taken apart: "p m", "p . m ."
            int m = window.Is(end, ".") ? end + 1 : end;
            if (window.Is(m, "m"))
            {
                end = window.Is(m + 1, ".") && m > token + 1 ? m + 2 : m + 1;
                return true;
            }
            return form[0] is 'a' or 'p' && window.IsGlued(token);
        }
        return TryReadPartOfDay(window, token, out end, out afternoon);
    }

    /// <summary><em>In the morning</em> behind an hour.</summary>
    private static bool TryReadPartOfDay(TokenWindow window, int token, out int end, out bool late)
    {
        end = token + 3;
        late = false;
        if (!window.Are(token, "in", "the") || !DateWords.Dayparts.TryGetValue(window.Form(token + 2), out var part)) return false;
        late = part is not Daypart.Morning;
        return part is Daypart.Morning or Daypart.Afternoon or Daypart.Evening;
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
