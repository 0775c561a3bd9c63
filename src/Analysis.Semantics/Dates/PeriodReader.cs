using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Semantics.Dates;

/// <summary>Reads stretches between two points: <em>from 3 May to 7 May</em>, <em>May 3-7</em>, <em>2019–21</em>, <em>7 to 9 p.m.</em></summary>
internal static class PeriodReader
{
    /// <summary>Reads the stretch that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token; <em>from</em> or <em>between</em> belongs to the stretch.</param>
    /// <param name="point">The point that starts at the token, if one does.</param>
    /// <param name="pointEnd">Just past that point.</param>
    /// <param name="end">Just past the stretch.</param>
    /// <param name="first">Its first point.</param>
    /// <param name="last">Its last point, part of the stretch.</param>
    public static bool TryRead(
        TokenWindow window, int start, TimePoint? point, int pointEnd, out int end, out TimePoint first, out TimePoint last)
    {
        bool between = window.Is(start, "between");
        bool from = window.Is(start, "from");
        int begin = between || from ? start + 1 : start;
        var left = between || from ? ReadEnd(window, begin, out pointEnd) : point;
        return TryReadYears(window, begin, out end, out first, out last)
            || TryReadMonths(window, begin, between, from, out end, out first, out last)
            || TryReadDays(window, begin, between, out end, out first, out last)
            || TryReadHours(window, begin, between, null, out end, out first, out last)
            || left is not null && (!between && !from && TryReadDayHours(window, left, pointEnd, out end, out first, out last)
                || TryReadPoints(window, left, pointEnd, between, from, out end, out first, out last));
    }

    private static bool TryReadPoints(
        TokenWindow window, TimePoint left, int firstEnd, bool between, bool from, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = firstEnd;
        int next = window.Is(firstEnd, ",") ? firstEnd + 1 : firstEnd;
        if (!IsJoiner(window, next, between, from, out int rightStart)) return false;
        // "May 3 to 7"
        if (left is { Month: not null, Day: not null, Clock: null } && CalendarReader.TryReadDay(window, rightStart, out int day) && day > left.Day
            && !CalendarReader.TryReadMonth(window, rightStart + 1, out _, out _) && !UnitLexicon.IsUnitAt(window, rightStart + 1)
            && !(window.Xpos(rightStart + 1) is Language.Xpos.NNS && window.Text.Head(rightStart) == rightStart + 1))
        {
            end = rightStart + 1;
            int yearToken = window.Is(end, ",") ? end + 1 : end;
            int? year = left.Year;
            if (year is null && CalendarReader.TryReadYear(window, yearToken, out int behind))
            {
                year = behind;
                end = yearToken + 1;
            }
            if (day > CalendarSystem.Iso.GetDaysInMonth(year ?? 2000, left.Month.Value)) return false;
            first = left with { Year = year };
            last = left with { Year = year, Day = day, Weekday = null };
            return true;
        }
        if (ReadEnd(window, rightStart, out end) is not { } right) return false;
        if (!Fit(left, right, between || from)) return false;
        (first, last) = Shared(left, right);
        return true;
    }

    /// <summary>Reads a point that bounds a stretch; <em>now</em> and <em>the present</em> are the article's day.</summary>
    private static TimePoint? ReadEnd(TokenWindow window, int start, out int end) =>
        IsNow(window, start, out end) ? new TimePoint { Unit = TimeUnit.Day, Shift = 0 } : PointReader.Read(window, start, out end);

    private static bool IsNow(TokenWindow window, int token, out int end)
    {
        end = window.Is(token, "the") ? token + 2 : token + 1;
        return window.Is(token, "now") || window.Is(end - 1, "present") && window.Upos(end) is not Language.Upos.NOUN;
    }

    /// <summary><em>From May to September 2020, between August and October, Nov-Feb 2017</em>: short and small ones too, since two say what they are.</summary>
    private static bool TryReadMonths(
        TokenWindow window, int begin, bool between, bool from, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        if (!CalendarReader.TryReadMonth(window, begin, out int left, out end)) return false;
        if (!IsJoiner(window, end, between, from, out int right) || !CalendarReader.TryReadMonth(window, right, out int until, out int rightEnd)) return false;
        // "From May 3": a day follows.
        if (CalendarReader.TryReadDay(window, rightEnd, out _) && !CalendarReader.TryReadYear(window, rightEnd, out _)) return false;
        if (!from && !between && !window.IsCapitalized(begin)) return false;
        end = rightEnd;
        int yearToken = window.Is(end, "of", "in") || window.Is(end, ",") ? end + 1 : end;
        int? year = null;
        if (CalendarReader.TryReadYear(window, yearToken, out int stated))
        {
            year = stated;
            end = yearToken + 1;
        }
        first = new TimePoint { Month = left, Year = left > until ? year - 1 : year };
        last = new TimePoint { Month = until, Year = year };
        return true;
    }

    /// <summary><em>Monday from 10am to noon, next Monday 1-3 pm, Thursday 19:00-21:00</em>: a day, then hours.</summary>
    private static bool TryReadDayHours(TokenWindow window, TimePoint day, int dayEnd, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = dayEnd;
        if (day is not { IsOneDay: true, Clock: null, Bound: Bound.None }) return false;
        int next = window.Is(dayEnd, ",") ? dayEnd + 1 : dayEnd;
        bool from = window.Is(next, "from"), between = window.Is(next, "between");
        if (from || between) next++;
        else if (window.Is(next, "at")) next++;
        if (window.Kind(next) is not SyntaxKind.Number && !from && !between) return false;
        if (!TryReadHours(window, next, between, day.Daypart, out end, out var left, out var right) || right.HasDate)
        {
            if (ReadClock(window, next, out int leftEnd) is not { } begin || !IsJoiner(window, leftEnd, between, from, out int rightStart)
                || ReadClock(window, rightStart, out end) is not { } until) return false;
            (left, right) = (begin, until);
        }
        (first, last) = (day with { Clock = left.Clock, Daypart = null }, day with { Clock = right.Clock, Daypart = null });
        return true;
    }

    private static TimePoint? ReadClock(TokenWindow window, int start, out int end)
    {
        if (ClockReader.TryRead(window, start, out end, out var clock)) return new TimePoint { Clock = clock };
        // Beside a day a colon says enough.
        if (window.Form(start).Contains(':') && ClockReader.TryReadPlain(window, start, out clock)) return new TimePoint { Clock = clock };
        return null;
    }

    /// <summary>Whether the token joins two points into a stretch.</summary>
    private static bool IsJoiner(TokenWindow window, int token, bool between, bool from, out int next)
    {
        next = token + 1;
        if (between) return window.Is(token, "and") || window.IsDash(token);
        if (window.Is(token, "to", "through") || window.IsDash(token)) return true;
        return from && (window.Is(token, "until", "till") || window.Is(token, "thru"));
    }

    /// <summary>Whether two points may bound one stretch: the same kind, or any two dates where <em>from</em> or <em>between</em> says so.</summary>
    private static bool Fit(TimePoint left, TimePoint right, bool marked)
    {
        if (left.OnOther || right.OnOther || left.Stretch || right.Stretch) return false;
        if (left.IsClockOnly) return right.Clock is not null;
        if (marked) return !right.IsClockOnly || left.Clock is not null;
        return left.IsOneDay && right.IsOneDay && (left.Weekday is null) == (right.Weekday is null)
            || left is { Month: not null, Day: null } && right is { Month: not null, Day: null }
            || left is { Year: not null, Month: null } && right is { Year: not null, Day: null };
    }

    /// <summary>Gives each side what only the other one states: the year, the day of a time.</summary>
    private static (TimePoint First, TimePoint Last) Shared(TimePoint left, TimePoint right)
    {
        if (left.IsClockOnly && right.HasDate) return (right with { Clock = left.Clock, Daypart = left.Daypart }, right);
        if (right.IsClockOnly && left.HasDate) return (left, left with { Clock = right.Clock, Daypart = right.Daypart });
        if (left is { Month: { } from, Year: null } && right is { Month: { } to, Year: { } year })
            return (left with { Year = from > to ? year - 1 : year }, right);
        if (left is { Month: { } begin, Year: { } known } && right is { Month: { } finish, Year: null })
            return (left, right with { Year = finish < begin ? known + 1 : known });
        return (left, right);
    }

    /// <summary><c>2019-2021</c>, <c>1939–45</c>, <c>2019/20</c>.</summary>
    private static bool TryReadYears(TokenWindow window, int begin, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = begin + 1;
        var form = window.Form(begin);
        if (form.Length == 7 && form[4] == '/' && char.IsAsciiDigit(form[5]) && char.IsAsciiDigit(form[6]) && IsFree(window, begin))
        {
            if (!TryParseYear(form[..4], out int season) || (season + 1) % 100 != (form[5] - '0') * 10 + form[6] - '0') return false;
            (first, last) = (new TimePoint { Year = season }, new TimePoint { Year = season + 1 });
            return true;
        }
        if (!CalendarReader.TryReadYear(window, begin, out int from) || !IsFree(window, begin)) return false;
        end = begin + 3;
        // "2014 to 2018": two modern years say by themselves what they are.
        if (window.Is(begin + 1, "to", "through") && from >= 1900 && CalendarReader.TryReadYear(window, begin + 2, out int until) && until > from
            && window.Xpos(end) is not Language.Xpos.NNS && !UnitLexicon.IsUnitAt(window, end) && !window.IsJoint(end))
        {
            (first, last) = (new TimePoint { Year = from }, new TimePoint { Year = until });
            return true;
        }
        if (!window.IsJoint(begin + 1)) return false;
        if (!CalendarReader.TryReadYear(window, begin + 2, out int to))
        {
            if (window.Form(begin + 2) is not [>= '0' and <= '9', >= '0' and <= '9']) return false;
            to = from / 100 * 100 + (window.Form(begin + 2)[0] - '0') * 10 + window.Form(begin + 2)[1] - '0';
            if (!window.IsIn(begin - 1, DateWords.Prepositions) && !window.Is(begin - 1, "the", "(")) return false;
        }
        if (to <= from || window.IsJoint(end) || UnitLexicon.IsUnitAt(window, end)
            || window.Xpos(end) is Language.Xpos.NNS && from < 1900) return false;
        if (from < 1900 && !window.IsIn(begin - 1, DateWords.Prepositions) && !window.Is(begin - 1, "(")) return false;
        (first, last) = (new TimePoint { Year = from }, new TimePoint { Year = to });
        return true;
    }

    /// <summary>Whether nothing before the number takes it over: a currency, a hyphenated name.</summary>
    private static bool IsFree(TokenWindow window, int token) =>
        window.Kind(token - 1) is not SyntaxKind.Symbol && !window.IsDash(token - 1) && !window.IsGlued(token) | window.Is(token - 1, "(");

    private static bool TryParseYear(ReadOnlySpan<char> form, out int year)
    {
        year = 0;
        foreach (char c in form)
        {
            if (!char.IsAsciiDigit(c)) return false;
            year = year * 10 + (c - '0');
        }
        return year is >= 1900 and <= 2100;
    }

    /// <summary><c>3-7 May</c>, <c>3 to 7 May 2024</c>, <c>between 3 and 7 May</c>.</summary>
    private static bool TryReadDays(TokenWindow window, int begin, bool between, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = begin;
        int word = begin;
        if (window.Is(word, "the")) word++;
        if (!CalendarReader.TryReadDay(window, word, out int from) || window.Kind(word - 1) is SyntaxKind.Symbol) return false;
        if (!(between ? window.Is(word + 1, "and") : window.Is(word + 1, "to") || window.IsDash(word + 1))) return false;
        int next = window.Is(word + 2, "the") ? word + 3 : word + 2;
        if (CalendarReader.Read(window, next, out end) is not { Day: { } to, Month: not null } right || from >= to
            || window.Kind(next) is not SyntaxKind.Number) return false;
        (first, last) = (right with { Day = from }, right);
        return true;
    }

    /// <summary>
    /// <c>7 to 9 p.m.</c>, <c>between 7 and 9:30 p.m.</c>: the first hour takes its half of the day from the second; in <em>between 7 and 9 last
    /// night</em> both take it from the day.
    /// </summary>
    private static bool TryReadHours(
        TokenWindow window, int begin, bool between, Daypart? part, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = begin;
        if (!ClockReader.TryReadBareHour(window, begin, out int hour, out int minute, out var granularity)) return false;
        if (!(between ? window.Is(begin + 1, "and", "to") || window.IsDash(begin + 1) : window.Is(begin + 1, "to") || window.IsDash(begin + 1))) return false;
        if (PointReader.Read(window, begin + 2, out end) is not { Clock: { } clock, Bound: Bound.None } right)
            return TryReadHoursOfPart(window, begin, part, out end, out first, out last);
        int from = hour % 12 + (clock.Time.Hour >= 12 ? 12 : 0);
        // "from 11 to 1 p.m.", "from 9 to 5pm": the first is in the morning.
        if (new LocalTime(from, minute) >= clock.Time) from -= 12;
        if (from < 0) return false;
        (first, last) = (right with { Clock = new ClockTime(new LocalTime(from, minute), granularity) }, right);
        return true;
    }

    private static bool TryReadHoursOfPart(TokenWindow window, int begin, Daypart? part, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = begin;
        var day = new TimePoint();
        int dayEnd = begin + 3;
        if (part is null)
        {
            int next = window.Is(begin + 3, "on") ? begin + 4 : begin + 3;
            if (PointReader.ReadDate(window, next, out dayEnd) is not { IsOneDay: true } read) return false;
            day = read;
            part = read.Daypart;
            if (part is null && DateWords.Dayparts.TryGetValue(window.Form(dayEnd), out var behind))
            {
                part = behind;
                dayEnd++;
            }
        }
        if (part is not { } half) return false;
        if (!ClockReader.TryReadBareHour(window, begin + 2, out int hour, out int minute, out var granularity)
            || !ClockReader.TryReadBareHour(window, begin, out int fromHour, out int fromMinute, out var fromGranularity)) return false;
        bool late = half switch { Daypart.Morning => false, Daypart.Night => fromHour is >= 5 and < 12, _ => true };
        var left = new LocalTime(fromHour % 12 + (late ? 12 : 0), fromMinute);
        var right = new LocalTime(hour % 12 + (late ? 12 : 0), minute);
        if (right <= left) return false;
        end = dayEnd;
        first = day with { Clock = new ClockTime(left, fromGranularity), Daypart = null };
        last = day with { Clock = new ClockTime(right, granularity), Daypart = null };
        return true;
    }
}
