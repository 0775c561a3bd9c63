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

/// <summary>A time of day.</summary>
/// <param name="Time">The time.</param>
/// <param name="Granularity">Second, minute or hour.</param>
internal readonly record struct ClockTime(LocalTime Time, Granularity Granularity);

/// <summary>What words say of a point in time, before it is placed in the calendar. All parts are optional.</summary>
internal sealed record TimePoint
{
    /// <summary>The year.</summary>
    public int? Year { get; init; }

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
        || Half is not null || Decade is not null || Century is not null || Unit is not null || Weekend;

    /// <summary>Whether it says one day, on which a time of day may fall.</summary>
    public bool IsOneDay => Day is not null || Weekday is not null && !Weekend || Unit is TimeUnit.Day && !Stretch;
}
