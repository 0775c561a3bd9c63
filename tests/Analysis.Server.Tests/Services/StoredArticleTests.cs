using Analysis.Server.Tests.Support;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Server.Tests.Services;

/// <summary>ArticleService through the generated client, and stored articles in the other services.</summary>
public sealed class StoredArticleTests : IAsyncLifetime
{
    private const string Left = "The ferry carried 214 passengers, the coastguard said.", Right = "The ferry carried 241 passengers, the coastguard said.";

    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Article_ComesBackByteForByte()
    {
        var raw = ByteString.CopyFrom(0xef, 0xbb, 0xbf, (byte)'O', (byte)'n', (byte)'e', 0x00, 0xff, 0xfe, (byte)'\r', (byte)'\n');
        var created = await CreateAsync(new InlineArticle { Raw = raw, Uri = "https://example.org/a", Published = "2024-03-12", MediaType = "text/plain" });

        var basic = (await _server.Articles.GetArticleAsync(new GetArticleRequest { Name = created.Name })).Article;
        var full = (await _server.Articles.GetArticleAsync(new GetArticleRequest { Name = created.RevisionName, View = ArticleView.Full })).Article;

        Assert.Equal(created, basic);
        Assert.Null(basic.Content);
        Assert.Equal(raw, full.Content.Raw);
        Assert.Equal(("https://example.org/a", "2024-03-12", "text/plain"), (full.Content.Uri, full.Content.Published, full.Content.MediaType));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(raw.Span)), full.Sha256);
        Assert.Equal((11UL, 1U, created.Name + "/revisions/1"), (full.SizeBytes, full.Revision, full.RevisionName));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", full.CreateTime);
        full.Content = null;
        Assert.Equal(basic, full);
    }

    [Fact]
    public async Task Content_KeepsTheFormItCameIn()
    {
        var tokens = new PretokenizedText { Sentences = { new PretokenizedSentence { Forms = { "Nobody", "was", "hurt", "." } }, new PretokenizedSentence { Forms = { "Ann", "said", "so", "." } } } };
        var stored = await CreateAsync(new InlineArticle { Id = "gold", Pretokenized = tokens });
        var full = await _server.Articles.GetArticleAsync(new GetArticleRequest { Name = stored.Name, View = ArticleView.Full });
        Assert.Equal(tokens, full.Article.Content.Pretokenized);

        var analysis = (await _server.Analysis.AnalyzeArticleAsync(Named(stored.Name, Feature.Text, Feature.Tokens))).Analysis;
        Assert.Equal("Nobody was hurt .\nAnn said so .", analysis.Text);
        Assert.Equal(tokens.Sentences.SelectMany(sentence => sentence.Forms), analysis.Tokens.Select(token => token.Form));
    }

    [Fact]
    public async Task Revisions_AreSequential()
    {
        foreach (string text in new[] { Left, Right, Right, Left }) await CreateAsync(new InlineArticle { Id = "ferry", Text = text });

        var first = await _server.Articles.ListArticleRevisionsAsync(new ListArticleRevisionsRequest { Name = "articles/ferry", PageSize = 2 });
        var second = await _server.Articles.ListArticleRevisionsAsync(
            new ListArticleRevisionsRequest { Name = "articles/ferry", PageSize = 2, PageToken = first.NextPageToken });

        Assert.Equal([1U, 2U, 3U], first.Revisions.Concat(second.Revisions).Select(revision => revision.Revision));
        Assert.Equal("", second.NextPageToken);
        Assert.Equal(first.Revisions[0].Etag, second.Revisions[0].Etag);
    }

    [Fact]
    public async Task StoredAndInline_AreComparedTogether()
    {
        await CreateAsync(new InlineArticle { Id = "left", Text = Left });
        await CreateAsync(new InlineArticle { Id = "left", Text = "Another text." });
        var inline = new ArticleInput { Inline = new InlineArticle { Id = "right", Text = Right } };

        var mixed = await _server.Comparison.CompareArticlesAsync(
            new CompareArticlesRequest { Id = "c1", Articles = { new ArticleInput { Name = "articles/left/revisions/1" }, inline } });
        var sent = await _server.Comparison.CompareArticlesAsync(
            new CompareArticlesRequest { Id = "c1", Articles = { new ArticleInput { Inline = new InlineArticle { Id = "left", Text = Left } }, inline } });

        Assert.Equal(["articles/left/revisions/1", ""], mixed.Comparison.Articles.Select(article => article.Name));
        mixed.Comparison.Articles[0].Name = "";
        Assert.Equal(sent, mixed);
    }

    [Fact]
    public async Task Name_StandsForTheLatestRevision()
    {
        await CreateAsync(new InlineArticle { Id = "a", Text = Left, Published = "2024-03-12" });
        await CreateAsync(new InlineArticle { Id = "a", Text = Right, Published = "2024-03-13", Uri = "https://example.org/a" });
        var latest = (await _server.Analysis.AnalyzeArticleAsync(Named("articles/a", Feature.Text))).Analysis;
        Assert.Equal(("articles/a/revisions/2", "a", Right, "2024-03-13"), (latest.Name, latest.Id, latest.Text, latest.Metadata.Published.Value));
        Assert.Equal(FoundIn.Request, latest.Metadata.Published.FoundIn);
    }

    [Theory]
    [InlineData("articles/b")]
    [InlineData("articles/a/revisions/2")]
    public async Task UnknownName_IsNotFound(string name)
    {
        await CreateAsync(new InlineArticle { Id = "a", Text = Left });
        Failure[] failures =
        [
            await TestServer.FailAsync(_server.Articles.GetArticleAsync(new GetArticleRequest { Name = name })),
            await TestServer.FailAsync(_server.Analysis.AnalyzeArticleAsync(Named(name))),
        ];
        Assert.All(failures, failure => Assert.Equal(("ARTICLE_NOT_FOUND", name), (failure.Reason, failure.Metadata["name"])));
    }

    [Fact]
    public async Task Page_GoesOnWhereTheLastEnded()
    {
        for (int i = 0; i < 7; i++) await CreateAsync(new InlineArticle { Id = $"a{i}", Text = Left, Uri = i % 2 == 0 ? $"https://www.example.org/{i}" : $"https://example.net/{i}" });

        Assert.Equal(["a0", "a1", "a2", "a3", "a4", "a5", "a6"], await ListAsync(new ListArticlesRequest { PageSize = 3 }, calls: 3));
        Assert.Equal(["a0", "a2", "a4", "a6"], await ListAsync(new ListArticlesRequest { PageSize = 3, Host = "WWW.example.org" }, calls: 2));
        Assert.Equal([], await ListAsync(new ListArticlesRequest { Host = "example.com" }, calls: 1));
    }

    [Fact]
    public async Task PageToken_IsBoundToItsQuery()
    {
        for (int i = 0; i < 3; i++) await CreateAsync(new InlineArticle { Id = $"a{i}", Text = Left, Uri = $"https://example.org/{i}" });
        string token = (await _server.Articles.ListArticlesAsync(new ListArticlesRequest { PageSize = 1 })).NextPageToken;

        // The same, with another size of the page: that may change.
        Assert.Equal(2, (await _server.Articles.ListArticlesAsync(new ListArticlesRequest { PageSize = 5, PageToken = token })).Articles.Count);
        // A token says nothing, and any change of it or of the query is noticed.
        Assert.DoesNotContain("a0", System.Text.Encoding.Latin1.GetString(Convert.FromBase64String(token.Replace('-', '+').Replace('_', '/'))), StringComparison.Ordinal);
        var wrong = Enumerable.Range(0, token.Length).Select(at => token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..])
            .Select(changed => new ListArticlesRequest { PageToken = changed })
            .Append(new ListArticlesRequest { PageToken = token, Host = "example.org" })
            .Append(new ListArticlesRequest { PageToken = token, View = ArticleView.Full })
            .Append(new ListArticlesRequest { PageToken = token + "A" });
        foreach (var request in wrong) Assert.Equal("INVALID_PAGE_TOKEN", (await TestServer.FailAsync(_server.Articles.ListArticlesAsync(request))).Reason);
        Assert.Equal("INVALID_PAGE_TOKEN", (await TestServer.FailAsync(
            _server.Articles.ListArticleRevisionsAsync(new ListArticleRevisionsRequest { Name = "articles/a0", PageToken = token }))).Reason);
    }

    [Fact]
    public async Task FullPage_StaysWithinAnAnswer()
    {
        string text = string.Concat(Enumerable.Repeat("The ferry ran aground. ", 40_000));
        for (int i = 0; i < 5; i++) await CreateAsync(new InlineArticle { Id = $"a{i}", Text = text });
        Assert.Equal(["a0", "a1", "a2", "a3", "a4"], await ListAsync(new ListArticlesRequest { View = ArticleView.Full }, calls: 5));
    }

    [Fact]
    public async Task Repetition_GetsTheFirstAnswer()
    {
        var request = new CreateArticleRequest { Article = new InlineArticle { Id = "a", Text = Left }, RequestId = Guid.NewGuid().ToString() };
        var first = await _server.Articles.CreateArticleAsync(request);
        await CreateAsync(new InlineArticle { Id = "a", Text = Right });
        Assert.Equal(first, await _server.Articles.CreateArticleAsync(request));
        Assert.Equal(2, (await _server.Articles.ListArticleRevisionsAsync(new ListArticleRevisionsRequest { Name = "articles/a" })).Revisions.Count);
    }

    [Fact]
    public async Task StaleEtag_ChangesNothing()
    {
        string old = (await CreateAsync(new InlineArticle { Id = "a", Text = Left })).Etag;
        string current = (await CreateAsync(new InlineArticle { Id = "a", Text = Right })).Etag;

        var created = await TestServer.FailAsync(_server.Articles.CreateArticleAsync(new CreateArticleRequest { Article = new InlineArticle { Id = "a", Text = "Three." }, Etag = old }));
        var deleted = await TestServer.FailAsync(_server.Articles.DeleteArticleAsync(new DeleteArticleRequest { Name = "articles/a", Etag = old }));

        Assert.All([created, deleted], failure => Assert.Equal(("ETAG_MISMATCH", old, current), (failure.Reason, failure.Metadata["value"], failure.Metadata["current"])));
        Assert.Equal(2, (await _server.Articles.ListArticleRevisionsAsync(new ListArticleRevisionsRequest { Name = "articles/a" })).Revisions.Count);
        await _server.Articles.DeleteArticleAsync(new DeleteArticleRequest { Name = "articles/a", Etag = current });
        Assert.Equal("ARTICLE_NOT_FOUND", (await TestServer.FailAsync(_server.Articles.GetArticleAsync(new GetArticleRequest { Name = "articles/a" }))).Reason);
    }

    [Fact]
    public async Task Articles_OutliveTheServer()
    {
        var data = Directory.CreateTempSubdirectory("analysis-");
        string token;
        await using (var first = await TestServer.StartAsync(settings: ["--data", data.FullName]))
        {
            for (int i = 0; i < 3; i++) await first.Articles.CreateArticleAsync(new CreateArticleRequest { Article = new InlineArticle { Id = $"a{i}", Text = Left } });
            token = (await first.Articles.ListArticlesAsync(new ListArticlesRequest { PageSize = 1 })).NextPageToken;
        }
        await using (var second = await TestServer.StartAsync(settings: ["--data", data.FullName]))
        {
            var page = await second.Articles.ListArticlesAsync(new ListArticlesRequest { PageToken = token });
            Assert.Equal(["articles/a1", "articles/a2"], page.Articles.Select(article => article.Name));
        }
        data.Delete(recursive: true);
    }

    private async Task<Article> CreateAsync(InlineArticle article) =>
        (await _server.Articles.CreateArticleAsync(new CreateArticleRequest { Article = article })).Article;

    private async Task<List<string>> ListAsync(ListArticlesRequest request, int calls)
    {
        var names = new List<string>();
        do
        {
            var page = await _server.Articles.ListArticlesAsync(request);
            names.AddRange(page.Articles.Select(article => article.Name["articles/".Length..]));
            request.PageToken = page.NextPageToken;
            calls--;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(0, calls);
        return names;
    }

    private static AnalyzeArticleRequest Named(string name, params Feature[] features) => new() { Article = new ArticleInput { Name = name }, Features = { features } };
}
