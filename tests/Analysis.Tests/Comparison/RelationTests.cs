using Analysis.Comparison;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>What two sentences may and may not be said to have in common.</summary>
public class RelationTests
{
    [Theory]
    [InlineData("The engineers opened the flood gates.", "The engineers opened the flood gates on the river.", Relation.Generalizes)]
    [InlineData("The engineers opened the flood gates.", "The engineers may open the flood gates.", Relation.Related)]
    [InlineData("The engineers opened the flood gates.", "Have the engineers opened the flood gates?", Relation.Related)]
    public void Firmness_IsPartOfTheClaim(string left, string right, Relation relation) => Assert.Equal(relation, Assert.Single(Compare(left, right)).Relation);

    [Theory]
    [InlineData("“I know,” Ann Lee said of the old bridge.", "“You know,” Bo Dahl said after the storm.")]
    [InlineData("He knows why the bridge fell in the storm.", "She knows who sold the tickets.")]
    public void OneWordInCommon_IsNothing(string left, string right) => Assert.Empty(Compare(left, right));

    private static IReadOnlyList<Alignment> Compare(string left, string right)
    {
        const string Start = "Gates opened at Tamsel dam\n\nMarch 12, 2024\n\nThe Tamsel Water Board met Ann Lee and Bo Dahl in Marlow on Tuesday.\n\n";
        return [.. Engine.Compare(Start + left, Start + right).Alignments.Where(a => a.Left.Claims[0] > 0 && a.Right.Claims[0] > 0)];
    }
}
