using System.Text;
using Analysis.Syntax;

namespace Analysis.Tests.Support;

/// <summary>What must hold of every document that was read, whatever it is.</summary>
internal static class Documents
{
    /// <summary>Reads a document and checks that nothing of it is lost and nothing stands twice.</summary>
    public static SyntaxTree Read(string page, DocumentFormat format)
    {
        var tree = SyntaxTree.Parse(SourceText.From(page), format);
        AssertLossless(tree);
        return tree;
    }

    /// <summary>The blocks one a line: kind, class of furniture, text.</summary>
    public static string Describe(SyntaxTree tree) => string.Join('\n', tree.Blocks.Select(block =>
        $"{(block.Section > 0 ? block.Section + " " : "")}{block.Kind}{(block.Furniture.Length > 0 ? " " + block.Furniture : "")}: {tree.Text.ToString(block.Span).Replace("\n", "⏎", StringComparison.Ordinal).Replace("\t", "⇥", StringComparison.Ordinal)}"));

    /// <summary>Checks the laws of documents: pieces rebuild the page and the text, blocks cover what is shown, borders are those of characters.</summary>
    public static void AssertLossless(SyntaxTree tree)
    {
        var (text, page) = (tree.Text, tree.Text.Page);
        var rebuilt = new StringBuilder();
        int inPage = 0, inText = 0;
        foreach (var piece in text.Pieces)
        {
            Assert.Equal((inPage, inText), (piece.Page.Start, piece.Text.Start));
            if (piece.IsVerbatim) Assert.True(page[piece.Page].SequenceEqual(text[piece.Text]));
            if (piece.IsMarkup) Assert.True(piece.Text.IsEmpty);
            Assert.Equal(piece.Kind is SourcePieceKind.Break, piece.Page.IsEmpty);
            rebuilt.Append(page[piece.Page]);
            (inPage, inText) = (piece.Page.End, piece.Text.End);
        }
        Assert.Equal(page.Text, rebuilt.ToString());
        Assert.Equal(text.Length, inText);
        Assert.Equal(text.Text, string.Concat(tree.Root.Leaves().Select(leaf => leaf.Text.ToString())));
        int end = 0;
        foreach (var block in tree.Blocks)
        {
            Assert.True(block.Span.Start >= end && !block.Span.IsEmpty);
            Assert.True(text.Text.AsSpan(end, block.Span.Start - end).Trim("\ufeff\u200b \t\r\n\f\v\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000").IsEmpty);
            Assert.False(IsInsideCharacter(text.Text, block.Span.Start) || IsInsideCharacter(text.Text, block.Span.End));
            end = block.Span.End;
        }
    }

    private static bool IsInsideCharacter(string text, int position) =>
        position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]);
}
