using System.Globalization;
using AngleSharp.Html;

namespace Analysis.Syntax.Html;

/// <summary>Reads character references of HTML one by one, so that each can be led back to where it stands. The table is AngleSharp's.</summary>
internal static class CharacterReferences
{
    /// <summary>The longest name in the table of the HTML Standard, <c>CounterClockwiseContourIntegral;</c>, and its ampersand.</summary>
    private const int Longest = 33;

    /// <summary>Reads a reference in text.</summary>
    /// <param name="text">The text; begins with an ampersand.</param>
    /// <param name="value">What it stands for.</param>
    /// <returns>Number of characters of the reference; zero where the ampersand is only itself.</returns>
    public static int Read(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        if (text.Length < 2) return 0;
        return text[1] == '#' ? ReadNumber(text, out value) : char.IsAsciiLetterOrDigit(text[1]) ? ReadName(text, out value) : 0;
    }

    /// <summary>A text with those of its references resolved that a semicolon ends.</summary>
    public static string ResolveStopped(string text) => Resolve(text, onlyStopped: true);

    /// <summary>A text with its references resolved.</summary>
    public static string Resolve(string text) => Resolve(text, onlyStopped: false);

    private static string Resolve(string text, bool onlyStopped)
    {
        int at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0) return text;
        var resolved = new System.Text.StringBuilder(text.Length);
        for (int start = 0; start < text.Length;)
        {
            at = text.IndexOf('&', start);
            if (at < 0) at = text.Length;
            resolved.Append(text, start, at - start);
            start = at;
            if (at == text.Length) break;
            int length = Read(text.AsSpan(at), out string value);
            if (length > 0 && onlyStopped && text[at + length - 1] != ';') length = 0;
            resolved.Append(length == 0 ? "&" : value);
            start += Math.Max(length, 1);
        }
        return resolved.ToString();
    }

    private static int ReadNumber(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        bool hex = text.Length > 2 && text[2] is 'x' or 'X';
        int start = hex ? 3 : 2, end = start;
        while (end < text.Length && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
        if (end == start) return 0;
        // Anything beyond the code points is beyond by any number of digits.
        var digits = text[start..end].TrimStart('0');
        int code = digits.Length == 0 ? 0 : digits.Length > 8 ? int.MaxValue : (int)Math.Min(int.MaxValue, long.Parse(digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture));
        value = HtmlEntityProvider.IsInCharacterTable(code) ? HtmlEntityProvider.GetSymbolFromTable(code) ?? "\ufffd"
            : code is 0 or > 0x10ffff or (>= 0xd800 and <= 0xdfff) ? "\ufffd"
            : char.ConvertFromUtf32(code);
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int ReadName(ReadOnlySpan<char> text, out string value)
    {
        value = "";
        int end = 1;
        while (end < text.Length && end < Longest && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end < text.Length && text[end] == ';' && HtmlEntityProvider.Resolver.GetSymbol(text[1..(end + 1)].ToString()) is { Length: > 0 } exact)
        {
            value = exact;
            return end + 1;
        }
        // Some old names are read without their semicolon, the longest that fits.
        for (int length = Math.Min(end, 7); length > 2; length--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(text[1..length].ToString()) is not { Length: > 0 } old) continue;
            value = old;
            return length;
        }
        return 0;
    }
}
