using System.Diagnostics;

namespace Analysis.Language;

/// <summary>
/// The parser's classes in their order: shift, then Left with each of its relations, then Right with each of its relations.
/// </summary>
internal sealed class ParserActions(DependencyRelation[] left, DependencyRelation[] right)
{
    public const int Shift = 0;

    public const int FirstLeft = 1;

    public ReadOnlySpan<DependencyRelation> LeftRelations => left;

    public ReadOnlySpan<DependencyRelation> RightRelations => right;

    public int Count => 1 + left.Length + right.Length;

    public int FirstRight => 1 + left.Length;

    /// <summary>Relation of an action that attaches.</summary>
    public DependencyRelation Relation(int action) => action < FirstRight ? left[action - 1] : right[action - FirstRight];

    public void Apply(ArcHybridState state, int action)
    {
        Debug.Assert(action >= 0 && action < Count);
        if (action == Shift)
            state.Shift();
        else if (action < FirstRight)
            state.Left((byte)Relation(action));
        else
            state.Right((byte)Relation(action));
    }

    /// <summary>The best-scored action that the state allows, the lowest of equals; -1 where none is.</summary>
    public int Best<T>(ArcHybridState state, ReadOnlySpan<T> scores)
        where T : IComparable<T>
    {
        var best = state.CanShift ? Shift : -1;
        if (state.CanLeft)
            best = Best(scores, FirstLeft, FirstRight, best);
        if (state.CanRight)
            best = Best(scores, FirstRight, Count, best);
        return best;
    }

    private static int Best<T>(ReadOnlySpan<T> scores, int start, int end, int best)
        where T : IComparable<T>
    {
        for (var action = start; action < end; action++)
        {
            if (best < 0 || scores[action].CompareTo(scores[best]) > 0)
                best = action;
        }

        return best;
    }
}
