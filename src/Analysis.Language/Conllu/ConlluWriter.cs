using System.Collections.Immutable;
using System.Globalization;
using Analysis.Syntax;

namespace Analysis.Language.Conllu;

/// <summary>Writes sentences with their tags and trees in CoNLL-U, the format of Universal Dependencies.</summary>
/// <param name="output">Where to; lines end as it says.</param>
/// <param name="parser">Tags and parses.</param>
/// <remarks>
/// Every sentence has one root and numbers without gaps, and no column is empty. Clitics that are written together with their word stand
/// below a line with both, as the English treebanks have it. Time is linear in the text.
/// </remarks>
public sealed class ConlluWriter(TextWriter output, ISentenceParser parser)
{
    private const string Joined = "SpaceAfter=No";

    /// <summary>Writes the sentences of an article; a tree of <see cref="SyntaxTree.ParseThroughout"/> has every character in one.</summary>
    /// <param name="tree">The article.</param>
    /// <param name="id">Names it; white space and slashes in it are replaced.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    public void Write(SyntaxTree tree, string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        foreach (var sentence in ConlluText.Of(tree, Clean(id))) Write(sentence, cancellation);
    }

    /// <summary>
    /// Writes a text whose tokens are decided, as they are: CoNLL-U, which keeps its comments, ranges and spaces and gets new columns of
    /// grammar, or one sentence a line with its tokens apart by white space.
    /// </summary>
    /// <param name="text">The tokens.</param>
    /// <param name="id">Names the document where the text does not; white space and slashes in it are replaced.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="FormatException">A line is not as CoNLL-U has it; the message names it. What stands above it is written.</exception>
    public void WriteTokens(string text, string id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var sentence in ConlluText.OfTokens(text, Clean(id))) Write(sentence, cancellation);
    }

    private static string Clean(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return string.Create(id.Length, id, static (clean, id) =>
        {
            for (int i = 0; i < id.Length; i++) clean[i] = char.IsWhiteSpace(id[i]) || char.IsControl(id[i]) || id[i] is '/' or '\\' ? '_' : id[i];
        });
    }

    private void Write(ConlluSentence sentence, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var annotations = new WordAnnotation[sentence.Words.Length];
        parser.Parse(sentence.Text, sentence.Words.AsSpan(), annotations);
        foreach (string comment in sentence.Comments) output.WriteLine(comment);
        var ranges = sentence.Ranges.IsDefault ? Contractions(sentence, annotations) : sentence.Ranges;
        int next = 0;
        for (int word = 0; word < annotations.Length; word++)
        {
            if (next < ranges.Length && ranges[next].First == word) Write(ranges[next++]);
            bool inRange = next > 0 && word < ranges[next - 1].End;
            Write(word, sentence, annotations[word], !inRange && sentence.Joins[word]);
        }
        output.WriteLine();
    }

    private void Write(ConlluRange range)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{range.First + 1}-{range.End}\t"));
        output.Write(range.Form);
        output.Write("\t_\t_\t_\t_\t_\t_\t_\t");
        output.WriteLine(range.Joins ? Joined : "_");
    }

    private void Write(int index, ConlluSentence sentence, in WordAnnotation word, bool joined)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{index + 1}\t"));
        output.Write(sentence.Text.AsSpan(sentence.Words[index].Start, sentence.Words[index].Length));
        output.Write(string.Create(CultureInfo.InvariantCulture, $"\t{word.Lemma}\t{word.Upos}\t{word.Xpos.ToConllu()}\t{(word.Feats.Length > 0 ? word.Feats : "_")}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\t{word.Head + 1}\t{word.Relation.ToConllu()}\t_\t{(joined ? Joined : "_")}"));
    }

    /// <summary>A word with the clitics glued to it, and the few other words that are two.</summary>
    private static ImmutableArray<ConlluRange> Contractions(ConlluSentence sentence, WordAnnotation[] annotations)
    {
        var ranges = ImmutableArray.CreateBuilder<ConlluRange>();
        for (int word = 1; word < annotations.Length; word++)
        {
            if (!sentence.Joins[word - 1] || !IsSecondPart(Form(word - 1), Form(word), annotations[word])) continue;
            // Another clitic behind the first, as in "I'd've", lengthens the range.
            int first = ranges.Count > 0 && ranges[^1].End == word ? ranges[^1].First : word - 1;
            if (first < word - 1) ranges.RemoveAt(ranges.Count - 1);
            string form = sentence.Text[sentence.Words[first].Start..sentence.Words[word].End];
            ranges.Add(new ConlluRange(first, word + 1, form, sentence.Joins[word]));
        }
        return ranges.DrainToImmutable();

        ReadOnlySpan<char> Form(int word) => sentence.Text.AsSpan(sentence.Words[word].Start, sentence.Words[word].Length);
    }

    private static bool IsSecondPart(ReadOnlySpan<char> first, ReadOnlySpan<char> second, in WordAnnotation annotation)
    {
        if (!char.IsLetterOrDigit(first[^1]) && first[^1] != '.') return false;
        const int LongestPart = 3;
        if (second.Length > LongestPart) return false;
        Span<char> lower = stackalloc char[LongestPart];
        second.ToLowerInvariant(lower);
        lower[..second.Length].Replace('\u2019', '\'');
        return lower[..second.Length] switch
        {
            // After a word in s the apostrophe alone is a possessive or the end of a quotation.
            "'" => annotation.Xpos is Xpos.POS,
            "'s" or "'d" or "'m" or "'re" or "'ve" or "'ll" or "n't" or "nt" => true,
            "not" => first.Equals("can", StringComparison.OrdinalIgnoreCase),
            "na" => first.Equals("gon", StringComparison.OrdinalIgnoreCase) || first.Equals("wan", StringComparison.OrdinalIgnoreCase),
            "ta" => first.Equals("got", StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }
}
