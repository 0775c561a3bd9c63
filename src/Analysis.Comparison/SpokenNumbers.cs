using System.Collections.Frozen;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Numbers by their values: <em>twenty-five</em> and 25, <em>$5 million</em> and <em>five million dollars</em>, <em>first</em> and 1st are the same; 5 and −5 are not.</summary>
internal static class SpokenNumbers
{
    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Currencies = new (string Written, string Spoken)[]
    {
        ("$", "dollar"), ("US$", "dollar"), ("dollar", "dollar"), ("dollars", "dollar"), ("£", "pound"), ("pound", "pound"), ("pounds", "pound"), ("€", "euro"), ("euro", "euro"), ("euros", "euro"), ("¥", "yen"), ("yen", "yen"),
    }.ToFrozenDictionary(currency => currency.Written, currency => currency.Spoken, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Months = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "January", "Jan", "Jan.", "February", "Feb", "Feb.", "March", "Mar.", "April", "Apr.", "May", "June", "July", "August", "Aug", "Aug.", "September", "Sept", "Sept.", "Sep.",
        "October", "Oct", "Oct.", "November", "Nov", "Nov.", "December", "Dec", "Dec.").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads the number at a token.</summary>
    /// <param name="text">The words of the article.</param>
    /// <param name="token">The token it starts at.</param>
    /// <param name="end">Just past the last token it may have.</param>
    /// <param name="next">The token behind it.</param>
    /// <returns>The value, with its sign, its rank (<c>1th</c>) or its currency (<c>5 dollar</c>); null where no number starts.</returns>
    public static string? Read(AnnotatedText text, int token, int end, out int next)
    {
        next = token;
        if (!MayStart(text, token, end)) return null;
        // What stands before tells a day from a rank and a sign from a dash; the number itself is read by its own words alone.
        var around = new TokenWindow(text, Math.Max(0, token - 1), end);
        bool day = IsMonth(text, token - 1), negative = IsMinus(around, token);
        int start = negative ? token + 1 : token;
        bool article = day && around.Is(start, "the");
        if (article) start++;
        bool sign = around.Form(start) is [.., not (>= 'A' and <= 'z')] && Currencies.ContainsKey(around.Form(start));
        string currency = sign ? Currencies[around.Form(start)] : "";
        if (sign) start++;
        if (start >= end || !NumberParser.TryRead(new TokenWindow(text, start, end), start, sign, false, out var number)) return ReadTime(around, token, out next);
        if (article && number.Form is not NumberForm.Ordinal || number.Form is NumberForm.Fraction && !IsPlainFraction(number, around)) return null;
        next = number.End;
        string value = (negative ? "-" : "") + number.Value.ToString(CultureInfo.InvariantCulture);
        // "August the 31st", "Aug. 31".
        if (day && number.Value <= 31m) return value;
        if (number.Form is NumberForm.Ordinal) return value + "th";
        if (sign) return value + " " + currency;
        if (number.Form is not NumberForm.Cardinal || !Currencies.TryGetValue(around.Form(next), out string? behind)) return value;
        next++;
        return value + " " + behind;
    }

    private static bool MayStart(AnnotatedText text, int token, int end)
    {
        var form = text.Form(token);
        return text.Tree.Tokens[token].Kind is SyntaxKind.Number
            || NumberWords.Units.ContainsKey(form) || NumberWords.Tens.ContainsKey(form) || NumberWords.Ordinals.ContainsKey(form) || NumberWords.FractionSign(form) > 0m
            || token + 1 < end && (form is "-" or "−" or "–" || Currencies.ContainsKey(form)
                || form.Equals("minus", StringComparison.OrdinalIgnoreCase)
                || form.Equals("a", StringComparison.OrdinalIgnoreCase) && (text.Form(token + 1) is "hundred" || NumberWords.Scales.ContainsKey(text.Form(token + 1)))
                || form is "the" && IsMonth(text, token - 1));
    }

    private static bool IsMonth(AnnotatedText text, int token) => token >= 0 && Months.Contains(text.Form(token)) && text.Words[token].Upos is Upos.PROPN;

    /// <summary>Whether a sign or word takes the number behind it below zero: it stands on the number and on nothing before it.</summary>
    private static bool IsMinus(TokenWindow around, int token)
    {
        var behind = around.Form(token + 1);
        if (around.Kind(token + 1) is not SyntaxKind.Number && !NumberWords.Units.ContainsKey(behind) && !NumberWords.Tens.ContainsKey(behind) && !Currencies.ContainsKey(behind)) return false;
        // "10 minus 5", "10 -5".
        if (around.Kind(token - 1) is SyntaxKind.Number || around.Upos(token - 1) is Upos.NUM) return false;
        return around.Is(token, "minus") || around.IsDash(token) && around.IsGlued(token + 1) && (!around.IsGlued(token) || around.Kind(token - 1) is SyntaxKind.Punctuation);
    }

    /// <summary>A part in few figures: "9/11" may be a day.</summary>
    private static bool IsPlainFraction(ParsedNumber number, TokenWindow window) =>
        number.InDigits ? window.Form(number.First) is not [.., '/', _, _] and not [.., '/', '6' or '7' or '8' or '9'] : number.End - number.First > 1;

    /// <summary>"3:00 p.m." is three.</summary>
    private static string? ReadTime(TokenWindow around, int token, out int next)
    {
        next = token;
        if (around.Form(token) is not [.. { Length: > 0 } hour, ':', '0', '0'] || hour.Contains(':')) return null;
        next = token + 1;
        return hour.ToString();
    }
}
