using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Comparison;

/// <summary>An article that may report what another reports.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Closeness">
/// What the order goes by, greater is closer: twice the likeness of both in thousandths, with a share of that of the other to those nearest to the
/// first, less that of the other to its own nearest. It ranks, it does not decide; how two articles stand to each other is a <see cref="Verdict"/>.
/// </param>
public readonly record struct RelatedArticle(int Article, int Closeness);

/// <summary>Finds among many articles those that report the same event.</summary>
/// <remarks>
/// Immutable and safe to share between threads. Articles are alike in the words and figures that few others have, names by their words; articles that
/// appeared far apart are less so. An article that is like many others is near to none of them in particular, so likeness is measured against
/// what is usual for it, and what its nearest are like counts too. All arithmetic that decides is on integers, so that the order is the same on every machine.
/// </remarks>
public sealed class StoryIndex
{
    /// <summary>A term in more articles than this tells them apart too little to bring any together.</summary>
    private const int MaxPostings = 400;

    /// <summary>How many neighbours show what is usual for an article: of 2, 3 and 5 the best on AllSides roundups of three texts each.</summary>
    private const int Usual = 3;

    /// <summary>
    /// How many of the nearest lend an article their own likeness to others, and how much of it in hundredths: reports of one event that share few
    /// words are often both like a third. Of 2, 3, 5 and 10 and of 30 to 200 the best on parts of AllSides.
    /// </summary>
    private const int Lenders = 3, Lent = 40;

    /// <summary>Days between two reports of one event, and days in which a story still goes on. Judgements.</summary>
    private const int EventDays = 4, StoryDays = 14;

    /// <summary>
    /// What a word weighs that all articles have, in 256ths of the weight that a word gains where half as many have it, divided by the logarithm of their
    /// number: the fewer articles there are, the less says how many of them have a word, and what two have in common has to weigh something.
    /// </summary>
    private const int CommonWord = 512;

    /// <summary>Least likeness of the articles of a story on average, in thousandths. Chosen on ECB+, where 60 and 100 do about as well; articles on different matters have less than half of it.</summary>
    private const int LeastLikeness = 80;

    /// <summary>Share in thousandths of their own likeness that two established stories have to have to each other to be one. Chosen on ECB+ of 400 to 700.</summary>
    private const int OwnShare = 600;

    /// <summary>From so many articles on a story has a likeness of its own; chosen on ECB+ over 2.</summary>
    private const int Established = 4;

    private static readonly FrozenSet<string> StopWords = Lexicon.Words("stop-words");

    private readonly ImmutableArray<SemanticModel> _articles;
    private readonly (int Term, int Weight)[][] _weights;
    private readonly double[] _lengths;
    private readonly Dictionary<int, List<(int Article, int Weight)>> _postings = [];
    private readonly int[] _usual;

    private StoryIndex(ImmutableArray<SemanticModel> articles, Dictionary<int, int>[] counts, CancellationToken cancellation)
    {
        _articles = articles;
        var frequencies = new Dictionary<int, int>();
        foreach (var article in counts)
            foreach (int term in article.Keys) frequencies[term] = frequencies.GetValueOrDefault(term) + 1;
        _weights = new (int, int)[counts.Length][];
        _lengths = new double[counts.Length];
        int all = Log(counts.Length + 1), common = CommonWord * 256 / all;
        for (int a = 0; a < counts.Length; a++)
        {
            cancellation.ThrowIfCancellationRequested();
            _weights[a] = [.. counts[a].OrderBy(term => term.Key).Select(term => (term.Key, Weight: (256 + Log(term.Value) * 177 / 256) * (all - Log(frequencies[term.Key]) + common) / 256))];
            long squares = 0;
            foreach (var (term, weight) in _weights[a])
            {
                squares += (long)weight * weight;
                if (frequencies[term] > MaxPostings) continue;
                if (!_postings.TryGetValue(term, out var postings)) _postings[term] = postings = [];
                postings.Add((a, weight));
            }
            _lengths[a] = Math.Sqrt(squares);
        }
        _usual = new int[counts.Length];
        for (int a = 0; a < counts.Length; a++)
        {
            cancellation.ThrowIfCancellationRequested();
            _usual[a] = Likenesses(a).Values.OrderDescending().Take(Usual).Sum() / Usual;
        }
    }

    /// <summary>Reads articles into an index.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <remarks>Linear in the articles: each is held against at most so many others a term.</remarks>
    public static StoryIndex Of(ImmutableArray<SemanticModel> articles, CancellationToken cancellation = default)
    {
        var terms = new Dictionary<string, int>(StringComparer.Ordinal);
        var counts = new Dictionary<int, int>[articles.Length];
        for (int a = 0; a < articles.Length; a++)
        {
            cancellation.ThrowIfCancellationRequested();
            counts[a] = CountTerms(articles[a], terms);
        }
        return new StoryIndex(articles, counts, cancellation);
    }

    /// <summary>The articles that are nearest to one.</summary>
    /// <param name="article">Index of the article.</param>
    /// <param name="most">Most articles to name, 1 or more.</param>
    /// <returns>The nearest first, ties in order of the index; fewer than <paramref name="most"/> where no others share a term with it or with its nearest.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such article, or <paramref name="most"/> is below 1.</exception>
    public ImmutableArray<RelatedArticle> Nearest(int article, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(article);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(article, _articles.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return
        [
            .. Closest(WithLent(article, Likenesses(article))).Take(most).Select(other => new RelatedArticle(other.Article, other.Closeness / 1000)),
        ];
    }

    /// <summary>Which articles belong to one story.</summary>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>For each article the number of its story, which is the least index of the articles in it.</returns>
    /// <remarks>
    /// The likest are joined first, by the average over all of both, so that a chain of neighbours makes no story. Two stories that are
    /// established each by some articles are one only where they are nearly as like each other as their own articles are: reports of two
    /// arrests are alike, reports of one are more so.
    /// </remarks>
    public ImmutableArray<int> Stories(CancellationToken cancellation = default)
    {
        var groups = Enumerable.Range(0, _articles.Length).Select(a => new StoryGroup(a, Likenesses(a))).ToArray();
        var queue = new PriorityQueue<(int First, int Second, int Sizes), (long, int, int)>();
        foreach (var group in groups)
            foreach (int other in group.Sums.Keys)
                if (other > group.Members[0]) Enqueue(group.Members[0], other);
        while (queue.TryDequeue(out var pair, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            var (first, second) = (groups[pair.First], groups[pair.Second]);
            // Either has grown or is gone since this pair was found; the pair as it is now stands further back.
            if (first.Members.Count + second.Members.Count != pair.Sizes || first.IsGone || second.IsGone) continue;
            long likeness = first.Sums[pair.Second] / ((long)first.Members.Count * second.Members.Count);
            if (first.Members.Count >= Established && second.Members.Count >= Established && likeness * 1000 < OwnShare * Math.Min(first.OwnLikeness, second.OwnLikeness)) continue;
            first.Take(second, pair.Second);
            foreach (var (other, sum) in second.Sums)
            {
                if (other == pair.First || groups[other].IsGone) continue;
                first.Sums[other] = groups[other].Sums[pair.First] = first.Sums.GetValueOrDefault(other) + sum;
                groups[other].Sums.Remove(pair.Second);
            }
            foreach (int other in first.Sums.Keys) Enqueue(Math.Min(pair.First, other), Math.Max(pair.First, other));
        }
        var story = new int[groups.Length];
        foreach (var group in groups.Where(group => !group.IsGone))
            foreach (int article in group.Members) story[article] = group.Members.Min();
        return [.. story];

        void Enqueue(int first, int second)
        {
            long likeness = groups[first].Sums[second] / ((long)groups[first].Members.Count * groups[second].Members.Count);
            if (likeness >= LeastLikeness * 1000) queue.Enqueue((first, second, groups[first].Members.Count + groups[second].Members.Count), (-likeness, first, second));
        }
    }

    /// <summary>Articles that are taken for one story while stories are gathered.</summary>
    private sealed class StoryGroup(int article, Dictionary<int, int> likenesses)
    {
        private long _own;

        public List<int> Members { get; } = [article];

        public bool IsGone { get; private set; }

        /// <summary>For each other group the sum of the likenesses of the articles of both, in millionths.</summary>
        public Dictionary<int, long> Sums { get; } = likenesses.ToDictionary(other => other.Key, other => (long)other.Value);

        /// <summary>Likeness of the articles to each other on average, in millionths; for two and more.</summary>
        public long OwnLikeness => _own / ((long)Members.Count * (Members.Count - 1) / 2);

        public void Take(StoryGroup other, int index)
        {
            _own += other._own + Sums[index];
            Sums.Remove(index);
            Members.AddRange(other.Members);
            other.IsGone = true;
        }
    }

    /// <summary>Others by how like they are, measured against what is usual for each, the closest first.</summary>
    private IEnumerable<(int Article, int Closeness)> Closest(Dictionary<int, int> likenesses) =>
        likenesses.Select(other => (Article: other.Key, Closeness: 2 * other.Value - _usual[other.Key])).OrderByDescending(other => other.Closeness).ThenBy(other => other.Article);

    /// <summary>Adds to the likenesses of an article those of its nearest, as far as it is like them.</summary>
    private Dictionary<int, int> WithLent(int article, Dictionary<int, int> likenesses)
    {
        var all = new Dictionary<int, int>(likenesses);
        foreach (var (lender, _) in Closest(likenesses).Take(Lenders))
            foreach (var (other, likeness) in Likenesses(lender))
                if (other != article) all[other] = all.GetValueOrDefault(other) + (int)((long)likenesses[lender] * likeness / 1_000_000 * Lent / 100);
        return all;
    }

    /// <summary>How like an article each other one that shares a telling term with it is, in millionths.</summary>
    private Dictionary<int, int> Likenesses(int article)
    {
        var products = new Dictionary<int, long>();
        foreach (var (term, weight) in _weights[article])
            if (_postings.TryGetValue(term, out var postings))
                foreach (var (other, otherWeight) in postings)
                    if (other != article) products[other] = products.GetValueOrDefault(other) + (long)weight * otherWeight;
        return products.ToDictionary(product => product.Key, product => Aged(article, product.Key, (int)(1_000_000 * (product.Value / (_lengths[article] * _lengths[product.Key])))));
    }

    private int Aged(int article, int other, int likeness)
    {
        if (_articles[article].Date is not { } date || _articles[other].Date is not { } otherDate) return likeness;
        int days = Math.Abs(Period.DaysBetween(date.Date, otherDate.Date));
        return days <= EventDays ? likeness : days <= StoryDays ? likeness * 4 / 5 : likeness / 2;
    }

    /// <summary>How often each word of weight stands in the article itself, words of names, figures and times among them.</summary>
    private static Dictionary<int, int> CountTerms(SemanticModel model, Dictionary<string, int> terms)
    {
        var counts = new Dictionary<int, int>();
        int end = MainSection.EndOf(model.Tree);
        for (int i = 0; i < model.Tree.Tokens.Length && model.Tree.Tokens[i].Span.Start < end; i++)
        {
            var word = model.Text.Words[i];
            bool number = model.Tree.Tokens[i].Kind is SyntaxKind.Number;
            if (!number && (model.Tree.Tokens[i].Kind is not SyntaxKind.Word || word.Upos is not (Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.NUM or Upos.X) || StopWords.Contains(word.Lemma))) continue;
            if (model.Tree.Blocks[model.Text.SentenceOf(i).Block].Kind is SyntaxKind.Caption) continue;
            string key = number ? Typography.Fold(model.Text.Form(i)) : Synonyms.Canonical(word.Lemma.ToLowerInvariant());
            if (!terms.TryGetValue(key, out int term)) terms[key] = term = terms.Count;
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }
        return counts;
    }

    /// <summary>The logarithm to the base of two in 256ths, of a number from 1 on, by squaring: in integers, the same on every machine.</summary>
    private static int Log(int number)
    {
        int whole = BitOperations.Log2((uint)number);
        ulong fraction = ((ulong)number << 32) >> whole;
        int log = whole;
        for (int bit = 0; bit < 8; bit++)
        {
            fraction = (fraction >> 16) * (fraction >> 16);
            log <<= 1;
            if (fraction < 1UL << 33) continue;
            fraction >>= 1;
            log |= 1;
        }
        return log;
    }
}
