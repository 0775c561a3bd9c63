using System.Collections.Immutable;
using Analysis.V1;

namespace Analysis.Client;

/// <summary>A comparison together with the articles that it points into.</summary>
public sealed class ComparedArticles
{
    private readonly Dictionary<(uint Article, string Id), Claim> _claims = [];

    /// <param name="comparison">The comparison, with offsets in UTF-16.</param>
    /// <param name="analyses">One an article, in order, with features TEXT, STRUCTURE, ENTITIES and QUOTES, and offsets in UTF-16.</param>
    /// <exception cref="ArgumentException">The offsets are in another unit, or the analyses are not those of the comparison's articles.</exception>
    public ComparedArticles(Comparison comparison, IReadOnlyList<ArticleAnalysis> analyses)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(analyses);
        if (comparison.PositionEncoding != PositionEncoding.Utf16 || analyses.Any(analysis => analysis.PositionEncoding != PositionEncoding.Utf16))
            throw new ArgumentException("The offsets are not in UTF-16 units: ask for PositionEncoding.Utf16.", nameof(comparison));
        if (!comparison.Articles.Select(article => article.Sha256).SequenceEqual(analyses.Select(analysis => analysis.Sha256), StringComparer.Ordinal))
            throw new ArgumentException("The analyses are not those of the compared articles.", nameof(analyses));

        Comparison = comparison;
        Articles = [.. analyses.Select(analysis => new ArticleText(analysis))];
        foreach (var claim in comparison.Claims)
            _claims[(claim.Article, claim.Id)] = claim;
    }

    /// <summary>The comparison as the service gave it.</summary>
    public Comparison Comparison { get; }

    /// <summary>The articles, in order.</summary>
    public ImmutableArray<ArticleText> Articles { get; }

    /// <summary>The words of a location, with <see cref="SpanExtensions.Gap"/> between the pieces.</summary>
    public string Slice(Location location)
    {
        ArgumentNullException.ThrowIfNull(location);
        return Articles[(int)location.Article].Text.Slice(location);
    }

    /// <summary>The words of one side of an alignment, with <see cref="SpanExtensions.Gap"/> between the pieces.</summary>
    public string Slice(AlignmentSide side)
    {
        ArgumentNullException.ThrowIfNull(side);
        return Articles[(int)side.Article].Text.Slice(side.Spans);
    }

    /// <summary>The claims of an article that an alignment, a cluster or a list of what only one says names, in the order named.</summary>
    public IEnumerable<Claim> Claims(uint article, IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        foreach (string id in ids)
        {
            if (_claims.TryGetValue((article, id), out var claim))
                yield return claim;
        }
    }
}
