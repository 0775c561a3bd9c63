using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Language.Words;

namespace Analysis.Comparison;

/// <summary>Words of which two cannot be said of one thing: opposites, and members of a set of which a thing has only one.</summary>
internal static class OppositeWords
{
    /// <summary>Words of place and direction of which one is the opposite of the other: "up the hill", "down the hill".</summary>
    private static readonly ImmutableArray<(string One, string Other)> Pairs =
    [
        ("up", "down"), ("on", "off"), ("onto", "off"), ("in", "out"), ("into", "out"), ("inside", "outside"), ("in", "outside"), ("indoors", "outdoors"),
        ("with", "without"), ("above", "below"), ("over", "under"), ("before", "after"), ("to", "from"), ("for", "against"), ("near", "far"), ("close", "far"),
        ("beside", "far"), ("inside", "outdoors"), ("indoors", "outside"), ("always", "never"), ("in front of", "behind"), ("including", "excluding"),
        ("favor", "against"), ("favour", "against"),
    ];

    private static readonly FrozenSet<string> Colours = FrozenSet.Create(
        StringComparer.Ordinal, "black", "blue", "brown", "gold", "golden", "gray", "green", "grey", "orange", "pink", "purple", "red", "silver", "violet", "white", "yellow");

    private static readonly FrozenDictionary<string, Poles>.AlternateLookup<ReadOnlySpan<char>> PolesOfWord = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The pairs of words of place and direction that a word belongs to.</summary>
    /// <param name="form">The word as it stands in the text.</param>
    public static Poles PolesOf(ReadOnlySpan<char> form) => PolesOfWord.TryGetValue(form, out var poles) ? poles : default;

    /// <summary>Whether a lemma names a colour.</summary>
    public static bool IsColour(string lemma) => Colours.Contains(lemma);

    /// <summary>How two words stand to each other, whatever part of speech either was read as: in one place of two like sentences they are of one.</summary>
    public static WordRelation Relate(AnnotatedText left, int leftToken, AnnotatedText right, int rightToken)
    {
        var (l, r) = (left.Words[leftToken], right.Words[rightToken]);
        var relation = Relate(l.Lemma, l.Upos, r.Lemma, r.Upos);
        if (relation.Kind is not WordRelationKind.None || l.Upos == r.Upos) return relation;
        var asLeft = Relate(l.Lemma, l.Upos, r.Lemma, l.Upos);
        var asRight = Relate(l.Lemma, r.Upos, r.Lemma, r.Upos);
        return asLeft.Strength > asRight.Strength || asRight.Kind is WordRelationKind.None ? asLeft : asRight;
    }

    /// <summary>How two predicates cannot both be true of one thing, in words for people; null where they may be.</summary>
    public static string? Opposition(AnnotatedText left, int leftToken, AnnotatedText right, int rightToken)
    {
        var relation = Relate(left, leftToken, right, rightToken);
        if (relation.Kind is WordRelationKind.Opposite or WordRelationKind.Converse) return relation.ToString();
        var (l, r) = (left.Words[leftToken].Lemma, right.Words[rightToken].Lemma);
        return EventWords.AreOppositeOutcomes(l, r) ? $"{l} ↔ {r}" : null;
    }

    /// <summary>The same of two predicates: a verb with its particle is another verb than the verb alone.</summary>
    public static string? Opposition(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Predicate, right.Claim.Predicate);
        if (!l.Lemma.Contains(' ') && !r.Lemma.Contains(' ') && left.PredicateLemma == l.Lemma && right.PredicateLemma == r.Lemma) return Opposition(left.Model.Text, l.Head, right.Model.Text, r.Head);
        var relation = Relate(left.PredicateLemma, Upos.VERB, right.PredicateLemma, Upos.VERB);
        if (relation.Kind is WordRelationKind.Opposite or WordRelationKind.Converse) return relation.ToString();
        return EventWords.AreOppositeOutcomes(left.PredicateLemma, right.PredicateLemma) ? $"{left.PredicateLemma} ↔ {right.PredicateLemma}" : null;
    }

    private static WordRelation Relate(string left, Upos leftUpos, string right, Upos rightUpos)
    {
        var relation = WordRelations.Default.Relate(left, leftUpos, right, rightUpos);
        return relation.Kind is WordRelationKind.None ? WordRelations.Default.Relate(left.ToLowerInvariant(), leftUpos, right.ToLowerInvariant(), rightUpos) : relation;
    }

    private static FrozenDictionary<string, Poles> Read()
    {
        var words = new Dictionary<string, Poles>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < Pairs.Length; i++)
        {
            words[Pairs[i].One] = words.GetValueOrDefault(Pairs[i].One) | new Poles(1u << i, 0);
            words[Pairs[i].Other] = words.GetValueOrDefault(Pairs[i].Other) | new Poles(0, 1u << i);
        }
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Which ends of the pairs of <see cref="OppositeWords"/> words stand at.</summary>
/// <param name="One">A bit a pair of which they hold the one word.</param>
/// <param name="Other">A bit a pair of which they hold the other.</param>
internal readonly record struct Poles(uint One, uint Other)
{
    public static Poles operator |(Poles a, Poles b) => new(a.One | b.One, a.Other | b.Other);

    /// <summary>Whether they hold one word of a pair and the others only its opposite.</summary>
    public bool AreOppositeTo(Poles others) =>
        ((One & ~Other & others.Other & ~others.One) | (Other & ~One & others.One & ~others.Other)) != 0;
}
