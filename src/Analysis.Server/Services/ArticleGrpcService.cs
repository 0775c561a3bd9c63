using Analysis.Mapping;
using Analysis.V1;
using Grpc.Core;

namespace Analysis.Server.Services;

/// <summary>analysis.v1.ArticleService.</summary>
internal sealed class ArticleGrpcService(StoredArticles articles) : ArticleService.ArticleServiceBase
{
    public override Task<CreateArticleResponse> CreateArticle(CreateArticleRequest request, ServerCallContext context) =>
        articles.CreateAsync(request, context.CancellationToken);

    public override Task<GetArticleResponse> GetArticle(GetArticleRequest request, ServerCallContext context) =>
        articles.GetAsync(request, context.CancellationToken);

    public override Task<ListArticlesResponse> ListArticles(ListArticlesRequest request, ServerCallContext context) =>
        articles.ListAsync(request, context.CancellationToken);

    public override Task<DeleteArticleResponse> DeleteArticle(DeleteArticleRequest request, ServerCallContext context) =>
        articles.DeleteAsync(request, context.CancellationToken);

    public override Task<ListArticleRevisionsResponse> ListArticleRevisions(ListArticleRevisionsRequest request, ServerCallContext context) =>
        articles.ListRevisionsAsync(request, context.CancellationToken);
}
