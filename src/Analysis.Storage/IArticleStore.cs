namespace Analysis.Storage;

/// <summary>Stored articles with their revisions. Safe to call from any number of threads.</summary>
/// <remarks>
/// A write is acknowledged, by the end of its task, only once it would survive the loss of the process and of power. Reads see
/// acknowledged writes and no others' halves. A write cancelled before its turn is not made and its task is cancelled; once its turn has
/// come it is made, and the task ends as if nobody had asked for its end. Every method throws <see cref="StoreException"/> for what the
/// store refuses or suffers, and <see cref="ObjectDisposedException"/> after the end of the store.
/// </remarks>
public interface IArticleStore : IAsyncDisposable
{
    /// <summary>32 random bytes made when the store was made. Page tokens are sealed with them, so that every server on the store reads them.</summary>
    ReadOnlyMemory<byte> TokenKey { get; }

    /// <summary>Keeps an article, as the next revision where it is known.</summary>
    /// <param name="article">Its content must stay as it is until the task has ended.</param>
    /// <param name="conditions">
    /// With an etag, the latest revision must have it. With a request id, a repeated request gets the first answer again, whatever
    /// happened since, for <see cref="SqliteArticleStore.RequestsAreKept"/>; a refused request is not remembered.
    /// </param>
    /// <param name="cancellation">See the remarks of the interface.</param>
    /// <returns>The new revision; the latest one where bytes, form, media type, address and date are its own.</returns>
    /// <exception cref="StoreException">
    /// <see cref="StoreFault.EtagMismatch"/>, also where there is no such article; <see cref="StoreFault.RequestIdReused"/>; or a fault of the store.
    /// </exception>
    Task<StoredRevision> CreateAsync(NewArticle article, WriteConditions conditions, CancellationToken cancellation);

    /// <summary>Finds a revision of an article.</summary>
    /// <param name="articleId">Its id.</param>
    /// <param name="revision">From 1; 0 for the latest.</param>
    /// <param name="withContent">Whether to read the bytes; they are checked against the etag.</param>
    /// <param name="cancellation">Ends the wait for a connection.</param>
    /// <returns>Null where there is no such article or revision.</returns>
    /// <exception cref="StoreException"><see cref="StoreFault.Damaged"/> where this very article is; others stay readable.</exception>
    Task<StoredArticle?> FindAsync(string articleId, int revision, bool withContent, CancellationToken cancellation);

    /// <summary>Lists articles by their latest revision, in the order of their creation.</summary>
    /// <param name="query">Which articles.</param>
    /// <param name="after"><see cref="StoredPage{T}.Next"/> of the page before; 0 for the first.</param>
    /// <param name="limit">Most articles on the page; at least 1.</param>
    /// <param name="withContent">Whether to read the bytes.</param>
    /// <param name="contentBytesLimit">With contents, the page ends before their bytes exceed this; the first article is always on it.</param>
    /// <param name="cancellation">Ends the wait for a connection, and the reading between two articles.</param>
    /// <remarks>An article made while somebody pages comes at the end; one deleted disappears; none is seen twice.</remarks>
    Task<StoredPage<StoredArticle>> ListAsync(ArticleQuery query, long after, int limit, bool withContent, long contentBytesLimit, CancellationToken cancellation);

    /// <summary>Lists the revisions of an article, oldest first.</summary>
    /// <param name="articleId">Its id.</param>
    /// <param name="after"><see cref="StoredPage{T}.Next"/> of the page before; 0 for the first.</param>
    /// <param name="limit">Most revisions on the page; at least 1.</param>
    /// <param name="cancellation">Ends the wait for a connection.</param>
    /// <exception cref="StoreException"><see cref="StoreFault.NotFound"/>: there is no such article.</exception>
    Task<StoredPage<StoredRevision>> ListRevisionsAsync(string articleId, long after, int limit, CancellationToken cancellation);

    /// <summary>Removes an article with all revisions and bytes. Made anew, it starts with revision 1 and at the end of lists.</summary>
    /// <param name="articleId">Its id.</param>
    /// <param name="conditions">As for <see cref="CreateAsync"/>.</param>
    /// <param name="cancellation">See the remarks of the interface.</param>
    /// <exception cref="StoreException">
    /// <see cref="StoreFault.NotFound"/>; <see cref="StoreFault.EtagMismatch"/>, also where an etag is asked for and there is no such
    /// article; <see cref="StoreFault.RequestIdReused"/>; or a fault of the store.
    /// </exception>
    Task DeleteAsync(string articleId, WriteConditions conditions, CancellationToken cancellation);
}
