using System.Collections.Frozen;

namespace Analysis.Semantics.Claims;

/// <summary>Whom the words around a noun that names an event stand for.</summary>
internal enum EventNounKind
{
    /// <summary>Whom it is done to: <em>the killing of two men</em>, <em>Lee's killing</em>.</summary>
    Theme,

    /// <summary>Who does it: <em>the fall of the wall</em>, <em>Lee's resignation</em>.</summary>
    Agent,

    /// <summary>Who does it in front, whom it is done to behind: <em>the army's invasion of the island</em>.</summary>
    Split,
}

/// <summary>A noun that names an event.</summary>
/// <param name="Verb">The verb that says the same.</param>
/// <param name="Kind">Whom the words around it stand for.</param>
internal readonly record struct EventNoun(string Verb, EventNounKind Kind)
{
    private static readonly FrozenDictionary<string, EventNoun> Known = Lexicon.Pairs("event-nouns").ToFrozenDictionary(pair => pair.Key, pair => Parse(pair.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>The event that a lemma names; null for nouns that name none.</summary>
    public static EventNoun? Find(string lemma) => Known.TryGetValue(lemma, out var known) ? known : null;

    private static EventNoun Parse(string entry)
    {
        int seam = entry.LastIndexOf(' ');
        return new EventNoun(entry[..seam], Enum.Parse<EventNounKind>(entry[(seam + 1)..], ignoreCase: true));
    }
}
