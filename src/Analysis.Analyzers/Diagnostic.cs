using System.Collections.Immutable;
using System.Text;
using Analysis.Comparison;

namespace Analysis.Analyzers;

/// <summary>Words that a finding is also about, and what they have to do with it.</summary>
/// <param name="Location">The words.</param>
/// <param name="Message">What they have to do with it; without a full stop.</param>
public readonly record struct RelatedLocation(ArticleSpans Location, string Message);

/// <summary>A flaw that a rule found.</summary>
/// <param name="Descriptor">The rule.</param>
/// <param name="Severity">How much it matters here.</param>
/// <param name="Location">
/// The exact words, ascending. Where something is missing and has no words, one empty span at 0: the article as a whole.
/// </param>
/// <param name="Message">What was found, in the same words on every machine.</param>
/// <param name="Related">Words that the finding is also about, in the order in which the rule names them; at most <see cref="AnalysisDriver.MaxRelatedLocations"/>.</param>
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor, DiagnosticSeverity Severity, ArticleSpans Location, string Message, ImmutableArray<RelatedLocation> Related)
{
    /// <summary>Order of the answer: by article, start, end, id, message; then by all other spans, so that no two findings tie unless they are equal.</summary>
    internal static int Compare(Diagnostic left, Diagnostic right)
    {
        int order = left.Location.Article.CompareTo(right.Location.Article);
        if (order == 0) order = left.Location.Spans[0].CompareTo(right.Location.Spans[0]);
        if (order == 0) order = string.CompareOrdinal(left.Descriptor.Id, right.Descriptor.Id);
        if (order == 0) order = string.CompareOrdinal(left.Message, right.Message);
        return order != 0 ? order : string.CompareOrdinal(Rest(left), Rest(right));
    }

    private static string Rest(Diagnostic diagnostic)
    {
        var rest = new StringBuilder();
        foreach (var span in diagnostic.Location.Spans) rest.Append(span).Append(' ');
        foreach (var (location, message) in diagnostic.Related)
        {
            rest.Append(System.Globalization.CultureInfo.InvariantCulture, $"{location.Article}: ");
            foreach (var span in location.Spans) rest.Append(span).Append(' ');
            rest.Append(message).Append('\n');
        }
        return rest.ToString();
    }
}
