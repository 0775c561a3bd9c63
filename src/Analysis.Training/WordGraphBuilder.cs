using Analysis.Language.Words;

namespace Analysis.Training;

/// <summary>Makes the graph of words from WordNet and the lists: keeps the senses that words are often used in, and what links them.</summary>
internal sealed class WordGraphBuilder
{
    // Shares of a word's use in hundredths. WordNet's counts are from texts of 1961, so that only what is frequent there can be trusted.
    private const int MainShare = 50, CommonShare = 20, RareShare = 8;

    // Below this many occurrences the order of senses is the editors', not that of use.
    private const int CountedFrom = 3;

    // Numbers of lexicographers' files: nouns that say what happens or holds, nouns for persons, and names of species, which are
    // a third of all nouns and hardly ever in the news.
    private const int Animal = 5, Person = 18, Plant = 20;
    private static readonly int[] EventFiles = [4, 10, 11, 12, 19, 21, 22, 26];

    private readonly WordNetDatabase _wordNet;
    private readonly WordLists _lists;

    // Kept senses by entry, and what numbers entries and synsets get.
    private readonly SortedDictionary<(string Word, WordClass Class), List<(int Synset, byte Salience)>> _senses = new(Comparer<(string Word, WordClass Class)>.Create(
        (one, other) => string.CompareOrdinal(one.Word, other.Word) is var order and not 0 ? order : (int)one.Class - (int)other.Class));
    private readonly Dictionary<(string Word, WordClass Class), int> _entries = [];
    private readonly Dictionary<int, int> _synsets = [];

    private WordGraphBuilder(WordNetDatabase wordNet, WordLists lists) => (_wordNet, _lists) = (wordNet, lists);

    /// <summary>Builds the section of the resource and says how large the graph is. The same files and lists give the same bytes.</summary>
    /// <param name="folder">WordNet.</param>
    public static byte[] Build(string folder)
    {
        var builder = new WordGraphBuilder(WordNetDatabase.Read(folder), WordLists.Read());
        var columns = builder.Build();
        var graph = new WordGraph(columns);
        int wordNetSenses = builder._wordNet.Senses.Sum(word => word.Value.Length);
        Console.WriteLine($"words: {graph.WordCount} words, {graph.EntryCount} entries, {graph.SenseCount} of {wordNetSenses} senses, "
            + $"{graph.SynsetCount} of {builder._wordNet.Synsets.Count} synsets, {columns.EntryEdges.Length} links of entries, {columns.SynsetEdges.Length} of synsets, "
            + $"{columns.Antonyms.Length} antonyms, {columns.Forms.Length} irregular forms");
        return WordGraph.Write(columns);
    }

    private WordGraphColumns Build()
    {
        ChooseSenses();
        bool Stands(WordLists.Word word) => !_lists.Aliases.Contains(word) || !_senses.ContainsKey((word.Spelling, word.Class));
        WordLists.Link[] links = [.. _lists.Links.Where(link => Stands(link.From) && Stands(link.To))];
        WordLists.Member[] members = [.. _lists.Members.Where(member => Stands(member.Word))];
        foreach (var link in links)
        {
            _senses.TryAdd((link.From.Spelling, link.From.Class), []);
            _senses.TryAdd((link.To.Spelling, link.To.Class), []);
        }
        foreach (var member in members) _senses.TryAdd((member.Word.Spelling, member.Word.Class), []);
        ChooseSynsets();

        // Names of synsets are words even where no entry keeps the sense.
        string[] names = new string[_synsets.Count];
        foreach (var (synset, number) in _synsets) names[number] = Name(synset);
        string[] words = [.. _senses.Keys.Select(key => key.Word).Concat(names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var wordNumbers = Numbers(words);
        byte[] classes = new byte[words.Length];
        foreach (var (word, of) in _senses.Keys)
        {
            classes[wordNumbers[word]] |= (byte)(1 << (int)of);
            _entries.Add((word, of), _entries.Count);
        }

        string[] notes = [.. links.Select(link => link.Note).Concat(members.Select(member => member.Set)).Prepend("").Distinct(StringComparer.Ordinal)];
        var noteNumbers = Numbers(notes);
        string[] memberNames = [.. members.Select(member => member.Name).Distinct(StringComparer.Ordinal)];
        var memberNumbers = Numbers(memberNames);
        var forms = Forms().ToArray();
        return new WordGraphColumns
        {
            Words = words,
            Classes = classes,
            SenseCounts = [.. _senses.Values.Select(senses => (byte)senses.Count)],
            Senses = [.. _senses.Values.SelectMany(senses => senses).Select(sense => _synsets[sense.Synset])],
            Saliences = [.. _senses.Values.SelectMany(senses => senses).Select(sense => sense.Salience)],
            SynsetNames = [.. names.Select(name => wordNumbers[name])],
            SynsetEdges = Sorted(SynsetEdges()),
            EntryEdges = Sorted([.. Derivations(), .. links.Select(link => new WordGraph.Edge(
                _entries[(link.From.Spelling, link.From.Class)], _entries[(link.To.Spelling, link.To.Class)], link.Says, WordGraph.Main, link.Roles, noteNumbers[link.Note]))]),
            Antonyms = [.. Antonyms().Distinct().OrderBy(a => a.FromSynset).ThenBy(a => a.FromEntry).ThenBy(a => a.ToSynset).ThenBy(a => a.ToEntry)],
            Memberships = [.. members
                .Select(member => new WordGraph.Membership(_entries[(member.Word.Spelling, member.Word.Class)], noteNumbers[member.Set], memberNumbers[member.Name]))
                .Distinct().OrderBy(m => m.Entry).ThenBy(m => m.Set).ThenBy(m => m.Member)],
            Notes = notes,
            Forms = [.. forms.Select(form => form.Form)],
            Lemmas = [.. forms.Select(form => ((byte)form.Class, wordNumbers[form.Lemma]))],
        };
    }

    private static Dictionary<string, int> Numbers(string[] of) =>
        of.Select((text, index) => (text, index)).ToDictionary(pair => pair.text, pair => pair.index, StringComparer.Ordinal);

    private static WordGraph.Edge[] Sorted(IEnumerable<WordGraph.Edge> edges) =>
        [.. edges.Where(e => e.From != e.To).Distinct().OrderBy(e => e.From).ThenBy(e => e.To).ThenBy(e => e.Link).ThenBy(e => e.Note)];

    // ---- senses ----

    private void ChooseSenses()
    {
        foreach (var ((word, pos), all) in _wordNet.Senses)
        {
            if (!IsWord(word)) continue;
            // What is spelled with a capital is a name, and no sense of the word.
            var senses = all.Select((sense, rank) => (sense.Synset, sense.Count, Rank: rank + 1))
                .Where(sense => _wordNet.Synsets[sense.Synset].Words.Contains(word, StringComparer.Ordinal) && !IsInstance(sense.Synset)).ToArray();
            int total = senses.Sum(sense => sense.Count);
            if (senses.Length == 0 || total == 0 && IsOutOfTheNews(word, pos, senses[0].Synset)) continue;
            int weights = senses.Select((sense, index) => Weight(sense.Count, index)).Sum();
            var kept = new List<(int Synset, byte Salience)>();
            for (int i = 0; i < senses.Length; i++)
            {
                byte salience = _lists.Senses.TryGetValue((word, pos, senses[i].Rank), out byte listed) ? listed
                    : Salience(100 * Weight(senses[i].Count, i) / weights, senses.Length > 1 && total < CountedFrom);
                if (salience > 0) kept.Add((senses[i].Synset, salience));
            }
            if (kept.Count > 0) _senses.Add((word, ClassOf(pos)), [.. kept.OrderByDescending(sense => sense.Salience)]);
        }
    }

    // Four for an occurrence; the editors' order where there are none.
    private static int Weight(int count, int index) => 4 * count + Math.Max(0, 3 - index);

    private static byte Salience(int share, bool uncounted) => share switch
    {
        >= MainShare when !uncounted => WordGraph.Main,
        >= CommonShare => WordGraph.Common,
        >= RareShare => WordGraph.Rare,
        _ => 0,
    };

    private static bool IsWord(string word) => word.Length <= WordGraph.MaxWordLength && word.All(unit => unit is >= 'a' and <= 'z' or ' ' or '-' or '\'');

    private bool IsInstance(int synset) => _wordNet.Synsets[synset].Pointers.Any(pointer => pointer.Symbol == "@i");

    // Species, and compounds of nouns that nobody counted and no single word stands for.
    private bool IsOutOfTheNews(string word, char pos, int first)
    {
        var synset = _wordNet.Synsets[first];
        if (pos != 'n') return word.Count(unit => unit == ' ') > 1;
        if (synset.File is Animal or Plant) return true;
        return word.Contains(' ') && synset.Words.All(other => other.Contains(' '));
    }

    private static WordClass ClassOf(char pos) => pos switch
    {
        'n' => WordClass.Noun,
        'v' => WordClass.Verb,
        'a' => WordClass.Adjective,
        _ => WordClass.Adverb,
    };

    // ---- synsets ----

    // Those of kept senses and what they are kinds of.
    private void ChooseSynsets()
    {
        var chosen = new SortedSet<int>();
        var open = new Stack<int>(_senses.Values.SelectMany(senses => senses).Select(sense => sense.Synset));
        while (open.TryPop(out int synset))
        {
            if (!chosen.Add(synset)) continue;
            foreach (var pointer in _wordNet.Synsets[synset].Pointers)
                if (pointer.Symbol == "@") open.Push(pointer.Target);
        }
        foreach (int synset in chosen) _synsets.Add(synset, _synsets.Count);
    }

    /// <summary>The word of a synset that is used most in its sense.</summary>
    private string Name(int synset)
    {
        var of = ClassOf(_wordNet.Synsets[synset].Pos);
        string[] words = _wordNet.Synsets[synset].Words;
        return words.MaxBy(word => _senses.TryGetValue((word, of), out var senses) ? senses.Find(sense => sense.Synset == synset).Salience : 0) ?? words[0];
    }

    private IEnumerable<WordGraph.Edge> SynsetEdges()
    {
        foreach (var (synset, number) in _synsets)
            foreach (var pointer in _wordNet.Synsets[synset].Pointers)
            {
                var link = pointer.Symbol switch
                {
                    "@" => WordLink.KindOf,
                    "*" => WordLink.Implies,
                    ">" => WordLink.Causes,
                    _ => WordLink.None,
                };
                if (link is not WordLink.None && _synsets.TryGetValue(pointer.Target, out int target)) yield return new WordGraph.Edge(number, target, link);
            }
    }

    // ---- entries ----

    private IEnumerable<WordGraph.Antonym> Antonyms()
    {
        foreach (var (synset, pointer, from, to) in WordPointers("!"))
        {
            var antonym = new WordGraph.Antonym(_synsets[synset], from.Entry, _synsets[pointer.Target], to.Entry);
            yield return antonym.FromSynset <= antonym.ToSynset ? antonym : antonym.Mirror();
        }
    }

    /// <summary>Derived forms, the strongest evidence of each pair.</summary>
    private IEnumerable<WordGraph.Edge> Derivations() => WordPointers("+", "\\", "<")
        .Select(found => Derivation(found.Synset, found.Pointer, found.From, found.To))
        .GroupBy(edge => (edge.From, edge.To))
        .Select(edges => edges.OrderByDescending(edge => edge.Strength).ThenBy(edge => edge.Link).First());

    private WordGraph.Edge Derivation(int synset, WordNetDatabase.Pointer pointer, (int Entry, byte Salience) from, (int Entry, byte Salience) to)
    {
        var (source, target) = (_wordNet.Synsets[synset], _wordNet.Synsets[pointer.Target]);
        byte strength = Math.Min(from.Salience, to.Salience);
        if (source.Pos == 'v' && target.Pos == 'n') return new WordGraph.Edge(to.Entry, from.Entry, Formation(target.File), strength);
        if (source.Pos == 'n' && target.Pos == 'v') return new WordGraph.Edge(from.Entry, to.Entry, Formation(source.File), strength);
        return new WordGraph.Edge(Math.Min(from.Entry, to.Entry), Math.Max(from.Entry, to.Entry), WordLink.FormedWith, strength);
    }

    private static WordLink Formation(int file) => EventFiles.Contains(file) ? WordLink.EventOf : file == Person ? WordLink.PersonOf : WordLink.FormedWith;

    /// <summary>Pointers from a word to a word whose senses are both kept.</summary>
    private IEnumerable<(int Synset, WordNetDatabase.Pointer Pointer, (int Entry, byte Salience) From, (int Entry, byte Salience) To)> WordPointers(params string[] symbols)
    {
        foreach (int synset in _synsets.Keys)
            foreach (var pointer in _wordNet.Synsets[synset].Pointers)
                if (pointer.FromWord >= 0 && pointer.ToWord >= 0 && symbols.Contains(pointer.Symbol)
                    && Kept(synset, pointer.FromWord) is { } from && Kept(pointer.Target, pointer.ToWord) is { } to)
                    yield return (synset, pointer, from, to);
    }

    private (int Entry, byte Salience)? Kept(int synset, int word)
    {
        var key = (_wordNet.Synsets[synset].Words[word], ClassOf(_wordNet.Synsets[synset].Pos));
        if (!_senses.TryGetValue(key, out var senses)) return null;
        byte salience = senses.Find(sense => sense.Synset == synset).Salience;
        return salience == 0 ? null : (_entries[key], salience);
    }

    // WordNet forms these by rule, as no other plural is formed.
    private IEnumerable<(string Form, char Pos, string Lemma)> Men() => _entries.Keys
        .Where(entry => entry.Class is WordClass.Noun && entry.Word.EndsWith("man", StringComparison.Ordinal))
        .Select(entry => (entry.Word[..^2] + "en", 'n', entry.Word));

    // The first lemma of a form stays; what the lemmatizer's rules would find is kept all the same, since others may ask.
    private IEnumerable<(string Form, WordClass Class, string Lemma)> Forms() => _wordNet.Exceptions.Concat(Men())
        .Where(e => IsWord(e.Form) && !e.Form.Contains(' ') && e.Form != e.Lemma && _entries.ContainsKey((e.Lemma, ClassOf(e.Pos))))
        .Select(e => (e.Form, Class: ClassOf(e.Pos), e.Lemma))
        .GroupBy(e => (e.Form, e.Class)).Select(group => group.First())
        .OrderBy(e => e.Form, StringComparer.Ordinal).ThenBy(e => e.Class);
}
