using System.Globalization;
using Analysis.Syntax;
using NodaTime;
using NodaTime.Text;

namespace Analysis.Semantics.Metadata;

/// <summary>A day or a moment as a page states it: as precise as it is written, with a zone only where one is written.</summary>
/// <param name="Day">The day, where it is written.</param>
/// <param name="Time">The time of day; null where none is written.</param>
/// <param name="Zone">The offset from UTC; null where none is written.</param>
/// <param name="Span">The characters of the day in what was read.</param>
internal readonly record struct StatedTime(LocalDate Day, LocalTime? Time, Offset? Zone, TextSpan Span)
{
    /// <summary>Longest text that is read as a date.</summary>
    private const int Longest = 120;

    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss;FFF");

    private static readonly OffsetPattern ZonePattern = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>ISO 8601; RFC 3339 where it has time and zone.</summary>
    public string Iso => Time is { } time
        ? Written.Format(Day + time) + (Zone is not { } zone ? "" : zone == Offset.Zero ? "Z" : ZonePattern.Format(zone))
        : LocalDatePattern.Iso.Format(Day);

    /// <summary>
    /// Reads dates as pages write them: ISO 8601 and what comes near it, RFC 822, what browsers print, written-out days with or without
    /// a time, seconds or milliseconds since 1970.
    /// </summary>
    /// <returns>
    /// Null where it cannot be told: words without a day, a day that the calendar does not have, numbers of which either may be the month,
    /// and the days that programs write for none (the year 1, 1 January 1970).
    /// </returns>
    /// <remarks>Names of zones are read where they mean one offset: UTC, GMT and those of RFC 822. Others, such as IST or ET, are not: the time then has no zone.</remarks>
    public static StatedTime? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > Longest) return null;
        var read = ReadNumber(text.Trim()) ?? ReadWords(text);
        // What programs write where they have no date.
        return read is { Day.Year: < 1600 } or { Day: { Year: 1970, DayOfYear: 1 } } ? null : read;
    }

    /// <summary>Reads a day of ISO 8601, whatever day it is; null for anything else.</summary>
    public static StatedTime? OfDay(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? new StatedTime(day, null, null, new TextSpan(0, text.Length)) : null;

    /// <summary>Whether two speak of the same time, as far as both are written: in another zone, or one more precisely.</summary>
    public bool Agrees(StatedTime other)
    {
        if (Day == other.Day) return true;
        if (Time is { } time && other.Time is { } otherTime)
        {
            // Seconds may have been left out.
            if (Zone is { } zone && other.Zone is { } otherZone)
            {
                var later = (Day + time).WithOffset(zone).ToInstant() - (other.Day + otherTime).WithOffset(otherZone).ToInstant();
                return later > Duration.FromMinutes(-1) && later < Duration.FromMinutes(1);
            }
            // The same moment in two zones, of which one is not written.
            long apart = Math.Abs(Period.Between(Day + time, other.Day + otherTime, PeriodUnits.Seconds).Seconds);
            return apart <= MostApart * 3600 && (apart + 60) % 900 <= 120;
        }
        // A day in one zone and a moment in another.
        var (moment, day) = Time is null ? (other, this) : (this, other);
        if (moment.Time is not { } at) return false;
        int days = Period.DaysBetween(moment.Day, day.Day);
        return days == -1 && at.Hour < MostApart || days == 1 && at.Hour >= 24 - MostApart;
    }

    /// <summary>Hours that clocks of two places are apart at most.</summary>
    private const int MostApart = 14;

    private static StatedTime? ReadNumber(string text)
    {
        if (text.Length is not (8 or 10 or 12 or 13 or 14) || text.AsSpan().ContainsAnyExceptInRange('0', '9')) return null;
        var span = new TextSpan(0, text.Length);
        if (text.Length is 10 or 13)
        {
            // Ten digits that begin with a century may be a day and an hour.
            long seconds = long.Parse(text.AsSpan(0, 10), CultureInfo.InvariantCulture);
            var moment = Instant.FromUnixTimeSeconds(seconds).InUtc().LocalDateTime;
            return moment.Year is >= 1990 and < 2100 ? new StatedTime(moment.Date, moment.TimeOfDay, Offset.Zero, span) : null;
        }
        if (DayOf(Number(text, 0, 4), Number(text, 4, 2), Number(text, 6, 2)) is not { } day) return null;
        if (text.Length == 8) return new StatedTime(day, null, null, span);
        return TimeOf(Number(text, 8, 2), Number(text, 10, 2), text.Length == 14 ? Number(text, 12, 2) : 0) is { } time ? new StatedTime(day, time, null, span) : null;
    }

    private static StatedTime? ReadWords(string text)
    {
        if ((WrittenDate.Find(text, new TextSpan(0, text.Length)) ?? DayAndMonthInNumbers(text) ?? YearAtTheEnd(text)) is not { } day) return null;
        var (time, zone) = ReadTime(text, day.Span);
        return new StatedTime(day.Date, time, zone, day.Span);
    }

    /// <summary>13/11/2019 and 11/13/2019: one of the numbers can only be the day.</summary>
    private static (LocalDate Date, TextSpan Span)? DayAndMonthInNumbers(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || i > 0 && char.IsLetterOrDigit(text[i - 1])) continue;
            int first = Digits(text, i), a = i + first;
            if (first > 2 || a >= text.Length || text[a] is not ('/' or '.' or '-')) return null;
            int second = Digits(text, a + 1), b = a + 1 + second;
            if (second is 0 or > 2 || b >= text.Length || text[b] != text[a] || Digits(text, b + 1) != 4) return null;
            var (left, right, year) = (Number(text, i, first), Number(text, a + 1, second), Number(text, b + 1, 4));
            if (left <= 12 && right <= 12 && left != right) return null;
            return DayOf(year, left > 12 ? right : left, left > 12 ? left : right) is { } day ? (day, new TextSpan(i, b + 5)) : null;
        }
        return null;
    }

    /// <summary>Tue Nov 19 05:44:06 UTC 2019.</summary>
    private static (LocalDate Date, TextSpan Span)? YearAtTheEnd(string text)
    {
        var end = text.AsSpan().TrimEnd();
        if (end.Length < 5 || end[^5] != ' ' || end[^4..].ContainsAnyExceptInRange('0', '9') || WrittenDate.FindWithoutYear(text, new TextSpan(0, end.Length - 4)) is not { } annual) return null;
        int year = Number(text, end.Length - 4, 4);
        return DayOf(year, annual.Date.Month, annual.Date.Day) is { } day ? (day, annual.Span) : null;
    }

    /// <summary>The first time of day outside of the date, and the zone behind it.</summary>
    private static (LocalTime? Time, Offset? Zone) ReadTime(string text, TextSpan day)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (day.Contains(i))
            {
                i = day.End - 1;
                continue;
            }
            if (!char.IsAsciiDigit(text[i]) || i > 0 && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is '+' or '-')) continue;
            int digits = Digits(text, i), at = i + digits;
            if (digits is 4 or 6 && i > 0 && text[i - 1] is 'T' or 't')
            {
                // 20191118T101200Z
                if (TimeOf(Number(text, i, 2), Number(text, i + 2, 2), digits == 6 ? Number(text, i + 4, 2) : 0) is { } compact) return (compact, ReadZone(text, at));
                continue;
            }
            if (digits > 2) continue;
            int hour = Number(text, i, digits), minute = 0, second = 0;
            string fraction = "";
            bool hasMinutes = at + 2 < text.Length && text[at] is ':' or '.' or 'h' && Digits(text, at + 1) == 2;
            if (hasMinutes)
            {
                minute = Number(text, at + 1, 2);
                at += 3;
                if (at + 2 < text.Length && text[at] == ':' && Digits(text, at + 1) == 2)
                {
                    second = Number(text, at + 1, 2);
                    at += 3;
                    if (at + 1 < text.Length && text[at] is '.' or ',' && Digits(text, at + 1) is > 0 and var length)
                    {
                        fraction = text.Substring(at + 1, Math.Min(length, 3));
                        at += 1 + length;
                    }
                }
            }
            int half = HalfOfDay(text, ref at);
            if (!hasMinutes && half < 0 || half >= 0 && hour is 0 or > 12) continue;
            if (half >= 0) hour = hour % 12 + half;
            if (TimeOf(hour, minute, second) is not { } time) continue;
            if (fraction.Length > 0) time = time.PlusMilliseconds(int.Parse(fraction.PadRight(3, '0'), CultureInfo.InvariantCulture));
            return (time, ReadZone(text, at));
        }
        return default;
    }

    /// <summary>0 for "am", 12 for "p.m.", -1 for neither.</summary>
    private static int HalfOfDay(string text, ref int at)
    {
        int start = at;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        foreach (var (words, hours) in (ReadOnlySpan<(string, int)>)[("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)])
        {
            if (!text.AsSpan(start).StartsWith(words, StringComparison.OrdinalIgnoreCase)) continue;
            int end = start + words.Length;
            if (end < text.Length && char.IsLetter(text[end])) continue;
            at = end;
            return hours;
        }
        return -1;
    }

    private static Offset? ReadZone(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '(') at++;
        if (at == text.Length) return null;
        if (text[at] is '+' or '-' or '−') return ReadOffset(text, at);
        int end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        var name = text.AsSpan(at, end - at);
        if (name is "GMT" or "UTC" or "UT" && end < text.Length && text[end] is '+' or '-') return ReadOffset(text, end);
        int? hours = name switch
        {
            "Z" or "z" or "GMT" or "UTC" or "UT" => 0,
            // The zones that RFC 822 defines.
            "EDT" => -4,
            "EST" or "CDT" => -5,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            _ => null,
        };
        return hours is { } known ? Offset.FromHours(known) : null;
    }

    /// <summary>+05:30, +0530, -6.</summary>
    private static Offset? ReadOffset(string text, int at)
    {
        int sign = text[at] == '+' ? 1 : -1, digits = Digits(text, at + 1);
        int hours = digits switch { 1 or 2 => Number(text, at + 1, digits), 4 => Number(text, at + 1, 2), _ => -1 };
        int minutes = digits == 4 ? Number(text, at + 3, 2) : digits == 2 && at + 3 < text.Length && text[at + 3] == ':' && Digits(text, at + 4) == 2 ? Number(text, at + 4, 2) : 0;
        return hours is >= 0 and <= 14 && minutes < 60 ? Offset.FromHoursAndMinutes(sign * hours, sign * minutes) : null;
    }

    private static int Digits(string text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at;
    }

    private static int Number(string text, int at, int length) => int.Parse(text.AsSpan(at, length), CultureInfo.InvariantCulture);

    private static LocalTime? TimeOf(int hour, int minute, int second) => hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second) : null;

    private static LocalDate? DayOf(int year, int month, int day) =>
        year is >= 1 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;
}
