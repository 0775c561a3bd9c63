using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>The lists of names and of words around them; each file states its origin and licence in its first line.</summary>
internal sealed class NameLists
{
    private static readonly ImmutableArray<(string Type, NameHints Hint)> Types =
    [
        ("person", NameHints.Person), ("location", NameHints.Location), ("organization", NameHints.Organization), ("norp", NameHints.Norp),
        ("event", NameHints.Event), ("other", NameHints.Other), ("title", NameHints.Title), ("organization-word", NameHints.OrganizationWord),
        ("place-word", NameHints.PlaceWord), ("event-word", NameHints.EventWord), ("calendar", NameHints.Calendar), ("particle", NameHints.Particle),
    ];

    private readonly Dictionary<string, NameHints> _names = new(StringComparer.Ordinal);

    private readonly HashSet<string> _own = new(StringComparer.Ordinal);

    private readonly Dictionary<string, byte[]> _marks = new(StringComparer.Ordinal);

    /// <summary>Most words that one entry of the list of marks speaks of.</summary>
    public const int MaxMarked = 10;

    private NameLists()
    {
    }

    /// <summary>Reads the embedded lists.</summary>
    public static NameLists Read()
    {
        var lists = new NameLists();
        lists.Add(NameHints.GivenName, "given-names.txt", "world-given-names.txt");
        lists.Add(NameHints.Surname, "surnames.txt", "world-surnames.txt");
        lists.Add(NameHints.City, "cities.txt", "towns.txt", "regions.txt");
        foreach (var file in new[] { "wordnet-names.txt", "names.txt", "web-names.txt", "name-words.txt" })
        {
            foreach (var line in Lines(file))
            {
                var parts = line.Split(" = ");
                foreach (var type in parts[1].Split('|'))
                    lists.Add(parts[0], Types.First(pair => pair.Type == type).Hint);
                if (file == "names.txt" && parts[1].Contains("norp", StringComparison.Ordinal))
                    lists._own.Add(parts[0]);
            }
        }

        foreach (var line in Lines("web-marks.txt"))
        {
            var parts = line.Split(" = ");
            lists._marks.Add(parts[0], Labels(parts[1]));
        }

        return lists;
    }

    /// <summary>The type that a letter of the lists stands for, capital or small.</summary>
    public static NameType TypeOf(char letter) => (NameType)"POLNEX".IndexOf(char.ToUpperInvariant(letter));

    /// <summary>The lines of an embedded list but for comments; empty lines are kept.</summary>
    public static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(NameLists).Assembly.GetManifestResourceStream("Lexicons/" + file)
            ?? throw new InvalidDataException($"The list {file} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] != '#')
                yield return line;
        }
    }

    /// <summary>The classes of words that training marks by hand in its web texts.</summary>
    public bool TryGetMarks(string words, [NotNullWhen(true)] out byte[]? labels) => _marks.TryGetValue(words, out labels);

    /// <summary>Whether a word names a people, religion or party.</summary>
    public bool IsNorp(string form) => _own.Contains(form.ToLowerInvariant());

    /// <summary>Whether a word names an organisation.</summary>
    public bool IsOrganization(string form) => Has(form, NameHints.Organization);

    /// <summary>Whether a word is a title or role.</summary>
    public bool IsTitle(string form) => Has(form, NameHints.Title) && !Has(form, NameHints.GivenName);

    /// <summary>The lists as the tagger searches them.</summary>
    public Gazetteer ToGazetteer()
    {
        var hints = new SortedDictionary<uint, NameHints>();
        foreach (var (name, hint) in _names)
        {
            // Hyphens and apostrophes are words of their own, as the treebanks write them.
            var words = Split(name);
            if (words.Count > Gazetteer.MaxWords)
                continue;
            // A few people are called Bank or Storm: the word says more of the organisation or event that ends so.
            const NameHints Final = NameHints.OrganizationWord | NameHints.EventWord;
            const NameHints Personal = NameHints.GivenName | NameHints.Surname;
            var known = (hint & Final) == 0 ? hint : hint & ~Personal;
            var key = 0u;
            for (var index = 0; index < words.Count; index++)
            {
                key = Gazetteer.Append(key, NameWordReader.Plain(words[index]));
                var add = index == words.Count - 1 ? known : NameHints.Prefix;
                hints[key] = hints.GetValueOrDefault(key) | add;
            }
        }

        return new Gazetteer([.. hints.Select(pair => (pair.Key, pair.Value))]);
    }

    private static List<string> Split(string name)
    {
        var words = new List<string>();
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            if (rest.EndsWith("'s", StringComparison.Ordinal) && rest.Length > 2)
            {
                words.AddRange(Hyphens(rest[..^2]));
                words.Add("'s");
            }
            else
            {
                words.AddRange(Hyphens(rest));
            }
        }

        return words;
    }

    private static IEnumerable<string> Hyphens(string word)
    {
        var parts = word.Split('-');
        for (var index = 0; index < parts.Length; index++)
        {
            if (index > 0)
                yield return "-";
            if (parts[index].Length > 0)
                yield return parts[index];
        }
    }

    // "Pp-L": a person of two words, a word outside, a place of one.
    private static byte[] Labels(string marks)
    {
        var labels = new byte[marks.Length];
        for (var index = 0; index < marks.Length; index++)
        {
            if (marks[index] == '-')
                continue;
            var type = TypeOf(marks[index]);
            var opens = char.IsUpper(marks[index]);
            var goesOn = index + 1 < marks.Length && char.IsLower(marks[index + 1]);
            labels[index] = (byte)NameLabels.Of(type, (opens, goesOn) switch
            {
                (true, true) => NameLabels.First,
                (true, false) => NameLabels.Only,
                (false, true) => NameLabels.Inner,
                (false, false) => NameLabels.Last,
            });
        }

        return labels;
    }

    private bool Has(string form, NameHints hint) => (_names.GetValueOrDefault(form.ToLowerInvariant()) & hint) != 0;

    private void Add(NameHints hint, params ReadOnlySpan<string> files)
    {
        foreach (var file in files)
        {
            foreach (var name in Lines(file))
                Add(name, hint);
        }
    }

    private void Add(string name, NameHints hint) => _names[name] = _names.GetValueOrDefault(name) | hint;
}
