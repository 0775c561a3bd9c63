using System.Diagnostics;
using System.Globalization;
using Analysis.Storage;
using Analysis.Storage.Crash;
using Xunit.Abstractions;

namespace Analysis.Server.Tests.Storage;

/// <summary>A process is killed while it stores articles; what it had acknowledged is there, whole, and once.</summary>
/// <remarks>
/// ANALYSIS_CRASH_CYCLES says how often, ANALYSIS_CRASH_SEED repeats a run as far as chance allows. SIGKILL takes nothing from what the
/// kernel holds, so this says nothing of a loss of power: for that the store trusts SQLite and the disk.
/// </remarks>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Tasks = 6;

    [FactRequires("dotnet")]
    public async Task KilledProcess_LosesNothingThatItAcknowledged()
    {
        int cycles = Setting("ANALYSIS_CRASH_CYCLES", 10), seed = Setting("ANALYSIS_CRASH_SEED", Environment.TickCount);
        output.WriteLine($"ANALYSIS_CRASH_CYCLES={cycles} ANALYSIS_CRASH_SEED={seed}");
        var random = new Random(seed);
        var total = new Tally();
        string root = Directory.CreateTempSubdirectory("analysis-crash-").FullName;
        try
        {
            string folder = "";
            for (int cycle = 0; cycle < cycles; cycle++)
            {
                // The making of a store is tried as well as the recovery of one that was killed before.
                if (folder.Length == 0 || random.Next(4) == 0) folder = Path.Combine(root, $"store{cycle}");
                string prefix = $"c{cycle}";
                using var process = new KilledProcess(folder, prefix, Tasks);
                await WaitAsync(process, random);
                await process.KillAsync();
                await CheckAsync(folder, prefix, process.Acknowledged, total);
                total.Cycles++;
            }
            output.WriteLine(total.ToString());
            Assert.True(total.Steps > cycles, "Hardly anything was stored before the process was killed.");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    // In the middle of the work, or at the start: while the store is made or recovered.
    private static async Task WaitAsync(KilledProcess process, Random random)
    {
        if (random.Next(4) == 0)
        {
            await Task.Delay(random.Next(60, 250));
            return;
        }
        await process.AcknowledgedAsync(random.Next(1, 150));
        long wait = random.Next(0, 3000) * (Stopwatch.Frequency / 1_000_000), start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetTimestamp() - start < wait) Thread.SpinWait(10);
    }

    private static async Task CheckAsync(string folder, string prefix, IReadOnlyDictionary<int, int> acknowledged, Tally total)
    {
        var watch = Stopwatch.StartNew();
        await using (var test = new StoreUnderTest(folder))
        {
            total.SlowestOpening = watch.Elapsed > total.SlowestOpening ? watch.Elapsed : total.SlowestOpening;
            int last = acknowledged.Count == 0 ? -1 : acknowledged.Keys.Max();
            for (int number = 0; number <= last + Tasks; number++)
            {
                int known = acknowledged.GetValueOrDefault(number);
                total.Steps += known;
                total.Unacknowledged += await CheckArticleAsync(test, prefix, number, known) > known ? 1 : 0;
            }
            // All that there is, of earlier cycles too, is whole.
            for (long after = 0; ;)
            {
                var page = await test.ListAsync(after: after, withContent: true, contentBytesLimit: 1_000_000);
                Assert.All(page.Items, item => Assert.False(item.Damaged));
                after = page.Next;
                if (after == 0) break;
            }
        }
        Assert.Equal("ok", StoreUnderTest.Ask(Path.Combine(folder, "articles.db"), "PRAGMA integrity_check"));
        Assert.Null(StoreUnderTest.Ask(Path.Combine(folder, "articles.db"), "PRAGMA foreign_key_check"));
    }

    /// <summary>Checks what is stored of an article, then repeats all of its steps.</summary>
    /// <returns>The step that it was found at: the acknowledged one, or the one that was under way.</returns>
    private static async Task<int> CheckArticleAsync(StoreUnderTest test, string prefix, int number, int acknowledged)
    {
        string id = CrashWork.ArticleId(prefix, number);
        var found = await test.FindAsync(id);
        int revisions = found?.Revision.Revisions ?? 0, steps = CrashWork.Steps(number);
        int[] possible = [.. new[] { acknowledged, acknowledged + 1 }.Where(step => step <= steps && CrashWork.RevisionsAfter(number, step) == revisions)];
        Assert.True(possible.Length > 0, $"{id}: {acknowledged} steps acknowledged, {revisions} revisions found.");
        for (int revision = 1; revision <= revisions; revision++)
        {
            var stored = (await test.FindAsync(id, revision))!;
            Assert.True(stored.Content.Span.SequenceEqual(CrashWork.Content(id, number, revision)));
            Assert.Equal(ArticleTables.HashOf(stored.Content.Span), stored.Revision.Sha256);
        }

        for (int step = 1; step <= steps; step++)
        {
            var answer = await CrashWork.StepAsync(test.Store, prefix, number, step);
            if (answer is null) continue;
            Assert.Equal((step, step), (answer.Number, answer.Revisions));
            // The clock of this process stands still in the past: what the other one made was made later.
            if (step <= acknowledged) Assert.True(answer.Created > test.Clock.Now);
        }
        Assert.Equal(CrashWork.RevisionsAfter(number, steps), (await test.FindAsync(id))?.Revision.Revisions ?? 0);
        return possible[0];
    }

    private static int Setting(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    private sealed record Tally
    {
        public int Cycles { get; set; }

        public int Steps { get; set; }

        public int Unacknowledged { get; set; }

        public TimeSpan SlowestOpening { get; set; }
    }
}
