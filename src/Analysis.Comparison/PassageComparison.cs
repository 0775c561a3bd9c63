using System.Collections.Immutable;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>How two passages relate: a sentence or a few each, without headline or metadata.</summary>
/// <param name="Relation">How left relates to right; <see cref="Relation.Conflicts"/> only where a difference is incompatible.</param>
/// <param name="Confidence">Estimate that the relation is right.</param>
/// <param name="LeftEntailsRight">Estimate that right follows from left.</param>
/// <param name="RightEntailsLeft">Estimate that left follows from right.</param>
/// <param name="Similarity">
/// Graded sameness of meaning: how much is said by the other of the passage of which less is, and less where one adds a claim, or where what
/// is common is exchanged or denied; from 0.5 on they mean about the same.
/// </param>
/// <param name="Differences">In what respects they differ, the incompatible ones first, then by kind and in order of the left text.</param>
public sealed record PassageComparison(
    Relation Relation, Confidence Confidence, Confidence LeftEntailsRight, Confidence RightEntailsLeft, Confidence Similarity,
    ImmutableArray<Difference> Differences)
{
    /// <summary>Compares two passages.</summary>
    /// <param name="left">The one passage; its tree comes from <see cref="Syntax.SyntaxTree.ParsePassage"/>, so that nothing is taken for a headline.</param>
    /// <param name="right">The other.</param>
    /// <param name="sameSituation">
    /// Whether it is known that both speak of one situation. Otherwise that has to be shown by their words and dates, as between articles,
    /// and without it nothing is incompatible.
    /// </param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The comparison. With the passages exchanged it is the mirror: the same findings, said from the other side.</returns>
    /// <exception cref="ArgumentNullException">A passage is null.</exception>
    /// <remarks>
    /// <para>
    /// Passages of the same words are equivalent, whatever they hold. Otherwise their claims are aligned as those of articles are, a
    /// sentence without a claim taking part as a whole, and the relation of the passages follows from those of their claims: one conflict is
    /// a conflict; one later value, without one that is earlier, an update. The left entails the right when every claim of the right is
    /// said by a claim of the left and no word of weight on the right is missing on the left, and where learned weights of what is common,
    /// missing and how rare that is say so; what is denied, exchanged, added to all the rest or, in brief passages and between the same
    /// words, replaced, follows never.
    /// </para>
    /// <para>Entailed both ways is equivalent, from the left alone refines, from the right alone generalizes, neither way related or unrelated.</para>
    /// </remarks>
    public static PassageComparison Compare(SemanticModel left, SemanticModel right, bool sameSituation, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return PassageJudge.Judge(left, right, sameSituation, MeaningWeights.Learned, cancellation);
    }
}
