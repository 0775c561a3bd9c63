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
        var (format, offsets, byteSpans, server) = (SharedOptions.Format(), SharedOptions.Offsets(), SharedOptions.ByteSpans(), SharedOptions.Server());
        var command = new Command("check", "Check articles by the rules and print file(line,col): warning ART6001: message. Lines are those of the file, columns count UTF-16 units from 1.")
        {
            files, compare, published, uri, format, offsets, byteSpans, server, data,
        };
        command.Validators.Add(result => FileArguments.Check(result, files, result.GetValue(compare) ? Limits.MinimumArticles : 1, [published, uri]));
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), parsed.GetValue(data));
            var run = new CheckRun(backend, parsed.GetValue(format) is OutputFormat.Json, parsed.GetValue(offsets), parsed.GetValue(byteSpans), terminal, cancellation);
            var said = new SaidOfFile(parsed.GetValue(published), parsed.GetValue(uri));
            string[] named = parsed.GetValue(files)!;
            bool together = parsed.GetValue(compare);
            int code = await FileArguments.ForEachAsync(named, terminal, (file, output) => run.CheckAsync(file, said, keep: together, output));
            // One that was refused, and told, cannot be compared; what was found in the others is.
            return together ? ExitCode.Graver(code, await run.CompareAsync(named.Length)) : code;
        });
        return command;
    }

    /// <summary>One run over files.</summary>
    private sealed class CheckRun(IAnalysisBackend backend, bool json, PositionEncoding unit, bool byteSpans, Terminal terminal, CancellationToken cancellation)
    {
        private readonly List<ArticleInput> _articles = [];
        private readonly List<CheckedArticle> _checked = [];
        private readonly List<Finding> _kept = [];

        /// <summary>Checks one file.</summary>
        /// <param name="file">The file.</param>
        /// <param name="said">What the user says of it.</param>
        /// <param name="keep">Whether the findings wait for those of the comparison, to be sorted among them.</param>
        /// <param name="output">Where to.</param>
        public async Task<int> CheckAsync(string file, SaidOfFile said, bool keep, TextWriter output)
        {
            var article = await ArticleFiles.ReadAsync(file, said, terminal, cancellation);
            var request = new AnalyzeArticleRequest
            {
                Article = article,
                Features = { json ? [Feature.Diagnostics] : (Feature[])[Feature.Diagnostics, Feature.Text] },
                PositionEncoding = json ? unit : PositionEncoding.Utf16,
                ByteSpans = !json || byteSpans,
            };
            var analysis = await backend.AnalyzeAsync(request, cancellation);
            var found = new CheckedArticle(_checked.Count, file, new LineMap(article, analysis.Text));
            if (keep)
            {
                _articles.Add(article);
                _checked.Add(found);
            }
            var findings = analysis.Diagnostics.Select(diagnostic => new Finding(diagnostic, [found]));
            if (json) CanonicalJson.WriteIndented(analysis, output);
            else if (keep) _kept.AddRange(findings);
            else new FindingLines(output, terminal.Color).Write(findings);
            return CodeOf(analysis.Diagnostics);
        }

        /// <summary>Compares the files that were checked, where that is all of them, and prints what was found in each and between them.</summary>
        public async Task<int> CompareAsync(int files)
        {
            using var output = terminal.OpenWriter();
            var request = new CompareArticlesRequest { Articles = { _articles }, PositionEncoding = json ? unit : PositionEncoding.Utf16, ByteSpans = !json || byteSpans };
            var comparison = _articles.Count == files ? await backend.CompareAsync(request, cancellation) : new V1.Comparison();
            if (json && _articles.Count == files)
            {
                output.Write(CanonicalJson.ToIndented(new V1.Comparison
                {
                    Engine = comparison.Engine,
                    PositionEncoding = comparison.PositionEncoding,
                    Articles = { comparison.Articles },
                    Diagnostics = { comparison.Diagnostics },
                }));
            }
            if (!json) new FindingLines(output, terminal.Color).Write(_kept.Concat(comparison.Diagnostics.Select(diagnostic => new Finding(diagnostic, _checked))));
            output.Flush();
            return CodeOf(comparison.Diagnostics);
        }

        private static int CodeOf(IEnumerable<Diagnostic> findings) =>
            findings.Any(finding => finding.Severity is Severity.Warning or Severity.Error) ? ExitCode.Found : ExitCode.Done;
    }
}
