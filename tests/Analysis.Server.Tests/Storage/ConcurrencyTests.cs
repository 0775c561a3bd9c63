using System.Collections.Concurrent;
using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public sealed class ConcurrencyTests : IDisposable
{
    private readonly StoreUnderTest _test = new();

    // xunit 2 knows no IAsyncDisposable.
    public void Dispose() => _test.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Fact]
    public async Task Writers_AreAllAcknowledgedAndAllThere()
    {
        const int Writers = 16, Articles = 1000;
        var acknowledged = new ConcurrentBag<string>();
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref next)) < Articles;)
                acknowledged.Add((await _test.CreateAsync($"a{number}", $"Text {number}", requestId: $"r{number}")).ArticleId);
        })));
        await _test.ReopenAsync();
        Assert.Equal(Articles, acknowledged.Count);
        Assert.Equal(acknowledged.Order(StringComparer.Ordinal), (await _test.IdsAsync()).Order(StringComparer.Ordinal));
        for (int number = 0; number < Articles; number++) Assert.Equal($"Text {number}", await _test.TextAsync($"a{number}"));
    }

    [Fact]
    public async Task WritersOfOneArticle_GetNumbersWithoutAGap()
    {
        var revisions = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => _test.CreateAsync("a", $"Text {number}"))));
        Assert.Equal(Enumerable.Range(1, 100), revisions.Select(revision => revision.Number).Order());
        foreach (var revision in revisions) Assert.Equal(revision.Etag, (await _test.FindAsync("a", revision.Number))!.Revision.Etag);
    }

    [Fact]
    public async Task Etag_LetsOneOfManyThrough()
    {
        var first = await _test.CreateAsync("a", "A");
        var attempts = Enumerable.Range(0, 50).Select(number => _test.CreateAsync("a", $"Text {number}", etag: first.Etag)).ToArray();
        await Task.WhenAll(attempts.Select(attempt => attempt.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Equal(1, attempts.Count(attempt => attempt.IsCompletedSuccessfully));
        foreach (var attempt in attempts.Where(attempt => attempt.IsFaulted)) Assert.Equal(StoreFault.EtagMismatch, (await StoreUnderTest.FailAsync(attempt)).Fault);
        Assert.Equal(2, (await _test.FindAsync("a"))!.Revision.Revisions);
    }

    [Fact]
    public async Task RefusedWrite_TakesNoOtherWithIt()
    {
        await _test.CreateAsync("a", "A", requestId: "one");
        var writes = Enumerable.Range(0, 60).Select(Task (number) => (number % 3) switch
        {
            0 => _test.CreateAsync($"b{number}", "B"),
            1 => _test.CreateAsync($"b{number}", "B", requestId: "one"),
            _ => _test.DeleteAsync($"b{number}"),
        }).ToArray();
        for (int number = 0; number < writes.Length; number++)
        {
            if (number % 3 == 0) await writes[number];
            else Assert.Equal(number % 3 == 1 ? StoreFault.RequestIdReused : StoreFault.NotFound, (await StoreUnderTest.FailAsync(writes[number])).Fault);
        }
        Assert.Equal(21, (await _test.IdsAsync()).Length);
    }

    [Fact]
    public async Task Bug_FailsItsOwnWriteAlone()
    {
        var failing = _test.Store.WriteAsync<int>(session =>
        {
            session.Execute("DELETE FROM store");
            throw new InvalidOperationException("A bug.");
        });
        var other = _test.CreateAsync("a", "A");
        await Assert.ThrowsAsync<InvalidOperationException>(() => failing);
        await other;
        await _test.ReopenAsync();
        Assert.Equal("A", await _test.TextAsync("a"));
    }

    [Fact]
    public async Task Readers_SeeWholeArticlesOnly()
    {
        using var stop = new CancellationTokenSource();
        int seen = 0;
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                foreach (var item in (await _test.ListAsync(withContent: true)).Items)
                {
                    Assert.False(item.Damaged);
                    Assert.Equal(item.Revision.SizeBytes, item.Content.Length);
                    Interlocked.Increment(ref seen);
                }
            }
        })).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (int round = 0; round < 20; round++)
            {
                await _test.CreateAsync($"a{writer}", new string((char)('a' + round), 1 + round * 1000));
                if (round % 5 == 4) await _test.DeleteAsync($"a{writer}");
            }
        })));
        await stop.CancelAsync();
        await Task.WhenAll(readers);
        Assert.True(seen > 0);
    }

    [Fact]
    public async Task CancelledBeforeItsTurn_IsNotWritten()
    {
        using var gate = new Gate(_test);
        await gate.Reached;
        using var cancellation = new CancellationTokenSource();
        var waiting = _test.Store.CreateAsync(StoreUnderTest.Article("a", "A"), new WriteConditions(), cancellation.Token);
        var other = _test.CreateAsync("b", "B");
        await cancellation.CancelAsync();
        // At once, and not when its turn comes.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30)));
        gate.Open();
        await other;
        Assert.Equal(["b"], await _test.IdsAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _test.Store.CreateAsync(StoreUnderTest.Article("a", "A"), new WriteConditions(), new CancellationToken(canceled: true)));
        Assert.Equal(["b"], await _test.IdsAsync());
    }

    [Fact]
    public async Task CancelledInItsTurn_EndsAsWritten()
    {
        using var cancellation = new CancellationTokenSource();
        using var gate = new Gate(_test);
        await gate.Reached;
        // Taken together with the one that cancels: both wait, and come into the next transaction.
        var cancelling = _test.Store.WriteAsync(_ =>
        {
            cancellation.Cancel();
            return 0;
        });
        var write = _test.Store.CreateAsync(StoreUnderTest.Article("a", "A"), new WriteConditions(), cancellation.Token);
        gate.Open();
        await cancelling;
        Assert.Equal(1, (await write).Number);
        Assert.Equal("A", await _test.TextAsync("a"));
    }

    [Fact]
    public async Task End_MakesTheWritesThatWait()
    {
        using var gate = new Gate(_test);
        await gate.Reached;
        var writes = Enumerable.Range(0, 40).Select(number => _test.CreateAsync($"a{number}", "A")).ToArray();
        var end = _test.Store.DisposeAsync();
        Assert.False(end.IsCompleted);
        gate.Open();
        await end;
        await _test.ReopenAsync();
        await Task.WhenAll(writes);
        Assert.Equal(40, (await _test.IdsAsync()).Length);
    }

    [Fact]
    public async Task CancelledRead_Ends()
    {
        await _test.CreateAsync("a", "A");
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.Store.FindAsync("a", 0, true, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.Store.ListAsync(new ArticleQuery(), 0, 10, true, 1000, cancelled));
    }

    /// <summary>A write that holds the writer until it is opened.</summary>
    private sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim _open = new();
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Gate(StoreUnderTest test) => _ = test.Store.WriteAsync(_ =>
        {
            _reached.SetResult();
            return _open.Wait(TimeSpan.FromSeconds(30));
        });

        public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public void Open() => _open.Set();

        public void Dispose() => _open.Set();
    }
}
