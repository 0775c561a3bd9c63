using System.Collections.Immutable;
using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP3002: one article affirms what the other denies.</summary>
/// <remarks>
/// Reads what the comparison has settled: claims that conflict, and that one of them denies. Marks the word that denies, or the verb that affirms, on the left; its counterpart on the right is named beside it.
/// </remarks>
internal sealed class NegationConflict : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP3002",
        RuleCategory.Comparison,
        DiagnosticSeverity.Warning,
        Title: "One article affirms what the other denies",
        MessageFormat: "“{0}” here, “{1}” in the other article",
        Description: "Both cannot hold, and which one does is for a person to find out.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterAlignmentAction(Check);
    }

    private static void Check(AlignmentAnalysisContext context) => Conflicts.Report(
        context, DifferenceKind.Negation, Descriptor, "The word of the other article",
        difference => (difference.LeftValue, difference.RightValue));
}
