using System.Globalization;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>Two passages, and whether the right follows from the left or, where that was asked, they mean the same.</summary>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="Holds">What people say.</param>
internal sealed record MeaningPair(SemanticModel Left, SemanticModel Right, bool Holds)
{
    /// <summary>NewsNLI of EQUATE: a sentence of news and a headline that follows from it or not.</summary>
    public static IEnumerable<MeaningPair> ReadNews(string dataFolder) =>
        from line in File.ReadLines(Path.Combine(dataFolder, "equate-quant", "NewsNLI.tsv")).Skip(1)
        let fields = line.Split('\t')
        select new MeaningPair(Model(Plain(fields[1])), Model(Plain(fields[2])), fields[3] is "entailment");

    /// <summary>PAWS: sentences of the same words in another order that mean the same or not.</summary>
    public static IEnumerable<MeaningPair> ReadPaws(string dataFolder) =>
        from line in File.ReadLines(Path.Combine(dataFolder, "pawsx-en", "dev.tsv"))
        let fields = line.Split('\t')
        select new MeaningPair(Model(fields[0]), Model(fields[1]), fields[2] is "1");

    /// <summary>Words that were set apart for a parser, as they stood in print.</summary>
    public static string Plain(string text) => text
        .Replace("-LRB-", "(", StringComparison.Ordinal).Replace("-RRB-", ")", StringComparison.Ordinal)
        .Replace("``", "“", StringComparison.Ordinal).Replace("''", "”", StringComparison.Ordinal);

    private static SemanticModel Model(string text) =>
        SemanticModel.Build(SyntaxTree.ParsePassage(SourceText.From(text)), TrainedParser.Default, new ArticleContext(Language: "en"));
}

/// <summary>Learns what the features of meaning are worth. What is written are whole weights of features, no word of the pairs.</summary>
internal static class MeaningTrainer
{
    /// <summary>Parts into which pairs are divided to be judged by weights that were learned without them.</summary>
    public const int Folds = 10;

    /// <summary>What the square of a weight costs. Between 3 and 100 it changes nothing that can be told from chance.</summary>
    private const double Penalty = 30;

    /// <summary>Learns and writes <c>meaning-weights.txt</c>, and prints how well pairs are judged that were not learned from.</summary>
    /// <param name="dataFolder">Holds <c>equate-quant/NewsNLI.tsv</c> and <c>pawsx-en/dev.tsv</c>.</param>
    /// <param name="folder">Where to write.</param>
    public static void Train(string dataFolder, string folder)
    {
        MeaningPair[] news = [.. MeaningPair.ReadNews(dataFolder)], paws = [.. MeaningPair.ReadPaws(dataFolder)];
        List<string> entailment = LearnEntailment(news), arrangement = LearnArrangement(paws);
        using (var list = new StreamWriter(Path.Combine(folder, MeaningWeights.ListName + ".txt")) { NewLine = "\n" })
        {
            list.WriteLine("# Learned by 'Analysis.Training meaning': part:feature = weight, in thousandths of a logit for a feature of 1000.");
            list.WriteLine($"# entailment from the {news.Length} pairs of NewsNLI (github.com/AbhilashaRavichander/EQUATE, MIT);");
            list.WriteLine($"# arrangement from the {paws.Length} pairs of the English development part of PAWS-X (github.com/google-research-datasets/paws; free for any purpose, Google LLC).");
            foreach (string line in entailment.Concat(arrangement)) list.WriteLine(line);
        }
        Console.WriteLine($"NewsNLI: {Share(news, CrossValidate(news, LearnEntailment), comparison => comparison.Relation is Relation.Equivalent or Relation.Refines):F2} % right, cross-validated");
        Console.WriteLine($"PAWS: {Share(paws, CrossValidate(paws, LearnArrangement), comparison => comparison.Similarity.Thousandths >= 500):F2} % right, cross-validated");
    }

    /// <summary>Judges every pair by weights that were learned without it and without any pair that has a passage in common with it.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="learn">Learns the lines of one part from some of them; the other part is as built in.</param>
    /// <returns>One comparison a pair, in order.</returns>
    public static PassageComparison[] CrossValidate(IReadOnlyList<MeaningPair> pairs, Func<IEnumerable<MeaningPair>, List<string>> learn)
    {
        int[] fold = FoldsOf(pairs);
        var judged = new PassageComparison[pairs.Count];
        for (int f = 0; f < Folds; f++)
        {
            var weights = MeaningWeights.Read(learn(pairs.Where((_, i) => fold[i] != f)));
            for (int i = 0; i < judged.Length; i++)
                if (fold[i] == f) judged[i] = PassageJudge.Judge(pairs[i].Left, pairs[i].Right, sameSituation: true, weights, CancellationToken.None);
        }
        return judged;
    }

    /// <summary>Learns when the right passage follows from the left.</summary>
    public static List<string> LearnEntailment(IEnumerable<MeaningPair> pairs) => Learn(MeaningWeights.EntailmentPart, pairs, pair =>
        MeaningFeatures.OfEntailment(new MeaningSide(Match(pair), ofLeft: false), PassageJudge.IsSaid(pair.Left, pair.Right)));

    /// <summary>Learns when what two passages have in common is put together in the same way.</summary>
    public static List<string> LearnArrangement(IEnumerable<MeaningPair> pairs) => Learn(MeaningWeights.ArrangementPart, pairs, pair =>
    {
        var match = Match(pair);
        return MeaningFeatures.OfArrangement(match, new MeaningSide(match, ofLeft: true), new MeaningSide(match, ofLeft: false));
    });

    private static MeaningMatch Match(MeaningPair pair)
    {
        var terms = new Terms([pair.Left, pair.Right]);
        return MeaningMatch.Find(new MeaningUnits(pair.Left, terms.Read(0)), new MeaningUnits(pair.Right, terms.Read(1)));
    }

    private static List<string> Learn(string part, IEnumerable<MeaningPair> pairs, Func<MeaningPair, MeaningFeatures> featuresOf)
    {
        var examples = pairs.Select(pair => (Features: featuresOf(pair), pair.Holds)).ToList();
        string[] names = [.. examples.SelectMany(example => example.Features.All.Select(feature => feature.Name)).Distinct().Order(StringComparer.Ordinal)];
        var rows = new List<double[]>(examples.Count);
        foreach (var (features, _) in examples)
        {
            double[] row = new double[names.Length];
            foreach (var (name, value) in features.All) row[Array.BinarySearch(names, name, StringComparer.Ordinal)] += value / 1000.0;
            rows.Add(row);
        }
        double[] weights = LogisticRegression.Fit(rows, examples.ConvertAll(example => example.Holds), Penalty);
        return [.. names.Prepend(MeaningWeights.Always).Select((name, k) => string.Create(CultureInfo.InvariantCulture, $"{part}:{name} = {Math.Round(1000 * weights[k == 0 ? names.Length : k - 1]):F0}"))];
    }

    /// <summary>The fold of every pair. Pairs with a passage in common are in one.</summary>
    private static int[] FoldsOf(IReadOnlyList<MeaningPair> pairs)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] group = [.. Enumerable.Range(0, pairs.Count)];
        for (int i = 0; i < group.Length; i++)
            foreach (string text in (string[])[pairs[i].Left.Tree.Text.Text, pairs[i].Right.Tree.Text.Text])
                if (!first.TryAdd(text, i)) group[Find(i)] = Find(first[text]);
        int[] groups = [.. group.Select((_, i) => Find(i)).Distinct()];
        new Prng(20260101).Shuffle(groups.AsSpan());
        var place = groups.Select((id, k) => (id, k)).ToDictionary(entry => entry.id, entry => entry.k);
        return [.. group.Select((_, i) => place[Find(i)] % Folds)];

        int Find(int i)
        {
            while (group[i] != i) i = group[i] = group[group[i]];
            return i;
        }
    }

    private static double Share(MeaningPair[] pairs, PassageComparison[] judged, Func<PassageComparison, bool> holds) =>
        100.0 * pairs.Where((pair, i) => holds(judged[i]) == pair.Holds).Count() / pairs.Length;
}
