using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax.Json;

/// <summary>Articles as JSON-LD: blocks one a line, the words of each led back to the document.</summary>
public class JsonLdDocumentTests
{
    private const string Ferry = """
        {
          "@context": "https://schema.org", "@type": "NewsArticle",
          "headline": "Ferry \u201cLunsay\u201d runs aground", "description": "The ship was pulled free at noon.",
          "author": [{"@type": "Person", "name": "Ann Lee"}], "datePublished": "2024-03-12",
          "articleBody": "A ferry ran aground off Marlow on Tuesday &amp; nobody was hurt.\n\nThe harbour is closed, the town\u2019s council said."
        }
        """;

    [Fact]
    public void Article_IsItsHeadlineDescriptionAuthorsAndBody() => Check(
        Ferry,
        """
        Headline: Ferry “Lunsay” runs aground
        Standfirst: The ship was pulled free at noon.
        Byline: Ann Lee
        Paragraph: A ferry ran aground off Marlow on Tuesday & nobody was hurt.
        Paragraph: The harbour is closed, the town’s council said.
        """);

    [Fact]
    public void Article_AmongOthers_IsFound() => Check(
        $$"""{"@graph": [{"@type": "WebSite", "name": "Norwave"}, {{Ferry}}]}""",
        """
        Headline: Ferry “Lunsay” runs aground
        Standfirst: The ship was pulled free at noon.
        Byline: Ann Lee
        Paragraph: A ferry ran aground off Marlow on Tuesday & nobody was hurt.
        Paragraph: The harbour is closed, the town’s council said.
        """);

    [Fact]
    public void Body_BeforeTheHeadline_StaysThere() => Check(
        """[{"@type": "Article", "articleBody": "A ferry ran aground off Marlow on Tuesday.", "headline": "Ferry aground"}]""",
        """
        Paragraph: A ferry ran aground off Marlow on Tuesday.
        Headline: Ferry aground
        """);

    [Fact]
    public void Description_ThatIsTheBeginningOfTheBody_IsNotRepeated() => Check(
        """{"@type": "Article", "headline": "Ferry aground", "description": "A ferry ran aground off Marlow on…", "articleBody": "A ferry ran aground off Marlow on Tuesday."}""",
        """
        Headline: Ferry aground
        Paragraph: A ferry ran aground off Marlow on Tuesday.
        """);

    [Fact]
    public void Body_WithTags_IsReadAsHtml()
    {
        var tree = Parse("""
            {"@type": "Article", "headline": "Ferry aground", "articleBody":
            "<p>A ferry ran aground off Marlow on Tuesday morning, the coastguard of \u003cb\u003eOstvale\u003c/b\u003e said, &amp; nobody was hurt.<\/p>\n<p>It carried 214 passengers and was pulled free at noon by three tugs, the council added.</p>"}
            """);
        Assert.Equal(
            "Ferry aground\nA ferry ran aground off Marlow on Tuesday morning, the coastguard of Ostvale said, & nobody was hurt.\nIt carried 214 passengers and was pulled free at noon by three tugs, the council added.",
            tree.Text.Text.Replace(" \n", "\n", StringComparison.Ordinal).Trim());
        var page = tree.Text.Page;
        Assert.Equal("""Ostvale\u003c/b\u003e said, &amp; nobody""", page.ToString(tree.Text.ToPage(Samples.Find(tree.Text.Text, "Ostvale said, & nobody"))));
    }

    [Fact]
    public void ShortLinesOfABodyWithTags_AreParagraphs()
    {
        var tree = Parse("""{"@type": "Article", "headline": "Ferry aground", "articleBody": "<p>“No,” he said.</p><p>The ferry had left Marlow at seven, the coastguard of Ostvale said on Tuesday.</p>"}""");
        Assert.Equal([SyntaxKind.Headline, SyntaxKind.Paragraph, SyntaxKind.Paragraph], tree.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void EscapesOfBothKinds_AreOneReference()
    {
        var tree = Parse("""{"@type": "Article", "headline": "Lee \u0026amp; Dahl sail"}""");
        Assert.Equal("Lee & Dahl sail", tree.Text.Text);
        Assert.Equal("""\u0026amp;""", tree.Text.Page.ToString(tree.Text.ToPage(new TextSpan(4, 5))));
        Assert.Equal(SourcePieceKind.Reference, tree.Text.Pieces.Single(piece => piece.Text == new TextSpan(4, 5)).Kind);
    }

    [Fact]
    public void Properties_PointAtThePageAndTheText()
    {
        var tree = Parse(Ferry);
        var author = tree.Properties.Single(property => property.Kind is DocumentPropertyKind.Author);
        Assert.Equal("Ann Lee", Ferry[author.Page.Start..author.Page.End]);
        Assert.Equal("Ann Lee", tree.Text.ToString(author.Text!.Value));
        Assert.Null(tree.Properties.Single(property => property.Kind is DocumentPropertyKind.Published).Text);
    }

    [Theory]
    [InlineData("""{"@type": "Recipe", "name": "Soup"}""")]
    [InlineData("""{"@type": "NewsArticle"}""")]
    [InlineData("[1, 2, 3]")]
    [InlineData("Ferry aground\n\nA ferry ran aground.")]
    [InlineData("")]
    public void WhatIsNoArticle_IsReadAsPlainText(string document)
    {
        var tree = Parse(document);
        Assert.Equal(document, tree.Text.Text);
        Assert.Equal(SyntaxTree.Parse(SourceText.From(document)).Blocks.AsEnumerable(), tree.Blocks);
    }

    [Fact]
    public void Pieces_CoverDocumentAndText()
    {
        AssertCovered(Parse(Ferry).Text);
        for (int length = 0; length < Ferry.Length; length += 3) AssertCovered(Parse(Ferry[..length]).Text);
    }

    [Fact]
    public void AnyBody_IsCovered() => Properties.Hold(
        Texts.Garbage,
        parts =>
        {
            string body = string.Concat(parts);
            AssertCovered(Parse($$"""{"@type": "Article", "headline": "Ferry", "articleBody": "{{body}}"}""").Text);
            AssertCovered(Parse($$"""{"@type": "Article", "articleBody": "<p>\u003cb\u003e{{body}}</b>&amp;</p>{{body}}", "headline": "Ferry"}""").Text);
        },
        60);

    private static SyntaxTree Parse(string document) => SyntaxTree.Parse(SourceText.From(document), DocumentFormat.JsonLd);

    private static void Check(string document, string expected)
    {
        var tree = Parse(document);
        AssertCovered(tree.Text);
        Assert.Equal(expected, string.Join('\n', tree.Blocks.Select(block => $"{block.Kind}: {tree.Text.ToString(block.Span)}")));
    }

    /// <summary>Every character of the page and of the text is in one piece, in order, and text is the same on both sides.</summary>
    internal static void AssertCovered(SourceText text)
    {
        var (page, at) = (0, 0);
        foreach (var piece in text.Pieces)
        {
            Assert.Equal(page, piece.Page.Start);
            Assert.Equal(at, piece.Text.Start);
            Assert.True(piece.Page.IsEmpty == piece.Kind is SourcePieceKind.Break, $"{piece} has no characters of the page.");
            Assert.True(!piece.IsMarkup || piece.Text.IsEmpty, $"{piece} is markup and text.");
            if (piece.IsVerbatim) Assert.Equal(text.Page.ToString(piece.Page), text.ToString(piece.Text));
            (page, at) = (piece.Page.End, piece.Text.End);
        }
        Assert.Equal((text.Page.Length, text.Length), (page, at));
    }
}
