using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

/// <summary>Every block of a text is marked with its kind.</summary>
public class BlockReaderTests
{
    [Fact]
    public void FirstLine_IsTheHeadline() => Check("{|Headline:Bridge falls in Marlow|}\n\n{|Paragraph:A bridge fell on Monday.|}");

    [Fact]
    public void FirstLine_ThatEndsInAStop_IsAParagraph() => Check("{|Paragraph:A bridge fell on Monday.|}\n{|Paragraph:Nobody was hurt.|}");

    [Fact]
    public void FirstLine_ThatEndsInAnAcronym_IsTheHeadline() => Check("{|Headline:Bridge falls in the U.S.|}\n\n{|Paragraph:A bridge fell on Monday.|}");

    [Fact]
    public void OnlyLine_IsAParagraph() => Check("{|Paragraph:Bridge falls in Marlow|}");

    [Theory]
    [InlineData("20240312")]
    [InlineData("March 12, 2024")]
    [InlineData("12 March 2024")]
    [InlineData("2024-03-12")]
    [InlineData("Published on Tuesday, March 12, 2024 at 9:15 GMT")]
    [InlineData("Updated: 12/03/2024 10:00 am")]
    public void DateLine_IsPublication(string line) => Check($"{{|Headline:Bridge falls|}}\n{{|PublicationLine:{line}|}}\n{{|Paragraph:A bridge fell.|}}");

    [Theory]
    [InlineData("20241399")]
    [InlineData("12")]
    [InlineData("March of the penguins")]
    public void Line_ThatIsNoDate_IsNoPublication(string line) => Check($"{{|Headline:Bridge falls|}}\n{{|Paragraph:A bridge fell.|}}\n{{|Paragraph:{line}|}}");

    [Fact]
    public void EightDigitsAboveTheBody_AreMeantAsADate() =>
        Check("{|Headline:Bridge falls|}\n{|PublicationLine:20241399|}\n{|Paragraph:A bridge fell.|}");

    [Theory]
    [InlineData("https://example.org/20240312-bridge")]
    [InlineData("www.example.org")]
    public void AddressLine_IsAddress(string line) => Check($"{{|Headline:Bridge falls|}}\n{{|AddressLine:{line}|}}\n{{|Paragraph:A bridge fell.|}}");

    [Theory]
    [InlineData("By Ann Lee")]
    [InlineData("By Ann Lee and Bo Dahl")]
    [InlineData("BY ANN LEE")]
    [InlineData("By Ann van der Lee, Norwave")]
    public void Byline_IsByline(string line) => Check($"{{|Headline:Bridge falls|}}\n{{|Byline:{line}|}}\n{{|Paragraph:A bridge fell.|}}");

    [Theory]
    [InlineData("By noon the bridge was gone.")]
    [InlineData("By noon the bridge was gone")]
    public void Line_ThatOpensWithBy_IsNoByline(string line) => Check($"{{|Headline:Bridge falls|}}\n{{|Paragraph:A bridge fell.|}}\n{{|Paragraph:{line}|}}");

    [Fact]
    public void ParagraphBeforeTheByline_IsStandfirst() =>
        Check("{|Headline:Bridge falls|}\n\n{|Standfirst:Nobody is hurt in Marlow|}\n\n{|Byline:By Ann Lee|}\n\n{|Paragraph:A bridge fell.|}");

    [Fact]
    public void Standfirst_WithAStop_IsStandfirst() =>
        Check("{|Headline:Bridge falls|}\n\n{|Standfirst:Nobody is hurt in Marlow.|}\n\n{|Byline:By Ann Lee|}\n\n{|Paragraph:A bridge fell.|}");

    [Theory]
    [InlineData("MARLOW, March 4 (Norwave) —")]
    [InlineData("PORT ELLIN (AP) —")]
    [InlineData("MARLOW, March 4, 2024 –")]
    [InlineData("Marlow (Norwave) -")]
    [InlineData("MARLOW --")]
    public void Dateline_IsCutOff(string dateline) => Check($"{{|Headline:Bridge falls|}}\n\n{{|Dateline:{dateline}|}} {{|Paragraph:A bridge fell.|}}\n{{|Paragraph:Nobody was hurt.|}}");

    [Theory]
    [InlineData("The bridge — old as it was — fell.")]
    [InlineData("Marlow – a town in the north – lost a bridge.")]
    [InlineData("THE bridge of Marlow fell - at last.")]
    public void Dash_InTheFirstSentence_IsNoDateline(string paragraph) => Check($"{{|Headline:Bridge falls|}}\n\n{{|Paragraph:{paragraph}|}}");

    [Fact]
    public void Dateline_InTheBody_IsNone() => Check("{|Headline:Bridge falls|}\n\n{|Paragraph:A bridge fell.|}\n\n{|Paragraph:MARLOW (AP) — Nobody was hurt.|}");

    [Theory]
    [InlineData("The bridge on March 12, 2024. (Photo by Ann Lee/Norwave)")]
    [InlineData("The bridge before it fell. (Ann Lee/Norwave)")]
    [InlineData("Photo: The bridge before it fell")]
    [InlineData("FILE PHOTO: The bridge in 2019.")]
    [InlineData("The bridge before it fell. [Courtesy of the town]")]
    [InlineData("The bridge before it fell. Ann Lee/AFP")]
    [InlineData("The bridge before it fell. Getty Images")]
    public void LineWithAPhotoCredit_IsCaption(string caption) => Check($"{{|Headline:Bridge falls|}}\n\n{{|Caption:{caption}|}}\n\n{{|Paragraph:A bridge fell.|}}");

    [Theory]
    [InlineData("The bridge (built in 1961) fell.")]
    [InlineData("The bridge fell on Monday (Tuesday in Asia)")]
    public void LineWithBrackets_IsNoCaption(string line) => Check($"{{|Headline:Bridge falls|}}\n\n{{|Paragraph:A bridge is gone.|}}\n\n{{|Paragraph:{line}|}}");

    [Theory]
    [InlineData("{|Credit:Reuters|}{|Caption:The bridge in Marlow, March 12, 2024.|}{|Paragraph:The town is shocked.|}")]
    [InlineData("{|Credit:Reuters|}{|Caption:The bridge in Marlow.|} {|Paragraph:The town is shocked.|}")]
    [InlineData("{|Credit:Seven Bays|}{|Caption:The bridge in Marlow, March 12, 2024.|}{|Paragraph:The town is shocked.|}")]
    [InlineData("{|Paragraph:YouTube removed a film of the bridge. The town is shocked.|}")]
    [InlineData("{|Paragraph:The bridge fell.The town is shocked.|}")]
    public void GluedCreditAndCaption_AreCutOff(string paragraph) => Check($"{{|Headline:Bridge falls|}}\n{{|Paragraph:A bridge fell.|}}\n{paragraph}");

    [Fact]
    public void LivePage_HasASectionAnEntry()
    {
        string text = "{|Headline:Bridge falls|}\n\n{|Paragraph:A bridge fell.|}\n\n{|Timestamp:1 hour ago|}\n{|Headline:Trams stop|}\n{|Byline:By Ann Lee|}\n{|Paragraph:Trams stopped.|}"
            + "\n\n{|Timestamp:12 min ago|}\n{|Headline:Fog lifts|}\n{|Paragraph:The fog is gone.|}";
        Check(text);
        Assert.Equal([0, 0, 1, 1, 1, 1, 2, 2, 2], Engine.Parse(Markup.Parse(text).Text).Blocks.Select(block => block.Section));
    }

    [Theory]
    [InlineData("just now")]
    [InlineData("3 hrs ago")]
    [InlineData("5m ago")]
    [InlineData("2 days ago")]
    public void Timestamp_StartsAnEntry(string line) => Check($"{{|Paragraph:A bridge fell.|}}\n\n{{|Timestamp:{line}|}}\n{{|Headline:Trams stop|}}\n{{|Paragraph:Trams stopped.|}}");

    [Theory]
    [InlineData("A long time ago")]
    [InlineData("3 bridges ago")]
    [InlineData("12 years ago the bridge was new.")]
    public void Line_ThatIsNoTimestamp_StartsNone(string line) => Check($"{{|Headline:Bridge falls|}}\n{{|Paragraph:A bridge fell.|}}\n{{|Paragraph:{line}|}}");

    [Theory]
    [InlineData("Leave a Reply", "comment-form")]
    [InlineData("Your email address will not be published. Required fields are marked *", "comment-form")]
    [InlineData("Learn More →", "read-more")]
    [InlineData("Share this article", "share")]
    [InlineData("Sign up for our newsletter", "newsletter")]
    [InlineData("Advertisement", "advertisement")]
    [InlineData("© 2024 Norwave", "footer")]
    [InlineData("©2024 Norwave", "footer")]
    [InlineData("© 2024 Norwave and the papers of the Hallen Press Union, founded in the year of the great flood. All rights reserved. No part may be used elsewhere.", "footer")]
    [InlineData("Copyright 2024 Norwave. All rights reserved.", "footer")]
    [InlineData("This material may not be published, broadcast, rewritten or redistributed.", "footer")]
    [InlineData("No part of this report may be reproduced in any form, and it may not be copied without written permission of the Hallen Press Union and its members.", "footer")]
    [InlineData("We use cookies", "cookie-notice")]
    [InlineData("Skip to content", "navigation")]
    public void Furniture_HasAClass(string line, string furniture)
    {
        string text = $"{{|Headline:Bridge falls|}}\n{{|Paragraph:A bridge fell.|}}\n\n{{|Furniture:{line}|}}";
        Check(text);
        Assert.Equal(furniture, Engine.Parse(Markup.Parse(text).Text).Blocks[^1].Furniture);
    }

    [Theory]
    [InlineData("Log in the river blocked the bridge.")]
    [InlineData("Read more than one book, the teacher said.")]
    [InlineData("Advertisements cover the bridge.")]
    public void Sentence_ThatOpensLikeFurniture_IsNone(string line) => Check($"{{|Headline:Bridge falls|}}\n{{|Paragraph:A bridge fell.|}}\n\n{{|Paragraph:{line}|}}");

    [Fact]
    public void Bullets_AreListItems() =>
        Check("{|Headline:Bridge falls|}\n{|Paragraph:What is known.|}\n{|ListItem:• The bridge fell.|}\n{|ListItem:- Nobody was hurt.|}\n{|ListItem:* The road is closed.|}");

    [Fact]
    public void QuotedBlock_IsBlockQuote() => Check("{|Headline:Bridge falls|}\n{|Paragraph:The mayor wrote.|}\n{|BlockQuote:> The bridge is gone.|}");

    [Theory]
    [InlineData("Correction: the bridge was built in 1961.")]
    [InlineData("Editor's note: this story was updated.")]
    [InlineData("Clarification: the bridge is a footbridge.")]
    public void Correction_IsCorrection(string line) => Check($"{{|Headline:Bridge falls|}}\n{{|Paragraph:A bridge fell.|}}\n{{|Correction:{line}|}}");

    [Fact]
    public void ListOfOutletsInBrackets_IsNoCredit() =>
        Check("{|Headline:Bridge falls|}\n{|Paragraph:A bridge fell.|}\n{|Paragraph:Half of the town wants a new one. [Marlow Echo, Norwave/Dahl, Lee]|}");

    [Fact]
    public void ShortLineInTheBody_IsHeading() => Check("{|Headline:Bridge falls|}\n\n{|Paragraph:A bridge fell.|}\n\n{|Heading:What comes next|}\n\n{|Paragraph:A new one will be built.|}");

    [Fact]
    public void WrappedLines_AreOneParagraph() => Check(
        "{|Headline:Bridge falls in Marlow|}\n\n"
        + "{|Paragraph:A bridge fell into the river near Marlow on Monday\nmorning, and the road that leads to the harbour had to\nbe closed for the day.|}\n\n"
        + "{|Paragraph:Nobody was hurt, because the bridge had been closed\nto cars since the spring.|}");

    [Fact]
    public void LinesThatEndInStops_AreParagraphs() => Check(
        "{|Headline:Bridge falls in Marlow|}\n"
        + "{|Paragraph:A bridge fell into the river near Marlow on Monday.|}\n"
        + "{|Paragraph:Nobody was hurt by it, the town said on Tuesday.|}\n"
        + "{|Paragraph:The road to the harbour was closed for the day.|}");

    [Fact]
    public void LineEnds_DoNotMatter()
    {
        const string Marked = "{|Headline:Bridge falls|}\n\n{|Byline:By Ann Lee|}\n{|Paragraph:A bridge fell.|}\n";
        foreach (string end in (string[])["\n", "\r\n", "\r", "\u2028", "\u2029", "\u0085"])
            Check(Marked.Replace("\n", end, StringComparison.Ordinal));
    }

    [Fact]
    public void WrappedLines_WithCarriageReturns_AreOneParagraph() => Check(
        "{|Headline:Bridge falls in Marlow|}\r\n\r\n{|Paragraph:A bridge fell into the river near Marlow on Monday\r\nmorning, and the road was closed.|}");

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n\r\n\t\n")]
    [InlineData("\ufeff")]
    public void WhiteSpace_HasNoBlocks(string text) => Check(text);

    [Fact]
    public void ByteOrderMark_IsNoPartOfTheHeadline() => Check("\ufeff{|Headline:Bridge falls|}\n{|Paragraph:A bridge fell.|}");

    private static void Check(string marked)
    {
        var markup = Markup.Parse(marked);
        var tree = Engine.Parse(markup.Text);
        Assert.Equal(
            markup.Marks.Select(mark => $"{mark.Kind} {markup.Text[mark.Span.Start..mark.Span.End]}"),
            tree.Blocks.Select(block => $"{block.Kind} {tree.Text.ToString(block.Span)}"));
    }
}
