using Analysis.Language;

namespace Analysis.Semantics.Dates;

/// <summary>Reads recurring times: <em>every Monday</em>, <em>each year</em>, <em>every two weeks</em>, <em>Sundays</em>.</summary>
internal static class SetReader
{
    /// <summary>Mondays to Fridays, for which TIMEX3 has no sign of its own.</summary>
    private const string WorkingDays = "XXXX-WXX-WD";

    /// <summary>Reads the recurring time that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="end">Just past it.</param>
    /// <param name="granularity">The unit that recurs.</param>
    /// <returns>Its TIMEX3 value; null when there is none.</returns>
    public static string? Read(TokenWindow window, int start, out int end, out Granularity granularity)
    {
        end = start + 1;
        granularity = Granularity.Day;
        if (DateWords.PluralWeekdays.TryGetValue(window.Form(start), out var plural) && window.IsCapitalized(start))
            return $"XXXX-WXX-{(char)('0' + (int)plural)}" + Clock(window, ref end, ref granularity);
        if (DateWords.Weekdays.TryGetValue(window.Form(start), out var onDay) && DateWords.PluralDayparts.TryGetValue(window.Form(start + 1), out var onPart))
        {
            end = start + 2;
            granularity = Granularity.Daypart;
            return $"XXXX-WXX-{(char)('0' + (int)onDay)}" + DateResolver.DaypartTimex(onPart);
        }
        if (window.Is(start, "weekdays") || window.Is(start, "weekends") && window.Is(start - 1, "on", "at"))
            return (window.Is(start, "weekdays") ? WorkingDays : "XXXX-WXX-WE") + Clock(window, ref end, ref granularity);
        if (DateWords.Frequencies.TryGetValue(window.Form(start), out var frequency)) return ReadFrequency(window, start, frequency.Timex, frequency.Unit, ref end, ref granularity);
        if (window.Is(start, "once", "twice") && window.Is(start + 1, "a", "every") && DateWords.Units.TryGetValue(window.Form(start + 2), out var turn) && turn >= TimeUnit.Day
            && !window.Form(start + 2).EndsWith('s'))
        {
            end = start + 3;
            granularity = DateResolver.GranularityOf(turn);
            return new Length(start + 1, end, start + 2, [(1m, turn)], true).ToTimex();
        }
        // "One a day"
        if (window.Is(start, "one") && window.Is(start + 1, "a", "per") && DateWords.Units.TryGetValue(window.Form(start + 2), out var rate) && rate is TimeUnit.Day or TimeUnit.Week or TimeUnit.Month
            && window.Form(start + 2)[^1] is not 's' and not 'S' && !window.IsNoun(start + 3))
        {
            end = start + 3;
            granularity = DateResolver.GranularityOf(rate);
            return new Length(start + 1, end, start + 2, [(1m, rate)], true).ToTimex();
        }
        // "Is out mornings"
        if (DateWords.PluralDayparts.TryGetValue(window.Form(start), out var mornings) && !window.IsCapitalized(start) && window.Upos(start - 1) is Upos.VERB or Upos.ADV or Upos.AUX && !window.IsNoun(start + 1)
            && !window.Is(start + 1, "of") && window.Text.Words[start].Relation is not (DependencyRelation.Nsubj or DependencyRelation.Obj))
        {
            granularity = Granularity.Daypart;
            return DateResolver.DaypartTimex(mornings);
        }
        if (ReadDailyTime(window, start, ref end, ref granularity) is { } daily) return daily;
        if (!window.Is(start, "every", "each")) return null;
        end = start + 2;
        int dayToken = window.Is(start + 1, "other", "second") ? start + 2 : start + 1;
        if (window.Is(start + 1, "weekend"))
        {
            return "P1WE";
        }
        if (window.Is(start + 1, "weekday") && DateWords.Dayparts.TryGetValue(window.Form(start + 2), out var ofDay))
        {
            end = start + 3;
            granularity = Granularity.Daypart;
            return WorkingDays + DateResolver.DaypartTimex(ofDay);
        }
        if (window.Is(start + 1, "weekday")) return WorkingDays + Clock(window, ref end, ref granularity);
        if (DateWords.Weekdays.TryGetValue(window.Form(dayToken), out var weekday))
        {
            end = dayToken + 1;
            if (DateWords.Dayparts.TryGetValue(window.Form(end), out _)) end++;
            return $"XXXX-WXX-{(char)('0' + (int)weekday)}" + Clock(window, ref end, ref granularity);
        }
        if (CalendarReader.TryReadMonth(window, start + 1, out int month, out end))
        {
            granularity = Granularity.Month;
            return $"XXXX-{(char)('0' + month / 10)}{(char)('0' + month % 10)}";
        }
        end = start + 2;
        if (DateWords.Seasons.TryGetValue(window.Form(start + 1), out var season))
        {
            granularity = Granularity.Season;
            return season switch { Season.Spring => "XXXX-SP", Season.Summer => "XXXX-SU", Season.Autumn => "XXXX-FA", _ => "XXXX-WI" };
        }
        if (DateWords.Dayparts.TryGetValue(window.Form(start + 1), out var part))
        {
            granularity = Granularity.Daypart;
            if (window.Is(end, "at") && ClockReader.TryReadHourOf(window, end + 1, part, out int hourEnd, out var hour))
            {
                (end, granularity) = (hourEnd, hour.Granularity);
                return DateResolver.ClockTimex(hour);
            }
            return Clock(window, ref end, ref granularity) is { Length: > 0 } at ? at : DateResolver.DaypartTimex(part);
        }
        bool other = window.Is(start + 1, "other", "second");
        int word = other ? start + 2 : start + 1;
        if (DateWords.Units.TryGetValue(window.Form(word), out var unit) && !window.Form(word).EndsWith('s'))
        {
            end = word + 1;
            granularity = DateResolver.GranularityOf(unit);
            // Of a day the time alone says all.
            string timex = new Length(word, end, word, [(other ? 2m : 1m, unit)], true).ToTimex();
            return Clock(window, ref end, ref granularity) is { Length: > 0 } at ? unit is TimeUnit.Day && !other ? at : timex + at : timex;
        }
        if (window.Is(start, "every") && LengthReader.TryRead(window, start + 1, out var length) && length.Counted)
        {
            end = length.End;
            granularity = DateResolver.GranularityOf(length.Parts[^1].Unit);
            return length.ToTimex();
        }
        return null;
    }

    /// <summary><em>6 a.m. daily, at noon every day.</em></summary>
    private static string? ReadDailyTime(TokenWindow window, int start, ref int end, ref Granularity granularity)
    {
        if (window.Kind(start) is not Syntax.SyntaxKind.Number && !window.Is(start, "noon", "midnight") || !ClockReader.TryRead(window, start, out int clockEnd, out var clock)) return null;
        if (window.Is(clockEnd, "everyday", "daily")) clockEnd++;
        else if (window.Is(clockEnd, "every", "each") && window.Is(clockEnd + 1, "day")) clockEnd += 2;
        else return null;
        (end, granularity) = (clockEnd, clock.Granularity);
        return DateResolver.ClockTimex(clock);
    }

    /// <summary><em>Meets weekly</em>, but not <em>a weekly paper, the Daily Post, everyday life</em>.</summary>
    private static string? ReadFrequency(TokenWindow window, int start, string timex, TimeUnit unit, ref int end, ref Granularity granularity)
    {
        if (window.IsCapitalized(start) || window.IsJoint(start - 1) || window.IsJoint(start + 1) || window.Is(start - 1, "the", "a") || window.Is(start - 1, "an")) return null;
        if (window.IsNoun(start + 1) || window.Upos(start + 1) is Upos.ADJ) return null;
        granularity = DateResolver.GranularityOf(unit);
        return unit is TimeUnit.Day && Clock(window, ref end, ref granularity) is { Length: > 0 } at ? at : timex;
    }

    private static string Clock(TokenWindow window, ref int end, ref Granularity granularity)
    {
        int next = window.Is(end, "at") ? end + 1 : end;
        if (!ClockReader.TryRead(window, next, out int clockEnd, out var clock)
            || next == end && window.Kind(next) is not Syntax.SyntaxKind.Number) return "";
        end = clockEnd;
        granularity = clock.Granularity;
        return DateResolver.ClockTimex(clock);
    }
}
