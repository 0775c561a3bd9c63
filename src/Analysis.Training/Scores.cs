using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Prints what a model reaches on the development parts.</summary>
internal static class Scores
{
    // What claims are made of.
    private static readonly ImmutableArray<DependencyRelation> Shown =
    [
        DependencyRelation.Root, DependencyRelation.Nsubj, DependencyRelation.NsubjPass, DependencyRelation.Obj, DependencyRelation.Obl,
        DependencyRelation.OblUnmarked, DependencyRelation.OblAgent, DependencyRelation.Ccomp, DependencyRelation.Xcomp, DependencyRelation.Parataxis,
        DependencyRelation.Conj, DependencyRelation.Advmod, DependencyRelation.Nummod, DependencyRelation.Nmod, DependencyRelation.Appos,
        DependencyRelation.Advcl, DependencyRelation.Acl, DependencyRelation.AclRelcl, DependencyRelation.Compound, DependencyRelation.Flat,
    ];

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
        Console.WriteLine(Evaluation.Of("EWT and GUM", parser, [.. ewt, .. gum]));
        Console.WriteLine(Evaluation.Of("the same in Title Case", parser, ewt.Concat(gum).Select(Capitals.Title)));
        Console.WriteLine(Evaluation.Of("the same in capitals", parser, ewt.Concat(gum).Select(Capitals.All)));
        Console.WriteLine();
        PrintRelations(parser, [.. ewt, .. gum]);
        PrintSpeed(parser, ewt);
    }

    private static void PrintRelations(TrainedParser parser, TreebankSentence[] sentences)
    {
        var gold = new int[256];
        var found = new int[256];
        var both = new int[256];
        foreach (var sentence in sentences)
        {
            var annotations = new WordAnnotation[sentence.Words.Length];
            parser.Parse(sentence.Text, sentence.Spans, annotations);
            foreach (var (word, annotation) in sentence.Words.Zip(annotations))
            {
                gold[(int)word.Relation]++;
                found[(int)annotation.Relation]++;
                if (word.Relation == annotation.Relation && word.Head == annotation.Head)
                    both[(int)word.Relation]++;
            }
        }

        Console.WriteLine("F1 of relations with their heads: " + string.Join(", ", Shown.Select(relation =>
            string.Create(CultureInfo.InvariantCulture, $"{relation.ToConllu()} {F1((int)relation):F1}"))));

        double F1(int relation) => 200.0 * both[relation] / Math.Max(1, gold[relation] + found[relation]);
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
