using Analysis.Client;
using Analysis.Client.Reports;
using Analysis.V1;
using CompareArticles;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

if (args.Contains("--help"))
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

if (Arguments.Parse(args, out string problem) is not { } arguments)
{
    Console.Error.WriteLine(problem);
    return 2;
}

// The samples and the server's project are found from the program's own folder, so the demonstration runs from anywhere in the clone.
string? root = OwnServer.RepositoryRoot(AppContext.BaseDirectory);
if (arguments.Server is null && root is null)
    return Fail("Only from within the repository can a server be started; name one with --server.");
var files = arguments.Files.Count > 0 ? arguments.Files : [.. OwnServer.Samples.Select(sample => Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(root!, sample)))];

List<InlineArticle> articles = [];
foreach (string file in files)
{
    try
    {
        articles.Add(Read(file));
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException)
    {
        return Fail($"Cannot read {file}: {error.Message}");
    }
}

await using var own = arguments.Server is null ? await OwnServer.StartAsync(root!, Console.Error) : null;
if (arguments.Server is null && own is null)
    return 1;
var server = arguments.Server ?? own!.Address;
try
{
    using var channel = Open(server);
    var compared = await new ComparisonClient(channel).CompareAsync(articles, deadline: TimeSpan.FromMinutes(1));

    using var output = new StreamWriter(Console.OpenStandardOutput());
    ComparisonReport.Write(output, compared, new ReportOptions(Width(), UsesColor(arguments.Color)));
    return 0;
}
catch (RpcException error)
{
    return Fail(Explain(error, server));
}
catch (ArgumentException error)
{
    return Fail($"The answer of the server does not fit the articles: {error.Message}");
}
catch (IOException error)
{
    return Fail($"Cannot write the report: {error.Message}");
}

static InlineArticle Read(string file) => new()
{
    // As bytes: the service decodes them, and says where they are not UTF-8.
    Raw = ByteString.CopyFrom(File.ReadAllBytes(file)),
    Id = System.Text.Encoding.UTF8.GetByteCount(file) <= 256 ? file : Path.GetFileName(file),
};

static GrpcChannel Open(Uri server) => GrpcChannel.ForAddress(server, new GrpcChannelOptions
{
    // A proxy of the environment is not for this machine itself.
    HttpHandler = new SocketsHttpHandler { UseProxy = !server.IsLoopback, EnableMultipleHttp2Connections = true },
    DisposeHttpClient = true,
});

static string Explain(RpcException error, Uri server) => error switch
{
    _ when ServiceError.Of(error) is { } refusal => $"The service refused the request: {error.Status.Detail} ({refusal.Reason})",
    { StatusCode: StatusCode.Unavailable } =>
        $"No server answers at {server.GetLeftPart(UriPartial.Authority)}. Start one with \"dotnet run --project src/Analysis.Server\", or name another with --server.",
    { StatusCode: StatusCode.DeadlineExceeded } => $"The server at {server.GetLeftPart(UriPartial.Authority)} did not answer within a minute.",
    _ => $"The call failed: {error.Status.Detail} ({error.StatusCode})",
};

static int Fail(string message)
{
    Console.Error.WriteLine(message.ReplaceLineEndings(" "));
    return 1;
}

static int Width() => Console.IsOutputRedirected || Console.WindowWidth < 40 ? 100 : Console.WindowWidth;

static bool UsesColor(ColorChoice choice) => choice switch
{
    ColorChoice.Always => true,
    ColorChoice.Never => false,
    _ => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "",
};
