using System.Collections.Immutable;
using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>A figure of the one claim and the figure of the other that may be of the same thing.</summary>
internal readonly record struct FigurePair(Quantity Left, Quantity Right, ValueRelation Relation);

/// <summary>The figures of two claims that may be of one thing, each figure once.</summary>
/// <param name="Pairs">The pairs, equal values first.</param>
internal readonly record struct FigureMatches(ImmutableArray<FigurePair> Pairs)
{
    /// <summary>Whether two values cannot both hold.</summary>
    public bool Clash => Compatible < Pairs.Length;

    /// <summary>How many more values the left states more exactly than the right; negative where it is the other way round.</summary>
    public int Narrower
    {
        get
        {
            int narrower = 0;
            foreach (var pair in Pairs) narrower += pair.Relation is ValueRelation.LeftNarrower ? 1 : pair.Relation is ValueRelation.RightNarrower ? -1 : 0;
            return narrower;
        }
    }

    /// <summary>How many values may be the same.</summary>
    public int Compatible
    {
        get
        {
            int compatible = 0;
            foreach (var pair in Pairs)
                if (pair.Relation is not ValueRelation.Incompatible) compatible++;
            return compatible;
        }
    }

    /// <summary>Whether these are all figures of two claims, and equal.</summary>
    public bool AreAllOf(ClaimProfile left, ClaimProfile right)
    {
        if (Pairs.Length != left.Quantities.Length || Pairs.Length != right.Quantities.Length) return false;
        foreach (var pair in Pairs)
            if (pair.Relation is not ValueRelation.Equal) return false;
        return true;
    }
}
