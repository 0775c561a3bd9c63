using System.Buffers;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>Finds the words that credit a picture inside running text: "(AP Photo/Ann Lee)", "REUTERS/Ann Lee", "Photo: Ann Lee/Norwave".</summary>
internal static class PhotoCredits
{
    /// <summary>Longest credit, in characters, and the farthest that is looked to either side of a sign.</summary>
    private const int Reach = 120;

    /// <summary>Most names in front of or behind a stroke.</summary>
    private const int MaxNames = 4;

    private static readonly SearchValues<char> Signs = SearchValues.Create("([/PGI");

    private static readonly string[] Labels =
    [
        "Photo by ", "Photo: ", "Photos by ", "Photos: ", "Photograph by ", "Photograph: ", "Photo credit: ", "Photo Credit: ", "Image credit: ", "Image Credit: ",
        "Image: ", "Picture: ", "Photo courtesy of ", "Photo illustration by ",
    ];

    /// <summary>Finds the next credit.</summary>
    /// <param name="text">A paragraph.</param>
    /// <param name="from">Where to start.</param>
    /// <returns>Start and length of its words, brackets included; a length of 0 when there is none.</returns>
    public static (int Start, int Length) Find(ReadOnlySpan<char> text, int from)
    {
        for (int i = from; i < text.Length; i++)
        {
            int next = text[i..].IndexOfAny(Signs);
            if (next < 0) return default;
            i += next;
            var found = text[i] switch
            {
                '(' or '[' => Bracketed(text, i),
                '/' => AtStroke(text, i, from),
                'P' or 'I' => Labelled(text, i),
                _ => default,
            };
            if (found.Length > 0) return found;
        }
        return default;
    }

    /// <summary>Whether a sentence opens as only captions do: "FILE PHOTO:", "In this Jan. 3, 2024, file photo".</summary>
    public static bool OpensCaption(ReadOnlySpan<char> sentence)
    {
        foreach (string start in (ReadOnlySpan<string>)["FILE PHOTO", "File photo:", "FILE - ", "FILE – ", "FILE — ", "FILE- "])
            if (sentence.StartsWith(start, StringComparison.Ordinal)) return true;
        if (!sentence.StartsWith("In this ", StringComparison.Ordinal) && !sentence.StartsWith("This ", StringComparison.Ordinal)) return false;
        // A day between "this" and "photo": prose that speaks of a picture does not put it there.
        var head = sentence[..Math.Min(sentence.Length, 60)];
        int photo = head.IndexOf(" photo");
        return photo > 0 && head[..photo].ContainsAnyInRange('0', '9');
    }

    private static (int Start, int Length) Bracketed(ReadOnlySpan<char> text, int open)
    {
        int length = text[open..Math.Min(text.Length, open + Reach)].IndexOf(text[open] == '(' ? ')' : ']');
        if (length < 2) return default;
        var inside = text.Slice(open + 1, length - 1);
        bool credit = inside.StartsWith("AP Photo", StringComparison.Ordinal) || EndsInAgency(inside) && inside.ContainsAny("/|");
        foreach (string label in Labels) credit |= inside.StartsWith(label, StringComparison.OrdinalIgnoreCase);
        int stroke = inside.IndexOf('/');
        credit |= stroke > 0 && IsPhotoAgency(inside[..stroke]) && !IsSurvey(inside[stroke..]);
        return credit ? (open, length + 1) : default;
    }

    private static (int Start, int Length) Labelled(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && char.IsUpper(text[start - 1])) return default;
        foreach (string label in Labels)
        {
            if (!text[start..].StartsWith(label, StringComparison.Ordinal)) continue;
            int end = NamesEnd(text, start + label.Length, fewest: 2, out int names);
            if (names == 0) return default;
            // A bare name may be the subject of a sentence that the label merely opens; a second one behind a stroke or the end of the paragraph settles it.
            bool outlet = end < text.Length && text[end] == '/';
            if (outlet) end = AgencyEnd(text, end + 1) is var agency and > 0 ? agency : NamesEnd(text, end + 1, fewest: 1, out _);
            return outlet || end == text.Length || text[end] is '.' or ')' or '|' || names > 1 && text[end] != ' ' ? (start, end - start) : default;
        }
        return default;
    }

    private static (int Start, int Length) AtStroke(ReadOnlySpan<char> text, int stroke, int from)
    {
        // REUTERS/Ann Lee, AP Photo/Ann Lee.
        int left = Math.Max(from, stroke - Reach);
        var before = text[left..stroke];
        foreach (string agency in (ReadOnlySpan<string>)["AP Photo", "REUTERS", "EPA", "AFP", "TASS", "Xinhua"])
        {
            if (!before.EndsWith(agency, StringComparison.Ordinal) || !IsSeam(before[..^agency.Length])) continue;
            int end = NamesEnd(text, stroke + 1, fewest: 2, out int names);
            if (names < 2 && !(names == 1 && agency is "AP Photo") || IsSurvey(text[stroke..Math.Min(text.Length, end + Reach)])) return default;
            return (stroke - agency.Length, end - stroke + agency.Length);
        }
        // Ann Lee/AFP, Ann Lee/AFP/Getty Images.
        int close = AgencyEnd(text, stroke + 1);
        if (close == 0) return default;
        int start = NamesStart(text, stroke, left, out int people);
        if (people < 2) return default;
        foreach (string owner in (ReadOnlySpan<string>)["/Getty Images", " via Getty Images"])
            if (text[close..].StartsWith(owner, StringComparison.Ordinal)) close += owner.Length;
        return IsSurvey(text[close..Math.Min(text.Length, close + 30)]) ? default : (start, close - start);
    }

    /// <summary>Just past the agency that starts at a position, glued to the next sentence or not; 0 when there is none.</summary>
    private static int AgencyEnd(ReadOnlySpan<char> text, int start)
    {
        foreach (string agency in LineShapes.Agencies)
        {
            if (!text[start..].StartsWith(agency, StringComparison.Ordinal)) continue;
            var rest = text[(start + agency.Length)..];
            // "AFPThe", "AFPI would": a capital that starts a word of its own.
            bool seam = rest.Length > 1 && char.IsUpper(rest[0]) && (char.IsLower(rest[1]) || rest[0] is 'I' or 'A' && rest[1] is ' ' or '’' or '\'');
            if (rest.IsEmpty || !char.IsLetterOrDigit(rest[0]) || seam) return start + agency.Length;
        }
        return 0;
    }

    /// <summary>Just past the names that start at a position: words in capitals, one space apart.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="start">Where the first name starts.</param>
    /// <param name="fewest">How many names are expected: where more stand in a row, those behind them may belong to the next sentence.</param>
    /// <param name="names">How many were taken.</param>
    private static int NamesEnd(ReadOnlySpan<char> text, int start, int fewest, out int names)
    {
        Span<int> ends = stackalloc int[MaxNames];
        names = 0;
        bool runsOn = false;
        for (int i = start; i < text.Length && i < start + Reach && names < MaxNames; i++)
        {
            int word = i;
            bool glued = false;
            while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '-' or '\'' or '’' || text[i] == '.' && i - word == 1))
            {
                // "LeeThe": the name is glued to the next sentence.
                glued = i > word + 1 && char.IsUpper(text[i]) && char.IsLower(text[i - 1]) && text[word..i] is not ("Mc" or "Mac" or "De" or "Di" or "Le" or "Van");
                if (glued) break;
                i++;
            }
            if (i == word || !char.IsUpper(text[word]))
            {
                runsOn = char.IsLower(text[word]);
                break;
            }
            // "REUTERS/Ann Lee The council": nothing but a space between the name and the next sentence.
            if (names > 0 && (SentenceSplitter.CommonlyStarts(text[word..i]) || text[word..i] is "Mr" or "Mrs" or "Ms" or "Dr" or "Rep" or "Sen" or "Gov")) break;
            ends[names++] = i;
            if (glued || i + 1 >= text.Length || text[i] != ' ') break;
        }
        if (names == 0) return start;
        // "Ann Lee Calls to the council": a row of capitals that goes on in small letters or a comma ends with the start of a sentence.
        runsOn |= ends[names - 1] < text.Length && text[ends[names - 1]] == ',';
        if (names == MaxNames) names = fewest;
        else if (names > fewest && runsOn) names--;
        return ends[names - 1];
    }

    private static int NamesStart(ReadOnlySpan<char> text, int stroke, int left, out int names)
    {
        names = 0;
        int start = stroke;
        while (names < MaxNames)
        {
            int word = start;
            while (word > left && (char.IsLetter(text[word - 1]) || text[word - 1] is '-' or '\'' or '’')) word--;
            if (word == start || !char.IsUpper(text[word])) break;
            names++;
            start = word;
            if (start <= left || text[start - 1] != ' ') break;
            start--;
        }
        if (start < stroke && text[start] == ' ') start++;
        return start;
    }

    private static bool EndsInAgency(ReadOnlySpan<char> words)
    {
        foreach (string agency in LineShapes.Agencies)
            if (words.EndsWith(agency, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsPhotoAgency(ReadOnlySpan<char> words) => words is "REUTERS" or "EPA" or "AFP" or "TASS" or "Xinhua" or "Getty Images";

    /// <summary>"Reuters/Ipsos poll": two names with a stroke between them that ask people.</summary>
    private static bool IsSurvey(ReadOnlySpan<char> words) =>
        words.Contains("Ipsos", StringComparison.Ordinal) || words.Contains("poll", StringComparison.OrdinalIgnoreCase) || words.Contains("survey", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a new word may start behind the text: after white space or a sign, or glued to a small letter.</summary>
    private static bool IsSeam(ReadOnlySpan<char> before) => before.IsEmpty || !char.IsUpper(before[^1]);
}
