using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6006: a caption or a photo credit stands inside a paragraph.</summary>
/// <remarks>
/// Marks the words of the credit, glued to the next word or not, and of the caption where its borders are certain: run together with the
/// paragraph by a missing space, or a sentence that opens as only captions do. Each is found by a sign of its own (a bracket, a stroke, an
/// agency), with a bounded look to both sides, so the rule is linear in the text.
/// </remarks>
internal sealed class CaptionInParagraph : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6006",
        RuleCategory.Structure,
        DiagnosticSeverity.Warning,
        Title: "Caption or photo credit inside a paragraph",
        MessageFormat: "{0} stands inside the paragraph",
        Description: "Its words would be read as part of the sentence beside them, and the picture's day and people as the story's.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.Body | ArticleRegions.Captions | ArticleRegions.QuotedSpeech | ArticleRegions.LiveEntries);
        context.RegisterBlockAction(CheckGlued, SyntaxKind.Credit, SyntaxKind.Caption);
        context.RegisterBlockAction(CheckParagraph, SyntaxKind.Paragraph);
        context.RegisterSentenceAction(CheckSentence);
    }

    /// <summary>A credit block is only ever cut off a paragraph, and the caption behind it with it.</summary>
    private static void CheckGlued(BlockAnalysisContext context)
    {
        if (context.Block.Kind is SyntaxKind.Credit) context.Report(Descriptor, context.Block.Span, "A photo credit");
        else if (context.Index > 0 && context.Tree.Blocks[context.Index - 1].Kind is SyntaxKind.Credit) context.Report(Descriptor, context.Block.Span, "A caption");
    }

    private static void CheckParagraph(BlockAnalysisContext context)
    {
        var block = context.Block;
        var text = context.Tree.Text[block.Span];
        for (int from = 0; from < text.Length;)
        {
            var (start, length) = PhotoCredits.Find(text, from);
            if (length == 0) return;
            context.Report(Descriptor, new TextSpan(block.Span.Start + start, block.Span.Start + start + length), "A photo credit");
            from = start + length;
        }
    }

    private static void CheckSentence(SentenceAnalysisContext context)
    {
        var sentence = context.Sentence;
        var block = context.Tree.Blocks[sentence.Block];
        // A paragraph of one sentence would be a line of its own.
        if (block.Kind is SyntaxKind.Paragraph && block.EndSentence - block.FirstSentence > 1 && PhotoCredits.OpensCaption(context.Tree.Text[sentence.Span]))
            context.Report(Descriptor, sentence.Span, "A caption");
    }
}
