using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

/// <summary>What marks within a line make of the words and figures beside them: a footnote is no digit, what is struck out is not said.</summary>
public class InlineMarkupTests
{
    [Theory]
    // Marks of notes.
    [InlineData("The ferry carried 214<sup>1</sup> passengers.", "The ferry carried 214 passengers.")]
    [InlineData("It had 12<sup>3</sup> crew and 12<sup><a href=#n4>4</a></sup> guests.", "It had 12 crew and 12 guests.")]
    [InlineData("Nobody was hurt.<sup>2</sup> It sank.", "Nobody was hurt. It sank.")]
    [InlineData("“Nobody.”<sup>[5]</sup> It sank<sup>*</sup>.", "“Nobody.” It sank.")]
    [InlineData("The mayor<sup>a</sup> of Kirby<sup>[citation needed]</sup> left.", "The mayor of Kirby left.")]
    [InlineData("The mayor <sup>1</sup> left.", "The mayor left.")]
    [InlineData("It cost $12<a role=doc-noteref href=#n1>1</a> in all.", "It cost $12 in all.")]
    [InlineData("It is a Lunsay<sup>TM</sup> boat.", "It is a Lunsay boat.")]
    [InlineData("12<sup>3</sup>4 crew", "12 4 crew")]
    // Endings, powers, fractions, elements.
    [InlineData("The 1<sup>st</sup> and the 22<sup>ND</sup> ship.", "The 1st and the 22ND ship.")]
    [InlineData("It gave 10<sup>6</sup> watts, or 3 × 10<sup>&minus;9</sup> of it.", "It gave 10⁶ watts, or 3 × 10⁻⁹ of it.")]
    [InlineData("It covers 40 km<sup>2</sup> and 9 m<sup>3</sup>.", "It covers 40 km² and 9 m³.")]
    [InlineData("At 20<sup>o</sup>C H<sub>2</sub>O and CO<sub>2</sub> and PM<sub>2.5</sub> stay.", "At 20°C H2O and CO2 and PM2.5 stay.")]
    [InlineData("The cup holds 5<sup>1</sup>/<sub>2</sub> pints.", "The cup holds 5 1/2 pints.")]
    [InlineData("They found <sup>235</sup>U and <sup>14</sup>C.", "They found 235U and 14C.")]
    [InlineData("M<sup>c</sup>Donald and M<sup>me</sup> Roy paid $<sup>5</sup>.", "McDonald and Mme Roy paid $5.")]
    [InlineData("Read Shop<sup>new items</sup>here.", "Read Shop new items here.")]
    // Struck and hidden words, glosses.
    [InlineData("The <del>15</del>16 ships.", "The 16 ships.")]
    [InlineData("It cost $<s>40</s><ins>50</ins> a day.", "It cost $50 a day.")]
    [InlineData("It cost <strike>$400</strike> $500.", "It cost $500.")]
    [InlineData("He said <span class=\"sr-only\">to the ear</span> yes, 12<span hidden>3</span>.", "He said yes, 12.")]
    [InlineData("Price<span style=\"display:none\">:</span>40", "Price 40")]
    [InlineData("The dam<a aria-hidden=\"true\" href=\"#dam\">#</a> broke.", "The dam broke.")]
    [InlineData("It cost <span aria-hidden=\"true\">$5</span><span class=\"visually-hidden\">five dollars</span> a day.", "It cost $5 a day.")]
    [InlineData("<span aria-hidden=true>The mayor</span> left, 12<span aria-hidden=\"true\">3</span>.", "The mayor left, 12.")]
    [InlineData("The <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> sign.", "The 漢 sign.")]
    // Quotations without marks of their own.
    [InlineData("<q>We tried <q>all</q> of it,</q> he said.", "“We tried ‘all’ of it,” he said.")]
    [InlineData("<q>“We tried,”</q> he said.", "“We tried,” he said.")]
    [InlineData("<q>We tried, he said.", "We tried, he said.")]
    // What says nothing within words.
    [InlineData("On Tues&shy;day the coun\u00adcil a&#8203;greed\u2060.", "On Tuesday the council agreed.")]
    public void Line_OfAPage(string markup, string line)
    {
        var tree = Documents.Read($"<article><h1>Ferry aground off Port Hallen</h1><p>{markup}</p><p>The ferry Lunsay ran aground in fog outside Port Hallen on Tuesday morning, the coastguard said.</p></article>", DocumentFormat.Html);
        Assert.Contains(line, tree.Blocks.Select(block => tree.Text.ToString(block.Span)));
    }

    [Theory]
    [InlineData("The harbour closed, and 214[^1] people left.\n\n[^1]: The note.", "The harbour closed, and 214 people left.\nThe note.")]
    [InlineData("Of 214[^n] people[^2].", "Of 214 people.")]
    [InlineData("It cost ~~$400~~ $500, or ~~40~~50.", "It cost $500, or 50.")]
    [InlineData("The ferry<sup>2</sup> had 12<sup>3</sup> crew, the 1<sup>st</sup> in 40 km<sup>2</sup>.", "The ferry had 12 crew, the 1st in 40 km².")]
    [InlineData("The <del>15</del>16 ships and 10<sup>6</sup> fish.", "The 16 ships and 10⁶ fish.")]
    [InlineData("On Tues&shy;day the coun\u00adcil agreed.", "On Tuesday the council agreed.")]
    [InlineData("One.\n\n<div><p>The <b>ferry</b> ran aground &amp; sank.</p></div>\n\nTwo.", "One.\nThe ferry ran aground & sank.\nTwo.")]
    public void Line_OfMarkdown(string markdown, string lines)
    {
        var tree = Documents.Read(markdown, DocumentFormat.Markdown);
        Assert.Equal(lines, string.Join('\n', tree.Blocks.Select(block => tree.Text.ToString(block.Span))));
    }

    [Fact]
    public void Words_LeadBackPastWhatIsPassedOver()
    {
        var tree = Documents.Read("<p>It carried 2&shy;14<sup>1</sup> passengers and <del>15</del>16 crew of <q>Lunsay</q>.</p>", DocumentFormat.Html);
        Assert.Equal("214<sup>1</sup> passengers".Replace("214", "2&shy;14", StringComparison.Ordinal), Behind("214 passengers"));
        Assert.Equal("16 crew", Behind("16 crew"));
        Assert.Equal("<q>Lunsay</q>", Behind("“Lunsay”"));

        string Behind(string words) => tree.Text.Page.ToString(tree.Text.ToPage(new TextSpan(Start(words), Start(words) + words.Length)));
        int Start(string words) => tree.Text.Text.IndexOf(words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The reactor gave 10<sup>6</sup> watts on Monday.", "1000000")]
    [InlineData("The reactor held 12<sup>3</sup> rods on Monday.", "12")]
    [InlineData("The field covers 40 km<sup>2</sup> of land.", "40")]
    public void Figure_HasItsValue(string markup, string value)
    {
        var model = SemanticModel.Build(Documents.Read($"<p>{markup}</p>", DocumentFormat.Html), TrainedParser.Default);
        Assert.Equal(value, Assert.Single(model.Quantities).Value?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Quotation_OfAnElement_IsOne()
    {
        var tree = Documents.Read("<p><q>The crew did what they were told,</q> said Hedda Corvane on Tuesday.</p>", DocumentFormat.Html);
        Assert.Equal("The crew did what they were told,", tree.Text.ToString(Assert.Single(tree.Quotations).Content));
    }

    /// <summary>A tag without an end, or what a script shows, does not take the article away.</summary>
    [Theory]
    [InlineData("<s>")]
    [InlineData("<span hidden>")]
    public void MostOfAPage_IsNotPassedOver(string tag)
    {
        var tree = Documents.Read($"<h1>Ferry aground</h1><p>{tag}The ferry Lunsay ran aground in fog outside Port Hallen on Tuesday morning, the coastguard said.</p>", DocumentFormat.Html);
        Assert.Contains("The ferry Lunsay ran aground", tree.Text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("On Tues\u00adday the coun\u00adcil\u00ad a\u200bgreed\u2060, Ann\ufeffa said.", "On Tuesday the council agreed, Anna said.")]
    [InlineData("\ufeffThe ferry\u200b sank.\u200bIt lay.", "\ufeffThe ferry sank.\u200bIt lay.")]
    [InlineData("ประเทศ\u200bไทย", "ประเทศ\u200bไทย")]
    public void PlainText_IsReadWithoutUnseenCharacters(string text, string read)
    {
        foreach (var tree in (SyntaxTree[])[Documents.Read(text, DocumentFormat.PlainText), SyntaxTree.ParsePassage(SourceText.From(text))])
        {
            Assert.Equal(read, tree.Text.Text);
            Assert.Equal(text, tree.Text.Page.Text);
        }
        Assert.Equal(text, SyntaxTree.ParseThroughout(SourceText.From(text)).Text.Text);
    }
}
