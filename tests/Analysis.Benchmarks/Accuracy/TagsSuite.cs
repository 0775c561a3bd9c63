using Analysis.Language;
using Analysis.Training;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Tags, lemmas, features and trees on the development parts of the treebanks, words as given there. The anchors are the next aims.
/// </summary>
internal sealed class TagsSuite() : AccuracySuite("tags", "treebank/ewt/dev.conllu", "treebank/gum/dev")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var parts = DevelopmentPart.Read(Path.Combine(dataFolder, "treebank"));
        output.WriteLine($"{Scores.Speed(TrainedParser.Default, parts[0].Sentences):F0} words a second (not part of the snapshot)");
        return [.. parts.SelectMany(part => Figures(Evaluation.Of(part.Name, TrainedParser.Default, part.Sentences)))];
    }

    private static IEnumerable<Figure> Figures(Evaluation scores)
    {
        var (ewt, gum) = (scores.Name == "EWT", scores.Name.StartsWith("GUM", StringComparison.Ordinal));
        return
        [
            new($"{scores.Name}, UPOS", scores.Share(scores.Upos), ewt ? 95.3 : gum ? 96 : null, ewt || gum ? 96.5 : null),
            new($"{scores.Name}, XPOS", scores.Share(scores.Xpos)),
            new($"{scores.Name}, lemma", scores.Share(scores.Lemma), ewt || gum ? 97 : null),
            new($"{scores.Name}, features", scores.Share(scores.Feats)),
            new($"{scores.Name}, UAS", scores.Share(scores.Heads), ewt || gum ? 86 : null, ewt || gum ? 89 : null),
            new($"{scores.Name}, LAS", scores.Share(scores.Labeled), ewt || gum ? 82.5 : null, ewt || gum ? 86 : null),
        ];
    }
}
