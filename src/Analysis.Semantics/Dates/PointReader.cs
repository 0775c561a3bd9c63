using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads one point in time with all that belongs to it: weekday, day and time of day.</summary>
internal static class PointReader
{
    /// <summary>Reads the expression that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token; <em>the</em> may be a part of it.</param>
    /// <param name="end">Just past the expression.</param>
    /// <returns>The point; null when there is none.</returns>
    public static TimePoint? Read(TokenWindow window, int start, out int end)
    {
        if (ReadDate(window, start, out end) is { } date) return date.IsOneDay ? AddTime(window, date, ref end) : date;
        if (ClockReader.TryRead(window, start, out end, out var clock))
        {
            var point = new TimePoint { Clock = clock };
            return AddDate(window, point, ref end);
        }
        if (ClockReader.TryReadDaypart(window, start, out var part))
        {
            end = start + 1;
            return AddDate(window, new TimePoint { Daypart = part }, ref end);
        }
        // "the morning of March 3", "the night of 5 June"
        if (window.Is(start, "the") && DateWords.Dayparts.TryGetValue(window.Form(start + 1), out part) && window.Is(start + 2, "of"))
        {
            int dateStart = start + 3;
            if (ReadDate(window, dateStart, out end) is { IsOneDay: true } day) return day with { Daypart = part };
        }
        return null;
    }

    /// <summary>Reads a date without a time of day.</summary>
    public static TimePoint? ReadDate(TokenWindow window, int start, out int end)
    {
        if (RelativeReader.Read(window, start, out end) is { } relative)
        {
            if (relative is not { Weekday: { } weekday, Pointing: Pointing.Bare }) return relative;
            // "Monday, August 14, 2023"; "Monday 14 August"
            int next = window.Is(end, ",") ? end + 1 : end;
            if (window.Is(next, "the")) next++;
            if (CalendarReader.Read(window, next, out int dayEnd) is { Day: not null } day)
            {
                end = dayEnd;
                return day with { Weekday = weekday };
            }
            // "Monday last week", "Monday of next week"
            return relative;
        }
        // "Mon, Aug. 14"
        if (DateWords.ShortWeekdays.TryGetValue(window.Form(start), out var shortDay))
        {
            int next = start + 1;
            while (next < start + 3 && (window.Is(next, ",") || window.Is(next, "."))) next++;
            if (CalendarReader.Read(window, next, out end) is { Day: not null } day) return day with { Weekday = shortDay };
        }
        bool definite = window.Is(start, "the");
        if (CalendarReader.Read(window, definite ? start + 1 : start, out end) is not { } date) return null;
        // "The 2016 edition", "the March vote" and "the April 24 vote" belong to the noun; "the 1990s" and "the 3rd of May" are one phrase.
        bool ofNoun = date.Day is null || CalendarReader.TryReadMonth(window, start + 1, out _, out _);
        return definite && ofNoun && date is { Season: null, Quarter: null, Half: null, Decade: null, Century: null } ? null : date;
    }

    /// <summary>Adds a time behind a day: <em>Monday at 3 p.m.</em>, <em>Tuesday morning</em>, <em>tomorrow, 15:30 GMT</em>.</summary>
    private static TimePoint AddTime(TokenWindow window, TimePoint date, ref int end)
    {
        if (date.Daypart is null && DateWords.Dayparts.TryGetValue(window.Form(end), out var part))
        {
            date = date with { Daypart = part };
            end++;
        }
        int next = end;
        if (window.Is(next, ",")) next++;
        if (window.Is(next, "at") || window.Is(next, "around") || window.Is(next, "about")) next++;
        if (window.Is(next, "about") || window.Is(next, "around")) next++;
        if (!ClockReader.TryRead(window, next, out int clockEnd, out var clock)) return date;
        if (next == end && window.Kind(next) is not SyntaxKind.Number && !window.Is(next, "noon", "midnight")) return date;
        end = clockEnd;
        return date with { Clock = clock, Daypart = null };
    }

    /// <summary>Adds a day behind a time: <em>3 p.m. on Monday</em>, <em>noon Thursday</em>, <em>7 p.m. local time on 5 May</em>.</summary>
    private static TimePoint AddDate(TokenWindow window, TimePoint time, ref int end)
    {
        int next = end;
        if (window.Is(next, ",")) next++;
        if (window.Is(next, "on", "of")) next++;
        if (window.Is(next, "the")) next++;
        if (ReadDate(window, next, out int dateEnd) is not { IsOneDay: true } date) return time;
        // "at 5 a.m., two days ago": too far apart to be one expression unless a preposition joins them.
        if (window.Is(end, ",") && next == end + 1 && date.Weekday is null && date.Day is null) return time;
        end = dateEnd;
        if (date.Daypart is null && time.Clock is not null && DateWords.Dayparts.ContainsKey(window.Form(end))) end++;
        return date with { Clock = time.Clock, Daypart = time.Clock is null ? time.Daypart ?? date.Daypart : null };
    }
}
