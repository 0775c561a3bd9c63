using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6001: nothing in the record is the article's title.</summary>
/// <remarks>
/// The location is the article as a whole: a missing line has no words. A short first paragraph may be a title with a full stop, so the rule is
/// silent there.
/// </remarks>
internal sealed class TitleMissing : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6001",
        RuleCategory.Structure,
        DiagnosticSeverity.Info,
        Title: "Title is missing",
        MessageFormat: "No line of the record is a title",
        Description: "An article without its title cannot be cited, and what the title promises cannot be held against the text.");

    /// <summary>Longest first paragraph, in characters, that may be a title. The longest with a stop inside or at its end among 4,062 articles has 158.</summary>
    private const int MaxTitle = 160;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        if (context.Model.Metadata.Title is not null) return;
        foreach (var block in context.Tree.Blocks)
        {
            if (!block.Kind.IsBody()) continue;
            if (block.Span.Length > MaxTitle) context.Report(Descriptor, ArticleAnalysisContext.WholeArticle);
            return;
        }
    }
}
