using Analysis.Server.Tests.Support;
using Analysis.V1;

namespace Analysis.Server.Tests.Services;

public sealed class CompareArticlesTests(TestServer server) : IClassFixture<TestServer>
{
    [Theory]
    [InlineData("ferry")]
    [InlineData("dam")]
    [InlineData("fairs")]
    public async Task Answer_HoldsTogether(string pair)
    {
        var comparison = await CompareAsync(Requests.Sample(pair, "left"), Requests.Sample(pair, "right"));

        Assert.Equal(["0", "1"], comparison.Articles.Select(article => article.Id));
        Assert.Equal(PositionEncoding.Utf8, comparison.PositionEncoding);
        Assert.Equal([0u, 1u], comparison.OnlyIn.Select(only => only.Article));
        var known = comparison.Claims.Select(claim => (claim.Article, claim.Id)).ToHashSet();
        Assert.Equal(known.Count, comparison.Claims.Count);
        var named = comparison.Alignments.SelectMany(alignment => new[] { alignment.Left, alignment.Right })
            .SelectMany(side => side.Claims.Select(claim => (side.Article, claim)))
            .Concat(comparison.OnlyIn.SelectMany(only => only.Claims.Select(claim => (only.Article, claim))))
            .ToHashSet();
        Assert.Equal(known, named);
        Assert.Equal(
            comparison.Claims.OrderBy(claim => claim.Article).ThenBy(claim => claim.Sentence).Select(claim => claim.Id),
            comparison.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public async Task Notices_SayWhichArticle()
    {
        var request = Requests.Compare("The ferry sank.", "...");
        request.Articles[0].Inline.Published = "2024-03-12";
        var notices = (await server.Comparison.CompareArticlesAsync(request)).Comparison.Notices;
        Assert.Contains(notices, notice => notice is { Article: 1, Kind: NoticeKind.NoContent });
        Assert.DoesNotContain(notices, notice => notice is { Article: 0, Kind: NoticeKind.NoContent });
    }

    private async Task<V1.Comparison> CompareAsync(params string[] texts) =>
        (await server.Comparison.CompareArticlesAsync(Requests.Compare(texts))).Comparison;
}
