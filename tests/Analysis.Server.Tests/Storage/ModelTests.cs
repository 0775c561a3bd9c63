using System.Text;
using Analysis.Storage;

namespace Analysis.Server.Tests.Storage;

/// <summary>Random calls, and now and then a new opening, against a model of a few lines: no answer differs.</summary>
public class ModelTests
{
    private static readonly string[] Ids = ["a", "b", "c", "d"], Texts = ["A", "B", new('C', 10_000)], Hosts = ["north.example", "south.example"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Store_AnswersAsTheModel(int seed)
    {
        var random = new Random(seed);
        await using var test = new StoreUnderTest();
        var model = new Model();
        for (int step = 0; step < 400; step++)
        {
            test.Clock.Now += TimeSpan.FromMinutes(random.Next(3) == 0 ? random.Next(1000) : 1);
            var (call, actual, expected) = random.Next(12) switch
            {
                < 5 => await CreateAsync(test, model, random),
                5 => await DeleteAsync(test, model, random),
                6 or 7 => await FindAsync(test, model, random),
                8 or 9 => await ListAsync(test, model, random),
                10 => await ListRevisionsAsync(test, model, random),
                _ => await ReopenAsync(test, random),
            };
            Assert.True(expected == actual, $"Seed {seed}, step {step}, {call}\nexpected {expected}\nactual   {actual}");
        }
        Assert.True(model.Outcomes.IsSupersetOf(["made", "known", "repeated", nameof(StoreFault.EtagMismatch), nameof(StoreFault.RequestIdReused), nameof(StoreFault.NotFound)]));
    }

    private static async Task<(string, string, string)> CreateAsync(StoreUnderTest test, Model model, Random random)
    {
        string id = Pick(Ids, random), text = Pick(Texts, random), request = Request(random), etag = Etag(model, id, random), uri = $"https://{Pick(Hosts, random)}/{id}";
        // Callers repeat themselves.
        if (random.Next(3) == 0 && model.Requests.Count > 0) (id, text, request, etag, uri) = model.Requests[random.Next(Math.Max(0, model.Requests.Count - 10), model.Requests.Count)];
        if (request != "") model.Requests.Add((id, text, request, etag, uri));
        return ($"create {id} {text[0]} {request} {etag}", await SayAsync(test.CreateAsync(id, text, request, etag, uri)), model.Create(id, text, request, etag, uri, test.Clock.Now));
    }

    private static async Task<(string, string, string)> DeleteAsync(StoreUnderTest test, Model model, Random random)
    {
        string id = Pick(Ids, random), request = Request(random), etag = Etag(model, id, random);
        return ($"delete {id} {request} {etag}", await SayAsync(DeletedAsync(test.DeleteAsync(id, request, etag))), model.Delete(id, request, etag, test.Clock.Now));
    }

    private static async Task<(string, string, string)> FindAsync(StoreUnderTest test, Model model, Random random)
    {
        string id = Pick(Ids, random);
        int number = random.Next(4);
        var found = await test.FindAsync(id, number);
        return ($"find {id} {number}", found is null ? "" : Say(found.Revision) + Encoding.UTF8.GetString(found.Content.Span), model.Find(id, number));
    }

    private static async Task<(string, string, string)> ListAsync(StoreUnderTest test, Model model, Random random)
    {
        string host = random.Next(2) == 0 ? "" : Pick(Hosts, random);
        var items = new List<string>();
        long after = 0;
        do
        {
            var page = await test.ListAsync(host, after, limit: random.Next(1, 4));
            items.AddRange(page.Items.Select(item => Say(item.Revision)));
            after = page.Next;
        }
        while (after != 0);
        return ($"list {host}", string.Concat(items), model.List(host));
    }

    private static async Task<(string, string, string)> ListRevisionsAsync(StoreUnderTest test, Model model, Random random)
    {
        string id = Pick(Ids, random);
        return ($"revisions {id}", await SayAsync(WordsAsync()), model.Revisions(id));

        async Task<string> WordsAsync() => string.Concat((await test.Store.ListRevisionsAsync(id, 0, 1000, CancellationToken.None)).Items.Select(Say));
    }

    private static async Task<(string, string, string)> ReopenAsync(StoreUnderTest test, Random random)
    {
        if (random.Next(3) == 0) await test.ReopenAsync();
        return ("reopen", "", "");
    }

    private static async Task<string> DeletedAsync(Task task)
    {
        await task;
        return "deleted";
    }

    private static async Task<string> SayAsync<T>(Task<T> task)
    {
        try
        {
            return await task is StoredRevision revision ? Say(revision) : (task.Result as string)!;
        }
        catch (StoreException fault)
        {
            return $"{fault.Fault} {fault.CurrentEtag}";
        }
    }

    private static string Say(StoredRevision revision) =>
        $"{revision.ArticleId} {revision.Number}/{revision.Revisions} {revision.Etag[..8]} {revision.Uri} {revision.ArticleCreated:s} {revision.Created:s}\n";

    private static string Request(Random random) => random.Next(2) == 0 ? "" : $"r{random.Next(30)}";

    // None, the right one, or one that some text has.
    private static string Etag(Model model, string id, Random random) => random.Next(4) switch
    {
        0 => model.Latest(id)?.Etag ?? "",
        1 => EtagOf(id, Pick(Texts, random), $"https://{Pick(Hosts, random)}/{id}"),
        _ => "",
    };

    private static string EtagOf(string id, string text, string uri)
    {
        var article = StoreUnderTest.Article(id, text, uri);
        return ArticleTables.EtagOf(ArticleTables.HashOf(article.Content.Span), article);
    }

    private static T Pick<T>(T[] items, Random random) => items[random.Next(items.Length)];

    /// <summary>What a store is: articles in order of creation, each a list of revisions, and answers by request.</summary>
    private sealed class Model
    {
        private readonly List<(string Id, List<(StoredRevision Revision, string Text)> Revisions)> _articles = [];
        private readonly Dictionary<string, (string Payload, string Answer, DateTimeOffset Received)> _requests = [];

        /// <summary>Creations with a request id that were asked for.</summary>
        public List<(string Id, string Text, string Request, string Etag, string Uri)> Requests { get; } = [];

        public HashSet<string> Outcomes { get; } = [];

        public StoredRevision? Latest(string id) => RevisionsOf(id)?[^1].Revision;

        public string Create(string id, string text, string request, string etag, string uri, DateTimeOffset now) => Answer(request, $"{id}|{text}|{etag}|{uri}", now, () =>
        {
            if (Mismatch(id, etag) is { } mismatch) return mismatch;
            string hash = ArticleTables.HashOf(Encoding.UTF8.GetBytes(text)), state = EtagOf(id, text, uri);
            if (Latest(id) is { } latest && latest.Sha256 == hash && latest.Uri == uri)
            {
                Outcomes.Add("known");
                return Say(latest with { Revisions = RevisionsOf(id)!.Count });
            }
            if (RevisionsOf(id) is null) _articles.Add((id, []));
            var revisions = RevisionsOf(id)!;
            int number = revisions.Count + 1;
            var first = revisions.Count == 0 ? now : revisions[0].Revision.Created;
            revisions.Add((new StoredRevision(id, number, state, hash, text.Length, ContentForm.Text, "text/plain", uri, "2024-03-14", first, now, number), text));
            Outcomes.Add("made");
            return Say(revisions[^1].Revision);
        });

        public string Delete(string id, string request, string etag, DateTimeOffset now) => Answer(request, $"{id}|{etag}", now, () =>
        {
            if (Mismatch(id, etag) is { } mismatch) return mismatch;
            return _articles.RemoveAll(article => article.Id == id) > 0 ? "deleted" : Refuse(StoreFault.NotFound);
        });

        public string Find(string id, int number)
        {
            if (RevisionsOf(id) is not { } revisions || number > revisions.Count) return "";
            var (revision, text) = revisions[number == 0 ? ^1 : number - 1];
            return Say(revision with { Revisions = revisions.Count }) + text;
        }

        public string List(string host) => string.Concat(
            _articles.Select(article => article.Revisions[^1].Revision).Where(revision => host == "" || new Uri(revision.Uri).Host == host).Select(Say));

        public string Revisions(string id) => RevisionsOf(id) is { } revisions
            ? string.Concat(revisions.Select(item => Say(item.Revision with { Revisions = revisions.Count })))
            : Refuse(StoreFault.NotFound);

        private string Answer(string request, string payload, DateTimeOffset now, Func<string> make)
        {
            if (request != "" && _requests.TryGetValue(request, out var known) && now - known.Received < TimeSpan.FromDays(7))
            {
                if (known.Payload != payload) return Refuse(StoreFault.RequestIdReused);
                Outcomes.Add("repeated");
                return known.Answer;
            }
            string answer = make();
            bool refused = answer.StartsWith(nameof(StoreFault.EtagMismatch), StringComparison.Ordinal) || answer.StartsWith(nameof(StoreFault.NotFound), StringComparison.Ordinal);
            if (request != "" && !refused) _requests[request] = (payload, answer, now);
            return answer;
        }

        private string? Mismatch(string id, string etag)
        {
            string current = Latest(id)?.Etag ?? "";
            return etag == "" || etag == current ? null : Refuse(StoreFault.EtagMismatch, current);
        }

        private string Refuse(StoreFault fault, string etag = "")
        {
            Outcomes.Add(fault.ToString());
            return $"{fault} {etag}";
        }

        private List<(StoredRevision Revision, string Text)>? RevisionsOf(string id) => _articles.Find(article => article.Id == id).Revisions;
    }
}
