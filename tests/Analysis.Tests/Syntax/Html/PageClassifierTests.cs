using System.Text;
using Analysis.Syntax;

namespace Analysis.Tests.Syntax.Html;

/// <summary>Small pages and what becomes of their blocks: one block a line, its kind, its section where it is not the article itself, and its words.</summary>
public class PageClassifierTests
{
    private const string Body =
        """
        <p>The ferry Lunsay ran aground in fog outside Port Hallen on Tuesday morning, the coastguard said.</p>
        <p>Nobody was hurt.</p>
        <p>“We waited for the tide,” said Hedda Corvane, who runs the harbour, after three tugs had come to help.</p>
        """;

    private const string BodyBlocks =
        """
        Paragraph: The ferry Lunsay ran aground in fog outside Port Hallen on Tuesday morning, the coastguard said.
        Paragraph: Nobody was hurt.
        Paragraph: “We waited for the tide,” said Hedda Corvane, who runs the harbour, after three tugs had come to help.

        """;

    [Fact]
    public void Article_HasHeadlineStandfirstBylineAndDate() => Check(
        $"""
        <title>Ferry aground in fog - The Hallen Courier</title>
        <header><a href="/">The Hallen Courier</a></header>
        <article><header><h1>Ferry aground in fog</h1>
        <p class="standfirst">Three tugs pulled the Lunsay free after six hours on a sandbank off the harbour.</p>
        <div class="byline">By <a href="/ann">Ann Lee</a></div><time datetime="2024-03-12">12 March 2024</time></header>
        <div class="article-body">{Body}</div></article>
        """,
        $"""
        Furniture (navigation): The Hallen Courier
        Headline: Ferry aground in fog
        Standfirst: Three tugs pulled the Lunsay free after six hours on a sandbank off the harbour.
        Byline: By Ann Lee
        PublicationLine: 12 March 2024
        {BodyBlocks}
        """);

    [Fact]
    public void Dateline_StandsApart() => Check(
        "<h1>Ferry aground</h1><p>PORT HALLEN, March 12 (Norwave) — The ferry Lunsay ran aground in fog on Tuesday, the coastguard said.</p>",
        """
        Headline: Ferry aground
        Dateline: PORT HALLEN, March 12 (Norwave) —
        Paragraph: The ferry Lunsay ran aground in fog on Tuesday, the coastguard said.
        """);

    [Fact]
    public void Body_HasHeadingsListsQuotesTablesAndCaptions() => Check(
        $"""
        <article><h1>Ferry aground</h1>{Body}
        <h2>What comes next</h2>
        <ul><li>Divers look at the hull</li><li>The line opens again on Friday</li></ul>
        <blockquote>It was like standing in milk, one passenger wrote to her family that morning.</blockquote>
        <table><tr><th>Day</th><th>Ferries</th></tr><tr><td>Monday</td><td>12</td></tr></table>
        <figure><img src="a.jpg"><figcaption>The Lunsay on the sandbank <span class="credit">Bo Dahl</span></figcaption></figure>
        <p>The report is due in May, and until then the line is served by an older ship, the company said.</p></article>
        """,
        $"""
        Headline: Ferry aground
        {BodyBlocks}
        Heading: What comes next
        ListItem: Divers look at the hull
        ListItem: The line opens again on Friday
        BlockQuote: It was like standing in milk, one passenger wrote to her family that morning.
        Table: Day{"\t"}Ferries\nMonday{"\t"}12
        Caption: The Lunsay on the sandbank Bo Dahl
        Paragraph: The report is due in May, and until then the line is served by an older ship, the company said.
        """);

    [Fact]
    public void Correction_IsNoParagraph() => Check(
        $"""<article><h1>Ferry aground</h1>{Body}<p>Correction: An earlier version gave the wrong name of the ship.</p></article>""",
        $"""
        Headline: Ferry aground
        {BodyBlocks}
        Correction: Correction: An earlier version gave the wrong name of the ship.
        """);

    [Fact]
    public void Credit_IsNoParagraph() => Check(
        $"""<article><h1>Ferry aground</h1><div class="picture"><span class="photo-credit">Photograph: Bo Dahl</span></div>{Body}</article>""",
        $"""
        Headline: Ferry aground
        Credit: Photograph: Bo Dahl
        {BodyBlocks}
        """);

    [Theory]
    [InlineData("navigation", "<nav><a href=#>Harbour</a></nav>", "Harbour")]
    [InlineData("navigation", "<ol class=breadcrumb><li><a href=#>News</a></li></ol>", "News")]
    [InlineData("related", "<div class=related-stories><a href=#>Bell returns to the church</a></div>", "Bell returns to the church")]
    [InlineData("related", "<aside><p>The bell of the old church came back on Monday after sixty years in a museum.</p></aside>", "The bell of the old church came back on Monday after sixty years in a museum.")]
    [InlineData("read-more", "<p>Read more: <a href=#>Bell returns</a></p>", "Read more: Bell returns")]
    [InlineData("share", "<div class=social-share>Post it</div>", "Post it")]
    [InlineData("share", "<p>Follow us on Facebook</p>", "Follow us on Facebook")]
    [InlineData("newsletter", "<div id=newsletter-box><p>The harbour in your post, every Friday and free of charge.</p></div>", "The harbour in your post, every Friday and free of charge.")]
    [InlineData("newsletter", "<p>Get the latest from the harbour in our newsletter.</p>", "Get the latest from the harbour in our newsletter.")]
    [InlineData("cookie-notice", "<div class=cookie-banner><p>We keep a few things on your machine.</p></div>", "We keep a few things on your machine.")]
    [InlineData("comments", "<section id=comments><p>I was on board and nobody told us anything for two hours, it was a disgrace.</p></section>", "I was on board and nobody told us anything for two hours, it was a disgrace.")]
    [InlineData("comment-form", "<p>Leave a comment</p>", "Leave a comment")]
    [InlineData("advertisement", "<div class=ad-slot>Boats for hire</div>", "Boats for hire")]
    [InlineData("advertisement", "<p>Advertisement</p>", "Advertisement")]
    [InlineData("footer", "<footer>Printed in Port Hallen</footer>", "Printed in Port Hallen")]
    [InlineData("footer", "<p>© 2024 Norwave. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission of the Hallen Press Union.</p>", "© 2024 Norwave. All rights reserved. This material may not be published, broadcast, rewritten or redistributed without permission of the Hallen Press Union.")]
    [InlineData("form", "<form><label>Your name</label></form>", "Your name")]
    [InlineData("hidden", "<p hidden>Shown by script alone</p>", "Shown by script alone")]
    [InlineData("hidden", "<p style='color: red; display : none'>Shown by script alone</p>", "Shown by script alone")]
    [InlineData("author-bio", "<div class=author-bio><p>Ann Lee has written about ports for twenty years.</p></div>", "Ann Lee has written about ports for twenty years.")]
    [InlineData("tags", "<ul class=tags><li><a href=#>ferries</a></li></ul>", "ferries")]
    [InlineData("player", "<div class=video-player>0:00 of 1:23</div>", "0:00 of 1:23")]
    [InlineData("pull-quote", "<div class=pullquote>We waited for the tide</div>", "We waited for the tide")]
    [InlineData("about", "<div class=reading-time>3 min</div>", "3 min")]
    [InlineData("other", "<div class=modal>Thank you</div>", "Thank you")]
    public void Furniture_HasItsClass(string furniture, string markup, string words)
    {
        // Among the paragraphs, where it does most harm, and behind the article.
        Check($"<article><h1>Ferry aground</h1>{Body}{markup}<p>The report is due in May, and until then an older ship serves the line, the company said.</p></article>",
            $"Headline: Ferry aground\n{BodyBlocks}Furniture ({furniture}): {words}\nParagraph: The report is due in May, and until then an older ship serves the line, the company said.\n");
        Check($"<article><h1>Ferry aground</h1>{Body}</article>{markup}", $"Headline: Ferry aground\n{BodyBlocks}Furniture ({furniture}): {words}\n");
    }

    [Fact]
    public void PreformattedText_OfTheBody_IsAParagraph() => Check(
        $"<article><h1>Ferry aground</h1>{Body}<pre>Depth: 2 m\nTide: low</pre><p>The report is due in May, and until then an older ship serves the line, the company said.</p></article>",
        $"Headline: Ferry aground\n{BodyBlocks}Paragraph: Depth: 2 m\\nTide: low\nParagraph: The report is due in May, and until then an older ship serves the line, the company said.\n");

    [Fact]
    public void AuthorOfTheByline_IsDescribedAtTheEnd() => Check(
        $"""<article><h1>Ferry aground</h1><p class="author">By Ann Lee</p>{Body}<p><em>Ann Lee is a reporter of the Courier who has written about ports for twenty years.</em></p></article>""",
        $"""
        Headline: Ferry aground
        Byline: By Ann Lee
        {BodyBlocks}
        Furniture (author-bio): Ann Lee is a reporter of the Courier who has written about ports for twenty years.
        """);

    [Fact]
    public void Contributors_AreNoParagraph() => Check(
        $"<article><h1>Ferry aground</h1>{Body}<p>Bo Dahl contributed to this report.</p></article>",
        $"Headline: Ferry aground\n{BodyBlocks}Byline: Bo Dahl contributed to this report.\n");

    [Fact]
    public void TextWithoutParagraphs_IsCutAtLineBreaks() => Check(
        """
        <h1>Ferry aground</h1>
        <div class="story-text">The ferry Lunsay ran aground in fog outside Port Hallen on Tuesday morning.<br><br>
        Nobody was hurt.<br><br>Three tugs pulled the ship free in the afternoon, after six hours on the sandbank.</div>
        """,
        """
        Headline: Ferry aground
        Paragraph: The ferry Lunsay ran aground in fog outside Port Hallen on Tuesday morning.
        Paragraph: Nobody was hurt.
        Paragraph: Three tugs pulled the ship free in the afternoon, after six hours on the sandbank.
        """);

    [Fact]
    public void MarkOnWhatHoldsTheArticle_IsNotBelieved() => Check(
        $"""<div class="has-sidebar"><div class="content social-section"><h1>Ferry aground</h1>{Body}</div></div>""",
        $"Headline: Ferry aground\n{BodyBlocks}");

    [Fact]
    public void MarkThatTakesEverything_IsNotBelieved() => Check(
        $"""<h1>Ferry aground</h1><div class="comment-piece">{Body}</div>""",
        $"Headline: Ferry aground\n{BodyBlocks}");

    [Fact]
    public void BodyInSeveralElementsOfAKind_IsWhole() => Check(
        $"""<main><h1>Ferry aground</h1><div class="article-body">{Body}</div><div>Advertisement</div><div class="article-body"><p>The report is due in May, and until then an older ship serves the line, the company said.</p></div></main>""",
        $"""
        Headline: Ferry aground
        {BodyBlocks}
        Furniture (advertisement): Advertisement
        Paragraph: The report is due in May, and until then an older ship serves the line, the company said.
        """);

    [Fact]
    public void ColumnsOfAPage_AreNoTable() => Check(
        $"""
        <table><tr><td><a href=#>News</a></td><td><h1>Ferry aground</h1></td></tr><tr><td><a href=#>Sport</a></td><td>
        The ferry Lunsay ran aground in fog outside Port Hallen on Tuesday morning, the coastguard said.<br><br>Nobody was hurt.<br><br>{string.Concat(Enumerable.Repeat("It waited for the tide. ", 30))}</td></tr></table>
        """,
        $"""
        Furniture (navigation): News
        Headline: Ferry aground
        Furniture (navigation): Sport
        Paragraph: The ferry Lunsay ran aground in fog outside Port Hallen on Tuesday morning, the coastguard said.
        Paragraph: Nobody was hurt.
        Paragraph: {string.Concat(Enumerable.Repeat("It waited for the tide. ", 30)).TrimEnd()}
        """);

    /// <summary>The heading of the box is lost so far: only its paragraphs are known for the article's.</summary>
    [Fact]
    public void BoxBehindTheBody_IsTheArticles() => Check(
        $"""<article><h1>Ferry aground</h1><section class="article-body">{Body}</section><section><h4>Verdict</h4><p>The report is due in May, and until then an older ship serves the line, the company said.</p></section></article>""",
        $"""
        Headline: Ferry aground
        {BodyBlocks}
        Furniture (other): Verdict
        Paragraph: The report is due in May, and until then an older ship serves the line, the company said.
        """);

    [Fact]
    public void CardsOfOtherArticles_AreNotTheBody()
    {
        string card(string headline) => $"<div class=card><h3><a href=#>{headline}</a></h3><p>It is a long summary that reads like the first paragraph of an article, and there are many of them.</p></div>";
        Check(
            $"<main><h1>Ferry aground</h1>{Body}<div>{card("Bell returns to church")}{card("Mill burns down")}{card("Bridge opens early")}</div></main>",
            $"""
            Headline: Ferry aground
            {BodyBlocks}
            Furniture (related): Bell returns to church
            Furniture (related): It is a long summary that reads like the first paragraph of an article, and there are many of them.
            Furniture (related): Mill burns down
            Furniture (related): It is a long summary that reads like the first paragraph of an article, and there are many of them.
            Furniture (related): Bridge opens early
            Furniture (related): It is a long summary that reads like the first paragraph of an article, and there are many of them.
            """);
    }

    [Fact]
    public void HeadingOverOtherArticles_IsTheirs() => Check(
        $"""<article><h1>Ferry aground</h1>{Body}<h3>More from the harbour</h3><ul><li><a href=#>Bell returns to the church</a></li></ul></article>""",
        $"""
        Headline: Ferry aground
        {BodyBlocks}
        Furniture (related): More from the harbour
        Furniture (related): Bell returns to the church
        """);

    [Fact]
    public void BoldLine_IsAHeadingWhereTextFollows() => Check(
        $"""<article><h1>Ferry aground</h1>{Body}<p><b>What comes next</b></p><p>The report is due in May, and until then an older ship serves the line, the company said.</p><p><b>It was a long day</b></p></article>""",
        $"""
        Headline: Ferry aground
        {BodyBlocks}
        Heading: What comes next
        Paragraph: The report is due in May, and until then an older ship serves the line, the company said.
        Paragraph: It was a long day
        """);

    [Fact]
    public void WhatFollowsTheHeadingOfComments_IsComments() => Check(
        $"""<article><h1>Ferry aground</h1>{Body}<h4>2 comments</h4><p>I was on board and nobody told us anything for two hours.</p><p>Same here, it was a disgrace.</p></article>""",
        $"""
        Headline: Ferry aground
        {BodyBlocks}
        Furniture (comments): 2 comments
        Furniture (comments): I was on board and nobody told us anything for two hours.
        Furniture (comments): Same here, it was a disgrace.
        """);

    [Fact]
    public void EntriesOfALivePage_AreSections() => Check(
        """
        <main><h1>Storm on the coast: live</h1>
        <div class="live-post"><time>11:40</time><h2>Ferries stay in port</h2><p>No ferry leaves Port Hallen before Wednesday, the harbour says, and buses take their place.</p></div>
        <div class="live-post"><time>10:15</time><p>The bridge over the sound is closed to lorries and to cars with caravans, the police say.</p></div></main>
        """,
        """
        Headline: Storm on the coast: live
        Timestamp 1: 11:40
        Headline 1: Ferries stay in port
        Paragraph 1: No ferry leaves Port Hallen before Wednesday, the harbour says, and buses take their place.
        Timestamp 2: 10:15
        Paragraph 2: The bridge over the sound is closed to lorries and to cars with caravans, the police say.
        """);

    [Fact]
    public void LanguageWithoutSpaces_IsRead() => Check(
        "<h1>渡轮搁浅</h1><div><p>星期二早晨，渡轮伦赛号在哈伦港外的大雾中搁浅，海岸警卫队说无人受伤。</p><p>三艘拖船在下午把它拖离沙洲，航线星期五重新开放，公司在声明中说。</p></div>",
        """
        Headline: 渡轮搁浅
        Paragraph: 星期二早晨，渡轮伦赛号在哈伦港外的大雾中搁浅，海岸警卫队说无人受伤。
        Paragraph: 三艘拖船在下午把它拖离沙洲，航线星期五重新开放，公司在声明中说。
        """);

    private static void Check(string page, string expected)
    {
        var tree = PageLaws.Check(page);
        var found = new StringBuilder();
        foreach (var block in tree.Blocks)
        {
            found.Append(block.Kind).Append(block.Section > 0 ? $" {block.Section}" : "").Append(block.Kind is SyntaxKind.Furniture ? $" ({block.Furniture})" : "");
            found.Append(": ").Append(tree.Text.ToString(block.Span).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        }
        Assert.Equal(Lines(expected), Lines(found.ToString()));
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0));
}
