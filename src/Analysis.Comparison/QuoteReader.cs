using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Reads what stands between quotation marks in an article, and which of it is one running quotation.</summary>
internal static class QuoteReader
{
    /// <summary>Longest quotation, in words, that is aligned word by word; longer ones are compared by their first so many.</summary>
    private const int MaxWords = 300;

    /// <summary>What is spoken or written on an occasion of its own: <em>in an interview</em>, <em>in a letter</em>.</summary>
    private static readonly FrozenSet<string> Occasions = FrozenSet.Create(
        StringComparer.Ordinal, "statement", "interview", "tweet", "post", "email", "e-mail", "letter", "speech", "briefing", "call", "rally", "conference", "hearing", "memo", "report", "debate", "filing",
        "twitter", "facebook", "podcast", "later", "earlier", "separately", "afterwards", "afterward", "elsewhere");

    /// <summary>Everything that stands between quotation marks in the part of an article that is compared.</summary>
    /// <param name="model">The article.</param>
    /// <param name="numbers">Gives words their numbers; what is new is added.</param>
    public static ArticleQuotes Read(SemanticModel model, WordNumbers numbers)
    {
        var passages = ImmutableArray.CreateBuilder<QuotePassage>();
        var runs = ImmutableArray.CreateBuilder<int>();
        int end = MainSection.EndOf(model.Tree), runLength = 0;
        var words = ImmutableArray.CreateBuilder<QuotedWord>();
        for (int q = 0; q < model.Quotes.Length; q++)
        {
            var quote = model.Quotes[q];
            if (quote.Content[0].Start >= end) continue;
            foreach (var span in quote.Verbatim)
            {
                ReadWords(model, span, numbers, words);
                if (words.Count == 0) continue;
                var passage = QuotePassage.Of(q, words.ToImmutable(), [span], quote.Speaker);
                words.Clear();
                bool goesOn = passages.Count > 0 && runLength + passage.Words.Length <= MaxWords && GoesOn(model, passages[^1], passage);
                runs.Add(goesOn ? runs[^1] : passages.Count);
                runLength = (goesOn ? runLength : 0) + passage.Words.Length;
                passages.Add(passage);
            }
        }
        return new ArticleQuotes(model, passages.DrainToImmutable(), runs.DrainToImmutable(), numbers.Count);
    }

    // ---- words ----

    private static void ReadWords(SemanticModel model, TextSpan span, WordNumbers numbers, ImmutableArray<QuotedWord>.Builder words)
    {
        Span<char> buffer = stackalloc char[SpokenWords.LongestWord];
        var text = model.Text;
        int first = text.TokenAt(span.Start), last = first;
        while (last < model.Tree.Tokens.Length && model.Tree.Tokens[last].Span.Start < span.End) last++;
        int bracketEnd = first;
        for (int i = first; i < last && words.Count < MaxWords;)
        {
            var form = text.Form(i);
            var word = SpokenWords.Read(text, i, last, buffer, out int next);
            if (next == i + 1 && form is "[" or "(") bracketEnd = Math.Max(bracketEnd, EndOfBracket(text, i, last));
            bool ellipsis = IsEllipsis(form);
            if (!ellipsis && next == i + 1 && IsSilent(text, i, word))
            {
                i = next;
                continue;
            }
            // "Want[ed]": with a part of it the whole word is the editor's.
            bool inserted = i < bracketEnd || next < last && text.Form(next) is "[" && IsGlued(model, next) || i > first && i == bracketEnd && IsGlued(model, i) && text.Form(i - 1) is "]" && char.IsLetter(form[0]);
            var at = new TextSpan(model.Tree.Tokens[i].Span.Start, model.Tree.Tokens[next - 1].Span.End);
            foreach (var part in word.Split(' '))
            {
                int id = numbers.Of(word[part]);
                words.Add(new QuotedWord(at, numbers[id], id, ellipsis ? WordOrigin.Ellipsis : inserted ? WordOrigin.Inserted : WordOrigin.Spoken));
            }
            i = next;
        }
    }

    /// <summary>Just past the bracket that closes what a bracket opens; past the opening one where none does.</summary>
    private static int EndOfBracket(AnnotatedText text, int open, int last)
    {
        bool square = text.Form(open) is "[";
        for (int i = open + 1; i < last; i++)
            if (square ? text.Form(i) is "]" : text.Form(i) is ")") return i + 1;
        return open + 1;
    }

    /// <summary>Whether a token is no word: a mark, a dash that stands for no word, a sound of hesitation.</summary>
    private static bool IsSilent(AnnotatedText text, int token, ReadOnlySpan<char> word) =>
        text.Words[token].Upos is Upos.PUNCT && word is not ("to" or "and" or "'s") || word is "[" or "]" or "(" or ")" or "/" || !word.ContainsAnyExcept('-')
        // "Er", but not "ER".
        || word is "uh" or "um" or "er" or "erm" or "uhm" && char.IsLower(text.Form(token)[^1]);

    private static bool IsGlued(SemanticModel model, int token) => token > 0 && model.Tree.Tokens[token].Span.Start == model.Tree.Tokens[token - 1].Span.End;

    private static bool IsEllipsis(ReadOnlySpan<char> form) => form is "…" || form.Length >= 2 && !form.ContainsAnyExcept('.');

    // ---- running quotations ----

    /// <summary>Whether a passage goes on where the one before it stopped: only what says who speaks stands between.</summary>
    private static bool GoesOn(SemanticModel model, QuotePassage before, QuotePassage after)
    {
        var (earlier, later) = (model.Quotes[before.Quote], model.Quotes[after.Quote]);
        if (before.Speaker != after.Speaker) return false;
        if (before.Quote == after.Quote) return earlier.Kind is QuoteKind.Direct;
        // Pieces that a sentence of the article's own strings together were not said in a row.
        if (!IsSentence(model, earlier, before) || !IsSentence(model, later, after)) return false;
        int from = SentenceAt(model, before.Spans[^1].End - 1), to = SentenceAt(model, after.Spans[0].Start);
        if (to < from || to - from > 1) return false;
        if (later.IsContinuation || later.Cue is null) return true;
        return !IsAnotherOccasion(model, before.Quote, after.Quote);
    }

    /// <summary>Whether a passage is a sentence of the speaker's, not a phrase in one of the article's.</summary>
    private static bool IsSentence(SemanticModel model, Quote quote, QuotePassage passage)
    {
        const int LongerThanAName = 5;
        return quote.Kind is QuoteKind.Direct || passage.Words.Length >= LongerThanAName && !char.IsLower(model.Tree.Text.Text[passage.Spans[0].Start]);
    }

    private static int SentenceAt(SemanticModel model, int position) => model.Tree.Tokens[Math.Min(model.Text.TokenAt(position), model.Tree.Tokens.Length - 1)].Sentence;

    /// <summary>Whether the words around a quotation say that it was spoken at another time, to others or in another place than the one before it.</summary>
    private static bool IsAnotherOccasion(SemanticModel model, int before, int after)
    {
        var (first, second) = (OccasionOf(model, before), OccasionOf(model, after));
        return second.Exists(word => !first.Contains(word)) && (first.Count > 0 || second.Exists(word => word is "later" or "separately" or "earlier" or "elsewhere"));
    }

    /// <summary>What tells when, where and to whom a quote was said, outside of the quotation marks of its sentence.</summary>
    private static List<string> OccasionOf(SemanticModel model, int quote)
    {
        var told = new List<string>();
        if (model.Quotes[quote].Cue is not { } cue) return told;
        var sentence = model.Text.SentenceOf(model.Text.TokenAt(cue.Start));
        var span = model.Text.SpanOf(sentence.FirstToken, sentence.EndToken);
        for (int date = FirstDateAt(model, span.Start); date < model.Dates.Length && model.Dates[date].Span.Start < span.End; date++)
            if (IsOutside(model.Dates[date].Span)) told.Add(model.Dates[date].Timex);
        if (model.Quotes[quote].Addressee is { } addressee) told.Add(model.Tree.Text.ToString(addressee).ToLowerInvariant());
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            if ((model.Text.Words[i].Lemma.ToLowerInvariant() is var lemma && Occasions.Contains(lemma) || lemma is "write" or "tweet") && IsOutside(model.Tree.Tokens[i].Span)) told.Add(lemma);
        return told;

        // A sentence holds few quotes; those of others need not be asked.
        bool IsOutside(TextSpan words)
        {
            const int Nearest = 3;
            for (int other = Math.Max(0, quote - Nearest); other <= Math.Min(model.Quotes.Length - 1, quote + Nearest); other++)
                foreach (var said in model.Quotes[other].Verbatim)
                    if (said.OverlapsWith(words)) return false;
            return true;
        }
    }

    /// <summary>The first date that starts at a position or behind it.</summary>
    private static int FirstDateAt(SemanticModel model, int position)
    {
        int low = 0, high = model.Dates.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (model.Dates[middle].Span.Start < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
