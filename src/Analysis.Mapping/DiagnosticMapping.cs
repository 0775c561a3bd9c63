using System.Collections.Immutable;
using Analysis.Analyzers;
using Analysis.Comparison;

namespace Analysis.Mapping;

/// <summary>Findings of rules as the contract says them.</summary>
internal static class DiagnosticMapping
{
    /// <summary>Maps a finding.</summary>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="articles">The articles that its locations point into, by index.</param>
    public static V1.Diagnostic Map(Diagnostic diagnostic, ImmutableArray<ArticleScope> articles) => new()
    {
        Rule = diagnostic.Descriptor.Id,
        Severity = diagnostic.Severity.ToProto(),
        Location = Map(diagnostic.Location, articles),
        Message = diagnostic.Message,
        Related = { diagnostic.Related.Select(related => new V1.RelatedLocation { Location = Map(related.Location, articles), Message = related.Message }) },
    };

    private static V1.Location? Map(ArticleSpans location, ImmutableArray<ArticleScope> articles) => articles[location.Article].Location(location.Spans);
}
