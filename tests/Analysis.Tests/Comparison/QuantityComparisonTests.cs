using Analysis.Comparison;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>How two figures of one thing stand to each other; each pair is also compared the other way round.</summary>
public class QuantityComparisonTests
{
    [Theory]
    [InlineData("32", "32", nameof(ValueRelation.Equal))]
    [InlineData("32", "thirty-two", nameof(ValueRelation.Equal))]
    [InlineData("1,500", "1500", nameof(ValueRelation.Equal))]
    [InlineData("1.5 million", "1,500,000", nameof(ValueRelation.Equal))]
    [InlineData("214", "241", nameof(ValueRelation.Incompatible))]
    [InlineData("30", "32", nameof(ValueRelation.Incompatible))]
    [InlineData("4", "5", nameof(ValueRelation.Incompatible))]
    public void ExactFigures_AreEqualOrNot(string left, string right, string relation) => Check(left, right, relation);

    [Theory]
    [InlineData("1,487", "1,500", nameof(ValueRelation.LeftNarrower))]
    [InlineData("12.4 million", "12 million", nameof(ValueRelation.LeftNarrower))]
    [InlineData("1,560", "1,500", nameof(ValueRelation.Incompatible))] // Rounds to 1,600.
    [InlineData("2.2 trillion", "2 trillion", nameof(ValueRelation.LeftNarrower))]
    [InlineData("1.2 trillion", "1 trillion", nameof(ValueRelation.Incompatible))]
    [InlineData("98", "100", nameof(ValueRelation.LeftNarrower))]
    [InlineData("94", "100", nameof(ValueRelation.Incompatible))]
    [InlineData("32", "30", nameof(ValueRelation.Incompatible))] // Tens are counted, not rounded.
    public void RoundFigure_IsLessExact(string left, string right, string relation) => Check(left, right, relation);

    [Theory]
    [InlineData("32", "about 30", nameof(ValueRelation.LeftNarrower))]
    [InlineData("30", "about 30", nameof(ValueRelation.LeftNarrower))]
    [InlineData("36", "about 30", nameof(ValueRelation.LeftNarrower))]
    [InlineData("37", "about 30", nameof(ValueRelation.Incompatible))]
    [InlineData("about 30", "about 30", nameof(ValueRelation.Equal))]
    [InlineData("about 30", "nearly 30", nameof(ValueRelation.Equal))]
    [InlineData("about 30", "about 100", nameof(ValueRelation.Incompatible))]
    public void About_IsAFifth(string left, string right, string relation) => Check(left, right, relation);

    [Theory]
    [InlineData("32", "at least 30", nameof(ValueRelation.LeftNarrower))]
    [InlineData("30", "at least 30", nameof(ValueRelation.LeftNarrower))]
    [InlineData("29", "at least 30", nameof(ValueRelation.Incompatible))]
    [InlineData("30", "more than 30", nameof(ValueRelation.Incompatible))]
    [InlineData("31", "more than 30", nameof(ValueRelation.LeftNarrower))]
    [InlineData("30", "up to 30", nameof(ValueRelation.LeftNarrower))]
    [InlineData("31", "up to 30", nameof(ValueRelation.Incompatible))]
    [InlineData("30", "fewer than 30", nameof(ValueRelation.Incompatible))]
    [InlineData("at least 30", "up to 20", nameof(ValueRelation.Incompatible))]
    [InlineData("at least 30", "up to 40", nameof(ValueRelation.Compatible))]
    public void Bounds_HoldWhatLiesWithin(string left, string right, string relation) => Check(left, right, relation);

    [Theory]
    [InlineData("32", "between 30 and 40", nameof(ValueRelation.LeftNarrower))]
    [InlineData("30", "between 30 and 40", nameof(ValueRelation.LeftNarrower))]
    [InlineData("41", "between 30 and 40", nameof(ValueRelation.Incompatible))]
    [InlineData("between 30 and 40", "between 35 and 50", nameof(ValueRelation.LeftNarrower))]
    [InlineData("between 30 and 40", "between 45 and 50", nameof(ValueRelation.Incompatible))]
    public void Ranges_MayOverlap(string left, string right, string relation) => Check(left, right, relation);

    [Theory]
    [InlineData("32", "dozens of", nameof(ValueRelation.LeftNarrower))]
    [InlineData("hundreds of", "dozens of", nameof(ValueRelation.Compatible))]
    public void Vague_HoldsAny(string left, string right, string relation) => Check(left, right, relation);

    private static void Check(string left, string right, string relation)
    {
        Assert.Equal(relation, QuantityComparison.Compare(Read(left), Read(right)).ToString());
        string mirrored = relation switch
        {
            nameof(ValueRelation.LeftNarrower) => nameof(ValueRelation.RightNarrower),
            nameof(ValueRelation.RightNarrower) => nameof(ValueRelation.LeftNarrower),
            _ => relation,
        };
        Assert.Equal(mirrored, QuantityComparison.Compare(Read(right), Read(left)).ToString());
    }

    private static Analysis.Semantics.Quantities.Quantity Read(string figure) => Assert.Single(Engine.Read($"The ferry carried {figure} passengers to the island.").Quantities);
}
