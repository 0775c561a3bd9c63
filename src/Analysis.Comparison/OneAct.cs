using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

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

    /// <summary>Words that tell one of a kind from another, or the holder of an office from those before and beside him.</summary>
    private static readonly FrozenSet<string> Ranks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "other", "another", "first", "second", "third", "fourth", "last", "next", "new", "old", "former", "previous", "earlier", "later", "final", "more", "additional", "further", "extra",
        "ex", "acting", "deputy", "vice", "lieutenant", "interim", "assistant", "associate", "junior", "senior", "young", "younger", "elder", "late", "then", "chief", "improved", "revised", "brother", "brothers", "sister", "sisters");

    /// <summary>
    /// Whether nothing speaks for two acts: who and whom are narrowed down alike and are not another's, no pronoun may mean somebody else, and neither
    /// claim is limited to a case that the other's sentence does not speak of. It is asked before any conflict but that of two copies.
    /// </summary>
    /// <param name="left">The one claim.</param>
    /// <param name="right">The other.</param>
    /// <param name="leftPlace">A place that limits the left and is compared elsewhere; null for none.</param>
    /// <param name="rightPlace">The same of the right.</param>
    /// <param name="affirmedMayBeLimited">Whether the right claim affirms of a case what the left denies of all: "was not arrested", "was arrested at the pier".</param>
    public bool MayBeOne(ClaimProfile left, ClaimProfile right, Argument? leftPlace = null, Argument? rightPlace = null, bool affirmedMayBeLimited = false) => setting.Situation.Given
        || ReferencesAreSure(left) && ReferencesAreSure(right) && HoldsRanksOf(left, right) && HoldsRanksOf(right, left) && AreNarrowedAlike(left, right, Role.Agent) && AreNarrowedAlike(left, right, Role.Theme) && !TitlesClash(left, right)
            && !IsLimited(left, right, leftPlace) && (affirmedMayBeLimited || !IsLimited(right, left, rightPlace));

    /// <summary>Whether who does it and to whom are the same, and known.</summary>
    public bool AreOfTheSame(ClaimProfile left, ClaimProfile right)
    {
        if (setting.Situation.Given || left.IsOpen || right.IsOpen || left.IsOfSome || right.IsOfSome || left.IsHabit != right.IsHabit || participants.NamesClash(left, right)) return false;
        var (lo, ro) = (left.ArgumentOf(Role.Theme), right.ArgumentOf(Role.Theme));
        if (lo is null != ro is null) return false;
        bool? subjects = SameSubjects(left, right);
        if (subjects is false) return false;
        return lo is { } l && ro is { } r
            ? IsSame(left, l, left.ObjectHeads, right, r, right.ObjectHeads) && (IsKnown(left, l) && IsKnown(right, r) || subjects is true && HaveKnownSubjects(left, right))
            : subjects is true && HaveKnownSubjects(left, right);
    }

    /// <summary>Whether the same do it; null where one side does not say who.</summary>
    private bool? SameSubjects(ClaimProfile left, ClaimProfile right)
    {
        if (left.ArgumentOf(Role.Agent) is not { } l || right.ArgumentOf(Role.Agent) is not { } r) return null;
        return !left.SubjectHeads.IsEmpty && !right.SubjectHeads.IsEmpty && IsSame(left, l, left.SubjectHeads, right, r, right.SubjectHeads);
    }

    /// <summary>Whether pronouns that take part are resolved, and to whom the sentence in front is about: "his deputy was called; he testified" may be the deputy.</summary>
    private bool ReferencesAreSure(ClaimProfile claim)
    {
        foreach (var argument in claim.Claim.Arguments)
            if (argument.Role is Role.Agent or Role.Theme && claim.Model.Text.Words[argument.Head] is { Upos: Upos.PRON, Lemma: "he" or "she" or "it" or "they" } && !IsSureReference(claim, argument.Head)) return false;
        return true;
    }

    private bool IsSureReference(ClaimProfile claim, int pronoun)
    {
        var text = claim.Model.Text;
        if (claim.TermAt(pronoun) is not (>= 0 and var term) || !setting.Terms.IsName(term)) return false;
        var sentence = claim.Model.Tree.Sentences[claim.Claim.Sentence];
        for (int i = pronoun - 1; i >= sentence.FirstToken; i--)
            if (text.Words[i].Relation.Universal() is DependencyRelation.Nsubj) return claim.TermAt(i) == term;
        if (claim.Claim.Sentence == 0) return false;
        var before = claim.Model.Tree.Sentences[claim.Claim.Sentence - 1];
        for (int i = before.FirstToken; i < before.EndToken; i++)
            if (text.Words[i].Relation.Universal() is DependencyRelation.Nsubj) return claim.TermAt(i) == term;
        return false;
    }

    /// <summary>Whether a participant that both name with one word is narrowed down alike: the same owner, the same rank, no more on one side than on the other.</summary>
    private static bool AreNarrowedAlike(ClaimProfile left, ClaimProfile right, Role role)
    {
        if (left.ArgumentOf(role) is not { } l || right.ArgumentOf(role) is not { } r) return true;
        return left.TermAt(l.Head) != right.TermAt(r.Head) || OwnersAgree(left, l.Head, right, r.Head) && IsNarrowedAs(left, l.Head, right) && IsNarrowedAs(right, r.Head, left);
    }

    /// <summary>Whether every word of a claim that tells one of a kind from another stands in the other's sentence too.</summary>
    private bool HoldsRanksOf(ClaimProfile claim, ClaimProfile other)
    {
        foreach (int token in claim.Claim.Tokens)
            if (Ranks.Contains(claim.Model.Text.Words[token].Lemma) && !HoldsLemma(other, claim.Model.Text.Words[token].Lemma) && !IsAside(claim, token)) return false;
        return true;
    }

    /// <summary>Whether two things may be of one owner: "Falk's trial" is not "Lund's trial", nor is "his" "her" trial. One side may leave the owner out.</summary>
    private static bool OwnersAgree(ClaimProfile left, int l, ClaimProfile right, int r)
    {
        int lo = OwnerOf(left, l), ro = OwnerOf(right, r);
        if (lo < 0 || ro < 0) return true;
        int lt = left.TermAt(lo), rt = right.TermAt(ro);
        if (lt >= 0 && rt >= 0) return lt == rt;
        bool pronouns = left.Model.Text.Words[lo].Upos is Upos.PRON && right.Model.Text.Words[ro].Upos is Upos.PRON;
        return !pronouns || left.Model.Text.Words[lo].Lemma == right.Model.Text.Words[ro].Lemma && left.Model.Text.Form(lo).Equals(right.Model.Text.Form(ro), StringComparison.OrdinalIgnoreCase);
    }

    private static int OwnerOf(ClaimProfile claim, int noun)
    {
        foreach (int dependent in claim.Model.Text.Dependents(noun))
            if (claim.Model.Text.Words[dependent].Relation is DependencyRelation.NmodPoss) return dependent;
        return -1;
    }

    /// <summary>"Mr. Vind", "Mrs. Vind"; "King Olav", "Prince Olav".</summary>
    public static bool TitlesClash(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (TitlesOf(left), TitlesOf(right));
        return l.Count > 0 && r.Count > 0 && !l.Overlaps(r);

        static HashSet<string> TitlesOf(ClaimProfile claim)
        {
            var titles = new HashSet<string>(StringComparer.Ordinal);
            for (int i = claim.Claim.Tokens[0]; i <= claim.Claim.Tokens[^1]; i++)
                switch (claim.Model.Text.Form(i))
                {
                    case "Mr" or "Mr.": titles.Add("mr"); break;
                    case "Mrs" or "Mrs." or "Ms" or "Ms." or "Miss": titles.Add("ms"); break;
                    case "King" or "Queen" or "Prince" or "Princess": titles.Add(claim.Model.Text.Form(i).ToString()); break;
                }
            return titles;
        }
    }

    private bool HaveKnownSubjects(ClaimProfile left, ClaimProfile right) =>
        left.ArgumentOf(Role.Agent) is { } l && right.ArgumentOf(Role.Agent) is { } r && IsKnown(left, l) && IsKnown(right, r);

    private bool IsSame(ClaimProfile left, Argument l, ImmutableArray<int> leftHeads, ClaimProfile right, Argument r, ImmutableArray<int> rightHeads)
    {
        if (participants.SharesName(leftHeads, rightHeads)) return true;
        int lt = left.TermAt(l.Head), rt = right.TermAt(r.Head);
        if (lt < 0 || rt < 0) return false;
        if (lt != rt) return IsDescribed(left, l, right, r) || IsDescribed(right, r, left, l);
        return true;
    }

    /// <summary>Whether one side names what the other describes with a word that stands beside the name: "goalkeeper Leo Amsel", "the goalkeeper".</summary>
    private bool IsDescribed(ClaimProfile naming, Argument name, ClaimProfile describing, Argument description)
    {
        int word = describing.TermAt(description.Head);
        if (!setting.Terms.IsName(naming.TermAt(name.Head)) || setting.Terms.IsName(word) || !EditReader.IsDefinite(describing.Model, description.Head) || IsNarrowed(describing, description.Head) || OwnerOf(describing, description.Head) >= 0) return false;
        for (int i = name.FirstToken; i < name.EndToken; i++)
            if (naming.TermAt(i) == word) return true;
        return false;
    }

    /// <summary>Whether what narrows a noun down stands in the other's sentence too: "the improved offer" is not "the offer".</summary>
    private static bool IsNarrowedAs(ClaimProfile claim, int noun, ClaimProfile other)
    {
        foreach (int dependent in claim.Model.Text.Dependents(noun))
        {
            if (!Narrows(claim.Model.Text.Words[dependent].Relation) || FollowsUp(claim.Model.Text, dependent) || LeadsIn(claim, dependent)) continue;
            // "The names of two of them".
            if (claim.TermAt(dependent) is >= 0 and var term ? Array.BinarySearch(other.SentenceTerms, term) < 0 : claim.Model.Text.Words[dependent].Relation.Universal() is DependencyRelation.Nmod && claim.Model.Text.Words[dependent].Upos is Upos.NUM or Upos.PRON or Upos.DET && !claim.IsDated(dependent)) return false;
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

    /// <summary>Whether the sentence around a claim has one of some words.</summary>
    public static bool HoldsAnyLemma(ClaimProfile claim, FrozenSet<string> lemmas)
    {
        var sentence = claim.Model.Tree.Sentences[claim.Claim.Sentence];
        for (int i = sentence.FirstToken; i < Math.Min(sentence.EndToken, sentence.FirstToken + SentenceSyntax.MaxStretch); i++)
            if (lemmas.Contains(claim.Model.Text.Words[i].Lemma)) return true;
        return false;
    }

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
    private bool IsLimited(ClaimProfile claim, ClaimProfile other, Argument? except = null)
    {
        if (claim.RunsUpToATime != other.RunsUpToATime || IsLimitedWithoutTerm(claim, other)) return true;
        for (int i = 0; i < claim.ContentTerms.Length; i++)
        {
            int term = claim.ContentTerms[i];
            // "An aid package", "aid".
            if (term == claim.PredicateTerm || IsMatter(claim, claim.FirstTokens[i]) || Array.BinarySearch(other.SentenceTerms, term) >= 0 || IsOfParticipant(claim, claim.FirstTokens[i]) || LeadsIn(claim, claim.FirstTokens[i]) || IsManner(claim, other, claim.FirstTokens[i]) || IsAside(claim, claim.FirstTokens[i])) continue;
            if (except is { } place && place.FirstToken <= claim.FirstTokens[i] && claim.FirstTokens[i] < place.EndToken) continue;
            if (!IsPlaceOfBoth(claim, claim.FirstTokens[i], other)) return true;
        }
        return false;
    }

    /// <summary>Whether a figure only describes somebody or something known, as his age does, and counts nothing that is claimed.</summary>
    public bool IsAside(ClaimProfile claim, Quantity figure) => figure.Kind is QuantityKind.Age || IsAside(claim, figure.FirstToken)
        || claim.ArgumentOf(Role.Agent) is { } agent && agent.FirstToken <= figure.FirstToken && figure.EndToken <= agent.EndToken && figure.Counted?.Head != agent.Head;

    /// <summary>Whether a phrase tells how or after what it came to be, and limits nothing: "after weeks of talks", "by a narrow margin".</summary>
    private static bool FollowsUp(AnnotatedText text, int noun) =>
        text.Dependent(noun, DependencyRelation.Case) is >= 0 and var word && text.Words[word].Lemma is "after" or "despite" or "amid" or "following" or "because" or "due" or "by";

    /// <summary>"Fell sharply": how it was done limits nothing but a denial, "not seriously".</summary>
    private static bool IsManner(ClaimProfile claim, ClaimProfile other, int token) => claim.Model.Text.Words[token].Upos is Upos.ADV && !claim.Denies && !other.Denies;

    private static bool IsMatter(ClaimProfile claim, int token) =>
        EventWords.IsMatter(claim.Model.Text.Words[token].Lemma) && claim.Claim.Arguments.Any(argument => argument.Head == token && argument.Marker.Length == 0);

    /// <summary>Whether a word only leads in to what is planned, "is set to start", or is a part of the predicate, "found guilty"; who "began to sink" may not have sunk.</summary>
    private static bool LeadsIn(ClaimProfile claim, int token) =>
        claim.IsToCome && claim.Model.Text.Words[claim.Claim.Predicate.Head].Relation.Universal() is DependencyRelation.Xcomp && claim.Model.Text.Head(claim.Claim.Predicate.Head) == token
        || claim.PredicateLemma != claim.Claim.Predicate.Lemma && claim.Model.Text.Words[token].Lemma is "guilty";

    /// <summary>Whether a word is who or whom, or narrows them down at once, which has been compared. What hangs on a name by a word of case may belong to the verb.</summary>
    private bool IsOfParticipant(ClaimProfile claim, int token)
    {
        var text = claim.Model.Text;
        foreach (var argument in claim.Claim.Arguments)
        {
            if (argument.Role is not (Role.Agent or Role.Theme) || argument.FirstToken > token || token >= argument.EndToken) continue;
            if (token == argument.Head) return true;
            bool name = claim.TermAt(argument.Head) is >= 0 and var term && setting.Terms.IsName(term);
            return text.Head(token) == argument.Head && !(name && token > argument.Head && text.Words[token].Relation.Universal() is DependencyRelation.Nmod);
        }
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
                    return text.Dependent(at, DependencyRelation.Mark) is var mark && (mark < 0 || text.Words[mark].Lemma is "because" or "although" or "though" or "while" or "when");
                case DependencyRelation.Nmod when text.Words[at].Relation is DependencyRelation.NmodPoss:
                case DependencyRelation.Amod or DependencyRelation.Compound when text.Head(at) is >= 0 and var noun && claim.TermAt(noun) is >= 0 and var of && setting.Terms.IsName(of):
                    return true;
                case DependencyRelation.Obl when text.Dependent(at, DependencyRelation.Case) is >= 0 and var word && text.Words[word].Lemma is "to" && Feelings.Contains(text.Words[at].Lemma):
                case DependencyRelation.Obl or DependencyRelation.Nmod when FollowsUp(text, at):
                    return true;
            }
        }
        return false;
    }
}
