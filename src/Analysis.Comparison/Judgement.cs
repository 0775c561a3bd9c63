using System.Collections.Immutable;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>How one claim stands to another, before alignments are chosen.</summary>
/// <param name="Score">What the choice of alignments goes by; greater is better.</param>
/// <param name="Relation">How left relates to right.</param>
/// <param name="Reason">Why the relation is not a stronger one.</param>
/// <param name="Confidence">Estimate that the relation is right.</param>
/// <param name="Differences">In what respects they differ, the incompatible ones first.</param>
/// <param name="Explanation">What made the relation; only what conflicts until it is described.</param>
internal sealed record Judgement(int Score, Relation Relation, RelationReason Reason, Confidence Confidence, ImmutableArray<Difference> Differences, string Explanation)
{
    /// <summary>Whether the words that differ and the whole explanation are there: see <see cref="PairJudge.Describe"/>.</summary>
    public bool IsDescribed { get; init; } = true;
}
