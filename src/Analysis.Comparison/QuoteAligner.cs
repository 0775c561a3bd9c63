using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Semantics.Quotes;

namespace Analysis.Comparison;

/// <summary>Finds quotations that stand in two articles.</summary>
/// <remarks>
/// Only words between quotation marks are compared: what is reported without marks may be put in any words. How they are read says
/// <see cref="QuoteReader"/>, what became of them <see cref="QuoteAlteration"/>.
/// </remarks>
internal static class QuoteAligner
{
    /// <summary>Fewest words by which a quotation can be told from a phrase that anybody may use.</summary>
    private const int MinWords = 4;

    /// <summary>Fewest words that two people do not say alike by chance.</summary>
    private const int FewestOfOneMouth = 8;

    /// <summary>Most partners of a quotation that are aligned word by word.</summary>
    private const int MaxCandidates = 6;

    /// <summary>Everything that stands between quotation marks in an article.</summary>
    /// <param name="model">The article.</param>
    /// <param name="numbers">Gives words their numbers; what is new is added.</param>
    public static ArticleQuotes Passages(SemanticModel model, WordNumbers numbers) => QuoteReader.Read(model, numbers);

    /// <summary>Aligns the quotations of two articles.</summary>
    /// <param name="leftArticle">Index of the left article.</param>
    /// <param name="left">Its passages.</param>
    /// <param name="rightArticle">Index of the right article.</param>
    /// <param name="right">Its passages.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ImmutableArray<QuoteAlignment> Align(int leftArticle, ArticleQuotes left, int rightArticle, ArticleQuotes right, CancellationToken cancellation)
    {
        if (left.List.IsEmpty || right.List.IsEmpty) return [];
        var found = Matches(left, right, cancellation);
        var usedLeft = new bool[left.List.Length];
        var usedRight = new bool[right.List.Length];
        var chosen = new List<(int Left, QuoteAlignment Alignment)>();
        foreach (var pieces in Pieces(found))
        {
            if (pieces.Exists(IsUsed)) continue;
            pieces.ForEach(Use);
            chosen.Add((pieces[0].LeftFirst, Merged(leftArticle, rightArticle, pieces)));
        }
        found.Sort((a, b) => PairOrder.Compare(a.Score, a.LeftFirst, a.RightFirst, b.Score, b.LeftFirst, b.RightFirst));
        foreach (var match in found)
        {
            if (IsUsed(match)) continue;
            Use(match);
            var alteration = QuoteAlteration.Classify(left.Model, match.Left, right.Model, match.Right, match.Pairs, out var changes);
            chosen.Add((match.LeftFirst, new QuoteAlignment(leftArticle, match.Left.Spans, rightArticle, match.Right.Spans, alteration, Sure(match.Score), changes)));
        }
        return [.. chosen.OrderBy(c => c.Left).Select(c => c.Alignment)];

        bool IsUsed(Match match) => usedLeft.AsSpan(match.LeftFirst..match.LeftEnd).Contains(true) || usedRight.AsSpan(match.RightFirst..match.RightEnd).Contains(true);

        void Use(Match match)
        {
            usedLeft.AsSpan(match.LeftFirst..match.LeftEnd).Fill(true);
            usedRight.AsSpan(match.RightFirst..match.RightEnd).Fill(true);
        }
    }

    /// <summary>Two passages that are one quotation, with the words they share.</summary>
    /// <param name="LeftFirst">First passage of the left article.</param>
    /// <param name="LeftEnd">Just past the last.</param>
    /// <param name="Left">Its passages as one.</param>
    /// <param name="RightFirst">First passage of the right article.</param>
    /// <param name="RightEnd">Just past the last.</param>
    /// <param name="Right">Its passages as one.</param>
    /// <param name="Pairs">The words they share.</param>
    private sealed record Match(
        int LeftFirst, int LeftEnd, QuotePassage Left, int RightFirst, int RightEnd, QuotePassage Right, List<(int Left, int Right)> Pairs)
    {
        /// <summary>Share of the words that are common, in thousandths.</summary>
        public int Score => 2000 * Pairs.Count / (Left.Words.Length + Right.Words.Length);
    }

    private static Confidence Sure(int similarity) => new(Math.Min(990, 500 + similarity / 2));

    // ---- candidates ----

    /// <summary>Pairs that share words other quotations do not, by left and then by right passage.</summary>
    private static List<(int Left, int Right)> Candidates(ArticleQuotes left, ArticleQuotes right)
    {
        var pairs = new List<long>();
        Collect(left.List, right, (l, r) => pairs.Add((long)l << 32 | (uint)r));
        Collect(right.List, left, (r, l) => pairs.Add((long)l << 32 | (uint)r));
        pairs.Sort();
        var candidates = new List<(int, int)>(pairs.Count);
        for (int i = 0; i < pairs.Count; i++)
            if (i == 0 || pairs[i] != pairs[i - 1]) candidates.Add(((int)(pairs[i] >> 32), (int)pairs[i]));
        return candidates;
    }

    private static void Collect(ImmutableArray<QuotePassage> from, ArticleQuotes to, Action<int, int> add)
    {
        const int MaxPostings = 40;
        var scores = new int[to.List.Length];
        var touched = new List<int>();
        Span<int> best = stackalloc int[MaxCandidates];
        for (int i = 0; i < from.Length; i++)
        {
            foreach (int word in from[i].Distinct)
            {
                var passages = to.Of(word);
                if (passages.Length is 0 or > MaxPostings) continue;
                foreach (int other in passages)
                {
                    if (scores[other] == 0) touched.Add(other);
                    scores[other] += 60 / passages.Length;
                }
            }
            int count = SelectBest(touched, scores, i, best);
            foreach (int other in best[..count]) add(i, other);
            foreach (int other in touched) scores[other] = 0;
            touched.Clear();
        }
    }

    /// <summary>Selects the passages of the greatest scores; of equal ones the nearest to a place, then the first.</summary>
    private static int SelectBest(List<int> passages, int[] scores, int place, Span<int> best)
    {
        int count = 0;
        foreach (int passage in passages)
        {
            int rank = count;
            while (rank > 0 && IsBetter(passage, best[rank - 1])) rank--;
            if (rank == best.Length) continue;
            if (count < best.Length) count++;
            best[rank..(count - 1)].CopyTo(best[(rank + 1)..]);
            best[rank] = passage;
        }
        return count;

        bool IsBetter(int passage, int other)
        {
            if (scores[passage] != scores[other]) return scores[passage] > scores[other];
            int distance = Math.Abs(passage - place), otherDistance = Math.Abs(other - place);
            return distance != otherDistance ? distance < otherDistance : passage < other;
        }
    }

    // ---- matches ----

    /// <summary>Passages of the two articles that are one quotation: single ones, and running quotations that are cut in other places.</summary>
    private static List<Match> Matches(ArticleQuotes left, ArticleQuotes right, CancellationToken cancellation)
    {
        var found = new List<Match>();
        var runs = new Dictionary<(int, int), List<Match>>();
        foreach (var (i, j) in Candidates(left, right))
        {
            cancellation.ThrowIfCancellationRequested();
            var run = (left.Runs[i], right.Runs[j]);
            if (!runs.TryGetValue(run, out var joined))
            {
                runs.Add(run, joined = [.. JoinedMatches(left, run.Item1, right, run.Item2)]);
                found.AddRange(joined);
            }
            // What belongs to a longer match is no match of its own.
            if (joined.Exists(match => i >= match.LeftFirst && i < match.LeftEnd && j >= match.RightFirst && j < match.RightEnd)) continue;
            if (MatchOf(left, i, i + 1, right, j, j + 1) is { } single) found.Add(single);
        }
        return found;
    }

    /// <summary>Parts of two running quotations of which one holds several of the other's, so that no single ones are the same.</summary>
    private static IEnumerable<Match> JoinedMatches(ArticleQuotes left, int leftRun, ArticleQuotes right, int rightRun)
    {
        int leftEnd = left.EndOfRun(leftRun), rightEnd = right.EndOfRun(rightRun);
        if (leftEnd - leftRun == 1 && rightEnd - rightRun == 1) yield break;
        var (l, r) = (left.RunAt(leftRun), right.RunAt(rightRun));
        if (!MayBeSameQuotation(l, r)) yield break;
        var links = Links(left.List.AsSpan()[leftRun..leftEnd], right.List.AsSpan()[rightRun..rightEnd], SharedWords(l, r));
        // Words keep their order, and so do the links: those that touch on either side follow each other.
        for (int first = 0, end; first < links.Count; first = end)
        {
            end = first + 1;
            while (end < links.Count && (links[end].Left == links[end - 1].Left || links[end].Right == links[end - 1].Right)) end++;
            if (end - first > 1 && MatchOf(left, leftRun + links[first].Left, leftRun + links[end - 1].Left + 1, right, rightRun + links[first].Right, rightRun + links[end - 1].Right + 1) is { } match)
                yield return match;
        }
    }

    /// <summary>Parts that share at least half of the words of one of them, or words that run on across the end of one; ascending on both sides.</summary>
    private static List<(int Left, int Right)> Links(ReadOnlySpan<QuotePassage> left, ReadOnlySpan<QuotePassage> right, List<(int Left, int Right)> pairs)
    {
        var links = new List<(int Left, int Right)>();
        int l = 0, r = 0, leftEnd = left[0].Words.Length, rightEnd = right[0].Words.Length, shared = 0;
        bool runsOn = false;
        for (int p = 0; p < pairs.Count; p++)
        {
            var (i, j) = pairs[p];
            if (i >= leftEnd || j >= rightEnd)
            {
                bool goesOn = p > 0 && pairs[p - 1] == (i - 1, j - 1) && i >= leftEnd != j >= rightEnd;
                if (IsLinked(Math.Min(left[l].Words.Length, right[r].Words.Length), runsOn || goesOn)) links.Add((l, r));
                (runsOn, shared) = (goesOn, 0);
                while (i >= leftEnd) leftEnd += left[++l].Words.Length;
                while (j >= rightEnd) rightEnd += right[++r].Words.Length;
            }
            shared++;
        }
        if (IsLinked(Math.Min(left[l].Words.Length, right[r].Words.Length), runsOn)) links.Add((l, r));
        return links;

        bool IsLinked(int shorter, bool runsOn) => shared > 0 && (runsOn || shared * 2 >= shorter);
    }

    /// <summary>The match of passages that are one quotation; null where they are not.</summary>
    private static Match? MatchOf(ArticleQuotes left, int leftFirst, int leftEnd, ArticleQuotes right, int rightFirst, int rightEnd)
    {
        var (l, r) = (QuotePassage.Join(left.List.AsSpan()[leftFirst..leftEnd]), QuotePassage.Join(right.List.AsSpan()[rightFirst..rightEnd]));
        if (!MayBeSameQuotation(l, r)) return null;
        var pairs = SharedWords(l, r);
        if (!IsSameQuotation(l, r, pairs, IsPhrase(left.Model, l) || IsPhrase(right.Model, r))) return null;
        // Two who take up one slogan did not say one thing.
        if ((Math.Min(l.Words.Length, r.Words.Length) < FewestOfOneMouth || pairs.Count * 10 < Math.Max(l.Words.Length, r.Words.Length) * 9) && QuoteSpeakers.MayBeTwo(left.Model, l, right.Model, r)) return null;
        return new Match(leftFirst, leftEnd, l, rightFirst, rightEnd, r, pairs);
    }

    private static List<(int Left, int Right)> SharedWords(QuotePassage left, QuotePassage right) =>
        WordAlignment.Align(left.Ids.AsSpan(), right.Ids.AsSpan(), gap => QuoteAlteration.EditorsMark(left, right, gap) is not null);

    /// <summary>Whether as many words are common as one quotation needs, in whatever order: most candidates have too few.</summary>
    private static bool MayBeSameQuotation(QuotePassage left, QuotePassage right)
    {
        var (l, r) = (left.Sorted, right.Sorted);
        int common = 0;
        for (int i = 0, j = 0; i < l.Length && j < r.Length;)
        {
            if (l[i] == r[j])
            {
                common++;
                i++;
                j++;
            }
            else if (l[i] < r[j]) i++;
            else j++;
        }
        return HasEnough(common, Math.Min(SpokenIn(left), SpokenIn(right)));
    }

    private static bool HasEnough(int common, int shorter) => common * 3 >= shorter * 2 && common >= MinWords - 1;

    /// <summary>
    /// Whether the common words make two passages one quotation: two thirds of the shorter, most of them in a row; a fragment must be
    /// there whole and in a row, because any text holds a few words of another somewhere. What an editor marks breaks no row.
    /// </summary>
    private static bool IsSameQuotation(QuotePassage l, QuotePassage r, List<(int Left, int Right)> pairs, bool isPhrase)
    {
        // A phrase in a sentence of the article's own says less of where it was taken from than a sentence.
        int fragment = isPhrase ? 11 : 8, left = SpokenIn(l), right = SpokenIn(r);
        int shorter = Math.Min(left, right), longer = Math.Max(left, right), run = 0, longest = 0, common = 0;
        for (int p = 0; p < pairs.Count; p++)
        {
            bool inRow = p > 0 && (pairs[p] == (pairs[p - 1].Left + 1, pairs[p - 1].Right + 1)
                || QuoteAlteration.EditorsMark(l, r, new Gap(pairs[p - 1].Left + 1, pairs[p].Left, pairs[p - 1].Right + 1, pairs[p].Right)) is not null);
            if (!inRow) run = 0;
            if (l.Words[pairs[p].Left].Origin is not WordOrigin.Spoken && r.Words[pairs[p].Right].Origin is not WordOrigin.Spoken) continue;
            common++;
            longest = Math.Max(longest, ++run);
        }
        if (!HasEnough(common, shorter)) return false;
        // "I can't breathe", "we can't breathe": of so few words all must be there.
        if (shorter <= MinWords && common < shorter) return false;
        // Two short passages of nearly one length may differ by a word; a short one inside a long one may not, unless both start and end alike.
        if (shorter < fragment && longer > Math.Min(shorter, common) + 2) return longest >= shorter || shorter >= AnchoredFragment && common >= shorter - 2 && longer * 2 <= shorter * 3 && IsAnchored(l, r, pairs);
        // Against a text of twice its length and more a passage finds words to agree with: then most must be there, and most of them in a row.
        if (longer > 2 * shorter && (common * 5 < shorter * 4 || longest * 2 < shorter && longest < fragment)) return false;
        return longest * 3 >= shorter || longest >= fragment;
    }

    private static bool IsPhrase(SemanticModel model, QuotePassage passage) => model.Quotes[passage.Quote].Kind is not QuoteKind.Direct;

    /// <summary>Fewest words of a fragment that may be in pieces.</summary>
    private const int AnchoredFragment = 6;

    private static bool IsAnchored(QuotePassage l, QuotePassage r, List<(int Left, int Right)> pairs) =>
        pairs[0] == (0, 0) && pairs[^1] == (l.Words.Length - 1, r.Words.Length - 1);

    /// <summary>How many of the words are the speaker's.</summary>
    private static int SpokenIn(QuotePassage passage)
    {
        int spoken = 0;
        foreach (var word in passage.Words)
            if (word.Origin is WordOrigin.Spoken) spoken++;
        return spoken;
    }

    // ---- quotations made one ----

    /// <summary>Passages that hold two or more whole passages of the other article and little else, the longest first.</summary>
    private static IEnumerable<List<Match>> Pieces(List<Match> found)
    {
        var joined = new List<(int Words, List<Match> Pieces)>();
        foreach (var group in found.GroupBy(match => (match.RightFirst, match.RightEnd))) Add([.. group], isRight: true);
        foreach (var group in found.GroupBy(match => (match.LeftFirst, match.LeftEnd))) Add([.. group], isRight: false);
        return joined.OrderByDescending(j => j.Words).ThenBy(j => j.Pieces[0].LeftFirst + j.Pieces[0].RightFirst)
            .ThenBy(j => Math.Abs(j.Pieces[0].LeftFirst - j.Pieces[0].RightFirst)).Select(j => j.Pieces);

        void Add(List<Match> matches, bool isRight)
        {
            if (matches.Count < 2) return;
            var whole = isRight ? matches[0].Right : matches[0].Left;
            var pieces = new List<Match>();
            int covered = 0, at = 0;
            foreach (var match in matches.OrderBy(match => Start(match, isRight)).ThenBy(match => isRight ? match.LeftFirst : match.RightFirst))
            {
                var piece = PieceOf(match, isRight);
                // Whole, in a row, behind the one before, and of one speaker.
                if (piece.Words.Length < MinWords || piece.Speaker < 0 || match.Pairs.Count != piece.Words.Length || Start(match, isRight) < at || End(match, isRight) - Start(match, isRight) != match.Pairs.Count) continue;
                if (pieces.Count > 0 && PieceOf(pieces[0], isRight).Speaker != piece.Speaker) continue;
                // What the speaker's name alone cuts in two was not said apart.
                if (pieces.Count > 0 && !IsBehind(pieces[^1], match, isRight)) continue;
                pieces.Add(match);
                covered += match.Pairs.Count;
                at = End(match, isRight);
            }
            if (pieces.Count > 1 && covered * 10 >= whole.Words.Length * 9) joined.Add((covered, pieces));
        }

        static QuotePassage PieceOf(Match match, bool isRight) => isRight ? match.Left : match.Right;

        static int Start(Match match, bool isRight) => isRight ? match.Pairs[0].Right : match.Pairs[0].Left;

        static int End(Match match, bool isRight) => (isRight ? match.Pairs[^1].Right : match.Pairs[^1].Left) + 1;

        static bool IsBehind(Match before, Match match, bool isRight) => isRight ? match.LeftFirst >= before.LeftEnd || match.LeftEnd <= before.LeftFirst : match.RightFirst >= before.RightEnd || match.RightEnd <= before.RightFirst;
    }

    /// <summary>Quotations of one speaker, said apart, that are one in the other article.</summary>
    private static QuoteAlignment Merged(int leftArticle, int rightArticle, List<Match> pieces)
    {
        bool isRight = pieces[0].RightFirst == pieces[1].RightFirst && pieces[0].RightEnd == pieces[1].RightEnd;
        var whole = isRight ? pieces[0].Right : pieces[0].Left;
        var shared = pieces.SelectMany(match => match.Pairs.Select(pair => isRight ? pair.Right : pair.Left)).ToHashSet();
        var added = Enumerable.Range(0, whole.Words.Length).Where(i => !shared.Contains(i)).Select(i => whole.Words[i].Span).Distinct().ToImmutableArray();
        var parts = pieces.SelectMany(match => isRight ? match.Left.Spans : match.Right.Spans).Order().ToImmutableArray();
        int words = whole.Words.Length + pieces.Sum(match => (isRight ? match.Left : match.Right).Words.Length);
        // An ellipsis between the pieces says that they did not follow each other.
        bool marked = Enumerable.Range(0, whole.Words.Length).Any(i => whole.Words[i].Origin is WordOrigin.Ellipsis && !shared.Contains(i));
        return new QuoteAlignment(
            leftArticle, isRight ? parts : whole.Spans, rightArticle, isRight ? whole.Spans : parts, marked ? Alteration.Ellipsis : Alteration.Merged, Sure(2000 * shared.Count / words),
            added.IsEmpty ? [] : [isRight ? new WordChange([], added) : new WordChange(added, [])]);
    }
}
