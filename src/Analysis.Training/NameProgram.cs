using System.Diagnostics;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>Rebuilds the name tagger from the treebanks, with the embedded parser's tags, and prints its scores.</summary>
internal static class NameProgram
{
    /// <param name="arguments">The folder of the treebanks and, to train, the file to write.</param>
    public static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2)
        {
            Console.Error.WriteLine("Give the folder of the treebanks and, to train, the file to write: names <folder> [src/Analysis.Language/Models/names.bin]");
            return 1;
        }

        var folder = arguments[0];
        var parser = TrainedParser.Default;
        var lists = NameLists.Read();
        NameTagger tagger;
        if (arguments.Length == 2)
        {
            var watch = Stopwatch.StartNew();
            var treebank = new NameTreebank(lists);
            NameDocument[] gum = [.. treebank.ReadGum(Path.Combine(folder, "gum", "train"), parser)];
            NameDocument[] ewt = [.. treebank.ReadPlain(Path.Combine(folder, "ewt", "train.conllu"), parser)];
            var file = new NameTrainer(lists.ToGazetteer()).Train(gum, ewt, parser).Write();
            File.WriteAllBytes(arguments[1], file);
            Console.WriteLine($"trained on {gum.Sum(document => document.Names.Length)} names in {watch.Elapsed.TotalSeconds:F0} s; {file.Length} bytes");
            tagger = NameTagger.Load(file);
        }
        else
        {
            tagger = Environment.GetEnvironmentVariable("NAMES") is { } f ? NameTagger.Load(File.ReadAllBytes(f)) : NameTagger.Default;
        }

        Console.WriteLine($"hash {tagger.Hash}");
        NameScores.Print(tagger, parser, lists, folder);
        return 0;
    }
}
