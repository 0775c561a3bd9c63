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
    /// <param name="Quote">Index of the quote.</param>
    /// <param name="Words">Where each word stands.</param>
    /// <param name="Forms">The words as they are spoken.</param>
    /// <param name="Ids">A number for each word, the same for the same word in all articles of a comparison.</param>
    /// <param name="Sorted">The numbers, ascending.</param>
    /// <param name="Span">From the first to the last sign.</param>
    /// <param name="Speaker">Index of the entity who speaks; -1 when it is not known.</param>
    internal sealed record Passage(
        int Quote, ImmutableArray<TextSpan> Words, ImmutableArray<string> Forms, ImmutableArray<int> Ids, ImmutableArray<int> Sorted, TextSpan Span, int Speaker);

    /// <summary>The passages of an article.</summary>
    internal sealed class ArticlePassages
    {
        private readonly int[] _ends;
        private readonly int[] _postings;

        /// <summary>Takes the passages.</summary>
        /// <param name="model">The article.</param>
        /// <param name="list">In order of the quotes.</param>
        /// <param name="words">Greater than the number of every word in them.</param>
        public ArticlePassages(SemanticModel model, ImmutableArray<Passage> list, int words)
        {
            (Model, List) = (model, list);
            // The passages of a word lie side by side: counted first, then filled in, so that what was the start of a word's becomes their end.
            _ends = new int[words + 1];
            foreach (var passage in list)
                foreach (int word in Distinct(passage)) _ends[word + 1]++;
            for (int word = 0; word < words; word++) _ends[word + 1] += _ends[word];
            _postings = new int[_ends[words]];
            for (int i = 0; i < list.Length; i++)
                foreach (int word in Distinct(list[i])) _postings[_ends[word]++] = i;
        }

        public SemanticModel Model { get; }

        public ImmutableArray<Passage> List { get; }

        /// <summary>The passages that hold a word, ascending; none of a word that came later than the article.</summary>
        public ReadOnlySpan<int> Of(int word) => word >= _ends.Length ? [] : _postings.AsSpan((word == 0 ? 0 : _ends[word - 1]).._ends[word]);
    }

    /// <summary>Aligns the quotations of two articles.</summary>
    /// <param name="leftArticle">Index of the left article.</param>
    /// <param name="left">Its passages.</param>
    /// <param name="rightArticle">Index of the right article.</param>
    /// <param name="right">Its passages.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ImmutableArray<QuoteAlignment> Align(int leftArticle, ArticlePassages left, int rightArticle, ArticlePassages right, CancellationToken cancellation)
    {
        var (l, r) = (left.List, right.List);
        if (l.IsEmpty || r.IsEmpty) return [];
        var found = new List<Match>();
        foreach (var (i, j) in Candidates(left, right))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!MayBeSameQuotation(l[i], r[j])) continue;
            var pairs = WordAlignment.Align(l[i].Ids.AsSpan(), r[j].Ids.AsSpan());
            if (!IsSameQuotation(pairs, l[i].Words.Length, r[j].Words.Length)) continue;
            int shared = pairs.Count;
            // Two who take up one slogan did not say one thing.
            if (OtherSpeaker(left.Model, l[i], right.Model, r[j]) && (Math.Min(l[i].Words.Length, r[j].Words.Length) < FewestOfOneMouth || shared * 10 < Math.Max(l[i].Words.Length, r[j].Words.Length) * 9)) continue;
            found.Add(new Match(i, j, 2000 * shared / (l[i].Words.Length + r[j].Words.Length), pairs));
        }
        var usedLeft = new bool[l.Length];
        var usedRight = new bool[r.Length];
        var chosen = new List<(int Left, QuoteAlignment Alignment)>();
        foreach (var pieces in Pieces(left, right, found))
        {
            if (pieces.Exists(match => usedLeft[match.Left] || usedRight[match.Right])) continue;
            foreach (var match in pieces) usedLeft[match.Left] = usedRight[match.Right] = true;
            chosen.Add((pieces[0].Left, Joined(leftArticle, left, rightArticle, right, pieces)));
        }
        found.Sort((a, b) => PairOrder.Compare(a.Score, a.Left, a.Right, b.Score, b.Left, b.Right));
        foreach (var match in found)
        {
            if (usedLeft[match.Left] || usedRight[match.Right]) continue;
            usedLeft[match.Left] = usedRight[match.Right] = true;
            var (a, b) = (l[match.Left], r[match.Right]);
            var alteration = Classify(left.Model, a, right.Model, b, match.Pairs, out var changes);
            chosen.Add((match.Left, new QuoteAlignment(leftArticle, [a.Span], rightArticle, [b.Span], alteration, Sure(match.Score), changes)));
        }
        return [.. chosen.OrderBy(c => c.Left).Select(c => c.Alignment)];
    }

    /// <summary>Everything that stands between quotation marks in the part of an article that is compared.</summary>
    /// <param name="model">The article.</param>
    /// <param name="numbers">Gives words their numbers; what is new is added.</param>
    public static ArticlePassages Passages(SemanticModel model, WordNumbers numbers)
    {
        Span<char> buffer = stackalloc char[SpokenWords.LongestWord];
        var passages = ImmutableArray.CreateBuilder<Passage>();
        int end = MainSection.EndOf(model.Tree);
        var words = ImmutableArray.CreateBuilder<TextSpan>();
        var forms = ImmutableArray.CreateBuilder<string>();
        var ids = ImmutableArray.CreateBuilder<int>();
        for (int q = 0; q < model.Quotes.Length; q++)
        {
            var quote = model.Quotes[q];
            if (quote.Content[0].Start >= end) continue;
            foreach (var span in quote.Verbatim)
            {
                int first = model.Text.TokenAt(span.Start), last = first;
                while (last < model.Tree.Tokens.Length && model.Tree.Tokens[last].Span.Start < span.End) last++;
                for (int i = first; i < last && words.Count < MaxWords;)
                {
                    var form = model.Text.Form(i);
                    var word = SpokenWords.Read(model.Text, i, last, buffer, out int next);
                    if (next > i + 1 || model.Text.Words[i].Upos is not Language.Upos.PUNCT || IsEllipsis(form) || form is "[" or "]")
                    {
                        int id = numbers.Of(word);
                        words.Add(new TextSpan(model.Tree.Tokens[i].Span.Start, model.Tree.Tokens[next - 1].Span.End));
                        forms.Add(numbers[id]);
                        ids.Add(id);
                    }
                    i = next;
                }
                if (words.Count > 0) passages.Add(new Passage(q, words.ToImmutable(), forms.ToImmutable(), ids.ToImmutable(), ids.ToImmutable().Sort(), span, quote.Speaker));
                words.Clear();
                forms.Clear();
                ids.Clear();
            }
        }
        return new ArticlePassages(model, passages.DrainToImmutable(), numbers.Count);
    }

    /// <summary>Two passages that are one quotation, with the words they share.</summary>
    private sealed record Match(int Left, int Right, int Score, List<(int Left, int Right)> Pairs);

    private static Confidence Sure(int similarity) => new(Math.Min(990, 500 + similarity / 2));

    // ---- candidates ----

    /// <summary>Pairs that share words other quotations do not, by left and then by right passage.</summary>
    private static List<(int Left, int Right)> Candidates(ArticlePassages left, ArticlePassages right)
    {
        var pairs = new List<long>();
        Collect(left.List, right, (l, r) => pairs.Add((long)l << 32 | (uint)r));
        Collect(right.List, left, (r, l) => pairs.Add((long)l << 32 | (uint)r));
        pairs.Sort();
        var candidates = new List<(int, int)>(pairs.Count);
        for (int i = 0; i < pairs.Count; i++)
            if (i == 0 || pairs[i] != pairs[i - 1]) candidates.Add(((int)(pairs[i] >> 32), (int)pairs[i]));
        return candidates;
    }

    private static void Collect(ImmutableArray<Passage> from, ArticlePassages to, Action<int, int> add)
    {
        const int MaxPostings = 40;
        var scores = new int[to.List.Length];
        var touched = new List<int>();
        Span<int> best = stackalloc int[MaxCandidates];
        for (int i = 0; i < from.Length; i++)
        {
            foreach (int word in Distinct(from[i]))
            {
                var passages = to.Of(word);
                if (passages.Length is 0 or > MaxPostings) continue;
                foreach (int other in passages)
                {
                    if (scores[other] == 0) touched.Add(other);
                    scores[other] += 60 / passages.Length;
                }
            }
            int count = SelectBest(touched, scores, i, best);
            foreach (int other in best[..count]) add(i, other);
            foreach (int other in touched) scores[other] = 0;
            touched.Clear();
        }
    }

    /// <summary>Selects the passages of the greatest scores; of equal ones the nearest to a place, then the first.</summary>
    private static int SelectBest(List<int> passages, int[] scores, int place, Span<int> best)
    {
        int count = 0;
        foreach (int passage in passages)
        {
            int rank = count;
            while (rank > 0 && IsBetter(passage, best[rank - 1])) rank--;
            if (rank == best.Length) continue;
            if (count < best.Length) count++;
            best[rank..(count - 1)].CopyTo(best[(rank + 1)..]);
            best[rank] = passage;
        }
        return count;

        bool IsBetter(int passage, int other)
        {
            if (scores[passage] != scores[other]) return scores[passage] > scores[other];
            int distance = Math.Abs(passage - place), otherDistance = Math.Abs(other - place);
            return distance != otherDistance ? distance < otherDistance : passage < other;
        }
    }

    /// <summary>The words of a passage, each once.</summary>
    private static DistinctWords Distinct(Passage passage) => new(passage.Sorted);

    /// <summary>Whether as many words are common as one quotation needs, in whatever order: most candidates have too few.</summary>
    private static bool MayBeSameQuotation(Passage left, Passage right)
    {
        var (l, r) = (left.Sorted, right.Sorted);
        int common = 0;
        for (int i = 0, j = 0; i < l.Length && j < r.Length;)
        {
            if (l[i] == r[j])
            {
                common++;
                i++;
                j++;
            }
            else if (l[i] < r[j]) i++;
            else j++;
        }
        return HasEnough(common, Math.Min(l.Length, r.Length));
    }

    private static bool HasEnough(int common, int shorter) => common * 3 >= shorter * 2 && common >= MinWords - 1;

    // ---- pieces ----

    /// <summary>Passages that hold two or more whole passages of the other article and little else, the longest first.</summary>
    private static IEnumerable<List<Match>> Pieces(ArticlePassages left, ArticlePassages right, List<Match> found)
    {
        var joined = new List<(int Words, List<Match> Pieces)>();
        foreach (var group in found.GroupBy(match => match.Right)) Add([.. group], right.List[group.Key], isRight: true);
        foreach (var group in found.GroupBy(match => match.Left)) Add([.. group], left.List[group.Key], isRight: false);
        return joined.OrderByDescending(j => j.Words).ThenBy(j => j.Pieces[0].Left + j.Pieces[0].Right).ThenBy(j => Math.Abs(j.Pieces[0].Left - j.Pieces[0].Right)).Select(j => j.Pieces);

        void Add(List<Match> matches, Passage whole, bool isRight)
        {
            if (matches.Count < 2) return;
            var pieces = new List<Match>();
            int covered = 0, at = 0;
            foreach (var match in matches.OrderBy(match => Start(match, isRight)).ThenBy(match => isRight ? match.Left : match.Right))
            {
                var piece = isRight ? left.List[match.Left] : right.List[match.Right];
                // Whole, in a row, behind the one before, and of one speaker.
                if (piece.Words.Length < MinWords || match.Pairs.Count != piece.Words.Length || Start(match, isRight) < at || End(match, isRight) - Start(match, isRight) != match.Pairs.Count) continue;
                if (pieces.Count > 0 && SpeakerOf(pieces[0]) != piece.Speaker) continue;
                pieces.Add(match);
                covered += match.Pairs.Count;
                at = End(match, isRight);
            }
            if (pieces.Count > 1 && covered * 10 >= whole.Words.Length * 9) joined.Add((covered, pieces));

            int SpeakerOf(Match match) => isRight ? left.List[match.Left].Speaker : right.List[match.Right].Speaker;
        }

        static int Start(Match match, bool isRight) => isRight ? match.Pairs[0].Right : match.Pairs[0].Left;

        static int End(Match match, bool isRight) => (isRight ? match.Pairs[^1].Right : match.Pairs[^1].Left) + 1;
    }

    /// <summary>What became of passages that are one in the other article: one quotation that only its speaker's name cuts in two, or two made one.</summary>
    private static QuoteAlignment Joined(int leftArticle, ArticlePassages left, int rightArticle, ArticlePassages right, List<Match> pieces)
    {
        bool manyLeft = pieces[0].Right == pieces[1].Right;
        var l = pieces.Select(match => match.Left).Distinct().Select(i => left.List[i]).ToList();
        var r = pieces.Select(match => match.Right).Distinct().Select(i => right.List[i]).ToList();
        bool one = manyLeft ? IsOneQuotation(left.Model, l) : IsOneQuotation(right.Model, r);
        var (lw, rw) = (l.SelectMany(p => p.Words).ToList(), r.SelectMany(p => p.Words).ToList());
        var pairs = pieces.SelectMany(match => match.Pairs.Select(pair => (left.List[match.Left].Words[pair.Left], right.List[match.Right].Words[pair.Right]))).ToList();
        var (goneWords, comeWords) = (lw.Except(pairs.Select(p => p.Item1)).ToImmutableArray(), rw.Except(pairs.Select(p => p.Item2)).ToImmutableArray());
        int similarity = 2000 * pairs.Count / (lw.Count + rw.Count);
        return new QuoteAlignment(
            leftArticle, [.. l.Select(p => p.Span).Order()], rightArticle, [.. r.Select(p => p.Span).Order()], one ? Alteration.Typography : Alteration.Merged, Sure(similarity),
            goneWords.IsEmpty && comeWords.IsEmpty ? [] : [new WordChange(goneWords, comeWords)]);
    }

    /// <summary>Whether passages follow each other in the text with no sentence between them, so that what stands there only says who speaks.</summary>
    private static bool IsOneQuotation(SemanticModel model, List<Passage> pieces)
    {
        for (int i = 1; i < pieces.Count; i++)
        {
            int before = SentenceAt(model, pieces[i - 1].Words[^1]), after = SentenceAt(model, pieces[i].Words[0]);
            if (after < before || after - before > 1) return false;
        }
        return true;
    }

    private static int SentenceAt(SemanticModel model, TextSpan word) => model.Tree.Tokens[model.Text.TokenAt(word.Start)].Sentence;

    // ---- one quotation ----

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
        if (!HasEnough(pairs.Count, shorter)) return false;
        // "I can't breathe", "we can't breathe": of so few words all must be there.
        if (shorter <= MinWords && pairs.Count < shorter) return false;
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
        // "Flag pole", "flagpole".
        gaps.RemoveAll(g => g.LeftEnd > g.LeftStart && string.Concat(l.Forms.AsSpan(g.LeftStart..g.LeftEnd)!) == string.Concat(r.Forms.AsSpan(g.RightStart..g.RightEnd)!));
        if (gaps.Count == 0) return Alteration.CaseOrSpace;

        // What was cut off or goes on at an end tells nothing of the words between; only a negation at the very edge does.
        var inner = gaps.Where(g => !IsEdge(g, l, r) && !IsFittedIn(left, l, right, r, g)).ToList();
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
        // The same words in another order.
        if (gaps.SelectMany(g => l.Forms[g.LeftStart..g.LeftEnd]).Order(StringComparer.Ordinal).SequenceEqual(gaps.SelectMany(g => r.Forms[g.RightStart..g.RightEnd]).Order(StringComparer.Ordinal))) return Alteration.Paraphrase;
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

    /// <summary>"Would end it", "ending it": whether the first words are forms of one verb that fit a piece of a sentence into another.</summary>
    private static bool IsFittedIn(SemanticModel left, Passage l, SemanticModel right, Passage r, Gap gap)
    {
        const int Longest = 3;
        if (gap is not { LeftStart: 0, RightStart: 0, LeftEnd: > 0 and <= Longest, RightEnd: > 0 and <= Longest } || gap.LeftEnd == gap.RightEnd && gap.LeftEnd > 1) return false;
        var (a, b) = (left.Text.Words[left.Text.TokenAt(l.Words[gap.LeftEnd - 1].Start)], right.Text.Words[right.Text.TokenAt(r.Words[gap.RightEnd - 1].Start)]);
        return a.Lemma == b.Lemma && a.Upos is Language.Upos.VERB or Language.Upos.AUX;
    }

    /// <summary>Whether a negation stands in a gap: anywhere between common words, at the start only right before them in one sentence.</summary>
    private static bool HasNegation(SemanticModel model, Passage passage, int start, int end, Gap gap, Passage l, Passage r)
    {
        const int Beside = 2;
        int common = end;
        for (int i = start; i < end; i++)
        {
            // "Not only" affirms.
            if (!IsNegation(passage.Forms[i]) || i + 1 < passage.Forms.Length && passage.Forms[i + 1] is "only" or "just" or "least") continue;
            if (IsCalledOut(model, passage.Words[i]) || IsRepeated(passage, start, end)) continue;
            if (!IsEdge(gap, l, r)) return true;
            // What comes behind the common words does not deny them.
            if (gap.LeftStart > 0 || gap.RightStart > 0) continue;
            if (common - i <= Beside && common < passage.Words.Length && SameSentence(model, passage.Words[i], passage.Words[common])) return true;
        }
        return false;
    }

    /// <summary>"No, we did": a word for itself denies nothing of what follows.</summary>
    private static bool IsCalledOut(SemanticModel model, TextSpan word) =>
        model.Tree.Text[word] is "No" or "no" && word.End < model.Tree.Text.Text.Length && model.Tree.Text.Text[word.End] is ',' or '.' or '!' or '—';

    /// <summary>"We will not, we will not stand by": words that are said twice deny once.</summary>
    private static bool IsRepeated(Passage passage, int start, int end)
    {
        int length = end - start;
        return start >= length && passage.Ids.AsSpan(start..end).SequenceEqual(passage.Ids.AsSpan((start - length)..start))
            || end + length <= passage.Ids.Length && passage.Ids.AsSpan(start..end).SequenceEqual(passage.Ids.AsSpan(end..(end + length)));
    }

    private static bool NegatedBefore(SemanticModel model, Passage passage)
    {
        const int Reach = 4;
        int first = model.Text.TokenAt(passage.Span.Start);
        for (int i = first - 1; i >= Math.Max(0, first - Reach) && model.Tree.Tokens[i].Sentence == model.Tree.Tokens[first].Sentence; i--)
            if (IsNegation(Typography.Fold(model.Text.Form(i)))) return true;
        return false;
    }

    private static bool SameSentence(SemanticModel model, TextSpan a, TextSpan b) => SentenceAt(model, a) == SentenceAt(model, b);

    private static bool OtherSpeaker(SemanticModel left, Passage l, SemanticModel right, Passage r) =>
        l.Speaker >= 0 && r.Speaker >= 0 && IsNamed(left, l) && IsNamed(right, r)
        && left.Entities[l.Speaker].Type is Semantics.Entities.EntityType.Person && right.Entities[r.Speaker].Type is Semantics.Entities.EntityType.Person
        && !left.Entities[l.Speaker].Keys.Any(right.Entities[r.Speaker].Keys.Contains) && !ShareASurname(left.Entities[l.Speaker], right.Entities[r.Speaker])
        && left.Quotes[l.Quote].Cue is not null && right.Quotes[r.Quote].Cue is not null
        && !SourceNames(left, l, right.Entities[r.Speaker]) && !SourceNames(right, r, left.Entities[l.Speaker]);

    /// <summary>Whether the words that name a source hold a name of somebody: of "the director of Lee, Bo Dahl," it may be either who speaks.</summary>
    private static bool SourceNames(SemanticModel model, Passage passage, Semantics.Entities.Entity somebody)
    {
        if (model.Quotes[passage.Quote].Source is not { } source) return false;
        string last = somebody.Keys[0][(somebody.Keys[0].LastIndexOf(' ') + 1)..];
        for (int i = model.Text.TokenAt(source.Start); i < model.Tree.Tokens.Length && model.Tree.Tokens[i].Span.Start < source.End; i++)
            if (model.Text.Form(i).Equals(last, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"Mr. Corvane" and "Corvane Jr.", father and son: which of them is meant cannot be told from names.</summary>
    private static bool ShareASurname(Semantics.Entities.Entity left, Semantics.Entities.Entity right) => left.Keys[0].Split(' ').Intersect(right.Keys[0].Split(' '), StringComparer.Ordinal).Any();

    /// <summary>Whether the speaker is named beside the words: a pronoun may have been resolved wrongly, and that accuses nobody.</summary>
    private static bool IsNamed(SemanticModel model, Passage passage) => model.Quotes[passage.Quote].Source is { } source
        && model.Entities[passage.Speaker].Mentions.Any(m => m.Kind is Semantics.Entities.MentionKind.Name && source.Contains(m.Span));

    /// <summary>All words are the same: whether they are written alike, the signs between them, their case and their spacing.</summary>
    private static Alteration SameSigns(SemanticModel left, Passage l, SemanticModel right, Passage r)
    {
        var (a, b) = (left.Tree.Text, right.Tree.Text);
        if (a[Inner(left, l.Span)].SequenceEqual(b[Inner(right, r.Span)])) return SameMarks(left, l, right, r) ? Alteration.Identical : Alteration.Typography;
        for (int i = 0; i < l.Words.Length; i++)
        {
            // A capital at the start, or none, only fits the words into the sentence around them.
            int skipped = i == 0 ? 1 : 0;
            if (IsOtherCase(a[l.Words[i]][skipped..], b[r.Words[i]][skipped..])) return Alteration.CaseOrSpace;
            // "Do not" for "don't" brings its own space.
            if (i == 0 || !ClaimWords.SameForm(a[l.Words[i]], b[r.Words[i]])) continue;
            var before = a[new TextSpan(l.Words[i - 1].End, l.Words[i].Start)];
            var after = b[new TextSpan(r.Words[i - 1].End, r.Words[i].Start)];
            // Signs between words may go without space; where there are none, the space itself is all there is.
            if (before.Length != after.Length && before.IsWhiteSpace() && after.IsWhiteSpace()) return Alteration.CaseOrSpace;
        }
        return Alteration.Typography;

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

/// <summary>Goes through ascending numbers, each once.</summary>
/// <param name="sorted">The numbers, ascending.</param>
internal ref struct DistinctWords(ImmutableArray<int> sorted)
{
    private int _at = -1;

    /// <summary>The number that is reached.</summary>
    public readonly int Current => sorted[_at];

    /// <summary>Goes on to the next number that differs.</summary>
    public bool MoveNext()
    {
        do _at++;
        while (_at > 0 && _at < sorted.Length && sorted[_at] == sorted[_at - 1]);
        return _at < sorted.Length;
    }

    /// <summary>Itself, for a loop.</summary>
    public readonly DistinctWords GetEnumerator() => this;
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
        var ids = new Dictionary<string, int>(left.Length + right.Length, StringComparer.Ordinal);
        var (l, r) = (new int[left.Length], new int[right.Length]);
        for (int i = 0; i < l.Length; i++) l[i] = IdOf(left[i]);
        for (int i = 0; i < r.Length; i++) r[i] = IdOf(right[i]);
        return Align(l, r);

        int IdOf(string word)
        {
            if (!ids.TryGetValue(word, out int id)) ids.Add(word, id = ids.Count);
            return id;
        }
    }

    /// <summary>Aligns two lists of words that are given as numbers.</summary>
    /// <returns>Pairs of equal words, ascending on both sides.</returns>
    public static List<(int Left, int Right)> Align(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
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

        public RunSearch(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
        {
            var places = new Dictionary<int, int>(right.Length);
            _placeBefore = new int[right.Length];
            for (int j = 0; j < right.Length; j++)
            {
                _placeBefore[j] = places.GetValueOrDefault(right[j], -1);
                places[right[j]] = j;
            }
            _lastPlace = new int[left.Length];
            for (int i = 0; i < left.Length; i++) _lastPlace[i] = places.GetValueOrDefault(left[i], -1);
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
