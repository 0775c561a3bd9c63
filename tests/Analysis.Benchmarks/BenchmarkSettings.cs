using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Analysis.Benchmarks;

/// <summary>How the benchmarks are run and what is printed of them.</summary>
internal static class BenchmarkSettings
{
    public static IConfig Create() => ManualConfig.CreateEmpty()
        // In this process: a process of its own for each benchmark would restore and build another project first.
        .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(4).WithIterationCount(12))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddLogger(ConsoleLogger.Default)
        .WithOptions(ConfigOptions.JoinSummary)
        .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Metrics)
        .AddColumn(StatisticColumn.Mean, StatisticColumn.StdDev, StatisticColumn.P50, StatisticColumn.P95)
        .AddColumn(new RateColumn("tokens/s", articles => articles * Texts.TokensPerArticle), new RateColumn("articles/s", articles => articles));
}

/// <summary>Says how many articles one operation of a benchmark reads, for the columns of rates.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ArticlesAttribute(int count) : Attribute
{
    /// <summary>Articles an operation.</summary>
    public int Count => count;
}

/// <summary>What a benchmark gets done in a second of one caller; empty for a benchmark that reads no article.</summary>
internal sealed class RateColumn(string name, Func<int, double> work) : IColumn
{
    public string Id => $"{nameof(RateColumn)}.{name}";

    public string ColumnName => name;

    public string Legend => $"Mean {name} of one caller";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        var articles = benchmarkCase.Descriptor.WorkloadMethod.GetCustomAttribute<ArticlesAttribute>();
        if (articles is null || summary[benchmarkCase]?.ResultStatistics is not { } statistics) return "-";
        const double NanosecondsPerSecond = 1e9;
        return (work(articles.Count) * NanosecondsPerSecond / statistics.Mean).ToString("N0", CultureInfo.InvariantCulture);
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public bool IsAvailable(Summary summary) => true;
}
