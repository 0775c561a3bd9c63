using Analysis.Comparison;

namespace Analysis.Training;

/// <summary>Counts in how many sentences words occur.</summary>
internal static class RarityTrainer
{
    /// <summary>Writes <c>word-rarity.txt</c>.</summary>
    /// <param name="treebanks">Holds <c>ewt/train.conllu</c> and <c>gum/train/*.conllu</c>.</param>
    /// <param name="folder">Where to write.</param>
    public static void Train(string treebanks, string folder)
    {
        using var list = new StreamWriter(Path.Combine(folder, WordRarity.ListName + ".txt")) { NewLine = "\n" };
        list.WriteLine("# Counted by 'Analysis.Training rarities' in the training parts of the English Web Treebank (CC BY-SA 4.0) and GUM (CC BY 4.0): rarity: lemmas.");
        list.WriteLine("# The rarity of a lemma is the natural logarithm of how many sentences there are for one that has it, rounded. All others are rarer.");
        foreach (string line in Count(treebanks)) list.WriteLine(line);
    }

    /// <summary>The lines of the list, the most common words first.</summary>
    public static List<string> Count(string treebanks)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        int sentences = 0;
        foreach (var sentence in Treebank.Read(Path.Combine(treebanks, "ewt", "train.conllu")).Concat(Treebank.Read(Path.Combine(treebanks, "gum", "train"))))
        {
            sentences++;
            foreach (string lemma in sentence.Words.Select(word => word.Lemma.ToLowerInvariant()).Distinct(StringComparer.Ordinal))
                counts[lemma] = counts.GetValueOrDefault(lemma) + 1;
        }
        return
        [
            .. from entry in counts
               where entry.Key.All(char.IsLetter)
               let rarity = (int)Math.Round(Math.Log((sentences + 1.0) / (entry.Value + 1)))
               where rarity < WordRarity.Greatest
               orderby rarity
               group entry.Key by rarity into words
               select $"{words.Key}: {string.Join(' ', words.Order(StringComparer.Ordinal))}",
        ];
    }
}
