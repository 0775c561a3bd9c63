using System.CommandLine;
using Analysis.Cli.Backends;
using Analysis.Cli.Batch;
using Analysis.Client;
using Analysis.Client.Reports;
using Analysis.Mapping;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>compare</c>: what articles share, where they differ, what only one says.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = SharedOptions.FileHelp, Arity = ArgumentArity.ZeroOrMore };
        var (format, offsets, byteSpans, jsonl, threads, server, data) = (
            SharedOptions.Format(), SharedOptions.Offsets(), SharedOptions.ByteSpans(), SharedOptions.Jsonl(), SharedOptions.Threads(), SharedOptions.Server(), SharedOptions.Data());
        var command = new Command("compare", "Compare two or more articles: what they share, where they differ, what only one of them says.")
        {
            files, format, offsets, byteSpans, jsonl, threads, server, data,
        };
        command.Validators.Add(result => FileArguments.Check(result, files, least: 2, [], jsonl, [format]));
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), parsed.GetValue(data), parsed.GetValue(jsonl) ? 1 : null);
            var (unit, bytes) = (parsed.GetValue(offsets), parsed.GetValue(byteSpans));
            if (parsed.GetValue(jsonl))
            {
                return await new BatchRun(terminal, parsed.GetValue(threads) ?? Environment.ProcessorCount).RunAsync(
                    async (record, end) => await backend.CompareAsync(RecordRequests.Compare(record, unit, bytes), end), cancellation);
            }

            var articles = new List<ArticleInput>();
            foreach (string file in parsed.GetValue(files)!)
            {
                try
                {
                    articles.Add(await ArticleFiles.ReadAsync(file, default, terminal, cancellation));
                }
                catch (CallException refusal)
                {
                    throw new CallException(refusal.Reason, ArticleFiles.Explain(file, refusal), cause: refusal);
                }
            }
            using var output = terminal.OpenWriter();
            try
            {
                if (parsed.GetValue(format) is OutputFormat.Json)
                    CanonicalJson.WriteIndented(await backend.CompareAsync(new CompareArticlesRequest { Articles = { articles }, PositionEncoding = unit, ByteSpans = bytes }, cancellation), output);
                else
                    ComparisonReport.Write(output, await CompareAsync(backend, articles, cancellation), new ReportOptions(terminal.Width, terminal.Color));
            }
            catch (CallException refusal) when (FieldWords.ArticleOf(refusal.Field) is var article and >= 0)
            {
                string file = parsed.GetValue(files)![article];
                throw new CallException(refusal.Reason, ArticleFiles.Explain(file, refusal), cause: refusal);
            }
            output.Flush();
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Compares articles and fetches the texts that the answer points into.</summary>
    internal static async Task<ComparedArticles> CompareAsync(IAnalysisBackend backend, IReadOnlyList<ArticleInput> articles, CancellationToken cancellation)
    {
        var comparison = await backend.CompareAsync(new CompareArticlesRequest { Articles = { articles }, PositionEncoding = PositionEncoding.Utf16 }, cancellation);
        var analyses = new List<ArticleAnalysis>(articles.Count);
        foreach (var (i, article) in articles.Index())
        {
            // Of a stored article the revision that was compared, whatever is stored in the meantime.
            var compared = comparison.Articles[i].Name is { Length: > 0 } revision ? new ArticleInput { Name = revision } : article;
            analyses.Add(await backend.AnalyzeAsync(
                new AnalyzeArticleRequest { Article = compared, Features = { ComparisonClient.Features }, PositionEncoding = PositionEncoding.Utf16 }, cancellation));
        }
        return new ComparedArticles(comparison, analyses);
    }
}
