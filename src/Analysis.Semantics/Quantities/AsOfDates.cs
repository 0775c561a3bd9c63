using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Dates;

namespace Analysis.Semantics.Quantities;

/// <summary>Finds the date that a value holds for.</summary>
/// <param name="text">The text.</param>
/// <param name="dates">Its dates in order.</param>
internal sealed class AsOfDates(AnnotatedText text, ImmutableArray<DateMention> dates)
{
    private int _next;

    /// <summary>Index of the date that the value at a token holds for; -1 when the sentence does not say.</summary>
    /// <param name="first">First token of the quantity; never before that of an earlier call.</param>
    /// <param name="end">Just past its last token.</param>
    /// <remarks>
    /// The nearest date between the same commas and conjunctions, else the nearest one at the same verb: in <em>12 were hurt, he said on
    /// Monday</em> Monday is the day of the saying. Times of day, lengths and recurring times say nothing of when a value holds.
    /// </remarks>
    public int Find(int first, int end)
    {
        var sentence = text.SentenceOf(first);
        while (_next < dates.Length && dates[_next].FirstToken < sentence.FirstToken) _next++;
        int near = -1;
        int sameVerb = -1;
        int verb = VerbOf(first, sentence.TokenCount);
        for (int i = _next; i < dates.Length && dates[i].FirstToken < sentence.EndToken; i++)
        {
            var date = dates[i];
            if (date.Kind is DateKind.Duration or DateKind.Set or DateKind.Time || date.FirstToken <= first && date.EndToken >= end) continue;
            bool sameClause = verb >= 0 && VerbOf(date.FirstToken, sentence.TokenCount) == verb;
            if (!IsParted(first, end, date) && (near < 0 || Distance(first, end, date) < Distance(first, end, dates[near]))) near = i;
            if (sameClause && !IsTaken(end, date.FirstToken) && (sameVerb < 0 || Distance(first, end, date) < Distance(first, end, dates[sameVerb]))) sameVerb = i;
        }
        return near >= 0 ? near : sameVerb;
    }

    private static int Distance(int first, int end, DateMention date) =>
        date.FirstToken >= end ? date.FirstToken - end : first - date.EndToken;

    /// <summary>Whether a comma, semicolon or coordination of clauses stands between the quantity and the date.</summary>
    private bool IsParted(int first, int end, DateMention date)
    {
        var (from, to) = date.FirstToken >= end ? (end, date.FirstToken) : (date.EndToken, first);
        for (int i = from; i < to; i++)
        {
            if (text.Form(i) is "," or ";" or "—" or "–" or "(" or ")") return true;
            if (text.Words[i] is { Upos: Upos.CCONJ } or { Upos: Upos.SCONJ }) return true;
        }
        return false;
    }

    /// <summary>Whether a date that follows belongs to another number before it, as in <em>5 million, up from 3 million in 2021</em>, or to another part.</summary>
    private bool IsTaken(int end, int date)
    {
        for (int i = end; i < date; i++)
            if (text.Words[i].Upos is Upos.NUM || text.Form(i) is ";") return true;
        return false;
    }

    /// <summary>The verb that governs a token; -1 when there is none.</summary>
    private int VerbOf(int token, int limit)
    {
        int word = token;
        for (int steps = 0; word >= 0 && steps < limit; steps++)
        {
            if (text.Words[word].Upos is Upos.VERB) return word;
            word = text.Head(word);
        }
        return -1;
    }
}
