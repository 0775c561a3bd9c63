using System.Collections.Immutable;
using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP3006: another place for the same thing.</summary>
/// <remarks>
/// Reads what the comparison has settled: claims that conflict, and that another place stands where one article names its own. Marks the place on the left; the place on the right is named beside it.
/// </remarks>
internal sealed class PlaceConflict : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP3006",
        RuleCategory.Comparison,
        DiagnosticSeverity.Warning,
        Title: "Another place for the same thing",
        MessageFormat: "“{0}” here, “{1}” in the other article",
        Description: "Both cannot hold, and which one does is for a person to find out.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterAlignmentAction(Check);
    }

    private static void Check(AlignmentAnalysisContext context) => Conflicts.ReportWords(context, DifferenceKind.Place, Descriptor, "The place of the other article");
}
