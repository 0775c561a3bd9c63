using Analysis.Language;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads dates that lean on another one: <em>Monday</em>, <em>last year</em>, <em>three days ago</em>, <em>a year earlier</em>.</summary>
internal static class RelativeReader
{
    /// <summary>Longest shift that is placed, in units; beyond it the calendar of an article has no meaning.</summary>
    private const decimal LongestShift = 10_000m;

    /// <summary>Reads the expression that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token; <em>the</em> may be a part of it.</param>
    /// <param name="end">Just past the expression.</param>
    /// <returns>The date; null when there is none.</returns>
    public static TimePoint? Read(TokenWindow window, int start, out int end) =>
        ReadDay(window, start, out end)
        ?? ReadPointed(window, start, out end)
        ?? ReadShift(window, start, out end)
        ?? ReadWeekOf(window, start, out end)
        ?? ReadOnOther(window, start, out end)
        ?? ReadWeekday(window, start, out end);

    private static TimePoint? ReadDay(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        // "USA Today": in the middle of a sentence the capital belongs to a name.
        if (window.IsCapitalized(start) && window.IsCapitalized(start - 1)) return null;
        if (window.Is(start, "today")) return Days(0);
        if (window.Is(start, "yesterday")) return Days(-1);
        if (window.Is(start, "tomorrow")) return Days(1);
        if (window.Is(start, "tonight", "tonite")) return Days(0) with { Daypart = Daypart.Night };
        int word = window.Is(start, "the") ? start + 1 : start;
        if (window.Are(word, "day", "before", "yesterday"))
        {
            end = word + 3;
            return Days(-2);
        }
        if (window.Are(word, "day", "after", "tomorrow"))
        {
            end = word + 3;
            return Days(2);
        }
        return null;
    }

    /// <summary><em>Last year, this morning, next Monday, last summer, the past three days.</em></summary>
    private static TimePoint? ReadPointed(TokenWindow window, int start, out int end)
    {
        end = start;
        bool definite = window.Is(start, "the");
        int word = definite ? start + 1 : start;
        // "Over the weekend"
        if (definite && window.Is(word, "weekend") && (window.Is(start - 1, "over", "during") || window.Is(start - 1, "on", "at")))
        {
            end = word + 1;
            return window.IsNoun(end) || window.Xpos(end) is Xpos.POS || window.IsJoint(end) || window.Is(end, "of", "after") || window.Is(end, "before", "when") ? null : new TimePoint { Weekend = true };
        }
        // "The week after next", "the month before last"
        if (definite && DateWords.Units.TryGetValue(window.Form(word), out var beyond) && beyond is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year
            && (window.Are(word + 1, "after", "next") || window.Are(word + 1, "before", "last")) && !window.IsNoun(word + 3) && !DateWords.Weekdays.ContainsKey(window.Form(word + 3)))
        {
            end = word + 3;
            return new TimePoint { Unit = beyond, Shift = window.Is(word + 1, "after") ? 2 : -2, WholeUnit = true };
        }
        // "Year to date"
        if (window.Is(word + 1, "to") && DateWords.Units.TryGetValue(window.Form(word), out var running) && running is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year && window.Are(word + 1, "to", "date"))
        {
            end = word + 3;
            return new TimePoint { Unit = running, Shift = 0, Stretch = true, Edge = Edge.Earlier };
        }
        if (CalendarReader.Pointed(window, word) is not { } pointing) return null;
        int next = word + 1;
        if (pointing is Pointing.This && (window.Is(next, "coming", "upcoming") || window.Is(next, "past")))
            (pointing, next) = (window.Is(next, "past") ? Pointing.Last : Pointing.Next, next + 1);
        // "Last fiscal year"
        if (window.Is(next, "fiscal", "financial") && window.Is(next + 1, "year") && !definite)
        {
            end = next + 2;
            return new TimePoint { Unit = TimeUnit.Year, Shift = Step(pointing), WholeUnit = true, Fiscal = true };
        }
        // "The next couple of weeks"
        int couple = window.Is(next, "a") ? next + 1 : next;
        if (window.Is(couple, "couple") && pointing is not Pointing.This)
        {
            int unitToken = window.Is(couple + 1, "of") ? couple + 2 : couple + 1;
            if (DateWords.Units.TryGetValue(window.Form(unitToken), out var coupled))
                return Stretched(pointing, coupled, 2m, unitToken + 1, window.Is(unitToken + 1, "of"), out end);
        }
        // "The past few weeks": some three, and not surely.
        if (pointing is not Pointing.This && window.Is(next, "few", "several") && DateWords.Units.TryGetValue(window.Form(next + 1), out var some) && window.Form(next + 1)[^1] is 's' or 'S')
        {
            const decimal Few = 3m;
            return some < TimeUnit.Day || Stretched(pointing, some, Few, next + 2, window.Is(next + 2, "of"), out end) is not { } vague ? null : vague with { Vague = true };
        }
        // "This working week", "the previous four business days"
        if (window.Is(next, "business", "working") && window.Is(next + 1, "week"))
        {
            end = next + 2;
            return new TimePoint { Unit = TimeUnit.Week, Shift = Step(pointing), WholeUnit = true, Working = true };
        }
        if (pointing is not Pointing.This && NumberParser.TryRead(window, next, money: false, stopAtAnd: true, out var workdays) && workdays is { Form: NumberForm.Cardinal, Value: >= 1m and <= 1000m }
            && window.Is(workdays.End, "business", "working") && window.Is(workdays.End + 1, "days", "day")
            && Stretched(pointing, TimeUnit.Day, workdays.Value, workdays.End + 2, window.Is(workdays.End + 2, "of"), out end) is { } worked) return worked with { Working = true };
        // "on This Week": the name of a programme.
        if (window.IsCapitalized(word) && window.IsCapitalized(next) && word > window.First
            && DateWords.Units.ContainsKey(window.Form(next))) return null;
        if (LengthReader.TryRead(window, next, out var length)
            && length is { Counted: true, Parts: [{ Unit: var unit, Amount: var amount }] } && pointing is not Pointing.This)
            return Stretched(pointing, unit, amount, length.End, window.Is(length.End, "of"), out end);
        // "The past two quarters"; a quarter is no unit of length, since it is a part of a game as well.
        if (NumberParser.TryRead(window, next, money: false, stopAtAnd: true, out var counted) && counted is { Form: NumberForm.Cardinal, Value: > 1m and < 100m }
            && window.Is(counted.End, "quarters") && pointing is not Pointing.This)
            return Stretched(pointing, TimeUnit.Quarter, counted.Value, counted.End + 1, window.Is(counted.End + 1, "of"), out end);
        end = next + 1;
        // "The last minute" is late, not past.
        if (!definite && pointing is Pointing.Last && window.Is(next, "minute", "hour") && window.Is(word, "last", "past") && !window.IsJoint(end) && !window.IsNoun(end) && window.Upos(word - 1) is not (Upos.ADP or Upos.DET))
            return Stretched(pointing, DateWords.Units[window.Form(next)], 1m, end, window.Is(end, "of"), out end);
        if (DateWords.Units.TryGetValue(window.Form(next), out var single) && !window.Form(next).EndsWith('s') && single >= TimeUnit.Day
            || window.Is(next, "quarter"))
        {
            if (window.Is(next, "quarter")) single = TimeUnit.Quarter;
            // "The past year" runs up to the article's date; "the last year" and "the next day" lean on something else.
            if (definite && !window.Is(word, "past") && !window.Is(word, "coming", "current")) return null;
            if (window.Is(word, "past") || window.Is(word, "coming")) return Stretched(pointing, single, 1m, end, window.Is(end, "of"), out end);
            // "this day would come": any day at all.
            if (single is TimeUnit.Day) return null;
            // "last century", "this decade"
            return new TimePoint { Unit = single, Shift = Step(pointing), WholeUnit = true };
        }
        if (definite && !window.Is(word, "past") && !window.Is(word, "coming", "upcoming")) return null;
        if (DateWords.Weekdays.TryGetValue(window.Form(next), out var weekday))
            return window.Is(next - 1, "past") ? new TimePoint { Weekday = weekday, Turn = -1 }
                : window.Is(next - 1, "coming", "upcoming") ? new TimePoint { Weekday = weekday, Turn = 1 }
                : new TimePoint { Weekday = weekday, Pointing = pointing };
        // "Next 5/12"
        if (DigitDateReader.TryReadOpenOrder(window, next, out int slashEnd, out var slash))
        {
            end = slashEnd;
            return slash;
        }
        if (CalendarReader.TryReadMonth(window, next, out int month, out int monthEnd))
        {
            end = monthEnd;
            if (!CalendarReader.TryReadDay(window, end, out int day)) return new TimePoint { Month = month, Pointing = pointing };
            end++;
            return new TimePoint { Month = month, Day = day, Pointing = pointing };
        }
        if (DateWords.Seasons.TryGetValue(window.Form(next), out var season) && window.Upos(next) is not Upos.VERB)
            return new TimePoint { Season = season, Pointing = pointing };
        if (window.Is(next, "weekend")) return new TimePoint { Weekend = true, Pointing = pointing };
        if (DateWords.Dayparts.TryGetValue(window.Form(next), out var part))
        {
            if (pointing is Pointing.This) return Days(0) with { Daypart = part };
            if (pointing is Pointing.Last) return Days(-1) with { Daypart = part };
        }
        return null;
    }

    private static TimePoint? Stretched(Pointing pointing, TimeUnit unit, decimal amount, int lengthEnd, bool leansElsewhere, out int end)
    {
        end = lengthEnd;
        // "the last three months of 2015" do not lean on the article's date.
        if (leansElsewhere) return null;
        if (amount != decimal.Truncate(amount) || amount > LongestShift || unit is TimeUnit.Weekend) return null;
        return new TimePoint { Unit = unit, Shift = (int)amount * (pointing is Pointing.Last ? -1 : 1), Stretch = true };
    }

    /// <summary><em>The week of May 5, the week beginning Monday.</em></summary>
    private static TimePoint? ReadWeekOf(TokenWindow window, int start, out int end)
    {
        end = start;
        int word = window.Is(start, "the") ? start + 1 : start;
        if (word == start || !window.Is(word, "week")) return null;
        int next = word + 2;
        if (window.Is(word + 1, "of"))
        {
            // Of a day alone: "the week of protests", "the week of May".
            return PointReader.ReadDate(window, next, out end) is { Day: not null, IsOneDay: true } of ? new TimePoint { From = of, WeekOf = true } : null;
        }
        if (!window.Is(word + 1, "beginning", "starting") && !window.Is(word + 1, "commencing", "ending")) return null;
        if (window.Is(next, "on")) next++;
        return PointReader.ReadDate(window, next, out end) is { IsOneDay: true } day ? new TimePoint { From = day, WeekOf = true } : null;
    }

    /// <summary><em>Three days ago, a week from now, in two years, two days after Easter, a year earlier.</em></summary>
    public static TimePoint? ReadShift(TokenWindow window, int start, out int end)
    {
        end = start;
        bool ahead = window.Is(start, "in");
        if (ahead && window.Kind(start + 1) is SyntaxKind.Number && YearReader.TryRead(window, start + 1, out _)) return null;
        int first = ahead ? start + 1 : start;
        TimeUnit unit;
        decimal amount;
        int word;
        if (window.Is(first, "the") && window.Is(first + 1, "day", "week") && !ahead)
        {
            // "The day after Christmas"
            unit = DateWords.Units[window.Form(first + 1)];
            (amount, word) = (1m, first + 2);
            if (!window.Is(word, "after", "before")) return null;
        }
        else
        {
            if (!LengthReader.TryRead(window, first, out var length) || length.Parts is not [var part]) return ReadVagueShift(window, first, out end) ?? ReadCounted(window, first, out end);
            (amount, unit) = part;
            word = length.End;
        }
        end = word + 1;
        if (ahead)
        {
            end = word;
            // "In two weeks' time"; "in two days of talks" and "in three days since" are lengths, "in two years since 2011" is a point.
            if (unit < TimeUnit.Day && window.Is(word, "after", "since") || window.Is(word, "of") || window.IsJoint(word) || amount != decimal.Truncate(amount) || amount > LongestShift) return null;
            if (window.Is(word, "after", "since"))
                return PointReader.ReadDate(window, window.Are(word + 1, "the", "year") ? word + 2 : word + 1, out end) is { OnOther: false, Stretch: false, Edge: Edge.Whole } since && !BoundReader.ModifiesNoun(window, word + 1, end)
                    ? new TimePoint { Unit = unit, Shift = (int)amount, From = since }
                    : null;
            bool time = window.Is(word, "time") || window.Xpos(word) is Language.Xpos.POS && window.Is(word + 1, "time");
            return amount == decimal.Truncate(amount) && amount <= LongestShift ? new TimePoint { Unit = unit, Shift = (int)amount, AheadOnly = !time } : null;
        }
        bool back = window.Is(word, "ago") || window.Is(word, "back") && window.Kind(word + 1) is SyntaxKind.Punctuation or SyntaxKind.None;
        bool onward = window.Are(word, "from", "now") || window.Are(word, "from", "today");
        if (back || onward)
        {
            if (onward) end++;
            // A shift by hours needs the hour of publication; one by millions of years has no calendar.
            if (unit < TimeUnit.Day)
                return window.Is(word + 1, "today") ? null
                    : amount == decimal.Truncate(amount) && amount <= LongestShift ? new TimePoint { Unit = unit, Shift = (int)amount * (back ? -1 : 1) }
                    : new TimePoint { Unit = unit, OnOther = true };
            if (amount > LongestShift) return null;
            if (amount != decimal.Truncate(amount))
                return unit is TimeUnit.Year && amount * 12m == decimal.Truncate(amount * 12m)
                    ? new TimePoint { Unit = TimeUnit.Month, Shift = (int)(amount * 12m) * (back ? -1 : 1) }
                    : null;
            return new TimePoint { Unit = unit, Shift = (int)amount * (back ? -1 : 1) };
        }
        if (window.Is(word, "earlier", "later")) return new TimePoint { Unit = unit, OnOther = true };
        bool prior = window.Is(word, "prior") && window.Is(word + 1, "to");
        bool before = prior || window.Is(word, "before");
        if (prior) word++;
        if (!before && !window.Is(word, "after", "from") && !window.Is(word, "following") || unit < TimeUnit.Day || amount != decimal.Truncate(amount) || amount > LongestShift) return null;
        if (PointReader.ReadDate(window, word + 1, out end) is not { OnOther: false, Stretch: false, Edge: Edge.Whole } point
            || BoundReader.ModifiesNoun(window, word + 1, end)) return null;
        return new TimePoint { Unit = unit, Shift = (int)amount * (before ? -1 : 1), From = point };
    }

    /// <summary><em>A few days ago, several years later</em>: on nobody knows which day. <em>A couple</em> are two.</summary>
    private static TimePoint? ReadVagueShift(TokenWindow window, int start, out int end)
    {
        end = start;
        int word = window.Is(start, "a") ? start + 1 : start;
        bool couple = window.Is(word, "couple");
        if (!couple && !window.Is(word, "few", "several")) return null;
        int unitToken = couple && window.Is(word + 1, "of") ? word + 2 : word + 1;
        if (!DateWords.Units.TryGetValue(window.Form(unitToken), out var unit) || window.Form(unitToken)[^1] is not ('s' or 'S')) return null;
        bool back = window.Is(unitToken + 1, "ago");
        bool onward = window.Are(unitToken + 1, "from", "now");
        if (!back && !onward && !window.Is(unitToken + 1, "later", "earlier")) return null;
        end = unitToken + (onward ? 3 : 2);
        if (!couple || !back && !onward || unit is TimeUnit.Weekend) return new TimePoint { Unit = unit, OnOther = true };
        return new TimePoint { Unit = unit, Shift = back ? -2 : 2 };
    }

    /// <summary><em>The two next days, 10 previous weeks</em>: the number in front.</summary>
    private static TimePoint? ReadCounted(TokenWindow window, int start, out int end)
    {
        end = start;
        if (window.Kind(start) is SyntaxKind.Number && CalendarReader.Pointed(window, start + 1) is null) return null;
        if (!NumberParser.TryRead(window, start, money: false, stopAtAnd: true, out var number) || number.Form is not NumberForm.Cardinal
            || number.Value is < 2m or > 1000m || CalendarReader.Pointed(window, number.End) is not { } pointing || pointing is Pointing.This) return null;
        if (!DateWords.Units.TryGetValue(window.Form(number.End + 1), out var unit) || !window.Form(number.End + 1).EndsWith('s')) return null;
        return Stretched(pointing, unit, number.Value, number.End + 2, window.Is(number.End + 2, "of"), out end);
    }

    /// <summary><em>The previous day, the following year.</em></summary>
    private static TimePoint? ReadOnOther(TokenWindow window, int start, out int end)
    {
        end = start + 3;
        if (!window.Is(start, "the") || !(window.Is(start + 1, "previous", "following") || window.Is(start + 1, "next", "preceding")
            || window.Is(start + 1, "same"))) return null;
        if (window.Is(start + 1, "same") && !window.Is(start + 2, "day", "year") && !window.Is(start + 2, "month", "week")) return null;
        if (DateWords.Units.TryGetValue(window.Form(start + 2), out var unit) && unit >= TimeUnit.Day && !window.Form(start + 2).EndsWith('s'))
            return new TimePoint { Unit = unit, OnOther = true };
        if (DateWords.Dayparts.ContainsKey(window.Form(start + 2))) return new TimePoint { Unit = TimeUnit.Day, OnOther = true };
        return null;
    }

    private static TimePoint? ReadWeekday(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (!DateWords.Weekdays.TryGetValue(window.Form(start), out var weekday)) return null;
        // "The fifth Monday of February": a day that the calendar lacks, and no other Monday.
        if (window.Is(start + 1, "of") && NumberWords.Ordinals.ContainsKey(window.Form(start - 1))) return null;
        // "Bloody Sunday", "Monday.com": names. Holidays have been read before.
        return window.IsCapitalized(start - 1) && IsNamedDay(window, start - 1) ? null : new TimePoint { Weekday = weekday };
    }

    private static bool IsNamedDay(TokenWindow window, int token) =>
        window.Is(token, "Black", "Bloody") || window.Is(token, "Good", "Palm") || window.Is(token, "Easter", "Cyber")
        || window.Is(token, "Ash", "Holy") || window.Is(token, "Fat", "Shrove") || window.Is(token, "Maundy", "Super") || window.Is(token, "Sheffield")
        || window.Is(token, "Giving");

    private static TimePoint Days(int shift) => new() { Unit = TimeUnit.Day, Shift = shift };

    private static int Step(Pointing pointing) => pointing switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 };
}
