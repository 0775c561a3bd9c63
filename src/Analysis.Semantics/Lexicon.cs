using System.Collections.Frozen;
using System.Reflection;

namespace Analysis.Semantics;

/// <summary>Reads the word lists that are embedded in the assembly.</summary>
/// <remarks>
/// One entry a line; lines that start with <c>#</c> are comments, the first of them the origin of the list. Keys are lower case. Lists are
/// read once, on first use.
/// </remarks>
internal static class Lexicon
{
    /// <summary>Reads a list of words.</summary>
    /// <param name="name">File name without its ending.</param>
    public static FrozenSet<string> Words(string name) => Lines(name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a list of pairs <c>key = value</c>.</summary>
    public static FrozenDictionary<string, string> Pairs(string name) => Lines(name)
        .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a table whose fields are divided by tabs, in the order of the file.</summary>
    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t', StringSplitOptions.TrimEntries));

    /// <summary>Reads the entries of a list in the order of the file.</summary>
    /// <param name="name">File name without its ending.</param>
    /// <param name="assembly">Where it is embedded; this assembly when null.</param>
    public static IEnumerable<string> Lines(string name, Assembly? assembly = null)
    {
        string file = name + ".txt";
        assembly ??= typeof(Lexicon).Assembly;
        using var stream = assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The word list {file} is not in the assembly {assembly.GetName().Name}; build it again.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') lines.Add(line);
        return lines;
    }
}
