using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Semantics.Dates;

/// <summary>Units of time from fine to coarse.</summary>
internal enum TimeUnit
{
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>Parts of a day.</summary>
internal enum Daypart
{
    Morning,
    Afternoon,
    Evening,
    Night,
    Daytime,
    Nighttime,
    Breakfast,
    Lunch,
    Dinner,
}

/// <summary>Seasons of the northern half of the earth, by whole months.</summary>
internal enum Season
{
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// <summary>What a word may be at the start of an expression of time.</summary>
internal enum Lead : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A word such as <em>the</em> or <em>in</em>, which leads only where the word behind it does.</summary>
    Joining,

    /// <summary>A word such as <em>from</em> or <em>before</em>, which does so too, but never to a point of which it is a part.</summary>
    Bounding,

    /// <summary>A word of the calendar or a number.</summary>
    Content,
}

/// <summary>The words of the calendar.</summary>
internal static class DateWords
{
    /// <summary>Months by number, abbreviations with and without their full stop.</summary>
    public static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = Map(
        ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7), ("august", 8), ("september", 9),
        ("october", 10), ("november", 11), ("december", 12), ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7),
        ("aug", 8), ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12), ("jan.", 1), ("feb.", 2), ("mar.", 3), ("apr.", 4),
        ("jun.", 6), ("jul.", 7), ("aug.", 8), ("sep.", 9), ("sept.", 9), ("oct.", 10), ("nov.", 11), ("dec.", 12));

    /// <summary>Months that are also first names or other words: by themselves they need a preposition.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AmbiguousMonths = Set(
        "april", "march", "may", "june", "august", "jan", "mar", "jun", "dec", "apr", "jan.", "mar.", "jun.", "dec.");

    /// <summary>Weekdays and their abbreviations that are no other words.</summary>
    public static readonly FrozenDictionary<string, IsoDayOfWeek>.AlternateLookup<ReadOnlySpan<char>> Weekdays = Map(
        ("monday", IsoDayOfWeek.Monday), ("tuesday", IsoDayOfWeek.Tuesday), ("wednesday", IsoDayOfWeek.Wednesday),
        ("thursday", IsoDayOfWeek.Thursday), ("friday", IsoDayOfWeek.Friday), ("saturday", IsoDayOfWeek.Saturday), ("sunday", IsoDayOfWeek.Sunday));

    /// <summary>Weekdays in the plural: <em>on Mondays</em>.</summary>
    public static readonly FrozenDictionary<string, IsoDayOfWeek>.AlternateLookup<ReadOnlySpan<char>> PluralWeekdays = Map(
        ("mondays", IsoDayOfWeek.Monday), ("tuesdays", IsoDayOfWeek.Tuesday), ("wednesdays", IsoDayOfWeek.Wednesday),
        ("thursdays", IsoDayOfWeek.Thursday), ("fridays", IsoDayOfWeek.Friday), ("saturdays", IsoDayOfWeek.Saturday), ("sundays", IsoDayOfWeek.Sunday));

    /// <summary>Short weekdays, read only in front of a day of the month.</summary>
    public static readonly FrozenDictionary<string, IsoDayOfWeek>.AlternateLookup<ReadOnlySpan<char>> ShortWeekdays = Map(
        ("mon", IsoDayOfWeek.Monday), ("tue", IsoDayOfWeek.Tuesday), ("tues", IsoDayOfWeek.Tuesday), ("wed", IsoDayOfWeek.Wednesday),
        ("thu", IsoDayOfWeek.Thursday), ("thur", IsoDayOfWeek.Thursday), ("thurs", IsoDayOfWeek.Thursday), ("fri", IsoDayOfWeek.Friday),
        ("sat", IsoDayOfWeek.Saturday), ("sun", IsoDayOfWeek.Sunday));

    /// <summary>Units, singular and plural.</summary>
    public static readonly FrozenDictionary<string, TimeUnit>.AlternateLookup<ReadOnlySpan<char>> Units = Map(
        ("second", TimeUnit.Second), ("seconds", TimeUnit.Second), ("sec", TimeUnit.Second), ("secs", TimeUnit.Second),
        ("minute", TimeUnit.Minute), ("minutes", TimeUnit.Minute), ("min", TimeUnit.Minute), ("mins", TimeUnit.Minute),
        ("hour", TimeUnit.Hour), ("hours", TimeUnit.Hour), ("hr", TimeUnit.Hour), ("hrs", TimeUnit.Hour),
        ("day", TimeUnit.Day), ("days", TimeUnit.Day), ("week", TimeUnit.Week), ("weeks", TimeUnit.Week),
        ("fortnight", TimeUnit.Fortnight), ("fortnights", TimeUnit.Fortnight), ("month", TimeUnit.Month), ("months", TimeUnit.Month),
        ("year", TimeUnit.Year), ("years", TimeUnit.Year), ("decade", TimeUnit.Decade), ("decades", TimeUnit.Decade),
        ("century", TimeUnit.Century), ("centuries", TimeUnit.Century));

    /// <summary>Parts of a day.</summary>
    public static readonly FrozenDictionary<string, Daypart>.AlternateLookup<ReadOnlySpan<char>> Dayparts = Map(
        ("morning", Daypart.Morning), ("afternoon", Daypart.Afternoon), ("evening", Daypart.Evening), ("night", Daypart.Night), ("lunchtime", Daypart.Lunch),
        ("dinnertime", Daypart.Dinner), ("daytime", Daypart.Daytime), ("nighttime", Daypart.Nighttime));

    /// <summary>Meals, which tell the time only behind a word of time: <em>after dinner</em>.</summary>
    public static readonly FrozenDictionary<string, Daypart>.AlternateLookup<ReadOnlySpan<char>> Meals = Map(
        ("breakfast", Daypart.Breakfast), ("lunch", Daypart.Lunch), ("dinner", Daypart.Dinner));

    /// <summary>Seasons. <em>Fall</em> and <em>spring</em> are also other words; the patterns around them decide.</summary>
    public static readonly FrozenDictionary<string, Season>.AlternateLookup<ReadOnlySpan<char>> Seasons = Map(
        ("spring", Season.Spring), ("summer", Season.Summer), ("autumn", Season.Autumn), ("fall", Season.Autumn), ("winter", Season.Winter));

    /// <summary>Parts of a day that recur: <em>in the mornings</em>.</summary>
    public static readonly FrozenDictionary<string, Daypart>.AlternateLookup<ReadOnlySpan<char>> PluralDayparts = Map(
        ("mornings", Daypart.Morning), ("afternoons", Daypart.Afternoon), ("evenings", Daypart.Evening), ("nights", Daypart.Night));

    /// <summary>Words in front of a stretch that pick a part of it.</summary>
    public static readonly FrozenDictionary<string, Edge>.AlternateLookup<ReadOnlySpan<char>> Edges = Map(
        ("early", Edge.Early), ("mid", Edge.Mid), ("late", Edge.Late), ("earlier", Edge.Earlier), ("later", Edge.Later));

    /// <summary>Nouns that pick a part of what follows behind <em>of</em>.</summary>
    public static readonly FrozenDictionary<string, Edge>.AlternateLookup<ReadOnlySpan<char>> EdgeNouns = Map(
        ("beginning", Edge.Early), ("start", Edge.Early), ("middle", Edge.Mid), ("end", Edge.Late), ("close", Edge.Late),
        ("rest", Edge.Rest), ("remainder", Edge.Rest), ("remaining", Edge.Rest));

    /// <summary>
    /// Words that leave one side of a point open. <em>By</em> is none: <em>12 had died by Monday</em> is a count of Monday, and the point is what
    /// the count holds for.
    /// </summary>
    public static readonly FrozenDictionary<string, Bound>.AlternateLookup<ReadOnlySpan<char>> Bounds = Map(
        ("since", Bound.Since), ("after", Bound.After), ("before", Bound.Before), ("until", Bound.Until), ("till", Bound.Until),
        ("til", Bound.Until));

    /// <summary>Adverbs that say how often, with their TIMEX3 value.</summary>
    public static readonly FrozenDictionary<string, (string Timex, TimeUnit Unit)>.AlternateLookup<ReadOnlySpan<char>> Frequencies = Map(
        ("hourly", ("PT1H", TimeUnit.Hour)), ("daily", ("P1D", TimeUnit.Day)), ("everyday", ("P1D", TimeUnit.Day)), ("nightly", ("P1D", TimeUnit.Day)),
        ("weekly", ("P1W", TimeUnit.Week)), ("biweekly", ("P2W", TimeUnit.Week)), ("fortnightly", ("P2W", TimeUnit.Week)),
        ("monthly", ("P1M", TimeUnit.Month)), ("quarterly", ("P3M", TimeUnit.Month)), ("yearly", ("P1Y", TimeUnit.Year)),
        ("annually", ("P1Y", TimeUnit.Year)), ("semi-annually", ("P0.5Y", TimeUnit.Year)), ("semiannually", ("P0.5Y", TimeUnit.Year)));

    /// <summary>Decades in words: <em>the nineties</em>.</summary>
    public static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Decades = Map(
        ("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60), ("seventies", 70), ("eighties", 80), ("nineties", 90));

    /// <summary>Words that say which day it is: a time of day in front of them is one.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> CalendarWords = Set(
        [.. Keys(Months), .. Keys(Weekdays), .. Keys(ShortWeekdays), "today", "tomorrow", "tonight", "tonite", "yesterday", "every", "everyday", "daily"]);

    /// <summary>Whether the word says which day it is.</summary>
    public static bool IsCalendarWord(ReadOnlySpan<char> form) => CalendarWords.Contains(form) || IsZone(form);

    /// <summary>Whether the word is a zone of time, in whatever case.</summary>
    private static bool IsZone(ReadOnlySpan<char> form)
    {
        Span<char> upper = stackalloc char[4];
        return form.Length is > 1 and <= 4 && form.ToUpperInvariant(upper) > 0 && Zones.Contains(upper[..form.Length]);
    }

    /// <summary>What a word may be at the start of an expression; nearly all words are nothing and are passed over at once.</summary>
    private static readonly FrozenDictionary<string, Lead>.AlternateLookup<ReadOnlySpan<char>> Leads =
        Map([.. LeadWords().DistinctBy(entry => entry.Word, StringComparer.OrdinalIgnoreCase)]);

    /// <summary>What the token may be at the start of an expression.</summary>
    public static Lead LeadAt(TokenWindow window, int token)
    {
        switch (window.Kind(token))
        {
            case SyntaxKind.Number:
                return Lead.Content;
            case SyntaxKind.Word:
                var form = window.Form(token);
                if (Leads.TryGetValue(form, out var lead)) return lead;
                // "Dec31", "FY18"
                if (form is ['F', 'Y', _, _, ..] && char.IsAsciiDigit(form[^1])) return Lead.Content;
                if (char.IsAsciiDigit(form[^1]) && form.Length is 4 or 5 or 6 && Months.ContainsKey(form[..^(char.IsAsciiDigit(form[^2]) ? 2 : 1)])) return Lead.Content;
                return form.Length > 6 && form[3] == '-' && form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? Lead.Content : Lead.None;
            default:
                return Lead.None;
        }
    }

    private static IEnumerable<(string Word, Lead Lead)> LeadWords()
    {
        string[] joining = ["the", "a", "an", "in", "at", "to", "till", "during", "around", "about", "circa"];
        string[] bounding = ["on", "by", "for", "from", "after", "before", "since", "until", "til", "between", "within", "no", "than", "as", "any", "time", "more", "less", "over"];
        string[] content =
        [
            .. Keys(Months), .. Keys(Weekdays), .. Keys(PluralWeekdays), .. Keys(ShortWeekdays), .. Keys(Seasons), .. Keys(Dayparts), .. Keys(PluralDayparts),
            .. Keys(Units), .. Keys(Edges), .. Keys(EdgeNouns), .. Keys(Frequencies), .. Keys(Decades), .. Keys(Quantities.NumberWords.Units),
            .. Keys(Quantities.NumberWords.Tens), .. Keys(Quantities.NumberWords.Ordinals), .. Holiday.FirstWords,
            "last", "past", "this", "next", "previous", "current", "coming", "upcoming", "following", "preceding", "same", "today", "yesterday", "tomorrow", "tonight",
            "noon", "midday", "midnight", "half", "quarter", "weekend", "every", "each", "once", "twice", "prior", "starting", "beginning", "year", "couple", "hundred",
            "now", "right", "present", "moment", "currently", "tonite", "noonish", "date", "eod", "weekdays", "weekends", "breakfast", "lunch", "dinner",
            "q1", "q2", "q3", "q4", "h1", "h2", "all", "fiscal", "financial", "nighttime", "daytime", "couple", "several", "few", "ending",
        ];
        return [.. joining.Select(word => (word, Lead.Joining)), .. bounding.Select(word => (word, Lead.Bounding)), .. content.Select(word => (word, Lead.Content))];
    }

    private static ImmutableArray<string> Keys<T>(FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> map) => map.Dictionary.Keys;

    /// <summary>Zones of time that may follow a time of day, as written.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Zones = FrozenSet.Create(
        StringComparer.Ordinal, "GMT", "UTC", "BST", "CET", "CEST", "EET", "MSK", "ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST",
        "MDT", "PT", "PST", "PDT", "IST", "JST", "AEST", "AEDT").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words before a bare year, month or season that show it to be one.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions = Set(
        "in", "since", "by", "until", "till", "til", "of", "from", "during", "early", "late", "mid", "through", "throughout", "before",
        "after", "around", "circa", "between", "to", "for", "into", "about", "mid-", "year", "spring", "summer", "autumn", "fall",
        "winter", "fiscal", "than", "back", "and", "or");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] words) =>
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, words).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Map<T>(params (string Word, T Value)[] entries) =>
        entries.ToFrozenDictionary(entry => entry.Word, entry => entry.Value, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
