using System.Globalization;

namespace Analysis.Training;

/// <summary>The files of WordNet 3.0, read as they are: synsets with their pointers, senses in order of frequency, counts, exceptions.</summary>
/// <remarks>The formats are those of wndb(5WN) and cntlist(5WN). Words keep their spelling, with spaces for underscores.</remarks>
internal sealed class WordNetDatabase
{
    /// <summary>A set of synonyms.</summary>
    /// <param name="Pos">n, v, a or r; satellites are adjectives.</param>
    /// <param name="File">Number of the lexicographer's file, which is a coarse class of meaning.</param>
    /// <param name="Words">Its words.</param>
    /// <param name="Pointers">What it points to.</param>
    internal sealed record Synset(char Pos, int File, string[] Words, Pointer[] Pointers);

    /// <summary>A pointer from a synset, or from one of its words, to another.</summary>
    /// <param name="Symbol">What it says, as in wninput(5WN).</param>
    /// <param name="Target">Index of the synset it points to.</param>
    /// <param name="FromWord">Index of the word it starts at; -1 for the whole synset.</param>
    /// <param name="ToWord">Index of the word it leads to; -1 for the whole synset.</param>
    internal readonly record struct Pointer(string Symbol, int Target, int FromWord, int ToWord);

    /// <summary>A sense of a word.</summary>
    /// <param name="Synset">Index of its synset.</param>
    /// <param name="Count">How often it stands in the concordance; often 0.</param>
    internal readonly record struct Sense(int Synset, int Count);

    private static readonly (char Pos, string Name)[] Parts = [('n', "noun"), ('v', "verb"), ('a', "adj"), ('r', "adv")];

    private WordNetDatabase(Synset[] synsets, SortedDictionary<(string Word, char Pos), Sense[]> senses, (string Form, char Pos, string Lemma)[] exceptions) =>
        (Synsets, Senses, Exceptions) = (synsets, senses, exceptions);

    /// <summary>All synsets, nouns first, in the order of the files.</summary>
    public IReadOnlyList<Synset> Synsets { get; }

    /// <summary>Of every lower-case word and part of speech its senses, the most frequent first.</summary>
    public SortedDictionary<(string Word, char Pos), Sense[]> Senses { get; }

    /// <summary>Irregular forms with their lemmas.</summary>
    public IReadOnlyList<(string Form, char Pos, string Lemma)> Exceptions { get; }

    /// <summary>Reads a folder with the data, index and exception files and cntlist.rev.</summary>
    public static WordNetDatabase Read(string folder)
    {
        var indexes = new Dictionary<(char Pos, int Offset), int>();
        var lines = new List<(char Pos, string Line)>();
        foreach (var (pos, name) in Parts)
            foreach (string line in Lines(folder, "data." + name))
            {
                indexes.Add((pos, int.Parse(line.AsSpan(0, 8), CultureInfo.InvariantCulture)), lines.Count);
                lines.Add((pos, line));
            }
        var synsets = lines.Select(row => ReadSynset(row.Pos, row.Line, indexes)).ToArray();

        var counts = ReadCounts(folder);
        var senses = new SortedDictionary<(string Word, char Pos), Sense[]>(Comparer<(string Word, char Pos)>.Create(
            (one, other) => string.CompareOrdinal(one.Word, other.Word) is var order and not 0 ? order : one.Pos - other.Pos));
        foreach (var (pos, name) in Parts)
            foreach (string line in Lines(folder, "index." + name))
            {
                string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                int count = int.Parse(fields[2], CultureInfo.InvariantCulture);
                senses.Add((fields[0].Replace('_', ' '), pos), [.. fields[^count..].Select((offset, rank) => new Sense(
                    indexes[(pos, int.Parse(offset, CultureInfo.InvariantCulture))], counts.GetValueOrDefault((fields[0], pos, rank + 1))))]);
            }
        return new WordNetDatabase(synsets, senses, [.. Parts.SelectMany(part => ReadExceptions(folder, part.Pos, part.Name))]);
    }

    // The licence stands before the data, on lines that start with a space.
    private static IEnumerable<string> Lines(string folder, string name) => File.ReadLines(Path.Combine(folder, name)).Where(line => !line.StartsWith(' '));

    private static Synset ReadSynset(char pos, string line, Dictionary<(char Pos, int Offset), int> indexes)
    {
        string[] fields = line.Split(' ');
        string[] words = new string[int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture)];
        for (int i = 0; i < words.Length; i++) words[i] = WithoutMarker(fields[4 + 2 * i]);
        int at = 4 + 2 * words.Length;
        var pointers = new Pointer[int.Parse(fields[at++], CultureInfo.InvariantCulture)];
        for (int i = 0; i < pointers.Length; i++, at += 4)
        {
            char target = fields[at + 2][0];
            pointers[i] = new Pointer(
                fields[at],
                indexes[(target, int.Parse(fields[at + 1], CultureInfo.InvariantCulture))],
                int.Parse(fields[at + 3].AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 1,
                int.Parse(fields[at + 3].AsSpan(2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 1);
        }
        return new Synset(pos, int.Parse(fields[1], CultureInfo.InvariantCulture), words, pointers);
    }

    // Adjectives may say where they stand: "galore(ip)".
    private static string WithoutMarker(string word) => (word.IndexOf('(') is var at and > 0 ? word[..at] : word).Replace('_', ' ');

    private static Dictionary<(string Word, char Pos, int Rank), int> ReadCounts(string folder)
    {
        const string Types = "nvara";
        var counts = new Dictionary<(string, char, int), int>();
        foreach (string line in File.ReadLines(Path.Combine(folder, "cntlist.rev")))
        {
            string[] fields = line.Split(' ');
            int mark = fields[0].IndexOf('%');
            char pos = Types[fields[0][mark + 1] - '1'];
            // Type 4 is the adverb, 5 the satellite, which ranks among the adjectives.
            counts[(fields[0][..mark], pos, int.Parse(fields[1], CultureInfo.InvariantCulture))] = int.Parse(fields[2], CultureInfo.InvariantCulture);
        }
        return counts;
    }

    private static IEnumerable<(string Form, char Pos, string Lemma)> ReadExceptions(string folder, char pos, string name)
    {
        foreach (string line in File.ReadLines(Path.Combine(folder, name + ".exc")))
        {
            string[] fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length >= 2) yield return (fields[0].Replace('_', ' '), pos, fields[1].Replace('_', ' '));
        }
    }
}
