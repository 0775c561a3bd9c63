using System.Globalization;
using System.Text;
using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public sealed class DeleteTests : IAsyncDisposable
{
    private readonly StoreUnderTest _test = new();

    public ValueTask DisposeAsync() => _test.DisposeAsync();

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
    [InlineData(10, 400, 60)]
    [InlineData(11, 400, 300)]
    [InlineData(12, 300, 1000)]
    [InlineData(13, 300, 2000)]
    [InlineData(14, 300, 5000)]
    [InlineData(15, 300, 9000)]
    [InlineData(16, 400, 60)]
    [InlineData(17, 400, 300)]
    [InlineData(18, 300, 1000)]
    [InlineData(19, 300, 2000)]
    [InlineData(20, 300, 5000)]
    [InlineData(21, 300, 9000)]
    [InlineData(22, 400, 60)]
    [InlineData(23, 400, 300)]
    [InlineData(24, 300, 1000)]
    [InlineData(25, 300, 2000)]
    [InlineData(26, 300, 5000)]
    [InlineData(27, 300, 9000)]
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
