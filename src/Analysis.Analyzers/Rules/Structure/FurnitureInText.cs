using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6007: words of the page, not of the article, stand in the text.</summary>
/// <remarks>
/// Lines that belong to the page wherever they stand, and sentences of a paragraph that can be nothing else: a prompt to read, to share or
/// to sign up. What a person is quoted as saying is never furniture, nor is what a page or the item of a feed sets apart from its article.
/// </remarks>
internal sealed class FurnitureInText : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6007",
        RuleCategory.Structure,
        DiagnosticSeverity.Warning,
        Title: "Page furniture in the text",
        MessageFormat: "Words of the page stand in the text: {0}",
        Description: "Prompts, forms and notices of the page are not the article's words and must not be counted, quoted or compared as such.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.Furniture | ArticleRegions.Body | ArticleRegions.LiveEntries);
        context.RegisterBlockAction(CheckLine, SyntaxKind.Furniture);
        context.RegisterSentenceAction(CheckSentence);
    }

    private static void CheckLine(BlockAnalysisContext context)
    {
        // A page sets its furniture apart by its markup, and of several articles in one record ART6005 tells.
        if (context.Tree.Format.SetsPartsApart() || context.Block.Furniture is "other-article") return;
        context.Report(Descriptor, context.Block.Span, Describe(context.Block.Furniture));
    }

    private static void CheckSentence(SentenceAnalysisContext context)
    {
        var (length, name) = LineShapes.FurnitureSentence(context.Tree.Text[context.Sentence.Span]);
        if (length == 0) return;
        int start = context.Sentence.Span.Start;
        context.Report(Descriptor, new TextSpan(start, start + length), Describe(name));
    }

    private static string Describe(string furniture) => furniture switch
    {
        "comment-form" => "a form for comments",
        "read-more" => "a pointer to other pages",
        "share" => "a prompt to share or follow",
        "newsletter" => "a prompt to sign up",
        "advertisement" => "a mark of advertising",
        "footer" => "the foot of the page",
        "cookie-notice" => "a notice on cookies",
        "navigation" => "navigation",
        _ => furniture,
    };
}
