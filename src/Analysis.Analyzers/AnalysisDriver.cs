using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;

namespace Analysis.Analyzers;

/// <summary>How long a rule took on one article or comparison.</summary>
/// <param name="Analyzer">Name of the analyzer.</param>
/// <param name="Calls">How many of its actions were called.</param>
/// <param name="Elapsed">Time spent in them, in the units of the counter that was passed in.</param>
public readonly record struct RuleTime(string Analyzer, int Calls, long Elapsed);

/// <summary>What rules found, and how long each took.</summary>
/// <param name="Diagnostics">In the order of <see cref="AnalysisDriver.Analyze(SemanticModel, CancellationToken)"/>.</param>
/// <param name="Times">One an analyzer, by name.</param>
public sealed record TimedDiagnostics(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<RuleTime> Times);

/// <summary>Runs rules over articles and comparisons.</summary>
/// <remarks>
/// Immutable; safe to use from several threads at once. The answer does not depend on the order of the analyzers or on threads. A rule that
/// throws is named in a diagnostic of its own and is not called again for that article; the others go on.
/// </remarks>
public sealed class AnalysisDriver
{
    /// <summary>Most findings of one rule in one article; the rest is counted in one <see cref="TooMany"/>.</summary>
    /// <remarks>Far above what a whole news article holds; a text that reaches it is no article, or the rule is wrong.</remarks>
    public const int MaxDiagnosticsPerRule = 100;

    /// <summary>Most related locations of one finding; those behind them are left out.</summary>
    public const int MaxRelatedLocations = 100;

    /// <summary>ART0001: a rule threw an exception.</summary>
    public static readonly DiagnosticDescriptor RuleFailed = new(
        "ART0001",
        RuleCategory.Driver,
        DiagnosticSeverity.Warning,
        Title: "Rule failed",
        MessageFormat: "{0} stopped with {1}; what it had found before stands, the rest of the text it has not seen",
        Description: "A rule that fails says nothing of the rest of the article, so its silence there must not be read as a clean bill.");

    /// <summary>ART0002: a rule found more than is listed.</summary>
    public static readonly DiagnosticDescriptor TooMany = new(
        "ART0002",
        RuleCategory.Driver,
        DiagnosticSeverity.Info,
        Title: "More findings than are listed",
        MessageFormat: "{0} has {1} findings, of which the first {2} are listed",
        Description: "The number of findings of one rule in one article is bounded, so that no text makes an answer of any size.");

    private readonly ImmutableArray<Rule> _rules;
    private readonly Action<string, Exception>? _failed;

    /// <summary>Starts rules. Each is initialized once, here.</summary>
    /// <param name="analyzers">The rules, in any order.</param>
    /// <param name="enabled">Which diagnostics are looked for; those that are enabled by default when null.</param>
    /// <param name="failed">
    /// Told of every exception of a rule, with the rule's name, on the thread that runs it: for a log. The exception may quote an article.
    /// </param>
    /// <exception cref="ArgumentException">Two analyzers report the same id, or one reports an id of the driver.</exception>
    public AnalysisDriver(ImmutableArray<ArticleAnalyzer> analyzers, Func<DiagnosticDescriptor, bool>? enabled = null, Action<string, Exception>? failed = null)
    {
        _failed = failed;
        enabled ??= descriptor => descriptor.IsEnabledByDefault;
        _rules =
        [
            .. analyzers.Select(analyzer => Start(analyzer, enabled)).Where(rule => rule.StartFailure is not null || !rule.Enabled.IsEmpty)
                .OrderBy(rule => rule.Name, StringComparer.Ordinal),
        ];
        var ids = new HashSet<string>(StringComparer.Ordinal) { RuleFailed.Id, TooMany.Id };
        foreach (var descriptor in _rules.SelectMany(rule => rule.Supported))
            if (!ids.Add(descriptor.Id)) throw new ArgumentException($"{descriptor.Id} is reported by two analyzers, or is the driver's own.", nameof(analyzers));
    }

    /// <summary>Runs the rules that look at articles.</summary>
    /// <param name="model">The article.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What they found, by start, end, id and message. The article has index 0.</returns>
    public ImmutableArray<Diagnostic> Analyze(SemanticModel model, CancellationToken cancellation = default) =>
        Sorted(Run(model, null, cancellation));

    /// <summary>Runs the rules that look at articles, and measures each.</summary>
    /// <param name="model">The article.</param>
    /// <param name="counter">Reads a clock that never runs backwards, in any unit: the core has none of its own.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    public TimedDiagnostics Analyze(SemanticModel model, Func<long> counter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(counter);
        return Timed(Run(model, counter, cancellation));
    }

    /// <summary>Runs the rules that look at comparisons. Those that look at the articles are run on each article by itself.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>What they found, by article, start, end, id and message.</returns>
    public ImmutableArray<Diagnostic> Analyze(StoryComparison comparison, CancellationToken cancellation = default) =>
        Sorted(Run(comparison, null, cancellation));

    /// <summary>Runs the rules that look at comparisons, and measures each.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="counter">Reads a clock that never runs backwards, in any unit.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    public TimedDiagnostics Analyze(StoryComparison comparison, Func<long> counter, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(counter);
        return Timed(Run(comparison, counter, cancellation));
    }

    private static Rule Start(ArticleAnalyzer analyzer, Func<DiagnosticDescriptor, bool> enabled)
    {
        string name = analyzer.GetType().Name;
        try
        {
            var context = new AnalysisContext();
            var supported = analyzer.SupportedDiagnostics;
            analyzer.Initialize(context);
            return new Rule(name, supported, context, null) { Enabled = [.. supported.Where(enabled).Select(descriptor => descriptor.Id)] };
        }
#pragma warning disable CA1031 // A rule that fails, whatever its reason, must not sink the others.
        catch (Exception exception)
        {
            return new Rule(name, [], new AnalysisContext(), exception.GetType().Name) { Enabled = [] };
        }
#pragma warning restore CA1031
    }

    private RuleRun[] Run(SemanticModel model, Func<long>? counter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(model);
        cancellation.ThrowIfCancellationRequested();
        RuleRun[] runs = [.. _rules.Select(rule => new RuleRun(rule, [model.Tree.Text.Length], counter, _failed, cancellation))];
        var regions = new RegionMap(model);
        var tree = model.Tree;
        foreach (var run in runs)
            foreach (var action in run.Rule.Context.ArticleActions) run.Call(action, new ArticleAnalysisContext(run, model, regions));
        for (int i = 0; i < tree.Blocks.Length; i++)
            foreach (var run in Seeing(runs, regions.OfBlock(i)))
                foreach (var (action, kinds) in run.Rule.Context.BlockActions)
                    if (kinds.Contains(tree.Blocks[i].Kind)) run.Call(action, new BlockAnalysisContext(run, model, regions, i));
        for (int i = 0; i < tree.Sentences.Length; i++)
            foreach (var run in Seeing(runs, regions.OfTokens(tree.Sentences[i].FirstToken, tree.Sentences[i].EndToken)))
                foreach (var action in run.Rule.Context.SentenceActions) run.Call(action, new SentenceAnalysisContext(run, model, regions, i));
        for (int i = 0; i < tree.Quotations.Length; i++)
            foreach (var run in Seeing(runs, regions.OfPosition(tree.Quotations[i].Content.Start)))
                foreach (var action in run.Rule.Context.QuotationActions) run.Call(action, new QuotationAnalysisContext(run, model, regions, i));
        for (int i = 0; i < model.Quotes.Length; i++)
            foreach (var run in Seeing(runs, regions.OfPosition(model.Quotes[i].Content[0].Start)))
                foreach (var action in run.Rule.Context.QuoteActions) run.Call(action, new QuoteAnalysisContext(run, model, regions, i));
        for (int i = 0; i < model.Quantities.Length; i++)
            foreach (var run in Seeing(runs, regions.OfTokens(model.Quantities[i].FirstToken, model.Quantities[i].EndToken)))
                foreach (var action in run.Rule.Context.QuantityActions) run.Call(action, new QuantityAnalysisContext(run, model, regions, i));
        for (int i = 0; i < model.Dates.Length; i++)
            foreach (var run in Seeing(runs, regions.OfTokens(model.Dates[i].FirstToken, model.Dates[i].EndToken)))
                foreach (var action in run.Rule.Context.DateActions) run.Call(action, new DateAnalysisContext(run, model, regions, i));
        for (int i = 0; i < model.Claims.Length; i++)
            foreach (var run in Seeing(runs, regions.OfTokens(model.Claims[i].Predicate.Head, model.Claims[i].Predicate.Head + 1)))
                foreach (var action in run.Rule.Context.ClaimActions) run.Call(action, new ClaimAnalysisContext(run, model, regions, i));
        return runs;
    }

    private RuleRun[] Run(StoryComparison comparison, Func<long>? counter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        cancellation.ThrowIfCancellationRequested();
        ImmutableArray<int> lengths = [.. comparison.Articles.Select(model => model.Tree.Text.Length)];
        RuleRun[] runs = [.. _rules.Select(rule => new RuleRun(rule, lengths, counter, _failed, cancellation))];
        foreach (var run in runs)
            foreach (var action in run.Rule.Context.ComparisonActions) run.Call(action, new ComparisonAnalysisContext(run, comparison));
        for (int i = 0; i < comparison.Alignments.Length; i++)
            foreach (var run in runs)
                foreach (var action in run.Rule.Context.AlignmentActions) run.Call(action, new AlignmentAnalysisContext(run, comparison, i));
        for (int i = 0; i < comparison.Quotes.Length; i++)
            foreach (var run in runs)
                foreach (var action in run.Rule.Context.QuoteAlignmentActions) run.Call(action, new QuoteAlignmentAnalysisContext(run, comparison, i));
        return runs;
    }

    private static IEnumerable<RuleRun> Seeing(RuleRun[] runs, ArticleRegions needed) => runs.Where(run => run.Sees(needed));

    private static TimedDiagnostics Timed(RuleRun[] runs) =>
        new(Sorted(runs), [.. runs.Select(run => new RuleTime(run.Rule.Name, run.Calls, run.Elapsed))]);

    private static ImmutableArray<Diagnostic> Sorted(RuleRun[] runs)
    {
        var found = runs.SelectMany(run => run.Complete()).ToList();
        found.Sort(Diagnostic.Compare);
        return [.. found];
    }
}
