using Analysis.Language;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads dates of digits and signs: <c>2022-08-16</c>, <c>13/04/21</c>, <c>22/Jan/2019</c>, <c>5/12</c>, <c>2015-12</c>, <c>Dec31</c>.</summary>
internal static class DigitDateReader
{
    /// <summary>Days that are spoken of in digits without being dates of the article's year.</summary>
    private static readonly (int Month, int Day)[] Names = [(9, 11), (7, 7)];

    /// <summary>Reads the date that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token.</param>
    /// <param name="end">Just past the date.</param>
    /// <returns>The date; null when there is none.</returns>
    public static TimePoint? Read(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        var form = window.Form(start);
        if (window.Kind(start) is SyntaxKind.Word)
        {
            if (char.IsAsciiDigit(form[^1])) return ReadFused(window, start, out end);
            return window.IsGlued(start + 1) && (window.IsDash(start + 1) || window.Is(start + 1, "/")) ? ReadMixed(window, start, out end) ?? ReadJoined(window, start, out end) : null;
        }
        if (window.Kind(start) is not SyntaxKind.Number) return null;
        if (form.IndexOfAny('-', '/', '.') > 0 && ReadWhole(form) is { } whole) return whole;
        // "11/2016"
        int bar = form.IndexOf('/');
        if (bar is 1 or 2 && form.Length == bar + 5 && TryParseSmall(form[..bar], out int monthBefore) && monthBefore is >= 1 and <= 12
            && int.TryParse(form[(bar + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int yearBehind) && yearBehind is >= 1900 and <= YearReader.Last)
            return new TimePoint { Year = yearBehind, Month = monthBefore };
        if (form.Length == 8 && ReadCompact(window, start) is { } compact) return compact;
        if (TryReadOpenOrder(window, start, out end, out var open)) return open;
        return window.IsGlued(start + 1) && (window.IsDash(start + 1) || window.Is(start + 1, "/")) ? ReadMixed(window, start, out end) ?? ReadYearMonth(window, start, out end) : null;
    }

    /// <summary>
    /// Reads a day and a month in digits, <c>22/04</c> or <c>5/12</c>, where a word before it says that it is a date. Where both numbers may be
    /// the month the American order counts, and is marked as taken for granted.
    /// </summary>
    public static bool TryReadOpenOrder(TokenWindow window, int token, out int end, out TimePoint date)
    {
        end = token + 1;
        if (!TryReadPair(window, token, out date, out char mark)) return false;
        bool weekday = DateWords.Weekdays.ContainsKey(window.Form(token - 1)) || DateWords.ShortWeekdays.ContainsKey(window.Form(token - 1));
        if (weekday) return true;
        var (month, day) = (date.Month, date.Day);
        if (Array.Exists(Names, name => name.Month == month && name.Day == day)) return false;
        bool pointed = window.Is(token - 1, "this", "next") || window.Is(token - 1, "last");
        if (pointed) date = date with { Pointing = CalendarReader.Pointed(window, token - 1)!.Value };
        bool introduced = pointed || window.Is(token - 1, "on", "from") || window.Is(token - 1, "until", "since") || window.Is(token - 1, "before", "after");
        // "For 6/4 between 9 and 10": hours behind say it.
        introduced |= mark == '/' && window.Is(end, "between", "at") && ClockReader.TryReadLoose(window, end + 1, out _, out _);
        // "On 5.12 acres"
        return introduced && (mark == '/' || window.Is(token - 1, "on") && window.Kind(end) is SyntaxKind.Punctuation or SyntaxKind.None)
            && !window.IsNoun(end) && !UnitLexicon.IsUnitAt(window, end) && window.Kind(end) is not SyntaxKind.Symbol;
    }

    /// <summary>Reads two numbers that are a month and a day in one order or the other.</summary>
    public static bool TryReadPair(TokenWindow window, int token, out TimePoint date, out char mark)
    {
        date = null!;
        mark = '\0';
        var form = window.Form(token);
        int at = form.IndexOfAny('/', '.');
        if (window.Kind(token) is not SyntaxKind.Number || at is not (1 or 2) || form.Length - at is not (2 or 3)) return false;
        if (!TryParseSmall(form[..at], out int first) || !TryParseSmall(form[(at + 1)..], out int second)) return false;
        bool dayFirst = first > 12;
        var (day, month) = dayFirst ? (first, second) : (second, first);
        if (!CalendarReader.IsDay(null, month, day)) return false;
        mark = form[at];
        date = new TimePoint { Month = month, Day = day, OrderGuessed = first <= 12 && second <= 12 && first != second };
        return true;
    }

    private static bool TryParseSmall(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        if (digits.Length is not (1 or 2)) return false;
        foreach (char c in digits)
        {
            if (!char.IsAsciiDigit(c)) return false;
            value = value * 10 + (c - '0');
        }
        return true;
    }

    /// <summary><c>20200701</c>, where a dash or preposition stands before it or nothing else: other numbers of eight digits are names of things.</summary>
    private static TimePoint? ReadCompact(TokenWindow window, int token)
    {
        var form = window.Form(token);
        if (form.ContainsAnyExceptInRange('0', '9') || !(window.IsDash(token - 1) || window.Is(token - 1, "on", "dated") || NumberParser.IsAlone(window, token, token + 1))) return null;
        int value = int.Parse(form, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        int year = value / 10000, month = value / 100 % 100, day = value % 100;
        return year is >= 1900 and <= YearReader.Last && CalendarReader.IsDay(year, month, day) ? CalendarReader.Stated(year, month, day) : null;
    }

    /// <summary>ISO order, day first with dots, and with slashes and hyphens where the order shows; else the American one, marked as taken for granted.</summary>
    private static TimePoint? ReadWhole(ReadOnlySpan<char> form)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        char mark = form[form.IndexOfAny('-', '/', '.')];
        int count = 0;
        foreach (var range in form.Split(mark))
        {
            var part = form[range];
            if (count == 3 || part.IsEmpty || part.Length > 4 || part.ContainsAnyExceptInRange('0', '9')) return null;
            int value = 0;
            foreach (char c in part) value = value * 10 + (c - '0');
            parts[count] = value;
            lengths[count++] = part.Length;
        }
        if (count != 3) return null;
        if (lengths[0] == 4 && parts[0] is >= YearReader.First and <= YearReader.Last) return CalendarReader.Stated(parts[0], parts[1], parts[2]);
        bool century = lengths is [1 or 2, 1 or 2, 2] && mark == '/';
        if (!century && (lengths[2] != 4 || parts[2] is < YearReader.First or > YearReader.Last)) return null;
        int year = century ? YearReader.InCentury(parts[2]) : parts[2];
        var (first, second) = (parts[0], parts[1]);
        bool dayFirst = mark == '.' || first > 12;
        var (month, day) = dayFirst ? (second, first) : (first, second);
        if (CalendarReader.Stated(year, month, day) is not { } date || century && !CalendarReader.IsDay(year, month, day)) return null;
        return date with { CenturyGuessed = century, OrderGuessed = mark != '.' && first <= 12 && second <= 12 && first != second };
    }

    /// <summary><c>22/Jan/2019</c>, <c>2019-Aug-01</c>: a day, a month's name and a year in whatever order.</summary>
    private static TimePoint? ReadMixed(TokenWindow window, int start, out int end)
    {
        const int Parts = 3;
        end = start + 1;
        int? year = null, month = null, day = null;
        int token = start;
        bool slash = window.Is(start + 1, "/");
        for (int part = 0; part < Parts; part++)
        {
            if (part > 0)
            {
                bool mark = slash ? window.Is(token, "/") && window.IsGlued(token) && window.IsGlued(token + 1) : window.IsJoint(token);
                if (!mark) return null;
                token++;
            }
            var form = window.Form(token);
            // The lexer has "2020/23" in one piece.
            if (part == 0 && form.IndexOf('/') is 4 and var bar && form.Length is 6 or 7)
            {
                if (!window.Is(token + 1, "/") || !int.TryParse(form[..bar], out int before) || !int.TryParse(form[(bar + 1)..], out int within)) return null;
                (year, day, slash, part) = (before, within, true, 1);
            }
            else if (YearReader.TryRead(window, token, out int stated) && year is null) year = stated;
            else if (CalendarReader.TryReadDay(window, token, out int number) && day is null) day = number;
            else if (DateWords.Months.TryGetValue(form, out int named) && month is null) month = named;
            else return null;
            token++;
        }
        if (year is not { } y || month is not { } m || day is not { } d || y is < YearReader.First or > YearReader.Last) return null;
        end = token;
        return CalendarReader.Stated(y, m, d);
    }

    /// <summary><c>2015-12</c>: a month where it can be no stretch of years and no season, and nothing is named by it.</summary>
    private static TimePoint? ReadYearMonth(TokenWindow window, int start, out int end)
    {
        end = start + 3;
        if (!window.IsJoint(start + 1) || window.IsJoint(end) || !YearReader.TryRead(window, start, out int year) || year < 1900) return null;
        if (!TryParseSmall(window.Form(start + 2), out int month) || month is < 1 or > 12 || month > year % 100 && window.Form(start + 2).Length == 2 && window.Form(start + 2)[0] != '0') return null;
        // "2008-9": two years.
        if (window.Form(start + 2).Length == 1 && month == year % 10 + 1) return null;
        if (window.Kind(start - 1) is SyntaxKind.Symbol || window.IsDash(start - 1) || window.IsNoun(start - 1) || window.IsNoun(end) || window.Upos(start - 1) is Upos.ADJ) return null;
        return new TimePoint { Year = year, Month = month };
    }

    /// <summary><c>Oct/2</c>, <c>Oct-2</c>.</summary>
    private static TimePoint? ReadJoined(TokenWindow window, int start, out int end)
    {
        end = start + 3;
        bool joined = window.IsJoint(start + 1) || window.Is(start + 1, "/") && window.IsGlued(start + 1) && window.IsGlued(start + 2);
        return joined && window.IsCapitalized(start) && DateWords.Months.TryGetValue(window.Form(start), out int month) && CalendarReader.TryReadDay(window, start + 2, out int day)
            && CalendarReader.IsDay(null, month, day) && !window.IsJoint(end) && !window.Is(end, "/") && !window.IsNoun(end) ? new TimePoint { Month = month, Day = day } : null;
    }

    /// <summary><c>Dec31</c>: a month and a day that were run together.</summary>
    private static TimePoint? ReadFused(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        var form = window.Form(start);
        int digits = form.IndexOfAnyInRange('0', '9');
        if (digits is not (3 or 4) || form.Length - digits is not (1 or 2) || !DateWords.Months.TryGetValue(form[..digits], out int month)
            || !TryParseSmall(form[digits..], out int day) || !CalendarReader.IsDay(null, month, day)) return null;
        int token = window.Is(end, ",") ? end + 1 : end;
        if (!YearReader.TryRead(window, token, out int year)) return new TimePoint { Month = month, Day = day };
        end = token + 1;
        return CalendarReader.Stated(year, month, day);
    }
}
