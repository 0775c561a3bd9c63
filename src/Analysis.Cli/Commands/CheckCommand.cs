using System.CommandLine;
using Analysis.Cli.Backends;
using Analysis.Cli.Output;
using Analysis.Mapping;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>check</c>: the findings of rules, as a compiler prints them.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("FILE") { Description = SharedOptions.FileHelp, Arity = ArgumentArity.ZeroOrMore };
        var compare = new Option<bool>("--compare") { Description = "Also compare the files with each other, and add what the rules find between them." };
        Option<string?> published = SharedOptions.Published(), uri = SharedOptions.Address(), data = SharedOptions.Data();
        var (format, offsets, server) = (SharedOptions.Format(), SharedOptions.Offsets(), SharedOptions.Server());
        var command = new Command("check", "Check articles by the rules and print file(line,col): warning ART6001: message. Columns count UTF-16 units from 1.")
        {
            files, compare, published, uri, format, offsets, server, data,
        };
        command.Validators.Add(result =>
        {
            FileArguments.Check(result, files, result.GetValue(compare) ? Limits.MinimumArticles : 1, [published, uri]);
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), parsed.GetValue(data));
            var run = new CheckRun(backend, parsed.GetValue(format) is OutputFormat.Json, parsed.GetValue(offsets), terminal, cancellation);
            var said = new SaidOfFile(parsed.GetValue(published), parsed.GetValue(uri));
            string[] named = parsed.GetValue(files)!;
            int code = await FileArguments.ForEachAsync(named, terminal, (file, output) => run.CheckAsync(file, said, output));
            if (!parsed.GetValue(compare) || run.Checked.Count < named.Length) return code;
            using var output = terminal.OpenWriter();
            return Math.Max(code, await run.CompareAsync(output));
        });
        return command;
    }

    /// <summary>One run over files.</summary>
    private sealed class CheckRun(IAnalysisBackend backend, bool json, PositionEncoding unit, Terminal terminal, CancellationToken cancellation)
    {
        private readonly List<ArticleInput> _articles = [];

        public List<CheckedArticle> Checked { get; } = [];

        public async Task<int> CheckAsync(string file, SaidOfFile said, TextWriter output)
        {
            var article = await ArticleFiles.ReadAsync(file, said, terminal, cancellation);
            var request = new AnalyzeArticleRequest
            {
                Article = article,
                Features = { json ? [Feature.Diagnostics] : (Feature[])[Feature.Diagnostics, Feature.Text] },
                PositionEncoding = json ? unit : PositionEncoding.Utf16,
            };
            var analysis = await backend.AnalyzeAsync(request, cancellation);
            _articles.Add(article);
            Checked.Add(new CheckedArticle(file, new LineMap(analysis.Text)));
            return Write(output, analysis, analysis.Diagnostics, [Checked[^1]]);
        }

        public async Task<int> CompareAsync(TextWriter output)
        {
            var comparison = await backend.CompareAsync(
                new CompareArticlesRequest { Articles = { _articles }, PositionEncoding = json ? unit : PositionEncoding.Utf16 }, cancellation);
            var found = new V1.Comparison
            {
                Engine = comparison.Engine,
                PositionEncoding = comparison.PositionEncoding,
                Articles = { comparison.Articles },
                Diagnostics = { comparison.Diagnostics },
            };
            int code = Write(output, found, found.Diagnostics, Checked);
            output.Flush();
            return code;
        }

        private int Write(TextWriter output, Google.Protobuf.IMessage answer, IEnumerable<Diagnostic> findings, IReadOnlyList<CheckedArticle> articles)
        {
            bool flawed = findings.Any(finding => finding.Severity is Severity.Warning or Severity.Error);
            if (json) output.Write(CanonicalJson.ToIndented(answer));
            else new FindingLines(output, articles, terminal.Color).Write(findings);
            return flawed ? ExitCode.Refused : ExitCode.Done;
        }
    }
}
