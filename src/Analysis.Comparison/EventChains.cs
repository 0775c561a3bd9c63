using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;

namespace Analysis.Comparison;

/// <summary>A word that names an event: a verb, a noun, or an adjective.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Token">Index of the token.</param>
public readonly record struct EventMention(int Article, int Token);

/// <summary>Finds out which mentions of events, in one article or in several, are mentions of one event.</summary>
/// <remarks>
/// Two mentions are of one event where their articles tell one story, their words are the same, formed from each other or synonyms, and
/// neither who took part nor when it was forbids it. Words that may say anything, as <em>make</em> and <em>say</em>, need the same parties
/// as well. What is linked to one is linked to all of its chain. The answer does not depend on the order of the articles but for its numbers.
/// </remarks>
public static class EventChains
{
    /// <summary>
    /// Shares in thousandths of the weight of two sentences that have to be common: where the words are only akin, and where they are the same
    /// but say next to nothing. Tried on ECB+, where anything from 80 to 250 does about as well.
    /// </summary>
    private const int SameContext = 250, LightContext = 100;

    /// <summary>Says of each mention which chain it belongs to.</summary>
    /// <param name="articles">The articles.</param>
    /// <param name="mentions">The mentions, in any order.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>For each mention the place of the first mention of its chain; its own place where it is alone or the first.</returns>
    public static ImmutableArray<int> Of(ImmutableArray<SemanticModel> articles, ImmutableArray<EventMention> mentions, CancellationToken cancellation = default)
    {
        var stories = StoryIndex.Of(articles, cancellation).Stories(cancellation);
        var terms = new Terms(articles);
        int[][] termAt = [.. Enumerable.Range(0, articles.Length).Select(terms.Read)];
        var weights = SentenceWeights(articles, termAt, terms.Count);
        var profiles = mentions.Select(mention => new Profile(articles[mention.Article], mention, terms, termAt[mention.Article])).ToArray();
        var chains = new UnionFind(profiles.Length);
        foreach (var story in Enumerable.Range(0, profiles.Length).GroupBy(m => stories[mentions[m].Article]))
        {
            cancellation.ThrowIfCancellationRequested();
            int[] members = [.. story];
            for (int i = 0; i < members.Length; i++)
                for (int j = i + 1; j < members.Length; j++)
                    if (AreOne(profiles[members[i]], profiles[members[j]], weights)) chains.Join(members[i], members[j]);
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

    private static bool AreOne(Profile left, Profile right, int[] weights)
    {
        var words = Relate(left, right);
        if (words is Likeness.None || Clash(left.Agents, right.Agents) || Clash(left.Themes, right.Themes) || left.Times.Count > 0 && right.Times.Count > 0 && !left.Times.Overlaps(right.Times)) return false;
        bool shared = left.Parties.Overlaps(right.Parties);
        if (left.IsLight || right.IsLight) return words is Likeness.Same && shared && Context(left, right, weights) >= LightContext;
        return words switch
        {
            Likeness.Same => true,
            Likeness.Synonym => shared || Context(left, right, weights) >= SameContext,
            _ => shared && Context(left, right, weights) >= SameContext,
        };
    }

    private enum Likeness { None, Near, Synonym, Same }

    private static Likeness Relate(Profile left, Profile right)
    {
        if (left.Lemma == right.Lemma) return Likeness.Same;
        // "Speed", "speed off": with its particle it may be another verb, and a preposition may have been read as one.
        if (left.Verb == right.Verb && (left.Verb == left.Lemma || right.Verb == right.Lemma)) return Likeness.Synonym;
        var relation = WordRelations.Default.Relate(left.Lemma, left.Upos, right.Lemma, right.Upos);
        return relation.Kind switch
        {
            WordRelationKind.Derived when relation.Strength >= 2 => Likeness.Same,
            WordRelationKind.Derived => Likeness.Synonym,
            WordRelationKind.Same => relation.Strength >= 2 ? Likeness.Synonym : Likeness.Near,
            WordRelationKind.Narrower or WordRelationKind.Broader or WordRelationKind.Implies or WordRelationKind.ImpliedBy when relation.Strength >= 2 => Likeness.Near,
            _ => Likeness.None,
        };
    }

    /// <summary>Whether both name somebody and nobody in common.</summary>
    private static bool Clash(HashSet<int> left, HashSet<int> right) => left.Count > 0 && right.Count > 0 && !left.Overlaps(right);

    /// <summary>How much of the weight of two sentences is common to both, in thousandths.</summary>
    private static int Context(Profile left, Profile right, int[] weights)
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

    /// <summary>Weights of terms: the fewer sentences have them, the heavier.</summary>
    private static int[] SentenceWeights(ImmutableArray<SemanticModel> articles, int[][] termAt, int count)
    {
        var frequencies = new int[count];
        int sentences = 0;
        for (int a = 0; a < articles.Length; a++)
            foreach (var sentence in articles[a].Tree.Sentences)
            {
                sentences++;
                foreach (int term in termAt[a].AsSpan(sentence.FirstToken, sentence.TokenCount).ToArray().Where(term => term >= 0).Distinct()) frequencies[term]++;
            }
        return [.. frequencies.Select(frequency => BitOperations.Log2((uint)((sentences + 1) / Math.Max(1, frequency)) | 1))];
    }

    /// <summary>What is known of a mention.</summary>
    private sealed class Profile
    {
        // Verbs that say what their words around them say.
        private static readonly FrozenSet<string> LightWords = FrozenSet.Create(
            StringComparer.Ordinal, "be", "have", "do", "make", "take", "get", "go", "come", "give", "say", "tell", "add", "keep", "let", "put", "see", "know", "think", "want", "use", "try", "include", "it", "this", "that");

        public Profile(SemanticModel model, EventMention mention, Terms terms, int[] termAt)
        {
            var text = model.Text;
            int token = mention.Token;
            Upos = text.Words[token].Upos;
            Lemma = text.Words[token].Lemma.ToLowerInvariant();
            Verb = Lemma;
            foreach (int dependent in text.Dependents(token))
                if (text.Words[dependent].Relation is DependencyRelation.CompoundPrt) Lemma += " " + text.Words[dependent].Lemma;
            // A name that is a plural keeps that in its lemma: "the Oscars".
            if (Upos is Upos.PROPN && Lemma.Length > 4 && Lemma[^1] == 's' && Lemma[^2] != 's') Verb = Lemma = Lemma[..^1];
            IsLight = LightWords.Contains(Lemma);
            var sentence = text.SentenceOf(token);
            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
                if (termAt[i] >= 0 && i != token) Sentence.Add(termAt[i]);
            foreach (var claim in model.Claims)
            {
                if (claim.Predicate.Head != token) continue;
                foreach (var argument in claim.Arguments)
                {
                    AddTerms(text, argument.FirstToken, argument.EndToken, termAt, Parties);
                    var named = argument.Role switch { Role.Agent => Agents, Role.Theme => Themes, _ => null };
                    if (named is not null && argument.Entity >= 0 && termAt[argument.Head] is var term and >= 0 && terms.NameOf(term)[0] == '@') named.Add(term);
                }
                foreach (int date in claim.Dates) AddTime(model.Dates[date]);
            }
            if (Upos is Upos.NOUN or Upos.PROPN)
                foreach (int dependent in text.Dependents(token))
                    if (text.Words[dependent].Relation.Universal() is DependencyRelation.Nmod or DependencyRelation.Compound)
                        AddTerms(text, text.Subtree(dependent).First, text.Subtree(dependent).End, termAt, Parties);
        }

        /// <summary>The lemma with its particle.</summary>
        public string Lemma { get; }

        /// <summary>The lemma without.</summary>
        public string Verb { get; }

        public Upos Upos { get; }

        /// <summary>Whether the word alone says next to nothing.</summary>
        public bool IsLight { get; }

        /// <summary>Named entities that do it.</summary>
        public HashSet<int> Agents { get; } = [];

        /// <summary>Named entities that it is done to.</summary>
        public HashSet<int> Themes { get; } = [];

        /// <summary>Terms of all who and that take part.</summary>
        public HashSet<int> Parties { get; } = [];

        /// <summary>Terms of the sentence but for the mention's own.</summary>
        public HashSet<int> Sentence { get; } = [];

        /// <summary>When it was, in words of the calendar.</summary>
        public HashSet<string> Times { get; } = [];

        private void AddTime(DateMention date)
        {
            if (date.Kind is DateKind.Date or DateKind.DateTime && date.Granularity is Granularity.Day) Times.Add(date.Timex.Length > 10 ? date.Timex[..10] : date.Timex);
        }

        private static void AddTerms(AnnotatedText text, int first, int end, int[] termAt, HashSet<int> to)
        {
            for (int i = first; i < end; i++)
                if (termAt[i] >= 0 && text.Words[i].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON) to.Add(termAt[i]);
        }
    }
}
