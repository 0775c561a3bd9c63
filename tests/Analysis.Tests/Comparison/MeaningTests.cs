using System.Globalization;
using Analysis.Comparison;
using Analysis.Tests.Support;
using Analysis.Training;

namespace Analysis.Tests.Comparison;

/// <summary>What is read off two passages to judge their meaning, and what it is worth.</summary>
public class MeaningTests
{
    [Theory]
    [InlineData("The crew has repaired the ship.", "The ship has been repaired by the crew.")]
    [InlineData("The tower of the town fell.", "The town's tower fell.")]
    public void Construction_DoesNotChangeParts(string left, string right)
    {
        var match = Match(left, right);
        var side = new MeaningSide(match, ofLeft: true);
        Assert.All(Enumerable.Range(0, side.Text.Units.Length), unit => Assert.True(side.TieOf(unit) is Tie.Kept || side.Text.Governors[unit] < 0));
    }

    [Fact]
    public void Values_AreComparedByValue()
    {
        var side = new MeaningSide(Match("Twelve men met on 3 May 2024.", "On May 3, 2024, 12 men met."), ofLeft: true);
        Assert.Equal(2, side.Text.Units.Count(unit => unit.Class is UnitClass.Value));
        Assert.All(Enumerable.Range(0, side.Text.Units.Length), unit => Assert.True(side.IsSaid(unit)));
    }

    [Fact]
    public void RepeatedWords_ArePairedByWhatIsAround()
    {
        var match = Match("The small boat sank near the large boat.", "Near the large boat the small boat sank.");
        var units = match.Left.Units;
        int small = Enumerable.Range(0, units.Length).Single(i => match.Left.Model.Text.Words[units[i].Token].Lemma is "small");
        Assert.Equal(match.ToRight[small] + 1, match.ToRight[small + 1]);
    }

    [Fact]
    public void Opposite_IsNotSaid()
    {
        var side = new MeaningSide(Match("The price rose.", "The price fell."), ofLeft: true);
        Assert.True(side.HasOpposite());
        Assert.False(side.IsSaid(1));
    }

    [Fact]
    public void Weights_TurnFeaturesIntoEstimates()
    {
        var match = Match("The old ferry sailed from Marlow to Ostvale.", "The old ferry sailed from Ostvale to Marlow.");
        var features = MeaningFeatures.OfArrangement(match, new MeaningSide(match, ofLeft: true), new MeaningSide(match, ofLeft: false));
        Assert.Contains(features.All, feature => feature.Name.StartsWith("exchange.", StringComparison.Ordinal));
        Assert.Equal(500, MeaningWeights.Read([]).Arrangement(features));
        Assert.Equal(731, MeaningWeights.Read(["arrangement:* = 1000"]).Arrangement(features));
        Assert.Equal(269, MeaningWeights.Read(["arrangement:* = -1000"]).Arrangement(features));
        Assert.InRange(MeaningWeights.Read(["arrangement:* = 99000000"]).Arrangement(features), 990, 1000);
    }

    [Fact]
    public void Regression_FindsWhatDecides()
    {
        double[][] rows = [[0, 1], [1, 1], [0, 0], [1, 0]];
        double[] weights = LogisticRegression.Fit(rows, [false, true, false, true], penalty: 0.1);
        Assert.True(weights[0] > 1);
        Assert.InRange(weights[1], -0.001, 0.001);
        // Halfway between the two classes neither is likelier.
        Assert.InRange(weights[0] / 2 + weights[1] / 2 + weights[2], -0.001, 0.001);
    }

    [FactRequires(Data = "pawsx-en")]
    public void Weights_AreWhatIsLearned()
    {
        string data = Path.GetDirectoryName(Requires.Folder("pawsx-en"))!;
        var learned = Weights([.. MeaningTrainer.LearnEntailment(MeaningPair.ReadNews(data)), .. MeaningTrainer.LearnArrangement(MeaningPair.ReadPaws(data))]);
        var known = Weights(Analysis.Semantics.Lexicon.Lines(MeaningWeights.ListName, typeof(MeaningWeights).Assembly));
        Assert.Equal(known, learned);

        static SortedDictionary<string, int> Weights(IEnumerable<string> lines) =>
            new(lines.Select(line => line.Split(" = ")).ToDictionary(fields => fields[0], fields => int.Parse(fields[1], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
    }

    private static MeaningMatch Match(string left, string right)
    {
        var (l, r) = (Passages.Read(left), Passages.Read(right));
        var terms = new Terms([l, r]);
        return MeaningMatch.Find(new MeaningUnits(l, terms.Read(0)), new MeaningUnits(r, terms.Read(1)));
    }
}
