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
        NameTagger tagger;
        if (arguments.Length == 2)
        {
            var watch = Stopwatch.StartNew();
            var lists = NameLists.Read();
            var treebank = new NameTreebank(lists);
            (string Name, NamedSentence[] Sentences)[] gum = [.. treebank.ReadGum(Path.Combine(folder, "gum", "train"))];
            (string Name, NamedSentence[] Sentences)[] ewt = [.. treebank.ReadPlain(Path.Combine(folder, "ewt", "train.conllu"))];
            var tags = Jackknife([.. gum.Concat(ewt).SelectMany(document => document.Sentences).SelectMany(sentence => new[] { sentence.Words }.Concat(sentence.Copies))]);
            var file = new NameTrainer(lists, TrainedParser.Default.Words).Train(Documents(gum, tags), Documents(ewt, tags), tags).Write();
            File.WriteAllBytes(arguments[1], file);
            Console.WriteLine($"trained on {gum.Sum(document => document.Sentences.Sum(sentence => sentence.Names!.Length))} names in {watch.Elapsed.TotalSeconds:F0} s; {file.Length} bytes");
            tagger = NameTagger.Load(file);
        }
        else
        {
            tagger = NameTagger.Default;
        }

        Console.WriteLine($"hash {tagger.Hash}");
        NameScores.Print(tagger, folder);
        return 0;
    }

    private static NameDocument[] Documents((string Name, NamedSentence[] Sentences)[] documents, SentenceTagger tags) =>
        Array.ConvertAll(documents, document => new NameDocument(document.Name, document.Sentences, tags));

    private static byte[] EmbeddedModel()
    {
        using var stream = typeof(TrainedParser).Assembly.GetManifestResourceStream("english.bin") ?? throw new InvalidDataException("The assembly has no english.bin.");
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }

    // The parser has seen these sentences and knows their tags too well: names must be learned from tags as wrong as they will be.
    private static SentenceTagger Jackknife(TreebankSentence[] sentences)
    {
        const int Bits = 20;
        const int Folds = 5;
        var model = LanguageModel.Read(EmbeddedModel());
        var tagged = new TaggerTrainer(model.Tags, new WordReader(model.Lexicon), Bits).Jackknife(sentences, Folds, 1);
        var annotations = new Dictionary<TreebankSentence, WordAnnotation[]>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < sentences.Length; index++)
        {
            annotations.Add(sentences[index], Array.ConvertAll(tagged[index], word => new WordAnnotation(
                model.Tags[word.Tag].Upos, model.Tags[word.Tag].Xpos, string.Empty, string.Empty, -1, DependencyRelation.Dep)));
        }

        return sentence => annotations[sentence];
    }
}
