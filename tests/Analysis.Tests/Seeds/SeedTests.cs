using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Seeds;

/// <summary>Two real articles on two yearly editions of one forum, a live page and a dump, that the repository does not hold.</summary>
public class SeedTests
{
    private static readonly Lazy<SemanticModel> Live = new(() => Read("000_*.txt")), Dump = new(() => Read("004_*.txt"));

    [FactRequires(Data = "seeds")]
    public void Titles_AreFound()
    {
        Assert.StartsWith("Putin says", Live.Value.Metadata.Title!.Value, StringComparison.Ordinal);
        Assert.StartsWith("Putin Russia ready", Dump.Value.Metadata.Title!.Value, StringComparison.Ordinal);
        Assert.All(new[] { Live.Value, Dump.Value }, model => Assert.Equal(FoundIn.Headline, model.Metadata.Title!.FoundIn));
    }

    [FactRequires(Data = "seeds")]
    public void Dump_StatesDateAndPublisher()
    {
        Assert.Equal(("2022-08-16", FoundIn.PublicationLine), (Dump.Value.Metadata.Published!.Value, Dump.Value.Metadata.Published.FoundIn));
        Assert.Equal("sott.net", Dump.Value.Metadata.Publisher!.Value);
        Assert.True(Dump.Value.Date!.Value.Stated);
    }

    [FactRequires(Data = "seeds")]
    public void LivePage_HasItsDateInferred()
    {
        Assert.Equal(("2023-08-14", FoundIn.Caption), (Live.Value.Metadata.Published!.Value, Live.Value.Metadata.Published.FoundIn));
        Assert.False(Live.Value.Date!.Value.Stated);
        Assert.Null(Live.Value.Metadata.Publisher);
    }

    [FactRequires(Data = "seeds")]
    public void LivePage_HasThreeEntriesAndFurniture()
    {
        var blocks = Live.Value.Tree.Blocks;
        Assert.Equal([0, 1, 2, 3], blocks.Select(block => block.Section).Distinct());
        Assert.Equal([1, 2, 3], blocks.Where(block => block.Kind is SyntaxKind.Timestamp).Select(block => block.Section));
        Assert.Equal([0, 1, 2, 3], blocks.Where(block => block.Kind is SyntaxKind.Headline).Select(block => block.Section));
        Assert.Equal(["read-more", "comment-form", "comment-form"], blocks.Where(block => block.Kind is SyntaxKind.Furniture).Select(block => block.Furniture));
        Assert.Equal([0, 2], blocks.Where(block => block.Kind is SyntaxKind.Caption).Select(block => block.Section));
    }

    [FactRequires(Data = "seeds")]
    public void Dump_HasAGluedCaption()
    {
        var tree = Dump.Value.Tree;
        Assert.Equal("Reuters", tree.Text.ToString(Assert.Single(tree.Blocks, block => block.Kind is SyntaxKind.Credit).Span));
        Assert.EndsWith("2022.", tree.Text.ToString(Assert.Single(tree.Blocks, block => block.Kind is SyntaxKind.Caption).Span), StringComparison.Ordinal);
    }

    [FactRequires(Data = "seeds")]
    public void Quantities_HaveWhatTheyCount()
    {
        AssertQuantity("32", 32, Precision.Exact, "participant");
        AssertQuantity("82", 82, Precision.Exact, null);
        AssertQuantity("1,500", 1500, Precision.About, "company");
        AssertQuantity("80", 80, Precision.About, "company");
    }

    [FactRequires(Data = "seeds")]
    public void Quotes_HaveTheirSpeakers()
    {
        // The article itself, not the entries: what stands between marks is said by one man, in both articles.
        foreach (var model in (SemanticModel[])[Live.Value, Dump.Value])
        {
            int end = model.Tree.Blocks.Where(block => block.Section == 0).Max(block => block.Span.End);
            var spoken = model.Quotes.Where(quote => quote.Content[0].Start < end && !quote.Verbatim.IsEmpty).ToList();
            Assert.InRange(spoken.Count, 4, 12);
            // Known: one "he said" of the dump, whose paragraph names nobody, is left without a speaker.
            Assert.InRange(spoken.Count(quote => quote.Speaker < 0), 0, 1);
            Assert.All(spoken.Where(quote => quote.Speaker >= 0), quote => Assert.Equal("Vladimir Putin", model.Entities[quote.Speaker].Name));
        }
    }

    [FactRequires(Data = "seeds")]
    public void Editions_AreOneTopicAndDoNotConflict()
    {
        var comparison = Engine.Compare(Live.Value, Dump.Value);
        Assert.Equal(Verdict.SameTopic, Assert.Single(comparison.Relatedness).Verdict);
        Assert.Contains(comparison.Relatedness[0].Evidence, evidence => evidence.Kind is EvidenceKind.DifferentEdition);
        Assert.Contains(comparison.Relatedness[0].Evidence, evidence => evidence.Kind is EvidenceKind.DatesApart);
        Assert.DoesNotContain(comparison.Alignments, alignment => alignment.Relation is Relation.Conflicts);
        Assert.DoesNotContain(comparison.Alignments.SelectMany(alignment => alignment.Differences), difference => difference.Incompatible);
    }

    private static void AssertQuantity(string number, decimal value, Precision precision, string? counted)
    {
        var model = Live.Value;
        var quantity = Assert.Single(model.Quantities, quantity => model.Tree.Text.ToString(quantity.Number) == number);
        Assert.Equal((value, precision), (quantity.Value, quantity.Precision));
        if (counted is not null) Assert.Equal(counted, quantity.Counted?.Lemma);
    }

    private static SemanticModel Read(string pattern) => Engine.Read(File.ReadAllText(Directory.EnumerateFiles(Requires.Folder("seeds"), pattern).Single()));
}
