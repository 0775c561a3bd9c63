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

    [Theory]
    // With and without a unit, a bound, a year, the day of the week.
    [InlineData("The winner, 14, lives in Marlow.", "The 14-year-old winner lives in Marlow.")]
    [InlineData("About 2,000 homes lost power.", "2,000 homes lost power.")]
    [InlineData("The mill closed on September 11, 2001.", "The mill closed on Sept. 11.")]
    [InlineData("The mill closed until June.", "The mill closed in June.")]
    [InlineData("The mayor resigned on Tuesday.", "The mayor resigned yesterday.")]
    // One of a thing is the thing.
    [InlineData("One sailor was rescued.", "A sailor was rescued.")]
    // Other ways of writing.
    [InlineData("The Harbour Safety Board closed the pier.", "The HSB closed the pier.")]
    [InlineData("The U.S. Department of Fisheries closed the pier.", "The USDF closed the pier.")]
    [InlineData("The council opened a web site.", "The council opened a website.")]
    [InlineData("Karimow thanked the crew.", "Karimov thanked the crew.")]
    [InlineData("The council organised a race.", "The council organized a race.")]
    [InlineData("The testing of the pump began.", "The test of the pump began.")]
    public void Units_WrittenInOtherWays_AreSaid(string left, string right)
    {
        foreach (bool ofLeft in (bool[])[true, false])
        {
            var side = new MeaningSide(Match(left, right), ofLeft);
            Assert.All(Enumerable.Range(0, side.Text.Units.Length), unit => Assert.True(side.IsSaid(unit) || !side.IsMissing(unit), side.Text.Model.Text.Form(side.Text.Units[unit].Token).ToString()));
        }
    }

    [Theory]
    [InlineData("The mill closed on September 11, 2001.", "The mill closed on September 12, 2001.")]
    [InlineData("More than 100 homes lost power.", "500 homes lost power.")]
    [InlineData("The road is 12 miles long.", "The road is 12 kilometres long.")]
    [InlineData("The mill closed for three months.", "The mill closed for three years.")]
    [InlineData("One sailor was rescued.", "Two sailors were rescued.")]
    [InlineData("The Harbour Safety Board closed the pier.", "The HSC closed the pier.")]
    public void Units_ThatMeanSomethingElse_AreMissing(string left, string right)
    {
        foreach (bool ofLeft in (bool[])[true, false])
        {
            var side = new MeaningSide(Match(left, right), ofLeft);
            Assert.Contains(Enumerable.Range(0, side.Text.Units.Length), side.IsMissing);
        }
    }

    [Fact]
    public void Score_IsOneValue()
    {
        var side = new MeaningSide(Match("Marlow held Ostvale to a 2-2 home draw.", "Marlow drew 2-2 with Ostvale."), ofLeft: true);
        Assert.True(side.IsSaid(Enumerable.Range(0, side.Text.Units.Length).Single(unit => side.Text.Units[unit].Class is UnitClass.Value)));
    }

    [Fact]
    public void SmallWordsOfNames_AreNoUnits()
    {
        var units = Match("The House of Delegates met.", "").Left;
        Assert.DoesNotContain(units.Units, unit => units.Model.Text.Words[unit.Token].Lemma is "of");
    }

    [Fact]
    public void Order_IsTheLongestInCommon()
    {
        var side = new MeaningSide(Match("The old ferry left Marlow on Monday", "On Monday the old ferry left"), ofLeft: false);
        Assert.Equal(1000 * 4 / 6, side.ShareInOrder());
        Assert.Equal(1000 * 2 * 6 / 13, side.LikenessOfWords());
        Assert.Equal(0, new MeaningSide(Match("", "The ferry left."), ofLeft: true).ShareInOrder());
    }

    [Fact]
    public void Rarity_IsThatOfTheTreebanks()
    {
        Assert.InRange(WordRarity.Of("the"), 0, 1);
        Assert.InRange(WordRarity.Of("police"), 5, 7);
        Assert.Equal(WordRarity.Greatest, WordRarity.Of("slaughterhouse"));
        var (share, rarest) = new MeaningSide(Match("The police closed a slaughterhouse.", "The police closed it."), ofLeft: true).MissingByRarity();
        Assert.InRange(share, 300, 600);
        Assert.Equal(WordRarity.Greatest, rarest);
    }

    [Theory]
    [InlineData("The council closed the school because the storm had damaged its roof.", "The council closed the school.", true)]
    [InlineData("The crew left the ferry and painted a wall.", "The crew left the ferry.", true)]
    [InlineData("The crew left the ferry after the captain had burned the maps.", "The crew left the ferry.", true)]
    [InlineData("The crew left the old ferry in Marlow.", "The crew left the ferry.", false)]
    [InlineData("The crew left the ferry and painted the wall.", "The crew left the wall of the ferry.", false)]
    public void Clause_OfOnePassageAlone_IsUnsaid(string left, string right, bool unsaid) =>
        Assert.Equal(unsaid, new MeaningSide(Match(left, right), ofLeft: true) is var side && (side.HasUnsaidClause() || side.HasUnsaidClaim()));

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

    [FactRequires(Data = "treebank")]
    public void Rarities_AreWhatIsCounted() =>
        Assert.Equal(Analysis.Semantics.Lexicon.Lines(WordRarity.ListName, typeof(WordRarity).Assembly), RarityTrainer.Count(Requires.Folder("treebank")));

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
