using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Analysis.Storage;

/// <summary>The one writer of a store. Takes whatever waits, commits it in one transaction, and acknowledges then.</summary>
/// <remarks>
/// <para>A commit waits for the disk; writes that wait meanwhile share the next one. Where a sync took a millisecond, 16 callers got nine
/// times the rate of one transaction each; where it took next to nothing, there was nothing to gain (tests/Analysis.Benchmarks,
/// <c>store</c>).</para>
/// <para>Each write has a savepoint: one that is refused takes nothing of the others with it. Refusals too are told after the commit, for
/// they may rest on a write before them in the same transaction. Where SQLite fails within a write, the transaction is undone and the
/// writes are made one by one, so that only the guilty one fails. Where the commit fails, all of them fail.</para>
/// <para>After an I/O error nothing more is written until the store is opened anew: the kernel may have dropped the pages that a failed
/// fsync was about, and a second fsync would then succeed for nothing. A full disk is no such error.</para>
/// <para>This connection alone writes and checkpoints; all others are opened for reading. SQLite before 3.51.3 can lose a commit when two
/// connections do so at the same moment, so keep it that way.</para>
/// </remarks>
internal sealed class WriteQueue : IAsyncDisposable
{
    /// <summary>Writes that may wait, and that one transaction holds; a caller over it waits for a place.</summary>
    private const int Capacity = 256;

    /// <summary>Bytes of content after which a transaction takes no more, so that the log stays small and nobody waits long.</summary>
    private const long BatchBytes = 8 * 1024 * 1024;

    /// <summary>Old answers forgotten for each write: two, so that their number falls although each write may add one.</summary>
    private const int PurgedPerWrite = 2;

    private readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(new BoundedChannelOptions(Capacity) { SingleReader = true });
    private readonly SqliteSession _session;
    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly Task _writer;
    private StoreException? _stopped;
    private bool _erasureDue;

    /// <summary>Starts the writer, which owns the session from now on.</summary>
    public WriteQueue(SqliteSession session, string file, TimeProvider time)
    {
        (_session, _file, _time) = (session, file, time);
        // A thread of its own: it blocks on the disk, and must get its turn however busy the pool is.
        _writer = Task.Factory.StartNew(WriteAll, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Has a write made.</summary>
    /// <param name="write">Runs on the writer's thread inside the transaction; gets the moment of the write.</param>
    /// <param name="contentBytes">Bytes of content that it adds.</param>
    /// <param name="erases">Whether deleted bytes must be gone from the disk before it is acknowledged.</param>
    /// <param name="cancellation">Heeded until the write's turn comes.</param>
    public async Task<T> WriteAsync<T>(Func<SqliteSession, DateTimeOffset, T> write, long contentBytes, bool erases, CancellationToken cancellation)
    {
        var pending = new PendingWrite<T>(write, contentBytes, erases);
        using var registration = cancellation.UnsafeRegister(static (waiting, token) => ((PendingWrite)waiting!).Cancel(token), pending);
        try
        {
            await _waiting.Writer.WriteAsync(pending, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(SqliteArticleStore));
        }
        return await pending.Outcome.ConfigureAwait(false);
    }

    /// <summary>Takes no more writes, makes those that wait, and closes the session.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writer.ConfigureAwait(false);
        try
        {
            // The log goes into the database, so that a copy of the one file is a copy of the store.
            if (_stopped is null) Checkpoint();
        }
        finally
        {
            _session.Dispose();
        }
    }

    private void WriteAll()
    {
        // A crash between a deletion and the checkpoint after it left the deleted bytes in the log.
        Checkpoint();
        var batch = new List<PendingWrite>(Capacity);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            long bytes = 0;
            while (batch.Count < Capacity && bytes < BatchBytes && _waiting.Reader.TryRead(out var write))
            {
                if (!write.Take()) continue;
                batch.Add(write);
                bytes += write.ContentBytes;
            }
            try
            {
                if (batch.Count > 0) Commit(batch);
            }
            catch (Exception bug)
            {
                // The writer goes on, or every later caller would wait for ever.
                RollBack();
                foreach (var write in batch)
                {
                    write.Fail(bug);
                    write.Tell();
                }
            }
            batch.Clear();
        }
    }

    private void Commit(List<PendingWrite> batch)
    {
        if (!TryCommit(batch, out bool within) && within && batch.Count > 1)
            foreach (var write in batch) TryCommit([write], out _);
        if (_erasureDue && _stopped is null) Checkpoint();
        foreach (var write in batch) write.Tell();
    }

    /// <summary>Makes the writes in one transaction and settles how each ends.</summary>
    /// <param name="batch">The writes.</param>
    /// <param name="within">Whether one of the writes failed, rather than the transaction as a whole.</param>
    private bool TryCommit(List<PendingWrite> batch, out bool within)
    {
        within = false;
        if (_stopped is { } stopped)
        {
            foreach (var write in batch) write.Fail(stopped);
            return false;
        }
        try
        {
            var now = _time.GetUtcNow();
            // Whole microseconds, as they are stored, so that the first answer and its repetition are equal.
            now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
            _session.Execute("BEGIN IMMEDIATE");
            within = true;
            foreach (var write in batch) Make(write, now);
            within = false;
            RequestTable.Purge(_session, batch.Count * PurgedPerWrite, now);
            _session.Execute("COMMIT");
            _erasureDue |= batch.Exists(write => write.Erases && !write.HasFailed);
            return true;
        }
        catch (SqliteException failure)
        {
            var reason = failure.ToStoreException(_file);
            if (failure.IsInputOutput()) Stop(failure);
            RollBack();
            foreach (var write in batch) write.Fail(reason);
            return false;
        }
    }

    private void Make(PendingWrite write, DateTimeOffset now)
    {
        _session.Execute("SAVEPOINT one");
        try
        {
            write.Make(_session, now);
        }
        catch (Exception refusal) when (refusal is not SqliteException)
        {
            write.Fail(refusal);
            _session.Execute("ROLLBACK TO one");
        }
        _session.Execute("RELEASE one");
    }

    // SQLite has undone the transaction by itself after some failures, and then says that there is none.
    private void RollBack()
    {
        try
        {
            _session.Execute("ROLLBACK");
        }
        catch (SqliteException failure)
        {
            if (failure.IsInputOutput()) Stop(failure);
        }
    }

    /// <summary>Moves the log into the database and cuts it to nothing.</summary>
    /// <remarks>
    /// After a deletion the log still holds the deleted bytes, and this is what removes them. It costs two more waits for the disk and
    /// writes every changed page a second time, at once instead of every thousand pages. It needs a moment without readers of old
    /// pages; should none come within the connection's patience, it is tried again after the next write, and at the end.
    /// </remarks>
    private void Checkpoint()
    {
        try
        {
            using var rows = _session.Rows("PRAGMA wal_checkpoint(TRUNCATE)");
            bool busy = !rows.Read() || rows.GetValue(0) is not 0L;
            _erasureDue &= busy;
        }
        catch (SqliteException failure)
        {
            if (failure.IsInputOutput()) Stop(failure);
        }
    }

    private void Stop(SqliteException failure) => _stopped ??= new StoreException(
        StoreFault.Unavailable,
        $"Writing to {_file} stopped after an I/O error (SQLite error {failure.SqliteErrorCode}, extended {failure.SqliteExtendedErrorCode}); "
        + "reading goes on. Check the disk, then start again.",
        cause: failure);
}
