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
    [InlineData(2, "analyze --jsonl --format json", "--jsonl always writes JSON. Leave --format out. See analysis analyze --help.")]
    [InlineData(2, "analyze a --features nouns", "--features holds \"nouns\"; it may hold text, structure, tokens, entities, quantities, dates, quotes, claims, diagnostics. See analysis analyze --help.")]
    [InlineData(2, "analyze --jsonl --threads 0", "--threads is \"0\"; it may be 1 to 256. See analysis analyze --help.")]
    [InlineData(2, "analyze a --format xml", "--format is \"xml\"; it may be text, json, conllu. See analysis analyze --help.")]
    [InlineData(2, "analyze a --format conllu --server http://localhost:1", "--format conllu is written by this process. Leave --server out. See analysis analyze --help.")]
    [InlineData(2, "analyze a --format conllu --features dates", "--features means nothing with --format conllu. Leave it out. See analysis analyze --help.")]
    [InlineData(2, "analyze a --tokenized", "--tokenized goes with --format conllu. Add it, or leave --tokenized out. See analysis analyze --help.")]
    [InlineData(2, "analyze a --offsets bytes", "--offsets is \"bytes\"; it may be utf8, utf16, utf32. See analysis analyze --help.")]
    [InlineData(2, "analyze a --server ftp://example.org", "--server is \"ftp://example.org\", which is no address of a server. Write it as http://127.0.0.1:50551. See analysis analyze --help.")]
    [InlineData(2, "rules --server http://localhost:1/v1", "--server is \"http://localhost:1/v1\", which says more than a host and a port. Write it as http://localhost:1. See analysis rules --help.")]
    [InlineData(2, "list --data ", "--data names no folder. Name one, or none. See analysis list --help.")]
    [InlineData(2, "analyze ", "A FILE is empty. Name a path, or - for standard input. See analysis analyze --help.")]
    [InlineData(2, "explain ", "RULE is empty. Name one, as ART6001. See analysis explain --help.")]
    [InlineData(2, "show articles/a --content --revisions", "--content and --revisions exclude each other. Leave one out. See analysis show --help.")]
    [InlineData(2, "show articles/a --content --format json", "--content writes what is stored as it is. Leave --format out. See analysis show --help.")]
    [InlineData(4, "explain FOO", "There is no rule FOO. \"analysis rules\" lists all. (RULE_NOT_FOUND)")]
    [InlineData(4, "explain ART001", "There is no rule ART001. Perhaps ART0001*; \"analysis rules\" lists all. (RULE_NOT_FOUND)")]
    [InlineData(3, "list --data none", "Nothing is stored: --data or ANALYSIS_HOME says none. Name a folder.")]
    [InlineData(3, "analyze bad\uFFFDname.txt", "Cannot read bad\uFFFDname.txt: its name is not UTF-8. Rename it.")]
    [InlineData(2, "analyze articles/a --uri https://example.org", "articles/a is stored: its date and address stand there. Leave --published and --uri out.")]
    [InlineData(2, "compare a", "Name 2 FILEs or more, or give --jsonl. See analysis compare --help.")]
    [InlineData(2, "compare - -", "Standard input, -, is one article: name it once. See analysis compare --help.")]
    [InlineData(2, "check a --compare", "Name 2 FILEs or more. See analysis check --help.")]
    [InlineData(2, "passages one", "Give two passages, or --jsonl. See analysis passages --help.")]
    [InlineData(2, "passages --jsonl --situation SAME", "--situation means nothing with --jsonl: records say it themselves. Leave it out. See analysis passages --help.")]
    [InlineData(2, "list --limit 0", "--limit takes a number from 1. See analysis list --help.")]
    [InlineData(2, "delete articles/a", "Nobody can be asked whether to delete articles/a. Say --yes.")]
    [InlineData(4, "explain ART9999", "There is no rule ART9999.*(RULE_NOT_FOUND)")]
    [InlineData(4, "explain ../ART0001", "There is no rule ../ART0001.*(RULE_NOT_FOUND)")]
    [InlineData(4, "passages one two --left-published yesterday", "--left-published holds \"yesterday\", which is no date.*(INVALID_DATE)")]
    [InlineData(4, "passages one ", "RIGHT holds nothing but white space.*(ARTICLE_EMPTY)")]
    [InlineData(4, "compare - /dev/null", "-: The content holds nothing but white space.*(ARTICLE_EMPTY)")]
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
    [InlineData(4, "show articles/none", "No article of the name \"articles/none\" is stored*(ARTICLE_NOT_FOUND)")]
    [InlineData(4, "show none", "NAME holds \"none\", which is no name of an article*(INVALID_NAME)")]
    [InlineData(4, "delete articles/none --yes", "No article of the name*(ARTICLE_NOT_FOUND)")]
    [InlineData(4, "check articles/typo.txt", "articles/typo.txt: There is no file and no stored article of that name.*(ARTICLE_NOT_FOUND)")]
    [InlineData(4, "check articles/sub/typo.txt", "articles/sub/typo.txt: There is no file and no stored article of that name.*(INVALID_NAME)")]
    [InlineData(4, "compare articles/typo.txt articles/b", "articles/typo.txt: There is no file and no stored article of that name.*(ARTICLE_NOT_FOUND)")]
    [InlineData(4, "delete articles/none --yes --etag x", "--etag holds \"x\"; the article \"articles/none\" has none, for it is not stored.*(ETAG_MISMATCH)")]
    [InlineData(4, "show articles/none --revisions", "No article of the name*(ARTICLE_NOT_FOUND)")]
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

        Assert.Equal(4, run.ExitCode);
        Assert.Equal($"analysis: {empty}: The content holds nothing but white space. Send the text of an article. (ARTICLE_EMPTY)\n", run.Errors);
        Assert.StartsWith("{", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_OverTheLimitIsRefusedWithoutReadingItAll()
    {
        var run = await CommandRun.On(new EndlessStream("All work. "), terminal => terminal, "analyze", "-");

        Assert.Equal((4, "analysis: -: The content has more than 16777216 bytes, which an article may have. Give it in parts. (ARTICLE_TOO_LARGE)\n"), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task Server_ThatIsNotThere()
    {
        string address = ClientProcess.DeadAddress();
        var run = await CommandRun.Of("rules", "--server", address);

        Assert.Equal((3, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            $"analysis: No server answers at {address}. Start one there (from the sources: dotnet run --project src/Analysis.Server), name another with --server, or leave --server out to do the work in this process.\n",
            run.Errors);
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
    public async Task Folder_OfAnotherProcessIsWaitedFor()
    {
        await CommandRun.WithInput("""{"id":"a","text":"It sank."}""", "ingest", "--jsonl", "--data", _folder.FullName);
        Task<CommandRun> running;
        await using (Analysis.Storage.SqliteArticleStore.Open(_folder.FullName, TimeProvider.System))
        {
            running = CommandRun.Of("list", "--data", _folder.FullName);
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            Assert.False(running.IsCompleted);
        }
        var run = await running;

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("articles/a ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analyze SAMPLE")]
    [InlineData("list")]
    [InlineData("check articles/a")]
    [InlineData("compare articles/a articles/b")]
    [InlineData("show articles/a")]
    [InlineData("show articles/a --revisions")]
    [InlineData("delete articles/a --yes")]
    public async Task Folder_IsNotMadeByWhatOnlyReads(string arguments)
    {
        string folder = Path.Combine(_folder.FullName, "none");

        await CommandRun.Of([.. arguments.Replace("SAMPLE", CommandRun.Sample("ferry/left"), StringComparison.Ordinal).Split(' '), "--data", folder]);

        Assert.False(Path.Exists(folder));
    }

    [Fact]
    public async Task Files_GoOnAfterOneThatCannotBeRead()
    {
        string missing = Path.Combine(_folder.FullName, "missing.txt"), empty = Path.Combine(_folder.FullName, "empty.txt"), good = CommandRun.Sample("ferry/left");
        File.WriteAllText(empty, "");

        var check = await CommandRun.Of("check", missing, empty, good, "--format", "json");
        var ingest = await CommandRun.Of("ingest", missing, missing + ".jsonl", empty, good, "--data", Path.Combine(_folder.FullName, "store"));

        Assert.Equal((3, 3), (check.ExitCode, ingest.ExitCode));
        Assert.StartsWith("{", check.Output, StringComparison.Ordinal);
        Assert.EndsWith($"  {good}\n", ingest.Output, StringComparison.Ordinal);
        string cannot = $"analysis: Cannot read {missing}: there is no such file. Check the path; a stored article is named as articles/a1.\n";
        string refused = $"analysis: {empty}: The content holds nothing but white space. Send the text of an article. (ARTICLE_EMPTY)\n";
        Assert.Equal(cannot + refused, check.Errors);
        Assert.Equal(cannot + cannot.Replace(".txt", ".txt.jsonl", StringComparison.Ordinal) + refused, ingest.Errors);
    }

    [FactRequires("sh")]
    public async Task Streams_ThatAreClosedEndTheRun()
    {
        foreach (string side in (string[])["left", "right"]) File.Copy(CommandRun.Sample("ferry/" + side), Path.Combine(_folder.FullName, side));
        File.WriteAllText(Path.Combine(_folder.FullName, "lines"), string.Concat(Enumerable.Repeat("""{"left":"It sank.","right":"It did not sink."}""" + "\n", 3000)));
        (string Line, int Code, string Output, string Errors)[] runs =
        [
            ("rules >&-", 3, "", "^analysis: The output cannot be written: [^\n]+\n$"),
            ("analyze - <&-", 3, "", "^analysis: The input cannot be read: [^\n]+\n$"),
            ("passages --jsonl <&-", 3, "", "^analysis: The input cannot be read: [^\n]+\n$"),
            ("ingest --jsonl --data none <&-", 3, "", "^analysis: [^\n]+\n$"),
            ("analyze left --features dates <&-", 0, "Ferry ", "^$"),
            ("analyze no/such/file 2>&-", 3, "", "^$"),
            ("frobnicate 2>&-", 2, "", "^$"),
            ("compare left right <&- >&- 2>&-", 3, "", "^$"),
            ("compare left right --format json | head -c 1", 0, "{", "^$"),
            ("passages --jsonl <lines | head -c 1", 0, "{", "^$"),
        ];
        foreach (var (line, code, output, errors) in runs)
        {
            var run = await ShellAsync(line);
            Assert.True((code, true) == (run.ExitCode, run.Output.StartsWith(output, StringComparison.Ordinal)), $"{line}: {run}");
            Assert.Matches(errors, run.Errors);
        }
    }

    /// <summary>Runs the program in a shell, which writes how it ended to a file: the end of a pipe is that of its last command.</summary>
    private async Task<CommandRun> ShellAsync(string line)
    {
        var pipe = line.Split('|', 2);
        string[] parts = pipe[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string redirected = string.Join(' ', parts.Where(part => part[0] is '<' or '>' or '2')), arguments = string.Join(' ', parts.Where(part => part[0] is not ('<' or '>' or '2')));
        string script = $"{{ \"$@\" {arguments} {redirected}; echo $? >code; }}{(pipe.Length > 1 ? " | " + pipe[1] : "")}";
        var start = new System.Diagnostics.ProcessStartInfo(
            Requires.Tool("sh"), ["-c", script, "sh", Requires.Tool("dotnet"), Path.Combine(AppContext.BaseDirectory, "analysis.dll")])
        { RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = _folder.FullName };
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            string errors = await process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new CommandRun(int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "code"), patience.Token), System.Globalization.CultureInfo.InvariantCulture), await output, errors);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("none", 3)]
    public async Task Folder_OfAUserWhoIsNewIsMade(string variable, int code)
    {
        var start = CommandRun.Describe("ingest", CommandRun.Sample("ferry/left"));
        start.Environment["HOME"] = _folder.FullName;
        start.Environment["ANALYSIS_HOME"] = variable;
        start.Environment.Remove("XDG_DATA_HOME");
        using var process = System.Diagnostics.Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string errors = await process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);

        Assert.Equal((code, code == 0 ? "" : "analysis: Nothing is stored: --data or ANALYSIS_HOME says none. Name a folder.\n"), (process.ExitCode, errors));
        Assert.Equal(code == 0 ? 1 : 0, _folder.GetFiles("articles.db", SearchOption.AllDirectories).Length);
    }
}
