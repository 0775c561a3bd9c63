using System.Collections.Immutable;
using Analysis.Analyzers;

namespace Analysis.Tests.Analyzers;

/// <summary>A rule made for a test.</summary>
/// <param name="id">What it reports.</param>
/// <param name="initialize">What it asks for.</param>
/// <param name="regions">What it sees.</param>
/// <param name="concurrent">Whether its actions may run at once.</param>
internal class Probe(string id, Action<AnalysisContext, DiagnosticDescriptor> initialize, ArticleRegions regions = ArticleRegions.All, bool concurrent = true) : ArticleAnalyzer
{
    public DiagnosticDescriptor Descriptor { get; init; } =
        new(id, RuleCategory.Structure, DiagnosticSeverity.Warning, "A title", "Found {0}", "A description.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        if (concurrent) context.EnableConcurrentExecution();
        else context.DisableConcurrentExecution();
        context.ConfigureRegions(regions);
        initialize(context, Descriptor);
    }
}

/// <summary>Writes findings one a line: article, span, id, message, then the related words.</summary>
internal static class FoundText
{
    public static string Render(IEnumerable<Diagnostic> diagnostics) => string.Concat(diagnostics.Select(diagnostic =>
        FormattableString.Invariant($"{Place(diagnostic.Location)} {diagnostic.Descriptor.Id} {diagnostic.Severity} {diagnostic.Message}\n")
        + string.Concat(diagnostic.Related.Select(related => FormattableString.Invariant($"  {Place(related.Location)} {related.Message}\n")))));

    private static string Place(Analysis.Comparison.ArticleSpans location) =>
        FormattableString.Invariant($"{location.Article}:{string.Join('+', location.Spans)}");
}
