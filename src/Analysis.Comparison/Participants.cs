using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Claims;

namespace Analysis.Comparison;

/// <summary>Whether who and what two claims are about are the same.</summary>
internal sealed class Participants(PairSetting setting)
{
    /// <summary>Whether both name somebody, and nobody in common: what Ann Lee did says nothing of what Bo Lee did.</summary>
    public bool NamesClash(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        bool named = false;
        foreach (int term in left)
        {
            if (!setting.Terms.IsName(term)) continue;
            if (right.BinarySearch(term) >= 0) return false;
            named = true;
        }
        return named && right.Any(setting.Terms.IsName);
    }

    /// <summary>The same of who does it and to whom, with all that is said of them.</summary>
    public bool NamesClash(ClaimProfile left, ClaimProfile right) => NamesClash(left.Subject, right.Subject) || NamesClash(left.Object, right.Object);

    /// <summary>Whether two lists of terms have a name in common.</summary>
    public bool SharesName(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        foreach (int term in left)
            if (setting.Terms.NameOf(term)[0] == '@' && right.Contains(term)) return true;
        return false;
    }

    public static bool SubjectsAgree(ClaimProfile left, ClaimProfile right) =>
        left.Subject.IsEmpty || right.Subject.IsEmpty || TermLists.Meet(left.Subject, right.Subject) && HeadsAgree(left.SubjectHeads, right.SubjectHeads);

    /// <summary>"Lee" and "Lee's brother" share a name and are two.</summary>
    public static bool HeadsAgree(ImmutableArray<int> left, ImmutableArray<int> right) => left.IsEmpty || right.IsEmpty || TermLists.Meet(left, right);

    /// <summary>Whether two subjects that stand for no known thing are the same word, and mean the same person where the word is "I" or "we".</summary>
    public static bool SameSubjectWord(ClaimProfile left, ClaimProfile right) =>
        left.SubjectWord == right.SubjectWord && (left.SubjectWord is not ("i" or "we" or "you") || !Voices.DifferentVoices(left, right));

    /// <summary>Whether <em>I</em> and <em>you</em> may mean the same person: "you know" is not "I know", nor is "I know" of two speakers.</summary>
    public static bool SamePerson(ClaimProfile left, ClaimProfile right)
    {
        const int Distinctive = 4;
        if (left.SubjectWord is "you" != right.SubjectWord is "you") return false;
        bool first = left.SubjectWord is "i" or "we" && right.SubjectWord is "i" or "we";
        // Many words alike are one quotation that two articles give to two speakers.
        return !first || left.ContentTerms.Length >= Distinctive && right.ContentTerms.Length >= Distinctive || !Voices.DifferentVoices(left, right);
    }

    /// <summary>Whether the same words play other parts: "the ship left the channel", "passengers left the ship".</summary>
    public static bool RolesClash(ClaimProfile left, ClaimProfile right)
    {
        bool subjects = !left.Subject.IsEmpty && !right.Subject.IsEmpty, objects = !left.Object.IsEmpty && !right.Object.IsEmpty;
        if (!subjects && !objects) return false;
        return (!subjects || !TermLists.Meet(left.Subject, right.Subject)) && (!objects || !TermLists.Meet(left.Object, right.Object));
    }

    /// <summary>Whether a term only says more of a participant whom both claims name: "Lee, a teacher from Marlow", "President Lee".</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="term">Place of the term in its list.</param>
    /// <param name="other">The other claim.</param>
    public bool IsAside(ClaimProfile claim, int term, ClaimProfile other)
    {
        if (setting.Situation.Given || other.ContentTerms.BinarySearch(claim.ContentTerms[term]) >= 0) return false;
        int token = claim.FirstTokens[term];
        if (IsFollowUp(claim, token)) return true;
        foreach (var argument in claim.Claim.Arguments)
        {
            if (argument.Role is not (Role.Agent or Role.Theme) || token < argument.FirstToken || token >= argument.EndToken || claim.TermAt(argument.Head) is not (var head and >= 0)) continue;
            return setting.Terms.IsName(head) && (argument.Role is Role.Agent ? other.SubjectHeads : other.ObjectHeads).Contains(head) && !HangsOnName(claim, token, argument.Head);
        }
        return false;
    }

    /// <summary>Whether a word hangs on a name by a word of case, which may as well belong to the verb: "arrested Lee at home".</summary>
    private static bool HangsOnName(ClaimProfile claim, int token, int name)
    {
        const int Deepest = 8;
        var text = claim.Model.Text;
        for (int steps = 0; token > name && steps < Deepest; token = text.Head(token), steps++)
            if (text.Head(token) == name) return text.Words[token].Relation.Universal() is DependencyRelation.Nmod && text.Dependent(token, DependencyRelation.Case) >= 0;
        return false;
    }

    /// <summary>Whether a word stands in a clause without a subject that goes on from the predicate: "lost 12 jobs, ending years of growth".</summary>
    private static bool IsFollowUp(ClaimProfile claim, int token)
    {
        const int Deepest = 8;
        for (int steps = 0; token >= 0 && token != claim.Claim.Predicate.Head && steps < Deepest; token = claim.Model.Text.Head(token), steps++)
            if (claim.Model.Text.Words[token].Relation.Universal() is DependencyRelation.Advcl) return true;
        return false;
    }

    /// <summary>Whether every term of a claim is in another's too, but for what only says more of whom both name.</summary>
    public bool IsCovered(ClaimProfile claim, ClaimProfile other)
    {
        for (int i = 0; i < claim.ContentTerms.Length; i++)
            if (other.ContentTerms.BinarySearch(claim.ContentTerms[i]) < 0 && !IsAside(claim, i, other)) return false;
        return true;
    }

    /// <summary>Whether who and what a claim denies are those of whom another affirms it, as far as both say.</summary>
    /// <param name="denied">The claim that denies.</param>
    /// <param name="affirmed">The other.</param>
    /// <param name="overlap">Weight of their common terms, in thousandths.</param>
    public bool SameParticipants(ClaimProfile denied, ClaimProfile affirmed, int overlap)
    {
        var (left, right) = (denied, affirmed);
        // A predicate alone ("is sure", "they deserve") may be said of anything.
        if (left.ContentTerms.Length < 2 || right.ContentTerms.Length < 2) return false;
        // "I don't know that", "I know who did it": what is known is not told by terms.
        if ((left.IsOpen || right.IsOpen) && !left.HasSameSentence(right)) return false;
        if (left.Object.IsEmpty && right.Object.IsEmpty && left.ArgumentOf(Role.Theme) is null != right.ArgumentOf(Role.Theme) is null) return false;
        const int Alike = 650, AlikeOfOneName = 450;
        bool named = SharesName(left.SubjectHeads, right.SubjectHeads) || left.Subject.IsEmpty && right.Subject.IsEmpty && SharesName(left.ObjectHeads, right.ObjectHeads);
        // "Has not been identified": by nobody.
        bool byNobody = denied.ArgumentOf(Role.Agent) is null && !denied.Object.IsEmpty && denied.PredicateLemma is not ("approve" or "accept" or "ratify" or "sign" or "agree" or "reject" or "back" or "confirm" or "announce");
        bool subjects = byNobody || (left.Subject.IsEmpty && right.Subject.IsEmpty ? SameSubjectWord(left, right) : Overlap(left.Subject, right.Subject));
        return overlap >= (named ? AlikeOfOneName : Alike) && subjects && HeadsAgree(left.SubjectHeads, right.SubjectHeads) && Overlap(left.Object, right.Object) && HeadsAgree(left.ObjectHeads, right.ObjectHeads);

        static bool Overlap(ImmutableArray<int> a, ImmutableArray<int> b) => a.IsEmpty && b.IsEmpty || TermLists.Intersect(a, b).Count * 2 >= Math.Max(1, Math.Min(a.Length, b.Length)) && !a.IsEmpty && !b.IsEmpty;
    }

    /// <summary>Whether a claim's place is one that the other's place lies in or holds.</summary>
    public bool IsPlaceOfBoth(ClaimProfile claim, Argument place, ClaimProfile other)
    {
        if (place.Role is not Role.Place || place.Entity < 0 || !setting.Terms.IsName(claim.TermAt(place.Head))) return false;
        foreach (var argument in other.Claim.Arguments)
            if (argument.Role is Role.Place) return argument.Entity >= 0 && Places.MayContain(claim.Model.Entities[place.Entity].Name, other.Model.Entities[argument.Entity].Name);
        return false;
    }

    /// <summary>Whether two claims of which one could not be read for who does what hold the same names in another order.</summary>
    public bool NamesChangePlaces(ClaimProfile left, ClaimProfile right)
    {
        if (setting.Situation.Given || !(left.Subject.IsEmpty && left.Object.IsEmpty) && !(right.Subject.IsEmpty && right.Object.IsEmpty)) return false;
        // Which of them does it cannot be told of a passive that was not read as one.
        if (IsUnreadPassive(left) || IsUnreadPassive(right)) return false;
        var (l, r) = (Names(left), Names(right));
        return l.Count > 1 && r.Count > 1 && !l.Where(r.Contains).SequenceEqual(r.Where(l.Contains));

        static bool IsUnreadPassive(ClaimProfile claim) => claim.Subject.IsEmpty && claim.Object.IsEmpty && claim.Claim.Tokens.Any(token => claim.Model.Text.Words[token].Lemma is "by");

        List<int> Names(ClaimProfile claim)
        {
            var names = claim.ContentTerms.Select((term, i) => (Token: claim.FirstTokens[i], Term: term)).Where(t => setting.Terms.NameOf(t.Term)[0] == '@').ToList();
            // A passive names first whom it is done to.
            if (claim.ArgumentOf(Role.Agent) is { } agent && claim.ArgumentOf(Role.Theme) is { } theme && theme.Head < agent.Head)
                return [.. names.OrderBy(t => t.Token >= agent.FirstToken && t.Token < agent.EndToken ? 0 : 1).ThenBy(t => t.Token).Select(t => t.Term)];
            return [.. names.OrderBy(t => t.Token).Select(t => t.Term)];
        }
    }
}
