using System.Text;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>A document of a treebank with its text as it was before anybody cut it.</summary>
/// <param name="Name">Name of the document, which in GUM says its genre.</param>
/// <param name="Text">
/// The sentences as their <c># text</c> comments have them: a blank line between paragraphs (<c># newpar</c>), within one a space, unless
/// the last word of the sentence is marked as having none behind it.
/// </param>
/// <param name="Lines">The lines of CoNLL-U.</param>
internal sealed record TreebankText(string Name, string Text, string[] Lines)
{
    /// <summary>The documents of a file, or of all files of a folder in the order of their names.</summary>
    public static IEnumerable<TreebankText> Read(string path)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.conllu").Order(StringComparer.Ordinal)] : [path];
        foreach (string file in files)
        {
            var lines = new List<string>();
            foreach (string line in File.ReadLines(file))
            {
                if (line.StartsWith("# newdoc", StringComparison.Ordinal) && lines.Count > 0)
                {
                    yield return Of(lines);
                    lines.Clear();
                }
                lines.Add(line);
            }
            if (lines.Count > 0) yield return Of(lines);
        }
    }

    private static TreebankText Of(List<string> lines)
    {
        var text = new StringBuilder();
        bool paragraph = false, joined = true;
        int rangeEnd = 0;
        foreach (string line in lines)
        {
            if (line.StartsWith("# newpar", StringComparison.Ordinal)) paragraph = true;
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                if (text.Length > 0) text.Append(paragraph ? "\n\n" : joined ? "" : " ");
                text.Append(line.AsSpan("# text = ".Length).Trim());
                (paragraph, rangeEnd) = (false, 0);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                string[] columns = line.Split('\t');
                string[] numbers = columns[0].Split('-');
                // A word of a token of several does not say what stands behind the token.
                if (numbers.Length == 1 && !columns[0].Contains('.', StringComparison.Ordinal) && int.Parse(columns[0], System.Globalization.CultureInfo.InvariantCulture) <= rangeEnd) continue;
                if (numbers.Length == 2) rangeEnd = int.Parse(numbers[1], System.Globalization.CultureInfo.InvariantCulture);
                joined = columns[9].Split('|').Contains("SpaceAfter=No");
            }
        }
        string name = lines.FirstOrDefault(line => line.StartsWith("# newdoc id = ", StringComparison.Ordinal))?["# newdoc id = ".Length..] ?? "";
        return new TreebankText(name, text.ToString(), [.. lines]);
    }
}

/// <summary>Documents that figures are reported on together.</summary>
internal sealed record TreebankPart(string Name, TreebankText[] Documents)
{
    /// <summary>The development parts in the order of the tables.</summary>
    /// <param name="folder">Holds <c>ewt/dev.conllu</c> and <c>gum/dev/*.conllu</c>.</param>
    public static TreebankPart[] Read(string folder)
    {
        TreebankText[] gum = [.. TreebankText.Read(Path.Combine(folder, "gum", "dev"))];
        return
        [
            new("GUM news", [.. gum.Where(document => Is(document, "news"))]),
            new("GUM interview", [.. gum.Where(document => Is(document, "interview"))]),
            new("GUM news and interview", [.. gum.Where(document => Is(document, "news") || Is(document, "interview"))]),
            new("GUM", gum),
            new("EWT", [.. TreebankText.Read(Path.Combine(folder, "ewt", "dev.conllu"))]),
        ];

        static bool Is(TreebankText document, string genre) => document.Name.Contains($"_{genre}_", StringComparison.Ordinal);
    }
}
