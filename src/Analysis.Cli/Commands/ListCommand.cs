using System.CommandLine;
using System.Globalization;
using Analysis.Cli.Backends;
using Analysis.Client.Reports;
using Analysis.Mapping;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>list</c>: the stored articles.</summary>
internal static class ListCommand
{
    // A page is in memory at once, and is what columns are aligned over.
    private const int PageSize = 1000;

    public static Command Create(Terminal terminal)
    {
        var host = new Option<string?>("--host") { HelpName = "HOST", Description = "Only articles whose address has this host, as example.org." };
        var limit = new Option<int?>("--limit") { HelpName = "N", Description = "No more than so many." };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1) result.AddError("--limit takes a number from 1.");
        });
        var (format, server, data) = (SharedOptions.Format(), SharedOptions.Server(), SharedOptions.Data());
        var command = new Command("list", "List the stored articles in the order in which they were first stored.") { host, limit, format, server, data };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), parsed.GetValue(data));
            using var output = terminal.OpenWriter();
            var page = new ReportPage(output, terminal.Width, terminal.Color);
            await foreach (var articles in PagesAsync(backend, parsed.GetValue(host) ?? "", parsed.GetValue(limit) ?? int.MaxValue, cancellation))
            {
                if (parsed.GetValue(format) is OutputFormat.Json)
                    foreach (var article in articles) output.Write(CanonicalJson.ToLine(article));
                else page.Table(0, [.. articles.Select(Row)], WidestName);
                output.Flush();
            }
            return ExitCode.Done;
        });
        return command;
    }

    private const int WidestName = 80;

    private static async IAsyncEnumerable<IReadOnlyList<Article>> PagesAsync(
        IAnalysisBackend backend, string host, int limit, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListArticlesRequest { Host = host };
        do
        {
            request.PageSize = Math.Min(PageSize, limit);
            var answer = await backend.ListAsync(request, cancellation);
            yield return answer.Articles;
            limit -= answer.Articles.Count;
            request.PageToken = answer.NextPageToken;
        }
        while (request.PageToken.Length > 0 && limit > 0);
    }

    private static string[] Row(Article article) =>
    [
        article.Name,
        string.Create(CultureInfo.InvariantCulture, $"revision {article.Revision}"),
        Size(article.SizeBytes),
        article.RevisionCreateTime,
        article.Published.Length > 0 ? article.Published : "no date",
        article.Damaged ? "DAMAGED " + article.Uri : article.Uri,
    ];

    /// <summary>A number of bytes for people.</summary>
    public static string Size(ulong bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes:#,0} {(bytes == 1 ? "byte" : "bytes")}");
}
