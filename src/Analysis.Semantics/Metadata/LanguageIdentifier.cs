using System.Collections.Frozen;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>Tells English from other languages by script and by the commonest short words.</summary>
/// <remarks>
/// Short words make up four tenths of running English and hardly any of other languages, so a count decides; what has too little evidence
/// is <c>und</c>. A few words in plain ASCII without evidence of another language are taken for English, as headlines and short passages are.
/// </remarks>
internal static class LanguageIdentifier
{
    /// <summary>Most words that are looked at; beyond them the verdict does not change.</summary>
    private const int MaxWords = 2000;

    /// <summary>Fewest words from which a lack of evidence counts against English.</summary>
    private const int FewWords = 25;

    private static readonly string[] Languages = [.. Lexicon.Lines("function-words").Select(line => line[..2])];

    /// <summary>Word to the set of languages it is a short word of, one bit a language.</summary>
    private static readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> LanguagesOf = ReadWords()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static MetadataValue Identify(SyntaxTree tree)
    {
        Span<int> hits = stackalloc int[Languages.Length];
        var scripts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int words = 0, letters = 0, latin = 0, nonAscii = 0;
        Span<char> lower = stackalloc char[24];
        foreach (var token in tree.Tokens)
        {
            if (words >= MaxWords) break;
            if (token.Kind is not SyntaxKind.Word) continue;
            words++;
            var form = tree.Text[token.Span];
            foreach (var rune in form.EnumerateRunes())
            {
                if (!System.Text.Rune.IsLetter(rune)) continue;
                letters++;
                string script = ScriptOf(rune.Value);
                if (script.Length == 0) latin++;
                else scripts[script] = scripts.GetValueOrDefault(script) + 1;
                if (rune.Value > 0x7f) nonAscii++;
            }
            if (form.Length > lower.Length) continue;
            form.ToLowerInvariant(lower);
            if (!LanguagesOf.TryGetValue(lower[..form.Length], out uint languages)) continue;
            for (int i = 0; i < hits.Length; i++)
                if ((languages >> i & 1) != 0) hits[i]++;
        }
        if (letters == 0) return Undetermined();
        if (latin * 2 < letters)
        {
            var (language, count) = scripts.MaxBy(pair => pair.Value);
            return Found(language, count * 1000 / letters);
        }
        int best = 0;
        for (int i = 1; i < hits.Length; i++)
            if (hits[i] > hits[best]) best = i;
        // A sentence or two of plain letters: "is" and "on" are words of other languages too, so these have to show twice the evidence.
        // One alone may be a word of another language by chance: "met" is Dutch too, "men" Swedish.
        if (words < FewWords && best != 0 && (hits[best] < 2 * hits[0] || hits[best] == 1) && nonAscii * 20 <= letters) return Found("en", 500);
        // One word in eight is far below what running text of any of these languages shows, and above what chance gives.
        if (hits[best] * 8 >= words) return Found(Languages[best], Math.Min(990, 600 + hits[best] * 1000 / words));
        if (words < FewWords && hits[best] <= Math.Max(1, hits[0]) && nonAscii * 10 <= letters) return Found("en", 500);
        return hits[0] == hits[best] && hits[0] * 14 >= words ? Found("en", 550) : Undetermined();
    }

    private static MetadataValue Found(string language, int thousandths) => new(language, null, FoundIn.Text, new Confidence(thousandths));

    private static MetadataValue Undetermined() => new("und", null, FoundIn.Text, Confidence.Full);

    /// <summary>Language that a letter's script stands for; empty for Latin. Scripts of several languages give the most spoken one.</summary>
    private static string ScriptOf(int rune) => rune switch
    {
        < 0x0250 => "",
        >= 0x0370 and < 0x0400 => "el",
        >= 0x0400 and < 0x0530 => "ru",
        >= 0x0530 and < 0x0590 => "hy",
        >= 0x0590 and < 0x0600 => "he",
        >= 0x0600 and < 0x0780 => "ar",
        >= 0x0900 and < 0x0980 => "hi",
        >= 0x0980 and < 0x0A00 => "bn",
        >= 0x0E00 and < 0x0E80 => "th",
        >= 0x10A0 and < 0x1100 => "ka",
        >= 0x1100 and < 0x1200 or >= 0xAC00 and < 0xD7B0 => "ko",
        >= 0x1E00 and < 0x1F00 => "",
        >= 0x3040 and < 0x3100 => "ja",
        >= 0x3400 and < 0xA000 or >= 0x20000 => "zh",
        _ => "und",
    };

    private static FrozenDictionary<string, uint> ReadWords()
    {
        var words = new Dictionary<string, uint>(StringComparer.Ordinal);
        int language = 0;
        foreach (string line in Lexicon.Lines("function-words"))
        {
            foreach (string word in line[5..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | 1u << language;
            language++;
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
