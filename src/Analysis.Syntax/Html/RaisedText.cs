using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;

namespace Analysis.Syntax.Html;

/// <summary>How characters that are set above or below the line are read.</summary>
internal enum RaisedReading : byte
{
    /// <summary>As any others, joined with what stands beside them: <c>1<sup>st</sup></c>, <c>H<sub>2</sub>O</c>.</summary>
    Joined,

    /// <summary>As words of their own.</summary>
    Apart,

    /// <summary>As raised signs: <c>km<sup>2</sup></c> is km², <c>10<sup>6</sup></c> is 10⁶ and neither 106 nor 10.</summary>
    Power,

    /// <summary>As the sign for degrees: <c>20<sup>o</sup>C</c>.</summary>
    Degree,

    /// <summary>As a mark that leads to a note, or one of trade: no part of the words.</summary>
    Mark,
}

/// <summary>Reads what stands in <c>sup</c> and <c>sub</c> elements by what stands before and behind it.</summary>
/// <remarks>
/// Behind a figure digits are the mark of a note, not more digits: a figure that is read wrong is worse than a power that is lost. Only a
/// ten has powers, and units of length and single letters have squares and cubes.
/// </remarks>
internal static class RaisedText
{
    /// <summary>How much of the text before it is looked at, in characters.</summary>
    public const int Reach = 16;

    /// <summary>Longest text that is more than words set small, in characters; of one in brackets.</summary>
    private const int Longest = 12, LongestInBrackets = 40;

    private static readonly FrozenSet<string> OrdinalEndings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "st", "nd", "rd", "th", "er", "re", "ère", "ème", "eme");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units =
        FrozenSet.Create(StringComparer.Ordinal, "km", "m", "dm", "cm", "mm", "mi", "ft", "yd", "in", "kms", "mtr", "nm", "mc").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> MarkSigns = SearchValues.Create("0123456789,;-–*†‡§¶#[]()^. \u00a0\u2020\u2021");

    private static readonly SearchValues<char> StopSigns = SearchValues.Create(".,;:!?…%)]}”\"’'»");

    /// <summary>Digits and signs as they stand above the line; the same order in both.</summary>
    private const string Level = "0123456789+-−n", Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ";

    /// <summary>Reads a raised or lowered text.</summary>
    /// <param name="before">What stands before it on its line, as far as <see cref="Reach"/>; empty where it begins one.</param>
    /// <param name="inside">The text, without white space around it.</param>
    /// <param name="after">What stands behind it on its line; may be cut anywhere.</param>
    /// <param name="leadsToNote">Whether its markup says that it leads to a note.</param>
    /// <param name="isLowered">Whether it stands below the line.</param>
    public static RaisedReading Read(ReadOnlySpan<char> before, string inside, ReadOnlySpan<char> after, bool leadsToNote, bool isLowered)
    {
        if (inside.Length == 0) return RaisedReading.Joined;
        if (leadsToNote) return RaisedReading.Mark;
        char last = before.Length > 0 ? before[^1] : '\n', next = after.Length > 0 ? after[0] : '\n';
        if (isLowered) return ReadLowered(last, inside);
        if (inside is "®" or "™" or "©" or "℠" or "º" or "ª" or "°") return RaisedReading.Joined;
        if (inside is "TM" or "SM" && char.IsLetterOrDigit(last)) return RaisedReading.Mark;
        bool isFraction = IsNumber(inside) && next is '/' or '\u2044';
        if (char.IsAsciiDigit(last)) return isFraction ? RaisedReading.Apart : BehindFigure(before, inside, after);
        if (char.IsLetter(last)) return BehindWord(before, inside, next);
        if (!IsMark(inside)) return IsLong(inside) || StopSigns.Contains(last) ? RaisedReading.Apart : RaisedReading.Joined;
        // Prices are set so: $<sup>5</sup>. The number in front of the sign of an element is that of its weight: <sup>235</sup>U.
        if (isFraction || IsNumber(inside) && (char.GetUnicodeCategory(last) is UnicodeCategory.CurrencySymbol || inside.Length > 1 && IsElement(after))) return RaisedReading.Joined;
        return RaisedReading.Mark;
    }

    /// <summary>A character as it stands above the line; null for one that has no such form.</summary>
    public static char? Raise(char level) => Level.IndexOf(level, StringComparison.Ordinal) is >= 0 and var index ? Raised[index] : null;

    private static RaisedReading ReadLowered(char last, string inside)
    {
        if (!char.IsAsciiDigit(last)) return IsLong(inside) ? RaisedReading.Apart : RaisedReading.Joined;
        return IsMark(inside) ? RaisedReading.Mark : RaisedReading.Apart;
    }

    private static RaisedReading BehindFigure(ReadOnlySpan<char> before, string inside, ReadOnlySpan<char> after)
    {
        if (OrdinalEndings.Contains(inside)) return RaisedReading.Joined;
        if (inside is "o" or "0" && after is ['C' or 'F', ..] && (after.Length == 1 || !char.IsLetterOrDigit(after[1]))) return RaisedReading.Degree;
        if (IsSigned(inside)) return RaisedReading.Power;
        bool ten = before.EndsWith("10") && (before.Length == 2 || !(char.IsAsciiDigit(before[^3]) || before[^3] is '.' or ',' && before.Length > 3 && char.IsAsciiDigit(before[^4])));
        if (ten && IsNumber(inside)) return RaisedReading.Power;
        return IsMark(inside) ? RaisedReading.Mark : RaisedReading.Apart;
    }

    private static RaisedReading BehindWord(ReadOnlySpan<char> before, string inside, char next)
    {
        int start = before.Length;
        while (start > 0 && char.IsLetter(before[start - 1])) start--;
        var word = before[start..];
        if (IsSigned(inside) || inside is "2" or "3" && (word.Length == 1 || Units.Contains(word))) return RaisedReading.Power;
        if (inside.AsSpan().ContainsAnyExcept(MarkSigns) && IsLetters(inside))
        {
            // Mme, Dr, No, McDonald; but the letter behind a longer word is the mark of a note.
            if (word.Length <= 2 && inside.Length <= 3) return RaisedReading.Joined;
            if (inside.Length == 1) return char.IsLetter(next) ? RaisedReading.Joined : RaisedReading.Mark;
        }
        return IsMark(inside) ? RaisedReading.Mark : RaisedReading.Apart;
    }

    /// <summary>Whether a text is what marks a note: numbers, stars and daggers, one letter, or something short in square brackets.</summary>
    private static bool IsMark(string inside)
    {
        if (inside is ['[', .., ']'] && inside.Length <= LongestInBrackets) return true;
        if (IsLong(inside)) return false;
        if (inside.Length == 1 && char.IsAsciiLetterLower(inside[0])) return true;
        return !inside.AsSpan().ContainsAnyExcept(MarkSigns);
    }

    /// <summary>Whether a text begins with the sign of a chemical element and no word.</summary>
    private static bool IsElement(ReadOnlySpan<char> text) =>
        text is [>= 'A' and <= 'Z', ..] && (text.Length == 1 || !char.IsLetter(text[1]) || char.IsAsciiLetterLower(text[1]) && (text.Length == 2 || !char.IsLetter(text[2])));

    private static bool IsLong(string inside) => inside.Length > Longest;

    private static bool IsNumber(string inside) => inside.Length <= 3 && !inside.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsSigned(string inside) => inside is ['-' or '−' or '+', _, ..] && IsNumber(inside[1..]);

    private static bool IsLetters(string inside)
    {
        foreach (char c in inside)
            if (!char.IsLetter(c)) return false;
        return true;
    }
}
