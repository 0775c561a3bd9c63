using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using Analysis.Language;
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
    /// <param name="setting">What the claims are judged by.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static EditedSentences Find(
        ImmutableArray<ClaimProfile> left, ImmutableArray<ClaimProfile> right, ImmutableArray<(int Left, int Right)> candidates, PairSetting setting, CancellationToken cancellation)
    {
        bool given = setting.Situation.Given;
        if (left.IsEmpty || right.IsEmpty) return new EditedSentences([], []);
        var (leftModel, rightModel) = (left[0].Model, right[0].Model);
        var reader = new EditReader(leftModel, rightModel, given);
        var leftSentences = new Sentence?[leftModel.Tree.Sentences.Length];
        var rightSentences = new Sentence?[rightModel.Tree.Sentences.Length];
        var found = new List<(int Left, int Right, int Edited, List<Difference> Differences, List<(int Left, int Right)> Places, bool NeedsCopy, bool NeedsSameBefore)>();
        var alike = new HashSet<(int Left, int Right)>();
        var unchangedLeft = new HashSet<int>();
        var unchangedRight = new HashSet<int>();
        foreach (var (ls, rs) in SentencePairs(left, right, candidates))
        {
            cancellation.ThrowIfCancellationRequested();
            var (leftWords, rightWords) = (SentenceAt(leftSentences, left[0].Words, ls), SentenceAt(rightSentences, right[0].Words, rs));
            if (leftWords.Length > SentenceSyntax.MaxStretch || rightWords.Length > SentenceSyntax.MaxStretch || !MayMatch(leftWords, rightWords)) continue;
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
            if (differences.Count == 0) continue;
            bool open = !given && (HoldsOpenPronoun(left[0].Words, ls) || HoldsOpenPronoun(right[0].Words, rs) || !NameTheSame(left[0].Words, ls, right[0].Words, rs, differences, setting.Terms));
            found.Add((ls, rs, edited, differences, places, needsCopy && !given, open));
        }
        var pairs = new HashSet<(int, int)>();
        var owners = ImmutableArray.CreateBuilder<(int, int, ImmutableArray<Difference>)>();
        var usedLeft = new HashSet<int>();
        var usedRight = new HashSet<int>();
        foreach (var match in found.OrderBy(f => f.Edited).ThenBy(f => Math.Abs(f.Left - f.Right)).ThenBy(f => f.Left + f.Right).ThenBy(f => f.Left))
        {
            if (unchangedLeft.Contains(match.Left) || unchangedRight.Contains(match.Right) || usedLeft.Contains(match.Left) || usedRight.Contains(match.Right)) continue;
            // What two of a kind may both have done is held against an article only where it goes on like the other.
            if (match.NeedsCopy && !IsCopy(match.Left - 1, match.Right - 1) && !IsCopy(match.Left + 1, match.Right + 1)) continue;
            // "He" is whom the sentence in front is about.
            if (match.NeedsSameBefore && !IsCopy(match.Left - 1, match.Right - 1)) continue;
            usedLeft.Add(match.Left);
            usedRight.Add(match.Right);
            pairs.Add((match.Left, match.Right));
            var byOwner = match.Differences.Select((difference, i) => (Left: Owner(left, match.Left, match.Places[i].Left), Right: Owner(right, match.Right, match.Places[i].Right), difference))
                .GroupBy(d => (d.Left, d.Right), d => d.difference);
            foreach (var owner in byOwner) owners.Add((owner.Key.Left, owner.Key.Right, [.. owner]));
        }
        return new EditedSentences(pairs, owners.ToImmutable());

        bool IsCopy(int ls, int rs) => alike.Contains((ls, rs)) || HaveSameWords(left[0].Words, ls, right[0].Words, rs);
    }

    private static bool HaveSameWords(ArticleWords left, int leftSentence, ArticleWords right, int rightSentence)
    {
        var (l, r) = (left.Model.Tree.Sentences, right.Model.Tree.Sentences);
        if (leftSentence < 0 || rightSentence < 0 || leftSentence >= l.Length || rightSentence >= r.Length || l[leftSentence].TokenCount != r[rightSentence].TokenCount) return false;
        for (int i = 0; i < l[leftSentence].TokenCount; i++)
            if (left.HashAt(l[leftSentence].FirstToken + i) != right.HashAt(r[rightSentence].FirstToken + i)) return false;
        return true;
    }

    /// <summary>Whether the names and the pronouns of two sentences mean the same people, where no name is edited: "he did not sign" of Falk, "he signed" of Lund.</summary>
    private static bool NameTheSame(ArticleWords left, int leftSentence, ArticleWords right, int rightSentence, List<Difference> differences, Terms terms)
    {
        foreach (var difference in differences)
            if (difference.Kind is DifferenceKind.Entity or DifferenceKind.Place or DifferenceKind.Attribution) return true;
        return Names(left, leftSentence).SetEquals(Names(right, rightSentence));

        HashSet<int> Names(ArticleWords article, int sentence)
        {
            var names = new HashSet<int>();
            var syntax = article.Model.Tree.Sentences[sentence];
            for (int i = syntax.FirstToken; i < syntax.EndToken; i++)
                if (article.TermAt[i] is >= 0 and var term && terms.IsName(term)) names.Add(term);
            return names;
        }
    }

    /// <summary>Whether a pronoun of a sentence that was not resolved may mean anybody.</summary>
    private static bool HoldsOpenPronoun(ArticleWords article, int sentence)
    {
        var syntax = article.Model.Tree.Sentences[sentence];
        for (int i = syntax.FirstToken; i < syntax.EndToken; i++)
            if (article.Model.Text.Words[i] is { Upos: Upos.PRON, Lemma: "he" or "she" or "it" or "they" or "his" or "her" or "its" or "their" } && article.TermAt[i] < 0) return true;
        return false;
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
    private sealed class Sentence
    {
        private readonly ArticleWords _article;
        private readonly SentenceSyntax _syntax;
        private ImmutableArray<string> _forms;
        private uint[]? _hashes;

        public Sentence(ArticleWords article, SentenceSyntax syntax)
        {
            (_article, _syntax) = (article, syntax);
            for (int i = syntax.FirstToken; i < syntax.EndToken; i++) Signature |= 1UL << (int)(article.HashAt(i) >> 26);
        }

        /// <summary>Number of words.</summary>
        public int Length => _syntax.TokenCount;

        /// <summary>A bit for each word, by its hash: few words of their own have two sentences whose bits are the same.</summary>
        public ulong Signature { get; }

        /// <summary>The words; made when first asked for, since most sentences are told apart by their hashes.</summary>
        public ImmutableArray<string> Forms => _forms.IsDefault
            ? _forms = [.. Enumerable.Range(_syntax.FirstToken, _syntax.TokenCount).Select(i => Typography.Fold(_article.Model.Text.Form(i)))]
            : _forms;

        /// <summary>Hashes of the words, ascending; made when first asked for.</summary>
        public uint[] Hashes => _hashes ??= ReadHashes();

        private uint[] ReadHashes()
        {
            var hashes = new uint[Length];
            for (int i = 0; i < hashes.Length; i++) hashes[i] = _article.HashAt(_syntax.FirstToken + i);
            Array.Sort(hashes);
            return hashes;
        }
    }

    private static Sentence SentenceAt(Sentence?[] known, ArticleWords article, int sentence) => known[sentence] ??= new Sentence(article, article.Model.Tree.Sentences[sentence]);

    /// <summary>The sentences of candidate pairs, each pair once, by left and then by right sentence.</summary>
    private static List<(int Left, int Right)> SentencePairs(
        ImmutableArray<ClaimProfile> left, ImmutableArray<ClaimProfile> right, ImmutableArray<(int Left, int Right)> candidates)
    {
        // Claims are in order of the text, and candidates in order of the left claims.
        var sentences = new List<(int, int)>(candidates.Length);
        var partners = new List<int>();
        for (int i = 0; i < candidates.Length;)
        {
            int sentence = left[candidates[i].Left].Claim.Sentence;
            partners.Clear();
            for (; i < candidates.Length && left[candidates[i].Left].Claim.Sentence == sentence; i++) partners.Add(right[candidates[i].Right].Claim.Sentence);
            CollectionsMarshal.AsSpan(partners).Sort();
            for (int k = 0; k < partners.Count; k++)
                if (k == 0 || partners[k] != partners[k - 1]) sentences.Add((sentence, partners[k]));
        }
        return sentences;
    }

    /// <summary>Whether so few words differ that a line-up of the words can be worth its time; always for sentences of the same words.</summary>
    private static bool MayMatch(Sentence left, Sentence right)
    {
        // A word for a word, or "did not close" for "closed"; in a long sentence an eighth of it.
        int most = Math.Max(4, Math.Max(left.Length, right.Length) / 8);
        if (Math.Abs(left.Length - right.Length) > most) return false;
        // A word of its own sets one bit that the other may lack.
        if (BitOperations.PopCount(left.Signature & ~right.Signature) > most || BitOperations.PopCount(right.Signature & ~left.Signature) > most) return false;
        var (l, r) = (left.Hashes, right.Hashes);
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
