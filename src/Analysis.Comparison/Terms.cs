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

    // Terms of persons that have a full name, how often each is mentioned, and who bears a last name.
    private readonly Dictionary<int, string> _fullNames = [];
    private readonly Dictionary<int, int> _mentions = [];
    private readonly Dictionary<string, List<int>> _bearers = new(StringComparer.Ordinal);
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
    /// name. A last name alone means the one who bears it, of several the one who is mentioned most by far.
    /// </summary>
    private int OfEntity(Entity entity)
    {
        string name = entity.Keys[0];
        bool person = entity.Type is EntityType.Person, full = person && name.Contains(' ');
        int term = Known() ?? Id("@" + name);
        if (full) _fullNames.TryAdd(term, name);
        _mentions[term] = _mentions.GetValueOrDefault(term) + entity.Mentions.Length;
        foreach (string key in entity.Keys)
        {
            _entityTerms.TryAdd(key, term);
            if (!person) continue;
            if (!_bearers.TryGetValue(key, out var bearers)) _bearers[key] = bearers = [];
            if (!bearers.Contains(term)) bearers.Add(term);
        }
        return term;

        int? Known()
        {
            foreach (string key in entity.Keys)
            {
                if (person && _bearers.TryGetValue(key, out var bearers) && bearers.Count > 1)
                {
                    if (!full && MostMentioned(bearers) is { } bearer) return bearer;
                }
                else if (_entityTerms.TryGetValue(key, out int known) && (key == name || !full || !_fullNames.TryGetValue(known, out string? other) || SameGivenName(name, other))) return known;
            }
            return null;
        }
    }

    /// <summary>"Ann Lee" and "Ann M. Lee" are one, "Ann Lee" and "Bo Lee" are not.</summary>
    private static bool SameGivenName(string name, string other) => name.AsSpan(0, name.IndexOf(' ')).SequenceEqual(other.AsSpan(0, other.IndexOf(' ')));

    /// <summary>The bearer of a name who is mentioned twice as often as any other; null when none is.</summary>
    private int? MostMentioned(List<int> bearers)
    {
        var order = bearers.OrderByDescending(b => _mentions[b]).ToList();
        return _mentions[order[0]] >= 2 * _mentions[order[1]] ? order[0] : null;
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
