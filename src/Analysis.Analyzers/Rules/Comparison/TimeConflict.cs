using System.Collections.Immutable;
using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP3005: another time for the same thing.</summary>
/// <remarks>
/// Reads what the comparison has settled: claims that conflict, and that a thing is given two times that do not meet. Marks the time on the left; the time on the right is named beside it.
/// </remarks>
internal sealed class TimeConflict : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP3005",
        RuleCategory.Comparison,
        DiagnosticSeverity.Warning,
        Title: "Another time for the same thing",
        MessageFormat: "“{0}” here, “{1}” in the other article",
        Description: "Both cannot hold, and which one does is for a person to find out.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterAlignmentAction(Check);
    }

    private static void Check(AlignmentAnalysisContext context) => Conflicts.ReportWords(context, DifferenceKind.Date, Descriptor, "The time of the other article");
}
