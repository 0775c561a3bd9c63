using System.CommandLine;
using Analysis.Cli.Batch;
using Analysis.Client.Reports;
using Analysis.Mapping;
using Spectre.Console;

namespace Analysis.Cli.Commands;

/// <summary><c>ingest</c>: stores articles.</summary>
internal static class IngestCommand
{
    private const int NameColumn = 57;

    // Shorter work needs no bar.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files; folders, of which every *.txt is taken, at any depth, links apart; .jsonl files of records as analyze takes them.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> published = SharedOptions.Published(), uri = SharedOptions.Address(), data = SharedOptions.Data();
        var (format, jsonl, server) = (SharedOptions.Format(), SharedOptions.Jsonl(), SharedOptions.Server());
        jsonl.Description = "Read records as analyze takes them from standard input, one a line.";
        var command = new Command(
            "ingest",
            "Store articles. An article is known by its id, else by its address, else by its bytes: storing it again changes nothing, unless it differs.")
        {
            paths, published, uri, format, jsonl, server, data,
        };
        command.Validators.Add(result => FileArguments.Check(result, paths, least: 1, [published, uri], jsonl));
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), parsed.GetValue(data));
            var said = new SaidOfFile(parsed.GetValue(published), parsed.GetValue(uri));
            var sources = parsed.GetValue(jsonl) ? IngestSources.Records(ArticleFiles.StandardInput, terminal.Input) : IngestSources.Of(parsed.GetValue(paths)!, said, terminal);
            using var output = terminal.OpenWriter();
            bool json = parsed.GetValue(format) is OutputFormat.Json;
            int code = ExitCode.Done;
            await WithProgressAsync(terminal, advance => new IngestRun(backend).RunAsync(
                sources,
                (result, more) =>
                {
                    if (result.Refusal is { } refusal)
                    {
                        output.Flush();
                        code = ExitCode.Refused;
                        terminal.Errors.WriteLine($"analysis: {result.Source.Label}: {Rewrite(result, refusal).ReplaceLineEndings(" ")} ({refusal.Reason.ToWord()})");
                    }
                    else
                    {
                        output.Write(json ? CanonicalJson.ToLine(result.Article!) : Line(result));
                    }
                    if (!more) output.Flush();
                    advance();
                },
                cancellation));
            output.Flush();
            return code;
        });
        return command;
    }

    private static string Rewrite(IngestResult result, CallException refusal) =>
        result.Source.IsRecord ? RecordPath.Rewrite(refusal.Message, refusal.Field) : FieldWords.Rewrite(refusal.Message, refusal.Field);

    private static string Line(IngestResult result)
    {
        string state = result.State switch { IngestState.New => "new", IngestState.Revised => "new revision", _ => "unchanged" };
        return FormattableString.Invariant($"{result.Article!.Name,-NameColumn}  revision {result.Article.Revision}  {state,-12}  {ReportPage.Clean(result.Source.Label)}\n");
    }

    // Where people see the lines themselves, a bar would only stand among them.
    private static async Task WithProgressAsync(Terminal terminal, Func<Action, Task> work)
    {
        int done = 0;
        var running = work(() => Interlocked.Increment(ref done));
        if (!terminal.ErrorsIsTerminal || terminal.OutputIsTerminal || await Task.WhenAny(running, Task.Delay(Patience)) == running)
        {
            await running;
            return;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Errors),
            Interactive = InteractionSupport.Yes,
            Ansi = terminal.NoColor ? AnsiSupport.No : AnsiSupport.Yes,
            ColorSystem = terminal.NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Standard,
        });
        await console.Progress()
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                // How many there are is not known before the last is read.
                var bar = context.AddTask("0 articles", autoStart: true).IsIndeterminate();
                while (!running.IsCompleted)
                {
                    bar.Description = FormattableString.Invariant($"{Volatile.Read(ref done):#,0} articles");
                    await Task.WhenAny(running, Task.Delay(Patience / 4));
                }
            });
        await running;
    }
}
