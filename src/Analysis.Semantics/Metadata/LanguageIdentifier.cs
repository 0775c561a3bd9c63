using System.Collections.Frozen;
using System.Text;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>Tells English from other languages, and those from each other: by script, by the commonest short words, by letters of their own.</summary>
/// <remarks>
/// Short words make up four tenths of running English and hardly any of other languages, so a count decides; what has too little evidence
/// is <c>und</c>. A few words in plain ASCII without evidence of another language are taken for English, as headlines and short passages are.
/// Of a script that several languages share, the most spoken one is given where nothing tells, with a low confidence.
/// </remarks>
internal static class LanguageIdentifier
{
    /// <summary>Most words that are looked at; beyond them the verdict does not change.</summary>
    private const int MaxWords = 2000;

    /// <summary>Fewest words from which a lack of evidence counts against English.</summary>
    private const int FewWords = 25;

    /// <summary>Confidence that a text is in the most spoken language of its script, where nothing else tells.</summary>
    private const int ByScriptAlone = 600;

    /// <summary>Shortest word whose last letter is looked at, and how many of them it takes.</summary>
    private const int ShortestEnding = 4, FewestEndings = 3;

    private const string Latin = "Latn";

    private static readonly string[] Languages = [.. Lexicon.Lines("function-words").Select(line => line[..2])];

    /// <summary>Word to the set of languages it is a short word of, one bit a language.</summary>
    private static readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> LanguagesOf = ReadWords()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Letter to the set of languages that it tells from the others of its script.</summary>
    private static readonly FrozenDictionary<char, ulong> LanguagesOfLetter = ReadLetters();

    /// <summary>The languages of scripts that have several, the most spoken first.</summary>
    private static readonly FrozenDictionary<string, string[]> LanguagesOfScript = new Dictionary<string, string[]>
    {
        ["Cyrl"] = ["ru", "uk", "bg", "sr"],
        ["Arab"] = ["ar", "fa", "ur"],
        ["Deva"] = ["hi", "mr", "ne"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The languages of scripts that have one, or one that nearly all texts are in.</summary>
    private static readonly FrozenDictionary<string, string> LanguageOfScript = new Dictionary<string, string>
    {
        ["Grek"] = "el",
        ["Armn"] = "hy",
        ["Hebr"] = "he",
        ["Beng"] = "bn",
        ["Guru"] = "pa",
        ["Gujr"] = "gu",
        ["Orya"] = "or",
        ["Taml"] = "ta",
        ["Telu"] = "te",
        ["Knda"] = "kn",
        ["Mlym"] = "ml",
        ["Sinh"] = "si",
        ["Thai"] = "th",
        ["Laoo"] = "lo",
        ["Mymr"] = "my",
        ["Geor"] = "ka",
        ["Ethi"] = "am",
        ["Khmr"] = "km",
        ["Hang"] = "ko",
        ["Kana"] = "ja",
        ["Hani"] = "zh",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static MetadataValue Identify(SyntaxTree tree)
    {
        Span<int> hits = stackalloc int[Languages.Length];
        var scripts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int words = 0, letters = 0, nonAscii = 0, small = 0, inVowel = 0;
        Span<char> lower = stackalloc char[24];
        foreach (var token in tree.Tokens)
        {
            if (words >= MaxWords) break;
            if (token.Kind is not SyntaxKind.Word) continue;
            words++;
            var form = tree.Text[token.Span];
            foreach (var rune in form.EnumerateRunes())
            {
                if (!Rune.IsLetter(rune)) continue;
                letters++;
                string script = ScriptOf(rune.Value);
                scripts[script] = scripts.GetValueOrDefault(script) + 1;
                if (rune.Value > 0x7f) nonAscii++;
            }
            if (form.Length >= ShortestEnding && char.IsLower(form[0]))
            {
                small++;
                if (form[^1] is 'a' or 'i' or 'o' or 'u') inVowel++;
            }
            if (form.Length > lower.Length) continue;
            form.ToLowerInvariant(lower);
            ulong languages = LanguagesOf.TryGetValue(lower[..form.Length], out ulong known) ? known : 0;
            foreach (char letter in lower[..form.Length])
                if (letter > 0x7f && LanguagesOfLetter.TryGetValue(letter, out ulong marked)) languages |= marked;
            for (int i = 0; i < hits.Length; i++)
                if ((languages >> i & 1) != 0) hits[i]++;
        }
        if (letters == 0) return Undetermined();
        // Words of English seldom end in these vowels, names apart; those of Italian, Spanish, Portuguese, Swahili mostly do.
        bool endsForeign = small >= FewestEndings && inVowel * 2 > small;
        int latin = scripts.GetValueOrDefault(Latin);
        return latin * 2 < letters ? OfScript(scripts, hits, letters) : OfLatin(hits, words, letters, nonAscii, endsForeign);
    }

    private static MetadataValue OfScript(SortedDictionary<string, int> scripts, ReadOnlySpan<int> hits, int letters)
    {
        var (script, count) = scripts.Where(pair => pair.Key != Latin).MaxBy(pair => pair.Value);
        // Japanese is written in Chinese characters too, but never without its own.
        if (script == "Hani" && scripts.GetValueOrDefault("Kana") * 8 >= count) script = "Kana";
        if (script == "Kana") count += scripts.GetValueOrDefault("Hani");
        int share = Math.Min(1000, count * 1000 / letters);
        if (LanguageOfScript.TryGetValue(script, out string? only)) return Found(only, share);
        if (!LanguagesOfScript.TryGetValue(script, out string[]? several)) return Undetermined();
        string best = several[0];
        foreach (string language in several)
            if (Hits(language, hits) > Hits(best, hits)) best = language;
        return Found(best, Hits(best, hits) == 0 ? Math.Min(share, ByScriptAlone) : share);
    }

    private static int Hits(string language, ReadOnlySpan<int> hits) => Array.IndexOf(Languages, language) is >= 0 and var index ? hits[index] : 0;

    private static MetadataValue OfLatin(ReadOnlySpan<int> hits, int words, int letters, int nonAscii, bool endsForeign)
    {
        // No language writes half of its letters with marks: these were decoded wrongly.
        if (nonAscii * 2 > letters) return Undetermined();
        int best = 0;
        for (int i = 1; i < hits.Length; i++)
            if (hits[i] > hits[best]) best = i;
        // A sentence or two of plain letters: "is" and "on" are words of other languages too, so these have to show twice the evidence.
        // One alone may be a word of another language by chance: "met" is Dutch too, "men" Swedish.
        if (words < FewWords && best != 0 && (hits[best] < 2 * hits[0] || hits[best] == 1) && !(endsForeign && hits[0] == 0) && nonAscii * 20 <= letters) return Found("en", 500);
        // One word in eight is far below what running text of any of these languages shows, and above what chance gives.
        if (hits[best] * 8 >= words) return Found(Languages[best], Math.Min(990, 600 + hits[best] * 1000 / words));
        if (words < FewWords && !(endsForeign && hits[0] == 0) && hits[best] <= Math.Max(1, hits[0]) && nonAscii * 10 <= letters) return Found("en", 500);
        return hits[0] == hits[best] && hits[0] * 14 >= words ? Found("en", 550) : Undetermined();
    }

    private static MetadataValue Found(string language, int thousandths) => new(language, null, FoundIn.Text, new Confidence(thousandths));

    private static MetadataValue Undetermined() => new("und", null, FoundIn.Text, Confidence.Full);

    /// <summary>The script of a letter by its code in ISO 15924; empty for one that no language here is written in.</summary>
    private static string ScriptOf(int rune) => rune switch
    {
        < 0x0250 => Latin,
        >= 0x0370 and < 0x0400 or >= 0x1F00 and < 0x2000 => "Grek",
        >= 0x0400 and < 0x0530 => "Cyrl",
        >= 0x0530 and < 0x0590 => "Armn",
        >= 0x0590 and < 0x0600 => "Hebr",
        >= 0x0600 and < 0x0780 => "Arab",
        >= 0x0900 and < 0x0980 => "Deva",
        >= 0x0980 and < 0x0A00 => "Beng",
        >= 0x0A00 and < 0x0A80 => "Guru",
        >= 0x0A80 and < 0x0B00 => "Gujr",
        >= 0x0B00 and < 0x0B80 => "Orya",
        >= 0x0B80 and < 0x0C00 => "Taml",
        >= 0x0C00 and < 0x0C80 => "Telu",
        >= 0x0C80 and < 0x0D00 => "Knda",
        >= 0x0D00 and < 0x0D80 => "Mlym",
        >= 0x0D80 and < 0x0E00 => "Sinh",
        >= 0x0E00 and < 0x0E80 => "Thai",
        >= 0x0E80 and < 0x0F00 => "Laoo",
        >= 0x1000 and < 0x10A0 => "Mymr",
        >= 0x10A0 and < 0x1100 => "Geor",
        >= 0x1100 and < 0x1200 or >= 0xAC00 and < 0xD7B0 => "Hang",
        >= 0x1200 and < 0x1380 => "Ethi",
        >= 0x1780 and < 0x1800 => "Khmr",
        >= 0x1E00 and < 0x1F00 => Latin,
        >= 0x3040 and < 0x3100 => "Kana",
        >= 0x3400 and < 0xA000 or >= 0x20000 => "Hani",
        >= 0xFB50 and < 0xFE00 or >= 0xFE70 and < 0xFF00 => "Arab",
        _ => "",
    };

    private static FrozenDictionary<string, ulong> ReadWords()
    {
        var words = new Dictionary<string, ulong>(StringComparer.Ordinal);
        int language = 0;
        foreach (string line in Lexicon.Lines("function-words"))
        {
            foreach (string word in line[5..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | 1ul << language;
            language++;
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<char, ulong> ReadLetters()
    {
        var letters = new Dictionary<char, ulong>();
        foreach (string line in Lexicon.Lines("language-letters"))
            foreach (char letter in line[5..])
                letters[letter] = letters.GetValueOrDefault(letter) | 1ul << Array.IndexOf(Languages, line[..2]);
        return letters.ToFrozenDictionary();
    }
}
