using System.Globalization;
using Analysis.Client.Reports;
using Analysis.V1;

namespace Analysis.Cli.Output;

/// <summary>An article whose findings are printed.</summary>
/// <param name="Order">Its place among the files of the run.</param>
/// <param name="File">As the user named it.</param>
/// <param name="Lines">Of its text.</param>
internal sealed record CheckedArticle(int Order, string File, LineMap Lines);

/// <summary>A finding, and what it was found in.</summary>
/// <param name="Diagnostic">The finding, with offsets in UTF-16.</param>
/// <param name="Articles">The articles, by the index that its locations have.</param>
internal sealed record Finding(Diagnostic Diagnostic, IReadOnlyList<CheckedArticle> Articles)
{
    /// <summary>The article that it stands in.</summary>
    public CheckedArticle Article => Articles[(int)(Diagnostic.Location?.Article ?? 0)];

    /// <summary>Its first unit; what concerns the whole article stands at its start.</summary>
    public int Start => (int)(Diagnostic.Location?.Spans[0].Start ?? 0);
}

/// <summary>Prints findings as compilers do, one a line, so that editors and build logs know what to do with them.</summary>
/// <param name="writer">Where to.</param>
/// <param name="color">Whether to use terminal colours.</param>
internal sealed class FindingLines(TextWriter writer, bool color)
{
    private const string Bold = "\e[1m", Red = "\e[1;31m", Yellow = "\e[1;33m", Dim = "\e[2m", Reset = "\e[0m";

    /// <summary>Prints findings by file, then by place; hidden ones are left out.</summary>
    public void Write(IEnumerable<Finding> findings)
    {
        var shown = findings.Where(finding => finding.Diagnostic.Severity is not Severity.Hidden)
            .OrderBy(finding => finding.Article.Order).ThenBy(finding => finding.Start).ThenBy(finding => finding.Diagnostic.Rule, StringComparer.Ordinal);
        foreach (var finding in shown)
        {
            var diagnostic = finding.Diagnostic;
            writer.WriteLine($"{Place(finding.Article, finding.Diagnostic.Location)}: {Styled(diagnostic.Severity)} {diagnostic.Rule}: {ReportPage.Clean(diagnostic.Message)}");
            foreach (var related in diagnostic.Related)
            {
                string place = related.Location is { } location ? Place(finding.Articles[(int)location.Article], location) : Place(finding.Article, null);
                writer.WriteLine($"    {place}: {(color ? Dim : "")}note{(color ? Reset : "")}: {ReportPage.Clean(related.Message)}");
            }
        }
    }

    private static string Place(CheckedArticle article, Location? location)
    {
        var at = location is null ? article.Lines.Start : article.Lines.Of(location.Spans[0]);
        return string.Create(CultureInfo.InvariantCulture, $"{ReportPage.Clean(article.File)}({at.Line},{at.Column})");
    }

    private string Styled(Severity severity)
    {
        string word = Wording.Severity(severity);
        return !color ? word : severity switch
        {
            Severity.Error => Red + word + Reset,
            Severity.Warning => Yellow + word + Reset,
            _ => Bold + word + Reset,
        };
    }
}
