using Analysis.Syntax;

namespace Analysis.Analyzers;

/// <summary>Where a rule says what it wants to see.</summary>
/// <remarks>
/// The driver walks each list of the tree, the model and the comparison once, in order of the text, and calls the actions that asked for it.
/// Nothing is promised of the order between lists.
/// </remarks>
public sealed class AnalysisContext
{
    /// <summary>The regions that were declared; null until <see cref="ConfigureRegions"/>. A rule that declares none sees the body.</summary>
    public ArticleRegions? Regions { get; private set; }

    /// <summary>Whether actions of the rule may run at once, for several articles; null until it was declared.</summary>
    public bool? IsConcurrent { get; private set; }

    internal List<Action<ArticleAnalysisContext>> ArticleActions { get; } = [];

    internal List<(Action<BlockAnalysisContext> Action, SyntaxKind[] Kinds)> BlockActions { get; } = [];

    internal List<Action<SentenceAnalysisContext>> SentenceActions { get; } = [];

    internal List<Action<QuotationAnalysisContext>> QuotationActions { get; } = [];

    internal List<Action<QuoteAnalysisContext>> QuoteActions { get; } = [];

    internal List<Action<QuantityAnalysisContext>> QuantityActions { get; } = [];

    internal List<Action<DateAnalysisContext>> DateActions { get; } = [];

    internal List<Action<ClaimAnalysisContext>> ClaimActions { get; } = [];

    internal List<Action<ComparisonAnalysisContext>> ComparisonActions { get; } = [];

    internal List<Action<AlignmentAnalysisContext>> AlignmentActions { get; } = [];

    internal List<Action<QuoteAlignmentAnalysisContext>> QuoteAlignmentActions { get; } = [];

    /// <summary>Declares that the actions may run on several threads at once, each for another article.</summary>
    public void EnableConcurrentExecution() => IsConcurrent = true;

    /// <summary>Declares that the actions must run one at a time, whatever the number of articles.</summary>
    public void DisableConcurrentExecution() => IsConcurrent = false;

    /// <summary>Declares which regions the actions on parts of an article see. Whole articles and comparisons are shown in any case.</summary>
    public void ConfigureRegions(ArticleRegions regions) => Regions = regions;

    /// <summary>Asks for every article as a whole.</summary>
    public void RegisterArticleAction(Action<ArticleAnalysisContext> action) => ArticleActions.Add(Given(action));

    /// <summary>Asks for the blocks of some kinds.</summary>
    /// <param name="action">What to do with each.</param>
    /// <param name="kinds">The kinds; at least one.</param>
    /// <exception cref="ArgumentException">There is no kind, or one is not a block.</exception>
    public void RegisterBlockAction(Action<BlockAnalysisContext> action, params SyntaxKind[] kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        if (kinds.Length == 0) throw new ArgumentException("Name the kinds of blocks to see.", nameof(kinds));
        if (Array.Find(kinds, kind => !kind.IsBlock()) is var other and not SyntaxKind.None)
            throw new ArgumentException($"{other} is no kind of block.", nameof(kinds));
        BlockActions.Add((Given(action), [.. kinds]));
    }

    /// <summary>Asks for sentences.</summary>
    public void RegisterSentenceAction(Action<SentenceAnalysisContext> action) => SentenceActions.Add(Given(action));

    /// <summary>Asks for what stands between quotation marks.</summary>
    public void RegisterQuotationAction(Action<QuotationAnalysisContext> action) => QuotationActions.Add(Given(action));

    /// <summary>Asks for what somebody is reported to have said.</summary>
    public void RegisterQuoteAction(Action<QuoteAnalysisContext> action) => QuoteActions.Add(Given(action));

    /// <summary>Asks for numbers.</summary>
    public void RegisterQuantityAction(Action<QuantityAnalysisContext> action) => QuantityActions.Add(Given(action));

    /// <summary>Asks for dates and times.</summary>
    public void RegisterDateAction(Action<DateAnalysisContext> action) => DateActions.Add(Given(action));

    /// <summary>Asks for claims.</summary>
    public void RegisterClaimAction(Action<ClaimAnalysisContext> action) => ClaimActions.Add(Given(action));

    /// <summary>Asks for every comparison as a whole.</summary>
    public void RegisterComparisonAction(Action<ComparisonAnalysisContext> action) => ComparisonActions.Add(Given(action));

    /// <summary>Asks for aligned claims of two articles.</summary>
    public void RegisterAlignmentAction(Action<AlignmentAnalysisContext> action) => AlignmentActions.Add(Given(action));

    /// <summary>Asks for quotations that stand in two articles.</summary>
    public void RegisterQuoteAlignmentAction(Action<QuoteAlignmentAnalysisContext> action) => QuoteAlignmentActions.Add(Given(action));

    private static T Given<T>(T action)
        where T : Delegate
    {
        ArgumentNullException.ThrowIfNull(action);
        return action;
    }
}
