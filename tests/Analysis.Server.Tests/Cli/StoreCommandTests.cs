using System.Text;

namespace Analysis.Server.Tests.Cli;

/// <summary>The commands on stored articles.</summary>
public sealed class StoreCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new(), _files = new();

    public void Dispose()
    {
        _folder.Dispose();
        _files.Dispose();
    }

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.Of([.. arguments, "--data", _folder.Path]);

    private Task<CommandRun> IngestAsync(string records) => CommandRun.WithInput(records, "ingest", "--jsonl", "--data", _folder.Path);

    [Fact]
    public async Task Ingest_TakesFoldersInOrdinalOrderAndRecords()
    {
        _files.Write("b.txt", "B sank.");
        _files.Write("a/z.txt", "Z sank.");
        _files.Write("a/B.TXT", "Large B sank.");
        _files.Write("a/notes.md", "Not an article.");
        string records = _files.Write("records.jsonl", "{\"id\":\"r1\",\"text\":\"R sank.\"}\n");

        var run = await RunAsync("ingest", _files.Path, records, _files.Path + "/a/notes.md");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["a/B.TXT", "a/z.txt", "b.txt", "records.jsonl:1", "a/notes.md"], Columns(run).Select(line => Path.GetRelativePath(_files.Path, line[^1]).Replace('\\', '/')));
        Assert.All(Columns(run), line => Assert.Equal(["revision 1", "new"], line[1..3]));
        Assert.Equal(Columns(run).Select(line => line[0]), Columns(await RunAsync("list")).Select(line => line[0]));
    }

    [Fact]
    public async Task Ingest_AgainChangesNothing()
    {
        const string Records = """{"id":"a","text":"It sank."}""" + "\n" + """{"text":"It sailed.","uri":"https://example.org/1?utm_source=x"}""";
        await IngestAsync(Records);

        var again = await IngestAsync(Records);

        Assert.Equal(["unchanged", "unchanged"], Columns(again).Select(line => line[2]));
    }

    [Fact]
    public async Task Ingest_OfOneArticleSeveralTimesKeepsTheOrder()
    {
        var run = await IngestAsync(string.Concat(Enumerable.Range(0, 40).Select(i => $"{{\"id\":\"a\",\"text\":\"State {i / 2}.\"}}\n")));

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"revision {i / 2 + 1}"), Columns(run).Select(line => line[1]));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => i == 0 ? "new" : i % 2 == 0 ? "new revision" : "unchanged"), Columns(run).Select(line => line[2]));
        Assert.EndsWith("\n\nState 19.\n", (await RunAsync("show", "articles/a")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_GoesOnAfterARefusedArticle()
    {
        var run = await IngestAsync("{\"id\":\"a b\",\"text\":\"x\"}\n{\"id\":\"ok\",\"text\":\"x\"}\n{\"text\":7}\n{\"name\":\"articles/ok\"}\n");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal(["articles/ok"], Columns(run).Select(line => line[0]));
        Assert.Equal(
            """
            analysis: -:1: The field id holds "a b", which cannot stand in a name. Use 1 to 63 of the characters A-Z a-z 0-9 - _ . ~, the first a letter or a digit. (INVALID_ARTICLE_ID)
            analysis: -:3: The field text holds a number. It takes a string. (INVALID_RECORD)
            analysis: -:4: The field name names an article that is stored already. Send a new one. (INVALID_RECORD)

            """.ReplaceLineEndings("\n"),
            run.Errors);
    }

    [Fact]
    public async Task Ingest_OfManyIsListedInTheirOrder()
    {
        const int Many = 2300;
        await IngestAsync(string.Concat(Enumerable.Range(0, Many).Select(i => $"{{\"id\":\"n{i}\",\"text\":\"It sank.\",\"uri\":\"https://h{i % 2}.example.org/{i}\"}}\n")));

        Assert.Equal(Enumerable.Range(0, Many).Select(i => $"articles/n{i}"), Columns(await RunAsync("list")).Select(line => line[0]));
        Assert.Equal(1500, Columns(await RunAsync("list", "--limit", "1500")).Count);
        Assert.Equal(Many / 2, Columns(await RunAsync("list", "--host", "h1.example.org")).Count);
    }

    [Fact]
    public async Task Path_ThatExistsWinsOverAStoredName()
    {
        await IngestAsync("""{"id":"a","text":"The stored ferry sank."}""");
        var stored = await RunAsync("analyze", "articles/a", "--features", "text");

        Assert.Contains("The stored ferry sank.", stored.Output, StringComparison.Ordinal);
        Assert.Contains("articles/a/revisions/1", stored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_PrintsTheBytesIntoAPipeAndNoCommandsToATerminal()
    {
        await IngestAsync("""{"id":"a","text":"The ferry \u001b[31msank."}""");

        Assert.Contains("\e[31m", (await RunAsync("show", "articles/a")).Output, StringComparison.Ordinal);
        var terminal = await CommandRun.On(Stream.Null, plain => plain with { OutputIsTerminal = true }, "show", "articles/a", "--data", _folder.Path);
        Assert.DoesNotContain("\e", terminal.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain; charset=koi8-r", "koi8-r")]
    [InlineData("text/plain; charset=utf-16", "utf-16")]
    [InlineData("text/html; charset=windows-1251", "windows-1251")]
    public async Task Show_PrintsWhatIsRead(string mediaType, string charset)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        string markup = mediaType.StartsWith("text/html", StringComparison.Ordinal) ? "<p>Порт <b>закрыт</b>.</p>" : "Порт закрыт.";
        await IngestAsync($$"""{"id":"a","content_base64":"{{Convert.ToBase64String(encoding.GetBytes(markup))}}","media_type":"{{mediaType}}"}""");

        Assert.EndsWith("\n\nПорт закрыт.\n", (await RunAsync("show", "articles/a")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y\n", 0)]
    [InlineData("YES\n", 0)]
    [InlineData("\n", 4)]
    [InlineData("", 4)]
    public async Task Delete_AsksOnATerminal(string answer, int code)
    {
        await IngestAsync("""{"id":"a","text":"It sank."}""");

        var run = await CommandRun.On(
            new MemoryStream(Encoding.UTF8.GetBytes(answer)), plain => plain with { InputIsTerminal = true, ErrorsIsTerminal = true }, "delete", "articles/a", "--data", _folder.Path);

        Assert.Equal(code, run.ExitCode);
        Assert.StartsWith("Delete articles/a with all its revisions? This cannot be undone. [y/N] ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(code, (await RunAsync("list")).Output.Length > 0 ? 4 : 0);
    }

    [Fact]
    public async Task Store_ThatIsDamagedIsTold()
    {
        await IngestAsync("""{"id":"a","text":"It sank."}""");
        await File.WriteAllBytesAsync(Path.Combine(_folder.Path, "articles.db"), new byte[8192]);

        var run = await RunAsync("list");

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Contains("It was left as it is", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Content_IsWrittenByteForByte()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "The ferry \xE9 \r\n\e[31msank"u8, 0xFF, 0x00];
        await IngestAsync($$"""{"id":"raw","content_base64":"{{Convert.ToBase64String(bytes)}}"}""" + "\n" + """{"id":"text","text":"\ufeffThe ferry — \r\nsank"}""");
        using var output = new MemoryStream();

        int code = await new Analysis.Cli.CommandLine(new Analysis.Cli.Terminal(Stream.Null, output, TextWriter.Null)).RunAsync(["show", "articles/raw", "--content", "--data", _folder.Path], CancellationToken.None);

        Assert.Equal(0, code);
        Assert.Equal(bytes, output.ToArray());
        Assert.Equal(new CommandRun(0, "\uFEFFThe ferry — \r\nsank", ""), await RunAsync("show", "articles/text", "--content"));
    }

    // Columns are two spaces apart at least, and hold single spaces.
    private static List<string[]> Columns(CommandRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
