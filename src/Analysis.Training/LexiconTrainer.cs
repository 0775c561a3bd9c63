using Analysis.Language;

namespace Analysis.Training;

/// <summary>Counts spellings and their tags.</summary>
internal static class LexiconTrainer
{
    // A word this frequent that always has one tag needs no decision.
    private const int FixedFrom = 20;
    private const double FixedShare = 0.998;

    // Below this a word's tags are chance; its features must teach the tagger what to do with unknown words.
    private const int AmbiguityFrom = 3;
    private const double AmbiguityShare = 0.02;
    private const int MaxAmbiguities = 1000;

    public static Lexicon Train(IReadOnlyList<TreebankSentence> sentences, TagSet tags, WordNetWords dictionary, IEnumerable<string> others)
    {
        var lower = UsuallyLower(sentences);

        // A lexicon of letter case alone is enough to restore case, by which the real one counts.
        var plain = sentences.SelectMany(Forms).Concat(lower).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var reader = new WordReader(new Lexicon(
            new StringTable(plain), Array.ConvertAll(plain, form => new LexiconEntry(0, TagSet.None, 0, lower.Contains(form)))));
        var counts = Count(sentences, tags, reader);
        var forms = counts.Keys.Union(lower).Union(dictionary.Words).Union(dictionary.Irregular.Select(word => word.Form)).Order(StringComparer.Ordinal).ToArray();

        var ambiguities = Ambiguities(counts);
        var clusters = ClusterTrainer.Train(sentences.Select(sentence => Restored(sentence, reader)));
        var entries = Array.ConvertAll(forms, form =>
        {
            dictionary.TryGet(form, out var kind, out var topic);
            if (!counts.TryGetValue(form, out var byTag))
                return new LexiconEntry(0, TagSet.None, 0, lower.Contains(form) || char.IsLower(form[0]), kind, topic);
            ambiguities.TryGetValue(Ambiguity(byTag), out var ambiguity);
            return new LexiconEntry((ushort)ambiguity, FixedTag(byTag), clusters.GetValueOrDefault(form), lower.Contains(form), kind, topic);
        });

        // Inflected and capitalised forms say what their stems do.
        var byForm = new Lexicon(new StringTable(forms), entries);
        var stems = new WordReader(byForm);
        var irregular = dictionary.Irregular.DistinctBy(word => word.Form).ToDictionary(word => word.Form, word => word.Lemma, StringComparer.Ordinal);
        entries = [.. entries.Select((entry, index) => OfStem(forms[index], entry, byForm, stems, irregular))];
        return new Lexicon(new StringTable([.. forms, .. others.Except(forms, StringComparer.Ordinal)]), entries);
    }

    private static LexiconEntry OfStem(string form, LexiconEntry entry, Lexicon lexicon, WordReader reader, Dictionary<string, string> irregular)
    {
        var lower = form.ToLowerInvariant();
        if (lower == form)
        {
            return irregular.TryGetValue(form, out var lemma) && lexicon.TryGet(lemma, FeatureHash.Of(lemma), out var verb) && (byte)verb.Kind != 0
                ? WordReader.AddStem(entry, verb, WordReader.Irregular)
                : reader.AddStem(lower, entry);
        }

        if (entry.Kind != 0)
            return entry;
        lexicon.TryGet(lower, FeatureHash.Of(lower), out var known);
        known = reader.AddStem(lower, known);
        return known.Kind == 0 ? entry : entry with { Kind = known.Kind | WordReader.KindFromLower, Topic = known.Topic };
    }

    private static IEnumerable<string> Forms(TreebankSentence sentence) =>
        sentence.Words.Select(word => Fold(word.Form));

    private static string Fold(string form)
    {
        Span<char> folded = stackalloc char[WordReader.MaxWordLength];
        return folded[..WordReader.Fold(form, folded, foldDigits: true)].ToString();
    }

    // Lower-case spellings that outnumber the capitalised ones where capitals mean something.
    private static HashSet<string> UsuallyLower(IReadOnlyList<TreebankSentence> sentences)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            if (WordReader.Headline(sentence.Text, sentence.Spans).Title)
                continue;
            var opening = SentenceOpening.Start;
            foreach (var form in Forms(sentence))
            {
                var lower = form.ToLowerInvariant();
                if (!char.IsUpper(form[0]))
                    counts[lower] = counts.GetValueOrDefault(lower) + (form == lower ? 1 : 0);
                else if (!opening.IsOpen)
                    counts[lower] = counts.GetValueOrDefault(lower) - 1;
                opening = opening.After(form);
            }
        }

        return counts.Where(pair => pair.Value > 0 && char.IsLetter(pair.Key[0])).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, int[]> Count(IReadOnlyList<TreebankSentence> sentences, TagSet tags, WordReader reader)
    {
        var counts = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            foreach (var (word, form) in sentence.Words.Zip(Restored(sentence, reader)))
            {
                var tag = tags.IndexOf(word.Upos, word.Xpos);
                if (tag < 0)
                    continue;
                if (!counts.TryGetValue(form, out var byTag))
                    counts.Add(form, byTag = new int[tags.Count]);
                byTag[tag]++;
            }
        }

        return counts;
    }

    private static string[] Restored(TreebankSentence sentence, WordReader reader)
    {
        var features = new WordFeatures[sentence.Words.Length];
        reader.Read(sentence.Text, sentence.Spans, features);
        return [.. sentence.Words.Select((word, index) => Restore(word.Form, features[index].Case))];
    }

    private static string Restore(string form, WordCase wordCase) => wordCase switch
    {
        WordCase.Lower => Fold(form).ToLowerInvariant(),
        WordCase.Title => Fold(form)[..1] + Fold(form)[1..].ToLowerInvariant(),
        _ => Fold(form),
    };

    // Sets of tags by number, the most frequent first; 0 is for words too rare to have one.
    private static Dictionary<string, int> Ambiguities(Dictionary<string, int[]> counts) => counts.Values
        .GroupBy(Ambiguity, StringComparer.Ordinal)
        .Where(group => group.Key.Length > 0)
        .OrderByDescending(group => group.Sum(byTag => byTag.Sum()))
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .Take(MaxAmbiguities)
        .Select((group, index) => (group.Key, index))
        .ToDictionary(pair => pair.Key, pair => pair.index + 1, StringComparer.Ordinal);

    private static string Ambiguity(int[] byTag)
    {
        var total = byTag.Sum();
        if (total < AmbiguityFrom)
            return string.Empty;
        return string.Join(' ', Enumerable.Range(0, byTag.Length).Where(tag => byTag[tag] > total * AmbiguityShare));
    }

    private static byte FixedTag(int[] byTag)
    {
        var best = Array.IndexOf(byTag, byTag.Max());
        return byTag.Sum() >= FixedFrom && byTag[best] >= byTag.Sum() * FixedShare ? (byte)best : TagSet.None;
    }
}
