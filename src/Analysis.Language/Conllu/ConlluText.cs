using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Analysis.Syntax;

namespace Analysis.Language.Conllu;

/// <summary>Cuts texts into the sentences of CoNLL-U: by the tree, or as the text itself says.</summary>
internal static class ConlluText
{
    private const int Columns = 10;

    /// <summary>The sentences of a tree; a block is a paragraph.</summary>
    /// <param name="tree">The article.</param>
    /// <param name="id">Names the document; no white space and no slash in it.</param>
    public static IEnumerable<ConlluSentence> Of(SyntaxTree tree, string id)
    {
        for (int index = 0; index < tree.Sentences.Length; index++)
        {
            var sentence = tree.Sentences[index];
            var words = ImmutableArray.CreateBuilder<TextSpan>(sentence.TokenCount);
            var joins = ImmutableArray.CreateBuilder<bool>(sentence.TokenCount);
            var line = new StringBuilder();
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                var span = tree.Tokens[token].Span;
                bool joined = token + 1 < tree.Tokens.Length && tree.Tokens[token + 1].Span.Start == span.End;
                words.Add(span);
                joins.Add(joined);
                line.Append(tree.Text[span]);
                if (!joined && token + 1 < sentence.EndToken) line.Append(' ');
            }
            var comments = ImmutableArray.CreateBuilder<string>();
            if (index == 0) comments.Add("# newdoc id = " + id);
            if (index == 0 || tree.Sentences[index - 1].Block != sentence.Block) comments.Add("# newpar");
            comments.Add(SentenceId(id, index));
            comments.Add("# text = " + line);
            yield return new ConlluSentence(comments.DrainToImmutable(), tree.Text.Text, words.MoveToImmutable(), joins.MoveToImmutable());
        }
    }

    /// <summary>
    /// The sentences of a text whose tokens are decided: CoNLL-U, of which forms, ranges, spaces and comments are taken, where the first line
    /// that is no comment has its ten columns; else one sentence a line, its tokens apart by white space.
    /// </summary>
    /// <param name="text">The tokens.</param>
    /// <param name="id">Names the document where the text does not; no white space and no slash in it.</param>
    /// <exception cref="FormatException">A line is not as CoNLL-U has it; the message names it.</exception>
    public static IEnumerable<ConlluSentence> OfTokens(string text, string id)
    {
        string[] lines = text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n');
        string? first = lines.FirstOrDefault(line => line.Length > 0 && line[0] != '#');
        return first is not null && first.AsSpan().Count('\t') == Columns - 1 ? OfConllu(lines, id) : OfLines(lines, id);
    }

    private static IEnumerable<ConlluSentence> OfLines(string[] lines, string id)
    {
        int count = 0;
        foreach (string line in lines)
        {
            string[] forms = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (forms.Length == 0) continue;
            string joined = string.Join(' ', forms);
            ImmutableArray<string> comments = [SentenceId(id, count), "# text = " + joined];
            yield return new ConlluSentence(count == 0 ? ["# newdoc id = " + id, .. comments] : comments, joined, Spans(forms), [.. forms.Select(_ => false)], []);
            count++;
        }
    }

    private static IEnumerable<ConlluSentence> OfConllu(string[] lines, string id)
    {
        var comments = new List<string>();
        var forms = new List<string>();
        var joins = new List<bool>();
        var ranges = new List<ConlluRange>();
        int count = 0;
        for (int index = 0; index <= lines.Length; index++)
        {
            string line = index < lines.Length ? lines[index] : "";
            if (line.Length == 0)
            {
                if (ranges.Count > 0 && ranges[^1].End > forms.Count) throw Malformed(index, "the sentence ends before its last range does");
                if (forms.Count > 0) yield return Complete(comments, forms, joins, ranges, SentenceId(id, count++));
                foreach (var list in (System.Collections.IList[])[comments, forms, joins, ranges]) list.Clear();
            }
            else if (line[0] == '#')
            {
                comments.Add(line);
            }
            else
            {
                AddLine(line.Split('\t'), index, forms, joins, ranges);
            }
        }
    }

    private static void AddLine(string[] columns, int line, List<string> forms, List<bool> joins, List<ConlluRange> ranges)
    {
        if (columns.Length != Columns) throw Malformed(line, "it has not ten columns divided by tabs");
        // Words that nobody wrote have no place in a tree.
        if (columns[0].Contains('.', StringComparison.Ordinal)) return;
        if (columns[1].Length == 0) throw Malformed(line, "the form is empty");
        bool joined = columns[^1].Split('|').Contains("SpaceAfter=No");
        string[] borders = columns[0].Split('-');
        if (borders.Length == 2 && Number(borders[0]) == forms.Count + 1 && Number(borders[1]) > forms.Count && (ranges.Count == 0 || ranges[^1].End <= forms.Count))
        {
            ranges.Add(new ConlluRange(forms.Count, Number(borders[1]), columns[1], joined));
            return;
        }
        if (borders.Length != 1 || Number(columns[0]) != forms.Count + 1) throw Malformed(line, "its number is not the next");
        forms.Add(columns[1]);
        joins.Add(joined);
    }

    private static ConlluSentence Complete(List<string> comments, List<string> forms, List<bool> joins, List<ConlluRange> ranges, string sentenceId)
    {
        if (!comments.Exists(comment => comment.StartsWith("# sent_id", StringComparison.Ordinal))) comments.Add(sentenceId);
        if (!comments.Exists(comment => comment.StartsWith("# text =", StringComparison.Ordinal))) comments.Add("# text = " + Line(forms, joins, ranges));
        return new ConlluSentence([.. comments], string.Join(' ', forms), Spans(forms), [.. joins], [.. ranges]);
    }

    private static string Line(List<string> forms, List<bool> joins, List<ConlluRange> ranges)
    {
        var line = new StringBuilder();
        for (int word = 0, range = 0; word < forms.Count;)
        {
            bool written = range < ranges.Count && ranges[range].First == word;
            line.Append(written ? ranges[range].Form : forms[word]);
            bool joined = written ? ranges[range].Joins : joins[word];
            word = written ? ranges[range++].End : word + 1;
            if (!joined && word < forms.Count) line.Append(' ');
        }
        return line.ToString();
    }

    // Where the forms stand once they are joined by spaces.
    private static ImmutableArray<TextSpan> Spans(IReadOnlyCollection<string> forms)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>(forms.Count);
        int start = 0;
        foreach (string form in forms)
        {
            spans.Add(new TextSpan(start, start + form.Length));
            start += form.Length + 1;
        }
        return spans.MoveToImmutable();
    }

    private static string SentenceId(string id, int index) => string.Create(CultureInfo.InvariantCulture, $"# sent_id = {id}-{index + 1}");

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static FormatException Malformed(int line, string why) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Line {line + 1} is no line of CoNLL-U: {why}."));
}
