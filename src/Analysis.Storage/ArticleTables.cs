using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Analysis.Storage;

/// <summary>The statements on the tables of articles, and what their rows mean.</summary>
/// <remarks>
/// Each text is one that SQLite and PostgreSQL both read. A row of revisions carries a checksum, because SQLite itself does not notice a
/// flipped bit within a value.
/// </remarks>
internal static class ArticleTables
{
    private const string RevisionColumns =
        "a.sequence, a.article_id, r.number, r.etag, r.sha256, r.size_bytes, r.form, r.media_type, r.uri, r.published, a.created, r.created, r.checksum, "
        + "(SELECT MAX(number) FROM revisions WHERE article_id = a.article_id)";

    private const string LatestRevision =
        " FROM articles a JOIN revisions r ON r.article_id = a.article_id AND r.number = (SELECT MAX(number) FROM revisions WHERE article_id = a.article_id) ";

    private const string AnyRevision = " FROM articles a JOIN revisions r ON r.article_id = a.article_id WHERE a.article_id = @article_id ";

    internal const string FindLatest = "SELECT " + RevisionColumns + LatestRevision + "WHERE a.article_id = @article_id";

    internal const string FindNumber = "SELECT " + RevisionColumns + AnyRevision + "AND r.number = @number";

    internal const string ListRevisions = "SELECT " + RevisionColumns + AnyRevision + "AND r.number > @after ORDER BY r.number LIMIT @limit";

    internal const string ListAll = "SELECT " + RevisionColumns + LatestRevision + "WHERE a.sequence > @after ORDER BY a.sequence LIMIT @limit";

    internal const string ListHost =
        "SELECT " + RevisionColumns + LatestRevision + "WHERE a.host = @host AND a.sequence > @after ORDER BY a.sequence LIMIT @limit";

    private const string FindContent = "SELECT bytes FROM contents WHERE article_id = @article_id AND number = @number";

    /// <summary>A row of a query by <see cref="RevisionColumns"/>.</summary>
    /// <param name="Sequence">Place of the article in lists.</param>
    /// <param name="Revision">What the row says.</param>
    /// <param name="Damaged">Whether it is not what was written.</param>
    internal readonly record struct Row(long Sequence, StoredRevision Revision, bool Damaged);

    /// <summary>The latest revision, as it is; null where there is no such article.</summary>
    public static Row? Latest(SqliteSession session, string articleId) => Rows(session.Rows(FindLatest, ("@article_id", articleId))).FirstOrNull();

    /// <summary>One revision, as it is; null where there is none.</summary>
    public static Row? Number(SqliteSession session, string articleId, int number) =>
        Rows(session.Rows(FindNumber, ("@article_id", articleId), ("@number", (long)number))).FirstOrNull();

    /// <summary>Revisions after a number, oldest first.</summary>
    public static ImmutableArray<Row> Revisions(SqliteSession session, string articleId, long after, int limit) =>
        Rows(session.Rows(ListRevisions, ("@article_id", articleId), ("@after", after), ("@limit", (long)limit)));

    /// <summary>Latest revisions of the articles after a sequence number.</summary>
    public static ImmutableArray<Row> Articles(SqliteSession session, string host, long after, int limit) => Rows(
        host.Length == 0
            ? session.Rows(ListAll, ("@after", after), ("@limit", (long)limit))
            : session.Rows(ListHost, ("@host", host), ("@after", after), ("@limit", (long)limit)));

    /// <summary>The bytes of a revision; null where they are not those that were hashed.</summary>
    public static byte[]? Content(SqliteSession session, StoredRevision revision)
    {
        var bytes = session.Value(FindContent, ("@article_id", revision.ArticleId), ("@number", (long)revision.Number)) as byte[];
        return bytes is not null && HashOf(bytes) == revision.Sha256 ? bytes : null;
    }

    /// <summary>SHA-256 of content, lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The etag of a state: whatever makes a new revision makes a new etag.</summary>
    public static string EtagOf(string sha256, NewArticle article) => Convert.ToHexStringLower(FieldHash.Of(
        ("content_sha256", sha256),
        ("form", Written((long)article.Form)),
        ("media_type", article.MediaType),
        ("uri", ArticleIdentity.CanonicalAddress(article.Uri)),
        ("published", article.Published)));

    /// <summary>Adds an article with nothing in it.</summary>
    public static void AddArticle(SqliteSession session, string articleId, string host, long created)
    {
        var sequence = session.Value("UPDATE store SET last_sequence = last_sequence + 1 WHERE id = 1 RETURNING last_sequence");
        session.Execute(
            "INSERT INTO articles (article_id, sequence, host, created) VALUES (@article_id, @sequence, @host, @created)",
            ("@article_id", articleId), ("@sequence", sequence!), ("@host", host), ("@created", created));
    }

    /// <summary>Says that an article is found by another host now.</summary>
    public static void MoveArticle(SqliteSession session, string articleId, string host) => session.Execute(
        "UPDATE articles SET host = @host WHERE article_id = @article_id AND host <> @host", ("@article_id", articleId), ("@host", host));

    /// <summary>Adds a revision with its bytes.</summary>
    public static void AddRevision(SqliteSession session, StoredRevision revision, ReadOnlyMemory<byte> content)
    {
        session.Execute(
            "INSERT INTO revisions (article_id, number, etag, sha256, size_bytes, form, media_type, uri, published, created, checksum) "
            + "VALUES (@article_id, @number, @etag, @sha256, @size_bytes, @form, @media_type, @uri, @published, @created, @checksum)",
            ("@article_id", revision.ArticleId),
            ("@number", (long)revision.Number),
            ("@etag", revision.Etag),
            ("@sha256", revision.Sha256),
            ("@size_bytes", revision.SizeBytes),
            ("@form", (long)revision.Form),
            ("@media_type", revision.MediaType),
            ("@uri", revision.Uri),
            ("@published", revision.Published),
            ("@created", Moment.ToMicroseconds(revision.Created)),
            ("@checksum", Checksum(revision)));
        session.Execute(
            "INSERT INTO contents (article_id, number, padding, bytes) VALUES (@article_id, @number, @padding, @bytes)",
            ("@article_id", revision.ArticleId),
            ("@number", (long)revision.Number),
            ("@padding", new byte[OverflowPadding.Length(revision.ArticleId.Length, revision.Number, content.Length)]),
            ("@bytes", Whole(content)));
    }

    /// <summary>Removes an article with all that is its own.</summary>
    public static void RemoveArticle(SqliteSession session, string articleId)
    {
        session.Execute("DELETE FROM contents WHERE article_id = @article_id", ("@article_id", articleId));
        session.Execute("DELETE FROM revisions WHERE article_id = @article_id", ("@article_id", articleId));
        session.Execute("DELETE FROM articles WHERE article_id = @article_id", ("@article_id", articleId));
    }

    private static ImmutableArray<Row> Rows(SqliteDataReader reader)
    {
        using (reader)
        {
            var rows = ImmutableArray.CreateBuilder<Row>();
            while (reader.Read()) rows.Add(ReadRow(reader));
            return rows.ToImmutable();
        }
    }

    // A damaged row may hold any value of any type in any column, so each is asked for what it is and none is converted.
    private static Row ReadRow(SqliteDataReader reader)
    {
        bool damaged = false;
        long sequence = Integer(0);
        var revision = new StoredRevision(
            Text(1), Number(2), Text(3), Text(4), Integer(5), (ContentForm)Number(6), Text(7), Text(8), Text(9), Time(10), Time(11), Number(13));
        damaged |= reader.GetValue(12) is not byte[] checksum || !checksum.AsSpan().SequenceEqual(Checksum(revision)) || revision.Number > revision.Revisions;
        return new Row(sequence, revision, damaged);

        string Text(int column) => reader.GetValue(column) is string text ? text : Missing("");
        long Integer(int column) => reader.GetValue(column) is long integer ? integer : Missing(0L);
        int Number(int column) => Integer(column) is >= 0 and <= int.MaxValue and var number ? (int)number : Missing(0);
        DateTimeOffset Time(int column) => Moment.FromMicroseconds(Integer(column)) is { } time ? time : Missing(DateTimeOffset.UnixEpoch);

        T Missing<T>(T value)
        {
            damaged = true;
            return value;
        }
    }

    private static byte[] Checksum(StoredRevision revision) => FieldHash.Of(
        ("article_id", revision.ArticleId),
        ("number", Written(revision.Number)),
        ("etag", revision.Etag),
        ("sha256", revision.Sha256),
        ("size_bytes", Written(revision.SizeBytes)),
        ("form", Written((long)revision.Form)),
        ("media_type", revision.MediaType),
        ("uri", revision.Uri),
        ("published", revision.Published),
        ("created", Written(Moment.ToMicroseconds(revision.Created))));

    private static string Written(long number) => number.ToString(CultureInfo.InvariantCulture);

    // SQLite's driver binds whole arrays.
    private static byte[] Whole(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var segment) && segment.Offset == 0 && segment.Count == segment.Array!.Length
            ? segment.Array
            : content.ToArray();

    private static Row? FirstOrNull(this ImmutableArray<Row> rows) => rows.IsEmpty ? null : rows[0];
}
