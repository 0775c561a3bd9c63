namespace Analysis.Cli.Batch;

/// <summary>Keeps the bytes that wait for their turn, as lines of the input and as answers, within a bound, whatever their lengths.</summary>
/// <remarks>
/// Lines wait for room before they are taken in. An answer is there already when its length is known: it is charged at once, and what waits
/// for room is the work on further ones. So the answer whose turn it is never waits, and at most one answer a worker is over the bound.
/// </remarks>
/// <param name="bytes">How many may wait; one line alone may always.</param>
internal sealed class MemoryBudget(long bytes) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _given = new(0, 1);
    private long _lines, _answers;
    private TaskCompletionSource? _room;

    /// <summary>Waits in the calling thread until there is room for a line. To be called by one thread.</summary>
    public void Take(int size, CancellationToken cancellation)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_lines == 0 || _lines + _answers + size <= bytes)
                {
                    _lines += size;
                    return;
                }
            }
            _given.Wait(cancellation);
        }
    }

    /// <summary>Gives back what a line took, and charges its answer in its place.</summary>
    public void Exchange(int line, int answer)
    {
        lock (_gate)
        {
            _lines -= line;
            _answers += answer;
            Tell();
        }
    }

    /// <summary>Gives back what an answer was charged.</summary>
    public void Give(int answer)
    {
        lock (_gate)
        {
            _answers -= answer;
            Tell();
        }
    }

    /// <summary>Waits until the answers that wait leave room for another.</summary>
    public Task RoomAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_answers <= bytes) return Task.CompletedTask;
            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task.WaitAsync(cancellation);
        }
    }

    public void Dispose() => _given.Dispose();

    private void Tell()
    {
        if (_given.CurrentCount == 0) _given.Release();
        if (_answers > bytes) return;
        _room?.SetResult();
        _room = null;
    }
}
