using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Finds quotations that stand in two articles and names what became of their words.</summary>
/// <remarks>Only words between quotation marks are compared: what is reported without marks may be put in any words.</remarks>
internal static class QuoteAligner
{
    /// <summary>Longest quotation, in words, that is aligned word by word; longer ones are compared by their first so many.</summary>
    private const int MaxWords = 300;

    /// <summary>Fewest words by which a quotation can be told from a phrase that anybody may use.</summary>
    private const int MinWords = 4;

    /// <summary>Fewest words that two people do not say alike by chance.</summary>
    private const int FewestOfOneMouth = 8;

    /// <summary>Most partners of a quotation that are aligned word by word.</summary>
    private const int MaxCandidates = 6;

    /// <summary>Words between quotation marks, as they are compared.</summary>
    internal sealed record Passage(int Quote, ImmutableArray<TextSpan> Words, ImmutableArray<string> Forms, TextSpan Span, int Speaker);

    /// <summary>Aligns the quotations of two articles.</summary>
    /// <param name="leftArticle">Index of the left article.</param>
    /// <param name="left">Its model.</param>
    /// <param name="l">Its passages.</param>
    /// <param name="rightArticle">Index of the right article.</param>
    /// <param name="right">Its model.</param>
    /// <param name="r">Its passages.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ImmutableArray<QuoteAlignment> Align(
        int leftArticle, SemanticModel left, List<Passage> l, int rightArticle, SemanticModel right, List<Passage> r, CancellationToken cancellation)
    {
        var found = new List<(int Left, int Right, int Score, QuoteAlignment Alignment)>();
        foreach (var (i, j) in Candidates(l, r))
        {
            cancellation.ThrowIfCancellationRequested();
            var pairs = WordAlignment.Align(l[i].Forms, r[j].Forms);
            if (!IsSameQuotation(pairs, l[i].Words.Length, r[j].Words.Length)) continue;
            int shared = pairs.Count;
            // Two who take up one slogan did not say one thing.
            if (OtherSpeaker(left, l[i], right, r[j]) && (Math.Min(l[i].Words.Length, r[j].Words.Length) < FewestOfOneMouth || shared * 10 < Math.Max(l[i].Words.Length, r[j].Words.Length) * 9)) continue;
            var alteration = Classify(left, l[i], right, r[j], pairs, out var changes);
            int similarity = 2000 * shared / (l[i].Words.Length + r[j].Words.Length);
            found.Add((i, j, similarity, new QuoteAlignment(
                leftArticle, [l[i].Span], rightArticle, [r[j].Span], alteration, new Confidence(Math.Min(990, 500 + similarity / 2)), changes)));
        }
        found.Sort((a, b) => PairOrder.Compare(a.Score, a.Left, a.Right, b.Score, b.Left, b.Right));
        var usedLeft = new bool[l.Count];
        var usedRight = new bool[r.Count];
        var chosen = new List<(int Left, QuoteAlignment Alignment)>();
        foreach (var (i, j, _, alignment) in found)
        {
            if (usedLeft[i] || usedRight[j]) continue;
            usedLeft[i] = usedRight[j] = true;
            chosen.Add((i, alignment));
        }
        return [.. chosen.OrderBy(c => c.Left).Select(c => c.Alignment)];
    }

    /// <summary>Everything that stands between quotation marks in the part of an article that is compared.</summary>
    public static List<Passage> Passages(SemanticModel model)
    {
        var passages = new List<Passage>();
        int end = MainSection.EndOf(model.Tree);
        for (int q = 0; q < model.Quotes.Length; q++)
        {
            var quote = model.Quotes[q];
            if (quote.Content[0].Start >= end) continue;
            foreach (var span in quote.Verbatim)
            {
                var words = ImmutableArray.CreateBuilder<TextSpan>();
                var forms = ImmutableArray.CreateBuilder<string>();
                for (int i = model.Text.TokenAt(span.Start); i < model.Tree.Tokens.Length && model.Tree.Tokens[i].Span.Start < span.End && words.Count < MaxWords; i++)
                {
                    if (model.Text.Words[i].Upos is Language.Upos.PUNCT && !IsEllipsis(model.Text.Form(i)) && model.Text.Form(i) is not ("[" or "]")) continue;
                    words.Add(model.Tree.Tokens[i].Span);
                    forms.Add(PlainWord(Typography.Fold(model.Text.Form(i))));
                }
                if (words.Count > 0) passages.Add(new Passage(q, words.ToImmutable(), forms.ToImmutable(), span, quote.Speaker));
            }
        }
        return passages;
    }

    /// <summary>Of spellings of one spoken word the same.</summary>
    private static string PlainWord(string folded) => folded switch
    {
        "&" => "and",
        "okay" or "o.k" => "ok",
        "%" => "percent",
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        _ => folded,
    };

    /// <summary>Pairs that share words other quotations do not.</summary>
    private static SortedSet<(int Left, int Right)> Candidates(List<Passage> left, List<Passage> right)
    {
        var candidates = new SortedSet<(int Left, int Right)>();
        Collect(left, right, (l, r) => candidates.Add((l, r)));
        Collect(right, left, (r, l) => candidates.Add((l, r)));
        return candidates;

        static void Collect(List<Passage> from, List<Passage> to, Action<int, int> add)
        {
            const int MaxPostings = 40;
            var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (int i = 0; i < to.Count; i++)
                foreach (string form in to[i].Forms.Distinct(StringComparer.Ordinal))
                {
                    if (!postings.TryGetValue(form, out var list)) postings[form] = list = [];
                    if (list.Count <= MaxPostings) list.Add(i);
                }
            for (int i = 0; i < from.Count; i++)
            {
                var scores = new Dictionary<int, int>();
                foreach (string form in from[i].Forms.Distinct(StringComparer.Ordinal))
                    if (postings.TryGetValue(form, out var list) && list.Count <= MaxPostings)
                        foreach (int other in list) scores[other] = scores.GetValueOrDefault(other) + 60 / list.Count;
                foreach (var (other, _) in scores.OrderByDescending(s => s.Value).ThenBy(s => Math.Abs(s.Key - i)).ThenBy(s => s.Key).Take(MaxCandidates)) add(i, other);
            }
        }
    }

    /// <summary>
    /// Whether the common words make two passages one quotation: two thirds of the shorter, most of them in a row; a fragment must be
    /// there whole and in a row, because any text holds a few words of another somewhere.
    /// </summary>
    private static bool IsSameQuotation(List<(int Left, int Right)> pairs, int left, int right)
    {
        const int Fragment = 8;
        int shorter = Math.Min(left, right), run = 0, longest = 0;
        for (int p = 0; p < pairs.Count; p++)
        {
            run = p > 0 && pairs[p].Left == pairs[p - 1].Left + 1 && pairs[p].Right == pairs[p - 1].Right + 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }
        if (pairs.Count * 3 < shorter * 2 || pairs.Count < MinWords - 1) return false;
        // Two short passages of nearly one length may differ by a word; a short one inside a long one may not.
        if (shorter < Fragment && Math.Max(left, right) > shorter + 2) return longest == shorter;
        // Against a text of twice its length and more a passage finds words to agree with: then most must be there, and most of them in a row.
        if (Math.Max(left, right) > 2 * shorter && (pairs.Count * 5 < shorter * 4 || longest * 2 < shorter && longest < Fragment)) return false;
        return longest * 3 >= shorter || longest >= Fragment;
    }

    // ---- what became of the words ----

    private static Alteration Classify(
        SemanticModel left, Passage l, SemanticModel right, Passage r, List<(int Left, int Right)> pairs, out ImmutableArray<WordChange> changes)
    {
        var gaps = WordAlignment.Gaps(pairs, l.Words.Length, r.Words.Length);
        changes = [.. gaps.Select(g => new WordChange([.. l.Words[g.LeftStart..g.LeftEnd]], [.. r.Words[g.RightStart..g.RightEnd]]))];
        if (gaps.Count == 0) return OtherSpeaker(left, l, right, r) ? Alteration.OtherSpeaker : SameSigns(left, l, right, r);

        // What was cut off or goes on at an end tells nothing of the words between; only a negation at the very edge does.
        var inner = gaps.Where(g => !IsEdge(g, l, r)).ToList();
        // A negation in front of the marks is not lost: he did not “ask that …”.
        bool lost = !NegatedBefore(right, r) && gaps.Exists(g => HasNegation(left, l, g.LeftStart, g.LeftEnd, g, l, r));
        bool added = !NegatedBefore(left, l) && gaps.Exists(g => HasNegation(right, r, g.RightStart, g.RightEnd, g, l, r));
        if (lost && !added) return Alteration.NegationLost;
        if (added && !lost) return Alteration.NegationAdded;
        if (inner.Count == 0)
        {
            int cut = gaps.Sum(g => g.LeftEnd - g.LeftStart), more = gaps.Sum(g => g.RightEnd - g.RightStart);
            // With as many words gone as come the first end that differs decides, so that the mirror image says the mirrored word.
            if (cut == more) (cut, more) = gaps.Select(g => (g.LeftEnd - g.LeftStart, g.RightEnd - g.RightStart)).FirstOrDefault(g => g.Item1 != g.Item2);
            return cut == more ? Alteration.WordSubstituted : cut > more ? Alteration.Truncated : Alteration.Extended;
        }
        var gone = inner.SelectMany(g => l.Forms[g.LeftStart..g.LeftEnd]).ToList();
        var come = inner.SelectMany(g => r.Forms[g.RightStart..g.RightEnd]).ToList();
        if (come.Contains("[") || gone.Contains("[")) return Alteration.Insertion;
        if (come.Exists(w => IsEllipsis(w)) || gone.Exists(w => IsEllipsis(w))) return Alteration.Ellipsis;
        if (pairs.Count * 10 < Math.Min(l.Words.Length, r.Words.Length) * 8 && inner.Count > 2) return Alteration.Paraphrase;
        return come.Count == 0 ? Alteration.WordDropped : gone.Count == 0 ? Alteration.WordAdded : Alteration.WordSubstituted;
    }

    /// <summary>Whether words are missing at an end of one of the two, rather than replaced by about as many.</summary>
    private static bool IsEdge(Gap gap, Passage l, Passage r)
    {
        bool start = gap.LeftStart == 0 && gap.RightStart == 0, end = gap.LeftEnd == l.Words.Length && gap.RightEnd == r.Words.Length;
        int cut = gap.LeftEnd - gap.LeftStart, more = gap.RightEnd - gap.RightStart;
        return (start || end) && (cut == 0 || more == 0 || Math.Max(cut, more) > 3);
    }

    /// <summary>Whether a negation stands in a gap: anywhere between common words, at an end only right beside them in one sentence.</summary>
    private static bool HasNegation(SemanticModel model, Passage passage, int start, int end, Gap gap, Passage l, Passage r)
    {
        const int Beside = 2;
        int common = gap.LeftStart == 0 && gap.RightStart == 0 ? end : start - 1;
        for (int i = start; i < end; i++)
        {
            // "Not only" affirms.
            if (!IsNegation(passage.Forms[i]) || i + 1 < passage.Forms.Length && passage.Forms[i + 1] is "only" or "just" or "least") continue;
            if (!IsEdge(gap, l, r)) return true;
            if (Math.Abs(i - common) <= Beside && common >= 0 && common < passage.Words.Length && SameSentence(model, passage.Words[i], passage.Words[common])) return true;
        }
        return false;
    }

    private static bool NegatedBefore(SemanticModel model, Passage passage)
    {
        const int Reach = 4;
        int first = model.Text.TokenAt(passage.Span.Start);
        for (int i = first - 1; i >= Math.Max(0, first - Reach) && model.Tree.Tokens[i].Sentence == model.Tree.Tokens[first].Sentence; i--)
            if (IsNegation(Typography.Fold(model.Text.Form(i)))) return true;
        return false;
    }

    private static bool SameSentence(SemanticModel model, TextSpan a, TextSpan b) =>
        model.Tree.Tokens[model.Text.TokenAt(a.Start)].Sentence == model.Tree.Tokens[model.Text.TokenAt(b.Start)].Sentence;

    private static bool OtherSpeaker(SemanticModel left, Passage l, SemanticModel right, Passage r) =>
        l.Speaker >= 0 && r.Speaker >= 0 && IsNamed(left, l) && IsNamed(right, r)
        && left.Entities[l.Speaker].Type is Semantics.Entities.EntityType.Person && right.Entities[r.Speaker].Type is Semantics.Entities.EntityType.Person
        && !left.Entities[l.Speaker].Keys.Any(right.Entities[r.Speaker].Keys.Contains) && !ShareASurname(left.Entities[l.Speaker], right.Entities[r.Speaker])
        && left.Quotes[l.Quote].Cue is not null && right.Quotes[r.Quote].Cue is not null;

    /// <summary>"Mr. Corvane" and "Corvane Jr.", father and son: which of them is meant cannot be told from names.</summary>
    private static bool ShareASurname(Semantics.Entities.Entity left, Semantics.Entities.Entity right) => left.Keys[0].Split(' ').Intersect(right.Keys[0].Split(' '), StringComparer.Ordinal).Any();

    /// <summary>Whether the speaker is named beside the words: a pronoun may have been resolved wrongly, and that accuses nobody.</summary>
    private static bool IsNamed(SemanticModel model, Passage passage) => model.Quotes[passage.Quote].Source is { } source
        && model.Entities[passage.Speaker].Mentions.Any(m => m.Kind is Semantics.Entities.MentionKind.Name && source.Contains(m.Span));

    /// <summary>All words are the same: whether the signs around them, their case or their spacing are too.</summary>
    private static Alteration SameSigns(SemanticModel left, Passage l, SemanticModel right, Passage r)
    {
        var a = left.Tree.Text[Inner(left, l.Span)];
        var b = right.Tree.Text[Inner(right, r.Span)];
        if (a.SequenceEqual(b)) return SameMarks(left, l, right, r) ? Alteration.Identical : Alteration.Typography;
        return Letters(a) == Letters(b) ? Alteration.Typography : Alteration.CaseOrSpace;

        // Everything but the signs and the space beside them: when that agrees to the letter, only typography differs.
        static string Letters(ReadOnlySpan<char> text)
        {
            var letters = new System.Text.StringBuilder(text.Length);
            bool sign = true;
            foreach (char c in text)
            {
                if (char.IsLetterOrDigit(c)) letters.Append(c);
                else if (Typography.Fold(c) == ' ' && !sign) letters.Append(' ');
                else
                {
                    if (letters.Length > 0 && letters[^1] == ' ') letters.Length--;
                    sign = true;
                    continue;
                }
                sign = false;
            }
            return letters.ToString();
        }
    }

    /// <summary>Whether the same marks stand around both.</summary>
    private static bool SameMarks(SemanticModel left, Passage l, SemanticModel right, Passage r) =>
        l.Span.Start > 0 && r.Span.Start > 0 && left.Tree.Text.Text[l.Span.Start - 1] == right.Tree.Text.Text[r.Span.Start - 1];

    /// <summary>The words without the comma or stop in front of the closing mark, which belongs to the sentence around them.</summary>
    private static TextSpan Inner(SemanticModel model, TextSpan span)
    {
        int end = span.End;
        while (end > span.Start && model.Tree.Text.Text[end - 1] is ',' or '.') end--;
        return new TextSpan(span.Start, end);
    }

    private static bool IsNegation(string form) => form is "not" or "n't" or "never" or "no" or "nobody" or "nothing" or "none" or "neither" or "nor" or "cannot" or "without";

    private static bool IsEllipsis(ReadOnlySpan<char> form) => form is "…" || form.Length >= 2 && !form.ContainsAnyExcept('.');
}

/// <summary>Words that stand between common words of two lists; either range may be empty, not both.</summary>
/// <param name="LeftStart">First word on the left.</param>
/// <param name="LeftEnd">Just past the last word on the left.</param>
/// <param name="RightStart">First word on the right.</param>
/// <param name="RightEnd">Just past the last word on the right.</param>
internal readonly record struct Gap(int LeftStart, int LeftEnd, int RightStart, int RightEnd);

/// <summary>Aligns two lists of words as a reader does: the longest common run first, then what stands on either side of it.</summary>
internal static class WordAlignment
{
    /// <summary>A run of so few words, so far from the next, is a coincidence of common words.</summary>
    private const int StrayWords = 2, StrayDistance = 3;

    /// <summary>Aligns two lists. Time is bounded by the pairs of equal words times the number of runs; the caller bounds the lengths.</summary>
    /// <returns>Pairs of equal words, ascending on both sides.</returns>
    public static List<(int Left, int Right)> Align(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        var search = new RunSearch(left, right);
        var runs = new List<(int Left, int Right, int Length)>();
        var open = new Stack<(int LeftStart, int LeftEnd, int RightStart, int RightEnd)>();
        open.Push((0, left.Length, 0, right.Length));
        while (open.TryPop(out var range))
        {
            var run = search.Longest(range.LeftStart, range.LeftEnd, range.RightStart, range.RightEnd);
            if (run.Length == 0) continue;
            runs.Add(run);
            open.Push((range.LeftStart, run.Left, range.RightStart, run.Right));
            open.Push((run.Left + run.Length, range.LeftEnd, run.Right + run.Length, range.RightEnd));
        }
        runs.Sort();
        while (runs.Count > 1 && IsStray(runs[0], runs[1])) runs.RemoveAt(0);
        while (runs.Count > 1 && IsStray(runs[^1], runs[^2])) runs.RemoveAt(runs.Count - 1);
        return [.. runs.SelectMany(run => Enumerable.Range(0, run.Length).Select(k => (run.Left + k, run.Right + k)))];
    }

    /// <summary>What stands between the common words, in order.</summary>
    public static List<Gap> Gaps(List<(int Left, int Right)> pairs, int leftLength, int rightLength)
    {
        var gaps = new List<Gap>();
        var (i, j) = (0, 0);
        foreach (var (left, right) in pairs.Append((leftLength, rightLength)))
        {
            if (left > i || right > j) gaps.Add(new Gap(i, left, j, right));
            (i, j) = (left + 1, right + 1);
        }
        return gaps;
    }

    private static bool IsStray((int Left, int Right, int Length) run, (int Left, int Right, int Length) next)
    {
        var (first, second) = run.Left < next.Left ? (run, next) : (next, run);
        int distance = Math.Max(second.Left - first.Left - first.Length, second.Right - first.Right - first.Length);
        return run.Length <= StrayWords && distance > StrayDistance;
    }

    /// <summary>Finds common runs of two lists. Looks only at pairs of equal words, of which two lists that differ in order have few.</summary>
    private sealed class RunSearch
    {
        // Places of a word on the right, from the last to the first: for every word on the left its last place, for every place the one before it.
        private readonly int[] _lastPlace;
        private readonly int[] _placeBefore;

        // Length of the common run that ends at each place of the right, one further on; it counts where it was written for the row before.
        private readonly int[] _lengths;
        private readonly int[] _rows;
        private int _row;

        public RunSearch(ImmutableArray<string> left, ImmutableArray<string> right)
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            _placeBefore = new int[right.Length];
            for (int j = 0; j < right.Length; j++)
            {
                _placeBefore[j] = places.GetValueOrDefault(right[j], -1);
                places[right[j]] = j;
            }
            _lastPlace = [.. left.Select(word => places.GetValueOrDefault(word, -1))];
            _lengths = new int[right.Length + 1];
            _rows = new int[right.Length + 1];
        }

        /// <summary>The longest common run within two ranges; of several the one nearest to the start of both.</summary>
        public (int Left, int Right, int Length) Longest(int leftStart, int leftEnd, int rightStart, int rightEnd)
        {
            var best = (Left: 0, Right: 0, Length: 0);
            if (rightStart == rightEnd) return best;
            // No row of another search is the row before the first of this one.
            _row++;
            for (int i = leftStart; i < leftEnd; i++)
            {
                _row++;
                // From the last place to the first, so that the row before is still there when it is read.
                for (int j = _lastPlace[i]; j >= rightStart; j = _placeBefore[j])
                {
                    if (j >= rightEnd) continue;
                    int length = _rows[j] == _row - 1 ? _lengths[j] + 1 : 1;
                    (_lengths[j + 1], _rows[j + 1]) = (length, _row);
                    if (length < best.Length) continue;
                    var found = (Left: i - length + 1, Right: j - length + 1, Length: length);
                    if (length > best.Length || found.Left + found.Right < best.Left + best.Right) best = found;
                }
            }
            return best;
        }
    }
}
