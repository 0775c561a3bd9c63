using System.Collections.Frozen;
using System.Globalization;

namespace Analysis.Comparison;

/// <summary>How rare words are: a rare word that is missing tells more than a common one.</summary>
internal static class WordRarity
{
    /// <summary>The list, without ending: lines <c>rarity: words</c>.</summary>
    public const string ListName = "word-rarity";

    /// <summary>Rarity of words that are on no list: in fewer than one sentence of 1,800.</summary>
    public const int Greatest = 8;

    private static readonly FrozenDictionary<string, int> Rarities = Semantics.Lexicon.Lines(ListName, typeof(WordRarity).Assembly)
        .Select(line => line.Split(':', 2))
        .SelectMany(fields => fields[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => KeyValuePair.Create(word, int.Parse(fields[0], CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Rarity of a lemma: the natural logarithm of how many sentences there are for one that has it, rounded; 0 to <see cref="Greatest"/>.</summary>
    public static int Of(string lemma) => Rarities.GetValueOrDefault(lemma, Greatest);
}
