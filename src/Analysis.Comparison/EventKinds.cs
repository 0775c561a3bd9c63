using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>Which words reports use of one kind of event, and which words tell no event of their own.</summary>
internal static class EventKinds
{
    private static readonly FrozenDictionary<string, ImmutableArray<int>> Kinds = Lines("event-kinds")
        .Index().SelectMany(line => line.Item.Split(", ").Select(lemma => (Lemma: lemma, Kind: line.Index)))
        .GroupBy(word => word.Lemma, word => word.Kind, StringComparer.Ordinal).ToFrozenDictionary(word => word.Key, word => word.ToImmutableArray(), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Light = Lines("light-events").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kinds of events that a word is used of.</summary>
    /// <param name="lemma">A lemma; of a verb with its particle, or with the lemma of its object or of what else completes it, behind a space.</param>
    /// <returns>Their numbers, ascending; empty for a word of none.</returns>
    public static ImmutableArray<int> Of(string lemma) => Kinds.GetValueOrDefault(lemma, []);

    /// <summary>Whether the word alone says next to nothing of its event: "make", "say".</summary>
    public static bool IsLight(string lemma) => Light.Contains(lemma);

    private static IEnumerable<string> Lines(string name) => Lexicon.Lines(name, typeof(EventKinds).Assembly);
}
