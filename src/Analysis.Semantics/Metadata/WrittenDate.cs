using System.Collections.Frozen;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Semantics.Metadata;

/// <summary>Finds a written-out day in a line: "14 August 2023", "Oct. 7, 2023", "20220816", "2023-08-14".</summary>
/// <remarks>
/// For lines outside sentences, and where the day of an article must be known before its relative dates can be read. A day that the
/// calendar does not have is not found. Numbers such as 03/04/2023 are left alone: which is the month cannot be told.
/// </remarks>
internal static class WrittenDate
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Months = new Dictionary<string, int>
    {
        ["january"] = 1,
        ["february"] = 2,
        ["march"] = 3,
        ["april"] = 4,
        ["may"] = 5,
        ["june"] = 6,
        ["july"] = 7,
        ["august"] = 8,
        ["september"] = 9,
        ["october"] = 10,
        ["november"] = 11,
        ["december"] = 12,
        ["jan"] = 1,
        ["feb"] = 2,
        ["mar"] = 3,
        ["apr"] = 4,
        ["jun"] = 6,
        ["jul"] = 7,
        ["aug"] = 8,
        ["sep"] = 9,
        ["sept"] = 9,
        ["oct"] = 10,
        ["nov"] = 11,
        ["dec"] = 12,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly record struct Part(int Start, int End, int Number, int Month, int Digits);

    /// <summary>Finds the first full day.</summary>
    /// <param name="text">The text; only <paramref name="within"/> is looked at.</param>
    /// <param name="within">Where to look.</param>
    /// <returns>The day and the words it is written in; null when there is none.</returns>
    public static (LocalDate Date, TextSpan Span)? Find(string text, TextSpan within)
    {
        var parts = Parts(text, within);
        for (int i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.Digits == 8 && Day(part.Number / 10000, part.Number / 100 % 100, part.Number % 100) is { } compact)
                return (compact, new TextSpan(part.Start, part.End));
            if (i + 2 >= parts.Count) continue;
            var (second, third) = (parts[i + 1], parts[i + 2]);
            if (!Close(text, part.End, second.Start) || !Close(text, second.End, third.Start)) continue;
            var span = new TextSpan(part.Start, third.End);
            // August 14, 2023
            if (part.Month > 0 && second.Digits is 1 or 2 && third.Digits == 4 && Day(third.Number, part.Month, second.Number) is { } american) return (american, span);
            // 14 August 2023
            if (part.Digits is 1 or 2 && second.Month > 0 && third.Digits == 4 && Day(third.Number, second.Month, part.Number) is { } british) return (british, span);
            // 2023-08-14
            if (part.Digits == 4 && second.Digits is 1 or 2 && third.Digits is 1 or 2 && text[part.End] is '-' or '/' or '.'
                && Day(part.Number, second.Number, third.Number) is { } iso) return (iso, span);
        }
        return null;
    }

    /// <summary>Finds the first day without a year: "October 17", "17 October".</summary>
    public static (AnnualDate Date, TextSpan Span)? FindWithoutYear(string text, TextSpan within)
    {
        var parts = Parts(text, within);
        for (int i = 0; i + 1 < parts.Count; i++)
        {
            var (first, second) = (parts[i], parts[i + 1]);
            if (!Close(text, first.End, second.Start)) continue;
            var (month, day) = first.Month > 0 ? (first.Month, second) : (second.Month, first);
            // A leap year, so that 29 February is a day.
            if (month > 0 && day.Month == 0 && day.Digits is 1 or 2 && Day(2000, month, day.Number) is not null)
                return (new AnnualDate(month, day.Number), new TextSpan(first.Start, second.End));
        }
        return null;
    }

    /// <summary>Finds the first words that are written as a day and name one that the calendar does not have: "31 February 2023", "20231399", "Feb. 30".</summary>
    /// <remarks>Of 31/13/2023, where either number may be the month, both readings must fail.</remarks>
    public static TextSpan? FindImpossible(string text, TextSpan within)
    {
        var parts = Parts(text, within);
        for (int i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.Digits == 8 && part.Number / 1000000 is 19 or 20 && Day(part.Number / 10000, part.Number / 100 % 100, part.Number % 100) is null)
                return new TextSpan(part.Start, part.End);
            if (i + 1 >= parts.Count || !Close(text, part.End, parts[i + 1].Start)) continue;
            var second = parts[i + 1];
            bool hasThird = i + 2 < parts.Count && Close(text, second.End, parts[i + 2].Start);
            var third = hasThird ? parts[i + 2] : default;
            bool year = hasThird && third.Digits == 4 && third.Number is >= 1500 and <= 2999;
            // A month and a day, the year behind them where there is one; a leap year where there is none.
            var (month, day) = part.Month > 0 ? (part.Month, second) : (second.Month, part);
            if (month > 0 && day.Month == 0 && day.Digits is 1 or 2)
            {
                if (Day(year ? third.Number : 2000, month, day.Number) is null) return new TextSpan(part.Start, year ? third.End : second.End);
                i += year ? 2 : 1;
                continue;
            }
            if (!hasThird || part.Month + second.Month + third.Month > 0 || text[part.End] != text[second.End] || text[part.End] is not ('-' or '/' or '.')) continue;
            bool iso = part.Digits == 4 && part.Number is >= 1500 and <= 2999 && second.Digits is 1 or 2 && third.Digits is 1 or 2;
            bool local = year && part.Digits is 1 or 2 && second.Digits is 1 or 2;
            if (iso && Day(part.Number, second.Number, third.Number) is null
                || local && Day(third.Number, second.Number, part.Number) is null && Day(third.Number, part.Number, second.Number) is null)
                return new TextSpan(part.Start, third.End);
        }
        return null;
    }

    /// <summary>Finds a day whose year, month and day are folders of a path, one behind the other: the month by its number or its name.</summary>
    public static LocalDate? FindInPath(ReadOnlySpan<char> path)
    {
        int year = 0, month = 0;
        foreach (var range in path.Split('/'))
        {
            var folder = path[range];
            bool number = folder.Length is >= 1 and <= 4 && !folder.ContainsAnyExceptInRange('0', '9');
            int value = number ? int.Parse(folder, System.Globalization.CultureInfo.InvariantCulture) : 0;
            if (month > 0 && number && folder.Length <= 2 && Day(year, month, value) is { } day) return day;
            month = year == 0 ? 0 : number && folder.Length <= 2 ? value : Months.TryGetValue(folder, out int named) ? named : 0;
            if (month is 0 or > 12) (year, month) = (number && folder.Length == 4 ? value : 0, 0);
        }
        return null;
    }

    private static List<Part> Parts(string text, TextSpan within)
    {
        var parts = new List<Part>();
        for (int i = within.Start; i < within.End;)
        {
            int end = i + 1;
            if (char.IsAsciiDigit(text[i]))
            {
                while (end < within.End && char.IsAsciiDigit(text[end])) end++;
                bool glued = i > within.Start && (char.IsAsciiDigit(text[i - 1]) || text[i - 1] is ',' or ':' && i > within.Start + 1 && char.IsAsciiDigit(text[i - 2]));
                if (end - i <= 8 && !glued) parts.Add(new Part(i, end, int.Parse(text.AsSpan(i, end - i), System.Globalization.CultureInfo.InvariantCulture), 0, end - i));
                // 14th August
                if (end + 1 < within.End && text.AsSpan(end, 2) is "st" or "nd" or "rd" or "th") end += 2;
            }
            else if (char.IsAsciiLetter(text[i]))
            {
                while (end < within.End && char.IsLetter(text[end])) end++;
                if (char.IsUpper(text[i]) && Months.TryGetValue(text.AsSpan(i, end - i), out int month)) parts.Add(new Part(i, end, 0, month, 0));
            }
            i = end;
        }
        return parts;
    }

    /// <summary>Whether only separators stand between two parts of one date.</summary>
    private static bool Close(string text, int end, int start)
    {
        const int Reach = 4;
        if (start - end > Reach) return false;
        for (int i = end; i < start; i++)
            if (!(char.IsWhiteSpace(text[i]) || text[i] is ',' or '.' or '-' or '/' or 's' or 't' or 'n' or 'd' or 'r' or 'h')) return false;
        return true;
    }

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= 1500 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
