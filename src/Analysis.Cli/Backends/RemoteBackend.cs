using System.Security.Authentication;
using Analysis.Client;
using Analysis.Mapping;
using Analysis.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace Analysis.Cli.Backends;

/// <summary>A server, called over gRPC.</summary>
internal sealed class RemoteBackend : IAnalysisBackend
{
    private static readonly Dictionary<string, ErrorReason> Reasons =
        Enum.GetValues<ErrorReason>().Where(reason => reason is not ErrorReason.Unspecified).ToDictionary(reason => reason.ToWord(), StringComparer.Ordinal);

    private readonly Uri _server;
    private readonly GrpcChannel _channel;
    private readonly AnalysisService.AnalysisServiceClient _analysis;
    private readonly ComparisonService.ComparisonServiceClient _comparison;
    private readonly ArticleService.ArticleServiceClient _articles;

    /// <param name="server">Its address, <c>http</c> or <c>https</c>. Nothing is sent before the first call.</param>
    public RemoteBackend(Uri server)
    {
        _server = server;
        _channel = GrpcChannel.ForAddress(server, new GrpcChannelOptions
        {
            // A proxy of the environment is not for this machine itself.
            HttpHandler = new SocketsHttpHandler { UseProxy = !server.IsLoopback, EnableMultipleHttp2Connections = true },
            DisposeHttpClient = true,
            // The server keeps its answers within bounds of its own.
            MaxReceiveMessageSize = null,
        });
        _analysis = new AnalysisService.AnalysisServiceClient(_channel);
        _comparison = new ComparisonService.ComparisonServiceClient(_channel);
        _articles = new ArticleService.ArticleServiceClient(_channel);
    }

    public async Task<ArticleAnalysis> AnalyzeAsync(AnalyzeArticleRequest request, CancellationToken cancellation) =>
        (await ReadAsync(() => _analysis.AnalyzeArticleAsync(request, cancellationToken: cancellation), cancellation)).Analysis;

    public async Task<V1.Comparison> CompareAsync(CompareArticlesRequest request, CancellationToken cancellation) =>
        (await ReadAsync(() => _comparison.CompareArticlesAsync(request, cancellationToken: cancellation), cancellation)).Comparison;

    public async Task<PassageComparison> CompareAsync(ComparePassagesRequest request, CancellationToken cancellation) =>
        (await ReadAsync(() => _comparison.ComparePassagesAsync(request, cancellationToken: cancellation), cancellation)).Comparison;

    public Task<ListRulesResponse> ListAsync(ListRulesRequest request, CancellationToken cancellation) =>
        ReadAsync(() => _analysis.ListRulesAsync(request, cancellationToken: cancellation), cancellation);

    public async Task<Rule> GetAsync(GetRuleRequest request, CancellationToken cancellation) =>
        (await ReadAsync(() => _analysis.GetRuleAsync(request, cancellationToken: cancellation), cancellation)).Rule;

    public async Task<Article> CreateAsync(CreateArticleRequest request, CancellationToken cancellation) =>
        (await GuardAsync(_articles.CreateArticleAsync(request, cancellationToken: cancellation), cancellation)).Article;

    public async Task<Article> GetAsync(GetArticleRequest request, CancellationToken cancellation) =>
        (await ReadAsync(() => _articles.GetArticleAsync(request, cancellationToken: cancellation), cancellation)).Article;

    public Task<ListArticlesResponse> ListAsync(ListArticlesRequest request, CancellationToken cancellation) =>
        ReadAsync(() => _articles.ListArticlesAsync(request, cancellationToken: cancellation), cancellation);

    public Task<ListArticleRevisionsResponse> ListAsync(ListArticleRevisionsRequest request, CancellationToken cancellation) =>
        ReadAsync(() => _articles.ListArticleRevisionsAsync(request, cancellationToken: cancellation), cancellation);

    public Task DeleteAsync(DeleteArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(_articles.DeleteArticleAsync(request, cancellationToken: cancellation), cancellation);

    public ValueTask DisposeAsync()
    {
        _channel.Dispose();
        return ValueTask.CompletedTask;
    }

    // What changes nothing may be asked again.
    private Task<T> ReadAsync<T>(Func<AsyncUnaryCall<T>> call, CancellationToken cancellation) => Retries.RunAsync(() => GuardAsync(call(), cancellation), cancellation);

    private async Task<T> GuardAsync<T>(AsyncUnaryCall<T> call, CancellationToken cancellation)
    {
        try
        {
            using (call) return await call;
        }
        catch (RpcException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (RpcException error)
        {
            throw Explain(error);
        }
    }

    private Exception Explain(RpcException error)
    {
        string server = _server.GetLeftPart(UriPartial.Authority);
        return ServiceError.Of(error) switch
        {
            { } refusal when Reasons.TryGetValue(refusal.Reason, out var reason) =>
                new CallException(reason, error.Status.Detail, refusal.Metadata.GetValueOrDefault("field", ""), error),
            { } refusal => new CommandException(
                ExitCode.Surroundings, $"The server at {server} answers {refusal.Reason}, which this program does not know: {error.Status.Detail}", error),
            null when WrongProtocol(error) is { } other => new CommandException(ExitCode.Surroundings, $"The server at {server} {other}", error),
            null when error.StatusCode is StatusCode.Unavailable => new CommandException(
                ExitCode.Surroundings,
                $"No server answers at {server}. Start one there (from the sources: dotnet run --project src/Analysis.Server), name another with --server, or leave --server out to do the work in this process.",
                error,
                mayPass: true),
            null => new CommandException(
                ExitCode.Surroundings, $"The server at {server} does not answer as this program expects: {error.Status.Detail} ({error.StatusCode}).", error),
        };
    }

    // That the client library wraps in layers of its own.
    private static string? WrongProtocol(RpcException error)
    {
        for (var cause = error.Status.DebugException; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }:
                    return "does not answer over TLS, or its certificate is not trusted. Write http:// where it has none.";
                case HttpRequestException { HttpRequestError: HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError }:
                    return "does not speak HTTP/2 at this port. Name its port for gRPC, 50551 unless it was set otherwise.";
                case HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }:
                    return "cannot be found: the name of its host is not known. Check --server.";
            }
        }
        return null;
    }
}
