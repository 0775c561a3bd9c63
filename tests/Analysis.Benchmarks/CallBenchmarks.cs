using System.Collections.Immutable;
using Analysis.Server;
using Analysis.V1;
using BenchmarkDotNet.Attributes;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Analysis.Benchmarks;

/// <summary>Calls of the server, which runs in this process on a free loopback port, over one channel.</summary>
/// <remarks>
/// The empty call is a method that the benchmark adds to the server: it takes nothing, does nothing and answers nothing, and passes through
/// the same channel, port and interceptors. What a call costs beyond it is the work and the message.
/// </remarks>
public class CallBenchmarks
{
    private int _turn;
    private WebApplication _server = null!;
    private GrpcChannel _channel = null!;
    private ComparisonService.ComparisonServiceClient _comparison = null!;
    private ImmutableArray<CompareArticlesRequest> _requests;

    // Not asynchronous, and neither are the calls: inside one process BenchmarkDotNet does not wait for a setup that is.
    [GlobalSetup]
    public void Start()
    {
        _server = AnalysisServer.Build(["--grpc-port", "0", "--http-port", "0", "--data", "none"]);
        _server.MapGrpcService<EmptyService>();
        _server.Start();
        _channel = GrpcChannel.ForAddress(_server.Services.GetRequiredService<ServerAddresses>().GrpcUri);
        _comparison = new ComparisonService.ComparisonServiceClient(_channel);
        _requests = [.. Texts.Pairs.Select(pair => new CompareArticlesRequest { Articles = { Inline(pair.Left), Inline(pair.Right) } })];
    }

    [GlobalCleanup]
    public void Stop()
    {
        _channel.Dispose();
        _server.StopAsync().GetAwaiter().GetResult();
        _server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    [Benchmark(Description = "empty call")]
    public Empty CallNothing() => _channel.CreateCallInvoker().BlockingUnaryCall(EmptyServiceBase.Call, null, default, new Empty());

    [Benchmark(Description = "CompareArticles call, two of 5 KB"), Articles(2)]
    public CompareArticlesResponse CallCompareArticles() => _comparison.CompareArticles(_requests.Next(ref _turn));

    private static ArticleInput Inline(string text) => new() { Inline = new InlineArticle { Text = text } };
}

/// <summary>What the generator would write for a service with one empty method.</summary>
[BindServiceMethod(typeof(EmptyServiceBase), nameof(BindService))]
internal abstract class EmptyServiceBase
{
    private static readonly Marshaller<Empty> Nothing = Marshallers.Create(_ => [], _ => new Empty());

    /// <summary>The method, as client and server name it.</summary>
    public static Method<Empty, Empty> Call { get; } = new(MethodType.Unary, "analysis.benchmarks.EmptyService", nameof(Answer), Nothing, Nothing);

    /// <summary>Tells the server of the method.</summary>
    public static void BindService(ServiceBinderBase binder, EmptyServiceBase? service) =>
        binder.AddMethod(Call, service is null ? null : new UnaryServerMethod<Empty, Empty>(service.Answer));

    /// <summary>Answers a call.</summary>
    public abstract Task<Empty> Answer(Empty request, ServerCallContext context);
}

/// <summary>Answers at once.</summary>
internal sealed class EmptyService : EmptyServiceBase
{
    public override Task<Empty> Answer(Empty request, ServerCallContext context) => Task.FromResult(request);
}
