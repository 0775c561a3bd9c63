using Analysis.Mapping;
using Analysis.V1;
using Grpc.Core;

namespace Analysis.Server.Services;

/// <summary>analysis.v1.AnalysisService.</summary>
internal sealed class AnalysisGrpcService(AnalysisEngine engine) : AnalysisService.AnalysisServiceBase
{
    public override Task<AnalyzeArticleResponse> AnalyzeArticle(AnalyzeArticleRequest request, ServerCallContext context) =>
        Task.FromResult(engine.Analyze(request, context.CancellationToken));
}
