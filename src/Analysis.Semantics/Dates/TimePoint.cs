using NodaTime;

namespace Analysis.Semantics.Dates;

/// <summary>Which way words point from the article's date.</summary>
internal enum Pointing
{
    /// <summary>The words do not say: a bare <em>Monday</em>.</summary>
    Bare = 0,

    /// <summary><em>Last.</em></summary>
    Last,

    /// <summary><em>This.</em></summary>
    This,

    /// <summary><em>Next.</em></summary>
    Next,
}

/// <summary>Which part of a stretch is meant.</summary>
internal enum Edge
{
    /// <summary>All of it.</summary>
    Whole = 0,

    /// <summary><em>Early 2015, the beginning of March.</em></summary>
    Early,

    /// <summary><em>Mid-2015, the middle of March.</em></summary>
    Mid,

    /// <summary><em>Late 2015, the end of March.</em></summary>
    Late,

    /// <summary><em>Earlier this year</em>: up to the article's date.</summary>
    Earlier,

    /// <summary><em>Later this year</em>: from the article's date on.</summary>
    Later,

    /// <summary><em>The rest of the year</em>: from the article's date on.</summary>
    Rest,
}

/// <summary>Which side of a point is meant.</summary>
internal enum Bound
{
    /// <summary>The point itself.</summary>
    None = 0,

    /// <summary>The point and all that follows: <em>since 2014</em>.</summary>
    Since,

    /// <summary>What follows it: <em>after 2014</em>.</summary>
    After,

    /// <summary>What lies before it: <em>before 2014</em>.</summary>
    Before,

    /// <summary>What lies before it, a day included: <em>until Friday</em>.</summary>
    Until,

    /// <summary>A limit where the point is the end of something, else no bound: <em>by the end of May</em>, <em>by Monday</em>.</summary>
    By,
}

/// <summary>One of several units in a stretch: <em>the first Monday of next month</em>.</summary>
/// <param name="Rank">Which, from 1; -1 is the last.</param>
/// <param name="Weekday">The weekday counted; null where <paramref name="Unit"/> is.</param>
/// <param name="Unit">The unit counted; null where <paramref name="Weekday"/> is.</param>
/// <param name="Of">The stretch.</param>
/// <param name="Count">How many of them: 10 in <em>the first ten days of May</em>.</param>
internal sealed record Nth(int Rank, IsoDayOfWeek? Weekday, TimeUnit? Unit, TimePoint Of, int Count = 1);

/// <summary>A time of day.</summary>
/// <param name="Time">The time.</param>
/// <param name="Granularity">Second, minute or hour.</param>
/// <param name="HalfGuessed">Whether the words leave open which half of the day is meant, as <em>at 3</em> does.</param>
internal readonly record struct ClockTime(LocalTime Time, Granularity Granularity, bool HalfGuessed = false)
{
    private const int MorningHour = 11;

    /// <summary>
    /// The time of a clock of twelve hours whose half is not said: behind noon but for eleven, as six in seven of the times are whose half the
    /// news says, what is told being mostly of the evening.
    /// </summary>
    public static ClockTime Guess(int hour, int minute, Granularity granularity)
    {
        bool open = hour is >= 1 and <= 12;
        int guessed = !open || hour >= MorningHour ? hour : hour + 12;
        return new ClockTime(new LocalTime(guessed, minute), granularity, open);
    }

    /// <summary>The same time in the half of the day that a part of it lies in.</summary>
    public ClockTime In(Daypart part)
    {
        if (!HalfGuessed) return this;
        int hour = Time.Hour % 12;
        bool late = part switch { Daypart.Morning => false, Daypart.Night => hour is >= 5 and < 12, _ => true };
        return new ClockTime(new LocalTime(late ? hour + 12 : hour, Time.Minute, Time.Second), Granularity);
    }
}

/// <summary>What words say of a point in time, before it is placed in the calendar. All parts are optional.</summary>
internal sealed record TimePoint
{
    /// <summary>The year.</summary>
    public int? Year { get; init; }

    /// <summary>The year as a shift from the article's: -1 in <em>May last year</em>.</summary>
    public int? YearShift { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month.</summary>
    public int? Day { get; init; }

    /// <summary>The weekday; beside a day of the month it says nothing more.</summary>
    public IsoDayOfWeek? Weekday { get; init; }

    /// <summary>The season.</summary>
    public Season? Season { get; init; }

    /// <summary>The quarter of a year, 1 to 4.</summary>
    public int? Quarter { get; init; }

    /// <summary>The half of a year, 1 or 2.</summary>
    public int? Half { get; init; }

    /// <summary>The year that a decade starts with.</summary>
    public int? Decade { get; init; }

    /// <summary>The last two digits of a decade whose century is not said: <em>the '80s</em>.</summary>
    public int? OpenDecade { get; init; }

    /// <summary>Whether <see cref="Year"/> or the year at <see cref="Shift"/> is a fiscal one, whose first day nobody says.</summary>
    public bool Fiscal { get; init; }

    /// <summary>Whether it holds only in a clause that looks ahead: <em>in two years</em>.</summary>
    public bool AheadOnly { get; init; }

    /// <summary>The century as a rank: 19 for the years 1801 to 1900, read as 1800 to 1899.</summary>
    public int? Century { get; init; }

    /// <summary>Where a month, weekday or season lies from the article's date.</summary>
    public Pointing Pointing { get; init; }

    /// <summary>Whether it is a Saturday and Sunday.</summary>
    public bool Weekend { get; init; }

    /// <summary>The unit that <see cref="Shift"/> counts.</summary>
    public TimeUnit? Unit { get; init; }

    /// <summary>How many units after the article's date, before it when negative: -3 days is <em>three days ago</em>.</summary>
    public int? Shift { get; init; }

    /// <summary>Whether the whole unit is meant (<em>last month</em>) and not the same day in it (<em>a month ago</em>).</summary>
    public bool WholeUnit { get; init; }

    /// <summary>Whether it is a stretch of <see cref="Shift"/> units that ends or starts at the article's date: <em>the past three days</em>.</summary>
    public bool Stretch { get; init; }

    /// <summary>Whether how many was not said: <em>the past few weeks</em>.</summary>
    public bool Vague { get; init; }

    /// <summary>The point that <see cref="Shift"/> counts from where that is not the article's date: <em>two days after Easter</em>.</summary>
    public TimePoint? From { get; init; }

    /// <summary>The holiday.</summary>
    public Holiday? Holiday { get; init; }

    /// <summary>A unit inside of a stretch.</summary>
    public Nth? Nth { get; init; }

    /// <summary>The week that <see cref="Weekday"/> lies in, in weeks from the article's: <em>Monday of next week</em>.</summary>
    public int? Week { get; init; }

    /// <summary>The latest such weekday before the article's date (-1: <em>this past Friday</em>) or the first behind it (1: <em>this coming Friday</em>).</summary>
    public int? Turn { get; init; }

    /// <summary>The part that is meant.</summary>
    public Edge Edge { get; init; }

    /// <summary>The side that is meant.</summary>
    public Bound Bound { get; init; }

    /// <summary>Whether it is the article's own only in a clause that does not look back: <em>at the moment, the end of the day</em>.</summary>
    public bool NotPast { get; init; }

    /// <summary>Whether it is the moment of writing: <em>now</em>.</summary>
    public bool Present { get; init; }

    /// <summary>Whether an order of day and month was taken for granted: <em>on 5/12</em>.</summary>
    public bool OrderGuessed { get; init; }

    /// <summary>Whether the hundreds of the year were taken for granted: <em>5/12/35</em>.</summary>
    public bool CenturyGuessed { get; init; }

    /// <summary>The week of a year by its number, 1 to 53.</summary>
    public int? WeekNumber { get; init; }

    /// <summary>Whether <see cref="Unit"/> counts working days alone, Monday to Friday.</summary>
    public bool Working { get; init; }

    /// <summary>Whether it is the week around <see cref="From"/>, or <see cref="Weekday"/> in it: <em>the week of May 5, Monday two weeks ago</em>.</summary>
    public bool WeekOf { get; init; }

    /// <summary>Whether the part is spoken of as a point: <em>the middle of May</em>, and not <em>mid-May</em>.</summary>
    public bool EdgePoint { get; init; }

    /// <summary>Whether it depends on another date of the text: <em>two days later</em>.</summary>
    public bool OnOther { get; init; }

    /// <summary>The time of day.</summary>
    public ClockTime? Clock { get; init; }

    /// <summary>The part of the day.</summary>
    public Daypart? Daypart { get; init; }

    /// <summary>Whether it says nothing but a time of day.</summary>
    public bool IsClockOnly => (Clock ?? (object?)Daypart) is not null && !HasDate;

    /// <summary>Whether it says a day or something coarser.</summary>
    public bool HasDate => Year is not null || Month is not null || Weekday is not null || Season is not null || Quarter is not null
        || Present || WeekNumber is not null || WeekOf || Half is not null || Decade is not null || OpenDecade is not null || Century is not null || Unit is not null || Weekend || Holiday is not null
        || Nth is not null || Day is not null;

    /// <summary>Whether it says one day, on which a time of day may fall.</summary>
    public bool IsOneDay => !OnOther && !Present && (Day is not null || Weekday is not null || Unit is TimeUnit.Day && !Stretch || Holiday is not null && !Weekend
        || Nth is { Weekday: not null } or { Unit: TimeUnit.Day, Count: 1 });
}
