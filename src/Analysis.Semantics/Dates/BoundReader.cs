using Analysis.Language;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads stretches of which one side is open: <em>since 2014</em>, <em>before Friday</em>, <em>until 3 p.m.</em>, <em>2018 or later</em>.</summary>
internal static class BoundReader
{
    /// <summary>Reads the stretch that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="end">Just past the stretch.</param>
    /// <returns>Its known end, with the side that is meant; null when there is none.</returns>
    public static TimePoint? Read(TokenWindow window, int start, out int end)
    {
        var bound = ReadWord(window, start, out int begin);
        end = begin;
        if (bound is Bound.None || bound is Bound.By && !DateWords.EdgeNouns.ContainsKey(window.Form(window.Is(begin, "the") ? begin + 1 : begin))) return null;
        // "After dinner"
        if (DateWords.Meals.TryGetValue(window.Form(begin), out var meal) || DateWords.Dayparts.TryGetValue(window.Form(begin), out meal) && meal is Daypart.Lunch or Daypart.Dinner)
        {
            end = begin + 1;
            return bound is Bound.Since || window.IsJoint(end) || window.Upos(end) is Upos.NOUN && !DateWords.IsCalendarWord(window.Form(end)) || window.Is(end, "with", "at") ? null : new TimePoint { Daypart = meal, Bound = bound };
        }
        // "Before around 2 p.m."
        if (window.Is(begin, "around", "about")) begin++;
        // "Until the afternoon"
        if (window.Is(begin, "the") && DateWords.Dayparts.TryGetValue(window.Form(begin + 1), out var part) && !window.Is(begin + 2, "of") && !window.Is(begin + 2, "after", "before")
            && !ModifiesNoun(window, begin, begin + 2))
        {
            end = begin + 2;
            return new TimePoint { Daypart = part, Bound = bound };
        }
        // "After the year 2020", "before the early hours": the article is no part of the point.
        int first = window.Is(begin, "the") && window.Is(begin + 1, "year") ? begin + 1 : begin;
        if (PointReader.Read(window, first, out end) is not { OnOther: false, Stretch: false, Bound: Bound.None } point)
        {
            // "After half past eight", "from 7:00 on"
            if (!ClockReader.IsPlain(window, first) || !ClockReader.TryReadLoose(window, first, out end, out var clock)) return null;
            point = new TimePoint { Clock = clock };
        }
        // "By Monday" is what a count holds for; "by the end of May" is a limit.
        if (bound is Bound.By)
        {
            if (point is not { Edge: Edge.Late, EdgePoint: true }) return null;
            bound = Bound.Before;
        }
        // "Since last year" speaks of what follows; "after the past year" and "by next to nothing" do not bound.
        if (ModifiesNoun(window, begin, end)) return null;
        return point with { Bound = bound };
    }

    /// <summary>The side that the words at a token open.</summary>
    public static Bound ReadWord(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (DateWords.Bounds.TryGetValue(window.Form(start), out var bound))
        {
            return bound;
        }
        if (window.Is(start, "by")) return Bound.By;
        // "More than two years ago", but not "$5 million more than a year ago"
        if (window.Is(start, "more", "less") && window.Upos(start - 1) is not Upos.NUM && window.Kind(start - 1) is not (SyntaxKind.Number or SyntaxKind.Symbol) && !UnitLexicon.IsUnitAt(window, start - 1) && window.Is(start + 1, "than") && RelativeReader.ReadShift(window, start + 2, out int shiftEnd) is { OnOther: false, Unit: >= TimeUnit.Day }
            && (window.Is(shiftEnd - 1, "ago") || window.Is(start, "more") && !window.Is(shiftEnd - 1, "now", "today")))
        {
            end = start + 2;
            return window.Is(start, "more") ? Bound.Before : Bound.Since;
        }
        if (window.Are(start, "any", "time", "from"))
        {
            end = start + 3;
            return Bound.Since;
        }
        if (window.Are(start, "prior", "to"))
        {
            end = start + 2;
            return Bound.Before;
        }
        if (window.Is(start, "no") && window.Is(start + 1, "later", "earlier") && window.Is(start + 2, "than"))
        {
            end = start + 3;
            return window.Is(start + 1, "later") ? Bound.Until : Bound.Since;
        }
        if (window.Is(start, "later", "earlier") && window.Is(start + 1, "than"))
        {
            end = start + 2;
            return window.Is(start, "later") ? Bound.After : Bound.Before;
        }
        if (window.Is(start, "as") && window.Is(start + 1, "early", "late") && window.Is(start + 2, "as"))
        {
            end = start + 3;
            return window.Is(start + 1, "early") ? Bound.Since : Bound.Until;
        }
        if (window.Is(start, "starting", "beginning") && window.Upos(start) is not Upos.NOUN)
        {
            if (window.Is(end, "on", "from") || window.Is(end, "with")) end++;
            return Bound.Since;
        }
        return Bound.None;
    }

    /// <summary>Reads on behind a point: <em>1 May or later, from 2014 onwards</em>.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="point">The point.</param>
    /// <param name="end">Just past it; moved past what is read.</param>
    public static TimePoint ReadOn(TokenWindow window, TimePoint point, ref int end)
    {
        if (point is { OnOther: true } or { Stretch: true } or { Bound: not Bound.None }) return point;
        if (window.Is(end, "or", "and") && (window.Is(end + 1, "later", "earlier") || point.Year is not null && (window.Is(end + 1, "newer", "older") || window.Is(end + 1, "greater"))) && window.Upos(end + 2) is not Upos.NOUN)
        {
            bool later = !window.Is(end + 1, "earlier", "older");
            if (!later && window.Is(end, "and")) return point;
            end += 2;
            return point with { Bound = later ? Bound.Since : Bound.Until };
        }
        if (!window.Is(end, "onwards", "onward")) return point;
        end++;
        return point with { Bound = Bound.Since };
    }

    /// <summary><em>2018 or later</em>: a number that only these words show to be a year.</summary>
    public static TimePoint? ReadYear(TokenWindow window, int start, out int end)
    {
        end = start + 3;
        if (!window.Is(start + 2, "later", "earlier") || !window.Is(start + 1, "or", "and") || !YearReader.TryRead(window, start, out int year)
            || window.Is(start + 1, "and") && window.Is(start + 2, "earlier") || window.Upos(start + 3) is Upos.NOUN) return null;
        return new TimePoint { Year = year, Bound = window.Is(start + 2, "later") ? Bound.Since : Bound.Until };
    }

    /// <summary>Whether a date belongs to a noun behind it: <em>after Friday prayers</em>, <em>since Monday's vote</em>, <em>before the May 3 poll</em>.</summary>
    public static bool ModifiesNoun(TokenWindow window, int start, int end)
    {
        if (window.Xpos(end) is Xpos.POS || window.IsJoint(end) || window.Is(end, "'s", "’s")) return true;
        if (!window.IsNoun(end) && window.Upos(end) is not Upos.ADJ) return false;
        for (int i = start; i < end; i++)
            if (window.Text.Head(i) is var head && head >= end && window.IsNoun(head)) return true;
        return window.Upos(end) is Upos.NOUN && window.Kind(end - 1) is not SyntaxKind.Number;
    }
}
