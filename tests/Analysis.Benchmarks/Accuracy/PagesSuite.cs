using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Analysis.Mapping;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Pages to articles on the development part of Scrapinghub's benchmark: the main text of a page against what people marked as its body.
/// The anchor is the best free extractor that the benchmark lists.
/// </summary>
internal sealed class PagesSuite() : AccuracySuite("pages", "article-extraction/ground-truth.json", "article-extraction/html")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var pages = Read(Path.Combine(dataFolder, "article-extraction"));
        foreach (var page in pages.OrderBy(page => page.Score.F1))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{page.Score.F1:F3}  precision {page.Score.Precision:F3}  recall {page.Score.Recall:F3}  {page.Name[..8]} {page.Address}"));
        }

        var precision = pages.Where(page => page.Score.HasPrecision).Average(page => page.Score.Precision);
        var recall = pages.Where(page => page.Score.HasRecall).Average(page => page.Score.Recall);
        return
        [
            new("F1 of mean precision and recall", 200 * precision * recall / (precision + recall), 96, 95.8),
            new("precision, mean of the pages", 100 * precision),
            new("recall, mean of the pages", 100 * recall),
            new("F1, mean of the pages", 100 * pages.Average(page => page.Score.F1)),
            new("F1 of the lowest page", 100 * pages.Min(page => page.Score.F1), 60),
            new("characters lost", pages.Sum(page => page.Lost)),
        ];
    }

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
            var score = ShingleScore.Of(entry.Value.GetProperty("articleBody").GetString()!, ArticleMapping.MainText(tree));
            pages.Add(new ReadPage(entry.Name, entry.Value.GetProperty("url").GetString()!, score, Lost(page, tree)));
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

    /// <summary>A page and how it was read.</summary>
    private sealed record ReadPage(string Name, string Address, ShingleScore Score, int Lost);
}
