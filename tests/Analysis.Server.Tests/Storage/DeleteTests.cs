using System.Globalization;
using System.Text;
using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public sealed class DeleteTests : IDisposable
{
    private readonly StoreUnderTest _test = new();

    // xunit 2 knows no IAsyncDisposable.
    public void Dispose() => _test.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Fact]
    public async Task Deletion_TakesAllRevisions()
    {
        await _test.CreateAsync("a", "A");
        await _test.CreateAsync("a", "B");
        await _test.CreateAsync("b", "A");
        await _test.DeleteAsync("a");

        Assert.Null(await _test.FindAsync("a"));
        Assert.Null(await _test.FindAsync("a", 1));
        Assert.Equal(["b"], await _test.IdsAsync());
        Assert.Equal(StoreFault.NotFound, (await StoreUnderTest.FailAsync(_test.DeleteAsync("a"))).Fault);
    }

    [Fact]
    public async Task NumbersStartAnew()
    {
        await _test.CreateAsync("a", "A");
        await _test.CreateAsync("a", "B");
        await _test.DeleteAsync("a");
        _test.Clock.Now += TimeSpan.FromDays(1);
        var again = await _test.CreateAsync("a", "B");
        Assert.Equal((1, 1, _test.Clock.Now), (again.Number, again.Revisions, again.ArticleCreated));
    }

    [Fact]
    public async Task Etag_GuardsTheArticle()
    {
        var first = await _test.CreateAsync("a", "A");
        var second = await _test.CreateAsync("a", "B");
        var failure = await StoreUnderTest.FailAsync(_test.DeleteAsync("a", etag: first.Etag));
        Assert.Equal((StoreFault.EtagMismatch, second.Etag), (failure.Fault, failure.CurrentEtag));
        await _test.DeleteAsync("a", etag: second.Etag);
        Assert.Equal(StoreFault.EtagMismatch, (await StoreUnderTest.FailAsync(_test.DeleteAsync("a", etag: second.Etag))).Fault);
    }

    /// <summary>Small articles share pages of the file, large ones have pages of their own; both come and go in any order.</summary>
    [Theory]
    [InlineData(1, 40, 300)]
    [InlineData(2, 300, 3000)]
    [InlineData(3, 100, 20_000)]
    [InlineData(11, 300, 300)]
    [InlineData(12, 300, 1000)]
    public async Task DeletedBytes_AreInNoFile(int seed, int articles, int longest)
    {
        var random = new Random(seed);
        var left = new HashSet<int>();
        for (int step = 0, next = 0; next < articles || left.Count > articles / 10; step++)
        {
            if (next < articles && random.Next(3) > 0)
            {
                int size = random.Next(1, longest);
                await Task.WhenAll(Enumerable.Range(0, 1 + next % 3).Select(revision => _test.CreateAsync($"a{next}", Secret(next, size + revision))));
                left.Add(next++);
            }
            else if (left.Count > 0)
            {
                int gone = left.ElementAt(random.Next(left.Count));
                await _test.DeleteAsync($"a{gone}");
                left.Remove(gone);
            }
        }

        // The store is still open: its log counts too.
        var found = SecretsIn(_test.Folder);
        Assert.NotEmpty(found);
        Assert.Subset(left, found);
        await _test.ReopenAsync();
        Assert.Equal(left, SecretsIn(_test.Folder));
    }

    /// <summary>What <c>OverflowPadding</c> computes, looked up in the file: no page of rows holds a byte of an article.</summary>
    [Fact]
    public async Task Bytes_LieOnPagesOfTheirOwn()
    {
        // Lengths about those where the headers of rows grow, and where pages are full.
        int[] lengths = [1, 7, 50, 57, 58, 59, 400, 489, 500, .. Enumerable.Range(3500, 100), .. Enumerable.Range(4050, 60), 8000, 8180, 8190, 8200, 16_384, 20_000];
        string[] ids = ["a", new string('b', 56), new string('c', 57), new string('d', 58), new string('e', 63)];
        await Task.WhenAll(ids.SelectMany(id => lengths.Select(length => _test.CreateAsync(id, Secret(1, 20_010)[..length]))));
        Assert.Equal(lengths.Length, (await _test.FindAsync("a"))!.Revision.Revisions);
        await _test.ReopenAsync();

        byte[] database = await File.ReadAllBytesAsync(_test.Database);
        const byte LeafOfRows = 13;
        var leaves = database.Chunk(4096).Where(page => page[0] == LeafOfRows).ToArray();
        Assert.True(leaves.Length > 20);
        Assert.All(leaves, page => Assert.DoesNotContain("<q", Encoding.Latin1.GetString(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task DeletedBytes_AreGoneEvenWhereSomebodyReadsMeanwhile()
    {
        await _test.CreateAsync("a", Secret(1, 5000));
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await _test.ListAsync(withContent: true);
        })).ToArray();
        await _test.DeleteAsync("a");
        var found = SecretsIn(_test.Folder);
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Empty(found);
    }

    // Every seven letters say whose they are, so that the least remainder is seen.
    private static string Secret(int number, int times) => string.Concat(Enumerable.Repeat($"<q{number:0000}>", times / 7 + 1));

    private static HashSet<int> SecretsIn(string folder)
    {
        var found = new HashSet<int>();
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            // Always empty, and locked.
            if (file.EndsWith(".lock", StringComparison.Ordinal)) continue;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var text = Encoding.Latin1.GetString(bytes).AsSpan();
            for (int at; (at = text.IndexOf("<q")) >= 0; text = text[(at + 2)..])
                if (at + 6 <= text.Length && !text.Slice(at + 2, 4).ContainsAnyExceptInRange('0', '9')) found.Add(int.Parse(text.Slice(at + 2, 4), CultureInfo.InvariantCulture));
        }
        return found;
    }
}
