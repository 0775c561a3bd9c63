using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Syntax;

namespace Analysis.Tests.Support;

/// <summary>What a comparison found, as one line a finding, in an order that does not depend on that of the articles.</summary>
internal static class Findings
{
    /// <summary>Describes a comparison as if its articles stood in other places.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="places">For each article of the comparison the place it is given.</param>
    /// <remarks>
    /// Left out are sentences made for people, and values of evidence that quote the left article's words. Stances tell the sides of a
    /// cluster apart only from each other, so they are described as the two groups of articles.
    /// </remarks>
    public static IReadOnlyList<string> Of(StoryComparison comparison, params int[] places)
    {
        var lines = new List<string>();
        foreach (var pair in comparison.Relatedness)
        {
            var (left, right) = InOrder(places[pair.Left], places[pair.Right]);
            lines.Add($"{left}-{right} {pair.Verdict} {pair.Confidence.Thousandths}");
            foreach (var evidence in pair.Evidence)
                lines.Add($"{left}-{right} {evidence.Kind}{(evidence.Kind is EvidenceKind.SharedWords ? $" {evidence.Value}" : "")} {Located(evidence.Locations.Select(location => (places[location.Article], location.Spans)))}");
        }
        foreach (var alignment in comparison.Alignments) lines.Add(Describe(alignment, places));
        for (int article = 0; article < comparison.OnlyIn.Length; article++)
            lines.Add($"only in {places[article]}: {string.Join(' ', comparison.OnlyIn[article])}");
        foreach (var quote in comparison.Quotes)
        {
            bool swapped = places[quote.LeftArticle] > places[quote.RightArticle];
            string changes = string.Join(", ", quote.Changes.Select(change => Pair(Spans(change.Left), Spans(change.Right), swapped)));
            lines.Add($"quote {Pair($"{places[quote.LeftArticle]}: {Spans(quote.Left)}", $"{places[quote.RightArticle]}: {Spans(quote.Right)}", swapped)} "
                + $"{(swapped ? Mirrored(quote.Alteration) : quote.Alteration)} {quote.Confidence.Thousandths} {changes}");
        }
        foreach (var origin in comparison.Origins)
            lines.Add($"origin {string.Join(' ', origin.Articles.Select(article => places[article]).Order())} {origin.Kind} {origin.Agency} {origin.Confidence.Thousandths}");
        foreach (var cluster in comparison.Clusters)
        {
            var sides = cluster.Stances.Select((stance, article) => (stance, Place: places[article])).Where(side => side.stance is not Stance.Silent)
                .GroupBy(side => side.stance, side => side.Place).Select(group => string.Join(' ', group.Order())).Order(StringComparer.Ordinal);
            lines.Add($"cluster {string.Join(' ', cluster.Claims.Select(claim => (Place: places[claim.Article], claim.Claim)).Order())} sides {string.Join(" | ", sides)}");
        }
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Describe(Alignment alignment, int[] places)
    {
        var (left, right) = (alignment.Left, alignment.Right);
        bool swapped = places[left.Article] > places[right.Article];
        var differences = alignment.Differences.Select(difference =>
            $"{difference.Kind}{(difference.Incompatible ? "!" : "")} {Pair($"{difference.LeftValue} {Spans(difference.Left)}", $"{difference.RightValue} {Spans(difference.Right)}", swapped)} {difference.Confidence.Thousandths}");
        return $"alignment {Pair($"{places[left.Article]}: {string.Join(' ', left.Claims)}", $"{places[right.Article]}: {string.Join(' ', right.Claims)}", swapped)} "
            + $"{(swapped ? Mirrored(alignment.Relation) : alignment.Relation)} {alignment.Reason} {alignment.Confidence.Thousandths} [{string.Join("; ", differences.Order(StringComparer.Ordinal))}]";
    }

    public static Relation Mirrored(Relation relation) => relation switch
    {
        Relation.Refines => Relation.Generalizes,
        Relation.Generalizes => Relation.Refines,
        Relation.Updates => Relation.UpdatedBy,
        Relation.UpdatedBy => Relation.Updates,
        _ => relation,
    };

    private static Alteration Mirrored(Alteration alteration) => alteration switch
    {
        Alteration.NegationLost => Alteration.NegationAdded,
        Alteration.NegationAdded => Alteration.NegationLost,
        Alteration.WordDropped => Alteration.WordAdded,
        Alteration.WordAdded => Alteration.WordDropped,
        Alteration.Truncated => Alteration.Extended,
        Alteration.Extended => Alteration.Truncated,
        _ => alteration,
    };

    private static string Pair(string left, string right, bool swapped) => swapped ? $"{right} | {left}" : $"{left} | {right}";

    private static (int Left, int Right) InOrder(int a, int b) => a < b ? (a, b) : (b, a);

    private static string Located(IEnumerable<(int Place, ImmutableArray<TextSpan> Spans)> locations) =>
        string.Join(' ', locations.OrderBy(location => location.Place).Select(location => $"{location.Place}:{Spans(location.Spans)}"));

    private static string Spans(ImmutableArray<TextSpan> spans) => string.Join(',', spans);
}
