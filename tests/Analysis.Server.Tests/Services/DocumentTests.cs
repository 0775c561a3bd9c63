using System.Text;
using Analysis.Server.Tests.Support;
using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Server.Tests.Services;

/// <summary>Pages and other documents through the contract: their text, and the bytes that spans lead back to.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    private const string Page =
        "<!DOCTYPE html><html><head><meta charset=\"windows-1252\"><title>Ferry aground</title></head><body><h1>Ferry aground off Port Hallen</h1>\r\n"
        + "<p>The ferry Maren ran <b>aground</b> off Port Hallen on Monday &amp; was freed by two tugs on Tuesday, the harbour master Jörn Dahl said in a statement.</p>"
        + "<p>“Nobody was hurt,” he said. The ferry had 87 passengers on board, of whom most had been asleep when it struck the sand at night.</p></body></html>";

    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    private static byte[] Windows1252(string text) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text);

    [Fact]
    public async Task Spans_LeadBackToTheBytesOfThePage()
    {
        byte[] raw = Windows1252(Page);
        var request = Requests.Analyze(raw, Feature.Text, Feature.Structure, Feature.Quantities);
        request.ByteSpans = true;
        var analysis = (await _server.Analysis.AnalyzeArticleAsync(request)).Analysis;

        var quantity = analysis.Quantities.First(quantity => quantity.Value is "87");
        Assert.Equal("87 passengers", Encoding.Latin1.GetString(raw[(int)quantity.Span.ByteSpan.Start..(int)(quantity.Span.ByteSpan.Start + 13)]));
        byte[] text = Encoding.UTF8.GetBytes(analysis.Text);
        var paragraph = analysis.Blocks.First(block => Encoding.UTF8.GetString(text[(int)block.Span.Start..(int)block.Span.End]).StartsWith("The ferry", StringComparison.Ordinal));
        string words = Encoding.UTF8.GetString(text[(int)paragraph.Span.Start..(int)paragraph.Span.End]);
        Assert.Equal(
            "The ferry Maren ran aground off Port Hallen on Monday & was freed by two tugs on Tuesday, the harbour master Jörn Dahl said in a statement.", words);
        string source = Encoding.Latin1.GetString(raw[(int)paragraph.Span.ByteSpan.Start..(int)paragraph.Span.ByteSpan.End]);
        Assert.StartsWith("The ferry Maren ran <b>aground</b> off", source, StringComparison.Ordinal);
        Assert.Contains("Monday &amp; was", source, StringComparison.Ordinal);
        Assert.EndsWith("statement.", source, StringComparison.Ordinal);
        Assert.DoesNotContain(analysis.Notices, notice => notice.Kind is NoticeKind.BytesRepaired or NoticeKind.CharsetInferred);
    }

    [Fact]
    public async Task ByteSpans_AreSaidOnlyWhenAsked()
    {
        var analysis = (await _server.Analysis.AnalyzeArticleAsync(Requests.Analyze("The ferry had 87 passengers.", Feature.Quantities))).Analysis;
        Assert.Null(analysis.Quantities[0].Span.ByteSpan);
        var request = Requests.Compare("The ferry had 87 passengers.", "The ferry had 87 passengers on board.");
        Assert.All((await _server.Comparison.CompareArticlesAsync(request)).Comparison.Claims, claim => Assert.Null(claim.Span.ByteSpan));
        request.ByteSpans = true;
        Assert.All((await _server.Comparison.CompareArticlesAsync(request)).Comparison.Claims, claim => Assert.NotNull(claim.Span.ByteSpan));
    }

    [Fact]
    public async Task StatedMediaType_Wins()
    {
        var request = Requests.Analyze("<p>The ferry sank.</p>", Feature.Text);
        Assert.Equal("The ferry sank.", await TextAsync(request));
        request.Article.Inline.MediaType = "text/plain";
        Assert.Equal("<p>The ferry sank.</p>", await TextAsync(request));
        request.Article.Inline.MediaType = "text/html; charset=koi8-r";
        Assert.Equal("The ferry sank.", await TextAsync(request));
    }

    [Fact]
    public async Task Charset_ThatIsGuessedIsSaid()
    {
        var request = Requests.Analyze(Windows1252("Der Turm in Güldenhof fiel."));
        Assert.Contains("windows-1252", (await NoticeAsync(request)).Message, StringComparison.Ordinal);
        request.Article.Inline.MediaType = "text/plain; charset=iso-8859-1";
        Assert.DoesNotContain((await _server.Analysis.AnalyzeArticleAsync(request)).Analysis.Notices, notice => notice.Kind is NoticeKind.CharsetInferred);
        request.Article.Inline.Raw = ByteString.CopyFromUtf8("Der Turm in Güldenhof fiel.");
        Assert.Contains("said to be iso-8859-1", (await NoticeAsync(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoredPage_IsReadAsItWasHandedIn()
    {
        var stored = await _server.Articles.CreateArticleAsync(new CreateArticleRequest
        {
            Article = new InlineArticle { Raw = ByteString.CopyFrom(Windows1252(Page)), MediaType = "text/html" },
        });
        var request = new AnalyzeArticleRequest { Article = new ArticleInput { Name = stored.Article.Name }, Features = { Feature.Text } };
        string text = await TextAsync(request);
        Assert.Contains("Jörn Dahl said", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<p>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Section_IsAnArticleOfItsOwn()
    {
        const string Live =
            "Ferry aground off Port Hallen\n\nThe ferry had 87 passengers on board, the harbour master said on Monday.\n\n"
            + "1 hour ago\nDam at Kirby is safe\n\nThe dam at Kirby holds 12 million tonnes of water, its keeper said on Monday.\n";
        var request = Requests.Analyze(Live, Feature.Structure);
        var whole = (await _server.Analysis.AnalyzeArticleAsync(request)).Analysis;
        request.Article.Section = 1;
        var second = (await _server.Analysis.AnalyzeArticleAsync(request)).Analysis;
        Assert.Equal(("Ferry aground off Port Hallen", "Dam at Kirby is safe"), (whole.Metadata.Title.Value, second.Metadata.Title.Value));
        Assert.Equal("The dam at Kirby holds 12 million tonnes of water, its keeper said on Monday.", second.MainText.Split('\n')[^1]);
        Assert.Equal(["other-article", "other-article"], second.Blocks.Where(block => block.Kind is BlockKind.Furniture).Select(block => block.Furniture));

        // Compared with a report on the dam, the second section has something to say and the whole page has not.
        var dam = Requests.Article("Dam at Kirby is safe\n\nThe dam at Kirby holds 12 million tonnes of water, its keeper said on Monday.");
        var pair = new CompareArticlesRequest { Articles = { request.Article, dam } };
        Assert.Contains((await _server.Comparison.CompareArticlesAsync(pair)).Comparison.Alignments, alignment => alignment.Relation is Relation.Equivalent);
        pair.Articles[0] = Requests.Article(Live);
        Assert.DoesNotContain((await _server.Comparison.CompareArticlesAsync(pair)).Comparison.Alignments, alignment => alignment.Relation is Relation.Equivalent);
    }

    private async Task<string> TextAsync(AnalyzeArticleRequest request) => (await _server.Analysis.AnalyzeArticleAsync(request)).Analysis.Text;

    private async Task<Notice> NoticeAsync(AnalyzeArticleRequest request) =>
        Assert.Single((await _server.Analysis.AnalyzeArticleAsync(request)).Analysis.Notices, notice => notice.Kind is NoticeKind.CharsetInferred);
}
