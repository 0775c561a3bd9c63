using System.Text;
using Analysis.Storage;
using Microsoft.Data.Sqlite;

namespace Analysis.Server.Tests.Storage;

/// <summary>A store in a folder of its own, with a clock that stands still.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly bool _ownsFolder;

    public StoreUnderTest(string? folder = null)
    {
        _ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("analysis-store-").FullName;
        Store = SqliteArticleStore.Open(Folder, Clock);
    }

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "articles.db");

    public SettableClock Clock { get; } = new();

    public SqliteArticleStore Store { get; private set; }

    /// <summary>Ends the store and opens it again.</summary>
    public async Task ReopenAsync(Action? between = null)
    {
        await Store.DisposeAsync();
        between?.Invoke();
        Store = SqliteArticleStore.Open(Folder, Clock);
    }

    public Task<StoredRevision> CreateAsync(string id, string text, string requestId = "", string etag = "", string uri = "") =>
        Store.CreateAsync(Article(id, text, uri), new WriteConditions(requestId, etag), CancellationToken.None);

    public Task DeleteAsync(string id, string requestId = "", string etag = "") =>
        Store.DeleteAsync(id, new WriteConditions(requestId, etag), CancellationToken.None);

    public Task<StoredArticle?> FindAsync(string id, int revision = 0) => Store.FindAsync(id, revision, withContent: true, CancellationToken.None);

    /// <summary>The text of a revision; null where it is not there.</summary>
    public async Task<string?> TextAsync(string id, int revision = 0) =>
        await FindAsync(id, revision) is { } found ? Encoding.UTF8.GetString(found.Content.Span) : null;

    public Task<StoredPage<StoredArticle>> ListAsync(
        string host = "", long after = 0, int limit = 1000, bool withContent = false, long contentBytesLimit = long.MaxValue) =>
        Store.ListAsync(new ArticleQuery(host), after, limit, withContent, contentBytesLimit, CancellationToken.None);

    public async Task<string[]> IdsAsync(string host = "") => [.. (await ListAsync(host)).Items.Select(item => item.Revision.ArticleId)];

    public static NewArticle Article(string id, string text, string uri = "") =>
        new(id, Encoding.UTF8.GetBytes(text), ContentForm.Text, "text/plain", uri, "2024-03-14");

    /// <summary>The fault, with its message looked over.</summary>
    public static async Task<StoreException> FailAsync(Task task) => Look(await Assert.ThrowsAsync<StoreException>(() => task));

    /// <summary>The fault of opening, with its message looked over.</summary>
    public static StoreException FailToOpen(string folder) => Look(Assert.Throws<StoreException>(() => SqliteArticleStore.Open(folder, TimeProvider.System)));

    /// <summary>A connection past the store, to look at the file or to spoil it.</summary>
    public static SqliteConnection Connect(string database)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>The first value that a statement gives on a connection past the store.</summary>
    public static object? Ask(string database, string sql)
    {
        using var connection = Connect(database);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        if (_ownsFolder) Directory.Delete(Folder, recursive: true);
    }

    // What is wrong, and what to do: two sentences at least.
    private static StoreException Look(StoreException failure)
    {
        Assert.Matches(@"\w+.*[.:;] \w+", failure.Message);
        return failure;
    }
}

/// <summary>A clock that moves when told to.</summary>
internal sealed class SettableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2024, 3, 14, 9, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
