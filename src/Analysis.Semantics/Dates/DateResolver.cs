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
        if (point.YearShift is { } years)
        {
            // Without the article's date the month or day stays of no year.
            if (_anchor is not { } own) return Place(point with { YearShift = null }, outlook);
            if (own.Date.Year + years is < 1 or > 9000) return null;
            return Place(point with { YearShift = null, Year = own.Date.Year + years }, outlook) is { } inYear ? inYear with { Anchor = inYear.Anchor > Resolved(own) ? inYear.Anchor : Resolved(own) } : null;
        }
        if (point.Bound is not Bound.None)
            return Place(point with { Bound = Bound.None }, outlook) is { } bounded ? Open(bounded, point) : null;
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
        if (Place(last, outlook) is not { } to) return null;
        // "From August to October": the last lies where the clause looks, the first in the year before it.
        if (first is { Year: null, Month: { } firstMonth, Pointing: Pointing.Bare, Nth: null } && last is { Year: null, Month: { } lastMonth } && to.Start is { } known
            && (first.Day is null || first.Day <= CalendarSystem.Iso.GetDaysInMonth(known.Year, firstMonth)))
            first = first with { Year = (firstMonth, first.Day ?? 0).CompareTo((lastMonth, last.Day ?? 0)) > 0 ? known.Year - 1 : known.Year };
        if (Place(first, outlook) is not { } begins) return null;
        // "From the middle of 2007 to the end of 2008": from one point to the other.
        if (first.EdgePoint && EdgeOf(first, outlook) is { } begin) begins = begins with { Start = begin };
        if (last.EdgePoint && EdgeOf(last, outlook) is { } close) to = to with { End = close };
        // "Between now and eight o'clock": the next one.
        if (first.Present && last.Clock is { HalfGuessed: true } && begins.Start is { } now && to.Start <= now && to.Start?.PlusHours(12) > now && last.Clock.Value.Time.Hour < 12)
        {
            var evening = last with { Clock = new ClockTime(last.Clock.Value.Time.PlusHours(12), last.Clock.Value.Granularity, true) };
            if (Place(evening, outlook) is { } later) to = later;
        }
        // "from Friday to Monday": the second is the next one behind the first.
        if (begins.Start is { } start && to.End is { } end && end <= start)
        {
            int days = last.Weekday is not null && last.Day is null ? 7 : 0;
            if (days == 0 && last.Year is null && last.Month is not null) days = start.Date.PlusYears(1).Minus(start.Date).Days;
            if (days == 0) return null;
            to = to with { Start = to.Start?.PlusDays(days), End = end.PlusDays(days) };
            if (last.Weekday is not null && last.Day is null) to = to with { Timex = DayTimex(to.Start!.Value.Date) };
            else return null;
        }
        // One end that the calendar lacks leaves the other without a stretch.
        if (begins is { Start: null, Anchor: Anchor.Stated, Granularity: Granularity.Day } || to is { Start: null, Anchor: Anchor.Stated, Granularity: Granularity.Day })
            (begins, to) = (begins with { Start = null }, to with { End = null });
        var granularity = begins.Granularity > to.Granularity ? begins.Granularity : to.Granularity;
        var anchored = begins.Anchor > to.Anchor ? begins.Anchor : to.Anchor;
        return new PlacedDate($"{begins.Timex}/{to.Timex}", begins.Start, to.End, granularity, anchored);
    }

    /// <summary>The point that a part spoken of as one lies at: the middle and the end, and for the beginning the start.</summary>
    private LocalDateTime? EdgeOf(TimePoint point, Outlook outlook)
    {
        if (Place(point with { Edge = Edge.Whole, EdgePoint = false }, outlook) is not { Start: { } start, End: { } end }) return null;
        return point.Edge switch
        {
            Edge.Early => start,
            Edge.Mid => start.PlusDays(Period.Between(start, end, PeriodUnits.Days).Days / 2),
            _ => end,
        };
    }

    /// <summary>Leaves one side of a place open, in the notation of ISO 8601-2: <c>2014/..</c>.</summary>
    private static PlacedDate Open(PlacedDate placed, TimePoint point)
    {
        // "To date" ends now, and where only the day is known with that day. "Until Friday" has Friday in it, "until 3 p.m." ends as the clock strikes.
        bool throughEnd = point.Bound is Bound.After || point.Bound is Bound.Until && point.Clock is null && point.Daypart is null && placed.Granularity is not Granularity.Minute;
        var limit = throughEnd ? placed.End : placed.Start;
        if (point is { Bound: Bound.After, Clock: not null } or { Bound: Bound.After, Edge: Edge.Early }) limit = placed.Start;
        // "Before the end of the year" runs to that end.
        if (point is { Bound: Bound.Before, Edge: Edge.Late }) limit = placed.End;
        return point.Bound is Bound.Since or Bound.After
            ? placed with { Timex = placed.Timex + "/..", Start = limit, End = null }
            : placed with { Timex = "../" + placed.Timex, Start = null, End = limit };
    }

    /// <summary>A time of day in TIMEX3 notation.</summary>
    public static string ClockTimex(ClockTime clock) => clock.Granularity switch
    {
        Granularity.Hour => clock.Time.ToString("'T'HH", CultureInfo.InvariantCulture),
        Granularity.Minute => clock.Time.ToString("'T'HH':'mm", CultureInfo.InvariantCulture),
        _ => clock.Time.ToString("'T'HH':'mm':'ss", CultureInfo.InvariantCulture),
    };

    /// <summary>A part of the day in TIMEX3 notation; meals and the halves of light and dark as an extension of it.</summary>
    public static string DaypartTimex(Daypart part) => part switch
    {
        Daypart.Morning => "TMO",
        Daypart.Afternoon => "TAF",
        Daypart.Evening => "TEV",
        Daypart.Daytime => "TDT",
        Daypart.Nighttime => "TNT",
        Daypart.Breakfast => "TMEB",
        Daypart.Lunch => "TMEL",
        Daypart.Dinner => "TMED",
        _ => "TNI",
    };

    /// <summary>Hours from midnight, generous where speakers differ, so that reports which name neighbouring parts still overlap.</summary>
    private static (int From, int To) Hours(Daypart part) => part switch
    {
        Daypart.Morning => (0, 12),
        Daypart.Afternoon => (12, 18),
        Daypart.Evening => (17, 24),
        Daypart.Daytime => (6, 20),
        Daypart.Nighttime => (18, 30),
        Daypart.Breakfast => (6, 11),
        Daypart.Lunch => (11, 15),
        Daypart.Dinner => (16, 22),
        _ => (18, 30),
    };

    private PlacedDate? PlaceDate(TimePoint point, Outlook outlook) =>
        PlaceWhole(point, outlook) is not { } placed ? null : point.Edge is Edge.Whole || point.Stretch ? placed : Part(placed, point.Edge);

    private PlacedDate? PlaceWhole(TimePoint point, Outlook outlook) => point switch
    {
        { Present: true } => Present(),
        { WeekOf: true, From: { } within } => WeekAround(within, point.Weekday, point.Turn, outlook),
        { WeekNumber: { } number } => NumberedWeek(number, point.Year),
        { OnOther: true } => new PlacedDate(UnknownTimex(point.Unit!.Value), null, null, GranularityOf(point.Unit.Value), Anchor.Missing),
        { Nth: { } nth } => NthOf(nth, outlook),
        { Holiday: { } holiday } => HolidayOf(point, holiday, outlook),
        { From: { } begin, Unit: { } length, Stretch: true } => StretchFrom(begin, length, point.Shift!.Value, outlook),
        { From: { } from, Unit: { } counted } => Place(from, outlook) is { Start: { } start } at
            ? new DateResolver(new ArticleDate(start.Date, at.Anchor is Anchor.Stated)).Shifted(counted, point.Shift!.Value)
            : new PlacedDate(UnknownTimex(counted), null, null, GranularityOf(counted), Anchor.Missing),
        { Edge: Edge.Earlier, Stretch: true, Unit: { } whole } => ToDate(WholeUnit(whole, 0)),
        { Stretch: true, Working: true } => WorkingDays(point.Shift!.Value),
        { Stretch: true, Unit: < TimeUnit.Day } => ClockStretch(point.Unit.Value, point.Shift!.Value),
        { Stretch: true } => Stretch(point.Unit!.Value, point.Shift!.Value),
        { Unit: < TimeUnit.Day, AheadOnly: true } when _anchor?.Time is null => null,
        { Unit: < TimeUnit.Day } => ClockShift(point.Unit.Value, point.Shift!.Value),
        { Working: true, Unit: TimeUnit.Week } => WorkingWeek(WholeUnit(TimeUnit.Week, point.Shift!.Value)),
        { Fiscal: true, Shift: { } years } => _anchor is { } article
            ? new PlacedDate(Text($"FY{article.Date.Year + years:0000}"), null, null, Granularity.Year, Resolved(article))
            : new PlacedDate("FYXXXX", null, null, Granularity.Year, Anchor.Missing),
        { Unit: { } unit } => point.WholeUnit ? WholeUnit(unit, point.Shift!.Value) : Shifted(unit, point.Shift!.Value),
        { Weekend: true } => Weekend(point.Pointing, outlook),
        { Day: { } day, Month: { } month } => DayOf(point, month, day, outlook),
        { Month: { } month } => MonthOf(point, month, outlook),
        { Day: { } only } => DayAlone(point, only, outlook),
        { Weekday: { } weekday, Week: { } weeks } => _anchor is { } article
            ? Day(Monday(article.Date).PlusWeeks(weeks).PlusDays((int)weekday - 1), Resolved(article))
            : new PlacedDate(Text($"XXXX-WXX-{(int)weekday}"), null, null, Granularity.Day, Anchor.Missing),
        { Weekday: { } weekday } => WeekdayOf(weekday, point, outlook),
        { Season: { } season } => SeasonOf(point, season),
        { Quarter: { } quarter } => PartOfYear(point, $"Q{quarter}", 3, quarter - 1, Granularity.Quarter),
        { Half: { } half } => PartOfYear(point, $"H{half}", 6, half - 1, Granularity.Quarter),
        { OpenDecade: { } ten } => OpenDecade(ten),
        { Fiscal: true, Year: { } fiscal } => new PlacedDate(Text($"FY{fiscal:0000}"), null, null, Granularity.Year, Anchor.Stated),
        { Decade: { } decade } => Years(decade, 10, Text($"{decade / 10}"), Granularity.Decade),
        { Century: { } century } => Years((century - 1) * 100, 100, Text($"{century - 1:00}"), Granularity.Century),
        { Year: { } year } => Years(year, 1, Text($"{year:0000}"), Granularity.Year),
        _ => null,
    };

    /// <summary>
    /// The part of a stretch. A year has thirds of four months and a month halves, as the peer has them; other stretches have halves that
    /// overlap with a middle third, since <em>early</em> and <em>mid</em> have no edge that all agree on. Of a day the whole stays.
    /// </summary>
    private PlacedDate? Part(PlacedDate placed, Edge edge)
    {
        if (placed is not { Start: { } start, End: { } end } || placed.Granularity <= Granularity.Day) return placed;
        if (edge is Edge.Earlier or Edge.Later or Edge.Rest)
        {
            if (_anchor is not { } article || article.Date.AtMidnight() is var day && (day < start || day >= end)) return placed;
            var cut = edge is Edge.Earlier ? placed with { End = day } : placed with { Start = day };
            if (edge is Edge.Rest) cut = cut with { Timex = $"{DayTimex(day.Date)}/{DayTimex(end.Date.PlusDays(-1))}" };
            return cut.Start == cut.End ? placed : cut;
        }
        var (from, to) = placed.Granularity switch
        {
            Granularity.Year => edge switch { Edge.Early => (start, start.PlusMonths(4)), Edge.Mid => (start.PlusMonths(4), start.PlusMonths(8)), _ => (start.PlusMonths(8), end) },
            Granularity.Month => edge switch { Edge.Early => (start, start.PlusDays(15)), Edge.Mid => (start.PlusDays(9), start.PlusDays(20)), _ => (start.PlusDays(15), end) },
            Granularity.Decade or Granularity.Century => Years(end.Year - start.Year),
            _ => Days(Period.Between(start, end, PeriodUnits.Days).Days),
        };
        return placed with { Start = from, End = to };

        (LocalDateTime From, LocalDateTime To) Years(int count) => edge switch
        {
            Edge.Early => (start, start.PlusYears(count / 2)),
            Edge.Mid => (start.PlusYears(count / 3), start.PlusYears(count - count / 3)),
            _ => (start.PlusYears(count / 2), end),
        };

        (LocalDateTime From, LocalDateTime To) Days(int count) => edge switch
        {
            Edge.Early => (start, start.PlusDays((count + 1) / 2)),
            Edge.Mid => (start.PlusDays(count / 3), start.PlusDays(count - count / 3)),
            _ => (start.PlusDays(count / 2), end),
        };
    }

    /// <summary><em>Three days starting on Monday.</em></summary>
    private PlacedDate? StretchFrom(TimePoint begin, TimeUnit unit, int count, Outlook outlook)
    {
        if (Place(begin, outlook) is not { Start: { } start } placed) return null;
        var end = unit switch
        {
            TimeUnit.Hour => start.PlusHours(count),
            TimeUnit.Day => start.PlusDays(count),
            TimeUnit.Week => start.PlusWeeks(count),
            TimeUnit.Month => start.PlusMonths(count),
            _ => start.PlusYears(count),
        };
        string last = end.TimeOfDay == LocalTime.Midnight ? DayTimex(end.Date.PlusDays(-1)) : DayTimex(end.Date) + ClockTimex(new ClockTime(end.TimeOfDay, Granularity.Minute));
        return placed with { Timex = $"{placed.Timex}/{last}", End = end };
    }

    private PlacedDate? NthOf(Nth nth, Outlook outlook)
    {
        if (Place(nth.Of, outlook) is not { } of) return null;
        var granularity = nth.Unit is { } counted ? GranularityOf(counted) : Granularity.Day;
        if (of is not { Start: { } start, End: { } end }) return new PlacedDate(UnknownTimex(nth.Unit ?? TimeUnit.Day), null, null, granularity, Anchor.Missing);
        var (first, past) = (start.Date, end.Date);
        LocalDate day;
        if (nth.Weekday is { } weekday) day = nth.Rank < 0 ? past.Previous(weekday) : first.PlusDays(-1).Next(weekday).PlusWeeks(nth.Rank - 1);
        else
        {
            day = nth.Unit switch
            {
                TimeUnit.Day => nth.Rank < 0 ? past.PlusDays(-nth.Count) : first.PlusDays(nth.Rank - 1),
                TimeUnit.Week => nth.Rank < 0 ? Monday(past.PlusDays(-1)).PlusWeeks(1 - nth.Count) : FirstWeek(first).PlusWeeks(nth.Rank - 1),
                _ => nth.Rank < 0 ? past.PlusMonths(-nth.Count) : first.PlusMonths(nth.Rank - 1),
            };
        }
        // There is no fifth Monday in most months, and no 31st day in some.
        if (day >= past || day < first.PlusDays(-6)) return null;
        if (nth is { Count: > 1, Unit: { } unit })
        {
            var last = unit switch { TimeUnit.Day => day.PlusDays(nth.Count), TimeUnit.Week => day.PlusWeeks(nth.Count), _ => day.PlusMonths(nth.Count) };
            return new PlacedDate($"{DayTimex(day)}/{DayTimex(last.PlusDays(-1))}", Midnight(day), Midnight(last), granularity, of.Anchor);
        }
        return nth.Unit switch
        {
            TimeUnit.Week => new PlacedDate(WeekTimex(day), Midnight(day), Midnight(day.PlusWeeks(1)), Granularity.Week, of.Anchor),
            TimeUnit.Month => Month(day, of.Anchor),
            _ => Day(day, of.Anchor),
        };
    }

    /// <summary>Monday of the first week of which most days lie in the stretch.</summary>
    private static LocalDate FirstWeek(LocalDate first) => first.DayOfWeek <= IsoDayOfWeek.Thursday ? Monday(first) : Monday(first).PlusWeeks(1);

    private PlacedDate? HolidayOf(TimePoint point, Holiday holiday, Outlook outlook)
    {
        LocalDate? date;
        var anchored = Anchor.Stated;
        if (point.Year is { } year) date = holiday.In(year);
        else
        {
            if (_anchor is not { } article) return new PlacedDate("XXXX-XX-XX", null, null, Granularity.Day, Anchor.Missing);
            anchored = Resolved(article);
            date = Nearest(
                Enumerable.Range(article.Date.Year - 2, 5).Select(holiday.In).OfType<LocalDate>(), article.Date, point.Pointing, outlook);
        }
        if (date is not { } day) return null;
        if (!point.Weekend) return Day(day, anchored);
        // The days off around the holiday: of a Thursday or Friday those that follow, else the Saturday nearest.
        var saturday = day.DayOfWeek is IsoDayOfWeek.Sunday ? day.PlusDays(-1) : day.DayOfWeek < IsoDayOfWeek.Wednesday ? day.Previous(IsoDayOfWeek.Saturday) : day.PlusDays(-1).Next(IsoDayOfWeek.Saturday);
        return new PlacedDate(WeekTimex(saturday) + "-WE", Midnight(saturday), Midnight(saturday.PlusDays(2)), Granularity.Day, anchored);
    }

    /// <summary><em>Friday the 26th</em>: the nearest month in which that day is a Friday.</summary>
    private PlacedDate? DayAlone(TimePoint point, int day, Outlook outlook)
    {
        string open = Text($"XXXX-XX-{day:00}");
        if (_anchor is not { } article) return new PlacedDate(open, null, null, Granularity.Day, Anchor.Missing);
        const int Months = 14;
        var month = new LocalDate(article.Date.Year, article.Date.Month, 1);
        var candidates = Enumerable.Range(-Months, 2 * Months).Select(shift => month.PlusMonths(shift))
            .Where(candidate => day <= CalendarSystem.Iso.GetDaysInMonth(candidate.Year, candidate.Month))
            .Select(candidate => candidate.PlusDays(day - 1))
            .Where(candidate => point.Weekday is null || candidate.DayOfWeek == point.Weekday);
        LocalDate? nearest = outlook is Outlook.Unknown or Outlook.Open
            ? candidates.OrderBy(candidate => Math.Abs(Period.Between(article.Date, candidate, PeriodUnits.Days).Days)).Cast<LocalDate?>().FirstOrDefault()
            : Nearest(candidates, article.Date, Pointing.Bare, outlook);
        return nearest is { } date ? Day(date, Resolved(article)) : null;
    }

    /// <summary>The latest such decade that has begun.</summary>
    private PlacedDate? OpenDecade(int ten)
    {
        if (_anchor is not { } article) return new PlacedDate(Text($"XX{ten / 10}"), null, null, Granularity.Decade, Anchor.Missing);
        int decade = article.Date.Year / 100 * 100 + ten;
        if (decade > article.Date.Year) decade -= 100;
        return Years(decade, 10, Text($"{decade / 10}"), Granularity.Decade, Resolved(article));
    }

    private PlacedDate? DayOf(TimePoint point, int month, int day, Outlook outlook)
    {
        string open = Text($"XXXX-{month:00}-{day:00}");
        // 31 February has no place in time.
        if (!CalendarReader.IsDay(point.Year, month, day))
            return new PlacedDate(point.Year is { } odd ? Text($"{odd:0000}-{month:00}-{day:00}") : open, null, null, Granularity.Day, Anchor.Stated);
        if (point.Year is { } year) return Day(new LocalDate(year, month, day), Anchor.Stated);
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

    private PlacedDate WeekdayOf(IsoDayOfWeek weekday, TimePoint point, Outlook outlook)
    {
        if (_anchor is not { } article)
            return new PlacedDate(Text($"XXXX-WXX-{(int)weekday}"), null, null, Granularity.Day, Anchor.Missing);
        var date = article.Date;
        var resolved = (point.Pointing, point.Turn) switch
        {
            (_, -1) => date.Previous(weekday),
            (_, 1) => date.Next(weekday),
            // In the week before this one, since news calls the Tuesday of this week Tuesday.
            (Pointing.Last, _) => Monday(date).PlusDays(-7 + (int)weekday - 1),
            (Pointing.This, _) => Monday(date).PlusDays((int)weekday - 1),
            // In the week behind this one: on a Wednesday, "next Friday" is not the day after tomorrow.
            (Pointing.Next, _) => Monday(date).PlusDays(7 + (int)weekday - 1),
            _ => date.DayOfWeek == weekday ? date : outlook is Outlook.Past or Outlook.Unknown ? date.Previous(weekday) : date.Next(weekday),
        };
        return Day(resolved, Resolved(article));
    }

    private PlacedDate Weekend(Pointing pointing, Outlook outlook)
    {
        if (_anchor is not { } article) return new PlacedDate("XXXX-WXX-WE", null, null, Granularity.Day, Anchor.Missing);
        // "Over the weekend": the one that goes on, else the last one, or the next one in a clause that looks ahead.
        bool behind = pointing is Pointing.Bare && outlook is not (Outlook.Future or Outlook.Open) && article.Date.DayOfWeek < IsoDayOfWeek.Saturday;
        int weeks = behind ? -1 : pointing switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 };
        var saturday = Monday(article.Date).PlusDays(5 + 7 * weeks);
        return new PlacedDate(WeekTimex(saturday) + "-WE", Midnight(saturday), Midnight(saturday.PlusDays(2)), Granularity.Day, Resolved(article));
    }

    private PlacedDate SeasonOf(TimePoint point, Season season)
    {
        string code = season switch { Season.Spring => "SP", Season.Summer => "SU", Season.Autumn => "FA", _ => "WI" };
        if (point.Year is { } year) return Stretch(year, Anchor.Stated);
        // "In winter" is of no year.
        if (_anchor is not { } article || point.Pointing is Pointing.Bare && point.Edge is Edge.Whole) return new PlacedDate($"XXXX-{code}", null, null, Granularity.Season, Anchor.Missing);
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
        // Quarters and decades are those of the calendar: "the past two quarters" end where this one begins.
        if (unit is TimeUnit.Quarter or TimeUnit.Decade or TimeUnit.Century)
        {
            int size = unit switch { TimeUnit.Decade => 10, _ => 100 };
            var own = unit is TimeUnit.Quarter
                ? new LocalDate(article.Date.Year, (article.Date.Month - 1) / 3 * 3 + 1, 1)
                : new LocalDate(Math.Max(1, article.Date.Year / size * size), 1, 1);
            if (unit is TimeUnit.Quarter || shift > 0)
            {
                var ahead = unit is TimeUnit.Quarter ? own.PlusMonths(3) : own.PlusYears(size);
                var (begin, past) = shift < 0 ? (own.PlusMonths(3 * shift), own) : (ahead, unit is TimeUnit.Quarter ? ahead.PlusMonths(3 * shift) : ahead.PlusYears(years));
                return new PlacedDate($"{DayTimex(begin)}/{DayTimex(past.PlusDays(-1))}", Midnight(begin), Midnight(past), GranularityOf(unit), Resolved(article));
            }
        }
        LocalDate Moved(LocalDate from, int by) => unit switch
        {
            TimeUnit.Day => from.PlusDays(by),
            TimeUnit.Week => from.PlusWeeks(by),
            TimeUnit.Fortnight => from.PlusWeeks(2 * by),
            TimeUnit.Month => from.PlusMonths(by),
            _ => from.PlusYears(unit is TimeUnit.Decade ? 10 * by : unit is TimeUnit.Century ? 100 * by : by),
        };

        // "The past three days" run up to the article's day, "the next three days" begin behind it.
        var (first, last) = shift < 0 ? (Moved(article.Date, shift), article.Date) : (article.Date.PlusDays(1), Moved(article.Date, shift));
        return new PlacedDate(
            $"{DayTimex(first)}/{DayTimex(last)}", Midnight(first), Midnight(last.PlusDays(1)), GranularityOf(unit), Resolved(article));
    }

    /// <summary>The moment of writing: the minute where it is known, else the day.</summary>
    private PlacedDate Present()
    {
        const string Timex = "PRESENT_REF";
        if (_anchor is not { } article) return new PlacedDate(Timex, null, null, Granularity.Daypart, Anchor.Missing);
        if (article.Time is { } time)
        {
            var at = article.Date.At(time);
            return new PlacedDate(Timex, at, at.PlusMinutes(1), Granularity.Minute, Resolved(article));
        }
        return new PlacedDate(Timex, Midnight(article.Date), Midnight(article.Date.PlusDays(1)), Granularity.Daypart, Resolved(article));
    }

    /// <summary>The moment of writing, moved by hours, minutes or seconds; null where only its day is known.</summary>
    private LocalDateTime? Moved(TimeUnit unit, int shift) => _anchor is not { Time: { } time } article ? null : unit switch
    {
        TimeUnit.Hour => article.Date.At(time).PlusHours(shift),
        TimeUnit.Minute => article.Date.At(time).PlusMinutes(shift),
        _ => article.Date.At(time).PlusSeconds(shift),
    };

    /// <summary><em>Three hours ago, 20 minutes from now.</em></summary>
    private PlacedDate ClockShift(TimeUnit unit, int shift)
    {
        if (Moved(unit, shift) is not { } at) return new PlacedDate(UnknownTimex(unit), null, null, GranularityOf(unit), Anchor.Missing);
        // Hours are counted roughly, but from a minute.
        var fineness = unit is TimeUnit.Second ? Granularity.Second : Granularity.Minute;
        return new PlacedDate(MomentTimex(at, fineness), at, fineness is Granularity.Second ? at.PlusSeconds(1) : at.PlusMinutes(1), fineness, Resolved(_anchor!.Value));
    }

    /// <summary><em>The past two hours, within the next 20 minutes.</em></summary>
    private PlacedDate? ClockStretch(TimeUnit unit, int shift)
    {
        // Of a day alone nothing is known but how long it is, which the length says.
        if (Moved(unit, shift) is not { } at || Moved(unit, 0) is not { } now) return null;
        var (first, last) = shift < 0 ? (at, now) : (now, at);
        return new PlacedDate($"{MomentTimex(first, Granularity.Minute)}/{MomentTimex(last, Granularity.Minute)}", first, last, GranularityOf(unit), Resolved(_anchor!.Value));
    }

    private static string MomentTimex(LocalDateTime at, Granularity fineness) => DayTimex(at.Date) + ClockTimex(new ClockTime(at.TimeOfDay, fineness));

    /// <summary>The week, or the weekday in the week, of another point: <em>the week of May 5, Monday two weeks ago</em>.</summary>
    private PlacedDate? WeekAround(TimePoint within, IsoDayOfWeek? weekday, int? turn, Outlook outlook)
    {
        if ((within is { From: null, Unit: >= TimeUnit.Day, Shift: { } shift } ? ExactDay(within.Unit.Value, shift) : within is { From: { } from, Unit: >= TimeUnit.Day, Shift: { } more }
                && Place(from, outlook) is { Start: { } start } at ? new DateResolver(new ArticleDate(start.Date, at.Anchor is Anchor.Stated)).ExactDay(within.Unit.Value, more) : Place(within, outlook)) is not { } near) return null;
        if (near.Start is not { } day)
            return weekday is { } open ? new PlacedDate(Text($"XXXX-WXX-{(int)open}"), null, null, Granularity.Day, Anchor.Missing) : new PlacedDate(UnknownTimex(TimeUnit.Week), null, null, Granularity.Week, Anchor.Missing);
        var monday = Monday(day.Date);
        // "Sunday two weeks ago" lies in a week that starts with it; "in three days on Friday" is the first Friday from there.
        var sunday = day.Date.DayOfWeek is IsoDayOfWeek.Sunday ? day.Date : day.Date.Previous(IsoDayOfWeek.Sunday);
        return weekday is { } wanted ? Day(turn is 1 ? day.Date.PlusDays(-1).Next(wanted) : sunday.PlusDays((int)wanted % 7), near.Anchor)
            : new PlacedDate(WeekTimex(monday), Midnight(monday), Midnight(monday.PlusWeeks(1)), Granularity.Week, near.Anchor);
    }

    /// <summary>The very day that a shift leads to, where a weekday beside it asks for one.</summary>
    private PlacedDate? ExactDay(TimeUnit unit, int shift) => _anchor is not { } article
        ? new PlacedDate(UnknownTimex(TimeUnit.Day), null, null, Granularity.Day, Anchor.Missing)
        : unit switch
        {
            TimeUnit.Day => Day(article.Date.PlusDays(shift), Resolved(article)),
            TimeUnit.Week => Day(article.Date.PlusWeeks(shift), Resolved(article)),
            TimeUnit.Fortnight => Day(article.Date.PlusWeeks(2 * shift), Resolved(article)),
            TimeUnit.Month => Day(article.Date.PlusMonths(shift), Resolved(article)),
            _ => null,
        };

    private PlacedDate? NumberedWeek(int number, int? stated)
    {
        if (stated is null && _anchor is null) return new PlacedDate(Text($"XXXX-W{number:00}"), null, null, Granularity.Week, Anchor.Missing);
        int year = stated ?? WeekYearRules.Iso.GetWeekYear(_anchor!.Value.Date);
        if (number > WeekYearRules.Iso.GetWeeksInWeekYear(year)) return null;
        var monday = WeekYearRules.Iso.GetLocalDate(year, number, IsoDayOfWeek.Monday);
        return new PlacedDate(WeekTimex(monday), Midnight(monday), Midnight(monday.PlusWeeks(1)), Granularity.Week, stated is null ? Resolved(_anchor!.Value) : Anchor.Stated);
    }

    /// <summary><em>Year to date</em>: a unit of the calendar up to the article's day.</summary>
    private PlacedDate? ToDate(PlacedDate? whole) => whole is { Start: { } since } && _anchor is { } article
        ? whole.Value with { Timex = $"{DayTimex(since.Date)}/{DayTimex(article.Date)}", End = Midnight(article.Date.PlusDays(1)) }
        : whole;

    /// <summary><em>This working week</em>: Monday to Friday.</summary>
    private static PlacedDate? WorkingWeek(PlacedDate? week)
    {
        const int Days = 5;
        return week is { Start: { } monday } ? week.Value with { End = monday.PlusDays(Days) } : week;
    }

    /// <summary><em>The past four working days</em>: Mondays to Fridays up to the article's day, which does not count; holidays are not known.</summary>
    private PlacedDate? WorkingDays(int shift)
    {
        const int Most = 1000;
        if (_anchor is not { } article || Math.Abs(shift) > Most) return new PlacedDate(UnknownTimex(TimeUnit.Day), null, null, Granularity.Day, Anchor.Missing);
        var day = article.Date;
        int step = Math.Sign(shift);
        var near = day;
        for (int left = Math.Abs(shift); left > 0;)
        {
            day = day.PlusDays(step);
            if (day.DayOfWeek >= IsoDayOfWeek.Saturday) continue;
            if (left == Math.Abs(shift)) near = day;
            left--;
        }
        var (first, last) = step < 0 ? (day, near) : (near, day);
        return new PlacedDate($"{DayTimex(first)}/{DayTimex(last)}", Midnight(first), Midnight(last.PlusDays(1)), Granularity.Day, Resolved(article));
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
        TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Fortnight => "XXXX-WXX",
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
        TimeUnit.Week or TimeUnit.Weekend or TimeUnit.Fortnight => Granularity.Week,
        TimeUnit.Month => Granularity.Month,
        TimeUnit.Quarter => Granularity.Quarter,
        TimeUnit.Decade => Granularity.Decade,
        TimeUnit.Century => Granularity.Century,
        _ => Granularity.Year,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
