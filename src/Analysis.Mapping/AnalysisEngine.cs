using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Mapping;

/// <summary>The whole product behind its contract: takes a request, gives an answer. What carries them is somebody else's business.</summary>
/// <remarks>
/// Holds no state between calls and may be called from any number of threads. The same request and identity give the same answer,
/// whatever the number of threads and the culture.
/// </remarks>
public sealed class AnalysisEngine
{
    private readonly ISentenceParser _parser;
    private readonly Limits _limits;
    private readonly int _threads;

    /// <summary>Makes an engine.</summary>
    /// <param name="parser">Grammar of English.</param>
    /// <param name="limits">The limits; the documented ones when null.</param>
    /// <param name="threads">Articles of one comparison that are read at a time; one a processor when null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than one.</exception>
    public AnalysisEngine(ISentenceParser parser, Limits? limits = null, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(parser);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        _parser = parser;
        _limits = limits ?? Limits.Default;
        _threads = threads ?? Environment.ProcessorCount;
        Identity = EngineIdentity.Of(parser, _limits);
    }

    /// <summary>What every answer says it was made by.</summary>
    public EngineIdentity Identity { get; }

    /// <summary>Analyses one article.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> ended the work.</exception>
    public AnalyzeArticleResponse Analyze(AnalyzeArticleRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = ArticleRequests.Read(request, _limits);
        var article = new ArticleScope(order.Article, Build(order.Article, cancellation), 0, order.Encoding);
        var analysis = ArticleMapping.Map(article, order.Features, order.Encoding, Identity, cancellation);
        return CheckSize(new AnalyzeArticleResponse { Analysis = analysis }, analysis, "Ask for fewer features.");
    }

    /// <summary>Compares two or more articles.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> ended the work.</exception>
    public CompareArticlesResponse Compare(CompareArticlesRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = ArticleRequests.Read(request, _limits, cancellation);
        var models = Build(order.Articles, cancellation);
        var story = ArticleComparison.Compare(models, cancellation);
        var articles = models.Select((model, index) => new ArticleScope(order.Articles[index], model, index, order.Encoding)).ToImmutableArray();
        var comparison = ComparisonMapping.Map(story, articles, order.Encoding, Identity, cancellation);
        return CheckSize(new CompareArticlesResponse { Comparison = comparison }, comparison, "Compare fewer or shorter articles.");
    }

    private SemanticModel Build(ReceivedArticle article, CancellationToken cancellation) =>
        SemanticModel.Build(SyntaxTree.Parse(article.Text, cancellation), _parser, article.Context, cancellation);

    private ImmutableArray<SemanticModel> Build(ImmutableArray<ReceivedArticle> articles, CancellationToken cancellation)
    {
        var models = new SemanticModel[articles.Length];
        try
        {
            Parallel.For(
                0, articles.Length,
                new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation },
                index => models[index] = Build(articles[index], cancellation));
        }
        catch (AggregateException fault)
        {
            // Whichever article failed first: the fault is the engine's own, and one is enough to tell of.
            ExceptionDispatchInfo.Throw(fault.Flatten().InnerExceptions[0]);
        }
        return [.. models];
    }

    private TResponse CheckSize<TResponse>(TResponse response, IMessage content, string remedy)
        where TResponse : IMessage
    {
        int bytes = response.CalculateSize();
        if (bytes <= _limits.AnswerBytes) return response;
        string size = bytes.ToString(CultureInfo.InvariantCulture);
        string limit = _limits.AnswerBytes.ToString(CultureInfo.InvariantCulture);
        string largest = string.Join(',', AnswerSize.Largest(content));
        throw new RequestException(
            ErrorReason.ResponseTooLarge,
            $"The answer has {size} bytes; it may have {limit}. Most of it is {largest}. {remedy}",
            ("size_bytes", size), ("limit_bytes", limit), ("largest", largest));
    }
}
