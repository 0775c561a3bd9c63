using Analysis.Language;

namespace Analysis.Training;

/// <summary>A language resource on disk, of which sections are exchanged.</summary>
internal sealed class ResourceFile(string path)
{
    private static readonly string[] Names = [LanguageResource.Parser, LanguageResource.Names, LanguageResource.Words];

    /// <summary>The file as it is now.</summary>
    public LanguageResource Resource { get; } = new(() => File.Exists(path) ? File.OpenRead(path) : null);

    /// <summary>Writes sections made from the lists of this build; those not given stay as they are in the file.</summary>
    /// <exception cref="InvalidDataException">One that is not given is not in the file, or one that is given cannot be read.</exception>
    public void Write(params IEnumerable<(string Name, byte[] Content)> sections)
    {
        var made = sections.ToDictionary(section => section.Name, section => (SourceLists.Hash(section.Name), section.Content), StringComparer.Ordinal);
        if (made.Keys.Except(Names).FirstOrDefault() is { } unknown)
            throw new InvalidDataException($"There is no section {unknown}; there are: {string.Join(", ", Names)}.");
        var file = LanguageResource.Write(Names.Select(name =>
        {
            var (lists, content) = made.TryGetValue(name, out var given) ? given : Resource.Load(name, (section, content) => (section.Lists, content));
            return (name, lists, content);
        }));

        // What cannot be read must not take the place of what can.
        var resource = new LanguageResource(() => new MemoryStream(file));
        TrainedParser.Load(resource);
        NameTagger.Load(resource);
        Language.Words.WordRelations.Load(resource);
        File.WriteAllBytes(path, file);
        Console.WriteLine($"{path}: {file.Length} bytes, hash {resource.Hash}");
        foreach (var section in resource.Sections)
            Console.WriteLine($"  {section.Name}: {section.Length} bytes{(made.ContainsKey(section.Name) ? ", new" : "")}, SHA-256 {section.Hash}");
    }
}
