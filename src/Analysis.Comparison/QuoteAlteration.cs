using System.Buffers;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Names what became of the words of a quotation.</summary>
/// <remarks>
/// Only what differs between the speaker's own words alters them. What stands in brackets, and what an ellipsis stands for, is marked as the
/// editor's; what is missing or goes on at an end tells nothing of the words between.
/// </remarks>
internal static class QuoteAlteration
{
    private static readonly SearchValues<char> BetweenSentences = SearchValues.Create(".!?:;\"“‘—–");

    /// <summary>Names the alteration of two passages that are one quotation.</summary>
    /// <param name="left">The left article.</param>
    /// <param name="l">The quotation there.</param>
    /// <param name="right">The right article.</param>
    /// <param name="r">The quotation there.</param>
    /// <param name="pairs">The words that they share.</param>
    /// <param name="changes">The words that differ, in order.</param>
    public static Alteration Classify(
        SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r, List<(int Left, int Right)> pairs, out ImmutableArray<WordChange> changes)
    {
        var gaps = WordAlignment.Gaps(pairs, l.Words.Length, r.Words.Length);
        bool otherSigns = gaps.RemoveAll(gap => SpokenAlike.Compare(left, l, right, r, gap) is Likeness.Spoken) > 0;
        changes = [.. gaps.Select(gap => ChangeOf(l, r, gap))];
        bool spaced = gaps.RemoveAll(gap => SpokenAlike.Compare(left, l, right, r, gap) is Likeness.Spacing) > 0;
        if (gaps.Count == 0) return QuoteSpeakers.AreTwo(left, l, right, r) ? Alteration.OtherSpeaker : spaced ? Alteration.CaseOrSpace : otherSigns ? Alteration.Typography : SameSigns(left, l, right, r);

        var marks = new HashSet<Alteration>();
        gaps.RemoveAll(gap =>
        {
            var mark = EditorsMark(l, r, gap);
            if (mark is { } found) marks.Add(found);
            return mark is not null;
        });
        if (gaps.Count > 0 && Altered(left, l, right, r, pairs, gaps) is { } altered) return altered;
        if (marks.Contains(Alteration.Insertion)) return Alteration.Insertion;
        if (marks.Contains(Alteration.Ellipsis)) return Alteration.Ellipsis;
        return gaps.Count > 0 ? CutOrMore(gaps) : Alteration.Typography;
    }

    /// <summary>The words of a gap, each stretch of characters once.</summary>
    public static WordChange ChangeOf(QuotePassage l, QuotePassage r, Gap gap) =>
        new([.. l.Words[gap.LeftStart..gap.LeftEnd].Select(word => word.Span).Distinct()], [.. r.Words[gap.RightStart..gap.RightEnd].Select(word => word.Span).Distinct()]);

    /// <summary>What an editor marked in a gap: words in brackets, or an ellipsis for what is left out; null where a side changes words without marking it.</summary>
    public static Alteration? EditorsMark(QuotePassage l, QuotePassage r, Gap gap)
    {
        var (left, right) = (Count(l, gap.LeftStart, gap.LeftEnd), Count(r, gap.RightStart, gap.RightEnd));
        bool leftMarks = left.Spoken == 0 && left.Inserted + left.Ellipses > 0, rightMarks = right.Spoken == 0 && right.Inserted + right.Ellipses > 0;
        if (!leftMarks && !rightMarks) return null;
        if (leftMarks && left.Inserted > 0 || rightMarks && right.Inserted > 0) return Alteration.Insertion;
        // At an end the sign may only say that the sentence went on, or had begun.
        return IsAtEnd(gap, l, r) && left.Spoken + right.Spoken == 0 ? Alteration.Typography : Alteration.Ellipsis;

        static (int Spoken, int Inserted, int Ellipses) Count(QuotePassage passage, int start, int end)
        {
            var (spoken, inserted, ellipses) = (0, 0, 0);
            foreach (var word in passage.Words.AsSpan()[start..end])
            {
                if (word.Origin is WordOrigin.Spoken) spoken++;
                else if (word.Origin is WordOrigin.Inserted) inserted++;
                else ellipses++;
            }
            return (spoken, inserted, ellipses);
        }
    }

    /// <summary>What became of the words between the ends; null where all are there.</summary>
    private static Alteration? Altered(SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r, List<(int Left, int Right)> pairs, List<Gap> gaps)
    {
        // The same words in another order.
        if (Forms(l, gaps, isRight: false).Order(StringComparer.Ordinal).SequenceEqual(Forms(r, gaps, isRight: true).Order(StringComparer.Ordinal))) return Alteration.Paraphrase;
        // A negation in front of the marks is not lost: he did not “ask that …”.
        bool lost = !NegatedBefore(right, r) && gaps.Exists(gap => HasNegation(left, l, gap.LeftStart, gap.LeftEnd, gap, l, r));
        bool added = !NegatedBefore(left, l) && gaps.Exists(gap => HasNegation(right, r, gap.RightStart, gap.RightEnd, gap, l, r));
        if (lost != added) return lost ? Alteration.NegationLost : Alteration.NegationAdded;
        // Only a negation at the very edge matters of what was cut off or goes on.
        var inner = gaps.Where(gap => !IsEdge(gap, l, r) && !IsFittedIn(left, l, right, r, gap)).ToList();
        if (inner.Count == 0) return null;
        if (pairs.Count * 10 < Math.Min(l.Words.Length, r.Words.Length) * 8 && inner.Count > 2) return Alteration.Paraphrase;
        return !Forms(r, inner, isRight: true).Any() ? Alteration.WordDropped : !Forms(l, inner, isRight: false).Any() ? Alteration.WordAdded : Alteration.WordSubstituted;
    }

    /// <summary>The speaker's words in gaps.</summary>
    private static IEnumerable<string> Forms(QuotePassage passage, List<Gap> gaps, bool isRight) => gaps
        .SelectMany(gap => isRight ? passage.Words[gap.RightStart..gap.RightEnd] : passage.Words[gap.LeftStart..gap.LeftEnd])
        .Where(word => word.Origin is WordOrigin.Spoken).Select(word => word.Form);

    private static Alteration CutOrMore(List<Gap> gaps)
    {
        int cut = gaps.Sum(gap => gap.LeftEnd - gap.LeftStart), more = gaps.Sum(gap => gap.RightEnd - gap.RightStart);
        // With as many words gone as come the first end that differs decides, so that the mirror image says the mirrored word.
        if (cut == more) (cut, more) = gaps.Select(gap => (gap.LeftEnd - gap.LeftStart, gap.RightEnd - gap.RightStart)).FirstOrDefault(gap => gap.Item1 != gap.Item2);
        return cut == more ? Alteration.WordSubstituted : cut > more ? Alteration.Truncated : Alteration.Extended;
    }

    // ---- ends ----

    private static bool IsAtEnd(Gap gap, QuotePassage l, QuotePassage r) =>
        gap.LeftStart == 0 && gap.RightStart == 0 || gap.LeftEnd == l.Words.Length && gap.RightEnd == r.Words.Length;

    /// <summary>Whether words are missing at an end of one of the two, rather than replaced by about as many.</summary>
    private static bool IsEdge(Gap gap, QuotePassage l, QuotePassage r)
    {
        int cut = gap.LeftEnd - gap.LeftStart, more = gap.RightEnd - gap.RightStart;
        return IsAtEnd(gap, l, r) && (cut == 0 || more == 0 || Math.Max(cut, more) > 3);
    }

    /// <summary>"Would end it", "ending it": whether the first words are forms of one verb that fit a piece of a sentence into another.</summary>
    private static bool IsFittedIn(SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r, Gap gap)
    {
        const int Longest = 3;
        if (gap is not { LeftStart: 0, RightStart: 0, LeftEnd: > 0 and <= Longest, RightEnd: > 0 and <= Longest } || gap.LeftEnd == gap.RightEnd && gap.LeftEnd > 1) return false;
        if (left.Quotes[l.Quote].Kind is not QuoteKind.Mixed && right.Quotes[r.Quote].Kind is not QuoteKind.Mixed) return false;
        var (a, b) = (WordAt(left, l, gap.LeftEnd - 1), WordAt(right, r, gap.RightEnd - 1));
        return a.Upos is Upos.VERB or Upos.AUX && (a.Lemma == b.Lemma || IsPastOf(a.Lemma, b.Lemma) || IsPastOf(b.Lemma, a.Lemma));

        // "He will", he said he “would”.
        static bool IsPastOf(string lemma, string past) => (lemma, past) is ("will", "would") or ("can", "could") or ("may", "might");
    }

    private static WordAnnotation WordAt(SemanticModel model, QuotePassage passage, int word) => model.Text.Words[model.Text.TokenAt(passage.Words[word].Span.Start)];

    // ---- negation ----

    /// <summary>Whether a negation stands in a gap: anywhere between common words, at the start only right before them in one sentence.</summary>
    private static bool HasNegation(SemanticModel model, QuotePassage passage, int start, int end, Gap gap, QuotePassage l, QuotePassage r)
    {
        const int Beside = 2;
        int common = end;
        for (int i = start; i < end; i++)
        {
            // "Not only" affirms.
            if (passage.Words[i].Origin is not WordOrigin.Spoken || !IsNegation(passage.Words[i].Form) || i + 1 < passage.Words.Length && passage.Words[i + 1].Form is "only" or "just" or "least") continue;
            if (IsCalledOut(model, passage.Words[i].Span) || IsRepeated(passage, start, end)) continue;
            if (!IsEdge(gap, l, r)) return true;
            // What comes behind the common words does not deny them.
            if (gap.LeftStart > 0 || gap.RightStart > 0) continue;
            if (common - i <= Beside && common < passage.Words.Length && SameSentence(model, passage.Words[i].Span, passage.Words[common].Span)) return true;
        }
        return false;
    }

    /// <summary>"No, we did": a word for itself denies nothing of what follows.</summary>
    private static bool IsCalledOut(SemanticModel model, TextSpan word) =>
        model.Tree.Text[word] is "No" or "no" && word.End < model.Tree.Text.Text.Length && model.Tree.Text.Text[word.End] is ',' or '.' or '!' or '—';

    /// <summary>"We will not, we will not stand by": words that are said twice deny once.</summary>
    private static bool IsRepeated(QuotePassage passage, int start, int end)
    {
        int length = end - start;
        var ids = passage.Ids.AsSpan();
        return start >= length && ids[start..end].SequenceEqual(ids[(start - length)..start]) || end + length <= ids.Length && ids[start..end].SequenceEqual(ids[end..(end + length)]);
    }

    private static bool NegatedBefore(SemanticModel model, QuotePassage passage)
    {
        const int Reach = 4;
        int first = model.Text.TokenAt(passage.Spans[0].Start);
        for (int i = first - 1; i >= Math.Max(0, first - Reach) && model.Tree.Tokens[i].Sentence == model.Tree.Tokens[first].Sentence; i--)
            if (Typography.Fold(model.Text.Form(i)) is "n't" || IsNegation(Typography.Fold(model.Text.Form(i)))) return true;
        return false;
    }

    private static bool IsNegation(string form) => form is "not" or "never" or "no" or "nobody" or "nothing" or "none" or "neither" or "nor" or "without" or "nowhere";

    private static bool SameSentence(SemanticModel model, TextSpan a, TextSpan b) => SentenceAt(model, a) == SentenceAt(model, b);

    private static int SentenceAt(SemanticModel model, TextSpan word) => model.Tree.Tokens[model.Text.TokenAt(word.Start)].Sentence;

    // ---- signs ----

    /// <summary>All words are the same: whether they are written alike, the signs between them, their case and their spacing.</summary>
    private static Alteration SameSigns(SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r)
    {
        var (a, b) = (left.Tree.Text, right.Tree.Text);
        if (IsWrittenAlike(left, l, right, r)) return SameMarks(left, l, right, r) ? Alteration.Identical : Alteration.Typography;
        for (int i = 0; i < l.Words.Length; i++)
        {
            var (word, other) = (l.Words[i].Span, r.Words[i].Span);
            // A capital at the start, or none, only fits the words into the sentence around them; where sentences end is for the editor to hear.
            int skipped = Starts(left, l, i) || Starts(right, r, i) ? 1 : 0;
            if (IsOtherCase(a[word][skipped..], b[other][skipped..])) return Alteration.CaseOrSpace;
            // "Do not" for "don't" brings its own space.
            if (i == 0 || !ClaimWords.SameForm(a[word], b[other]) || !ClaimWords.SameForm(a[l.Words[i - 1].Span], b[r.Words[i - 1].Span]) || l.Words[i - 1].Span == word || r.Words[i - 1].Span == other) continue;
            var before = a[new TextSpan(l.Words[i - 1].Span.End, word.Start)];
            var after = b[new TextSpan(r.Words[i - 1].Span.End, other.Start)];
            // Signs between words may go without space; where there are none, the space itself is all there is.
            if (before.Length != after.Length && before.IsWhiteSpace() && after.IsWhiteSpace()) return Alteration.CaseOrSpace;
        }
        return Alteration.Typography;

        static bool Starts(SemanticModel model, QuotePassage passage, int word) =>
            word == 0 || model.Tree.Text[new TextSpan(passage.Words[word - 1].Span.End, Math.Max(passage.Words[word - 1].Span.End, passage.Words[word].Span.Start))].ContainsAny(BetweenSentences);

        // Of words that are spelled alike but for signs.
        static bool IsOtherCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
        {
            if (left.SequenceEqual(right) || left.Length != right.Length) return false;
            bool other = false;
            for (int i = 0; i < left.Length; i++)
            {
                if (Typography.Fold(left[i]) != Typography.Fold(right[i])) return false;
                other |= char.IsLetter(left[i]) && left[i] != right[i];
            }
            return other;
        }
    }

    private static bool IsWrittenAlike(SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r)
    {
        if (l.Spans.Length != r.Spans.Length) return false;
        for (int i = 0; i < l.Spans.Length; i++)
            if (!left.Tree.Text[Inner(left, l.Spans[i])].SequenceEqual(right.Tree.Text[Inner(right, r.Spans[i])])) return false;
        return true;
    }

    /// <summary>Whether the same marks stand around both.</summary>
    private static bool SameMarks(SemanticModel left, QuotePassage l, SemanticModel right, QuotePassage r) =>
        l.Spans[0].Start > 0 && r.Spans[0].Start > 0 && left.Tree.Text.Text[l.Spans[0].Start - 1] == right.Tree.Text.Text[r.Spans[0].Start - 1];

    /// <summary>The words without the comma or stop in front of the closing mark, which belongs to the sentence around them.</summary>
    private static TextSpan Inner(SemanticModel model, TextSpan span)
    {
        int end = span.End;
        while (end > span.Start && model.Tree.Text.Text[end - 1] is ',' or '.') end--;
        return new TextSpan(span.Start, end);
    }
}
