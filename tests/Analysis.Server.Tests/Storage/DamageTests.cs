using System.Text;
using Analysis.Storage;
using Xunit.Abstractions;

namespace Analysis.Server.Tests.Storage;

/// <summary>Files that are not what was written: what can be read is right, what cannot is said, and nothing is thrown away.</summary>
public sealed class DamageTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("analysis-damage-").FullName;
    private int _copies;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("no database at all")]
    [InlineData("SQLite format 3\0")]
    public void Garbage_IsRefusedAndLeftAlone(string garbage)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(garbage);
        CheckRefused(bytes);
        if (bytes.Length > 0) CheckRefused([.. bytes, .. new byte[8192]]);
    }

    [Fact]
    public async Task OtherPeoplesDatabase_IsRefusedAndLeftAlone()
    {
        string file = Path.Combine(_root, "other.db");
        StoreUnderTest.Ask(file, "CREATE TABLE articles (title TEXT); SELECT 1");
        CheckRefused(await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task OtherTables_AreRefused()
    {
        string folder = Copy((await MakeAsync()).Database);
        StoreUnderTest.Ask(Path.Combine(folder, "articles.db"), "DROP INDEX articles_by_host");
        Assert.Equal(StoreFault.Damaged, StoreUnderTest.FailToOpen(folder).Fault);
    }

    [Fact]
    public async Task LogWithoutDatabase_IsRefused()
    {
        string folder = Copy((await MakeAsync()).Database);
        File.Delete(Path.Combine(folder, "articles.db"));
        await File.WriteAllTextAsync(Path.Combine(folder, "articles.db-wal"), "frames");
        Assert.Equal(StoreFault.Damaged, StoreUnderTest.FailToOpen(folder).Fault);
        Assert.False(File.Exists(Path.Combine(folder, "articles.db")));
    }

    [Fact]
    public async Task OneDamagedArticle_LeavesTheOthersReadable()
    {
        var (database, articles) = await MakeAsync();
        // A letter in the middle of one text, which is nowhere else.
        int at = database.AsSpan().IndexOf("text of a3, revision 1, line 9"u8);
        Assert.True(at > 0);
        database[at] ^= 1;

        await using var test = new StoreUnderTest(Copy(database));
        var failure = await StoreUnderTest.FailAsync(test.FindAsync("a3", 1));
        Assert.Equal(StoreFault.Damaged, failure.Fault);
        Assert.Contains("a3", failure.Message, StringComparison.Ordinal);
        Assert.NotNull(await test.Store.FindAsync("a3", 1, withContent: false, CancellationToken.None));
        foreach (var ((id, revision), text) in articles)
            if ((id, revision) != ("a3", 1)) Assert.Equal(text, await test.TextAsync(id, revision));

        var listed = (await test.ListAsync(withContent: true)).Items;
        Assert.Equal(["a3"], listed.Where(item => item.Damaged).Select(item => item.Revision.ArticleId));
        Assert.All(listed, item => Assert.Equal(item.Damaged, item.Content.IsEmpty));
        await test.DeleteAsync("a3");
        Assert.Equal(1, (await test.CreateAsync("a3", "Once more")).Number);
        Assert.Equal("Once more", await test.TextAsync("a3"));
    }

    [Fact]
    public async Task DamagedProvenance_IsNoticed()
    {
        var (database, _) = await MakeAsync();
        int at = database.AsSpan().IndexOf("https://north.example/a3"u8);
        database[at + "https://nor".Length] ^= 1;

        await using var test = new StoreUnderTest(Copy(database));
        Assert.Equal(StoreFault.Damaged, (await StoreUnderTest.FailAsync(test.Store.FindAsync("a3", 1, withContent: false, CancellationToken.None))).Fault);
        Assert.True((await test.ListAsync()).Items.Single(item => item.Revision.ArticleId == "a3").Damaged);
        Assert.Equal(StoreFault.Damaged, (await StoreUnderTest.FailAsync(test.CreateAsync("a3", "More"))).Fault);
        await test.CreateAsync("a4", "More");
    }

    [Fact]
    public async Task CutFile_IsRefusedOrReadRight()
    {
        var (database, articles) = await MakeAsync();
        int refused = 0, worked = 0;
        for (int length = 0; length < database.Length; length += length < 200 ? 7 : database.Length / 60)
        {
            if (await ReadAsync(database[..length], articles)) worked++;
            else refused++;
        }
        output.WriteLine($"{refused} refused, {worked} opened");
        Assert.True(refused > 60);
    }

    [Fact]
    public async Task FlippedBytes_AreRefusedOrReadRight()
    {
        const int Seed = 20240314, Rounds = 300;
        var (database, articles) = await MakeAsync();
        var random = new Random(Seed);
        int refused = 0, worked = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] copy = [.. database];
            // One bit, one byte or a run of bytes; every third in the header and schema, where most is decided.
            int at = random.Next(round % 3 == 0 ? 4096 : copy.Length);
            if (round % 2 == 0) copy[at] ^= (byte)(1 << random.Next(8));
            else random.NextBytes(copy.AsSpan(at, Math.Min(random.Next(1, 64), copy.Length - at)));
            try
            {
                if (await ReadAsync(copy, articles)) worked++;
                else refused++;
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {Seed}, round {round}, position {at}.", failure);
            }
        }
        output.WriteLine($"{refused} refused, {worked} opened");
        Assert.True(worked > 50 && refused > 20);
    }

    [Fact]
    public async Task FlippedBytesInTheLog_AreReadRight()
    {
        const int Seed = 7, Rounds = 60;
        var random = new Random(Seed);
        var articles = new Dictionary<(string, int), string>();
        byte[] database, log;
        await using (var test = new StoreUnderTest(Path.Combine(_root, "origin")))
        {
            await FillAsync(test, articles);
            // As after a crash: the log has not yet gone into the database.
            (database, log) = (ReadShared(test.Database), ReadShared(test.Database + "-wal"));
        }
        Assert.True(log.Length > 100_000);
        int worked = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] copy = round % 3 == 0 ? log[..random.Next(log.Length)] : [.. log];
            if (round % 3 > 0) copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
            if (await ReadAsync(database, articles, copy)) worked++;
        }
        Assert.Equal(Rounds, worked);
    }

    /// <summary>Opens a store over the bytes and reads and writes what it can.</summary>
    /// <returns>False where it was refused, which left the file as it is.</returns>
    private async Task<bool> ReadAsync(byte[] database, Dictionary<(string, int), string> articles, byte[]? log = null)
    {
        string folder = Copy(database, log), file = Path.Combine(folder, "articles.db");
        StoreUnderTest test;
        try
        {
            test = new StoreUnderTest(folder);
        }
        catch (StoreException refusal)
        {
            // A version or a file format that is none of ours is damage too, but who knows.
            Assert.True(refusal.Fault is StoreFault.Damaged or StoreFault.Newer, refusal.ToString());
            Assert.Equal(database, await File.ReadAllBytesAsync(file));
            Directory.Delete(folder, recursive: true);
            return false;
        }
        await using (test)
        {
            foreach (var ((id, revision), text) in articles)
            {
                var found = await OrFaultAsync(test.FindAsync(id, revision));
                if (found is not null) Assert.Equal((text, id, revision), (Encoding.UTF8.GetString(found.Content.Span), found.Revision.ArticleId, found.Revision.Number));
            }
            foreach (var item in (await OrFaultAsync(test.ListAsync(withContent: true)))?.Items ?? [])
                if (!item.Damaged) Assert.Equal(articles[(item.Revision.ArticleId, item.Revision.Number)], Encoding.UTF8.GetString(item.Content.Span));
            await OrFaultAsync(test.Store.ListRevisionsAsync("a1", 0, 10, CancellationToken.None));
            if (await OrFaultAsync(test.CreateAsync("new", "A new text", requestId: "new")) is not null && await OrFaultAsync(test.FindAsync("new")) is { } stored)
                Assert.Equal("A new text", Encoding.UTF8.GetString(stored.Content.Span));
            await OrFaultAsync(DeletedAsync(test, "a2"));
        }
        Directory.Delete(folder, recursive: true);
        return true;
    }

    private static async Task<T?> OrFaultAsync<T>(Task<T> task)
        where T : class?
    {
        try
        {
            return await task;
        }
        catch (StoreException fault) when (fault.Fault is StoreFault.Damaged or StoreFault.Unavailable or StoreFault.NotFound or StoreFault.Full)
        {
            return null;
        }
    }

    private static async Task<string> DeletedAsync(StoreUnderTest test, string id)
    {
        await test.DeleteAsync(id);
        return id;
    }

    private void CheckRefused(byte[] database)
    {
        string folder = Copy(database);
        Assert.Equal(StoreFault.Damaged, StoreUnderTest.FailToOpen(folder).Fault);
        Assert.Equal(database, File.ReadAllBytes(Path.Combine(folder, "articles.db")));
        // The refusal lets go of the folder.
        Assert.Equal(StoreFault.Damaged, StoreUnderTest.FailToOpen(folder).Fault);
    }

    private string Copy(byte[] database, byte[]? log = null)
    {
        string folder = Path.Combine(_root, $"copy{_copies++}");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "articles.db"), database);
        if (log is not null) File.WriteAllBytes(Path.Combine(folder, "articles.db-wal"), log);
        return folder;
    }

    private async Task<(byte[] Database, Dictionary<(string, int), string> Articles)> MakeAsync()
    {
        string folder = Path.Combine(_root, $"made{_copies++}");
        var articles = new Dictionary<(string, int), string>();
        await using (var test = new StoreUnderTest(folder)) await FillAsync(test, articles);
        return (await File.ReadAllBytesAsync(Path.Combine(folder, "articles.db")), articles);
    }

    private static async Task FillAsync(StoreUnderTest test, Dictionary<(string, int), string> articles)
    {
        for (int number = 0; number < 20; number++)
            for (int revision = 1; revision <= 1 + number % 2 * (number == 3 ? 0 : 1); revision++)
            {
                string id = $"a{number}", text = string.Concat(Enumerable.Range(0, 10 + number * 13).Select(line => $"text of {id}, revision {revision}, line {line}\n"));
                await test.CreateAsync(id, text, requestId: $"{id}-{revision}", uri: $"https://north.example/{id}");
                articles[(id, revision)] = text;
            }
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
