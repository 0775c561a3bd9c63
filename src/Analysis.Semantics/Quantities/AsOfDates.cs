using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Finds the date that a value holds for.</summary>
/// <param name="text">The text.</param>
/// <param name="dates">Its dates in order.</param>
/// <remarks>Keeps what it has worked out of the sentence it is in, so that a sentence full of numbers and dates stays cheap.</remarks>
internal sealed class AsOfDates(AnnotatedText text, ImmutableArray<DateMention> dates)
{
    private const int Unknown = -2;

    private SentenceSyntax _sentence;
    private int _next;

    /// <summary>For every token of the sentence, the verb that governs it, or -1.</summary>
    private int[] _verbs = [];

    /// <summary>For every token of the sentence, how many commas, brackets and conjunctions stand before it.</summary>
    private int[] _parts = [];

    /// <summary>For every token of the sentence, how many numbers, comparisons and semicolons stand before it.</summary>
    private int[] _numbers = [];

    /// <summary>Index of the date that the value at a token holds for; -1 when the sentence does not say.</summary>
    /// <param name="first">First token of the quantity; never before that of an earlier call.</param>
    /// <param name="end">Just past its last token.</param>
    /// <remarks>
    /// The nearest date between the same commas and conjunctions, else the nearest one at the same verb: in <em>12 were hurt, he said on
    /// Monday</em> Monday is the day of the saying. Times of day, lengths and recurring times say nothing of when a value holds.
    /// </remarks>
    public int Find(int first, int end)
    {
        Enter(text.SentenceOf(first));
        int near = -1;
        int sameVerb = -1;
        int verb = _verbs[first - _sentence.FirstToken];
        // Quantities come in order: what the last one was too far behind, this one is too.
        while (_next < dates.Length && first - dates[_next].EndToken > SentenceSyntax.MaxStretch) _next++;
        for (int i = _next; i < dates.Length && dates[i].FirstToken < _sentence.EndToken && dates[i].FirstToken - end < SentenceSyntax.MaxStretch; i++)
        {
            var date = dates[i];
            if (date.Kind is DateKind.Duration or DateKind.Set or DateKind.Time || date.FirstToken <= first && date.EndToken >= end) continue;
            bool sameClause = verb >= 0 && _verbs[date.FirstToken - _sentence.FirstToken] == verb;
            if (!IsParted(first, end, date) && (near < 0 || Distance(first, end, date) < Distance(first, end, dates[near]))) near = i;
            if (sameClause && !IsTaken(end, date.FirstToken)
                && (sameVerb < 0 || Distance(first, end, date) < Distance(first, end, dates[sameVerb]))) sameVerb = i;
        }
        return near >= 0 ? near : sameVerb;
    }

    private static int Distance(int first, int end, DateMention date) =>
        date.FirstToken >= end ? date.FirstToken - end : first - date.EndToken;

    private void Enter(SentenceSyntax sentence)
    {
        if (sentence == _sentence) return;
        _sentence = sentence;
        while (_next < dates.Length && dates[_next].FirstToken < sentence.FirstToken) _next++;
        _parts = new int[sentence.TokenCount + 1];
        _numbers = new int[sentence.TokenCount + 1];
        _verbs = new int[sentence.TokenCount];
        Array.Fill(_verbs, Unknown);
        for (int i = 0; i < sentence.TokenCount; i++)
        {
            int token = sentence.FirstToken + i;
            var upos = text.Words[token].Upos;
            var form = text.Form(token);
            _parts[i + 1] = _parts[i] + (form is "," or ";" or "—" or "–" or "(" or ")" || upos is Upos.CCONJ or Upos.SCONJ ? 1 : 0);
            // "16 percent higher than a year earlier" holds now, not then.
            bool compares = form is "than";
            if (compares) _parts[i + 1]++;
            _numbers[i + 1] = _numbers[i] + (upos is Upos.NUM || compares || form is ";" ? 1 : 0);
        }
        for (int i = 0; i < sentence.TokenCount; i++) FindVerb(i);
    }

    /// <summary>Walks up to the verb or to a token whose verb is known, and notes the verb on the way down.</summary>
    private void FindVerb(int index)
    {
        int top = index;
        int steps = 0;
        int verb = Unknown;
        while (verb == Unknown)
        {
            int token = _sentence.FirstToken + top;
            if (_verbs[top] != Unknown) verb = _verbs[top];
            else if (text.Words[token].Upos is Upos.VERB) verb = token;
            else if (text.Words[token].Head < 0 || ++steps > _sentence.TokenCount) verb = -1;
            else top = text.Words[token].Head;
        }
        for (int i = index; _verbs[i] == Unknown;)
        {
            _verbs[i] = verb;
            if (i == top || text.Words[_sentence.FirstToken + i].Head is not (>= 0 and var head)) break;
            i = head;
        }
    }

    /// <summary>Whether a comma, bracket or conjunction stands between the quantity and the date.</summary>
    private bool IsParted(int first, int end, DateMention date)
    {
        var (from, to) = date.FirstToken >= end ? (end, date.FirstToken) : (date.EndToken, first);
        return Between(_parts, from, to) > 0;
    }

    /// <summary>Whether a date that follows belongs to another number before it, as in <em>5 million, up from 3 million in 2021</em>, or to another part.</summary>
    private bool IsTaken(int end, int date) => Between(_numbers, end, date) > 0;

    private int Between(int[] counts, int from, int to) =>
        to > from ? counts[to - _sentence.FirstToken] - counts[from - _sentence.FirstToken] : 0;
}
