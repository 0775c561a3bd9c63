using System.Globalization;
using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public sealed class OpeningTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("analysis-store-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Folder_IsMade()
    {
        string folder = Path.Combine(_folder, "deep", "er");
        await using (var test = new StoreUnderTest(folder)) await test.CreateAsync("a", "A");
        await using (var test = new StoreUnderTest(folder)) Assert.Equal("A", await test.TextAsync("a"));
    }

    [Fact]
    public async Task TokenKey_StaysWithTheStore()
    {
        byte[] key, other;
        await using (var test = new StoreUnderTest(_folder)) key = test.Store.TokenKey.ToArray();
        await using (var test = new StoreUnderTest(_folder)) Assert.Equal(key, test.Store.TokenKey.ToArray());
        await using (var test = new StoreUnderTest(Path.Combine(_folder, "other"))) other = test.Store.TokenKey.ToArray();
        Assert.Equal((32, 32), (key.Length, other.Length));
        Assert.NotEqual(key, other);
    }

    [Fact]
    public async Task Settings_AreThoseOfADurableStore()
    {
        await using var test = new StoreUnderTest(_folder);
        var settings = await test.Store.WriteAsync(session => string.Join(
            ' ', new[] { "journal_mode", "synchronous", "foreign_keys", "secure_delete", "application_id", "user_version" }.Select(name => session.Value($"PRAGMA {name}"))));
        Assert.Equal("wal 2 1 1 1098019939 1", settings);
    }

    [Fact]
    public async Task Log_IsEmptyAfterTheEnd()
    {
        await using (var test = new StoreUnderTest(_folder)) await test.CreateAsync("a", "A");
        string log = Path.Combine(_folder, "articles.db-wal");
        Assert.True(!File.Exists(log) || new FileInfo(log).Length == 0);
        Assert.Equal("ok", StoreUnderTest.Ask(Path.Combine(_folder, "articles.db"), "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task LaterVersion_IsRefusedAndLeftAlone()
    {
        string database = Path.Combine(_folder, "articles.db");
        await using (new StoreUnderTest(_folder)) { }
        StoreUnderTest.Ask(database, "PRAGMA user_version = 2");
        byte[] before = File.ReadAllBytes(database);
        var failure = StoreUnderTest.FailToOpen(_folder);
        Assert.Equal(StoreFault.Newer, failure.Fault);
        Assert.Contains("version 2", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(database));
    }

    [Fact]
    public async Task HalfMadeStore_IsMadeAnew()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "articles.new.db"), "SQLite format 3");
        await File.WriteAllTextAsync(Path.Combine(_folder, "articles.new.db-journal"), "half");
        await using var test = new StoreUnderTest(_folder);
        await test.CreateAsync("a", "A");
        Assert.Equal("A", await test.TextAsync("a"));
        Assert.Empty(Directory.EnumerateFiles(_folder, "articles.new.db*"));
    }

    [Fact]
    public async Task SecondOpener_IsToldWhoHasIt()
    {
        await using (var test = new StoreUnderTest(_folder))
        {
            var failure = StoreUnderTest.FailToOpen(_folder);
            Assert.Equal(StoreFault.InUse, failure.Fault);
            Assert.Contains(_folder, failure.Message, StringComparison.Ordinal);
            Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), failure.Message, StringComparison.Ordinal);
            await test.CreateAsync("a", "A");
        }
        await using var next = new StoreUnderTest(_folder);
        Assert.Equal("A", await next.TextAsync("a"));
    }

    [FactRequires("dotnet")]
    public async Task OtherProcess_HasTheFolderUntilItIsKilled()
    {
        using var other = new KilledProcess(_folder, "p", tasks: 1);
        await other.AcknowledgedAsync(1);
        var failure = StoreUnderTest.FailToOpen(_folder);
        Assert.Equal(StoreFault.InUse, failure.Fault);
        Assert.Contains($"process {other.Id}", failure.Message, StringComparison.Ordinal);

        await other.KillAsync();
        await using var next = new StoreUnderTest(_folder);
        await next.CreateAsync("a", "A");
    }

    [Fact]
    public async Task EndedStore_SaysSo()
    {
        var test = new StoreUnderTest(_folder);
        await test.DisposeAsync();
        await test.Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => test.CreateAsync("a", "A"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => test.FindAsync("a"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => test.ListAsync());
    }
}
