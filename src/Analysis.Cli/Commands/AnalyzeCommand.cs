using System.CommandLine;
using System.CommandLine.Parsing;
using Analysis.Cli.Backends;
using Analysis.Cli.Batch;
using Analysis.Client.Reports;
using Analysis.Mapping;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>analyze</c>: what is in an article.</summary>
internal static class AnalyzeCommand
{
    private static readonly (string Word, Feature Feature)[] FeatureWords =
    [
        ("text", Feature.Text), ("structure", Feature.Structure), ("tokens", Feature.Tokens), ("entities", Feature.Entities), ("quantities", Feature.Quantities),
        ("dates", Feature.Dates), ("quotes", Feature.Quotes), ("claims", Feature.Claims), ("diagnostics", Feature.Diagnostics),
    ];

    private static readonly Feature[] UsualFeatures = [.. FeatureWords.Select(word => word.Feature).Where(feature => feature is not (Feature.Text or Feature.Tokens))];

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = SharedOptions.FileHelp, Arity = ArgumentArity.ZeroOrMore };
        var features = new Option<Feature[]>("--features")
        {
            HelpName = "LIST",
            Description = $"What to print, by commas: {string.Join(", ", FeatureWords.Select(word => word.Word))}. The usual is all but text and tokens.",
            CustomParser = ReadFeatures,
        };
        Option<string?> published = SharedOptions.Published(), uri = SharedOptions.Address(), data = SharedOptions.Data();
        var format = SharedOptions.Choice(
            "--format", "How to print: text for people, json for programs, conllu for tools that read tags and trees of Universal Dependencies; the last in this process only.",
            ("text", OutputFormat.Text), ("json", OutputFormat.Json), (ConlluFiles.FormatWord, OutputFormat.Conllu));
        var tokenized = new Option<bool>("--tokenized")
        {
            Description = "With --format conllu: tokens and sentences are decided. FILE is CoNLL-U, of which words, ranges, spaces and comments are kept, or has one sentence a line "
                + "with blanks between its tokens.",
        };
        var (offsets, byteSpans, jsonl, threads, server) = (SharedOptions.Offsets(), SharedOptions.ByteSpans(), SharedOptions.Jsonl(), SharedOptions.Threads(), SharedOptions.Server());
        var command = new Command("analyze", "Say what is in each article: metadata, names, figures, dates, quotations, claims, findings.")
        {
            files, features, published, uri, format, tokenized, offsets, byteSpans, jsonl, threads, server, data,
        };
        command.Validators.Add(result => FileArguments.Check(result, files, least: 1, [published, uri], jsonl, [format, tokenized]));
        command.Validators.Add(result => ConlluFiles.Check(result, format, tokenized, [features, published, uri, offsets], server));
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), parsed.GetValue(data), parsed.GetValue(jsonl) ? 1 : null);
            var chosen = parsed.GetValue(features) is { Length: > 0 } asked ? asked : UsualFeatures;
            var (unit, bytes) = (parsed.GetValue(offsets), parsed.GetValue(byteSpans));
            if (parsed.GetValue(jsonl)) return await RunBatchAsync(backend, terminal, parsed.GetValue(threads) ?? Environment.ProcessorCount, chosen, unit, bytes, cancellation);

            if (parsed.GetValue(format) is OutputFormat.Conllu)
            {
                bool given = parsed.GetValue(tokenized);
                return await FileArguments.ForEachAsync(
                    parsed.GetValue(files)!, terminal, (file, output) => ConlluFiles.WriteAsync(backend, file, given, terminal, output, cancellation));
            }
            var said = new SaidOfFile(parsed.GetValue(published), parsed.GetValue(uri));
            return await FileArguments.ForEachAsync(parsed.GetValue(files)!, terminal, async (file, output) =>
            {
                var article = await ArticleFiles.ReadAsync(file, said, terminal, cancellation);
                if (parsed.GetValue(format) is OutputFormat.Json)
                    CanonicalJson.WriteIndented(await backend.AnalyzeAsync(new() { Article = article, Features = { chosen }, PositionEncoding = unit, ByteSpans = bytes }, cancellation), output);
                else
                    await WriteReportAsync(backend, article, chosen, output, terminal, cancellation);
                return ExitCode.Done;
            });
        });
        return command;
    }

    private static Task<int> RunBatchAsync(
        IAnalysisBackend backend, Terminal terminal, int threads, Feature[] features, PositionEncoding unit, bool bytes, CancellationToken cancellation) =>
        new BatchRun(terminal, threads).RunAsync(
            async (record, end) =>
            {
                var analysis = await backend.AnalyzeAsync(RecordRequests.Analyze(record, features, unit, bytes), end);
                analysis.Id = RecordRequests.Id(record);
                return analysis;
            },
            cancellation);

    private static async Task WriteReportAsync(
        IAnalysisBackend backend, ArticleInput article, Feature[] features, TextWriter output, Terminal terminal, CancellationToken cancellation)
    {
        var request = new AnalyzeArticleRequest { Article = article, Features = { features.Union(AnalysisReport.Needs) }, PositionEncoding = PositionEncoding.Utf16 };
        AnalysisReport.Write(output, await backend.AnalyzeAsync(request, cancellation), features.ToHashSet(), new ReportOptions(terminal.Width, terminal.Color));
    }

    private static Feature[] ReadFeatures(ArgumentResult result)
    {
        var chosen = new List<Feature>();
        foreach (string word in result.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries))
        {
            var feature = FeatureWords.FirstOrDefault(known => known.Word == word).Feature;
            if (feature is Feature.Unspecified)
            {
                result.AddError($"--features holds \"{word}\"; it may hold {string.Join(", ", FeatureWords.Select(known => known.Word))}.");
                return [];
            }
            chosen.Add(feature);
        }
        return [.. chosen.Distinct()];
    }
}
