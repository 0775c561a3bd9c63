using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>The part of a text that is compared: the article itself, without the entries of other stories on a live page.</summary>
internal static class MainSection
{
    /// <summary>The first position that is not compared: where the second section starts; the end of the text when there is one section only, or nothing but entries.</summary>
    public static int EndOf(SyntaxTree tree)
    {
        bool body = false;
        foreach (var block in tree.Blocks)
        {
            if (block.Section > 0) return body ? block.Span.Start : tree.Text.Length;
            body |= block.Kind.IsBody();
        }
        return tree.Text.Length;
    }
}
