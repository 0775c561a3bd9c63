using System.Text;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>One sentence of a treebank with the names in it.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="Names">Its names by word, in order, without overlaps; null where nobody marked them.</param>
/// <param name="Copies">The sentence set as headlines are, or without capitals, to train on besides.</param>
internal sealed record NamedSentence(TreebankSentence Words, NameSpan[]? Names, TreebankSentence[] Copies);

/// <summary>Tags one sentence.</summary>
internal delegate WordAnnotation[] SentenceTagger(TreebankSentence sentence);

/// <summary>A document as the name tagger sees one: its sentences joined to one text, with tags as predicted.</summary>
internal sealed class NameDocument
{
    public NameDocument(string name, IReadOnlyList<NamedSentence> sentences, SentenceTagger tagger)
    {
        Name = name;
        Sources = sentences;
        var text = new StringBuilder();
        var spans = new List<TextSpan>();
        var places = new List<(int First, int Count)>();
        var names = new List<NameSpan>();
        var annotations = new List<WordAnnotation>();
        foreach (var sentence in sentences)
        {
            var found = tagger(sentence.Words);
            annotations.AddRange(found);
            places.Add((spans.Count, found.Length));
            foreach (var span in sentence.Names ?? [])
                names.Add(new NameSpan(spans.Count + span.FirstToken, spans.Count + span.EndToken, span.Type));
            foreach (var span in sentence.Words.Spans)
                spans.Add(new TextSpan(text.Length + span.Start, text.Length + span.End));
            text.Append(sentence.Words.Text);
        }

        Text = text.ToString();
        Spans = [.. spans];
        Sentences = [.. places];
        Names = [.. names];
        Annotations = [.. annotations];
    }

    /// <summary>The tags that a parser gives a sentence.</summary>
    public static SentenceTagger Tags(TrainedParser parser) => sentence =>
    {
        var found = new WordAnnotation[sentence.Words.Length];
        parser.Parse(sentence.Text, sentence.Spans, found);
        return found;
    };

    public string Name { get; }

    public IReadOnlyList<NamedSentence> Sources { get; }

    public string Text { get; }

    public TextSpan[] Spans { get; }

    public (int First, int Count)[] Sentences { get; }

    public WordAnnotation[] Annotations { get; }

    /// <summary>The names, by word of the document.</summary>
    public NameSpan[] Names { get; }
}
