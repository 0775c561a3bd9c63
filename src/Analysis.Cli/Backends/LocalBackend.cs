using Analysis.Language;
using Analysis.Mapping;
using Analysis.Storage;
using Analysis.V1;

namespace Analysis.Cli.Backends;

/// <summary>The engine and the stored articles in this process.</summary>
/// <param name="dataFolder">
/// Where articles are stored, opened by the first request that needs it; <see cref="DataFolder.None"/> for nowhere. Null where the user has no such folder.
/// </param>
/// <param name="threads">Articles of one comparison that are read at a time; one a processor when null.</param>
internal sealed class LocalBackend(string? dataFolder, int? threads) : IAnalysisBackend
{
    // Only a server has to share itself out: here a book may be read. The bounds of messages follow from the largest comparison.
    private const int ArticleBytes = 16 * 1024 * 1024, AnswerBytes = 512 * 1024 * 1024;

    /// <summary>What is read in this process. Of what takes the most room less than sixteen times as much, so that none needs more than 2 GiB of memory.</summary>
    public static Limits Limits { get; } = Limits.Default with
    {
        ArticleBytes = ArticleBytes,
        PageTags = 4 * Limits.Default.PageTags,
        ArticleNodes = 8 * Limits.Default.ArticleNodes,
        ArticleItems = 8 * Limits.Default.ArticleItems,
        PageBytes = ArticleBytes,
        RequestBytes = ArticleBytes * Limits.Default.Articles + Limits.Default.RequestBytes,
        AnswerBytes = AnswerBytes,
    };

    /// <summary>How long another command line may hold the folder before this one gives up: most last seconds.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _opening = new();
    private readonly Lazy<AnalysisEngine> _engine = new(() => new AnalysisEngine(TrainedParser.Default, Limits, threads));
    private readonly Lazy<Storing> _nothing = new(() => Of(new EmptyStore(), threads));
    private Task<Storing>? _storing;

    public Task<ArticleAnalysis> AnalyzeAsync(AnalyzeArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => (await (await EngineForAsync([request.Article], cancellation)).AnalyzeAsync(request, cancellation)).Analysis);

    public Task<V1.Comparison> CompareAsync(CompareArticlesRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => (await (await EngineForAsync(request.Articles, cancellation)).CompareAsync(request, cancellation)).Comparison);

    public Task<PassageComparison> CompareAsync(ComparePassagesRequest request, CancellationToken cancellation) =>
        GuardAsync(() => Task.FromResult(_engine.Value.ComparePassages(request, cancellation).Comparison));

    public Task<ListRulesResponse> ListAsync(ListRulesRequest request, CancellationToken cancellation) =>
        GuardAsync(() => Task.FromResult(_engine.Value.Rules.List(request)));

    public Task<Rule> GetAsync(GetRuleRequest request, CancellationToken cancellation) =>
        GuardAsync(() => Task.FromResult(_engine.Value.Rules.Get(request).Rule));

    public Task<Article> CreateAsync(CreateArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => (await (await OpenedAsync(cancellation)).Articles.CreateAsync(request, cancellation)).Article);

    public Task<Article> GetAsync(GetArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => (await (await ReadableAsync(cancellation)).Articles.GetAsync(request, cancellation)).Article);

    public Task<ListArticlesResponse> ListAsync(ListArticlesRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => await (await ReadableAsync(cancellation)).Articles.ListAsync(request, cancellation));

    public Task<ListArticleRevisionsResponse> ListAsync(ListArticleRevisionsRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => await (await ReadableAsync(cancellation)).Articles.ListRevisionsAsync(request, cancellation));

    public Task DeleteAsync(DeleteArticleRequest request, CancellationToken cancellation) =>
        GuardAsync(async () => await (await ReadableAsync(cancellation)).Articles.DeleteAsync(request, cancellation));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_storing is { } storing)
        {
            await storing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            if (storing.IsCompletedSuccessfully) await storing.Result.Store.DisposeAsync();
        }
        _end.Dispose();
    }

    private sealed record Storing(IArticleStore Store, StoredArticles Articles, AnalysisEngine Engine);

    private static Storing Of(IArticleStore? store, int? threads)
    {
        var articles = new StoredArticles(store, Limits);
        return new Storing(store ?? new EmptyStore(), articles, new AnalysisEngine(TrainedParser.Default, Limits, threads, articles));
    }

    /// <summary>The store, for what only reads or deletes: a folder without one is left as it is.</summary>
    private Task<Storing> ReadableAsync(CancellationToken cancellation) =>
        _storing is null && dataFolder is not (null or DataFolder.None) && HoldsNothing(dataFolder) ? Task.FromResult(_nothing.Value) : OpenedAsync(cancellation);

    /// <summary>The store, made where it is missing.</summary>
    private Task<Storing> OpenedAsync(CancellationToken cancellation)
    {
        lock (_opening) return (_storing ??= Task.Run(OpenAsync, CancellationToken.None)).WaitAsync(cancellation);
    }

    private async Task<Storing> OpenAsync()
    {
        if (dataFolder is null)
        {
            throw new CommandException(
                ExitCode.Surroundings, $"There is no folder for stored articles: this user has none for the data of programs. Name one with --data or {DataFolder.Variable}.");
        }
        if (dataFolder is DataFolder.None)
        {
            throw new CommandException(
                ExitCode.Surroundings, $"Nothing is stored: --data or {DataFolder.Variable} says {DataFolder.None}. Name a folder.");
        }
        var clock = TimeProvider.System;
        for (long start = clock.GetTimestamp(); ;)
        {
            try
            {
                return Of(SqliteArticleStore.Open(dataFolder, clock), threads);
            }
            catch (StoreException fault) when (fault.Fault is StoreFault.InUse && clock.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(BetweenTries, _end.Token);
            }
            catch (StoreException fault)
            {
                throw new CommandException(ExitCode.Surroundings, fault.Message, fault);
            }
        }
    }

    private static bool HoldsNothing(string folder)
    {
        try
        {
            return !Path.Exists(folder) || !Directory.EnumerateFiles(folder, "articles.db").Any();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // What is wrong with it is said by the store.
            return false;
        }
    }

    private async Task<AnalysisEngine> EngineForAsync(IEnumerable<ArticleInput?> articles, CancellationToken cancellation) =>
        articles.Any(article => article?.ArticleCase is ArticleInput.ArticleOneofCase.Name) ? (await ReadableAsync(cancellation)).Engine : _engine.Value;

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
