using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Events over documents, on the development part of ECB+: which sentences of two documents of a topic tell of a common event, and which of the
/// marked mentions are of one event, singletons among them. A topic holds reports of two events of one kind.
/// </summary>
/// <remarks>
/// The floors are words alone: sentences that share the lemma of a marked mention; mentions of one lemma in one topic. No weights
/// are fitted, but the bounds of stories and contexts were chosen among some dozens by their figures on this part and on Train, and kinds of words that are too wide were
/// seen there, so that other texts are the proof. ANALYSIS_EVENTS_PART=Train reads the other part; ANALYSIS_SHOW_MISSES=1 prints links that are missed and made wrongly, by their words.
/// </remarks>
internal sealed class EventsSuite() : AccuracySuite("events", "ecbplus/data/interim/cybulska_setup")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var corpus = EcbCorpus.Read(dataFolder, Environment.GetEnvironmentVariable("ANALYSIS_EVENTS_PART") ?? "Dev");
        var parser = new RememberingParser(TrainedParser.Default);
        var models = new SemanticModel[corpus.Documents.Length];
        Parallel.For(0, models.Length, i => models[i] = corpus.Documents[i].Read(parser));
        int[] heads = [.. corpus.Mentions.Select(mention => HeadOf(models[mention.Document], mention.Spans))];
        var lemmas = corpus.Mentions.Select((mention, i) => models[mention.Document].Text.Words[heads[i]].Lemma.ToLowerInvariant()).ToImmutableArray();
        return [.. Chains(corpus, models, heads, lemmas, output), .. Sentences(corpus, models, parser, lemmas, output)];
    }

    /// <summary>The token of a mention that the others hang on.</summary>
    private static int HeadOf(SemanticModel model, ImmutableArray<TextSpan> spans)
    {
        var tokens = spans.Select(span => Math.Min(model.Text.TokenAt(span.Start), model.Tree.Tokens.Length - 1)).ToList();
        return tokens.Where(token => !tokens.Any(other => other != token && model.Text.IsBelow(token, other))).DefaultIfEmpty(tokens[0]).First();
    }

    // ---- mentions ----

    private static IEnumerable<Figure> Chains(EcbCorpus corpus, SemanticModel[] models, int[] heads, ImmutableArray<string> lemmas, TextWriter output)
    {
        var names = corpus.Mentions.Select(mention => mention.Chain).Distinct().Select((name, number) => (name, number)).ToDictionary(chain => chain.name, chain => chain.number, StringComparer.Ordinal);
        int[] marked = [.. corpus.Mentions.Select(mention => names[mention.Chain])];
        var sameLemma = Floor((mention, i) => $"{corpus.Documents[mention.Document].Topic} {lemmas[i]}");
        var sameStem = Floor((mention, i) => $"{corpus.Documents[mention.Document].Topic} {lemmas[i][..Math.Min(5, lemmas[i].Length)]}");
        var found = EventChains.Of([.. models], [.. corpus.Mentions.Select((mention, i) => new EventMention(mention.Document, heads[i]))]);
        var score = ChainScore.Of(marked, found);
        if (Environment.GetEnvironmentVariable("ANALYSIS_SHOW_MISSES") is not null) ShowLinks(corpus, lemmas, marked, found, output);
        return
        [
            new($"events ({marked.Length} mentions, {names.Count} chains), CoNLL F1", score.Conll, sameStem.Conll, 80),
            new("events, MUC", score.Muc),
            new("events, B cubed", score.BCubed),
            new("events, CEAF of chains", score.CeafE),
            new("events, CoNLL F1, one chain a topic and lemma", sameLemma.Conll),
            new("events, CoNLL F1, one chain a topic and stem", sameStem.Conll),
        ];

        ChainScore Floor(Func<EcbMention, int, string> key)
        {
            var keys = new Dictionary<string, int>(StringComparer.Ordinal);
            return ChainScore.Of(marked, [.. corpus.Mentions.Select((mention, i) => keys.TryGetValue(key(mention, i), out int known) ? known : keys[key(mention, i)] = keys.Count)]);
        }
    }

    private static void ShowLinks(EcbCorpus corpus, ImmutableArray<string> lemmas, int[] marked, ImmutableArray<int> found, TextWriter output)
    {
        var missed = new Dictionary<string, int>(StringComparer.Ordinal);
        var wrong = new Dictionary<string, int>(StringComparer.Ordinal);
        int acrossStories = 0;
        for (int i = 0; i < marked.Length; i++)
            for (int j = i + 1; j < marked.Length; j++)
            {
                if (marked[i] == marked[j] == (found[i] == found[j])) continue;
                var pair = string.CompareOrdinal(lemmas[i], lemmas[j]) <= 0 ? $"{lemmas[i]}~{lemmas[j]}" : $"{lemmas[j]}~{lemmas[i]}";
                var counts = marked[i] == marked[j] ? missed : wrong;
                counts[pair] = counts.GetValueOrDefault(pair) + 1;
                if (marked[i] != marked[j] && corpus.Documents[corpus.Mentions[i].Document].Name.EndsWith("plus", StringComparison.Ordinal) != corpus.Documents[corpus.Mentions[j].Document].Name.EndsWith("plus", StringComparison.Ordinal)) acrossStories++;
            }
        foreach (var (name, counts) in ((string, Dictionary<string, int>)[])[("missed", missed), ("wrong", wrong)])
            output.WriteLine($"{name} {counts.Values.Sum()}: {string.Join(", ", counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(150).Select(pair => $"{pair.Key} {pair.Value}"))}");
        output.WriteLine($"wrong across the two collections of a topic: {acrossStories}");
    }

    // ---- sentences ----

    private static IEnumerable<Figure> Sentences(EcbCorpus corpus, SemanticModel[] models, ISentenceParser parser, ImmutableArray<string> lemmas, TextWriter output)
    {
        var sentences = corpus.Documents.SelectMany((document, d) => document.Sentences.Select((span, s) => (Document: d, Sentence: s, Text: document.Text[span.Start..span.End], document.Topic))).ToList();
        var chains = sentences.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var words = sentences.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToList();
        var place = sentences.Select((sentence, i) => (sentence, i)).ToDictionary(s => (s.sentence.Document, s.sentence.Sentence), s => s.i);
        for (int m = 0; m < corpus.Mentions.Length; m++)
        {
            int at = place[(corpus.Mentions[m].Document, corpus.Mentions[m].Sentence)];
            chains[at].Add(corpus.Mentions[m].Chain);
            words[at].Add(lemmas[m]);
        }
        var passages = new SemanticModel[sentences.Count];
        Parallel.For(0, passages.Length, i => passages[i] = SemanticModel.Build(SyntaxTree.ParsePassage(SourceText.From(sentences[i].Text)), parser));
        var pairs = Enumerable.Range(0, sentences.Count)
            .SelectMany(l => Enumerable.Range(l + 1, sentences.Count - l - 1).Where(r => sentences[l].Topic == sentences[r].Topic && sentences[l].Document != sentences[r].Document).Select(r => (Left: l, Right: r))).ToList();
        var relations = new Relation[pairs.Count];
        Parallel.For(0, pairs.Count, p => relations[p] = PassageComparison.Compare(passages[pairs[p].Left], passages[pairs[p].Right], sameSituation: false).Relation);
        var events = models.SelectMany((model, i) => EventChains.Find(model, i).AsEnumerable()).ToImmutableArray();
        var eventChains = EventChains.Of([.. models], events);
        var told = sentences.Select(_ => new HashSet<int>()).ToList();
        for (int e = 0; e < events.Length; e++)
        {
            int start = models[events[e].Article].Tree.Tokens[events[e].Token].Span.Start;
            told[place[(events[e].Article, corpus.Documents[events[e].Article].Sentences.Index().Last(sentence => sentence.Item.Start <= start).Index)]].Add(eventChains[e]);
        }
        bool[] marked = [.. pairs.Select(pair => chains[pair.Left].Overlaps(chains[pair.Right]))];
        var product = F1(marked, [.. relations.Select(relation => relation is not Relation.Unrelated)]);
        var chained = F1(marked, [.. pairs.Select(pair => told[pair.Left].Overlaps(told[pair.Right]))]);
        var either = F1(marked, [.. pairs.Select((pair, p) => told[pair.Left].Overlaps(told[pair.Right]) || relations[p] is not Relation.Unrelated)]);
        var floor = F1(marked, [.. pairs.Select(pair => words[pair.Left].Overlaps(words[pair.Right]))]);
        if (Environment.GetEnvironmentVariable("ANALYSIS_SHOW_MISSES") is not null)
            for (int p = 0; p < pairs.Count; p++)
                if (marked[p] != relations[p] is not Relation.Unrelated) output.WriteLine($"{(marked[p] ? "NOT ALIGNED" : "ALIGNED")} {relations[p]}: {sentences[pairs[p].Left].Text} | {sentences[pairs[p].Right].Text}");
        return
        [
            new($"sentence pairs ({pairs.Count}, {marked.Count(one => one)} with a common event), a chain of events in common, F1", chained.F1, null, floor.F1 + 12),
            new("sentence pairs, a chain of events in common, precision", chained.Precision),
            new("sentence pairs, a chain of events in common, recall", chained.Recall),
            new("sentence pairs, related as passages, F1", product.F1, null, floor.F1 + 12),
            new("sentence pairs, related as passages, precision", product.Precision),
            new("sentence pairs, related as passages, recall", product.Recall),
            new("sentence pairs, either, F1", either.F1, null, floor.F1 + 12),
            new("sentence pairs, either, precision", either.Precision),
            new("sentence pairs, either, recall", either.Recall),
            new("sentence pairs, F1, lemma of a marked mention in common", floor.F1),
            new("sentence pairs, precision, lemma in common", floor.Precision),
            new("sentence pairs, recall, lemma in common", floor.Recall),
        ];
    }

    private static (double F1, double Precision, double Recall) F1(bool[] marked, bool[] found)
    {
        int both = marked.Zip(found).Count(pair => pair.First && pair.Second), allMarked = marked.Count(one => one), allFound = found.Count(one => one);
        return (200.0 * both / Math.Max(1, allMarked + allFound), 100.0 * both / Math.Max(1, allFound), 100.0 * both / Math.Max(1, allMarked));
    }
}
