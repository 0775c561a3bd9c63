using Analysis.Language;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Reads years: <c>2016</c>, <c>'87</c>, <em>nineteen ninety-six</em>, <em>two thousand and fifteen</em>.</summary>
internal static class YearReader
{
    /// <summary>First year that is read.</summary>
    public const int First = 1000;

    /// <summary>Last year that is read.</summary>
    public const int Last = 2100;

    /// <summary>Two digits from here on are a year of the last century, as a clock of computers has them.</summary>
    private const int FirstOfLastCentury = 40;

    /// <summary>Reads a year of four digits.</summary>
    public static bool TryRead(TokenWindow window, int token, out int year)
    {
        year = 0;
        var form = window.Form(token);
        if (form.Length != 4 || form.ContainsAnyExceptInRange('0', '9')) return false;
        foreach (char c in form) year = year * 10 + (c - '0');
        return year is >= First and <= Last;
    }

    /// <summary>Reads a year beside a month or day, where two digits with a mark, or words, are one as well.</summary>
    public static bool TryReadBeside(TokenWindow window, int token, out int year, out int end)
    {
        end = token + 1;
        if (TryRead(window, token, out year)) return true;
        if (TryReadMarked(window, token, out year, out end)) return true;
        // "15 April of 87"
        if (window.Is(token - 1, "of") && window.Form(token) is [>= '1' and <= '9' and var tens, >= '0' and <= '9' and var ones] && !window.IsNoun(token + 1))
        {
            end = token + 1;
            year = InCentury((tens - '0') * 10 + ones - '0');
            return true;
        }
        return TryReadWords(window, token, out year, out end);
    }

    /// <summary>The year that two digits mean.</summary>
    public static int InCentury(int digits) => digits >= FirstOfLastCentury ? 1900 + digits : 2000 + digits;

    /// <summary>Reads a year in words.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="token">The first word.</param>
    /// <param name="year">The year.</param>
    /// <param name="end">Just past it.</param>
    public static bool TryReadWords(TokenWindow window, int token, out int year, out int end)
    {
        year = 0;
        end = token;
        if (window.Kind(token) is not SyntaxKind.Word) return false;
        const int FirstHundreds = 13, LastHundreds = 20;
        int hundreds = NumberWords.Units.TryGetValue(window.Form(token), out int teens) && teens >= FirstHundreds ? teens : window.Is(token, "twenty") ? LastHundreds : 0;
        int next = window.IsJoint(token + 1) ? token + 2 : token + 1;
        if (hundreds > 0 && TryReadTail(window, next, out int tail, out end)) year = hundreds * 100 + tail;
        else if (NumberParser.TryRead(window, token, money: false, stopAtAnd: false, out var number) && number is { Form: NumberForm.Cardinal, Value: >= FirstHundreds * 100 and <= Last, InDigits: false }
            && number.Value == decimal.Truncate(number.Value))
            (year, end) = ((int)number.Value, number.End);
        // "Two thousand and twenty votes"
        return year is >= First and <= Last && window.Xpos(end) is not (Xpos.NNS or Xpos.NN) && !UnitLexicon.IsUnitAt(window, end) && !window.IsJoint(end);
    }

    /// <summary>What is said behind the hundreds: <em>ninety-six, seventeen, oh five, hundred</em>.</summary>
    private static bool TryReadTail(TokenWindow window, int token, out int tail, out int end)
    {
        end = token + 1;
        if (window.Is(token, "oh", "o") && NumberWords.Units.TryGetValue(window.Form(token + 1), out tail) && tail is > 0 and < 10)
        {
            end = token + 2;
            return true;
        }
        if (NumberWords.Units.TryGetValue(window.Form(token), out tail)) return tail >= 10;
        if (!NumberWords.Tens.TryGetValue(window.Form(token), out tail)) return false;
        int next = window.IsJoint(end) ? end + 1 : end;
        if (!NumberWords.Units.TryGetValue(window.Form(next), out int ones) || ones is < 1 or > 9) return true;
        tail += ones;
        end = next + 1;
        return true;
    }

    /// <summary><c>'87</c>.</summary>
    private static bool TryReadMarked(TokenWindow window, int token, out int year, out int end)
    {
        year = 0;
        var form = window.Form(token);
        end = token + 1;
        if (form is ['\'' or '\u2018' or '\u2019'] && window.IsGlued(end))
        {
            form = window.Form(end);
            end++;
        }
        else if (form is ['\'' or '\u2018' or '\u2019', ..]) form = form[1..];
        else return false;
        if (form is not [>= '0' and <= '9' and var tens, >= '0' and <= '9' and var ones]) return false;
        year = InCentury((tens - '0') * 10 + ones - '0');
        return true;
    }

    /// <summary>Whether a year in words stands by itself: behind a preposition of time.</summary>
    public static bool TryReadWordsInContext(TokenWindow window, int token, out int year, out int end)
    {
        end = token + 1;
        year = 0;
        return (window.Is(token - 1, "in", "since") || window.Is(token - 1, "by", "until") || window.Is(token - 1, "from", "before") || window.Is(token - 1, "during", "year")
            || window.Is(token - 1, "to", "after")) && TryReadWords(window, token, out year, out end);
    }

    /// <summary>Whether a bare number of four digits at the token is used as a year.</summary>
    public static bool IsYearInContext(TokenWindow window, int token)
    {
        if (!TryRead(window, token, out int year)) return false;
        // Part of a name, an amount, a measure: "Army-2023", "$2000", "2000 metres".
        if (window.IsDash(token - 1) || window.Kind(token - 1) is SyntaxKind.Symbol
            || window.IsGlued(token) && window.Kind(token - 1) is SyntaxKind.Word) return false;
        if (window.Kind(token + 1) is SyntaxKind.Symbol || window.IsJoint(token + 1) || window.Is(token + 1, "percent")
            || window.HasSuffix(token)) return false;
        if (UnitLexicon.IsUnitAt(window, token + 1) || NumberWords.Scales.ContainsKey(window.Form(token + 1))) return false;
        bool round = year % 100 == 0;
        bool modern = year is >= 1900 and <= Last;
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
        if (window.Is(token - 1, ",") && window.IsIn(token - 3, DateWords.Prepositions) && TryRead(window, token - 2, out _)) return !countsNext;
        if (!window.IsIn(token - 1, DateWords.Prepositions)) return false;
        if (countsNext) return false;
        // Some of these words also stand before plain numbers: only modern years then.
        if (window.Is(token - 1, "to") && window.Is(token - 2, "back")) return true;
        if (window.Is(token - 1, "about", "around") || window.Is(token - 1, "for", "to") || window.Is(token - 1, "than", "or")
            || window.Is(token - 1, "of"))
            return modern && !window.IsNoun(token + 1);
        if (window.Is(token - 1, "and")) return modern && TryRead(window, token - 2, out _);
        if (window.Is(token - 1, "back")) return false;
        return modern || !window.IsNoun(token + 1);
    }
}
