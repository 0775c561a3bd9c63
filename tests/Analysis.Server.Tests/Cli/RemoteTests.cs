using System.Text.RegularExpressions;
using Analysis.Server.Tests.Support;

namespace Analysis.Server.Tests.Cli;

/// <summary>A server gives the same bytes as the engine in process.</summary>
public sealed partial class RemoteTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string Left = CommandRun.Sample("ferry/left"), Right = CommandRun.Sample("ferry/right");

    private string[] Server => ["--server", server.GrpcUri.ToString()];

    public static TheoryData<string> CommandLines() =>
    [
        "analyze LEFT RIGHT",
        "analyze LEFT --format json --offsets utf16 --published 2024-03-13 --uri https://example.org/a",
        "analyze LEFT --features text,tokens",
        "compare LEFT RIGHT",
        "compare LEFT RIGHT --format json",
        "passages LEFT RIGHT --format json --situation UNKNOWN",
        "check LEFT RIGHT --compare",
        "check LEFT --format json",
        "rules",
        "rules --format json",
        "explain art6001",
        "explain ART001",
        "passages one two --left-published x",
        "show articles/none",
        "show none",
    ];

    [Theory]
    [MemberData(nameof(CommandLines))]
    public async Task Output_IsThatOfTheProcess(string commandLine)
    {
        using var folder = new TemporaryFolder();
        bool stored = commandLine.StartsWith("show", StringComparison.Ordinal);
        string[] arguments = [.. commandLine.Split(' ').Select(word => word switch { "LEFT" => Left, "RIGHT" => Right, _ => word })];

        var local = await CommandRun.Of([.. arguments, .. stored ? ["--data", folder.Path] : Array.Empty<string>()]);

        Assert.NotEqual("", local.Output + local.Errors);
        Assert.Equal(local, await CommandRun.Of([.. arguments, .. Server]));
    }

    [Theory]
    [InlineData("analyze", """{"id":"1","text":"The ferry sailed on Tuesday."}|x|{"text":" "}|{"id":"4","text":"\ud800"}|{"id":"5","content_base64":"SXQgc2Fua//+Lg=="}""")]
    [InlineData("compare", """{"id":"1","articles":[{"text":"It sank."},{"text":"It sailed."}]}|{"id":"2","articles":[{"text":"It sank."}]}|{"articles":[{"text":"It sank."},{"text":"a","published":"x"}]}""")]
    [InlineData("passages", """{"id":"1","left":"It sank.","right":"It sailed."}|{"left":1}|{"left":"a","right":" "}""")]
    public async Task Records_AreThoseOfTheProcess(string command, string records)
    {
        records = records.Replace('|', '\n');
        var local = await CommandRun.WithInput(records, command, "--jsonl");

        Assert.Equal(1, local.ExitCode);
        Assert.Equal(local, await CommandRun.WithInput(records, [command, "--jsonl", .. Server]));
    }

    [Fact]
    public async Task Store_IsThatOfTheProcess()
    {
        using var folder = new TemporaryFolder();
        // Of several articles that are sent at once, a server may take up any first; so these are one article.
        string records = """
            {"id":"r1","text":"The ferry sank.","uri":"https://www.example.org/1","published":"2024-03-12"}
            {"id":"r 2","text":"It cannot stand in a name."}
            {"id":"r1","text":"The ferry did not sink.","uri":"https://www.example.org/1"}
            """;
        (string Input, string CommandLine)[] steps =
        [
            (records, "ingest --jsonl"),
            (records, "ingest --jsonl --format json"),
            ("""{"id":"r3","pretokenized":[["It","sank","."]]}""", "ingest --jsonl"),
            ("", $"ingest {Left} --published 2024-03-12 --uri https://example.org/ferry"),
            ("", "list"),
            ("", "list --format json --limit 2"),
            ("", "list --host www.example.org"),
            ("", "show articles/r1"),
            ("", "show articles/r1 --format json"),
            ("", "show articles/r1/revisions/1"),
            ("", "show articles/r1 --revisions"),
            ("", $"compare articles/r1 articles/r3 {Left}"),
            ("", "compare articles/r1/revisions/1 articles/r1 --format json"),
            ("""{"id":"own","name":"articles/r1"}""", "analyze --jsonl"),
            ("", "delete articles/r1 --yes --etag nonsense"),
            ("", "delete articles/r1 --yes"),
            ("", "delete articles/r1 --yes"),
            ("""{"name":"articles/r1"}""", "analyze --jsonl"),
        ];
        foreach (var (input, commandLine) in steps)
        {
            var local = await CommandRun.WithInput(input, [.. commandLine.Split(' '), "--data", folder.Path]);
            var remote = await CommandRun.WithInput(input, [.. commandLine.Split(' '), .. Server]);

            Assert.NotEqual((commandLine, 3), (commandLine, local.ExitCode));
            Assert.Equal((commandLine, WithoutTimes(local)), (commandLine, WithoutTimes(remote)));
        }
    }

    [Fact]
    public async Task Article_MayBeLargerInProcess()
    {
        string large = string.Concat(Enumerable.Repeat("All work.\n\n", 110_000));

        var local = await CommandRun.WithInput(large, "analyze", "-", "--features", "dates");
        var remote = await CommandRun.WithInput(large, ["analyze", "-", "--features", "dates", .. Server]);

        Assert.Equal((0, ""), (local.ExitCode, local.Errors));
        Assert.Equal(
            new CommandRun(4, "", "analysis: -: The content has 1210000 bytes once decoded; an article may have 1048576. Send it in parts. (ARTICLE_TOO_LARGE)\n"), remote);
    }

    [Fact]
    public async Task Address_OfAnotherProtocolIsTold()
    {
        var http1 = await CommandRun.Of("rules", "--server", server.HttpUri.ToString());
        var tls = await CommandRun.Of("rules", "--server", server.GrpcUri.ToString().Replace("http:", "https:", StringComparison.Ordinal));

        Assert.Equal((3, "", 3, ""), (http1.ExitCode, http1.Output, tls.ExitCode, tls.Output));
        Assert.Matches("^analysis: The server at http://[^ ]+ does not speak HTTP/2 at this port. Name its port for gRPC, [^\n]+\n$", http1.Errors);
        Assert.Matches("^analysis: The server at https://[^ ]+ does not answer over TLS, [^\n]+\n$", tls.Errors);
    }

    private static CommandRun WithoutTimes(CommandRun run) => run with { Output = StoredTime().Replace(run.Output, "TIME") };

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z")]
    private static partial Regex StoredTime();
}
