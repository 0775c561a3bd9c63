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

    /// <summary>A term in more claims than this brings no candidates: it tells them apart too little.</summary>
    private const int MaxPostings = 200;

    public static ImmutableArray<Alignment> Align(
        int leftArticle, ImmutableArray<ClaimProfile> left, int rightArticle, ImmutableArray<ClaimProfile> right, PairJudge judge, int[] weights,
        CancellationToken cancellation)
    {
        var pairs = new List<(int Left, int Right, Judgement Judgement)>();
        // Candidates from both sides, so that the answer does not depend on which article is the left one.
        var candidates = new HashSet<(int Left, int Right)>();
        Collect(left, right, weights, (l, r) => candidates.Add((l, r)), cancellation);
        Collect(right, left, weights, (r, l) => candidates.Add((l, r)), cancellation);
        var edited = EditedSentences.Find(left, right, candidates, cancellation);
        foreach (var (l, r) in candidates.OrderBy(c => c.Left).ThenBy(c => c.Right))
        {
            cancellation.ThrowIfCancellationRequested();
            bool verbatim = edited.ContainsPair(left[l].Claim.Sentence, right[r].Claim.Sentence);
            if (judge.Judge(left[l], right[r], verbatim) is { } judgement) pairs.Add((l, r, judgement));
        }
        foreach (var (l, r, differences) in edited.Owners)
            if (judge.JudgeEdited(left[l], right[r], differences) is { } judgement) pairs.Add((l, r, judgement));
        // Ties fall to claims in the same place of both texts; the order is the same seen from either side.
        pairs.Sort((a, b) =>
        {
            int order = b.Judgement.Score.CompareTo(a.Judgement.Score);
            if (order == 0) order = Math.Abs(a.Left - a.Right).CompareTo(Math.Abs(b.Left - b.Right));
            if (order == 0) order = (a.Left + a.Right).CompareTo(b.Left + b.Right);
            return order != 0 ? order : a.Left.CompareTo(b.Left);
        });
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
            .. chosen.Select(c => new Alignment(
                new AlignmentSide(leftArticle, [left[c.Left].Index]), new AlignmentSide(rightArticle, [right[c.Right].Index]),
                c.Judgement.Relation, c.Judgement.Reason, c.Judgement.Confidence, c.Judgement.Differences, c.Judgement.Explanation)),
        ];
    }

    private static void Collect(
        ImmutableArray<ClaimProfile> from, ImmutableArray<ClaimProfile> to, int[] weights, Action<int, int> add, CancellationToken cancellation)
    {
        var postings = new Dictionary<int, List<int>>();
        var bySentence = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (int i = 0; i < to.Length; i++)
        {
            foreach (int term in to[i].ContentTerms)
            {
                if (!postings.TryGetValue(term, out var list)) postings[term] = list = [];
                if (list.Count <= MaxPostings) list.Add(i);
            }
            string words = KeyOf(to[i]);
            if (!bySentence.TryGetValue(words, out var same)) bySentence[words] = same = [];
            same.Add(i);
        }
        var scores = new Dictionary<int, int>();
        for (int i = 0; i < from.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            // The same words: the one in the same place among its repeats, and its neighbours.
            if (bySentence.TryGetValue(KeyOf(from[i]), out var same))
            {
                int near = same.BinarySearch(i);
                if (near < 0) near = ~near;
                for (int s = Math.Max(0, near - 2); s < Math.Min(same.Count, near + 3); s++) add(i, same[s]);
            }
            scores.Clear();
            foreach (int term in from[i].ContentTerms)
            {
                if (!postings.TryGetValue(term, out var list) || list.Count > MaxPostings) continue;
                foreach (int other in list) scores[other] = scores.GetValueOrDefault(other) + weights[term];
            }
            foreach (var (other, _) in scores.OrderByDescending(s => s.Value).ThenBy(s => Math.Abs(s.Key - i)).ThenBy(s => s.Key).Take(MaxCandidates))
                add(i, other);
        }
    }

    private static string KeyOf(ClaimProfile claim)
    {
        var tokens = claim.Claim.Tokens;
        var key = new System.Text.StringBuilder();
        foreach (int token in tokens)
        {
            key.Append(Typography.Fold(claim.Model.Text.Form(token))).Append(' ');
        }
        return key.ToString();
    }
}
