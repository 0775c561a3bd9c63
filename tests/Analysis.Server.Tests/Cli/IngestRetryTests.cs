using Analysis.Server.Tests.Support;
using Analysis.Storage;

namespace Analysis.Server.Tests.Cli;

/// <summary>Storing through a service that is not there for a moment.</summary>
public class IngestRetryTests
{
    [Fact]
    public async Task Write_WhoseAnswerIsLostIsMadeOnce()
    {
        using var folder = new TemporaryFolder();
        var store = new ForgetfulStore(SqliteArticleStore.Open(folder.Path, TimeProvider.System));
        await using var server = await TestServer.StartAsync(store: store);

        var run = await CommandRun.WithInput("""{"id":"a","text":"It sank."}""", "ingest", "--jsonl", "--server", server.GrpcUri.ToString());

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Matches("^articles/a +revision 1  new +-:1\n$", run.Output);
        Assert.Equal(2, store.RequestIds.Count);
        Assert.Single(store.RequestIds.Distinct());
    }

    [Fact]
    public async Task Reading_IsRepeatedUntilTheServerIsThere()
    {
        string address = Clients.ClientProcess.DeadAddress();
        var running = CommandRun.Of("rules", "--server", address);
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        Assert.False(running.IsCompleted);
        await using var server = await TestServer.StartAsync(settings: ["--grpc-port", FormattableString.Invariant($"{new Uri(address).Port}")]);

        var run = await running;

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Store_ThatStaysAwayEndsTheRun()
    {
        await using var server = await TestServer.StartAsync(store: new FailingStore(StoreFault.Unavailable));

        var run = await CommandRun.WithInput("""{"id":"a","text":"It sank."}""", "ingest", "--jsonl", "--server", server.GrpcUri.ToString());

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Matches("^analysis: The storage cannot be reached.*\\(STORAGE_UNAVAILABLE\\)\n$", run.Errors);
    }

    /// <summary>Makes every write, and loses the answer to the first attempt at each.</summary>
    private sealed class ForgetfulStore(IArticleStore inner) : IArticleStore
    {
        public List<string> RequestIds { get; } = [];

        public ReadOnlyMemory<byte> TokenKey => inner.TokenKey;

        public async Task<StoredRevision> CreateAsync(NewArticle article, WriteConditions conditions, CancellationToken cancellation)
        {
            bool again = RequestIds.Contains(conditions.RequestId);
            RequestIds.Add(conditions.RequestId);
            var revision = await inner.CreateAsync(article, conditions, cancellation);
            return again ? revision : throw new StoreException(StoreFault.Unavailable, "The answer is lost.");
        }

        public Task<StoredArticle?> FindAsync(string articleId, int revision, bool withContent, CancellationToken cancellation) =>
            inner.FindAsync(articleId, revision, withContent, cancellation);

        public Task<StoredPage<StoredArticle>> ListAsync(
            ArticleQuery query, long after, int limit, bool withContent, long contentBytesLimit, CancellationToken cancellation) =>
            inner.ListAsync(query, after, limit, withContent, contentBytesLimit, cancellation);

        public Task<StoredPage<StoredRevision>> ListRevisionsAsync(string articleId, long after, int limit, CancellationToken cancellation) =>
            inner.ListRevisionsAsync(articleId, after, limit, cancellation);

        public Task DeleteAsync(string articleId, WriteConditions conditions, CancellationToken cancellation) => inner.DeleteAsync(articleId, conditions, cancellation);

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
