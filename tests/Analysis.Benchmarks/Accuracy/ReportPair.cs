using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>One of two reports of an invented event.</summary>
/// <param name="Date">The day on which it appeared, ISO 8601.</param>
/// <param name="Text">Its title and its paragraphs with empty lines between, without marks.</param>
/// <param name="Marked">The words that hold the fact which the other report contradicts, ascending; empty in an innocent pair.</param>
internal sealed record Report(string Date, string Text, ImmutableArray<TextSpan> Marked)
{
    public string Title => Text[..Text.IndexOf('\n', StringComparison.Ordinal)];

    public SemanticModel Read() => SemanticModel.Build(SyntaxTree.Parse(SourceText.From(Text)), TrainedParser.Default, new ArticleContext("", Date));

    /// <summary>Whether words stand at the marked ones.</summary>
    public bool Holds(TextSpan words) => Marked.Any(marked => marked.OverlapsWith(words));
}

/// <summary>Two reports told independently: they contradict each other in one fact, or in none.</summary>
/// <param name="Number">Names the pair; unique in both parts. Those that three divides are held out.</param>
/// <param name="Kind">The kind of the fact; null for an innocent pair.</param>
/// <param name="Word">How the fact is told, or what tempts to see a conflict.</param>
/// <param name="OneEvent">Whether both are about one event.</param>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
internal sealed record ReportPair(int Number, DifferenceKind? Kind, string Word, bool OneEvent, Report Left, Report Right)
{
    /// <summary>Reads pairs in the format that the head of <c>reports/development.txt</c> describes.</summary>
    /// <exception cref="FormatException">A line is none of the format; a guilty report has no marks, or an innocent one has; a mark is not closed.</exception>
    public static ImmutableArray<ReportPair> Parse(IEnumerable<string> lines)
    {
        var pairs = ImmutableArray.CreateBuilder<ReportPair>();
        string[]? heading = null;
        var sides = new List<(string Date, StringBuilder Text)>();
        foreach (string line in lines)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal)) continue;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Finish();
                heading = line[3..].Split(' ');
            }
            else if (line.StartsWith("< ", StringComparison.Ordinal) || line.StartsWith("> ", StringComparison.Ordinal))
            {
                if (heading is null || sides.Count != (line[0] == '<' ? 0 : 1) || line.Split(" | ", 2) is not [var date, var title])
                    throw new FormatException($"\"{line}\" opens no report: write the left one as \"< date | title\", then the right one with \">\".");
                sides.Add((date[2..], new StringBuilder(title).Append('\n')));
            }
            else if (sides.Count > 0) sides[^1].Text.Append('\n').Append(line).Append('\n');
            else throw new FormatException($"\"{line}\" stands in no report.");
        }
        Finish();
        return pairs.DrainToImmutable();

        void Finish()
        {
            if (heading is null) return;
            if (sides.Count != 2 || heading.Length is < 3 or > 4 || heading.Length == 4 && heading[3] != "OTHER")
                throw new FormatException($"Pair \"{string.Join(' ', heading)}\" needs a number, a kind, a word, perhaps OTHER, and two reports.");
            var pair = new ReportPair(int.Parse(heading[0], CultureInfo.InvariantCulture), KindOf(heading[1]), heading[2], heading.Length == 3, Unmark(sides[0]), Unmark(sides[1]));
            if (pair.Left.Marked.IsEmpty != pair.Kind is null || pair.Right.Marked.IsEmpty != pair.Kind is null)
                throw new FormatException($"Pair {pair.Number}: guilty reports have marks, innocent ones have none.");
            pairs.Add(pair);
            sides.Clear();
        }
    }

    private static DifferenceKind? KindOf(string word) => word switch
    {
        "INNOCENT" => null,
        "QUANTITY" => DifferenceKind.Quantity,
        "NEGATION" => DifferenceKind.Negation,
        "ANTONYM" => DifferenceKind.Antonym,
        "ENTITY" => DifferenceKind.Entity,
        "DATE" => DifferenceKind.Date,
        "PLACE" => DifferenceKind.Place,
        _ => throw new FormatException($"\"{word}\" is no kind of a pair."),
    };

    /// <summary>Takes the brackets off.</summary>
    private static Report Unmark((string Date, StringBuilder Text) side)
    {
        var text = new StringBuilder(side.Text.Length);
        var marked = ImmutableArray.CreateBuilder<TextSpan>();
        int open = -1;
        foreach (char c in side.Text.ToString())
        {
            if (c is not ('[' or ']')) text.Append(c);
            else if (c is '[' == open >= 0) throw new FormatException($"A bracket is not paired in \"{side.Text}\".");
            else if (c is '[') open = text.Length;
            else
            {
                marked.Add(new TextSpan(open, text.Length));
                open = -1;
            }
        }
        if (open >= 0) throw new FormatException($"A bracket is not closed in \"{side.Text}\".");
        return new Report(side.Date, text.ToString(), marked.DrainToImmutable());
    }
}
