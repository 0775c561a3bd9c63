using Analysis.Language;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads dates by the calendar: <em>August 14, 2023</em>, <em>2022-08-16</em>, <em>March 2024</em>, <em>the 1990s</em>.</summary>
internal static class CalendarReader
{
    /// <summary>Reads the date that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token; never <em>the</em>.</param>
    /// <param name="end">Just past the date.</param>
    /// <returns>The date; null when there is none.</returns>
    public static TimePoint? Read(TokenWindow window, int start, out int end)
    {
        var date = ReadWithoutYear(window, start, out end);
        // "May last year", "5 June of next year", "March, this year"
        if (date is not { Year: null } || (date.Month ?? date.Quarter ?? date.Half) is null || date.Pointing is not Pointing.Bare) return date;
        int next = window.Is(end, "of", "in") ? end + 1 : end;
        if (Pointed(window, next) is not { } pointing || !window.Is(next + 1, "year") || window.Xpos(next + 2) is Xpos.POS) return date;
        end = next + 2;
        return date with { YearShift = pointing switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 } };
    }

    private static TimePoint? ReadWithoutYear(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (window.Kind(start) is SyntaxKind.Number) return ReadDigits(window, start, out end);
        if (NumberWords.Starts.Contains(window.Form(start)))
            return ReadSpelledDayFirst(window, start, out end) ?? (YearReader.TryReadWordsInContext(window, start, out int year, out end) ? new TimePoint { Year = year } : null);
        return DigitDateReader.Read(window, start, out end) ?? ReadMonthFirst(window, start, out end) ?? ReadNamedStretch(window, start, out end);
    }

    /// <summary>Reads a month's name; a full stop that the lexer left apart (<em>Aug . 14</em>) is skipped.</summary>
    public static bool TryReadMonth(TokenWindow window, int token, out int month, out int end)
    {
        month = 0;
        end = token + 1;
        var form = window.Form(token);
        if (form.StartsWith("mid-", StringComparison.OrdinalIgnoreCase)) form = form[4..];
        if (form.IsEmpty || !DateWords.Months.TryGetValue(form, out month)) return false;
        return char.IsUpper(form[0]) || IsSmallMonth(window, token, month);
    }

    /// <summary>Careless writers leave the capital out; then only what stands beside a number or another month is one, and of other words only what can be nothing else.</summary>
    private static bool IsSmallMonth(TokenWindow window, int token, int month)
    {
        var form = window.Form(token);
        const int March = 3, May = 5, August = 8;
        if (form.Length == 3 && month != May || form[^1] == '.') return TryReadDay(window, token - 1, out _) || TryReadDay(window, token + 1, out _);
        bool ranked = NumberWords.Ordinals.ContainsKey(window.Form(token + 1)) || TryReadDay(window, token + 1, out _) && char.IsAsciiLetter(window.Form(token + 1)[^1]);
        if (month is March or August)
            return ranked || window.Is(token + 1, "the") && NumberWords.Ordinals.ContainsKey(window.Form(token + 2)) || YearReader.TryRead(window, token + 1, out _);
        return ranked || window.Kind(token - 1) is SyntaxKind.Number || window.Kind(token + 1) is SyntaxKind.Number || window.Is(token - 1, "of")
            || window.Is(token + 1, "to", "and") && IsPlainMonth(window, token + 2) || window.Is(token - 1, "to", "and") && IsPlainMonth(window, token - 2)
            || window.Is(token + 1, "of") && window.Kind(token + 2) is SyntaxKind.Number || NumberWords.Tens.ContainsKey(window.Form(token + 1))
            || month != May && window.Is(token + 1, "the") && NumberWords.Ordinals.ContainsKey(window.Form(token + 2));
    }

    private static bool IsPlainMonth(TokenWindow window, int token) => window.Form(token).Length > 3 && DateWords.Months.ContainsKey(window.Form(token));

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

    private static TimePoint? ReadDigits(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (DigitDateReader.Read(window, start, out end) is { } digits) return digits;
        end = start + 1;
        if (ReadDecade(window, start, window.Form(start)) is { } decade) return decade;
        if (ReadRankedStretch(window, start, out end) is { } ranked) return ranked;
        end = start + 1;
        // "14 August 2023", "14th of August"
        if (TryReadDay(window, start, out int day) && !IsPartOfLarger(window, start))
        {
            int word = window.Is(start + 1, "of") ? start + 2 : window.IsJoint(start + 1) ? start + 2 : start + 1;
            if (TryReadMonth(window, word, out int month, out end) && IsMonthBehindDay(window, start, word))
            {
                int? year = ReadYearBehind(window, ref end);
                return Stated(year, month, day);
            }
        }
        end = start + 1;
        // "2017 April"
        if (YearReader.TryRead(window, start, out int before) && TryReadMonth(window, start + 1, out int named, out int namedEnd)
            && (window.IsCapitalized(start + 1) || window.Upos(start + 1) is not (Upos.AUX or Upos.VERB)))
        {
            end = namedEnd;
            if (TryReadDay(window, end, out int dayBehind))
            {
                end++;
                return Stated(before, named, dayBehind);
            }
            return new TimePoint { Year = before, Month = named };
        }
        // "2017 Q1", "2017-Q1"
        int code = window.IsJoint(start + 1) ? start + 2 : start + 1;
        if (before > 0 && ReadPartCode(window, code) is { } part)
        {
            end = code + 1;
            return part with { Year = before };
        }
        if (!YearReader.IsYearInContext(window, start)) return null;
        YearReader.TryRead(window, start, out int only);
        return new TimePoint { Year = only };
    }

    /// <summary>"5 May" is a date; in "the 5 March sisters" and "with 5 May could" the parser's number would say otherwise.</summary>
    private static bool IsMonthBehindDay(TokenWindow window, int start, int month) =>
        !(window.Is(month, "May") && window.Upos(month) is Upos.AUX) && !(window.Is(start + 1, "of") && window.IsIn(month, DateWords.AmbiguousMonths) && !window.Form(start).EndsWith("st")
            && !window.Form(start).EndsWith("nd") && !window.Form(start).EndsWith("rd") && !window.Form(start).EndsWith("th"));

    /// <summary>Whether the number is the tail of something longer: "1,5", "No. 5", "$5", "3-5".</summary>
    private static bool IsPartOfLarger(TokenWindow window, int start) =>
        window.Kind(start - 1) is SyntaxKind.Symbol || window.Is(start - 1, "No.") || window.IsGlued(start) && window.Is(start - 1, ".");

    private static TimePoint? ReadMonthFirst(TokenWindow window, int start, out int end)
    {
        if (!TryReadMonth(window, start, out int month, out end)) return null;
        int monthEnd = end;
        if (window.IsJoint(end))
        {
            // "Dec-2018", "Sep-23-2020"
            if (YearReader.TryRead(window, end + 1, out int joined) && !window.IsJoint(end + 2))
            {
                end += 2;
                return new TimePoint { Year = joined, Month = month };
            }
            if (TryReadDay(window, end + 1, out int joinedDay) && window.IsJoint(end + 2) && YearReader.TryRead(window, end + 3, out joined))
            {
                end += 4;
                return Stated(joined, month, joinedDay);
            }
        }
        int dayToken = window.Is(end, "the") ? end + 1 : end;
        if (TryReadDay(window, dayToken, out int day) && IsDayBehindMonth(window, start, dayToken))
        {
            end = dayToken + 1;
            int? year = ReadYearBehind(window, ref end);
            return Stated(year, month, day);
        }
        if (TryReadSpelledDay(window, dayToken, out day, out int spelledEnd))
        {
            end = spelledEnd;
            int? year = ReadYearBehind(window, ref end);
            return Stated(year, month, day);
        }
        // "March 2024", "March of 2024", "March, 2024"
        int yearToken = window.Is(end, "of", "in") || window.Is(end, ",") ? end + 1 : end;
        if (YearReader.TryReadBeside(window, yearToken, out int monthYear, out int yearEnd) && !window.IsJoint(yearEnd) && !UnitLexicon.IsUnitAt(window, yearEnd))
        {
            end = yearEnd;
            return new TimePoint { Year = monthYear, Month = month };
        }
        end = monthEnd;
        // "March of last year" needs no other word to be a month.
        bool yearBehind = window.IsCapitalized(start) && Pointed(window, window.Is(end, "of") ? end + 1 : end) is not null && window.Is(window.Is(end, "of") ? end + 2 : end + 1, "year");
        bool mid = window.Form(start).StartsWith("mid-", StringComparison.OrdinalIgnoreCase);
        return yearBehind || IsBareMonth(window, start) ? new TimePoint { Month = month, Edge = mid ? Edge.Mid : Edge.Whole } : null;
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

    /// <summary><em>Fourteenth of August</em>, <em>the third of May</em>, <em>twenty-five January 1986</em>.</summary>
    private static TimePoint? ReadSpelledDayFirst(TokenWindow window, int start, out int end)
    {
        if (TryReadSpelledDay(window, start, out int day, out int dayEnd))
        {
            if (window.Is(dayEnd, "of") && TryReadMonth(window, dayEnd + 1, out int month, out end)) return Stated(ReadYearBehind(window, ref end), month, day);
        }
        else if (window.Kind(start) is SyntaxKind.Word && NumberParser.TryRead(window, start, false, true, out var number) && number is { Form: NumberForm.Cardinal, Value: >= 1m and <= 31m }
            && TryReadMonth(window, number.End, out int month, out end) && window.IsCapitalized(number.End))
        {
            // "Two March sisters": by itself only a month that is no other word.
            int? year = ReadYearBehind(window, ref end);
            if (year is not null || !window.IsIn(number.End, DateWords.AmbiguousMonths) && !window.IsNoun(end)) return Stated(year, month, (int)number.Value);
        }
        return ReadRankedStretch(window, start, out end);
    }

    /// <summary>Reads a day of the month in words: <em>twenty-fourth</em>, <em>twenty fourth</em>.</summary>
    public static bool TryReadSpelledDay(TokenWindow window, int start, out int day, out int end)
    {
        day = 0;
        end = start;
        if (window.Kind(start) is not SyntaxKind.Word || !NumberParser.TryRead(window, start, false, true, out var number)
            || number.Value is < 1 or > 31) return false;
        // "Twenty fourth" without its hyphen
        if (number is { Form: NumberForm.Cardinal, Value: 20 or 30 } && NumberWords.Ordinals.TryGetValue(window.Form(number.End), out int ones) && ones < 10
            && number.Value + ones <= 31)
        {
            (day, end) = ((int)number.Value + ones, number.End + 1);
            return true;
        }
        if (number.Form is not NumberForm.Ordinal) return false;
        day = (int)number.Value;
        end = number.End;
        return true;
    }

    /// <summary><em>19th century</em>, <em>third quarter of 2023</em>, <em>first half of last year</em>.</summary>
    private static TimePoint? ReadRankedStretch(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (window.Kind(start) is SyntaxKind.Number && char.IsAsciiDigit(window.Form(start)[^1])) return null;
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
        if (YearReader.TryRead(window, next, out int year))
        {
            end = next + 1;
            return quarter ? new TimePoint { Year = year, Quarter = rank } : new TimePoint { Year = year, Half = rank };
        }
        if ((Pointed(window, next) ?? (window.Is(next, "the") ? Pointing.This : null)) is { } pointing && window.Is(next + 1, "year"))
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
        if (DateWords.Decades.TryGetValue(window.Form(start), out int decade) && (IsDecadeContext(window, start) || window.Is(start - 1, "in") && IsDecadeContext(window, start, "in"))) return new TimePoint { OpenDecade = decade };
        // "The year 2000"
        if (window.Is(start, "year") && YearReader.TryRead(window, start + 1, out int named) && !window.IsJoint(start + 2))
        {
            end = start + 2;
            return new TimePoint { Year = named };
        }
        if (ReadWeek(window, start, out end) is { } week) return week;
        end = start + 1;
        // "Fiscal 2016", "fiscal year 2016"
        if (window.Is(start, "fiscal", "financial"))
        {
            int of = window.Is(start + 1, "year") ? start + 2 : start + 1;
            if (!YearReader.TryRead(window, of, out int fiscal)) return null;
            end = of + 1;
            return new TimePoint { Year = fiscal, Fiscal = true };
        }
        if (DateWords.Seasons.TryGetValue(window.Form(start), out var season) && YearReader.TryReadBeside(window, next, out int year, out int yearEnd))
        {
            end = yearEnd;
            return new TimePoint { Season = season, Year = year };
        }
        // "Summer of last year"
        if (DateWords.Seasons.TryGetValue(window.Form(start), out season) && Pointed(window, next) is { } inYear && window.Is(next + 1, "year"))
        {
            end = next + 2;
            return new TimePoint { Season = season, YearShift = inYear switch { Pointing.Last => -1, Pointing.Next => 1, _ => 0 } };
        }
        // "FY18", "FY2018"
        if (window.Form(start) is ['F', 'Y', .. { Length: 2 or 4 } fiscalDigits] && int.TryParse(fiscalDigits, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int fiscalYear)
            && (fiscalDigits.Length == 2 || fiscalYear is >= YearReader.First and <= YearReader.Last))
            return new TimePoint { Year = fiscalDigits.Length == 2 ? YearReader.InCentury(fiscalYear) : fiscalYear, Fiscal = true };
        if (ReadPartCode(window, start) is { } part)
        {
            if (YearReader.TryRead(window, next, out year))
            {
                end = next + 1;
                return part with { Year = year };
            }
            if (Pointed(window, next) is not null && window.Is(next + 1, "year"))
            {
                end = start + 1;
                return part;
            }
        }
        // "The mid-1990s"; "the mid-40s" are as often years of age or percent.
        const int LongestShort = 8;
        if (window.Form(start).StartsWith("mid-", StringComparison.OrdinalIgnoreCase) && window.Form(start).Length > LongestShort
            && ReadDecade(window, start, window.Form(start)[4..]) is { } mid) return mid with { Edge = Edge.Mid };
        if (window.Form(start).StartsWith("mid-", StringComparison.OrdinalIgnoreCase) && window.Form(start)[4..] is { Length: 4 } digits
            && !digits.ContainsAnyExceptInRange('0', '9') && digits[0] is '1' or '2')
        {
            return new TimePoint { Year = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + digits[3] - '0', Edge = Edge.Mid };
        }
        return null;
    }

    /// <summary><em>Week 31</em>, <em>week 3 of 2019</em>. With a capital it is one of a season, and of anything but a year it is counted from elsewhere.</summary>
    private static TimePoint? ReadWeek(TokenWindow window, int start, out int end)
    {
        const decimal Weeks = 53m;
        end = start + 2;
        if (!window.Is(start, "week") || window.IsCapitalized(start) || window.Kind(start + 1) is not SyntaxKind.Number
            || !NumberParser.TryParseDigits(window.Form(start + 1), out decimal number) || number is < 1m or > Weeks || number != decimal.Truncate(number)
            || window.IsJoint(end) || window.HasSuffix(start + 1)) return null;
        int token = window.Is(end, "of", "in") || window.Is(end, ",") ? end + 1 : end;
        if (YearReader.TryRead(window, token, out int year))
        {
            end = token + 1;
            return new TimePoint { Year = year, WeekNumber = (int)number };
        }
        return window.Is(end, "of", "in") || window.IsNoun(end) || !window.Is(start - 1, "the") && start > window.First ? null : new TimePoint { WeekNumber = (int)number };
    }

    /// <summary><em>In winter, over the summer, by autumn</em>: the season of no year. <em>Fall</em> and <em>spring</em> are also other words.</summary>
    public static TimePoint? ReadSeason(TokenWindow window, int start, out int end)
    {
        end = start + 1;
        if (!DateWords.Seasons.TryGetValue(window.Form(start), out var season) || window.Upos(start) is not Upos.NOUN and not Upos.PROPN) return null;
        int before = window.Is(start - 1, "the") ? start - 2 : start - 1;
        bool led = window.Is(before, "in", "during") || window.Is(before, "over", "by") || window.Is(before, "until", "since") || window.Is(before, "through", "throughout");
        bool first = start == window.First && window.Is(end, ",");
        if (!led && !first || first && season is Season.Spring) return null;
        // "In summer camp", "by winter's end", "in the winter of the year"
        return window.IsNoun(end) || window.Upos(end) is Upos.ADJ || window.Xpos(end) is Xpos.POS || window.IsJoint(end) || window.Is(end, "of") ? null : new TimePoint { Season = season };
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

    /// <summary><em>1990s, 1960's, '80s, the nineties</em>. Of two digits the latest decade that has begun is meant, which the resolver knows.</summary>
    private static TimePoint? ReadDecade(TokenWindow window, int start, ReadOnlySpan<char> form)
    {
        if (form is [.., '\'' or '\u2019', 's']) form = form[..^2];
        else if (form is [.., 's']) form = form[..^1];
        else return null;
        bool marked = form is ['\'' or '\u2019', ..];
        if (marked) form = form[1..];
        if (form is [>= '0' and <= '9' and var tens, '0'])
        {
            marked |= window.Is(start - 1, "'", "’") || window.Is(start - 1, "‘");
            // "In her 40s" is an age, "highs in the 80s" a temperature.
            if (!marked && (tens < '2' || !IsDecadeContext(window, start))) return null;
            return new TimePoint { OpenDecade = (tens - '0') * 10 };
        }
        if (form is not [>= '1' and <= '2', >= '0' and <= '9' and var hundreds, >= '0' and <= '9' and var ten, '0']) return null;
        int year = (form[0] - '0') * 1000 + (hundreds - '0') * 100 + (ten - '0') * 10;
        if (year > YearReader.Last) return null;
        // "The 1800s" is the century as well as its first ten years: not told apart, so left out.
        return year % 100 == 0 ? null : new TimePoint { Decade = year };
    }

    /// <summary>Whether two digits or a word in the plural are a decade: behind <em>the</em>, and nothing speaks of heat or age.</summary>
    private static bool IsDecadeContext(TokenWindow window, int token, string leader = "the")
    {
        int before = token - 1;
        if (window.Is(before, "early", "late") || window.Is(before, "mid")) before--;
        if (window.IsDash(before)) before--;
        if (!window.Is(before, leader)) return false;
        for (int i = window.First; i < window.End; i++)
            if (window.Is(i, "temperatures", "degrees") || window.Is(i, "highs", "lows") || window.Is(i, "temperature", "score")) return false;
        return !window.Is(token + 1, "percent", "%");
    }

    /// <summary>The year behind a day: <c>, 2023</c>, <c>2023</c>, <c>of 2023</c>.</summary>
    private static int? ReadYearBehind(TokenWindow window, ref int end)
    {
        int token = window.Is(end, ",") || window.Is(end, "of") || window.Is(end, "in") ? end + 1 : end;
        if (!YearReader.TryReadBeside(window, token, out int year, out int yearEnd)) return null;
        // "On May 5, 2000 people": the plural behind says that it is a count.
        if (window.Xpos(yearEnd) is Xpos.NNS || window.IsJoint(yearEnd) && !DateWords.Months.ContainsKey(window.Form(yearEnd + 1)) || UnitLexicon.IsUnitAt(window, yearEnd)) return null;
        end = yearEnd;
        return year;
    }

    /// <summary>
    /// The day as stated. Of days that the calendar lacks, such as 31 February, one is kept as it is written, and has no place in time; what no
    /// month has is none.
    /// </summary>
    public static TimePoint? Stated(int? year, int month, int day) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31 ? new TimePoint { Year = year, Month = month, Day = day } : null;

    /// <summary>Whether the calendar has such a day. Without a year, 29 February is one.</summary>
    public static bool IsDay(int? year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= NodaTime.CalendarSystem.Iso.GetDaysInMonth(year ?? 2000, month);
}
