using System.Collections.Immutable;
using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP3001: two articles give different figures for the same thing.</summary>
/// <remarks>
/// Reads what the comparison has settled: claims that conflict, and the numbers in them that cannot both hold. Marks the number on the left; that on the right is named beside it.
/// </remarks>
internal sealed class FiguresConflict : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP3001",
        RuleCategory.Comparison,
        DiagnosticSeverity.Warning,
        Title: "Figures conflict",
        MessageFormat: "“{0}” here, “{1}” in the other article",
        Description: "Both figures cannot hold, and which one does is for a person to find out.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterAlignmentAction(Check);
    }

    private static void Check(AlignmentAnalysisContext context) => Conflicts.ReportWords(context, DifferenceKind.Quantity, Descriptor, "The figure of the other article");
}
