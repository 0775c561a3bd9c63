using System.Globalization;
using System.Text;
using Analysis.Syntax;
using AngleSharp.Html.Parser;

namespace Analysis.Benchmarks;

/// <summary>Shows what reading a page costs beside parsing its markup, and that both grow with its length and with nothing else.</summary>
/// <remarks>Processor time of this process, of which the least of several rounds is taken.</remarks>
internal static class PagesSpeed
{
    private const int Rounds = 7;

    public static void Measure(TextWriter output)
    {
        output.WriteLine("page                                       KB  AngleSharp alone ms  blocks and tree ms  ratio  us/KB");
        foreach (int size in (int[])[10, 100, 1000]) Report($"article of {size} KB", [.. Enumerable.Range(1, 1000 / size).Select(seed => Page(size * Texts.Kilobyte, (ulong)seed))], output);
        output.WriteLine("The parser alone takes time quadratic in the elements that are open; such pages are read without the deepest of them.");
        foreach (int count in (int[])[10_000, 100_000])
        {
            Report($"{count} nested tags", Repeated("<div>", count), output);
            Report($"{count} nested lists", Repeated("<ul><li><a href=#>Other stories</a>", count), output);
            Report($"{10 * count} attributes", Repeated("<p a b c d e f g h i j>A ferry", count), output);
            Report($"{count} blocks", Repeated("<p>A ferry", count), output);
            Report($"a paragraph, {count} x 100 characters", "<p>" + Repeated("The ferry Lunsay carried 214 passengers and ran aground in fog, the coastguard said on Tuesday noon. ", count), output);
        }
    }

    private static string Repeated(string markup, int count) => string.Concat(Enumerable.Repeat(markup, count));

    private static void Report(string name, List<string> pages, TextWriter output)
    {
        var sources = pages.Select(SourceText.From).ToList();
        double kilobytes = pages.Sum(page => page.Length / (double)Texts.Kilobyte);
        double alone = Least(() => pages.ForEach(page => new HtmlParser().ParseDocument(page))) / pages.Count;
        double whole = Least(() => sources.ForEach(source => SyntaxTree.Parse(source, DocumentFormat.Html))) / pages.Count;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-38} {kilobytes / pages.Count,6:0}  {alone,19:0.00}  {whole,18:0.00}  {whole / alone,5:0.00}  {1000 * whole * pages.Count / kilobytes,5:0.0}"));
    }

    private static void Report(string name, string page, TextWriter output)
    {
        var source = SourceText.From(page);
        double whole = Least(() => SyntaxTree.Parse(source, DocumentFormat.Html));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-38} {page.Length / Texts.Kilobyte,6}  {"",19}  {whole,18:0.00}  {"",5}  {1000 * whole * Texts.Kilobyte / page.Length,5:0.0}"));
    }

    private static double Least(Action run)
    {
        double least = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            run();
            least = Math.Min(least, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return least;
    }

    /// <summary>A page as outlets make them: a tenth of it is text, the rest are tags with classes, scripts and lists of links.</summary>
    private static string Page(int length, ulong seed)
    {
        var page = new StringBuilder("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Ferry runs aground</title></head><body class=\"single post\"><nav class=\"site-nav\"><ul>");
        string[] paragraphs = new ArticleWriter(seed).Pair(length / 8).Item1.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Links(page, length / 40);
        page.Append("</ul></nav><main id=\"content\"><article class=\"story\"><h1 class=\"story-headline\">").Append(paragraphs[0]).Append("</h1><div class=\"story-body\" itemprop=\"articleBody\">");
        foreach (string paragraph in paragraphs.Skip(1))
        {
            page.Append("\n<p class=\"story-paragraph\" data-block-id=\"8d1f2b\">").Append(paragraph.Replace("“", "&ldquo;", StringComparison.Ordinal)).Append("</p>");
            if (page.Length % 5 == 0) page.Append("<div class=\"ad-slot\" data-ad-unit=\"/1234/news/inline\" aria-hidden=\"true\"><script>window.slots.push({unit:'inline',sizes:[[300,250],[728,90]]});</script></div>");
        }

        page.Append("</div></article></main><aside class=\"related-stories\"><ul>");
        Links(page, length / 40);
        page.Append("</ul></aside><script>");
        while (page.Length < length) page.Append("!function(a,b){var c=a.createElement(b);c.async=!0;a.head.appendChild(c)}(document,\"script\");");
        return page.Append("</script><footer><p>&copy; Norwave</p></footer></body></html>").ToString();
    }

    private static void Links(StringBuilder page, int length)
    {
        for (int end = page.Length + length, i = 0; page.Length < end; i++)
            page.Append("<li class=\"menu-item menu-item-type-custom\"><a class=\"menu-link\" href=\"https://www.example.org/news/").Append(i).Append("\"><span>Harbour news</span></a></li>\n");
    }
}
