namespace Analysis.Tests.Support;

public class RequiresTests
{
    [Fact]
    public void MissingTool_IsNamed() => Assert.Equal("There is no no-such-tool on this machine.", Requires.Missing("no-such-tool"));

    [Fact]
    public void MissingTool_ThrowsWithTheReason()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => Requires.Tool("no-such-tool"));
        Assert.Contains("no-such-tool", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MissingFile_IsNamed()
    {
        Assert.Null(Requires.Missing("tests/Shared"));
        Assert.Contains("no/such/folder", Requires.Missing("no/such/folder"), StringComparison.Ordinal);
    }

    [FactRequires("python3")]
    public void MissingModule_IsNamed()
    {
        Assert.Null(Requires.Missing("python3:json"));
        Assert.EndsWith("has no module no_such_module.", Requires.Missing("python3:no_such_module"), StringComparison.Ordinal);
    }

    [Fact]
    public void Test_WithoutAToolIsSkippedUnlessAllAreRequired()
    {
        var test = new FactRequiresAttribute("no-such-tool");
        Assert.Equal(Requires.All ? null : "There is no no-such-tool on this machine.", test.Skip);
    }

    [Fact]
    public void Test_WithoutDataIsAlwaysSkipped() =>
        Assert.StartsWith("There is no no-such-data", new FactRequiresAttribute { Data = "no-such-data" }.Skip, StringComparison.Ordinal);

    [Fact]
    public void Guard_FailsATestThatLacksATool()
    {
        var method = typeof(Sample).GetMethod(nameof(Sample.LacksATool))!;
        var failure = Assert.ThrowsAny<Exception>(() => new RequirementGuard().Before(method));
        Assert.StartsWith("There is no no-such-tool", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>The guard works only where the test framework calls it; this test would not notice if it were the body that ran.</summary>
    [Fact]
    public void Guard_IsOnTheAssembly() => Assert.True(typeof(RequiresTests).Assembly.IsDefined(typeof(RequirementGuard), inherit: false));

    // Abstract, so never run.
    public abstract class Sample
    {
        [FactRequires("no-such-tool")]
        public void LacksATool()
        {
        }
    }
}
