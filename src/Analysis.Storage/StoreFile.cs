using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Analysis.Storage;

/// <summary>Makes, checks and opens the database file of a store.</summary>
/// <remarks>
/// Opening looks at the header and the schema and, after a crash, has SQLite replay its log of a few megabytes; it never reads the whole
/// file, so it takes no longer as the store grows. What lies deeper is found by SQLite or by our checksums when it is read.
/// </remarks>
internal static class StoreFile
{
    /// <summary>Marks the file as ours: "Artc".</summary>
    private const int ApplicationId = 0x41727463;

    /// <summary>The migrations, in the order of their numbers; the count is the version of the schema.</summary>
    private static readonly ImmutableArray<string> Migrations = ReadMigrations();

    /// <summary>The schema that the migrations make, as SQLite writes it down.</summary>
    private static readonly Lazy<ImmutableArray<string>> Schema = new(() =>
    {
        using var empty = SqliteSession.Open(":memory:", SqliteOpenMode.Memory);
        foreach (string migration in Migrations) empty.Run(migration);
        return ReadSchema(empty);
    });

    /// <summary>Opens the database for writing; makes it first where there is none.</summary>
    /// <exception cref="StoreException">It cannot be used. Then no byte of it was changed, but for SQLite's own recovery of the log.</exception>
    public static SqliteSession Open(StoreFolder folder, TimeProvider time)
    {
        SqliteSession? session = null;
        try
        {
            if (!File.Exists(folder.Database)) Create(folder, time);
            CheckHeader(folder.Database);
            session = SqliteSession.Open(folder.Database, SqliteOpenMode.ReadWrite);
            if (session.IsReadOnly) throw new SqliteException("Opened for reading only.", raw.SQLITE_READONLY);
            Upgrade(session, folder.Database);
            CheckSchema(session, folder.Database);
            Configure(session);
            return session;
        }
        catch (Exception failure)
        {
            session?.Dispose();
            throw failure switch
            {
                SqliteException sqlite => sqlite.ToStoreException(folder.Database),
                UnauthorizedAccessException => new StoreException(
                    StoreFault.ReadOnly, $"{folder.Database} cannot be opened for writing. Grant this process write permission.", cause: failure),
                IOException => new StoreException(
                    StoreFault.Unavailable, $"{folder.Database} cannot be read at the moment. Try again; if it stays so, check the disk.", cause: failure),
                _ => failure,
            };
        }
    }

    // Made under another name and renamed once it is whole: a crash leaves no half of a store, and an empty articles.db is always damage.
    private static void Create(StoreFolder folder, TimeProvider time)
    {
        if (Path.Exists(folder.Database))
            throw new StoreException(StoreFault.ReadOnly, $"{folder.Database} is not a file. Move it away, or name another folder.");
        if (File.Exists(folder.Log) && new FileInfo(folder.Log).Length > 0)
            throw new StoreException(
                StoreFault.Damaged,
                $"{folder.Database} is missing, but {folder.Log} beside it is there. Restore both from a backup, or move the log away to start anew.");

        foreach (string ending in (ReadOnlySpan<string>)["", "-journal", "-wal", "-shm"]) File.Delete(folder.Unfinished + ending);
        using (var session = SqliteSession.Open(folder.Unfinished, SqliteOpenMode.ReadWriteCreate))
        {
            session.Execute($"PRAGMA page_size = {OverflowPadding.PageSize}");
            session.Execute("PRAGMA journal_mode = DELETE");
            session.Execute("PRAGMA synchronous = FULL");
            session.Execute($"PRAGMA application_id = {ApplicationId.ToString(CultureInfo.InvariantCulture)}");
            Migrate(session, 0);
            session.Execute(
                "INSERT INTO store (id, token_key, last_sequence, created) VALUES (1, @token_key, 0, @created)",
                ("@token_key", RandomNumberGenerator.GetBytes(SqliteArticleStore.TokenKeyBytes)), ("@created", Moment.ToMicroseconds(time.GetUtcNow())));
        }
        File.Move(folder.Unfinished, folder.Database);
        folder.Sync();
    }

    private static void CheckHeader(string file)
    {
        const int WriteFormatOffset = 18, ReadFormatOffset = 19, ApplicationIdOffset = 68;
        Span<byte> header = stackalloc byte[100];
        using (var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0))
        {
            if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) throw Damaged(file, "is cut short");
        }
        if (!header.StartsWith("SQLite format 3\0"u8)) throw Damaged(file, "is no SQLite database");
        if (BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]) != ApplicationId) throw Damaged(file, "is not a store of articles");
        if (header[WriteFormatOffset] is not (1 or 2) || header[ReadFormatOffset] is not (1 or 2))
            throw Damaged(file, "has a header that SQLite does not write");
    }

    private static void Upgrade(SqliteSession session, string file)
    {
        long version = session.Value("PRAGMA user_version") is long number ? number : 0;
        if (version > Migrations.Length)
            throw new StoreException(
                StoreFault.Newer,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{file} has version {version}; this program knows versions up to {Migrations.Length}. Use the program that made it, or a later one."));
        if (version is < 1) throw Damaged(file, "has no version");
        Migrate(session, (int)version);
    }

    private static void Migrate(SqliteSession session, int version)
    {
        for (; version < Migrations.Length; version++)
        {
            session.Execute("BEGIN IMMEDIATE");
            session.Run(Migrations[version]);
            session.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {version + 1}"));
            session.Execute("COMMIT");
        }
    }

    private static void CheckSchema(SqliteSession session, string file)
    {
        if (!ReadSchema(session).SequenceEqual(Schema.Value)) throw Damaged(file, "has other tables than it was made with");
    }

    private static void Configure(SqliteSession session)
    {
        session.Execute("PRAGMA journal_mode = WAL");
        // Each commit waits for the disk, or an acknowledged write could be lost with the power.
        session.Execute("PRAGMA synchronous = FULL");
        session.Execute("PRAGMA foreign_keys = ON");
        // Deleted rows are overwritten with zeros. Costs a write of pages that would only be unlinked otherwise, and only when deleting.
        session.Execute("PRAGMA secure_delete = ON");
        // A log that may not be written is noticed at the first transaction: let it be this one.
        session.Execute("BEGIN IMMEDIATE");
        session.Execute("ROLLBACK");
    }

    private static ImmutableArray<string> ReadSchema(SqliteSession session)
    {
        using var rows = session.Rows("SELECT type, name, tbl_name, COALESCE(sql, '') FROM sqlite_schema ORDER BY type, name");
        var schema = ImmutableArray.CreateBuilder<string>();
        while (rows.Read()) schema.Add(string.Join('\n', Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue)));
        return schema.ToImmutable();
    }

    private static ImmutableArray<string> ReadMigrations()
    {
        var assembly = typeof(StoreFile).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select((name, index) =>
            {
                if (!name.StartsWith((index + 1).ToString("0000_", CultureInfo.InvariantCulture), StringComparison.Ordinal))
                    throw new InvalidOperationException($"Migration {name} is out of sequence.");
                using var script = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return script.ReadToEnd();
            }),
        ];
    }

    private static StoreException Damaged(string file, string how) =>
        new(StoreFault.Damaged, $"{file} {how}. It was left as it is: restore it, with the files beside it, from a backup, or name another folder.");
}
