using Analysis.Comparison;
using BenchmarkDotNet.Attributes;

namespace Analysis.Benchmarks;

/// <summary>Comparing what has been analysed already.</summary>
public class ComparisonBenchmarks
{
    private int _turn;

    [Benchmark(Description = "compare two analysed 5 KB"), Articles(2)]
    public StoryComparison Compare()
    {
        var (left, right) = Texts.Models.Next(ref _turn);
        return ArticleComparison.Compare([left, right]);
    }
}
