using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads one point in time with all that belongs to it: weekday, day, time of day, and the part of it that is meant.</summary>
internal static class PointReader
{
    /// <summary>Reads the expression that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token; <em>the</em> may be a part of it.</param>
    /// <param name="end">Just past the expression.</param>
    /// <returns>The point; null when there is none.</returns>
    public static TimePoint? Read(TokenWindow window, int start, out int end)
    {
        if (ReadDate(window, start, out end) is { } date) return date.IsOneDay ? AddTime(window, date, ref end) : date;
        // "At 3:30 on Monday", "5:30 tomorrow evening": the day behind may say which half of the day is meant.
        if (CanBeLoose(window, start) && ClockReader.TryReadLoose(window, start, out int looseEnd, out var clock)
            && AddDate(window, new TimePoint { Clock = clock }, ref looseEnd) is { HasDate: true } dated)
        {
            end = looseEnd;
            return dated;
        }
        if (ClockReader.TryRead(window, start, out end, out clock))
            return AddDate(window, new TimePoint { Clock = clock }, ref end);
        if (PresentReader.Read(window, start, out end) is { } present) return present;
        if (ReadDaypart(window, start, out end) is { } part)
        {
            int hour = window.Is(end, "at", "around") ? end + 1 : end;
            if (hour > end && ClockReader.TryReadHourOf(window, hour, part, out int hourEnd, out clock))
            {
                end = hourEnd;
                return AddDate(window, new TimePoint { Clock = clock }, ref end);
            }
            return AddDate(window, new TimePoint { Daypart = part }, ref end);
        }
        // "the morning of March 3", "the night of 5 June"
        if (window.Is(start, "the") && DateWords.Dayparts.TryGetValue(window.Form(start + 1), out var named) && window.Is(start + 2, "of"))
        {
            int dateStart = start + 3;
            if (ReadDate(window, dateStart, out end) is { IsOneDay: true } day) return day with { Daypart = named };
        }
        return null;
    }

    /// <summary>Whether a number may be a time of day if a day stands behind it: one with minutes anywhere, an hour alone behind <em>at</em>.</summary>
    private static bool CanBeLoose(TokenWindow window, int start) => window.Is(start - 1, "at") || window.Is(start - 1, "about", "around") && window.Is(start - 2, "at")
        ? window.Kind(start) is SyntaxKind.Number || window.Kind(start) is SyntaxKind.Word && Quantities.NumberWords.Units.ContainsKey(window.Form(start))
        : window.Kind(start) is SyntaxKind.Number ? window.Form(start).Contains(':') : window.Kind(start) is SyntaxKind.Word && ClockReader.IsPlain(window, start);

    /// <summary>Reads a date without a time of day.</summary>
    public static TimePoint? ReadDate(TokenWindow window, int start, out int end)
    {
        if (DateWords.LeadAt(window, start) is Lead.None)
        {
            end = start;
            return null;
        }
        return ReadEdge(window, start, out end)
            ?? NthReader.Read(window, start, out end)
            ?? ReadHoliday(window, start, out end)
            ?? ReadRelative(window, start, out end)
            ?? ReadCalendar(window, start, out end)
            ?? CalendarReader.ReadSeason(window, start, out end);
    }

    /// <summary><em>Early 2015, mid March, late last year, the end of May, earlier this month, later in the year.</em></summary>
    private static TimePoint? ReadEdge(TokenWindow window, int start, out int end)
    {
        end = start;
        if (DateWords.Edges.TryGetValue(window.Form(start), out var edge))
        {
            int next = window.IsJoint(start + 1) ? start + 2 : start + 1;
            // "Early in the week": the article's own.
            if (edge < Edge.Earlier && window.Are(next, "in", "the") && DateWords.Units.TryGetValue(window.Form(next + 2), out var stretch) && stretch is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year)
            {
                end = next + 3;
                return window.IsNoun(end) || window.Is(end, "of") ? null : new TimePoint { Unit = stretch, Shift = 0, WholeUnit = true, Edge = edge };
            }
            // "The early May" is a thing of May; "early on Monday" is early Monday.
            if (window.Is(next, "on", "in") && edge < Edge.Earlier) next++;
            if (edge >= Edge.Earlier)
            {
                if (window.Is(next, "in", "on")) next++;
                if (window.Is(next, "the") && DateWords.Units.TryGetValue(window.Form(next + 1), out var own) && own is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month or TimeUnit.Year
                    && next > start + 1)
                {
                    end = next + 2;
                    return new TimePoint { Unit = own, Shift = 0, WholeUnit = own is not TimeUnit.Day, Edge = edge };
                }
                if (!window.Is(next, "this", "today") && !window.Is(next, "last", "next") && !DateWords.Weekdays.ContainsKey(window.Form(next))
                    && !window.Is(next, "Tuesday") && !DateWords.Months.ContainsKey(window.Form(next))) return null;
            }
            if (ReadDate(window, next, out end) is not { Edge: Edge.Whole, OnOther: false, Stretch: false } point) return null;
            // "Later Monday" is Monday.
            return point with { Edge = point.IsOneDay && edge >= Edge.Earlier ? Edge.Whole : edge };
        }
        int word = window.Is(start, "the") ? start + 1 : start;
        if (!DateWords.EdgeNouns.TryGetValue(window.Form(word), out edge)) return ReadEndOfDay(window, start, out end);
        int of = word + 1;
        if (window.Is(of, "of")) of++;
        else if (word > start || !window.Is(of, "month", "year")) return null;
        if (edge is Edge.Late && ReadEndOfDay(window, start, out end) is { } close) return close;
        // "The end of the year": the article's own.
        int unitToken = window.Is(of, "the") ? of + 1 : of;
        if (edge is Edge.Rest && unitToken == of) return null;
        if (DateWords.Units.TryGetValue(window.Form(unitToken), out var unit) && unit is TimeUnit.Week or TimeUnit.Month or TimeUnit.Year or TimeUnit.Decade or TimeUnit.Century
            && !window.Is(unitToken + 1, "of"))
        {
            end = unitToken + 1;
            return new TimePoint { Unit = unit, Shift = 0, WholeUnit = true, Edge = edge, EdgePoint = true };
        }
        // "End of the Sunday"
        if (window.Is(of, "the") && DateWords.Weekdays.TryGetValue(window.Form(of + 1), out var named))
        {
            end = of + 2;
            return edge is Edge.Late ? AtClose(new TimePoint { Weekday = named }) : null;
        }
        // Behind "the end of" even a small month is one: "the middle of March".
        if (window.IsCapitalized(of) && CalendarReader.TryReadMonth(window, of, out int month, out int monthEnd) && CalendarReader.Read(window, of, out _) is null
            && !window.IsCapitalized(monthEnd))
        {
            end = monthEnd;
            return new TimePoint { Month = month, Edge = edge, EdgePoint = true };
        }
        if (ReadDate(window, of, out end) is not { Edge: Edge.Whole, OnOther: false, Stretch: false } whole) return null;
        return edge is Edge.Late && whole is { IsOneDay: true, Daypart: null } ? AtClose(whole) : whole with { Edge = edge, EdgePoint = true };
    }

    /// <summary><em>End of the day, end of day, the EOD</em>: the article's own. <em>At the end of the day</em> means after all.</summary>
    private static TimePoint? ReadEndOfDay(TokenWindow window, int start, out int end)
    {
        int word = window.Is(start, "the") ? start + 1 : start;
        end = word + 1;
        if (window.Is(word, "eod")) return AtClose(OwnDay);
        if (!window.Is(word, "end") || window.Is(word - 1, "the") && word == start || word > start && window.Is(start - 1, "at")) return null;
        int day = window.Is(word + 1, "of") && window.Is(word + 2, "the") ? word + 3 : word + 2;
        end = day + 1;
        if (!window.Is(word + 1, "of") || !window.Is(day, "day") || window.Is(start - 1, "at") || window.IsNoun(end)) return null;
        return AtClose(OwnDay);
    }

    private static TimePoint OwnDay => new() { Unit = TimeUnit.Day, Shift = 0, NotPast = true };

    /// <summary>The last minute of a day.</summary>
    private static TimePoint AtClose(TimePoint day) => day with { Clock = new ClockTime(new NodaTime.LocalTime(23, 59), Granularity.Minute) };

    /// <summary><em>Christmas, last Easter, Thanksgiving 2014, the Independence Day of this year.</em></summary>
    private static TimePoint? ReadHoliday(TokenWindow window, int start, out int end)
    {
        end = start;
        int word = window.Is(start, "the") ? start + 1 : start;
        var pointing = CalendarReader.Pointed(window, word) ?? Pointing.Bare;
        if (pointing is not Pointing.Bare) word++;
        if (Holiday.Read(window, word, out end) is not { } holiday) return null;
        bool weekend = window.Is(end, "weekend");
        if (weekend) end++;
        int yearToken = window.Is(end, "of", "in") || window.Is(end, ",") ? end + 1 : end;
        int? year = null;
        if (YearReader.TryRead(window, yearToken, out int stated) && !(window.Is(end, ",") && !window.Is(yearToken + 1, ",") && !window.Is(yearToken + 1, ".")))
        {
            year = stated;
            end = yearToken + 1;
        }
        else if (CalendarReader.Pointed(window, window.Is(end, "of", "in") ? end + 1 : end) is { } of && window.Is(window.Is(end, "of", "in") ? end + 2 : end + 1, "year"))
        {
            end += window.Is(end, "of", "in") ? 3 : 2;
            return new TimePoint { Holiday = holiday, YearShift = of switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 }, Weekend = weekend };
        }
        // "Christmas trees", "the Thanksgiving parade", "Halloween costumes": a thing of the day. A name goes on: "Christmas Island", "Easter Seals".
        else if (!weekend && !window.IsJoint(end) && IsPartOfName(window, word, end)) return null;
        if (window.IsJoint(end) || window.IsJoint(word - 1)) return null;
        return new TimePoint { Holiday = holiday, Year = year, Pointing = pointing, Weekend = weekend };
    }

    private static bool IsPartOfName(TokenWindow window, int first, int end)
    {
        if (window.Upos(end) is Upos.NOUN) return true;
        if (window.IsCapitalized(end) && window.Upos(end) is Upos.PROPN or Upos.ADJ) return true;
        // "Father Christmas", "White Christmas"; at the start of a sentence the capital says nothing.
        return first - 1 > window.First && window.IsCapitalized(first - 1) && window.Upos(first - 1) is Upos.PROPN;
    }

    private static TimePoint? ReadRelative(TokenWindow window, int start, out int end)
    {
        if (RelativeReader.Read(window, start, out end) is not { } relative) return null;
        // "Next week on Tuesday", "this week Monday"
        if (relative is { Unit: TimeUnit.Week, WholeUnit: true, Shift: { } weeks })
        {
            int day = window.Is(end, "on") ? end + 1 : end;
            if (DateWords.Weekdays.TryGetValue(window.Form(day), out var inWeek) || day == end && DateWords.ShortWeekdays.TryGetValue(window.Form(day), out inWeek)
                && window.IsCapitalized(day))
            {
                end = day + 1;
                return new TimePoint { Weekday = inWeek, Week = weeks };
            }
        }
        // "Two months from today on Tuesday", "in three days on Friday": the day in that week.
        if (relative is { Unit: >= TimeUnit.Day and <= TimeUnit.Month, Shift: not null, WholeUnit: false, Stretch: false, OnOther: false, Daypart: null } && end > start + 1
            && window.Is(end, "on") && DateWords.Weekdays.TryGetValue(window.Form(end + 1), out var within))
        {
            end += 2;
            return new TimePoint { Weekday = within, From = relative, WeekOf = true, Turn = relative.Unit is TimeUnit.Month ? 1 : null, AheadOnly = relative.AheadOnly };
        }
        // "Tomorrow, 13 April 2021": the date says it once more.
        if (relative is { Unit: TimeUnit.Day, WholeUnit: false, Stretch: false, OnOther: false, From: null, Daypart: null } && end == start + 1 && window.Is(end, ",")
            && CalendarReader.Read(window, end + 1, out int statedEnd) is { Day: not null, Month: not null } stated)
        {
            end = statedEnd;
            return stated;
        }
        if (relative is not { Weekday: { } weekday, Week: null }) return relative;
        // "Monday, August 14, 2023"; "Monday 14 August"; "Friday the 26th"
        int next = window.Is(end, ",") ? end + 1 : end;
        bool definite = window.Is(next, "the");
        if (definite) next++;
        if (CalendarReader.Read(window, next, out int dayEnd) is { Day: not null } date || DigitDateReader.TryReadOpenOrder(window, next, out dayEnd, out date))
        {
            end = dayEnd;
            return date with { Weekday = weekday };
        }
        if (relative.Pointing is not Pointing.Bare) return relative;
        if (!window.Is(next - 1, ",") && CalendarReader.TryReadDay(window, next, out int alone) && IsDayAlone(window, next))
        {
            end = next + 1;
            return new TimePoint { Weekday = weekday, Day = alone };
        }
        // "Monday two weeks ago", "Sunday three weeks after May 5"
        if (!window.Is(next - 1, ",") && relative.Turn is null && RelativeReader.ReadShift(window, next, out int shiftEnd) is { OnOther: false, Unit: not TimeUnit.Year } shift)
        {
            end = shiftEnd;
            return new TimePoint { Weekday = weekday, From = shift, WeekOf = true };
        }
        if (definite && CalendarReader.TryReadSpelledDay(window, next, out alone, out int spelledEnd) && !window.IsNoun(spelledEnd) && window.Upos(spelledEnd) is not Upos.ADJ)
        {
            end = spelledEnd;
            return new TimePoint { Weekday = weekday, Day = alone };
        }
        // "Monday last week", "Tuesday of next week"
        int of = window.Is(end, "of") ? end + 1 : end;
        if (CalendarReader.Pointed(window, of) is { } pointing && window.Is(of + 1, "week"))
        {
            end = of + 2;
            return new TimePoint { Weekday = weekday, Week = pointing switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 } };
        }
        return relative;
    }

    /// <summary>Whether a day behind a weekday can be nothing else: <em>the 26th</em>, or from 13 on what nothing follows: <em>Sunday 31</em>.</summary>
    private static bool IsDayAlone(TokenWindow window, int token)
    {
        if (window.IsNoun(token + 1)) return false;
        if (!char.IsAsciiDigit(window.Form(token)[^1])) return true;
        return window.Form(token).Length == 2 && window.Form(token)[0] is not '0' && window.Kind(token + 1) is SyntaxKind.Punctuation or SyntaxKind.None && !window.IsDash(token + 1)
            && !window.Is(token + 1, ",");
    }

    private static TimePoint? ReadCalendar(TokenWindow window, int start, out int end)
    {
        // "Mon, Aug. 14", "Friday 7/24"
        if (DateWords.ShortWeekdays.TryGetValue(window.Form(start), out var shortDay))
        {
            int next = start + 1;
            while (next < start + 3 && (window.Is(next, ",") || window.Is(next, "."))) next++;
            if (CalendarReader.Read(window, next, out end) is { Day: not null } day) return day with { Weekday = shortDay };
            // "Tue 13th", "Tues the 4th"
            if (window.Is(next, "the")) next++;
            if (CalendarReader.TryReadDay(window, next, out int ofMonth) && char.IsAsciiLetter(window.Form(next)[^1]) && !window.IsNoun(next + 1))
            {
                end = next + 1;
                return new TimePoint { Weekday = shortDay, Day = ofMonth };
            }
            // "Monday or Tue": beside another weekday it is one.
            if (window.IsCapitalized(start) && window.Is(start - 1, "or", "and") && (DateWords.Weekdays.ContainsKey(window.Form(start - 2)) || DateWords.ShortWeekdays.ContainsKey(window.Form(start - 2))))
            {
                end = start + 1;
                return new TimePoint { Weekday = shortDay };
            }
        }
        bool definite = window.Is(start, "the");
        // "On the 18th", where no noun follows that it could rank
        if (definite && (window.Is(start - 1, "on", "until") || window.Is(start - 1, "before", "since")) && CalendarReader.TryReadDay(window, start + 1, out int alone)
            && !char.IsAsciiDigit(window.Form(start + 1)[^1]) && (window.Kind(start + 2) is SyntaxKind.Punctuation or SyntaxKind.None || window.Is(start + 2, "and", "at")))
        {
            end = start + 2;
            return new TimePoint { Day = alone };
        }
        // "On the 17 from 2 p.m."
        if (definite && window.Is(start - 1, "on") && CalendarReader.TryReadDay(window, start + 1, out alone) && window.Is(start + 2, "from", "between") && ClockReader.TryRead(window, start + 3, out _, out _))
        {
            end = start + 2;
            return new TimePoint { Day = alone };
        }
        if (CalendarReader.Read(window, definite ? start + 1 : start, out end) is not { } date) return null;
        // "The 2016 edition", "the March vote" and "the April 24 vote" belong to the noun; "the 1990s" and "the 3rd of May" are one phrase.
        bool ofNoun = date.Day is null || CalendarReader.TryReadMonth(window, start + 1, out _, out _);
        return definite && ofNoun && date is { Season: null, Quarter: null, Half: null, Decade: null, Century: null } ? null : date;
    }

    /// <summary><em>In the morning, during the night, at night, early in the evening</em>: with the words that lead to it.</summary>
    private static Daypart? ReadDaypart(TokenWindow window, int start, out int end)
    {
        end = start;
        int word = start;
        if (window.Is(word, "early", "late") && window.Is(word + 1, "in")) word++;
        if (window.Is(word, "at", "around"))
        {
            end = word + 2;
            if (window.Is(word, "at") && window.Is(word + 1, "night")) return Daypart.Night;
            if (DateWords.Dayparts.TryGetValue(window.Form(word + 1), out var meal) && meal is Daypart.Lunch or Daypart.Dinner) return meal;
            return window.Is(word, "around") && DateWords.Meals.TryGetValue(window.Form(word + 1), out meal) && window.Upos(end) is not Upos.NOUN ? meal : null;
        }
        if (!window.Is(word, "in", "during")) return null;
        word++;
        if (!window.Is(word, "the")) return null;
        word++;
        if (window.Is(word, "early", "late")) word++;
        end = word + 1;
        // "In the night-time"
        if (window.Is(word, "night", "day") && window.IsJoint(word + 1) && window.Is(word + 2, "time"))
        {
            end = word + 3;
            return window.Is(word, "day") ? Daypart.Daytime : Daypart.Nighttime;
        }
        if (!DateWords.Dayparts.TryGetValue(window.Form(word), out var part) && !DateWords.PluralDayparts.TryGetValue(window.Form(word), out part)) return null;
        // "In the morning of 3 May" is read from "the" on, "in the morning after the raid" is another day, "in the evening news" no time.
        return window.Is(end, "of") || window.Is(end, "after", "before") || window.IsJoint(end) || window.Upos(end) is Upos.NOUN && window.Text.Head(word) == end ? null : part;
    }

    /// <summary>Adds a time behind a day: <em>Monday at 3 p.m.</em>, <em>Tuesday morning</em>, <em>tomorrow, 15:30 GMT</em>, <em>today before 4pm</em>.</summary>
    private static TimePoint AddTime(TokenWindow window, TimePoint date, ref int end)
    {
        int behind = window.Is(end, ",") ? end + 1 : end;
        if (DateWords.LeadAt(window, behind) is Lead.None && !window.Is(behind, "@") && !window.Is(behind, "am", "pm")) return date;
        if (date.Daypart is null)
        {
            int word = window.Is(end, "early", "late") ? end + 1 : end;
            if (DateWords.Dayparts.TryGetValue(window.Form(word), out var part))
            {
                date = date with { Daypart = part };
                end = word + 1;
            }
            else if (window.Are(end, "in", "the") && DateWords.Dayparts.TryGetValue(window.Form(end + 2), out part) && window.Upos(end + 3) is not Upos.NOUN)
            {
                date = date with { Daypart = part };
                end += 3;
            }
        }
        // "Today pm"
        if (date.Daypart is null && window.Is(end, "am", "pm") && window.Upos(end) is not Upos.AUX && window.Kind(end - 1) is not SyntaxKind.Number)
        {
            date = date with { Daypart = window.Is(end, "pm") ? Daypart.Afternoon : Daypart.Morning };
            end++;
        }
        // "Monday before 4pm", "next Wednesday later than 10 in the morning", "Tuesday by 2 in the afternoon"
        var bound = window.Is(end, "by") ? Bound.Before : BoundReader.ReadWord(window, end, out _);
        if (bound is not Bound.None)
        {
            int limitStart = end + 1;
            if (!window.Is(end, "by")) BoundReader.ReadWord(window, end, out limitStart);
            if (ClockReader.TryRead(window, limitStart, out int boundEnd, out var limit) && window.Kind(limitStart) is SyntaxKind.Number)
            {
                end = boundEnd;
                return date with { Clock = limit, Daypart = null, Bound = bound };
            }
        }
        int next = end;
        if (window.Is(next, ",")) next++;
        int bare = next;
        if (window.Is(next, "at", "@") || window.Is(next, "around") || window.Is(next, "about")) next++;
        if (window.Is(next, "about") || window.Is(next, "around")) next++;
        bool introduced = next > bare;
        int clockEnd;
        ClockTime clock;
        if (introduced ? ClockReader.TryReadLoose(window, next, out clockEnd, out clock) && !IsPrice(window, next)
            : ClockReader.TryRead(window, next, out clockEnd, out clock) || next == end && ClockReader.IsPlain(window, next) && ClockReader.TryReadLoose(window, next, out clockEnd, out clock))
        {
            // "Today noon is ..." says nothing of a time that day.
            if (next == end && window.Kind(next) is not SyntaxKind.Number && !window.Is(next, "noon", "midnight") && clockEnd == next + 1) return date;
            end = clockEnd;
            return date with { Clock = date.Daypart is { } half ? clock.In(half) : clock, Daypart = null };
        }
        return date;
    }

    /// <summary>Whether a number with a point behind a day and <em>at</em> is what something closed at and no time: <em>ended Monday at 9.30</em>.</summary>
    private static bool IsPrice(TokenWindow window, int token) => window.Form(token).Contains('.') && !window.Is(token + 1, "am", "pm") && !window.Is(token + 1, "a.m.", "p.m.") && IsMarketNear(window, token);

    private static bool IsMarketNear(TokenWindow window, int token)
    {
        const int Reach = 12;
        for (int i = Math.Max(window.First, token - Reach); i < Math.Min(window.End, token + Reach); i++)
            if (window.Lemma(i) is "close" or "end" or "trade" or "settle" or "stand" or "price" or "share" or "stock" or "index" or "rate" or "yield" or "percent" or "finish" or "quote" or "average") return true;
        return false;
    }

    /// <summary>Adds a day behind a time: <em>3 p.m. on Monday</em>, <em>noon Thursday</em>, <em>7 p.m. local time on 5 May</em>.</summary>
    private static TimePoint AddDate(TokenWindow window, TimePoint time, ref int end)
    {
        int next = end;
        if (window.Is(next, ",")) next++;
        if (window.Is(next, "on", "of")) next++;
        if (window.Is(next, "the")) next++;
        if (ReadDate(window, next, out int dateEnd) is not { IsOneDay: true } date) return time;
        // "at 5 a.m., two days ago": too far apart to be one expression unless a preposition joins them.
        if (window.Is(end, ",") && next == end + 1 && date.Weekday is null && date.Day is null) return time;
        end = dateEnd;
        var part = date.Daypart;
        if (part is null && time.Clock is not null && DateWords.Dayparts.TryGetValue(window.Form(end), out var behind))
        {
            part = behind;
            end++;
        }
        var clock = time.Clock is { } stated && part is { } half ? stated.In(half) : time.Clock;
        return date with { Clock = clock, Daypart = clock is null ? time.Daypart ?? part : null };
    }
}
