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
}
