using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>
/// Tells whether two claims of one verb, or of opposites, are of one act of one event, however much else their sentences say: told in other words two
/// reports share little more than who did it and to whom.
/// </summary>
/// <remarks>
/// Who and whom must be known on both sides, by name or as something spoken of before, and neither claim may be limited to a case that the other
/// does not speak of: "did not sign in Marlow" leaves open who signed elsewhere.
/// </remarks>
internal sealed class OneAct(PairSetting setting, Participants participants)
{
    /// <summary>Words that stand for anything: what is said of "the thing" is said of nothing in particular.</summary>
    private static readonly FrozenSet<string> Vague = FrozenSet.Create(
        StringComparer.Ordinal, "thing", "way", "time", "day", "year", "people", "person", "man", "woman", "number", "part", "lot", "place", "case", "fact", "point", "move", "step", "decision", "question", "issue", "comment", "request", "one", "other");

    private static readonly FrozenSet<string> Feelings = FrozenSet.Create(
        StringComparer.Ordinal, "anger", "surprise", "delight", "relief", "dismay", "disappointment", "joy", "horror", "shock", "applause", "cheer", "annoyance", "regret", "sorrow", "astonishment", "amazement", "frustration");

    /// <summary>Words that tell one of a kind from another.</summary>
    private static readonly FrozenSet<string> Ranks = FrozenSet.Create(
        StringComparer.Ordinal, "other", "another", "first", "second", "third", "fourth", "last", "next", "new", "old", "former", "previous", "earlier", "later", "final");

    /// <summary>Whether both are of one act, and neither is limited to a case. Their predicates and times are compared elsewhere.</summary>
    /// <param name="left">The one claim.</param>
    /// <param name="right">The other.</param>
    /// <param name="leftPlace">A place that limits the left and is compared elsewhere; null for none.</param>
    /// <param name="rightPlace">The same of the right.</param>
    public bool AreOne(ClaimProfile left, ClaimProfile right, Argument? leftPlace = null, Argument? rightPlace = null) =>
        AreOfTheSame(left, right) && !IsLimited(left, right, leftPlace) && !IsLimited(right, left, rightPlace);

    /// <summary>Whether what a claim denies takes in what another affirms: that may be limited, since of what was not done nothing was done.</summary>
    public bool Denies(ClaimProfile denied, ClaimProfile affirmed) => AreOfTheSame(denied, affirmed) && !IsLimited(denied, affirmed, strictly: true);

    /// <summary>Whether who does it and to whom are the same, and known.</summary>
    private bool AreOfTheSame(ClaimProfile left, ClaimProfile right)
    {
        if (setting.Situation.Given || left.IsOpen || right.IsOpen || left.IsOfSome || right.IsOfSome || left.IsHabit != right.IsHabit) return false;
        var (lo, ro) = (left.ArgumentOf(Role.Theme), right.ArgumentOf(Role.Theme));
        if (lo is null != ro is null) return false;
        bool? subjects = SameSubjects(left, right);
        if (subjects is false) return false;
        return lo is { } l && ro is { } r
            ? IsSame(left, l, left.ObjectHeads, right, r, right.ObjectHeads) && (IsKnown(left, l) && IsKnown(right, r) || subjects is true && HaveKnownSubjects(left, right))
            : subjects is true && HaveKnownSubjects(left, right);
    }

    /// <summary>Whether the same do it; null where one side does not say who, or only "he".</summary>
    private bool? SameSubjects(ClaimProfile left, ClaimProfile right)
    {
        if (left.ArgumentOf(Role.Agent) is not { } l || right.ArgumentOf(Role.Agent) is not { } r) return null;
        if (left.SubjectHeads.IsEmpty || right.SubjectHeads.IsEmpty)
            return IsPronoun(left, l) || IsPronoun(right, r) ? null : false;
        return IsSame(left, l, left.SubjectHeads, right, r, right.SubjectHeads);
    }

    private bool HaveKnownSubjects(ClaimProfile left, ClaimProfile right) =>
        left.ArgumentOf(Role.Agent) is { } l && right.ArgumentOf(Role.Agent) is { } r && IsKnown(left, l) && IsKnown(right, r);

    private static bool IsPronoun(ClaimProfile claim, Argument argument) => claim.Model.Text.Words[argument.Head] is { Upos: Upos.PRON, Lemma: "he" or "she" or "it" or "they" };

    private bool IsSame(ClaimProfile left, Argument l, ImmutableArray<int> leftHeads, ClaimProfile right, Argument r, ImmutableArray<int> rightHeads)
    {
        if (participants.SharesName(leftHeads, rightHeads)) return true;
        int lt = left.TermAt(l.Head), rt = right.TermAt(r.Head);
        if (lt < 0 || rt < 0) return false;
        if (lt != rt) return IsDescribed(left, l, right, r) || IsDescribed(right, r, left, l);
        return IsNarrowedAs(left, l.Head, right, r.Head) && IsNarrowedAs(right, r.Head, left, l.Head);
    }

    /// <summary>Whether one side names what the other describes with a word that stands beside the name: "goalkeeper Leo Amsel", "the goalkeeper".</summary>
    private bool IsDescribed(ClaimProfile naming, Argument name, ClaimProfile describing, Argument description)
    {
        int word = describing.TermAt(description.Head);
        if (!setting.Terms.IsName(naming.TermAt(name.Head)) || setting.Terms.IsName(word) || !EditReader.IsDefinite(describing.Model, description.Head)) return false;
        for (int i = name.FirstToken; i < name.EndToken; i++)
            if (naming.TermAt(i) == word) return true;
        return false;
    }

    /// <summary>
    /// Whether what narrows a noun down narrows the other too: "the first offer" is not "the second offer". Whose it is may be left out, and "the
    /// beach" is the one that its article has named before.
    /// </summary>
    private static bool IsNarrowedAs(ClaimProfile claim, int noun, ClaimProfile other, int otherNoun)
    {
        var text = claim.Model.Text;
        bool bare = EditReader.IsDefinite(other.Model, otherNoun) && !IsNarrowed(other, otherNoun);
        foreach (int dependent in text.Dependents(noun))
        {
            if (!Narrows(text.Words[dependent].Relation)) continue;
            if (Ranks.Contains(text.Words[dependent].Lemma))
            {
                if (!HoldsLemma(other, text.Words[dependent].Lemma)) return false;
                continue;
            }
            if (claim.TermAt(dependent) is >= 0 and var term && Array.BinarySearch(other.SentenceTerms, term) < 0 && !(bare && other.Words.Holds(term))) return false;
        }
        return true;
    }

    private static bool IsNarrowed(ClaimProfile claim, int noun)
    {
        foreach (int dependent in claim.Model.Text.Dependents(noun))
            if (Narrows(claim.Model.Text.Words[dependent].Relation)) return true;
        return false;
    }

    private static bool Narrows(DependencyRelation relation) =>
        relation is not DependencyRelation.NmodPoss && relation.Universal() is DependencyRelation.Amod or DependencyRelation.Nummod or DependencyRelation.Compound or DependencyRelation.Nmod;

    private static bool HoldsLemma(ClaimProfile claim, string lemma)
    {
        var sentence = claim.Model.Tree.Sentences[claim.Claim.Sentence];
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (claim.Model.Text.Words[i].Lemma == lemma) return true;
        return false;
    }

    /// <summary>Whether a participant is somebody or something that the report has named: by "the", or by a name beside it, "a plane of Flyt".</summary>
    private bool IsKnown(ClaimProfile claim, Argument argument)
    {
        if (Vague.Contains(claim.Model.Text.Words[argument.Head].Lemma)) return false;
        if (EditReader.IsDefinite(claim.Model, argument.Head)) return true;
        foreach (int dependent in claim.Model.Text.Dependents(argument.Head))
            if (Narrows(claim.Model.Text.Words[dependent].Relation) && claim.TermAt(dependent) is >= 0 and var term && setting.Terms.IsName(term)) return true;
        return false;
    }

    /// <summary>
    /// Whether a claim is limited to a case that the other's sentence does not speak of: every word of its own must only say more of somebody or
    /// go on from what is claimed.
    /// </summary>
    private bool IsLimited(ClaimProfile claim, ClaimProfile other, Argument? except = null, bool strictly = false)
    {
        if (claim.RunsUpToATime != other.RunsUpToATime || IsLimitedWithoutTerm(claim, other)) return true;
        for (int i = 0; i < claim.ContentTerms.Length; i++)
        {
            int term = claim.ContentTerms[i];
            if (term == claim.PredicateTerm || Array.BinarySearch(other.SentenceTerms, term) >= 0 || IsOfParticipant(claim, claim.FirstTokens[i]) || LeadsIn(claim, claim.FirstTokens[i]) || IsAside(claim, claim.FirstTokens[i])) continue;
            if (except is { } place && place.FirstToken <= claim.FirstTokens[i] && claim.FirstTokens[i] < place.EndToken) continue;
            // Where it did not happen it did not happen; elsewhere it may have.
            if (strictly || !IsPlaceOfBoth(claim, claim.FirstTokens[i], other)) return true;
        }
        return false;
    }

    /// <summary>Whether a figure only describes somebody or something known, as his age does, and counts nothing that is claimed.</summary>
    public bool IsAside(ClaimProfile claim, Quantity figure) => figure.Kind is QuantityKind.Age || IsAside(claim, figure.FirstToken)
        || claim.ArgumentOf(Role.Agent) is { } agent && agent.FirstToken <= figure.FirstToken && figure.EndToken <= agent.EndToken && figure.Counted?.Head != agent.Head;

    /// <summary>Whether a word only leads in to what is planned: "is set to start", "plans to cut"; who "began to sink" may not have sunk.</summary>
    private static bool LeadsIn(ClaimProfile claim, int token) =>
        claim.IsToCome && claim.Model.Text.Words[claim.Claim.Predicate.Head].Relation.Universal() is DependencyRelation.Xcomp && claim.Model.Text.Head(claim.Claim.Predicate.Head) == token;

    /// <summary>Whether a word belongs to who or whom, which have been compared. What follows a name, "Berg of fraud", may belong to the verb.</summary>
    private bool IsOfParticipant(ClaimProfile claim, int token)
    {
        foreach (var argument in claim.Claim.Arguments)
            if (argument.Role is Role.Agent or Role.Theme && argument.FirstToken <= token && token < argument.EndToken)
                return token <= argument.Head || claim.TermAt(argument.Head) is not (>= 0 and var term) || !setting.Terms.IsName(term);
        return false;
    }

    /// <summary>Whether a word of case hangs a noun on the claim that has no term to compare, and the other's sentence does not have it: "at home".</summary>
    public static bool IsLimitedWithoutTerm(ClaimProfile claim, ClaimProfile other)
    {
        var text = claim.Model.Text;
        foreach (int token in claim.Claim.Tokens)
            if (text.Words[token].Relation.Universal() is DependencyRelation.Case && text.Head(token) is >= 0 and var noun && text.Words[noun].Upos is Upos.NOUN or Upos.ADV && claim.TermAt(noun) < 0 && !claim.IsDated(noun) && !HoldsLemma(other, text.Words[noun].Lemma)
                && !claim.Quantities.Any(figure => figure.FirstToken <= noun && noun < figure.EndToken)) return true;
        return false;
    }

    private bool IsPlaceOfBoth(ClaimProfile claim, int token, ClaimProfile other)
    {
        foreach (var argument in claim.Claim.Arguments)
            if (argument.FirstToken <= token && token < argument.EndToken) return participants.IsPlaceOfBoth(claim, argument, other);
        return false;
    }

    /// <summary>Whether a word only describes somebody who is known without it, or stands in a clause that goes on from the predicate: "Lee, a teacher", "to the anger of the crowd", "ending a strike".</summary>
    private bool IsAside(ClaimProfile claim, int token)
    {
        const int Deepest = 10;
        var text = claim.Model.Text;
        int head = claim.Claim.Predicate.Head;
        for (int at = token, steps = 0; at >= 0 && at != head && steps < Deepest; at = text.Head(at), steps++)
        {
            switch (text.Words[at].Relation.Universal())
            {
                case DependencyRelation.Appos or DependencyRelation.Acl or DependencyRelation.Parataxis or DependencyRelation.Discourse:
                    return true;
                case DependencyRelation.Advcl:
                    return text.Dependent(at, DependencyRelation.Mark) < 0;
                case DependencyRelation.Nmod when text.Words[at].Relation is DependencyRelation.NmodPoss:
                case DependencyRelation.Amod or DependencyRelation.Compound when text.Head(at) is >= 0 and var noun && claim.TermAt(noun) is >= 0 and var of && setting.Terms.IsName(of):
                    return true;
                case DependencyRelation.Obl when text.Dependent(at, DependencyRelation.Case) is >= 0 and var word && text.Words[word].Lemma is "to" && Feelings.Contains(text.Words[at].Lemma):
                    return true;
            }
        }
        return false;
    }
}
