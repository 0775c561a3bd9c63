using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Words that tell a father from his son of the same name.</summary>
internal static class Generations
{
    /// <summary>Whether two stretches may speak of a father and of his son: they name other generations, or only one names any, in an article that knows the other as well.</summary>
    public static bool MayDiffer(SemanticModel left, TextSpan leftSpan, SemanticModel right, TextSpan rightSpan)
    {
        string one = Of(left, leftSpan), other = Of(right, rightSpan);
        if (one == other) return false;
        return one.Length > 0 && other.Length > 0 || KnowsTwo(one.Length > 0 ? left : right, one.Length > 0 ? leftSpan : rightSpan);
    }

    /// <summary>Whether an article that names a generation in a stretch also speaks of the name without it, or of another generation.</summary>
    private static bool KnowsTwo(SemanticModel model, TextSpan span)
    {
        int mark = model.Text.TokenAt(span.Start);
        while (!IsOne(model.Text.Form(mark))) mark++;
        if (mark == 0) return false;
        var name = model.Text.Form(mark - 1);
        var generation = model.Text.Form(mark);
        for (int i = 0; i + 1 < model.Tree.Tokens.Length; i++)
            if (model.Text.Form(i).SequenceEqual(name) && !model.Text.Form(i + 1).SequenceEqual(generation)) return true;
        return false;
    }

    /// <summary>The word in a stretch of text: "Jr", "Sr", "II"; empty where there is none.</summary>
    private static string Of(SemanticModel model, TextSpan span)
    {
        for (int i = model.Text.TokenAt(span.Start); i < model.Tree.Tokens.Length && model.Tree.Tokens[i].Span.Start < span.End; i++)
            if (IsOne(model.Text.Form(i))) return model.Text.Form(i).TrimEnd('.').ToString().ToLowerInvariant();
        return "";
    }

    private static bool IsOne(ReadOnlySpan<char> form) => form is "Jr." or "Jr" or "Sr." or "Sr" or "II" or "III" or "IV" or "junior" or "senior";
}
