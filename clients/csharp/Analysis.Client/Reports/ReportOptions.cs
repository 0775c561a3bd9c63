namespace Analysis.Client.Reports;

/// <summary>How a report looks.</summary>
/// <param name="Width">Columns to keep within, as far as words allow.</param>
/// <param name="Color">Whether to mark the differing words by terminal colours; by »…« otherwise.</param>
public sealed record ReportOptions(int Width = 100, bool Color = false);
