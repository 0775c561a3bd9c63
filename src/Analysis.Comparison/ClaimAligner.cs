using System.Collections.Immutable;

namespace Analysis.Comparison;

/// <summary>Finds for the claims of one article their counterparts in another.</summary>
/// <remarks>
/// Candidates come from an inverted index of terms, a bounded number for each claim, so that time is linear in the claims and not in
/// their product. The best pairs are taken first, each claim once; what is left over may then join a claim that is taken already.
/// </remarks>
internal static class ClaimAligner
{
    /// <summary>Most partners of a claim that are judged.</summary>
    private const int MaxCandidates = 12;

    /// <summary>Most pairs of claims of two passages that are all judged.</summary>
    private const int MaxPassagePairs = 64;

    /// <summary>A term in more claims than this brings no candidates: it tells them apart too little.</summary>
    private const int MaxPostings = 200;

    public static ImmutableArray<Alignment> Align(
        int leftArticle, ImmutableArray<ClaimProfile> left, int rightArticle, ImmutableArray<ClaimProfile> right, PairJudge judge,
        CancellationToken cancellation)
    {
        var pairs = new List<(int Left, int Right, Judgement Judgement)>();
        // Of two passages every pair is looked at: what denies may have no word in common with what it denies.
        var candidates = judge.Setting.Situation.Given && left.Length * right.Length <= MaxPassagePairs
            ? [.. Enumerable.Range(0, left.Length * right.Length).Select(i => (i / right.Length, i % right.Length))]
            : Candidates(left, right, judge.Setting.Weights, cancellation);
        var edited = EditedSentences.Find(left, right, candidates, judge.Setting, cancellation);
        foreach (var (l, r) in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            bool verbatim = edited.ContainsPair(left[l].Claim.Sentence, right[r].Claim.Sentence);
            if (judge.Judge(left[l], right[r], verbatim) is { } judgement) pairs.Add((l, r, judgement));
        }
        foreach (var (l, r, differences) in edited.Owners)
            if (judge.JudgeEdited(left[l], right[r], differences) is { } judgement) pairs.Add((l, r, judgement));
        // Ties fall to claims in the same place of both texts; the order is the same seen from either side.
        pairs.Sort((a, b) => PairOrder.Compare(a.Judgement.Score, a.Left, a.Right, b.Judgement.Score, b.Left, b.Right));
        var takenLeft = new bool[left.Length];
        var takenRight = new bool[right.Length];
        var chosen = new List<(int Left, int Right, Judgement Judgement)>();
        foreach (var pair in pairs)
        {
            if (takenLeft[pair.Left] || takenRight[pair.Right]) continue;
            takenLeft[pair.Left] = takenRight[pair.Right] = true;
            chosen.Add(pair);
        }
        // One sentence may cover two: a claim that is left over joins the best claim that says it too, but accuses nobody twice.
        var joinedLeft = new bool[left.Length];
        var joinedRight = new bool[right.Length];
        foreach (var pair in pairs)
        {
            bool leftFree = !takenLeft[pair.Left] && !joinedLeft[pair.Left], rightFree = !takenRight[pair.Right] && !joinedRight[pair.Right];
            if (!leftFree && !rightFree || pair.Judgement.Relation is Relation.Conflicts or Relation.Updates or Relation.UpdatedBy) continue;
            if (leftFree) joinedLeft[pair.Left] = true;
            if (rightFree) joinedRight[pair.Right] = true;
            chosen.Add(pair);
        }
        chosen.Sort((a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Right.CompareTo(b.Right));
        return
        [
            .. chosen.Select(c => (c.Left, c.Right, Judgement: judge.Describe(left[c.Left], right[c.Right], c.Judgement))).Select(c => new Alignment(
                new AlignmentSide(leftArticle, [left[c.Left].Index]), new AlignmentSide(rightArticle, [right[c.Right].Index]),
                c.Judgement.Relation, c.Judgement.Reason, c.Judgement.Confidence, c.Judgement.Differences, c.Judgement.Explanation)),
        ];
    }

    /// <summary>Pairs worth judging, each once, by left and then by right claim.</summary>
    private static ImmutableArray<(int Left, int Right)> Candidates(
        ImmutableArray<ClaimProfile> left, ImmutableArray<ClaimProfile> right, TermWeights weights, CancellationToken cancellation)
    {
        // From both sides, so that the answer does not depend on which article is the left one.
        var pairs = new List<(int Left, int Right)>(MaxCandidates * (left.Length + right.Length) / 2);
        Collect(left, right, weights, (l, r) => pairs.Add((l, r)), cancellation);
        Collect(right, left, weights, (r, l) => pairs.Add((l, r)), cancellation);
        // The partners of each left claim side by side: each has few, so that they are soon in order.
        int[] ends = new int[left.Length + 1], partners = new int[pairs.Count];
        foreach (var (l, _) in pairs) ends[l + 1]++;
        for (int l = 0; l < left.Length; l++) ends[l + 1] += ends[l];
        foreach (var (l, r) in pairs) partners[ends[l]++] = r;
        var candidates = ImmutableArray.CreateBuilder<(int, int)>(pairs.Count);
        for (int l = 0; l < left.Length; l++)
        {
            var own = partners.AsSpan((l == 0 ? 0 : ends[l - 1])..ends[l]);
            own.Sort();
            for (int i = 0; i < own.Length; i++)
                if (i == 0 || own[i] != own[i - 1]) candidates.Add((l, own[i]));
        }
        return candidates.DrainToImmutable();
    }

    private static void Collect(
        ImmutableArray<ClaimProfile> from, ImmutableArray<ClaimProfile> to, TermWeights weights, Action<int, int> add, CancellationToken cancellation)
    {
        var postings = new TermPostings(weights.Count, to.Length, claim => to[claim].ContentTerms.AsSpan());
        var repeats = new (ulong Words, int Claim)[to.Length];
        for (int i = 0; i < to.Length; i++) repeats[i] = (to[i].WordsHash, i);
        Array.Sort(repeats);
        int[] scores = new int[to.Length];
        var touched = new List<int>();
        Span<int> best = stackalloc int[MaxCandidates];
        for (int i = 0; i < from.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            AddRepeats(repeats, from[i].WordsHash, i, add);
            foreach (int term in from[i].ContentTerms)
            {
                var claims = postings.Of(term);
                if (claims.Length > MaxPostings) continue;
                foreach (int other in claims)
                {
                    if (scores[other] == 0) touched.Add(other);
                    scores[other] += weights[term];
                }
            }
            foreach (int other in best[..SelectBest(touched, scores, i, best)]) add(i, other);
            foreach (int other in touched) scores[other] = 0;
            touched.Clear();
        }
    }

    /// <summary>Adds claims of the same words: the one in the same place among its repeats, and its neighbours.</summary>
    /// <param name="repeats">Claims by their words and then by place.</param>
    /// <param name="words">Hash of the words.</param>
    /// <param name="place">Index of the claim that they are for.</param>
    /// <param name="add">Takes the pairs.</param>
    private static void AddRepeats((ulong Words, int Claim)[] repeats, ulong words, int place, Action<int, int> add)
    {
        const int Neighbours = 2;
        int near = Array.BinarySearch(repeats, (words, place));
        if (near < 0) near = ~near;
        for (int i = Math.Max(0, near - Neighbours); i <= near + Neighbours && i < repeats.Length; i++)
            if (repeats[i].Words == words) add(place, repeats[i].Claim);
    }

    /// <summary>Selects the claims of the greatest scores; of equal ones the nearest to a place, then the first.</summary>
    /// <returns>How many were selected into <paramref name="best"/>.</returns>
    private static int SelectBest(List<int> claims, int[] scores, int place, Span<int> best)
    {
        int count = 0;
        foreach (int claim in claims)
        {
            int rank = count;
            while (rank > 0 && IsBetter(claim, best[rank - 1])) rank--;
            if (rank == best.Length) continue;
            if (count < best.Length) count++;
            best[rank..(count - 1)].CopyTo(best[(rank + 1)..]);
            best[rank] = claim;
        }
        return count;

        bool IsBetter(int claim, int other)
        {
            if (scores[claim] != scores[other]) return scores[claim] > scores[other];
            int distance = Math.Abs(claim - place), otherDistance = Math.Abs(other - place);
            return distance != otherDistance ? distance < otherDistance : claim < other;
        }
    }
}
