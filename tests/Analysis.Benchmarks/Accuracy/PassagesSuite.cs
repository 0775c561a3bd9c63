using System.Collections.Immutable;
using System.Globalization;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;
using Analysis.Training;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Two sentences against each other: contradictions by kind, what follows from what, what means the same. One situation is taken for granted,
/// as the sets do.
/// </summary>
/// <remarks>
/// A contradiction is a conflict; the right follows from the left where they are equivalent or the left refines the right; two sentences
/// mean the same where their similarity is a half or more. Nothing is fitted on these sets but on NewsNLI and PAWS; what is cross-validated
/// is judged by weights that were learned without the pair.
/// </remarks>
internal sealed class PassagesSuite() : AccuracySuite(
    "passages", "sick/SICK_train.txt", "breaking-nli/dataset.jsonl", "negation-nli/SNLI.tsv", "equate-quant/NewsNLI.tsv", "msrp/msr-para-val.tsv", "pawsx-en/dev.tsv",
    "sts/2013/headlines.test.tsv", "sts/2014/headlines.test.tsv")
{
    private static readonly ImmutableArray<string> AimedKinds = ["cardinals", "ordinals", "antonyms", "nationalities", "countries"];

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var figures = new List<Figure>();
        var sick = Judge(PassagePair.Sick(dataFolder));
        figures.Add(new("SICK, contradictions, precision", Precision(sick), 92, 82.9));
        figures.Add(new("SICK, contradictions, recall", Recall(sick), 80, 80));
        figures.Add(new("SICK, accuracy of three", Accuracy(sick), 65, 84.6));

        var oneWord = Judge(PassagePair.OneWord(dataFolder));
        figures.Add(new("one word, contradictions, precision", Precision(oneWord), 95, 95));
        figures.Add(new("one word, contradictions, recall", Recall(oneWord)));
        foreach (var kind in oneWord.GroupBy(j => j.Pair.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
            if (kind.Any(j => j.Pair.Label is PassageLabel.Contradiction))
                figures.Add(new($"one word, {kind.Key}, recall of contradictions", Recall([.. kind]), null, AimedKinds.Contains(kind.Key) ? 85 : null));
        figures.Add(new("one word, accuracy of three", Accuracy(oneWord)));

        var negation = new List<Judged>();
        foreach (string part in (string[])["SNLI", "MNLI"])
        {
            var judged = Judge(PassagePair.Negation(dataFolder, part));
            double majority = judged.GroupBy(j => j.Pair.Label).Max(g => 100.0 * g.Count() / judged.Count);
            figures.Add(new($"negation {part}, accuracy of three", Accuracy(judged), null, majority));
            figures.Add(new($"negation {part}, contradictions, precision", Precision(judged)));
            figures.Add(new($"negation {part}, contradictions, recall", Recall(judged)));
            negation.AddRange(judged);
        }

        var news = Judge(PassagePair.News(dataFolder));
        figures.Add(new("NewsNLI, accuracy of two", Share(news, IsRightAboutEntailment), 50.7, 78));
        var unseenNews = Unseen(news, MeaningPair.ReadNews(dataFolder), MeaningTrainer.LearnEntailment);
        figures.Add(new("NewsNLI, accuracy of two, cross-validated", Share(unseenNews, IsRightAboutEntailment), 62.5, 78));
        var paraphrases = Judge(PassagePair.Paraphrases(dataFolder));
        figures.Add(new("MSRP, accuracy", Share(paraphrases, IsRightAboutMeaning), 66, 78));
        figures.Add(new("MSRP, F1", MeaningF1(paraphrases), null, 85.9));
        var order = Judge(PassagePair.WordOrder(dataFolder));
        figures.Add(new("PAWS, accuracy", Share(order, IsRightAboutMeaning), 54, 75));
        var unseenOrder = Unseen(order, MeaningPair.ReadPaws(dataFolder), MeaningTrainer.LearnArrangement);
        figures.Add(new("PAWS, accuracy, cross-validated", Share(unseenOrder, IsRightAboutMeaning), 56.5, 75));
        figures.Add(new("STS headlines, correlation of similarity", Correlation(PassagePair.Headlines(dataFolder)), 65));

        List<Judged> all = [.. sick, .. oneWord, .. negation, .. news, .. paraphrases, .. order];
        figures.Add(new("pairs that are not read as English", all.Count(j => !j.IsRead), null, 0));

        WriteReliability(output, "NewsNLI, cross-validated, the right follows", unseenNews, c => c.LeftEntailsRight);
        WriteReliability(output, "SICK, the right follows", sick, c => c.LeftEntailsRight);
        WriteReliability(output, "PAWS, cross-validated, similarity", unseenOrder, c => c.Similarity);
        WriteReliability(output, "MSRP, similarity", paraphrases, c => c.Similarity);

        foreach (var (name, judged) in ((string, List<Judged>)[])[("SICK", sick), ("one word", oneWord)])
            foreach (var wrong in judged.Where(j => j.Found is PassageLabel.Contradiction && j.Pair.Label is not PassageLabel.Contradiction))
                output.WriteLine($"{name}, false conflict: {wrong.Pair.Left} | {wrong.Pair.Right} | {wrong.Comparison.Differences[0].Explanation}");
        return figures;
    }

    private static List<Judged> Judge(IEnumerable<PassagePair> pairs)
    {
        var judged = new List<Judged>();
        foreach (var pair in pairs)
        {
            var (left, right) = (Read(pair.Left), Read(pair.Right));
            judged.Add(new Judged(pair, PassageComparison.Compare(left, right, sameSituation: true), left.LanguageSupported && right.LanguageSupported));
        }
        return judged;
    }

    private static SemanticModel Read(string text) => SemanticModel.Build(SyntaxTree.ParsePassage(SourceText.From(text)), TrainedParser.Default, new ArticleContext(Language: "en"));

    /// <summary>The same pairs, judged by weights that were learned without them.</summary>
    private static List<Judged> Unseen(List<Judged> judged, IEnumerable<MeaningPair> pairs, Func<IEnumerable<MeaningPair>, List<string>> learn) =>
        [.. judged.Zip(MeaningTrainer.CrossValidate([.. pairs], learn), (pair, comparison) => pair with { Comparison = comparison })];

    /// <summary>Writes, for every tenth of an estimate, how many pairs have it, what it is on average and how often it holds.</summary>
    private static void WriteReliability(TextWriter output, string name, List<Judged> judged, Func<PassageComparison, Confidence> estimate)
    {
        output.WriteLine($"{name}: pairs, mean estimate, share that holds");
        foreach (var bin in judged.GroupBy(j => Math.Min(9, estimate(j.Comparison).Thousandths / 100)).OrderBy(g => g.Key))
        {
            double mean = bin.Average(j => estimate(j.Comparison).Value);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {bin.Key / 10.0:F1}  {bin.Count(),5}  {mean:F2}  {Share([.. bin], j => j.Pair.Label is PassageLabel.Entailment) / 100:F2}"));
        }
    }

    /// <summary>Pearson's correlation with what people gave, times a hundred.</summary>
    private static double Correlation(IEnumerable<(string Left, string Right, double Grade)> pairs)
    {
        var points = pairs.Select(pair => (X: (double)PassageComparison.Compare(Read(pair.Left), Read(pair.Right), sameSituation: true).Similarity.Thousandths, Y: pair.Grade)).ToList();
        double x = points.Average(p => p.X), y = points.Average(p => p.Y);
        return 100 * points.Sum(p => (p.X - x) * (p.Y - y)) / Math.Sqrt(points.Sum(p => (p.X - x) * (p.X - x)) * points.Sum(p => (p.Y - y) * (p.Y - y)));
    }

    private static double Precision(List<Judged> judged) => Share([.. judged.Where(j => j.Found is PassageLabel.Contradiction)], j => j.Pair.Label is PassageLabel.Contradiction);

    private static double Recall(List<Judged> judged) => Share([.. judged.Where(j => j.Pair.Label is PassageLabel.Contradiction)], j => j.Found is PassageLabel.Contradiction);

    private static double Accuracy(List<Judged> judged) => Share(judged, j => j.Found == j.Pair.Label);

    private static bool IsRightAboutEntailment(Judged judged) => judged.Found is PassageLabel.Entailment == judged.Pair.Label is PassageLabel.Entailment;

    private static bool IsRightAboutMeaning(Judged judged) => judged.MeansTheSame == judged.Pair.Label is PassageLabel.Entailment;

    private static double MeaningF1(List<Judged> judged)
    {
        int both = judged.Count(j => j.MeansTheSame && j.Pair.Label is PassageLabel.Entailment);
        return 200.0 * both / Math.Max(1, judged.Count(j => j.MeansTheSame) + judged.Count(j => j.Pair.Label is PassageLabel.Entailment));
    }

    private static double Share(List<Judged> judged, Func<Judged, bool> condition) => judged.Count == 0 ? 0 : 100.0 * judged.Count(condition) / judged.Count;

    /// <summary>A pair and what was found.</summary>
    private sealed record Judged(PassagePair Pair, PassageComparison Comparison, bool IsRead)
    {
        public PassageLabel Found => Comparison.Relation switch
        {
            Relation.Conflicts => PassageLabel.Contradiction,
            Relation.Equivalent or Relation.Refines => PassageLabel.Entailment,
            _ => PassageLabel.Neutral,
        };

        public bool MeansTheSame => Comparison.Similarity.Thousandths >= 500;
    }
}
