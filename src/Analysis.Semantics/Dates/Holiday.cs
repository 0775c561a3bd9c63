using System.Collections.Frozen;
using System.Globalization;
using NodaTime;

namespace Analysis.Semantics.Dates;

/// <summary>A day of every year that has a name; fixed, or found by rule.</summary>
/// <param name="Name">Its words, small letters and straight apostrophes, divided by one space.</param>
/// <param name="Rule">How it is found, as the first line of <c>holidays.txt</c> says.</param>
internal sealed record Holiday(string Name, string Rule)
{
    /// <summary>Years whose holidays the calendars behind the rules know.</summary>
    private const int FirstYear = 1583, LastYear = 2299;

    /// <summary>All holidays by their first word, those with more words first.</summary>
    private static readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> ByFirstWord = Lexicon.Rows("holidays")
        .Select(row => new Entry(row[0].Replace("'", " '").Split(' '), new Holiday(row[0], row[1])))
        .GroupBy(entry => entry.Words[0], StringComparer.Ordinal)
        .ToFrozenDictionary(
            group => group.Key, group => group.OrderByDescending(entry => entry.Words.Length).ToArray(), StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every word that a holiday may start with.</summary>
    public static IEnumerable<string> FirstWords => Lexicon.Rows("holidays").Select(row => row[0].Split(' ', '\'')[0]);

    /// <summary>Reads the longest name of a holiday that starts at a token.</summary>
    public static Holiday? Read(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (!ByFirstWord.TryGetValue(window.Form(start), out var entries)) return null;
        foreach (var entry in entries)
        {
            if (!TryMatch(window, start, entry.Words, out end)) continue;
            return entry.Holiday;
        }
        return null;
    }

    /// <summary>The day in a year; null outside of the years that the rule holds for, or where a calendar has none in that year.</summary>
    public LocalDate? In(int year)
    {
        if (year is < FirstYear or > LastYear) return null;
        var (rule, shift) = Divide(Rule);
        if (rule.StartsWith("islamic ", StringComparison.Ordinal)) return InOther(CalendarSystem.UmAlQura, rule[8..], year);
        if (rule == "hebrew passover") return Passover(year).PlusDays(shift);
        if (rule.StartsWith("hebrew ", StringComparison.Ordinal)) return InOther(CalendarSystem.HebrewCivil, rule[7..], year);
        LocalDate? day = rule switch
        {
            "easter" => Easter(year),
            "orthodox" => OrthodoxEaster(year),
            _ when rule.Contains('/') => Nth(year, rule),
            _ => new LocalDate(year, Number(rule[..2]), Number(rule[3..])),
        };
        return day?.PlusDays(shift);
    }

    private static bool TryMatch(TokenWindow window, int start, string[] words, out int end)
    {
        end = start;
        foreach (string word in words)
        {
            var form = window.Form(end);
            // "al-Fitr" is two words and a joint, "Presidents'" has its mark apart; both signs of an apostrophe are in use.
            if (word[0] == '\'')
            {
                if (form.IsEmpty || form[0] is not ('\'' or '\u2019') || !form[1..].Equals(word.AsSpan(1), StringComparison.OrdinalIgnoreCase)) return false;
            }
            else if (word.IndexOf('-') is var joint and > 0)
            {
                if (!form.Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    if (!form.Equals(word.AsSpan(0, joint), StringComparison.OrdinalIgnoreCase) || !window.IsJoint(end + 1)
                        || !window.Form(end + 2).Equals(word.AsSpan(joint + 1), StringComparison.OrdinalIgnoreCase)) return false;
                    end += 2;
                }
            }
            else if (!form.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
            end++;
        }
        return true;
    }

    private static (string Rule, int Shift) Divide(string rule)
    {
        int mark = rule.IndexOf('+');
        if (mark < 0 && (rule.StartsWith("easter-", StringComparison.Ordinal) || rule.Contains('/') && rule.LastIndexOf('-') > rule.LastIndexOf('/')))
            mark = rule.LastIndexOf('-');
        return mark < 0 ? (rule, 0) : (rule[..mark], int.Parse(rule.AsSpan(mark), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    /// <summary><c>11/4/thu</c>, <c>05/-1/mon</c>.</summary>
    private static LocalDate Nth(int year, string rule)
    {
        string[] parts = rule.Split('/');
        int month = Number(parts[0]);
        var weekday = DateWords.ShortWeekdays[parts[2]];
        if (parts[1] == "-1") return new LocalDate(year, month, 1).PlusMonths(1).Previous(weekday);
        return new LocalDate(year, month, 1).PlusDays(-1).Next(weekday).PlusWeeks(Number(parts[1]) - 1);
    }

    /// <summary>The first such day of another calendar that falls in the year.</summary>
    private static LocalDate? InOther(CalendarSystem calendar, string day, int year)
    {
        var first = new LocalDate(year, 1, 1);
        // Umm al-Qura is tabulated for 1900 to 2077.
        if (calendar == CalendarSystem.UmAlQura && year is < 1901 or > 2076) return null;
        int start = first.WithCalendar(calendar).Year;
        for (int other = start; other <= start + 1; other++)
        {
            var found = new LocalDate(other, Number(day[..2]), Number(day[3..]), calendar).WithCalendar(CalendarSystem.Iso);
            if (found.Year == year) return found;
        }
        return null;
    }

    /// <summary>The fifteenth of Nisan, counted back from the new year that follows it, since the number of its month changes in leap years.</summary>
    private static LocalDate Passover(int year)
    {
        int next = new LocalDate(year, 12, 31).WithCalendar(CalendarSystem.HebrewCivil).Year;
        return new LocalDate(next, 1, 1, CalendarSystem.HebrewCivil).WithCalendar(CalendarSystem.Iso).PlusDays(-163);
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876.</summary>
    private static LocalDate Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        int sum = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return new LocalDate(year, sum / 31, sum % 31 + 1);
    }

    /// <summary>Easter Sunday of the Julian calendar, by Meeus's rule.</summary>
    private static LocalDate OrthodoxEaster(int year)
    {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        return new LocalDate(year, (d + e + 114) / 31, (d + e + 114) % 31 + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <param name="Words">Its words as the lexer cuts them.</param>
    /// <param name="Holiday">The holiday.</param>
    private sealed record Entry(string[] Words, Holiday Holiday);
}
