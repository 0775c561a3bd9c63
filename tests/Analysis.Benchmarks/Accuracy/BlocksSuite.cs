using System.Text;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Blocks of plain text: the development documents of GUM are written as people write texts (a line a paragraph, an empty line between, lines
/// of at most 72 characters) and must come back as the blocks that their annotators marked. Conversations are left out.
/// </summary>
internal sealed class BlocksSuite() : AccuracySuite("blocks", "treebank/gum/dev")
{
    private static readonly (string Name, Func<IEnumerable<string>, string> Write)[] Layouts =
    [
        ("a line each", blocks => string.Join('\n', blocks)),
        ("empty lines between", blocks => string.Join("\n\n", blocks)),
        ("wrapped", blocks => string.Join("\n\n", blocks.Select(Wrap))),
    ];

    private enum Truth
    {
        Heading,
        Caption,
        Text,
    }

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var documents = Directory.GetFiles(Path.Combine(dataFolder, "treebank", "gum", "dev"), "*.conllu").Order(StringComparer.Ordinal)
            .Where(path => !path.Contains("conversation", StringComparison.Ordinal) && !path.Contains("vlog", StringComparison.Ordinal)).Select(Read).ToList();
        return [.. Layouts.SelectMany(layout => Score(layout.Name, documents, layout.Write, output))];
    }

    private static IEnumerable<Figure> Score(string layout, List<List<(Truth Kind, string Text)>> documents, Func<IEnumerable<string>, string> write, TextWriter output)
    {
        int marked = 0, found = 0, predicted = 0;
        var byKind = Enum.GetValues<Truth>().ToDictionary(kind => kind, _ => (Marked: 0, Found: 0, Right: 0));
        foreach (var document in documents)
        {
            string text = write(document.Select(block => block.Text));
            var tree = SyntaxTree.Parse(SourceText.From(text));
            // A dateline or a credit split off in front is part of the block it was split from.
            var blocks = new Dictionary<(int, int), Truth>();
            for (int i = 0; i < tree.Blocks.Length; i++)
            {
                int first = i;
                while (i + 1 < tree.Blocks.Length && tree.Blocks[i].Kind is SyntaxKind.Dateline or SyntaxKind.Credit) i++;
                blocks[(tree.Blocks[first].Span.Start, tree.Blocks[i].Span.End)] = KindOf(tree.Blocks[i].Kind);
            }
            predicted += blocks.Count;
            foreach (var kind in blocks.Values) byKind[kind] = byKind[kind] with { Found = byKind[kind].Found + 1 };
            int at = 0;
            foreach (var (kind, block) in document)
            {
                string written = write([block]);
                int start = text.IndexOf(written, at, StringComparison.Ordinal);
                at = start + written.Length;
                marked++;
                bool exact = blocks.TryGetValue((start, at), out var given);
                if (exact) found++;
                bool right = exact && given == kind;
                byKind[kind] = byKind[kind] with { Marked = byKind[kind].Marked + 1, Right = byKind[kind].Right + (right ? 1 : 0) };
                if (!right && Environment.GetEnvironmentVariable("ANALYSIS_SHOW_MISSES") is not null)
                    output.WriteLine($"{layout}: {kind} read as {(exact ? given.ToString() : "other borders")}: {(block.Length > 80 ? block[..80] + "…" : block)}");
            }
        }
        yield return new Figure($"{layout}, block F1", F1(marked, predicted, found), 95);
        foreach (var (kind, count) in byKind) yield return new Figure($"{layout}, {kind} F1 ({count.Marked})", F1(count.Marked, count.Found, count.Right));
    }

    private static double F1(int marked, int found, int right) => marked + found == 0 ? 100 : 200.0 * right / (marked + found);

    private static Truth KindOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Headline or SyntaxKind.Heading => Truth.Heading,
        SyntaxKind.Caption or SyntaxKind.Credit => Truth.Caption,
        _ => Truth.Text,
    };

    private static List<(Truth Kind, string Text)> Read(string path)
    {
        var blocks = new List<(Truth Kind, string Text)>();
        var text = new StringBuilder();
        var kind = Truth.Text;
        foreach (string line in File.ReadLines(path))
        {
            if (line == "# newpar")
            {
                End();
            }
            else if (line.StartsWith("# newpar_block = ", StringComparison.Ordinal))
            {
                kind = line.Contains("caption", StringComparison.Ordinal) ? Truth.Caption : line.StartsWith("# newpar_block = head", StringComparison.Ordinal) ? Truth.Heading : Truth.Text;
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                if (text.Length > 0) text.Append(' ');
                text.Append(line.AsSpan("# text = ".Length));
            }
        }
        End();
        return blocks;

        void End()
        {
            if (text.Length > 0) blocks.Add((kind, text.ToString()));
            text.Clear();
            kind = Truth.Text;
        }
    }

    private static string Wrap(string block)
    {
        const int Column = 72;
        var wrapped = new StringBuilder();
        int width = 0;
        foreach (string word in block.Split(' '))
        {
            if (width > 0 && width + 1 + word.Length > Column)
            {
                wrapped.Append('\n');
                width = 0;
            }
            else if (width > 0)
            {
                wrapped.Append(' ');
                width++;
            }
            wrapped.Append(word);
            width += word.Length;
        }
        return wrapped.ToString();
    }
}
