using System.Diagnostics;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Training;

// Rebuilds the language resource, src/Analysis.Language/Models/english.bin, or sections of it, and prints their scores:
//   dotnet run -c Release --project src/Analysis.Training -- COMMAND
const string Usage = """
    build <treebanks> <WordNet> <file> [<pairs>]   makes all sections anew: the parser, then the names, then the words
    parser <treebanks> <WordNet> <file>            makes one section anew and keeps the others as they are in the file
    names <treebanks> <file>                       needed after the parser, whose dictionary they read
    words <WordNet> <file> [<pairs>]
    replace <section> <section's file> <file>      takes a section that was made elsewhere
    score <treebanks> [<pairs>]                    scores what is built in
    attributions <PolNeAR train> <Lexicons>        learns which words attribute and which are source and content, src/Analysis.Semantics/Lexicons/attribution-*.txt
    references <GUM train> <Lexicons>              learns what pronouns stand for, src/Analysis.Semantics/Lexicons/reference-weights.txt
    nouns <WordNet> <Lexicons>                     lists what nouns stand for, src/Analysis.Semantics/Lexicons/noun-kinds.txt
    rarities <treebanks> <Lexicons>                counts how rare words are, src/Analysis.Comparison/Lexicons/word-rarity.txt; then build again
    meaning <data> <Lexicons>                      learns when passages mean the same, src/Analysis.Comparison/Lexicons/meaning-weights.txt

    <treebanks> holds ewt/{train,dev}.conllu, gum/{train,dev}/*.conllu and uner-ewt/dev.iob2; <WordNet> the data.*, index.* and *.exc
    of WordNet 3.0 and cntlist.rev; <pairs> the dataset.jsonl of breaking-nli, by which the relations of words are scored; <data>
    equate-quant/NewsNLI.tsv and pawsx-en/dev.tsv.
    """;

var watch = Stopwatch.StartNew();
switch (args)
{
    case ["build", var treebanks, var wordNet, var path, .. var pairs] when pairs.Length <= 1:
        var parser = ParserSection(treebanks, wordNet);
        var names = NameSection(treebanks, parser);
        new ResourceFile(path).Write((LanguageResource.Parser, parser), (LanguageResource.Names, names), (LanguageResource.Words, WordGraphBuilder.Build(wordNet)));
        Score(new ResourceFile(path).Resource, treebanks, pairs);
        return 0;
    case ["parser", var treebanks, var wordNet, var path]:
        new ResourceFile(path).Write((LanguageResource.Parser, ParserSection(treebanks, wordNet)));
        Scores.Print(TrainedParser.Load(new ResourceFile(path).Resource), treebanks);
        return 0;
    case ["names", var treebanks, var path]:
        var resource = new ResourceFile(path).Resource;
        new ResourceFile(path).Write((LanguageResource.Names, NameSection(treebanks, resource.Load(LanguageResource.Parser, (_, content) => content))));
        NameScores.Print(NameTagger.Load(resource), treebanks, TrainedParser.Load(resource));
        return 0;
    case ["words", var wordNet, var path, .. var pairs] when pairs.Length <= 1:
        new ResourceFile(path).Write((LanguageResource.Words, WordGraphBuilder.Build(wordNet)));
        ScoreWords(new ResourceFile(path).Resource, pairs);
        return 0;
    case ["replace", var section, var part, var path]:
        new ResourceFile(path).Write((section, File.ReadAllBytes(part)));
        return 0;
    case ["attributions", var corpus, var folder]:
        AttributionTrainer.Train(corpus, folder);
        return 0;
    case ["references", var corpus, var folder]:
        ReferenceTrainer.Train(corpus, folder);
        return 0;
    case ["nouns", var wordNet, var folder]:
        ReferenceTrainer.WriteNouns(wordNet, folder);
        return 0;
    case ["rarities", var treebanks, var folder]:
        RarityTrainer.Train(treebanks, folder);
        return 0;
    case ["meaning", var data, var folder]:
        MeaningTrainer.Train(data, folder);
        return 0;
    case ["score", var treebanks, .. var pairs] when pairs.Length <= 1:
        Score(LanguageResource.Embedded, treebanks, pairs);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 1;
}

byte[] ParserSection(string treebanks, string wordNet)
{
    TreebankSentence[] train = [.. Treebank.Read(Path.Combine(treebanks, "ewt", "train.conllu")), .. Treebank.Read(Path.Combine(treebanks, "gum", "train"))];
    var section = ModelTrainer.Train(train, WordNetWords.Read(wordNet)).Write();
    Console.WriteLine($"parser: trained on {train.Length} sentences, done after {watch.Elapsed.TotalSeconds:F0} s");
    return section;
}

byte[] NameSection(string treebanks, byte[] parser)
{
    var section = NameProgram.Train(treebanks, LanguageModel.Read(parser));
    Console.WriteLine($"names: done after {watch.Elapsed.TotalSeconds:F0} s");
    return section;
}

static void Score(LanguageResource resource, string treebanks, string[] pairs)
{
    Console.WriteLine($"hash {resource.Hash}");
    var parser = TrainedParser.Load(resource);
    Scores.Print(parser, treebanks);
    Console.WriteLine();
    NameScores.Print(NameTagger.Load(resource), treebanks, parser);
    ScoreWords(resource, pairs);
}

static void ScoreWords(LanguageResource resource, string[] pairs)
{
    if (pairs is not [var folder])
        return;
    Console.WriteLine();
    WordScores.Print(folder, TrainedParser.Load(resource), WordRelations.Load(resource));
}
