using System.Collections.Immutable;
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

    private NameLists()
    {
    }

    /// <summary>Reads the embedded lists.</summary>
    public static NameLists Read()
    {
        var lists = new NameLists();
        foreach (var name in Lines("given-names.txt"))
            lists.Add(name, NameHints.GivenName);
        foreach (var name in Lines("surnames.txt"))
            lists.Add(name, NameHints.Surname);
        foreach (var name in Lines("cities.txt"))
            lists.Add(name, NameHints.City);
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

        return lists;
    }

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
            var key = 0u;
            for (var index = 0; index < words.Count; index++)
            {
                key = Gazetteer.Append(key, FeatureHash.Of(words[index]));
                var add = index == words.Count - 1 ? hint : NameHints.Prefix;
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

    private bool Has(string form, NameHints hint) => (_names.GetValueOrDefault(form.ToLowerInvariant()) & hint) != 0;

    private void Add(string name, NameHints hint) => _names[name] = _names.GetValueOrDefault(name) | hint;

    private static IEnumerable<string> Lines(string file)
    {
        using var stream = typeof(NameLists).Assembly.GetManifestResourceStream("Lexicons/" + file)
            ?? throw new InvalidDataException($"The list {file} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}
