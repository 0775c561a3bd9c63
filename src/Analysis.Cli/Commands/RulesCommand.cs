using System.CommandLine;
using Analysis.Cli.Backends;
using Analysis.Client.Reports;
using Analysis.Mapping;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>rules</c>: by which rules articles are checked.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var (format, server) = (SharedOptions.Format(), SharedOptions.Server());
        var command = new Command("rules", "List the rules by which articles are checked.") { format, server };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), data: null);
            var rules = await ListAsync(backend, cancellation);
            using var output = terminal.OpenWriter();
            if (parsed.GetValue(format) is OutputFormat.Json)
            {
                foreach (var rule in rules) output.Write(CanonicalJson.ToIndented(rule));
            }
            else
            {
                new ReportPage(output, terminal.Width, terminal.Color).Table(0, [.. rules.Select(Row)]);
            }
            output.Flush();
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>All rules, by id.</summary>
    public static async Task<List<Rule>> ListAsync(IAnalysisBackend backend, CancellationToken cancellation)
    {
        var rules = new List<Rule>();
        var request = new ListRulesRequest();
        do
        {
            var page = await backend.ListAsync(request, cancellation);
            rules.AddRange(page.Rules);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return rules;
    }

    private static string[] Row(Rule rule) =>
        [rule.Id, rule.Enabled ? Wording.Severity(rule.Severity) : "off", rule.Category.ToString().ToLowerInvariant(), rule.Title];
}
