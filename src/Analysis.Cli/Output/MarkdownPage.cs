namespace Analysis.Cli.Output;

/// <summary>Prints Markdown: as it is for a pipe, with headings, code and listings told apart for a terminal.</summary>
internal static class MarkdownPage
{
    private const string Bold = "\e[1m", Cyan = "\e[36m", Dim = "\e[2m", Reset = "\e[0m", Fence = "```";

    public static void Write(TextWriter writer, string markdown, bool color)
    {
        if (!color)
        {
            writer.Write(markdown);
            if (!markdown.EndsWith('\n')) writer.WriteLine();
            return;
        }
        bool listing = false;
        foreach (string line in markdown.TrimEnd('\n').Split('\n'))
        {
            bool fence = line.StartsWith(Fence, StringComparison.Ordinal);
            if (fence) listing = !listing;
            else if (listing) writer.WriteLine(line.Length > 0 ? $"    {Dim}{line}{Reset}" : "");
            else if (line.StartsWith('#')) writer.WriteLine($"{Bold}{line.TrimStart('#').TrimStart()}{Reset}");
            else writer.WriteLine(WithCode(line));
        }
    }

    private static string WithCode(string line)
    {
        string[] parts = line.Split('`');
        // An odd number of marks is no code.
        if (parts.Length % 2 == 0) return line;
        return string.Concat(parts.Select((part, i) => i % 2 == 1 ? Cyan + part + Reset : part));
    }
}
