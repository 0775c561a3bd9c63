using System.Collections.Immutable;
using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP3003: opposite words for the same thing.</summary>
/// <remarks>
/// Reads what the comparison has settled: claims that conflict, and that two words of opposite meaning stand for the same thing. Marks the word on the left that has its opposite on the right; the opposite is named beside it.
/// </remarks>
internal sealed class OppositeWordsConflict : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP3003",
        RuleCategory.Comparison,
        DiagnosticSeverity.Warning,
        Title: "Opposite words for the same thing",
        MessageFormat: "“{0}” here, “{1}” in the other article",
        Description: "Both cannot hold, and which one does is for a person to find out.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterAlignmentAction(Check);
    }

    private static void Check(AlignmentAnalysisContext context) => Conflicts.ReportWords(context, DifferenceKind.Antonym, Descriptor, "The word of the other article");
}
