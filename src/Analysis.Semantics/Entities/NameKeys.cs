using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Analysis.Language;

namespace Analysis.Semantics.Entities;

/// <summary>The forms of a name that stay the same from article to article.</summary>
/// <remarks>
/// A key is the name in lower case, without accents, hyphens and the article's own capitals. Spellings of one foreign name that are in common
/// use differ in a few places (<em>-sky</em>, <em>-skyy</em>, <em>-skiy</em>); <see cref="Transliterated"/> writes these one way. Names that
/// changed or have several forms (<em>Kiev</em>, <em>Kyiv</em>) stand in a list.
/// </remarks>
internal static class NameKeys
{
    private static readonly FrozenDictionary<string, string> Aliases = Lexicon.Pairs("name-aliases");

    private static readonly FrozenDictionary<char, char> WithoutAccent = Lexicon.Pairs("accented-letters")
        .SelectMany(pair => pair.Value.Select(letter => (letter, Plain: pair.Key[0]))).ToFrozenDictionary(pair => pair.letter, pair => pair.Plain);

    private static readonly FrozenSet<string> Generations = FrozenSet.Create(StringComparer.Ordinal, "jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

    /// <summary>Words that say the legal form of a company.</summary>
    private static readonly FrozenSet<string> LegalForms = FrozenSet.Create(
        StringComparer.Ordinal, "inc", "inc.", "corp", "corp.", "corporation", "ltd", "ltd.", "limited", "plc", "llc", "co", "co.", "company", "ag", "sa", "gmbh", "nv", "holdings", "incorporated");

    // Endings and letters that transliterations from Cyrillic and Arabic differ in; tried in order, at the end of a word alone where marked.
    private static readonly (string From, string To, bool AtEnd)[] Spellings =
    [
        ("skyy", "ski", true), ("skyi", "ski", true), ("skiy", "ski", true), ("skij", "ski", true), ("skii", "ski", true), ("sky", "ski", true),
        ("yy", "i", true), ("iy", "i", true), ("ij", "i", true), ("ii", "i", true), ("yi", "i", true),
        ("aya", "aia", true), ("iya", "ia", true),
        ("yev", "ev", false), ("yov", "ov", true), ("kh", "h", false), ("dh", "d", false), ("ks", "x", false), ("tch", "ch", false), ("q", "k", false),
    ];

    /// <summary>The key of the words of a name.</summary>
    public static string Of(AnnotatedText text, int start, int end)
    {
        var key = new StringBuilder();
        for (int i = start; i < end; i++)
        {
            if (text.Form(i) is "-" or "\u2010" or "\u2011" or ",") continue;
            if (key.Length > 0) key.Append(' ');
            key.Append(Fold(text.Form(i).ToString()));
        }
        return key.ToString();
    }

    /// <summary>The key of a name that is written as one string.</summary>
    public static string Of(string name)
    {
        string folded = Fold(name);
        return string.Join(' ', folded.Split([' ', '-', '\u2010', '\u2011', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Lower case without accents, the apostrophe straight.</summary>
    /// <remarks>By a list of our own: what a platform knows of Unicode depends on how it is set up.</remarks>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word)) return word.ToLowerInvariant();
        var folded = new StringBuilder(word.Length);
        foreach (char written in word)
        {
            char c = char.ToLowerInvariant(written);
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            if (WithoutAccent.TryGetValue(c, out char plain)) folded.Append(plain);
            else folded.Append(c switch
            {
                '’' or 'ʼ' => "'",
                'ß' => "ss",
                'æ' => "ae",
                'œ' => "oe",
                'þ' => "th",
                var other => other.ToString(),
            });
        }
        return folded.ToString();
    }

    /// <summary>The form of a key that stands for all that are in use: <c>kyiv</c> for <c>kiev</c>; the key itself where there is no other.</summary>
    public static string Canonical(string key) => Aliases.GetValueOrDefault(key, key);

    /// <summary>A word as all common transliterations of it would be written.</summary>
    public static string Transliterated(string word)
    {
        if (word.Length < 4) return word;
        string spelt = word.Replace("'", "", StringComparison.Ordinal);
        foreach (var (from, to, atEnd) in Spellings)
        {
            if (!atEnd) spelt = spelt.Replace(from, to, StringComparison.Ordinal);
            else if (spelt.Length > from.Length && spelt.EndsWith(from, StringComparison.Ordinal)) spelt = spelt[..^from.Length] + to;
        }
        // Doubled letters come and go: "Mohammed", "Mohamed".
        var single = new StringBuilder(spelt.Length);
        foreach (char c in spelt)
            if (single.Length == 0 || single[^1] != c) single.Append(c);
        return single.ToString();
    }

    /// <summary>The name of a company without its legal form; the key itself where it has none or is nothing else.</summary>
    public static string WithoutLegalForm(string key)
    {
        int space = key.LastIndexOf(' ');
        return space > 0 && LegalForms.Contains(key[(space + 1)..]) ? key[..space].TrimEnd(',', ' ') : key;
    }

    /// <summary>Whether a word in lower case tells a son from his father.</summary>
    public static bool IsGeneration(string word) => Generations.Contains(word);

    /// <summary>All keys of an entity, the full name first, the rest in the order of how much they say; each once.</summary>
    /// <param name="type">What it is.</param>
    /// <param name="key">Key of its full name.</param>
    /// <param name="aliases">Keys of everything that the article calls it.</param>
    public static List<string> All(EntityType type, string key, IEnumerable<string> aliases)
    {
        var keys = new List<string> { key };
        if (type is EntityType.Person && PersonName.Of(key) is { Last: var last } && last != key) Add(last);
        if (type is EntityType.Norp && Nationality.PlaceOf(key) is { } place) Add(place);
        // A given name alone is anybody's: it is worth nothing to another article.
        foreach (string alias in aliases)
            if (type is not EntityType.Person || alias.Contains(' ') || alias != PersonName.Of(key).Given) Add(alias);
        for (int i = 0, written = keys.Count; i < written; i++)
        {
            Add(Canonical(keys[i]));
            if (type is EntityType.Person)
            {
                string bare = PersonName.WithoutArticle(keys[i]);
                Add(Canonical(bare));
                Add(string.Join(' ', bare.Split(' ').Select(Transliterated)));
            }
            else if (type is EntityType.Organization or EntityType.Other) Add(WithoutLegalForm(keys[i]));
        }
        return keys;

        void Add(string form)
        {
            if (form.Length > 0 && !keys.Contains(form)) keys.Add(form);
        }
    }
}

/// <summary>What nationalities and the like belong to.</summary>
internal static class Nationality
{
    private static readonly FrozenDictionary<string, string> Places = Lexicon.Pairs("nationalities");

    /// <summary>Key of the country or place; null for any other word.</summary>
    public static string? PlaceOf(string word) => Places.GetValueOrDefault(word);

    /// <summary>Whether the word, in whatever case, is a nationality or the like.</summary>
    public static bool Is(string word) => Places.ContainsKey(word);
}
