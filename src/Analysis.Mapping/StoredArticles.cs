using System.Globalization;
using Analysis.Storage;
using Analysis.V1;
using static Analysis.Mapping.FieldChecks;

namespace Analysis.Mapping;

/// <summary>The stored articles behind their contract: takes a request of <c>ArticleService</c>, gives an answer.</summary>
/// <remarks>Holds no state of its own and may be called from any number of threads.</remarks>
public sealed class StoredArticles
{
    private const int UsualPage = 100, LargestPage = 1000, LargestFullPage = 200;

    private const string SmallerView = "Ask for the view BASIC.";

    private readonly IArticleStore? _store;
    private readonly Limits _limits;
    private readonly PageTokens? _tokens;

    /// <summary>Makes it.</summary>
    /// <param name="store">The store; when null every call is refused with STORAGE_DISABLED.</param>
    /// <param name="limits">The limits; the documented ones when null.</param>
    public StoredArticles(IArticleStore? store, Limits? limits = null)
    {
        _store = store;
        _limits = limits ?? Limits.Default;
        _tokens = store is null ? null : new PageTokens(store.TokenKey);
    }

    /// <summary>Stores an article, or a new revision of one.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> ended the work before anything was stored.</exception>
    public async Task<CreateArticleResponse> CreateAsync(CreateArticleRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        const string Field = "article";
        RequestReader.CheckSize(request, _limits);
        if (request.Article is not { } inline)
            throw new RequestException(ErrorReason.ArticleMissing, $"The field {Field} holds no article. Send one.", ("field", Field));
        var (content, context) = RequestReader.ReadInline(inline, Field, _limits);
        CheckArticleId(inline.Id, Field + ".id");
        var conditions = ReadConditions(request.RequestId, request.Etag);
        var (bytes, form) = ArticleContent.ToStore(inline, content);
        string id = ArticleIdentity.Of(inline.Id, inline.Uri, bytes.Span);
        var article = new NewArticle(id, bytes, form, inline.MediaType, inline.Uri, context.Published);
        var revision = await StoreRefusals.GuardAsync(Store().CreateAsync(article, conditions, cancellation), new ArticleName(id, 0), conditions);
        return new CreateArticleResponse { Article = Map(revision) };
    }

    /// <summary>Gives an article or one of its revisions.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public async Task<GetArticleResponse> GetAsync(GetArticleRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = ArticleName.Read(request.Name, "name", revisions: true);
        bool full = ReadView(request.View);
        var found = await StoreRefusals.GuardAsync(Store().FindAsync(name.Id, name.Revision, full, cancellation), name);
        var article = Map(found ?? throw StoreRefusals.NotFound(name, "name"), full);
        return AnswerSize.Check(new GetArticleResponse { Article = article }, article, _limits, SmallerView);
    }

    /// <summary>Lists articles in the order in which they were first stored.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public async Task<ListArticlesResponse> ListAsync(ListArticlesRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        bool full = ReadView(request.View);
        int size = ReadPageSize(request.PageSize, UsualPage, full ? LargestFullPage : LargestPage);
        CheckField(request.Host, "host", _limits.IdBytes);
        var store = Store();
        string query = $"ListArticles\n{(full ? "full" : "basic")}\n{request.Host}";
        long after = _tokens!.Open(request.PageToken, query);
        // Half an answer for content leaves room for all else, the longest addresses among it.
        var page = await StoreRefusals.GuardAsync(
            store.ListAsync(new ArticleQuery(request.Host), after, size, full, _limits.AnswerBytes / 2, cancellation));
        var response = new ListArticlesResponse { Articles = { page.Items.Select(article => Map(article, full)) }, NextPageToken = _tokens.Seal(page.Next, query) };
        return AnswerSize.Check(response, response, _limits, full ? SmallerView : "Ask for a smaller page.");
    }

    /// <summary>Deletes an article with all its revisions.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public async Task<DeleteArticleResponse> DeleteAsync(DeleteArticleRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = ArticleName.Read(request.Name, "name", revisions: false);
        var conditions = ReadConditions(request.RequestId, request.Etag);
        await StoreRefusals.GuardAsync(Store().DeleteAsync(name.Id, conditions, cancellation), name, conditions);
        return new DeleteArticleResponse();
    }

    /// <summary>Lists the revisions of an article, oldest first.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public async Task<ListArticleRevisionsResponse> ListRevisionsAsync(ListArticleRevisionsRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var name = ArticleName.Read(request.Name, "name", revisions: false);
        int size = ReadPageSize(request.PageSize, UsualPage, LargestPage);
        var store = Store();
        string query = $"ListArticleRevisions\n{name}";
        long after = _tokens!.Open(request.PageToken, query);
        var page = await StoreRefusals.GuardAsync(store.ListRevisionsAsync(name.Id, after, size, cancellation), name);
        return new ListArticleRevisionsResponse { Revisions = { page.Items.Select(Map) }, NextPageToken = _tokens.Seal(page.Next, query) };
    }

    /// <summary>The article that a request names, with its content.</summary>
    /// <exception cref="RequestException">The name is of another form, or nothing of that name is stored.</exception>
    internal async Task<StoredArticle> FindAsync(string value, string field, CancellationToken cancellation)
    {
        var name = ArticleName.Read(value, field, revisions: true);
        return await StoreRefusals.GuardAsync(Store().FindAsync(name.Id, name.Revision, withContent: true, cancellation), name)
            ?? throw StoreRefusals.NotFound(name, field);
    }

    private IArticleStore Store() => _store ?? throw new RequestException(
        ErrorReason.StorageDisabled, "Articles are not stored here: no data folder is set. Send articles inline, or start with a data folder.");

    private static void CheckArticleId(string id, string field)
    {
        if (id.Length == 0 || ArticleIdentity.IsValid(id)) return;
        string excerpt = Excerpt(id);
        throw new RequestException(
            ErrorReason.InvalidArticleId,
            $"The field {field} holds \"{excerpt}\", which cannot stand in a name. Use 1 to 63 of the characters A-Z a-z 0-9 - _ . ~, the first a letter or a digit.",
            ("field", field), ("value", excerpt));
    }

    private WriteConditions ReadConditions(string requestId, string etag)
    {
        CheckField(etag, "etag", _limits.IdBytes);
        return new WriteConditions(ReadRequestId(requestId), etag);
    }

    private static bool ReadView(ArticleView view) => view switch
    {
        ArticleView.Unspecified or ArticleView.Basic => false,
        ArticleView.Full => true,
        _ => throw UnknownEnum("view", (int)view, "Use BASIC or FULL, or leave it out."),
    };

    private static Article Map(StoredArticle stored, bool full)
    {
        var article = Map(stored.Revision);
        article.Damaged = stored.Damaged;
        if (full && !stored.Damaged) article.Content = ArticleContent.FromStored(stored);
        return article;
    }

    private static Article Map(StoredRevision revision) => new()
    {
        Name = new ArticleName(revision.ArticleId, 0).ToString(),
        RevisionName = new ArticleName(revision.ArticleId, revision.Number).ToString(),
        Revision = (uint)revision.Number,
        Etag = revision.Etag,
        Sha256 = revision.Sha256,
        SizeBytes = (ulong)revision.SizeBytes,
        MediaType = revision.MediaType,
        Uri = revision.Uri,
        Published = revision.Published,
        CreateTime = Time(revision.ArticleCreated),
        RevisionCreateTime = Time(revision.Created),
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
