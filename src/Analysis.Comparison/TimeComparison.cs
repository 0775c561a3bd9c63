using Analysis.Semantics.Claims;

namespace Analysis.Comparison;

/// <summary>How the times of two claims stand to each other.</summary>
internal enum TimeRelation
{
    /// <summary>Nothing speaks for two times.</summary>
    None,

    /// <summary>They name the same time.</summary>
    Same,

    /// <summary>The times they name overlap.</summary>
    Compatible,

    /// <summary>They name times apart.</summary>
    Different,

    /// <summary>A time is named and cannot be told.</summary>
    Unknown,
}

/// <summary>Whether two claims speak of one time.</summary>
internal static class TimeComparison
{
    /// <summary>Whether both claims may speak of the same time.</summary>
    public static TimeRelation Compare(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Time, right.Time);
        if (l is { } lt && r is { } rt)
            return lt == rt ? TimeRelation.Same : lt.Start < rt.End && rt.Start < lt.End ? TimeRelation.Compatible : TimeRelation.Different;
        if (l is null && r is null)
        {
            if (!left.Dates.IsEmpty && !right.Dates.IsEmpty && SameTimex(left, right)) return TimeRelation.Same;
            if (!left.HasUnresolvedTime && !right.HasUnresolvedTime) return TimeRelation.None;
            // Both name a time that could not be placed: the same words may mean the same time, other words may not.
            return TimeRelation.Unknown;
        }
        // One says when, the other does not: the same only if that is about when its article appeared.
        var (dated, time) = l is { } known ? (left, known) : (right, r!.Value);
        if ((l is null ? left : right).HasUnresolvedTime || dated.Model.Date is not { } date) return TimeRelation.Unknown;
        const int Days = 7;
        var day = date.Date.AtMidnight();
        return time.Start <= day.PlusDays(Days) && time.End >= day.PlusDays(-Days) ? TimeRelation.None : TimeRelation.Unknown;
    }

    private static bool SameTimex(ClaimProfile left, ClaimProfile right) =>
        left.Dates.Where(d => d.Start is null).Select(d => d.Timex).SequenceEqual(right.Dates.Where(d => d.Start is null).Select(d => d.Timex));

    /// <summary>Whether two claims that name times name the same.</summary>
    public static bool SameTimes(ClaimProfile left, ClaimProfile right) =>
        left.Dates.IsEmpty || right.Dates.IsEmpty || left.Dates.Select(d => d.Timex).ToHashSet(StringComparer.Ordinal).SetEquals(right.Dates.Select(d => d.Timex));

    /// <summary>Whether two predicates are of one time by their verbs; the present of a headline is of what has happened.</summary>
    public static bool TensesAgree(ClaimProfile left, ClaimProfile right, bool given)
    {
        var (l, r) = (left.Claim.Predicate.Tense, right.Claim.Predicate.Tense);
        // "Had approved it, but changed its mind"; what a source says had happened is told from later.
        if (!given && left.IsPluperfect != right.IsPluperfect && left.Claim.Attribution.IsEmpty && right.Claim.Attribution.IsEmpty) return false;
        // "Will cut", "plans to cut".
        bool planned = left.IsToCome && right.IsToCome;
        return l == r || planned || !given && (left.IsHeadline && l is Tense.Present && r is Tense.Past || right.IsHeadline && r is Tense.Present && l is Tense.Past);
    }
}
