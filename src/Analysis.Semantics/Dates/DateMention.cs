using Analysis.Syntax;
using NodaTime;

namespace Analysis.Semantics.Dates;

/// <summary>What kind of time expression a <see cref="DateMention"/> is.</summary>
public enum DateKind
{
    /// <summary>A day or coarser.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A day and a time of day.</summary>
    DateTime,

    /// <summary>A stretch from one time to another.</summary>
    Period,

    /// <summary>A length of time that is not placed.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>How finely a date is stated, from fine to coarse.</summary>
public enum Granularity
{
    /// <summary>To the second.</summary>
    Second,

    /// <summary>To the minute.</summary>
    Minute,

    /// <summary>To the hour.</summary>
    Hour,

    /// <summary>To the part of a day.</summary>
    Daypart,

    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the week.</summary>
    Week,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the quarter.</summary>
    Quarter,

    /// <summary>To the season.</summary>
    Season,

    /// <summary>To the year.</summary>
    Year,

    /// <summary>To the decade.</summary>
    Decade,

    /// <summary>To the century.</summary>
    Century,
}

/// <summary>What a date was resolved on.</summary>
public enum Anchor
{
    /// <summary>The words say all, or the article's own stated date completes them.</summary>
    Stated,

    /// <summary>Completed from an article date that was itself inferred.</summary>
    Inferred,

    /// <summary>Relative, and the article has no date: unresolved.</summary>
    Missing,
}

/// <summary>The date of an article, on which relative dates resolve.</summary>
/// <param name="Date">The day it was published.</param>
/// <param name="Stated">Whether the article or the request states it; false when it was inferred, as from a caption.</param>
public readonly record struct ArticleDate(LocalDate Date, bool Stated)
{
    /// <summary>The time of that day, where it was published; null where only the day is known, and then what is counted in hours stays unresolved.</summary>
    public LocalTime? Time { get; init; }
}

/// <summary>A date or time in the text.</summary>
/// <param name="Span">The words.</param>
/// <param name="FirstToken">First token of the words.</param>
/// <param name="EndToken">Just past the last token.</param>
/// <param name="Kind">What kind of expression.</param>
/// <param name="Timex">Value in TIMEX3 notation: <c>2016-11-07</c>, <c>2016-W45</c>, <c>PT2H</c>; <c>XXXX-06</c> where a part is unknown.</param>
/// <param name="Start">Start of the interval, inclusive; null where unresolved.</param>
/// <param name="End">End of the interval, exclusive; null where unresolved.</param>
/// <param name="Granularity">How finely it is stated.</param>
/// <param name="Anchor">What it was resolved on.</param>
public sealed record DateMention(
    TextSpan Span, int FirstToken, int EndToken, DateKind Kind, string Timex, LocalDateTime? Start, LocalDateTime? End,
    Granularity Granularity, Anchor Anchor)
{
    /// <summary>How sure it is that the words are a date and mean this value.</summary>
    public Confidence Confidence { get; init; } = Confidence.Full;
}
