using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Dates;

/// <summary>Whether a clause looks back or ahead from the article's date.</summary>
internal enum Outlook
{
    /// <summary>No verb tells.</summary>
    Unknown,

    /// <summary>Back, as plain news does.</summary>
    Past,

    /// <summary>Neither: a clause in the present.</summary>
    Open,

    /// <summary>Ahead: <em>will meet on Friday</em>.</summary>
    Future,
}

/// <summary>Tells the outlook of the clause around a token from its verb.</summary>
internal static class Outlooks
{
    /// <summary>Tokens to the left of a verb that are searched for its auxiliaries.</summary>
    private const int AuxiliaryReach = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ahead = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "will", "'ll", "’ll", "shall", "would", "wo", "'d",
        "’d").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Verbs and adjectives whose infinitive lies ahead: <em>plans to meet on Friday</em>.</summary>
    private static readonly FrozenSet<string> Planning = FrozenSet.Create(
        StringComparer.Ordinal, "plan", "expect", "intend", "hope", "want", "aim", "schedule", "set", "due", "agree", "promise", "vow",
        "pledge", "propose", "threaten", "prepare", "be", "ready", "likely", "need", "have", "ask", "order", "urge", "invite", "decide");

    /// <summary>Verbs whose past looks like their present.</summary>
    private static readonly FrozenSet<string> SameInPast = FrozenSet.Create(
        StringComparer.Ordinal, "beat", "cut", "hit", "put", "set", "let", "shut", "cost", "hurt", "split", "spread", "quit", "cast",
        "burst", "read", "shed");

    /// <summary>The outlook of the clause that a token belongs to.</summary>
    public static Outlook Of(AnnotatedText text, int token)
    {
        var sentence = text.SentenceOf(token);
        int word = token;
        bool nominal = false;
        // The chain of heads is finite, since a sentence has no cycle; the bound is for parsers that break their word.
        for (int steps = 0; word >= 0 && steps < sentence.TokenCount; steps++)
        {
            var annotation = text.Words[word];
            if (annotation.Upos is Upos.VERB or Upos.AUX || word != token && annotation.Head < 0)
                if (OfVerb(text, sentence, word) is { } outlook)
                {
                    // "Despite the defeats on Tuesday she remains": the date belongs to a noun in front of the verb, of which the verb says nothing.
                    return outlook is Outlook.Open && nominal && token < word ? Outlook.Unknown : outlook;
                }
            nominal |= word != token && annotation.Upos is Upos.NOUN && !DateWords.Dayparts.ContainsKey(text.Form(word));
            word = text.Head(word);
        }
        return Outlook.Unknown;
    }

    /// <summary>The outlook of a verb with its auxiliaries; null when the verb above decides.</summary>
    private static Outlook? OfVerb(AnnotatedText text, SentenceSyntax sentence, int verb)
    {
        bool infinitive = false;
        bool past = false;
        bool present = false;
        int first = Math.Max(sentence.FirstToken, verb - AuxiliaryReach);
        for (int i = verb - 1; i >= first; i--)
        {
            var word = text.Words[i];
            if (text.Head(i) != verb && !(word.Upos is Upos.AUX or Upos.PART && i == verb - 1)) continue;
            if (Ahead.Contains(text.Form(i))) return Outlook.Future;
            if (text.Form(i).Equals("to", StringComparison.OrdinalIgnoreCase) && word.Upos is Upos.PART) infinitive = true;
            if (word.Upos is Upos.AUX)
            {
                past |= word.Xpos is Xpos.VBD or Xpos.VBN || word.Lemma == "have";
                present |= word.Xpos is Xpos.VBZ or Xpos.VBP;
            }
        }
        var annotation = text.Words[verb];
        if (infinitive)
        {
            int head = text.Head(verb);
            // "are to stay shut"
            if (present || past) return present ? Outlook.Future : Outlook.Past;
            bool planned = head >= 0 && Planning.Contains(text.Words[head].Lemma)
                || verb >= 2 && Planning.Contains(text.Words[verb - 2].Lemma);
            return planned ? Outlook.Future : head >= 0 ? null : Outlook.Open;
        }
        if (past) return Outlook.Past;
        switch (annotation.Xpos)
        {
            case Xpos.VBD:
                return Outlook.Past;
            case Xpos.VBN or Xpos.JJ when annotation.Relation is DependencyRelation.Xcomp:
                return null;
            case Xpos.VBN:
                // A participle by itself ("photographed on June 9") looks back; "is closed on Friday" is open.
                return !present ? Outlook.Past : Planning.Contains(annotation.Lemma) ? Outlook.Future : Outlook.Open;
            case Xpos.VBG:
                return present ? Outlook.Future : text.Head(verb) >= 0 ? null : Outlook.Open;
            case Xpos.VBZ or Xpos.VBP or Xpos.VB:
                return annotation.Lemma is "say" or "tell" or "report" || annotation.Xpos is not Xpos.VBZ && SameInPast.Contains(annotation.Lemma)
                    ? Outlook.Past
                    : Outlook.Open;
            default:
                // An adjective or noun as predicate, with its copula among the auxiliaries.
                return !present ? Outlook.Unknown : Planning.Contains(annotation.Lemma) ? Outlook.Future : Outlook.Open;
        }
    }
}
