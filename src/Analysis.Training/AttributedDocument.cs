using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>One attribution as people marked it: who, by which words, is said to have said or thought what.</summary>
/// <param name="Source">Words that name who it is attributed to, ascending; empty where nobody is named.</param>
/// <param name="Cue">Words that attribute; null where none do.</param>
/// <param name="Content">What is attributed, ascending; several spans where other words stand between.</param>
internal sealed record MarkedAttribution(ImmutableArray<TextSpan> Source, TextSpan? Cue, ImmutableArray<TextSpan> Content);

/// <summary>An article of a corpus in which attributions are marked in brat's standoff format: PolNeAR, the Political News Attribution Relations corpus.</summary>
internal sealed record AttributedDocument(string Name, string Text, ImmutableArray<MarkedAttribution> Attributions)
{
    /// <summary>Reads a part of the corpus, in order of the names of its files.</summary>
    /// <param name="folder">Holds <c>text</c> and <c>attributions</c>.</param>
    public static IEnumerable<AttributedDocument> Read(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "attributions"), "*.ann").Order(StringComparer.Ordinal).Select(path =>
        {
            string name = Path.GetFileNameWithoutExtension(path);
            string text = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "text", name + ".txt")));
            return new AttributedDocument(name, text, Marked(File.ReadLines(path), text));
        });

    private static ImmutableArray<MarkedAttribution> Marked(IEnumerable<string> lines, string text)
    {
        int[] positions = Positions(text);
        var spans = new Dictionary<string, ImmutableArray<TextSpan>>(StringComparer.Ordinal);
        var events = new List<string>();
        foreach (string line in lines)
        {
            if (line.Split('\t') is not [var id, var what, ..] || id.Length == 0) continue;
            if (id[0] == 'T') spans[id] = Spans(what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..], positions);
            else if (id[0] == 'E') events.Add(what);
        }
        var found = ImmutableArray.CreateBuilder<MarkedAttribution>(events.Count);
        foreach (string what in events)
        {
            var parts = what.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(part => part.Split(':'))
                .Where(part => part.Length == 2 && spans.ContainsKey(part[1])).ToLookup(part => part[0].TrimEnd("0123456789".ToCharArray()), part => spans[part[1]]);
            var cue = parts["Cue"].SelectMany(cue => cue).ToList();
            found.Add(new MarkedAttribution(
                [.. parts["Source"].SelectMany(source => source).Order()], cue.Count == 0 ? null : new TextSpan(cue.Min(c => c.Start), cue.Max(c => c.End)),
                [.. parts["Content"].SelectMany(content => content).Order()]));
        }
        return found.ToImmutable();
    }

    /// <summary>Reads <c>91 186;209 236</c>, offsets in characters of Unicode.</summary>
    private static ImmutableArray<TextSpan> Spans(string written, int[] positions) =>
    [
        .. written.Split(';').Select(part => part.Split(' ')).Select(part => new TextSpan(
            positions[Math.Min(positions.Length - 1, int.Parse(part[0], CultureInfo.InvariantCulture))],
            positions[Math.Min(positions.Length - 1, int.Parse(part[1], CultureInfo.InvariantCulture))])).Order(),
    ];

    private static int[] Positions(string text)
    {
        var positions = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i += i + 1 < text.Length && char.IsSurrogatePair(text, i) ? 2 : 1) positions.Add(i);
        positions.Add(text.Length);
        return [.. positions];
    }
}
