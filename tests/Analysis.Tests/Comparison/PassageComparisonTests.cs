using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>How two passages relate; each pair is also compared the other way round.</summary>
public class PassageComparisonTests
{
    [Theory]
    [InlineData("The ferry carried 214 passengers.", "The ferry carried 214 passengers.")]
    [InlineData("Fog over Port Hallen", "Fog over Port Hallen")]
    [InlineData("“It fell,” Ann Lee said.", "\"It fell,\" Ann Lee said.")]
    [InlineData("…", "...")]
    [InlineData("", " \n")]
    public void SameWords_AreEquivalent(string left, string right)
    {
        Check(left, right, Relation.Equivalent);
        foreach (bool sameSituation in (bool[])[true, false])
        {
            var comparison = Passages.Compare(left, right, sameSituation);
            Assert.Equal((1000, 1000, 1000, 1000), (comparison.Confidence.Thousandths, comparison.LeftEntailsRight.Thousandths, comparison.RightEntailsLeft.Thousandths, comparison.Similarity.Thousandths));
            Assert.Empty(comparison.Differences);
        }
    }

    [Theory]
    [InlineData("The boat was repaired by the crew.", "The crew repaired the ship.", Relation.Equivalent)]
    [InlineData("The HSB thanked the Marlow Trade Union.", "The Harbour Safety Board thanked the MTU.", Relation.Equivalent)]
    [InlineData("The council bought 34 buses in Marlow.", "The council bought 34 buses.", Relation.Refines)]
    // What is less exact or less firm follows from what is more so, not the other way round.
    [InlineData("32 people were hurt.", "About 30 people may have been hurt.", Relation.Refines)]
    [InlineData("The council bought 34 buses. It closed the old school.", "The council bought 34 buses.", Relation.Refines)]
    [InlineData("The council bought 34 buses.", "The council bought some buses and the ferry sank.", Relation.Related)]
    [InlineData("The ferry reached Marlow.", "A museum sold two paintings.", Relation.Unrelated)]
    [InlineData("The ferry reached Marlow.", "", Relation.Unrelated)]
    public void OneSide_MaySayMore(string left, string right, Relation relation) => Check(left, right, relation);

    [Theory]
    // Other words for the same, as headlines have them.
    [InlineData("The museum in Ostvale sold two paintings to a bank for 30 million crowns on Monday, its director said.", "Museum in Ostvale sells two paintings for 30 million crowns, director says", Relation.Refines)]
    [InlineData("About 40 workers were injured when a crane fell on a warehouse in the port of Marlow early on Monday.", "40 workers hurt as crane falls on warehouse in Marlow", Relation.Refines)]
    [InlineData("In March the council opened a new library in Marlow.", "The council opened a new library in Marlow in March.", Relation.Equivalent)]
    [InlineData("Ann Lee, Bo Marsh and Cy Dorn signed the letter to the council on Monday.", "Bo Marsh, Cy Dorn and Ann Lee signed the letter to the council on Monday.", Relation.Equivalent)]
    // What is brief, or the same in all but one word, is meant to the word.
    [InlineData("The mayor opened a bridge.", "The mayor opened a school.", Relation.Related)]
    [InlineData("The mayor of Ostvale opened a new bridge over the river on Monday.", "The mayor of Ostvale opened a new school over the river on Monday.", Relation.Related)]
    [InlineData("The council bought 34 buses.", "The council bought 34 red buses.", Relation.Generalizes)]
    // In a long one another verb may be meant, and what is denied may stand beside what is common.
    [InlineData("The port of Ostvale received 3,400 claims for lost cargo and damages after the storm in March.", "The port of Ostvale got 3,400 claims for lost cargo and damages after the storm in March.", Relation.Equivalent)]
    [InlineData("The museum in Ostvale sold two paintings to a bank for 30 million crowns on Monday, but the directors of the museum did not thank the mayor.", "The museum in Ostvale sold two paintings to a bank for 30 million crowns on Monday.", Relation.Refines)]
    public void OtherWords_FollowWhereNothingElseIsMeant(string left, string right, Relation relation) => Check(left, right, relation);

    [Theory]
    [InlineData("The old ferry sailed from Marlow to Ostvale on Monday after the storm.", "The old ferry sailed from Ostvale to Marlow on Monday after the storm.")]
    [InlineData("The young clerk thanked the old diver in front of the town hall of Marlow.", "The old clerk thanked the young diver in front of the town hall of Marlow.")]
    public void SameWords_ExchangedAreNotTheSame(string left, string right)
    {
        var comparison = Passages.Compare(left, right);
        Assert.InRange(comparison.Similarity.Thousandths, 0, 499);
        Assert.InRange(comparison.LeftEntailsRight.Thousandths, 0, 499);
        Assert.Null(Passages.Asymmetry(left, right));
    }

    [Theory]
    [InlineData("The museum sold two paintings.", "The museum sold two pictures of a ship.", 500, 1000)]
    [InlineData("The council closed the school.", "The council did not close the school.", 0, 499)]
    [InlineData("The price of bread rose.", "The price of bread fell.", 0, 499)]
    [InlineData("The council bought 34 buses for the new line to the harbour.", "The council has bought buses.", 300, 800)]
    [InlineData("The ferry reached Marlow.", "A museum sold two paintings.", 0, 100)]
    // A clause more is more than a word more.
    [InlineData("The ferry reached Marlow late on Monday.", "The ferry reached Marlow late on Monday, and two divers repaired its hull.", 300, 499)]
    [InlineData("The ferry reached Marlow late on Monday.", "The crowded ferry reached Marlow in fog late on Monday.", 500, 900)]
    public void Similarity_IsGraded(string left, string right, int least, int most) =>
        Assert.InRange(Passages.Compare(left, right).Similarity.Thousandths, least, most);

    [Theory]
    [InlineData("The ferry carried 214 passengers.", "The ferry carried 241 passengers.", DifferenceKind.Quantity)]
    [InlineData("The ferry carried 214 passengers. It was late.", "It was late. The ferry carried 241 passengers.", DifferenceKind.Quantity)]
    [InlineData("Twelve dead in mine", "Ten dead in mine", DifferenceKind.Quantity)]
    [InlineData("The council closed the school.", "The council did not close the school.", DifferenceKind.Negation)]
    [InlineData("A clown is juggling knives on a ladder.", "Nobody is juggling knives.", DifferenceKind.Negation)]
    [InlineData("A letter is being opened by the clerk.", "There is no letter being opened by the clerk.", DifferenceKind.Negation)]
    [InlineData("A clown is juggling three knives.", "There is no clown juggling knives.", DifferenceKind.Negation)]
    // A lorry is a vehicle.
    [InlineData("A lorry hit the bridge.", "No vehicle hit the bridge.", DifferenceKind.Negation)]
    [InlineData("Some ships left the harbour.", "No ships left the harbour.", DifferenceKind.Negation)]
    [InlineData("The clerk walked up the hill.", "The clerk walked down the hill.", DifferenceKind.Antonym)]
    [InlineData("The clerk with a hat slept.", "The clerk without a hat slept.", DifferenceKind.Antonym)]
    [InlineData("The ferry is near the pier.", "The ferry is far away from the pier.", DifferenceKind.Antonym)]
    [InlineData("The ferry stopped in front of the pier.", "The ferry stopped behind the pier.", DifferenceKind.Antonym)]
    [InlineData("The council bought the old mill.", "The council sold the old mill.", DifferenceKind.Antonym)]
    [InlineData("The price of bread rose in Marlow.", "In Marlow the price of bread fell.", DifferenceKind.Antonym)]
    [InlineData("The mill was opened in France.", "The mill was opened in Germany.", DifferenceKind.Place)]
    [InlineData("A Dutch company built the mill.", "A Belgian company built the mill.", DifferenceKind.Entity)]
    [InlineData("The council closed the school in March 2023.", "The council closed the school in May 2023.", DifferenceKind.Date)]
    public void Incompatible_IsAConflict(string left, string right, DifferenceKind kind)
    {
        Check(left, right, Relation.Conflicts);
        Assert.Equal(kind, Assert.Single(Passages.Compare(left, right).Differences, difference => difference.Incompatible).Kind);
    }

    [Theory]
    // What is denied of the narrower case may hold of the wider.
    [InlineData("The clerk is opening a letter.", "The clerk is not opening a letter with a knife.")]
    [InlineData("Some divers are resting.", "Two divers are not resting.")]
    [InlineData("A vehicle hit the bridge.", "No lorry hit the bridge.")]
    [InlineData("A diver jumped onto the boat.", "The diver did not jump into the boat.")]
    // What may be, and what is not, may hold beside its opposite.
    [InlineData("Prices may rise in Marlow.", "Prices may fall in Marlow.")]
    [InlineData("The price of bread did not rise.", "The price of bread did not fall.")]
    // Beside a man who sings a woman may sing, and beside a red boat a blue one may sail.
    [InlineData("A man is singing.", "A woman is singing.")]
    [InlineData("A red boat is sailing.", "A blue boat is sailing.")]
    // The same words in other parts are no agreement; that they conflict is not known yet.
    [InlineData("The clerk thanked the diver.", "The diver thanked the clerk.")]
    [InlineData("In March 2023 the council closed the school.", "In May 2023 the council did not close the school.")]
    public void WhatMayHoldTogether_IsRelated(string left, string right)
    {
        Check(left, right, Relation.Related);
        Assert.DoesNotContain(Passages.Compare(left, right).Differences, difference => difference.Incompatible);
    }

    [Fact]
    public void Situation_ThatIsNotShown_HasNoConflict()
    {
        const string Left = "The ferry carried 214 passengers.", Right = "Another ferry carried 241 passengers to the islands of Ostvale, where a museum had opened.";
        Assert.DoesNotContain(Passages.Compare(Left, Right, sameSituation: false).Differences, difference => difference.Incompatible);
        const string Named = "The ferry Lunsay carried 214 passengers from Port Hallen to Marlow.";
        Assert.Equal(Relation.Conflicts, Passages.Compare(Named, Named.Replace("214", "241", StringComparison.Ordinal), sameSituation: false).Relation);
    }

    [Theory]
    [InlineData("By Ann Lee")]
    [InlineData("March 12, 2024")]
    [InlineData("Learn More →")]
    [InlineData("Council closes school")]
    public void Passage_IsNoFurniture(string text) => Assert.Equal(SyntaxKind.Paragraph, Assert.Single(Passages.Read(text).Tree.Blocks).Kind);

    [Theory]
    [InlineData("Die Ann Lee met Bo in Marlow.")]
    [InlineData("de la en")]
    public void Language_ThatIsSaid_IsNotGuessed(string text) => Assert.True(Passages.Read(text).LanguageSupported);

    [Fact]
    public void Tokens_AsGiven_CompareLikeTheirText()
    {
        ImmutableArray<ImmutableArray<string>> left = [["The", "ferry", "carried", "214", "passengers", "."]], right = [["The", "ferry", "carried", "241", "passengers", "."]];
        var comparison = PassageComparison.Compare(Given(left), Given(right), sameSituation: true);
        Assert.Equal(Relation.Conflicts, comparison.Relation);
        Assert.Equal("241", comparison.Differences[0].RightValue);

        static SemanticModel Given(ImmutableArray<ImmutableArray<string>> sentences) =>
            SemanticModel.Build(SyntaxTree.FromTokens(sentences), TrainedParser.Default, new ArticleContext(Language: "en"));
    }

    [Fact]
    public void Comparison_OfAnyPassages_IsMirrored() => Properties.Hold(
        Texts.Garbage,
        parts =>
        {
            string left = string.Concat(parts), right = string.Concat(parts.Where((_, i) => i % 3 != 1));
            Assert.Null(Passages.Asymmetry(left, right));
            Assert.Equal(Relation.Equivalent, Passages.Compare(left, left).Relation);
        },
        60);

    [Fact]
    public async Task Differences_AreListed()
    {
        var text = new StringBuilder();
        foreach (var (left, right) in ((string, string)[])
        [
            ("The ferry carried 214 passengers on Monday, Ann Lee said.", "The ferry carried 241 passengers on Monday."),
            ("About 30 people may have been hurt.", "32 people were hurt."),
            ("The council will not close the school in Marlow.", "The council will close the school in Marlow."),
            ("The museum sold two paintings to a bank. The mayor opened a bridge.", "The mayor opened a bridge. The museum sold two old paintings to a bank in Ostvale."),
        ])
        {
            var comparison = Passages.Compare(left, right);
            text.Append(left).Append('\n').Append(right).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"  {comparison.Relation} {comparison.Confidence.Thousandths}, entails {comparison.LeftEntailsRight.Thousandths} and {comparison.RightEntailsLeft.Thousandths}, similarity {comparison.Similarity.Thousandths}\n");
            foreach (var difference in comparison.Differences)
                text.Append(CultureInfo.InvariantCulture, $"    {difference.Kind}{(difference.Incompatible ? " incompatible" : "")}: {difference.LeftValue} | {difference.RightValue}\n");
        }
        await Verifier.Verify(text.ToString());
    }

    private static void Check(string left, string right, Relation relation)
    {
        Assert.Equal(relation, Passages.Compare(left, right).Relation);
        Assert.Null(Passages.Asymmetry(left, right));
    }
}
