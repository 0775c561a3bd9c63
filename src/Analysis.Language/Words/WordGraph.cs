using System.IO.Compression;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Analysis.Language.Words;

/// <summary>What is stored of words, as columns: the contents of the section.</summary>
/// <remarks>
/// A word is a spelling, an entry a word in a class, a sense an entry in a synset. Entries stand in the order of their words, then of
/// their classes; whatever hangs on entries or synsets stands in their order. Counts come before what they count.
/// </remarks>
internal sealed record WordGraphColumns
{
    /// <summary>Spellings, ordinal order, each once.</summary>
    public required string[] Words { get; init; }

    /// <summary>For every word one bit a <see cref="WordClass"/> it has an entry in.</summary>
    public required byte[] Classes { get; init; }

    /// <summary>Number of senses of every entry.</summary>
    public required byte[] SenseCounts { get; init; }

    /// <summary>Synsets of the senses, the most frequent first.</summary>
    public required int[] Senses { get; init; }

    /// <summary>How much of an entry's use a sense is: <see cref="WordGraph.Rare"/> to <see cref="WordGraph.Main"/>.</summary>
    public required byte[] Saliences { get; init; }

    /// <summary>The word that stands for a synset in explanations.</summary>
    public required int[] SynsetNames { get; init; }

    /// <summary>Links between synsets: <see cref="WordLink.KindOf"/>, <see cref="WordLink.Implies"/> and <see cref="WordLink.Causes"/>.</summary>
    public required WordGraph.Edge[] SynsetEdges { get; init; }

    /// <summary>Links between entries, one direction of each.</summary>
    public required WordGraph.Edge[] EntryEdges { get; init; }

    /// <summary>Direct antonyms, a sense to a sense, one direction of each.</summary>
    public required WordGraph.Antonym[] Antonyms { get; init; }

    /// <summary>Members of sets of which one thing has only one; members of one number are the same one.</summary>
    public required WordGraph.Membership[] Memberships { get; init; }

    /// <summary>Remarks on links, made for people; the first is empty.</summary>
    public required string[] Notes { get; init; }

    /// <summary>Irregular forms in ordinal order.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Of every form the class and the word that is its lemma.</summary>
    public required (byte Class, int Lemma)[] Lemmas { get; init; }
}

/// <summary>Words, their frequent senses and what links them, in tables that are searched without allocation.</summary>
internal sealed class WordGraph
{
    /// <summary>First bytes of a section; the last two are the version of the format.</summary>
    public const string Magic = "ANWORD01";

    /// <summary>Salience of a sense that an entry has at times, often, or first of all.</summary>
    public const byte Rare = 1, Common = 2, Main = 3;

    /// <summary>Longer words are in no list.</summary>
    public const int MaxWordLength = 48;

    private readonly string _text;
    private readonly int[] _wordStarts;
    private readonly int[] _wordSlots;
    private readonly int[] _firstEntries;
    private readonly byte[] _classes;
    private readonly int[] _entryWords;
    private readonly int[] _senseStarts;
    private readonly int[] _senses;
    private readonly byte[] _saliences;
    private readonly int[] _synsetNames;
    private readonly int[] _memberStarts;
    private readonly int[] _members;
    private readonly Index<Edge> _synsetEdges;
    private readonly Index<Edge> _entryEdges;
    private readonly Index<Antonym> _antonyms;
    private readonly Index<Membership> _memberships;
    private readonly string[] _notes;
    private readonly string[] _forms;
    private readonly (byte Class, int Lemma)[] _lemmas;

    public WordGraph(WordGraphColumns columns)
    {
        _text = string.Concat(columns.Words);
        _wordStarts = Starts(columns.Words, word => word.Length);
        _classes = columns.Classes;
        _firstEntries = Starts(_classes, mask => BitOperations.PopCount(mask));
        _wordSlots = Slots(columns.Words);
        EntryCount = _firstEntries[^1];
        _entryWords = new int[EntryCount];
        for (int word = 0; word < columns.Words.Length; word++) Array.Fill(_entryWords, word, _firstEntries[word], _firstEntries[word + 1] - _firstEntries[word]);
        _senseStarts = Starts(columns.SenseCounts, count => count);
        _senses = columns.Senses;
        _saliences = columns.Saliences;
        _synsetNames = columns.SynsetNames;
        (_memberStarts, _members) = Members();
        _synsetEdges = new Index<Edge>([.. columns.SynsetEdges, .. columns.SynsetEdges.Where(e => e.Link is not WordLink.KindOf).Select(e => e.Mirror())], edge => edge.From, SynsetCount);
        _entryEdges = new Index<Edge>([.. columns.EntryEdges, .. columns.EntryEdges.Select(e => e.Mirror())], edge => edge.From, EntryCount);
        _antonyms = new Index<Antonym>([.. columns.Antonyms, .. columns.Antonyms.Select(a => a.Mirror())], antonym => antonym.FromSynset, SynsetCount);
        _memberships = new Index<Membership>(columns.Memberships, membership => membership.Entry, EntryCount);
        _notes = columns.Notes;
        _forms = columns.Forms;
        _lemmas = columns.Lemmas;
    }

    /// <summary>A link from an entry or synset to another.</summary>
    /// <param name="From">Where it starts.</param>
    /// <param name="To">Where it leads.</param>
    /// <param name="Link">What it says.</param>
    /// <param name="Strength">1 to 3; 3 is the strongest.</param>
    /// <param name="Roles">What becomes of the parties.</param>
    /// <param name="Note">Index of the remark; 0 for none.</param>
    internal readonly record struct Edge(int From, int To, WordLink Link, byte Strength = Main, RoleMapping Roles = RoleMapping.Kept, int Note = 0)
    {
        public Edge Mirror() => new(To, From, Link.Mirror(), Strength, Roles.Mirror(), Note);
    }

    /// <summary>Two senses that are each other's opposite.</summary>
    internal readonly record struct Antonym(int FromSynset, int FromEntry, int ToSynset, int ToEntry)
    {
        public Antonym Mirror() => new(ToSynset, ToEntry, FromSynset, FromEntry);
    }

    /// <summary>An entry in a set of which one thing has only one.</summary>
    internal readonly record struct Membership(int Entry, int Set, int Member);

    public int WordCount => _wordStarts.Length - 1;

    public int EntryCount { get; }

    public int SynsetCount => _synsetNames.Length;

    public int SenseCount => _senses.Length;

    public ReadOnlySpan<string> Forms => _forms;

    /// <summary>The entry of a word in a class; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<char> word, WordClass of)
    {
        int index = FindWord(word);
        if (index < 0 || of is WordClass.None || (_classes[index] & 1 << (int)of) == 0) return -1;
        return _firstEntries[index] + BitOperations.PopCount((uint)_classes[index] & (1u << (int)of) - 1);
    }

    /// <summary>The spelling of an entry; a new string.</summary>
    public string WordOf(int entry) => Spelling(_entryWords[entry]).ToString();

    public WordClass ClassOf(int entry)
    {
        int word = _entryWords[entry], nth = entry - _firstEntries[word];
        uint mask = _classes[word];
        while (nth-- > 0) mask &= mask - 1;
        return (WordClass)BitOperations.TrailingZeroCount(mask);
    }

    /// <summary>The word that stands for a synset; a new string.</summary>
    public string NameOf(int synset) => Spelling(_synsetNames[synset]).ToString();

    public string Note(int index) => _notes[index];

    /// <summary>Synsets of an entry, the most frequent first.</summary>
    public ReadOnlySpan<int> SensesOf(int entry) => _senses.AsSpan(_senseStarts[entry].._senseStarts[entry + 1]);

    /// <summary>Of every sense of <see cref="SensesOf"/> how much of the entry's use it is.</summary>
    public ReadOnlySpan<byte> SaliencesOf(int entry) => _saliences.AsSpan(_senseStarts[entry].._senseStarts[entry + 1]);

    /// <summary>How much of an entry's use a synset is; 0 when it is none of its senses.</summary>
    public byte Salience(int entry, int synset)
    {
        int at = SensesOf(entry).IndexOf(synset);
        return at < 0 ? (byte)0 : SaliencesOf(entry)[at];
    }

    /// <summary>Entries that have a synset among their senses, ascending.</summary>
    public ReadOnlySpan<int> MembersOf(int synset) => _members.AsSpan(_memberStarts[synset].._memberStarts[synset + 1]);

    /// <summary>What a synset is linked to; kinds know what they are kinds of, not the other way.</summary>
    public ReadOnlySpan<Edge> SynsetEdges(int synset) => _synsetEdges[synset];

    public ReadOnlySpan<Edge> EntryEdges(int entry) => _entryEdges[entry];

    public ReadOnlySpan<Antonym> Antonyms(int synset) => _antonyms[synset];

    public ReadOnlySpan<Membership> Memberships(int entry) => _memberships[entry];

    /// <summary>The lemma of an irregular form; empty when it is none.</summary>
    public ReadOnlySpan<char> LemmaOf(ReadOnlySpan<char> form, WordClass of)
    {
        int low = 0, high = _forms.Length;
        while (low < high)
        {
            int middle = (low + high) / 2, order = _forms[middle].AsSpan().SequenceCompareTo(form);
            if (order < 0 || order == 0 && _lemmas[middle].Class < (byte)of) low = middle + 1;
            else high = middle;
        }
        return low < _forms.Length && form.SequenceEqual(_forms[low]) && _lemmas[low].Class == (byte)of ? Spelling(_lemmas[low].Lemma) : [];
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no graph of words, or damaged.</exception>
    public static WordGraph Read(byte[] file)
    {
        int start = Magic.Length + SHA256.HashSizeInBytes;
        if (file.Length < start || !file.AsSpan(0, Magic.Length).SequenceEqual(Encoding.ASCII.GetBytes(Magic)))
            throw new InvalidDataException($"It does not start with {Magic}.");
        if (!SHA256.HashData(file.AsSpan(start)).AsSpan().SequenceEqual(file.AsSpan(Magic.Length, SHA256.HashSizeInBytes)))
            throw new InvalidDataException("Its checksum does not fit its contents.");

        using var brotli = new BrotliStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
        var payload = new MemoryStream(file.Length * 4);
        brotli.CopyTo(payload);
        payload.Position = 0;
        using var reader = new BinaryReader(payload, Encoding.UTF8);
        return new WordGraph(new WordGraphColumns
        {
            Words = ReadStrings(reader),
            Classes = ReadBytes(reader),
            SenseCounts = ReadBytes(reader),
            Senses = ReadNumbers(reader),
            Saliences = ReadBytes(reader),
            SynsetNames = ReadNumbers(reader),
            SynsetEdges = ReadEdges(reader),
            EntryEdges = ReadEdges(reader),
            Antonyms = ReadRows(reader, (a, b, c, d) => new Antonym(a, b, c, d)),
            Memberships = ReadRows(reader, (a, b, c, _) => new Membership(a, b, c)),
            Notes = ReadStrings(reader),
            Forms = ReadStrings(reader),
            Lemmas = ReadRows(reader, (_, lemma, of, _) => ((byte)of, lemma)),
        });
    }

    /// <summary>The section of these columns.</summary>
    public static byte[] Write(WordGraphColumns columns)
    {
        var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, Encoding.UTF8, leaveOpen: true))
        {
            WriteStrings(writer, columns.Words);
            WriteBytes(writer, columns.Classes);
            WriteBytes(writer, columns.SenseCounts);
            WriteNumbers(writer, columns.Senses);
            WriteBytes(writer, columns.Saliences);
            WriteNumbers(writer, columns.SynsetNames);
            WriteEdges(writer, columns.SynsetEdges);
            WriteEdges(writer, columns.EntryEdges);
            WriteRows(writer, columns.Antonyms, a => (a.FromSynset, a.FromEntry, a.ToSynset, a.ToEntry));
            WriteRows(writer, columns.Memberships, m => (m.Entry, m.Set, m.Member, 0));
            WriteStrings(writer, columns.Notes);
            WriteStrings(writer, columns.Forms);
            WriteRows(writer, columns.Lemmas, l => (0, l.Lemma, l.Class, 0));
        }
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, new BrotliCompressionOptions { Quality = 11 }, leaveOpen: true))
            brotli.Write(payload.GetBuffer().AsSpan(0, (int)payload.Length));
        byte[] body = compressed.ToArray();
        return [.. Encoding.ASCII.GetBytes(Magic), .. SHA256.HashData(body), .. body];
    }

    private ReadOnlySpan<char> Spelling(int word) => _text.AsSpan(_wordStarts[word], _wordStarts[word + 1] - _wordStarts[word]);

    private int FindWord(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > MaxWordLength) return -1;
        for (int slot = Slot(word, _wordSlots.Length); _wordSlots[slot] != 0; slot = (slot + 1) & (_wordSlots.Length - 1))
            if (word.SequenceEqual(Spelling(_wordSlots[slot] - 1))) return _wordSlots[slot] - 1;
        return -1;
    }

    // Open addressing; index of the word plus one, zero when free.
    private static int[] Slots(string[] words)
    {
        var slots = new int[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, words.Length * 2))];
        for (int word = 0; word < words.Length; word++)
        {
            int slot = Slot(words[word], slots.Length);
            while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = word + 1;
        }
        return slots;
    }

    private static int Slot(ReadOnlySpan<char> word, int count) => (int)(FeatureHash.Scatter(FeatureHash.Of(word)) >> 7) & (count - 1);

    private (int[] Starts, int[] Members) Members()
    {
        var starts = new int[_synsetNames.Length + 1];
        foreach (int synset in _senses) starts[synset + 1]++;
        for (int i = 0; i < _synsetNames.Length; i++) starts[i + 1] += starts[i];
        var members = new int[_senses.Length];
        int[] next = starts.AsSpan(0, _synsetNames.Length).ToArray();
        for (int entry = 0; entry < EntryCount; entry++)
            foreach (int synset in SensesOf(entry)) members[next[synset]++] = entry;
        return (starts, members);
    }

    private static int[] Starts<T>(T[] items, Func<T, int> length)
    {
        var starts = new int[items.Length + 1];
        for (int i = 0; i < items.Length; i++) starts[i + 1] = starts[i] + length(items[i]);
        return starts;
    }

    /// <summary>Rows by the number of what they hang on; those of one keep their order.</summary>
    private readonly struct Index<T>
    {
        private readonly int[] _starts;
        private readonly T[] _rows;

        public Index(T[] rows, Func<T, int> key, int count)
        {
            _starts = new int[count + 1];
            foreach (var row in rows) _starts[key(row) + 1]++;
            for (int i = 0; i < count; i++) _starts[i + 1] += _starts[i];
            _rows = new T[rows.Length];
            int[] next = _starts.AsSpan(0, count).ToArray();
            foreach (var row in rows) _rows[next[key(row)]++] = row;
        }

        public ReadOnlySpan<T> this[int key] => _rows.AsSpan(_starts[key].._starts[key + 1]);
    }

    // Lengths first, then all characters: like beside like compresses better.
    private static string[] ReadStrings(BinaryReader reader)
    {
        int[] lengths = ReadNumbers(reader);
        string all = reader.ReadString();
        var strings = new string[lengths.Length];
        for (int i = 0, at = 0; i < strings.Length; at += lengths[i++]) strings[i] = all.Substring(at, lengths[i]);
        return strings;
    }

    private static void WriteStrings(BinaryWriter writer, string[] strings)
    {
        WriteNumbers(writer, [.. strings.Select(text => text.Length)]);
        writer.Write(string.Concat(strings));
    }

    private static byte[] ReadBytes(BinaryReader reader)
    {
        byte[] bytes = new byte[ReadCount(reader)];
        reader.BaseStream.ReadExactly(bytes);
        return bytes;
    }

    private static void WriteBytes(BinaryWriter writer, byte[] bytes)
    {
        writer.Write7BitEncodedInt(bytes.Length);
        writer.Write(bytes);
    }

    private static int[] ReadNumbers(BinaryReader reader)
    {
        int[] numbers = new int[ReadCount(reader)];
        foreach (ref int number in numbers.AsSpan()) number = reader.Read7BitEncodedInt();
        return numbers;
    }

    // What is counted takes a byte at least, so a damaged count cannot ask for more memory than the file has.
    private static int ReadCount(BinaryReader reader)
    {
        int count = reader.Read7BitEncodedInt();
        if (count < 0 || count > reader.BaseStream.Length - reader.BaseStream.Position) throw new InvalidDataException($"A count of {count} is out of range.");
        return count;
    }

    private static void WriteNumbers(BinaryWriter writer, int[] numbers)
    {
        writer.Write7BitEncodedInt(numbers.Length);
        foreach (int number in numbers) writer.Write7BitEncodedInt(number);
    }

    private static Edge[] ReadEdges(BinaryReader reader)
    {
        var rows = ReadRows(reader, (from, to, kind, note) => (from, to, kind, note));
        return Array.ConvertAll(rows, r => new Edge(r.from, r.to, (WordLink)(r.kind >> 5), (byte)(r.kind & 3), (RoleMapping)(r.kind >> 2 & 7), r.note));
    }

    private static void WriteEdges(BinaryWriter writer, Edge[] edges) =>
        WriteRows(writer, edges, e => (e.From, e.To, (int)e.Link << 5 | (int)e.Roles << 2 | e.Strength, e.Note));

    // Column by column; numbers of the first column ascend, so that only their steps are kept.
    private static T[] ReadRows<T>(BinaryReader reader, Func<int, int, int, int, T> row)
    {
        int[] first = ReadNumbers(reader), second = ReadNumbers(reader), third = ReadNumbers(reader), fourth = ReadNumbers(reader);
        var rows = new T[first.Length];
        for (int i = 0, sum = 0; i < rows.Length; i++) rows[i] = row(sum += first[i], second[i], third[i], fourth[i]);
        return rows;
    }

    private static void WriteRows<T>(BinaryWriter writer, T[] rows, Func<T, (int First, int Second, int Third, int Fourth)> numbers)
    {
        var all = Array.ConvertAll(rows, row => numbers(row));
        WriteNumbers(writer, [.. all.Select((row, i) => i == 0 ? row.First : row.First - all[i - 1].First)]);
        WriteNumbers(writer, [.. all.Select(row => row.Second)]);
        WriteNumbers(writer, [.. all.Select(row => row.Third)]);
        WriteNumbers(writer, [.. all.Select(row => row.Fourth)]);
    }
}
