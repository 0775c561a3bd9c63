using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Tests.Comparison;

/// <summary>Two persons may share a last name; what is said of one does not conflict with what is said of the other.</summary>
public sealed class NamesakeTests
{
    private const string Frame = "The council of Marlow met on Monday. It discussed the old bridge over the river Tamsel for three hours. ";

    [Theory]
    [InlineData("Mayor Ann Lee opened the bridge.", "Mayor Bo Lee did not open the bridge.")]
    [InlineData("Ann Lee sold 12 houses in Marlow.", "Bo Lee sold 19 houses in Marlow.")]
    public void Namesakes_DoNotConflict(string left, string right) => Assert.Empty(Conflicts(left, right));

    [Theory]
    [InlineData("Mayor Ann Lee opened the bridge.", "Mayor Lee did not open the bridge.")]
    [InlineData("Ann Lee sold 12 houses in Marlow.", "Ann Lee sold 19 houses in Marlow.")]
    public void SamePerson_Conflicts(string left, string right) => Assert.Single(Conflicts(left, right));

    private static IEnumerable<Alignment> Conflicts(string left, string right) =>
        ArticleComparison.Compare([Read(left), Read(right)]).Alignments.Where(alignment => alignment.Relation is Relation.Conflicts);

    private static SemanticModel Read(string sentence) => SemanticModel.Build(
        SyntaxTree.Parse(SourceText.From(Frame + sentence)), TrainedParser.Default, new ArticleContext("", "2024-03-12"));
}
