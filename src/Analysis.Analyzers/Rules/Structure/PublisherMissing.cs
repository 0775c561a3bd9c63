using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6004: nothing says who published the article, and no address leads to it.</summary>
/// <remarks>
/// The location is the article as a whole: a missing line has no words. A byline with more than names ("By Ann Lee, Norwave") and a line of
/// copyright may name the outlet, so the rule is silent there. An agency in the dateline wrote the text and need not have published it.
/// </remarks>
internal sealed class PublisherMissing : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6004",
        RuleCategory.Structure,
        DiagnosticSeverity.Info,
        Title: "Publisher and address are missing",
        MessageFormat: "Neither the publisher nor the address of the article is stated",
        Description: "An article whose origin is unknown can be neither found again nor weighed.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        if (context.Model.Metadata is not { Publisher: null, Address: null }) return;
        bool body = false;
        foreach (var block in context.Tree.Blocks)
        {
            body |= block.Kind.IsBody();
            if (block.Kind is SyntaxKind.Byline && context.Tree.Text[block.Span].ContainsAny(",|·")) return;
            if (block.Furniture is "footer") return;
        }
        if (body) context.Report(Descriptor, ArticleAnalysisContext.WholeArticle);
    }
}
