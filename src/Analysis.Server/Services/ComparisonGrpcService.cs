using Analysis.Mapping;
using Analysis.V1;
using Grpc.Core;

namespace Analysis.Server.Services;

/// <summary>analysis.v1.ComparisonService.</summary>
internal sealed class ComparisonGrpcService(AnalysisEngine engine) : ComparisonService.ComparisonServiceBase
{
    public override Task<CompareArticlesResponse> CompareArticles(CompareArticlesRequest request, ServerCallContext context) =>
        engine.CompareAsync(request, context.CancellationToken);

    public override Task<ComparePassagesResponse> ComparePassages(ComparePassagesRequest request, ServerCallContext context) =>
        Task.FromResult(engine.ComparePassages(request, context.CancellationToken));
}
