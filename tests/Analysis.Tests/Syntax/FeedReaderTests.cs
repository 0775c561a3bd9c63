using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

public class FeedReaderTests
{
    private const string Rss =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
          <title>Norwave &amp; Co</title><language>en-gb</language>
          <item>
            <title>Ferry aground &amp; freed</title>
            <link>https://norwave.example/ferry</link>
            <dc:creator><![CDATA[Ann Lee]]></dc:creator>
            <pubDate>Tue, 12 Mar 2024 10:00:00 GMT</pubDate>
            <category>Sea</category>
            <description>The ferry Maren ran aground on Monday off the small port of Hallen &#8230;</description>
            <content:encoded><![CDATA[<p>The ferry Maren ran aground on Monday off the small port of Hallen in the north of the island.</p>
              <p>“Nobody was hurt,” the harbour master said &amp; left, as <b>two</b> tugs arrived from the mainland.</p>]]></content:encoded>
          </item>
          <item>
            <title>Dam is safe</title><link>https://norwave.example/dam</link><pubDate>Wed, 13 Mar 2024 09:00:00 GMT</pubDate><category>Land</category>
            <description>&lt;p&gt;The dam &amp;amp; the lake above it are safe, the mayor of Kirby said on Tuesday in a statement.&lt;/p&gt;</description>
          </item>
        </channel></rss>
        """;

    [Fact]
    public void Items_AreSections()
    {
        var tree = Documents.Read(Rss, DocumentFormat.Feed);
        Assert.Equal(
            """
            Headline: Ferry aground & freed
            Paragraph: The ferry Maren ran aground on Monday off the small port of Hallen in the north of the island.
            Paragraph: “Nobody was hurt,” the harbour master said & left, as two tugs arrived from the mainland.
            1 Headline: Dam is safe
            1 Paragraph: The dam & the lake above it are safe, the mayor of Kirby said on Tuesday in a statement.
            """, Documents.Describe(tree));
        int start = tree.Text.Text.IndexOf("The dam &", StringComparison.Ordinal);
        Assert.Equal("The dam &amp;amp; the", tree.Text.Page.ToString(tree.Text.ToPage(new TextSpan(start, start + "The dam & the".Length))));
    }

    [Fact]
    public void FirstItem_SaysWhatTheDocumentIs()
    {
        var tree = Documents.Read(Rss, DocumentFormat.Feed);
        Assert.Equal(
            [
                (DocumentPropertyKind.Publisher, "Norwave & Co"), (DocumentPropertyKind.Language, "en-gb"), (DocumentPropertyKind.Title, "Ferry aground & freed"),
                (DocumentPropertyKind.Address, "https://norwave.example/ferry"), (DocumentPropertyKind.Author, "Ann Lee"),
                (DocumentPropertyKind.Published, "Tue, 12 Mar 2024 10:00:00 GMT"), (DocumentPropertyKind.Section, "Sea"),
            ], tree.Properties.Where(property => property.Section is null or 0).Select(property => (property.Kind, property.Value)));
        Assert.All(tree.Properties, property => Assert.Equal(DocumentPropertyOrigin.Feed, property.Origin));
    }

    [Fact]
    public void Section_KeepsWhatItsItemSays()
    {
        var dam = Documents.Read(Rss, DocumentFormat.Feed).OfSection(1);
        Assert.Equal(
            [
                (DocumentPropertyKind.Publisher, "Norwave & Co"), (DocumentPropertyKind.Language, "en-gb"), (DocumentPropertyKind.Title, "Dam is safe"),
                (DocumentPropertyKind.Address, "https://norwave.example/dam"), (DocumentPropertyKind.Published, "Wed, 13 Mar 2024 09:00:00 GMT"), (DocumentPropertyKind.Section, "Land"),
            ], dam.Properties.Select(property => (property.Kind, property.Value)));
        var metadata = SemanticModel.Build(dam, TrainedParser.Default).Metadata;
        Assert.Equal(
            ("Dam is safe", "2024-03-13T09:00:00Z", "https://norwave.example/dam", "Land"),
            (metadata.Title?.Value, metadata.Published?.Value, metadata.Address?.Value, metadata.Section?.Value));
    }

    [Fact]
    public void Entry_OfAtom()
    {
        var tree = Documents.Read(
            """
            <entry xmlns="http://www.w3.org/2005/Atom"><title type="html">Ferry &lt;i&gt;Maren&lt;/i&gt; freed</title>
            <link rel="alternate" href="https://norwave.example/freed?a=1&amp;b=2"/><author><name>Bo Dahl</name><uri>https://norwave.example/dahl</uri></author>
            <published>2024-03-13T08:00:00Z</published><updated>2024-03-13T09:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two tugs freed the ferry <b>Maren</b> in the early hours of Wednesday, the harbour master said.</p></div></content></entry>
            """, DocumentFormat.Feed);
        Assert.Equal(
            """
            Headline: Ferry Maren freed
            Paragraph: Two tugs freed the ferry Maren in the early hours of Wednesday, the harbour master said.
            """, Documents.Describe(tree));
        Assert.Equal(
            [
                (DocumentPropertyKind.Title, "Ferry <i>Maren</i> freed"), (DocumentPropertyKind.Address, "https://norwave.example/freed?a=1&b=2"),
                (DocumentPropertyKind.Author, "Bo Dahl"), (DocumentPropertyKind.Published, "2024-03-13T08:00:00Z"), (DocumentPropertyKind.Modified, "2024-03-13T09:00:00Z"),
            ], tree.Properties.Select(property => (property.Kind, property.Value)));
    }

    [Fact]
    public void PlainSummary_IsTheText()
    {
        var tree = Documents.Read("<item><title>One</title><description>Nobody was hurt when the dam broke, the mayor said.</description></item>", DocumentFormat.Feed);
        Assert.Equal("Headline: One\nParagraph: Nobody was hurt when the dam broke, the mayor said.", Documents.Describe(tree));
    }

    [Fact]
    public void AnyText_IsRead()
    {
        string[] parts = ["<item>", "</item>", "<title>", "</title>", "<description>", "<content>", "<![CDATA[", "]]>", "&amp;", "&lt;p&gt;", "<p a='", "\"", "<!--", "-->", "<", ">", "a ferry", "\n", "ü👍", "\0", "<?", "/>"];
        var random = new Random(20240313);
        for (int i = 0; i < 3000; i++)
            Documents.Read(string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => parts[random.Next(parts.Length)])), DocumentFormat.Feed);
    }

    [Theory]
    [InlineData("<item>")]
    [InlineData("<item><title>a")]
    [InlineData("<item></item>")]
    [InlineData("<a b=\"")]
    [InlineData("<![CDATA[")]
    public void Repeated_IsRead(string part) => Documents.Read("<rss><item>" + string.Concat(Enumerable.Repeat(part, 10_000)), DocumentFormat.Feed);
}
