using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

public class MarkdownReaderTests
{
    private const string Article =
        """
        ---
        title: "Ferry aground"
        author: [Ann Lee, Bo Dahl]
        date: 2024-03-12
        ---
        # Ferry *aground* off Port Hallen

        By Ann Lee

        PORT HALLEN, March 12 (Norwave) — The ferry **Maren** ran [aground](https://a.example/x) on Monday,
        the harbour master said \*twice\* &amp; again. ![the ferry](a.png "ferry") It lay `fast`.

        > “Nobody was hurt,” he said.
        > He left.

        - One *tug*
        - Two barges
          and a boat

        ## Background

        | ship | year |
        |------|------|
        | Maren | 1998 |

        Read more: [another story](https://a.example/y)
        """;

    [Fact]
    public void Blocks_HaveTheirKindsAndNoMarks()
    {
        var tree = Documents.Read(Article, DocumentFormat.Markdown);
        Assert.Equal(
            """
            Headline: Ferry aground off Port Hallen
            Byline: By Ann Lee
            Dateline: PORT HALLEN, March 12 (Norwave) —
            Paragraph: The ferry Maren ran aground on Monday, the harbour master said *twice* & again. It lay fast.
            BlockQuote: “Nobody was hurt,” he said. He left.
            ListItem: One tug
            ListItem: Two barges and a boat
            Heading: Background
            Table: ship⇥year⏎Maren⇥1998
            Furniture read-more: Read more: another story
            """, Documents.Describe(tree).Replace("  ", " ", StringComparison.Ordinal));
        Assert.Equal(DocumentFormat.Markdown, tree.Format);
    }

    [Fact]
    public void FrontMatter_SaysWhatItIs()
    {
        var tree = Documents.Read(Article, DocumentFormat.Markdown);
        Assert.Equal(
            [
                (DocumentPropertyKind.Title, "Ferry aground"), (DocumentPropertyKind.Author, "Ann Lee"), (DocumentPropertyKind.Author, "Bo Dahl"),
                (DocumentPropertyKind.Published, "2024-03-12"),
            ], tree.Properties.Select(property => (property.Kind, property.Value)));
        Assert.All(tree.Properties, property => Assert.Equal(property.Value, tree.Text.Page.ToString(property.Page)));
    }

    [Fact]
    public void Words_LeadBackToTheirMarks()
    {
        var tree = Documents.Read(Article, DocumentFormat.Markdown);
        int start = tree.Text.Text.IndexOf("Maren ran aground", StringComparison.Ordinal);
        Assert.Equal("Maren** ran [aground", tree.Text.Page.ToString(tree.Text.ToPage(new TextSpan(start, start + "Maren ran aground".Length))));
    }

    [Fact]
    public void AnyText_IsRead()
    {
        const string Signs = "# *_[]()`>-|\n\n\t&amp;<b>!\\~:1. wordü\u00a0👍";
        var random = new Random(20240312);
        for (int i = 0; i < 3000; i++)
        {
            int length = random.Next(1, 60);
            Documents.Read(string.Concat(Enumerable.Range(0, length).Select(_ => Signs[random.Next(Signs.Length)])), DocumentFormat.Markdown);
        }
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("- ")]
    [InlineData("<b>")]
    public void DeepNesting_IsRead(string mark) => Documents.Read(string.Concat(Enumerable.Repeat(mark, 20_000)) + "The ferry sank.", DocumentFormat.Markdown);
}
