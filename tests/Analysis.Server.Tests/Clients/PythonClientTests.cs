using System.Globalization;
using Analysis.Client.Reports;
using Analysis.Server.Tests.Support;

namespace Analysis.Server.Tests.Clients;

/// <summary>The Python client against a running server: what it prints is what the C# client prints.</summary>
public sealed class PythonClientTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly string Samples = Path.Combine(Repository.Root, "clients", "samples");

    [FactRequires("python3:grpc")]
    public async Task Library_PassesItsOwnTests()
    {
        var run = await ClientProcess.PythonAsync("-W", "error::SyntaxWarning", "-m", "unittest", "-q");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Contains("OK", run.Errors, StringComparison.Ordinal);
    }

    [TheoryRequires("python3:grpc")]
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

        var run = await ClientProcess.PythonAsync([ClientProcess.CompareScript, .. handMade.Files, "--server", handMade.Address]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(ComparisonReportTests.Report(story), run.Output);
    }

    [TheoryRequires("python3:grpc")]
    [InlineData("ferry")]
    [InlineData("dam")]
    [InlineData("fairs")]
    public async Task Program_ReportsTheSamplesAsTheOtherClientDoes(string pair)
    {
        string[] arguments =
        [
            Path.Combine(Samples, pair, "left.txt"), Path.Combine(Samples, pair, "right.txt"), "--server", server.GrpcUri.ToString(), "--color", "always",
        ];

        var run = await ClientProcess.PythonAsync([ClientProcess.CompareScript, .. arguments]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal((await ClientProcess.CSharpAsync(arguments)).Output, run.Output);
    }

    [FactRequires("python3:grpc")]
    public async Task Program_SaysWhyTheServiceRefuses()
    {
        string empty = Path.GetTempFileName();

        var run = await ClientProcess.PythonAsync(ClientProcess.CompareScript, empty, empty, "--server", server.GrpcUri.Authority);

        File.Delete(empty);
        CSharpClientTests.AssertFails(run, 1, "The service refused the request: ");
        Assert.Contains("(ARTICLE_EMPTY)", run.Errors, StringComparison.Ordinal);
    }

    [FactRequires("python3:grpc")]
    public async Task Program_SaysThatNoServerAnswers()
    {
        string file = Path.Combine(Samples, "ferry", "left.txt"), address = ClientProcess.DeadAddress()["http://".Length..];

        var run = await ClientProcess.PythonAsync(ClientProcess.CompareScript, file, file, "--server", address);

        CSharpClientTests.AssertFails(run, 1, $"No server answers at {address}.");
    }

    [FactRequires("python3:grpc")]
    public async Task Program_SaysWhichFileIsMissing() =>
        CSharpClientTests.AssertFails(
            await ClientProcess.PythonAsync(ClientProcess.CompareScript, "none.txt", "none.txt"), 1, "Cannot read none.txt: ");

    [FactRequires("python3")]
    public async Task Program_SaysThatGrpcIsMissing() =>
        CSharpClientTests.AssertFails(
            await ClientProcess.PythonAsync("-S", ClientProcess.CompareScript, "one.txt", "two.txt"), 1, "This Python has no gRPC.");

    [FactRequires("python3:grpc")]
    public async Task Program_SaysHowToCallIt()
    {
        var run = await ClientProcess.PythonAsync(ClientProcess.CompareScript, "one.txt");

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("usage: ", run.Errors, StringComparison.Ordinal);
    }

    [FactRequires("python3:grpc")]
    public async Task Earlier_HasTheWordsOfTheOtherClient()
    {
        const string Script = """
            import datetime, report_wording
            for end in ("2024-03-31", "2024-03-01", "2023-12-31", "2017-05-11"):
                day = datetime.date.fromisoformat(end)
                for days in range(1, 1500):
                    print(report_wording.earlier(day - datetime.timedelta(days), day))
            """;
        string[] ends = ["2024-03-31", "2024-03-01", "2023-12-31", "2017-05-11"];

        var run = await ClientProcess.PythonAsync("-c", Script);

        Assert.Equal(
            ends.Select(end => DateOnly.Parse(end, CultureInfo.InvariantCulture))
                .SelectMany(day => Enumerable.Range(1, 1499).Select(days => Wording.Earlier(day.AddDays(-days), day))),
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
