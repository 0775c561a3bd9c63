using System.Globalization;
using Analysis.Client.Reports;
using Analysis.V1;

namespace Analysis.Cli.Output;

/// <summary>An article whose findings are printed.</summary>
/// <param name="File">As the user named it.</param>
/// <param name="Lines">Of its text.</param>
internal sealed record CheckedArticle(string File, LineMap Lines);

/// <summary>Prints findings as compilers do, one a line, so that editors and build logs know what to do with them.</summary>
/// <param name="writer">Where to.</param>
/// <param name="articles">The articles, by the index that locations have.</param>
/// <param name="color">Whether to use terminal colours.</param>
internal sealed class FindingLines(TextWriter writer, IReadOnlyList<CheckedArticle> articles, bool color)
{
    private const string Bold = "\e[1m", Red = "\e[1;31m", Yellow = "\e[1;33m", Dim = "\e[2m", Reset = "\e[0m";

    /// <summary>Prints findings by article, then by place; hidden ones are left out.</summary>
    public void Write(IEnumerable<Diagnostic> findings)
    {
        var shown = findings.Where(finding => finding.Severity is not Severity.Hidden)
            .OrderBy(finding => finding.Location?.Article ?? 0).ThenBy(finding => finding.Location?.Spans[0].Start ?? 0).ThenBy(finding => finding.Rule, StringComparer.Ordinal);
        foreach (var finding in shown)
        {
            writer.WriteLine($"{Place(finding.Location)}: {Styled(finding.Severity)} {finding.Rule}: {OneLine(finding.Message)}");
            foreach (var related in finding.Related)
                writer.WriteLine($"    {Place(related.Location)}: {(color ? Dim : "")}note{(color ? Reset : "")}: {OneLine(related.Message)}");
        }
    }

    // What concerns a whole article stands at its start.
    private string Place(Location? location)
    {
        var article = articles[(int)(location?.Article ?? 0)];
        var at = location is null ? new LinePosition(1, 1) : article.Lines.Of((int)location.Spans[0].Start);
        return string.Create(CultureInfo.InvariantCulture, $"{article.File}({at.Line},{at.Column})");
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

    private static string OneLine(string message) => ReportPage.Clean(message);
}
