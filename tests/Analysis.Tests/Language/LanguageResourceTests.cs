using System.Text;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Training;

namespace Analysis.Tests.Language;

public class LanguageResourceTests
{
    private static readonly byte[] Embedded = ReadEmbedded();

    private static readonly string[] All = [LanguageResource.Parser, LanguageResource.Names, LanguageResource.Words];

    public static TheoryData<string> Names() => [.. All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Section_IsReadFromItsFile(string section) => Load(section, Embedded);

    [Fact]
    public void Sections_StandInTheirOrder() => Assert.Equal(All, LanguageResource.Embedded.Sections.Select(section => section.Name));

    [Fact]
    public void File_IsWrittenAgainAsItIs()
    {
        Assert.Equal(Embedded, Write(_ => { }));
        Assert.InRange(Embedded.Length, 1_000_000, 12_000_000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Section_IsExchangedAlone(string section)
    {
        byte[] file = Write(contents => contents[section] = contents[section][..^1]);
        var changed = Of(file).Sections;
        Assert.NotEqual(LanguageResource.Embedded.Hash, Of(file).Hash);
        Assert.All(LanguageResource.Embedded.Sections.Zip(changed), pair => Assert.Equal(pair.First.Name != section, pair.First == pair.Second));
        foreach (string other in All)
        {
            if (Needs(other, section)) AssertRefused(other, file);
            else Load(other, file);
        }
    }

    [Fact]
    public void Hash_IsAnotherWhereABitIs()
    {
        Assert.Matches("^[0-9a-f]{64}$", LanguageResource.Embedded.Hash);
        Assert.NotEqual(LanguageResource.Embedded.Hash, Of(Write(contents => contents[LanguageResource.Names][^1] ^= 1)).Hash);
    }

    /// <summary>In the magic, in the checksum, in the length and in the rows of the table.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(40)]
    [InlineData(43)]
    [InlineData(44)]
    [InlineData(100)]
    public void DamagedTable_IsOneErrorForEverySection(int at)
    {
        byte[] file = [.. Embedded];
        file[at] ^= 0x40;
        Assert.All(All, section => AssertRefused(section, file));
        AssertRemedy(Assert.Throws<InvalidDataException>(() => Of(file).Hash));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void DamagedSection_IsOneErrorThatNamesIt(string section)
    {
        int start = Embedded.Length - LanguageResource.Embedded.Sections.SkipWhile(row => row.Name != section).Sum(row => row.Length);
        int length = LanguageResource.Embedded.Sections.Single(row => row.Name == section).Length;
        foreach (int at in new[] { 0, 20, length / 2, length - 1 })
        {
            byte[] file = [.. Embedded];
            file[start + at] ^= 1;
            Assert.Contains($"section {section}", AssertRefused(section, file), StringComparison.Ordinal);
            foreach (string other in All)
            {
                if (Needs(other, section)) Assert.Contains($"section {section}", AssertRefused(other, file), StringComparison.Ordinal);
                else Load(other, file);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(1_000_000)]
    public void CutFile_IsRefused(int length) => Assert.All(All, section => AssertRefused(section, Embedded[..length]));

    [Fact]
    public void LongerFile_IsRefused() => AssertRefused(LanguageResource.Words, [.. Embedded, 0]);

    [Theory]
    [MemberData(nameof(Names))]
    public void AbsentSection_IsRefused(string section) =>
        Assert.Contains($"no section {section}", AssertRefused(section, LanguageResource.Write([("other", "", Encoding.ASCII.GetBytes("other"))])), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void SectionOfAnotherKind_IsRefused(string section) =>
        AssertRefused(section, LanguageResource.Write([(section, "", Encoding.ASCII.GetBytes("ANOTHER1 and the rest of it, longer than any head"))]));

    [Fact]
    public void MissingFile_IsOneErrorWithItsRemedy()
    {
        var missing = new LanguageResource(() => null);
        AssertRemedy(Assert.Throws<InvalidDataException>(() => TrainedParser.Load(missing)));
        AssertRemedy(Assert.Throws<InvalidDataException>(() => NameTagger.Load(missing)));
        AssertRemedy(Assert.Throws<InvalidDataException>(() => WordRelations.Load(missing)));
    }

    /// <summary>Whoever changes a list makes the section anew, as Models/ORIGIN.md says.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Section_IsMadeFromTheListsAsTheyAre(string section) =>
        Assert.Equal(SourceLists.Hash(section), LanguageResource.Embedded.Sections.Single(row => row.Name == section).Lists);

    /// <summary>Whether a section cannot be read without another: itself, and names not without the parser's dictionary.</summary>
    private static bool Needs(string section, string other) => section == other || section == LanguageResource.Names && other == LanguageResource.Parser;

    private static void Load(string section, byte[] file)
    {
        string hash = section switch
        {
            LanguageResource.Parser => TrainedParser.Load(Of(file)).Hash,
            LanguageResource.Names => NameTagger.Load(Of(file)).Hash,
            _ => WordRelations.Load(Of(file)).Hash,
        };
        Assert.Matches("^[0-9a-f]{64}$", hash);
    }

    private static string AssertRefused(string section, byte[] file)
    {
        var error = Assert.Throws<InvalidDataException>(() => Load(section, file));
        AssertRemedy(error);
        return error.Message;
    }

    private static void AssertRemedy(InvalidDataException error)
    {
        Assert.Contains("src/Analysis.Language/Models/english.bin", error.Message, StringComparison.Ordinal);
        Assert.Contains("rebuild it as Models/ORIGIN.md says", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Write(Action<Dictionary<string, byte[]>> change)
    {
        var contents = LanguageResource.Embedded.Sections.ToDictionary(
            section => section.Name, section => LanguageResource.Embedded.Load(section.Name, (_, content) => content), StringComparer.Ordinal);
        change(contents);
        return LanguageResource.Write(LanguageResource.Embedded.Sections.Select(section => (section.Name, section.Lists, contents[section.Name])));
    }

    private static LanguageResource Of(byte[] file) => new(() => new MemoryStream(file));

    private static byte[] ReadEmbedded()
    {
        using var stream = typeof(LanguageResource).Assembly.GetManifestResourceStream(LanguageResource.FileName)!;
        byte[] file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }
}
