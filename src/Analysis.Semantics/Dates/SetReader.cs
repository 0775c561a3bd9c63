namespace Analysis.Semantics.Dates;

/// <summary>Reads recurring times: <em>every Monday</em>, <em>each year</em>, <em>every two weeks</em>, <em>Sundays</em>.</summary>
internal static class SetReader
{
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
        if (!window.Is(start, "every", "each")) return null;
        end = start + 2;
        if (DateWords.Weekdays.TryGetValue(window.Form(start + 1), out var weekday))
        {
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
            return part switch { Daypart.Morning => "TMO", Daypart.Afternoon => "TAF", Daypart.Evening => "TEV", _ => "TNI" };
        }
        bool other = window.Is(start + 1, "other", "second");
        int word = other ? start + 2 : start + 1;
        if (DateWords.Units.TryGetValue(window.Form(word), out var unit) && !window.Form(word).EndsWith('s'))
        {
            end = word + 1;
            granularity = DateResolver.GranularityOf(unit);
            return new Length(word, end, word, [(other ? 2m : 1m, unit)], true).ToTimex() + Clock(window, ref end, ref granularity);
        }
        if (window.Is(start, "every") && LengthReader.TryRead(window, start + 1, out var length) && length.Counted)
        {
            end = length.End;
            granularity = DateResolver.GranularityOf(length.Parts[^1].Unit);
            return length.ToTimex();
        }
        return null;
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
