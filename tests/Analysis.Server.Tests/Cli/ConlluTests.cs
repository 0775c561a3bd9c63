using System.Text;

namespace Analysis.Server.Tests.Cli;

/// <summary>CoNLL-U, which other people's scripts read.</summary>
public class ConlluTests
{
    private const string Given = "1\tBo\t_\t_\t_\t_\t_\t_\t_\t_\n2\tleft\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n";

    [Fact]
    public async Task Article_IsWrittenWithItsFurniture()
    {
        var run = await CommandRun.WithInput("Ferry aground\n\nBy Ann Lee\n\nThe crew didn't leave.\n\nLearn More →\n", "analyze", "-", "--format", "conllu");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(
            ["# text = Ferry aground", "# text = By Ann Lee", "# text = The crew didn't leave.", "# text = Learn More →"],
            run.Output.Split('\n').Where(line => line.StartsWith("# text", StringComparison.Ordinal)));
        Assert.StartsWith("# newdoc id = stdin\n# newpar\n# sent_id = stdin-1\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n3\tdid\tdo\tAUX\tVBD\t", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_AreDocumentsInOrder()
    {
        using var folder = new TemporaryFolder();
        string first = folder.Write("first.txt", "The ferry sank.\n"), second = folder.Write("second.txt", "The crew left.\n");

        var run = await CommandRun.Of("analyze", first, second, "--format", "conllu");

        string[] documents = [.. run.Output.Split('\n').Where(line => line.StartsWith("# newdoc", StringComparison.Ordinal))];
        Assert.Equal([$"# newdoc id = {first.Replace('/', '_').Replace('\\', '_')}", $"# newdoc id = {second.Replace('/', '_').Replace('\\', '_')}"], documents);
        Assert.Equal(0, run.ExitCode);
    }

    [Theory]
    [InlineData("Bo left .\n", "# newdoc id = stdin\n# sent_id = stdin-1\n# text = Bo left .\n1\tBo\t", "\n2\tleft\t", "\n3\t.\t")]
    [InlineData("# sent_id = x\n" + Given, "# sent_id = x\n# text = Bo left.\n1\tBo\t", "\n2\tleft\t", "SpaceAfter=No\n3\t.\t")]
    [InlineData("\ufeff" + Given, "# sent_id = stdin-1\n# text = Bo left.\n1\tBo\t", "\n2\tleft\t", "SpaceAfter=No\n3\t.\t")]
    public async Task Tokens_AreTakenAsGiven(string input, params string[] parts)
    {
        var run = await CommandRun.WithInput(input, "analyze", "-", "--format", "conllu", "--tokenized");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(parts[0], run.Output, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
        Assert.Equal(3, run.Output.Split('\n').Count(line => line.Contains('\t', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Output_OfTokensIsItsOwnInput()
    {
        var once = await CommandRun.Of("analyze", CommandRun.Sample("ferry/left"), "--format", "conllu");
        var twice = await CommandRun.WithInput(once.Output, "analyze", "-", "--format", "conllu", "--tokenized");

        Assert.Equal(once, twice);
    }

    [Fact]
    public async Task StoredArticle_IsWritten()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("ferry.txt", "The ferry sank.\n");
        var stored = await CommandRun.Of("ingest", file, "--data", Path.Combine(folder.Path, "data"), "--format", "json");
        string name = System.Text.RegularExpressions.Regex.Match(stored.Output, "articles/[^\"/ ]+").Value;

        var run = await CommandRun.Of("analyze", name, "--format", "conllu", "--data", Path.Combine(folder.Path, "data"));

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("# text = The ferry sank.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StatedCharset_Counts()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = Encoding.Unicode.GetBytes("The ferry Ørn sank.\n");
        string record = $$"""{"id":"a","content_base64":"{{Convert.ToBase64String(bytes)}}","media_type":"text/plain; charset=utf-16le"}""";
        await CommandRun.WithInput(record, "ingest", "--jsonl", "--data", folder.Path);

        var run = await CommandRun.Of("analyze", "articles/a", "--format", "conllu", "--data", folder.Path);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("# text = The ferry Ørn sank.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_IsWrittenWithoutItsMarkup()
    {
        using var folder = new TemporaryFolder();
        string page = folder.Write("ferry.html", "<html><body><article><h1>Ferry aground</h1><p>The ferry <b>sank</b>.</p></article></body></html>");

        var run = await CommandRun.Of("analyze", page, "--format", "conllu");

        Assert.Equal(["# text = Ferry aground", "# text = The ferry sank."], run.Output.Split('\n').Where(line => line.StartsWith("# text", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("%PDF-1.4\n", "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData(" \n", "ARTICLE_EMPTY")]
    public async Task Content_ThatIsRefusedElsewhereIsRefusedHere(string content, string reason)
    {
        var conllu = await CommandRun.WithInput(content, "analyze", "-", "--format", "conllu");
        var json = await CommandRun.WithInput(content, "analyze", "-", "--format", "json");

        Assert.Equal(json, conllu);
        Assert.Contains(reason, conllu.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadFile_IsToldAndTheOthersGoOn()
    {
        using var folder = new TemporaryFolder();
        string bad = folder.Write("bad.conllu", Given + "5\tgone\t_\t_\t_\t_\t_\t_\t_\t_\n"), empty = folder.Write("empty.txt", " \n"), good = folder.Write("good.txt", "Bo left .\n");

        var run = await CommandRun.Of("analyze", bad, empty, good, "--format", "conllu", "--tokenized");

        Assert.Equal(4, run.ExitCode);
        Assert.Equal(
            $"analysis: {bad}: Line 4 is no line of CoNLL-U: its number is not the next. (INVALID_TOKENS)\n"
            + $"analysis: {empty}: The content holds nothing but white space. Send the text of an article. (ARTICLE_EMPTY)\n",
            run.Errors);
        Assert.Contains("# text = Bo left .\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_OfInvalidBytesIsWritten()
    {
        var run = await CommandRun.WithInput([.. "The ferries Ørn, Ærø and Øya "u8, 0xff, 0x00, 0x1b, .. " sank."u8], "analyze", "-", "--format", "conllu");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("# text = The ferries Ørn, Ærø and Øya \ufffd\0\u001b sank.\n", run.Output, StringComparison.Ordinal);
    }
}
