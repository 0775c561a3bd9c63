using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Analysis.Analyzers;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.V1;

namespace Analysis.Mapping;

/// <summary>The whole product behind its contract: takes a request, gives an answer. What carries them is somebody else's business.</summary>
/// <remarks>
/// Holds no state between calls and may be called from any number of threads. The same request and identity give the same answer,
/// whatever the number of threads and the culture; of a stored article the revision that the answer names is part of the request.
/// </remarks>
public sealed class AnalysisEngine
{
    private readonly ISentenceParser _parser;
    private readonly Limits _limits;
    private readonly RequestReader _reader;
    private readonly AnalysisDriver _rules;
    private readonly int _threads;

    /// <summary>Makes an engine.</summary>
    /// <param name="parser">Grammar of English.</param>
    /// <param name="limits">The limits; the documented ones when null.</param>
    /// <param name="threads">Articles of one comparison that are read at a time; one a processor when null.</param>
    /// <param name="stored">Where articles are that a request names; nowhere when null.</param>
    /// <param name="ruleFailed">Told of every exception of a rule, with the rule's name; the answer only says that it failed.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="threads"/> is less than one.</exception>
    public AnalysisEngine(
        ISentenceParser parser, Limits? limits = null, int? threads = null, StoredArticles? stored = null, Action<string, Exception>? ruleFailed = null)
    {
        ArgumentNullException.ThrowIfNull(parser);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        _parser = parser;
        _limits = limits ?? Limits.Default;
        _threads = threads ?? Environment.ProcessorCount;
        _reader = new RequestReader(_limits, stored ?? new StoredArticles(null, _limits));
        _rules = new AnalysisDriver(RuleCatalog.Analyzers, failed: ruleFailed);
        Identity = EngineIdentity.Of(parser);
        Rules = new Rules(Identity);
    }

    /// <summary>What every answer says it was made by.</summary>
    public EngineIdentity Identity { get; }

    /// <summary>By which rules articles are checked.</summary>
    public Rules Rules { get; }

    /// <summary>Analyses one article.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> ended the work.</exception>
    public async Task<AnalyzeArticleResponse> AnalyzeAsync(AnalyzeArticleRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = await _reader.ReadAsync(request, cancellation);
        var article = new ArticleScope(order.Article, Build(order.Article, cancellation), 0, order.Offsets);
        var diagnostics = order.Features.Contains(Feature.Diagnostics) ? _rules.Analyze(article.Model, cancellation) : [];
        var analysis = ArticleMapping.Map(article, diagnostics, order.Features, order.Offsets.Encoding, Identity, cancellation);
        return AnswerSize.Check(new AnalyzeArticleResponse { Analysis = analysis }, analysis, _limits, "Ask for fewer features.");
    }

    /// <summary>Compares two or more articles.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> ended the work.</exception>
    public async Task<CompareArticlesResponse> CompareAsync(CompareArticlesRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = await _reader.ReadAsync(request, cancellation);
        var models = Build(order.Articles, cancellation);
        var story = ArticleComparison.Compare(models, cancellation);
        var diagnostics = _rules.Analyze(story, cancellation);
        var articles = models.Select((model, index) => new ArticleScope(order.Articles[index], model, index, order.Offsets)).ToImmutableArray();
        var comparison = ComparisonMapping.Map(story, order.Id, diagnostics, articles, order.Offsets.Encoding, Identity, cancellation);
        return AnswerSize.Check(new CompareArticlesResponse { Comparison = comparison }, comparison, _limits, "Compare fewer or shorter articles.");
    }

    /// <summary>Compares two passages.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> ended the work.</exception>
    public ComparePassagesResponse ComparePassages(ComparePassagesRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var order = _reader.Read(request);
        var left = new ArticleScope(order.Left, BuildPassage(order.Left, cancellation), 0, order.Offsets);
        var right = new ArticleScope(order.Right, BuildPassage(order.Right, cancellation), 1, order.Offsets);
        var comparison = ComparisonMapping.Map(
            Comparison.PassageComparison.Compare(left.Model, right.Model, order.SameSituation, cancellation), request.Id, left, right, order.Offsets.Encoding, Identity);
        return AnswerSize.Check(new ComparePassagesResponse { Comparison = comparison }, comparison, _limits, "Compare shorter passages.");
    }

    private SemanticModel Build(ReceivedArticle article, CancellationToken cancellation)
    {
        var tree = article.Content.ToTree(_limits, article.Field, cancellation: cancellation);
        if (article.Section > 0) tree = SectionOf(tree, article, cancellation);
        var model = SemanticModel.Build(tree, _parser, article.Context, cancellation);
        ArticleContent.CheckItems(model, article.Field, _limits);
        return model;
    }

    private static SyntaxTree SectionOf(SyntaxTree tree, ReceivedArticle article, CancellationToken cancellation)
    {
        if (article.Section < tree.SectionCount) return tree.OfSection((int)article.Section, cancellation);
        string field = article.Field[..article.Field.LastIndexOf('.')] + ".section", value = article.Section.ToString(CultureInfo.InvariantCulture);
        throw new RequestException(
            ErrorReason.SectionNotFound,
            $"The field {field} is {value}; the document has {FieldChecks.Number(tree.SectionCount)} sections, which count from 0. Analyse it whole to see them.",
            ("field", field), ("value", value), ("sections", FieldChecks.Number(tree.SectionCount)));
    }

    private SemanticModel BuildPassage(ReceivedArticle passage, CancellationToken cancellation) =>
        SemanticModel.Build(SyntaxTree.ParsePassage(passage.Content.Page, cancellation), _parser, passage.Context, cancellation);

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
}
