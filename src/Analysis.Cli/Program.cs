using System.Runtime.InteropServices;

namespace Analysis.Cli;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        using var interrupt = new CancellationTokenSource();
        // The first Ctrl+C ends the work in order, the second at once.
        using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
        {
            context.Cancel = !interrupt.IsCancellationRequested;
            interrupt.Cancel();
        });
        return await new CommandLine(Terminal.OfProcess()).RunAsync(args, interrupt.Token);
    }
}
