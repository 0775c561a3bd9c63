using Analysis.V1;

namespace Analysis.Client.Reports;

/// <summary>The comparison of two passages as a report for people: how they relate, then in what they differ, side by side.</summary>
public static class PassageReport
{
    private const int Indent = 3;

    /// <summary>Writes the report.</summary>
    /// <param name="writer">Where to; lines end with a line feed.</param>
    /// <param name="comparison">What to report, with offsets in UTF-16.</param>
    /// <param name="left">The passage on the left, as it was sent.</param>
    /// <param name="right">The passage on the right, as it was sent.</param>
    /// <param name="options">How it looks; null for the default.</param>
    /// <exception cref="ArgumentException">The offsets are in another unit.</exception>
    public static void Write(TextWriter writer, PassageComparison comparison, string left, string right, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (comparison.PositionEncoding != PositionEncoding.Utf16)
            throw new ArgumentException("The offsets are not in UTF-16 units: ask for PositionEncoding.Utf16.", nameof(comparison));
        options ??= new ReportOptions();
        var page = new ReportPage(writer, options.Width, options.Color);

        page.Heading($"{Wording.Sentence(comparison.Relation).ToUpperInvariant()} (confidence {Wording.Percent(comparison.Confidence)})");
        page.SideBySide(Indent, [new StyledText("A", TextStyle.Heading)], [new StyledText("B", TextStyle.Heading)]);
        page.SideBySide(
            Indent,
            Whole(left).Styled(left, comparison.Differences.SelectMany(difference => difference.Left?.Spans ?? [])),
            Whole(right).Styled(right, comparison.Differences.SelectMany(difference => difference.Right?.Spans ?? [])));

        if (comparison.Differences.Count > 0)
            page.Heading("DIFFERENCES");
        foreach (var (i, difference) in comparison.Differences.Index())
        {
            string title = Wording.Difference(difference.Kind) + (difference.Incompatible ? ", and cannot both hold" : "");
            page.Text(0, new StyledText($"{i + 1}. {title}", TextStyle.Heading), new StyledText($" (confidence {Wording.Percent(difference.Confidence)})", TextStyle.Aside));
            page.SideBySide(
                Indent,
                [new StyledText(Side(difference.Kind, left, difference.Left, difference.LeftValue))],
                [new StyledText(Side(difference.Kind, right, difference.Right, difference.RightValue))]);
            if (difference.Explanation.Length > 0)
                page.Text(Indent, new StyledText(difference.Explanation, TextStyle.Aside));
            page.Gap();
        }

        page.Gap();
        if (comparison.Entails is { } entails)
            page.Text(0, new StyledText($"B follows from A: {Wording.Percent(entails.LeftToRight)}. A follows from B: {Wording.Percent(entails.RightToLeft)}. Sameness of meaning: {Wording.Percent(comparison.Similarity)}."));
        page.Text(0, new StyledText($"Analysis {comparison.Engine?.Version}. It shows where passages differ, not which of them is right.", TextStyle.Aside));
    }

    private static Passage Whole(string text) => new(0, [new Span { End = (uint)text.Length }]);

    // The words; what is denied is clearer from the value.
    private static string Side(DifferenceKind kind, string text, Location? words, string value) =>
        kind == DifferenceKind.Negation && value.Length > 0 ? value
        : words is not null ? text.Slice(words)
        : value.Length > 0 ? value
        : "(nothing of it)";
}
