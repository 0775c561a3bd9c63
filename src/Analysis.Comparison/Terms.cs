using System.Collections.Frozen;
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

    // Key of an entity to the term of its group, for the articles read so far.
    private readonly Dictionary<string, int> _entityTerms = new(StringComparer.Ordinal);

    // Terms of persons that have a full name, and last names that several of them bear.
    private readonly Dictionary<int, string> _fullNames = [];
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>Number of terms given so far; terms are 0 to this, exclusive.</summary>
    public int Count => _names.Count;

    /// <summary>The lemma or name that a term stands for, for explanations.</summary>
    public string NameOf(int term) => _names[term];

    /// <summary>The term of a lemma.</summary>
    public int OfLemma(string lemma) => Id(Synonyms.Canonical(lemma));

    /// <summary>Gives every token of an article its term.</summary>
    /// <returns>One a token; -1 for words without weight of their own, for numbers, for dates and for punctuation.</returns>
    public int[] Read(SemanticModel model)
    {
        var text = model.Text;
        var terms = new int[text.Tree.Tokens.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            var word = text.Words[i];
            bool content = text.Tree.Tokens[i].Kind is SyntaxKind.Word
                && word.Upos is Upos.NOUN or Upos.PROPN or Upos.VERB or Upos.ADJ or Upos.ADV or Upos.X
                && !StopWords.Contains(word.Lemma);
            terms[i] = content ? OfLemma(word.Lemma.ToLowerInvariant()) : -1;
        }
        foreach (var entity in model.Entities)
        {
            int term = OfEntity(entity);
            foreach (var mention in entity.Mentions)
                for (int i = mention.FirstToken; i < mention.EndToken; i++)
                    // A nominal keeps its own words beside the entity: "the minister" may be matched as either.
                    if (mention.Kind is not MentionKind.Nominal || i == mention.EndToken - 1) terms[i] = term;
        }
        foreach (var date in model.Dates) Array.Fill(terms, -1, date.FirstToken, date.EndToken - date.FirstToken);
        foreach (var quantity in model.Quantities) Array.Fill(terms, -1, quantity.FirstToken, quantity.EndToken - quantity.FirstToken);
        return terms;
    }

    /// <summary>
    /// One term for the entity in all articles: by its full name; else by any of its names, but for persons, of whom two may share a last
    /// name. A last name alone means the one person who bears it; a full name takes over a last name alone that no other full name has.
    /// </summary>
    private int OfEntity(Entity entity)
    {
        string name = entity.Keys[0];
        if (_entityTerms.TryGetValue(name, out int known) && !(entity.Type is EntityType.Person && _ambiguous.Contains(name))) return known;
        bool fullPerson = entity.Type is EntityType.Person && name.Contains(' ');
        foreach (string key in entity.Keys)
            if (_entityTerms.TryGetValue(key, out known) && !(fullPerson && _fullNames.ContainsKey(known)) && !(entity.Type is EntityType.Person && _ambiguous.Contains(key)))
            {
                Register(known);
                return known;
            }
        int term = Id("@" + name);
        Register(term);
        return term;

        void Register(int of)
        {
            if (fullPerson) _fullNames.TryAdd(of, name);
            foreach (string key in entity.Keys)
                if (!_entityTerms.TryAdd(key, of) && _entityTerms[key] != of) _ambiguous.Add(key);
        }
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
