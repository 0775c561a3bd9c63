using System.Globalization;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>What a number's words make it.</summary>
internal enum NumberForm
{
    /// <summary><em>Three, 1.5 million.</em></summary>
    Cardinal,

    /// <summary><em>Third, 21st.</em></summary>
    Ordinal,

    /// <summary><em>Two thirds, ½.</em></summary>
    Fraction,
}

/// <summary>A number in words or digits.</summary>
/// <param name="First">First token.</param>
/// <param name="End">Just past the last token.</param>
/// <param name="Value">The value without trailing zeros; a fraction is rounded to four places.</param>
/// <param name="Form">What the words make it.</param>
/// <param name="Scale">The factor that its last word multiplies with, as 1,000,000 in <em>3 million</em>; 1 when there is none.</param>
/// <param name="InDigits">Whether it starts with digits.</param>
internal readonly record struct ParsedNumber(int First, int End, decimal Value, NumberForm Form, decimal Scale, bool InDigits);

/// <summary>Reads numbers: digits, words and mixtures of both.</summary>
/// <remarks>Reads on from one position; never looks further than the number is long. What does not fit a decimal is no number.</remarks>
internal static class NumberParser
{
    private const decimal Hundred = 100m;
    private const decimal Dozen = 12m;

    /// <summary>Digits of the longest number that is read; one more would not fit <see cref="decimal"/>.</summary>
    private const int MaxDigits = 28;

    /// <summary>Reads the number that starts at a token.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="start">The token to start at.</param>
    /// <param name="money">Whether a currency sign stands before it, so that <c>m</c> and <c>k</c> are scales.</param>
    /// <param name="stopAtAnd">Whether <em>and</em> ends the number, as behind <em>between</em>.</param>
    /// <param name="number">The number read.</param>
    public static bool TryRead(TokenWindow window, int start, bool money, bool stopAtAnd, out ParsedNumber number)
    {
        number = default;
        if (!window.Has(start)) return false;
        if (window.Kind(start) is SyntaxKind.Number) return TryReadDigits(window, start, money, stopAtAnd, out number);
        if (NumberWords.FractionSign(window.Form(start)) is var sign and > 0m)
        {
            number = new ParsedNumber(start, start + 1, Rounded(sign), NumberForm.Fraction, 1m, true);
            return true;
        }
        if (window.Kind(start) is not SyntaxKind.Word) return false;
        return TryReadHalf(window, start, out number) || TryReadWords(window, start, stopAtAnd, out number);
    }

    /// <summary>Whether the words from <paramref name="start"/> to <paramref name="end"/> are the whole text but for marks behind them.</summary>
    /// <remarks>What stands in no sentence can be read as it would be in a table: <c>10k</c> is a number there, <c>a 10k</c> a run.</remarks>
    public static bool IsAlone(TokenWindow window, int start, int end)
    {
        if (start > 0 && (start > 1 || !window.IsDash(0))) return false;
        while (window.Kind(end) is SyntaxKind.Punctuation) end++;
        return end == window.Text.Tree.Tokens.Length;
    }

    /// <summary>Value of digits with or without thousands separators and decimals; false for dates, times, leading zeros.</summary>
    public static bool TryParseDigits(ReadOnlySpan<char> form, out decimal value)
    {
        value = 0m;
        if (form.IsEmpty || form.Length > MaxDigits + 9) return false;
        int point = form.IndexOf('.');
        var whole = point < 0 ? form : form[..point];
        if (whole.Length > 1 && whole[0] == '0' || point == 0 && form.Length == 1) return false;
        int digits = 0;
        int sinceComma = -1;
        foreach (char c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
                if (sinceComma >= 0) sinceComma++;
            }
            else if (c == ',' && digits > 0 && (sinceComma < 0 ? digits <= 3 : sinceComma == 3)) sinceComma = 0;
            else return false;
        }
        if (digits == 0 && point != 0 || sinceComma is >= 0 and not 3) return false;
        if (point >= 0)
        {
            var rest = form[(point + 1)..];
            if (rest.IsEmpty || rest.ContainsAnyExceptInRange('0', '9')) return false;
            digits += rest.Length;
        }
        return digits <= MaxDigits
            && decimal.TryParse(form, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The value without trailing zeros, so that <c>1.50</c> prints as 1.5.</summary>
    public static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>Four places, or four digits where a fraction is so small that places would leave fewer.</summary>
    public static decimal Rounded(decimal value)
    {
        int places = 4;
        for (decimal size = Math.Abs(value); size is > 0m and < 0.1m && places < MaxDigits; size *= 10m) places++;
        return Trimmed(decimal.Round(value, places));
    }

    private static bool TryReadDigits(TokenWindow window, int start, bool money, bool stopAtAnd, out ParsedNumber number)
    {
        number = default;
        var form = window.Form(start);
        if (TryParseOrdinal(form, out decimal rank))
        {
            number = new ParsedNumber(start, start + 1, rank, NumberForm.Ordinal, 1m, true);
            return true;
        }
        if (TryParseSlash(form, out decimal slash))
        {
            number = new ParsedNumber(start, start + 1, Rounded(slash), NumberForm.Fraction, 1m, true);
            return true;
        }
        if (TryReadPower(window, start, out number)) return true;
        if (!TryParseDigits(form, out decimal value)) return false;
        int end = start + 1;
        if (form.Length <= 3 && form[0] is not '.' && !TryAddGroups(window, start, ref end, ref value)) return false;
        if (end == start + 1) TryAddLakhs(window, form, ref end, ref value);
        if (end == start + 1) TryAddDecimals(window, form, ref end, ref value);
        if (NumberWords.FractionSign(window.Form(end)) is var sign and > 0m)
        {
            value += Rounded(sign);
            end++;
        }
        else if (window.Kind(end) is SyntaxKind.Number && TryParseSlash(window.Form(end), out decimal part))
        {
            value += Rounded(part);
            end++;
        }
        else if (!stopAtAnd) TryAddHalf(window, 1m, ref end, ref value);

        decimal scale = 1m;
        int word = window.IsJoint(end) ? end + 1 : end;
        if (window.Is(word, "hundred") && value < 1000m)
        {
            scale = Hundred;
            end = word + 1;
        }
        else if (window.Is(word, "dozen") || window.Is(word, "dozens") && window.Kind(start + 1) is SyntaxKind.Word)
        {
            scale = Dozen;
            end = word + 1;
        }
        else if (NumberWords.Scales.TryGetValue(window.Form(word), out decimal factor))
        {
            scale = factor;
            end = word + 1;
        }
        else if (NumberWords.LetterScales.TryGetValue(window.Form(end), out decimal letter) && (money || IsLetterScale(window, start, end)))
        {
            scale = letter;
            end++;
        }
        if (!TryMultiply(value, scale, out value)) return false;
        if (scale > Hundred && !stopAtAnd) TryAddHalf(window, scale, ref end, ref value);
        var term = new Term(value, scale, NumberForm.Cardinal, end);
        while (term.Scale >= Hundred && TryReadSmallerDigits(window, term, stopAtAnd, out var next))
        {
            value += next.Value;
            scale = next.Scale;
            term = next;
        }
        number = new ParsedNumber(start, term.End, Trimmed(value), NumberForm.Cardinal, scale, true);
        return true;
    }

    /// <summary>Groups of three digits with spaces between: <c>10 000</c>, <c>1 234 567.89</c>.</summary>
    /// <returns>False where the groups make a number that is too long.</returns>
    private static bool TryAddGroups(TokenWindow window, int start, ref int end, ref decimal value)
    {
        int past = start + 1;
        bool breaks = false, zeros = false;
        while (IsSpacedGroup(window, past, out bool breaking))
        {
            breaks |= breaking;
            zeros |= window.Is(past, "000");
            past++;
        }
        // Behind a space that breaks lines another number may begin: in two groups only zeros show that they are one.
        if (past == start + 1 || breaks && !zeros && (past < start + 3 || window.Form(start).Length == 3) && !CountsGroups(window, start, past)) return true;
        if (breaks && (window.Kind(past) is SyntaxKind.Number || window.Kind(start - 1) is SyntaxKind.Number || window.Is(start - 1, "+"))) return true;
        for (int group = start + 1; group < past; group++)
        {
            if (value > 1_000_000_000_000m) return false;
            value = value * 1000m + decimal.Parse(window.Form(group), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        }
        end = past;
        return true;
    }

    /// <summary>Whether two groups are one number though a line may break between: few digits first, and something counted or measured behind.</summary>
    private static bool CountsGroups(TokenWindow window, int start, int past) =>
        window.Form(start).Length < 3 && past == start + 2 && !window.IsNoun(start - 1)
            && (window.Xpos(past) is Language.Xpos.NNS || window.Is(past, "people") || UnitLexicon.IsUnitAt(window, past));

    /// <summary>The Indian way of grouping: <c>12,34,567</c>, which is cut behind the groups of two.</summary>
    private static void TryAddLakhs(TokenWindow window, ReadOnlySpan<char> form, ref int end, ref decimal value)
    {
        if (form.Length > 2 || form[0] is '.') return;
        decimal sum = value;
        for (int comma = end; sum < 1_000_000_000m && window.Is(comma, ",") && window.IsGlued(comma) && window.IsGlued(comma + 1); comma += 2)
        {
            var group = window.Form(comma + 1);
            if (group is not [>= '0' and <= '9', >= '0' and <= '9', ..]) return;
            if (group.Length == 2)
            {
                sum = sum * Hundred + decimal.Parse(group, NumberStyles.None, CultureInfo.InvariantCulture);
                continue;
            }
            // "34,567" with its leading zeros, if any.
            if (group.Length < 6 || group[2] != ',' || group[3..].Contains(',')
                || !decimal.TryParse(group, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal rest)) return;
            value = sum * 100_000m + rest;
            end = comma + 2;
            return;
        }
    }

    /// <summary><c>3,5 million</c>: a comma for the point, where a scale or a unit shows that it is one number.</summary>
    private static void TryAddDecimals(TokenWindow window, ReadOnlySpan<char> form, ref int end, ref decimal value)
    {
        if (form.Length > 3 || form.Contains('.') || !window.Is(end, ",") || !window.IsGlued(end) || !window.IsGlued(end + 1)) return;
        var decimals = window.Form(end + 1);
        if (decimals.Length is 0 or > 2 || decimals.ContainsAnyExceptInRange('0', '9')) return;
        if (!NumberWords.Scales.ContainsKey(window.Form(end + 2)) && !UnitLexicon.IsUnitAt(window, end + 2)) return;
        value += decimal.Parse(decimals, NumberStyles.None, CultureInfo.InvariantCulture) / (decimals.Length == 1 ? 10m : Hundred);
        end += 2;
    }

    /// <summary>Whether a letter on the digits is a scale though no money is spoken of: <em>10k followers</em>, or nothing else in the text.</summary>
    private static bool IsLetterScale(TokenWindow window, int start, int letter)
    {
        bool million = window.Form(letter) is "M";
        if (!million && !window.Is(letter, "k")) return false;
        return window.IsGlued(letter) && (window.Xpos(letter + 1) is Language.Xpos.NNS || window.Is(letter + 1, "people")) || IsAlone(window, start, letter + 1);
    }

    /// <summary>What is counted on in digits: <em>4 thousand 3 hundred and 21</em>.</summary>
    private static bool TryReadSmallerDigits(TokenWindow window, Term before, bool stopAtAnd, out Term term)
    {
        term = default;
        bool and = window.Is(before.End, "and");
        int start = and ? before.End + 1 : before.End;
        if (and && stopAtAnd || window.Kind(start) is not SyntaxKind.Number || !TryParseDigits(window.Form(start), out decimal value)
            || value != decimal.Truncate(value)) return false;
        decimal scale = window.Is(start + 1, "hundred") ? Hundred
            : NumberWords.Scales.TryGetValue(window.Form(start + 1), out decimal factor) ? factor
            : 1m;
        // Without a scale of its own it may well be another number: only behind hundreds.
        if (scale == 1m ? !and || before.Scale != Hundred || value is < 1m or >= Hundred : and || scale >= before.Scale || value >= before.Scale / scale) return false;
        if (scale == 1m && (window.Kind(start + 1) is SyntaxKind.Symbol || window.HasSuffix(start))) return false;
        int end = scale > 1m ? start + 2 : start + 1;
        // "1 million 2 hundred thousand"
        if (scale == Hundred && NumberWords.Scales.TryGetValue(window.Form(end), out factor) && Hundred * factor < before.Scale)
        {
            scale *= factor;
            end++;
        }
        term = new Term(value * scale, scale, NumberForm.Cardinal, end);
        return true;
    }

    /// <summary>Digits that are set high, in the order of their values.</summary>
    private const string RaisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary><c>10^6</c>, <c>10⁶</c>, <c>1.3e6</c>, <c>12.32e+14</c>.</summary>
    private static bool TryReadPower(TokenWindow window, int start, out ParsedNumber number)
    {
        number = default;
        var form = window.Form(start);
        int e = form.IndexOfAny('e', 'E');
        int end = start + 1;
        ReadOnlySpan<char> exponent = default;
        bool negative = false, scientific = true;
        if (e > 0)
        {
            exponent = form[(e + 1)..];
            form = form[..e];
        }
        else if (window.IsGlued(end) && window.Form(end) is ['e', '-', .. { Length: > 0 } behind])
        {
            // The lexer takes "e-1" for a word such as "e-mail".
            exponent = behind;
            negative = true;
            end++;
        }
        else if (window.IsGlued(end) && (window.Is(end, "e") || window.Is(end, "^")))
        {
            scientific = window.Is(end, "e");
            for (end++; window.IsGlued(end) && (window.Is(end, "+") || window.Is(end, "-", "--") || window.Is(end, "\u2212")); end++)
                negative |= window.Is(end, "-") || window.Is(end, "\u2212");
            if (!window.IsGlued(end)) return false;
            exponent = window.Form(end++);
        }
        else if (form is "10" && window.IsGlued(end) && window.Form(end) is [var high] && (high is '⁻' or '⁺' || RaisedDigits.Contains(high)))
        {
            // Behind other numbers a high digit is the mark of a note more often than a power.
            scientific = false;
            negative = high is '⁻';
            if (high is '⁻' or '⁺') end++;
            var digits = new System.Text.StringBuilder();
            for (; window.IsGlued(end) && window.Form(end) is [var digit] && RaisedDigits.IndexOf(digit, StringComparison.Ordinal) is >= 0 and var level; end++) digits.Append(level);
            exponent = digits.ToString();
        }
        const int LongestExponent = 2;
        if (exponent.Length is 0 or > LongestExponent || exponent.ContainsAnyExceptInRange('0', '9') || !TryParseDigits(form, out decimal value)) return false;
        int power = int.Parse(exponent, NumberStyles.None, CultureInfo.InvariantCulture);
        decimal factor = scientific ? 10m : value, product = scientific ? value : 1m;
        for (int i = 0; i < power; i++)
        {
            if (!negative && (factor > 1m && product > 1_000_000_000_000_000_000m / factor) || negative && (factor == 0m || product < 0.0000000000000001m)) return false;
            product = negative ? product / factor : product * factor;
        }
        number = new ParsedNumber(start, end, Trimmed(decimal.Round(product, 14)), NumberForm.Cardinal, 1m, true);
        return true;
    }

    /// <summary>Whether a token is three digits, decimals perhaps behind them, with one space before.</summary>
    private static bool IsSpacedGroup(TokenWindow window, int token, out bool breaking)
    {
        breaking = false;
        if (window.Form(token) is not [>= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', .. var decimals]) return false;
        if (decimals.Length > 0 && (decimals[0] != '.' || decimals[1..].ContainsAnyExceptInRange('0', '9'))) return false;
        if (window.Form(token - 1).Length > 3) return false;
        var tokens = window.Text.Tree.Tokens;
        var gap = window.Text.Tree.Text[new TextSpan(tokens[token - 1].Span.End, tokens[token].Span.Start)];
        breaking = gap is " ";
        return breaking || gap is ['\u00a0' or '\u202f' or '\u2009'];
    }

    /// <summary><c>21st</c>.</summary>
    private static bool TryParseOrdinal(ReadOnlySpan<char> form, out decimal rank)
    {
        rank = 0m;
        return form.Length > 2 && form[^2..] is "st" or "nd" or "rd" or "th" or "ST" or "ND" or "RD" or "TH" && TryParseDigits(form[..^2], out rank);
    }

    /// <summary><c>1/2</c>: only small proper fractions, since <c>9/11</c> and <c>24/7</c> are none.</summary>
    private static bool TryParseSlash(ReadOnlySpan<char> form, out decimal value)
    {
        value = 0m;
        int slash = form.IndexOf('/');
        if (slash <= 0 || !TryParseDigits(form[..slash], out decimal over) || !TryParseDigits(form[(slash + 1)..], out decimal under)) return false;
        if (over < 1m || over >= under || under is not (2m or 3m or 4m or 5m or 8m or 10m)) return false;
        value = over / under;
        return true;
    }

    /// <summary><em>Half a million, half a dozen, a quarter of a million.</em></summary>
    private static bool TryReadHalf(TokenWindow window, int start, out ParsedNumber number)
    {
        number = default;
        // "a half-dozen"
        int half = window.Is(start, "a") ? start + 1 : start;
        bool quarter = window.Is(half, "quarter"), partitive = quarter && window.Is(half + 1, "of");
        if (!quarter && !window.Is(half, "half")) return false;
        int article = half + (partitive ? 2 : 1);
        if (window.IsJoint(article)) article++;
        if (partitive && !window.Is(article, "a")) return false;
        int word = window.Is(article, "a") ? article + 1 : article;
        if (window.IsJoint(word)) word++;
        decimal scale = window.Is(word, "dozen") ? 12m : window.Is(word, "hundred") ? Hundred
            : NumberWords.Scales.TryGetValue(window.Form(word), out decimal factor) ? factor : 0m;
        if (scale == 0m) return false;
        number = new ParsedNumber(start, word + 1, Trimmed(scale * (quarter ? 0.25m : 0.5m)), NumberForm.Cardinal, scale, false);
        return true;
    }

    private static bool TryReadWords(TokenWindow window, int start, bool stopAtAnd, out ParsedNumber number)
    {
        number = default;
        if (NumberWords.Ordinals.TryGetValue(window.Form(start), out int rank))
        {
            number = new ParsedNumber(start, start + 1, rank, NumberForm.Ordinal, 1m, false);
            return true;
        }
        if (!TryReadTerm(window, start, inside: false, stopAtAnd, out var term)) return false;
        if (term.Form is NumberForm.Fraction)
        {
            // "three quarters billion"
            if (NumberWords.Scales.TryGetValue(window.Form(term.End), out decimal whole))
                number = new ParsedNumber(start, term.End + 1, Trimmed(decimal.Round(term.Value * whole, 4)), NumberForm.Cardinal, whole, false);
            else number = new ParsedNumber(start, term.End, Rounded(term.Value), NumberForm.Fraction, 1m, false);
            return true;
        }
        decimal total = term.Value;
        // Each further term is smaller than the scale before it: "two million three hundred thousand and five".
        while (term is { Form: NumberForm.Cardinal, Scale: > Dozen } && TryReadNextTerm(window, term, stopAtAnd, out var next))
        {
            total += next.Value;
            term = next;
        }
        int end = term.End;
        decimal scale = term.Scale;
        // "one hundred thirty-two fifths", "a hundred thousand trillionths"
        if (term.Form is NumberForm.Cardinal && end > start + 1 && TryReadDenominator(window, end, total, out decimal under, out int fractionEnd))
        {
            number = new ParsedNumber(start, fractionEnd, Rounded(total / under), NumberForm.Fraction, 1m, false);
            return true;
        }
        if (term.Form is NumberForm.Cardinal)
        {
            // The half of "a million and a half" is one of the scale, that of "a hundred and three and a half" is not.
            if (scale > Dozen && !stopAtAnd) TryAddHalf(window, scale, ref end, ref total);
            else if (total >= Hundred && !stopAtAnd) TryAddHalf(window, 1m, ref end, ref total);
            if (!window.Is(start, "a", "an")) TryAddPoint(window, ref end, ref total, ref scale);
        }
        number = new ParsedNumber(start, end, Trimmed(total), term.Form, scale, false);
        return true;
    }

    /// <summary>A group with its scale: <em>three hundred thousand</em>.</summary>
    /// <param name="Value">Group times scale.</param>
    /// <param name="Scale">The scale; 1 when there is none.</param>
    /// <param name="Form">What it is.</param>
    /// <param name="End">Just past it.</param>
    private readonly record struct Term(decimal Value, decimal Scale, NumberForm Form, int End);

    private static bool TryReadNextTerm(TokenWindow window, Term before, bool stopAtAnd, out Term term)
    {
        int start = before.End;
        bool and = !stopAtAnd && window.Is(start, "and");
        if (and || window.IsJoint(start)) start++;
        term = default;
        // "one billion and a half million"
        if (and && TryReadHalf(window, start, out var half) && half.Scale < before.Scale && half.Scale > Dozen)
        {
            term = new Term(half.Value, half.Scale, NumberForm.Cardinal, half.End);
            return true;
        }
        // "Five billion and three quarters", "one million and a half": what follows is a fraction of its own.
        bool fraction = and && (window.Is(start, "a")
            || TryReadBelowHundred(window, start, out int end, out decimal over, out _) && IsDenominator(window, end, over));
        return !fraction && TryReadTerm(window, start, inside: true, stopAtAnd, out term)
            && term.Form is not NumberForm.Fraction && term.Scale < before.Scale && term.Value < before.Scale;
    }

    private static bool TryReadTerm(TokenWindow window, int start, bool inside, bool stopAtAnd, out Term term)
    {
        term = default;
        if (!TryReadGroup(window, start, inside, stopAtAnd, out int end, out decimal group, out var form)) return false;
        term = new Term(group, 1m, form, end);
        if (form is not NumberForm.Cardinal) return true;
        // "two and a half million"
        if (!stopAtAnd && group < Hundred) TryAddHalf(window, 1m, ref end, ref group);
        term = new Term(group, 1m, form, end);
        int word = window.IsJoint(end) ? end + 1 : end;
        decimal scale = NumberWords.Scales.TryGetValue(window.Form(word), out decimal found) ? found
            : window.Is(word, "dozen", "dozens") && group < 1000m ? Dozen
            : 1m;
        if (scale == 1m && IsScaleOrdinal(window.Form(word), out scale)) form = NumberForm.Ordinal;
        if (scale <= 1m) return true;
        // "three lakh crore"
        if (window.Is(word, "lakh") && window.Is(word + 1, "crore"))
        {
            scale *= 10_000_000m;
            word++;
        }
        if (!TryMultiply(group, scale, out decimal product)) return false;
        term = new Term(product, scale, form, word + 1);
        return true;
    }

    /// <summary>Reads a number below a thousand, or a fraction: <em>two hundred and five</em>, <em>twenty-one</em>, <em>a</em>, <em>two thirds</em>.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="position">Where to start.</param>
    /// <param name="inside">Whether a larger group stands before.</param>
    /// <param name="stopAtAnd">Whether <em>and</em> ends the number.</param>
    /// <param name="end">Just past the group.</param>
    /// <param name="value">Its value.</param>
    /// <param name="form">What it is.</param>
    private static bool TryReadGroup(
        TokenWindow window, int position, bool inside, bool stopAtAnd, out int end, out decimal value, out NumberForm form)
    {
        form = NumberForm.Cardinal;
        end = position;
        value = 0m;
        // "the dozen ships"
        if (!inside && window.Is(position, "dozen") && window.Is(position - 1, "the") && !window.Is(position + 1, "of"))
        {
            end = position + 1;
            value = Dozen;
            return true;
        }
        // "a hundred", "a dozen", "a million"; a bare "a" is no number.
        if (!inside && window.Is(position, "a", "an"))
        {
            int word = window.IsJoint(position + 1) ? position + 2 : position + 1;
            if (window.Is(word, "hundred"))
            {
                value = Hundred;
                end = word + 1;
                AddBelowHundred(window, stopAtAnd, ref end, ref value, ref form);
                return true;
            }
            if (window.Is(word, "dozen") || NumberWords.Scales.ContainsKey(window.Form(word)))
            {
                value = 1m;
                end = word;
                return true;
            }
            if (TryReadDenominatorWord(window, word, out decimal part, out int partEnd, out bool parts) && !parts && IsPartBehind(window, partEnd - 1))
            {
                value = 1m / part;
                form = NumberForm.Fraction;
                end = partEnd;
                return true;
            }
            return false;
        }
        if (!TryReadBelowHundred(window, position, out end, out value, out form)) return false;
        if (form is NumberForm.Ordinal) return inside || end > position + 1;
        if (TryReadDenominator(window, end, value, out decimal under, out int fractionEnd))
        {
            value /= under;
            form = NumberForm.Fraction;
            end = fractionEnd;
            return true;
        }
        int hundred = window.IsJoint(end) ? end + 1 : end;
        if (window.Is(hundred, "hundred") && value is > 0m and < Hundred)
        {
            value *= Hundred;
            end = hundred + 1;
            AddBelowHundred(window, stopAtAnd, ref end, ref value, ref form);
        }
        else if (window.Is(hundred, "hundredth") && value is > 0m and < Hundred)
        {
            value *= Hundred;
            end = hundred + 1;
            form = NumberForm.Ordinal;
        }
        return true;
    }

    private static void AddBelowHundred(TokenWindow window, bool stopAtAnd, ref int end, ref decimal value, ref NumberForm form)
    {
        int next = end;
        if (window.IsJoint(next)) next++;
        if (window.Is(next, "and"))
        {
            if (stopAtAnd) return;
            next++;
            if (window.IsJoint(next)) next++;
        }
        if (!TryReadBelowHundred(window, next, out int restEnd, out decimal rest, out var restForm)) return;
        // "two hundred and three hundred" are two numbers; "one hundred and three quarters" are a hundred and a part.
        if (window.Is(restEnd, "hundred") || rest == 0m || next > end && IsDenominator(window, restEnd, rest)) return;
        // "one hundred thirty-fifths" are a hundred of them.
        if (TryReadDenominatorWord(window, next, out _, out int partEnd, out bool parts) && parts && window.IsJoint(partEnd - 2) && next == end) return;
        // "hundred first" without a joint is too rare to outweigh "the hundred first readers".
        if (restForm is NumberForm.Ordinal && next == end && restEnd == next + 1) return;
        value += rest;
        end = restEnd;
        form = restForm;
    }

    private static bool TryReadBelowHundred(TokenWindow window, int position, out int end, out decimal value, out NumberForm form)
    {
        end = position + 1;
        form = NumberForm.Cardinal;
        value = 0m;
        var word = window.Form(position);
        if (NumberWords.Units.TryGetValue(word, out int unit))
        {
            value = unit;
            return true;
        }
        if (!NumberWords.Tens.TryGetValue(word, out int tens))
        {
            if (!NumberWords.Ordinals.TryGetValue(word, out int rank)) return false;
            value = rank;
            form = NumberForm.Ordinal;
            return true;
        }
        value = tens;
        int next = window.IsJoint(end) ? end + 1 : end;
        if (NumberWords.Units.TryGetValue(window.Form(next), out int ones) && ones is > 0 and < 10)
        {
            value += ones;
            end = next + 1;
        }
        else if (NumberWords.Ordinals.TryGetValue(window.Form(next), out int last) && last < 10
            && (next > end || window.Is(position - 1, "hundred") || window.Is(position - 1, "and") && window.Is(position - 2, "hundred"))
            // "a thirty-second delay" is a length of time, "the thirty-second president" a rank.
            && (last != 2 || window.Is(position - 1, "the") || window.Is(position - 1, "hundred") && next + 1 >= window.End))
        {
            value += last;
            end = next + 1;
            form = NumberForm.Ordinal;
        }
        return true;
    }

    /// <summary>The denominator behind a numerator: <em>two thirds</em>, <em>one-third</em>, <em>twenty-three fifths</em>, <em>three quarters of</em>.</summary>
    private static bool TryReadDenominator(TokenWindow window, int position, decimal over, out decimal under, out int end)
    {
        bool joined = window.IsJoint(position);
        // Text that was taken apart has a space on either side of the hyphen: "five - eighths".
        int word = joined || window.Is(position, "-") ? position + 1 : position;
        if (!TryReadDenominatorWord(window, word, out under, out end, out bool plural) || over < 1m || plural == (over == 1m)) return false;
        if (word > position && !joined) return under > 4m || !plural;
        // Quarters are also parts of a year and of a game, halves of a game: a fraction only as a part of something.
        if (under is 2m or 4m && window.Form(word)[0] is 'q' or 'Q' or 'h' or 'H')
            return over < under && (joined || window.Is(end, "of") || under == 4m && (over == 1m ? IsPartBehind(window, word) : IsShare(window, position - 1, end)));
        if (over >= under) return true;
        return over > 1m || joined || IsPartBehind(window, end - 1);
    }

    /// <summary>The word or words of a denominator: <em>thirds</em>, <em>twenty-fifth</em>, <em>trillionths</em>.</summary>
    private static bool TryReadDenominatorWord(TokenWindow window, int word, out decimal under, out int end, out bool plural)
    {
        end = word + 1;
        plural = false;
        under = 0m;
        var form = window.Form(word);
        if (form.Length < 4) return false;
        if (NumberWords.Tens.TryGetValue(form, out int tens))
        {
            bool joined = window.IsJoint(end);
            int last = joined ? end + 1 : end;
            var ones = window.Form(last);
            plural = ones.EndsWith("s", StringComparison.OrdinalIgnoreCase);
            if (plural) ones = ones[..^1];
            // "twenty fifth" without its hyphen is a rank.
            if (!joined && !plural || !NumberWords.Ordinals.TryGetValue(ones, out int rank) || rank is > 9 or 2) return false;
            under = tens + rank;
            end = last + 1;
            return true;
        }
        plural = form[^1] is 's' or 'S';
        if (NumberWords.Denominators.TryGetValue(form, out int part))
        {
            under = part;
            return true;
        }
        var single = plural ? form[..^1] : form;
        if (IsScaleOrdinal(single, out under)) return true;
        if (!NumberWords.Ordinals.TryGetValue(single, out int ordinal) || ordinal < 3) return false;
        under = ordinal;
        return true;
    }

    /// <summary>Whether a denominator larger than the numerator stands at a token.</summary>
    private static bool IsDenominator(TokenWindow window, int token, decimal over) =>
        TryReadDenominatorWord(window, token, out decimal under, out _, out bool plural) && over < under && plural == (over != 1m);

    /// <summary>Whether <em>three quarters</em> is a part of something and no time: nothing in front that counts times, the phrase ends behind.</summary>
    private static bool IsShare(TokenWindow window, int first, int end)
    {
        if (NumberWords.Scales.ContainsKey(window.Form(end))) return true;
        if (window.Has(end) && window.Kind(end) is not SyntaxKind.Punctuation) return false;
        return !window.Has(first - 1) || window.Is(first - 1, "by", "about") || window.Is(first - 1, "almost", "nearly") || window.Is(first - 1, "than");
    }

    /// <summary>Whether <em>a third</em>, <em>one half</em> is a part and not a rank: nothing that it could rank stands behind.</summary>
    private static bool IsPartBehind(TokenWindow window, int denominator)
    {
        if (window.Is(denominator + 1, "of")) return true;
        if (window.IsNoun(denominator + 1) || window.Upos(denominator + 1) is Language.Upos.ADJ || window.IsJoint(denominator + 1)) return false;
        // "A fifth said no": a part of those who were asked.
        if (window.Upos(denominator + 1) is Language.Upos.VERB or Language.Upos.AUX || denominator + 1 >= window.End) return true;
        return (window.Is(denominator - 2, "by") || window.Is(denominator - 2, "than") || window.Is(denominator - 2, "nearly")
                || window.Is(denominator - 2, "above", "below") || window.Is(denominator - 2, "over", "under") || window.Is(denominator - 2, "almost") || window.Is(denominator - 2, "about") || window.Is(denominator - 2, "one"));
    }

    /// <summary>Adds <em>and a half</em>, with or without hyphens.</summary>
    private static void TryAddHalf(TokenWindow window, decimal scale, ref int end, ref decimal value)
    {
        int next = window.IsJoint(end) ? end + 1 : end;
        if (!window.Is(next, "and")) return;
        next++;
        if (window.IsJoint(next)) next++;
        if (!window.Is(next, "a") && !NumberWords.Units.ContainsKey(window.Form(next))) return;
        bool three = window.Is(next, "three");
        // "two and two thirds", "three and a fifth"
        if (TryReadPlainFraction(window, next, out int fractionEnd, out decimal plain) && !window.Is(fractionEnd, "of"))
        {
            value += scale == 1m ? Rounded(plain) : plain * scale;
            end = fractionEnd;
            return;
        }
        next++;
        if (window.IsJoint(next)) next++;
        decimal part = !three && window.Is(next, "half") ? 0.5m
            : !three && window.Is(next, "quarter") ? 0.25m
            : three && window.Is(next, "quarters") ? 0.75m
            : 0m;
        // "one and a half-hour shows": the half belongs to the hour only where a number stands before it, which it does here.
        if (part == 0m) return;
        value += part * scale;
        end = next + 1;
    }

    /// <summary>A numerator and its denominator: <em>a fifth</em>, <em>two thirds</em>; halves and quarters are read with their hyphens elsewhere.</summary>
    private static bool TryReadPlainFraction(TokenWindow window, int start, out int end, out decimal value)
    {
        end = start + 2;
        value = 0m;
        int over = window.Is(start, "a") ? 1 : NumberWords.Units.TryGetValue(window.Form(start), out int unit) ? unit : 0;
        if (over == 0 || !TryReadDenominatorWord(window, start + 1, out decimal under, out end, out bool plural)
            || under is 2m or 4m && window.Form(start + 1)[0] is 'h' or 'q') return false;
        if (over >= under || (over == 1) == plural) return false;
        // As fine as a scale behind it can need.
        value = decimal.Round(over / under, 16);
        return true;
    }

    /// <summary>Adds <em>point five</em>, and the scale behind it.</summary>
    private static void TryAddPoint(TokenWindow window, ref int end, ref decimal value, ref decimal scale)
    {
        if (!window.Is(end, "point") || scale > 1m) return;
        int next = end + 1;
        decimal place = 0.1m;
        decimal sum = value;
        // "nought point eleven"
        if (TryReadBelowHundred(window, next, out int pairEnd, out decimal pair, out var pairForm) && pair >= 10m && pairForm is NumberForm.Cardinal)
        {
            sum += pair / Hundred;
            next = pairEnd;
        }
        else while (place > 0.000001m && NumberWords.Units.TryGetValue(window.Form(next), out int digit) && digit < 10)
        {
            sum += digit * place;
            place /= 10m;
            next++;
        }
        if (next == end + 1) return;
        value = sum;
        end = next;
        if (!NumberWords.Scales.TryGetValue(window.Form(end), out decimal factor) || !TryMultiply(value, factor, out decimal product)) return;
        value = product;
        scale = factor;
        end++;
    }

    private static bool IsScaleOrdinal(ReadOnlySpan<char> form, out decimal scale)
    {
        scale = 0m;
        return form.Length > 2 && form.EndsWith("th", StringComparison.OrdinalIgnoreCase) && NumberWords.Scales.TryGetValue(form[..^2], out scale);
    }

    /// <summary>Multiplies; false where the product would be too large to reckon with.</summary>
    public static bool TryMultiply(decimal value, decimal factor, out decimal product)
    {
        product = 0m;
        if (value > 1_000_000_000_000_000_000m / factor) return factor == 1m && (product = value) >= 0m;
        product = value * factor;
        return true;
    }
}
