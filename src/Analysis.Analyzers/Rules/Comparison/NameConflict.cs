using System.Collections.Immutable;
using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP3004: another name in the same place.</summary>
/// <remarks>
/// Reads what the comparison has settled: claims that conflict, and that another name stands in the place of one that only one of the articles knows. Marks the name on the left; the name that stands in its place on the right is named beside it.
/// </remarks>
internal sealed class NameConflict : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP3004",
        RuleCategory.Comparison,
        DiagnosticSeverity.Warning,
        Title: "Another name in the same place",
        MessageFormat: "“{0}” here, “{1}” in the other article",
        Description: "Both cannot hold, and which one does is for a person to find out.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterAlignmentAction(Check);
    }

    private static void Check(AlignmentAnalysisContext context) => Conflicts.ReportWords(context, DifferenceKind.Entity, Descriptor, "The name of the other article");
}
