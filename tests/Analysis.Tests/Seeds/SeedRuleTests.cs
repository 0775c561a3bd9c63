using Analysis.Analyzers;
using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Seeds;

/// <summary>What the rules find in the two real articles of <see cref="SeedTests"/>, at the words that an editor would mark.</summary>
public class SeedRuleTests
{
    private static readonly Lazy<SemanticModel> Live = new(() => Read("000_*.txt")), Dump = new(() => Read("004_*.txt"));

    private static readonly AnalysisDriver Driver = new(RuleCatalog.Analyzers);

    [FactRequires(Data = "seeds")]
    public void LivePage_HasTheseFlawsOfStructure() => Assert.Equal(
        ["ART6002", "ART6004", "ART6005", "ART6007", "ART6007", "ART6007", "ART6012", "ART6012"], StructureOf(Live.Value).Select(found => found.Descriptor.Id).Order(StringComparer.Ordinal));

    [FactRequires(Data = "seeds")]
    public void Dump_HasTheseFlawsOfStructure() =>
        Assert.Equal(["ART6006", "ART6006"], StructureOf(Dump.Value).Select(found => found.Descriptor.Id));

    [FactRequires(Data = "seeds")]
    public void LiveEntries_AreArticlesOfTheirOwn()
    {
        var found = Assert.Single(StructureOf(Live.Value), diagnostic => diagnostic.Descriptor.Id is "ART6005");
        Assert.Equal("The record holds 4 articles; here the second starts", found.Message);
        Assert.Equal("1 hour ago", Words(Live.Value, found));
        var blocks = Live.Value.Tree.Blocks;
        TextSpan First(SyntaxKind kind, int section) => blocks.First(block => block.Kind == kind && block.Section == section).Span;
        Assert.Equal(
            [
                (First(SyntaxKind.Headline, 1), "Title of article 2"),
                (First(SyntaxKind.Timestamp, 2), "Here article 3 starts"), (First(SyntaxKind.Headline, 2), "Title of article 3"),
                (First(SyntaxKind.Timestamp, 3), "Here article 4 starts"), (First(SyntaxKind.Headline, 3), "Title of article 4"),
            ],
            found.Related.Select(related => (Assert.Single(related.Location.Spans), related.Message)));
    }

    [FactRequires(Data = "seeds")]
    public void MissingDate_NamesThatOfTheCaption()
    {
        var found = Assert.Single(StructureOf(Live.Value), diagnostic => diagnostic.Descriptor.Id is "ART6002");
        Assert.Equal("The publication date is not stated; a caption suggests 2023-08-14", found.Message);
        Assert.Equal([default], found.Location.Spans.AsEnumerable());
        Assert.Equal("August 14, 2023", Live.Value.Tree.Text.ToString(Assert.Single(Assert.Single(found.Related).Location.Spans)));
    }

    [FactRequires(Data = "seeds")]
    public void Furniture_IsMarkedLineByLine() => Assert.Equal(
        ["Learn More →", "Leave a Reply", "Your email … marked *"],
        StructureOf(Live.Value).Where(diagnostic => diagnostic.Descriptor.Id is "ART6007").Select(diagnostic => Short(Words(Live.Value, diagnostic), 10, 8)));

    [FactRequires(Data = "seeds")]
    public void Captions_AreMarkedWithTheirCredits() => Assert.Equal(
        ["This pool … Images)", "The President … Reuters)"],
        StructureOf(Live.Value).Where(diagnostic => diagnostic.Descriptor.Id is "ART6012").Select(diagnostic => Words(Live.Value, diagnostic))
            .Select((words, i) => Short(words, i == 0 ? 9 : 13, i == 0 ? 7 : 8)));

    [FactRequires(Data = "seeds")]
    public void GluedCaption_IsMarkedBetweenItsSeams()
    {
        var found = StructureOf(Dump.Value);
        Assert.Equal(["Reuters", "Russian President … 15, 2022."], found.Select(diagnostic => Short(Words(Dump.Value, diagnostic), 17, 9)));
        Assert.Equal(["A photo credit stands inside the paragraph", "A caption stands inside the paragraph"], found.Select(diagnostic => diagnostic.Message));
        // Neither seam has a space.
        Assert.Equal(found[0].Location.Spans[0].End, found[1].Location.Spans[0].Start);
        Assert.Equal('P', Dump.Value.Tree.Text.Text[found[1].Location.Spans[0].End]);
    }

    [FactRequires(Data = "seeds")]
    public void Editions_DoNotConflict() => Assert.Empty(Driver.Analyze(Engine.Compare(Live.Value, Dump.Value)).Where(found => found.Descriptor.Id is "CMP3001" or "CMP3002"));

    private static List<Diagnostic> StructureOf(SemanticModel model) =>
        [.. Driver.Analyze(model).Where(found => found.Descriptor.Category is RuleCategory.Structure or RuleCategory.Driver)];

    private static string Words(SemanticModel model, Diagnostic found) => model.Tree.Text.ToString(Assert.Single(found.Location.Spans));

    /// <summary>The first and last characters of words that are longer than both together.</summary>
    private static string Short(string words, int first, int last) => words.Length <= first + last ? words : $"{words[..first]} … {words[^last..]}";

    private static SemanticModel Read(string pattern) => Engine.Read(File.ReadAllText(Directory.EnumerateFiles(Requires.Folder("seeds"), pattern).Single()));
}
