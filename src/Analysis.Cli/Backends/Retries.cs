using Analysis.V1;

namespace Analysis.Cli.Backends;

/// <summary>Repeats calls that fail for the moment. Only for those that may be made twice.</summary>
internal static class Retries
{
    // A restart of a server takes seconds.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    /// <summary>Calls until it succeeds, or fails for good, or has failed once more than there are pauses.</summary>
    public static async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken end)
    {
        foreach (var pause in Pauses)
        {
            try
            {
                return await call();
            }
            catch (Exception failure) when (MayPass(failure))
            {
                await Task.Delay(pause, end);
            }
        }
        return await call();
    }

    /// <summary>Whether a moment later it may be otherwise.</summary>
    public static bool MayPass(Exception failure) => failure is CallException { Reason: ErrorReason.StorageUnavailable } or CommandException { MayPass: true };
}
