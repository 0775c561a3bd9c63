using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>Decides how two claims relate: contradiction is tested before support.</summary>
/// <remarks>
/// Shares are in thousandths of integer weights, so that every machine decides alike. A conflict needs the same predicate, compatible
/// participants and times, and a value or a polarity that cannot hold together with the other's.
/// </remarks>
internal sealed class PairJudge
{
    /// <summary>Weight of a number or a date within a claim: that of a rare word.</summary>
    private const int ValueWeight = 24;

    // Thresholds in thousandths, set on the samples of this project and on what reads well; a suite will fit them.
    private const int Same = 800, SameInOtherWords = 900, Contained = 850, AlikeWithPredicate = 400, Alike = 520, AlikeInOtherRoles = 680;

    private readonly PairSetting _setting;
    private readonly Participants _participants;
    private readonly FigureDifferences _figures;
    private readonly DenialDifferences _denials;
    private readonly OutcomeDifferences _outcomes;

    /// <summary>Makes a judge for the claims of two articles.</summary>
    public PairJudge(PairSetting setting)
    {
        _setting = setting;
        _participants = new Participants(setting);
        var acts = new OneAct(setting, _participants);
        _figures = new FigureDifferences(setting, _participants, acts);
        _denials = new DenialDifferences(setting, _participants, _figures, acts);
        _outcomes = new OutcomeDifferences(setting, _participants, acts);
    }

    /// <summary>What claims are judged by.</summary>
    public PairSetting Setting => _setting;

    private Situation Situation => _setting.Situation;

    private TermWeights Weights => _setting.Weights;

    /// <summary>Judges a pair.</summary>
    /// <returns>Null when the two are not about the same thing.</returns>
    /// <param name="left">The one claim.</param>
    /// <param name="right">The other.</param>
    /// <param name="verbatim">Whether their sentences are the same but for edits, which alone may conflict then.</param>
    public Judgement? Judge(ClaimProfile left, ClaimProfile right, bool verbatim)
    {
        if (Situation.Given && _denials.Judge(left, right) is { } denial) return denial;
        bool identical = left.WordsHash == right.WordsHash && ClaimWords.SameWords(left, right);
        var shared = Weights.OfShared(left.ContentTerms, right.ContentTerms);
        int leftWeight = Weights.Sum(left.ContentTerms.AsSpan()), rightWeight = Weights.Sum(right.ContentTerms.AsSpan());
        // The age of a person and the result of a match are facts by themselves, whatever else two claims say of them.
        var alone = Situation.Given || shared.Count == 0 ? null : _figures.CompareAges(left, right) ?? _figures.CompareScores(left, right);
        bool deaths = !identical && shared.Count == 1 && _figures.CountTheDead(left, right);
        if (!identical && alone is null && !deaths && (shared.Count == 0 || shared.Count == 1 && shared.Weight * 2 * 1000 < 600 * (leftWeight + rightWeight))) return null;
        var figures = _figures.Match(left, right);
        if (shared.Count <= 1 && figures.Pairs.IsEmpty && alone is null && !ShareTheirMatter(left, right, identical)) return null;

        int overlap = leftWeight + rightWeight == 0 ? 1000 : 2000 * shared.Weight / (leftWeight + rightWeight);
        var pair = new ClaimPair(left, right, overlap, TimeComparison.Compare(left, right), figures);
        var differences = Differences(pair, alone, verbatim);
        var shares = SharesOf(pair, shared.Weight, leftWeight, rightWeight);
        if (Relate(pair, shares, identical, differences.Any(d => d.Incompatible)) is not { } found) return null;

        CompatibleDifferences.AddModality(differences, left, right);
        CompatibleDifferences.AddAttribution(differences, left, right);
        (found, var reason) = Conclude(found, differences, left, right, figures.Clash);
        int least = Math.Min(shares.Left, shares.Right);
        int score = identical ? 3000 : overlap + (left.PredicateTerm == right.PredicateTerm ? 150 : 0) + (found is Relation.Conflicts ? 100 : 0) + least / 4;
        var confidence = identical ? Confidence.Full : Sure(found, overlap, least).And(left.Claim.Confidence).And(right.Claim.Confidence);
        string conflicting = differences.FirstOrDefault(d => d.Incompatible)?.Explanation ?? "";
        return new Judgement(score, found, reason, confidence, Ordered(differences), conflicting) { IsDescribed = false };
    }

    /// <summary>"I think", "he knows": one word in common says nothing of what they speak of, unless their sentences do.</summary>
    private bool ShareTheirMatter(ClaimProfile left, ClaimProfile right, bool identical)
    {
        if (!left.SharesSentence(right)) return false;
        return identical || !Situation.Given && (left.NobodyRole ?? right.NobodyRole) is not null
            || left.Claim.Predicate.Polarity == right.Claim.Predicate.Polarity && left.IsAsFirmAs(right) && Participants.SamePerson(left, right);
    }

    /// <summary>What two claims say that may not hold together, before it is known how they relate.</summary>
    private ImmutableArray<Difference>.Builder Differences(in ClaimPair pair, Difference? alone, bool verbatim)
    {
        var (left, right) = (pair.Left, pair.Right);
        var differences = ImmutableArray.CreateBuilder<Difference>();
        bool samePredicate = left.PredicateTerm == right.PredicateTerm;
        // The same words say the same, however either was read.
        if (ClaimWords.SameSentences(left, right)) return differences;
        // "The killing of two men" is one of several, perhaps; "almost signed" is not signed.
        bool alike = !left.IsNominal && !right.IsNominal && left.IsQualifiedAs(right);
        bool atOneTime = (Situation.Given || alike && pair.Time is not TimeRelation.Unknown) && pair.Time is not TimeRelation.Different;
        // "The deaths of three dockers" are those that the story is about.
        bool told = atOneTime || _figures.CountTheDead(left, right) && left.IsQualifiedAs(right) && pair.Time is not (TimeRelation.Unknown or TimeRelation.Different);
        _figures.Add(differences, pair, (samePredicate || _figures.CountTheDead(left, right) || !Situation.Given && pair.Figures.Clash && left.HasPredicateOf(right)) && told);
        if (alone is not null && alike && pair.Time is not (TimeRelation.Different or TimeRelation.Unknown) && !differences.Any(d => d.Kind is DifferenceKind.Quantity)) differences.Add(alone);
        _denials.Add(differences, pair, atOneTime);
        if (!samePredicate && atOneTime) _outcomes.AddOpposite(differences, pair);
        if (samePredicate && !Situation.Given && alike)
        {
            _outcomes.AddReversal(differences, pair);
            _outcomes.AddOnceOnly(differences, pair);
        }
        if (differences.Any(d => d is { Kind: DifferenceKind.Quantity, Incompatible: true }) && differences.Count(d => d.Incompatible) > 1)
            Soften(differences, DifferenceKind.Negation);
        // "The first man", "the second man": two men.
        bool another = !Situation.Given && pair.Figures.Pairs.Any(p => p is { Left: { Kind: QuantityKind.Ordinal, Counted: not null }, Relation: ValueRelation.Incompatible });
        if (verbatim || another || differences.Any(d => d.Incompatible) && MayBeOthers(left, right)) SoftenAll(differences);
        return differences;
    }

    /// <summary>What two claims have in common, of each in thousandths. Each number and each time is a part of what a claim says, beside its words.</summary>
    private static (int Left, int Right) SharesOf(in ClaimPair pair, int sharedWeight, int leftWeight, int rightWeight)
    {
        int leftTimes = pair.Left.Dates.IsEmpty ? 0 : 1, rightTimes = pair.Right.Dates.IsEmpty ? 0 : 1;
        int times = leftTimes + rightTimes == 2 && pair.Time is TimeRelation.Same or TimeRelation.Compatible ? 1 : 0;
        int common = sharedWeight + ValueWeight * (pair.Figures.Compatible + times);
        return (Share(leftWeight + ValueWeight * (pair.Left.Quantities.Length + leftTimes)), Share(rightWeight + ValueWeight * (pair.Right.Quantities.Length + rightTimes)));

        int Share(int all) => all == 0 ? 1000 : 1000 * common / all;
    }

    private Relation? Relate(in ClaimPair pair, (int Left, int Right) shares, bool identical, bool conflict)
    {
        var (left, right, figures) = (pair.Left, pair.Right, pair.Figures);
        bool samePredicate = left.PredicateTerm == right.PredicateTerm;
        var weak = Weak(samePredicate, pair.Overlap, Participants.RolesClash(left, right));
        if (!identical && !conflict && shares.Left < Same && shares.Right < Same) return weak;
        // "If the charges are true": what follows is what is said.
        if ((left.IsCondition || right.IsCondition) && !ClaimWords.SameSentences(left, right)) return weak;
        bool sameMeaning = left.IsAsFirmAs(right) && Participants.SamePerson(left, right) && !left.HasOppositeOf(right) && !left.IsReverseOf(right) && !_participants.NamesChangePlaces(left, right);
        if (identical && (sameMeaning || ClaimWords.SameSentences(left, right))) return Relation.Equivalent;
        if (conflict) return Relation.Conflicts;
        // A word that denies on one side alone forbids agreement even where it could not be read.
        bool polarity = left.Claim.Predicate.Polarity == right.Claim.Predicate.Polarity && left.HoldsNegator == right.HoldsNegator;
        if (!polarity || !sameMeaning || figures.Clash || pair.Time is TimeRelation.Different
            || Situation.DifferentEdition && left.HasOtherFigures(right) || left.IsOpen && right.IsOpen && !left.HasSameSentence(right)) return weak;
        if (samePredicate)
        {
            if (shares.Left >= Same && shares.Right >= Same && left.IsOpen == right.IsOpen) return Direction(figures, Relation.Equivalent);
            if (shares.Right >= Contained && figures.Narrower >= 0 && IsWhole(right)) return Relation.Refines;
            if (shares.Left >= Contained && figures.Narrower <= 0 && IsWhole(left)) return Relation.Generalizes;
            if (Math.Max(shares.Left, shares.Right) >= Contained) return Relation.Related;
        }
        return shares.Left >= SameInOtherWords && shares.Right >= SameInOtherWords ? Direction(figures, Relation.Equivalent) : weak;
    }

    /// <summary>Completes the judgement of a pair that is reported. Most pairs that are judged are not, and words take longer than numbers.</summary>
    /// <param name="left">The one claim.</param>
    /// <param name="right">The other.</param>
    /// <param name="judgement">What was judged of them.</param>
    /// <returns>The judgement with the words that differ and its explanation.</returns>
    public Judgement Describe(ClaimProfile left, ClaimProfile right, Judgement judgement)
    {
        if (judgement.IsDescribed) return judgement;
        var shared = TermLists.Intersect(left.ContentTerms, right.ContentTerms);
        var differences = judgement.Differences.ToBuilder();
        if (judgement.Relation is not Relation.Conflicts && !ClaimWords.SameWords(left, right)) CompatibleDifferences.AddWording(differences, left, right, shared);
        return judgement with { Differences = differences.DrainToImmutable(), Explanation = Explain(left, shared, judgement.Explanation), IsDescribed = true };
    }

    /// <summary>Judges two claims whose sentences are the same but for edits that cannot both hold.</summary>
    /// <param name="left">The claim on the left that holds the edits.</param>
    /// <param name="right">The claim on the right that holds them.</param>
    /// <param name="edits">The differences they make; never empty.</param>
    /// <returns>Null when the claims speak of different times.</returns>
    public Judgement? JudgeEdited(ClaimProfile left, ClaimProfile right, ImmutableArray<Difference> edits)
    {
        // All words but the edits are the same, those of time too: they mean another time only in an article of another day.
        if (!edits.Any(edit => edit.Kind is DifferenceKind.Date) && left.Model.Date?.Date != right.Model.Date?.Date && TimeComparison.Compare(left, right) is TimeRelation.Different) return null;
        var differences = edits.ToBuilder();
        CompatibleDifferences.AddAttribution(differences, left, right);
        var (relation, reason) = Conclude(Relation.Conflicts, differences, left, right, figuresDiffer: true);
        var confidence = new Confidence(900);
        return new Judgement(4000, relation, reason, confidence, Ordered(differences), "The sentences are the same but for this. " + edits[0].Explanation);
    }

    /// <summary>Whether who is spoken of may be two after all: a father and his son, what two polls found.</summary>
    private bool MayBeOthers(ClaimProfile left, ClaimProfile right)
    {
        if (Situation.Given) return false;
        if (Generations.MayDiffer(left.Model, left.Span, right.Model, right.Span)) return true;
        return left.SpeaksOfPoll && right.SpeaksOfPoll && NamesItsOwn(left, right) && NamesItsOwn(right, left);

        bool NamesItsOwn(ClaimProfile claim, ClaimProfile against) => claim.SentenceTerms.Any(term => _setting.Terms.IsName(term) && Array.BinarySearch(against.SentenceTerms, term) < 0);
    }

    // ---- relations ----

    /// <summary>Whether a claim says enough by itself for another to contain it: "the package addressed" does not.</summary>
    private static bool IsWhole(ClaimProfile claim) => !claim.IsOpen && (claim.Facts > 2 || claim.Facts == 2 && !claim.Object.IsEmpty && !claim.IsRestricted);

    /// <summary>Turns a conflict into what it is between these articles: an update, another edition, or a conflict after all.</summary>
    private (Relation, RelationReason) Conclude(Relation found, ImmutableArray<Difference>.Builder differences, ClaimProfile left, ClaimProfile right, bool figuresDiffer)
    {
        if (found is not Relation.Conflicts)
            return (found, Situation.DifferentEdition && found is Relation.Related && figuresDiffer ? RelationReason.DifferentEdition : RelationReason.None);
        if (!Situation.SameSituation)
        {
            SoftenAll(differences);
            return (Relation.Related, Situation.DifferentEdition ? RelationReason.DifferentEdition : RelationReason.None);
        }
        // What was not so may be so two days later; what somebody is quoted with was said when it was said.
        if (left.Dates.IsEmpty && right.Dates.IsEmpty && left.Claim.Attribution.IsEmpty && right.Claim.Attribution.IsEmpty && left.Model.Date is { } l && right.Model.Date is { } r && l.Date != r.Date
            && differences.All(d => !d.Incompatible || d.Kind is DifferenceKind.Negation or DifferenceKind.Antonym))
        {
            Soften(differences, DifferenceKind.Negation);
            Soften(differences, DifferenceKind.Antonym);
            return Order(left, right);
        }
        if (!_figures.IsStatus(left) || !left.Dates.IsEmpty || !right.Dates.IsEmpty || !differences.Any(d => d is { Kind: DifferenceKind.Quantity, Incompatible: true }))
            return (found, RelationReason.None);
        var (relation, reason) = Order(left, right);
        if (relation is not Relation.Conflicts) Soften(differences, DifferenceKind.Quantity);
        return (relation, reason);
    }

    private static Relation? Weak(bool samePredicate, int dice, bool rolesClash) =>
        dice >= (rolesClash ? AlikeInOtherRoles : samePredicate ? AlikeWithPredicate : Alike) ? Relation.Related : null;

    /// <summary>The same content with one value stated more exactly is the more specific claim.</summary>
    private static Relation Direction(FigureMatches figures, Relation same) =>
        figures.Narrower > 0 ? Relation.Refines : figures.Narrower < 0 ? Relation.Generalizes : same;

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
        string words = string.Join(", ", shared.OrderByDescending(t => Weights[t]).ThenBy(t => _setting.Terms.NameOf(t), StringComparer.Ordinal).Take(MostWords).Select(left.WordsOf));
        string both = words.Length == 0 ? "The words are the same." : $"Both speak of {words}.";
        return conflicting.Length > 0 ? $"{both} {conflicting}" : both;
    }

    // ---- differences ----

    private static void Soften(ImmutableArray<Difference>.Builder differences, DifferenceKind kind)
    {
        for (int i = 0; i < differences.Count; i++)
            if (differences[i].Kind == kind) differences[i] = differences[i] with { Incompatible = false };
    }

    private static void SoftenAll(ImmutableArray<Difference>.Builder differences)
    {
        for (int i = 0; i < differences.Count; i++) differences[i] = differences[i] with { Incompatible = false };
    }

    private static ImmutableArray<Difference> Ordered(ImmutableArray<Difference>.Builder differences) =>
        [.. differences.OrderByDescending(d => d.Incompatible).ThenBy(d => d.Kind).ThenBy(d => d.Left.IsEmpty ? 0 : d.Left[0].Start)];
}
