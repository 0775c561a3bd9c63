using System.Buffers;

namespace Analysis.Syntax;

/// <summary>
/// Characters that nobody sees in a word and that are no part of it: they say where a line may or may not end, or which way it runs. A word
/// is the same with and without them.
/// </summary>
internal static class UnseenCharacters
{
    /// <summary>Soft hyphen, marks of direction, word joiner.</summary>
    private const string Always = "\u00ad\u200e\u200f\u2060";

    private static readonly SearchValues<char> All = SearchValues.Create(Always + "\u200b\ufeff");

    /// <summary>The first of them in a text, from a position on; the end of the text where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="before">What stands before it.</param>
    public static int Next(ReadOnlySpan<char> text, int start, char before)
    {
        for (int at = start; at < text.Length; at++)
        {
            int next = text[at..].IndexOfAny(All);
            if (next < 0) break;
            at += next;
            if (IsUnseen(text[at], at > start ? text[at - 1] : before)) return at;
        }
        return text.Length;
    }

    /// <summary>A plain text as it is read; itself when none of them is in it.</summary>
    public static SourceText PassOver(SourceText text)
    {
        if (Next(text.Text, 0, '\n') == text.Length) return text;
        var writer = new RenditionWriter(text.Text);
        writer.Verbatim(text.Length);
        return writer.Complete(text);
    }

    /// <summary>Words without them.</summary>
    public static string Without(string words)
    {
        int next = Next(words, 0, '\n');
        if (next == words.Length) return words;
        var rest = new System.Text.StringBuilder(words.Length);
        for (int start = 0; start < words.Length; start = next + 1)
        {
            next = Next(words, start, rest.Length > 0 ? rest[^1] : '\n');
            rest.Append(words, start, next - start);
        }
        return rest.ToString();
    }

    // Behind anything but a letter or digit the zero-width space and the byte order mark set words apart; so does the former in scripts
    // that write no spaces.
    private static bool IsUnseen(char c, char before) => Always.Contains(c) || char.IsLetterOrDigit(before) && !(c is '\u200b' && IsWrittenWithoutSpaces(before));

    /// <summary>Letters of Thai, Lao, Burmese and Khmer.</summary>
    private static bool IsWrittenWithoutSpaces(char c) => c is >= '\u0e00' and <= '\u0eff' or >= '\u1000' and <= '\u109f' or >= '\u1780' and <= '\u17ff';
}
