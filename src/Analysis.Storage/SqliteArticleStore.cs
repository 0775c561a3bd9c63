using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Analysis.Storage;

/// <summary>Articles in one SQLite file, <c>articles.db</c>, of a folder that one process holds at a time.</summary>
/// <remarks>SQLite's write-ahead log, with every commit synced to the disk; writers share commits (<c>WriteQueue</c>), readers do not wait for them.</remarks>
public sealed class SqliteArticleStore : IArticleStore
{
    /// <summary>Length of <see cref="TokenKey"/> in bytes.</summary>
    public const int TokenKeyBytes = 32;

    private readonly StoreFolder _folder;
    private readonly WriteQueue _writes;
    private readonly ReadSessions _reads;
    private Task? _end;

    private SqliteArticleStore(StoreFolder folder, SqliteSession session, byte[] tokenKey, TimeProvider time)
    {
        _folder = folder;
        _writes = new WriteQueue(session, folder.Database, time);
        _reads = new ReadSessions(folder.Database);
        TokenKey = tokenKey;
    }

    /// <summary>How long the answer to a request with an id is remembered: a week, so that a client stopped over a long weekend may still repeat it.</summary>
    public static TimeSpan RequestsAreKept { get; } = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> TokenKey { get; }

    /// <summary>Opens the store in a folder; makes folder and store where they are missing.</summary>
    /// <param name="folder">Where the files lie. On a local disk: locks and the log's shared memory do not work over every network.</param>
    /// <param name="time">The clock for what is created and how long requests are remembered.</param>
    /// <exception cref="StoreException">Any of the first six faults.</exception>
    public static SqliteArticleStore Open(string folder, TimeProvider time)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(time);
        var hold = StoreFolder.Take(folder);
        SqliteSession? session = null;
        try
        {
            session = StoreFile.Open(hold, time);
            return new SqliteArticleStore(hold, session, ReadTokenKey(session, hold.Database), time);
        }
        catch
        {
            session?.Dispose();
            hold.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<StoredRevision> CreateAsync(NewArticle article, WriteConditions conditions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(conditions);
        if (!ArticleIdentity.IsValid(article.ArticleId)) throw new ArgumentException($"\"{article.ArticleId}\" is no id of an article.", nameof(article));

        // Hashes are computed here, by the caller, and not by the one writer.
        string sha256 = ArticleTables.HashOf(article.Content.Span);
        byte[] payload = FieldHash.Of(
            ("method", "create"),
            ("article_id", article.ArticleId),
            ("content_sha256", sha256),
            ("form", ((int)article.Form).ToString(CultureInfo.InvariantCulture)),
            ("media_type", article.MediaType),
            ("uri", article.Uri),
            ("published", article.Published),
            ("etag", conditions.Etag));
        return _writes.WriteAsync(
            (session, now) => Create(session, article, sha256, conditions, payload, now), article.Content.Length, erases: false, cancellation);
    }

    /// <inheritdoc/>
    public Task<StoredArticle?> FindAsync(string articleId, int revision, bool withContent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        ArgumentOutOfRangeException.ThrowIfNegative(revision);
        return _reads.ReadAsync(
            session =>
            {
                var found = revision == 0 ? ArticleTables.Latest(session, articleId) : ArticleTables.Number(session, articleId, revision);
                if (found is not { } row) return null;
                if (row.Damaged) throw Damaged(articleId);
                return new StoredArticle(row.Revision, withContent ? ArticleTables.Content(session, row.Revision) ?? throw Damaged(articleId) : default);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<StoredPage<StoredArticle>> ListAsync(
        ArticleQuery query, long after, int limit, bool withContent, long contentBytesLimit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        string host = query.Host.ToLowerInvariant();
        return _reads.ReadAsync(session => List(session, host, after, limit, withContent, contentBytesLimit, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<StoredPage<StoredRevision>> ListRevisionsAsync(string articleId, long after, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return _reads.ReadAsync(
            session =>
            {
                var rows = ArticleTables.Revisions(session, articleId, after, limit);
                if (rows.Any(row => row.Damaged)) throw Damaged(articleId);
                if (rows.IsEmpty && ArticleTables.Latest(session, articleId) is null) throw NotFound(articleId);
                bool more = !rows.IsEmpty && rows[^1].Revision.Number < rows[^1].Revision.Revisions;
                return new StoredPage<StoredRevision>([.. rows.Select(row => row.Revision)], more ? rows[^1].Revision.Number : 0);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string articleId, WriteConditions conditions, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        ArgumentNullException.ThrowIfNull(conditions);
        byte[] payload = FieldHash.Of(("method", "delete"), ("article_id", articleId), ("etag", conditions.Etag));
        return _writes.WriteAsync((session, now) => Delete(session, articleId, conditions, payload, now), contentBytes: 0, erases: true, cancellation);
    }

    /// <summary>Takes no more calls, ends those under way, and lets go of the folder.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_folder) _end ??= EndAsync();
        return new ValueTask(_end);
    }

    /// <summary>Runs statements as one write, for tests.</summary>
    internal Task<T> WriteAsync<T>(Func<SqliteSession, T> write) =>
        _writes.WriteAsync((session, _) => write(session), contentBytes: 0, erases: false, CancellationToken.None);

    private async Task EndAsync()
    {
        try
        {
            await _reads.DisposeAsync().ConfigureAwait(false);
            await _writes.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _folder.Dispose();
        }
    }

    private static StoredRevision Create(
        SqliteSession session, NewArticle article, string sha256, WriteConditions conditions, byte[] payload, DateTimeOffset now)
    {
        var given = new StoredRevision(
            article.ArticleId, 1, ArticleTables.EtagOf(sha256, article), sha256, article.Content.Length, article.Form, article.MediaType, article.Uri, article.Published, now, now, 1);
        if (RequestTable.Find(session, conditions.RequestId, payload, now) is { } answer)
        {
            // The address is told as it stands in the revision, unless that is gone: the request may have spelt it otherwise.
            var stored = ArticleTables.Number(session, article.ArticleId, answer.Number)?.Revision;
            string uri = stored is not null && stored.Etag == given.Etag && stored.Created == answer.Created ? stored.Uri : given.Uri;
            return given with { Number = answer.Number, Revisions = answer.Revisions, ArticleCreated = answer.ArticleCreated, Created = answer.Created, Uri = uri };
        }

        var latest = ArticleTables.Latest(session, article.ArticleId);
        CheckEtag(article.ArticleId, latest, conditions.Etag);
        var revision = Add(session, article, given, latest);
        var told = new RequestTable.Answer(revision.Number, revision.Revisions, revision.ArticleCreated, revision.Created);
        RequestTable.Add(session, conditions.RequestId, payload, told, now);
        return revision;
    }

    private static StoredRevision Add(SqliteSession session, NewArticle article, StoredRevision given, ArticleTables.Row? latest)
    {
        string host = ArticleIdentity.HostOf(article.Uri);
        if (latest is not { } row)
        {
            ArticleTables.AddArticle(session, article.ArticleId, host, Moment.ToMicroseconds(given.Created));
            ArticleTables.AddRevision(session, given, article.Content);
            return given;
        }
        if (row.Damaged) throw Damaged(article.ArticleId);

        var known = row.Revision;
        // Another spelling of the address, as with other tracking parameters, is no change; the first one stays.
        if (known.Etag == given.Etag) return known;

        var next = given with { Number = known.Number + 1, Revisions = known.Number + 1, ArticleCreated = known.ArticleCreated };
        ArticleTables.MoveArticle(session, article.ArticleId, host);
        ArticleTables.AddRevision(session, next, article.Content);
        return next;
    }

    private static bool Delete(SqliteSession session, string articleId, WriteConditions conditions, byte[] payload, DateTimeOffset now)
    {
        if (RequestTable.Find(session, conditions.RequestId, payload, now) is not null) return false;
        // A damaged article can be deleted, so nothing is asked of the row but its etag.
        var latest = ArticleTables.Latest(session, articleId);
        CheckEtag(articleId, latest, conditions.Etag);
        if (latest is null) throw NotFound(articleId);
        ArticleTables.RemoveArticle(session, articleId);
        RequestTable.Add(session, conditions.RequestId, payload, new RequestTable.Answer(0, 0, now, now), now);
        return true;
    }

    private static StoredPage<StoredArticle> List(
        SqliteSession session, string host, long after, int limit, bool withContent, long contentBytesLimit, CancellationToken cancellation)
    {
        // One more than asked for tells whether there is a next page.
        var rows = ArticleTables.Articles(session, host, after, limit < int.MaxValue ? limit + 1 : limit);
        var items = ImmutableArray.CreateBuilder<StoredArticle>();
        long bytes = 0;
        foreach (var (_, revision, damaged) in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            bytes += withContent ? revision.SizeBytes : 0;
            if (items.Count == limit || items.Count > 0 && bytes > contentBytesLimit)
                return new StoredPage<StoredArticle>(items.ToImmutable(), rows[items.Count - 1].Sequence);
            items.Add(withContent && !damaged ? WithContent(session, revision) : new StoredArticle(revision, default, damaged));
        }
        return new StoredPage<StoredArticle>(items.ToImmutable(), 0);
    }

    // One damaged article must not make the list of all unreadable.
    private static StoredArticle WithContent(SqliteSession session, StoredRevision revision)
    {
        try
        {
            if (ArticleTables.Content(session, revision) is { } content) return new StoredArticle(revision, content);
        }
        catch (SqliteException failure) when (failure.IsDamage())
        {
            // Told below.
        }
        return new StoredArticle(revision, default, Damaged: true);
    }

    private static void CheckEtag(string articleId, ArticleTables.Row? latest, string etag)
    {
        string current = latest?.Revision.Etag ?? "";
        if (etag.Length == 0 || etag == current) return;
        throw new StoreException(
            StoreFault.EtagMismatch,
            current.Length == 0
                ? $"There is no article {articleId}, so none with the etag {etag}. Leave the etag out to create it."
                : $"The latest revision of article {articleId} has the etag {current}, not {etag}. Read it again before you change it.",
            current);
    }

    private static byte[] ReadTokenKey(SqliteSession session, string file)
    {
        try
        {
            return session.Value("SELECT token_key FROM store WHERE id = 1") is byte[] { Length: TokenKeyBytes } key
                ? key
                : throw new StoreException(
                    StoreFault.Damaged, $"{file} has lost the row that says what it is. It was left as it is: restore it from a backup.");
        }
        catch (SqliteException failure)
        {
            throw failure.ToStoreException(file);
        }
    }

    private static StoreException NotFound(string articleId) => new(StoreFault.NotFound, $"There is no article {articleId}. Check the id.");

    private static StoreException Damaged(string articleId) => new(
        StoreFault.Damaged,
        $"Article {articleId} is damaged on the disk; other articles are not affected. Restore the store from a backup, or delete the article and hand it in again.");
}
