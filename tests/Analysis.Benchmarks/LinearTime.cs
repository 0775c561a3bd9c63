using System.Diagnostics;
using System.Globalization;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks;

/// <summary>Shows how time grows with the length of an article: the same amount of text, in articles of 5, 50 and 500 KB.</summary>
/// <remarks>
/// Processor time of this process, of which the least of several rounds is taken; on a machine with other work, wall time says little.
/// Where time is linear the ratio stays near one. In a comparison each claim is judged against a bounded number of candidates, of which a
/// longer article offers more: time for each KB rises until the bound is met, at some tens of KB, and stays there.
/// </remarks>
internal static class LinearTime
{
    private const int Rounds = 3;

    /// <summary>Length of each side in all, in KB.</summary>
    private const int Volume = 1000;

    private static readonly int[] Sizes = [5, 50, 500];

    private static readonly (string Name, Action<Work> Run)[] Steps =
    [
        ("tree", work => work.Trees = [.. work.Texts.Select(text => SyntaxTree.Parse(SourceText.From(text)))]),
        ("tag and parse", work => work.Trees.ForEach(tree => AnnotatedText.Annotate(tree, TrainedParser.Default))),
        ("analyse", work => work.Models = [.. work.Texts.Select(Texts.Read)]),
        ("compare", work => Compare(work)),
    ];

    public static void Measure(TextWriter output)
    {
        var works = Sizes.Select(size => new Work(size)).ToArray();
        foreach (var (_, run) in Steps) run(works[0]);
        // Rounds go through all sizes, so that a busy moment of the machine does not fall on one size alone.
        for (int round = 0; round < Rounds; round++)
            foreach (var work in works)
                for (int step = 0; step < Steps.Length; step++) Time(work, step);

        output.WriteLine("step            KB/article  articles  CPU ms  ms/KB   ratio to 5 KB  MB allocated  KB/KB");
        for (int step = 0; step < Steps.Length; step++)
            foreach (var work in works)
            {
                double perKilobyte = work.Milliseconds[step] / work.Kilobytes;
                double ratio = perKilobyte / (works[0].Milliseconds[step] / works[0].Kilobytes);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Steps[step].Name,-15} {work.Size,10} {work.Texts.Count,9} {work.Milliseconds[step],7:0} {perKilobyte,6:0.000} {ratio,15:0.00} {work.Allocated[step] / 1e6,13:0.0} {work.Allocated[step] / 1024.0 / work.Kilobytes,6:0.0}"));
            }
        output.WriteLine("A longer article offers each claim more candidates, up to a bound that is met at some tens of KB: compare 500 KB with 50 KB there.");
        output.WriteLine();
        Distribution(works[0], output);
    }

    private static void Time(Work work, int step)
    {
        GC.Collect();
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        var before = Environment.CpuUsage.TotalTime;
        Steps[step].Run(work);
        work.Milliseconds[step] = Math.Min(work.Milliseconds[step], (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        work.Allocated[step] = GC.GetTotalAllocatedBytes(precise: true) - allocated;
    }

    private static void Compare(Work work)
    {
        for (int i = 0; i < work.Models.Count; i += 2) ArticleComparison.Compare([work.Models[i], work.Models[i + 1]]);
    }

    private static void Distribution(Work work, TextWriter output)
    {
        var times = new List<double>();
        for (int round = 0; round < 5; round++)
            for (int i = 0; i < work.Models.Count; i += 2)
            {
                long start = Stopwatch.GetTimestamp();
                ArticleComparison.Compare([work.Models[i], work.Models[i + 1]]);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"comparing two analysed articles of {work.Size} KB, wall time: p50 {times[times.Count / 2]:0.000} ms, p99 {times[times.Count * 99 / 100]:0.000} ms of {times.Count} comparisons"));
    }

    /// <summary>The articles of one size, in pairs, and what they took.</summary>
    private sealed class Work
    {
        public Work(int size)
        {
            Size = size;
            for (int seed = 1; Texts.Count * size < Volume * 2; seed++)
            {
                var (left, right) = new ArticleWriter((ulong)(1000 * size + seed)).Pair(size * Benchmarks.Texts.Kilobyte);
                Texts.AddRange([left, right]);
            }
            Kilobytes = Texts.Sum(text => (double)text.Length) / Benchmarks.Texts.Kilobyte;
            Array.Fill(Milliseconds, double.PositiveInfinity);
        }

        public int Size { get; }

        public List<string> Texts { get; } = [];

        public double Kilobytes { get; }

        public List<SyntaxTree> Trees { get; set; } = [];

        public List<SemanticModel> Models { get; set; } = [];

        /// <summary>Least processor time of each step.</summary>
        public double[] Milliseconds { get; } = new double[Steps.Length];

        public long[] Allocated { get; } = new long[Steps.Length];
    }
}
