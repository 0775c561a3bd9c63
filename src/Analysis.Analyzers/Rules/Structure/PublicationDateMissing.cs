using System.Collections.Immutable;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6002: nothing states when the article was published.</summary>
/// <remarks>
/// The location is the article as a whole: a missing line has no words. Where the day is inferred from a caption, the caption's words are
/// named beside it. A date line that cannot be read (03/04/2023) is a date line all the same, and an impossible day is another rule's.
/// </remarks>
internal sealed class PublicationDateMissing : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6002",
        RuleCategory.Structure,
        DiagnosticSeverity.Info,
        Title: "Publication date is missing",
        MessageFormat: "The publication date is not stated{0}",
        Description: "Without it words such as Monday or last year name no day, and articles cannot be put in order.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        var metadata = context.Model.Metadata;
        if (!metadata.ImpossibleDates.IsEmpty || !context.Tree.Blocks.Any(block => block.Kind.IsBody())) return;
        if (context.Tree.Blocks.Any(block => block.Kind is SyntaxKind.PublicationLine && block.Section == 0)) return;
        if (metadata.Published is null)
            context.Report(Descriptor, ArticleAnalysisContext.WholeArticle, "");
        else if (metadata.Published is { FoundIn: FoundIn.Caption, Span: { } caption, Value: var day })
            context.Report(Descriptor, [ArticleAnalysisContext.WholeArticle], [(caption, "The day of the picture")], $"; a caption suggests {day}");
    }
}
