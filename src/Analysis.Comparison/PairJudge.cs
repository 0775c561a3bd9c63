using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>What a comparison takes for granted about the situations that two articles speak of.</summary>
/// <param name="SameSituation">Whether both report one event. Without it nothing is incompatible.</param>
/// <param name="DifferentEdition">Whether they report different editions of a recurring event.</param>
/// <param name="Given">Whether the caller says that the situation is one, down to who does what and when, so that less has to be shown.</param>
internal readonly record struct Situation(bool SameSituation, bool DifferentEdition, bool Given = false)
{
    /// <summary>What follows from how two articles stand to each other.</summary>
    public static Situation Of(Relatedness related)
    {
        // A text that is used again for the next edition is a near duplicate and still reports another event; a later state of one article does not.
        bool apart = related.Verdict is not Verdict.Revision && related.Evidence.Any(e => e.Kind is EvidenceKind.DifferentEdition or EvidenceKind.DatesApart);
        return new Situation(related.Verdict is not (Verdict.SameTopic or Verdict.Unrelated) && !apart, apart);
    }
}

/// <summary>How one claim stands to another, before alignments are chosen.</summary>
/// <param name="Score">What the choice of alignments goes by; greater is better.</param>
/// <param name="Relation">How left relates to right.</param>
/// <param name="Reason">Why the relation is not a stronger one.</param>
/// <param name="Confidence">Estimate that the relation is right.</param>
/// <param name="Differences">In what respects they differ, the incompatible ones first.</param>
/// <param name="Explanation">What made the relation; only what conflicts while <see cref="Shared"/> is there.</param>
internal sealed record Judgement(int Score, Relation Relation, RelationReason Reason, Confidence Confidence, ImmutableArray<Difference> Differences, string Explanation)
{
    /// <summary>Common terms, for <see cref="PairJudge.Describe"/>; null once the explanation is whole.</summary>
    public List<int>? Shared { get; init; }
}

/// <summary>Decides how two claims relate: contradiction is tested before support.</summary>
/// <remarks>
/// Shares are in thousandths of integer weights, so that every machine decides alike. A conflict needs the same predicate, compatible
/// participants and times, and a value or a polarity that cannot hold together with the other's.
/// </remarks>
internal sealed class PairJudge(Terms terms, int[] weights, Situation situation)
{
    /// <summary>Weight of a number or a date within a claim: that of a rare word.</summary>
    private const int ValueWeight = 24;

    // Thresholds in thousandths, set on the samples of this project and on what reads well; a suite will fit them.
    private const int Same = 800, Contained = 850, AlikeWithPredicate = 400, Alike = 520, AlikeInOtherRoles = 680;

    /// <summary>Counts that only grow while a story goes on: a later value is an update.</summary>
    private static readonly string[] StatusWords = ["kill", "die", "injure", "miss", "missing", "rescue", "arrest", "evacuate", "infect", "count", "displace", "confirm", "burn", "destroy", "treat", "hospitalize", "damage"];

    /// <summary>Whether the situation is taken for granted.</summary>
    public bool Given => situation.Given;

    private readonly HashSet<int> _status = [.. StatusWords.Select(terms.OfLemma)];

    /// <summary>What happens to people, of which "nobody" is meant as it is said; nobody expected the storm whom nobody asked.</summary>
    private static readonly string[] HarmWords = ["kill", "die", "injure", "miss", "arrest", "charge", "drown", "trap", "shoot", "infect", "evacuate", "rescue", "burn", "hospitalize", "harm", "indict", "convict"];

    private readonly HashSet<int> _harm = [.. HarmWords.Select(terms.OfLemma)];

    /// <summary>Judges a pair.</summary>
    /// <returns>Null when the two are not about the same thing.</returns>
    /// <param name="left">The one claim.</param>
    /// <param name="right">The other.</param>
    /// <param name="verbatim">Whether their sentences are the same but for edits, which alone may conflict then.</param>
    public Judgement? Judge(ClaimProfile left, ClaimProfile right, bool verbatim)
    {
        bool identical = left.WordsHash == right.WordsHash && SameWords(left, right);
        var (sharedCount, sharedWeight) = WeighShared(left.ContentTerms, right.ContentTerms);
        int leftWeight = Weight(left.ContentTerms.AsSpan()), rightWeight = Weight(right.ContentTerms.AsSpan());
        if (situation.Given && JudgeDenial(left, right) is { } denial) return denial;
        if (!identical && (sharedCount == 0 || sharedCount == 1 && sharedWeight * 2 * 1000 < 600 * (leftWeight + rightWeight))) return null;

        var values = MatchQuantities(left, right);
        // "I think", "he knows": one word in common says nothing of what they speak of, unless their sentences or their figures do.
        if (sharedCount <= 1 && values.Pairs.Count == 0 && !(left.SharesSentence(right)
            && (identical || !situation.Given && (left.NobodyRole ?? right.NobodyRole) is not null || left.Claim.Predicate.Polarity == right.Claim.Predicate.Polarity && FirmAlike(left, right) && SamePerson(left, right)))) return null;
        var time = CompareTimes(left, right);
        bool samePredicate = left.PredicateTerm == right.PredicateTerm;
        int dice = leftWeight + rightWeight == 0 ? 1000 : 2000 * sharedWeight / (leftWeight + rightWeight);

        var differences = ImmutableArray.CreateBuilder<Difference>();
        bool together = time is not TimeRelation.Different && (situation.Given || time is not TimeRelation.Unknown)
            && !NamesClash(left.Subject, right.Subject) && !NamesClash(left.Object, right.Object);
        // "The killing of two men" is one of several, perhaps; "almost signed" is not signed.
        bool alike = !left.IsNominal && !right.IsNominal && left.IsQualifiedAs(right);
        together &= situation.Given || alike;
        bool frame = samePredicate && together;
        foreach (var (lq, rq, relation) in values.Pairs)
            if (relation is not ValueRelation.Equal) AddQuantity(differences, left, right, lq, rq, relation, frame && ParticipantsAgree(left, right, lq, rq, dice));
        AddNegation(differences, left, right, frame, dice, values);
        bool sameFigures = values.Pairs.Count == left.Quantities.Length && values.Pairs.Count == right.Quantities.Length && values.Pairs.TrueForAll(p => p.Relation is ValueRelation.Equal);
        if (!samePredicate && together) AddOpposite(differences, left, right, dice, sameFigures);
        if (samePredicate && !situation.Given && alike)
        {
            AddReversal(differences, left, right, time, sameFigures);
            AddOnceOnly(differences, left, right, time, dice);
        }
        if (differences.Any(d => d is { Kind: DifferenceKind.Quantity, Incompatible: true }) && differences.Count(d => d.Incompatible) > 1)
            Soften(differences, DifferenceKind.Negation);
        // "The first man", "the second man": two men.
        bool another = !situation.Given && values.Pairs.Exists(p => p is { Left: { Kind: QuantityKind.Ordinal, Counted: not null }, Relation: ValueRelation.Incompatible });
        if (verbatim || another || differences.Any(d => d.Incompatible) && MayBeOthers(left, right))
            for (int i = 0; i < differences.Count; i++) differences[i] = differences[i] with { Incompatible = false };
        AddModality(differences, left, right);
        AddAttribution(differences, left, right);

        // What a claim says beyond the words: each number and each time is a part of its content.
        int matchedValues = values.Pairs.Count(p => p.Relation is not ValueRelation.Incompatible);
        int leftTimes = left.Dates.Length > 0 ? 1 : 0, rightTimes = right.Dates.Length > 0 ? 1 : 0;
        int matchedTimes = leftTimes + rightTimes == 2 && time is TimeRelation.Same or TimeRelation.Compatible ? 1 : 0;
        int matched = sharedWeight + ValueWeight * (matchedValues + matchedTimes);
        int leftAll = leftWeight + ValueWeight * (left.Quantities.Length + leftTimes), rightAll = rightWeight + ValueWeight * (right.Quantities.Length + rightTimes);
        int leftShare = leftAll == 0 ? 1000 : 1000 * matched / leftAll, rightShare = rightAll == 0 ? 1000 : 1000 * matched / rightAll;

        bool conflict = differences.Any(d => d.Incompatible);
        // A word that denies on one side alone forbids agreement even where it could not be read.
        bool polarity = left.Claim.Predicate.Polarity == right.Claim.Predicate.Polarity && left.HoldsNegator == right.HoldsNegator;
        bool sameMeaning = FirmAlike(left, right) && SamePerson(left, right) && !left.HasOppositeOf(right) && !left.IsReverseOf(right) && !NamesChangePlaces(left, right);
        var weak = Weak(samePredicate, dice, RolesClash(left, right));
        // "If the charges are true": what follows is what is said.
        bool half = (left.IsCondition || right.IsCondition) && !SameSentences(left, right);
        Relation? related = half ? weak
            : identical && (sameMeaning || SameSentences(left, right)) ? Relation.Equivalent
            : conflict ? Relation.Conflicts
            : !polarity || !sameMeaning || situation.DifferentEdition && left.HasOtherFigures(right) || left.IsOpen && right.IsOpen && !left.HasSameSentence(right) || values.Pairs.Any(p => p.Relation is ValueRelation.Incompatible) || time is TimeRelation.Different ? weak
            : samePredicate && leftShare >= Same && rightShare >= Same && left.IsOpen == right.IsOpen ? Direction(values, Relation.Equivalent)
            : samePredicate && rightShare >= Contained && values.Narrower >= 0 && IsWhole(right) ? Relation.Refines
            : samePredicate && leftShare >= Contained && values.Narrower <= 0 && IsWhole(left) ? Relation.Generalizes
            : samePredicate && Math.Max(leftShare, rightShare) >= Contained ? Relation.Related
            : leftShare >= 900 && rightShare >= 900 ? Direction(values, Relation.Equivalent)
            : weak;
        if (related is not { } found) return null;

        (found, var reason) = Conclude(found, differences, left, right, values.Pairs.Any(p => p.Relation is ValueRelation.Incompatible));

        int score = identical ? 3000 : dice + (samePredicate ? 150 : 0) + (found is Relation.Conflicts ? 100 : 0) + Math.Min(leftShare, rightShare) / 4;
        var confidence = Sure(found, dice, Math.Min(leftShare, rightShare)).And(left.Claim.Confidence).And(right.Claim.Confidence);
        string conflicting = differences.FirstOrDefault(d => d.Incompatible)?.Explanation ?? "";
        return new Judgement(score, found, reason, identical ? Confidence.Full : confidence, Ordered(differences), conflicting) { Shared = Intersect(left.ContentTerms, right.ContentTerms) };
    }

    /// <summary>Judges claims of one situation of which one denies what the other's sentence says.</summary>
    private Judgement? JudgeDenial(ClaimProfile left, ClaimProfile right)
    {
        bool leftDenies = left.Claim.Predicate.Polarity is Polarity.Negative;
        if (leftDenies == right.Claim.Predicate.Polarity is Polarity.Negative) return null;
        var (denied, affirmed) = leftDenies ? (left, right) : (right, left);
        if (!FirmAlike(left, right) || left.IsReverseOf(right) || !OneVoice(left, right) || left.HasOppositeOf(right) || !Denial.IsContradicted(denied, affirmed)) return null;
        // "Two divers are not resting" says nothing of the others, "not in May" nothing of March.
        var figures = MatchQuantities(left, right).Pairs;
        if (CompareTimes(left, right) is TimeRelation.Different || figures.Exists(p => p.Relation is ValueRelation.Incompatible)
            || !denied.DeniesExistence && figures.Count < denied.Quantities.Length || !denied.Dates.IsEmpty && affirmed.Dates.IsEmpty) return null;
        var differences = ImmutableArray.CreateBuilder<Difference>();
        differences.Add(DenialOf(left, right, leftDenies));
        return new Judgement(3500, Relation.Conflicts, RelationReason.None, new Confidence(850), differences.ToImmutable(), differences[0].Explanation);
    }

    private static Difference DenialOf(ClaimProfile left, ClaimProfile right, bool leftDenies, bool incompatible = true)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        return new Difference(
            DifferenceKind.Negation, incompatible, [left.Negation ?? l.Span], [right.Negation ?? r.Span], Word(l, leftDenies), Word(r, !leftDenies), new Confidence(incompatible ? 850 : 600),
            leftDenies ? "The first denies what the second affirms." : "The first affirms what the second denies.");

        static string Word(Predicate predicate, bool denied) => denied ? "not " + predicate.Lemma : predicate.Lemma;
    }

    /// <summary>Completes the judgement of a pair that is reported. Most pairs that are judged are not, and words take longer than numbers.</summary>
    /// <param name="left">The one claim.</param>
    /// <param name="right">The other.</param>
    /// <param name="judgement">What was judged of them.</param>
    /// <returns>The judgement with the words that differ and its explanation.</returns>
    public Judgement Describe(ClaimProfile left, ClaimProfile right, Judgement judgement)
    {
        if (judgement.Shared is not { } shared) return judgement;
        var differences = judgement.Differences.ToBuilder();
        if (judgement.Relation is not Relation.Conflicts && !SameWords(left, right)) AddWording(differences, left, right, shared);
        return judgement with { Differences = differences.DrainToImmutable(), Explanation = Explain(left, shared, judgement.Explanation), Shared = null };
    }

    /// <summary>Judges two claims whose sentences are the same but for edits that cannot both hold.</summary>
    /// <param name="left">The claim on the left that holds the edits.</param>
    /// <param name="right">The claim on the right that holds them.</param>
    /// <param name="edits">The differences they make; never empty.</param>
    /// <returns>Null when the claims speak of different times.</returns>
    public Judgement? JudgeEdited(ClaimProfile left, ClaimProfile right, ImmutableArray<Difference> edits)
    {
        // All words but the edits are the same, those of time too: they mean another time only in an article of another day.
        if (!edits.Any(edit => edit.Kind is DifferenceKind.Date) && left.Model.Date?.Date != right.Model.Date?.Date && CompareTimes(left, right) is TimeRelation.Different) return null;
        var differences = edits.ToBuilder();
        AddAttribution(differences, left, right);
        var (relation, reason) = Conclude(Relation.Conflicts, differences, left, right, figuresDiffer: true);
        var confidence = new Confidence(900);
        return new Judgement(4000, relation, reason, confidence, Ordered(differences), "The sentences are the same but for this. " + edits[0].Explanation);
    }

    /// <summary>Whether who is spoken of may be two after all: a father and his son, what two polls found.</summary>
    private bool MayBeOthers(ClaimProfile left, ClaimProfile right)
    {
        if (situation.Given) return false;
        if (Generations.Of(left.Model, left.Span) is { Length: > 0 } one && Generations.Of(right.Model, right.Span) is { Length: > 0 } other && one != other) return true;
        return left.SpeaksOfPoll && right.SpeaksOfPoll && NamesItsOwn(left, right) && NamesItsOwn(right, left);

        bool NamesItsOwn(ClaimProfile claim, ClaimProfile against) => claim.SentenceTerms.Any(term => terms.NameOf(term)[0] == '@' && Array.BinarySearch(against.SentenceTerms, term) < 0);
    }

    // ---- relations ----

    /// <summary>Whether a claim says enough by itself for another to contain it: "the package addressed" does not.</summary>
    private static bool IsWhole(ClaimProfile claim) => !claim.IsOpen && (claim.Facts > 2 || claim.Facts == 2 && !claim.Object.IsEmpty && !claim.IsRestricted);

    /// <summary>Whether both are put as firmly: what may be, what is asked and what is denied is not what is. A plan is a future.</summary>
    private static bool FirmAlike(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        return l.Modality == r.Modality
            || l is { Modality: Modality.Asserted, Tense: Tense.Future } && r.Modality is Modality.Planned
            || r is { Modality: Modality.Asserted, Tense: Tense.Future } && l.Modality is Modality.Planned;
    }

    /// <summary>Whether <em>I</em> and <em>you</em> may mean the same person: "you know" is not "I know", nor is "I know" of two speakers.</summary>
    private static bool SamePerson(ClaimProfile left, ClaimProfile right)
    {
        const int Distinctive = 4;
        if (left.SubjectWord is "you" != right.SubjectWord is "you") return false;
        bool first = left.SubjectWord is "i" or "we" && right.SubjectWord is "i" or "we";
        // Many words alike are one quotation that two articles give to two speakers.
        return !first || left.ContentTerms.Length >= Distinctive && right.ContentTerms.Length >= Distinctive || !DifferentVoices(left, right);
    }

    /// <summary>Turns a conflict into what it is between these articles: an update, another edition, or a conflict after all.</summary>
    private (Relation, RelationReason) Conclude(Relation found, ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, bool figuresDiffer)
    {
        if (found is not Relation.Conflicts)
            return (found, situation.DifferentEdition && found is Relation.Related && figuresDiffer ? RelationReason.DifferentEdition : RelationReason.None);
        if (!situation.SameSituation)
        {
            for (int i = 0; i < differences.Count; i++) differences[i] = differences[i] with { Incompatible = false };
            return (Relation.Related, situation.DifferentEdition ? RelationReason.DifferentEdition : RelationReason.None);
        }
        // What was not so may be so two days later; what somebody is quoted with was said when it was said.
        if (left.Dates.IsEmpty && right.Dates.IsEmpty && left.Claim.Attribution.IsEmpty && right.Claim.Attribution.IsEmpty && left.Model.Date is { } l && right.Model.Date is { } r && l.Date != r.Date
            && differences.All(d => !d.Incompatible || d.Kind is DifferenceKind.Negation or DifferenceKind.Antonym))
        {
            Soften(differences, DifferenceKind.Negation);
            Soften(differences, DifferenceKind.Antonym);
            return Order(left, right);
        }
        if (!_status.Contains(left.PredicateTerm) || !left.Dates.IsEmpty || !right.Dates.IsEmpty || !differences.Any(d => d is { Kind: DifferenceKind.Quantity, Incompatible: true }))
            return (found, RelationReason.None);
        var (relation, reason) = Order(left, right);
        if (relation is not Relation.Conflicts) Soften(differences, DifferenceKind.Quantity);
        return (relation, reason);
    }

    private static Relation? Weak(bool samePredicate, int dice, bool rolesClash) =>
        dice >= (rolesClash ? AlikeInOtherRoles : samePredicate ? AlikeWithPredicate : Alike) ? Relation.Related : null;

    /// <summary>Whether the same words play other parts: "the ship left the channel", "passengers left the ship".</summary>
    private static bool RolesClash(ClaimProfile left, ClaimProfile right)
    {
        bool subjects = !left.Subject.IsEmpty && !right.Subject.IsEmpty, objects = !left.Object.IsEmpty && !right.Object.IsEmpty;
        if (!subjects && !objects) return false;
        return (!subjects || !Meet(left.Subject, right.Subject)) && (!objects || !Meet(left.Object, right.Object));
    }

    /// <summary>The same content with one value stated more exactly is the more specific claim.</summary>
    private static Relation Direction((List<(Quantity Left, Quantity Right, ValueRelation Relation)> Pairs, int Narrower) values, Relation same) =>
        values.Narrower > 0 ? Relation.Refines : values.Narrower < 0 ? Relation.Generalizes : same;

    /// <summary>A status value with no time of its own holds for the day of its article.</summary>
    private static (Relation, RelationReason) Order(ClaimProfile left, ClaimProfile right)
    {
        if (left.Model.Date is not { } l || right.Model.Date is not { } r || l.Date == r.Date) return (Relation.Conflicts, RelationReason.OrderUnknown);
        return (l.Date > r.Date ? Relation.Updates : Relation.UpdatedBy, RelationReason.None);
    }

    private static Confidence Sure(Relation relation, int dice, int share) => new(relation switch
    {
        Relation.Conflicts => 600 + dice * 3 / 10,
        Relation.Related => 400 + dice * 4 / 10,
        Relation.Updates or Relation.UpdatedBy => 700,
        _ => 500 + Math.Min(1000, Math.Max(dice, share)) * 4 / 10,
    });

    private string Explain(ClaimProfile left, List<int> shared, string conflicting)
    {
        const int MostWords = 6;
        string words = string.Join(", ", shared.OrderByDescending(t => weights[t]).ThenBy(t => terms.NameOf(t), StringComparer.Ordinal).Take(MostWords).Select(left.WordsOf));
        string both = words.Length == 0 ? "The words are the same." : $"Both speak of {words}.";
        return conflicting.Length > 0 ? $"{both} {conflicting}" : both;
    }

    // ---- quantities ----

    private (List<(Quantity Left, Quantity Right, ValueRelation Relation)> Pairs, int Narrower) MatchQuantities(ClaimProfile left, ClaimProfile right)
    {
        if (left.Quantities.IsEmpty || right.Quantities.IsEmpty) return (NoPairs, 0);
        var pairs = new List<(Quantity, Quantity, ValueRelation)>();
        var usedLeft = new bool[left.Quantities.Length];
        var usedRight = new bool[right.Quantities.Length];
        // Equal values first and those that differ last, so that "from 10 to 12" is not read crosswise.
        for (int pass = 0; pass < 3; pass++)
            for (int l = 0; l < usedLeft.Length; l++)
                for (int r = 0; r < usedRight.Length && !usedLeft[l]; r++)
                {
                    if (usedRight[r] || !Comparable(left.Quantities[l], right.Quantities[r])) continue;
                    var relation = QuantityComparison.Compare(left.Quantities[l], right.Quantities[r]);
                    if (pass == 0 && relation is not ValueRelation.Equal || pass == 1 && relation is ValueRelation.Incompatible) continue;
                    // Of several figures for one thing it cannot be told which of them the other article means.
                    if (pass == 2 && (HasRivals(left, usedLeft, l) || HasRivals(right, usedRight, r))) continue;
                    usedLeft[l] = usedRight[r] = true;
                    pairs.Add((left.Quantities[l], right.Quantities[r], relation));
                }
        bool HasRivals(ClaimProfile claim, bool[] used, int figure)
        {
            var quantity = claim.Quantities[figure];
            for (int i = 0; i < used.Length; i++)
            {
                if (i == figure || !Comparable(claim.Quantities[i], quantity)) continue;
                // "To 8.4 percent from 10.2": the one is where it fell to and the other where it fell from.
                if (situation.Given || FigureParts.PartOf(claim.Model, claim.Quantities[i]) == FigureParts.PartOf(claim.Model, quantity) && !used[i]) return true;
            }
            return false;
        }

        int narrower = 0;
        foreach (var (_, _, relation) in pairs) narrower += relation is ValueRelation.LeftNarrower ? 1 : relation is ValueRelation.RightNarrower ? -1 : 0;
        return (pairs, narrower);
    }

    // Never added to.
    private static readonly List<(Quantity Left, Quantity Right, ValueRelation Relation)> NoPairs = [];

    private static bool Comparable(Quantity left, Quantity right)
    {
        if (QuantityComparison.AreShares(left, right)) return true;
        if (left.Kind != right.Kind || left.Unit != right.Unit) return false;
        if (left.Counted is { } l && right.Counted is { } r) return Synonyms.Canonical(l.Lemma) == Synonyms.Canonical(r.Lemma);
        // A measure needs no noun; a bare count without one may count anything.
        return left.Counted is null && right.Counted is null || left.Kind is not (QuantityKind.Cardinal or QuantityKind.Ordinal);
    }

    private void AddQuantity(
        ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, Quantity lq, Quantity rq, ValueRelation relation, bool sameFrame)
    {
        bool saidAlike = IsSaidAlike(left, right);
        bool incompatible = relation is ValueRelation.Incompatible && sameFrame && saidAlike && ModifiersAgree(left, lq, right, rq) && MeasureTheSame(left, lq, right, rq);
        if (relation is ValueRelation.Incompatible && !incompatible && !sameFrame) return;
        string what = lq.Counted is { } counted ? " " + counted.Lemma : lq.Unit.Length > 0 ? " " + lq.Unit.ToLowerInvariant() : "";
        string explanation = incompatible
            ? $"The figures differ: {Words(left, lq)} against {Words(right, rq)}{(what.Length > 0 ? $" ({what.Trim()})" : "")}."
            : relation is ValueRelation.Incompatible
                ? $"The figures differ, but {(saidAlike ? "they may not count the same" : "they are not said alike")}: {Words(left, lq)} and {Words(right, rq)}."
                : $"The figures are compatible: {Words(left, lq)} and {Words(right, rq)}.";
        differences.Add(new Difference(DifferenceKind.Quantity, incompatible, [lq.Span], [rq.Span], ValueOf(lq), ValueOf(rq), new Confidence(incompatible ? 900 : 800), explanation));
    }

    private static string Words(ClaimProfile claim, Quantity quantity) => Words(claim, quantity.Span);

    private static string Words(ClaimProfile claim, TextSpan span) => "“" + claim.Model.Tree.Text.ToString(span) + "”";

    /// <summary>The value in plain decimal, a range as <c>low-high</c>.</summary>
    internal static string ValueOf(Quantity quantity) =>
        quantity.Value is { } value ? Plain(value) : quantity is { Low: { } low, High: { } high } ? $"{Plain(low)}-{Plain(high)}" : "";

    private static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>"32 foreign participants" and "82 local participants" count different things; one modifier more may mean a part.</summary>
    private static bool ModifiersAgree(ClaimProfile left, Quantity lq, ClaimProfile right, Quantity rq)
    {
        var (l, r) = (Modifiers(left, lq), Modifiers(right, rq));
        return l.SetEquals(r);
    }

    /// <summary>Whether two figures of one noun beside one verb are of one thing: the same part of it, the whole of it, at one time of the day.</summary>
    private static bool MeasureTheSame(ClaimProfile left, Quantity lq, ClaimProfile right, Quantity rq)
    {
        if (FigureParts.PartOf(left.Model, lq) != FigureParts.PartOf(right.Model, rq)) return false;
        if (lq.Value is { } l && rq.Value is { } r && (FigureParts.AddsUpTo(left.Model, lq, r) || FigureParts.AddsUpTo(right.Model, rq, l))) return false;
        if (lq.Value < rq.Value ? IsOfPart(left, right) : lq.Value > rq.Value && IsOfPart(right, left)) return false;
        // What was raised "within days" is not all that was raised.
        if (left.HasSpan(lq) != right.HasSpan(rq)) return false;
        return left.DayParts == right.DayParts || left.DayParts is DayParts.None || right.DayParts is DayParts.None;
    }

    /// <summary>Whether the smaller of two figures is of a part that the other is not limited to: "500 jobs in Marlow" of 800 jobs.</summary>
    private static bool IsOfPart(ClaimProfile smaller, ClaimProfile larger)
    {
        foreach (var argument in smaller.Claim.Arguments)
        {
            if (argument.Marker is not ("in" or "at" or "from" or "near" or "among" or "on" or "for") || argument.Role is Role.Time || smaller.TermAt(argument.Head) is not (var term and >= 0)) continue;
            if (larger.ContentTerms.BinarySearch(term) < 0) return true;
        }
        return false;
    }

    private static HashSet<string> Modifiers(ClaimProfile claim, Quantity quantity)
    {
        var modifiers = new HashSet<string>(StringComparer.Ordinal);
        if (quantity.Counted is not { Elided: false } counted) return modifiers;
        for (int i = counted.FirstToken; i < counted.EndToken; i++)
            if (i != counted.Head && claim.Model.Text.Words[i].Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN or Upos.VERB)
                modifiers.Add(Synonyms.Canonical(claim.Model.Text.Words[i].Lemma.ToLowerInvariant()));
        return modifiers;
    }

    /// <summary>Whether the rest of both claims is about the same: what is neither predicate nor counted must agree in the main.</summary>
    private bool ParticipantsAgree(ClaimProfile left, ClaimProfile right, Quantity lq, Quantity rq, int dice)
    {
        var l = Others(left, right, lq);
        var r = Others(right, left, rq);
        // Nothing but predicate and number: "it carried 214 passengers" says the same of the same thing only if the words are the same.
        if (l.Count == 0 && r.Count == 0) return dice >= 950 && SameSubjectWord(left, right);
        if (l.Count == 0 || r.Count == 0) return dice >= 750 && SubjectsAgree(left, right);
        // "The painting", "a painting": what costs so much may be another.
        if (IsIntroduced(left, lq) != IsIntroduced(right, rq)) return false;
        if (SameMatter(left, lq, right, rq)) return SubjectsAgree(left, right);
        int shared = Weight(Intersect([.. l], [.. r]));
        // "The average rate" and "the effective rate": where both say something of their own, they may not measure the same.
        if (shared < Weight(l) && shared < Weight(r) && dice < 800) return false;
        return shared * 2 >= Math.Min(Weight(l), Weight(r)) && shared * 3 >= Math.Max(Weight(l), Weight(r)) && SubjectsAgree(left, right);
    }

    /// <summary>
    /// Whether two amounts of money are of one bill, plan or fund that the same do the same to: "blocked a $500 million relief measure", "blocked a
    /// $300 million relief package". Besides the noun, whose word may be another, the objects share a word of what it is for.
    /// </summary>
    private bool SameMatter(ClaimProfile left, Quantity lq, ClaimProfile right, Quantity rq)
    {
        if (lq.Kind is not QuantityKind.Money || rq.Kind is not QuantityKind.Money || left.Subject.IsEmpty || right.Subject.IsEmpty) return false;
        if (left.ArgumentOf(Role.Theme) is not { } lo || right.ArgumentOf(Role.Theme) is not { } ro || !IsAmountOf(left, lq, lo) || !IsAmountOf(right, rq, ro)) return false;
        var modifiers = ModifiersOf(left, lo.Head);
        modifiers.IntersectWith(ModifiersOf(right, ro.Head));
        return modifiers.Count > 0 && !NamesClash(left.Object, right.Object);

        // "Coronavirus relief measure", not "loan for the pier".
        static HashSet<int> ModifiersOf(ClaimProfile claim, int head)
        {
            var modifiers = new HashSet<int>();
            foreach (int dependent in claim.Model.Text.Dependents(head))
                if (claim.Model.Text.Words[dependent].Relation.Universal() is DependencyRelation.Compound or DependencyRelation.Amod && claim.TermAt(dependent) is var term and >= 0) modifiers.Add(term);
            return modifiers;
        }

        static bool IsAmountOf(ClaimProfile claim, Quantity quantity, Argument argument) =>
            quantity.FirstToken >= argument.FirstToken && quantity.EndToken <= argument.Head && EventWords.IsMatter(claim.Model.Text.Words[argument.Head].Lemma);
    }

    /// <summary>Whether a claim only introduces what a figure beside it is said of.</summary>
    private static bool IsIntroduced(ClaimProfile claim, Quantity quantity)
    {
        if (claim.ArgumentOf(Role.Theme) is not { } theme || quantity.FirstToken <= theme.Head && theme.Head < quantity.EndToken || quantity.Counted is { } counted && counted.Head == theme.Head || quantity.EndToken <= theme.Head) return false;
        if (claim.Model.Text.Words[theme.Head].Lemma is "total" or "number" or "sum") return false;
        foreach (int dependent in claim.Model.Text.Dependents(theme.Head))
            if (claim.Model.Text.Words[dependent] is { Upos: Upos.DET, Lemma: "a" or "an" or "another" }) return true;
        return false;
    }

    private List<int> Others(ClaimProfile claim, ClaimProfile other, Quantity quantity)
    {
        int counted = quantity.Counted is { } noun ? terms.OfLemma(noun.Lemma) : -1;
        // "A total of 12 jobs" are 12 jobs.
        return [.. claim.ContentTerms.Where((t, i) => t != claim.PredicateTerm && t != counted && terms.NameOf(t) is not ("total" or "number" or "sum") && !IsAside(claim, i, other))];
    }

    /// <summary>Whether a word stands in a clause without a subject that goes on from the predicate: "lost 12 jobs, ending years of growth".</summary>
    private static bool IsFollowUp(ClaimProfile claim, int token)
    {
        const int Deepest = 8;
        for (int steps = 0; token >= 0 && token != claim.Claim.Predicate.Head && steps < Deepest; token = claim.Model.Text.Head(token), steps++)
            if (claim.Model.Text.Words[token].Relation.Universal() is DependencyRelation.Advcl) return true;
        return false;
    }

    /// <summary>Whether a term only says more of a participant whom both claims name: "Lee, a teacher from Marlow", "President Lee".</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="term">Place of the term in its list.</param>
    /// <param name="other">The other claim.</param>
    private bool IsAside(ClaimProfile claim, int term, ClaimProfile other)
    {
        if (situation.Given || other.ContentTerms.BinarySearch(claim.ContentTerms[term]) >= 0) return false;
        int token = claim.FirstTokens[term];
        if (IsFollowUp(claim, token)) return true;
        foreach (var argument in claim.Claim.Arguments)
        {
            if (argument.Role is not (Role.Agent or Role.Theme) || token < argument.FirstToken || token >= argument.EndToken || claim.TermAt(argument.Head) is not (var head and >= 0)) continue;
            return terms.NameOf(head)[0] == '@' && (argument.Role is Role.Agent ? other.SubjectHeads : other.ObjectHeads).Contains(head);
        }
        return false;
    }

    /// <summary>Whether every term of a claim is in another's too, but for what only says more of whom both name.</summary>
    private bool IsCovered(ClaimProfile claim, ClaimProfile other)
    {
        for (int i = 0; i < claim.ContentTerms.Length; i++)
            if (other.ContentTerms.BinarySearch(claim.ContentTerms[i]) < 0 && !IsAside(claim, i, other)) return false;
        return true;
    }

    /// <summary>Whether two predicates are of one time by their verbs; the present of a headline is of what has happened.</summary>
    private bool TensesAgree(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Predicate.Tense, right.Claim.Predicate.Tense);
        return l == r || !situation.Given && (left.IsHeadline && l is Tense.Present && r is Tense.Past || right.IsHeadline && r is Tense.Present && l is Tense.Past);
    }

    /// <summary>
    /// Whether a figure of the one may be held against that of the other: both are said as firmly, of the same time and not by two voices. "Can
    /// hold 900" and "held 300", what the union says and what the police say are both shown. A later status may come from another voice.
    /// </summary>
    private bool IsSaidAlike(ClaimProfile left, ClaimProfile right) => situation.Given
        || FirmAlike(left, right) && TensesAgree(left, right) && !left.HasOppositeOf(right) && (!DifferentVoices(left, right) || IsLaterStatus(left, right));

    private bool IsLaterStatus(ClaimProfile left, ClaimProfile right) =>
        _status.Contains(left.PredicateTerm) && left.Dates.IsEmpty && right.Dates.IsEmpty && left.Model.Date is { } l && right.Model.Date is { } r && l.Date != r.Date;

    private static bool SubjectsAgree(ClaimProfile left, ClaimProfile right) =>
        left.Subject.IsEmpty || right.Subject.IsEmpty || Meet(left.Subject, right.Subject) && HeadsAgree(left.SubjectHeads, right.SubjectHeads);

    /// <summary>"Lee" and "Lee's brother" share a name and are two.</summary>
    private static bool HeadsAgree(ImmutableArray<int> left, ImmutableArray<int> right) => left.IsEmpty || right.IsEmpty || Meet(left, right);

    private static bool IsWithin(ImmutableArray<int> terms, ImmutableArray<int> wider) => Intersect(terms, wider).Count == terms.Length;

    /// <summary>Whether two claims that name times name the same.</summary>
    private static bool SameTimes(ClaimProfile left, ClaimProfile right) =>
        left.Dates.IsEmpty || right.Dates.IsEmpty || left.Dates.Select(d => d.Timex).ToHashSet(StringComparer.Ordinal).SetEquals(right.Dates.Select(d => d.Timex));

    /// <summary>What a source says and what the article itself says may differ.</summary>
    private static bool OneVoice(ClaimProfile left, ClaimProfile right) => left.Claim.Attribution.IsEmpty == right.Claim.Attribution.IsEmpty && !DifferentVoices(left, right);

    /// <summary>Whether both name somebody, and nobody in common: what Ann Lee did says nothing of what Bo Lee did.</summary>
    private bool NamesClash(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        bool named = false;
        foreach (int term in left)
        {
            if (!terms.IsName(term)) continue;
            if (right.BinarySearch(term) >= 0) return false;
            named = true;
        }
        return named && right.Any(terms.IsName);
    }

    /// <summary>Whether two subjects that stand for no known thing are the same word, and mean the same person where the word is "I" or "we".</summary>
    private static bool SameSubjectWord(ClaimProfile left, ClaimProfile right) =>
        left.SubjectWord == right.SubjectWord && (left.SubjectWord is not ("i" or "we" or "you") || !DifferentVoices(left, right));

    // ---- negation ----

    private void AddNegation(
        ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, bool frame, int dice,
        (List<(Quantity Left, Quantity Right, ValueRelation Relation)> Pairs, int Narrower) values)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        bool leftDenies = left.Denies ^ l.Modality is Modality.ReportedDenied, rightDenies = right.Denies ^ r.Modality is Modality.ReportedDenied;
        if (leftDenies == rightDenies) return;
        var (denied, affirmed) = leftDenies ? (left, right) : (right, left);
        // What is denied of a narrower case may hold of the wider one: "it did not sail to Paris" leaves open whether it sailed.
        bool covered = IsCovered(denied, affirmed)
            && values.Pairs.TrueForAll(p => p.Relation is not ValueRelation.Incompatible) && values.Pairs.Count == denied.Quantities.Length;
        bool participants = denied.NobodyRole is { } role ? _harm.Contains(denied.PredicateTerm) && IsSomebody(affirmed, role) && (denied.ContentTerms.Length > 1 || denied.SharesSentence(affirmed)) : SameParticipants(left, right, dice);
        // A source that denies and says the same contradicts itself; of two sources each has its word.
        bool reported = l.Modality is Modality.ReportedDenied || r.Modality is Modality.ReportedDenied;
        bool firm = reported
            ? (l.Modality is Modality.Asserted || r.Modality is Modality.Asserted) && !left.Claim.Attribution.IsEmpty && !right.Claim.Attribution.IsEmpty && left.Claim.Attribution[^1].Entity >= 0
            : l.Modality == r.Modality && l.Modality is Modality.Asserted or Modality.Planned && TensesAgree(left, right);
        // What is denied of one situation was looked at word by word before.
        // "It was like nothing I have ever seen": a word that asks for a negation stands under one outside of the claim.
        bool incompatible = !affirmed.HoldsNegated && !situation.Given && frame && covered && participants && firm && OneVoice(left, right) && SameTimes(left, right) && !left.HasOppositeOf(right)
            && !denied.DeniesInPart && !IsNarrower(affirmed, denied) && (denied.NobodyRole is not null || !denied.IsOfSome && !affirmed.IsOfSome);
        if (!incompatible && (dice < 650 || reported)) return;
        differences.Add(DenialOf(left, right, leftDenies, incompatible));
    }

    /// <summary>Whether what is affirmed is a case that need not be what is denied: "was not insured", "was insured for boats"; "at the plant", "near the plant".</summary>
    private static bool IsNarrower(ClaimProfile affirmed, ClaimProfile denied)
    {
        foreach (var argument in affirmed.Claim.Arguments)
        {
            if (argument.Role is not (Role.Other or Role.Place) || argument.Marker.Length == 0 || affirmed.TermAt(argument.Head) is not (>= 0 and var term)) continue;
            if (denied.ContentTerms.BinarySearch(term) < 0)
            {
                if (argument.Marker is "for" or "after" or "before" or "during" or "with" or "without" or "to" or "as" or "until" or "by") return true;
                continue;
            }
            foreach (var same in denied.Claim.Arguments)
                if (same.Marker.Length > 0 && denied.TermAt(same.Head) == term && same.Marker != argument.Marker) return true;
        }
        // "At the plant", "on the way to the plant".
        foreach (var argument in denied.Claim.Arguments)
            if (argument.Marker.Length > 0 && denied.TermAt(argument.Head) is >= 0 and var term && affirmed.ContentTerms.BinarySearch(term) is >= 0 and var place && !affirmed.Claim.Arguments.Any(other => affirmed.TermAt(other.Head) == term)
                && LiesBehindAnother(affirmed.Model.Text, affirmed.FirstTokens[place], argument.Marker)) return true;
        return false;
    }

    private static bool LiesBehindAnother(AnnotatedText text, int noun, string marker) =>
        text.Words[noun].Relation is var relation and not DependencyRelation.NmodPoss && relation.Universal() is DependencyRelation.Nmod
        && text.Dependent(noun, DependencyRelation.Case) is >= 0 and var word && !text.Form(word).Equals(marker, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the same do the same to the same, as far as both say.</summary>
    private bool SameParticipants(ClaimProfile left, ClaimProfile right, int dice)
    {
        // A predicate alone ("is sure", "they deserve") may be said of anything.
        if (left.ContentTerms.Length < 2 || right.ContentTerms.Length < 2) return false;
        // "I don't know that", "I know who did it": what is known is not told by terms.
        if ((left.IsOpen || right.IsOpen) && !left.HasSameSentence(right)) return false;
        if (left.Object.IsEmpty && right.Object.IsEmpty && left.ArgumentOf(Role.Theme) is null != right.ArgumentOf(Role.Theme) is null) return false;
        const int Alike = 650, AlikeOfOneName = 450;
        bool named = SharesName(left.SubjectHeads, right.SubjectHeads) || left.Subject.IsEmpty && right.Subject.IsEmpty && SharesName(left.ObjectHeads, right.ObjectHeads);
        bool subjects = left.Subject.IsEmpty && right.Subject.IsEmpty ? SameSubjectWord(left, right) : Overlap(left.Subject, right.Subject);
        return dice >= (named ? AlikeOfOneName : Alike) && subjects && HeadsAgree(left.SubjectHeads, right.SubjectHeads) && Overlap(left.Object, right.Object) && HeadsAgree(left.ObjectHeads, right.ObjectHeads);

        static bool Overlap(ImmutableArray<int> a, ImmutableArray<int> b) => a.IsEmpty && b.IsEmpty || Intersect(a, b).Count * 2 >= Math.Max(1, Math.Min(a.Length, b.Length)) && !a.IsEmpty && !b.IsEmpty;
    }

    /// <summary>Whether a claim is about somebody in a role: who is not nobody.</summary>
    private static bool IsSomebody(ClaimProfile claim, Role role)
    {
        if (claim.ArgumentOf(role) is not { } argument) return false;
        var word = claim.Model.Text.Words[argument.Head];
        return argument.Entity >= 0 && claim.Model.Entities[argument.Entity].Type is Semantics.Entities.EntityType.Person || EditReader.IsPerson(word.Lemma) || word.Upos is Upos.NUM;
    }

    /// <summary>"The rate rose", "the rate fell": opposite predicates of the same participants, both affirmed.</summary>
    private void AddOpposite(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, int dice, bool sameFigures)
    {
        const int Alike = 450;
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        if (l.Polarity is Polarity.Negative || r.Polarity is Polarity.Negative || l.Modality != r.Modality || !TensesAgree(left, right) || dice < Alike) return;
        if (OppositeWords.Opposition(left.Model.Text, l.Head, right.Model.Text, r.Head) is not { } how) return;
        bool objects = left.Object.IsEmpty && right.Object.IsEmpty || Meet(left.Object, right.Object)
            // "Survived the crash", "died in the crash": what is an object of the one goes with the other by a word of case.
            || left.Object.IsEmpty && IsWithin(right.Object, left.ContentTerms) || right.Object.IsEmpty && IsWithin(left.Object, right.ContentTerms);
        objects &= HeadsAgree(left.ObjectHeads, right.ObjectHeads);
        // "The bill", "an earlier bill".
        if (!situation.Given && left.ArgumentOf(Role.Theme) is { } lo && right.ArgumentOf(Role.Theme) is { } ro) objects &= EditReader.IsDefinite(left.Model, lo.Head) && EditReader.IsDefinite(right.Model, ro.Head);
        bool incompatible = objects && Meet(left.Subject, right.Subject) && HeadsAgree(left.SubjectHeads, right.SubjectHeads) && l.Modality is Modality.Asserted
            && OneVoice(left, right) && SameTimes(left, right) && !left.HasOppositeOf(right) && (situation.Given ? left.Quantities.IsEmpty && right.Quantities.IsEmpty : sameFigures) && left.HoldsNegator == right.HoldsNegator && Rest(left, right)
            && (situation.Given ? EditReader.IsDefinite(left.Model, SubjectOf(left)) || EditReader.IsDefinite(right.Model, SubjectOf(right)) : !left.IsOfSome && !right.IsOfSome && !MayFollow(left, right) && !IsAfter(left, right) && !IsAfter(right, left));
        if (!incompatible) return;
        differences.Add(new Difference(
            DifferenceKind.Antonym, incompatible, [l.Span], [r.Span], l.Lemma, r.Lemma, new Confidence(800), $"“{l.Lemma}” and “{r.Lemma}” are opposites ({how})."));

        static int SubjectOf(ClaimProfile claim) => claim.Claim.Arguments.First(a => a.Role is Role.Agent or Role.Theme).Head;
    }

    /// <summary>Whether one of two opposites may have come after the other on one day: "arrested", "freed".</summary>
    private static bool MayFollow(ClaimProfile left, ClaimProfile right) => EventWords.CanBeUndone(left.Claim.Predicate.Lemma) || EventWords.CanBeUndone(right.Claim.Predicate.Lemma);

    /// <summary>"Survived the crash", "died after the crash": what the one speaks of is over in the other.</summary>
    private static bool IsAfter(ClaimProfile one, ClaimProfile other)
    {
        foreach (var argument in one.Claim.Arguments)
            if (argument.Marker is "after" or "before" or "following" or "since" && one.TermAt(argument.Head) is var term and >= 0 && other.ContentTerms.BinarySearch(term) >= 0) return true;
        return false;
    }

    /// <summary>"A bought B", "B bought A": each does to the other what only one of them can have done.</summary>
    private void AddReversal(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, TimeRelation time, bool sameFigures)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        if (!EventWords.IsOneSided(l.Lemma) || !EventWords.IsOneSided(r.Lemma) || left.Denies || right.Denies || l.Modality != r.Modality || l.Modality is not (Modality.Asserted or Modality.Planned)) return;
        if (!SharesName(left.SubjectHeads, right.ObjectHeads) || !SharesName(left.ObjectHeads, right.SubjectHeads)) return;
        if (Meet(left.SubjectHeads, right.SubjectHeads) || Meet(left.ObjectHeads, right.ObjectHeads)) return;
        if (time is TimeRelation.Different or TimeRelation.Unknown || !SameTimes(left, right) || !OneVoice(left, right) || left.HoldsNegator || right.HoldsNegator) return;
        if (left.ArgumentOf(Role.Agent) is not { } ls || right.ArgumentOf(Role.Agent) is not { } rs) return;
        // Another final, another score, another year: what each side adds may be what tells the two apart.
        int common = WeighShared(left.ContentTerms, right.ContentTerms).Weight;
        if (!sameFigures || !TensesAgree(left, right) || Math.Min(Weight(left.ContentTerms.AsSpan()), Weight(right.ContentTerms.AsSpan())) > common) return;
        differences.Add(new Difference(
            DifferenceKind.Entity, true, [ls.Span], [rs.Span], NameOf(left, ls), NameOf(right, rs), new Confidence(800),
            $"Who does it in the first is whom it is done to in the second: {Words(left, ls.Span)} against {Words(right, rs.Span)}."));
    }

    /// <summary>What happens once to one thing, on two days or in two places.</summary>
    private void AddOnceOnly(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, TimeRelation time, int dice)
    {
        const int Alike = 450;
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        if (!EventWords.HappensOnce(l.Lemma) || !EventWords.HappensOnce(r.Lemma) || dice < Alike || l.Modality is not Modality.Asserted || r.Modality is not Modality.Asserted || !TensesAgree(left, right)) return;
        if (left.HoldsNegator || right.HoldsNegator || left.IsOfSome || right.IsOfSome || !OneVoice(left, right) || !left.Quantities.IsEmpty || !right.Quantities.IsEmpty) return;
        // It is what it happens to that has it once: who kills may kill again.
        var (lp, rp) = (left.Object.IsEmpty ? left.SubjectHeads : left.ObjectHeads, right.Object.IsEmpty ? right.SubjectHeads : right.ObjectHeads);
        if (left.Object.IsEmpty != right.Object.IsEmpty || !SharesName(lp, rp) || NamesClash(left.Subject, right.Subject)) return;
        var role = left.Object.IsEmpty ? Role.Agent : Role.Theme;
        if (left.ArgumentOf(role) is not { } la || right.ArgumentOf(role) is not { } ra || !EditReader.IsDefinite(left.Model, la.Head) || !EditReader.IsDefinite(right.Model, ra.Head)) return;
        if (time is TimeRelation.Different && left.Dates is [var ld] && right.Dates is [var rd] && left.IsOfPredicate(ld) && right.IsOfPredicate(rd) && ld.Granularity == rd.Granularity && ld.Kind == rd.Kind && MayBeOneDay(l.Lemma, ld, rd))
            differences.Add(new Difference(
                DifferenceKind.Date, true, [ld.Span], [rd.Span], ld.Timex, rd.Timex, new Confidence(800), $"The times differ: {Words(left, ld.Span)} against {Words(right, rd.Span)}."));
        if (time is not (TimeRelation.Different or TimeRelation.Unknown) && PlaceOf(left) is { } lq && PlaceOf(right) is { } rq && Places.AreApart(NameOf(left, lq), NameOf(right, rq)))
            differences.Add(new Difference(
                DifferenceKind.Place, true, [lq.Span], [rq.Span], NameOf(left, lq), NameOf(right, rq), new Confidence(800), $"The places differ: {Words(left, lq.Span)} against {Words(right, rq.Span)}."));
    }

    /// <summary>Whether two dates may be of one event: of birth and death any, of others days of one month, since a ship may sink again.</summary>
    private static bool MayBeOneDay(string lemma, DateMention left, DateMention right)
    {
        const int Days = 31;
        if (lemma is "bear" or "die" or "found" or "bury") return true;
        return left is { Granularity: Granularity.Day, Start: { } l } && right.Start is { } r && l.Date <= r.Date.PlusDays(Days) && r.Date <= l.Date.PlusDays(Days);
    }

    /// <summary>The one place where a claim says that something happened; null where it names none or several.</summary>
    private static Argument? PlaceOf(ClaimProfile claim)
    {
        Argument? found = null;
        foreach (var argument in claim.Claim.Arguments)
        {
            if (argument.Marker is not ("in" or "at") || argument.Entity < 0 || claim.Model.Entities[argument.Entity].Type is not Semantics.Entities.EntityType.Location) continue;
            // "Paris, Texas".
            bool within = argument.EndToken + 1 < claim.Model.Text.Words.Length && claim.Model.Text.Form(argument.EndToken) is "," && claim.Model.Text.Words[argument.EndToken + 1].Upos is Upos.PROPN;
            if (found is not null || within) return null;
            found = argument;
        }
        return found;
    }

    private static string NameOf(ClaimProfile claim, Argument argument) =>
        argument.Entity >= 0 ? claim.Model.Entities[argument.Entity].Name : claim.Model.Tree.Text.ToString(argument.Span);

    /// <summary>Whether two lists of terms have a name in common.</summary>
    private bool SharesName(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        foreach (int term in left)
            if (terms.NameOf(term)[0] == '@' && right.Contains(term)) return true;
        return false;
    }

    /// <summary>Whether two claims of which one could not be read for who does what hold the same names in another order.</summary>
    private bool NamesChangePlaces(ClaimProfile left, ClaimProfile right)
    {
        if (situation.Given || !(left.Subject.IsEmpty && left.Object.IsEmpty) && !(right.Subject.IsEmpty && right.Object.IsEmpty)) return false;
        // Which of them does it cannot be told of a passive that was not read as one.
        if (IsUnreadPassive(left) || IsUnreadPassive(right)) return false;
        var (l, r) = (Names(left), Names(right));
        return l.Count > 1 && r.Count > 1 && !l.Where(r.Contains).SequenceEqual(r.Where(l.Contains));

        static bool IsUnreadPassive(ClaimProfile claim) => claim.Subject.IsEmpty && claim.Object.IsEmpty && claim.Claim.Tokens.Any(token => claim.Model.Text.Words[token].Lemma is "by");

        List<int> Names(ClaimProfile claim)
        {
            var names = claim.ContentTerms.Select((term, i) => (Token: claim.FirstTokens[i], Term: term)).Where(t => terms.NameOf(t.Term)[0] == '@').ToList();
            // A passive names first whom it is done to.
            if (claim.ArgumentOf(Role.Agent) is { } agent && claim.ArgumentOf(Role.Theme) is { } theme && theme.Head < agent.Head)
                return [.. names.OrderBy(t => t.Token >= agent.FirstToken && t.Token < agent.EndToken ? 0 : 1).ThenBy(t => t.Token).Select(t => t.Term)];
            return [.. names.OrderBy(t => t.Token).Select(t => t.Term)];
        }
    }

    /// <summary>Whether nothing but the predicates differs: neither side has words of weight that the other lacks.</summary>
    private bool Rest(ClaimProfile left, ClaimProfile right)
    {
        var shared = Intersect(left.ContentTerms, right.ContentTerms);
        int common = Weight(shared), l = Weight(left.ContentTerms.AsSpan()) - weights[left.PredicateTerm] - common, r = Weight(right.ContentTerms.AsSpan()) - weights[right.PredicateTerm] - common;
        return Math.Min(l, r) == 0 && Math.Max(l, r) * 2 <= common * 3;
    }

    /// <summary>Two sources that contradict each other are both shown; the articles do not conflict.</summary>
    private static bool DifferentVoices(ClaimProfile left, ClaimProfile right)
    {
        if (left.Claim.Attribution.IsEmpty || right.Claim.Attribution.IsEmpty) return false;
        var (l, r) = (left.Claim.Attribution[^1], right.Claim.Attribution[^1]);
        if (l.Entity >= 0 && r.Entity >= 0) return !left.Model.Entities[l.Entity].Keys.Any(right.Model.Entities[r.Entity].Keys.Contains);
        return l.Entity >= 0 || r.Entity >= 0 || VoiceOf(left, l) != VoiceOf(right, r);
    }

    private static string VoiceOf(ClaimProfile claim, Attribution attribution) =>
        attribution.Source is { } source ? claim.Model.Tree.Text.ToString(source).ToLowerInvariant() : "";

    // ---- compatible differences ----

    private static void AddModality(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        if (l.Modality == r.Modality) return;
        differences.Add(new Difference(
            DifferenceKind.Modality, false, [l.Span], [r.Span], l.Modality.ToString(), r.Modality.ToString(), new Confidence(700),
            $"The first puts it as {InWords(l.Modality)}, the second as {InWords(r.Modality)}."));

        static string InWords(Modality modality) => modality switch
        {
            Modality.Asserted => "a fact",
            Modality.Planned => "planned",
            Modality.Possible => "possible",
            Modality.Conditional => "conditional",
            Modality.ReportedDenied => "something denied",
            _ => "a question",
        };
    }

    private static void AddAttribution(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Attribution, right.Claim.Attribution);
        if (l.IsEmpty && r.IsEmpty) return;
        if (!l.IsEmpty && !r.IsEmpty && !DifferentVoices(left, right)) return;
        // An unresolved pronoun may be the same person.
        if (!l.IsEmpty && !r.IsEmpty && (l[^1].Kind is AttributionKind.Unresolved || r[^1].Kind is AttributionKind.Unresolved)) return;
        string ln = Name(left, l), rn = Name(right, r);
        differences.Add(new Difference(
            DifferenceKind.Attribution, false, Source(l), Source(r), ln, rn, new Confidence(700),
            $"The first {From(ln)}, the second {From(rn)}."));

        static string From(string name) => name.Length > 0 ? "has it from " + name : "says so itself";

        static string Name(ClaimProfile claim, ImmutableArray<Attribution> chain) => chain.IsEmpty ? ""
            : chain[^1].Entity >= 0 ? claim.Model.Entities[chain[^1].Entity].Name
            : chain[^1].Source is { } source ? claim.Model.Tree.Text.ToString(source) : "";

        static ImmutableArray<TextSpan> Source(ImmutableArray<Attribution> chain) => !chain.IsEmpty && chain[^1].Source is { } source ? [source] : [];
    }

    private static void AddWording(ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, List<int> shared)
    {
        var common = shared.ToHashSet();
        var (l, r) = (Own(left), Own(right));
        if (l.IsEmpty || r.IsEmpty) return;
        differences.Add(new Difference(
            DifferenceKind.Wording, false, l, r, Join(left, l), Join(right, r), new Confidence(600), "The words differ."));

        ImmutableArray<TextSpan> Own(ClaimProfile claim) =>
            [.. claim.ContentTerms.Select((term, i) => (term, token: claim.FirstTokens[i])).Where(t => !common.Contains(t.term)).Select(t => claim.Model.Tree.Tokens[t.token].Span).Order()];

        static string Join(ClaimProfile claim, ImmutableArray<TextSpan> spans) => string.Join(' ', spans.Select(claim.Model.Tree.Text.ToString));
    }

    private static void Soften(ImmutableArray<Difference>.Builder differences, DifferenceKind kind)
    {
        for (int i = 0; i < differences.Count; i++)
            if (differences[i].Kind == kind) differences[i] = differences[i] with { Incompatible = false };
    }

    private static ImmutableArray<Difference> Ordered(ImmutableArray<Difference>.Builder differences) =>
        [.. differences.OrderByDescending(d => d.Incompatible).ThenBy(d => d.Kind).ThenBy(d => d.Left.IsEmpty ? 0 : d.Left[0].Start)];

    // ---- time ----

    private enum TimeRelation { None, Same, Compatible, Different, Unknown }

    /// <summary>Whether both claims may speak of the same time.</summary>
    private static TimeRelation CompareTimes(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Time, right.Time);
        if (l is { } lt && r is { } rt)
            return lt == rt ? TimeRelation.Same : lt.Start < rt.End && rt.Start < lt.End ? TimeRelation.Compatible : TimeRelation.Different;
        if (l is null && r is null)
        {
            if (!left.Dates.IsEmpty && !right.Dates.IsEmpty && SameTimex(left, right)) return TimeRelation.Same;
            if (!left.HasUnresolvedTime && !right.HasUnresolvedTime) return TimeRelation.None;
            // Both name a time that could not be placed: the same words may mean the same time, other words may not.
            return TimeRelation.Unknown;
        }
        // One says when, the other does not: the same only if that is about when its article appeared.
        var (dated, time) = l is { } known ? (left, known) : (right, r!.Value);
        if ((l is null ? left : right).HasUnresolvedTime || dated.Model.Date is not { } date) return TimeRelation.Unknown;
        const int Days = 7;
        var day = date.Date.AtMidnight();
        return time.Start <= day.PlusDays(Days) && time.End >= day.PlusDays(-Days) ? TimeRelation.None : TimeRelation.Unknown;
    }

    private static bool SameTimex(ClaimProfile left, ClaimProfile right) =>
        left.Dates.Where(d => d.Start is null).Select(d => d.Timex).SequenceEqual(right.Dates.Where(d => d.Start is null).Select(d => d.Timex));

    // ---- words ----

    /// <summary>Whether two claims are the same words but for typography, from the same kind of source.</summary>
    private static bool SameWords(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Tokens, right.Claim.Tokens);
        if (l.Length != r.Length) return false;
        for (int i = 0; i < l.Length; i++)
            if (!SameForm(left.Model.Text.Form(l[i]), right.Model.Text.Form(r[i]))) return false;
        return true;
    }

    /// <summary>Whether the sentences around two claims are the same words too: then they say the same, however either was read.</summary>
    private static bool SameSentences(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Model.Tree.Sentences[left.Claim.Sentence], right.Model.Tree.Sentences[right.Claim.Sentence]);
        if (l.TokenCount != r.TokenCount || l.TokenCount > SentenceSyntax.MaxStretch) return false;
        for (int i = 0; i < l.TokenCount; i++)
            if (!SameForm(left.Model.Text.Form(l.FirstToken + i), right.Model.Text.Form(r.FirstToken + i))) return false;
        return true;
    }

    /// <summary>Whether two words are the same but for case and typography.</summary>
    internal static bool SameForm(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Equals(right, StringComparison.OrdinalIgnoreCase) || Typography.Fold(left) == Typography.Fold(right);

    /// <summary>How many terms two ascending lists share, and their weight.</summary>
    private (int Count, int Weight) WeighShared(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        int count = 0, weight = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            if (left[l] == right[r])
            {
                count++;
                weight += weights[left[l]];
                l++;
                r++;
            }
            else if (left[l] < right[r]) l++;
            else r++;
        }
        return (count, weight);
    }

    private int Weight(List<int> of) => Weight(CollectionsMarshal.AsSpan(of));

    private int Weight(ReadOnlySpan<int> of)
    {
        int sum = 0;
        foreach (int term in of) sum += weights[term];
        return sum;
    }

    /// <summary>Whether two ascending lists have a term in common.</summary>
    internal static bool Meet(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            if (left[l] == right[r]) return true;
            if (left[l] < right[r]) l++;
            else r++;
        }
        return false;
    }

    /// <summary>Common terms of two ascending lists.</summary>
    internal static List<int> Intersect(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        var shared = new List<int>();
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            if (left[l] == right[r])
            {
                shared.Add(left[l]);
                l++;
                r++;
            }
            else if (left[l] < right[r]) l++;
            else r++;
        }
        return shared;
    }

    /// <summary>Weights of terms: the rarer among the claims, the heavier. Integer logarithms, the same on every machine.</summary>
    internal static int[] WeightsOf(int termCount, IEnumerable<ClaimProfile> claims)
    {
        var frequency = new int[termCount];
        int count = 0;
        foreach (var claim in claims)
        {
            count++;
            foreach (int term in claim.ContentTerms) frequency[term]++;
        }
        var weights = new int[termCount];
        for (int t = 0; t < termCount; t++) weights[t] = 8 + 4 * BitOperations.Log2((uint)((count + 1) / Math.Max(1, frequency[t])) | 1);
        return weights;
    }
}
