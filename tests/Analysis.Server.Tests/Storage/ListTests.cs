using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

public sealed class ListTests : IDisposable
{
    private readonly StoreUnderTest _test = new();

    // xunit 2 knows no IAsyncDisposable.
    public void Dispose() => _test.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Fact]
    public async Task Empty_HasOnePage()
    {
        var page = await _test.ListAsync();
        Assert.Empty(page.Items);
        Assert.Equal(0, page.Next);
    }

    [Fact]
    public async Task Articles_ComeInOrderOfCreationWithTheirLatestRevision()
    {
        foreach (string id in (string[])["zeta", "alpha", "mid"]) await _test.CreateAsync(id, $"Text of {id}");
        await _test.CreateAsync("alpha", "Another text");
        var items = (await _test.ListAsync()).Items;
        Assert.Equal([("zeta", 1), ("alpha", 2), ("mid", 1)], items.Select(item => (item.Revision.ArticleId, item.Revision.Revisions)));
        Assert.All(items, item => Assert.True(item.Content.IsEmpty));
        Assert.Equal(items[1].Revision, (await _test.FindAsync("alpha"))!.Revision);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(11)]
    public async Task Pages_HoldEveryArticleOnce(int limit)
    {
        string[] ids = [.. Enumerable.Range(0, 10).Select(i => $"a{i}")];
        foreach (string id in ids) await _test.CreateAsync(id, id);
        Assert.Equal(ids, await WalkAsync(limit));
    }

    [Fact]
    public async Task Pages_StayWhileArticlesComeAndGo()
    {
        for (int i = 0; i < 10; i++) await _test.CreateAsync($"a{i}", "Text");
        int step = 0;
        var seen = await WalkAsync(2, async () =>
        {
            await _test.CreateAsync($"late{step}", "Text");
            await _test.CreateAsync($"a{step}", $"Changed {step}"); // One seen already, and later one still to be seen.
            if (step == 1) await _test.DeleteAsync("a0");           // Seen.
            if (step == 2) await _test.DeleteAsync("a9");           // To be seen.
            if (step == 3)
            {
                await _test.DeleteAsync("a1");                      // Seen, deleted and made anew: another article now.
                await _test.CreateAsync("a1", "Text");
            }
            if (++step > 20) throw new InvalidOperationException("It does not end.");
        }, pages: 8);
        Assert.Equal(["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"], seen.Take(9));
        Assert.Equal(["late0", "late1", "late2", "late3", "a1"], seen[9..14]);
    }

    [Fact]
    public async Task Host_IsThatOfTheLatestAddress()
    {
        await _test.CreateAsync("one", "Text", uri: "https://North.example/1");
        await _test.CreateAsync("two", "Text", uri: "http://south.example:8080/2");
        await _test.CreateAsync("three", "Text", uri: "https://north.example/3?utm_source=x");
        await _test.CreateAsync("four", "Text");
        await _test.CreateAsync("five", "Text", uri: "https://sub.north.example/5");

        Assert.Equal(["one", "three"], await _test.IdsAsync("north.example"));
        Assert.Equal(["one", "three"], await _test.IdsAsync("NORTH.Example"));
        Assert.Equal(["two"], await _test.IdsAsync("south.example"));
        Assert.Empty(await _test.IdsAsync("east.example"));
        Assert.Equal(5, (await _test.IdsAsync()).Length);

        await _test.CreateAsync("one", "Text", uri: "https://south.example/1");
        Assert.Equal(["three"], await _test.IdsAsync("north.example"));
        Assert.Equal(["one", "two"], await _test.IdsAsync("south.example"));
        Assert.Equal(["three"], (await _test.ListAsync("north.example", limit: 1)).Items.Select(item => item.Revision.ArticleId));
    }

    [Fact]
    public async Task Contents_EndThePage()
    {
        foreach (var (id, size) in ((string, int)[])[("a", 10), ("b", 20), ("c", 100), ("d", 5), ("e", 5)]) await _test.CreateAsync(id, new string('x', size));
        var pages = new List<string>();
        long after = 0;
        do
        {
            var page = await _test.ListAsync(after: after, withContent: true, contentBytesLimit: 30);
            Assert.All(page.Items, item => Assert.Equal(item.Revision.SizeBytes, item.Content.Length));
            pages.Add(string.Concat(page.Items.Select(item => item.Revision.ArticleId)));
            after = page.Next;
        }
        while (after != 0);
        Assert.Equal(["ab", "c", "de"], pages);
    }

    [Theory]
    [InlineData(ArticleTables.FindLatest)]
    [InlineData(ArticleTables.FindNumber)]
    [InlineData(ArticleTables.ListRevisions)]
    [InlineData(ArticleTables.ListAll)]
    [InlineData(ArticleTables.ListHost)]
    public async Task Queries_GoByAnIndexAndSortNothing(string query)
    {
        var plan = await _test.Store.WriteAsync(session =>
        {
            using var rows = session.Rows(
                "EXPLAIN QUERY PLAN " + query,
                [.. new[] { "@article_id", "@number", "@after", "@limit", "@host" }.Where(query.Contains).Select(name => (name, (object)1L))]);
            var steps = new List<string>();
            while (rows.Read()) steps.Add((string)rows.GetValue(3));
            return steps;
        });
        Assert.NotEmpty(plan);
        Assert.All(plan, step => Assert.False(step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal), step));
    }

    private async Task<string[]> WalkAsync(int limit, Func<Task>? between = null, int pages = int.MaxValue)
    {
        var seen = new List<string>();
        long after = 0;
        for (int page = 0; page < pages; page++)
        {
            var items = await _test.ListAsync(after: after, limit: limit);
            Assert.True(items.Items.Length <= limit);
            seen.AddRange(items.Items.Select(item => item.Revision.ArticleId));
            if (items.Next == 0) break;
            after = items.Next;
            if (between is not null) await between();
        }
        return [.. seen];
    }
}
