using Analysis.Language;

namespace Analysis.Comparison;

/// <summary>Other ways of writing a word or name: its initials, in one word or two, with another letter, another form of the same stem.</summary>
internal static class WrittenForms
{
    /// <summary>Initials of more letters are words in capitals.</summary>
    private const int MaxInitials = 6;

    /// <summary>The shortest word that may be written as two, and the shortest name that may be spelled with another letter: shorter ones meet by chance.</summary>
    private const int ShortestJoined = 6, ShortestSpelled = 6;

    private static readonly string[] Endings = ["s", "es", "d", "ed", "ing", "er", "or", "ion", "ation", "ment", "al", "ly", "ity", "ness", "ance", "ence", "ive", "able", "ful", "ic", "ist", "y"];

    /// <summary>Whether a word is made of capitals: "TSA", "U.N.".</summary>
    public static bool AreInitials(ReadOnlySpan<char> form)
    {
        int letters = 0;
        foreach (char c in form)
        {
            if (c is '.') continue;
            if (!char.IsAsciiLetterUpper(c)) return false;
            letters++;
        }
        return letters is >= 2 and <= MaxInitials;
    }

    /// <summary>Finds the words of which a word is the initials.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="initials">Capitals, with or without stops.</param>
    /// <returns>First token and end of the words, two or more of them; empty where there are none.</returns>
    public static (int First, int End) FindSpelledOut(MeaningUnits text, ReadOnlySpan<char> initials)
    {
        int tokens = text.Model.Text.Words.Length;
        for (int first = 0; first < tokens; first++)
            if (text.UnitAt(first) >= 0 && EndOfSpelledOut(text, first, initials) is var end and > 0) return (first, end);
        return (0, 0);
    }

    private static int EndOfSpelledOut(MeaningUnits text, int first, ReadOnlySpan<char> initials)
    {
        int read = 0, words = 0, letters = initials.Length - initials.Count('.');
        for (int token = first; token < text.Model.Text.Words.Length; token++)
        {
            var form = text.Model.Text.Form(token);
            if (Begins(form, initials, ref read, capital: letters == 2)) words++;
            // "Department of Agriculture" is written without the preposition.
            else if (text.UnitAt(token) >= 0 || text.Model.Text.Words[token].Upos is Upos.PUNCT && form is not ("-" or "–")) return 0;
            if (read == initials.Length) return words >= 2 ? token + 1 : 0;
        }
        return 0;
    }

    /// <summary>Whether the next letter is the first of a word, or the next letters are all of a word that is made of initials itself.</summary>
    private static bool Begins(ReadOnlySpan<char> form, ReadOnlySpan<char> initials, ref int read, bool capital)
    {
        int next = read;
        if (AreInitials(form))
        {
            foreach (char c in form)
            {
                if (c is '.') continue;
                if (!Read(c, initials, ref next)) return false;
            }
        }
        else if (capital && !char.IsUpper(form[0]) || !Read(char.ToUpperInvariant(form[0]), initials, ref next)) return false;
        read = next;
        return true;
    }

    private static bool Read(char letter, ReadOnlySpan<char> initials, ref int next)
    {
        while (next < initials.Length && initials[next] is '.') next++;
        if (next == initials.Length || initials[next] != letter) return false;
        next++;
        while (next < initials.Length && initials[next] is '.') next++;
        return true;
    }

    /// <summary>Finds the two words that together are one: "web site" for "website".</summary>
    /// <returns>First token and end of the words; empty where there are none.</returns>
    public static (int First, int End) FindInTwo(MeaningUnits text, ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestJoined) return (0, 0);
        var read = text.Model.Text;
        for (int first = 0; first + 1 < read.Words.Length; first++)
        {
            var form = read.Form(first);
            if (form.Length >= word.Length || !word.StartsWith(form, StringComparison.OrdinalIgnoreCase)) continue;
            int second = read.Form(first + 1) is "-" or "–" ? first + 2 : first + 1;
            if (second < read.Words.Length && word[form.Length..].Equals(read.Form(second), StringComparison.OrdinalIgnoreCase)) return (first, second + 1);
        }
        return (0, 0);
    }

    /// <summary>Whether two names differ by one letter behind the first: names from other scripts are spelled as each paper likes.</summary>
    public static bool AreOneName(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length > right.Length)
        {
            var longer = left;
            left = right;
            right = longer;
        }
        if (left.Length < ShortestSpelled || right.Length - left.Length > 1 || char.ToLowerInvariant(left[0]) != char.ToLowerInvariant(right[0])) return false;
        int start = left.CommonPrefixLength(right), end = 0;
        while (end < left.Length - start && left[^(end + 1)] == right[^(end + 1)]) end++;
        return left.Length - start - end <= 1;
    }

    /// <summary>Whether two words have so much of their beginning in common that one is formed from the other.</summary>
    public static bool HaveOneStem(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        const int Shortest = 4;
        int common = 0;
        while (common < left.Length && common < right.Length && Plain(left[common]) == Plain(right[common])) common++;
        if (common < Shortest) return false;
        if (3 * common >= 2 * Math.Max(left.Length, right.Length)) return true;
        // "Test" and "testing", "decide" and "deciding".
        var shorter = left.Length <= right.Length ? left : right;
        var ending = (left.Length <= right.Length ? right : left)[common..];
        if (common < shorter.Length - 1 || common == shorter.Length - 1 && shorter[^1] is not ('e' or 'y')) return false;
        foreach (string known in Endings)
            if (ending.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;

        // "Organise" is "organize".
        static char Plain(char c) => c is 'z' or 'Z' ? 's' : char.ToLowerInvariant(c);
    }
}
