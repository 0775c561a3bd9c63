namespace Analysis.Storage;

/// <summary>A write that waits for its turn, or for the commit that acknowledges it.</summary>
/// <param name="contentBytes">Bytes of content that it adds.</param>
/// <param name="erases">Whether deleted bytes must be gone from the disk before it is acknowledged.</param>
internal abstract class PendingWrite(long contentBytes, bool erases)
{
    private const int Waiting = 0, Taken = 1, Cancelled = 2;

    private int _state = Waiting;

    public long ContentBytes => contentBytes;

    public bool Erases => erases;

    /// <summary>Whether a failure is kept.</summary>
    public abstract bool HasFailed { get; }

    /// <summary>Takes it for writing; false where it was cancelled before.</summary>
    public bool Take() => Interlocked.CompareExchange(ref _state, Taken, Waiting) == Waiting;

    /// <summary>Cancels it unless its turn has come.</summary>
    public void Cancel(CancellationToken token)
    {
        if (Interlocked.CompareExchange(ref _state, Cancelled, Waiting) == Waiting) EndCancelled(token);
    }

    /// <summary>Makes the write and keeps its result for later.</summary>
    public abstract void Make(SqliteSession session, DateTimeOffset now);

    /// <summary>Keeps a failure for later, in place of whatever was kept before.</summary>
    public abstract void Fail(Exception failure);

    /// <summary>Tells the caller what was kept last; once told, it stays.</summary>
    public abstract void Tell();

    protected abstract void EndCancelled(CancellationToken token);
}

/// <summary>A write with a result.</summary>
/// <param name="write">What to do inside the transaction.</param>
/// <param name="contentBytes">Bytes of content that it adds.</param>
/// <param name="erases">Whether deleted bytes must be gone from the disk before it is acknowledged.</param>
internal sealed class PendingWrite<T>(Func<SqliteSession, DateTimeOffset, T> write, long contentBytes, bool erases) : PendingWrite(contentBytes, erases)
{
    // The caller goes on elsewhere: the writer's thread has the next transaction to make.
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _failure;

    public Task<T> Outcome => _outcome.Task;

    public override bool HasFailed => _failure is not null;

    public override void Make(SqliteSession session, DateTimeOffset now) => (_result, _failure) = (write(session, now), null);

    public override void Fail(Exception failure) => _failure = failure;

    public override void Tell()
    {
        if (_failure is { } failure) _outcome.TrySetException(failure);
        else _outcome.TrySetResult(_result!);
    }

    protected override void EndCancelled(CancellationToken token) => _outcome.TrySetCanceled(token);
}
