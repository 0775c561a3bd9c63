using Analysis.Training;

namespace Analysis.Tests.Semantics;

/// <summary>The words that attribute are those that their training learns.</summary>
public sealed class CueLexiconTests
{
    [FactRequires(Data = "polnear")]
    public void Cues_AreWhatIsLearned()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            AttributionTrainer.Train(Path.Combine(Requires.Folder("polnear"), "train"), folder.FullName);
            Assert.Equal(Analysis.Semantics.Lexicon.Lines("attribution-cues"), File.ReadLines(Path.Combine(folder.FullName, "attribution-cues.txt")).Where(line => line[0] != '#'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
