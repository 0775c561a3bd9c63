using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Two sentences against each other: contradictions by kind, what follows from what, what means the same. One situation is taken for granted,
/// as the sets do.
/// </summary>
/// <remarks>
/// A contradiction is a conflict; the right follows from the left where they are equivalent or the left refines the right; two sentences
/// mean the same where their similarity is a half or more. Nothing is fitted on these sets but on PAWS.
/// </remarks>
internal sealed class PassagesSuite() : AccuracySuite(
    "passages", "sick/SICK_train.txt", "breaking-nli/dataset.jsonl", "negation-nli/SNLI.tsv", "equate-quant/NewsNLI.tsv", "msrp/msr-para-val.tsv", "pawsx-en/dev.tsv")
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

        foreach (string part in (string[])["SNLI", "MNLI"])
        {
            var negation = Judge(PassagePair.Negation(dataFolder, part));
            double majority = negation.GroupBy(j => j.Pair.Label).Max(g => 100.0 * g.Count() / negation.Count);
            figures.Add(new($"negation {part}, accuracy of three", Accuracy(negation), null, majority));
            figures.Add(new($"negation {part}, contradictions, precision", Precision(negation)));
            figures.Add(new($"negation {part}, contradictions, recall", Recall(negation)));
        }

        var news = Judge(PassagePair.News(dataFolder));
        figures.Add(new("NewsNLI, accuracy of two", Share(news, j => j.Found is PassageLabel.Entailment == j.Pair.Label is PassageLabel.Entailment), 50.7, 78));
        var paraphrases = Judge(PassagePair.Paraphrases(dataFolder));
        figures.Add(new("MSRP, accuracy", Share(paraphrases, IsRightAboutMeaning), 66, 78));
        figures.Add(new("MSRP, F1", MeaningF1(paraphrases), null, 85.9));
        var order = Judge(PassagePair.WordOrder(dataFolder));
        figures.Add(new("PAWS, accuracy", Share(order, IsRightAboutMeaning), null, 75));

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
            var comparison = PassageComparison.Compare(Read(pair.Left), Read(pair.Right), sameSituation: true);
            var found = comparison.Relation switch
            {
                Relation.Conflicts => PassageLabel.Contradiction,
                Relation.Equivalent or Relation.Refines => PassageLabel.Entailment,
                _ => PassageLabel.Neutral,
            };
            judged.Add(new Judged(pair, found, comparison));
        }
        return judged;

        static SemanticModel Read(string text) => SemanticModel.Build(SyntaxTree.ParsePassage(SourceText.From(text)), TrainedParser.Default);
    }

    private static double Precision(List<Judged> judged) => Share([.. judged.Where(j => j.Found is PassageLabel.Contradiction)], j => j.Pair.Label is PassageLabel.Contradiction);

    private static double Recall(List<Judged> judged) => Share([.. judged.Where(j => j.Pair.Label is PassageLabel.Contradiction)], j => j.Found is PassageLabel.Contradiction);

    private static double Accuracy(List<Judged> judged) => Share(judged, j => j.Found == j.Pair.Label);

    private static bool IsRightAboutMeaning(Judged judged) => judged.MeansTheSame == judged.Pair.Label is PassageLabel.Entailment;

    private static double MeaningF1(List<Judged> judged)
    {
        int both = judged.Count(j => j.MeansTheSame && j.Pair.Label is PassageLabel.Entailment);
        return 200.0 * both / Math.Max(1, judged.Count(j => j.MeansTheSame) + judged.Count(j => j.Pair.Label is PassageLabel.Entailment));
    }

    private static double Share(List<Judged> judged, Func<Judged, bool> condition) => judged.Count == 0 ? 0 : 100.0 * judged.Count(condition) / judged.Count;

    /// <summary>A pair and what was found.</summary>
    private sealed record Judged(PassagePair Pair, PassageLabel Found, PassageComparison Comparison)
    {
        public bool MeansTheSame => Comparison.Similarity.Thousandths >= 500;
    }
}
