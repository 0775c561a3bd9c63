using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Language.Conllu;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// The metrics of the CoNLL 2018 shared task on the development parts of the treebanks, from raw text: tokens, sentences, tags, lemmas and
/// trees as <c>analyze --format conllu</c> writes them. Each document is an article of its own. The anchors on EWT are what spaCy published
/// for its pipeline on a transformer, trained and measured on an older version of that treebank.
/// </summary>
internal sealed class RawSuite() : AccuracySuite("raw", "treebank/ewt/dev.conllu", "treebank/gum/dev")
{
    private static readonly ImmutableDictionary<string, double> Anchors = ImmutableDictionary<string, double>.Empty
        .Add("Sentences", 90.62).Add("UPOS", 96.94).Add("XPOS", 96.36).Add("UFeats", 96.91).Add("Lemmas", 97.36).Add("UAS", 91.90).Add("LAS", 89.42);

    // Below them something is broken: news has lost neither token nor sentence when they were set, the web a token in a hundred.
    private static readonly ImmutableDictionary<string, double> Floors = ImmutableDictionary<string, double>.Empty
        .Add("GUM news, Words", 99.5).Add("GUM news, Sentences", 93).Add("GUM news, LAS", 82.5).Add("GUM, Words", 99.5).Add("EWT, Words", 98.5);

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output) =>
        [.. TreebankPart.Read(Path.Combine(dataFolder, "treebank")).SelectMany(Figures)];

    /// <summary>What is found in the text of a part, beside what the treebank says.</summary>
    public static ConlluEvaluation Evaluate(TreebankPart part)
    {
        ConlluDocument gold = new(), found = new();
        foreach (var document in part.Documents)
        {
            using var lines = new StringWriter { NewLine = "\n" };
            new ConlluWriter(lines, TrainedParser.Default).Write(SyntaxTree.ParseThroughout(SourceText.From(document.Text)), document.Name);
            gold.Add(document.Lines);
            found.Add(lines.ToString().Split('\n'));
        }
        return new ConlluEvaluation(gold, found);
    }

    private static IEnumerable<Figure> Figures(TreebankPart part) =>
        Evaluate(part).Metrics().Select(metric => $"{part.Name}, {metric.Name}" is var name && part.Name == "EWT" && Anchors.TryGetValue(metric.Name, out double anchor)
            ? new Figure(name, metric.F1, Floor(name), anchor)
            : new Figure(name, metric.F1, Floor(name)));

    private static double? Floor(string name) => Floors.TryGetValue(name, out double floor) ? floor : null;
}
