using System.Collections.Immutable;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Trains all parts in turn. The same sentences give the same bytes.</summary>
internal static class ModelTrainer
{
    // The largest that keep the file below 3 MB. LAS on EWT falls by about 1 with every halving of the parser's.
    private const int TaggerBits = 20;
    private const int ParserBits = 22;
    private const int Folds = 5;
    private static readonly ImmutableArray<ulong> Seeds = [1, 2, 3];

    // Pairs of tags seen less often are annotation slips or too rare to learn.
    private const int MinTagCount = 10;

    public static LanguageModel Train(IReadOnlyList<TreebankSentence> sentences)
    {
        var tags = Tags(sentences);
        var (rules, lemmas) = MorphologyTrainer.Lemmas(sentences, tags);
        var feats = MorphologyTrainer.Feats(sentences, tags);
        string[] texts =
        [
            .. rules.SelectMany(rule => new[] { rule.Suffix, rule.Ending }),
            .. lemmas.Concat(feats).SelectMany(fact => new[] { fact.Form, fact.Value }),
            .. sentences.SelectMany(sentence => sentence.Words).Select(word => word.Lemma),
        ];
        var lexicon = LexiconTrainer.Train(sentences, tags, texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var strings = lexicon.Strings;

        var taggerTrainer = new TaggerTrainer(tags, new WordReader(lexicon), TaggerBits);
        var examples = WithHeadlines([.. sentences, .. ReportedSpeech.Report(sentences, every: 4, seed: 7)]).ToArray();
        var tagger = taggerTrainer.Train(examples, Seeds.AsSpan());
        var tagged = taggerTrainer.Jackknife(examples, Folds, Seeds[0]);
        var actions = ParserTrainer.Actions(sentences);
        var parser = new ParserTrainer(actions, ParserBits).Train(examples, tagged, Seeds.AsSpan());

        return new LanguageModel(
            tags,
            actions,
            lexicon,
            tagger,
            parser,
            Array.ConvertAll(lemmas, Stored),
            Array.ConvertAll(rules, rule => new LanguageModel.EndingRule(rule.Tag, strings.Find(rule.Suffix), rule.Cut, strings.Find(rule.Ending))),
            Array.ConvertAll(feats, Stored));

        LanguageModel.WordFact Stored(MorphologyTrainer.Fact fact) => new(fact.Tag, strings.Find(fact.Form), strings.Find(fact.Value));
    }

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
