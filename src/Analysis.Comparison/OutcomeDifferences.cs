using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;

namespace Analysis.Comparison;

/// <summary>Events that went otherwise: an opposite outcome, roles the other way round, what happens once on two days or in two places.</summary>
internal sealed class OutcomeDifferences(PairSetting setting, Participants participants, OneAct acts)
{
    /// <summary>Overlap from which on two claims are alike but for their predicates, in thousandths.</summary>
    private const int Alike = 450;

    /// <summary>"The rate rose", "the rate fell": opposite predicates of the same participants, both affirmed.</summary>
    public void AddOpposite(ImmutableArray<Difference>.Builder differences, in ClaimPair pair)
    {
        var (left, right) = (pair.Left, pair.Right);
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        bool given = setting.Situation.Given;
        if (l.Polarity is Polarity.Negative || r.Polarity is Polarity.Negative || l.Modality is not Modality.Asserted || r.Modality is not Modality.Asserted || !TimeComparison.TensesAgree(left, right, given)) return;
        // What shares neither words nor who or whom is not looked up: most pairs.
        if (pair.Overlap < Alike && !TermLists.Meet(left.ObjectHeads, right.ObjectHeads) && !TermLists.Meet(left.SubjectHeads, right.SubjectHeads)) return;
        if (OppositeWords.Opposition(left, right) is not { } how) return;
        if (!Voices.OneVoice(left, right) || !TimeComparison.SameTimes(left, right) || left.HasOppositeOf(right) || left.HoldsNegator != right.HoldsNegator) return;
        if (given ? !left.Quantities.IsEmpty || !right.Quantities.IsEmpty : !pair.Figures.AreAllOf(left, right)) return;
        if (!given && (left.IsOfSome || right.IsOfSome || MayFollow(left, right) || IsAfter(left, right) || IsAfter(right, left))) return;
        if (!acts.MayBeOne(left, right) || !SameBut(pair) && !acts.AreOfTheSame(left, right)) return;
        if (given && !EditReader.IsDefinite(left.Model, SubjectOf(left)) && !EditReader.IsDefinite(right.Model, SubjectOf(right))) return;
        differences.Add(new Difference(
            DifferenceKind.Antonym, true, [l.Span], [r.Span], left.PredicateLemma, right.PredicateLemma, new Confidence(800), $"“{left.PredicateLemma}” and “{right.PredicateLemma}” are opposites ({how})."));

        static int SubjectOf(ClaimProfile claim) => claim.Claim.Arguments.First(a => a.Role is Role.Agent or Role.Theme).Head;
    }

    /// <summary>Whether two claims are the same in all but their predicates.</summary>
    private bool SameBut(in ClaimPair pair)
    {
        var (left, right) = (pair.Left, pair.Right);
        if (pair.Overlap < Alike || participants.NamesClash(left, right)) return false;
        bool objects = left.Object.IsEmpty && right.Object.IsEmpty || TermLists.Meet(left.Object, right.Object)
            // "Survived the crash", "died in the crash": what is an object of the one goes with the other by a word of case.
            || left.Object.IsEmpty && TermLists.IsWithin(right.Object, left.ContentTerms) || right.Object.IsEmpty && TermLists.IsWithin(left.Object, right.ContentTerms);
        objects &= Participants.HeadsAgree(left.ObjectHeads, right.ObjectHeads);
        // "The bill", "an earlier bill".
        if (!setting.Situation.Given && left.ArgumentOf(Role.Theme) is { } lo && right.ArgumentOf(Role.Theme) is { } ro) objects &= EditReader.IsDefinite(left.Model, lo.Head) && EditReader.IsDefinite(right.Model, ro.Head);
        return objects && TermLists.Meet(left.Subject, right.Subject) && Participants.HeadsAgree(left.SubjectHeads, right.SubjectHeads) && Rest(left, right);
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
    public void AddReversal(ImmutableArray<Difference>.Builder differences, in ClaimPair pair)
    {
        var (left, right, time) = (pair.Left, pair.Right, pair.Time);
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        if (!EventWords.IsOneSided(l.Lemma) || !EventWords.IsOneSided(r.Lemma) || left.Denies || right.Denies || l.Modality != r.Modality || l.Modality is not (Modality.Asserted or Modality.Planned)) return;
        if (!participants.SharesName(left.SubjectHeads, right.ObjectHeads) || !participants.SharesName(left.ObjectHeads, right.SubjectHeads)) return;
        if (TermLists.Meet(left.SubjectHeads, right.SubjectHeads) || TermLists.Meet(left.ObjectHeads, right.ObjectHeads)) return;
        if (time is TimeRelation.Different or TimeRelation.Unknown || !TimeComparison.SameTimes(left, right) || !Voices.OneVoice(left, right) || left.HoldsNegator || right.HoldsNegator) return;
        if (left.ArgumentOf(Role.Agent) is not { } ls || right.ArgumentOf(Role.Agent) is not { } rs) return;
        // Another final, another score, another year: what each side adds may be what tells the two apart.
        int common = setting.Weights.OfShared(left.ContentTerms, right.ContentTerms).Weight;
        if (!pair.Figures.AreAllOf(left, right) || !TimeComparison.TensesAgree(left, right, setting.Situation.Given) || Math.Min(setting.Weights.Sum(left.ContentTerms.AsSpan()), setting.Weights.Sum(right.ContentTerms.AsSpan())) > common) return;
        differences.Add(new Difference(
            DifferenceKind.Entity, true, [ls.Span], [rs.Span], NameOf(left, ls), NameOf(right, rs), new Confidence(800),
            $"Who does it in the first is whom it is done to in the second: {ClaimWords.Quoted(left, ls.Span)} against {ClaimWords.Quoted(right, rs.Span)}."));
    }

    /// <summary>What happens once to one thing, on two days or in two places.</summary>
    public void AddOnceOnly(ImmutableArray<Difference>.Builder differences, in ClaimPair pair)
    {
        var (left, right, time) = (pair.Left, pair.Right, pair.Time);
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        if (!EventWords.HappensOnce(l.Lemma) || !EventWords.HappensOnce(r.Lemma) || !left.IsAsFirmAs(right) || l.Modality is not (Modality.Asserted or Modality.Planned) || r.Modality is not (Modality.Asserted or Modality.Planned) || !TimeComparison.TensesAgree(left, right, setting.Situation.Given)) return;
        // "Opens at nine": every day.
        if (l is { Lemma: "open", Tense: Tense.Present } || r is { Lemma: "open", Tense: Tense.Present }) return;
        if (left.HoldsNegator || right.HoldsNegator || left.IsOfSome || right.IsOfSome || !Voices.OneVoice(left, right) || pair.Figures.Clash || !AreOneBut(pair)) return;
        if (time is TimeRelation.Different && left.Dates is [var ld] && right.Dates is [var rd] && left.IsOfPredicate(ld) && right.IsOfPredicate(rd) && ld.Granularity == rd.Granularity && ld.Kind == rd.Kind && (left.IsToCome && right.IsToCome || MayBeOneDay(l.Lemma, ld, rd)))
            differences.Add(new Difference(
                DifferenceKind.Date, true, [ld.Span], [rd.Span], ld.Timex, rd.Timex, new Confidence(800), $"The times differ: {ClaimWords.Quoted(left, ld.Span)} against {ClaimWords.Quoted(right, rd.Span)}."));
        if (time is not (TimeRelation.Different or TimeRelation.Unknown) && PlaceOf(left) is { } lq && PlaceOf(right) is { } rq && Places.AreApart(NameOf(left, lq), NameOf(right, rq)))
            differences.Add(new Difference(
                DifferenceKind.Place, true, [lq.Span], [rq.Span], NameOf(left, lq), NameOf(right, rq), new Confidence(800), $"The places differ: {ClaimWords.Quoted(left, lq.Span)} against {ClaimWords.Quoted(right, rq.Span)}."));
    }

    /// <summary>"The protests began", "the victims were buried": each may have its own day.</summary>
    private static bool IsPlural(ClaimProfile claim) => (claim.ArgumentOf(Role.Theme) ?? claim.ArgumentOf(Role.Agent)) is { } of && claim.Model.Text.Words[of.Head].Xpos is Xpos.NNS;

    /// <summary>Whether two claims of what happens once are of one thing, wherever each says that it happened.</summary>
    private bool AreOneBut(in ClaimPair pair)
    {
        var (left, right) = (pair.Left, pair.Right);
        if (!acts.MayBeOne(left, right, PlaceOf(left), PlaceOf(right)) || IsPlural(left) || IsPlural(right)) return false;
        if (acts.AreOfTheSame(left, right)) return true;
        // It is what it happens to that has it once: who kills may kill again.
        var (lp, rp) = (left.Object.IsEmpty ? left.SubjectHeads : left.ObjectHeads, right.Object.IsEmpty ? right.SubjectHeads : right.ObjectHeads);
        if (pair.Overlap < Alike || left.Object.IsEmpty != right.Object.IsEmpty || !participants.SharesName(lp, rp) || participants.NamesClash(left.Subject, right.Subject)) return false;
        var role = left.Object.IsEmpty ? Role.Agent : Role.Theme;
        return left.Quantities.IsEmpty && right.Quantities.IsEmpty && left.ArgumentOf(role) is { } la && right.ArgumentOf(role) is { } ra && EditReader.IsDefinite(left.Model, la.Head) && EditReader.IsDefinite(right.Model, ra.Head);
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

    /// <summary>Whether nothing but the predicates differs: neither side has words of weight that the other lacks.</summary>
    private bool Rest(ClaimProfile left, ClaimProfile right)
    {
        var shared = TermLists.Intersect(left.ContentTerms, right.ContentTerms);
        int common = setting.Weights.Sum(shared), l = setting.Weights.Sum(left.ContentTerms.AsSpan()) - setting.Weights[left.PredicateTerm] - common, r = setting.Weights.Sum(right.ContentTerms.AsSpan()) - setting.Weights[right.PredicateTerm] - common;
        return Math.Min(l, r) == 0 && Math.Max(l, r) * 2 <= common * 3;
    }
}
