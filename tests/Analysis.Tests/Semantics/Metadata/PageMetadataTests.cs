using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics.Metadata;

/// <summary>What is known of a page as a document: one value a line with the place where it was found, other values below it.</summary>
public class PageMetadataTests
{
    private const string Body = "<p>A ferry ran aground off Marlow on Tuesday morning, and the coastguard said that nobody was hurt by it.</p><p>It was pulled free at noon, the council said on the day after.</p>";

    [Fact]
    public void PlacesThatAgree_AreOneValue() => Check(
        $$$"""
        <html lang="en-GB"><head><title>Ferry aground off Marlow | Norwave</title><link rel=canonical href="https://www.norwave.example/ferry">
        <meta property="og:title" content="Ferry aground off Marlow - Norwave"><meta property="og:site_name" content="Norwave">
        <meta property="article:published_time" content="2024-03-12T22:15:00-05:00"><meta property="article:section" content="Harbour">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry aground off Marlow","datePublished":"2024-03-13T03:15:00Z","dateModified":"2024-03-13T09:00:00Z",
        "author":{"@type":"Person","name":"Ann Lee"},"publisher":{"@type":"Organization","name":"Norwave"},"mainEntityOfPage":"http://norwave.example/ferry/"}</script></head>
        <body><h1>Ferry aground off Marlow</h1><p class="byline">By Ann Lee and Bo Dahl</p>{{{Body}}}</body></html>
        """,
        """
        Title Ferry aground off Marlow (Headline)
        Published 2024-03-12T22:15:00-05:00 (OpenGraph)
        Modified 2024-03-13T09:00:00Z (JsonLd)
        Author Ann Lee (Byline)
        Author Bo Dahl (Byline)
        Publisher Norwave (JsonLd)
        Address https://www.norwave.example/ferry (Meta)
        Section Harbour (OpenGraph)
        Language en-GB (Meta)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void PlacesThatDisagree_AreAlternatives() => Check(
        $$$"""
        <html lang="de"><head><title>Ferry news</title><meta property="og:title" content="Ship stuck in fog"><meta name="author" content="Cy Orr">
        <meta name="date" content="2024-03-10">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry aground","datePublished":"2024-03-12","author":"Ann Lee"}</script></head>
        <body>{{{Body}}}</body></html>
        """,
        """
        Title Ferry aground (JsonLd)
          or Ship stuck in fog (OpenGraph)
          or Ferry news (TitleElement)
        Published 2024-03-12 (JsonLd)
          or 2024-03-10 (Meta)
        Author Ann Lee (JsonLd)
          or Cy Orr (Meta)
        Language en (Text)
          or de (Meta)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void OutletInTheTitle_StaysWhereNothingElseSaysThatItIsOne() => Check(
        $"<title>Ferry aground - a day on the sandbank</title>{Body}",
        """
        Title Ferry aground - a day on the sandbank (TitleElement)
        Language en (Text)
        No date
        """);

    [Fact]
    public void OutletAndSectionInTheTitle_AreTakenOff() => Check(
        $"<title>Ferry aground | News | Norwave</title><link rel=canonical href='https://norwave.example/2024/03/12/ferry'><meta property='og:site_name' content='Norwave'><meta name='section' content='News'>{Body}",
        """
        Title Ferry aground (TitleElement)
        Published 2024-03-12 (Address)
        Publisher Norwave (OpenGraph)
        Address https://norwave.example/2024/03/12/ferry (Meta)
        Section News (Meta)
        Language en (Text)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void TitleEscapedTwice_IsTheSame() => Check(
        $"<title>Ferry&amp;#39;s crew &amp;amp; cargo &#8203;saved</title><meta property='og:title' content='Ferry&amp;#39;s crew &amp;amp; cargo saved'><h1>Ferry's crew &amp; car&shy;go saved<sup>1</sup></h1>{Body}",
        """
        Title Ferry's crew & cargo saved (Headline)
        Language en (Text)
        No date
        """);

    /// <summary>Russian that was read as Latin-1: of its letters the words tell nothing, the page does.</summary>
    [Fact]
    public void WordsDecodedWrongly_TellNoLanguage() => Check(
        "<html lang=ru><title>Ïàðîì ñåë íà ìåëü</title><p>Ïàðîì «Ëóíñåé» ñåë íà ìåëü â òóìàíå ó âõîäà â ãàâàíü âî âòîðíèê óòðîì, ñîîáùèëà áåðåãîâàÿ îõðàíà. Íà áîðòó áûëî 214 ÷åëîâåê.</p>",
        """
        Title Ïàðîì ñåë íà ìåëü (TitleElement)
        Language ru (Meta)
        No date
        """);

    [Fact]
    public void Organisation_IsNoAuthor() => Check(
        $$$"""
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry aground","author":[{"@type":"Organization","name":"Reuters"},{"@type":"Organization","name":"Marlow Harbour Desk"}],
        "publisher":{"name":"Norwave"}}</script><meta name="author" content="Norwave">{{{Body}}}
        """,
        """
        Title Ferry aground (JsonLd)
        Publisher Norwave (JsonLd)
          or Marlow Harbour Desk (JsonLd)
        Agency Reuters (JsonLd)
        Language en (Text)
        No date
        """);

    [Fact]
    public void TimesOfCommentsAndOtherArticles_AreNotTheArticles() => Check(
        $"<h1>Ferry aground off Marlow</h1>{Body}<div class=comments><time datetime=2024-03-20>today</time></div><aside><time datetime=2024-03-21>today</time></aside>",
        """
        Title Ferry aground off Marlow (Headline)
        Language en (Text)
        No date
        """);

    [Fact]
    public void LineByTheTitle_StatesTheDates() => Check(
        $"<h1>Ferry aground off Marlow</h1><div>Harbour Desk | First published: March 12, 2024 | Updated: March 13, 2024</div>{Body}<p>Tickets are sold from April 2, 2024 on, the company said in a statement.</p>",
        """
        Title Ferry aground off Marlow (Headline)
        Published 2024-03-12 (PublicationLine)
        Modified 2024-03-13 (PublicationLine)
        Language en (Text)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void DateOfAStatement_IsNotTheArticles() => Check(
        $"<h1>Ferry aground off Marlow</h1><div>stated on March 10, 2024 in a press conference</div>{Body}",
        """
        Title Ferry aground off Marlow (Headline)
        Language en (Text)
        No date
        """);

    [Fact]
    public void TimeByTheTitle_IsTheArticles_NotThoseOfTheListBelow() => Check(
        $"<h1>Ferry aground off Marlow</h1><time datetime=2024-03-12>12 March</time>{Body}<ul><li><time datetime=2024-03-20>20 March</time></ul>",
        """
        Title Ferry aground off Marlow (Headline)
        Published 2024-03-12 (TimeElement)
        Language en (Text)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void Request_IsBelievedAgainstThePage()
    {
        var model = Build("<meta name=date content=2024-03-10><link rel=canonical href='https://norwave.example/ferry'>" + Body, new ArticleContext("https://echo.example/ferry", "2024-03-12"));
        Assert.Equal(("2024-03-12", FoundIn.Request), (model.Metadata.Published!.Value, model.Metadata.Published.FoundIn));
        Assert.Equal(["2024-03-10"], model.Metadata.Published.Alternatives.Select(value => value.Value));
        Assert.Equal("https://echo.example/ferry", model.Metadata.Address!.Value);
        Assert.Equal(12, model.Date!.Value.Date.Day);
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("1066-10-14")]
    public void AnyDayOfARequest_IsBelieved(string published) =>
        Assert.Equal(published, Build(Body, new ArticleContext("", published)).Metadata.Published!.Value);

    [Fact]
    public void JsonLdDocument_HasMetadata()
    {
        var tree = SyntaxTree.Parse(SourceText.From("""
            {"@type": "NewsArticle", "headline": "Ferry aground off Marlow", "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Dahl"}],
             "datePublished": "2024-03-12T10:15:00Z", "inLanguage": "en", "publisher": {"name": "Norwave"},
             "articleBody": "A ferry ran aground off Marlow on Tuesday, and the coastguard said that nobody was hurt by it."}
            """), DocumentFormat.JsonLd);
        var model = SemanticModel.Build(tree, TrainedParser.Default);
        Assert.Equal(
            """
            Title Ferry aground off Marlow (Headline)
            Published 2024-03-12T10:15:00Z (JsonLd)
            Author Ann Lee (JsonLd)
            Author Bo Dahl (JsonLd)
            Publisher Norwave (JsonLd)
            Language en (JsonLd)
            Date 2024-03-12 stated

            """,
            Render.Metadata(model));
        Assert.Equal("Ann Lee", tree.Text.ToString(model.Metadata.Authors[0].Span!.Value));
        Assert.NotEmpty(model.Claims);
    }

    [Theory]
    [InlineData("— Norwave", "Norwave")]
    [InlineData("(AFP)", "AFP")]
    [InlineData("— Associated Press", "Associated Press")]
    [InlineData("(Ann Lee)", null)]
    [InlineData("— Ann Lee", null)]
    [InlineData("(more)", null)]
    [InlineData("The Associated Press contributed to this report.", "Associated Press")]
    [InlineData("Ann Lee contributed to this report.", null)]
    [InlineData("(With inputs from PTI.)", "PTI")]
    public void CreditAtTheEnd_IsTheAgency(string line, string? expected)
    {
        var model = Engine.Read($"Ferry aground off Marlow\n\nA ferry ran aground off Marlow on Tuesday, and the coastguard said that nobody was hurt.\n\n{line}");
        Assert.Equal(expected, model.Metadata.Agency?.Value);
        if (expected is not null) Assert.Equal(expected, model.Tree.Text.ToString(model.Metadata.Agency!.Span!.Value));
    }

    [Fact]
    public void UpdatedLine_IsTheDateOfTheChange()
    {
        var metadata = Engine.Read("Ferry aground off Marlow\nMarch 12, 2024\nUpdated March 13, 2024\nA ferry ran aground off Marlow on Tuesday, and the coastguard said that nobody was hurt.").Metadata;
        Assert.Equal(("2024-03-12", "2024-03-13"), (metadata.Published!.Value, metadata.Modified!.Value));
    }

    [Fact]
    public void AnyPage_HasMetadata() => Properties.Hold(
        Texts.Garbage,
        parts =>
        {
            string text = string.Concat(parts);
            foreach (var format in (DocumentFormat[])[DocumentFormat.Html, DocumentFormat.JsonLd, DocumentFormat.PlainText])
                _ = MetadataReader.Read(SyntaxTree.Parse(SourceText.From(
                    $"{{\"@type\":\"Article\",\"headline\":\"{text}\",\"articleBody\":\"{text}\"}}<title>{text}</title><h1>{text}</h1><meta name=author content='By {text}'><meta name=date content='{text}'><p class=byline>{text}<time>{text}"), format), default);
        },
        60);

    private static SemanticModel Build(string page, ArticleContext context = default) =>
        SemanticModel.Build(SyntaxTree.Parse(SourceText.From(page), DocumentFormat.Html), TrainedParser.Default, context);

    private static void Check(string page, string expected)
    {
        var model = Build(page);
        var lines = new List<string>();
        foreach (string line in Render.Metadata(model).TrimEnd('\n').Split('\n'))
        {
            lines.Add(line);
            foreach (var other in Alternatives(model.Metadata, line)) lines.Add($"  or {other.Value} ({other.FoundIn})");
        }
        Assert.Equal(expected, string.Join('\n', lines));
    }

    private static ImmutableArray<MetadataValue> Alternatives(ArticleMetadata metadata, string line) => line.Split(' ')[0] switch
    {
        "Title" => metadata.Title!.Alternatives,
        "Published" => metadata.Published!.Alternatives,
        "Modified" => metadata.Modified!.Alternatives,
        "Author" => metadata.Authors.First(author => line.StartsWith($"Author {author.Value} ", StringComparison.Ordinal)).Alternatives,
        "Publisher" => metadata.Publisher!.Alternatives,
        "Address" => metadata.Address!.Alternatives,
        "Agency" => metadata.Agency!.Alternatives,
        "Section" => metadata.Section!.Alternatives,
        "Language" => metadata.Language.Alternatives,
        _ => [],
    };
}
