using System.Globalization;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>What WordNet says of single words: their parts of speech, and the field of their most frequent sense.</summary>
/// <remarks>
/// For words that the treebanks have seen too seldom. Words are written as WordNet writes them, so a capital marks a name; multi-word
/// entries are left out.
/// </remarks>
internal sealed class WordNetWords
{
    // Files by part of speech, with the numbers that sense keys use for it.
    private static readonly (string File, string Types)[] Parts = [("noun", "1"), ("verb", "2"), ("adj", "35"), ("adv", "4")];

    private readonly Dictionary<string, (byte Kind, byte Topic)> _words = new(StringComparer.Ordinal);

    private WordNetWords(string folder) => Irregular = [.. Exceptions(folder)];

    /// <summary>Irregular forms with their lemmas; each form once a tag, the first lemma of several.</summary>
    public IReadOnlyList<(Upos Upos, Xpos Xpos, string Form, string Lemma)> Irregular { get; }

    /// <summary>All words, in the order of their spelling.</summary>
    public IEnumerable<string> Words => _words.Keys.Order(StringComparer.Ordinal);

    /// <summary>Reads the files of WordNet 3.0, as Debian's wordnet-base has them.</summary>
    public static WordNetWords Read(string folder)
    {
        var counts = Counts(Path.Combine(folder, "cntlist.rev"));
        var entries = new Dictionary<string, Entry>(StringComparer.Ordinal);
        for (var part = 0; part < Parts.Length; part++)
        {
            var (topics, spellings) = ReadSenses(Path.Combine(folder, "data." + Parts[part].File));
            foreach (var line in Lines(Path.Combine(folder, "index." + Parts[part].File)))
            {
                // Behind the pointers and two counts come the senses, the most frequent first.
                var columns = line.Split(' ');
                var lemma = columns[0];
                if (!IsWord(lemma))
                    continue;
                var topic = topics[columns[6 + int.Parse(columns[3], CultureInfo.InvariantCulture)]];
                var uses = Parts[part].Types.Sum(type => counts.GetValueOrDefault($"{lemma}%{type}"));
                foreach (var word in spellings[lemma])
                {
                    if (!entries.TryGetValue(word, out var entry))
                        entries.Add(word, entry = new Entry());
                    entry.Add(part, topic, word == lemma ? uses : 0, isName: word != lemma);
                }
            }
        }

        // Kinds are numbered in the order of the words.
        var kinds = new Dictionary<int, byte>();
        var result = new WordNetWords(folder);
        foreach (var (word, entry) in entries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!kinds.TryGetValue(entry.Kind, out var kind))
                kinds.Add(entry.Kind, kind = checked((byte)(kinds.Count + 1)));
            result._words.Add(word, (kind, entry.Topic));
        }

        return result;
    }

    /// <summary>Whether a spelling is a word; <paramref name="kind"/> and <paramref name="topic"/> are 0 where it is not.</summary>
    public bool TryGet(string word, out byte kind, out byte topic)
    {
        var found = _words.TryGetValue(word, out var known);
        (kind, topic) = known;
        return found;
    }

    // How often the senses of "word%part of speech" occur in the texts that WordNet's makers tagged.
    private static Dictionary<string, int> Counts(string path)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(path))
        {
            var columns = line.Split(' ');
            var key = columns[0][..(columns[0].IndexOf('%', StringComparison.Ordinal) + 2)];
            counts[key] = counts.GetValueOrDefault(key) + int.Parse(columns[2], CultureInfo.InvariantCulture);
        }

        return counts;
    }

    private static IEnumerable<(Upos Upos, Xpos Xpos, string Form, string Lemma)> Exceptions(string folder)
    {
        foreach (var (part, _) in Parts[..3])
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, part + ".exc")))
            {
                var columns = line.Split(' ');
                if (!IsWord(columns[0]) || !IsWord(columns[1]))
                    continue;
                foreach (var (upos, xpos) in Tags(part, columns[0]))
                    yield return (upos, xpos, columns[0], columns[1]);
            }
        }
    }

    private static (Upos Upos, Xpos Xpos)[] Tags(string part, string form) => part switch
    {
        "noun" => [(Upos.NOUN, Xpos.NNS)],
        "adj" => [(Upos.ADJ, form.EndsWith('t') ? Xpos.JJS : Xpos.JJR)],
        _ when form.EndsWith("ing", StringComparison.Ordinal) => [(Upos.VERB, Xpos.VBG)],
        _ when form.EndsWith('s') => [(Upos.VERB, Xpos.VBZ)],
        _ => [(Upos.VERB, Xpos.VBD), (Upos.VERB, Xpos.VBN)],
    };

    private static bool IsWord(string word) => word.Length <= 24 && word.All(unit => char.IsAsciiLetter(unit) || unit is '-' or '\'' or '.');

    // Fields of senses by their place in the file, and spellings by their lower case.
    private static (Dictionary<string, byte> Topics, Dictionary<string, SortedSet<string>> Spellings) ReadSenses(string path)
    {
        var topics = new Dictionary<string, byte>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var line in Lines(path))
        {
            var columns = line.Split(' ');
            topics[columns[0]] = byte.Parse(columns[1], CultureInfo.InvariantCulture);
            var words = int.Parse(columns[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            for (var index = 0; index < words; index++)
            {
                // Adjectives may say in brackets where they stand.
                var word = columns[4 + (2 * index)].Split('(')[0];
                var lower = word.ToLowerInvariant();
                if (!spellings.TryGetValue(lower, out var same))
                    spellings.Add(lower, same = new SortedSet<string>(StringComparer.Ordinal));
                same.Add(word);
            }
        }

        return (topics, spellings);
    }

    // The licence comes first, set in.
    private static IEnumerable<string> Lines(string path) => File.ReadLines(path).Where(line => line[0] != ' ');

    /// <summary>One spelling.</summary>
    private sealed class Entry
    {
        private const int Name = 1 << 4;
        private readonly int[] _uses = new int[Parts.Length];
        private readonly byte[] _topics = new byte[Parts.Length];
        private int _parts;

        /// <summary>The parts of speech, which of them is most frequent, and whether by far.</summary>
        public int Kind
        {
            get
            {
                var all = _uses.Sum();
                var clear = all == 0 ? 0 : _uses[Main] * 10 > all * 9 ? 1 : 2;
                return (((_parts * Parts.Length) + Main) * 3) + clear;
            }
        }

        /// <summary>The field of the most frequent sense, from 1.</summary>
        public byte Topic => (byte)(_topics[Main] + 1);

        private int Main => Enumerable.Range(0, Parts.Length).Where(part => (_parts & (1 << part)) != 0).MaxBy(part => _uses[part]);

        public void Add(int part, byte topic, int uses, bool isName)
        {
            _parts |= (1 << part) | (isName ? Name : 0);
            _topics[part] = topic;
            _uses[part] = uses;
        }
    }
}
