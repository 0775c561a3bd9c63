using Analysis.Language.Words;

namespace Analysis.Training;

/// <summary>The lists in Words/, in the form in which they go into the graph. A line's shape stands above what reads it.</summary>
internal sealed class WordLists
{
    private readonly List<Link> _links = [];
    private readonly List<Member> _members = [];
    private readonly Dictionary<string, (Word[] Names, List<Word> Called)> _countries = new(StringComparer.Ordinal);
    private readonly HashSet<Word> _aliases = [];
    private readonly Dictionary<(string Word, char Pos, int Rank), byte> _senses = [];

    /// <summary>A word with its class.</summary>
    internal readonly record struct Word(string Spelling, WordClass Class);

    /// <summary>A link from a word to another.</summary>
    internal readonly record struct Link(Word From, Word To, WordLink Says, RoleMapping Roles = RoleMapping.Kept, string Note = "");

    /// <summary>A word in a set of which one thing has only one; words of one name are the same member.</summary>
    internal readonly record struct Member(Word Word, string Set, string Name);

    /// <summary>All links, in the order of the lists, one direction of each.</summary>
    public IReadOnlyList<Link> Links => _links;

    public IReadOnlyList<Member> Members => _members;

    /// <summary>Words that are names but for their first letter: they stand only where they are no words of their own, as "pole" and "swede" are.</summary>
    public IReadOnlySet<Word> Aliases => _aliases;

    /// <summary>Saliences that the news gives to senses of WordNet, by word, part of speech and rank.</summary>
    public IReadOnlyDictionary<(string Word, char Pos, int Rank), byte> Senses => _senses;

    /// <summary>Reads the lists that are embedded in this assembly.</summary>
    /// <exception cref="FormatException">A line is not as it should be; the message has it.</exception>
    public static WordLists Read()
    {
        var lists = new WordLists();
        Each("synonyms", line => lists.Pairwise(line, WordLink.SynonymOf));
        Each("unrelated", line => lists.Pairwise(line, WordLink.Unrelated));
        Each("opposites", line => lists.Across(line, WordLink.AntonymOf, RoleMapping.Kept));
        Each("converses", line => lists.Across(line, WordLink.ConverseOf, RoleMapping.Swapped));
        Each("kinds", line => lists.Across(line, WordLink.KindOf, RoleMapping.Kept));
        Each("events", line => lists.Across(line, WordLink.EventOf, RoleMapping.Kept));
        Each("implications", lists.Implication);
        Each("sets", lists.Set);
        Each("countries", lists.Country);
        Each("senses", lists.Sense);
        lists.RefuseContradictions();
        return lists;
    }

    private static void Each(string name, Action<string> read)
    {
        using var stream = typeof(WordLists).Assembly.GetManifestResourceStream($"Words/{name}.txt")
            ?? throw new FormatException($"The list {name}.txt is not in the assembly; build it again.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            try
            {
                read(line);
            }
            catch (Exception exception) when (exception is FormatException or ArgumentException or IndexOutOfRangeException or KeyNotFoundException)
            {
                throw new FormatException($"{name}.txt: \"{line}\": {exception.Message}", exception);
            }
        }
    }

    // Who edits one list does not see the others.
    private void RefuseContradictions()
    {
        WordLink[] apart = [WordLink.AntonymOf, WordLink.ConverseOf, WordLink.Unrelated, WordLink.KindOf, WordLink.PartOf];
        var same = _links.Where(link => link.Says is WordLink.SynonymOf).SelectMany(link => new[] { (link.From, link.To), (link.To, link.From) }).ToHashSet();
        string[] both = [.. _links.Where(link => apart.Contains(link.Says) && (link.From == link.To || same.Contains((link.From, link.To)))).Select(link => $"{link.From.Spelling} and {link.To.Spelling} ({link.Says})")];
        if (both.Length > 0) throw new FormatException($"The lists say of these words that they are the same, and something else as well: {string.Join("; ", both)}.");
    }

    // verb: a, b, c
    private void Pairwise(string line, WordLink says)
    {
        var (of, rest) = ClassOf(line);
        var words = Words(rest, of);
        for (int i = 0; i < words.Length; i++)
            for (int j = i + 1; j < words.Length; j++) _links.Add(new Link(words[i], words[j], says));
    }

    // verb: a, b | c, d
    private void Across(string line, WordLink says, RoleMapping roles)
    {
        var (of, rest) = ClassOf(line);
        string[] sides = rest.Split('|');
        foreach (var left in Words(sides[0], of))
            foreach (var right in Words(sides[1], of)) _links.Add(new Link(left, right, says, roles));
    }

    // verb: a, b > c, d; roles; remark
    private void Implication(string line)
    {
        var (of, rest) = ClassOf(line);
        string[] fields = rest.Split(';', StringSplitOptions.TrimEntries);
        var roles = fields[1] switch
        {
            "kept" => RoleMapping.Kept,
            "object" => RoleMapping.ObjectIsSubject,
            "subject" => RoleMapping.SubjectIsObject,
            "open" => RoleMapping.Unknown,
            _ => throw new FormatException("The roles are kept, object, subject or open."),
        };
        string[] sides = fields[0].Split('>');
        foreach (var left in Words(sides[0], of))
            foreach (var right in Words(sides[1], of)) _links.Add(new Link(left, right, WordLink.Implies, roles, fields.Length > 2 ? fields[2] : ""));
    }

    // colours, adj: red, grey = gray
    private void Set(string line)
    {
        int colon = line.IndexOf(':');
        string[] head = line[..colon].Split(',', StringSplitOptions.TrimEntries);
        foreach (string member in line[(colon + 1)..].Split(','))
        {
            var words = member.Split('=').Select(word => ReadWord(word, Class(head[1]))).ToArray();
            foreach (var word in words) _members.Add(new Member(word, head[0], words[0].Spelling));
            for (int i = 0; i < words.Length; i++)
                for (int j = i + 1; j < words.Length; j++)
                    _links.Add(new Link(words[i], words[j], WordLink.SynonymOf));
        }
    }

    // France, Other Name: French; Frenchman, Frenchwoman; part of X, which stands above
    private void Country(string line)
    {
        const string Countries = "countries", Nationalities = "nationalities", PartOf = "part of ";
        int colon = line.IndexOf(':');
        var names = Words(line[..colon], WordClass.Name);
        string[] fields = line[(colon + 1)..].Split(';', StringSplitOptions.TrimEntries);
        string standing = fields.Length > 2 ? fields[2] : "";
        for (int i = 0; i < names.Length; i++)
            for (int j = i + 1; j < names.Length; j++) _links.Add(new Link(names[i], names[j], WordLink.SynonymOf));
        var called = new List<Word>();
        foreach (string word in Spellings(fields[0]))
        {
            called.AddRange([new(word, WordClass.Adjective), Alias(word, WordClass.Adjective)]);
            if (!names.Any(name => name.Spelling == word)) called.AddRange([new(word, WordClass.Name), new(word, WordClass.Noun)]);
        }
        if (fields.Length > 1)
            foreach (string word in Spellings(fields[1]))
                called.AddRange([new(word, WordClass.Name), new(word, WordClass.Noun), Alias(word, WordClass.Noun)]);
        foreach (var word in called)
            foreach (var name in names) _links.Add(new Link(word, name, WordLink.DemonymOf));
        for (int i = 0; i < called.Count; i++)
            for (int j = i + 1; j < called.Count; j++)
                _links.Add(new Link(called[i], called[j], called[i].Spelling.Equals(called[j].Spelling, StringComparison.OrdinalIgnoreCase) ? WordLink.SynonymOf : WordLink.FormedWith));
        _countries.Add(names[0].Spelling, (names, called));
        if (standing.StartsWith(PartOf, StringComparison.Ordinal))
        {
            // What is English is British as well.
            var whole = _countries[standing[PartOf.Length..]];
            _links.AddRange(from name in names from of in whole.Names select new Link(name, of, WordLink.PartOf));
            _links.AddRange(from word in called from of in whole.Called select new Link(word, of, WordLink.PartOf));
        }
        else if (standing.Length > 0)
        {
            // Disputed, or more than a country: it excludes nothing.
            return;
        }
        foreach (var name in names) _members.Add(new Member(name, Countries, names[0].Spelling));
        foreach (var word in called) _members.Add(new Member(word, Nationalities, names[0].Spelling));
    }

    private Word Alias(string word, WordClass of)
    {
        var alias = new Word(word.ToLowerInvariant(), of);
        _aliases.Add(alias);
        return alias;
    }

    // minister n 2 main
    private void Sense(string line)
    {
        string[] fields = line.Split(' ');
        byte salience = fields[3] switch
        {
            "main" => WordGraph.Main,
            "common" => WordGraph.Common,
            "rare" => WordGraph.Rare,
            "never" => 0,
            _ => throw new FormatException("A sense is main, common, rare or never."),
        };
        _senses.Add((fields[0].Replace('_', ' '), fields[1][0], fields[2][0] - '0'), salience);
    }

    private static (WordClass Class, string Words) ClassOf(string line)
    {
        int colon = line.IndexOf(':');
        if (colon < 0) throw new FormatException("It names no class of words.");
        return (Class(line[..colon]), line[(colon + 1)..]);
    }

    private static WordClass Class(string name) => name.Trim() switch
    {
        "noun" => WordClass.Noun,
        "verb" => WordClass.Verb,
        "adj" => WordClass.Adjective,
        "adv" => WordClass.Adverb,
        "name" => WordClass.Name,
        "function" => WordClass.Function,
        var other => throw new FormatException($"There is no class {other}."),
    };

    private static Word[] Words(string list, WordClass of) => [.. Spellings(list).Select(word => ReadWord(word, of))];

    private static string[] Spellings(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // A word of another class than its line's says so: "dead/adj".
    private static Word ReadWord(string word, WordClass of)
    {
        string[] parts = word.Trim().Split('/');
        if (parts[0].Length is 0 or > WordGraph.MaxWordLength) throw new FormatException("A word is empty or too long.");
        return new Word(parts[0], parts.Length > 1 ? Class(parts[1]) : of);
    }
}
