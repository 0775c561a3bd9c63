using Analysis.Language;
using Analysis.Storage;
using Analysis.V1;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Analysis.Server.Tests.Support;

/// <summary>The server on free loopback ports, and clients of it.</summary>
public sealed class TestServer : IAsyncLifetime, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ListLoggerProvider _log = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("analysis-");
    private readonly TaskCompletionSource _callAborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private GrpcChannel? _channel;

    /// <summary>With the product's own parser, as a fixture of test classes.</summary>
    public TestServer()
        : this(null, null, null)
    {
    }

    private TestServer(ISentenceParser? parser, IArticleStore? store, TimeSpan? drain, params string[] settings) => _app = AnalysisServer.Build(
        ["--grpc-port", "0", "--http-port", "0", "--data", _data.FullName, "--Logging:LogLevel:Default=Debug", .. settings],
        services =>
        {
            if (parser is not null) services.AddSingleton(parser);
            if (store is not null) services.AddSingleton(store);
            if (drain is { } limit) services.Configure<HostOptions>(host => host.ShutdownTimeout = limit);
            services.AddLogging(logging => logging.ClearProviders().AddProvider(_log));
            services.AddSingleton<IStartupFilter>(new AbortFilter(_callAborted));
        });

    public AnalysisService.AnalysisServiceClient Analysis => new(Channel);

    public ComparisonService.ComparisonServiceClient Comparison => new(Channel);

    public ArticleService.ArticleServiceClient Articles => new(Channel);

    public GrpcChannel Channel => _channel ??= GrpcChannel.ForAddress(GrpcUri, new GrpcChannelOptions { MaxReceiveMessageSize = 4 * 1024 * 1024 });

    public Uri GrpcUri => Addresses.GrpcUri;

    public Uri HttpUri => Addresses.HttpUri;

    /// <summary>What the server has logged.</summary>
    public IReadOnlyCollection<string> Log => _log.Lines;

    /// <summary>Done as soon as the server has noticed that a caller went away.</summary>
    public Task CallAborted => _callAborted.Task;

    private ServerAddresses Addresses => _app.Services.GetRequiredService<ServerAddresses>();

    /// <summary>Starts a server of its own for one test.</summary>
    internal static async Task<TestServer> StartAsync(
        ISentenceParser? parser = null, TimeSpan? drain = null, IArticleStore? store = null, params string[] settings)
    {
        var server = new TestServer(parser, store, drain, settings);
        await server.InitializeAsync();
        return server;
    }

    public Task InitializeAsync() => _app.StartAsync();

    public Task StopAsync() => _app.StopAsync();

    public async Task DisposeAsync()
    {
        _channel?.Dispose();
        await _app.DisposeAsync();
        _log.Dispose();
        _data.Delete(recursive: true);
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    private sealed class AbortFilter(TaskCompletionSource aborted) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                context.RequestAborted.Register(() => aborted.TrySetResult());
                return following(context);
            });
            next(app);
        };
    }

    /// <summary>A good call, as a check that the server is well.</summary>
    public async Task CheckHealthyAsync()
    {
        var answer = await Analysis.AnalyzeArticleAsync(Requests.Analyze("The ferry carried 214 passengers."), deadline: DateTime.UtcNow.AddSeconds(30));
        Assert.Single(answer.Analysis.Sentences);
    }

    /// <summary>Makes a call that is to fail and reads what the contract promises of the error.</summary>
    internal static async Task<Failure> FailAsync<TResponse>(AsyncUnaryCall<TResponse> call)
    {
        using (call)
            return Failure.Of(await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync));
    }
}

/// <summary>An error as a caller sees it.</summary>
internal sealed record Failure(StatusCode Code, string Message, string Reason, IReadOnlyDictionary<string, string> Metadata, string? Field)
{
    public static Failure Of(RpcException error) =>
        Of(error.StatusCode, error.Status.Detail, error.Trailers.GetValueBytes("grpc-status-details-bin"));

    public static Failure Of(StatusCode code, string message, byte[]? details)
    {
        Assert.NotNull(details);
        var status = Google.Rpc.Status.Parser.ParseFrom(details);
        Assert.Equal((int)code, status.Code);
        Assert.Equal(message, status.Message);
        var info = Assert.Single(status.Details, detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        Assert.Equal("analysis.v1", info.Domain);
        var violation = status.Details.SingleOrDefault(detail => detail.Is(BadRequest.Descriptor))?.Unpack<BadRequest>().FieldViolations.Single();
        Assert.Equal(info.Metadata.GetValueOrDefault("field"), violation?.Field);
        return new Failure(code, message, info.Type, info.Metadata, violation?.Field);
    }
}

internal static class MapExtensions
{
    public static string? GetValueOrDefault(this Google.Protobuf.Collections.MapField<string, string> map, string key) =>
        map.TryGetValue(key, out string? value) ? value : null;
}
