using Analysis.Language;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;
using Analysis.Training;

namespace Analysis.Tests.Semantics;

/// <summary>Labels of the words around a cue, and the weights that choose them.</summary>
public class SpanModelTests
{
    private const string Text = "The council said the bridge was old.";

    [Fact]
    public void Labels_AreThoseThatWeighMost()
    {
        // All words weigh for none but the nouns; the cue is given.
        var labels = Label("words the NN\t3=200", "|always\t0,0=10");
        Assert.Equal("0 3 1 0 3 0 0 0", labels);
    }

    [Fact]
    public void OneWord_IsContentWhateverItWeighs() =>
        Assert.Contains("3", Label("always \t3=-500", "|always \t0,0=100"), StringComparison.Ordinal);

    [Fact]
    public void HeadOfTheCue_IsCue() => Assert.Equal("1", Label("always \t0=900").Split(' ')[2]);

    [Fact]
    public void Features_HaveTheHashesOfTheirNames()
    {
        var known = new Dictionary<ulong, string>();
        var (text, sentence, rules) = Read();
        new SpanFeatures(text, new bool[text.Words.Length], known).Read(sentence, rules);
        Assert.True(known.Count > 100);
        Assert.All(known, feature => Assert.Equal(feature.Key, Trait.HashOfName(feature.Value)));
    }

    [FactRequires(Data = "polnear")]
    public void Weights_AreWhatIsLearned()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            AttributionTrainer.Train(Path.Combine(Requires.Folder("polnear")!, "train"), folder.FullName, check: false);
            foreach (string name in (string[])["attribution-cues", SpanModel.ListName])
                Assert.Equal(Analysis.Semantics.Lexicon.Lines(name), File.ReadLines(Path.Combine(folder.FullName, name + ".txt")).Where(line => line[0] != '#'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Label(params string[] weights)
    {
        var (text, sentence, rules) = Read();
        var features = new SpanFeatures(text, new bool[text.Words.Length]);
        features.Read(sentence, rules);
        var labels = new SpanLabel[sentence.TokenCount];
        SpanModel.Read(weights).Label(features, rules.Head - sentence.FirstToken, labels);
        return string.Join(' ', labels.Select(label => (int)label));
    }

    private static (AnnotatedText Text, SentenceSyntax Sentence, ReadAttribution Rules) Read()
    {
        var text = AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(Text)), TrainedParser.Default);
        (int, int) none = (-1, -1);
        return (text, text.Tree.Sentences[0], new ReadAttribution(2, (2, 3), (0, 2), 1, none, (3, 7), none, 100, IsSure: true));
    }
}
