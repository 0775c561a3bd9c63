using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>Learns which words around a cue are cue, source and content from marked attributions: weights of features of grammar, no text.</summary>
/// <remarks>
/// A conditional random field over the words of the sentence of every marked cue, fitted by stochastic gradients with an L1 penalty as in
/// <see cref="AttributionTrainer"/>. What the rules say is one of its features. Single-threaded with a fixed order, so the same corpus gives the same file.
/// </remarks>
internal sealed class AttributionSpanTrainer : ICueJudge
{
    private const int Rounds = 16;
    private const double FirstRate = 0.006;

    /// <summary>Chosen on every tenth article while the rest was learned from; a smaller one makes the list longer and finds little more.</summary>
    private const double Penalty = 0.0007;

    /// <summary>A feature in fewer places is left out.</summary>
    private const int FewestUses = 10;

    /// <summary>Smaller weights, in hundredths of a logit, are left out: they decide next to nothing.</summary>
    private const int SmallestWeight = 3;

    /// <summary>Smaller gradients are left out.</summary>
    private const double SmallestGradient = 1e-4;

    private const int Labels = SpanModel.Labels, Pairs = SpanModel.Pairs;

    private readonly Dictionary<ulong, string> _names = [];
    private readonly List<Example> _examples = [];
    private HashSet<int> _cues = [];

    /// <summary>One marked attribution: the features of the words of its sentence and what is marked of them.</summary>
    private sealed record Example(int Article, int Head, ulong[][] Words, ulong[][] Borders, byte[] Marked)
    {
        public int[][] WordNumbers { get; set; } = [];

        public int[][] BorderNumbers { get; set; } = [];
    }

    /// <inheritdoc/>
    public Predicate<ulong>? IsCueWord => null;

    /// <inheritdoc/>
    public int Reliability(CueFrame frame) => _cues.Contains(frame.Head) ? 1 : int.MinValue;

    /// <summary>Learns and writes <c>attribution-spans.txt</c>.</summary>
    /// <param name="articles">The train part of PolNeAR with its grammar.</param>
    /// <param name="folder">Where to write.</param>
    /// <param name="check">Whether to show how well every tenth article is told by what is learned from the others.</param>
    public static void Train(IReadOnlyList<(AttributedDocument Document, AnnotatedText Text)> articles, string folder, bool check)
    {
        var trainer = new AttributionSpanTrainer();
        for (int i = 0; i < articles.Count; i++) trainer.Read(articles[i].Document, articles[i].Text, i);
        if (check) trainer.ShowHeldOut();
        var lines = trainer.Learn(trainer._examples);
        using var writer = new StreamWriter(Path.Combine(folder, SpanModel.ListName + ".txt")) { NewLine = "\n" };
        writer.WriteLine($"# Learned by 'Analysis.Training attributions' from the attributions of the {articles.Count} articles of the train part of PolNeAR (github.com/networkdynamics/PolNeAR, MIT); no text of theirs is in it.");
        writer.WriteLine("# Features of words and, behind |, of the border in front of a word, with the weights of labels in hundredths of a logit: 0 none, 1 cue, 2 source, 3 content.");
        foreach (string line in lines) writer.WriteLine(line);
        Console.WriteLine($"{trainer._examples.Count} attributions, {lines.Count} features of spans");
    }

    // ---- what is marked ----

    private void Read(AttributedDocument document, AnnotatedText text, int article)
    {
        bool[] quoted = SemanticModelBuilder.QuotedTokens(text.Tree);
        var marked = new Dictionary<int, MarkedAttribution>();
        foreach (var attribution in document.Attributions)
            if (attribution.Content.Length > 0 && AttributionTrainer.HeadOf(text, attribution) is >= 0 and var head) marked.TryAdd(head, attribution);
        _cues = [.. marked.Keys];
        var reader = new AttributionReader(text, quoted, this, spans: null);
        var features = new SpanFeatures(text, quoted, _names);
        var found = new List<ReadAttribution>();
        foreach (var sentence in text.Tree.Sentences.SelectMany(sentence => sentence.Stretches()))
        {
            found.Clear();
            reader.Read(sentence, found);
            foreach (var rules in found)
            {
                if (!marked.TryGetValue(rules.Head, out var attribution)) continue;
                features.Read(sentence, rules);
                _examples.Add(new Example(
                    article, rules.Head - sentence.FirstToken, [.. Enumerable.Range(0, sentence.TokenCount).Select(i => features.Word(i).ToArray())],
                    [.. Enumerable.Range(0, sentence.TokenCount).Select(i => i == 0 ? [] : features.Border(i).ToArray())], Marked(text, sentence, attribution)));
            }
        }
    }

    private static byte[] Marked(AnnotatedText text, SentenceSyntax sentence, MarkedAttribution attribution)
    {
        byte[] labels = new byte[sentence.TokenCount];
        for (int i = 0; i < labels.Length; i++)
        {
            var span = text.Tree.Tokens[sentence.FirstToken + i].Span;
            var label = attribution.Cue is { } cue && cue.OverlapsWith(span) ? SpanLabel.Cue
                : attribution.Source.Any(span.OverlapsWith) ? SpanLabel.Source
                : attribution.Content.Any(span.OverlapsWith) ? SpanLabel.Content : SpanLabel.None;
            labels[i] = (byte)label;
        }
        return labels;
    }

    // ---- learning ----

    /// <summary>Shows how often the parts of every tenth article are told right by what is learned from the others.</summary>
    private void ShowHeldOut()
    {
        var model = SpanModel.Read(Learn(_examples.FindAll(example => example.Article % 10 != 0)));
        var right = new int[Labels];
        int all = 0;
        var weights = new Dictionary<ulong, int>();
        foreach (var example in _examples.Where(example => example.Article % 10 == 0))
        {
            all++;
            var labels = new SpanLabel[example.Marked.Length];
            model.Label(i => example.Words[i], i => example.Borders[i], example.Head, labels);
            for (byte label = 1; label < Labels; label++)
                if (!labels.Where((found, i) => found == (SpanLabel)label != (example.Marked[i] == label)).Any()) right[label]++;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"held out, all words right: cue {100.0 * right[1] / all:F1} %, source {100.0 * right[2] / all:F1} %, content {100.0 * right[3] / all:F1} %"));
    }

    private List<string> Learn(List<Example> examples)
    {
        var uses = new Dictionary<ulong, int>();
        foreach (ulong feature in examples.SelectMany(example => example.Words.Concat(example.Borders)).SelectMany(features => features)) uses[feature] = uses.GetValueOrDefault(feature) + 1;
        var (wordNumbers, borderNumbers) = (new Dictionary<ulong, int>(), new Dictionary<ulong, int>());
        foreach (var example in examples)
        {
            example.WordNumbers = Array.ConvertAll(example.Words, features => Numbers(features, wordNumbers));
            example.BorderNumbers = Array.ConvertAll(example.Borders, features => Numbers(features, borderNumbers));
        }
        var (words, borders) = (new SparseWeights(wordNumbers.Count * Labels), new SparseWeights(borderNumbers.Count * Pairs));
        var prng = new Prng(20260101);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        var chain = new LabelChain(words, borders);
        long step = 0;
        double due = 0;
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
                chain.Learn(examples[index].WordNumbers, examples[index].BorderNumbers, examples[index].Marked, examples[index].Head, rate, due);
            }
        }
        var lines = wordNumbers.Select(number => Line(number.Key, words, number.Value, Labels, k => k.ToString(CultureInfo.InvariantCulture)))
            .Concat(borderNumbers.Select(number => Line(number.Key, borders, number.Value, Pairs, k => string.Create(CultureInfo.InvariantCulture, $"{k / Labels},{k % Labels}"))));
        return [.. lines.OfType<string>().Order(StringComparer.Ordinal)];

        int[] Numbers(ulong[] features, Dictionary<ulong, int> numbers)
        {
            var own = new List<int>(features.Length);
            foreach (ulong feature in features)
            {
                if (uses[feature] < FewestUses) continue;
                if (!numbers.TryGetValue(feature, out int number)) numbers[feature] = number = numbers.Count;
                own.Add(number);
            }
            return [.. own];
        }
    }

    /// <summary>A feature and its weights; null where none is left.</summary>
    private string? Line(ulong feature, SparseWeights weights, int number, int count, Func<int, string> name)
    {
        var kept = Enumerable.Range(0, count).Select(k => (Name: name(k), Weight: (int)Math.Round(weights[number * count + k] * SpanModel.Scale))).Where(k => Math.Abs(k.Weight) >= SmallestWeight).ToList();
        return kept.Count == 0 ? null : $"{_names[feature]}\t{string.Join(' ', kept.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Name}={k.Weight}")))}";
    }

    /// <summary>Weights of which those that are seldom moved go to nought.</summary>
    private sealed class SparseWeights(int count)
    {
        private readonly double[] _weights = new double[count], _paid = new double[count];

        public double this[int index] => _weights[index];

        /// <summary>Moves a weight and lays on it what of the penalty is due.</summary>
        public void Move(int index, double move, double due)
        {
            double weight = _weights[index] + move, before = weight;
            weight = weight > 0 ? Math.Max(0, weight - (due + _paid[index])) : Math.Min(0, weight + (due - _paid[index]));
            _paid[index] += weight - before;
            _weights[index] = weight;
        }
    }

    /// <summary>The probabilities of labels in a row, forward and backward, and the step towards those that are marked.</summary>
    private sealed class LabelChain(SparseWeights words, SparseWeights borders)
    {
        private const double Bound = 60;

        private double[] _word = [], _border = [], _forward = [], _backward = [], _sums = [];

        public void Learn(int[][] wordNumbers, int[][] borderNumbers, byte[] marked, int head, double rate, double due)
        {
            int count = marked.Length;
            if (_sums.Length < count) (_word, _border, _forward, _backward, _sums) = (new double[count * Labels], new double[count * Pairs], new double[count * Labels], new double[count * Labels], new double[count]);
            Weigh(wordNumbers, borderNumbers, head, count);
            Sum(count);
            for (int i = 0; i < count; i++)
            {
                for (int label = 0; label < Labels && i != head; label++)
                {
                    double gradient = (marked[i] == label ? 1 : 0) - _forward[i * Labels + label] * _backward[i * Labels + label];
                    if (Math.Abs(gradient) < SmallestGradient) continue;
                    foreach (int number in wordNumbers[i]) words.Move(number * Labels + label, rate * gradient, due);
                }
                for (int pair = 0; pair < Pairs && i > 0; pair++)
                {
                    var (last, label) = (pair / Labels, pair % Labels);
                    double share = _forward[(i - 1) * Labels + last] * _border[i * Pairs + pair] * _word[i * Labels + label] * _backward[i * Labels + label] / _sums[i];
                    double gradient = (marked[i - 1] == last && marked[i] == label ? 1 : 0) - share;
                    if (Math.Abs(gradient) < SmallestGradient) continue;
                    foreach (int number in borderNumbers[i]) borders.Move(number * Pairs + pair, rate * gradient, due);
                }
            }
        }

        private void Weigh(int[][] wordNumbers, int[][] borderNumbers, int head, int count)
        {
            for (int i = 0; i < count; i++)
            {
                for (int label = 0; label < Labels; label++)
                {
                    double sum = 0;
                    foreach (int number in wordNumbers[i]) sum += words[number * Labels + label];
                    _word[i * Labels + label] = i == head && label != (int)SpanLabel.Cue ? 0 : Math.Exp(Math.Clamp(sum, -Bound, Bound));
                }
                for (int pair = 0; pair < Pairs && i > 0; pair++)
                {
                    double sum = 0;
                    foreach (int number in borderNumbers[i]) sum += borders[number * Pairs + pair];
                    _border[i * Pairs + pair] = Math.Exp(Math.Clamp(sum, -Bound, Bound));
                }
            }
        }

        private void Sum(int count)
        {
            for (int i = 0; i < count; i++)
            {
                double all = 0;
                for (int label = 0; label < Labels; label++)
                {
                    double sum = i == 0 ? 1 : 0;
                    for (int last = 0; last < Labels && i > 0; last++) sum += _forward[(i - 1) * Labels + last] * _border[i * Pairs + last * Labels + label];
                    all += _forward[i * Labels + label] = sum * _word[i * Labels + label];
                }
                _sums[i] = all;
                for (int label = 0; label < Labels; label++) _forward[i * Labels + label] /= all;
            }
            for (int i = count - 1; i >= 0; i--)
            {
                for (int label = 0; label < Labels; label++)
                {
                    double sum = i == count - 1 ? 1 : 0;
                    for (int next = 0; next < Labels && i < count - 1; next++) sum += _border[(i + 1) * Pairs + label * Labels + next] * _word[(i + 1) * Labels + next] * _backward[(i + 1) * Labels + next];
                    _backward[i * Labels + label] = i == count - 1 ? sum : sum / _sums[i + 1];
                }
            }
        }
    }
}
