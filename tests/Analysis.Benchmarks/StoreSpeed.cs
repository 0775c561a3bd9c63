using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analysis.Storage;
using Microsoft.Data.Sqlite;

namespace Analysis.Benchmarks;

/// <summary>Shows how many articles of 5 KB are stored in a second, each acknowledged only once it is on the disk.</summary>
/// <remarks>
/// Beside it, in the same run, SQLite alone with the same settings and one table of id and bytes: a transaction for each row, which is the
/// most that one caller at a time can get, and one transaction for all, which is the most that sharing can get. Wall time, for this is
/// about waiting for a disk; the median of several rounds, taken in turn. A disk that lies about syncing shows as tens of thousands.
/// </remarks>
internal static class StoreSpeed
{
    private const int Rounds = 5, Articles = 1000;

    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

    private static readonly byte[][] Contents = [.. Texts.Pairs.Select(pair => Encoding.UTF8.GetBytes(pair.Left))];

    private static readonly (string Name, Func<string, Task> Run)[] Ways =
    [
        ("SQLite, a transaction each", folder => Task.Run(() => Bare(folder, together: false))),
        ("store, 1 caller", folder => StoreAsync(folder, callers: 1)),
        ("store, 4 callers", folder => StoreAsync(folder, callers: 4)),
        ("store, 16 callers", folder => StoreAsync(folder, callers: 16)),
        ("store, 64 callers", folder => StoreAsync(folder, callers: 64)),
        ("SQLite, one transaction", folder => Task.Run(() => Bare(folder, together: true))),
    ];

    public static async Task MeasureAsync(TextWriter output)
    {
        double[][] seconds = [.. Ways.Select(_ => new double[Rounds])];
        foreach (var (_, run) in Ways) await TimeAsync(run);
        for (int round = 0; round < Rounds; round++)
            for (int way = 0; way < Ways.Length; way++) seconds[way][round] = await TimeAsync(Ways[way].Run);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Articles} articles of {Contents.Average(content => content.Length) / Texts.Kilobyte:0.0} KB, median of {Rounds} rounds"));
        output.WriteLine("way                          articles/s  fastest  slowest  ratio");
        double first = Median(seconds[0]);
        for (int way = 0; way < Ways.Length; way++)
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Ways[way].Name,-28} {Articles / Median(seconds[way]),10:0} {Articles / seconds[way].Min(),8:0} {Articles / seconds[way].Max(),8:0} {first / Median(seconds[way]),6:0.0}"));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static async Task<double> TimeAsync(Func<string, Task> run)
    {
        string folder = Directory.CreateTempSubdirectory("analysis-speed-").FullName;
        try
        {
            long start = Stopwatch.GetTimestamp();
            await run(folder);
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task StoreAsync(string folder, int callers)
    {
        await using var store = SqliteArticleStore.Open(folder, TimeProvider.System);
        int last = -1;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (int number; (number = Interlocked.Increment(ref last)) < Articles;)
            {
                string id = Id(number);
                var article = new NewArticle(id, Contents[number % Contents.Length], ContentForm.Text, "text/plain", "https://news.example/" + id, "2024-03-14");
                await store.CreateAsync(article, new WriteConditions(RequestId: "request-" + id), CancellationToken.None);
            }
        })));
    }

    private static void Bare(string folder, bool together)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "bare.db"), Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Settings + "CREATE TABLE contents (article_id TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)";
        command.ExecuteNonQuery();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO contents (article_id, bytes) VALUES (@article_id, @bytes)";
        var (id, bytes) = (insert.Parameters.Add("@article_id", SqliteType.Text), insert.Parameters.Add("@bytes", SqliteType.Blob));
        if (together) Run("BEGIN");
        for (int number = 0; number < Articles; number++)
        {
            (id.Value, bytes.Value) = (Id(number), Contents[number % Contents.Length]);
            insert.ExecuteNonQuery();
        }
        if (together) Run("COMMIT");

        void Run(string sql)
        {
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"article-{number}");
}
