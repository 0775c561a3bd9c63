using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Analyzers;

/// <summary>An article that an action is to look at, and where it reports what it finds.</summary>
public class ArticleAnalysisContext
{
    private readonly RuleRun _run;
    private readonly RegionMap _regions;

    internal ArticleAnalysisContext(RuleRun run, SemanticModel model, RegionMap regions) => (_run, Model, _regions) = (run, model, regions);

    /// <summary>What the article says.</summary>
    public SemanticModel Model { get; }

    /// <summary>Its tree.</summary>
    public SyntaxTree Tree => Model.Tree;

    /// <summary>Ends the work early; to be looked at in every long loop.</summary>
    public CancellationToken Cancellation => _run.Cancellation;

    /// <summary>Whether a block lies in the regions that the rule declared.</summary>
    /// <param name="block">Index into the tree's blocks.</param>
    public bool Sees(int block) => _run.Sees(_regions.OfBlock(block));

    /// <summary>The article as a whole, for what is missing and has no words: the empty span at 0.</summary>
    public static TextSpan WholeArticle => default;

    /// <summary>Reports a flaw in some words.</summary>
    /// <param name="descriptor">One of the rule's own.</param>
    /// <param name="span">The exact words.</param>
    /// <param name="arguments">What the message format asks for.</param>
    /// <exception cref="ArgumentException">The descriptor is not one of the rule's, or the words are not in the text.</exception>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params object[] arguments) => Report(descriptor, [span], [], arguments);

    /// <summary>Reports a flaw in words that stand apart, or that other words have to do with.</summary>
    /// <param name="descriptor">One of the rule's own.</param>
    /// <param name="spans">The exact words, ascending; at least one span.</param>
    /// <param name="related">Other words of the same article and what they have to do with it.</param>
    /// <param name="arguments">What the message format asks for.</param>
    /// <exception cref="ArgumentException">The descriptor is not one of the rule's, or words are not in the text or not ascending.</exception>
    public void Report(
        DiagnosticDescriptor descriptor, ImmutableArray<TextSpan> spans, ImmutableArray<(TextSpan Span, string Message)> related, params object[] arguments) =>
        _run.Report(
            descriptor, new ArticleSpans(0, spans),
            [.. related.Select(other => new RelatedLocation(new ArticleSpans(0, [other.Span]), other.Message))], arguments);
}

/// <summary>A block of an article.</summary>
public sealed class BlockAnalysisContext : ArticleAnalysisContext
{
    internal BlockAnalysisContext(RuleRun run, SemanticModel model, RegionMap regions, int index)
        : base(run, model, regions) => Index = index;

    /// <summary>Index into the tree's blocks.</summary>
    public int Index { get; }

    /// <summary>The block.</summary>
    public BlockSyntax Block => Tree.Blocks[Index];
}

/// <summary>A sentence of an article.</summary>
public sealed class SentenceAnalysisContext : ArticleAnalysisContext
{
    internal SentenceAnalysisContext(RuleRun run, SemanticModel model, RegionMap regions, int index)
        : base(run, model, regions) => Index = index;

    /// <summary>Index into the tree's sentences.</summary>
    public int Index { get; }

    /// <summary>The sentence.</summary>
    public SentenceSyntax Sentence => Tree.Sentences[Index];
}

/// <summary>Something between quotation marks.</summary>
public sealed class QuotationAnalysisContext : ArticleAnalysisContext
{
    internal QuotationAnalysisContext(RuleRun run, SemanticModel model, RegionMap regions, int index)
        : base(run, model, regions) => Index = index;

    /// <summary>Index into the tree's quotations.</summary>
    public int Index { get; }

    /// <summary>The quotation.</summary>
    public QuotationSyntax Quotation => Tree.Quotations[Index];
}

/// <summary>Something that somebody is reported to have said.</summary>
public sealed class QuoteAnalysisContext : ArticleAnalysisContext
{
    internal QuoteAnalysisContext(RuleRun run, SemanticModel model, RegionMap regions, int index)
        : base(run, model, regions) => Index = index;

    /// <summary>Index into the model's quotes.</summary>
    public int Index { get; }

    /// <summary>The quote.</summary>
    public Quote Quote => Model.Quotes[Index];
}

/// <summary>A number in an article.</summary>
public sealed class QuantityAnalysisContext : ArticleAnalysisContext
{
    internal QuantityAnalysisContext(RuleRun run, SemanticModel model, RegionMap regions, int index)
        : base(run, model, regions) => Index = index;

    /// <summary>Index into the model's quantities.</summary>
    public int Index { get; }

    /// <summary>The quantity.</summary>
    public Quantity Quantity => Model.Quantities[Index];
}

/// <summary>A date or time in an article.</summary>
public sealed class DateAnalysisContext : ArticleAnalysisContext
{
    internal DateAnalysisContext(RuleRun run, SemanticModel model, RegionMap regions, int index)
        : base(run, model, regions) => Index = index;

    /// <summary>Index into the model's dates.</summary>
    public int Index { get; }

    /// <summary>The date.</summary>
    public DateMention Date => Model.Dates[Index];
}

/// <summary>A claim of an article.</summary>
public sealed class ClaimAnalysisContext : ArticleAnalysisContext
{
    internal ClaimAnalysisContext(RuleRun run, SemanticModel model, RegionMap regions, int index)
        : base(run, model, regions) => Index = index;

    /// <summary>Index into the model's claims.</summary>
    public int Index { get; }

    /// <summary>The claim.</summary>
    public Claim Claim => Model.Claims[Index];
}

/// <summary>A comparison that an action is to look at, and where it reports what it finds.</summary>
public class ComparisonAnalysisContext
{
    private readonly RuleRun _run;

    internal ComparisonAnalysisContext(RuleRun run, StoryComparison comparison) => (_run, Comparison) = (run, comparison);

    /// <summary>The comparison, with the models of its articles.</summary>
    public StoryComparison Comparison { get; }

    /// <summary>Ends the work early; to be looked at in every long loop.</summary>
    public CancellationToken Cancellation => _run.Cancellation;

    /// <summary>Reports a flaw that shows where articles stand side by side.</summary>
    /// <param name="descriptor">One of the rule's own.</param>
    /// <param name="location">The exact words in one article, ascending; at least one span.</param>
    /// <param name="related">The words in the other articles and what they have to do with it.</param>
    /// <param name="arguments">What the message format asks for.</param>
    /// <exception cref="ArgumentException">The descriptor is not one of the rule's, or words are not in their text or not ascending.</exception>
    public void Report(DiagnosticDescriptor descriptor, ArticleSpans location, ImmutableArray<RelatedLocation> related, params object[] arguments) =>
        _run.Report(descriptor, location, related, arguments);
}

/// <summary>Claims of two articles about the same thing.</summary>
public sealed class AlignmentAnalysisContext : ComparisonAnalysisContext
{
    internal AlignmentAnalysisContext(RuleRun run, StoryComparison comparison, int index)
        : base(run, comparison) => Index = index;

    /// <summary>Index into the comparison's alignments.</summary>
    public int Index { get; }

    /// <summary>The alignment.</summary>
    public Alignment Alignment => Comparison.Alignments[Index];

    /// <summary>Words of an article as they stand there, the pieces parted by a space.</summary>
    public string WordsOf(int article, ImmutableArray<TextSpan> spans) =>
        string.Join(' ', spans.Select(Comparison.Articles[article].Tree.Text.ToString));
}

/// <summary>A quotation that stands in two articles.</summary>
public sealed class QuoteAlignmentAnalysisContext : ComparisonAnalysisContext
{
    internal QuoteAlignmentAnalysisContext(RuleRun run, StoryComparison comparison, int index)
        : base(run, comparison) => Index = index;

    /// <summary>Index into the comparison's quotations.</summary>
    public int Index { get; }

    /// <summary>The quotation on both sides.</summary>
    public QuoteAlignment QuoteAlignment => Comparison.Quotes[Index];
}
