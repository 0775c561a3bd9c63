using System.Diagnostics;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Prints what a model reaches on the development parts.</summary>
internal static class Scores
{
    public static void Print(TrainedParser parser, string folder)
    {
        TreebankSentence[] ewt = [.. Treebank.Read(Path.Combine(folder, "ewt", "dev.conllu"))];
        TreebankSentence[] gum = [.. Treebank.Read(Path.Combine(folder, "gum", "dev"))];
        var news = gum.Where(sentence =>
            sentence.Document.Contains("_news_", StringComparison.Ordinal) || sentence.Document.Contains("_interview_", StringComparison.Ordinal));

        Console.WriteLine("| dev part | words | UPOS | XPOS | lemma | feats | UAS | LAS |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        Console.WriteLine(Evaluation.Of("EWT", parser, ewt));
        Console.WriteLine(Evaluation.Of("GUM", parser, gum));
        Console.WriteLine(Evaluation.Of("GUM news and interview", parser, news));
        PrintSpeed(parser, ewt);
    }

    // Best of several rounds on one core, after a first one for the compiler.
    private static void PrintSpeed(TrainedParser parser, TreebankSentence[] sentences)
    {
        var annotations = new WordAnnotation[sentences.Max(sentence => sentence.Words.Length)];
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var sentence in sentences)
                parser.Parse(sentence.Text, sentence.Spans, annotations.AsSpan(0, sentence.Words.Length));
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Console.WriteLine($"{sentences.Sum(sentence => sentence.Words.Length) / best.TotalSeconds:F0} words a second");
    }
}
