using Analysis.Language;
using Analysis.Mapping;
using Analysis.Storage;
using Analysis.V1;

namespace Analysis.Cli.Backends;

/// <summary>The engine and the stored articles in this process.</summary>
/// <param name="dataFolder">Where articles are stored; opened by the first request that needs it. Null where the user has no such folder.</param>
/// <param name="threads">Articles of one comparison that are read at a time; one a processor when null.</param>
internal sealed class LocalBackend(string? dataFolder, int? threads) : IAnalysisBackend
{
    // Only a server has to share itself out: here a book may be read. The bounds of messages follow from the largest comparison.
    private const int ArticleBytes = 16 * 1024 * 1024, AnswerBytes = 512 * 1024 * 1024;

    private static readonly Limits Limits = Limits.Default with
    {
        ArticleBytes = ArticleBytes,
        RequestBytes = ArticleBytes * Limits.Default.Articles + Limits.Default.RequestBytes,
        AnswerBytes = AnswerBytes,
    };

    private readonly Lazy<AnalysisEngine> _engine = new(() => new AnalysisEngine(TrainedParser.Default, Limits, threads));
    private readonly Lazy<Storing> _storing = new(() => Open(dataFolder, threads));

    public Task<ArticleAnalysis> AnalyzeAsync(AnalyzeArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => (await EngineFor(request.Article).AnalyzeAsync(request, cancellation)).Analysis);

    public Task<V1.Comparison> CompareAsync(CompareArticlesRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => (await EngineFor([.. request.Articles]).CompareAsync(request, cancellation)).Comparison);

    public Task<PassageComparison> CompareAsync(ComparePassagesRequest request, CancellationToken cancellation) =>
        GuardAsync(() => Task.FromResult(_engine.Value.ComparePassages(request, cancellation).Comparison));

    public Task<ListRulesResponse> ListAsync(ListRulesRequest request, CancellationToken cancellation) =>
        GuardAsync(() => Task.FromResult(_engine.Value.Rules.List(request)));

    public Task<Rule> GetAsync(GetRuleRequest request, CancellationToken cancellation) =>
        GuardAsync(() => Task.FromResult(_engine.Value.Rules.Get(request).Rule));

    public Task<Article> CreateAsync(CreateArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => (await _storing.Value.Articles.CreateAsync(request, cancellation)).Article);

    public Task<Article> GetAsync(GetArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => (await _storing.Value.Articles.GetAsync(request, cancellation)).Article);

    public Task<ListArticlesResponse> ListAsync(ListArticlesRequest request, CancellationToken cancellation) =>
        GuardAsync(() => _storing.Value.Articles.ListAsync(request, cancellation));

    public Task<ListArticleRevisionsResponse> ListAsync(ListArticleRevisionsRequest request, CancellationToken cancellation) =>
        GuardAsync(() => _storing.Value.Articles.ListRevisionsAsync(request, cancellation));

    public Task DeleteAsync(DeleteArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(() => _storing.Value.Articles.DeleteAsync(request, cancellation));

    public async ValueTask DisposeAsync()
    {
        if (_storing.IsValueCreated) await _storing.Value.Store.DisposeAsync();
    }

    private sealed record Storing(IArticleStore Store, StoredArticles Articles, AnalysisEngine Engine);

    private static Storing Open(string? folder, int? threads)
    {
        if (folder is null)
        {
            throw new CommandException(
                ExitCode.Surroundings, $"There is no folder for stored articles: this user has none for the data of programs. Name one with --data or {DataFolder.Variable}.");
        }
        try
        {
            var store = SqliteArticleStore.Open(folder, TimeProvider.System);
            var articles = new StoredArticles(store, Limits);
            return new Storing(store, articles, new AnalysisEngine(TrainedParser.Default, Limits, threads, articles));
        }
        catch (StoreException fault)
        {
            throw new CommandException(ExitCode.Surroundings, fault.Message, fault);
        }
    }

    private AnalysisEngine EngineFor(params ReadOnlySpan<ArticleInput> articles)
    {
        foreach (var article in articles)
            if (article.ArticleCase is ArticleInput.ArticleOneofCase.Name) return _storing.Value.Engine;
        return _engine.Value;
    }

    private static async Task<T> GuardAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RequestException refusal)
        {
            // What the store says of its files is for whoever runs it, who is the user here.
            string message = refusal.InnerException is StoreException fault ? fault.Message : refusal.Message;
            throw new CallException(refusal.Reason, message, refusal.Metadata.GetValueOrDefault("field", ""), refusal);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or CommandException))
        {
            // A fault on one article must not lose a batch of a million.
            throw new CallException(ErrorReason.InternalFault, $"A fault of the program ({fault.GetType().Name}). Please report it.", cause: fault);
        }
    }
}
