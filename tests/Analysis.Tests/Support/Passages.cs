using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Tests.Support;

/// <summary>The way from two passages to their comparison.</summary>
internal static class Passages
{
    public static SemanticModel Read(string text, string published = "") =>
        SemanticModel.Build(SyntaxTree.ParsePassage(SourceText.From(text)), TrainedParser.Default, new ArticleContext("", published, "en"));

    public static PassageComparison Compare(string left, string right, bool sameSituation = true) => PassageComparison.Compare(Read(left), Read(right), sameSituation);

    /// <summary>What differs between a comparison and the mirror of the one the other way round; null when nothing does.</summary>
    public static string? Asymmetry(string left, string right)
    {
        foreach (bool sameSituation in (bool[])[true, false])
        {
            var (l, r) = (Read(left), Read(right));
            string there = Describe(PassageComparison.Compare(l, r, sameSituation), mirrored: false), back = Describe(PassageComparison.Compare(r, l, sameSituation), mirrored: true);
            if (there != back) return $"{left}\n  {there}\n{right}\n  {back}";
        }
        return null;
    }

    private static string Describe(PassageComparison comparison, bool mirrored)
    {
        var (forth, back) = (comparison.LeftEntailsRight.Thousandths, comparison.RightEntailsLeft.Thousandths);
        var differences = comparison.Differences.Select(difference =>
        {
            string left = $"{difference.LeftValue} {string.Join(',', difference.Left)}", right = $"{difference.RightValue} {string.Join(',', difference.Right)}";
            return $"{difference.Kind}{(difference.Incompatible ? "!" : "")} {(mirrored ? right : left)} | {(mirrored ? left : right)} {difference.Confidence.Thousandths}";
        });
        return $"{(mirrored ? Findings.Mirrored(comparison.Relation) : comparison.Relation)} {comparison.Confidence.Thousandths} {(mirrored ? back : forth)} {(mirrored ? forth : back)} "
            + $"{comparison.Similarity.Thousandths} [{string.Join("; ", differences.Order(StringComparer.Ordinal))}]";
    }
}
