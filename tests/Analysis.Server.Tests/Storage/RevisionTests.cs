using System.Security.Cryptography;
using System.Text;
using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public sealed class RevisionTests : IDisposable
{
    private readonly StoreUnderTest _test = new();

    // xunit 2 knows no IAsyncDisposable.
    public void Dispose() => _test.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Fact]
    public async Task Article_ComesBackAsHandedIn()
    {
        byte[] content = [0, 0xEF, 0xBB, 0xBF, 0xFF, 10, 13];
        var article = new NewArticle("tunnel", content, ContentForm.Raw, "text/html", "https://News.example/tunnel?id=1", "2024-03-12");
        var created = await _test.Store.CreateAsync(article, new WriteConditions(), CancellationToken.None);

        Assert.Equal(
            new StoredRevision(
                "tunnel", 1, created.Etag, Convert.ToHexStringLower(SHA256.HashData(content)), 7, ContentForm.Raw, "text/html", "https://News.example/tunnel?id=1",
                "2024-03-12", _test.Clock.Now, _test.Clock.Now, 1),
            created);
        await _test.ReopenAsync();
        var found = await _test.FindAsync("tunnel");
        Assert.Equal(created, found!.Revision);
        Assert.Equal(content, found.Content.ToArray());
        Assert.False(found.Damaged);
        Assert.True((await _test.Store.FindAsync("tunnel", 0, withContent: false, CancellationToken.None))!.Content.IsEmpty);
    }

    /// <summary>A feed that counts its readers with every address it gives out would make a revision a visit.</summary>
    [Fact]
    public async Task AnotherSpellingOfTheAddress_IsNoRevision()
    {
        var first = await _test.CreateAsync("a", "A", uri: "https://a.example/page?utm_source=x#top", requestId: "one");
        var second = await _test.CreateAsync("a", "A", uri: "http://A.example/page", requestId: "two");
        Assert.Equal(first, second);
        Assert.Equal(first, await _test.CreateAsync("a", "A", uri: "http://A.example/page", requestId: "two"));
        Assert.Equal(2, (await _test.CreateAsync("a", "A", uri: "https://a.example/other")).Number);
    }

    /// <summary>A caller who has not seen that a date was added must not take it away again.</summary>
    [Fact]
    public async Task Etag_NamesWhatWasSaidToo()
    {
        var plain = StoreUnderTest.Article("a", "A", "") with { Published = "" };
        var first = await _test.Store.CreateAsync(plain, new WriteConditions(), CancellationToken.None);
        var dated = await _test.Store.CreateAsync(plain with { Published = "2024-03-12" }, new WriteConditions(Etag: first.Etag), CancellationToken.None);
        Assert.Equal(first.Sha256, dated.Sha256);
        Assert.NotEqual(first.Etag, dated.Etag);
        var late = _test.Store.CreateAsync(plain with { MediaType = "text/html" }, new WriteConditions(Etag: first.Etag), CancellationToken.None);
        Assert.Equal(StoreFault.EtagMismatch, (await StoreUnderTest.FailAsync(late)).Fault);
    }

    [Fact]
    public async Task Content_MayBeEmptyOrPartOfAnArray()
    {
        await _test.CreateAsync("empty", "");
        Assert.Equal("", await _test.TextAsync("empty"));

        var part = new NewArticle("part", new ReadOnlyMemory<byte>("-part-"u8.ToArray(), 1, 4), ContentForm.Raw, "", "", "");
        await _test.Store.CreateAsync(part, new WriteConditions(), CancellationToken.None);
        Assert.Equal("part", await _test.TextAsync("part"));
    }

    [Fact]
    public async Task Content_OfSixteenMebibytesIsKept()
    {
        byte[] content = new byte[16 * 1024 * 1024];
        new Random(3).NextBytes(content);
        await _test.Store.CreateAsync(new NewArticle("large", content, ContentForm.Raw, "", "", ""), new WriteConditions(), CancellationToken.None);
        Assert.True((await _test.FindAsync("large"))!.Content.Span.SequenceEqual(content));
    }

    [Fact]
    public async Task UnknownArticle_IsNull()
    {
        await _test.CreateAsync("one", "The tunnel opened.");
        Assert.Null(await _test.FindAsync("two"));
        Assert.Null(await _test.FindAsync("ONE"));
        Assert.Null(await _test.FindAsync("one", 2));
    }

    [Fact]
    public async Task TurnAndReturn_MakesThreeRevisions()
    {
        var first = await _test.CreateAsync("a", "A");
        _test.Clock.Now += TimeSpan.FromHours(1);
        await _test.CreateAsync("a", "B");
        _test.Clock.Now += TimeSpan.FromHours(1);
        var third = await _test.CreateAsync("a", "A");

        Assert.Equal((3, 3), (third.Number, third.Revisions));
        Assert.Equal((first.Created, first.Created + TimeSpan.FromHours(2)), (third.ArticleCreated, third.Created));
        Assert.Equal(("A", "B", "A"), (await _test.TextAsync("a", 1), await _test.TextAsync("a", 2), await _test.TextAsync("a", 3)));
        Assert.Equal(3, (await _test.FindAsync("a", 1))!.Revision.Revisions);
        Assert.Equal("A", await _test.TextAsync("a"));
    }

    [Fact]
    public async Task SameAgain_MakesNone()
    {
        var first = await _test.CreateAsync("a", "A");
        _test.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(first, await _test.CreateAsync("a", "A"));
    }

    [Fact]
    public async Task OtherProvenance_IsARevision()
    {
        var article = StoreUnderTest.Article("a", "A", "https://a.example/");
        NewArticle[] others =
        [
            article, article with { Form = ContentForm.Raw }, article with { MediaType = "text/html" }, article with { Uri = "https://b.example/" },
            article with { Published = "2024-03-15" },
        ];
        foreach (var other in others) await _test.Store.CreateAsync(other, new WriteConditions(), CancellationToken.None);
        Assert.Equal(5, (await _test.FindAsync("a"))!.Revision.Number);
    }

    [Fact]
    public async Task Etag_GuardsTheLatestRevision()
    {
        var first = await _test.CreateAsync("a", "A");
        var second = await _test.CreateAsync("a", "B", etag: first.Etag);
        Assert.Equal(2, second.Number);

        var failure = await StoreUnderTest.FailAsync(_test.CreateAsync("a", "C", etag: first.Etag));
        Assert.Equal((StoreFault.EtagMismatch, second.Etag), (failure.Fault, failure.CurrentEtag));
        Assert.Contains(second.Etag, failure.Message, StringComparison.Ordinal);
        failure = await StoreUnderTest.FailAsync(_test.CreateAsync("new", "A", etag: first.Etag));
        Assert.Equal((StoreFault.EtagMismatch, ""), (failure.Fault, failure.CurrentEtag));

        Assert.Equal("B", await _test.TextAsync("a"));
        Assert.Null(await _test.FindAsync("new"));
    }

    [Fact]
    public async Task Revisions_AreListedOldestFirst()
    {
        for (int number = 1; number <= 5; number++) await _test.CreateAsync("a", $"Text {number}");
        await _test.CreateAsync("b", "Text");

        var page = await _test.Store.ListRevisionsAsync("a", 0, 2, CancellationToken.None);
        Assert.Equal([1, 2], page.Items.Select(item => item.Number));
        page = await _test.Store.ListRevisionsAsync("a", page.Next, 2, CancellationToken.None);
        Assert.Equal([3, 4], page.Items.Select(item => item.Number));
        page = await _test.Store.ListRevisionsAsync("a", page.Next, 2, CancellationToken.None);
        Assert.Equal([5], page.Items.Select(item => item.Number));
        Assert.Equal(0, page.Next);
        Assert.Equal(0, (await _test.Store.ListRevisionsAsync("a", 0, 5, CancellationToken.None)).Next);
        Assert.Empty((await _test.Store.ListRevisionsAsync("a", 5, 5, CancellationToken.None)).Items);

        var failure = await StoreUnderTest.FailAsync(_test.Store.ListRevisionsAsync("c", 0, 5, CancellationToken.None));
        Assert.Equal(StoreFault.NotFound, failure.Fault);
    }

    [Fact]
    public async Task InvalidId_IsABug() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _test.CreateAsync("a/b", "A"));

    [Fact]
    public async Task Messages_HoldNoText()
    {
        const string Text = "Fourteen people were brought ashore.";
        var first = await _test.CreateAsync("a", Text, requestId: "r");
        foreach (var attempt in (Task[])[_test.CreateAsync("a", Text + "!", etag: "0"), _test.CreateAsync("a", Text + "!", requestId: "r"), _test.DeleteAsync("b")])
            Assert.DoesNotContain("ashore", (await StoreUnderTest.FailAsync(attempt)).ToString(), StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetByteCount(Text), first.SizeBytes);
    }
}
