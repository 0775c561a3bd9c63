using System.Globalization;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Scores on words given as in the treebank, with the parser's own tags. Everything counts, punctuation and subtypes too.</summary>
internal sealed record Evaluation(string Name, int Words, int Upos, int Xpos, int Lemma, int Feats, int Heads, int Labeled)
{
    public static Evaluation Of(string name, TrainedParser parser, IEnumerable<TreebankSentence> sentences)
    {
        int words = 0, upos = 0, xpos = 0, lemma = 0, feats = 0, heads = 0, labeled = 0;
        foreach (var sentence in sentences)
        {
            var annotations = new WordAnnotation[sentence.Words.Length];
            parser.Parse(sentence.Text, sentence.Spans, annotations);
            foreach (var (gold, found) in sentence.Words.Zip(annotations))
            {
                words++;
                upos += gold.Upos == found.Upos ? 1 : 0;
                xpos += gold.Xpos == found.Xpos ? 1 : 0;
                lemma += gold.Lemma == found.Lemma ? 1 : 0;
                feats += gold.Feats == found.Feats ? 1 : 0;
                heads += gold.Head == found.Head ? 1 : 0;
                labeled += gold.Head == found.Head && gold.Relation == found.Relation ? 1 : 0;
            }
        }

        return new Evaluation(name, words, upos, xpos, lemma, feats, heads, labeled);
    }

    /// <summary>A row of a table in Markdown.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {Words} | {Share(Upos):F2} | {Share(Xpos):F2} | {Share(Lemma):F2} | {Share(Feats):F2} | {Share(Heads):F2} | {Share(Labeled):F2} |");

    /// <summary>Percent of the words.</summary>
    public double Share(int count) => 100.0 * count / Words;
}
