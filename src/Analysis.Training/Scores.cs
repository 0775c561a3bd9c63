using System.Collections.Immutable;
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
        var parts = DevelopmentPart.Read(folder);
        Console.WriteLine("| dev part | words | UPOS | XPOS | lemma | feats | UAS | LAS |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var part in parts)
            Console.WriteLine(Evaluation.Of(part.Name, parser, part.Sentences));
        Console.WriteLine();
        PrintRelations(parser, [.. parts[0].Sentences, .. parts[1].Sentences]);
        Console.WriteLine($"{Speed(parser, parts[0].Sentences):F0} words a second");
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

    /// <summary>Words a second on one core: the best of several rounds in processor time, after a first one for the compiler.</summary>
    public static double Speed(TrainedParser parser, IReadOnlyList<TreebankSentence> sentences)
    {
        var annotations = new WordAnnotation[sentences.Max(sentence => sentence.Words.Length)];
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 12; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            foreach (var sentence in sentences)
                parser.Parse(sentence.Text, sentence.Spans, annotations.AsSpan(0, sentence.Words.Length));
            var time = Environment.CpuUsage.TotalTime - before;
            best = time < best ? time : best;
        }

        return sentences.Sum(sentence => sentence.Words.Length) / best.TotalSeconds;
    }
}
