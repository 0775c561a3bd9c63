using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analysis.Mapping;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Pages to articles on the development part of Scrapinghub's benchmark: the main text of a page against what people marked as its body.
/// The anchor is the best free extractor that the benchmark lists. Nothing is fitted; how much hangs on the names that outlets give to
/// their classes shows by the same pages without any.
/// </summary>
internal sealed partial class PagesSuite() : AccuracySuite("pages", "article-extraction/ground-truth.json", "article-extraction/html")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var pages = Read(Path.Combine(dataFolder, "article-extraction"));
        foreach (var page in pages.OrderBy(page => page.Score.F1))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{page.Score.F1:F3}  precision {page.Score.Precision:F3}  recall {page.Score.Recall:F3}  {page.Name[..8]} {page.Address}"));
        }

        return
        [
            new("F1 of mean precision and recall", F1(pages, page => page.Score), 96, 95.8),
            new("precision, mean of the pages", 100 * Precision(pages, page => page.Score)),
            new("recall, mean of the pages", 100 * Recall(pages, page => page.Score)),
            new("F1, mean of the pages", 100 * pages.Average(page => page.Score.F1)),
            new("F1 of the lowest page", 100 * pages.Min(page => page.Score.F1), 60),
            new("F1 without names of classes, ids, roles and properties", F1(pages, page => page.Unnamed), 95),
            new("characters lost", pages.Sum(page => page.Lost)),
        ];
    }

    private static double F1(List<ReadPage> pages, Func<ReadPage, ShingleScore> score)
    {
        var (precision, recall) = (Precision(pages, score), Recall(pages, score));
        return 200 * precision * recall / (precision + recall);
    }

    private static double Precision(List<ReadPage> pages, Func<ReadPage, ShingleScore> score) => pages.Select(score).Where(one => one.HasPrecision).Average(one => one.Precision);

    private static double Recall(List<ReadPage> pages, Func<ReadPage, ShingleScore> score) => pages.Select(score).Where(one => one.HasRecall).Average(one => one.Recall);

    private static List<ReadPage> Read(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        var pages = new List<ReadPage>();
        foreach (var entry in truth.RootElement.EnumerateObject().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            using var file = new GZipStream(File.OpenRead(Path.Combine(folder, "html", entry.Name + ".html.gz")), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            var page = SourceText.Decode(bytes.ToArray(), isMarkup: true);
            var tree = SyntaxTree.Parse(page, DocumentFormat.Html);
            var unnamed = SyntaxTree.Parse(SourceText.From(Names().Replace(page.Text, "")), DocumentFormat.Html);
            string body = entry.Value.GetProperty("articleBody").GetString()!;
            pages.Add(new ReadPage(
                entry.Name, entry.Value.GetProperty("url").GetString()!, ShingleScore.Of(body, ArticleMapping.MainText(tree)),
                ShingleScore.Of(body, ArticleMapping.MainText(unnamed)), Lost(page, tree)));
        }

        return pages;
    }

    /// <summary>How many characters of a page belong to no piece, or of its text to no leaf.</summary>
    private static int Lost(SourceText page, SyntaxTree tree)
    {
        int lost = 0, position = 0;
        foreach (var piece in tree.Text.Pieces)
        {
            lost += Math.Abs(piece.Page.Start - position);
            position = piece.Page.End;
        }

        int leaves = tree.Rows.Where(row => row.Kind.IsToken()).Sum(row => row.Span.Length);
        return lost + page.Length - position + tree.Text.Length - leaves;
    }

    [GeneratedRegex("""\s(class|id|itemprop|role)=("[^"]*"|'[^']*'|[^\s>]+)""")]
    private static partial Regex Names();

    /// <summary>A page and how it was read: as it is, and without the names that its outlet gives to elements.</summary>
    private sealed record ReadPage(string Name, string Address, ShingleScore Score, ShingleScore Unnamed, int Lost);
}
