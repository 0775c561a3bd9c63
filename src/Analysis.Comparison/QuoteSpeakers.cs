using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Tells whether two articles put one quotation into the mouths of two persons.</summary>
/// <remarks>Only of two who are named beside the words, are persons, and cannot be one is that said: whatever leaves a doubt leaves the words to one speaker.</remarks>
internal static class QuoteSpeakers
{
    /// <summary>Those who say what another has to say.</summary>
    private static readonly FrozenSet<string> Voices = FrozenSet.Create(
        StringComparer.Ordinal, "spokesman", "spokeswoman", "spokesperson", "spokesmen", "spokespeople", "lawyer", "attorney", "solicitor", "counsel", "aide", "representative", "agent", "publicist", "press", "adviser", "advisor");

    /// <summary>Whether the speakers of two passages may well be two: enough to take words that are only alike for two quotations.</summary>
    public static bool MayBeTwo(SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r)
    {
        if (l.Speaker < 0 || r.Speaker < 0 || left.Quotes[l.Quote].Cue is null || right.Quotes[r.Quote].Cue is null) return false;
        var (one, other) = (left.Entities[l.Speaker], right.Entities[r.Speaker]);
        return one.Type is EntityType.Person && other.Type is EntityType.Person && EntityMatch.Find(one, other) is null && !ShareAName(one, other) && !IsGivenAlone(left, one) && !IsGivenAlone(right, other);
    }

    /// <summary>Whether the speakers of two passages are two persons.</summary>
    public static bool AreTwo(SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r)
    {
        if (NamedPerson(left, l) is not { } one || NamedPerson(right, r) is not { } other) return false;
        if (ShareAName(one, other) || EntityMatch.Find(one, other) is not null || IsGivenAlone(left, one) || IsGivenAlone(right, other)) return false;
        // "The director of Lee, Bo Dahl, said": of those whom the sentence names either may be meant; so may be the two who signed a statement.
        if (Mentions(left, l, other) || Mentions(right, r, one) || IsJoint(left, l) || IsJoint(right, r)) return false;
        return SpeaksForAnother(left, l) == SpeaksForAnother(right, r);
    }

    /// <summary>The person whose name the source of a passage is; null where it is none, or another's words may be meant.</summary>
    private static Entity? NamedPerson(SemanticModel model, QuotePassage passage)
    {
        var quote = model.Quotes[passage.Quote];
        if (quote is not { Cue: not null, Source: { } source, SourceKind: SourceKind.Named, Speaker: >= 0 }) return null;
        var entity = model.Entities[quote.Speaker];
        if (entity.Type is not EntityType.Person || entity.IsGroup || entity.Keys.IsEmpty) return null;
        // A pronoun may stand for another; a name behind a preposition or in front of "'s" is that of somebody else's master.
        foreach (var mention in entity.Mentions)
            if (mention.Kind is MentionKind.Name && source.Contains(mention.Span) && !IsDependent(model, mention, source)) return IsPerson(model, entity) ? entity : null;
        return null;
    }

    /// <summary>Whether a name in a source is not the source itself: "a spokesman for Lee", "Lee's lawyer".</summary>
    private static bool IsDependent(SemanticModel model, Mention mention, TextSpan source)
    {
        var text = model.Text;
        if (mention.EndToken < text.Words.Length && text.Words[mention.EndToken].Upos is Upos.PART && source.Contains(text.Tree.Tokens[mention.EndToken].Span)) return true;
        for (int i = mention.FirstToken - 1; i >= 0 && text.Tree.Tokens[i].Span.Start >= source.Start; i--)
        {
            if (text.Words[i].Upos is Upos.ADP) return true;
            if (text.Words[i].Upos is not (Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.DET)) break;
        }
        return false;
    }

    /// <summary>Whether it is sure that a name is a person's: a known given name before another, a title, a role, or "he" or "she" for it.</summary>
    private static bool IsPerson(SemanticModel model, Entity entity)
    {
        var name = PersonName.Of(entity.Keys[0]);
        if (name.Given.Length > 0 && (PersonName.IsInitial(name.Given) || PersonName.IsGiven(name.Given))) return true;
        return entity.Mentions.Any(mention => mention.Kind is MentionKind.Pronoun && mention.IsSure && model.Text.Form(mention.FirstToken) is "he" or "He" or "she" or "She" or "his" or "her" or "him") || IsTitled(model, entity);
    }

    /// <summary>Whether a title or role stands before a name somewhere, or is part of it.</summary>
    private static bool IsTitled(SemanticModel model, Entity entity)
    {
        foreach (var mention in entity.Mentions)
        {
            if (mention.Kind is not MentionKind.Name) continue;
            for (int i = Math.Max(0, mention.FirstToken - 1); i < mention.EndToken; i++)
                if (IsTitle(model.Text.Form(i).ToString().ToLowerInvariant())) return true;
        }
        return false;

        static bool IsTitle(string word) => PersonName.GenderOfRole(word) is not Gender.Unknown || NameReader.IsTitle(word.TrimEnd('.')) || NameReader.IsTitle(word);
    }

    /// <summary>"Mr. Corvane" and "Corvane Jr.", "Ann Lee" and "Ann Dahl": which of them is meant, or whether she married, cannot be told from names.</summary>
    private static bool ShareAName(Entity left, Entity right)
    {
        foreach (string key in left.Keys)
            foreach (string word in key.Split(' '))
                foreach (string other in right.Keys)
                    if (!PersonName.IsInitial(word) && other.Split(' ').Contains(word, StringComparer.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether only a given name is known, which says nothing of the last name that the other article uses.</summary>
    private static bool IsGivenAlone(SemanticModel model, Entity entity) => !entity.Keys[0].Contains(' ') && PersonName.IsGiven(entity.Keys[0]) && !IsTitled(model, entity);

    /// <summary>Whether the sentences of a passage name somebody outside of the quotation marks.</summary>
    private static bool Mentions(SemanticModel model, QuotePassage passage, Entity somebody)
    {
        string last = PersonName.Of(somebody.Keys[0]).Last;
        return AnyOutside(model, passage, (text, i) => text.Form(i).Equals(last, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsJoint(SemanticModel model, QuotePassage passage) => AnyOutside(model, passage, (text, i) => text.Words[i].Lemma is "joint" or "jointly");

    private static bool SpeaksForAnother(SemanticModel model, QuotePassage passage)
    {
        var source = model.Quotes[passage.Quote].Source!.Value;
        return AnyOutside(model, passage, (text, i) => source.Contains(text.Tree.Tokens[i].Span) && Voices.Contains(text.Words[i].Lemma.ToLowerInvariant())
            // "Representative Lee" speaks for herself.
            && (char.IsLower(text.Form(i)[0]) || text.Words[i].Lemma.Equals("press", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether something holds of a token beside a quotation, in the sentences that it and its source stand in.</summary>
    private static bool AnyOutside(SemanticModel model, QuotePassage passage, Func<AnnotatedText, int, bool> holds)
    {
        var (text, tokens) = (model.Text, model.Tree.Tokens);
        var source = model.Quotes[passage.Quote].Source!.Value;
        int first = text.TokenAt(Math.Min(passage.Spans[0].Start, source.Start)), last = text.TokenAt(Math.Max(passage.Spans[^1].End, source.End) - 1);
        int start = text.SentenceOf(first).FirstToken, end = text.SentenceOf(Math.Min(last, tokens.Length - 1)).EndToken;
        for (int i = start; i < end; i++)
            if (!passage.Spans.Any(span => span.Contains(tokens[i].Span)) && holds(text, i)) return true;
        return false;
    }
}
