using Analysis.Benchmarks.Accuracy;
using BenchmarkDotNet.Running;

namespace Analysis.Benchmarks;

/// <summary>
/// <c>dotnet run -c Release --project tests/Analysis.Benchmarks -- [filter]</c> runs the benchmarks that match, all of them without a
/// filter; with <c>linear</c> it measures how time grows with the length of the articles, with <c>store</c> how many are stored in a second;
/// with <c>language</c> how fast text becomes words with grammar and names, with <c>facts</c> how fast numbers and dates are read, with
/// <c>load</c> what the language resource costs to load, with <c>compare-speed</c> how long comparing takes beside a word diff, with <c>pages-speed</c> what reading a page costs beside parsing its markup; with
/// <c>accuracy [name]</c> how well the analysis does on labelled data.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["linear"])
        {
            LinearTime.Measure(Console.Out);
            return 0;
        }
        if (args is ["language"])
        {
            LanguageSpeed.Measure(Console.Out);
            return 0;
        }
        if (args is ["load"])
        {
            LanguageSpeed.MeasureLoading(Console.Out);
            return 0;
        }
        if (args is ["pages-speed"])
        {
            PagesSpeed.Measure(Console.Out);
            return 0;
        }
        if (args is ["compare-speed"])
        {
            ComparisonSpeed.Measure(Console.Out);
            return 0;
        }
        if (args is ["facts"])
        {
            FactSpeed.Measure(Console.Out);
            return 0;
        }
        if (args is ["store"])
        {
            StoreSpeed.MeasureAsync(Console.Out).GetAwaiter().GetResult();
            return 0;
        }
        if (args is ["accuracy", ..])
            return AccuracySuites.Run(args.AsSpan(1), Console.Out);
        // The bare word is what people type; BenchmarkDotNet wants a pattern behind a switch.
        string[] arguments = args.Length == 0 ? ["--filter", "*"] : args[0].StartsWith('-') ? args : ["--filter", .. args.Select(word => $"*{word}*")];
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, BenchmarkSettings.Create());
        return summaries.Any() && summaries.All(summary => summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
