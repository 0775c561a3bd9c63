using System.Collections.Concurrent;
using System.Threading.Channels;
using Analysis.Cli.Backends;
using Analysis.Storage;
using Analysis.V1;

namespace Analysis.Cli.Batch;

/// <summary>What became of an article.</summary>
internal enum IngestState
{
    /// <summary>It was stored for the first time.</summary>
    New,

    /// <summary>It was there, and has a new revision.</summary>
    Revised,

    /// <summary>It was there as it is.</summary>
    Unchanged,
}

/// <summary>How storing an article ended.</summary>
/// <param name="Source">What was to be stored.</param>
/// <param name="Article">As stored; null where it was refused.</param>
/// <param name="State">What became of it.</param>
/// <param name="Refusal">Why it was refused or cannot be read; null where it was stored.</param>
internal sealed record IngestResult(IngestSource Source, Article? Article, IngestState State, Exception? Refusal);

/// <summary>Stores articles, several at a time, so that they share the store's commits.</summary>
/// <remarks>
/// Writes are sent off in the order of the articles; in process that is the order in which they are listed later, while a server may take
/// up any of those in flight first. Two of one article wait for each other, so that the last of them is the latest revision.
/// </remarks>
internal sealed class IngestRun(IAnalysisBackend backend)
{
    /// <summary>Writes in flight: a commit costs the same for one and for sixteen.</summary>
    private const int InFlight = 16;

    // By article, the last of its writes that has not ended.
    private readonly ConcurrentDictionary<string, Task> _writing = new(StringComparer.Ordinal);

    /// <summary>Stores all of them.</summary>
    /// <param name="sources">Read by a thread of its own.</param>
    /// <param name="deliver">Takes each result in order, and whether the next one is there already.</param>
    /// <param name="cancellation">Ends the run; a write that was sent off is made.</param>
    public async Task RunAsync(IEnumerable<IngestSource> sources, Action<IngestResult, bool> deliver, CancellationToken cancellation)
    {
        var found = Channel.CreateBounded<Write>(InFlight);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var sending = Task.Run(() => SendAsync(found.Reader, end.Token), CancellationToken.None);
        try
        {
            await OrderedPipeline.RunAsync(Writes(sources, found.Writer, end.Token), (write, _) => write.Result.Task, deliver, InFlight, InFlight, end.Token);
        }
        finally
        {
            found.Writer.TryComplete();
            await end.CancelAsync();
            await sending;
        }
    }

    // In the thread that reads: whether an article is known is asked at once, but not before a write of the same one has ended.
    private IEnumerable<Write> Writes(IEnumerable<IngestSource> sources, ChannelWriter<Write> found, CancellationToken end)
    {
        foreach (var source in sources)
        {
            string id = source.Article is { } article ? ArticleIdentity.Of(article.Id, article.Uri, Content(article)) : "";
            var write = new Write(source, id);
            if (id.Length > 0)
            {
                var before = _writing.GetValueOrDefault(id, Task.CompletedTask);
                _writing[id] = write.Result.Task;
                write.Known = KnownRevisionAsync(id, before, end);
            }
            if (!found.TryWrite(write)) found.WriteAsync(write, end).AsTask().GetAwaiter().GetResult();
            yield return write;
        }
        found.Complete();
    }

    private async Task SendAsync(ChannelReader<Write> found, CancellationToken end)
    {
        while (await found.WaitToReadAsync(CancellationToken.None))
        {
            while (found.TryRead(out var write))
            {
                if (write.Source.Refusal is { } refusal) write.Result.SetResult(new IngestResult(write.Source, null, default, refusal));
                else await SendAsync(write, end);
            }
        }
    }

    // Ends when the write is sent off, not when it is made.
    private async Task SendAsync(Write write, CancellationToken end)
    {
        try
        {
            _ = StoreAsync(write, await write.Known!, end);
        }
        catch (Exception failure)
        {
            write.Result.SetException(failure);
        }
    }

    private async Task StoreAsync(Write write, uint known, CancellationToken end)
    {
        try
        {
            var stored = await CreateAsync(write.Source.Article!, end);
            var state = known == 0 ? IngestState.New : stored.Revision > known ? IngestState.Revised : IngestState.Unchanged;
            write.Result.SetResult(new IngestResult(write.Source, stored, state, null));
        }
        catch (CallException refusal) when (ExitCode.Of(refusal.Reason) is ExitCode.Refused)
        {
            write.Result.SetResult(new IngestResult(write.Source, null, default, refusal));
        }
        catch (Exception failure)
        {
            write.Result.SetException(failure);
        }
        _writing.TryRemove(KeyValuePair.Create(write.ArticleId, (Task)write.Result.Task));
    }

    // Whether a write that failed was made is unknown: with the same request id it is made once.
    private Task<Article> CreateAsync(InlineArticle article, CancellationToken end)
    {
        var request = new CreateArticleRequest { Article = article, RequestId = Guid.NewGuid().ToString("D") };
        return Retries.RunAsync(() => backend.CreateAsync(request, end), end);
    }

    private async Task<uint> KnownRevisionAsync(string id, Task before, CancellationToken end)
    {
        await before.WaitAsync(end).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            // Of an id that cannot stand in a name, the write itself says so.
            return ArticleIdentity.IsValid(id) ? (await backend.GetAsync(new GetArticleRequest { Name = $"articles/{id}" }, end)).Revision : 0;
        }
        catch (Exception failure) when (failure is CallException { Reason: ErrorReason.ArticleNotFound } || Retries.MayPass(failure))
        {
            return 0;
        }
    }

    private static ReadOnlySpan<byte> Content(InlineArticle article) => article.ContentCase switch
    {
        InlineArticle.ContentOneofCase.Raw => article.Raw.Span,
        InlineArticle.ContentOneofCase.Text => System.Text.Encoding.UTF8.GetBytes(article.Text),
        _ => System.Text.Encoding.UTF8.GetBytes(string.Join('\n', article.Pretokenized.Sentences.Select(sentence => string.Join(' ', sentence.Forms)))),
    };

    /// <summary>An article on its way.</summary>
    private sealed class Write(IngestSource source, string articleId)
    {
        public IngestSource Source => source;

        public string ArticleId => articleId;

        /// <summary>The revision that was stored before; 0 for none.</summary>
        public Task<uint>? Known { get; set; }

        public TaskCompletionSource<IngestResult> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
