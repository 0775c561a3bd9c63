using System.Collections.Immutable;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Claims;

namespace Analysis.Comparison;

/// <summary>Decides how two passages relate, from how their claims relate.</summary>
internal static class PassageJudge
{
    /// <summary>Weight of a number or a time within a passage: more than that of a noun.</summary>
    private const int ValueWeight = 24;

    /// <summary>Similarity from which passages without a claim in common are about the same. Set on the development part of MSRP, where it parts nothing yet.</summary>
    private const int AboutTheSame = 300;

    public static PassageComparison Judge(SemanticModel left, SemanticModel right, bool sameSituation, CancellationToken cancellation)
    {
        if (HaveSameWords(left, right)) return new PassageComparison(Relation.Equivalent, Confidence.Full, Confidence.Full, Confidence.Full, Confidence.Full, []);
        var terms = new Terms([left, right]);
        int[] leftTerms = terms.Read(0), rightTerms = terms.Read(1);
        var l = new Passage(left, terms, leftTerms, cancellation);
        var r = new Passage(right, terms, rightTerms, cancellation);
        int[] weights = WeightsOf(terms.Count, l, r);
        var situation = sameSituation ? new Situation(true, false, Given: true) : Shown(left, leftTerms, right, rightTerms, cancellation);
        var alignments = ClaimAligner.Align(0, l.Claims, 1, r.Claims, new PairJudge(terms, weights, situation), weights, cancellation);
        return Conclude(alignments, l, r, weights);
    }

    /// <summary>What the words and dates of two passages show of their situations, by the rule for articles.</summary>
    private static Situation Shown(SemanticModel left, int[] leftTerms, SemanticModel right, int[] rightTerms, CancellationToken cancellation)
    {
        var quotes = QuoteAligner.Align(0, left, QuoteAligner.Passages(left), 1, right, QuoteAligner.Passages(right), cancellation);
        return Situation.Of(RelatednessJudge.Judge(0, new ArticleProfile(left, leftTerms), 1, new ArticleProfile(right, rightTerms), quotes));
    }

    private static PassageComparison Conclude(ImmutableArray<Alignment> alignments, Passage left, Passage right, int[] weights)
    {
        var (leftShare, rightShare, similarity) = Shares(left, right, weights);
        bool leftEntails = rightShare == 1000 && SaysAll(alignments, right.Claims.Length, a => a.Right, Relation.Refines);
        bool rightEntails = leftShare == 1000 && SaysAll(alignments, left.Claims.Length, a => a.Left, Relation.Generalizes);
        bool updates = alignments.Any(a => a.Relation is Relation.Updates), updated = alignments.Any(a => a.Relation is Relation.UpdatedBy);
        var relation = alignments.Any(a => a.Relation is Relation.Conflicts) ? Relation.Conflicts
            : updates != updated ? updates ? Relation.Updates : Relation.UpdatedBy
            : updates ? Relation.Related
            : leftEntails && rightEntails ? Relation.Equivalent
            : leftEntails ? Relation.Refines
            : rightEntails ? Relation.Generalizes
            : !alignments.IsEmpty || similarity >= AboutTheSame ? Relation.Related
            : Relation.Unrelated;
        var deciding = alignments.Where(a => a.Relation == relation).Select(a => a.Confidence).DefaultIfEmpty(new Confidence(500));
        var confidence = relation switch
        {
            // One claim that conflicts is enough, so the surest counts; all have to agree, so the least sure does.
            Relation.Conflicts or Relation.Updates or Relation.UpdatedBy => deciding.Max(),
            Relation.Equivalent or Relation.Refines or Relation.Generalizes => alignments.Min(a => a.Confidence),
            Relation.Related => new Confidence(500 + Math.Min(400, Math.Abs(similarity - AboutTheSame))),
            _ => new Confidence(950 - similarity),
        };
        return new PassageComparison(
            relation, confidence, Entailment(relation, Relation.Refines, confidence, rightShare), Entailment(relation, Relation.Generalizes, confidence, leftShare),
            new Confidence(similarity), Ordered(alignments));
    }

    /// <summary>Whether every claim of one side is said by the other, that is by claims that are equivalent or stand so towards it.</summary>
    private static bool SaysAll(ImmutableArray<Alignment> alignments, int claims, Func<Alignment, AlignmentSide> side, Relation containing)
    {
        var said = new HashSet<int>();
        foreach (var alignment in alignments)
            if (alignment.Relation is Relation.Equivalent || alignment.Relation == containing) said.UnionWith(side(alignment).Claims);
        return said.Count == claims && claims > 0;
    }

    /// <summary>The confidence that one side follows from the other: above a half only where the relation says that it does.</summary>
    private static Confidence Entailment(Relation relation, Relation containing, Confidence confidence, int share) => relation switch
    {
        Relation.Equivalent => new Confidence(500 + confidence.Thousandths / 2),
        _ when relation == containing => new Confidence(500 + confidence.Thousandths / 2),
        Relation.Conflicts => new Confidence((1000 - confidence.Thousandths) / 2),
        Relation.Unrelated => new Confidence(share / 20),
        // Most of the words in common without entailment: it may have been missed.
        _ => new Confidence(share * 4 / 10),
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
            if (!PairJudge.SameForm(left.Text.Form(i), right.Text.Form(i))) return false;
        return true;
    }

    /// <summary>What share of each side's weight the other holds too, and of both together, in thousandths.</summary>
    private static (int Left, int Right, int Both) Shares(Passage left, Passage right, int[] weights)
    {
        int leftAll = left.Terms.Sum(t => weights[t]) + left.Values.Length * ValueWeight, rightAll = right.Terms.Sum(t => weights[t]) + right.Values.Length * ValueWeight;
        int shared = PairJudge.Intersect(left.Terms, right.Terms).Sum(t => weights[t]) + left.Values.Intersect(right.Values, StringComparer.Ordinal).Count() * ValueWeight;
        return (Share(shared, leftAll), Share(shared, rightAll), Share(2 * shared, leftAll + rightAll));

        static int Share(int part, int whole) => whole == 0 ? 0 : (int)(1000L * part / whole);
    }

    /// <summary>Weights of terms by what they are: two sentences are too few to tell which words are rare.</summary>
    private static int[] WeightsOf(int count, Passage left, Passage right)
    {
        var weights = new int[count];
        foreach (var passage in (Passage[])[left, right])
            for (int i = 0; i < passage.TermAt.Length; i++)
                if (passage.TermAt[i] is var term and >= 0) weights[term] = Math.Max(weights[term], WeightOf(passage.Model.Text.Words[i].Upos));
        return weights;
    }

    private static int WeightOf(Upos upos) => upos switch { Upos.PROPN => 20, Upos.NOUN or Upos.VERB => 16, Upos.ADV => 8, _ => 12 };

    /// <summary>A passage in the form in which it is compared.</summary>
    private sealed class Passage
    {
        public Passage(SemanticModel model, Terms terms, int[] termAt, CancellationToken cancellation)
        {
            (Model, TermAt) = (model, termAt);
            Terms = [.. termAt.Where(term => term >= 0).Distinct().Order()];
            Values =
            [
                .. model.Quantities.Select(q => string.Create(CultureInfo.InvariantCulture, $"{q.Kind} {q.Unit} {q.Precision} {PairJudge.ValueOf(q)}"))
                    .Concat(model.Dates.Select(d => d.Timex)).Distinct(StringComparer.Ordinal),
            ];
            var claims = ImmutableArray.CreateBuilder<ClaimProfile>();
            int next = 0;
            for (int s = 0; s < model.Tree.Sentences.Length; s++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (next == model.Claims.Length || model.Claims[next].Sentence > s) claims.Add(new ClaimProfile(model, Whole(model, s), claims.Count, terms, termAt));
                for (; next < model.Claims.Length && model.Claims[next].Sentence == s; next++)
                    claims.Add(new ClaimProfile(model, model.Claims[next], claims.Count, terms, termAt));
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

        /// <summary>A sentence of which no claim was read, as one without participants.</summary>
        private static Claim Whole(SemanticModel model, int index)
        {
            var sentence = model.Tree.Sentences[index];
            int root = sentence.FirstToken;
            while (model.Text.Words[root].Head >= 0) root = model.Text.Head(root);
            int negator = Enumerable.Range(sentence.FirstToken, sentence.TokenCount).FirstOrDefault(i => model.Text.Words[i].Lemma is "no" or "not" or "never" or "n't", -1);
            var predicate = new Predicate(
                model.Tree.Tokens[root].Span, root, model.Text.Words[root].Lemma, negator < 0 ? Polarity.Positive : Polarity.Negative, Modality.Asserted, Tense.None,
                negator < 0 ? null : model.Tree.Tokens[negator].Span);
            return new Claim(
                "", sentence.Span, index, new Confidence(500), predicate, [],
                [.. Enumerable.Range(0, model.Quantities.Length).Where(q => sentence.Span.Contains(model.Quantities[q].Span))],
                [.. Enumerable.Range(0, model.Dates.Length).Where(d => sentence.Span.Contains(model.Dates[d].Span))], [])
            { Tokens = [.. Enumerable.Range(sentence.FirstToken, sentence.TokenCount).Where(i => model.Text.Words[i].Upos is not Upos.PUNCT)] };
        }
    }
}
