using System.Collections.Immutable;
using System.Text;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>The laws of comparison as questions: each says what breaks the law, or null.</summary>
internal static class Laws
{
    /// <summary>Everything is equivalent, nothing incompatible, nothing only in one.</summary>
    public static string? Disagreement(StoryComparison comparison)
    {
        var broken = comparison.Alignments.Where(alignment => alignment.Relation is not Relation.Equivalent || alignment.Differences.Any(difference => difference.Incompatible)).ToImmutableArray();
        return broken.IsEmpty && comparison.OnlyIn.All(claims => claims.IsEmpty) ? null : "Not all is equivalent:\n" + Render.Comparison(comparison with { Alignments = broken });
    }

    /// <summary>Nothing conflicts.</summary>
    public static string? Conflict(StoryComparison comparison)
    {
        var conflicts = comparison.Alignments.Where(alignment => alignment.Relation is Relation.Conflicts || alignment.Differences.Any(difference => difference.Incompatible)).ToImmutableArray();
        return conflicts.IsEmpty ? null : "These conflict:\n" + Render.Comparison(comparison with { Alignments = conflicts });
    }

    /// <summary>Both ways round the same is found.</summary>
    public static string? Asymmetry(SemanticModel left, SemanticModel right) =>
        Deviation(Findings.Of(Engine.Compare(left, right), 0, 1), Findings.Of(Engine.Compare(right, left), 1, 0));

    /// <summary>In every order of the articles the same is found.</summary>
    public static string? OrderDependence(ImmutableArray<SemanticModel> models, int[][] orders)
    {
        var expected = Findings.Of(Engine.Compare([.. models]), [.. Enumerable.Range(0, models.Length)]);
        return orders.Select(order => Deviation(expected, Findings.Of(Engine.Compare([.. order.Select(place => models[place])]), order))).FirstOrDefault(deviation => deviation is not null);
    }

    public static string? Deviation(IReadOnlyList<string> expected, IReadOnlyList<string> found) => expected.SequenceEqual(found)
        ? null
        : $"Only the first finds\n  {string.Join("\n  ", expected.Except(found))}\nOnly the second finds\n  {string.Join("\n  ", found.Except(expected))}";

    /// <summary>There is one incompatible difference, of this kind and at these words, with their unit at most; an empty span may be anywhere.</summary>
    public static string? OtherThanOne(StoryComparison comparison, DifferenceKind kind, TextSpan left, TextSpan right)
    {
        var incompatible = comparison.Alignments.SelectMany(alignment => alignment.Differences).Where(difference => difference.Incompatible).ToList();
        if (incompatible.Count != 1) return $"{incompatible.Count} incompatible differences: {string.Join("; ", incompatible.Select(difference => difference.Explanation))}";
        var found = incompatible[0];
        if (found.Kind != kind) return $"The difference is {found.Kind}.";
        if (!left.IsEmpty && !(found.Left.Length == 1 && found.Left[0].Contains(left))) return $"On the left it stands at {string.Join(',', found.Left)}, not at {left}.";
        return right.IsEmpty || found.Right.Length == 1 && found.Right[0].Contains(right) ? null : $"On the right it stands at {string.Join(',', found.Right)}, not at {right}.";
    }

    /// <summary>Nothing but typography differs, and that on quotations alone.</summary>
    public static string? MoreThanTypography(StoryComparison comparison) => Disagreement(comparison)
        ?? (comparison.Quotes.FirstOrDefault(quote => quote.Alteration is not (Alteration.Identical or Alteration.Typography)) is { } altered ? $"A quotation has {altered.Alteration}." : null);

    /// <summary>The signs of a typewriter.</summary>
    public static string Plain(string text) => text.Replace('“', '"').Replace('”', '"').Replace('’', '\'').Replace('‘', '\'').Replace('–', '-').Replace("…", "...", StringComparison.Ordinal);

    /// <summary>The signs of a printer.</summary>
    public static string Curly(string text)
    {
        var curly = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
            curly.Append(text[i] switch
            {
                '"' => i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] == '(' ? '“' : '”',
                '\'' => '’',
                var other => other,
            });
        return curly.ToString().Replace("...", "…", StringComparison.Ordinal).Replace(" - ", " – ", StringComparison.Ordinal);
    }
}
