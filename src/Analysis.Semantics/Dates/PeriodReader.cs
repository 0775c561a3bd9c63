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
    /// <param name="end">Just past the stretch.</param>
    /// <param name="first">Its first point.</param>
    /// <param name="last">Its last point, part of the stretch.</param>
    public static bool TryRead(TokenWindow window, int start, out int end, out TimePoint first, out TimePoint last)
    {
        bool between = window.Is(start, "between");
        bool from = window.Is(start, "from");
        int begin = between || from ? start + 1 : start;
        return TryReadYears(window, begin, out end, out first, out last)
            || TryReadDays(window, begin, between, out end, out first, out last)
            || TryReadHours(window, begin, between, out end, out first, out last)
            || TryReadPoints(window, begin, between, from, out end, out first, out last);
    }

    private static bool TryReadPoints(
        TokenWindow window, int begin, bool between, bool from, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = begin;
        if (PointReader.Read(window, begin, out int firstEnd) is not { } left) return false;
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
        if (PointReader.Read(window, rightStart, out end) is not { } right) return false;
        if (!Fit(left, right, between || from)) return false;
        (first, last) = Shared(left, right);
        return true;
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
            || left is { Year: not null, Month: null } && right is { Year: not null, Month: null };
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

    /// <summary><c>7 to 9 p.m.</c>, <c>between 7 and 9:30 p.m.</c>: the first hour takes its half of the day from the second.</summary>
    private static bool TryReadHours(TokenWindow window, int begin, bool between, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = begin;
        if (!ClockReader.TryReadBareHour(window, begin, out int hour, out int minute, out var granularity)) return false;
        if (!(between ? window.Is(begin + 1, "and") : window.Is(begin + 1, "to") || window.IsDash(begin + 1))) return false;
        if (PointReader.Read(window, begin + 2, out end) is not { Clock: { } clock } right) return false;
        int from = hour % 12 + (clock.Time.Hour >= 12 ? 12 : 0);
        // "from 11 to 1 p.m.", "from 9 to 5pm": the first is in the morning.
        if (new LocalTime(from, minute) >= clock.Time) from -= 12;
        if (from < 0) return false;
        (first, last) = (right with { Clock = new ClockTime(new LocalTime(from, minute), granularity) }, right);
        return true;
    }
}
