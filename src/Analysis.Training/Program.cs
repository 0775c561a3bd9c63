using System.Diagnostics;
using Analysis.Language;
using Analysis.Training;

// Rebuilds the language model from the treebanks and prints its scores:
//   dotnet run -c Release --project src/Analysis.Training -- <treebank folder> [<WordNet folder> <file to write>]
// The folders hold ewt/{train,dev}.conllu and gum/{train,dev}/*.conllu, and WordNet 3.0's data.*, index.*, *.exc and cntlist.rev.
// Without a file the existing model is scored.
// Rebuilds the tagger of names, or scores it; the folder holds uner-ewt/dev.iob2 too:
//   dotnet run -c Release --project src/Analysis.Training -- names <treebank folder> [<file to write>]
// Rebuilds the graph of words from WordNet and the lists in Words/, or scores it:
//   dotnet run -c Release --project src/Analysis.Training -- words <WordNet folder> <file to write>
//   dotnet run -c Release --project src/Analysis.Training -- word-scores <folder of breaking-nli>
if (args is ["names", .. var arguments])
    return NameProgram.Run(arguments);
if (args is ["words", var wordNet, var words])
    return WordGraphBuilder.Write(wordNet, words);
if (args is ["word-scores", var pairs])
    return WordScores.Print(pairs);
if (args.Length is not (1 or 3))
{
    Console.Error.WriteLine("Give the folder of the treebanks and, to train, that of WordNet and the file to write: "
        + "<treebanks> [/usr/share/wordnet src/Analysis.Language/Models/english.bin]");
    return 1;
}

var folder = args[0];
var watch = Stopwatch.StartNew();
TrainedParser parser;
if (args.Length == 3)
{
    TreebankSentence[] train = [.. Treebank.Read(Path.Combine(folder, "ewt", "train.conllu")), .. Treebank.Read(Path.Combine(folder, "gum", "train"))];
    var file = ModelTrainer.Train(train, WordNetWords.Read(args[1])).Write();
    File.WriteAllBytes(args[2], file);
    Console.WriteLine($"trained on {train.Length} sentences in {watch.Elapsed.TotalSeconds:F0} s; {file.Length} bytes");
    parser = TrainedParser.Load(file);
}
else
{
    parser = TrainedParser.Default;
}

Console.WriteLine($"hash {parser.Hash}");
Scores.Print(parser, folder);
return 0;
