using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Analysis.Semantics.Dates;

/// <summary>A point in time, placed in the calendar as far as that can be told.</summary>
/// <param name="Timex">In TIMEX3 notation, with <c>X</c> for what is unknown.</param>
/// <param name="Start">Start, inclusive; null where unresolved.</param>
/// <param name="End">End, exclusive; null where unresolved.</param>
/// <param name="Granularity">How finely it is stated.</param>
/// <param name="Anchor">What it was resolved on.</param>
internal readonly record struct PlacedDate(string Timex, LocalDateTime? Start, LocalDateTime? End, Granularity Granularity, Anchor Anchor);

/// <summary>Places points in time in the calendar, relative ones on the date of the article.</summary>
/// <param name="anchor">The date of the article; null when it has none.</param>
internal sealed class DateResolver(ArticleDate? anchor)
{
    /// <summary>How far ahead a month or day without a year may lie in a clause that looks neither back nor ahead.</summary>
    private const int OpenMonthsAhead = 6;

    private readonly ArticleDate? _anchor = anchor is { Date.Year: > 1000 and < 3000 } ? anchor : null;

    /// <summary>Places a point.</summary>
    /// <param name="point">What the words say.</param>
    /// <param name="outlook">Whether the clause looks back or ahead.</param>
    /// <returns>The place; null where the words name no time that exists.</returns>
    public PlacedDate? Place(TimePoint point, Outlook outlook)
    {
        if (point.IsClockOnly)
        {
            var clock = point.Clock is { } time ? ClockTimex(time) : DaypartTimex(point.Daypart!.Value);
            return new PlacedDate(clock, null, null, point.Clock?.Granularity ?? Granularity.Daypart, Anchor.Missing);
        }
        if (PlaceDate(point, outlook) is not { } date) return null;
        if (point.Clock is { } clockTime)
        {
            var start = date.Start?.Date.At(clockTime.Time);
            return date with
            {
                Timex = date.Timex + ClockTimex(clockTime),
                Start = start,
                End = clockTime.Granularity switch
                {
                    Granularity.Hour => start?.PlusHours(1),
                    Granularity.Minute => start?.PlusMinutes(1),
                    _ => start?.PlusSeconds(1),
                },
                Granularity = clockTime.Granularity,
            };
        }
        if (point.Daypart is { } part)
        {
            var (from, to) = Hours(part);
            return date with
            {
                Timex = date.Timex + DaypartTimex(part),
                Start = date.Start?.PlusHours(from),
                End = date.Start?.PlusHours(to),
                Granularity = Granularity.Daypart,
            };
        }
        return date;
    }

    /// <summary>A stretch from one point to another, both included.</summary>
    public PlacedDate? PlaceStretch(TimePoint first, TimePoint last, Outlook outlook)
    {
        if (Place(first, outlook) is not { } from || Place(last, outlook) is not { } to) return null;
        // "from Friday to Monday": the second is the next one behind the first.
        if (from.Start is { } start && to.End is { } end && end <= start)
        {
            int days = last.Weekday is not null && last.Day is null ? 7 : 0;
            if (days == 0 && last.Year is null && last.Month is not null) days = start.Date.PlusYears(1).Minus(start.Date).Days;
            if (days == 0) return null;
            to = to with { Start = to.Start?.PlusDays(days), End = end.PlusDays(days) };
            if (last.Weekday is not null && last.Day is null) to = to with { Timex = DayTimex(to.Start!.Value.Date) };
            else return null;
        }
        var granularity = from.Granularity > to.Granularity ? from.Granularity : to.Granularity;
        var anchored = from.Anchor > to.Anchor ? from.Anchor : to.Anchor;
        return new PlacedDate($"{from.Timex}/{to.Timex}", from.Start, to.End, granularity, anchored);
    }

    /// <summary>A time of day in TIMEX3 notation.</summary>
    public static string ClockTimex(ClockTime clock) => clock.Granularity switch
    {
        Granularity.Hour => clock.Time.ToString("'T'HH", CultureInfo.InvariantCulture),
        Granularity.Minute => clock.Time.ToString("'T'HH':'mm", CultureInfo.InvariantCulture),
        _ => clock.Time.ToString("'T'HH':'mm':'ss", CultureInfo.InvariantCulture),
    };

    private static string DaypartTimex(Daypart part) => part switch
    {
        Daypart.Morning => "TMO",
        Daypart.Afternoon => "TAF",
        Daypart.Evening => "TEV",
        _ => "TNI",
    };

    /// <summary>Hours from midnight, generous where speakers differ, so that reports which name neighbouring parts still overlap.</summary>
    private static (int From, int To) Hours(Daypart part) => part switch
    {
        Daypart.Morning => (0, 12),
        Daypart.Afternoon => (12, 18),
        Daypart.Evening => (17, 24),
        _ => (18, 30),
    };

    private PlacedDate? PlaceDate(TimePoint point, Outlook outlook) => point switch
    {
        { OnOther: true } => new PlacedDate(UnknownTimex(point.Unit!.Value), null, null, GranularityOf(point.Unit.Value), Anchor.Missing),
        { Stretch: true } => Stretch(point.Unit!.Value, point.Shift!.Value),
        { Unit: { } unit } => point.WholeUnit ? WholeUnit(unit, point.Shift!.Value) : Shifted(unit, point.Shift!.Value),
        { Weekend: true } => Weekend(point.Pointing),
        { Day: { } day, Month: { } month } => DayOf(point, month, day, outlook),
        { Month: { } month } => MonthOf(point, month, outlook),
        { Weekday: { } weekday } => WeekdayOf(weekday, point.Pointing, outlook),
        { Season: { } season } => SeasonOf(point, season),
        { Quarter: { } quarter } => PartOfYear(point, $"Q{quarter}", 3, quarter - 1, Granularity.Quarter),
        { Half: { } half } => PartOfYear(point, $"H{half}", 6, half - 1, Granularity.Quarter),
        { Decade: { } decade } => Years(decade, 10, Text($"{decade / 10}"), Granularity.Decade),
        { Century: { } century } => Years((century - 1) * 100, 100, Text($"{century - 1:00}"), Granularity.Century),
        { Year: { } year } => Years(year, 1, Text($"{year:0000}"), Granularity.Year),
        _ => null,
    };

    private PlacedDate? DayOf(TimePoint point, int month, int day, Outlook outlook)
    {
        if (point.Year is { } year) return Day(new LocalDate(year, month, day), Anchor.Stated);
        string open = Text($"XXXX-{month:00}-{day:00}");
        if (_anchor is not { } article) return new PlacedDate(open, null, null, Granularity.Day, Anchor.Missing);
        // 29 February exists in one year of four: look at those years only.
        var candidates = Enumerable.Range(article.Date.Year - 8, 17)
            .Where(candidate => day <= CalendarSystem.Iso.GetDaysInMonth(candidate, month))
            .Select(candidate => new LocalDate(candidate, month, day));
        return Nearest(candidates, article.Date, point.Pointing, outlook) is { } date
            ? Day(date, Resolved(article))
            : new PlacedDate(open, null, null, Granularity.Day, Anchor.Missing);
    }

    private PlacedDate? MonthOf(TimePoint point, int month, Outlook outlook)
    {
        if (point.Year is { } year) return Month(new LocalDate(year, month, 1), Anchor.Stated);
        if (_anchor is not { } article) return new PlacedDate(Text($"XXXX-{month:00}"), null, null, Granularity.Month, Anchor.Missing);
        var thisMonth = new LocalDate(article.Date.Year, article.Date.Month, 1);
        var candidates = Enumerable.Range(article.Date.Year - 2, 5).Select(candidate => new LocalDate(candidate, month, 1));
        return Nearest(candidates, thisMonth, point.Pointing, outlook) is { } date ? Month(date, Resolved(article)) : null;
    }

    /// <summary>The candidate that the clause means: the latest one not ahead, the earliest one not behind, or the nearest.</summary>
    private static LocalDate? Nearest(IEnumerable<LocalDate> candidates, LocalDate article, Pointing pointing, Outlook outlook)
    {
        LocalDate? found = null;
        foreach (var candidate in candidates)
        {
            switch (pointing, outlook)
            {
                case (Pointing.Last, _):
                    if (candidate < article) found = candidate;
                    break;
                case (Pointing.This, _):
                    if (candidate.Year == article.Year) return candidate;
                    break;
                case (Pointing.Next, _):
                    if (candidate > article) return candidate;
                    break;
                case (_, Outlook.Future):
                    if (candidate >= article) return candidate;
                    break;
                case (_, Outlook.Past):
                    if (candidate <= article) found = candidate;
                    break;
                default:
                    if (candidate <= article.PlusMonths(OpenMonthsAhead)) found = candidate;
                    break;
            }
        }
        return found;
    }

    private PlacedDate WeekdayOf(IsoDayOfWeek weekday, Pointing pointing, Outlook outlook)
    {
        if (_anchor is not { } article)
            return new PlacedDate(Text($"XXXX-WXX-{(int)weekday}"), null, null, Granularity.Day, Anchor.Missing);
        var date = article.Date;
        var resolved = pointing switch
        {
            Pointing.Last => date.Previous(weekday),
            Pointing.This => Monday(date).PlusDays((int)weekday - 1),
            // In the week behind this one: on a Wednesday, "next Friday" is not the day after tomorrow.
            Pointing.Next => Monday(date).PlusDays(7 + (int)weekday - 1),
            _ => date.DayOfWeek == weekday ? date : outlook is Outlook.Past or Outlook.Unknown ? date.Previous(weekday) : date.Next(weekday),
        };
        return Day(resolved, Resolved(article));
    }

    private PlacedDate Weekend(Pointing pointing)
    {
        if (_anchor is not { } article) return new PlacedDate("XXXX-WXX-WE", null, null, Granularity.Day, Anchor.Missing);
        int weeks = pointing switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 };
        var saturday = Monday(article.Date).PlusDays(5 + 7 * weeks);
        return new PlacedDate(WeekTimex(saturday) + "-WE", Midnight(saturday), Midnight(saturday.PlusDays(2)), Granularity.Day, Resolved(article));
    }

    private PlacedDate SeasonOf(TimePoint point, Season season)
    {
        string code = season switch { Season.Spring => "SP", Season.Summer => "SU", Season.Autumn => "FA", _ => "WI" };
        if (point.Year is { } year) return Stretch(year, Anchor.Stated);
        if (_anchor is not { } article) return new PlacedDate($"XXXX-{code}", null, null, Granularity.Season, Anchor.Missing);
        int resolved = article.Date.Year;
        switch (point.Pointing)
        {
            // The latest that is over, the earliest that has not begun.
            case Pointing.Last:
                while (First(resolved).PlusMonths(3) > article.Date) resolved--;
                break;
            case Pointing.Next:
                while (First(resolved) <= article.Date) resolved++;
                break;
            default:
                // In January, this winter began last year.
                if (season is Season.Winter && article.Date.Month < 3) resolved--;
                break;
        }
        return Stretch(resolved, Resolved(article));

        LocalDate First(int year) => new(year, 3 + 3 * (int)season, 1);

        PlacedDate Stretch(int year, Anchor anchored) =>
            new(Text($"{year:0000}-{code}"), Midnight(First(year)), Midnight(First(year).PlusMonths(3)), Granularity.Season, anchored);
    }

    private PlacedDate PartOfYear(TimePoint point, string code, int months, int index, Granularity granularity)
    {
        var anchored = Anchor.Stated;
        int year;
        if (point.Year is { } stated) year = stated;
        else if (_anchor is { } article)
        {
            year = article.Date.Year + point.Pointing switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 };
            anchored = Resolved(article);
        }
        else return new PlacedDate($"XXXX-{code}", null, null, granularity, Anchor.Missing);
        var first = new LocalDate(year, 1 + months * index, 1);
        return new PlacedDate(Text($"{year:0000}-{code}"), Midnight(first), Midnight(first.PlusMonths(months)), granularity, anchored);
    }

    /// <summary><em>Last month</em>: the unit of the calendar, moved.</summary>
    private PlacedDate? WholeUnit(TimeUnit unit, int shift)
    {
        if (_anchor is not { } article) return new PlacedDate(UnknownTimex(unit), null, null, GranularityOf(unit), Anchor.Missing);
        var date = article.Date;
        var resolved = Resolved(article);
        switch (unit)
        {
            case TimeUnit.Week:
                var monday = Monday(date).PlusWeeks(shift);
                return new PlacedDate(WeekTimex(monday), Midnight(monday), Midnight(monday.PlusWeeks(1)), Granularity.Week, resolved);
            case TimeUnit.Month:
                return Month(new LocalDate(date.Year, date.Month, 1).PlusMonths(shift), resolved);
            case TimeUnit.Quarter:
                var first = new LocalDate(date.Year, (date.Month - 1) / 3 * 3 + 1, 1).PlusMonths(3 * shift);
                string quarter = Text($"{first.Year:0000}-Q{(first.Month + 2) / 3}");
                return new PlacedDate(quarter, Midnight(first), Midnight(first.PlusMonths(3)), Granularity.Quarter, resolved);
            case TimeUnit.Year:
                return Years(date.Year + shift, 1, Text($"{date.Year + shift:0000}"), Granularity.Year, resolved);
            case TimeUnit.Decade:
                int decade = date.Year / 10 + shift;
                return Years(decade * 10, 10, Text($"{decade:000}"), Granularity.Decade, resolved);
            case TimeUnit.Century:
                int century = date.Year / 100 + shift;
                return Years(century * 100, 100, Text($"{century:00}"), Granularity.Century, resolved);
            default:
                return null;
        }
    }

    /// <summary><em>Three days ago, yesterday, two years ago</em>: as finely as the unit says.</summary>
    private PlacedDate? Shifted(TimeUnit unit, int shift)
    {
        if (_anchor is not { } article) return new PlacedDate(UnknownTimex(unit), null, null, GranularityOf(unit), Anchor.Missing);
        var date = article.Date;
        var resolved = Resolved(article);
        switch (unit)
        {
            case TimeUnit.Day:
                return Day(date.PlusDays(shift), resolved);
            case TimeUnit.Week or TimeUnit.Fortnight:
                // A week ago is spoken of to the week, though the day may be meant.
                return WholeUnit(TimeUnit.Week, unit is TimeUnit.Fortnight ? 2 * shift : shift);
            case TimeUnit.Month or TimeUnit.Quarter:
                return WholeUnit(unit, shift);
            case TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century:
                int years = shift * (unit switch { TimeUnit.Year => 1, TimeUnit.Decade => 10, _ => 100 });
                return date.Year + years is > 0 and < 9999 ? WholeUnit(TimeUnit.Year, years) : null;
            default:
                return null;
        }
    }

    /// <summary><em>The past three days, the next two years.</em></summary>
    private PlacedDate? Stretch(TimeUnit unit, int shift)
    {
        if (_anchor is not { } article) return new PlacedDate(UnknownTimex(unit), null, null, GranularityOf(unit), Anchor.Missing);
        int years = unit switch { TimeUnit.Year => shift, TimeUnit.Decade => 10 * shift, TimeUnit.Century => 100 * shift, _ => 0 };
        if (article.Date.Year + years is < 1 or > 9000) return null;
        var other = unit switch
        {
            TimeUnit.Day => article.Date.PlusDays(shift),
            TimeUnit.Week => article.Date.PlusWeeks(shift),
            TimeUnit.Fortnight => article.Date.PlusWeeks(2 * shift),
            TimeUnit.Month => article.Date.PlusMonths(shift),
            TimeUnit.Quarter => article.Date.PlusMonths(3 * shift),
            _ => article.Date.PlusYears(years),
        };
        var (first, last) = shift < 0 ? (other, article.Date) : (article.Date, other);
        return new PlacedDate(
            $"{DayTimex(first)}/{DayTimex(last)}", Midnight(first), Midnight(last.PlusDays(1)), GranularityOf(unit), Resolved(article));
    }

    private static PlacedDate Day(LocalDate date, Anchor anchored) =>
        new(DayTimex(date), Midnight(date), Midnight(date.PlusDays(1)), Granularity.Day, anchored);

    private static PlacedDate Month(LocalDate first, Anchor anchored) =>
        new(Text($"{first.Year:0000}-{first.Month:00}"), Midnight(first), Midnight(first.PlusMonths(1)), Granularity.Month, anchored);

    private static PlacedDate? Years(int first, int count, string timex, Granularity granularity, Anchor anchored = Anchor.Stated)
    {
        if (first is < 1 or > 9000) return null;
        var start = new LocalDate(first, 1, 1);
        return new PlacedDate(timex, Midnight(start), Midnight(start.PlusYears(count)), granularity, anchored);
    }

    private static Anchor Resolved(ArticleDate article) => article.Stated ? Anchor.Stated : Anchor.Inferred;

    private static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    private static LocalDateTime Midnight(LocalDate date) => date.AtMidnight();

    private static string DayTimex(LocalDate date) => Text($"{date.Year:0000}-{date.Month:00}-{date.Day:00}");

    private static string WeekTimex(LocalDate date) =>
        Text($"{WeekYearRules.Iso.GetWeekYear(date):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(date):00}");

    private static string UnknownTimex(TimeUnit unit) => unit switch
    {
        TimeUnit.Second or TimeUnit.Minute or TimeUnit.Hour => "XXXX-XX-XXTXX",
        TimeUnit.Day => "XXXX-XX-XX",
        TimeUnit.Week or TimeUnit.Fortnight => "XXXX-WXX",
        TimeUnit.Month => "XXXX-XX",
        TimeUnit.Quarter => "XXXX-QX",
        TimeUnit.Decade => "XXX",
        TimeUnit.Century => "XX",
        _ => "XXXX",
    };

    /// <summary>The granularity that a unit states.</summary>
    public static Granularity GranularityOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => Granularity.Second,
        TimeUnit.Minute => Granularity.Minute,
        TimeUnit.Hour => Granularity.Hour,
        TimeUnit.Day => Granularity.Day,
        TimeUnit.Week or TimeUnit.Fortnight => Granularity.Week,
        TimeUnit.Month => Granularity.Month,
        TimeUnit.Quarter => Granularity.Quarter,
        TimeUnit.Decade => Granularity.Decade,
        TimeUnit.Century => Granularity.Century,
        _ => Granularity.Year,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
