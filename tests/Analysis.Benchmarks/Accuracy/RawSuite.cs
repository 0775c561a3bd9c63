using Analysis.Language;
using Analysis.Language.Conllu;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// The metrics of the CoNLL 2018 shared task on the development parts of the treebanks, from raw text: tokens, sentences, tags, lemmas and
/// trees as <c>analyze --format conllu</c> writes them. Each document is an article of its own.
/// </summary>
internal sealed class RawSuite() : AccuracySuite("raw", "treebank/ewt/dev.conllu", "treebank/gum/dev")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output) =>
        [.. TreebankPart.Read(Path.Combine(dataFolder, "treebank")).SelectMany(Figures)];

    /// <summary>What is found in the text of a part, beside what the treebank says.</summary>
    public static ConlluEvaluation Evaluate(TreebankPart part)
    {
        ConlluDocument gold = new(), found = new();
        foreach (var document in part.Documents)
        {
            using var lines = new StringWriter { NewLine = "\n" };
            new ConlluWriter(lines, TrainedParser.Default).Write(SourceText.From(document.Text), document.Name);
            gold.Add(document.Lines);
            found.Add(lines.ToString().Split('\n'));
        }
        return new ConlluEvaluation(gold, found);
    }

    private static IEnumerable<Figure> Figures(TreebankPart part) =>
        Evaluate(part).Metrics().Select(metric => new Figure($"{part.Name}, {metric.Name}", metric.F1));
}
