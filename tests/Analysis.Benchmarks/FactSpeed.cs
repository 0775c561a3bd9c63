using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Benchmarks;

/// <summary>How fast numbers and dates are read from words that have their grammar: tokens a second of one thread, and what is allocated.</summary>
internal static class FactSpeed
{
    private const int Rounds = 15;

    private static readonly ArticleDate Published = new(new LocalDate(2016, 11, 7), Stated: true);

    /// <summary>Prints a line for each set of articles and reader; the least of several rounds counts.</summary>
    public static void Measure(TextWriter output)
    {
        output.WriteLine("articles   reader       ms CPU      tokens/s  found  bytes a token");
        Measure("written", NewsTexts.Written, output);
        if (NewsTexts.Real.IsEmpty) output.WriteLine("Real news is measured too where polnear/train/text is in the folder that ANALYSIS_DATA names or in shared/data beside the repository.");
        else Measure("real", NewsTexts.Real, output);
    }

    private static void Measure(string articles, ImmutableArray<string> texts, TextWriter output)
    {
        AnnotatedText[] annotated = [.. texts.Select(text => AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default))];
        var dates = Array.ConvertAll(annotated, text => DateExtractor.Extract(text, Published, default));
        long tokens = annotated.Sum(text => (long)text.Tree.Tokens.Length);
        Line("dates", i => DateExtractor.Extract(annotated[i], Published, default).Length);
        Line("numbers", i => QuantityExtractor.Extract(annotated[i], dates[i], default).Length);

        void Line(string reader, Func<int, int> read)
        {
            double best = double.PositiveInfinity;
            long found = 0, allocated = 0;
            for (int round = 0; round < Rounds; round++)
            {
                found = 0;
                long before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
                var processor = Environment.CpuUsage.TotalTime;
                for (int i = 0; i < annotated.Length; i++) found += read(i);
                best = Math.Min(best, Math.Min((Environment.CpuUsage.TotalTime - processor).TotalSeconds, Stopwatch.GetElapsedTime(start).TotalSeconds));
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            }
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{articles,-10} {reader,-10} {best * 1000,8:0.0} {tokens / best,13:N0} {found,6} {(double)allocated / tokens,14:0.0}"));
        }
    }
}
