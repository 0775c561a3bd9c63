using Analysis.V1;
using Grpc.Core;

namespace Analysis.Client;

/// <summary>Compares articles and keeps the answer together with the texts that it points into.</summary>
/// <param name="channel">A channel to the service, as of <c>GrpcChannel.ForAddress</c>. The caller disposes of it.</param>
public sealed class ComparisonClient(ChannelBase channel)
{
    /// <summary>What <see cref="ComparedArticles"/> needs to know of each article.</summary>
    public static IReadOnlyList<Feature> Features { get; } = [Feature.Text, Feature.Structure, Feature.Entities, Feature.Quotes];

    private readonly ComparisonService.ComparisonServiceClient _comparison = new(channel);
    private readonly AnalysisService.AnalysisServiceClient _analysis = new(channel);

    /// <summary>Compares two or more articles; all offsets are UTF-16 units.</summary>
    /// <param name="articles">In the order of the answer. Put what was read from a file into <see cref="InlineArticle.Raw"/>, undecoded.</param>
    /// <param name="deadline">For each call by itself; null for none.</param>
    /// <param name="cancellation">Ends the calls early.</param>
    /// <exception cref="RpcException">A call failed; <see cref="ServiceError.Of"/> says why.</exception>
    /// <remarks>One call for the comparison, then one an article for its text, sentences and names, which a comparison does not repeat.</remarks>
    public async Task<ComparedArticles> CompareAsync(
        IReadOnlyList<InlineArticle> articles, TimeSpan? deadline = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        var inputs = articles.Select(article => new ArticleInput { Inline = article }).ToList();

        var compared = await _comparison.CompareArticlesAsync(
            new CompareArticlesRequest { Articles = { inputs }, PositionEncoding = PositionEncoding.Utf16 },
            Options(deadline, cancellation)).ConfigureAwait(false);

        var analyses = new List<ArticleAnalysis>(inputs.Count);
        foreach (var input in inputs)
        {
            var analyzed = await _analysis.AnalyzeArticleAsync(
                new AnalyzeArticleRequest { Article = input, Features = { Features }, PositionEncoding = PositionEncoding.Utf16 },
                Options(deadline, cancellation)).ConfigureAwait(false);
            analyses.Add(analyzed.Analysis);
        }

        return new ComparedArticles(compared.Comparison, analyses);
    }

    private static CallOptions Options(TimeSpan? deadline, CancellationToken cancellation) =>
        new(deadline: DateTime.UtcNow + deadline, cancellationToken: cancellation);
}
