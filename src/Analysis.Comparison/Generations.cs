using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Words that tell a father from his son of the same name.</summary>
internal static class Generations
{
    /// <summary>Whether two stretches may speak of a father and of his son: one names a generation that the other does not.</summary>
    public static bool MayDiffer(SemanticModel left, TextSpan leftSpan, SemanticModel right, TextSpan rightSpan) => Of(left, leftSpan) != Of(right, rightSpan);

    /// <summary>The word in a stretch of text: "Jr", "Sr", "II"; empty where there is none.</summary>
    private static string Of(SemanticModel model, TextSpan span)
    {
        for (int i = model.Text.TokenAt(span.Start); i < model.Tree.Tokens.Length && model.Tree.Tokens[i].Span.Start < span.End; i++)
            if (IsOne(model.Text.Form(i))) return model.Text.Form(i).TrimEnd('.').ToString().ToLowerInvariant();
        return "";
    }

    private static bool IsOne(ReadOnlySpan<char> form) => form is "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV" or "junior" or "senior";
}
