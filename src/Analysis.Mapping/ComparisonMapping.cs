using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Syntax;

namespace Analysis.Mapping;

/// <summary>A comparison as the contract says it.</summary>
internal static class ComparisonMapping
{
    /// <summary>Maps a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="id">The caller's name for it.</param>
    /// <param name="diagnostics">What the rules find in it.</param>
    /// <param name="articles">Its articles, in order.</param>
    /// <param name="encoding">The caller's unit.</param>
    /// <param name="engine">What made it.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    public static V1.Comparison Map(
        StoryComparison comparison, string id, ImmutableArray<Analyzers.Diagnostic> diagnostics, ImmutableArray<ArticleScope> articles, V1.PositionEncoding encoding, EngineIdentity engine,
        CancellationToken cancellation)
    {
        var mapped = new V1.Comparison
        {
            Id = id,
            Engine = engine.ToProto(),
            PositionEncoding = encoding,
            Articles = { articles.Select(Map) },
            Relatedness = { comparison.Relatedness.Select(pair => Map(pair, articles)) },
            Claims = { NamedClaims(comparison).Select(claim => SemanticsMapping.Map(articles[claim.Article], articles[claim.Article].Model.Claims[claim.Claim])) },
        };
        cancellation.ThrowIfCancellationRequested();
        mapped.Alignments.AddRange(comparison.Alignments.Select(alignment => Map(alignment, articles)));
        cancellation.ThrowIfCancellationRequested();
        mapped.OnlyIn.AddRange(comparison.OnlyIn.Select((claims, index) => new V1.OnlyIn { Article = (uint)index, Claims = { Ids(articles[index], claims) } }));
        mapped.Quotes.AddRange(comparison.Quotes.Select(quote => Map(quote, articles)));
        mapped.Origins.AddRange(comparison.Origins.Select(Map));
        mapped.Clusters.AddRange(comparison.Clusters.Select(cluster => Map(cluster, articles)));
        mapped.Omissions.AddRange(comparison.Omissions.Select(omission => new V1.Omission { Article = (uint)omission.Article, Clusters = { omission.Clusters.Select(cluster => (uint)cluster) } }));
        mapped.Diagnostics.AddRange(diagnostics.Select(diagnostic => DiagnosticMapping.Map(diagnostic, articles)));
        mapped.Notices.AddRange(articles.SelectMany(NoticeMapping.Of));
        return mapped;
    }

    /// <summary>Maps the comparison of two passages.</summary>
    public static V1.PassageComparison Map(
        PassageComparison comparison, string id, ArticleScope left, ArticleScope right, V1.PositionEncoding encoding, EngineIdentity engine) => new()
        {
            Id = id,
            Engine = engine.ToProto(),
            PositionEncoding = encoding,
            Relation = comparison.Relation.ToProto(),
            Confidence = comparison.Confidence.Value,
            Entails = new V1.Entailment { LeftToRight = comparison.LeftEntailsRight.Value, RightToLeft = comparison.RightEntailsLeft.Value },
            Similarity = comparison.Similarity.Value,
            Differences = { comparison.Differences.Select(difference => Map(difference, left, right)) },
        };

    private static V1.ComparedArticle Map(ArticleScope article)
    {
        var metadata = article.Model.Metadata;
        return new V1.ComparedArticle
        {
            Id = article.Received.Id,
            Name = article.Received.Name,
            Title = metadata.Title?.Value ?? "",
            Published = metadata.Published?.Value ?? "",
            PublishedFoundIn = metadata.Published?.FoundIn.ToProto() ?? V1.FoundIn.Unspecified,
            Sha256 = article.Model.Tree.Text.Sha256,
            Language = metadata.Language.Value,
        };
    }

    private static V1.Relatedness Map(Relatedness pair, ImmutableArray<ArticleScope> articles) => new()
    {
        Left = (uint)pair.Left,
        Right = (uint)pair.Right,
        Verdict = pair.Verdict.ToProto(),
        Confidence = pair.Confidence.Value,
        Evidence = { pair.Evidence.Select(evidence => Map(evidence, articles)) },
    };

    private static V1.Evidence Map(Evidence evidence, ImmutableArray<ArticleScope> articles) => new()
    {
        Kind = evidence.Kind.ToProto(),
        Value = evidence.Value,
        Locations = { evidence.Locations.Select(location => articles[location.Article].Location(location.Spans)) },
    };

    /// <summary>The claims that the rest of the answer names, by article and then in order of the text.</summary>
    private static IEnumerable<(int Article, int Claim)> NamedClaims(StoryComparison comparison)
    {
        var aligned = comparison.Alignments
            .SelectMany(alignment => new[] { alignment.Left, alignment.Right })
            .SelectMany(side => side.Claims.Select(claim => (side.Article, claim)));
        var alone = comparison.OnlyIn.SelectMany((claims, article) => claims.Select(claim => (article, claim)));
        var clustered = comparison.Clusters.SelectMany(cluster => cluster.Claims);
        return aligned.Concat(alone).Concat(clustered).Distinct().Order();
    }

    private static V1.Alignment Map(Alignment alignment, ImmutableArray<ArticleScope> articles)
    {
        var left = articles[alignment.Left.Article];
        var right = articles[alignment.Right.Article];
        return new V1.Alignment
        {
            Left = Map(alignment.Left, left),
            Right = Map(alignment.Right, right),
            Relation = alignment.Relation.ToProto(),
            Confidence = alignment.Confidence.Value,
            Differences = { alignment.Differences.Select(difference => Map(difference, left, right)) },
            Reason = alignment.Reason.ToProto(),
            Explanation = alignment.Explanation,
        };
    }

    private static V1.AlignmentSide Map(AlignmentSide side, ArticleScope article) => new()
    {
        Article = (uint)side.Article,
        Claims = { Ids(article, side.Claims) },
        Spans = { article.Spans(Disjoint(side.Claims.Select(claim => article.Model.Claims[claim].Span))) },
    };

    /// <summary>The same characters as ascending, disjoint spans: a claim may stand inside another.</summary>
    internal static IEnumerable<TextSpan> Disjoint(IEnumerable<TextSpan> spans)
    {
        var disjoint = new List<TextSpan>();
        foreach (var span in spans.Order())
        {
            if (disjoint.Count > 0 && disjoint[^1].OverlapsWith(span)) disjoint[^1] = disjoint[^1].Union(span);
            else disjoint.Add(span);
        }
        return disjoint;
    }

    private static V1.Difference Map(Difference difference, ArticleScope left, ArticleScope right) => new()
    {
        Kind = difference.Kind.ToProto(),
        Incompatible = difference.Incompatible,
        Left = left.Location(difference.Left),
        Right = right.Location(difference.Right),
        LeftValue = difference.LeftValue,
        RightValue = difference.RightValue,
        Confidence = difference.Confidence.Value,
        Explanation = difference.Explanation,
    };

    private static V1.QuoteAlignment Map(QuoteAlignment quote, ImmutableArray<ArticleScope> articles)
    {
        var left = articles[quote.LeftArticle];
        var right = articles[quote.RightArticle];
        return new V1.QuoteAlignment
        {
            Left = left.Location(quote.Left),
            Right = right.Location(quote.Right),
            Alteration = quote.Alteration.ToProto(),
            Confidence = quote.Confidence.Value,
            Changes = { quote.Changes.Select(change => new V1.WordChange { Left = { left.Spans(change.Left) }, Right = { right.Spans(change.Right) } }) },
        };
    }

    private static V1.Origin Map(Origin origin) => new()
    {
        Articles = { origin.Articles.Select(article => (uint)article) },
        Kind = origin.Kind.ToProto(),
        Agency = origin.Agency,
        Confidence = origin.Confidence.Value,
    };

    private static V1.Cluster Map(Cluster cluster, ImmutableArray<ArticleScope> articles) => new()
    {
        Claims = { cluster.Claims.Select(claim => articles[claim.Article].Model.Claims[claim.Claim].Id) },
        Stances = { cluster.Stances.Select((stance, article) => new V1.ArticleStance { Article = (uint)article, Stance = stance.ToProto() }) },
        Reports = (uint)cluster.Reports,
        Members = { cluster.Claims.Select(claim => new V1.ClaimReference { Article = (uint)claim.Article, Claim = articles[claim.Article].Model.Claims[claim.Claim].Id }) },
    };

    private static IEnumerable<string> Ids(ArticleScope article, ImmutableArray<int> claims) => claims.Select(claim => article.Model.Claims[claim].Id);
}
