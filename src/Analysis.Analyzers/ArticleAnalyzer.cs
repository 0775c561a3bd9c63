using System.Collections.Immutable;

namespace Analysis.Analyzers;

/// <summary>A rule: what it reports and which parts of an article or a comparison it wants to see.</summary>
/// <remarks>
/// Holds no state: one instance reads many articles. It reads the tree and the model, not the text anew, and is silent where it cannot tell.
/// </remarks>
public abstract class ArticleAnalyzer
{
    /// <summary>What it may report. The same list at every call.</summary>
    public abstract ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Registers its actions, declares the regions it sees and whether its actions may run at once. Called once.</summary>
    /// <param name="context">Where to register; not to be kept.</param>
    public abstract void Initialize(AnalysisContext context);
}
