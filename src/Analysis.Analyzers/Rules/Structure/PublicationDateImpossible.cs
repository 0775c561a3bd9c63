using System.Collections.Immutable;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6003: the date line or the dateline names a day that the calendar does not have.</summary>
/// <remarks>Reads the lines about the article, not the dates of its sentences. Numbers whose month cannot be told are impossible only when they are so either way.</remarks>
internal sealed class PublicationDateImpossible : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6003",
        RuleCategory.Structure,
        DiagnosticSeverity.Warning,
        Title: "Publication date does not exist",
        MessageFormat: "The calendar has no {0}",
        Description: "An impossible date is a slip of the hand or of a program, and the real one cannot be told from it.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.Frame);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        foreach (var span in context.Model.Metadata.ImpossibleDates) context.Report(Descriptor, span, context.Tree.Text.ToString(span));
    }
}
