using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP5003: what one article says at its beginning the other says only far below.</summary>
/// <remarks>
/// Compares the numbers of the paragraphs of claims that say the same. Silent where the other article may have said it above in other
/// words: where a claim there has the same predicate or the same figure.
/// </remarks>
internal sealed class PlaceInTheText : ArticleAnalyzer
{
    /// <summary>Last paragraph of a beginning.</summary>
    private const int Beginning = 3;

    /// <summary>Fewest paragraphs further down.</summary>
    private const int FarBelow = 6;

    /// <summary>Most findings at the beginning of an article: those whose counterparts are furthest down.</summary>
    private const int MostOfAnArticle = 3;

    /// <summary>Most pairs of claims, those furthest apart first, that are held against all that stands above the lower one.</summary>
    private const int MostTried = 200;

    private static readonly Confidence SureEnough = new(700);

    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP5003",
        RuleCategory.Comparison,
        DiagnosticSeverity.Info,
        Title: "High up in one article, far below in the other",
        MessageFormat: "Paragraph {0} of {1} here, paragraph {2} of {3} in the other article",
        Description: "Where a report says a thing shows how much it makes of it.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterComparisonAction(Check);
    }

    private static void Check(ComparisonAnalysisContext context)
    {
        var articles = context.Comparison.Articles.Select(article => new Paragraphs(article)).ToArray();
        var told = context.Comparison.Relatedness.Where(Framing.IsTold).Select(related => (related.Left, related.Right)).ToHashSet();
        var found = context.Comparison.Alignments
            .Where(alignment => told.Contains((alignment.Left.Article, alignment.Right.Article)) && SaysTheSame(alignment))
            .Select(alignment => Place(articles, alignment)).OfType<Finding>()
            .OrderByDescending(finding => finding.Distance).ThenBy(finding => finding.High.Spans[0].Start).ThenBy(finding => finding.Low.Article)
            .Take(MostTried).Where(finding => !articles[finding.Low.Article].MaySay(finding.Said, articles[finding.High.Article].Model, above: finding.LowParagraph));
        foreach (var finding in found.DistinctBy(finding => (finding.High.Article, finding.HighParagraph)).GroupBy(finding => finding.High.Article).SelectMany(group => group.Take(MostOfAnArticle)))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            context.Report(
                Descriptor, finding.High, [new RelatedLocation(finding.Low, "The same in the other article")],
                finding.HighParagraph, articles[finding.High.Article].Count, finding.LowParagraph, articles[finding.Low.Article].Count);
        }
    }

    private static bool SaysTheSame(Alignment alignment) =>
        alignment.Relation is Relation.Equivalent or Relation.Refines or Relation.Generalizes && alignment.Confidence >= SureEnough;

    /// <summary>Whether a claim says something by itself: no name of an event or bearer of a name, no condition.</summary>
    private static bool IsFact(Claim claim) => claim.Predicate is { Modality: Modality.Asserted or Modality.Planned, Tense: not Tense.None };

    private static Finding? Place(Paragraphs[] articles, Alignment alignment)
    {
        var (high, low) = (alignment.Left, alignment.Right);
        int highParagraph = articles[high.Article].Of(high.Claims[0]), lowParagraph = articles[low.Article].Of(low.Claims[0]);
        if (lowParagraph < highParagraph) (high, highParagraph, low, lowParagraph) = (low, lowParagraph, high, highParagraph);
        if (highParagraph is 0 or > Beginning || lowParagraph - highParagraph < FarBelow || 2 * lowParagraph <= articles[low.Article].Count) return null;
        var said = articles[high.Article].Claim(high.Claims[0]);
        if (!IsFact(said) || !IsFact(articles[low.Article].Claim(low.Claims[0]))) return null;
        return new Finding(said, SpansOf(articles, high), highParagraph, SpansOf(articles, low), lowParagraph);
    }

    private static ArticleSpans SpansOf(Paragraphs[] articles, AlignmentSide side) => new(side.Article, [articles[side.Article].Claim(side.Claims[0]).Span]);

    private sealed record Finding(Claim Said, ArticleSpans High, int HighParagraph, ArticleSpans Low, int LowParagraph)
    {
        public int Distance => LowParagraph - HighParagraph;
    }

    /// <summary>The paragraphs of an article, counted from 1, without those of entries of other stories.</summary>
    private sealed class Paragraphs
    {
        private readonly int[] _ofBlock;

        public Paragraphs(SemanticModel model)
        {
            Model = model;
            _ofBlock = new int[model.Tree.Blocks.Length];
            for (int i = 0; i < _ofBlock.Length; i++)
                _ofBlock[i] = model.Tree.Blocks[i] is { Section: 0, Kind: var kind } && kind.IsBody() ? ++Count : Count;
        }

        public SemanticModel Model { get; }

        public int Count { get; }

        public Claim Claim(int claim) => Model.Claims[claim];

        public int Of(int claim) => Of(Model.Claims[claim]);

        private int Of(Claim claim) => _ofBlock[Model.Tree.Sentences[claim.Sentence].Block];

        /// <summary>Whether a paragraph above may say what a claim of the other article says.</summary>
        public bool MaySay(Claim said, SemanticModel other, int above)
        {
            var figures = said.Quantities.Select(quantity => other.Quantities[quantity]).ToList();
            foreach (var claim in Model.Claims)
            {
                if (Of(claim) >= above) return false;
                if (claim.Predicate.Lemma == said.Predicate.Lemma) return true;
                if (claim.Quantities.Any(quantity => figures.Any(figure => IsSameFigure(figure, Model.Quantities[quantity])))) return true;
            }
            return false;
        }

        private static bool IsSameFigure(Quantity one, Quantity other) =>
            one.Value is not null && one.Value == other.Value && one.Unit == other.Unit && (one.Counted is null || other.Counted is null || one.Counted.Value.Lemma == other.Counted.Value.Lemma);
    }
}
