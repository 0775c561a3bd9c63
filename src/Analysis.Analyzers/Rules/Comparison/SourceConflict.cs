using System.Collections.Immutable;
using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP3007: another source for the same words.</summary>
/// <remarks>
/// Reads what the comparison has settled: claims that conflict, and that the same words are reported of another source. Marks the source on the left; the source on the right is named beside it.
/// </remarks>
internal sealed class SourceConflict : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP3007",
        RuleCategory.Comparison,
        DiagnosticSeverity.Warning,
        Title: "Another source for the same words",
        MessageFormat: "“{0}” here, “{1}” in the other article",
        Description: "The articles do not agree on who said it, and which one is right is for a person to find out.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterAlignmentAction(Check);
    }

    private static void Check(AlignmentAnalysisContext context) => Conflicts.ReportWords(context, DifferenceKind.Attribution, Descriptor, "The source of the other article");
}
