namespace Analysis.Tests.Support;

/// <summary>A file of pairs of texts in sections that say what is expected of them: <c>== expected: why</c>, then two lines a pair, an empty line between pairs.</summary>
internal sealed class PairFile(params string[] path)
{
    private readonly string[] _lines = File.ReadAllLines(Path.Combine([Repository.Root, "tests", "Analysis.Tests", .. path]));

    /// <summary>The heads of the sections.</summary>
    public IEnumerable<string> Sections => _lines.Where(line => line.StartsWith("== ", StringComparison.Ordinal)).Select(line => line[3..]);

    /// <summary>What the head of a section expects.</summary>
    public static string ExpectedOf(string section) => section[..section.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The pairs of a section.</summary>
    public IEnumerable<(string Left, string Right)> Pairs(string section)
    {
        int at = Array.IndexOf(_lines, "== " + section) + 1;
        for (; at < _lines.Length && !_lines[at].StartsWith("== ", StringComparison.Ordinal); at++)
            if (_lines[at].Length > 0) yield return (_lines[at], _lines[++at]);
    }
}
