using System.Text.RegularExpressions;

namespace Analysis.Cli.Output;

/// <summary>Prints Markdown: as it is for a pipe, with headings, code and listings told apart for a terminal.</summary>
internal static partial class MarkdownPage
{
    private const string Bold = "\e[1m", Cyan = "\e[36m", Dim = "\e[2m", Flagged = "\e[0;1;33m", Reset = "\e[0m", Fence = "```";

    public static void Write(TextWriter writer, string markdown, bool color)
    {
        if (!color)
        {
            writer.Write(markdown);
            if (!markdown.EndsWith('\n')) writer.WriteLine();
            return;
        }
        bool listing = false, flagged = false;
        foreach (string line in markdown.TrimEnd('\n').Split('\n'))
        {
            bool fence = line.StartsWith(Fence, StringComparison.Ordinal);
            if (fence) listing = !listing;
            else if (listing) writer.WriteLine(line.Length > 0 ? $"    {(flagged ? Flagged : Dim)}{WithMarks(line, ref flagged)}{Reset}" : "");
            else if (line.StartsWith('#')) writer.WriteLine($"{Bold}{line.TrimStart('#').TrimStart()}{Reset}");
            else writer.WriteLine(WithCode(line));
        }
    }

    // What a rule flags stands between [| and |], or {|ART1: and |} where there are several, and may go over lines.
    private static string WithMarks(string line, ref bool flagged)
    {
        bool inside = flagged;
        string styled = Mark().Replace(line, mark => (inside = !mark.Value.StartsWith('|')) ? Flagged : Reset + Dim);
        flagged = inside;
        return styled;
    }

    [GeneratedRegex(@"\[\||\{\|[A-Za-z0-9]+:|\|[\]}]")]
    private static partial Regex Mark();

    private static string WithCode(string line)
    {
        string[] parts = line.Split('`');
        // An odd number of marks is no code.
        if (parts.Length % 2 == 0) return line;
        return string.Concat(parts.Select((part, i) => i % 2 == 1 ? Cyan + part + Reset : part));
    }
}
