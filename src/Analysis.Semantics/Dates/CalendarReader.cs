using Analysis.Language;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads dates by the calendar: <em>August 14, 2023</em>, <em>2022-08-16</em>, <em>March 2024</em>, <em>the 1990s</em>.</summary>
internal static class CalendarReader
{
    private const int FirstYear = 1000;
    private const int LastYear = 2100;

    /// <summary>Reads the date that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token; never <em>the</em>.</param>
    /// <param name="end">Just past the date.</param>
    /// <returns>The date; null when there is none.</returns>
    public static TimePoint? Read(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        return window.Kind(start) is SyntaxKind.Number
            ? ReadDigits(window, start, out end)
            : ReadMonthFirst(window, start, out end) ?? ReadOrdinalDay(window, start, out end) ?? ReadNamedStretch(window, start, out end);
    }

    /// <summary>Reads a month's name; a full stop that the lexer left apart (<em>Aug . 14</em>) is skipped.</summary>
    public static bool TryReadMonth(TokenWindow window, int token, out int month, out int end)
    {
        month = 0;
        end = token + 1;
        var form = window.Form(token);
        if (form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase)) form = form[4..];
        if (form.IsEmpty || !DateWords.Months.TryGetValue(form, out month)) return false;
        // Careless writers leave the capital out; then only full names that are no other words count, and only beside a number.
        return char.IsUpper(form[0]) || form.Length > 3 && form[^1] != '.' && month is not (3 or 8)
            && (window.Kind(token - 1) is SyntaxKind.Number || window.Kind(token + 1) is SyntaxKind.Number || window.Is(token - 1, "of"));
    }

    /// <summary>Reads a day of the month in digits, with or without its ending.</summary>
    public static bool TryReadDay(TokenWindow window, int token, out int day)
    {
        day = 0;
        var form = window.Form(token);
        if (window.Kind(token) is not SyntaxKind.Number) return false;
        if (form.Length > 2 && form[^2..] is "st" or "nd" or "rd" or "th") form = form[..^2];
        foreach (char c in form)
        {
            if (!char.IsAsciiDigit(c)) return false;
            day = day * 10 + (c - '0');
            if (day > 31) return false;
        }
        return day > 0;
    }

    /// <summary>Reads a year of four digits.</summary>
    public static bool TryReadYear(TokenWindow window, int token, out int year)
    {
        year = 0;
        var form = window.Form(token);
        if (form.Length != 4 || form.ContainsAnyExceptInRange('0', '9')) return false;
        foreach (char c in form) year = year * 10 + (c - '0');
        return year is >= FirstYear and <= LastYear;
    }

    /// <summary>Whether a bare number of four digits at the token is used as a year.</summary>
    public static bool IsYearInContext(TokenWindow window, int token)
    {
        if (!TryReadYear(window, token, out int year)) return false;
        // Part of a name, an amount, a measure: "Army-2023", "$2000", "2000 metres".
        if (window.IsDash(token - 1) || window.Kind(token - 1) is SyntaxKind.Symbol
            || window.IsGlued(token) && window.Kind(token - 1) is SyntaxKind.Word) return false;
        if (window.Kind(token + 1) is SyntaxKind.Symbol || window.IsJoint(token + 1) || window.Is(token + 1, "percent")
            || window.HasSuffix(token)) return false;
        if (UnitLexicon.IsUnitAt(window, token + 1) || NumberWords.Scales.ContainsKey(window.Form(token + 1))) return false;
        bool round = year % 100 == 0;
        bool modern = year is >= 1900 and <= LastYear;
        bool countsNext = window.Kind(token + 1) is not SyntaxKind.Number
            && (window.Xpos(token + 1) is Xpos.NNS || window.Upos(token + 1) is Upos.ADJ && window.Xpos(token + 2) is Xpos.NNS
            || window.Text.Words[token] is { Relation: DependencyRelation.Nummod } && window.Text.Head(token) is var head && head > token
                && window.Xpos(head) is Xpos.NNS);
        if (window.Is(token - 1, "the") || window.Is(token - 1, "its", "their") || window.Is(token - 1, "his", "her") || window.Is(token - 1, "this")
            || window.Xpos(token - 1) is Xpos.POS)
        {
            return modern && (!round || !countsNext) && (window.IsNoun(token + 1) || window.Upos(token + 1) is Upos.ADJ);
        }
        if (window.Is(token - 1, "(") && window.Is(token + 1, ")")) return modern && !round;
        if (window.Is(token - 1, ",") && window.IsIn(token - 3, DateWords.Prepositions) && TryReadYear(window, token - 2, out _)) return !countsNext;
        if (!window.IsIn(token - 1, DateWords.Prepositions)) return false;
        if (countsNext) return false;
        // Some of these words also stand before plain numbers: only modern years then.
        if (window.Is(token - 1, "about", "around") || window.Is(token - 1, "for", "to") || window.Is(token - 1, "than", "or")
            || window.Is(token - 1, "of"))
            return modern && !window.IsNoun(token + 1);
        if (window.Is(token - 1, "and")) return modern && TryReadYear(window, token - 2, out _);
        if (window.Is(token - 1, "back")) return false;
        return modern || !window.IsNoun(token + 1);
    }

    private static TimePoint? ReadDigits(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        var form = window.Form(start);
        if (form.IndexOfAny('-', '/', '.') > 0 && ReadNumeric(form) is { } numeric) return numeric;
        if (ReadDecade(window, start, out end) is { } decade) return decade;
        if (ReadRankedStretch(window, start, out end) is { } ranked) return ranked;
        end = start + 1;
        // "14 August 2023", "14th of August"
        if (TryReadDay(window, start, out int day) && !IsPartOfLarger(window, start))
        {
            int word = window.Is(start + 1, "of") ? start + 2 : window.IsJoint(start + 1) ? start + 2 : start + 1;
            if (TryReadMonth(window, word, out int month, out end) && IsMonthBehindDay(window, start, word))
            {
                int? year = ReadYearBehind(window, ref end);
                return Checked(year, month, day);
            }
        }
        end = start + 1;
        // "2017 April"
        if (TryReadYear(window, start, out int before) && TryReadMonth(window, start + 1, out int named, out int namedEnd))
        {
            end = namedEnd;
            if (TryReadDay(window, end, out int dayBehind))
            {
                end++;
                return Checked(before, named, dayBehind);
            }
            return new TimePoint { Year = before, Month = named };
        }
        // "2017 Q1"
        if (before > 0 && ReadPartCode(window, start + 1) is { } part)
        {
            end = start + 2;
            return part with { Year = before };
        }
        if (!IsYearInContext(window, start)) return null;
        TryReadYear(window, start, out int only);
        return new TimePoint { Year = only };
    }

    /// <summary>"5 May" is a date; in "the 5 March sisters" and "with 5 May could" the parser's number would say otherwise.</summary>
    private static bool IsMonthBehindDay(TokenWindow window, int start, int month) =>
        !(window.Is(month, "May") && window.Upos(month) is Upos.AUX) && !(window.Is(start + 1, "of") && !window.Form(start).EndsWith("st")
            && !window.Form(start).EndsWith("nd") && !window.Form(start).EndsWith("rd") && !window.Form(start).EndsWith("th"));

    /// <summary>Whether the number is the tail of something longer: "1,5", "No. 5", "$5", "3-5".</summary>
    private static bool IsPartOfLarger(TokenWindow window, int start) =>
        window.Kind(start - 1) is SyntaxKind.Symbol || window.Is(start - 1, "No.") || window.IsGlued(start) && window.Is(start - 1, ".");

    private static TimePoint? ReadMonthFirst(TokenWindow window, int start, out int end)
    {
        if (!TryReadMonth(window, start, out int month, out end)) return null;
        int monthEnd = end;
        int dayToken = window.Is(end, "the") ? end + 1 : end;
        if (TryReadDay(window, dayToken, out int day) && IsDayBehindMonth(window, start, dayToken))
        {
            end = dayToken + 1;
            int? year = ReadYearBehind(window, ref end);
            return Checked(year, month, day);
        }
        if (TryReadSpelledDay(window, dayToken, out day, out int spelledEnd))
        {
            end = spelledEnd;
            int? year = ReadYearBehind(window, ref end);
            return Checked(year, month, day);
        }
        // "March 2024", "March of 2024", "March, 2024"
        int yearToken = window.Is(end, "of", "in") || window.Is(end, ",") ? end + 1 : end;
        if (TryReadYear(window, yearToken, out int monthYear) && !window.IsJoint(yearToken + 1) && !UnitLexicon.IsUnitAt(window, yearToken + 1))
        {
            end = yearToken + 1;
            return new TimePoint { Year = monthYear, Month = month };
        }
        end = monthEnd;
        return IsBareMonth(window, start) ? new TimePoint { Month = month } : null;
    }

    private static bool IsDayBehindMonth(TokenWindow window, int month, int day)
    {
        // "March 5 miles", "April 20 percent", "May 5,000".
        int next = day + 1;
        if (UnitLexicon.IsUnitAt(window, next) || NumberWords.Scales.ContainsKey(window.Form(next)) || window.Is(next, "%")) return false;
        if (window.HasSuffix(day)) return false;
        // "In May 20 people": the number counts the plural behind it.
        return !(window.Xpos(next) is Xpos.NNS && window.Text.Words[day].Relation is DependencyRelation.Nummod && window.Text.Head(day) == next)
            && (!window.Is(month, "May") || !window.Is(month - 1, ",") || window.Upos(month) is not Upos.AUX);
    }

    /// <summary>A month by itself: any capitalised one behind a preposition or <em>the</em>; the unmistakable ones anywhere but inside a name.</summary>
    private static bool IsBareMonth(TokenWindow window, int token)
    {
        bool clear = !window.IsIn(token, DateWords.AmbiguousMonths);
        if (!window.IsCapitalized(token) && !window.Form(token).StartsWith("mid-", StringComparison.OrdinalIgnoreCase)) return false;
        bool nameBehind = window.IsCapitalized(token + 1) && window.Upos(token + 1) is Upos.PROPN && !window.IsIn(token + 1, DateWords.Zones);
        bool nameBefore = window.IsCapitalized(token - 1) && window.Upos(token - 1) is Upos.PROPN && token - 1 > window.First;
        if (window.Form(token).StartsWith("mid-", StringComparison.OrdinalIgnoreCase)) return true;
        // "31 February" is no day, and so no month either.
        if (window.Upos(token) is Upos.VERB or Upos.AUX || TryReadDay(window, token - 1, out _)) return false;
        if (window.IsIn(token - 1, DateWords.Prepositions))
        {
            // "April Jones", "March for Life": a name behind the month takes it over, but not "in January Putin said".
            if (!clear && nameBehind && !window.Is(token - 1, "in") && !window.Is(token - 1, "since")) return false;
            if (window.Is(token - 1, "and", "or")) return DateWords.Months.ContainsKey(window.Form(token - 2));
            return clear || !(window.Is(token - 1, "for", "to") || window.Is(token - 1, "than", "about")
                || window.Is(token - 1, "of", "by") || window.Is(token - 1, "after"))
                || window.Is(token, "April") || window.Is(token, "June") || window.Is(token, "August");
        }
        if (window.Is(token - 1, "the") || window.Xpos(token - 1) is Xpos.POS) return window.Upos(token + 1) is Upos.NOUN && !window.Is(token, "May");
        if (window.Is(token + 1, "and", "or") && DateWords.Months.ContainsKey(window.Form(token + 2))) return true;
        return clear && !nameBehind && !nameBefore;
    }

    /// <summary><em>Fourteenth of August</em>, <em>the third of May</em>.</summary>
    private static TimePoint? ReadOrdinalDay(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (!TryReadSpelledDay(window, start, out int day, out int dayEnd)) return ReadRankedStretch(window, start, out end);
        if (window.Is(dayEnd, "of") && TryReadMonth(window, dayEnd + 1, out int month, out int monthEnd))
        {
            end = monthEnd;
            int? year = ReadYearBehind(window, ref end);
            return Checked(year, month, day);
        }
        return ReadRankedStretch(window, start, out end);
    }

    private static bool TryReadSpelledDay(TokenWindow window, int start, out int day, out int end)
    {
        day = 0;
        end = start;
        if (window.Kind(start) is not SyntaxKind.Word || !NumberParser.TryRead(window, start, false, true, out var number)
            || number.Form is not NumberForm.Ordinal || number.Value is < 1 or > 31) return false;
        day = (int)number.Value;
        end = number.End;
        return true;
    }

    /// <summary><em>19th century</em>, <em>third quarter of 2023</em>, <em>first half of last year</em>.</summary>
    private static TimePoint? ReadRankedStretch(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (!NumberParser.TryRead(window, start, false, true, out var number) || number.Form is not NumberForm.Ordinal) return null;
        int rank = (int)Math.Min(number.Value, 100m);
        int word = window.IsJoint(number.End) ? number.End + 1 : number.End;
        if (window.Is(word, "century") && rank is >= 1 and <= 21)
        {
            end = word + 1;
            return new TimePoint { Century = rank };
        }
        bool quarter = window.Is(word, "quarter") && rank is >= 1 and <= 4;
        bool half = window.Is(word, "half") && rank is 1 or 2 && window.Is(word, "half");
        if (!quarter && !half) return null;
        int next = word + 1;
        if (window.Is(next, "of", "in")) next++;
        if (window.Is(next, "fiscal", "financial")) next++;
        if (TryReadYear(window, next, out int year))
        {
            end = next + 1;
            return quarter ? new TimePoint { Year = year, Quarter = rank } : new TimePoint { Year = year, Half = rank };
        }
        if (Pointed(window, next) is { } pointing && window.Is(next + 1, "year"))
        {
            end = next + 2;
            return quarter ? new TimePoint { Pointing = pointing, Quarter = rank } : new TimePoint { Pointing = pointing, Half = rank };
        }
        return null;
    }

    /// <summary><em>Summer 2023</em>, <em>summer of 2023</em>, <em>Q3 2023</em>, <em>year 2020</em>.</summary>
    private static TimePoint? ReadNamedStretch(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        int next = window.Is(end, "of") ? end + 1 : end;
        if (DateWords.Seasons.TryGetValue(window.Form(start), out var season) && TryReadYear(window, next, out int year))
        {
            end = next + 1;
            return new TimePoint { Season = season, Year = year };
        }
        if (ReadPartCode(window, start) is { } part && TryReadYear(window, next, out year))
        {
            end = next + 1;
            return part with { Year = year };
        }
        if (window.Form(start).StartsWith("mid-", StringComparison.OrdinalIgnoreCase) && window.Form(start)[4..] is { Length: 4 } digits
            && !digits.ContainsAnyExceptInRange('0', '9') && digits[0] is '1' or '2')
        {
            return new TimePoint { Year = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + digits[3] - '0' };
        }
        return null;
    }

    /// <summary><c>Q3</c>, <c>H1</c>.</summary>
    private static TimePoint? ReadPartCode(TokenWindow window, int token) => window.Form(token) switch
    {
        ['Q' or 'q', >= '1' and <= '4' and var quarter] => new TimePoint { Quarter = quarter - '0' },
        ['H' or 'h', >= '1' and <= '2' and var half] => new TimePoint { Half = half - '0' },
        _ => null,
    };

    /// <summary>Where <em>last</em>, <em>this</em> and their kin point; null for other words.</summary>
    public static Pointing? Pointed(TokenWindow window, int token) =>
        window.Is(token, "last", "past") || window.Is(token, "previous") ? Pointing.Last
        : window.Is(token, "this") || window.Is(token, "current") ? Pointing.This
        : window.Is(token, "next") || window.Is(token, "coming", "upcoming") ? Pointing.Next
        : null;

    private static TimePoint? ReadDecade(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (window.Form(start) is not [>= '1' and <= '2', var hundreds, var tens, '0', 's'] || !char.IsAsciiDigit(hundreds)
            || !char.IsAsciiDigit(tens)) return null;
        int year = (window.Form(start)[0] - '0') * 1000 + (hundreds - '0') * 100 + (tens - '0') * 10;
        if (year > LastYear) return null;
        // "The 1800s" is the century as well as its first ten years: not told apart, so left out.
        return year % 100 == 0 ? null : new TimePoint { Decade = year };
    }

    /// <summary>The year behind a day: <c>, 2023</c>, <c>2023</c>, <c>of 2023</c>.</summary>
    private static int? ReadYearBehind(TokenWindow window, ref int end)
    {
        int token = window.Is(end, ",") || window.Is(end, "of") || window.Is(end, "in") ? end + 1 : end;
        if (!TryReadYear(window, token, out int year)) return null;
        // "On May 5, 2000 people": the plural behind says that it is a count.
        if (window.Xpos(token + 1) is Xpos.NNS || window.IsJoint(token + 1) || UnitLexicon.IsUnitAt(window, token + 1)) return null;
        end = token + 1;
        return year;
    }

    /// <summary>Dates of digits and signs: ISO order, day first with dots, and with slashes where the order shows.</summary>
    private static TimePoint? ReadNumeric(ReadOnlySpan<char> form)
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
        if (lengths[0] == 4 && parts[0] is >= FirstYear and <= LastYear) return Checked(parts[0], parts[1], parts[2]);
        if (lengths[2] != 4 || parts[2] is < FirstYear or > LastYear) return null;
        if (mark == '.') return Checked(parts[2], parts[1], parts[0]);
        // 03/04/2022 is March in one country and April in another.
        if (parts[0] > 12) return Checked(parts[2], parts[1], parts[0]);
        return parts[1] > 12 || parts[0] == parts[1] ? Checked(parts[2], parts[0], parts[1]) : null;
    }

    /// <summary>The day, or null when the calendar has none such: 31 February. Without a year, 29 February is one.</summary>
    private static TimePoint? Checked(int? year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= NodaTime.CalendarSystem.Iso.GetDaysInMonth(year ?? 2000, month)
            ? new TimePoint { Year = year, Month = month, Day = day }
            : null;
}
