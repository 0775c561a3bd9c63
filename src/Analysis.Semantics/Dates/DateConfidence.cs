namespace Analysis.Semantics.Dates;

/// <summary>How sure a date is, by what its value rests on.</summary>
/// <remarks>
/// Every level is the share that was right where it was measured, as <c>accuracy dates</c> prints it: on the labelled cases; for the year of a
/// day on the news that says it, and finds it without; for the half of the day on the times of the news that say it. What an inferred date of the article adds to the doubt is told by <see cref="Anchor"/> and is none of it.
/// </remarks>
internal static class DateConfidence
{
    /// <summary>All is said: year and month, a length, a recurring time, a time of day with its half.</summary>
    public static readonly Confidence Said = new(965);

    /// <summary>Counted from the article's date: <em>yesterday, last week, three days ago, now</em>.</summary>
    public static readonly Confidence Counted = new(930);

    /// <summary>The year or the week follows from the tense: <em>on 9 June, on Monday</em>.</summary>
    public static readonly Confidence Nearest = new(940);

    /// <summary>Nothing but that it is a time: it leans on another date of the text, or has no place. Half of the few cases place it after all.</summary>
    public static readonly Confidence Unplaced = new(600);

    /// <summary>How many were not said, as in <em>the past few weeks</em>: a judgement, since no case has one.</summary>
    public static readonly Confidence Vague = new(500);

    /// <summary>The half of the day was taken for granted.</summary>
    public static readonly Confidence HalfGuessed = new(860);

    /// <summary>The order of day and month, or the century, was taken for granted: a judgement, since the cases are all of one country.</summary>
    public static readonly Confidence OrderGuessed = new(700);

    /// <summary>How sure a point is once it has its place.</summary>
    /// <param name="point">What the words say.</param>
    /// <param name="placed">Where that is.</param>
    public static Confidence Of(TimePoint point, PlacedDate placed)
    {
        if (point.Vague) return Vague;
        if (point.OrderGuessed || point.CenturyGuessed) return OrderGuessed;
        if (point.Clock is { HalfGuessed: true }) return HalfGuessed;
        if (point.OnOther || placed is { Start: null, End: null } && !point.IsClockOnly) return Unplaced;
        if (point.From is { } from) return Counted.And(Of(from, placed));
        if (point.Nth is { } nth) return Said.And(Of(nth.Of, placed));
        if (point.Year is not null || point.Decade is not null || point.Century is not null || point.IsClockOnly) return Said;
        return point.Unit is not null || point.Present || point.YearShift is not null || point.Pointing is not Pointing.Bare || point.Week is not null || point.Turn is not null ? Counted : Nearest;
    }
}
