using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Finds sentences of two articles that are the same but for edits: a figure, a time, a name, a negation, a word for its opposite.</summary>
/// <remarks>
/// Texts that copy each other differ by edits. Where all other words agree, the words themselves show that both speak of the same thing,
/// however the clauses are read. A sentence that stands in the other article unchanged as well is left alone.
/// </remarks>
internal sealed class EditedSentences
{
    private readonly HashSet<(int Left, int Right)> _pairs;

    private EditedSentences(HashSet<(int Left, int Right)> pairs, ImmutableArray<(int Left, int Right, ImmutableArray<Difference> Differences)> owners) =>
        (_pairs, Owners) = (pairs, owners);

    /// <summary>Claims that hold the edits, by their place in the lists, with the differences that the edits make.</summary>
    public ImmutableArray<(int Left, int Right, ImmutableArray<Difference> Differences)> Owners { get; }

    /// <summary>Whether two sentences are the same but for edits.</summary>
    public bool ContainsPair(int leftSentence, int rightSentence) => _pairs.Contains((leftSentence, rightSentence));

    /// <summary>Compares the sentences of candidate pairs of claims.</summary>
    /// <param name="left">Claims of the one article.</param>
    /// <param name="right">Claims of the other.</param>
    /// <param name="candidates">Pairs of them whose sentences are looked at, by their places in the lists.</param>
    /// <param name="given">Whether it is taken for granted that both speak of one situation.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static EditedSentences Find(
        ImmutableArray<ClaimProfile> left, ImmutableArray<ClaimProfile> right, ImmutableArray<(int Left, int Right)> candidates, bool given, CancellationToken cancellation)
    {
        if (left.IsEmpty || right.IsEmpty) return new EditedSentences([], []);
        var (leftModel, rightModel) = (left[0].Model, right[0].Model);
        var reader = new EditReader(leftModel, rightModel, given);
        var leftSentences = new Dictionary<int, Words>();
        var rightSentences = new Dictionary<int, Words>();
        var found = new List<(int Left, int Right, int Edited, List<Difference> Differences, List<(int Left, int Right)> Places, bool NeedsCopy)>();
        var alike = new HashSet<(int Left, int Right)>();
        var unchangedLeft = new HashSet<int>();
        var unchangedRight = new HashSet<int>();
        foreach (var (ls, rs) in SentencePairs(left, right, candidates))
        {
            cancellation.ThrowIfCancellationRequested();
            var (leftWords, rightWords) = (WordsOf(leftSentences, leftModel, ls), WordsOf(rightSentences, rightModel, rs));
            if (leftWords.Hashes.Length > SentenceSyntax.MaxStretch || rightWords.Hashes.Length > SentenceSyntax.MaxStretch || !MayMatch(leftWords, rightWords)) continue;
            var (l, r) = (leftWords.Forms, rightWords.Forms);
            if (l.AsSpan().SequenceEqual(r.AsSpan()))
            {
                unchangedLeft.Add(ls);
                unchangedRight.Add(rs);
                alike.Add((ls, rs));
                continue;
            }
            var differences = new List<Difference>();
            var places = new List<(int, int)>();
            int edited = reader.Read(leftModel.Tree.Sentences[ls].FirstToken, l, rightModel.Tree.Sentences[rs].FirstToken, r, differences, places, out bool needsCopy);
            if (edited < 0) continue;
            alike.Add((ls, rs));
            if (differences.Count > 0) found.Add((ls, rs, edited, differences, places, needsCopy && !given));
        }
        var pairs = new HashSet<(int, int)>();
        var owners = ImmutableArray.CreateBuilder<(int, int, ImmutableArray<Difference>)>();
        var usedLeft = new HashSet<int>();
        var usedRight = new HashSet<int>();
        foreach (var match in found.OrderBy(f => f.Edited).ThenBy(f => Math.Abs(f.Left - f.Right)).ThenBy(f => f.Left + f.Right).ThenBy(f => f.Left))
        {
            if (unchangedLeft.Contains(match.Left) || unchangedRight.Contains(match.Right) || usedLeft.Contains(match.Left) || usedRight.Contains(match.Right)) continue;
            // What two of a kind may both have done is held against an article only where it goes on like the other.
            if (match.NeedsCopy && !alike.Contains((match.Left - 1, match.Right - 1)) && !alike.Contains((match.Left + 1, match.Right + 1))) continue;
            usedLeft.Add(match.Left);
            usedRight.Add(match.Right);
            pairs.Add((match.Left, match.Right));
            var byOwner = match.Differences.Select((difference, i) => (Left: Owner(left, match.Left, match.Places[i].Left), Right: Owner(right, match.Right, match.Places[i].Right), difference))
                .GroupBy(d => (d.Left, d.Right), d => d.difference);
            foreach (var owner in byOwner) owners.Add((owner.Key.Left, owner.Key.Right, [.. owner]));
        }
        return new EditedSentences(pairs, owners.ToImmutable());
    }

    /// <summary>The innermost claim of a sentence that holds a token; else its first claim. An index into the list of claims.</summary>
    private static int Owner(ImmutableArray<ClaimProfile> claims, int sentence, int token)
    {
        int first = FirstClaim(claims, sentence), best = -1;
        for (int i = first; i < claims.Length && claims[i].Claim.Sentence == sentence; i++)
            if (claims[i].Claim.Tokens.BinarySearch(token) >= 0 && (best < 0 || claims[i].Claim.Tokens.Length < claims[best].Claim.Tokens.Length)) best = i;
        return best >= 0 ? best : first;
    }

    /// <summary>The first claim of a sentence that has one. Claims are in order of the text.</summary>
    private static int FirstClaim(ImmutableArray<ClaimProfile> claims, int sentence)
    {
        int low = 0, high = claims.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (claims[middle].Claim.Sentence < sentence) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    // ---- words ----

    /// <summary>A sentence as words in their plain form.</summary>
    private sealed class Words(SemanticModel model, SentenceSyntax sentence)
    {
        private ImmutableArray<string> _forms;

        /// <summary>The words; made when first asked for, since most sentences are told apart by their hashes.</summary>
        public ImmutableArray<string> Forms => _forms.IsDefault
            ? _forms = [.. Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Select(i => Typography.Fold(model.Text.Form(i)))]
            : _forms;

        /// <summary>Hashes of the words, ascending.</summary>
        public uint[] Hashes { get; } = HashesOf(model, sentence);

        private static uint[] HashesOf(SemanticModel model, SentenceSyntax sentence)
        {
            var hashes = new uint[sentence.TokenCount];
            for (int i = 0; i < hashes.Length; i++) hashes[i] = Typography.Hash(model.Text.Form(sentence.FirstToken + i));
            Array.Sort(hashes);
            return hashes;
        }
    }

    private static Words WordsOf(Dictionary<int, Words> known, SemanticModel model, int sentence)
    {
        if (!known.TryGetValue(sentence, out var words)) known[sentence] = words = new Words(model, model.Tree.Sentences[sentence]);
        return words;
    }

    /// <summary>The sentences of candidate pairs, each pair once, by left and then by right sentence.</summary>
    private static List<(int Left, int Right)> SentencePairs(
        ImmutableArray<ClaimProfile> left, ImmutableArray<ClaimProfile> right, ImmutableArray<(int Left, int Right)> candidates)
    {
        var pairs = new List<long>(candidates.Length);
        foreach (var (l, r) in candidates) pairs.Add((long)left[l].Claim.Sentence << 32 | (uint)right[r].Claim.Sentence);
        pairs.Sort();
        var sentences = new List<(int, int)>(pairs.Count);
        for (int i = 0; i < pairs.Count; i++)
            if (i == 0 || pairs[i] != pairs[i - 1]) sentences.Add(((int)(pairs[i] >> 32), (int)pairs[i]));
        return sentences;
    }

    /// <summary>Whether so few words differ that a line-up of the words can be worth its time; always for sentences of the same words.</summary>
    private static bool MayMatch(Words left, Words right)
    {
        var (l, r) = (left.Hashes, right.Hashes);
        // A word for a word, or "did not close" for "closed"; in a long sentence an eighth of it.
        int most = Math.Max(4, Math.Max(l.Length, r.Length) / 8);
        if (Math.Abs(l.Length - r.Length) > most) return false;
        int common = 0, missing = 0;
        for (int i = 0, j = 0; i < l.Length && j < r.Length && missing <= 2 * most;)
        {
            if (l[i] == r[j])
            {
                common++;
                i++;
                j++;
                continue;
            }
            missing++;
            if (l[i] < r[j]) i++;
            else j++;
        }
        return l.Length - common <= most && r.Length - common <= most && (common > 1 || common == l.Length && common == r.Length);
    }
}
