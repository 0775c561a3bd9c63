using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Reflection;
using Analysis.Cli.Commands;
using Analysis.Mapping;

namespace Analysis.Cli;

/// <summary>The whole program but for its process: commands, and how each run ends.</summary>
/// <param name="terminal">What the run has around it.</param>
internal sealed class CommandLine(Terminal terminal)
{
    private const string Name = "analysis";

    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line without the program.</param>
    /// <param name="interrupt">Ends the work early.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken interrupt)
    {
        try
        {
            var parsed = CommandLineParser.Parse(Root(), args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
            if (parsed.Action is ParseErrorAction or null && parsed.Errors.Count > 0) return Report(parsed);
            using var output = terminal.OpenWriter();
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = output, Error = terminal.Errors }, interrupt);
        }
        catch (CommandException failure)
        {
            return Report(failure.Code, failure.Message);
        }
        catch (FileException failure)
        {
            return Report(ExitCode.Surroundings, failure.Message);
        }
        catch (CallException failure)
        {
            return Report(ExitCode.Of(failure.Reason), $"{FieldWords.Rewrite(failure.Message, failure.Field)} ({failure.Reason.ToWord()})");
        }
        catch (OutputClosedException)
        {
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return Report(ExitCode.Interrupted, "Interrupted.");
        }
    }

    private Command Root()
    {
        var root = new Command(Name, "Compares what news articles claim, with the exact words as evidence. No language model, no network; it never says what is true.")
        {
            CompareCommand.Create(terminal),
            AnalyzeCommand.Create(terminal),
            PassagesCommand.Create(terminal),
            CheckCommand.Create(terminal),
            RulesCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            IngestCommand.Create(terminal),
            ListCommand.Create(terminal),
            ShowCommand.Create(terminal),
            DeleteCommand.Create(terminal),
        };
        var help = new HelpOption { Description = "Show this help." };
        help.Action = new HelpPage((HelpAction)help.Action!);
        root.Add(help);
        root.Add(new VersionOption { Description = "Show the version.", Action = new VersionLine() });
        return root;
    }

    private int Report(ParseResult parsed)
    {
        string command = parsed.CommandResult.Command.Name is Name ? Name : $"{Name} {parsed.CommandResult.Command.Name}";
        // Of a wrong command word the parser says two things, the second of which names it.
        return Report(ExitCode.WrongCommandLine, $"{parsed.Errors[^1].Message} See {command} --help.");
    }

    private int Report(int code, string message)
    {
        terminal.Errors.WriteLine($"{Name}: {message.ReplaceLineEndings(" ")}");
        return code;
    }

    /// <summary>The version, which the library would take from the program that hosts it.</summary>
    private sealed class VersionLine : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            // Without the revision that the build appends behind a plus sign.
            string version = typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
            parseResult.InvocationConfiguration.Output.WriteLine(version);
            return ExitCode.Done;
        }
    }

    /// <summary>Help in the width of a page, with the exit codes under it, and dots behind what may be said several times.</summary>
    private sealed class HelpPage(HelpAction usual) : SynchronousCommandLineAction
    {
        private const int Width = 100;

        public override int Invoke(ParseResult parseResult)
        {
            usual.MaxWidth = Width;
            var output = parseResult.InvocationConfiguration.Output;
            using var page = new StringWriter { NewLine = output.NewLine };
            parseResult.InvocationConfiguration.Output = page;
            usual.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            // In the list of commands, which alone leaves so much room behind them; the library puts dots into the usage only.
            output.Write(page.ToString().Replace("<FILE>   ", "<FILE>...", StringComparison.Ordinal).Replace("<PATH>   ", "<PATH>...", StringComparison.Ordinal));
            output.WriteLine(ExitCode.Help);
            return ExitCode.Done;
        }
    }
}
