using System.CommandLine;
using Analysis.Client.Reports;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>delete</c>: removes a stored article.</summary>
internal static class DeleteCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the article, as articles/a1." };
        var etag = new Option<string?>("--etag") { HelpName = "ETAG", Description = "Only if its latest revision still has this etag, as show prints it." };
        var yes = new Option<bool>("--yes") { Description = "Do not ask; needed where nobody can answer." };
        var (server, data) = (SharedOptions.Server(), SharedOptions.Data());
        var command = new Command("delete", "Delete a stored article with all its revisions. Cannot be undone.") { name, etag, yes, server, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            string given = parsed.GetValue(name)!;
            if (!parsed.GetValue(yes) && !await ConfirmAsync(given, terminal, cancellation)) return ExitCode.Refused;
            await using var backend = SharedOptions.Open(parsed.GetValue(server), parsed.GetValue(data));
            await backend.DeleteAsync(new DeleteArticleRequest { Name = given, Etag = parsed.GetValue(etag) ?? "" }, cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<bool> ConfirmAsync(string name, Terminal terminal, CancellationToken cancellation)
    {
        if (!terminal.InputIsTerminal || !terminal.ErrorsIsTerminal)
            throw new CommandException(ExitCode.WrongCommandLine, $"Nobody can be asked whether to delete {name}. Say --yes.");
        await terminal.Errors.WriteAsync($"Delete {ReportPage.Clean(name)} with all its revisions? This cannot be undone. [y/N] ");
        using var answers = new StreamReader(terminal.Input, leaveOpen: true);
        string? answer = await answers.ReadLineAsync(cancellation).AsTask().WaitAsync(cancellation);
        if (answer?.Trim().ToUpperInvariant() is "Y" or "YES") return true;
        await terminal.Errors.WriteLineAsync("analysis: Nothing was deleted.");
        return false;
    }
}
