using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>Learns what pronouns stand for from the coreference marked in GUM, and lists what nouns stand for from WordNet.</summary>
/// <remarks>
/// The reader of the product goes through every document with its own names and phrases; the marks say which of its candidates are right for a
/// pronoun, all of them alike, or that none is. A softmax over the candidates is fitted to that, in rounds: in the first the reader goes on with
/// what is right, in the others with what it has learned to choose on other documents, so that it learns to live with its own mistakes. What is written are
/// whole weights of features, no sentence of the corpus.
/// </remarks>
internal sealed class ReferenceTrainer : IReferenceChooser
{
    /// <summary>Parts of the corpus that are left out in turn.</summary>
    private const int Folds = 5;

    /// <summary>Times that the reader goes through the corpus.</summary>
    private const int Rounds = 2;

    private const int Epochs = 12;

    /// <summary>Strength of the pull of every weight to nought; chosen by what is right on the part left out.</summary>
    private const double Prior = 4;

    /// <summary>A feature in fewer choices is left out.</summary>
    private const int FewestUses = 3;

    private readonly Dictionary<ulong, string> _names = [];
    private readonly List<Choice> _choices = [];
    private Dictionary<TextSpan, int> _pronouns = [];
    private MentionIndex? _marked;
    private Dictionary<ulong, double>? _learned;
    private int _document;

    /// <summary>One pronoun: the features of its candidates, the first of which is none, and which of them are right.</summary>
    private sealed record Choice(int Document, string Pronoun, ulong[][] Candidates, bool[] Right);

    /// <summary>Learns and writes <c>reference-weights.txt</c>.</summary>
    /// <param name="corpus">The train part of GUM.</param>
    /// <param name="folder">Where to write.</param>
    public static void Train(string corpus, string folder)
    {
        var trainer = new ReferenceTrainer();
        var documents = CoreferenceDocument.Read(corpus)
            .Select(document => (Document: document, Text: AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(document.Text)), TrainedParser.Default))).ToList();
        trainer.ReadAll(documents, _ => null);
        for (int round = 1; round < Rounds; round++)
        {
            var folds = Enumerable.Range(0, Folds).Select(fold => Learn(trainer._choices.Where(choice => choice.Document % Folds != fold))).ToArray();
            trainer._choices.Clear();
            trainer.ReadAll(documents, document => folds[document % Folds]);
        }
        int[] calibration = trainer.Check();
        var weights = Learn(trainer._choices);
        using var written = new StreamWriter(Path.Combine(folder, "reference-weights.txt")) { NewLine = "\n" };
        written.WriteLine(
            $"# Learned by 'Analysis.Training references' from the {documents.Count} documents of the train part of GUM that are CC BY or public domain (gucorpling.org/gum, annotations CC BY 4.0): pronoun:feature=values, weight in hundredths; calibration: tenth of probability, thousandths right.");
        for (int i = 0; i < calibration.Length; i++) written.WriteLine(string.Create(CultureInfo.InvariantCulture, $"calibration {i}\t{calibration[i]}"));
        int count = 0;
        foreach (var (key, weight) in weights.Select(w => (trainer._names[w.Key], (int)Math.Round(w.Value * ReferenceModel.Scale))).Where(w => w.Item2 != 0).OrderBy(w => w.Item1, StringComparer.Ordinal))
        {
            written.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key}\t{weight}"));
            count++;
        }
        Console.WriteLine($"{trainer._choices.Count} pronouns, {count} weights");
    }

    /// <summary>Writes <c>noun-kinds.txt</c>: what the nouns of WordNet stand for in their most frequent sense.</summary>
    public static void WriteNouns(string wordNet, string folder)
    {
        var database = WordNetDatabase.Read(wordNet);
        using var written = new StreamWriter(Path.Combine(folder, "noun-kinds.txt")) { NewLine = "\n" };
        written.WriteLine(
            "# WordNet 3.0, Copyright 2006 by Princeton University, all rights reserved, under the WordNet licence (Analysis.Language/Models/LICENSE.wordnet.txt); listed by 'Analysis.Training nouns': nouns and what they stand for in their most frequent sense: p person, g group, a animal, l place, t thing, e event, d time, b abstract.");
        foreach (var ((word, pos), senses) in database.Senses)
        {
            if (pos is not 'n' || !word.All(char.IsAsciiLetterLower)) continue;
            var first = database.Synsets[senses[0].Synset];
            // Names are no common nouns.
            if (!first.Words.Any(spelling => spelling == word)) continue;
            char kind = KindOf(first.File);
            // What can be a person or a group matters most; of other nouns those that texts were seen to use are enough.
            if (kind is 'p' or 'g' || senses.Sum(sense => sense.Count) > 0) written.WriteLine($"{word} = {kind}");
        }
    }

    // Numbers of the lexicographers' files, as in lexnames(5WN).
    private static char KindOf(int file) => file switch
    {
        18 => 'p',
        14 => 'g',
        5 => 'a',
        15 => 'l',
        6 or 8 or 13 or 17 or 20 or 27 => 't',
        4 or 11 or 19 or 22 => 'e',
        28 => 'd',
        _ => 'b',
    };

    // ---- what is right ----

    private void ReadAll(List<(CoreferenceDocument Document, AnnotatedText Text)> documents, Func<int, Dictionary<ulong, double>?> learned)
    {
        var features = new ReferenceFeatures { Names = _names };
        for (_document = 0; _document < documents.Count; _document++)
        {
            var (document, text) = documents[_document];
            _marked = new MentionIndex(document);
            _pronouns = [];
            foreach (var mention in document.Mentions)
                if (mention.Form.Length > 0) _pronouns.TryAdd(mention.Span, mention.Entity);
            _learned = learned(_document);
            var named = NameGrouper.Group(text, NameReader.Read(text, default));
            new ReferenceReader(text, SemanticModelBuilder.QuotedTokens(text.Tree), named, this, features).Read(default);
        }
    }

    /// <inheritdoc/>
    public (int Index, Confidence Confidence) Choose(Mention pronoun, ReadOnlySpan<Mention> antecedents, ReferenceFeatures features)
    {
        var candidates = new ulong[features.Candidates][];
        for (int i = 0; i < candidates.Length; i++) candidates[i] = features.Of(i).ToArray();
        var right = new bool[candidates.Length];
        if (_pronouns.TryGetValue(pronoun.Span, out int entity))
            for (int i = 1; i < right.Length; i++) right[i] = _marked!.Find(antecedents[i].Span) is { } marked && marked.Entity == entity;
        right[0] = !right.Contains(true);
        _choices.Add(new Choice(_document, features.Pronoun, candidates, right));
        if (_learned is null) return (Array.IndexOf(right, true), Confidence.Full);
        double[] scores = Array.ConvertAll(candidates, keys => keys.Sum(key => _learned.GetValueOrDefault(key)));
        int best = Array.IndexOf(scores, scores.Max());
        return (best, Confidence.Full);
    }

    /// <summary>Prints how often choices are right on documents that were left out, and gives back the part of right ones of every tenth of probability.</summary>
    private int[] Check()
    {
        var (sums, counts) = (new double[10], new int[10]);
        var byPronoun = new SortedDictionary<string, (int All, int Marked, int Right, int Chosen)>(StringComparer.Ordinal);
        var folds = Enumerable.Range(0, Folds).Select(fold => Learn(_choices.Where(choice => choice.Document % Folds != fold))).ToArray();
        foreach (var choice in _choices)
        {
            var weights = folds[choice.Document % Folds];
            int[] scores = Array.ConvertAll(choice.Candidates, keys => keys.Sum(key => (int)Math.Round(weights.GetValueOrDefault(key) * ReferenceModel.Scale)));
            int best = Array.IndexOf(scores, scores.Max());
            var (all, marked, right, chosen) = byPronoun.GetValueOrDefault(choice.Pronoun);
            byPronoun[choice.Pronoun] = (all + 1, marked + (choice.Right[0] ? 0 : 1), right + (best > 0 && choice.Right[best] ? 1 : 0), chosen + (best > 0 ? 1 : 0));
            if (best == 0) continue;
            int tenth = Math.Min(9, ReferenceModel.Share(scores, best) / 100);
            counts[tenth]++;
            if (choice.Right[best]) sums[tenth]++;
        }
        foreach (var (pronoun, (all, marked, right, chosen)) in byPronoun)
            Console.WriteLine($"{pronoun}: {all} seen, {marked} with a right candidate, {chosen} resolved, {100.0 * right / Math.Max(1, chosen):F1} % of these right, {100.0 * right / Math.Max(1, marked):F1} % of those with one");
        Console.WriteLine($"all: {byPronoun.Values.Sum(counted => counted.Chosen)} resolved, {100.0 * byPronoun.Values.Sum(counted => counted.Right) / byPronoun.Values.Sum(counted => counted.Chosen):F1} % of these right, {byPronoun.Values.Sum(counted => counted.Right)} right; he, she, it, they {byPronoun.Where(counted => counted.Key is "He" or "She" or "It" or "They").Sum(counted => counted.Value.Right)}");
        for (int i = 0; i < 10; i++) Console.WriteLine($"{i}: {counts[i]} {(counts[i] == 0 ? 0 : 100 * sums[i] / counts[i]):F1} %");
        // A few choices in a tenth say little: twenty more are counted as right as often as the tenth itself says.
        const int Expected = 20;
        int[] calibration = [.. Enumerable.Range(0, 10).Select(i => (int)((sums[i] + Expected * (i + 0.5) / 10) / (counts[i] + Expected) * 1000))];
        for (int i = 1; i < 10; i++) calibration[i] = Math.Max(calibration[i], calibration[i - 1]);
        return calibration;
    }

    // ---- learning ----

    /// <summary>Fits the weights by AdaGrad over the choices in a fixed order of chance.</summary>
    private static Dictionary<ulong, double> Learn(IEnumerable<Choice> choices)
    {
        var all = choices.ToList();
        var uses = new Dictionary<ulong, int>();
        foreach (var choice in all)
            foreach (ulong key in choice.Candidates.SelectMany(keys => keys).Distinct()) uses[key] = uses.GetValueOrDefault(key) + 1;
        var numbers = new Dictionary<ulong, int>();
        foreach (var (key, count) in uses)
            if (count >= FewestUses) numbers[key] = numbers.Count;
        var numbered = all.ConvertAll(choice => (Candidates: Array.ConvertAll(choice.Candidates, keys => keys.Where(numbers.ContainsKey).Select(key => numbers[key]).ToArray()), choice.Right));
        var (weights, squares) = (new double[numbers.Count], new double[numbers.Count]);
        var prng = new Prng(20260101);
        int[] order = [.. Enumerable.Range(0, numbered.Count)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            for (int i = order.Length - 1; i > 0; i--)
            {
                int j = prng.Below(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }
            foreach (int index in order)
            {
                var (candidates, right) = numbered[index];
                double[] scores = Array.ConvertAll(candidates, features => features.Sum(feature => weights[feature]));
                double most = scores.Max();
                double[] shares = Array.ConvertAll(scores, score => Math.Exp(score - most));
                double sum = shares.Sum(), rightSum = 0;
                for (int c = 0; c < shares.Length; c++)
                    if (right[c]) rightSum += shares[c];
                for (int c = 0; c < shares.Length; c++)
                {
                    double gradient = (right[c] ? shares[c] / rightSum : 0) - shares[c] / sum;
                    if (Math.Abs(gradient) < 1e-6) continue;
                    foreach (int feature in candidates[c])
                    {
                        double step = gradient - Prior * weights[feature] / numbered.Count;
                        squares[feature] += step * step;
                        weights[feature] += 0.1 * step / Math.Sqrt(squares[feature] + 1e-8);
                    }
                }
            }
        }
        return numbers.ToDictionary(number => number.Key, number => weights[number.Value]);
    }
}
