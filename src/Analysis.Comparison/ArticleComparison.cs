using System.Collections.Immutable;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>Compares what articles claim.</summary>
public static class ArticleComparison
{
    /// <summary>Compares two or more articles.</summary>
    /// <param name="articles">The articles, two or more.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The comparison. With the articles in another order the same findings, said from the other side.</returns>
    /// <exception cref="ArgumentException">There are fewer than two articles.</exception>
    /// <remarks>
    /// Of a live page the article itself is compared, not the entries of other stories. Articles that have nothing to do with each other
    /// are not aligned; nothing is incompatible between articles that do not report the same event.
    /// </remarks>
    public static StoryComparison Compare(ImmutableArray<SemanticModel> articles, CancellationToken cancellation = default)
    {
        if (articles.Length < 2) throw new ArgumentException("A comparison needs two articles or more.", nameof(articles));
        var terms = new Terms(articles);
        var words = articles.Select((model, a) => new ArticleWords(model, terms.Read(a))).ToArray();
        var profiles = words.Select(article => new ArticleProfile(article)).ToArray();
        var claims = words.Select(article => Claims(article, terms)).ToArray();
        var spoken = new WordNumbers();
        var passages = articles.Select(model => QuoteAligner.Passages(model, spoken)).ToArray();

        var relatedness = ImmutableArray.CreateBuilder<Relatedness>();
        var alignments = ImmutableArray.CreateBuilder<Alignment>();
        var quotes = ImmutableArray.CreateBuilder<QuoteAlignment>();
        for (int left = 0; left < articles.Length; left++)
            for (int right = left + 1; right < articles.Length; right++)
            {
                cancellation.ThrowIfCancellationRequested();
                var shared = QuoteAligner.Align(left, passages[left], right, passages[right], cancellation);
                var related = RelatednessJudge.Judge(left, profiles[left], right, profiles[right], shared);
                relatedness.Add(related);
                if (related.Verdict is Verdict.Unrelated) continue;
                quotes.AddRange(shared);
                var weights = TermWeights.Of(terms.Count, claims[left].Concat(claims[right]));
                alignments.AddRange(ClaimAligner.Align(left, claims[left], right, claims[right], new PairJudge(new PairSetting(terms, weights, Situation.Of(related))), cancellation));
            }

        var found = alignments.ToImmutable();
        var origins = Origins(articles, relatedness);
        int[] originOf = OriginOf(articles.Length, origins);
        var clusters = articles.Length > 2 ? Clusters(articles.Length, found, originOf, cancellation) : [];
        var texts = words.Select(article => new Coverage(article, terms.Count)).ToArray();
        var overall = TermWeights.Of(terms.Count, claims.SelectMany(list => list));
        return new StoryComparison(
            articles, relatedness.ToImmutable(), found, OnlyIn(claims, found, MaySay, cancellation), quotes.ToImmutable(), origins, clusters,
            articles.Length > 2 ? Omissions.Find(articles.Length, clusters, found, relatedness, originOf, (claim, other) => MaySay(claims[claim.Article][PlaceOf(claims[claim.Article], claim.Claim)], other)) : []);

        bool MaySay(ClaimProfile claim, int other)
        {
            cancellation.ThrowIfCancellationRequested();
            return texts[other].MaySay(claim, overall, terms.IsName);
        }
    }

    private static ImmutableArray<ClaimProfile> Claims(ArticleWords words, Terms terms)
    {
        int end = MainSection.EndOf(words.Model.Tree);
        var claims = ImmutableArray.CreateBuilder<ClaimProfile>(words.Model.Claims.Length);
        for (int c = 0; c < words.Model.Claims.Length; c++)
            if (words.Model.Claims[c].Span.Start < end) claims.Add(new ClaimProfile(words, c, terms));
        return claims.DrainToImmutable();
    }

    /// <summary>The claims of each article that none of another is aligned with, and that no sentence of another may say in words far apart.</summary>
    private static ImmutableArray<ImmutableArray<int>> OnlyIn(
        ImmutableArray<ClaimProfile>[] claims, ImmutableArray<Alignment> alignments, Func<ClaimProfile, int, bool> maySay, CancellationToken cancellation)
    {
        var aligned = new HashSet<(int, int)>();
        foreach (var alignment in alignments)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int claim in alignment.Left.Claims) aligned.Add((alignment.Left.Article, claim));
            foreach (int claim in alignment.Right.Claims) aligned.Add((alignment.Right.Article, claim));
        }
        // The name of an event stands in a clause, and that says it.
        return [.. claims.Select((list, article) => list.Where(claim => !claim.IsNominal && !aligned.Contains((article, claim.Index)) && !IsCovered(claim, article)).Select(claim => claim.Index).ToImmutableArray())];

        bool IsCovered(ClaimProfile claim, int article)
        {
            for (int other = 0; other < claims.Length; other++)
                if (other != article && maySay(claim, other)) return true;
            return false;
        }
    }

    /// <summary>Where a claim of a model stands in the list of those that are compared, which is ascending.</summary>
    private static int PlaceOf(ImmutableArray<ClaimProfile> claims, int index)
    {
        int low = 0, high = claims.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (claims[middle].Index < index) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>For each article the first of its origin; one that shares none is its own.</summary>
    private static int[] OriginOf(int articles, ImmutableArray<Origin> origins)
    {
        int[] originOf = [.. Enumerable.Range(0, articles)];
        foreach (var origin in origins)
            foreach (int article in origin.Articles) originOf[article] = origin.Articles[0];
        return originOf;
    }

    /// <summary>Joins articles that are copies of each other; an origin is what a chain of copies has in common.</summary>
    private static ImmutableArray<Origin> Origins(ImmutableArray<SemanticModel> articles, IEnumerable<Relatedness> relatedness)
    {
        var group = new UnionFind(articles.Length);
        var copies = relatedness.Where(r => r.Verdict is Verdict.Identical or Verdict.NearDuplicate or Verdict.WireCopy or Verdict.Revision).ToList();
        foreach (var copy in copies) group.Join(copy.Left, copy.Right);
        return
        [
            .. Enumerable.Range(0, articles.Length).GroupBy(group.Find).Where(g => g.Count() > 1).OrderBy(g => g.Min()).Select(g =>
            {
                var within = copies.Where(c => group.Find(c.Left) == g.Key).ToList();
                string agency = g.Select(a => articles[a].Metadata.Agency?.Value).FirstOrDefault(a => a is not null) ?? "";
                var kind = within.Exists(c => c.Verdict is Verdict.WireCopy) || agency.Length > 0 ? OriginKind.WireCopy
                    : within.TrueForAll(c => c.Verdict is Verdict.Revision) ? OriginKind.Revision : OriginKind.Copy;
                return new Origin([.. g.Order()], kind, agency, within.Min(c => c.Confidence));
            }),
        ];
    }

    private static ImmutableArray<Cluster> Clusters(int articles, ImmutableArray<Alignment> alignments, int[] originOf, CancellationToken cancellation)
    {
        var ids = new Dictionary<(int Article, int Claim), int>();
        foreach (var alignment in alignments.Where(IsAgreementOrConflict))
        {
            foreach (int claim in alignment.Left.Claims) ids.TryAdd((alignment.Left.Article, claim), ids.Count);
            foreach (int claim in alignment.Right.Claims) ids.TryAdd((alignment.Right.Article, claim), ids.Count);
        }
        var group = new UnionFind(ids.Count);
        foreach (var alignment in alignments.Where(IsAgreementOrConflict))
            foreach (int left in alignment.Left.Claims)
                foreach (int right in alignment.Right.Claims)
                    group.Join(ids[(alignment.Left.Article, left)], ids[(alignment.Right.Article, right)]);
        cancellation.ThrowIfCancellationRequested();
        // The articles that conflict with a claim, found once: looking for them in every cluster again would take the square of the conflicts.
        var against = new Dictionary<(int Article, int Claim), HashSet<int>>();
        foreach (var alignment in alignments.Where(a => a.Relation is Relation.Conflicts))
        {
            foreach (int claim in alignment.Left.Claims) Add((alignment.Left.Article, claim), alignment.Right.Article);
            foreach (int claim in alignment.Right.Claims) Add((alignment.Right.Article, claim), alignment.Left.Article);
        }
        var clusters = ImmutableArray.CreateBuilder<Cluster>();
        foreach (var members in ids.GroupBy(pair => group.Find(pair.Value)).Select(g => g.Select(pair => pair.Key).Order().ToImmutableArray()).OrderBy(g => g[0]))
        {
            cancellation.ThrowIfCancellationRequested();
            var stances = Stances(articles, members, against);
            clusters.Add(new Cluster(members, stances, Enumerable.Range(0, articles).Where(article => stances[article] is Stance.Says).DistinctBy(article => originOf[article]).Count()));
        }
        return clusters.ToImmutable();

        void Add((int Article, int Claim) claim, int article)
        {
            if (!against.TryGetValue(claim, out var others)) against[claim] = others = [];
            others.Add(article);
        }
    }

    private static bool IsAgreementOrConflict(Alignment alignment) => alignment.Relation is not Relation.Related;

    /// <summary>An article says otherwise when it conflicts with one whose side more articles take; of two equal sides the one with the lower index says so.</summary>
    private static ImmutableArray<Stance> Stances(
        int articles, ImmutableArray<(int Article, int Claim)> members, Dictionary<(int Article, int Claim), HashSet<int>> against)
    {
        int[] present = [.. members.Select(m => m.Article).Distinct().Order()];
        var opposed = members.GroupBy(m => m.Article).ToDictionary(g => g.Key, g => g.SelectMany(m => against.GetValueOrDefault(m) ?? []).ToHashSet());
        // The articles that do not conflict with one, itself among them.
        var sides = present.ToDictionary(one => one, one => present.Where(other => !opposed[one].Contains(other)).ToArray());
        return [.. Enumerable.Range(0, articles).Select(StanceOf)];

        Stance StanceOf(int article)
        {
            if (!sides.TryGetValue(article, out var own)) return Stance.Silent;
            return present.Where(opposed[article].Contains).Select(other => sides[other]).Any(other => other.Length > own.Length || other.Length == own.Length && other[0] < own[0])
                ? Stance.SaysOtherwise
                : Stance.Says;
        }
    }
}
