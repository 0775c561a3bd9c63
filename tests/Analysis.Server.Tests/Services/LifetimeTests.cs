using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Analysis.Mapping;
using Analysis.Server.Tests.Support;
using Analysis.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Analysis.Server.Tests.Services;

/// <summary>Calls that end early, and a server that stops.</summary>
public sealed class LifetimeTests
{
    private const string Sentences = "One fell. Two fell. Three fell. Four fell. Five fell.";

    [Fact]
    public async Task CancelledCall_StopsWorking()
    {
        using var parser = new GatedParser();
        await using var server = await TestServer.StartAsync(parser);
        using var cancellation = new CancellationTokenSource();
        using var call = server.Analysis.AnalyzeArticleAsync(Requests.Analyze(Sentences), cancellationToken: cancellation.Token);
        await parser.Entered.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await cancellation.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        await server.CallAborted.WaitAsync(TimeSpan.FromSeconds(30));
        parser.Open();

        await WaitForAsync(() => server.Log.Any(line => line.Contains("Call ended by its caller", StringComparison.Ordinal)));
        Assert.Equal(1, parser.Sentences);
        await server.CheckHealthyAsync();
    }

    [Fact]
    public async Task Deadline_EndsTheCall()
    {
        using var parser = new GatedParser();
        await using var server = await TestServer.StartAsync(parser);
        await TestServer.FailAsync(server.Comparison.CompareArticlesAsync(new CompareArticlesRequest())); // Connects, so that no time goes by with that.

        var watch = Stopwatch.StartNew();
        using var call = server.Comparison.CompareArticlesAsync(Requests.Compare(Sentences, Sentences), deadline: DateTime.UtcNow.AddSeconds(1));
        await parser.Entered.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(StatusCode.DeadlineExceeded, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
        parser.Open();
        await server.CheckHealthyAsync();
    }

    [Fact]
    public async Task Stop_LetsCallsFinishAndRefusesNewOnes()
    {
        using var parser = new GatedParser();
        await using var server = await TestServer.StartAsync(parser);
        var uri = server.GrpcUri;
        using var call = server.Analysis.AnalyzeArticleAsync(Requests.Analyze(Sentences));
        await parser.Entered.Task.WaitAsync(TimeSpan.FromSeconds(30));

        var stop = server.StopAsync();
        using var fresh = GrpcChannel.ForAddress(uri);
        await WaitForAsync(() => !Accepts(uri));
        var refused = await Assert.ThrowsAsync<RpcException>(
            () => new AnalysisService.AnalysisServiceClient(fresh).AnalyzeArticleAsync(Requests.Analyze("One.")).ResponseAsync);
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
        Assert.False(stop.IsCompleted);

        parser.Open();
        Assert.Equal(5, (await call.ResponseAsync).Analysis.Sentences.Count);
        await stop.WaitAsync(TimeSpan.FromSeconds(9)); // Well before calls would be cut off.
    }

    [Fact]
    public async Task Stop_WaitsNoLongerThanItSays()
    {
        using var parser = new GatedParser();
        await using var server = await TestServer.StartAsync(parser, TimeSpan.FromMilliseconds(300));
        using var call = server.Analysis.AnalyzeArticleAsync(Requests.Analyze(Sentences));
        await parser.Entered.Task.WaitAsync(TimeSpan.FromSeconds(30));

        await server.StopAsync().WaitAsync(TimeSpan.FromSeconds(9));
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync)).StatusCode);
        parser.Open();
    }

    [FactRequires("kill")]
    public async Task Signal_StopsTheProcess()
    {
        var data = Directory.CreateTempSubdirectory("analysis-");
        using var process = Start("--grpc-port", "0", "--http-port", "0", "--data", data.FullName);
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
        {
            said.Add(line);
            if (line.StartsWith("Stop with", StringComparison.Ordinal)) break;
        }
        Assert.Contains(said, line => line.Contains("gRPC", StringComparison.Ordinal) && line.Contains("http://127.0.0.1:", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("clients/samples/ferry/left.txt", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains(data.FullName, StringComparison.Ordinal));

        // A second server on the same folder is told so, and does not start.
        var (exitCode, _, errors) = await RunAsync("--grpc-port", "0", "--http-port", "0", "--data", data.FullName);
        Assert.Equal(4, exitCode);
        Assert.Contains(data.FullName, errors, StringComparison.Ordinal);
        Assert.Contains("--data", errors, StringComparison.Ordinal);

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task FileInPlaceOfTheFolder_IsSaidWithTheRemedy()
    {
        string file = Path.GetTempFileName();
        var (exitCode, output, errors) = await RunAsync("--grpc-port", "0", "--http-port", "0", "--data", file);
        Assert.Equal((4, ""), (exitCode, output));
        Assert.Contains(file, errors, StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    public async Task TakenPort_IsSaidWithTheRemedy()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        var (exitCode, output, errors) = await RunAsync("--grpc-port", port, "--http-port", "0", "--data", "none");

        Assert.Equal(3, exitCode);
        Assert.Equal("", output);
        Assert.Contains($"127.0.0.1:{port}", errors, StringComparison.Ordinal);
        Assert.Contains("--grpc-port 0", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--grpc-port", "many", "Analysis:GrpcPort")]
    [InlineData("--grpc-port", "65536", "Analysis:GrpcPort is 65536; it may be 0 to 65535.")]
    [InlineData("--http-port", "-1", "Analysis:HttpPort is -1; it may be 0 to 65535.")]
    [InlineData("--http-port", "50551", "Analysis:GrpcPort and Analysis:HttpPort are both 50551")]
    [InlineData("--Analysis:Limits:ArticleBytes", "1048577", "Analysis:Limits:ArticleBytes is 1048577; it may be 1 to 1048576.")]
    [InlineData("--Analysis:Limits:Articles", "1", "Analysis:Limits:Articles is 1; it may be 2 to 50.")]
    [InlineData("--Analysis:Limits:Article", "1", "Article")]
    [InlineData("--grcp-port", "1", "--grcp-port is no setting. There are --grpc-port, --http-port, --data")]
    public async Task WrongSetting_IsSaid(string name, string value, string message)
    {
        var (exitCode, _, errors) = await RunAsync(name, value, "--Analysis:Data", "none");
        Assert.Equal(2, exitCode);
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoweredLimit_IsKept()
    {
        await using var server = await TestServer.StartAsync(settings: "--Analysis:Limits:ArticleBytes=100");
        await server.CheckHealthyAsync();
        var failure = await TestServer.FailAsync(server.Analysis.AnalyzeArticleAsync(Requests.Analyze(new string('a', 101))));
        Assert.Equal(("ARTICLE_TOO_LARGE", "100"), (failure.Reason, failure.Metadata["limit_bytes"]));
    }

    [Theory]
    [InlineData("ArticleNodes", 10, "limit_nodes", "The field article.inline has more words, marks, sentences and blocks than 9,")]
    [InlineData("ArticleItems", 3, "limit_items", "The field article.inline holds 3 mentions, figures, dates, quotations and claims; an article may have 2 together.")]
    public async Task LoweredLimitOfWhatIsInAnArticle_IsKept(string limit, int size, string key, string message)
    {
        // An article, a section, a paragraph, a sentence, three words, two blanks and a stop; two figures and a claim.
        var request = Requests.Analyze(limit is "ArticleNodes" ? "It took days." : "It took 2 days 3 hours.");
        string lower = $"--Analysis:Limits:{limit}={size - 1}", just = $"--Analysis:Limits:{limit}={size}";
        await using (var enough = await TestServer.StartAsync(settings: just)) await enough.Analysis.AnalyzeArticleAsync(request);
        await using var server = await TestServer.StartAsync(settings: lower);
        var failure = await TestServer.FailAsync(server.Analysis.AnalyzeArticleAsync(request));
        Assert.Equal(("ARTICLE_TOO_LARGE", $"{size - 1}"), (failure.Reason, failure.Metadata[key]));
        Assert.StartsWith(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_AreThoseOfTheContract() => Assert.Equal(
        new Limits
        {
            ArticleBytes = 1_048_576,
            ArticleNodes = 1_000_000,
            ArticleItems = 125_000,
            PageBytes = 4_194_304,
            PageTags = 250_000,
            RequestBytes = 4_194_304,
            AnswerBytes = 3_670_016,
            Articles = 50,
            Features = 16,
            IdBytes = 256,
            UriBytes = 2048,
            PassageBytes = 65_536,
            StoryBytes = 4_194_304,
        },
        Limits.Default);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int exitCode = await AnalysisServer.RunAsync(args, output, errors).WaitAsync(TimeSpan.FromSeconds(60));
        return (exitCode, output.ToString(), errors.ToString());
    }

    private static Process Start(params string[] args) => Process.Start(
        new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Analysis.Server.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    private static bool Accepts(Uri uri)
    {
        try
        {
            using var client = new TcpClient(uri.Host, uri.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "It does not happen.");
            await Task.Delay(10);
        }
    }
}
