using Analysis.V1;

namespace Analysis.Cli.Backends;

/// <summary>Whatever answers requests: the engine in this process, or a server. Same requests, same answers.</summary>
/// <remarks>
/// Safe to call from any number of threads. Every call throws <see cref="CallException"/> when it is refused or fails by itself,
/// <see cref="CommandException"/> when no call can succeed, and <see cref="OperationCanceledException"/> when its token ends it.
/// </remarks>
internal interface IAnalysisBackend : IAsyncDisposable
{
    Task<ArticleAnalysis> AnalyzeAsync(AnalyzeArticleRequest request, CancellationToken cancellation);

    Task<V1.Comparison> CompareAsync(CompareArticlesRequest request, CancellationToken cancellation);

    Task<PassageComparison> CompareAsync(ComparePassagesRequest request, CancellationToken cancellation);

    Task<ListRulesResponse> ListAsync(ListRulesRequest request, CancellationToken cancellation);

    Task<Rule> GetAsync(GetRuleRequest request, CancellationToken cancellation);

    Task<Article> CreateAsync(CreateArticleRequest request, CancellationToken cancellation);

    Task<Article> GetAsync(GetArticleRequest request, CancellationToken cancellation);

    Task<ListArticlesResponse> ListAsync(ListArticlesRequest request, CancellationToken cancellation);

    Task<ListArticleRevisionsResponse> ListAsync(ListArticleRevisionsRequest request, CancellationToken cancellation);

    Task DeleteAsync(DeleteArticleRequest request, CancellationToken cancellation);
}
