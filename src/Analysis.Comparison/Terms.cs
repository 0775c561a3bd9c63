using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>What the words of an article stand for, in a form that can be matched with another article's.</summary>
/// <remarks>
/// A term is a small number: one for all names of an entity, in every article of the comparison; one for the lemmas of a group of
/// synonyms; one for any other lemma. Numbers and dates are no terms: they are compared by value.
/// </remarks>
internal sealed class Terms
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    // Of lemmas as they stand in the articles, so that most words take one look.
    private readonly Dictionary<string, int> _lemmas = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly ImmutableArray<SemanticModel> _articles;
    private readonly int[][] _entityTerms;

    /// <summary>Finds out which entities of the articles are one. It does not depend on the order of the articles.</summary>
    public Terms(ImmutableArray<SemanticModel> articles)
    {
        _articles = articles;
        string[][] names = SharedNames.Of(articles);
        _entityTerms = [.. names.Select(article => article.Select(name => Id("@" + name)).ToArray())];
    }

    /// <summary>Number of terms given so far; terms are 0 to this, exclusive.</summary>
    public int Count => _names.Count;

    /// <summary>The lemma or name that a term stands for, for explanations.</summary>
    public string NameOf(int term) => _names[term];

    /// <summary>Whether a term stands for an entity.</summary>
    public bool IsName(int term) => _names[term][0] == '@';

    /// <summary>The term of a lemma.</summary>
    public int OfLemma(string lemma) => Id(Synonyms.Canonical(lemma));

    /// <summary>Gives every token of an article its term.</summary>
    /// <param name="article">Index of the article.</param>
    /// <returns>One a token; -1 for words without weight of their own, for numbers, for dates and for punctuation.</returns>
    public int[] Read(int article)
    {
        var model = _articles[article];
        var text = model.Text;
        var terms = new int[text.Tree.Tokens.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            ref readonly var word = ref text.Words.ItemRef(i);
            bool content = text.Tree.Tokens[i].Kind is SyntaxKind.Word
                && word.Upos is Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.X;
            if (!content) terms[i] = -1;
            else if (!_lemmas.TryGetValue(word.Lemma, out terms[i])) _lemmas[word.Lemma] = terms[i] = StopWords.Contains(word.Lemma) ? -1 : OfLemma(word.Lemma.ToLowerInvariant());
        }
        foreach (var entity in model.Entities)
        {
            int term = _entityTerms[article][entity.Index];
            foreach (var mention in entity.Mentions.Where(mention => mention.IsSure))
                for (int i = mention.FirstToken; i < mention.EndToken; i++)
                    // A nominal keeps its own words beside the entity: "the minister" may be matched as either.
                    if (mention.Kind is not MentionKind.Nominal || i == mention.EndToken - 1) terms[i] = term;
        }
        foreach (var date in model.Dates) Array.Fill(terms, -1, date.FirstToken, date.EndToken - date.FirstToken);
        foreach (var quantity in model.Quantities) Array.Fill(terms, -1, quantity.FirstToken, quantity.EndToken - quantity.FirstToken);
        return terms;
    }

    private int Id(string name)
    {
        if (_ids.TryGetValue(name, out int id)) return id;
        _ids.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }

    private static readonly FrozenSet<string> StopWords = Lexicon.Words("stop-words");
}

/// <summary>Groups of words that news uses for the same thing.</summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, string> Groups = Read();

    /// <summary>The first word of the lemma's group; the lemma itself when it is in none.</summary>
    public static string Canonical(string lemma) => Groups.GetValueOrDefault(lemma, lemma);

    private static FrozenDictionary<string, string> Read()
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in Lexicon.Lines("synonyms", typeof(Synonyms).Assembly))
        {
            string[] words = line.Split(',', StringSplitOptions.TrimEntries);
            foreach (string word in words) groups.TryAdd(word, words[0]);
        }
        return groups.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
