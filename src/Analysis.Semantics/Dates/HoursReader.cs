using Analysis.Language;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Semantics.Dates;

/// <summary>
/// Reads stretches of hours: <em>7 to 9 p.m.</em>, <em>between 7 and 9 last night</em>, <em>Monday from 10 a.m. to noon</em>, <em>from 2pm for two
/// hours</em>.
/// </summary>
internal static class HoursReader
{
    /// <summary>Reads hours, and the day behind them if one stands there.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token; <em>from</em>, <em>between</em> or <em>for</em> belongs to the stretch.</param>
    /// <param name="end">Just past the stretch.</param>
    /// <param name="first">Its first point.</param>
    /// <param name="last">Its last point.</param>
    public static bool TryRead(TokenWindow window, int start, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        if (TryReadRun(window, start, out end, out var left, out var right))
        {
            (first, last) = (new TimePoint { Clock = left }, new TimePoint { Clock = right });
            return true;
        }
        bool between = window.Is(start, "between"), from = window.Is(start, "from");
        int begin = between || from ? start + 1 : start;
        if (!TryReadPair(window, begin, between, from, null, out end, out int joiner, out left, out right)) return false;
        bool guessed = left.HalfGuessed && right.HalfGuessed;
        bool plain = ClockReader.IsPlain(window, begin);
        int next = end;
        if (window.Is(next, "on", "of")) next++;
        var day = new TimePoint();
        // "Between 3 and 5 on Monday" may be hours, "from 3 to 5 on Monday" may be anything, but not what is to come.
        bool dated = !guessed || plain || between || next == end && (!from || window.Is(next, "today", "tomorrow") || window.Is(next, "tonight", "next")) && !ScoreReader.IsGameNear(window, begin, end);
        if (dated && PointReader.ReadDate(window, next, out int dayEnd) is { IsOneDay: true } read)
        {
            day = read;
            end = dayEnd;
            if (day.Daypart is null && DateWords.Dayparts.TryGetValue(window.Form(end), out var behind))
            {
                day = day with { Daypart = behind };
                end++;
            }
            if (day.Daypart is { } part && !TryOrder(left.In(part), right.In(part), out left, out right)) return false;
        }
        else if (guessed && !((between || from) && (plain || ClockReader.IsPlain(window, joiner + 1)) || plain && window.Is(end - 1, "oclock", "o'clock"))) return false;
        (first, last) = (day with { Clock = left, Daypart = null }, day with { Clock = right, Daypart = null });
        return true;
    }

    /// <summary>Reads hours behind a day: <em>from 10am to noon</em>, <em>1-3 pm</em>, <em>between 10 and 11:30</em>.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="day">The day.</param>
    /// <param name="dayEnd">Just past the day.</param>
    /// <param name="end">Just past the hours.</param>
    /// <param name="first">The first point.</param>
    /// <param name="last">The last point.</param>
    public static bool TryReadBehind(TokenWindow window, TimePoint day, int dayEnd, out int end, out TimePoint first, out TimePoint last)
    {
        last = first = null!;
        end = dayEnd;
        if (day is not { IsOneDay: true, Clock: null, Bound: Bound.None }) return false;
        int next = window.Is(dayEnd, ",") ? dayEnd + 1 : dayEnd;
        if (!TryReadRun(window, next, out end, out var left, out var right))
        {
            bool from = window.Is(next, "from"), between = window.Is(next, "between");
            if (from || between) next++;
            else if (window.Is(next, "at")) next++;
            if (window.Kind(next) is not SyntaxKind.Number && !from && !between) return false;
            if (!TryReadPair(window, next, between, from, day.Daypart, out end, out _, out left, out right)) return false;
            // "Monday 3-8" is a result where a game was played.
            if (left.HalfGuessed && right.HalfGuessed && !from && !between && !ClockReader.IsPlain(window, next)
                && (next > dayEnd || ScoreReader.IsGameNear(window, next, end) || window.IsNoun(end) || window.Upos(end) is Upos.ADJ)) return false;
        }
        (first, last) = (day with { Clock = left, Daypart = null }, day with { Clock = right, Daypart = null });
        return true;
    }

    /// <summary>Reads two times with a word or dash between.</summary>
    private static bool TryReadPair(TokenWindow window, int begin, bool between, bool from, Daypart? part, out int end, out int joiner, out ClockTime left, out ClockTime right)
    {
        right = default;
        bool read = ClockReader.TryReadLoose(window, begin, out end, out left);
        joiner = end;
        if (!read) return false;
        bool joins = between ? window.Is(joiner, "and", "to") || PeriodReader.IsDash(window, joiner)
            : window.Is(joiner, "to", "through") || PeriodReader.IsDash(window, joiner) || from && window.Is(joiner, "until", "till");
        if (!joins || !ClockReader.TryReadLoose(window, joiner + 1, out end, out right)) return false;
        if (part is { } known) (left, right) = (left.In(known), right.In(known));
        return left.HalfGuessed || right.HalfGuessed ? TryOrder(left, right, out left, out right) : left.Time != right.Time;
    }

    /// <summary>
    /// Puts the guessed one of two times in the half of the day that makes the stretch short: <c>11 to 1 p.m.</c> begins in the morning, <c>10
    /// to 3</c> ends behind noon.
    /// </summary>
    private static bool TryOrder(ClockTime first, ClockTime second, out ClockTime left, out ClockTime right)
    {
        (left, right) = (first, second);
        if (first.HalfGuessed && !second.HalfGuessed)
        {
            int late = second.Time.Hour >= 12 ? 12 : 0;
            var same = At(first, first.Time.Hour % 12 + late);
            if (same.Time >= second.Time && late == 0) return false;
            left = same.Time < second.Time ? same with { HalfGuessed = false } : At(first, first.Time.Hour % 12) with { HalfGuessed = false };
            return left.Time < second.Time;
        }
        if (!second.HalfGuessed) return first.Time < second.Time;
        // "9 to 5" is a day at work, "7 to 9" an evening.
        if (first.HalfGuessed && Hour(first) >= Hour(second)) first = left = At(first, first.Time.Hour % 12);
        var early = At(second, second.Time.Hour % 12);
        right = early.Time > first.Time ? early : At(second, second.Time.Hour % 12 + 12);
        if (!first.HalfGuessed) right = right with { HalfGuessed = false };
        return right.Time > first.Time;

        static LocalTime Hour(ClockTime clock) => new(clock.Time.Hour % 12, clock.Time.Minute);

        static ClockTime At(ClockTime clock, int hour) => clock with { Time = new LocalTime(hour, clock.Time.Minute, clock.Time.Second) };
    }

    /// <summary>The second time of a stretch whose first one stands with its day: <em>between 2:00 tomorrow and 4:00</em>.</summary>
    public static bool TryFollow(ClockTime left, ClockTime right, out ClockTime first, out ClockTime second) => TryOrder(left, right, out first, out second);

    /// <summary><em>From 10 a.m. for three hours, for two hours from 2pm.</em></summary>
    private static bool TryReadRun(TokenWindow window, int start, out int end, out ClockTime left, out ClockTime right)
    {
        right = left = default;
        end = start;
        Length length;
        if (window.Is(start, "from"))
        {
            if (!ClockReader.TryReadLoose(window, start + 1, out int clockEnd, out left) || !window.Is(clockEnd, "for") || !LengthReader.TryRead(window, clockEnd + 1, out length)) return false;
            end = length.End;
        }
        else
        {
            if (!window.Is(start, "for") || !LengthReader.TryRead(window, start + 1, out length) || !window.Is(length.End, "from")
                || !ClockReader.TryReadLoose(window, length.End + 1, out end, out left)) return false;
        }
        // What lasts hours is work or a meeting, and begins in the morning if it can.
        const int FirstWorkingHour = 7;
        if (left.HalfGuessed && left.Time.Hour % 12 >= FirstWorkingHour) left = left with { Time = new LocalTime(left.Time.Hour % 12, left.Time.Minute) };
        decimal minutes = 0m;
        foreach (var (amount, unit) in length.Parts)
        {
            if (unit is not (TimeUnit.Hour or TimeUnit.Minute) || amount > 24m * 60m) return false;
            minutes += unit is TimeUnit.Hour ? amount * 60m : amount;
        }
        var past = left.Time.On(new LocalDate(2000, 1, 1)).PlusMinutes((long)minutes);
        if (minutes != decimal.Truncate(minutes) || past.Day > 1) return false;
        right = left with { Time = past.TimeOfDay, Granularity = past.Minute != 0 ? Granularity.Minute : left.Granularity };
        return true;
    }
}
