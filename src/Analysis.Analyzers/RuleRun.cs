using System.Collections.Immutable;
using System.Globalization;
using Analysis.Comparison;

namespace Analysis.Analyzers;

/// <summary>A rule that is ready to run: its actions and what may be reported.</summary>
/// <param name="Name">Name of the analyzer's type.</param>
/// <param name="Supported">What it may report.</param>
/// <param name="Context">Its actions and declarations.</param>
/// <param name="StartFailure">Name of the exception that it threw before it could start; null when it started.</param>
internal sealed record Rule(string Name, ImmutableArray<DiagnosticDescriptor> Supported, AnalysisContext Context, string? StartFailure)
{
    /// <summary>Those of <see cref="Supported"/> that are looked for.</summary>
    public required ImmutableHashSet<string> Enabled { get; init; }

    /// <summary>Held while an action of a rule runs that has not declared that its actions may run at once.</summary>
    public Lock? Gate { get; } = Context.IsConcurrent == true ? null : new Lock();
}

/// <summary>One rule on one article or one comparison: what it has found, whether it failed, how long it took.</summary>
internal sealed class RuleRun(
    Rule rule, ImmutableArray<int> lengths, Func<long>? counter, Action<string, Exception>? failed, CancellationToken cancellation)
{
    private readonly List<Diagnostic> _found = [];
    private readonly SortedDictionary<(string Id, int Article), int> _counts = [];
    private readonly ArticleRegions _regions = rule.Context.Regions ?? ArticleRegions.Body;
    private string? _failure = rule.StartFailure;

    public Rule Rule => rule;

    public CancellationToken Cancellation => cancellation;

    /// <summary>Time spent in actions, in the units of the counter; 0 without one.</summary>
    public long Elapsed { get; private set; }

    /// <summary>Number of actions called.</summary>
    public int Calls { get; private set; }

    public bool Sees(ArticleRegions needed) => (needed & ~_regions) == 0;

    /// <summary>Calls an action unless the rule has failed before.</summary>
    public void Call<T>(Action<T> action, T context)
    {
        if (_failure is not null) return;
        cancellation.ThrowIfCancellationRequested();
        long start = counter?.Invoke() ?? 0;
        rule.Gate?.Enter();
        try
        {
            Calls++;
            action(context);
        }
#pragma warning disable CA1031 // A rule that fails, whatever its reason, must not sink the article.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            _failure = exception.GetType().Name;
            failed?.Invoke(rule.Name, exception);
        }
#pragma warning restore CA1031
        finally
        {
            rule.Gate?.Exit();
            if (counter is not null) Elapsed += counter() - start;
        }
    }

    public void Report(DiagnosticDescriptor descriptor, ArticleSpans location, ImmutableArray<RelatedLocation> related, object[] arguments)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        if (!rule.Supported.Contains(descriptor)) throw new ArgumentException($"{descriptor.Id} is not one of the rule's diagnostics.", nameof(descriptor));
        Check(location);
        foreach (var other in related) Check(other.Location);
        if (!rule.Enabled.Contains(descriptor.Id)) return;
        var key = (descriptor.Id, location.Article);
        int count = _counts[key] = _counts.GetValueOrDefault(key) + 1;
        if (count > AnalysisDriver.MaxDiagnosticsPerRule) return;
        string message = string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, arguments);
        if (related.Length > AnalysisDriver.MaxRelatedLocations) related = related[..AnalysisDriver.MaxRelatedLocations];
        _found.Add(new Diagnostic(descriptor, descriptor.DefaultSeverity, location, message, related));
    }

    /// <summary>What was found, with what the driver has to say of the run.</summary>
    public IEnumerable<Diagnostic> Complete()
    {
        foreach (var diagnostic in _found) yield return diagnostic;
        foreach (var ((id, article), count) in _counts)
            if (count > AnalysisDriver.MaxDiagnosticsPerRule)
                yield return OfDriver(AnalysisDriver.TooMany, article, id, count, AnalysisDriver.MaxDiagnosticsPerRule);
        if (_failure is not null) yield return OfDriver(AnalysisDriver.RuleFailed, 0, rule.Name, _failure);
    }

    private static Diagnostic OfDriver(DiagnosticDescriptor descriptor, int article, params object[] arguments) => new(
        descriptor, descriptor.DefaultSeverity, new ArticleSpans(article, [default]),
        string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, arguments), []);

    private void Check(ArticleSpans location)
    {
        if (location.Article < 0 || location.Article >= lengths.Length) throw new ArgumentException("There is no such article.", nameof(location));
        if (location.Spans.IsDefaultOrEmpty) throw new ArgumentException("A location needs a span.", nameof(location));
        int end = 0;
        foreach (var span in location.Spans)
        {
            if (span.Start < end || span.End > lengths[location.Article])
                throw new ArgumentException($"{span} is not in the text, or not behind the span before it.", nameof(location));
            end = span.End;
        }
    }
}
