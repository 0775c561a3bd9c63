using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Analysis.Storage;

/// <summary>Connections for reading, lent to one caller at a time. They see what is committed, and nothing else.</summary>
internal sealed class ReadSessions(string file) : IAsyncDisposable
{
    /// <summary>Reads at the same time. They wait for the disk more than they compute, hence more than one for each processor.</summary>
    private static readonly int Most = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly SemaphoreSlim _places = new(Most);
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private bool _disposed;

    /// <summary>Reads within one transaction, so that all statements see the same moment.</summary>
    /// <exception cref="StoreException">What SQLite suffered.</exception>
    public async Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteArticleStore));
        await _places.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteArticleStore));
            // The reading blocks on the disk: not on the caller's thread.
            return await Task.Run(() => Read(read), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Waits for the reads under way and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        for (int place = 0; place < Most; place++) await _places.WaitAsync().ConfigureAwait(false);
        while (_idle.TryTake(out var session)) session.Dispose();
        // Callers that waited for a place find the store closed.
        _places.Release(Most);
    }

    private T Read<T>(Func<SqliteSession, T> read)
    {
        SqliteSession? session = null;
        try
        {
            if (!_idle.TryTake(out session)) session = SqliteSession.Open(file, SqliteOpenMode.ReadOnly);
            session.Execute("BEGIN");
            var result = read(session);
            session.Execute("COMMIT");
            _idle.Add(session);
            session = null;
            return result;
        }
        catch (SqliteException failure)
        {
            throw failure.ToStoreException(file);
        }
        finally
        {
            // After a failure the next reader gets a fresh one.
            session?.Dispose();
        }
    }
}
