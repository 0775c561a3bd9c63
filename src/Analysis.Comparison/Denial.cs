using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Tells whether what one claim denies follows from what another's sentence affirms, word by word.</summary>
internal static class Denial
{
    /// <summary>
    /// Whether the affirming sentence has for every word of meaning that is denied the same word or a narrower one: who slices a carrot cuts a
    /// vegetable, so that nobody cuts a vegetable where nobody slices a carrot, but not the other way round.
    /// </summary>
    /// <param name="denied">The claim that denies.</param>
    /// <param name="affirmed">A claim of the sentence that affirms.</param>
    public static bool IsContradicted(ClaimProfile denied, ClaimProfile affirmed)
    {
        var (text, other) = (denied.Model.Text, affirmed.Model.Text);
        var sentence = affirmed.Model.Tree.Sentences[affirmed.Claim.Sentence];
        if (sentence.TokenCount > SentenceSyntax.MaxStretch) return false;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            if (IsDenial(other.Words[i].Lemma)) return false;
        int words = 0;
        foreach (int token in WordsOf(denied))
        {
            if (!IsCovered(denied, token, affirmed, sentence)) return false;
            words++;
        }
        return words > 1;
    }

    /// <summary>What a claim is about; of "there is no dog barking" the whole sentence.</summary>
    private static IEnumerable<int> WordsOf(ClaimProfile claim)
    {
        var text = claim.Model.Text;
        var sentence = claim.Model.Tree.Sentences[claim.Claim.Sentence];
        IEnumerable<int> tokens = claim.DeniesExistence
            ? Enumerable.Range(sentence.FirstToken, Math.Min(sentence.TokenCount, SentenceSyntax.MaxStretch)).Where(token => !IsJoined(text, token, claim.Claim.Predicate.Head))
            : claim.Claim.Tokens.Concat(claim.Claim.Arguments.SelectMany(a => Enumerable.Range(a.FirstToken, a.EndToken - a.FirstToken))).Distinct();
        return tokens.Where(token => IsAnybody(text, token)
            || text.Words[token] is { Upos: Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ, Lemma: not ("be" or "no" or "not" or "there") } && text.Tree.Tokens[token].Kind is SyntaxKind.Word);
    }

    /// <summary>Whether a word stands in a clause that is joined to a predicate's.</summary>
    private static bool IsJoined(AnnotatedText text, int token, int head)
    {
        for (int i = token; i >= 0 && i != head; i = text.Head(i))
            if (text.Words[i].Relation.Universal() is DependencyRelation.Conj or DependencyRelation.Parataxis && text.Head(i) == head) return true;
        return false;
    }

    private static bool IsCovered(ClaimProfile denied, int token, ClaimProfile affirmed, SentenceSyntax sentence)
    {
        var (text, other) = (denied.Model.Text, affirmed.Model.Text);
        // "The person is not riding", "a woman is not riding" speak of one whom the other sentence need not mean by "a man", "a girl".
        bool known = text.Words[token].Upos is Upos.NOUN && !IsNobody(text, token) && text.Words[token].Relation.Universal() is DependencyRelation.Nsubj && !denied.DeniesExistence && EditReader.IsPerson(text.Words[token].Lemma) && !text.Dependents(token).ToArray().Any(d => text.Words[d].Lemma.ToLowerInvariant() is "no");
        bool anybody = IsAnybody(text, token) && !(known && EditReader.IsDefinite(denied.Model, token));
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var word = other.Words[i];
            if (!IsSaidOf(affirmed, i)) continue;
            if (anybody)
            {
                if (word.Upos is Upos.PROPN or Upos.PRON || word.Upos is Upos.NOUN && (word.Lemma is "person" or "people" || EditReader.IsPerson(word.Lemma))) return true;
                continue;
            }
            if (word.Upos is not (Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ or Upos.ADV)) continue;
            if (MarkersClash(text, token, other, i)) continue;
            if (word.Lemma.Equals(text.Words[token].Lemma, StringComparison.OrdinalIgnoreCase) || ClaimWords.SameForm(other.Form(i), text.Form(token))) return true;
            var relation = OppositeWords.Relate(other, i, text, token).Kind;
            if (relation is WordRelationKind.Same || !known && relation is WordRelationKind.Narrower or WordRelationKind.Implies or WordRelationKind.Derived) return true;
        }
        return false;
    }

    /// <summary>Whether a word of a claim's sentence is said by the claim or stands around it, not in a clause of its own that only tells which is meant.</summary>
    private static bool IsSaidOf(ClaimProfile claim, int token)
    {
        if (claim.Claim.Tokens.BinarySearch(token) >= 0) return true;
        var text = claim.Model.Text;
        for (int i = token; i >= 0 && i != claim.Claim.Predicate.Head; i = text.Head(i))
            if (text.Words[i].Relation is DependencyRelation.AclRelcl || text.Words[i].Relation.Universal() is DependencyRelation.Ccomp or DependencyRelation.Advcl)
                return IsInside(text, claim.Claim.Predicate.Head, i);
        return true;
    }

    private static bool IsInside(AnnotatedText text, int token, int clause)
    {
        for (int i = token; i >= 0; i = text.Head(i))
            if (i == clause) return true;
        return false;
    }

    /// <summary>"Into the car" denies nothing of what is "onto the car".</summary>
    private static bool MarkersClash(AnnotatedText left, int leftToken, AnnotatedText right, int rightToken)
    {
        int l = left.Dependent(leftToken, DependencyRelation.Case), r = right.Dependent(rightToken, DependencyRelation.Case);
        return l >= 0 && r >= 0 && left.Words[leftToken].Relation.Universal() is DependencyRelation.Obl && !ClaimWords.SameForm(left.Form(l), right.Form(r))
            && !(IsWhere(left.Form(l)) && IsWhere(right.Form(r)));

        static bool IsWhere(ReadOnlySpan<char> form) => form is "in" or "on" or "at";
    }

    /// <summary>"Nobody", and "no one" and "no person".</summary>
    private static bool IsAnybody(AnnotatedText text, int token) =>
        text.Words[token].Lemma is "person" || IsNobody(text, token);

    private static bool IsNobody(AnnotatedText text, int token) =>
        text.Words[token].Lemma.ToLowerInvariant() is "nobody" || text.Words[token].Lemma is "one" && token > 0 && text.Words[token - 1].Lemma.ToLowerInvariant() is "no";

    private static bool IsDenial(string lemma) => lemma is "not" or "no" or "n't" or "never" or "nobody" or "none" or "nothing" or "neither" or "without";
}
