using System.Collections.Immutable;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Trains all parts in turn. The same sentences give the same bytes.</summary>
internal static class ModelTrainer
{
    // LAS on EWT falls by about 1 with every halving of the parser's table; twice as large it rises by 0.1 and the parser is half as fast.
    private const int TaggerBits = 21;
    private const int ParserBits = 22;
    private const int Folds = 5;

    /// <summary>How many models are trained at a time; the bytes do not depend on it.</summary>
    public const int Threads = 2;

    private static readonly ImmutableArray<ulong> Seeds = [1, 2, 3, 4];

    // Pairs of tags seen less often are annotation slips or too rare to learn.
    private const int MinTagCount = 10;

    public static LanguageModel Train(IReadOnlyList<TreebankSentence> sentences, WordNetWords dictionary)
    {
        var tags = Tags(sentences);
        var (rules, lemmas) = MorphologyTrainer.Lemmas(sentences, tags, dictionary);
        var feats = MorphologyTrainer.Feats(sentences, tags);
        string[] texts =
        [
            .. rules.SelectMany(rule => new[] { rule.Suffix, rule.Ending }),
            .. lemmas.Concat(feats).SelectMany(fact => new[] { fact.Form, fact.Value }),
            .. sentences.SelectMany(sentence => sentence.Words).Select(word => word.Lemma),
        ];
        var lexicon = LexiconTrainer.Train(sentences, tags, dictionary, texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var strings = lexicon.Strings;

        // The second pass and the parser learn from tags as they are in use: given by models that have not seen the sentence.
        var taggerTrainer = new TaggerTrainer(tags, new WordReader(lexicon), TaggerBits);
        var examples = Examples(sentences);
        var tagger = taggerTrainer.Train(examples, Seeds.AsSpan());
        var tagged = taggerTrainer.Jackknife(examples, Folds, Seeds[0]);
        var secondTagger = taggerTrainer.Train(examples, Seeds.AsSpan(), tagged);
        tagged = taggerTrainer.Jackknife(examples, Folds, Seeds[0], tagged);
        var actions = ParserTrainer.Actions(sentences);
        var parser = new ParserTrainer(actions, ParserBits).Train(examples, tagged, Seeds.AsSpan());

        return new LanguageModel(
            tags,
            actions,
            lexicon,
            tagger,
            secondTagger,
            parser,
            Array.ConvertAll(lemmas, Stored),
            Array.ConvertAll(rules, rule => new LanguageModel.EndingRule(rule.Tag, strings.Find(rule.Suffix), rule.Cut, strings.Find(rule.Ending))),
            Array.ConvertAll(feats, Stored));

        LanguageModel.WordFact Stored(MorphologyTrainer.Fact fact) => new(fact.Tag, strings.Find(fact.Form), strings.Find(fact.Value));
    }

    /// <summary>Trains one model a seed, some at a time, and gives them in the order of the seeds.</summary>
    public static IEnumerable<AveragedPerceptron> EachSeed(ReadOnlySpan<ulong> seeds, Func<ulong, AveragedPerceptron> train) =>
        seeds.ToArray().AsParallel().AsOrdered().WithDegreeOfParallelism(Threads).Select(train);

    /// <summary>The sentences and the copies made of them.</summary>
    public static TreebankSentence[] Examples(IReadOnlyList<TreebankSentence> sentences) =>
        [.. WithHeadlines([.. WithHyphens(sentences), .. ReportedSpeech.Report(sentences, every: 4, seed: 7)])];

    // Where a dash is typed as a hyphen, the sentence reads the same: those with a dash come again with a hyphen.
    private static IEnumerable<TreebankSentence> WithHyphens(IEnumerable<TreebankSentence> sentences)
    {
        foreach (var sentence in sentences)
        {
            yield return sentence;
            if (sentence.Words.Any(IsDash))
            {
                yield return new TreebankSentence(
                    sentence.Document, Array.ConvertAll(sentence.Words, word => IsDash(word) ? word with { Form = "-", Lemma = "-" } : word));
            }
        }
    }

    private static bool IsDash(TreebankWord word) => word.Form is "–" or "—" or "--" && word.Upos == Upos.PUNCT && word.Xpos != Xpos.HYPH;

    // Treebanks have few headlines: every eighth sentence comes again in Title Case, every 24th in capitals.
    private static IEnumerable<TreebankSentence> WithHeadlines(IReadOnlyList<TreebankSentence> sentences)
    {
        for (var index = 0; index < sentences.Count; index++)
        {
            yield return sentences[index];
            if (index % 8 == 0)
                yield return Capitals.Title(sentences[index]);
            if (index % 24 == 4)
                yield return Capitals.All(sentences[index]);
        }
    }

    private static TagSet Tags(IEnumerable<TreebankSentence> sentences) => new(
    [
        .. sentences.SelectMany(sentence => sentence.Words)
            .GroupBy(word => (word.Upos, word.Xpos))
            .Where(group => group.Count() >= MinTagCount)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => group.Key),
    ]);
}
