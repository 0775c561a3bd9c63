using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>What the rules on conflicts share: they report what the comparison has settled, each its own kind.</summary>
internal static class Conflicts
{
    /// <summary>Reports the incompatible differences of one kind, with the words as they stand on either side.</summary>
    public static void ReportWords(AlignmentAnalysisContext context, DifferenceKind kind, DiagnosticDescriptor descriptor, string counterpart) => Report(
        context, kind, descriptor, counterpart,
        difference => (context.WordsOf(context.Alignment.Left.Article, difference.Left), context.WordsOf(context.Alignment.Right.Article, difference.Right)));

    /// <summary>Reports the incompatible differences of one kind in an alignment that conflicts, at the words on the left.</summary>
    /// <param name="context">The alignment.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="descriptor">The rule; its message takes what each side says.</param>
    /// <param name="counterpart">What the words on the right are.</param>
    /// <param name="say">What to print of each side.</param>
    public static void Report(
        AlignmentAnalysisContext context, DifferenceKind kind, DiagnosticDescriptor descriptor, string counterpart, Func<Difference, (string Left, string Right)> say)
    {
        var alignment = context.Alignment;
        if (alignment.Relation is not Relation.Conflicts) return;
        foreach (var difference in alignment.Differences)
        {
            if (difference.Kind != kind || difference is not { Incompatible: true, Left.IsEmpty: false, Right.IsEmpty: false }) continue;
            var (left, right) = say(difference);
            context.Report(
                descriptor, new ArticleSpans(alignment.Left.Article, difference.Left),
                [new RelatedLocation(new ArticleSpans(alignment.Right.Article, difference.Right), counterpart)],
                left, right);
        }
    }
}
