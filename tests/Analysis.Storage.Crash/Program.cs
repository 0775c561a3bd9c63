using System.Globalization;

namespace Analysis.Storage.Crash;

/// <summary>
/// Stores articles from several tasks until it is killed, and says of each step when it is acknowledged: <c>number step .</c>, a line each.
/// The stop at the end of a line shows that it is whole.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is not [var folder, var prefix, var tasks])
        {
            await Console.Error.WriteLineAsync("Usage: Analysis.Storage.Crash FOLDER PREFIX TASKS");
            return 2;
        }
        SqliteArticleStore opened;
        try
        {
            opened = SqliteArticleStore.Open(folder, TimeProvider.System);
        }
        catch (StoreException fault)
        {
            await Console.Error.WriteLineAsync($"{fault.Fault}: {fault.Message}");
            return 1;
        }
        await using var store = opened;
        int last = -1;
        await Task.WhenAll(Enumerable.Range(0, int.Parse(tasks, CultureInfo.InvariantCulture)).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                int number = Interlocked.Increment(ref last);
                for (int step = 1; step <= CrashWork.Steps(number); step++)
                {
                    await CrashWork.StepAsync(store, prefix, number, step);
                    // One write a line, and the console flushes each.
                    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{number} {step} ."));
                }
            }
        })));
        return 0;
    }
}
