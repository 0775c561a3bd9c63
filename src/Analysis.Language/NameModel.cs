using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Analysis.Language;

/// <summary>A linear model over words, and what it costs or gains to go from one class to the next.</summary>
/// <param name="Words">Judges a word.</param>
/// <param name="Steps">Weight of class j behind class i at i × <see cref="NameLabels.Count"/> + j, on the scale of the words' weights.</param>
internal sealed record NameWeights(ILinearScorer Words, short[] Steps);

/// <summary>What the name tagger learned, and the section it is kept in.</summary>
/// <param name="Gazetteer">The lists.</param>
/// <param name="First">Judges words by themselves and their neighbours.</param>
/// <param name="Second">Judges them anew, with what the first found in the whole text.</param>
/// <remarks>The section is <see cref="Magic"/>, the SHA-256 of the rest, and the parts under Brotli; numbers are little endian.</remarks>
internal sealed record NameModel(Gazetteer Gazetteer, NameWeights First, NameWeights Second)
{
    /// <summary>First bytes of a section; the last two are the version of the format.</summary>
    public const string Magic = "ANNAME01";

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, or damaged.</exception>
    public static NameModel Read(byte[] file)
    {
        var start = Magic.Length + SHA256.HashSizeInBytes;
        if (file.Length < start || !file.AsSpan(0, Magic.Length).SequenceEqual(Encoding.ASCII.GetBytes(Magic)))
            throw new InvalidDataException($"It does not start with {Magic}.");
        if (!SHA256.HashData(file.AsSpan(start)).AsSpan().SequenceEqual(file.AsSpan(Magic.Length, SHA256.HashSizeInBytes)))
            throw new InvalidDataException("Its checksum does not fit its contents.");

        using var stream = new BrotliStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress);
        using var buffered = new BufferedStream(stream, 1 << 16);
        using var reader = new BinaryReader(buffered);
        var entries = new (uint, NameHints)[reader.Read7BitEncodedInt()];
        var key = 0u;
        for (var index = 0; index < entries.Length; index++)
        {
            key += (uint)reader.Read7BitEncodedInt();
            entries[index] = (key, (NameHints)reader.ReadUInt16());
        }

        return new NameModel(new Gazetteer(entries), ReadWeights(reader), ReadWeights(reader));
    }

    /// <summary>The section of this model, whose weights are <see cref="LinearModel"/>s.</summary>
    public byte[] Write()
    {
        var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, new BrotliCompressionOptions { Quality = 11 }, leaveOpen: true))
        using (var writer = new BinaryWriter(brotli))
        {
            writer.Write7BitEncodedInt(Gazetteer.Entries.Length);
            var before = 0u;
            foreach (var (key, hints) in Gazetteer.Entries)
            {
                writer.Write7BitEncodedInt((int)(key - before));
                writer.Write((ushort)hints);
                before = key;
            }

            WriteWeights(writer, First);
            WriteWeights(writer, Second);
        }

        var body = compressed.ToArray();
        return [.. Encoding.ASCII.GetBytes(Magic), .. SHA256.HashData(body), .. body];
    }

    private static NameWeights ReadWeights(BinaryReader reader)
    {
        var bits = reader.ReadByte();
        if (bits is < 10 or > 24)
            throw new InvalidDataException($"A table of 2^{bits} slots is out of range; 2^10 to 2^24 are known.");
        var weights = new sbyte[(1 << bits) + LinearModel.MaxClasses];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        var steps = new short[NameLabels.Count * NameLabels.Count];
        for (var index = 0; index < steps.Length; index++)
            steps[index] = reader.ReadInt16();
        return new NameWeights(new LinearModel(bits, NameLabels.Count, weights), steps);
    }

    private static void WriteWeights(BinaryWriter writer, NameWeights weights)
    {
        writer.Write((byte)weights.Words.Bits);
        writer.Write(MemoryMarshal.AsBytes(((LinearModel)weights.Words).Weights));
        foreach (var step in weights.Steps)
            writer.Write(step);
    }
}
