using System.Text;
using System.Text.Json;
using Analysis.Client;
using Analysis.Server.Tests.Support;
using Analysis.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace Analysis.Server.Tests.Clients;

/// <summary>The C# client library and program against a running server.</summary>
public sealed class CSharpClientTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string Samples = Path.Combine(Repository.Root, "clients", "samples");

    [Fact]
    public void Slice_CutsTheWordsOfEveryVector()
    {
        foreach (var vector in SpanVector.All)
        {
            foreach (var entry in vector.Spans)
            {
                var span = new Span { Start = entry.Utf16[0], End = entry.Utf16[1] };
                Assert.Equal(entry.Slice, vector.Text.Slice(span));
                Assert.Equal(entry.Slice, vector.Text.Slice(new Location { Spans = { span } }));
            }
        }
    }

    [Fact]
    public void Slice_OfALocationInPiecesShowsTheGap()
    {
        var location = new Location { Spans = { new Span { Start = 0, End = 3 }, new Span { Start = 10, End = 17 } } };

        Assert.Equal("The … carried", "The ferry carried".Slice(location));
    }

    [Fact]
    public void Slice_PastTheTextIsRefused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => "short".Slice(new Span { Start = 2, End = 9 }));

        Assert.Contains("[2, 9) does not lie in a text of 5 UTF-16 units", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_PairsTheAnswerWithTheTexts()
    {
        const string Headline = "Family 👨‍👩‍👧‍👦 leaves café";
        using var channel = GrpcChannel.ForAddress(server.GrpcUri);

        var compared = await new ComparisonClient(channel).CompareAsync(
        [
            new InlineArticle { Raw = ByteString.CopyFromUtf8(Headline + "\n\nThe family left “the café” on Monday.\n"), Id = "left" },
            new InlineArticle { Raw = ByteString.CopyFrom([.. Encoding.UTF8.GetBytes("ééééé"), 0xFF, 0x42]), Id = "right" },
        ]);

        Assert.Equal(PositionEncoding.Utf16, compared.Comparison.PositionEncoding);
        Assert.Equal(["left", "right"], compared.Comparison.Articles.Select(article => article.Id));
        Assert.Equal(Headline, compared.Articles[0].Slice(compared.Articles[0].Analysis.Metadata.Title.Span));
        Assert.Equal("ééééé\uFFFDB", compared.Articles[1].Text);
    }

    [Fact]
    public async Task Refusal_IsReadWithItsReason()
    {
        using var channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new ComparisonClient(channel);

        var error = await Assert.ThrowsAsync<RpcException>(
            () => client.CompareAsync([new InlineArticle { Text = "One." }, new InlineArticle { Text = "  \n" }]));

        var refusal = ServiceError.Of(error);
        Assert.NotNull(refusal);
        Assert.Equal(("ARTICLE_EMPTY", "analysis.v1"), (refusal.Reason, refusal.Domain));
        Assert.Equal("articles[1].inline.text", refusal.Metadata["field"]);
    }

    [Fact]
    public void Refusal_OfAnotherServiceIsNone()
    {
        Assert.Null(ServiceError.Of(new RpcException(new Status(StatusCode.Internal, ""))));
        Assert.Null(ServiceError.Of(new RpcException(
            new Status(StatusCode.Internal, ""), new Grpc.Core.Metadata { { "grpc-status-details-bin", [1, 2, 3] } })));
    }

    [Theory]
    [InlineData("Pair")]
    [InlineData("Parts")]
    [InlineData("Copies")]
    [InlineData("Editions")]
    [InlineData("Story")]
    [InlineData("Unrelated")]
    [InlineData("Same")]
    [InlineData("Hostile")]
    public async Task Program_PrintsTheReport(string story)
    {
        await using var handMade = await HandMadeServer.StartAsync(HandMadeStories.All[story]());

        var run = await ClientProcess.CSharpAsync([.. handMade.Files, "--server", handMade.Address]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(ComparisonReportTests.Report(story), run.Output);
    }

    [Theory]
    [InlineData("ferry", "THE ARTICLES REPORT THE SAME EVENT")]
    [InlineData("dam", "THE ARTICLES REPORT THE SAME EVENT")]
    [InlineData("fairs", "THE ARTICLES ARE ABOUT THE SAME MATTER, BUT NOT THE SAME EVENT")]
    public async Task Program_TellsOfTheSamplesWhatIsExpected(string pair, string verdict)
    {
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Samples, pair, "expected.json")));

        var run = await ClientProcess.CSharpAsync(
            Path.Combine(Samples, pair, "left.txt"), Path.Combine(Samples, pair, "right.txt"), "--server", server.GrpcUri.ToString());

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith(verdict, run.Output, StringComparison.Ordinal);
        string report = OnOneLine(run.Output);
        string conflicts = report[report.IndexOf(" CONFLICTS ", StringComparison.Ordinal)..report.IndexOf(" BOTH SAY", StringComparison.Ordinal)];
        foreach (var conflict in expected.RootElement.GetProperty("conflicts").EnumerateArray())
        {
            Assert.Contains(" A " + conflict.GetProperty("left").GetString(), conflicts, StringComparison.Ordinal);
            Assert.Contains(" B " + conflict.GetProperty("right").GetString(), conflicts, StringComparison.Ordinal);
        }

        foreach (var harmless in expected.RootElement.GetProperty("not_conflicts").EnumerateArray())
            Assert.DoesNotContain(" A " + harmless.GetProperty("left").GetString(), conflicts, StringComparison.Ordinal);
        Assert.Equal(expected.RootElement.GetProperty("conflicts").GetArrayLength() == 0, conflicts.Contains("None found.", StringComparison.Ordinal));
    }

    // Without the marks, and as if the lines were endless.
    private static string OnOneLine(string report) => string.Join(
        ' ',
        report.Replace("»", "", StringComparison.Ordinal).Replace("«", "", StringComparison.Ordinal)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task Program_ShowsColoursWhenAsked()
    {
        await using var handMade = await HandMadeServer.StartAsync(HandMadeStories.All["Pair"]());

        var run = await ClientProcess.CSharpAsync([.. handMade.Files, "--server", handMade.Address, "--color", "always"]);

        Assert.Equal(ComparisonReportTests.Report("Pair", new(Color: true)), run.Output);
    }

    [Fact]
    public async Task Program_SaysWhyTheServiceRefuses()
    {
        string empty = Path.GetTempFileName();

        var run = await ClientProcess.CSharpAsync(empty, empty, "--server", server.GrpcUri.ToString());

        File.Delete(empty);
        AssertFails(run, 1, "The service refused the request: ");
        Assert.Contains("(ARTICLE_EMPTY)", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_SaysThatNoServerAnswers()
    {
        string file = Path.Combine(Samples, "ferry", "left.txt"), address = ClientProcess.DeadAddress();

        AssertFails(await ClientProcess.CSharpAsync(file, file, "--server", address), 1, $"No server answers at {address}.");
    }

    [Fact]
    public async Task Program_SaysWhichFileIsMissing() =>
        AssertFails(await ClientProcess.CSharpAsync("none.txt", "none.txt"), 1, "Cannot read none.txt: ");

    [Theory]
    [InlineData("Name two articles or more", "one.txt")]
    [InlineData("There is no option --loud", "one.txt", "two.txt", "--loud")]
    [InlineData("--server needs a value", "one.txt", "two.txt", "--server")]
    [InlineData("\"blue\" is none of auto, always, never", "one.txt", "two.txt", "--color", "blue")]
    [InlineData("\"http://\" is not the address of a server", "one.txt", "two.txt", "--server", "http://")]
    public async Task Program_SaysHowToCallIt(string problem, params string[] arguments)
    {
        var run = await ClientProcess.CSharpAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(problem, run.Errors, StringComparison.Ordinal);
        Assert.Contains("usage: ", run.Errors, StringComparison.Ordinal);
    }

    internal static void AssertFails(ClientRun run, int exitCode, string message)
    {
        Assert.Equal((exitCode, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(character => character == '\n'));
    }
}
