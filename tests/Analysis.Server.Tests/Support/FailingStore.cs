using Analysis.Storage;

namespace Analysis.Server.Tests.Support;

/// <summary>A store that fails at every call, with a message for the operator.</summary>
internal sealed class FailingStore(StoreFault fault) : IArticleStore
{
    public const string File = "/somewhere/articles.db";

    public ReadOnlyMemory<byte> TokenKey { get; } = new byte[32];

    public Task<StoredRevision> CreateAsync(NewArticle article, WriteConditions conditions, CancellationToken cancellation) => Fail<StoredRevision>();

    public Task<StoredArticle?> FindAsync(string articleId, int revision, bool withContent, CancellationToken cancellation) => Fail<StoredArticle?>();

    public Task<StoredPage<StoredArticle>> ListAsync(
        ArticleQuery query, long after, int limit, bool withContent, long contentBytesLimit, CancellationToken cancellation) => Fail<StoredPage<StoredArticle>>();

    public Task<StoredPage<StoredRevision>> ListRevisionsAsync(string articleId, long after, int limit, CancellationToken cancellation) => Fail<StoredPage<StoredRevision>>();

    public Task DeleteAsync(string articleId, WriteConditions conditions, CancellationToken cancellation) => Fail<object>();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<T> Fail<T>() => Task.FromException<T>(new StoreException(fault, $"{File} is not well."));
}
