using Analysis.Analyzers;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Tests.Rules;

/// <summary>What a page sets apart by its markup is no flaw of the record; the same lines in a plain text are.</summary>
public class PageFindingsTests
{
    private const string Page =
        """
        <html><head><meta property="article:published_time" content="2024-03-12T10:00:00Z"><meta property="og:site_name" content="Norwave">
        <link rel="canonical" href="https://norwave.example/ferry"></head><body><nav><a href="/">Home</a><a href="/sea">Sea</a></nav>
        <article><h1>Ferry aground off Port Hallen</h1><p class="byline">By Ann Lee</p>
        <figure><img src="f.jpg"><figcaption>The ferry Maren off Port Hallen. (Photo: Bo Dahl/Norwave)</figcaption></figure>
        <p>The ferry Maren ran aground off Port Hallen on Monday with 87 passengers on board, the harbour master said.</p>
        <p>Two tugs freed it in the early hours of Tuesday, and nobody was hurt, he said in a statement to reporters.</p></article>
        <aside><h2>Related stories</h2><a href="/dam">Dam at Kirby is safe</a></aside><footer>© 2024 Norwave. All rights reserved.</footer></body></html>
        """;

    [Fact]
    public void FurnitureOfAPage_IsNoFinding() => Assert.Empty(RulesOf(SyntaxTree.Parse(SourceText.From(Page), DocumentFormat.Html)));

    [Fact]
    public void FurnitureOfAnItem_IsNoFinding()
    {
        string feed = "<rss><channel><title>Norwave</title><item><title>Ferry aground off Port Hallen</title><link>https://norwave.example/ferry</link><dc:creator>Ann Lee</dc:creator>"
            + $"<pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate><content:encoded><![CDATA[{Page[Page.IndexOf("<figure>", StringComparison.Ordinal)..]}]]></content:encoded></item></channel></rss>";
        var tree = SyntaxTree.Parse(SourceText.From(feed), DocumentFormat.Feed);
        Assert.Contains(tree.Blocks, block => block.Kind is SyntaxKind.Caption);
        Assert.Contains(tree.Blocks, block => block.Kind is SyntaxKind.Furniture);
        Assert.Empty(RulesOf(tree));
    }

    [Fact]
    public void TheSameLinesInAText_AreFindings()
    {
        var page = SyntaxTree.Parse(SourceText.From(Page), DocumentFormat.Html);
        string text = string.Join("\n\n", page.Blocks.Select(block => page.Text.ToString(block.Span)));
        var rules = RulesOf(SyntaxTree.Parse(SourceText.From(text)));
        Assert.Contains("ART6007", rules);
        Assert.Contains("ART6012", rules);
    }

    private static IReadOnlyList<string> RulesOf(SyntaxTree tree) =>
        [.. new AnalysisDriver(RuleCatalog.Analyzers).Analyze(SemanticModel.Build(tree, TrainedParser.Default)).Select(diagnostic => diagnostic.Descriptor.Id)];
}
