using System.Collections.Immutable;
using System.Text;
using Analysis.Syntax;
using Analysis.Syntax.Html;
using Analysis.Tests.Support;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Syntax.Html;

public class PageLawTests
{
    private static readonly string[] Tags =
    [
        "p", "div", "article", "main", "h1", "h2", "ul", "li", "table", "tr", "td", "b", "a href=\"#\"", "span", "figure", "figcaption", "blockquote", "script", "style", "svg", "math", "template", "select", "option",
        "textarea", "title", "pre", "br", "hr", "img alt=\"a>b\"", "form", "noscript", "iframe", "div hidden", "div class=\"related comments\"", "section itemprop=articleBody", "plaintext", "xmp", "body", "html", "head", "frameset",
        "sup", "sub", "del", "s", "q", "span hidden", "span class=sr-only", "i aria-hidden=true", "ruby", "rt",
    ];

    /// <summary>Pages of tags in any order, text and references between them.</summary>
    private static Gen<ImmutableArray<string>> Soup { get; } = Gen.Choose(0, 60).SelectMany(length => Gen.Frequency(
        (6, Gen.Elements(Tags).Select(tag => $"<{tag}>")),
        (5, Gen.Elements(Tags).Select(tag => $"</{tag.Split(' ')[0]}>")),
        (3, Gen.Elements("&amp;", "&lt;p&gt;", "&notit;", "&shy;", "\u200b", "2", "10", "&#x80;", "&#0;", "&#xd83d;", "&#128077;", "&nbsp;", "&ampamp", "&", "&#", "&#x;", "<!-- a --", "<!--b-->", "<![CDATA[c]]>", "<?d?>", "<!e>", "</", "<", "\0", "\r\n", " \t ", "\ud83d\udc4d")),
        (4, Gen.Elements("The ferry carried 214 passengers, and nobody on board was hurt, the coastguard said. ", "By Ann Lee", "Read more", "1 hour ago", "“Stop!” he said. ", "x"))).ArrayOf(length)).Select(parts => parts.ToImmutableArray());

    [Fact]
    public void Soup_IsRead() => Properties.Hold(Soup, parts => PageLaws.Check(string.Concat(parts)), 400);

    [Fact]
    public void Garbage_IsRead() => Properties.Hold(Texts.Garbage, parts => PageLaws.Check(string.Concat(parts)), 100);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\0")]
    [InlineData("<")]
    [InlineData("<p")]
    [InlineData("<p title=\"")]
    [InlineData("<!--")]
    [InlineData("<script>a")]
    [InlineData("<textarea>a<b")]
    [InlineData("<table>a<tr>b<td>c</table>d")]
    [InlineData("<p>a<table><td>b</p>c")]
    [InlineData("<svg><desc>a</desc><p>b</svg>c")]
    [InlineData("a\r\nb\rc")]
    [InlineData("&nbsp;")]
    public void Oddity_IsRead(string page) => PageLaws.Check(page);

    /// <summary>A parser that looks through all open elements at every tag would take minutes here.</summary>
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>x")]
    [InlineData("<ul><li>A ferry ran aground.")]
    [InlineData("<blockquote><p>A ferry ran aground.")]
    [InlineData("<table><tr><td>x")]
    [InlineData("A ferry<table>ran<tr><td>aground</table>")]
    [InlineData("<table>A ferry<b>ran</b><tr><td>aground")]
    [InlineData("<svg><g>x")]
    [InlineData("<template>x")]
    [InlineData("<font><p>x</font>")]
    [InlineData("<div title='>'>x")]
    [InlineData("<p a b c d e f g h i j>x")]
    public void TagsWithoutEnd_AreReadInLinearTime(string markup) => PageLaws.Check(string.Concat(Enumerable.Repeat(markup, 30_000)));

    [Fact]
    public void TagsThatNestTooDeep_LeaveTheirTextBehind()
    {
        const int Depth = 3000;
        string page = string.Concat(Enumerable.Repeat("<div class='a>b'>x ", Depth)) + "<p>A ferry ran aground.</p>" + string.Concat(Enumerable.Repeat("</div>", Depth));
        var tree = PageLaws.Check(page);
        Assert.Equal(Depth, tree.Text.Text.Count(c => c == 'x'));
        Assert.EndsWith("A ferry ran aground.", tree.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void MovedText_IsKept()
    {
        var tree = PageLaws.Check("<table>A<td>B</td>C</table>");
        Assert.Equal("ABC", string.Concat(tree.Text.Text.Where(char.IsLetter).Order()));
    }

    [FactRequires(Data = "html5lib-tests")]
    public void PagesOfHtml5Lib_AreRead()
    {
        foreach (string page in PageInputs.Html5Lib(Requires.Folder("html5lib-tests"))) PageLaws.Check(page);
    }

    [FactRequires(Data = "blns")]
    public void NaughtyStrings_AreRead()
    {
        var strings = PageInputs.Naughty(Requires.Folder("blns")).ToList();
        foreach (string text in strings)
        {
            PageLaws.Check(text);
            PageLaws.Check($"<article><h1>{text}</h1><p class=\"{text}\">{text}</p><p>A ferry ran aground off Marlow, the coastguard said on Tuesday. {text}</p></article>");
        }
        PageLaws.Check(string.Join("<p>", strings));
    }

    /// <summary>Words that stand in the elements of a page stand in its text, and nothing else does, but for what is left out by intent.</summary>
    [Theory]
    [InlineData("<p>A <b>ferry</b> ran a<wbr>ground.<div>It<p>sank</div> there</p><table>moved<tr><td>12<td>13</table><ul><li>one<li>two</ul>")]
    [InlineData("<h1>Tide</h1><p hidden>Hidden</p><details><summary>More</summary>text</details><select><option>A<option>B</select><textarea>C</textarea><button>D</button>")]
    [InlineData("<p>It cost <del>15</del>16<sup>2</sup> and 10<sup>6</sup>.</p><p><span class=sr-only>aloud</span> Words.</p>")]
    [InlineData("<noscript>Without <b>scripts</b></noscript><p><a href=#><i>b</i>c</a>d<br>e</p><pre>f\n g</pre><plaintext>h</p>")]
    [InlineData("<svg><title>Ship</title><text>drawn</text></svg><p>x<template>y</template>z<script>w</script></p><iframe>v</iframe>")]
    public void Words_AreThoseOfTheElements(string page) => Assert.InRange(CheckWords(SourceText.From(page)).LeftOut, 0, 9);

    [FactRequires(Data = "article-extraction")]
    public void WordsOfArticles_AreThoseOfTheElements()
    {
        int lost = 0, all = 0;
        foreach (byte[] bytes in PageInputs.Articles(Requires.Folder("article-extraction")))
        {
            var (missing, total) = CheckWords(SourceText.Decode(bytes, isMarkup: true));
            (lost, all) = (lost + missing, all + total);
        }
        // Links for the ear, labels that a script shows, marks of notes: in thousandths of all letters.
        Assert.InRange(lost * 1000L / all, 0, 15);
    }

    /// <summary>Compares the words of the text nodes with those of the text, letters and digits alone, as characters: elements within a line join words.</summary>
    /// <returns>How many of its letters and digits are left out by intent, and how many it has.</returns>
    private static (int LeftOut, int All) CheckWords(SourceText page)
    {
        var tree = SyntaxTree.Parse(page, DocumentFormat.Html);
        var document = new HtmlParser(new HtmlParserOptions { IsNotConsumingCharacterReferences = true }).ParseDocument(page.Text);
        Dictionary<char, int> said = [], unsaid = [];
        foreach (var node in document.Descendants<IText>())
        {
            var around = node.Ancestors<IElement>().ToList();
            if (around.Count == 0 || around.Exists(element => NotShown.Contains(element.LocalName))) continue;
            string words = CharacterReferences.Resolve(node.Data);
            Count(around.Exists(MayBeLeftOut) ? unsaid : said, words, 1);
        }
        int all = said.Values.Sum() + unsaid.Values.Sum();
        Count(said, tree.Text.Text, -1);
        // What remains on the one side was lost, on the other came from elements that may be left out but need not be.
        foreach (var (letter, more) in said)
        {
            Assert.True(more <= 0, $"{more} of “{letter}” are lost.");
            Assert.True(-more <= unsaid.GetValueOrDefault(letter), $"{-more} of “{letter}” are in no element.");
        }
        return (unsaid.Values.Sum() + said.Values.Sum(), all);
    }

    private static readonly string[] NotShown =
        ["head", "title", "script", "style", "template", "iframe", "noembed", "noframes", "object", "svg", "math", "canvas", "datalist"];

    private static bool MayBeLeftOut(IElement element) =>
        element.LocalName is "sup" or "sub" or "del" or "s" or "strike" or "rt" or "rp" || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") is "true"
        || element.GetAttribute("role") is "doc-noteref" || element.GetAttribute("style") is { } style && style.Contains("none", StringComparison.OrdinalIgnoreCase) || PageMark.IsHiddenName(element.ClassName ?? "")
        || PageMark.IsHiddenName(element.Id ?? "");

    private static void Count(Dictionary<char, int> counts, string words, int step)
    {
        foreach (char c in words)
            if (char.IsLetterOrDigit(c)) counts[c] = counts.GetValueOrDefault(c) + step;
    }

    [FactRequires(Data = "article-extraction")]
    public void Articles_AreRead()
    {
        int number = 0;
        foreach (byte[] bytes in PageInputs.Articles(Requires.Folder("article-extraction")))
        {
            PageLaws.Check(SourceText.Decode(bytes, isMarkup: true));
            if (number++ % 6 == 0) CheckBroken(bytes);
        }
    }

    /// <summary>The page cut off and with bits turned over, at places that are the same in every run.</summary>
    private static void CheckBroken(byte[] bytes)
    {
        for (int part = 1; part < 6; part++) PageLaws.Check(SourceText.Decode(bytes.AsMemory(0, (int)((long)bytes.Length * part / 6)), isMarkup: true));
        uint state = 20240312;
        byte[] flipped = [.. bytes];
        for (int i = 0; i < bytes.Length / 200; i++)
        {
            state = state * 1664525 + 1013904223;
            flipped[state % bytes.Length] ^= (byte)(1 << (int)(state >> 29));
        }
        PageLaws.Check(SourceText.Decode(flipped, isMarkup: true));
    }

    /// <summary>What the parser reads otherwise than the standard says: numbers beyond 32 bits, an ampersand before a semicolon, a line feed by reference behind <c>pre</c>.</summary>
    private static readonly string[] ReadOtherwise = ["&#x100000041;", "&#4294967361;", "&#x10000000000000041;", "&#18446744073709551681;", "&;", "<!DOCTYPE html><pre>&#x0a;&#x0a;A</pre>"];

    [FactRequires(Data = "html5lib-tests")]
    public void References_AreResolvedAsTheParserDoes()
    {
        var consuming = new HtmlParser();
        var keeping = new HtmlParser(new HtmlParserOptions { IsNotConsumingCharacterReferences = true });
        foreach (string input in PageInputs.Html5Lib(Requires.Folder("html5lib-tests")).Where(input => input.Contains('&', StringComparison.Ordinal)))
        {
            string page = "<body>" + input;
            bool same = Words(consuming.ParseDocument(page), resolve: false) == Words(keeping.ParseDocument(page), resolve: true);
            Assert.True(same != ReadOtherwise.Contains(input), input);
        }
    }

    private static string Words(IDocument document, bool resolve)
    {
        var words = new StringBuilder();
        foreach (var node in document.Body?.Descendants<IText>() ?? [])
        {
            if (node.ParentElement?.LocalName is "script" or "style" or "xmp" or "iframe" or "noembed" or "noframes" or "plaintext") continue;
            words.Append(resolve ? CharacterReferences.Resolve(node.Data) : node.Data).Append('|');
        }
        return words.ToString();
    }
}
