using System.CommandLine;
using Analysis.Cli.Output;
using Analysis.Mapping;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>explain</c>: the page of a rule.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("RULE") { Description = "Id of the rule, as ART6001." };
        var (format, server) = (SharedOptions.Format(), SharedOptions.Server());
        var command = new Command("explain", "Explain a rule: why it matters, what is flagged, what is not, what is known to be missed.") { id, format, server };
        id.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>())) result.AddError("RULE is empty. Name one, as ART6001.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), data: null);
            string given = parsed.GetValue(id)!;
            Rule rule;
            try
            {
                rule = await backend.GetAsync(new GetRuleRequest { Name = $"rules/{given.ToUpperInvariant()}" }, cancellation);
            }
            catch (CallException refusal) when (refusal.Reason is ErrorReason.RuleNotFound or ErrorReason.InvalidName)
            {
                var known = await RulesCommand.ListAsync(backend, cancellation);
                string[] near = [.. NearestWords.Of(given, known.Select(rule => rule.Id))];
                string remedy = near.Length > 0 ? $"Perhaps {string.Join(" or ", near)}; " : "";
                throw new CallException(ErrorReason.RuleNotFound, $"There is no rule {Excerpt(given)}. {remedy}\"analysis rules\" lists all.", refusal.Field, refusal);
            }
            using var output = terminal.OpenWriter();
            if (parsed.GetValue(format) is OutputFormat.Json) output.Write(CanonicalJson.ToIndented(rule));
            else MarkdownPage.Write(output, rule.Documentation, terminal.Color);
            output.Flush();
            return ExitCode.Done;
        });
        return command;
    }

    private static string Excerpt(string given) => given.Length <= Limits.ExcerptCharacters ? given : given[..Limits.ExcerptCharacters] + "…";
}
