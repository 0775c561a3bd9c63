namespace Analysis.Cli.Batch;

/// <summary>Keeps the bytes that wait for their turn within a bound, whatever the lengths of the lines.</summary>
/// <param name="bytes">How many may wait; one line alone may always.</param>
internal sealed class MemoryBudget(long bytes) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _given = new(0, 1);
    private long _taken;

    /// <summary>Waits in the calling thread until there is room. To be called by one thread.</summary>
    public void Take(int size, CancellationToken cancellation)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_taken == 0 || _taken + size <= bytes)
                {
                    _taken += size;
                    return;
                }
            }
            _given.Wait(cancellation);
        }
    }

    public void Dispose() => _given.Dispose();

    /// <summary>Gives back what was taken.</summary>
    public void Give(int size)
    {
        lock (_gate)
        {
            _taken -= size;
            if (_given.CurrentCount == 0) _given.Release();
        }
    }
}
