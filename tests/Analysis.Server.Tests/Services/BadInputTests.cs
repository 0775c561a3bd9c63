using System.Text;
using Analysis.Server.Tests.Support;
using Analysis.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Analysis.Server.Tests.Services;

/// <summary>Whatever comes in gets a documented reason or a stated partial answer, and the server is well afterwards.</summary>
public sealed class BadInputTests(TestServer server) : IClassFixture<TestServer>
{
    private const int Limit = 1024 * 1024;

    public static TheoryData<string, AnalyzeArticleRequest, string, string?> RefusedAnalyses { get; } = new()
    {
        { "no article", new AnalyzeArticleRequest(), "ARTICLE_MISSING", "article" },
        { "neither name nor inline", new AnalyzeArticleRequest { Article = new ArticleInput() }, "ARTICLE_MISSING", "article" },
        { "empty name", new AnalyzeArticleRequest { Article = new ArticleInput { Name = "" } }, "ARTICLE_MISSING", "article" },
        { "neither text nor raw", Requests.Analyze(new InlineArticle()), "ARTICLE_MISSING", "article.inline" },
        { "empty text", Requests.Analyze(""), "ARTICLE_EMPTY", "article.inline.text" },
        { "white space", Requests.Analyze(" \r\n\t\u00a0\u2003\u2029"), "ARTICLE_EMPTY", "article.inline.text" },
        { "empty raw", Requests.Analyze(Array.Empty<byte>()), "ARTICLE_EMPTY", "article.inline.raw" },
        { "text over the limit", Requests.Analyze(new string('a', Limit + 1)), "ARTICLE_TOO_LARGE", "article.inline.text" },
        { "text over the limit in UTF-8", Requests.Analyze(new string('é', (Limit / 2) + 1)), "ARTICLE_TOO_LARGE", "article.inline.text" },
        { "raw over the limit once repaired", Requests.Analyze([.. Enumerable.Repeat<byte[]>([.. "éééé"u8, 0xff], (Limit / 11) + 1).SelectMany(bytes => bytes)]), "ARTICLE_TOO_LARGE", "article.inline.raw" },
        { "more tags than the limit", Requests.Analyze(string.Concat(Enumerable.Repeat("<p>", 250_001))), "ARTICLE_TOO_LARGE", "article.inline.text" },
        { "more words and sentences than the limit", Requests.Analyze(string.Concat(Enumerable.Repeat("a.\n", Limit / 3))), "ARTICLE_TOO_LARGE", "article.inline" },
        { "page whose text is over the limit", Requests.Analyze([.. "<html><p>"u8, .. Enumerable.Repeat((byte)'a', Limit + 1)]), "ARTICLE_TOO_LARGE", "article.inline" },
        { "unknown name", new AnalyzeArticleRequest { Article = new ArticleInput { Name = "articles/no" } }, "ARTICLE_NOT_FOUND", "article.name" },
        { "unknown encoding", With(request => request.PositionEncoding = (PositionEncoding)99), "UNKNOWN_ENUM_VALUE", "position_encoding" },
        { "negative encoding", With(request => request.PositionEncoding = (PositionEncoding)(-1)), "UNKNOWN_ENUM_VALUE", "position_encoding" },
        { "unknown feature", With(request => request.Features.Add([Feature.Claims, (Feature)99])), "UNKNOWN_ENUM_VALUE", "features[1]" },
        { "unspecified feature", With(request => request.Features.Add(Feature.Unspecified)), "UNKNOWN_ENUM_VALUE", "features[0]" },
        { "17 features", With(request => request.Features.Add(Enumerable.Repeat(Feature.Text, 17))), "FIELD_TOO_LONG", "features" },
        { "long id", Inline(article => article.Id = new string('é', 129)), "FIELD_TOO_LONG", "article.inline.id" },
        { "long uri", Inline(article => article.Uri = "https://a.example/" + new string('a', 2048)), "FIELD_TOO_LONG", "article.inline.uri" },
        { "media type", Inline(article => article.MediaType = "image/png"), "UNSUPPORTED_MEDIA_TYPE", "article.inline.media_type" },
        { "a PDF", Requests.Analyze([.. "%PDF-1.7\n"u8]), "UNSUPPORTED_MEDIA_TYPE", "article.inline.raw" },
        { "a WebP picture", Requests.Analyze([.. "RIFF"u8, 0x24, 0, 0, 0, .. "WEBPVP8 "u8]), "UNSUPPORTED_MEDIA_TYPE", "article.inline.raw" },
        { "a ZIP that is said to be text", Raw("text/plain", [.. "PK"u8, 3, 4, 0, 0]), "UNSUPPORTED_MEDIA_TYPE", "article.inline.raw" },
        { "no such day", Inline(article => article.Published = "2023-02-31"), "INVALID_DATE", "article.inline.published" },
        { "a date for people", Inline(article => article.Published = "7 November 2016"), "INVALID_DATE", "article.inline.published" },
        { "a long date", Inline(article => article.Published = new string('9', 100_000)), "FIELD_TOO_LONG", "article.inline.published" },
        { "a message over the limit", Inline(article => article.Raw = ByteString.CopyFrom(new byte[5 * Limit])), "REQUEST_TOO_LARGE", null },
    };

    public static TheoryData<string, CompareArticlesRequest, string, string?> RefusedComparisons { get; } = new()
    {
        { "no article", new CompareArticlesRequest(), "TOO_FEW_ARTICLES", "articles" },
        { "one article", Requests.Compare("One."), "TOO_FEW_ARTICLES", "articles" },
        { "51 articles", Requests.Compare([.. Enumerable.Repeat("One.", 51)]), "TOO_MANY_ARTICLES", "articles" },
        { "second is empty", Requests.Compare("One.", " "), "ARTICLE_EMPTY", "articles[1].inline.text" },
        { "second is missing", new CompareArticlesRequest { Articles = { Requests.Article("One."), new ArticleInput() } }, "ARTICLE_MISSING", "articles[1]" },
        { "second has a name", new CompareArticlesRequest { Articles = { Requests.Article("One."), new ArticleInput { Name = "articles/x" } } }, "ARTICLE_NOT_FOUND", "articles[1].name" },
        { "unknown encoding", new CompareArticlesRequest { Articles = { Requests.Article("One."), Requests.Article("Two.") }, PositionEncoding = (PositionEncoding)4 }, "UNKNOWN_ENUM_VALUE", "position_encoding" },
        { "together over the limit", Requests.Compare([.. Enumerable.Repeat(new string('a', Limit - 100), 5)]), "REQUEST_TOO_LARGE", null },
    };

    [Theory]
    [MemberData(nameof(RefusedAnalyses))]
    public Task Analysis_IsRefused(string what, AnalyzeArticleRequest request, string reason, string? field) =>
        CheckRefusedAsync(what, TestServer.FailAsync(server.Analysis.AnalyzeArticleAsync(request)), reason, field);

    [Theory]
    [MemberData(nameof(RefusedComparisons))]
    public Task Comparison_IsRefused(string what, CompareArticlesRequest request, string reason, string? field) =>
        CheckRefusedAsync(what, TestServer.FailAsync(server.Comparison.CompareArticlesAsync(request)), reason, field);

    private async Task CheckRefusedAsync(string what, Task<Failure> call, string reason, string? field)
    {
        var failure = await call;
        Assert.Equal((what, reason, field), (what, failure.Reason, failure.Field));
        Assert.True(failure.Message.Length < 400, "The message repeats too much of the request.");
        Assert.All(failure.Metadata.Values, value => Assert.True(value.Length <= 100));
        Assert.All(
            failure.Metadata.Where(pair => pair.Key is not "field").Select(pair => pair.Value),
            value => Assert.Contains(value, failure.Message, StringComparison.Ordinal));
        await server.CheckHealthyAsync();
    }

    [Fact]
    public async Task InvalidUtf8_IsRepairedAndSaid()
    {
        byte[] raw = [.. "Zwei hohe T"u8, 0xff, .. "rme. "u8, 0xe2, 0x82, .. " fell. “Drei”, hieß es, “blieben übrig”."u8];
        var analysis = await AnalyzeAsync(Requests.Analyze(raw, Feature.Text));

        Assert.Equal("Zwei hohe T\ufffdrme. \ufffd fell. “Drei”, hieß es, “blieben übrig”.", analysis.Text);
        var notice = Assert.Single(analysis.Notices, notice => notice.Kind is NoticeKind.BytesRepaired);
        Assert.Contains("2 byte sequences", notice.Message, StringComparison.Ordinal);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(raw)), analysis.Sha256);
        await server.CheckHealthyAsync();
    }

    [Theory]
    [InlineData("\0A ferry ran\0 aground.\0")]
    [InlineData("\ufeffA ferry ran aground.\r\n\r\nNobody was hurt.")]
    [InlineData("\0")]
    [InlineData("e\u0301 \u00e9 \u200b \u2028 \ud83d\udc69")]
    public async Task Characters_AreKept(string text)
    {
        Assert.Equal(text, (await AnalyzeAsync(Requests.Analyze(text, Feature.Text))).Text);
        Assert.Equal(text, (await AnalyzeAsync(Requests.Analyze(Encoding.UTF8.GetBytes(text), Feature.Text))).Text);
        await server.CheckHealthyAsync();
    }

    [Theory]
    [InlineData("... --- !!!")]
    [InlineData("\0\0")]
    [InlineData("\ufeff")]
    public async Task TextWithoutWords_HasNoContent(string text)
    {
        var analysis = await AnalyzeAsync(Requests.Analyze(text));
        Assert.Contains(analysis.Notices, notice => notice.Kind is NoticeKind.NoContent);
        Assert.DoesNotContain(analysis.Notices, notice => notice.Kind is NoticeKind.LanguageNotSupported);
    }

    [Fact]
    public async Task ArticleOfOneMebibyte_IsRead()
    {
        // Long words, since time goes by words and this is about size.
        string text = string.Concat(Enumerable.Repeat(new string('a', 127) + '\n', Limit / 128));
        Assert.Equal(Limit, text.Length);
        var analysis = await AnalyzeAsync(Requests.Analyze(Encoding.ASCII.GetBytes(text), Feature.Text, Feature.Entities));
        Assert.Equal(text, analysis.Text);
    }

    /// <summary>Soft hyphens and the like are no part of words, but they count in the text that the caller holds.</summary>
    [Fact]
    public async Task UnseenCharacters_CountInOffsetsOfAPlainText()
    {
        const string Text = "The fer\u00adry sank on Tues\u00adday\u2060.";
        var request = Requests.Analyze(Text, Feature.Text, Feature.Tokens);
        request.PositionEncoding = PositionEncoding.Utf16;
        var analysis = await AnalyzeAsync(request);
        Assert.Equal(Text, analysis.Text);
        Assert.Equal(["The", "ferry", "sink", "on", "Tuesday", "."], analysis.Tokens.Select(token => token.Lemma == "the" ? "The" : token.Lemma));
        Assert.All(analysis.Tokens, token => Assert.Equal(token.Form, Text[(int)token.Span.Start..(int)token.Span.End]));
    }

    [Fact]
    public async Task FiftyArticles_AreCompared()
    {
        var answer = await server.Comparison.CompareArticlesAsync(Requests.Compare([.. Enumerable.Range(1, 50).Select(number => $"The ferry carried {number} passengers.")]));
        Assert.Equal(50, answer.Comparison.Articles.Count);
        Assert.Equal("49", answer.Comparison.Articles[49].Id);
    }

    [Fact]
    public async Task UnknownField_IsPassedOver()
    {
        // Field 1000, a string, behind a good request.
        byte[] future = [.. Requests.Analyze("The ferry sank.").ToByteArray(), 0xc2, 0x3e, 3, .. "new"u8];
        Assert.Single((await AnalyzeAsync(AnalyzeArticleRequest.Parser.ParseFrom(future))).Sentences);
    }

    [Fact]
    public async Task BytesThatAreNoMessage_AreAnError()
    {
        var marshaller = Marshallers.Create<byte[]>(bytes => bytes, bytes => bytes);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "analysis.v1.AnalysisService", "AnalyzeArticle", marshaller, marshaller);
        using var call = server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, [0x0a, 0xff, 0xff, 0xff]);
        await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        await server.CheckHealthyAsync();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("TEXT/Plain;charset=UTF-8")]
    [InlineData("text/plain ; charset=\"utf-8\"")]
    [InlineData("text/plain; charset=latin1")]
    [InlineData("text/plain; charset=no-such-thing")]
    [InlineData("text/html")]
    [InlineData("application/octet-stream")]
    public async Task MediaType_IsAccepted(string mediaType) => await AnalyzeAsync(Inline(article => article.MediaType = mediaType));

    private async Task<ArticleAnalysis> AnalyzeAsync(AnalyzeArticleRequest request) => (await server.Analysis.AnalyzeArticleAsync(request)).Analysis;

    private static AnalyzeArticleRequest With(Action<AnalyzeArticleRequest> change)
    {
        var request = Requests.Analyze("One.");
        change(request);
        return request;
    }

    private static AnalyzeArticleRequest Raw(string mediaType, byte[] bytes) => Inline(article =>
    {
        article.Raw = ByteString.CopyFrom(bytes);
        article.MediaType = mediaType;
    });

    private static AnalyzeArticleRequest Inline(Action<InlineArticle> change) => With(request => change(request.Article.Inline));
}
