using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6012: the caption of a picture stands among the paragraphs, without its picture.</summary>
/// <remarks>Lines of their own; a caption inside a paragraph is <see cref="CaptionInParagraph"/>.</remarks>
internal sealed class CaptionAmongParagraphs : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6012",
        RuleCategory.Structure,
        DiagnosticSeverity.Info,
        Title: "Caption among the paragraphs",
        MessageFormat: "The caption or the credit of a picture stands among the paragraphs",
        Description: "A caption speaks of the picture, often of another day, and reads like a statement of the article where the picture is gone.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.Captions | ArticleRegions.LiveEntries);
        context.RegisterBlockAction(Check, SyntaxKind.Caption);
    }

    private static void Check(BlockAnalysisContext context)
    {
        // A page shows the picture that it belongs to.
        if (context.Tree.Format.SetsPartsApart()) return;
        // Behind a credit it is run together with a paragraph.
        if (context.Index == 0 || context.Tree.Blocks[context.Index - 1].Kind is not SyntaxKind.Credit) context.Report(Descriptor, context.Block.Span);
    }
}
