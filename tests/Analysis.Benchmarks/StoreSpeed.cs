using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analysis.Storage;
using Microsoft.Data.Sqlite;

namespace Analysis.Benchmarks;

/// <summary>Shows how many articles of 5 KB are stored in a second, each acknowledged only once it is on the disk.</summary>
/// <remarks>
/// <para>Beside it, in the same run, SQLite alone with the same settings and one table of id and bytes: a transaction for each row, which
/// is the most that one caller at a time can get, and one transaction for all, which is the most that sharing can get.</para>
/// <para>Wall time, for this is about waiting for a disk. The first articles are not timed: while the log grows to its size, each sync
/// also waits for the file system's own journal. Rates are medians of rounds that go through all ways in turn, and so are the ratios, each
/// of two neighbours in time.</para>
/// </remarks>
internal static class StoreSpeed
{
    private const int Rounds = 9, Untimed = 500, Timed = 1000;

    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

    private static readonly byte[][] Contents = [.. Texts.Pairs.Select(pair => Encoding.UTF8.GetBytes(pair.Left))];

    private static readonly (string Name, Func<string, Task<double>> Run)[] Ways =
    [
        ("SQLite, a transaction each", folder => Task.Run(() => Bare(folder, together: false))),
        ("store, 1 caller", folder => StoreAsync(folder, callers: 1)),
        ("store, 16 callers", folder => StoreAsync(folder, callers: 16)),
        ("store, 64 callers", folder => StoreAsync(folder, callers: 64)),
        ("SQLite, one transaction", folder => Task.Run(() => Bare(folder, together: true))),
    ];

    public static async Task MeasureAsync(TextWriter output)
    {
        double[][] rates = [.. Ways.Select(_ => new double[Rounds])];
        for (int round = 0; round < Rounds; round++)
            for (int way = 0; way < Ways.Length; way++) rates[way][round] = Timed / await InFolderAsync(Ways[way].Run);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Timed} articles of {Contents.Average(content => content.Length) / Texts.Kilobyte:0.0} KB, {Rounds} rounds"));
        output.WriteLine("way                          articles/s  slowest  fastest  to SQLite, a transaction each");
        for (int way = 0; way < Ways.Length; way++)
        {
            double ratio = Median([.. rates[way].Zip(rates[0], (rate, bare) => rate / bare)]);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Ways[way].Name,-28} {Median(rates[way]),10:0} {rates[way].Min(),8:0} {rates[way].Max(),8:0} {ratio,6:0.0}"));
        }
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static async Task<double> InFolderAsync(Func<string, Task<double>> run)
    {
        string folder = Directory.CreateTempSubdirectory("analysis-speed-").FullName;
        try
        {
            return await run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> StoreAsync(string folder, int callers)
    {
        await using var store = SqliteArticleStore.Open(folder, TimeProvider.System);
        await StoreAsync(0, Untimed);
        long start = Stopwatch.GetTimestamp();
        await StoreAsync(Untimed, Untimed + Timed);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;

        Task StoreAsync(int first, int end)
        {
            int last = first - 1;
            return Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
            {
                for (int number; (number = Interlocked.Increment(ref last)) < end;)
                {
                    string id = Id(number);
                    var article = new NewArticle(id, Contents[number % Contents.Length], ContentForm.Text, "text/plain", "https://news.example/" + id, "2024-03-14");
                    await store.CreateAsync(article, new WriteConditions(RequestId: "request-" + id), CancellationToken.None);
                }
            })));
        }
    }

    private static double Bare(string folder, bool together)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bare.db"), Pooling = false }.ConnectionString);
        connection.Open();
        Run(Settings + "CREATE TABLE contents (article_id TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)");
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO contents (article_id, bytes) VALUES (@article_id, @bytes)";
        var (id, bytes) = (insert.Parameters.Add("@article_id", SqliteType.Text), insert.Parameters.Add("@bytes", SqliteType.Blob));
        Insert(0, Untimed);
        long start = Stopwatch.GetTimestamp();
        if (together) Run("BEGIN");
        Insert(Untimed, Untimed + Timed);
        if (together) Run("COMMIT");
        return Stopwatch.GetElapsedTime(start).TotalSeconds;

        void Insert(int first, int end)
        {
            for (int number = first; number < end; number++)
            {
                (id.Value, bytes.Value) = (Id(number), Contents[number % Contents.Length]);
                insert.ExecuteNonQuery();
            }
        }

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"article-{number}");
}
