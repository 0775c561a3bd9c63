using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Analysis.Language;

/// <summary>The one file of all that is known of English: the parser, the tagger of names and the relations of words, each a section.</summary>
/// <remarks>
/// A file is <see cref="Magic"/>, the SHA-256 of the table, the table's length, the table and the sections one after another; numbers are
/// little endian. The table names the SHA-256 of every section, so its own stands for the whole file, while who reads one section hashes
/// that section alone. A section is a file of its own kind, with magic and checksum, and can be made and exchanged without the others.
/// Models/ORIGIN.md says what is in it.
/// </remarks>
public sealed class LanguageResource
{
    /// <summary>First bytes of a file; the last two are the version of the format.</summary>
    internal const string Magic = "ANENGL01";

    /// <summary>Name of the file, in the assembly and in Models/.</summary>
    internal const string FileName = "english.bin";

    /// <summary>The sections, in their order.</summary>
    internal const string Parser = "parser", Names = "names", Words = "words";

    // Three rows take some 500 bytes.
    private const int MaxTable = 1 << 16;

    private readonly Func<Stream?> _open;

    /// <param name="open">Opens the file anew for every section, so that no copy of it is kept; null where there is none.</param>
    internal LanguageResource(Func<Stream?> open) => _open = open;

    /// <summary>The file inside the assembly.</summary>
    public static LanguageResource Embedded { get; } = new(() => typeof(LanguageResource).Assembly.GetManifestResourceStream(FileName));

    /// <summary>Lower-case hexadecimal SHA-256 of the table of sections: another one whenever a byte of the file is.</summary>
    /// <exception cref="InvalidDataException">The file is missing or its table damaged.</exception>
    public string Hash => Open(stream => ReadTable(stream).Hash);

    /// <summary>The sections in the order of the file.</summary>
    /// <exception cref="InvalidDataException">The file is missing or its table damaged.</exception>
    internal ImmutableArray<LanguageSection> Sections => Open(stream => ReadTable(stream).Sections);

    /// <summary>The file with these sections.</summary>
    /// <param name="sections">Their names, the hash of the lists each was made from, and their contents.</param>
    internal static byte[] Write(IEnumerable<(string Name, string Lists, byte[] Content)> sections)
    {
        var (table, contents) = (new MemoryStream(), new MemoryStream());
        using var writer = new BinaryWriter(table, Encoding.UTF8);
        foreach (var (name, lists, content) in sections)
        {
            writer.Write(name);
            writer.Write(content.Length);
            writer.Write(HashOf(content));
            writer.Write(lists);
            contents.Write(content);
        }

        writer.Flush();
        var rows = table.ToArray();
        return [.. Encoding.ASCII.GetBytes(Magic), .. SHA256.HashData(rows), .. BitConverter.GetBytes(rows.Length), .. rows, .. contents.ToArray()];
    }

    /// <summary>Makes something of a section.</summary>
    /// <param name="name">The section.</param>
    /// <param name="read">Given the table's row and the content.</param>
    /// <exception cref="InvalidDataException">The file is missing, it or the section is damaged, or it has no such section.</exception>
    internal T Load<T>(string name, Func<LanguageSection, byte[], T> read) => Open(stream =>
    {
        var (_, sections) = ReadTable(stream);
        foreach (var section in sections)
        {
            if (section.Name != name)
            {
                stream.Seek(section.Length, SeekOrigin.Current);
                continue;
            }

            var content = new byte[section.Length];
            stream.ReadExactly(content);
            if (HashOf(content) != section.Hash)
                throw new InvalidDataException($"The checksum of its section {name} does not fit.");
            return read(section, content);
        }

        throw new InvalidDataException($"It has no section {name}.");
    });

    private static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static (string Hash, ImmutableArray<LanguageSection> Sections) ReadTable(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(Magic)))
            throw new InvalidDataException($"It does not start with {Magic}.");
        var checksum = reader.ReadBytes(SHA256.HashSizeInBytes);
        var length = reader.ReadInt32();
        if (length is < 0 or > MaxTable)
            throw new InvalidDataException($"A table of {length} bytes is out of range.");
        var table = reader.ReadBytes(length);
        if (!SHA256.HashData(table).AsSpan().SequenceEqual(checksum))
            throw new InvalidDataException("The checksum of its table does not fit.");

        var sections = ImmutableArray.CreateBuilder<LanguageSection>();
        using var rows = new BinaryReader(new MemoryStream(table), Encoding.UTF8);
        while (rows.BaseStream.Position < length)
            sections.Add(new LanguageSection(rows.ReadString(), rows.ReadInt32(), rows.ReadString(), rows.ReadString()));
        if (sections.Sum(section => (long)section.Length) != stream.Length - stream.Position)
            throw new InvalidDataException("It is shorter or longer than its table says.");
        return (Convert.ToHexStringLower(checksum), sections.DrainToImmutable());
    }

    private T Open<T>(Func<Stream, T> read)
    {
        using var stream = _open() ?? throw new InvalidDataException(
            $"The language resource {FileName} is not part of the assembly. Restore src/Analysis.Language/Models/{FileName} "
            + "or rebuild it as Models/ORIGIN.md says, and build again.");
        try
        {
            return read(stream);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(
                $"The language resource {FileName} is damaged. {exception.Message} Restore src/Analysis.Language/Models/{FileName} "
                + "or rebuild it as Models/ORIGIN.md says.",
                exception);
        }
    }
}

/// <summary>A row of the table of a <see cref="LanguageResource"/>.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Hash">Lower-case hexadecimal SHA-256 of its bytes.</param>
/// <param name="Lists">That of the repository's lists of words that it was made from; empty where there are none.</param>
internal readonly record struct LanguageSection(string Name, int Length, string Hash, string Lists)
{
    /// <summary>The hash of everything that can change an answer: the section and, as a number, the code that reads it.</summary>
    public string HashWith(byte codeVersion) => Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(Hash), codeVersion]));
}
