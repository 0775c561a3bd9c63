using System.Globalization;
using System.Text;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>One word of a treebank. Heads count from 0; -1 is the root.</summary>
internal sealed record TreebankWord(string Form, string Lemma, Upos Upos, Xpos Xpos, string Feats, int Head, DependencyRelation Relation);

/// <summary>One sentence, and its words joined by spaces as a text to annotate.</summary>
internal sealed class TreebankSentence
{
    public TreebankSentence(string document, TreebankWord[] words)
    {
        Document = document;
        Words = words;
        var text = new StringBuilder();
        Spans = new TextSpan[words.Length];
        for (var index = 0; index < words.Length; index++)
        {
            Spans[index] = new TextSpan(text.Length, text.Length + words[index].Form.Length);
            text.Append(words[index].Form).Append(' ');
        }

        Text = text.ToString();
    }

    /// <summary>Name of the file, which in GUM starts with the genre.</summary>
    public string Document { get; }

    public TreebankWord[] Words { get; }

    public string Text { get; }

    public TextSpan[] Spans { get; }
}

/// <summary>Reads CoNLL-U.</summary>
internal static class Treebank
{
    /// <summary>The sentences of a file, or of all files of a folder in the order of their names.</summary>
    public static IEnumerable<TreebankSentence> Read(string path)
    {
        if (!Directory.Exists(path))
            return ReadFile(path);
        return Directory.GetFiles(path, "*.conllu").Order(StringComparer.Ordinal).SelectMany(ReadFile);
    }

    private static IEnumerable<TreebankSentence> ReadFile(string path)
    {
        var document = Path.GetFileNameWithoutExtension(path);
        var words = new List<TreebankWord>();
        foreach (var line in File.ReadLines(path).Append(string.Empty))
        {
            if (line.Length == 0)
            {
                if (words.Count > 0)
                    yield return new TreebankSentence(document, [.. words]);
                words.Clear();
                continue;
            }

            var columns = line.Split('\t');

            // Ranges are written words that the tokenizer splits, numbers with a period are words nobody wrote.
            if (line[0] != '#' && !columns[0].AsSpan().ContainsAny('-', '.'))
                words.Add(Word(columns));
        }
    }

    private static TreebankWord Word(string[] columns) => new(
        columns[1],
        columns[2],
        Enum.TryParse<Upos>(columns[3], out var upos) ? upos : Upos.X,
        XposNames.Parse(columns[4]),
        columns[5] == "_" ? string.Empty : columns[5],
        int.Parse(columns[6], CultureInfo.InvariantCulture) - 1,
        DependencyRelations.Parse(columns[7]));
}
