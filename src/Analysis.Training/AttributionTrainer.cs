using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>Learns which words attribute and how reliably they do in which frames, from marked attributions: the cue lexicon.</summary>
/// <remarks>
/// Every word of the corpus is a cue or none; logistic regression weighs the entries that fit it, with an L1 penalty that keeps the lexicon short
/// (Tsuruoka, Tsujii and Ananiadou 2009: the penalty is laid on as if it had been at every step). Single-threaded with a fixed order, so the same
/// corpus gives the same file.
/// </remarks>
internal sealed class AttributionTrainer : ICueJudge
{
    /// <summary>A word that heads fewer marked cues is not learned: it may be a slip.</summary>
    private const int FewestCues = 2;

    /// <summary>A word of which fewer than one in so many heads a cue is left out: it would cost more time than it finds.</summary>
    private const int MostPerCue = 40;

    /// <summary>An entry that fits fewer words is left out.</summary>
    private const int FewestUses = 5;

    private const int Rounds = 14;
    private const double FirstRate = 0.3;

    /// <summary>Chosen on every tenth article while the rest was learned from; a smaller one makes the list longer and finds no more.</summary>
    private const double Penalty = 0.00004;

    /// <summary>Entries are whole hundredths of a logit.</summary>
    private const int Scale = 100;

    /// <summary>Smaller entries are left out: they decide next to nothing.</summary>
    private const int SmallestEntry = 8;

    /// <summary>Sums of entries, in hundredths of a logit, from which on it is counted how often they are right.</summary>
    private static readonly int[] CalibratedFrom = [-50, 0, 50, 100, 150, 200, 300, 400];

    private readonly Dictionary<(string Lemma, char Class), (int Cues, int All)> _words = [];
    private readonly List<(ulong[] Entries, bool IsCue, int Article)> _examples = [];
    private HashSet<int> _cues = [];
    private bool _counting;
    private int _article;

    /// <inheritdoc/>
    public Dictionary<ulong, string>? Names { get; } = [];

    /// <inheritdoc/>
    public Predicate<ulong>? IsCueWord => null;

    /// <summary>Learns and writes <c>attribution-cues.txt</c>.</summary>
    /// <param name="corpus">The train part of PolNeAR: holds <c>text</c> and <c>attributions</c>.</param>
    /// <param name="folder">Where to write.</param>
    public static void Train(string corpus, string folder)
    {
        var trainer = new AttributionTrainer();
        var articles = AttributedDocument.Read(corpus)
            .Select(document => (Document: document, Text: AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(document.Text)), TrainedParser.Default))).ToList();
        foreach (bool counting in new[] { true, false })
        {
            trainer._counting = counting;
            trainer._article = 0;
            foreach (var (document, text) in articles)
            {
                trainer._article++;
                trainer._cues = [.. document.Attributions.Select(attribution => HeadOf(text, attribution))];
                var reader = new AttributionReader(text, SemanticModelBuilder.QuotedTokens(text.Tree), trainer);
                foreach (var sentence in text.Tree.Sentences.SelectMany(sentence => sentence.Stretches())) reader.Read(sentence, []);
            }
        }
        trainer.Write(Path.Combine(folder, "attribution-cues.txt"), articles.Count);
    }

    /// <inheritdoc/>
    public int Reliability(CueFrame frame)
    {
        var word = (frame.Lemma.ToLowerInvariant(), frame.Class);
        bool isCue = _cues.Contains(frame.Head);
        var (cues, all) = _words.GetValueOrDefault(word);
        if (_counting) _words[word] = (cues + (isCue ? 1 : 0), all + 1);
        else if (IsWord(cues, all)) _examples.Add(([.. frame.Entries], isCue, _article));
        return int.MinValue;
    }

    private static bool IsWord(int cues, int all) => cues >= FewestCues && cues * MostPerCue >= all;

    /// <summary>The token of a marked cue whose governor stands outside of it, of several a verb, then a noun; -1 without a cue.</summary>
    public static int HeadOf(AnnotatedText text, MarkedAttribution attribution)
    {
        if (attribution.Cue is not { } cue) return -1;
        int first = text.TokenAt(cue.Start), best = -1, rank = int.MaxValue;
        for (int i = first; i < text.Words.Length && text.Tree.Tokens[i].Span.Start < cue.End; i++)
        {
            if (text.Head(i) is var head && head >= first && text.Tree.Tokens[head].Span.Start < cue.End) continue;
            int its = text.Words[i].Upos switch { Upos.VERB => 0, Upos.NOUN => 1, Upos.PROPN => 2, Upos.PRON => 3, Upos.ADJ => 4, Upos.PUNCT => 9, _ => 5 };
            if (its < rank) (best, rank) = (i, its);
        }
        return best;
    }

    // ---- learning ----

    private void Write(string path, int articles)
    {
        var uses = new Dictionary<ulong, int>();
        foreach (var (entries, _, _) in _examples)
            foreach (ulong entry in entries) uses[entry] = uses.GetValueOrDefault(entry) + 1;
        var words = _words.Where(word => IsWord(word.Value.Cues, word.Value.All)).Select(word => CueFrame.Key(word.Key.Lemma, [word.Key.Class], "")).ToHashSet();
        var numbers = new Dictionary<ulong, int>();
        foreach (var (entry, count) in uses)
            if (count >= FewestUses || words.Contains(entry)) numbers[entry] = numbers.Count;
        var examples = _examples.ConvertAll(example => (Entries: example.Entries.Where(numbers.ContainsKey).Select(entry => numbers[entry]).ToArray(), example.IsCue, example.Article));
        int[] calibration = CheckHeldOut(examples, numbers.Count);
        var weights = Learn(examples, numbers.Count);
        var rows = numbers.Select(number => (Name: Names![number.Key], Weight: (int)Math.Round(weights[number.Value] * Scale), IsWord: words.Contains(number.Key)))
            .Where(row => row.IsWord || Math.Abs(row.Weight) >= SmallestEntry).OrderBy(row => row.Name, StringComparer.Ordinal).ToList();
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine($"# Learned by 'Analysis.Training attributions' from the cue words of the {articles} articles of the train part of PolNeAR (github.com/networkdynamics/PolNeAR, MIT); no text of theirs is in it.");
        writer.WriteLine("# Which words attribute, and how reliably they do in which frame: lemma (* any), class, trait of the frame (none: any frame), hundredths of a logit.");
        writer.WriteLine("# V verb, N noun, A adjective, P preposition, R adverb, S sign. The entries that fit a word are added up; above 0 it attributes.");
        writer.WriteLine("# calibration: from which sum on how many thousandths of such words attribute, on articles that were not learned from.");
        for (int i = 0; i < calibration.Length; i++) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CueLexicon.Calibration}\t{CalibratedFrom[i]}\t\t{calibration[i]}"));
        foreach (var row in rows) writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name}\t{row.Weight}"));
        Console.WriteLine($"{words.Count} words, {rows.Count} entries, {_examples.Count} examples");
    }

    /// <summary>Shows how well every tenth article is told by what is learned from the others, and gives back how often such sums are right.</summary>
    private static int[] CheckHeldOut(List<(int[] Entries, bool IsCue, int Article)> examples, int count)
    {
        var weights = Learn(examples.FindAll(example => example.Article % 10 != 0), count);
        // Below 0 more is found and less of it right: a wrong quote is worse than a missing one.
        foreach (int threshold in new[] { -60, -30, 0, 40 })
        {
            int right = 0, found = 0, cues = 0;
            foreach (var (entries, isCue, article) in examples)
            {
                if (article % 10 != 0) continue;
                bool taken = entries.Sum(entry => weights[entry]) * Scale > threshold;
                (right, found, cues) = (right + (taken && isCue ? 1 : 0), found + (taken ? 1 : 0), cues + (isCue ? 1 : 0));
            }
            double precision = (double)right / found, recall = (double)right / cues;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held out, above {threshold}: precision {precision:P1}, recall {recall:P1}, F1 {2 * precision * recall / (precision + recall):P2}; {weights.Count(weight => Math.Abs(weight) * Scale >= SmallestEntry)} entries"));
        }
        var (rights, alls) = (new int[CalibratedFrom.Length], new int[CalibratedFrom.Length]);
        foreach (var (entries, isCue, article) in examples)
        {
            int sum = (int)Math.Round(entries.Sum(entry => weights[entry]) * Scale);
            if (article % 10 != 0 || sum < CalibratedFrom[0]) continue;
            int bin = Array.FindLastIndex(CalibratedFrom, from => from <= sum);
            alls[bin]++;
            if (isCue) rights[bin]++;
        }
        return [.. rights.Select((right, bin) => 1000 * right / Math.Max(1, alls[bin]))];
    }

    private static double[] Learn(List<(int[] Entries, bool IsCue, int Article)> examples, int count)
    {
        double[] weights = new double[count], paid = new double[count];
        double due = 0;
        var prng = new Prng(20260101);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        long step = 0;
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                int j = prng.Below(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }
            foreach (int index in order)
            {
                double rate = FirstRate / (1 + step++ / (double)examples.Count);
                due += rate * Penalty;
                var (entries, isCue, _) = examples[index];
                double sum = 0;
                foreach (int entry in entries) sum += weights[entry];
                double move = rate * ((isCue ? 1 : 0) - 1 / (1 + Math.Exp(-sum)));
                foreach (int entry in entries)
                {
                    double weight = weights[entry] + move, before = weight;
                    weight = weight > 0 ? Math.Max(0, weight - (due + paid[entry])) : Math.Min(0, weight + (due - paid[entry]));
                    paid[entry] += weight - before;
                    weights[entry] = weight;
                }
            }
        }
        return weights;
    }
}
