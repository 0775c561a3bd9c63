using System.Collections.Immutable;
using Analysis.Analyzers;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Rules;

/// <summary>The pages of the rules are tests: what they flag is flagged at the marked words, what they do not flag is not, and what they miss is still missed.</summary>
public class RulePageTests
{
    private static readonly AnalysisDriver Driver = new(RuleCatalog.Analyzers, _ => true);

    private static IEnumerable<string> Ids =>
        RuleCatalog.Descriptors.Where(descriptor => descriptor.Category is not RuleCategory.Driver).Select(descriptor => descriptor.Id);

    public static TheoryData<string> Rules() => [.. Ids];

    public static TheoryData<string, int> Examples()
    {
        var data = new TheoryData<string, int>();
        foreach (string id in Ids)
            foreach (var example in RulePage.Of(id).Examples) data.Add(id, example.Number);
        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_IsAsThePageSays(string id, int number)
    {
        var example = RulePage.Of(id).Examples[number - 1];
        var expected = example.Articles.SelectMany((markup, article) => markup.Spans("").Select(span => (article, span))).Order().ToList();
        var found = Run(example).Where(diagnostic => diagnostic.Descriptor.Id == id).ToList();
        if (example.Section is "Flagged")
        {
            Assert.NotEmpty(expected);
            Assert.Equal(Show(example, expected), Show(example, found.SelectMany(Places)));
        }
        else if (example.Section is "Not flagged")
        {
            Assert.Empty(expected);
            Assert.Empty(Show(example, found.SelectMany(Places)));
        }
        else
        {
            // What the marks show is what a person would flag. A miss that is one no more belongs under "Flagged".
            Assert.NotEqual(Show(example, expected), Show(example, found.SelectMany(Places)));
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_BreaksNoRule(string id, int number) =>
        Assert.DoesNotContain(Run(RulePage.Of(id).Examples[number - 1]), diagnostic => diagnostic.Descriptor.Category is RuleCategory.Driver);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_IsWhole(string id)
    {
        var page = RulePage.Of(id);
        Assert.Equal($"# {id}: {RuleCatalog.Find(id)!.Title}", page.Title);
        Assert.Equal(["Flagged", "Not flagged", "Known misses"], page.Sections.AsEnumerable());
        Assert.True(page.Examples.Count(example => example.Section is "Flagged") >= 2, "A page flags two examples or more.");
        Assert.Contains(page.Examples, example => example.Section is "Not flagged");
        Assert.Contains(page.Examples, example => example.Section is "Flagged" && example.Articles.Any(markup => markup.Text.Any(char.IsSurrogate)));
        string intro = RuleCatalog.Page(id)!.Split("\n## ")[0];
        Assert.Contains(RuleCatalog.Find(id)!.Description, intro, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# A\n## Flagged\n```article\nx")]
    [InlineData("# A\n## Flagged\n```left\nx\n```")]
    [InlineData("# A\n## Flagged\n```right\nx\n```")]
    [InlineData("# A\n## Flagged\n```left\nx\n```\n```article\ny\n```")]
    [InlineData("# A\n## Flagged\n```json\nx\n```")]
    public void BrokenPage_IsRefused(string page) => Assert.Throws<FormatException>(() => RulePage.Parse(page));

    [Fact]
    public void Attributes_AreRead()
    {
        var example = Assert.Single(RulePage.Parse("# A\n## Flagged\n```article uri=https://example.org/x published=2024-03-05\n[|Words|]\nmore\n```\n").Examples);
        Assert.Equal(("https://example.org/x", "2024-03-05", "Words\nmore"), (example.Uri, example.Published, example.Articles[0].Text));
    }

    private static ImmutableArray<Diagnostic> Run(PageExample example) => example.Articles.Length == 1
        ? Driver.Analyze(Engine.Read(example.Articles[0].Text, example.Uri, example.Published))
        : Driver.Analyze(Engine.Compare(example.Articles[0].Text, example.Articles[1].Text));

    /// <summary>The words of a finding; for a comparison also those on the other side.</summary>
    private static IEnumerable<(int Article, TextSpan Span)> Places(Diagnostic diagnostic) =>
        diagnostic.Location.Spans.Select(span => (diagnostic.Location.Article, span)).Concat(
            diagnostic.Descriptor.Category is RuleCategory.Comparison
                ? diagnostic.Related.SelectMany(related => related.Location.Spans.Select(span => (related.Location.Article, span)))
                : []);

    private static IEnumerable<string> Show(PageExample example, IEnumerable<(int Article, TextSpan Span)> places) =>
        places.Order().Select(place => $"{place.Article} {place.Span} \"{example.Articles[place.Article].Text[place.Span.Start..place.Span.End]}\"");
}
