using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Analysis.Language;

/// <summary>What the parser learned, and the section it is kept in.</summary>
/// <remarks>
/// A section is <see cref="Magic"/>, the SHA-256 of the rest, and the parts below one after another under Brotli. Numbers are little endian;
/// indexes refer to the strings.
/// </remarks>
internal sealed record LanguageModel(
    TagSet Tags,
    ParserActions Actions,
    Lexicon Lexicon,
    LinearModel Tagger,
    LinearModel SecondTagger,
    LinearModel Parser,
    LanguageModel.WordFact[] Lemmas,
    LanguageModel.EndingRule[] Rules,
    LanguageModel.WordFact[] Feats)
{
    /// <summary>First bytes of a section; the last two are the version of the format.</summary>
    public const string Magic = "ANLANG02";

    /// <summary>A form that has, with a tag, its own lemma or features.</summary>
    internal readonly record struct WordFact(byte Tag, int Form, int Value);

    /// <summary>An ending whose words, with a tag, form their lemmas alike.</summary>
    internal readonly record struct EndingRule(byte Tag, int Suffix, byte Cut, int Ending);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or damaged.</exception>
    public static LanguageModel Read(byte[] file)
    {
        var start = Magic.Length + SHA256.HashSizeInBytes;
        if (file.Length < start || !file.AsSpan(0, Magic.Length).SequenceEqual(Encoding.ASCII.GetBytes(Magic)))
            throw new InvalidDataException($"It does not start with {Magic}.");
        if (!SHA256.HashData(file.AsSpan(start)).AsSpan().SequenceEqual(file.AsSpan(Magic.Length, SHA256.HashSizeInBytes)))
            throw new InvalidDataException("Its checksum does not fit its contents.");

        using var stream = new BrotliStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
        using var buffered = new BufferedStream(stream, 1 << 16);
        using var reader = new BinaryReader(buffered, Encoding.UTF8);
        var tags = new TagSet(ReadArray(reader, r => ((Upos)r.ReadByte(), (Xpos)r.ReadByte())));
        var left = ReadArray(reader, r => (DependencyRelation)r.ReadByte());
        var right = ReadArray(reader, r => (DependencyRelation)r.ReadByte());
        var strings = new StringTable(ReadArray(reader, r => r.ReadString()));
        var entries = ReadEntries(reader);
        return new LanguageModel(
            tags,
            new ParserActions(left, right),
            new Lexicon(strings, entries),
            ReadWeights(reader, tags.Count),
            ReadWeights(reader, tags.Count),
            ReadWeights(reader, 1 + left.Length + right.Length),
            ReadArray(reader, ReadFact),
            ReadArray(reader, r => new EndingRule(r.ReadByte(), r.Read7BitEncodedInt(), r.ReadByte(), r.Read7BitEncodedInt())),
            ReadArray(reader, ReadFact));
    }

    /// <summary>The section of this model.</summary>
    public byte[] Write()
    {
        var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, Encoding.UTF8, leaveOpen: true))
        {
            WriteArray(writer, [.. Enumerable.Range(0, Tags.Count).Select(tag => Tags[tag])], (w, tag) =>
            {
                w.Write((byte)tag.Upos);
                w.Write((byte)tag.Xpos);
            });
            WriteArray(writer, Actions.LeftRelations, (w, relation) => w.Write((byte)relation));
            WriteArray(writer, Actions.RightRelations, (w, relation) => w.Write((byte)relation));
            WriteArray(writer, [.. Enumerable.Range(0, Lexicon.Strings.Count).Select(index => Lexicon.Strings[index])], (w, text) => w.Write(text));
            WriteEntries(writer);
            WriteWeights(writer, Tagger);
            WriteWeights(writer, SecondTagger);
            WriteWeights(writer, Parser);
            WriteArray(writer, Lemmas, WriteFact);
            WriteArray(writer, Rules, (w, rule) =>
            {
                w.Write(rule.Tag);
                w.Write7BitEncodedInt(rule.Suffix);
                w.Write(rule.Cut);
                w.Write7BitEncodedInt(rule.Ending);
            });
            WriteArray(writer, Feats, WriteFact);
        }

        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, new BrotliCompressionOptions { Quality = 11 }, leaveOpen: true))
            brotli.Write(payload.GetBuffer().AsSpan(0, (int)payload.Length));

        var body = compressed.ToArray();
        return [.. Encoding.ASCII.GetBytes(Magic), .. SHA256.HashData(body), .. body];
    }

    // Columns, because like stands beside like and compresses better.
    private static LexiconEntry[] ReadEntries(BinaryReader reader)
    {
        var count = reader.Read7BitEncodedInt();
        var ambiguity = reader.ReadBytes(count * 2);
        var fixedTags = reader.ReadBytes(count);
        var clusters = reader.ReadBytes(count);
        var lower = reader.ReadBytes(count);
        var kinds = reader.ReadBytes(count * 4);
        var topics = reader.ReadBytes(count);
        var entries = new LexiconEntry[count];
        for (var index = 0; index < count; index++)
        {
            var set = (ushort)(ambiguity[index] | (ambiguity[count + index] << 8));
            var kind = (uint)(kinds[index] | (kinds[count + index] << 8) | (kinds[(2 * count) + index] << 16) | (kinds[(3 * count) + index] << 24));
            entries[index] = new LexiconEntry(set, fixedTags[index], clusters[index], lower[index] != 0, kind, topics[index]);
        }

        return entries;
    }

    private void WriteEntries(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(Lexicon.Entries.Length);
        foreach (var entry in Lexicon.Entries)
            writer.Write((byte)entry.Ambiguity);
        foreach (var entry in Lexicon.Entries)
            writer.Write((byte)(entry.Ambiguity >> 8));
        foreach (var entry in Lexicon.Entries)
            writer.Write(entry.FixedTag);
        foreach (var entry in Lexicon.Entries)
            writer.Write(entry.Cluster);
        foreach (var entry in Lexicon.Entries)
            writer.Write(entry.UsuallyLower);
        for (var shift = 0; shift < 32; shift += 8)
        {
            foreach (var entry in Lexicon.Entries)
                writer.Write((byte)(entry.Kind >> shift));
        }

        foreach (var entry in Lexicon.Entries)
            writer.Write(entry.Topic);
    }

    private static LinearModel ReadWeights(BinaryReader reader, int classes)
    {
        var bits = reader.ReadByte();
        if (bits is < 10 or > 24)
            throw new InvalidDataException($"A table of 2^{bits} slots is out of range; 2^10 to 2^24 are known.");
        var weights = new sbyte[(1 << bits) + LinearModel.MaxClasses];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new LinearModel(bits, classes, weights);
    }

    private static void WriteWeights(BinaryWriter writer, LinearModel model)
    {
        writer.Write((byte)model.Bits);
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(model.Weights));
    }

    private static WordFact ReadFact(BinaryReader reader) =>
        new(reader.ReadByte(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    private static void WriteFact(BinaryWriter writer, WordFact fact)
    {
        writer.Write(fact.Tag);
        writer.Write7BitEncodedInt(fact.Form);
        writer.Write7BitEncodedInt(fact.Value);
    }

    private static T[] ReadArray<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.Read7BitEncodedInt()];
        for (var index = 0; index < items.Length; index++)
            items[index] = read(reader);
        return items;
    }

    private static void WriteArray<T>(BinaryWriter writer, ReadOnlySpan<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items)
            write(writer, item);
    }
}
