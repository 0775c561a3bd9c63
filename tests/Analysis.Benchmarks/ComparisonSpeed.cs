using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Analysis.Benchmarks.Accuracy;
using Analysis.Comparison;
using Analysis.Semantics;
using DiffPlex;

namespace Analysis.Benchmarks;

/// <summary>How long it takes to compare articles that are analysed already, beside a word diff and a bare count of shared words of the same articles.</summary>
internal static class ComparisonSpeed
{
    private const int Rounds = 9, StoryArticles = 50, WarmUpCalls = 1500;

    /// <summary>Prints a line for each way to compare and one for a story; of several rounds the least time of each pair counts.</summary>
    public static void Measure(TextWriter output)
    {
        var pairs = DataFolder.With("basil") is { } data ? RealPairs(data) : [.. Texts.Pairs];
        var models = pairs.Select(pair => (Left: Texts.Read(pair.Left), Right: Texts.Read(pair.Right))).ToArray();
        output.WriteLine($"{pairs.Length} pairs, {pairs.Sum(pair => pair.Left.Length + pair.Right.Length) / 2 / pairs.Length} characters an article on average; milliseconds a pair");
        output.WriteLine("way                          mean     p50     p99    bytes");
        Line("compare", i => ArticleComparison.Compare([models[i].Left, models[i].Right]).Alignments.Length);
        Line("from text", i => ArticleComparison.Compare([Texts.Read(pairs[i].Left), Texts.Read(pairs[i].Right)]).Alignments.Length);
        Line("shared words", i => SharedWords(pairs[i].Left, pairs[i].Right));
        var differ = new Differ();
        Line("DiffPlex by words", i => differ.CreateWordDiffs(pairs[i].Left, pairs[i].Right, false, [' ', '\n']).DiffBlocks.Count, 1);
        ImmutableArray<SemanticModel> story = [.. models.SelectMany(pair => new[] { pair.Left, pair.Right }).Distinct().Take(StoryArticles)];
        var clock = Stopwatch.StartNew();
        int found = ArticleComparison.Compare(story).Alignments.Length;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a story of {story.Length} articles: {clock.Elapsed.TotalSeconds:0.00} s, {found} alignments"));

        void Line(string way, Func<int, int> compare, int rounds = Rounds)
        {
            var times = new double[pairs.Length];
            Array.Fill(times, double.PositiveInfinity);
            // The compiler makes its last version of what is called often only after a while.
            for (int call = 0; call < WarmUpCalls * rounds / Rounds; call++) compare(call % times.Length);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int round = 0; round < rounds; round++)
                for (int i = 0; i < times.Length; i++)
                {
                    long start = Stopwatch.GetTimestamp();
                    compare(i);
                    times[i] = Math.Min(times[i], Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            long allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / rounds / times.Length;
            Array.Sort(times);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{way,-24} {times.Average(),8:0.000} {times[times.Length / 2],7:0.000} {times[times.Length * 99 / 100],7:0.000} {allocated,8}"));
        }
    }

    private static (string Left, string Right)[] RealPairs(string data)
    {
        var articles = BasilArticle.ReadAll(data);
        return [.. articles.GroupBy(article => article.Event).SelectMany(g => g.SelectMany((left, i) => g.Skip(i + 1).Select(right => (left.Text, right.Text))))];
    }

    /// <summary>The least that any comparison of sentences does: which share words, by an index.</summary>
    private static int SharedWords(string left, string right)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        string[] l = left.Split('.'), r = right.Split('.');
        for (int i = 0; i < r.Length; i++)
            foreach (string word in r[i].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!index.TryGetValue(word, out var sentences)) index[word] = sentences = [];
                sentences.Add(i);
            }
        int best = 0;
        int[] counts = new int[r.Length];
        foreach (string sentence in l)
        {
            Array.Clear(counts);
            foreach (string word in sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                if (index.TryGetValue(word, out var sentences))
                    foreach (int other in sentences) best = Math.Max(best, ++counts[other]);
        }
        return best;
    }
}
