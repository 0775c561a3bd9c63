using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

/// <summary>What a page states of itself, one property a line in order of the page: kind, value, origin, the characters it was read from.</summary>
public class PagePropertiesTests
{
    [Fact]
    public void Head_StatesProperties() => Check(
        """
        <!doctype html><html lang="en-GB"><head><title>Ferry aground | Norwave</title>
        <meta property="og:title" content="Ferry &amp; tugs aground"><meta name=author content='Ann Lee'>
        <meta property="article:published_time" content="2024-03-12T10:15:00+01:00"><link rel="canonical" href="https://norwave.example/ferry?a=1&amp;b=2">
        <meta name="keywords" content="ferry"><meta name="DC.date" content="2024-03-12"><meta name="author" content="">
        </head><body></body></html>
        """,
        """
        Language en-GB (Meta) en-GB
        Title Ferry aground | Norwave (TitleElement) Ferry aground | Norwave
        Title Ferry & tugs aground (OpenGraph) Ferry &amp; tugs aground
        Author Ann Lee (Meta) Ann Lee
        Published 2024-03-12T10:15:00+01:00 (OpenGraph) 2024-03-12T10:15:00+01:00
        Address https://norwave.example/ferry?a=1&b=2 (Meta) https://norwave.example/ferry?a=1&amp;b=2
        Published 2024-03-12 (Meta) 2024-03-12
        """);

    [Fact]
    public void JsonLd_StatesProperties() => Check(
        """
        <script type="application/ld+json">
        //<![CDATA[
        {"@context": "https://schema.org", "@graph": [
          {"@type": ["WebPage"], "name": "Ferry | Norwave"},
          {"@type": "http://schema.org/ReportageNewsArticle", "headline": "Ferry \u2013 aground", "articleSection": ["Harbour", "News"],
           "author": [{"@id": "#ann"}, "Bo Dahl", {"@type": "NewsMediaOrganization", "name": "Norwave"}],
           "publisher": {"@type": "Organization", "name": "The Marlow &amp; Ostvale Echo",},
           "datePublished": "2024-03-12", "mainEntityOfPage": {"@id": "https://echo.example/ferry"}},
          {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}
        ]}
        //]]>
        </script>
        """,
        """
        Title Ferry – aground (JsonLd) Ferry \u2013 aground
        Section Harbour (JsonLd) Harbour
        Section News (JsonLd) News
        Author Bo Dahl (JsonLd) Bo Dahl
        AuthoringOrganization Norwave (JsonLd) Norwave
        Publisher The Marlow & Ostvale Echo (JsonLd) The Marlow &amp; Ostvale Echo
        Published 2024-03-12 (JsonLd) 2024-03-12
        Address https://echo.example/ferry (JsonLd) https://echo.example/ferry
        Author Ann Lee (JsonLd) Ann Lee
        """);

    [Fact]
    public void JsonLdOfOtherArticles_IsNotThePages() => Check(
        """
        <link rel=canonical href="https://norwave.example/ferry">
        <script type="application/ld+json">[{"@type":"NewsArticle","headline":"Trams stop","url":"https://norwave.example/trams"},
        {"@type":"NewsArticle","headline":"Ferry aground","url":"https://norwave.example/ferry"}]</script>
        <script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Bridge falls"}]}</script>
        """,
        """
        Address https://norwave.example/ferry (Meta) https://norwave.example/ferry
        Title Ferry aground (JsonLd) Ferry aground
        Address https://norwave.example/ferry (JsonLd) https://norwave.example/ferry
        """);

    [Fact]
    public void Body_StatesProperties() => Check(
        """
        <body><div itemscope itemtype="https://schema.org/NewsArticle"><h1>Ferry aground</h1>
        <p class="byline">By <a rel="author" href="/a">Ann Lee</a></p>
        <span itemprop="author" itemscope itemtype="https://schema.org/Person">by <b itemprop="name">Bo Dahl</b></span>
        <time datetime="2024-03-12T10:15">12 March</time> <time class="updated">12 March 2024, 11:00</time>
        <p>The ferry ran aground.</p></div>
        """,
        """
        Title Ferry aground (HeadingElement) Ferry aground
        Author By Ann Lee (NamedElement) By <a rel="author" href="/a">Ann Lee
        Author Ann Lee (Microdata) Ann Lee
        Author Bo Dahl (Microdata) Bo Dahl
        Published 2024-03-12T10:15 (TimeElement) 2024-03-12T10:15
        Modified 12 March 2024, 11:00 (TimeElement) 12 March 2024, 11:00
        """);

    [Fact]
    public void WhatIsSaidOfOthers_IsLeftOut() => Check(
        """
        <article><h1>Ferry aground</h1><p>The ferry ran aground.</p>
        <ol class="comment-list"><li id="comment-1"><a rel=author href="/b">Bo Dahl</a> <time datetime="2024-03-14">2 days ago</time></li></ol></article>
        <aside><time datetime="2024-03-15">today</time></aside>
        <div class="related-posts"><a href="/author/cy-orr">Cy Orr</a><time datetime="2024-03-16">16 March</time></div>
        <article><h2>Trams stop</h2><time datetime="2024-03-17">17 March</time></article>
        <div itemscope itemtype="https://schema.org/Comment"><meta itemprop="datePublished" content="2024-03-18"></div>
        """,
        "Title Ferry aground (HeadingElement) Ferry aground");

    [Fact]
    public void ShownValues_PointAtTheText()
    {
        var tree = Parse("<h1>Ferry &amp; tugs</h1><p><time datetime=\"2024-03-12\">12 <b>March</b></time></p><meta name=author content=\"Ann Lee\">");
        Assert.Equal(["Ferry & tugs", "12 March", null], tree.Properties.Select(property => property.Text is { } span ? tree.Text.ToString(span) : null));
    }

    [Fact]
    public void ManyElements_LeaveRoomForScripts()
    {
        var tree = Parse(string.Concat(Enumerable.Repeat("<a rel=author href=/a>Ann Lee</a> ", 2000)) + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\"}</script>");
        Assert.Equal("Ferry", tree.Properties[^1].Value);
        Assert.True(tree.Properties.Length <= 500);
    }

    [Fact]
    public void AnyPage_IsRead() => Properties.Hold(
        Texts.Garbage,
        parts =>
        {
            string text = string.Concat(parts);
            AssertInside(Parse($"<html lang='{text}'><title>{text}</title><meta name=author content=\"{text}\"><script type='application/ld+json'>{{\"@type\":\"Article\",\"headline\":\"{text}"));
            AssertInside(Parse($"<script type=application/ld+json>{text}{{\"@type\":\"Article\",\"author\":[{text}<h1>{text}<time {text}>{text}<p class='byline {text}' itemprop=author itemscope>{text}"));
        },
        60);

    [Fact]
    public void TruncatedPage_IsRead()
    {
        const string Page = """<html lang="en"><meta property="og:title" content="Ferry"><script type="application/ld+json">{"@type":"Article","author":{"name":"Ann \u00e9"}}</script><h1>Ferry</h1><time datetime="2024-03-12">x</time>""";
        for (int length = 0; length <= Page.Length; length++) AssertInside(Parse(Page[..length]));
    }

    [FactRequires(Data = "html5lib-tests")]
    public void HostilePages_AreRead()
    {
        foreach (string file in Directory.EnumerateFiles(Requires.Folder("html5lib-tests"), "*.dat", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            foreach (string part in File.ReadAllText(file).Split("#data\n"))
                AssertInside(Parse($"<html lang=en><h1>{part}<time>{part}<script type='application/ld+json'>{part}"));
    }

    [FactRequires(Data = "blns")]
    public void NaughtyStrings_AreRead()
    {
        foreach (string line in File.ReadLines(Path.Combine(Requires.Folder("blns"), "blns.txt")))
        {
            AssertInside(Parse($"<title>{line}</title><meta name='author' content='{line}'><script type='application/ld+json'>{{\"@type\":\"Article\",\"headline\":\"{line}\",\"author\":\"{line}\"}}</script>"));
            _ = SyntaxTree.Parse(SourceText.From($"{{\"@type\":\"Article\",\"headline\":\"{line}\",\"articleBody\":\"{line}<p>{line}\"}}"), DocumentFormat.JsonLd);
        }
    }

    private static SyntaxTree Parse(string page) => SyntaxTree.Parse(SourceText.From(page), DocumentFormat.Html);

    private static void Check(string page, string expected)
    {
        var tree = Parse(page);
        AssertInside(tree);
        Assert.Equal(expected, string.Join('\n', tree.Properties.Select(property => $"{property.Kind} {property.Value} ({property.Origin}) {page[property.Page.Start..property.Page.End]}")));
    }

    private static void AssertInside(SyntaxTree tree)
    {
        foreach (var property in tree.Properties)
        {
            Assert.NotEmpty(property.Value);
            Assert.InRange(property.Page.End, property.Page.Start, tree.Text.Page.Length);
            if (property.Text is { } text) Assert.InRange(text.End, text.Start + 1, tree.Text.Length);
        }
    }
}
