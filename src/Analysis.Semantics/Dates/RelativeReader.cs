using Analysis.Language;

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
        ?? ReadShifted(window, start, out end)
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
        if (window.Is(start, "tonight")) return Days(0) with { Daypart = Daypart.Night };
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
        if (CalendarReader.Pointed(window, word) is not { } pointing) return null;
        int next = word + 1;
        // "on This Week": the name of a programme.
        if (window.IsCapitalized(word) && window.IsCapitalized(next) && word > window.First
            && DateWords.Units.ContainsKey(window.Form(next))) return null;
        if (LengthReader.TryRead(window, next, out var length)
            && length is { Counted: true, Parts: [{ Unit: var unit, Amount: var amount }] } && pointing is not Pointing.This)
            return Stretched(pointing, unit, amount, length.End, window.Is(length.End, "of"), out end);
        end = next + 1;
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
            return new TimePoint { Weekday = weekday, Pointing = pointing };
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
            if (pointing is Pointing.Last && part is Daypart.Night) return Days(-1) with { Daypart = part };
        }
        return null;
    }

    private static TimePoint? Stretched(Pointing pointing, TimeUnit unit, decimal amount, int lengthEnd, bool leansElsewhere, out int end)
    {
        end = lengthEnd;
        // "the last three months of 2015" do not lean on the article's date.
        if (leansElsewhere) return null;
        if (unit < TimeUnit.Day || amount != decimal.Truncate(amount) || amount > LongestShift) return null;
        return new TimePoint { Unit = unit, Shift = (int)amount * (pointing is Pointing.Last ? -1 : 1), Stretch = true };
    }

    /// <summary><em>Three days ago, a week from now, two years later, a year earlier.</em></summary>
    private static TimePoint? ReadShifted(TokenWindow window, int start, out int end)
    {
        end = start;
        if (!LengthReader.TryRead(window, start, out var length) || length.Parts is not [{ Unit: var unit, Amount: var amount }]) return null;
        int word = length.End;
        end = word + 1;
        bool back = window.Is(word, "ago");
        bool ahead = window.Are(word, "from", "now") || window.Are(word, "from", "today");
        if (back || ahead)
        {
            if (ahead) end++;
            // A shift by hours needs the hour of publication; one by millions of years has no calendar.
            if (unit < TimeUnit.Day) return new TimePoint { Unit = unit, OnOther = true };
            if (amount > LongestShift) return null;
            if (amount != decimal.Truncate(amount))
                return unit is TimeUnit.Year && amount * 12m == decimal.Truncate(amount * 12m)
                    ? new TimePoint { Unit = TimeUnit.Month, Shift = (int)(amount * 12m) * (back ? -1 : 1) }
                    : null;
            return new TimePoint { Unit = unit, Shift = (int)amount * (back ? -1 : 1) };
        }
        return window.Is(word, "earlier", "later") ? new TimePoint { Unit = unit, OnOther = true } : null;
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
        // "Black Friday", "Bloody Sunday", "Monday.com": names.
        return window.IsCapitalized(start - 1) && IsNamedDay(window, start - 1) ? null : new TimePoint { Weekday = weekday };
    }

    private static bool IsNamedDay(TokenWindow window, int token) =>
        window.Is(token, "Black", "Bloody") || window.Is(token, "Good", "Palm") || window.Is(token, "Easter", "Cyber")
            || window.Is(token, "Ash", "Holy")
        || window.Is(token, "Fat", "Shrove") || window.Is(token, "Maundy", "Super") || window.Is(token, "Sheffield");

    private static TimePoint Days(int shift) => new() { Unit = TimeUnit.Day, Shift = shift };

    private static int Step(Pointing pointing) => pointing switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 };
}
