using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public sealed class RequestIdTests : IDisposable
{
    private readonly StoreUnderTest _test = new();

    // xunit 2 knows no IAsyncDisposable.
    public void Dispose() => _test.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Fact]
    public async Task Repetition_GetsTheFirstAnswer()
    {
        var first = await _test.CreateAsync("a", "A", requestId: "one");
        _test.Clock.Now += TimeSpan.FromMinutes(5);
        await _test.CreateAsync("a", "B", requestId: "two");

        Assert.Equal(first, await _test.CreateAsync("a", "A", requestId: "one"));
        await _test.ReopenAsync();
        Assert.Equal(first, await _test.CreateAsync("a", "A", requestId: "one"));
        Assert.Equal("B", await _test.TextAsync("a"));
        Assert.Equal(2, (await _test.FindAsync("a"))!.Revision.Number);
    }

    [Fact]
    public async Task Repetition_OfWhatMadeNoRevisionGetsThatAnswer()
    {
        await _test.CreateAsync("a", "A");
        var known = await _test.CreateAsync("a", "A", requestId: "one");
        await _test.CreateAsync("a", "B");
        Assert.Equal(known, await _test.CreateAsync("a", "A", requestId: "one"));
        Assert.Equal(2, (await _test.FindAsync("a"))!.Revision.Number);
    }

    [Fact]
    public async Task Repetition_DoesNotBringADeletedArticleBack()
    {
        var first = await _test.CreateAsync("a", "A", requestId: "one");
        await _test.DeleteAsync("a", requestId: "two");
        Assert.Equal(first, await _test.CreateAsync("a", "A", requestId: "one"));
        Assert.Null(await _test.FindAsync("a"));
    }

    [Fact]
    public async Task RepeatedDeletion_LeavesANewArticleAlone()
    {
        await _test.CreateAsync("a", "A");
        await _test.DeleteAsync("a", requestId: "one");
        await _test.DeleteAsync("a", requestId: "one");
        await _test.CreateAsync("a", "B");
        await _test.ReopenAsync();
        await _test.DeleteAsync("a", requestId: "one");
        Assert.Equal("B", await _test.TextAsync("a"));
    }

    [Fact]
    public async Task Repetition_ComesBeforeTheEtag()
    {
        var first = await _test.CreateAsync("a", "A");
        var second = await _test.CreateAsync("a", "B", requestId: "one", etag: first.Etag);
        Assert.Equal(second, await _test.CreateAsync("a", "B", requestId: "one", etag: first.Etag));
        await _test.DeleteAsync("a", requestId: "two", etag: second.Etag);
        await _test.DeleteAsync("a", requestId: "two", etag: second.Etag);
    }

    [Fact]
    public async Task OtherRequest_IsRefused()
    {
        var article = StoreUnderTest.Article("a", "A", "https://a.example/");
        var conditions = new WriteConditions("one");
        await _test.Store.CreateAsync(article, conditions, CancellationToken.None);
        NewArticle[] others =
        [
            article with { ArticleId = "b" }, article with { Content = "B"u8.ToArray() }, article with { Form = ContentForm.Raw }, article with { MediaType = "" },
            article with { Uri = "" }, article with { Published = "" },
            // The same letters in other fields.
            article with { MediaType = "text/plainhttps://a.example/", Uri = "" },
        ];
        foreach (var other in others) await CheckReusedAsync(_test.Store.CreateAsync(other, conditions, CancellationToken.None));
        await CheckReusedAsync(_test.Store.CreateAsync(article, conditions with { Etag = "another" }, CancellationToken.None));
        await CheckReusedAsync(_test.DeleteAsync("a", requestId: "one"));
        Assert.Equal(1, (await _test.FindAsync("a"))!.Revision.Number);
        Assert.Null(await _test.FindAsync("b"));
    }

    [Fact]
    public async Task RefusedRequest_MayBeMadeAgain()
    {
        await StoreUnderTest.FailAsync(_test.DeleteAsync("a", requestId: "one"));
        await _test.CreateAsync("a", "A");
        await _test.DeleteAsync("a", requestId: "one");
        Assert.Null(await _test.FindAsync("a"));
    }

    [Fact]
    public async Task Answer_IsKeptForAWeek()
    {
        await _test.CreateAsync("a", "A", requestId: "one");
        await _test.CreateAsync("a", "B");

        _test.Clock.Now += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        Assert.Equal(1, (await _test.CreateAsync("a", "A", requestId: "one")).Number);
        _test.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(3, (await _test.CreateAsync("a", "A", requestId: "one")).Number);
        // From now on it is remembered anew.
        await _test.CreateAsync("a", "B");
        Assert.Equal(3, (await _test.CreateAsync("a", "A", requestId: "one")).Number);
    }

    [Fact]
    public async Task OldAnswers_AreForgottenInTheCourseOfWrites()
    {
        for (int i = 0; i < 20; i++) await _test.CreateAsync("a", $"Old {i}", requestId: $"old-{i}");
        _test.Clock.Now += TimeSpan.FromDays(8);
        await _test.CreateAsync("a", "New", requestId: "new-0");
        Assert.Equal(19, await CountAsync());
        for (int i = 1; i <= 12; i++) await _test.CreateAsync("a", $"New {i}", requestId: $"new-{i}");
        Assert.Equal(13, await CountAsync());
    }

    [Fact]
    public async Task SameRequestManyTimesAtOnce_IsMadeOnce()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _test.CreateAsync("a", "A", requestId: "one")));
        Assert.Single(answers.Distinct());
        Assert.Equal(1, (await _test.FindAsync("a"))!.Revision.Revisions);
    }

    private Task<long> CountAsync() => _test.Store.WriteAsync(session => (long)session.Value("SELECT COUNT(*) FROM requests")!);

    private static async Task CheckReusedAsync(Task request) => Assert.Equal(StoreFault.RequestIdReused, (await StoreUnderTest.FailAsync(request)).Fault);
}
