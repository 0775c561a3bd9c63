using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Benchmarks;

/// <summary>How fast text becomes words with tags, lemmas, trees and names, stage by stage, and what the resource costs to load.</summary>
/// <remarks>
/// Processor time of this process, of which the least of several rounds is taken. Each stage runs with those before it, and what it takes is
/// the difference; quantities are read with the dates at hand and are no part of the whole. Bytes are those of the text in UTF-8; what is allocated is compared with what of it is kept, the result.
/// </remarks>
internal static class LanguageSpeed
{
    private const int Rounds = 7;

    private static readonly int[] Sizes = [5, 50, 500, 5000];

    /// <summary>Milliseconds and memory of loading the sections, each for the first time in this process: run it in one of its own.</summary>
    public static void MeasureLoading(TextWriter output)
    {
        output.WriteLine("section      ms wall  ms CPU  MB managed  MB working set");
        var loaded = new List<object>();
        using var process = Process.GetCurrentProcess();
        var (allWall, allProcessor, allManaged, allWorking) = (0.0, 0.0, 0L, 0L);
        foreach (var (name, load) in new (string, Func<object>)[] { ("parser", () => TrainedParser.Default), ("names", () => NameTagger.Default), ("words", () => WordRelations.Default) })
        {
            long managed = GC.GetTotalMemory(forceFullCollection: true), working = WorkingSet(process), start = Stopwatch.GetTimestamp();
            var before = Environment.CpuUsage.TotalTime;
            loaded.Add(load());
            double wall = Stopwatch.GetElapsedTime(start).TotalMilliseconds, processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            Write(name, wall, processor, managed = GC.GetTotalMemory(forceFullCollection: true) - managed, working = WorkingSet(process) - working);
            (allWall, allProcessor, allManaged, allWorking) = (allWall + wall, allProcessor + processor, allManaged + managed, allWorking + working);
        }
        Write("all", allWall, allProcessor, allManaged, allWorking);
        GC.KeepAlive(loaded);

        void Write(string name, double wall, double processor, long managed, long working) => output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-10} {wall,9:0.0} {processor,7:0.0} {managed / 1e6,11:0.0} {working / 1e6,15:0.0}"));
    }

    /// <summary>Tokens a second and bytes allocated, by stage, threads and length.</summary>
    public static void Measure(TextWriter output)
    {
        Measure("written articles", NewsTexts.Written, output);
        if (NewsTexts.Real.IsEmpty) output.WriteLine("Real news is measured too where polnear/train/text is in the folder that ANALYSIS_DATA names or in shared/data beside the repository.");
        else Measure("real news", NewsTexts.Real, output);
    }

    private static void Measure(string name, ImmutableArray<string> texts, TextWriter output)
    {
        var stages = new LanguageStages();
        SyntaxTree[] trees = [.. texts.Select(text => SyntaxTree.Parse(SourceText.From(text)))];
        AnnotatedText[] annotated = Array.ConvertAll(trees, tree => AnnotatedText.Annotate(tree, TrainedParser.Default));
        ImmutableArray<DateMention>[] dates = Array.ConvertAll(annotated, text => DateExtractor.Extract(text, null, default));
        double tokens = trees.Sum(tree => (double)tree.Tokens.Length), bytes = texts.Sum(text => (double)Encoding.UTF8.GetByteCount(text));
        (string Name, int After, Action Run)[] steps =
        [
            ("tree", -1, () => Each(texts, text => SyntaxTree.Parse(SourceText.From(text)))),
            ("words", -1, () => Each(trees, tree => stages.Annotate(tree, tag: false, parse: false))),
            ("tags", 1, () => Each(trees, tree => stages.Annotate(tree, tag: true, parse: false))),
            ("parse", 2, () => Each(trees, tree => stages.Annotate(tree, tag: true, parse: true))),
            ("lemmas, features", 3, () => Each(trees, tree => AnnotatedText.Annotate(tree, TrainedParser.Default))),
            ("names", -1, () => Each(annotated, text => NameTagger.Default.Tag(text))),
            ("quantities", -1, () => Each(annotated.Zip(dates), text => QuantityExtractor.Extract(text.First, text.Second, default))),
            ("all", -1, () => Each(texts, text => LanguageStages.Read(text))),
        ];
        var cost = new (double Seconds, long Allocated)[steps.Length];
        Array.Fill(cost, (double.PositiveInfinity, 0));
        for (int round = 0; round < Rounds; round++)
            for (int step = 0; step < steps.Length; step++)
            {
                long allocated = GC.GetTotalAllocatedBytes(precise: true);
                var before = Environment.CpuUsage.TotalTime;
                steps[step].Run();
                double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
                cost[step] = (Math.Min(cost[step].Seconds, seconds), GC.GetTotalAllocatedBytes(precise: true) - allocated);
            }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {texts.Length} articles, {bytes / 1e6:0.00} MB, {tokens:0} tokens, one thread"));
        output.WriteLine("stage             CPU ms  tokens/s of CPU  share  bytes allocated a byte of text");
        for (int step = 0; step < steps.Length; step++)
        {
            var (seconds, allocated) = cost[step];
            if (steps[step].After is var after and >= 0) (seconds, allocated) = (seconds - cost[after].Seconds, allocated - cost[after].Allocated);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{steps[step].Name,-16} {seconds * 1000,7:0} {tokens / seconds,16:N0} {100 * seconds / cost[^1].Seconds,5:0}% {allocated / bytes,10:0.00}"));
        }

        double kept = Kept(texts) / bytes;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"of the bytes allocated {kept:0.00} a byte of text are the result, {(cost[^1].Allocated / bytes) - kept:0.00} are not"));
        Threads(texts, tokens, output);
        Lengths(texts, output);
        output.WriteLine();
    }

    // What is alive once all is done, the texts apart.
    private static long Kept(ImmutableArray<string> texts)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        var results = texts.Select(text => LanguageStages.Read(text)).ToArray();
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(results);
        return kept;
    }

    private static void Threads(ImmutableArray<string> texts, double tokens, TextWriter output)
    {
        var best = new (double Wall, double Processor)[2];
        Array.Fill(best, (double.PositiveInfinity, double.PositiveInfinity));
        for (int round = 0; round < Rounds; round++)
            for (int threads = 1; threads <= best.Length; threads++)
            {
                int next = -1;
                long start = Stopwatch.GetTimestamp();
                var before = Environment.CpuUsage.TotalTime;
                Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() =>
                {
                    for (int i; (i = Interlocked.Increment(ref next)) < texts.Length;) LanguageStages.Read(texts[i]);
                }))];
                foreach (var worker in workers) worker.Start();
                foreach (var worker in workers) worker.Join();
                double wall = Stopwatch.GetElapsedTime(start).TotalSeconds, processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
                best[threads - 1] = (Math.Min(best[threads - 1].Wall, wall), Math.Min(best[threads - 1].Processor, processor));
            }
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"threads: 1 {tokens / best[0].Wall:N0} tokens/s of wall time, 2 {tokens / best[1].Wall:N0}, {best[0].Wall / best[1].Wall:0.00} times; CPU seconds {best[0].Processor:0.00} and {best[1].Processor:0.00}, so that two free cores give {2 * best[0].Processor / best[1].Processor:0.00} times"));
    }

    private static void Lengths(ImmutableArray<string> texts, TextWriter output)
    {
        double first = 0;
        output.Write("length of one text, CPU microseconds a KB (ratio to the shortest):");
        foreach (int size in Sizes)
        {
            // As much text of every length, so that the clock's steps do not matter.
            string text = NewsTexts.Join(texts, size * Texts.Kilobyte);
            int times = Math.Max(1, 5000 / size);
            double best = double.PositiveInfinity;
            string[] parts = times == 1 ? [text] : [.. Enumerable.Range(0, times).Select(i => i < texts.Length && size <= 5 ? NewsTexts.Join([texts[i], .. texts[..Math.Min(4, texts.Length)]], size * Texts.Kilobyte) : text)];
            for (int round = 0; round < 3; round++)
            {
                var before = Environment.CpuUsage.TotalTime;
                foreach (string part in parts) LanguageStages.Read(part);
                best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / parts.Sum(part => (double)part.Length / Texts.Kilobyte));
            }
            if (first == 0) first = best;
            output.Write(string.Create(CultureInfo.InvariantCulture, $" {size} KB {best:0} ({best / first:0.00})"));
        }
        output.WriteLine();
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> run)
    {
        foreach (var item in items) run(item);
    }

    private static long WorkingSet(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }
}
