using Analysis.Server.Tests.Clients;

namespace Analysis.Server.Tests.Cli;

/// <summary>How runs end, and the one line that says why.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("analysis-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(2, "frobnicate", "Unrecognized command or argument 'frobnicate'. See analysis --help.")]
    [InlineData(2, "analyze", "Name a FILE, or give --jsonl. See analysis analyze --help.")]
    [InlineData(2, "analyze a b --published 2024-03-12", "--published is said of a single file. See analysis analyze --help.")]
    [InlineData(2, "analyze a --jsonl", "--jsonl reads standard input. Leave a out. See analysis analyze --help.")]
    [InlineData(2, "analyze --jsonl --format json", "--format means nothing with --jsonl: records say it themselves. Leave it out. See analysis analyze --help.")]
    [InlineData(2, "analyze a --features nouns", "--features holds \"nouns\"; it may hold text, structure, tokens, entities, quantities, dates, quotes, claims, diagnostics. See analysis analyze --help.")]
    [InlineData(2, "analyze --jsonl --threads 0", "--threads is \"0\"; it may be 1 to 256. See analysis analyze --help.")]
    [InlineData(2, "analyze a --format xml", "--format is \"xml\"; it may be text, json. See analysis analyze --help.")]
    [InlineData(2, "analyze a --offsets bytes", "--offsets is \"bytes\"; it may be utf8, utf16, utf32. See analysis analyze --help.")]
    [InlineData(2, "analyze a --server ftp://example.org", "--server is \"ftp://example.org\", which is no address of a server. Write it as http://127.0.0.1:50551. See analysis analyze --help.")]
    [InlineData(2, "analyze articles/a --uri https://example.org", "articles/a is stored: its date and address stand there. Leave --published and --uri out.")]
    [InlineData(2, "compare a", "Name 2 FILEs or more, or give --jsonl. See analysis compare --help.")]
    [InlineData(2, "compare - -", "Standard input, -, is one article: name it once. See analysis compare --help.")]
    [InlineData(2, "check a --compare", "Name 2 FILEs or more. See analysis check --help.")]
    [InlineData(2, "passages one", "Give two passages, or --jsonl. See analysis passages --help.")]
    [InlineData(2, "passages --jsonl --situation SAME", "--situation means nothing with --jsonl: records say it themselves. Leave it out. See analysis passages --help.")]
    [InlineData(2, "list --limit 0", "--limit takes a number from 1. See analysis list --help.")]
    [InlineData(2, "delete articles/a", "Nobody can be asked whether to delete articles/a. Say --yes.")]
    [InlineData(1, "explain ART9999", "There is no rule ART9999.*(RULE_NOT_FOUND)")]
    [InlineData(1, "explain ../ART0001", "There is no rule ../ART0001.*(RULE_NOT_FOUND)")]
    [InlineData(1, "passages one two --left-published yesterday", "--left-published holds \"yesterday\", which is no date.*(INVALID_DATE)")]
    [InlineData(1, "passages one ", "RIGHT holds nothing but white space.*(ARTICLE_EMPTY)")]
    [InlineData(1, "compare - /dev/null", "-: The content holds nothing but white space.*(ARTICLE_EMPTY)")]
    [InlineData(3, "analyze no/such/file", "Cannot read no/such/file: there is no such file.*")]
    [InlineData(3, "check .", "Cannot read .: it is a folder. Name files; ingest alone takes folders.")]
    public async Task Run_EndsWithItsCodeAndOneLine(int code, string arguments, string message)
    {
        var run = await CommandRun.Of(arguments.Split(' '));

        Assert.Equal(code, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Matches($"^analysis: {System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", ".*", StringComparison.Ordinal)}\n$", run.Errors);
    }

    [Theory]
    [InlineData(1, "show articles/none", "No article of the name \"articles/none\" is stored*(ARTICLE_NOT_FOUND)")]
    [InlineData(1, "show none", "NAME holds \"none\", which is no name of an article*(INVALID_NAME)")]
    [InlineData(1, "delete articles/none --yes", "No article of the name*(ARTICLE_NOT_FOUND)")]
    [InlineData(1, "show articles/none --revisions", "No article of the name*(ARTICLE_NOT_FOUND)")]
    public async Task Run_OnAnEmptyStoreIsRefused(int code, string arguments, string message)
    {
        var run = await CommandRun.Of([.. arguments.Split(' '), "--data", _folder.FullName]);

        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.Matches($"^analysis: {System.Text.RegularExpressions.Regex.Escape(message).Replace("\\*", ".*", StringComparison.Ordinal)}\n$", run.Errors);
    }

    [Fact]
    public async Task Files_GoOnAfterARefusedOne()
    {
        string empty = Path.Combine(_folder.FullName, "empty.txt"), good = CommandRun.Sample("ferry/left");
        File.WriteAllText(empty, " \n");

        var run = await CommandRun.Of("analyze", empty, good, "--format", "json", "--features", "dates");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"analysis: {empty}: The content holds nothing but white space. Send the text of an article. (ARTICLE_EMPTY)\n", run.Errors);
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_OverTheLimitIsRefusedWithoutReadingItAll()
    {
        var run = await CommandRun.On(new EndlessStream("All work. "), terminal => terminal, "analyze", "-");

        Assert.Equal((1, "analysis: -: - has more than 16777216 bytes, which an article may have. Give it in parts. (ARTICLE_TOO_LARGE)\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Server_ThatIsNotThere()
    {
        string address = ClientProcess.DeadAddress();
        var run = await CommandRun.Of("rules", "--server", address);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            $"analysis: No server answers at {address}. Start one with \"dotnet run --project src/Analysis.Server\", name another with --server, or leave --server out.\n", run.Errors);
    }

    [Fact]
    public async Task Output_ThatIsClosedEndsTheRunQuietly()
    {
        using var process = CommandRun.Start("analyze", "--jsonl", "--features", "dates");
        try
        {
            var writing = Task.Run(async () =>
            {
                try
                {
                    while (true) await process.StandardInput.WriteLineAsync("""{"text":"The ferry sailed on Tuesday."}""");
                }
                catch (IOException)
                {
                    // The process has ended, as it should.
                }
            });
            Assert.StartsWith("{", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
            process.StandardOutput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));

            await process.WaitForExitAsync(patience.Token);

            Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(patience.Token)));
            await writing;
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [FactRequires("kill")]
    public async Task Interrupt_EndsARunThatWaitsForInput()
    {
        using var process = CommandRun.Start("analyze", "--jsonl", "--features", "dates");
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await process.StandardInput.WriteLineAsync("""{"text":"The ferry sailed on Tuesday."}""");
            await process.StandardInput.FlushAsync(patience.Token);
            // Answered at once, though the input goes on: the run is under way.
            Assert.StartsWith("{", await process.StandardOutput.ReadLineAsync(patience.Token), StringComparison.Ordinal);

            using (var kill = System.Diagnostics.Process.Start(Requires.Tool("kill"), ["-INT", $"{process.Id}"])) await kill.WaitForExitAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);

            Assert.Equal((130, "analysis: Interrupted.\n"), (process.ExitCode, await process.StandardError.ReadToEndAsync(patience.Token)));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    [Fact]
    public async Task Folder_OfAnotherProcessIsInUse()
    {
        await using var store = Analysis.Storage.SqliteArticleStore.Open(_folder.FullName, TimeProvider.System);

        var run = await CommandRun.OfProcess("list", "--data", _folder.FullName);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Equal($"analysis: The folder {_folder.FullName} is in use by process {Environment.ProcessId}. Stop that one, or name another folder.\n", run.Errors);
    }

    [Fact]
    public async Task Folder_IsNotOpenedWithoutNeed()
    {
        string folder = Path.Combine(_folder.FullName, "none");

        await CommandRun.Of("analyze", CommandRun.Sample("ferry/left"), "--data", folder);
        Assert.False(Path.Exists(folder));
        await CommandRun.Of("list", "--data", folder);
        Assert.True(Path.Exists(folder));
    }
}
