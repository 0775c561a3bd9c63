using System.Diagnostics;
using Analysis.Storage;

namespace Analysis.Cli.Backends;

/// <summary>Stands for a folder that holds no store: reading from it does not make one.</summary>
internal sealed class EmptyStore : IArticleStore
{
    public ReadOnlyMemory<byte> TokenKey { get; } = new byte[SqliteArticleStore.TokenKeyBytes];

    public Task<StoredRevision> CreateAsync(NewArticle article, WriteConditions conditions, CancellationToken cancellation) =>
        throw new UnreachableException("What writes opens the folder itself.");

    public Task<StoredArticle?> FindAsync(string articleId, int revision, bool withContent, CancellationToken cancellation) => Task.FromResult<StoredArticle?>(null);

    public Task<StoredPage<StoredArticle>> ListAsync(ArticleQuery query, long after, int limit, bool withContent, long contentBytesLimit, CancellationToken cancellation) =>
        Task.FromResult(new StoredPage<StoredArticle>([], 0));

    public Task<StoredPage<StoredRevision>> ListRevisionsAsync(string articleId, long after, int limit, CancellationToken cancellation) =>
        Task.FromException<StoredPage<StoredRevision>>(NotFound());

    public Task DeleteAsync(string articleId, WriteConditions conditions, CancellationToken cancellation) => Task.FromException(
        conditions.Etag.Length > 0 ? new StoreException(StoreFault.EtagMismatch, "There is no such article, and so no etag.") : NotFound());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static StoreException NotFound() => new(StoreFault.NotFound, "There is no such article.");
}
