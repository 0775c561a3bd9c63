namespace Analysis.Tests.Support;

/// <summary>What the tests rely on of Verify, be it the package or the stand-in.</summary>
public sealed class VerifierTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-verify-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public Task Text_BesideTheTest() => Verifier.Verify("one line\nanother");

    [Theory]
    [InlineData("a/b", 1.5)]
    public async Task Parameters_InTheFileName(string text, double number) =>
        await Verifier.Verify($"{text} {number}").UseParameters(text, number);

    [Fact]
    public async Task LineEnds_DoNotCount()
    {
        Accept("LineEnds_DoNotCount", "one\r\ntwo");
        await Verify("one\ntwo");
    }

    [Fact]
    public async Task MethodName_IsReplaced()
    {
        Accept("Other", "text");
        await Verifier.Verify("text", sourceFile: SourceFile).UseMethodName("Other");
    }

    [Fact]
    public async Task NoSnapshot_FailsAndWritesWhatItGot()
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Verify("new"));

        Assert.Contains("VerifierTests.NoSnapshot_FailsAndWritesWhatItGot.received.txt", failure.Message, StringComparison.Ordinal);
        Assert.Equal("new", ReadReceived("NoSnapshot_FailsAndWritesWhatItGot"));
        Assert.Equal(["VerifierTests.NoSnapshot_FailsAndWritesWhatItGot.received.txt"], Files());
    }

    [Fact]
    public async Task OtherText_FailsAndKeepsTheSnapshot()
    {
        string verified = Accept("OtherText_FailsAndKeepsTheSnapshot", "old");

        await Assert.ThrowsAnyAsync<Exception>(() => Verify("new"));

        Assert.Equal("old", File.ReadAllText(verified));
        Assert.Equal("new", ReadReceived("OtherText_FailsAndKeepsTheSnapshot"));
    }

    [Fact]
    public async Task EqualText_RemovesWhatAnEarlierRunGot()
    {
        Accept("EqualText_RemovesWhatAnEarlierRunGot", "text");
        File.WriteAllText(Path.Combine(_folder, "VerifierTests.EqualText_RemovesWhatAnEarlierRunGot.received.txt"), "earlier");

        await Verify("text");

        Assert.Equal(["VerifierTests.EqualText_RemovesWhatAnEarlierRunGot.verified.txt"], Files());
    }

    private string SourceFile => Path.Combine(_folder, "VerifierTests.cs");

    private Task Verify(string text) => Verifier.Verify(text, sourceFile: SourceFile);

    private string Accept(string method, string text)
    {
        string path = Path.Combine(_folder, $"VerifierTests.{method}.verified.txt");
        File.WriteAllText(path, text);
        return path;
    }

    private string ReadReceived(string method) => File.ReadAllText(Path.Combine(_folder, $"VerifierTests.{method}.received.txt"));

    private IEnumerable<string?> Files() => Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
