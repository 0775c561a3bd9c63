using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analysis.Language;
using Analysis.Mapping;
using Analysis.Server.Tests.Support;
using Analysis.Storage;
using Analysis.V1;
using Google.Protobuf;
using Grpc.Core;

namespace Analysis.Server.Tests.Services;

/// <summary>Every reason is provoked, comes with the code and the metadata that error_reason.proto documents, and leaves the server well.</summary>
public sealed partial class ErrorReasonTests(TestServer server) : IClassFixture<TestServer>
{
    private static readonly Dictionary<ErrorReason, Func<TestServer, Task<Failure>>> Provocations = new()
    {
        [ErrorReason.ArticleMissing] = server => Analyze(server, new AnalyzeArticleRequest()),
        [ErrorReason.ArticleEmpty] = server => Analyze(server, Requests.Analyze(" \n\t")),
        [ErrorReason.ArticleTooLarge] = server => Analyze(server, Requests.Analyze(new string('a', (1024 * 1024) + 1))),
        [ErrorReason.TooFewArticles] = server => Compare(server, Requests.Compare("One.")),
        [ErrorReason.TooManyArticles] = server => Compare(server, Requests.Compare([.. Enumerable.Repeat("One.", 51)])),
        [ErrorReason.UnknownEnumValue] = server => Analyze(server, Requests.Analyze("One.", (Feature)99)),
        [ErrorReason.InvalidText] = _ => Task.FromResult(Refuse(Requests.Analyze("half \ud83d of a pair"))),
        [ErrorReason.FieldTooLong] = server => Analyze(server, Requests.Analyze(new InlineArticle { Text = "One.", Id = new string('i', 257) })),
        [ErrorReason.InvalidDate] = server => Analyze(server, Requests.Analyze(new InlineArticle { Text = "One.", Published = "2023-02-31" })),
        [ErrorReason.UnsupportedMediaType] = server => Analyze(server, Requests.Analyze(new InlineArticle { Text = "One.", MediaType = "application/pdf" })),
        [ErrorReason.ArticleNotFound] = server => Analyze(server, new AnalyzeArticleRequest { Article = new ArticleInput { Name = "articles/a1" } }),
        [ErrorReason.ResponseTooLarge] = _ => OverflowAsync(),
        [ErrorReason.InternalFault] = _ => FaultAsync(),
        [ErrorReason.CallEnded] = _ => RunLateAsync(),
        [ErrorReason.InvalidMessage] = server => CallRawAsync(server, [0x0a, 0xff], timeout: "10S"),
        [ErrorReason.InvalidTokens] = server => Analyze(server, Requests.Analyze(new InlineArticle { Pretokenized = new PretokenizedText { Sentences = { new PretokenizedSentence { Forms = { "two words" } } } } })),
        [ErrorReason.InvalidName] = server => Analyze(server, new AnalyzeArticleRequest { Article = new ArticleInput { Name = "article/a1" } }),
        [ErrorReason.InvalidArticleId] = server => Create(server, new CreateArticleRequest { Article = new InlineArticle { Text = "One.", Id = "a/1" } }),
        [ErrorReason.InvalidRequestId] = server => Create(server, new CreateArticleRequest { Article = new InlineArticle { Text = "One." }, RequestId = "17" }),
        [ErrorReason.RequestIdReused] = ReuseAsync,
        [ErrorReason.EtagMismatch] = server => Create(server, new CreateArticleRequest { Article = new InlineArticle { Text = "One.", Id = "new" }, Etag = "0" }),
        [ErrorReason.InvalidPageSize] = server => TestServer.FailAsync(server.Articles.ListArticlesAsync(new ListArticlesRequest { PageSize = -1 })),
        [ErrorReason.InvalidPageToken] = server => TestServer.FailAsync(server.Articles.ListArticlesAsync(new ListArticlesRequest { PageToken = "next" })),
        [ErrorReason.RuleNotFound] = server => TestServer.FailAsync(server.Analysis.GetRuleAsync(new GetRuleRequest { Name = "rules/ART9999" })),
        [ErrorReason.StorageDisabled] = _ => WithoutStoreAsync(),
        [ErrorReason.StorageFull] = _ => WithFailingStoreAsync(StoreFault.Full),
        [ErrorReason.StorageDamaged] = _ => WithFailingStoreAsync(StoreFault.Damaged),
        [ErrorReason.SectionNotFound] = server => Analyze(server, new AnalyzeArticleRequest { Article = new ArticleInput { Inline = new InlineArticle { Text = "One." }, Section = 1 } }),
        [ErrorReason.StorageReadOnly] = _ => WithFailingStoreAsync(StoreFault.ReadOnly),
        [ErrorReason.StorageUnavailable] = _ => WithFailingStoreAsync(StoreFault.Unavailable),
        [ErrorReason.RequestTooLarge] = server => Analyze(server, Requests.Analyze(new byte[(4 * 1024 * 1024) + 1])),
    };

    public static TheoryData<ErrorReason> Reasons { get; } = [.. Enum.GetValues<ErrorReason>().Where(reason => reason is not (ErrorReason.Unspecified or ErrorReason.InvalidRecord))]; // A record is never refused by the service; see the tests of the command line.

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Reason_IsGivenAsDocumented(ErrorReason reason)
    {
        Assert.True(Provocations.TryGetValue(reason, out var provoke), $"No request provokes {reason}; add one to the table.");

        var failure = await provoke(server);

        Assert.Equal(reason.ToWord(), failure.Reason);
        var documented = Documented(reason);
        Assert.Contains(failure.Code, documented.Codes);
        Assert.Equal(documented.MetadataKeys, failure.Metadata.Keys.Order(StringComparer.Ordinal));
        await server.CheckHealthyAsync();
    }

    private static Task<Failure> Analyze(TestServer server, AnalyzeArticleRequest request) => TestServer.FailAsync(server.Analysis.AnalyzeArticleAsync(request));

    private static Task<Failure> Compare(TestServer server, CompareArticlesRequest request) => TestServer.FailAsync(server.Comparison.CompareArticlesAsync(request));

    private static Task<Failure> Create(TestServer server, CreateArticleRequest request) => TestServer.FailAsync(server.Articles.CreateArticleAsync(request));

    private static async Task<Failure> ReuseAsync(TestServer server)
    {
        var request = new CreateArticleRequest { Article = new InlineArticle { Text = "One." }, RequestId = "0c9e0a5e-7a3f-4a7e-9d53-1d7c5f2f7b10" };
        await server.Articles.CreateArticleAsync(request);
        request.Article.Text = "Two.";
        return await Create(server, request);
    }

    private static async Task<Failure> WithoutStoreAsync()
    {
        await using var server = await TestServer.StartAsync(settings: ["--data", "none"]);
        var failure = await Create(server, new CreateArticleRequest { Article = new InlineArticle { Text = "One." } });
        Assert.Equal("STORAGE_DISABLED", (await TestServer.FailAsync(server.Articles.ListArticlesAsync(new ListArticlesRequest()))).Reason);
        await server.CheckHealthyAsync();
        return failure;
    }

    /// <summary>What the store says of its files goes to the log, not to the caller.</summary>
    private static async Task<Failure> WithFailingStoreAsync(StoreFault fault)
    {
        await using var server = await TestServer.StartAsync(store: new FailingStore(fault));
        var failure = await Create(server, new CreateArticleRequest { Article = new InlineArticle { Text = "One." } });
        Assert.Contains(server.Log, line => line.Contains(FailingStore.File, StringComparison.Ordinal));
        Assert.DoesNotContain(FailingStore.File, failure.Message, StringComparison.Ordinal);
        foreach (var call in new Func<Task<Failure>>[]
        {
            () => TestServer.FailAsync(server.Articles.GetArticleAsync(new GetArticleRequest { Name = "articles/a1" })),
            () => TestServer.FailAsync(server.Articles.ListArticlesAsync(new ListArticlesRequest())),
            () => TestServer.FailAsync(server.Articles.DeleteArticleAsync(new DeleteArticleRequest { Name = "articles/a1" })),
            () => TestServer.FailAsync(server.Articles.ListArticleRevisionsAsync(new ListArticleRevisionsRequest { Name = "articles/a1" })),
            () => Analyze(server, new AnalyzeArticleRequest { Article = new ArticleInput { Name = "articles/a1" } }),
        })
        {
            Assert.Equal(failure.Reason, (await call()).Reason);
        }
        await server.CheckHealthyAsync();
        return failure;
    }

    // Half a surrogate pair does not survive the wire; callers inside the process can send it.
    private static Failure Refuse(AnalyzeArticleRequest request)
    {
        var refusal = Assert.ThrowsAsync<RequestException>(() => new AnalysisEngine(TrainedParser.Default).AnalyzeAsync(request)).GetAwaiter().GetResult();
        var status = ErrorStatus.Of(refusal);
        return Failure.Of(status.Code, status.Message, status.ToBytes());
    }

    // A lower limit, so that no large article has to be read for it.
    private static async Task<Failure> OverflowAsync()
    {
        await using var server = await TestServer.StartAsync(settings: "--Analysis:Limits:AnswerBytes=10000");
        var failure = await Analyze(server, Requests.Analyze(string.Concat(Enumerable.Repeat("Rain fell on it. ", 100)), Requests.AllFeatures));
        Assert.Equal("10000", failure.Metadata["limit_bytes"]);
        Assert.StartsWith("TOKENS", failure.Metadata["largest"], StringComparison.Ordinal);
        await server.CheckHealthyAsync();
        return failure;
    }

    private static async Task<Failure> FaultAsync()
    {
        await using var server = await TestServer.StartAsync(new FailingParser());
        var failure = await Analyze(server, Requests.Analyze("Secret words stand here."));
        Assert.Single(
            server.Log,
            line => line.Contains(failure.Metadata["fault"], StringComparison.Ordinal) && line.Contains(nameof(FailingParser), StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log, line => line.Contains("Secret", StringComparison.Ordinal));
        Assert.DoesNotContain("Secret", failure.Message, StringComparison.Ordinal);
        return failure;
    }

    /// <summary>A caller that sets a deadline and then waits for what the server makes of it, as most clients do not.</summary>
    private static async Task<Failure> RunLateAsync()
    {
        using var parser = new GatedParser();
        await using var server = await TestServer.StartAsync(parser);
        try
        {
            return await CallRawAsync(server, Requests.Analyze("One. Two.").ToByteArray(), timeout: "100m");
        }
        finally
        {
            parser.Open();
        }
    }

    private static async Task<Failure> CallRawAsync(TestServer server, byte[] body, string timeout)
    {
        using var client = new HttpClient();
        using var response = await client.SendAsync(RawCall(server.GrpcUri, body, timeout));
        var code = (StatusCode)int.Parse(Header(response, "grpc-status"), CultureInfo.InvariantCulture);
        // A percent sign for what is no printable ASCII, as the protocol wants it.
        return Failure.Of(code, Uri.UnescapeDataString(Header(response, "grpc-message")), Convert.FromBase64String(Header(response, "grpc-status-details-bin")));
    }

    private static HttpRequestMessage RawCall(Uri server, byte[] body, string timeout)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, "/analysis.v1.AnalysisService/AnalyzeArticle"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent([0, 0, 0, 0, (byte)body.Length, .. body]),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        request.Headers.Add("grpc-timeout", timeout);
        return request;
    }

    // Of an answer without a message the trailers are sent as headers.
    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.Concat(response.TrailingHeaders).Single(header => header.Key == name).Value.Single();

    /// <summary>What the comment of a reason promises: the codes in front, the metadata of the example below.</summary>
    private static (StatusCode[] Codes, string[] MetadataKeys) Documented(ErrorReason reason)
    {
        string proto = File.ReadAllText(Path.Combine(Repository.Root, "protos", "analysis", "v1", "error_reason.proto"));
        string[] comment = proto[..proto.IndexOf($"ERROR_REASON_{reason.ToWord()} =", StringComparison.Ordinal)]
            .Split('\n').Reverse().Skip(1).TakeWhile(line => line.TrimStart().StartsWith("//", StringComparison.Ordinal)).Reverse()
            .Select(line => line.Trim().TrimStart('/').Trim()).ToArray();
        var codes = CodeWord().Matches(comment[0].Split('.')[0])
            .Select(word => Enum.Parse<StatusCode>(word.Value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true));
        string example = string.Join(' ', comment.SkipWhile(line => !line.StartsWith('{')));
        var metadata = JsonDocument.Parse(example).RootElement.GetProperty("metadata");
        return ([.. codes], [.. metadata.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal)]);
    }

    [GeneratedRegex("[A-Z_]{5,}")]
    private static partial Regex CodeWord();
}
