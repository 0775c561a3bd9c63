namespace Analysis.Server.Tests;

public class SnapshotTests
{
    [Fact]
    public void Snapshots_AllBelongToATest() => Assert.Empty(SnapshotFiles.Orphans(typeof(SnapshotTests).Assembly));
}
