using System.Collections.Immutable;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Claims;

namespace Analysis.Comparison;

/// <summary>Decides how two passages relate, from how their claims relate.</summary>
internal static class PassageJudge
{
    /// <summary>What two passages share, in thousandths, from which passages without a claim in common are about the same. A judgement.</summary>
    private const int AboutTheSame = 300;

    private const int Half = 500;

    private static readonly Situation GivenAsOne = new(true, false, Given: true);

    /// <summary>Judges two passages.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="sameSituation">Whether both are known to speak of one situation.</param>
    /// <param name="weights">What features of meaning are worth.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static PassageComparison Judge(SemanticModel left, SemanticModel right, bool sameSituation, MeaningWeights weights, CancellationToken cancellation)
    {
        if (HaveSameWords(left, right)) return new PassageComparison(Relation.Equivalent, Confidence.Full, Confidence.Full, Confidence.Full, Confidence.Full, []);
        var terms = new Terms([left, right]);
        int[] leftTerms = terms.Read(0), rightTerms = terms.Read(1);
        var l = new Passage(left, terms, leftTerms, cancellation);
        var r = new Passage(right, terms, rightTerms, cancellation);
        var situation = sameSituation ? GivenAsOne : Shown(left, leftTerms, right, rightTerms, cancellation);
        var alignments = Align(terms, l, r, situation, cancellation);
        var match = MeaningMatch.Find(new MeaningUnits(left, leftTerms), new MeaningUnits(right, rightTerms));
        return Conclude(alignments, l, r, match, weights);
    }

    /// <summary>Whether every claim of the right passage is said by a claim of the left, both being known to speak of one situation.</summary>
    public static bool IsSaid(SemanticModel left, SemanticModel right)
    {
        var terms = new Terms([left, right]);
        var l = new Passage(left, terms, terms.Read(0), CancellationToken.None);
        var r = new Passage(right, terms, terms.Read(1), CancellationToken.None);
        return SaysAll(Align(terms, l, r, GivenAsOne, CancellationToken.None), r, l, a => a.Right, Relation.Refines);
    }

    private static ImmutableArray<Alignment> Align(Terms terms, Passage left, Passage right, Situation situation, CancellationToken cancellation)
    {
        var setting = new PairSetting(terms, WeightsOf(terms.Count, left, right), situation);
        return ClaimAligner.Align(0, left.Claims, 1, right.Claims, new PairJudge(setting), cancellation);
    }

    /// <summary>What the words and dates of two passages show of their situations, by the rule for articles.</summary>
    private static Situation Shown(SemanticModel left, int[] leftTerms, SemanticModel right, int[] rightTerms, CancellationToken cancellation)
    {
        var spoken = new WordNumbers();
        var quotes = QuoteAligner.Align(0, QuoteAligner.Passages(left, spoken), 1, QuoteAligner.Passages(right, spoken), cancellation);
        return Situation.Of(RelatednessJudge.Judge(0, new ArticleProfile(new ArticleWords(left, leftTerms)), 1, new ArticleProfile(new ArticleWords(right, rightTerms)), quotes));
    }

    private static PassageComparison Conclude(ImmutableArray<Alignment> alignments, Passage left, Passage right, MeaningMatch match, MeaningWeights weights)
    {
        bool rightSaid = SaysAll(alignments, right, left, a => a.Right, Relation.Refines), leftSaid = SaysAll(alignments, left, right, a => a.Left, Relation.Generalizes);
        var meaning = PassageMeaning.Judge(match, rightSaid, leftSaid, weights);
        bool updates = alignments.Any(a => a.Relation is Relation.Updates), updated = alignments.Any(a => a.Relation is Relation.UpdatedBy);
        var (rightFollows, leftFollows) = (meaning.RightFollows, meaning.LeftFollows);
        var relation = alignments.Any(a => a.Relation is Relation.Conflicts) ? Relation.Conflicts
            : updates != updated ? updates ? Relation.Updates : Relation.UpdatedBy
            : updates ? Relation.Related
            : rightFollows >= Half && leftFollows >= Half ? Relation.Equivalent
            : rightFollows >= Half ? Relation.Refines
            : leftFollows >= Half ? Relation.Generalizes
            : !alignments.IsEmpty || meaning.Share >= AboutTheSame ? Relation.Related
            : Relation.Unrelated;
        var confidence = relation switch
        {
            // One claim that conflicts is enough, so the surest counts.
            Relation.Conflicts or Relation.Updates or Relation.UpdatedBy => alignments.Where(a => a.Relation == relation).Max(a => a.Confidence),
            Relation.Equivalent => new Confidence(Math.Min(rightFollows, leftFollows)),
            Relation.Refines => new Confidence(rightFollows),
            Relation.Generalizes => new Confidence(leftFollows),
            Relation.Related => new Confidence(500 + Math.Min(400, Math.Abs(meaning.Share - AboutTheSame))),
            _ => new Confidence(950 - meaning.Share),
        };
        return new PassageComparison(
            relation, confidence, Entailment(relation, Relation.Refines, confidence, rightFollows), Entailment(relation, Relation.Generalizes, confidence, leftFollows),
            new Confidence(meaning.Similarity), Ordered(alignments));
    }

    /// <summary>Whether all words of weight and every claim of a passage are said by another, that is by claims that are equivalent or stand so towards it.</summary>
    private static bool SaysAll(ImmutableArray<Alignment> alignments, Passage passage, Passage by, Func<Alignment, AlignmentSide> side, Relation containing)
    {
        if (passage.Claims.IsEmpty || TermLists.Intersect(passage.Terms, by.Terms).Count < passage.Terms.Length || passage.Values.Except(by.Values, StringComparer.Ordinal).Any()) return false;
        var said = new HashSet<int>();
        foreach (var alignment in alignments)
            if (alignment.Relation is Relation.Equivalent || alignment.Relation == containing) said.UnionWith(side(alignment).Claims);
        return said.Count == passage.Claims.Length;
    }

    /// <summary>The confidence that one side follows from the other: above a half only where the relation says that it does.</summary>
    private static Confidence Entailment(Relation relation, Relation containing, Confidence confidence, int estimate) => relation switch
    {
        Relation.Equivalent => new Confidence(estimate),
        _ when relation == containing => new Confidence(estimate),
        Relation.Conflicts => new Confidence((1000 - confidence.Thousandths) / 2),
        // What is later or earlier does not follow.
        _ => new Confidence(Math.Min(estimate, Half - 1)),
    };

    private static ImmutableArray<Difference> Ordered(ImmutableArray<Alignment> alignments) =>
    [
        .. alignments.SelectMany(a => a.Differences).OrderByDescending(d => d.Incompatible).ThenBy(d => d.Kind)
            .ThenBy(d => d.Left.IsEmpty ? 0 : d.Left[0].Start).ThenBy(d => d.Right.IsEmpty ? 0 : d.Right[0].Start),
    ];

    // ---- words ----

    private static bool HaveSameWords(SemanticModel left, SemanticModel right)
    {
        var (l, r) = (left.Tree.Tokens, right.Tree.Tokens);
        if (l.Length != r.Length) return false;
        for (int i = 0; i < l.Length; i++)
            if (!ClaimWords.SameForm(left.Text.Form(i), right.Text.Form(i))) return false;
        return true;
    }

    /// <summary>Weights of terms by what they are: two sentences are too few to tell which words are rare.</summary>
    private static TermWeights WeightsOf(int count, Passage left, Passage right)
    {
        var weights = new int[count];
        foreach (var passage in (Passage[])[left, right])
            for (int i = 0; i < passage.TermAt.Length; i++)
                if (passage.TermAt[i] is var term and >= 0) weights[term] = Math.Max(weights[term], WeightOf(passage.Model.Text.Words[i].Upos));
        return new TermWeights(weights);
    }

    private static int WeightOf(Upos upos) => upos switch { Upos.PROPN => 20, Upos.NOUN or Upos.VERB => 16, Upos.ADV => 8, _ => 12 };

    /// <summary>A passage in the form in which it is compared.</summary>
    private sealed class Passage
    {
        public Passage(SemanticModel model, Terms terms, int[] termAt, CancellationToken cancellation)
        {
            (Model, TermAt) = (model, termAt);
            var words = new ArticleWords(model, termAt);
            Terms = [.. termAt.Where(term => term >= 0).Distinct().Order()];
            Values =
            [
                .. model.Quantities.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Kind} {q.Unit} {q.Precision} {FigureDifferences.ValueOf(q)}"))
                    .Concat(model.Dates.Select(d => d.Timex)).Distinct(StringComparer.Ordinal),
            ];
            var claims = ImmutableArray.CreateBuilder<ClaimProfile>();
            int next = 0, quantity = 0, date = 0;
            for (int s = 0; s < model.Tree.Sentences.Length; s++)
            {
                cancellation.ThrowIfCancellationRequested();
                var sentence = model.Tree.Sentences[s];
                var quantities = Take(model.Quantities.Length, i => model.Quantities[i].FirstToken, sentence.EndToken, ref quantity);
                var dates = Take(model.Dates.Length, i => model.Dates[i].FirstToken, sentence.EndToken, ref date);
                if (next == model.Claims.Length || model.Claims[next].Sentence > s)
                    claims.Add(new ClaimProfile(words, Whole(model, s, quantities, dates), claims.Count, terms));
                for (; next < model.Claims.Length && model.Claims[next].Sentence == s; next++)
                    claims.Add(new ClaimProfile(words, model.Claims[next], claims.Count, terms));
            }
            Claims = claims.ToImmutable();
        }

        public SemanticModel Model { get; }

        public int[] TermAt { get; }

        /// <summary>Terms of all words, ascending.</summary>
        public ImmutableArray<int> Terms { get; }

        /// <summary>Numbers and times, normalised, each once.</summary>
        public ImmutableArray<string> Values { get; }

        /// <summary>The claims of the model, and for every sentence without one the sentence, in order.</summary>
        public ImmutableArray<ClaimProfile> Claims { get; }

        /// <summary>Indices from <paramref name="next"/> to the first item that starts behind a sentence, to which it is moved.</summary>
        private static ImmutableArray<int> Take(int count, Func<int, int> firstToken, int endToken, ref int next)
        {
            int first = next;
            while (next < count && firstToken(next) < endToken) next++;
            return [.. Enumerable.Range(first, next - first)];
        }

        /// <summary>A sentence of which no claim was read, as one without participants.</summary>
        private static Claim Whole(SemanticModel model, int index, ImmutableArray<int> quantities, ImmutableArray<int> dates)
        {
            var sentence = model.Tree.Sentences[index];
            int root = sentence.FirstToken;
            while (model.Text.Words[root].Head >= 0) root = model.Text.Head(root);
            int negator = Enumerable.Range(sentence.FirstToken, sentence.TokenCount).FirstOrDefault(i => model.Text.Words[i].Lemma is "no" or "not" or "never" or "n't", -1);
            var predicate = new Predicate(
                model.Tree.Tokens[root].Span, root, model.Text.Words[root].Lemma, negator < 0 ? Polarity.Positive : Polarity.Negative, Modality.Asserted, Tense.None,
                negator < 0 ? null : model.Tree.Tokens[negator].Span);
            return new Claim(
                "", sentence.Span, index, new Confidence(500), predicate, [], quantities, dates, [])
            { Tokens = [.. Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Where(i => model.Text.Words[i].Upos is not Upos.PUNCT)] };
        }
    }
}
