using Analysis.Semantics.Quantities;

namespace Analysis.Semantics.Dates;

/// <summary>Reads one of several units in a stretch: <em>the first Monday of next month</em>, <em>the last week of May</em>, <em>the third month of 2021</em>.</summary>
internal static class NthReader
{
    private const int MostRank = 366;

    /// <summary>Reads the expression that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token; <em>the</em> may be a part of it.</param>
    /// <param name="end">Just past the expression.</param>
    public static TimePoint? Read(TokenWindow window, int start, out int end)
    {
        end = start;
        int word = window.Is(start, "the") ? start + 1 : start;
        int rank;
        int next;
        // A rank, or none.
        var form = window.Form(word);
        if (window.Kind(word) is Syntax.SyntaxKind.Number ? char.IsAsciiDigit(form[^1]) : !NumberWords.Starts.Contains(form) && !window.Is(word, "final")) return null;
        if (window.Is(word, "last", "final")) (rank, next) = (-1, word + 1);
        else if (NumberParser.TryRead(window, word, money: false, stopAtAnd: true, out var number) && number.Form is NumberForm.Ordinal && number.Value <= MostRank)
            (rank, next) = ((int)number.Value, number.End);
        else return null;
        int count = 1;
        if (NumberParser.TryRead(window, next, money: false, stopAtAnd: true, out var counted) && counted is { Form: NumberForm.Cardinal, Value: > 1m and <= MostRank })
        {
            if (counted.Value != decimal.Truncate(counted.Value)) return null;
            (count, next) = ((int)counted.Value, counted.End);
        }
        TimeUnit? unit = null;
        NodaTime.IsoDayOfWeek? weekday = null;
        if (DateWords.Weekdays.TryGetValue(window.Form(next), out var day)) weekday = day;
        else if (DateWords.Units.TryGetValue(window.Form(next), out var found) && found is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month
            && window.Form(next).EndsWith('s') == count > 1) unit = found;
        else return null;
        next++;
        Daypart? daypart = null;
        if (DateWords.Dayparts.TryGetValue(window.Form(next), out var part))
        {
            daypart = part;
            next++;
        }
        if (!window.Is(next, "of", "in")) return null;
        if (window.Are(next + 1, "the", "month") || window.Are(next + 1, "the", "year"))
        {
            // "The 26th day of the month": of the article's own.
            end = next + 3;
            var ownUnit = window.Is(next + 2, "month") ? TimeUnit.Month : TimeUnit.Year;
            return new TimePoint { Nth = new Nth(rank, weekday, unit, new TimePoint { Unit = ownUnit, Shift = 0, WholeUnit = true }, count), Daypart = daypart };
        }
        // Behind "week of" even a short month is one: "the third week of Jan."
        if (CalendarReader.TryReadMonth(window, next + 1, out int month, out end) && window.IsCapitalized(next + 1))
        {
            int yearToken = window.Is(end, ",") || window.Is(end, "of") ? end + 1 : end;
            int? year = null;
            if (YearReader.TryRead(window, yearToken, out int stated))
            {
                year = stated;
                end = yearToken + 1;
            }
            var point = new TimePoint { Nth = new Nth(rank, weekday, unit, new TimePoint { Month = month, Year = year }, count), Daypart = daypart };
            // "The first week of October, on Friday"
            if (unit is TimeUnit.Week && count == 1 && window.Is(end, "on") && DateWords.Weekdays.TryGetValue(window.Form(end + 1), out var within))
            {
                end += 2;
                return new TimePoint { From = point, WeekOf = true, Weekday = within };
            }
            return point;
        }
        if (PointReader.ReadDate(window, next + 1, out end) is not { IsOneDay: false, OnOther: false, Stretch: false } of) return null;
        return new TimePoint { Nth = new Nth(rank, weekday, unit, of, count), Daypart = daypart };
    }
}
