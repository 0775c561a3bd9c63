using System.Threading.Channels;

namespace Analysis.Cli.Batch;

/// <summary>Works on many items, several at a time, and hands on the results in the order of the items.</summary>
internal static class OrderedPipeline
{
    /// <summary>Runs to the end of the items.</summary>
    /// <param name="items">Read by a thread of its own, no further ahead of the results than <paramref name="ahead"/>.</param>
    /// <param name="work">Makes the result of one item. What it throws ends the run once the results before are handed on.</param>
    /// <param name="deliver">Takes one result, and whether another one follows at once; called by one thread at a time.</param>
    /// <param name="workers">How many items are worked on at a time; at least 1.</param>
    /// <param name="ahead">How many items may wait, worked on or not; the more, the less a long item holds up the others.</param>
    /// <param name="cancellation">Ends the run. A thread that waits for the input is left to its end.</param>
    /// <param name="room">
    /// What a worker waits for before it takes up an item; null for nothing. Must let workers go on once all results that were made are handed on.
    /// </param>
    public static async Task RunAsync<TItem, TResult>(
        IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> work, Action<TResult, bool> deliver, int workers, int ahead,
        CancellationToken cancellation, Func<CancellationToken, Task>? room = null)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var inOrder = Channel.CreateBounded<Slot<TItem, TResult>>(ahead);
        // Holds nothing that does not hold a place above too.
        var toDo = Channel.CreateUnbounded<Slot<TItem, TResult>>();
        var token = end.Token;

        // May wait for input that never comes, so that nobody waits for it.
        _ = Task.Factory.StartNew(() => Read(items, inOrder.Writer, toDo.Writer, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var working = Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkAsync(toDo.Reader, work, room, token), CancellationToken.None)).ToArray();
        try
        {
            await foreach (var slot in inOrder.Reader.ReadAllAsync(token))
            {
                var result = await slot.Result.WaitAsync(token);
                deliver(result, inOrder.Reader.TryPeek(out var next) && next.Result.IsCompletedSuccessfully);
            }
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(working);
        }
    }

    private static void Read<TItem, TResult>(
        IEnumerable<TItem> items, ChannelWriter<Slot<TItem, TResult>> inOrder, ChannelWriter<Slot<TItem, TResult>> toDo, CancellationToken end)
    {
        try
        {
            foreach (var item in items)
            {
                var slot = new Slot<TItem, TResult>(item);
                if (!inOrder.TryWrite(slot)) inOrder.WriteAsync(slot, end).AsTask().GetAwaiter().GetResult();
                toDo.TryWrite(slot);
            }
            inOrder.Complete();
        }
        catch (Exception failure)
        {
            inOrder.Complete(failure);
        }
        toDo.Complete();
    }

    // Items are taken up in order. So what holds up the others is always in work or done: whoever waits for room waits for it, never it for them.
    private static async Task WorkAsync<TItem, TResult>(
        ChannelReader<Slot<TItem, TResult>> toDo, Func<TItem, CancellationToken, Task<TResult>> work, Func<CancellationToken, Task>? room, CancellationToken end)
    {
        while (await WaitAsync(toDo, room, end))
        {
            if (toDo.TryRead(out var slot)) await slot.WorkAsync(work, end);
        }
    }

    private static async ValueTask<bool> WaitAsync<T>(ChannelReader<T> reader, Func<CancellationToken, Task>? room, CancellationToken end)
    {
        try
        {
            if (room is not null) await room(end);
            return await reader.WaitToReadAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>An item's place in the order.</summary>
    private sealed class Slot<TItem, TResult>(TItem item)
    {
        // The thread that hands on results is not to be borrowed for work, nor a worker for writing.
        private readonly TaskCompletionSource<TResult> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<TResult> Result => _result.Task;

        public async Task WorkAsync(Func<TItem, CancellationToken, Task<TResult>> work, CancellationToken end)
        {
            try
            {
                _result.SetResult(await work(item, end));
            }
            catch (Exception failure)
            {
                _result.SetException(failure);
            }
        }
    }
}
