namespace Analysis.Storage;

/// <summary>Answers to requests that had an id.</summary>
internal static class RequestTable
{
    /// <summary>What is kept of an answer; zeros for a deletion.</summary>
    /// <param name="Number">Of the revision.</param>
    /// <param name="Revisions">How many there were.</param>
    /// <param name="ArticleCreated">In microseconds.</param>
    /// <param name="Created">In microseconds.</param>
    internal readonly record struct Answer(int Number, int Revisions, DateTimeOffset ArticleCreated, DateTimeOffset Created);

    /// <summary>The answer given to the same request before; null where it is new, or too old to be remembered.</summary>
    /// <exception cref="StoreException">The id was used for another request, or the row is damaged.</exception>
    public static Answer? Find(SqliteSession session, string requestId, byte[] payload, DateTimeOffset now)
    {
        if (requestId.Length == 0) return null;
        using var rows = session.Rows(
            "SELECT payload, number, revisions, article_created, created FROM requests WHERE request_id = @request_id AND received > @before",
            ("@request_id", requestId), ("@before", Oldest(now)));
        if (!rows.Read()) return null;
        if (rows.GetValue(0) is not byte[] known || !known.AsSpan().SequenceEqual(payload))
            throw new StoreException(
                StoreFault.RequestIdReused,
                $"The request id {requestId} was used for another request. Give every request an id of its own; repeat a request with all its fields.");
        return rows.GetValue(1) is long number and >= 0 and <= int.MaxValue && rows.GetValue(2) is long revisions and >= 0 and <= int.MaxValue
            && rows.GetValue(3) is long articleCreated && Moment.FromMicroseconds(articleCreated) is { } first
            && rows.GetValue(4) is long created && Moment.FromMicroseconds(created) is { } second
            ? new Answer((int)number, (int)revisions, first, second)
            : throw new StoreException(
                StoreFault.Damaged,
                $"The answer to request {requestId} is damaged. Look at the article itself and, where it is not as wanted, use a new request id.");
    }

    /// <summary>Remembers an answer; nothing where the request has no id.</summary>
    public static void Add(SqliteSession session, string requestId, byte[] payload, Answer answer, DateTimeOffset now)
    {
        if (requestId.Length == 0) return;
        session.Execute(
            "INSERT INTO requests (request_id, payload, number, revisions, article_created, created, received) "
            + "VALUES (@request_id, @payload, @number, @revisions, @article_created, @created, @received) "
            + "ON CONFLICT (request_id) DO UPDATE SET payload = excluded.payload, number = excluded.number, revisions = excluded.revisions, "
            + "article_created = excluded.article_created, created = excluded.created, received = excluded.received",
            ("@request_id", requestId),
            ("@payload", payload),
            ("@number", (long)answer.Number),
            ("@revisions", (long)answer.Revisions),
            ("@article_created", Moment.ToMicroseconds(answer.ArticleCreated)),
            ("@created", Moment.ToMicroseconds(answer.Created)),
            ("@received", Moment.ToMicroseconds(now)));
    }

    /// <summary>Forgets the oldest of the answers that are too old.</summary>
    public static void Purge(SqliteSession session, int most, DateTimeOffset now) => session.Execute(
        "DELETE FROM requests WHERE request_id IN (SELECT request_id FROM requests WHERE received <= @before ORDER BY received LIMIT @most)",
        ("@before", Oldest(now)), ("@most", (long)most));

    private static long Oldest(DateTimeOffset now) => Moment.ToMicroseconds(now - SqliteArticleStore.RequestsAreKept);
}
