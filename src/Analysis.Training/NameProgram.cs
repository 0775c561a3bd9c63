using Analysis.Language;

namespace Analysis.Training;

/// <summary>Trains the name tagger on the treebanks, with tags as the parser would give them to new text.</summary>
internal static class NameProgram
{
    /// <summary>The section of the resource. The same treebanks, lists and parser give the same bytes.</summary>
    /// <param name="folder">The treebanks.</param>
    /// <param name="parser">The parser whose tags the names will be found with.</param>
    public static byte[] Train(string folder, LanguageModel parser)
    {
        var lists = NameLists.Read();
        var treebank = new NameTreebank(lists);
        (string Name, NamedSentence[] Sentences)[] gum = [.. treebank.ReadGum(Path.Combine(folder, "gum", "train"))];
        (string Name, NamedSentence[] Sentences)[] ewt = [.. treebank.ReadPlain(Path.Combine(folder, "ewt", "train.conllu"))];
        var tags = Jackknife(parser, [.. gum.Concat(ewt).SelectMany(document => document.Sentences).SelectMany(sentence => new[] { sentence.Words }.Concat(sentence.Copies))]);

        // What was written for it has no tags by hand, and the parser has not seen it.
        var written = NameDocument.Tags(new TrainedParser(parser, string.Empty));
        return new NameTrainer(lists, new WordReader(parser.Lexicon))
            .Train(Documents(gum, tags), Documents(ewt, tags), Documents([.. NameSentences.Read()], written), tags).Write();
    }

    private static NameDocument[] Documents((string Name, NamedSentence[] Sentences)[] documents, SentenceTagger tags) =>
        Array.ConvertAll(documents, document => new NameDocument(document.Name, document.Sentences, tags));

    // The parser has seen these sentences and knows their tags too well: names must be learned from tags as wrong as they will be.
    private static SentenceTagger Jackknife(LanguageModel model, TreebankSentence[] sentences)
    {
        const int Bits = 20;
        const int Folds = 5;
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
