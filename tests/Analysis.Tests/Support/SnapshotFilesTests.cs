namespace Analysis.Tests.Support;

public sealed class SnapshotFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-orphans-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Sample.Plain_Name.verified.txt")]
    [InlineData("Sample.Plain_Name_text=a_b.verified.txt")]
    [InlineData("deep/er/Sample.Plain_Name_text=a_number=2.verified.txt")]
    [InlineData("Sample.Renamed.verified.txt")]
    [InlineData("Sample.Many-42.verified.txt")]
    [InlineData("notes.txt")]
    public void FileOfATest_IsNoOrphan(string file) => Assert.Empty(OrphansWith(file));

    [Theory]
    [InlineData("Sample.Plain.verified.txt")]
    [InlineData("Sample.Plain_Name_More.verified.txt")]
    [InlineData("Sample.NoTest.verified.txt")]
    [InlineData("Other.Plain_Name.verified.txt")]
    [InlineData("deep/Other.Plain_Name.verified.txt")]
    [InlineData("Sample.Plain_Name.received.txt")]
    public void OtherFile_IsAnOrphan(string file) => Assert.Equal([file], OrphansWith(file));

    private IReadOnlyList<string> OrphansWith(string file)
    {
        string path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
        return SnapshotFiles.OrphansIn(_folder, [typeof(Sample)]);
    }
}

/// <summary>Abstract, so never run: its attributes are all that is looked at.</summary>
public abstract class Sample
{
    [Fact]
    [SnapshotName("Renamed")]
    [SnapshotName("Many-*")]
    public void Plain_Name()
    {
    }

    public void NoTest()
    {
    }
}
