using System.Text;
using Analysis.Cli;

namespace Analysis.Server.Tests.Cli;

/// <summary>What the program says of itself.</summary>
public class HelpTests
{
    [Fact]
    public async Task Help_OfEveryCommand()
    {
        string[] commands = ["", "compare", "analyze", "passages", "check", "rules", "explain", "ingest", "list", "show", "delete"];
        var pages = new StringBuilder();
        foreach (string command in commands)
        {
            var run = await CommandRun.Of([.. command.Length > 0 ? [command] : Array.Empty<string>(), "--help"]);
            Assert.Equal((0, ""), (run.ExitCode, run.Errors));
            // The exit codes stand under every page; here once.
            Assert.EndsWith(ExitCode.Help + "\n", run.Output, StringComparison.Ordinal);
            string page = command.Length > 0 ? run.Output.Replace(ExitCode.Help, "", StringComparison.Ordinal) : run.Output;
            pages.Append(page.TrimEnd()).Append("\n\n").Append('=', 100).Append("\n\n");
        }
        await Verifier.Verify(pages.ToString());
    }

    [Fact]
    public async Task Version_IsTheOneOfAnswers()
    {
        var run = await CommandRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(Engines.Version, run.Output, StringComparison.Ordinal);
    }

    private static class Engines
    {
        public static string Version { get; } = Mapping.EngineIdentity.Of(Language.TrainedParser.Default).Version;
    }
}
