using Analysis.Mapping;
using Analysis.V1;
using Grpc.Core;

namespace Analysis.Server.Services;

/// <summary>analysis.v1.AnalysisService.</summary>
internal sealed class AnalysisGrpcService(AnalysisEngine engine) : AnalysisService.AnalysisServiceBase
{
    public override Task<AnalyzeArticleResponse> AnalyzeArticle(AnalyzeArticleRequest request, ServerCallContext context) =>
        engine.AnalyzeAsync(request, context.CancellationToken);

    public override Task<ListRulesResponse> ListRules(ListRulesRequest request, ServerCallContext context) => Task.FromResult(engine.Rules.List(request));

    public override Task<GetRuleResponse> GetRule(GetRuleRequest request, ServerCallContext context) => Task.FromResult(engine.Rules.Get(request));
}
