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

    /// <summary>Most partners of a quotation that are aligned word by word.</summary>
    private const int MaxCandidates = 6;

    private sealed record Passage(int Quote, ImmutableArray<TextSpan> Words, ImmutableArray<string> Forms, TextSpan Span, int Speaker, bool WithSpeaker);

    public static ImmutableArray<QuoteAlignment> Align(int leftArticle, SemanticModel left, int rightArticle, SemanticModel right, CancellationToken cancellation)
    {
        var (l, r) = (Passages(left), Passages(right));
        var found = new List<(int Left, int Right, int Score, QuoteAlignment Alignment)>();
        foreach (var (i, j) in Candidates(l, r))
        {
            cancellation.ThrowIfCancellationRequested();
            var pairs = WordAlignment.Align(l[i].Forms, r[j].Forms);
            int shared = pairs.Count;
            int shorter = Math.Min(l[i].Words.Length, r[j].Words.Length);
            // Two thirds of the shorter must be there in order; a fragment of a few words must be there whole.
            if (shared * 3 < shorter * 2 || shorter < MinWords && shared < shorter || shared < MinWords - 1) continue;
            var alteration = Classify(left, l[i], right, r[j], pairs, out var changes);
            int similarity = 2000 * shared / (l[i].Words.Length + r[j].Words.Length);
            found.Add((i, j, similarity, new QuoteAlignment(
                leftArticle, [l[i].Span], rightArticle, [r[j].Span], alteration, new Confidence(Math.Min(990, 500 + similarity / 2)), changes)));
        }
        found.Sort((a, b) =>
        {
            int order = b.Score.CompareTo(a.Score);
            if (order == 0) order = Math.Abs(a.Left - a.Right).CompareTo(Math.Abs(b.Left - b.Right));
            if (order == 0) order = (a.Left + a.Right).CompareTo(b.Left + b.Right);
            return order != 0 ? order : a.Left.CompareTo(b.Left);
        });
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

    private static List<Passage> Passages(SemanticModel model)
    {
        var passages = new List<Passage>();
        for (int q = 0; q < model.Quotes.Length; q++)
        {
            var quote = model.Quotes[q];
            if (MainSection.IsOutside(model, quote.Content[0].Start)) continue;
            foreach (var span in quote.Verbatim)
            {
                var words = ImmutableArray.CreateBuilder<TextSpan>();
                var forms = ImmutableArray.CreateBuilder<string>();
                for (int i = model.Text.TokenAt(span.Start); i < model.Tree.Tokens.Length && model.Tree.Tokens[i].Span.Start < span.End && words.Count < MaxWords; i++)
                {
                    if (model.Text.Words[i].Upos is Language.Upos.PUNCT && !IsEllipsis(model.Text.Form(i)) && model.Text.Form(i) is not ("[" or "]")) continue;
                    words.Add(model.Tree.Tokens[i].Span);
                    forms.Add(Fold(model.Text.Form(i)));
                }
                if (words.Count > 0) passages.Add(new Passage(q, words.ToImmutable(), forms.ToImmutable(), span, quote.Speaker, quote.Speaker >= 0));
            }
        }
        return passages;
    }

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

    // ---- what became of the words ----

    private static Alteration Classify(
        SemanticModel left, Passage l, SemanticModel right, Passage r, List<(int Left, int Right)> pairs, out ImmutableArray<WordChange> changes)
    {
        var gaps = Gaps(l, r, pairs);
        changes = [.. gaps.Select(g => new WordChange([.. l.Words[g.LeftStart..g.LeftEnd]], [.. r.Words[g.RightStart..g.RightEnd]]))];
        if (gaps.Count == 0)
        {
            if (OtherSpeaker(left, l, right, r)) return Alteration.OtherSpeaker;
            return SameSigns(left, l, right, r);
        }
        var lostWords = gaps.SelectMany(g => l.Forms[g.LeftStart..g.LeftEnd]).ToList();
        var newWords = gaps.SelectMany(g => r.Forms[g.RightStart..g.RightEnd]).ToList();
        bool lost = lostWords.Exists(IsNegation), added = newWords.Exists(IsNegation);
        if (lost && !added) return Alteration.NegationLost;
        if (added && !lost) return Alteration.NegationAdded;
        if (newWords.Contains("[")) return Alteration.Insertion;
        if (newWords.Exists(w => IsEllipsis(w)) || lostWords.Exists(w => IsEllipsis(w))) return Alteration.Ellipsis;
        bool atEnds = gaps.TrueForAll(g => g.LeftStart == 0 && g.RightStart == 0 || g.LeftEnd == l.Words.Length && g.RightEnd == r.Words.Length);
        int dropped = lostWords.Count, inserted = newWords.Count;
        if (atEnds && inserted == 0) return Alteration.Truncated;
        if (atEnds && dropped == 0) return Alteration.Extended;
        if (pairs.Count * 10 < Math.Max(l.Words.Length, r.Words.Length) * 6) return Alteration.Paraphrase;
        return inserted == 0 ? Alteration.WordDropped : dropped == 0 ? Alteration.WordAdded : Alteration.WordSubstituted;
    }

    private static bool OtherSpeaker(SemanticModel left, Passage l, SemanticModel right, Passage r) =>
        l.WithSpeaker && r.WithSpeaker && !left.Entities[l.Speaker].Keys.Any(right.Entities[r.Speaker].Keys.Contains)
        && left.Quotes[l.Quote].Cue is not null && right.Quotes[r.Quote].Cue is not null;

    /// <summary>All words are the same: whether the signs around them, their case or their spacing are too.</summary>
    private static Alteration SameSigns(SemanticModel left, Passage l, SemanticModel right, Passage r)
    {
        var a = left.Tree.Text[Inner(left, l.Span)];
        var b = right.Tree.Text[Inner(right, r.Span)];
        if (a.SequenceEqual(b)) return SameMarks(left, l, right, r) ? Alteration.Identical : Alteration.Typography;
        return Letters(a) == Letters(b) ? Alteration.Typography : Alteration.CaseOrSpace;

        // Everything but the signs: when that agrees to the letter, only typography differs.
        static string Letters(ReadOnlySpan<char> text)
        {
            var letters = new System.Text.StringBuilder(text.Length);
            foreach (char c in text)
                if (char.IsLetterOrDigit(c) || c == ' ') letters.Append(c);
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

    private readonly record struct Gap(int LeftStart, int LeftEnd, int RightStart, int RightEnd);

    private static List<Gap> Gaps(Passage l, Passage r, List<(int Left, int Right)> pairs)
    {
        var gaps = new List<Gap>();
        var (i, j) = (0, 0);
        foreach (var (left, right) in pairs.Append((l.Words.Length, r.Words.Length)))
        {
            if (left > i || right > j) gaps.Add(new Gap(i, left, j, right));
            (i, j) = (left + 1, right + 1);
        }
        return gaps;
    }

    private static bool IsNegation(string form) => form is "not" or "n't" or "never" or "no" or "nobody" or "nothing" or "none" or "neither" or "nor" or "cannot" or "without";

    private static bool IsEllipsis(ReadOnlySpan<char> form) => form is "…" || form.Length >= 2 && !form.ContainsAnyExcept('.');

    private static string Fold(ReadOnlySpan<char> form)
    {
        Span<char> folded = form.Length <= 64 ? stackalloc char[form.Length] : new char[form.Length];
        for (int i = 0; i < form.Length; i++) folded[i] = Typography.Fold(form[i]);
        return folded.ToString();
    }
}

/// <summary>Longest common subsequence of two lists of words.</summary>
internal static class WordAlignment
{
    /// <summary>Aligns two lists; time and memory are the product of their lengths, which the caller bounds.</summary>
    /// <returns>Pairs of equal words, ascending on both sides.</returns>
    public static List<(int Left, int Right)> Align(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        int columns = right.Length + 1;
        var lengths = new ushort[(left.Length + 1) * columns];
        for (int i = left.Length - 1; i >= 0; i--)
            for (int j = right.Length - 1; j >= 0; j--)
                lengths[i * columns + j] = left[i] == right[j]
                    ? (ushort)(lengths[(i + 1) * columns + j + 1] + 1)
                    : Math.Max(lengths[(i + 1) * columns + j], lengths[i * columns + j + 1]);
        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j]) pairs.Add((i++, j++));
            else if (lengths[(i + 1) * columns + j] >= lengths[i * columns + j + 1]) i++;
            else j++;
        }
        return pairs;
    }
}
