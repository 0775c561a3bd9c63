using System.CommandLine;
using System.Globalization;
using System.Text;
using Analysis.Cli.Backends;
using Analysis.Client.Reports;
using Analysis.Mapping;
using Analysis.Syntax;
using Analysis.V1;

namespace Analysis.Cli.Commands;

/// <summary><c>show</c>: a stored article.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal)
    {
        var name = new Argument<string>("NAME") { Description = "Name of the article or of one of its revisions, as articles/a1 or articles/a1/revisions/2." };
        var revisions = new Option<bool>("--revisions") { Description = "List the revisions of the article instead, oldest first." };
        var content = new Option<bool>("--content") { Description = "Write the content instead, exactly the bytes that are stored, and nothing else." };
        var (format, server, data) = (SharedOptions.Format(), SharedOptions.Server(), SharedOptions.Data());
        var command = new Command("show", "Show what is known of a stored article, and its text.") { name, revisions, content, format, server, data };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(content)) return;
            if (result.GetValue(revisions)) result.AddError("--content and --revisions exclude each other. Leave one out.");
            if (result.GetResult(format) is { Implicit: false }) result.AddError("--content writes what is stored as it is. Leave --format out.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var backend = SharedOptions.Open(parsed.GetValue(server), parsed.GetValue(data));
            if (parsed.GetValue(content)) return await WriteContentAsync(backend, parsed.GetValue(name)!, terminal, cancellation);
            using var output = terminal.OpenWriter();
            bool json = parsed.GetValue(format) is OutputFormat.Json;
            if (parsed.GetValue(revisions)) await WriteRevisionsAsync(backend, parsed.GetValue(name)!, json, output, terminal, cancellation);
            else
            {
                var article = await backend.GetAsync(new GetArticleRequest { Name = parsed.GetValue(name), View = ArticleView.Full }, cancellation);
                if (json) output.Write(CanonicalJson.ToIndented(article));
                else Write(article, output, terminal);
            }
            output.Flush();
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> WriteContentAsync(IAnalysisBackend backend, string name, Terminal terminal, CancellationToken cancellation)
    {
        var article = await backend.GetAsync(new GetArticleRequest { Name = name, View = ArticleView.Full }, cancellation);
        // Text came as characters and is stored as UTF-8; tokens are stored as their text.
        byte[] bytes = article.Content is { } content
            ? content.ContentCase is InlineArticle.ContentOneofCase.Raw ? content.Raw.ToByteArray() : Encoding.UTF8.GetBytes(StoredText(content))
            : throw new CallException(ErrorReason.StorageDamaged, $"The content of {article.RevisionName} is damaged and is not given out.");
        using var output = new OutputStream(terminal.Output);
        output.Write(bytes);
        output.Flush();
        return ExitCode.Done;
    }

    private static void Write(Article article, TextWriter output, Terminal terminal)
    {
        var page = new ReportPage(output, terminal.Width, terminal.Color);
        (string Label, string Value)[] known =
        [
            ("name", article.Name),
            ("revision", string.Create(CultureInfo.InvariantCulture, $"{article.Revision}")),
            ("etag", article.Etag),
            ("size", ListCommand.Size(article.SizeBytes)),
            ("media type", article.MediaType),
            ("address", article.Uri),
            ("published", article.Published),
            ("first stored", article.CreateTime),
            ("stored", article.RevisionCreateTime),
        ];
        page.Table(0, [.. known.Where(entry => entry.Value.Length > 0).Select(entry => new[] { entry.Label, entry.Value })]);
        output.WriteLine();
        string text = article.Content is { } content ? ReadableText(content) : "";
        // On a terminal line by line, so that an article cannot steer it; into a pipe as it is.
        output.Write(terminal.OutputIsTerminal ? string.Join('\n', text.Split('\n').Select(ReportPage.Clean)) : text);
        if (!text.EndsWith('\n')) output.WriteLine();
    }

    /// <summary>What a reader reads: the characters in their charset, of a page without its markup.</summary>
    private static string ReadableText(InlineArticle inline)
    {
        var content = ArticleFiles.Decode(inline);
        return content.Format is DocumentFormat.PlainText ? content.Page.Text : ArticleFiles.Calling(() => content.ToTree(LocalBackend.Limits)).Text.Text;
    }

    private static string StoredText(InlineArticle content) => content.ContentCase switch
    {
        InlineArticle.ContentOneofCase.Text => content.Text,
        InlineArticle.ContentOneofCase.Pretokenized => string.Join('\n', content.Pretokenized.Sentences.Select(sentence => string.Join(' ', sentence.Forms))),
        _ => "",
    };

    private static async Task WriteRevisionsAsync(
        IAnalysisBackend backend, string name, bool json, TextWriter output, Terminal terminal, CancellationToken cancellation)
    {
        var page = new ReportPage(output, terminal.Width, terminal.Color);
        var request = new ListArticleRevisionsRequest { Name = name };
        do
        {
            var answer = await backend.ListAsync(request, cancellation);
            if (json)
                foreach (var revision in answer.Revisions) output.Write(CanonicalJson.ToLine(revision));
            else
                page.Table(0, [.. answer.Revisions.Select(Row)], widest: 100);
            request.PageToken = answer.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    private static string[] Row(Article revision) => [revision.RevisionName, ListCommand.Size(revision.SizeBytes), revision.RevisionCreateTime, revision.Etag];
}
