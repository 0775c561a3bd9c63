using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Finds sentences of two articles that are the same but for a figure or a negation.</summary>
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
    public static EditedSentences Find(
        ImmutableArray<ClaimProfile> left, ImmutableArray<ClaimProfile> right, ImmutableArray<(int Left, int Right)> candidates, CancellationToken cancellation)
    {
        if (left.IsEmpty || right.IsEmpty) return new EditedSentences([], []);
        var (leftModel, rightModel) = (left[0].Model, right[0].Model);
        var leftSentences = new Dictionary<int, Words>();
        var rightSentences = new Dictionary<int, Words>();
        var found = new List<(int Left, int Right, int Edited, List<Difference> Differences, List<(int Left, int Right)> Places)>();
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
                continue;
            }
            var differences = new List<Difference>();
            var places = new List<(int, int)>();
            int edited = ReadEdits(leftModel, ls, l, rightModel, rs, r, differences, places);
            if (edited >= 0 && differences.Count > 0) found.Add((ls, rs, edited, differences, places));
        }
        var pairs = new HashSet<(int, int)>();
        var owners = ImmutableArray.CreateBuilder<(int, int, ImmutableArray<Difference>)>();
        var usedLeft = new HashSet<int>();
        var usedRight = new HashSet<int>();
        foreach (var match in found.OrderBy(f => f.Edited).ThenBy(f => Math.Abs(f.Left - f.Right)).ThenBy(f => f.Left + f.Right).ThenBy(f => f.Left))
        {
            if (unchangedLeft.Contains(match.Left) || unchangedRight.Contains(match.Right) || usedLeft.Contains(match.Left) || usedRight.Contains(match.Right)) continue;
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

    // ---- what was edited ----

    /// <summary>Reads every gap between common words as a figure, a negation or nothing of weight.</summary>
    /// <returns>Number of words in the gaps; -1 when a gap changes anything else, so that the sentences may speak of different things.</returns>
    private static int ReadEdits(
        SemanticModel left, int leftSentence, ImmutableArray<string> l, SemanticModel right, int rightSentence, ImmutableArray<string> r,
        List<Difference> differences, List<(int Left, int Right)> places)
    {
        int leftFirst = left.Tree.Sentences[leftSentence].FirstToken, rightFirst = right.Tree.Sentences[rightSentence].FirstToken;
        int edited = 0;
        foreach (var gap in WordAlignment.Gaps(WordAlignment.Align(l, r), l.Length, r.Length))
        {
            edited += gap.LeftEnd - gap.LeftStart + gap.RightEnd - gap.RightStart;
            var leftGap = (First: leftFirst + gap.LeftStart, End: leftFirst + gap.LeftEnd);
            var rightGap = (First: rightFirst + gap.RightStart, End: rightFirst + gap.RightEnd);
            if (ReadFigure(left, leftGap, right, rightGap) is { } figure)
            {
                if (figure.Incompatible) Add(figure);
                continue;
            }
            if (ReadNegation(left, leftGap, right, rightGap) is { } negation) Add(negation);
            else if (!IsWeightless(left, leftGap) || !IsWeightless(right, rightGap)) return -1;

            void Add(Difference difference)
            {
                differences.Add(difference);
                places.Add((Place(left, leftGap), Place(right, rightGap)));
            }
        }
        return edited;
    }

    /// <summary>A token that stands for a gap: its first, or the one in front of it.</summary>
    private static int Place(SemanticModel model, (int First, int End) gap) => gap.End > gap.First ? gap.First : Math.Min(Math.Max(0, gap.First - 1), model.Tree.Tokens.Length - 1);

    private static Difference? ReadFigure(SemanticModel left, (int First, int End) leftGap, SemanticModel right, (int First, int End) rightGap)
    {
        if (QuantityAt(left, leftGap) is not { } l || QuantityAt(right, rightGap) is not { } r || l.Kind != r.Kind || l.Unit != r.Unit) return null;
        if (l.Counted is { } lc && r.Counted is { } rc && Synonyms.Canonical(lc.Lemma) != Synonyms.Canonical(rc.Lemma)) return null;
        bool incompatible = QuantityComparison.Compare(l, r) is ValueRelation.Incompatible;
        return new Difference(
            DifferenceKind.Quantity, incompatible, [l.Span], [r.Span], PairJudge.ValueOf(l), PairJudge.ValueOf(r), new Confidence(930),
            $"The figures differ: “{left.Tree.Text.ToString(l.Span)}” against “{right.Tree.Text.ToString(r.Span)}”.");
    }

    /// <summary>The one quantity whose number the gap replaces.</summary>
    private static Quantity? QuantityAt(SemanticModel model, (int First, int End) gap)
    {
        if (gap.End == gap.First) return null;
        var span = model.Text.SpanOf(gap.First, gap.End);
        Quantity? found = null;
        foreach (var quantity in model.Quantities.AsSpan()[FirstQuantity(model, gap.First)..])
        {
            if (quantity.Number.Start >= span.End) break;
            if (!quantity.Number.OverlapsWith(span)) continue;
            // Words beside the number must not change with it: "12 men" for "10 women" is another count.
            if (found is not null || span.Start < quantity.Span.Start || span.End > quantity.Span.End) return null;
            found = quantity;
        }
        return found;
    }

    private static int FirstQuantity(SemanticModel model, int token)
    {
        int low = 0, high = model.Quantities.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (model.Quantities[middle].EndToken <= token) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>One side denies, the other does not, and the rest of the gap is the same verb with or without <em>do</em>.</summary>
    private static Difference? ReadNegation(SemanticModel left, (int First, int End) leftGap, SemanticModel right, (int First, int End) rightGap)
    {
        int l = NegatorIn(left, leftGap), r = NegatorIn(right, rightGap);
        if (l >= 0 == r >= 0) return null;
        var (negated, negatedGap, negator, plain, plainGap) = l >= 0 ? (left, leftGap, l, right, rightGap) : (right, rightGap, r, left, leftGap);
        var verbs = Lemmas(negated, negatedGap);
        if (!verbs.SequenceEqual(Lemmas(plain, plainGap))) return null;
        // Only a denied verb denies the statement, not "not far from", "not only"; behind "did not" stands a verb and behind "was not" a predicate, whatever the tag.
        var governor = negated.Text.Words[negator].Head >= 0 ? negated.Text.Head(negator) : negator;
        bool supported = negator > negatedGap.First && negated.Text.Words[negator - 1].Lemma is "do" || negator > 0 && negated.Text.Words[negator - 1].Lemma is "be";
        if (!supported && negated.Text.Words[governor].Upos is not (Upos.VERB or Upos.AUX) && negated.Text.Dependent(governor, DependencyRelation.Cop, DependencyRelation.Aux) < 0) return null;
        if (negator + 1 < negated.Tree.Tokens.Length && negated.Text.Form(negator + 1) is "only" or "just" or "least" or "even") return null;
        int verb = plainGap.End > plainGap.First ? plainGap.First : Place(plain, plainGap);
        var denial = negated.Tree.Tokens[negator].Span;
        var affirmed = plain.Tree.Tokens[verb].Span;
        string lemma = negated.Text.Words[governor].Lemma;
        return l >= 0
            ? new Difference(DifferenceKind.Negation, true, [denial], [affirmed], "not " + lemma, lemma, new Confidence(900), "The first denies what the second affirms.")
            : new Difference(DifferenceKind.Negation, true, [affirmed], [denial], lemma, "not " + lemma, new Confidence(900), "The first affirms what the second denies.");
    }

    private static int NegatorIn(SemanticModel model, (int First, int End) gap)
    {
        for (int i = gap.First; i < gap.End; i++)
            if (model.Text.Words[i].Lemma is "not" or "never" or "n't") return i;
        return -1;
    }

    /// <summary>Lemmas of a gap without negation and supporting <em>do</em>.</summary>
    private static List<string> Lemmas(SemanticModel model, (int First, int End) gap)
    {
        var lemmas = new List<string>();
        for (int i = gap.First; i < gap.End; i++)
        {
            string lemma = model.Text.Words[i].Lemma;
            if (lemma is not ("not" or "never" or "n't") && !(lemma is "do" && model.Text.Words[i].Upos is Upos.AUX)) lemmas.Add(lemma);
        }
        return lemmas;
    }

    /// <summary>Whether a gap holds nothing that could make the sentence speak of something else: signs, articles.</summary>
    private static bool IsWeightless(SemanticModel model, (int First, int End) gap)
    {
        for (int i = gap.First; i < gap.End; i++)
            if (model.Text.Words[i].Upos is not (Upos.PUNCT or Upos.SYM) && model.Text.Words[i].Lemma is not ("the" or "a" or "an" or "that")) return false;
        return true;
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
