using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Claims;

namespace Analysis.Comparison;

/// <summary>What one claim denies and the other affirms.</summary>
internal sealed class DenialDifferences(PairSetting setting, Participants participants, FigureDifferences figures, OneAct acts)
{
    /// <summary>What happens to people, of which "nobody" is meant as it is said; nobody expected the storm whom nobody asked.</summary>
    private static readonly string[] HarmWords = ["kill", "die", "injure", "miss", "arrest", "charge", "drown", "trap", "shoot", "infect", "evacuate", "rescue", "burn", "hospitalize", "harm", "indict", "convict"];

    private readonly HashSet<int> _harm = [.. HarmWords.Select(setting.Terms.OfLemma)];

    /// <summary>Adds the difference that one of two claims denies.</summary>
    /// <param name="differences">Takes the difference.</param>
    /// <param name="pair">The claims.</param>
    /// <param name="atOneTime">Whether both claims may be of one time.</param>
    public void Add(ImmutableArray<Difference>.Builder differences, in ClaimPair pair, bool atOneTime)
    {
        var (left, right) = (pair.Left, pair.Right);
        bool leftDenies = left.Denies ^ left.Claim.Predicate.Modality is Modality.ReportedDenied, rightDenies = right.Denies ^ right.Claim.Predicate.Modality is Modality.ReportedDenied;
        if (leftDenies == rightDenies) return;
        var (denied, affirmed) = leftDenies ? (left, right) : (right, left);
        // What is denied of one situation that is given was looked at word by word before.
        bool incompatible = !setting.Situation.Given && atOneTime && MayContradict(denied, affirmed) && AreFirm(left, right)
            && Voices.OneVoice(left, right) && TimeComparison.SameTimes(left, right) && !left.HasOppositeOf(right) && acts.MayBeOne(denied, affirmed, affirmedMayBeLimited: EventWords.HappensOnce(affirmed.PredicateLemma) || _harm.Contains(affirmed.PredicateTerm)) && IsSameCase(pair, denied, affirmed);
        // A source that denies and says the same contradicts itself; of two sources each has its word. Where both hold the words that deny, one was misread.
        if (!incompatible && (pair.Overlap < 650 || IsReported(left, right) || left.HoldsNegator == right.HoldsNegator || left.PredicateTerm != right.PredicateTerm)) return;
        differences.Add(DenialOf(left, right, leftDenies, incompatible));
    }

    private static bool IsReported(ClaimProfile left, ClaimProfile right) => left.Claim.Predicate.Modality is Modality.ReportedDenied || right.Claim.Predicate.Modality is Modality.ReportedDenied;

    /// <summary>Whether both are said as something that is so, or is planned; what somebody denies, and the same says elsewhere, counts as that.</summary>
    private static bool AreFirm(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        return IsReported(left, right)
            ? (l.Modality is Modality.Asserted || r.Modality is Modality.Asserted) && !left.Claim.Attribution.IsEmpty && !right.Claim.Attribution.IsEmpty && left.Claim.Attribution[^1].Entity >= 0
            : l.Modality == r.Modality && l.Modality is Modality.Asserted or Modality.Planned && TimeComparison.TensesAgree(left, right, given: false);
    }

    /// <summary>Whether a denial is of all that it speaks of, and what is affirmed of no narrower thing: "not only", "not on Sundays", "five ships did not".</summary>
    private static bool MayContradict(ClaimProfile denied, ClaimProfile affirmed)
    {
        // "It was like nothing I have ever seen": a word that asks for a negation stands under one outside of the claim.
        if (affirmed.HoldsNegated || affirmed.HoldsNegator && denied.HoldsNegator || affirmed.LastsAWhile && !denied.LastsAWhile || HoldsException(denied) || HoldsException(affirmed) || denied.DeniesInPart || denied.IsHabit && !affirmed.IsHabit || denied.NobodyRole is null && IsDefiniteOnOneSide(denied, affirmed) || IsNarrower(affirmed, denied)) return false;
        return !(IsCountOfSome(denied) && IsCountOfSome(affirmed)) && (denied.NobodyRole is not null || !denied.IsOfSome && !affirmed.IsOfSome);
    }

    /// <summary>"All but Falk signed".</summary>
    private static bool HoldsException(ClaimProfile claim)
    {
        foreach (int token in claim.Claim.Tokens)
            if (claim.Model.Text.Words[token].Lemma is "except" or "save" || claim.Model.Text.Words[token].Lemma is "but" && token > 0 && claim.Model.Text.Words[token - 1].Lemma is "all" or "everyone" or "everybody" or "nobody" or "none" or "nothing" or "anything") return true;
        return false;
    }

    /// <summary>"The gun has not been found", "police found a gun".</summary>
    private static bool IsDefiniteOnOneSide(ClaimProfile denied, ClaimProfile affirmed) =>
        denied.ArgumentOf(Role.Theme) is { } d && denied.Model.Text.Words[d.Head].Upos is not Upos.PRON && affirmed.ArgumentOf(Role.Theme) is { } a && EditReader.IsDefinite(denied.Model, d.Head) && !EditReader.IsDefinite(affirmed.Model, a.Head);

    /// <summary>Whether what is denied takes in what is affirmed. What is denied of a narrower case may hold of the wider one: "it did not sail to Paris" leaves open whether it sailed.</summary>
    private bool IsSameCase(in ClaimPair pair, ClaimProfile denied, ClaimProfile affirmed)
    {
        if (pair.Figures.Clash) return false;
        bool samePredicate = denied.PredicateTerm == affirmed.PredicateTerm;
        if (samePredicate && pair.Figures.Pairs.Length == denied.Quantities.Length && participants.IsCovered(denied, affirmed) && !participants.NamesClash(denied, affirmed)
            && (denied.NobodyRole is { } role
                ? _harm.Contains(denied.PredicateTerm) && IsSomebody(affirmed, role) && (denied.ContentTerms.Length > 1 || denied.SharesSentence(affirmed))
                : !OneAct.IsLimitedWithoutTerm(denied, affirmed) && participants.SameParticipants(denied, affirmed, pair.Overlap))) return true;
        if (denied.NobodyRole is not null || !samePredicate && !denied.HasPredicateOf(affirmed) || !acts.AreOfTheSame(denied, affirmed)) return false;
        var pairs = pair.Figures.Pairs;
        return denied.Quantities.All(figure => acts.IsAside(denied, figure) || pairs.Any(p => p.Left == figure || p.Right == figure));
    }

    private static Difference DenialOf(ClaimProfile left, ClaimProfile right, bool leftDenies, bool incompatible = true)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        return new Difference(
            DifferenceKind.Negation, incompatible, [left.Negation ?? l.Span], [right.Negation ?? r.Span], Word(l, leftDenies), Word(r, !leftDenies), new Confidence(incompatible ? 850 : 600),
            leftDenies ? "The first denies what the second affirms." : "The first affirms what the second denies.");

        static string Word(Predicate predicate, bool denied) => denied ? "not " + predicate.Lemma : predicate.Lemma;
    }

    /// <summary>Whether a claim is about so many of a kind and not about all of them: where five ships left, five others may not have left.</summary>
    private static bool IsCountOfSome(ClaimProfile claim)
    {
        if ((claim.ArgumentOf(Role.Agent) ?? claim.ArgumentOf(Role.Theme)) is not { } participant || EditReader.IsDefinite(claim.Model, participant.Head)) return false;
        foreach (var figure in claim.Quantities)
            if (figure.Counted is { } counted && counted.Head == participant.Head) return true;
        return false;
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

    /// <summary>Whether a claim is about somebody in a role: who is not nobody.</summary>
    private static bool IsSomebody(ClaimProfile claim, Role role)
    {
        if (claim.ArgumentOf(role) is not { } argument) return false;
        var word = claim.Model.Text.Words[argument.Head];
        return argument.Entity >= 0 && claim.Model.Entities[argument.Entity].Type is Semantics.Entities.EntityType.Person || EditReader.IsPerson(word.Lemma) || word.Upos is Upos.NUM;
    }

    /// <summary>Judges claims of one situation of which one denies what the other's sentence says.</summary>
    public Judgement? Judge(ClaimProfile left, ClaimProfile right)
    {
        bool leftDenies = left.Claim.Predicate.Polarity is Polarity.Negative;
        if (leftDenies == right.Claim.Predicate.Polarity is Polarity.Negative) return null;
        var (denied, affirmed) = leftDenies ? (left, right) : (right, left);
        if (!left.IsAsFirmAs(right) || left.IsReverseOf(right) || !Voices.OneVoice(left, right) || left.HasOppositeOf(right) || !Denial.IsContradicted(denied, affirmed)) return null;
        var matches = figures.Match(left, right);
        // "Two divers are not resting" says nothing of the others, "not in May" nothing of March.
        if (TimeComparison.Compare(left, right) is TimeRelation.Different || matches.Clash
            || !denied.DeniesExistence && matches.Pairs.Length < denied.Quantities.Length || !denied.Dates.IsEmpty && affirmed.Dates.IsEmpty) return null;
        var differences = ImmutableArray.CreateBuilder<Difference>();
        differences.Add(DenialOf(left, right, leftDenies));
        return new Judgement(3500, Relation.Conflicts, RelationReason.None, new Confidence(850), differences.ToImmutable(), differences[0].Explanation);
    }
}
