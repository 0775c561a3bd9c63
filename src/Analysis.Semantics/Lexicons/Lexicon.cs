using System.Collections.Immutable;

namespace Analysis.Semantics.Lexicons;

/// <summary>Reads a word list that is embedded in the assembly.</summary>
/// <remarks>
/// One entry a line, its fields divided by tabs; lines that start with <c>#</c> and empty lines are skipped. The first line states the origin.
/// </remarks>
internal static class Lexicon
{
    /// <summary>The entries of a list in the order of the file.</summary>
    /// <param name="name">File name, as <c>units.txt</c>.</param>
    /// <exception cref="InvalidOperationException">No such list is embedded.</exception>
    public static ImmutableArray<string[]> Read(string name)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The lexicon {name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        var entries = ImmutableArray.CreateBuilder<string[]>();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') entries.Add(line.Split('\t', StringSplitOptions.TrimEntries));
        return entries.DrainToImmutable();
    }
}
