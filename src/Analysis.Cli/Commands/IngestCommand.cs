using System.CommandLine;
using Analysis.Cli.Batch;
using Analysis.Cli.Output;
using Analysis.Client.Reports;
using Analysis.Mapping;

namespace Analysis.Cli.Commands;

/// <summary><c>ingest</c>: stores articles.</summary>
internal static class IngestCommand
{
    private const int NameColumn = 57;

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files; folders, of which every .txt, .html, .htm, .xhtml, .jsonld, .rss and .atom is taken, at any depth, links apart; .jsonl files of records as analyze takes them.",
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
            await RunProgress.ShowAsync(terminal, "articles", total: null, advance => new IngestRun(backend).RunAsync(
                sources,
                (result, more) =>
                {
                    if (result.Refusal is { } refusal)
                    {
                        output.Flush();
                        code = ExitCode.Graver(code, refusal is CallException ? ExitCode.Refused : ExitCode.Surroundings);
                        terminal.Errors.WriteLine($"analysis: {Explain(result.Source, refusal).ReplaceLineEndings(" ")}");
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

    private static string Explain(IngestSource source, Exception refusal)
    {
        if (refusal is not CallException call) return refusal.Message;
        string message = source.IsRecord ? RecordPath.Rewrite(call.Message, call.Field) : FieldWords.Rewrite(call.Message, call.Field);
        return $"{source.Label}: {message} ({call.Reason.ToWord()})";
    }

    private static string Line(IngestResult result)
    {
        string state = result.State switch { IngestState.New => "new", IngestState.Revised => "new revision", _ => "unchanged" };
        return FormattableString.Invariant($"{result.Article!.Name,-NameColumn}  revision {result.Article.Revision}  {state,-12}  {ReportPage.Clean(result.Source.Label)}\n");
    }
}
