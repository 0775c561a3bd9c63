using Spectre.Console;

namespace Analysis.Cli.Output;

/// <summary>Shows on standard error how far a long run is, where people look at it and see nothing of the output.</summary>
internal static class RunProgress
{
    // Shorter work needs no bar.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Does the work, and shows how far it is. Where people see the output itself, a bar would only stand among it.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="things">What is counted, as "articles".</param>
    /// <param name="total">How many there are; null where that is not known before the last is read.</param>
    /// <param name="work">The work; calls what it is given once for each that is done.</param>
    public static async Task ShowAsync(Terminal terminal, string things, int? total, Func<Action, Task> work)
    {
        int done = 0;
        if (!terminal.ErrorsIsTerminal || terminal.OutputIsTerminal || total is 1)
        {
            await work(() => Interlocked.Increment(ref done));
            return;
        }
        // Elsewhere than here, for work may compute before it waits for the first time.
        var running = Task.Run(() => work(() => Interlocked.Increment(ref done)));
        if (await Task.WhenAny(running, Task.Delay(Patience)) != running) await ShowAsync(terminal, things, total, running, () => Volatile.Read(ref done));
        await running;
    }

    private static Task ShowAsync(Terminal terminal, string things, int? total, Task running, Func<int> done)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Errors),
            Interactive = InteractionSupport.Yes,
            Ansi = terminal.NoColor ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = terminal.NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
        });
        ProgressColumn[] columns = total is null
            ? [new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn()]
            : [new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn()];
        return console.Progress().Columns(columns).StartAsync(async context =>
        {
            var bar = context.AddTask(Words(0), autoStart: true, maxValue: total ?? 1);
            bar.IsIndeterminate = total is null;
            while (!running.IsCompleted)
            {
                int count = done();
                bar.Description = Words(count);
                if (total is not null) bar.Value = count;
                await Task.WhenAny(running, Task.Delay(Patience / 4));
            }
            bar.Description = Words(done());
        });

        string Words(int count) => total is null
            ? FormattableString.Invariant($"{count:#,0} {things}")
            : FormattableString.Invariant($"{count:#,0} of {total:#,0} {things}");
    }
}
