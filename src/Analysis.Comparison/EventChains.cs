using System.Collections.Immutable;
using System.Numerics;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>A word that names an event: a verb, a noun, or an adjective.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Token">Index of the token.</param>
public readonly record struct EventMention(int Article, int Token);

/// <summary>Finds out which mentions of events, in one article or in several, are mentions of one event.</summary>
/// <remarks>
/// Two mentions may be of one event where their articles tell one story and their words are the same, formed from each other, synonyms, or
/// used of one kind of event. Words that may say anything, as <em>make</em> and <em>say</em>, need the same parties as well. The likest are
/// joined first, by the average over all of both chains, so that a row of kindred words makes no chain; chains whose events happened to other
/// persons, or on other days, stay apart. The answer does not depend on the order of the articles but for its numbers.
/// </remarks>
public static class EventChains
{
    /// <summary>
    /// How likely two mentions are of one event, in thousandths of what the same word says: by the words, for parties in common, and at most
    /// for what their sentences have in common. With them the least for which two chains are joined, on average over the pairs of both.
    /// Round figures, near which those of ECB+ hardly change.
    /// </summary>
    private const int SameWord = 1000, Synonym = 800, OneKind = 650, SharedParties = 100, SameSentence = 300, Least = 600;

    /// <summary>
    /// Shares in thousandths of the weight of two sentences that have to be common: where the words are only akin, and where they are the same
    /// but say next to nothing; and the share from which on more says no more.
    /// </summary>
    private const int SameContext = 250, LightContext = 100, FullContext = 500;

    /// <summary>Says of each mention which chain it belongs to.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="mentions">The mentions, in any order.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>For each mention the place of the first mention of its chain; its own place where it is alone or the first.</returns>
    public static ImmutableArray<int> Of(ImmutableArray<SemanticModel> articles, ImmutableArray<EventMention> mentions, CancellationToken cancellation = default)
    {
        var stories = StoryIndex.Of(articles, cancellation).Stories(cancellation);
        var terms = new Terms(articles);
        EventArticle[] read = [.. articles.Select((article, a) => new EventArticle(article, terms, terms.Read(a)))];
        var weights = SentenceWeights(read, terms.Count);
        var profiles = mentions.Select(mention => new EventProfile(read[mention.Article], mention.Token)).ToArray();
        var chains = new UnionFind(profiles.Length);
        // In an order of the texts' own, so that ties fall the same way in whatever order the articles come.
        var ordered = Enumerable.Range(0, profiles.Length).OrderBy(m => articles[mentions[m].Article].Tree.Text.Text, StringComparer.Ordinal).ThenBy(m => mentions[m].Token);
        foreach (var story in ordered.GroupBy(m => stories[mentions[m].Article]))
        {
            int[] members = [.. story];
            foreach (var (first, second) in Joins([.. members.Select(m => profiles[m])], weights, cancellation)) chains.Join(members[first], members[second]);
        }
        return [.. Enumerable.Range(0, profiles.Length).Select(chains.Find)];
    }

    /// <summary>The words of an article that name events: verbs, and nouns that a verb is formed from or that are formed from a verb.</summary>
    /// <param name="model">The article.</param>
    /// <param name="article">Its index.</param>
    /// <returns>The mentions in order of the text.</returns>
    /// <remarks>Things that have a verb, as <em>bridge</em>, are among them: whether an event or a thing is meant cannot be told from the word.</remarks>
    public static ImmutableArray<EventMention> Find(SemanticModel model, int article)
    {
        ArgumentNullException.ThrowIfNull(model);
        var events = new Dictionary<string, bool>(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<EventMention>();
        for (int token = 0; token < model.Text.Words.Length; token++)
        {
            var word = model.Text.Words[token];
            if (word.Upos is Upos.VERB || word.Upos is Upos.NOUN && IsEvent(word.Lemma)) found.Add(new EventMention(article, token));
        }
        return found.ToImmutable();

        bool IsEvent(string noun)
        {
            if (!events.TryGetValue(noun, out bool known)) events[noun] = known = WordRelations.Default.Derived(noun, Upos.NOUN).Any(word => word.Upos is Upos.VERB && word.Strength >= 2);
            return known;
        }
    }

    /// <summary>Which mentions of a story to join, a chain being known by its least mention: the likest chains first.</summary>
    private static List<(int First, int Second)> Joins(EventProfile[] mentions, int[] weights, CancellationToken cancellation)
    {
        var joins = new List<(int, int)>();
        // For each chain and each other that it may be joined with the sum over their pairs.
        var links = mentions.Select(_ => new Dictionary<int, Link>()).ToArray();
        int[] sizes = [.. mentions.Select(_ => 1)];
        var queue = new PriorityQueue<(int First, int Second, int Sizes), (int, int, int)>();
        for (int i = 0; i < mentions.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int j = i + 1; j < mentions.Length; j++)
            {
                var link = Compare(mentions[i], mentions[j], weights);
                if (link.Likelihood == 0) continue;
                links[i][j] = links[j][i] = link;
                Enqueue(i, j);
            }
        }
        while (queue.TryDequeue(out var pair, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            var (first, second) = (pair.First, pair.Second);
            // Either has grown or is gone since this pair was found; the pair as it is now stands further back.
            if (sizes[first] == 0 || sizes[second] == 0 || sizes[first] + sizes[second] != pair.Sizes) continue;
            joins.Add((first, second));
            sizes[first] += sizes[second];
            sizes[second] = 0;
            links[first].Remove(second);
            foreach (var (other, link) in links[second])
            {
                if (other == first || sizes[other] == 0) continue;
                links[first][other] = links[other][first] = links[first].GetValueOrDefault(other) + link;
                links[other].Remove(second);
            }
            foreach (int other in links[first].Keys)
                if (sizes[other] > 0) Enqueue(Math.Min(first, other), Math.Max(first, other));
        }
        return joins;

        void Enqueue(int first, int second)
        {
            var link = links[first][second];
            int average = link.Likelihood / (sizes[first] * sizes[second]);
            if (average >= Least && link.Votes >= 0) queue.Enqueue((first, second, sizes[first] + sizes[second]), (-average, first, second));
        }
    }

    /// <summary>What speaks for two mentions being of one event, or the sum of it over the pairs of two chains.</summary>
    /// <param name="Likelihood">In thousandths; 0 where nothing does.</param>
    /// <param name="Votes">Pairs that say that it happened to the same person less pairs that say that it did not.</param>
    private readonly record struct Link(int Likelihood, int Votes)
    {
        public static Link operator +(Link left, Link right) => new(left.Likelihood + right.Likelihood, left.Votes + right.Votes);
    }

    private static Link Compare(EventProfile left, EventProfile right, int[] weights)
    {
        var words = Relate(left, right);
        bool kin = AreKin(left.Kinds, right.Kinds);
        if (words is Likeness.None && !kin) return default;
        bool shared = left.Parties.Overlaps(right.Parties);
        int vote = Vote(left, right);
        if (left.IsLight || right.IsLight)
            return words is Likeness.Same && left.IsLight == right.IsLight && shared && Context(left, right, weights) >= LightContext ? new Link(SameWord, vote) : default;
        int context = Context(left, right, weights);
        int likelihood = words switch
        {
            Likeness.Same => SameWord,
            // Who was not hired was not fired.
            _ when left.IsDenied != right.IsDenied => 0,
            Likeness.Synonym when kin || shared || context >= SameContext => Synonym,
            _ when kin => OneKind,
            _ => 0,
        };
        if (likelihood == 0) return default;
        if (shared) likelihood += SharedParties;
        // Of words that are only akin one may name whom the other leaves out: who wins beats who loses.
        return new Link(likelihood + SameSentence * Math.Min(FullContext, context) / FullContext, words is Likeness.Same ? vote : Math.Max(0, vote));
    }

    private enum Likeness { None, Synonym, Same }

    private static Likeness Relate(EventProfile left, EventProfile right)
    {
        if (left.Lemma == right.Lemma) return Likeness.Same;
        // "Speed", "speed off": with its particle it may be another verb, and a preposition may have been read as one.
        if (left.Verb == right.Verb && (left.Verb == left.Lemma || right.Verb == right.Lemma)) return Likeness.Synonym;
        var relation = WordRelations.Default.Relate(left.Lemma, left.Upos, right.Lemma, right.Upos);
        return relation.Kind switch
        {
            WordRelationKind.Derived => relation.Strength >= 2 ? Likeness.Same : Likeness.Synonym,
            WordRelationKind.Same when relation.Strength >= 2 => Likeness.Synonym,
            _ => Likeness.None,
        };
    }

    /// <summary>Whether two ascending lists have a number in common.</summary>
    private static bool AreKin(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            if (left[l] == right[r]) return true;
            if (left[l] < right[r]) l++;
            else r++;
        }
        return false;
    }

    /// <summary>1 where both happened to one person, -1 where they happened to different ones or on different days, 0 where it is not said.</summary>
    private static int Vote(EventProfile left, EventProfile right)
    {
        if (left.Days.Count > 0 && right.Days.Count > 0 && !left.Days.Overlaps(right.Days)) return -1;
        if (left.Themes.Count == 0 || right.Themes.Count == 0) return 0;
        if (left.Themes.Overlaps(right.Themes)) return 1;
        // "Lee's defeat of Dahl", "Dahl's defeat": the parts may have been read the wrong way round.
        return left.Themes.Overlaps(right.Agents) || right.Themes.Overlaps(left.Agents) ? 0 : -1;
    }

    /// <summary>How much of the weight of two sentences is common to both, in thousandths.</summary>
    private static int Context(EventProfile left, EventProfile right, int[] weights)
    {
        int shared = 0, all = 0;
        foreach (int term in left.Sentence)
        {
            all += weights[term];
            if (right.Sentence.Contains(term)) shared += weights[term];
        }
        foreach (int term in right.Sentence) all += weights[term];
        return all == 0 ? 0 : 2000 * shared / all;
    }

    /// <summary>Weights of terms, 1 and more: the fewer sentences have them, the heavier.</summary>
    private static int[] SentenceWeights(EventArticle[] articles, int count)
    {
        var frequencies = new int[count];
        int sentences = 0;
        foreach (var article in articles)
            foreach (var sentence in article.Model.Tree.Sentences)
            {
                sentences++;
                foreach (int term in article.TermAt.AsSpan(sentence.FirstToken, sentence.TokenCount).ToArray().Where(term => term >= 0).Distinct()) frequencies[term]++;
            }
        return [.. frequencies.Select(frequency => 1 + BitOperations.Log2((uint)(sentences / Math.Max(1, frequency)) | 1))];
    }
}
