using System.Diagnostics;
using Analysis.Language;
using Analysis.Training;

// Rebuilds the language model from the treebanks and prints its scores:
//   dotnet run -c Release --project src/Analysis.Training -- <treebank folder> [<file to write>]
// The folder holds ewt/{train,dev}.conllu and gum/{train,dev}/*.conllu. Without a file the existing model is scored.
// With "names" in front it does the same for the tagger of names; then the folder holds uner-ewt/dev.iob2 too.
if (args is ["names", .. var arguments])
    return NameProgram.Run(arguments);
if (args.Length is 0 or > 2)
{
    Console.Error.WriteLine("Give the folder of the treebanks and, to train, the file to write: <folder> [src/Analysis.Language/Models/english.bin]");
    return 1;
}

var folder = args[0];
var watch = Stopwatch.StartNew();
TrainedParser parser;
if (args.Length == 2)
{
    TreebankSentence[] train = [.. Treebank.Read(Path.Combine(folder, "ewt", "train.conllu")), .. Treebank.Read(Path.Combine(folder, "gum", "train"))];
    var file = ModelTrainer.Train(train).Write();
    File.WriteAllBytes(args[1], file);
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
