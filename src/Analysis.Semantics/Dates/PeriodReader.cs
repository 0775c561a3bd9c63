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
        // A stretch begins with a number, in digits or words, or with a name of the calendar, or else with a point.
        bool digits = window.Kind(window.Is(begin, "the") ? begin + 1 : begin) is SyntaxKind.Number;
        bool number = digits || window.Is(start, "for") || NumberWords.Starts.Contains(window.Form(window.Is(begin, "the") ? begin + 1 : begin)) || window.Is(begin, "noon", "midnight");
        if (number)
        {
            if (digits && TryReadYears(window, begin, out end, out first, out last) || TryReadDays(window, begin, between, out end, out first, out last)
                || digits && TryReadSlashes(window, begin, between || from, out end, out first, out last) || HoursReader.TryRead(window, start, out end, out first, out last)) return true;
        }
        else if (TryReadShortDays(window, begin, out end, out first, out last) || TryReadMonths(window, begin, between, from, out end, out first, out last)) return true;
        end = begin;
        first = last = null!;
        return left is not null && (!between && !from && HoursReader.TryReadBehind(window, left, pointEnd, out end, out first, out last)
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
        int dayToken = window.Is(rightStart, "the") ? rightStart + 1 : rightStart;
        if (left is { Month: { } spelledMonth, Day: not null, Clock: null } && CalendarReader.TryReadSpelledDay(window, dayToken, out int spelled, out int spelledEnd) && spelled > left.Day
            && !window.Is(spelledEnd, "of") && !window.IsNoun(spelledEnd) && CalendarReader.IsDay(left.Year, spelledMonth, spelled))
        {
            end = spelledEnd;
            (first, last) = (left, left with { Day = spelled, Weekday = null });
            return true;
        }
        if (left is { Month: not null, Day: not null, Clock: null } && CalendarReader.TryReadDay(window, rightStart, out int day) && day > left.Day
            && !CalendarReader.TryReadMonth(window, rightStart + 1, out _, out _) && !UnitLexicon.IsUnitAt(window, rightStart + 1)
            && !(window.Xpos(rightStart + 1) is Language.Xpos.NNS && window.Text.Head(rightStart) == rightStart + 1))
        {
            end = rightStart + 1;
            int yearToken = window.Is(end, ",") ? end + 1 : end;
            int? year = left.Year;
            if (year is null && YearReader.TryRead(window, yearToken, out int behind))
            {
                year = behind;
                end = yearToken + 1;
            }
            if (day > CalendarSystem.Iso.GetDaysInMonth(year ?? 2000, left.Month.Value)) return false;
            first = left with { Year = year };
            last = left with { Year = year, Day = day, Weekday = null };
            return true;
        }
        if (ReadEnd(window, rightStart, out end) is not { } right)
        {
            // "Between 2:00 tomorrow and 4:00"
            if (left is not { Clock: { } begin, HasDate: true } || !ClockReader.TryReadLoose(window, rightStart, out end, out var until)
                || !HoursReader.TryFollow(begin, until, out begin, out until)) return false;
            (first, last) = (left with { Clock = begin }, left with { Clock = until });
            return true;
        }
        // Beside a time of day "now" is the minute, beside a day the day.
        if (left.Present != right.Present && (left.Present ? right : left) is { Clock: null, Unit: not (TimeUnit.Minute or TimeUnit.Hour) })
            (left, right) = (left.Present ? Today : left, right.Present ? Today : right);
        if (left.Present && right.IsClockOnly) right = right with { Unit = TimeUnit.Day, Shift = 0 };
        if (!Fit(left, right, between || from)) return false;
        (first, last) = Shared(left, right);
        return true;
    }

    private static TimePoint Today => new() { Unit = TimeUnit.Day, Shift = 0 };

    /// <summary>Reads a point that bounds a stretch.</summary>
    private static TimePoint? ReadEnd(TokenWindow window, int start, out int end) =>
        IsNow(window, start, out end) ? new TimePoint { Present = true } : PointReader.Read(window, start, out end);

    private static bool IsNow(TokenWindow window, int token, out int end)
    {
        end = window.Is(token, "the") ? token + 2 : token + 1;
        return window.Is(token, "now") || window.Is(end - 1, "present") && window.Upos(end) is not Language.Upos.NOUN;
    }

    /// <summary><em>Mon-Fri, Mon to Sat</em>: two short weekdays with capitals say what they are.</summary>
    private static bool TryReadShortDays(TokenWindow window, int begin, out int end, out TimePoint first, out TimePoint last)
    {
        first = last = null!;
        end = begin + 3;
        if (!DateWords.ShortWeekdays.TryGetValue(window.Form(begin), out var left) || !window.IsCapitalized(begin) || !window.Is(begin + 1, "to", "through") && !IsDash(window, begin + 1)
            || !DateWords.ShortWeekdays.TryGetValue(window.Form(begin + 2), out var right) || !window.IsCapitalized(begin + 2) || left == right) return false;
        (first, last) = (new TimePoint { Weekday = left }, new TimePoint { Weekday = right });
        return true;
    }

    /// <summary><em>From May to September 2020, between August and October, Nov-Feb 2017</em>: short and small ones too, since two say what they are.</summary>
    private static bool TryReadMonths(
        TokenWindow window, int begin, bool between, bool from, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        if (!TryReadMonth(begin, out int left, out end) || !IsJoiner(window, end, between, from, out int right) || !TryReadMonth(right, out int until, out int rightEnd)) return false;
        // "From May 3": a day follows.
        if (CalendarReader.TryReadDay(window, rightEnd, out _) && !YearReader.TryRead(window, rightEnd, out _)) return false;
        if (!from && !between && !window.IsCapitalized(begin)) return false;
        end = rightEnd;
        int yearToken = window.Is(end, "of", "in") || window.Is(end, ",") ? end + 1 : end;
        int? year = null;
        if (YearReader.TryRead(window, yearToken, out int stated))
        {
            year = stated;
            end = yearToken + 1;
        }
        first = new TimePoint { Month = left, Year = left > until ? year - 1 : year };
        last = new TimePoint { Month = until, Year = year };
        return true;

        // Between two such words even small ones are months.
        bool TryReadMonth(int token, out int month, out int end) => CalendarReader.TryReadMonth(window, token, out month, out end)
            || (between || from) && window.Form(token).Length > 3 && DateWords.Months.TryGetValue(window.Form(token), out month);
    }

    /// <summary><c>10/1-11/2/2017</c>, <c>from 5/1-5/7, 2020</c>, <c>from 10/25 to 01/25</c>: two days in digits, of which a year or a word says what they are.</summary>
    private static bool TryReadSlashes(TokenWindow window, int begin, bool marked, out int end, out TimePoint first, out TimePoint last)
    {
        first = last = null!;
        end = begin + 1;
        if (window.Form(begin) is not [.. { Length: 3 or 4 or 5 } form] || form.IndexOf('/') < 0 || !DigitDateReader.TryReadPair(window, begin, out first, out _)) return false;
        if (!window.Is(end, "to", "through") && !IsDash(window, end) && !(window.Is(end, "and") && window.Is(begin - 1, "between"))) return false;
        int right = end + 1;
        end = right + 1;
        if (!DigitDateReader.TryReadPair(window, right, out last, out _) && (DigitDateReader.Read(window, right, out end) is not { Year: not null, Month: not null, Day: not null } dated || (last = dated) is null)) return false;
        if (last.Year is null)
        {
            int yearToken = window.Is(end, ",") ? end + 1 : end;
            if (YearReader.TryRead(window, yearToken, out int stated))
            {
                last = last with { Year = stated };
                end = yearToken + 1;
            }
            else if (!marked && !NumberParser.IsAlone(window, begin, end)) return false;
        }
        // Both stand in the same order.
        if (first.OrderGuessed && last is { OrderGuessed: false, Month: not null } && last.Year is null) last = last with { OrderGuessed = true };
        if (last.Year is { } year) first = first with { Year = first.Month > last.Month ? year - 1 : year };
        return true;
    }

    /// <summary>Whether the token joins two points into a stretch.</summary>
    private static bool IsJoiner(TokenWindow window, int token, bool between, bool from, out int next)
    {
        next = token + 1;
        if (between) return window.Is(token, "and") || IsDash(window, token);
        if (window.Is(token, "to", "through") || IsDash(window, token)) return true;
        return from && (window.Is(token, "until", "till") || window.Is(token, "thru"));
    }

    /// <summary>Whether the token is a dash or the wave that stands for one between numbers.</summary>
    public static bool IsDash(TokenWindow window, int token) => window.IsDash(token) || window.Is(token, "~");

    /// <summary>Whether two points may bound one stretch: the same kind, or any two dates where <em>from</em> or <em>between</em> says so.</summary>
    private static bool Fit(TimePoint left, TimePoint right, bool marked)
    {
        if (left.OnOther || right.OnOther || left.Stretch || right.Stretch || left.Bound is not Bound.None || right.Bound is not Bound.None) return false;
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
        // "2003/2004"
        if (form.Length == 9 && form[4] == '/' && IsFree(window, begin) && TryParseYear(form[..4], out int left) && TryParseYear(form[5..], out int right) && right == left + 1)
        {
            (first, last) = (new TimePoint { Year = left }, new TimePoint { Year = right });
            return true;
        }
        if (form.Length == 7 && form[4] == '/' && char.IsAsciiDigit(form[5]) && char.IsAsciiDigit(form[6]) && IsFree(window, begin))
        {
            if (!TryParseYear(form[..4], out int season) || (season + 1) % 100 != (form[5] - '0') * 10 + form[6] - '0') return false;
            (first, last) = (new TimePoint { Year = season }, new TimePoint { Year = season + 1 });
            return true;
        }
        if (!YearReader.TryRead(window, begin, out int from) || !IsFree(window, begin)) return false;
        end = begin + 3;
        // "2014 to 2018": two modern years say by themselves what they are.
        if (window.Is(begin + 1, "to", "through") && from >= 1900 && YearReader.TryRead(window, begin + 2, out int until) && until > from
            && window.Xpos(end) is not Language.Xpos.NNS && !UnitLexicon.IsUnitAt(window, end) && !window.IsJoint(end))
        {
            (first, last) = (new TimePoint { Year = from }, new TimePoint { Year = until });
            return true;
        }
        if (!window.IsJoint(begin + 1) && !window.Is(begin + 1, "~")) return false;
        if (!YearReader.TryRead(window, begin + 2, out int to))
        {
            if (window.Form(begin + 2) is not [>= '0' and <= '9', >= '0' and <= '9']) return false;
            to = from / 100 * 100 + (window.Form(begin + 2)[0] - '0') * 10 + window.Form(begin + 2)[1] - '0';
            // "1999-00"
            if (to + 100 == from + 1) to += 100;
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
        int joiner = word + 1;
        if (!CalendarReader.TryReadDay(window, word, out int from) && !CalendarReader.TryReadSpelledDay(window, word, out from, out joiner) || window.Kind(word - 1) is SyntaxKind.Symbol) return false;
        if (!(between ? window.Is(joiner, "and") : window.Is(joiner, "to", "till") || window.Is(joiner, "until") || window.IsDash(joiner))) return false;
        int next = window.Is(joiner + 1, "the") ? joiner + 2 : joiner + 1;
        // "From 4-23 in next month"
        if (window.Is(begin - 1, "from") && CalendarReader.TryReadDay(window, next, out int until) && until > from && window.Is(next + 1, "in", "of")
            && CalendarReader.Pointed(window, next + 2) is { } pointing && window.Is(next + 3, "month"))
        {
            end = next + 4;
            var month = new TimePoint { Unit = TimeUnit.Month, Shift = pointing switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 }, WholeUnit = true };
            (first, last) = (new TimePoint { Nth = new Nth(from, null, TimeUnit.Day, month) }, new TimePoint { Nth = new Nth(until, null, TimeUnit.Day, month) });
            return true;
        }
        if (CalendarReader.Read(window, next, out end) is not { Day: { } to, Month: not null } right || from >= to
            || window.Kind(next) is not SyntaxKind.Number && window.Kind(word) is SyntaxKind.Number) return false;
        (first, last) = (right with { Day = from }, right);
        return true;
    }
}
