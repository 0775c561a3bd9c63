using Analysis.Syntax;
using Analysis.Syntax.Html;

namespace Analysis.Tests.Syntax.Html;

/// <summary>What holds of every page, whatever it holds.</summary>
internal static class PageLaws
{
    public static SyntaxTree Check(string page) => Check(SourceText.From(page));

    public static SyntaxTree Check(SourceText page)
    {
        var tree = SyntaxTree.Parse(page, DocumentFormat.Html);
        CheckPieces(page, tree.Text);
        CheckBlocks(tree);
        CheckLeaves(tree);
        var again = SyntaxTree.Parse(page, DocumentFormat.Html);
        Assert.True(again.Rows.AsSpan().SequenceEqual(tree.Rows.AsSpan()), "The page has another tree when it is read again.");
        Assert.True(again.Blocks.AsSpan().SequenceEqual(tree.Blocks.AsSpan()), "The page has other blocks when it is read again.");
        return tree;
    }

    /// <summary>Pieces follow each other in the page and in the text without a gap; verbatim ones are the same in both; references stand for what they became.</summary>
    private static void CheckPieces(SourceText page, SourceText text)
    {
        int inPage = 0, inText = 0;
        foreach (var piece in text.Pieces)
        {
            Assert.Equal(inPage, piece.Page.Start);
            Assert.Equal(inText, piece.Text.Start);
            (inPage, inText) = (piece.Page.End, piece.Text.End);
            Assert.Equal(piece.Kind is SourcePieceKind.Break, piece.Page.IsEmpty);
            if (piece.IsMarkup) Assert.True(piece.Text.IsEmpty);
            if (piece.IsVerbatim) Assert.True(page[piece.Page].SequenceEqual(text[piece.Text]));
            if (piece.Kind is SourcePieceKind.Reference)
            {
                string written = page.ToString(piece.Page), read = text.ToString(piece.Text);
                // A tag stands for a quotation mark, a character that is set high for its raised form.
                if (written.Contains('<', StringComparison.Ordinal)) Assert.Contains(read, "“”‘’", StringComparison.Ordinal);
                else if (CharacterReferences.Read(written, out string value) == written.Length) Assert.True(value == read || IsRaised(value, read));
                else Assert.True(IsRaised(written, read));
            }
        }
        Assert.Equal(page.Length, inPage);
        Assert.Equal(text.Length, inText);
    }

    private static bool IsRaised(string level, string read) => level.Length == 1 && read.Length == 1 && (read[0] == RaisedText.Raise(level[0]) || read is "°");

    /// <summary>Blocks are in order and disjoint, and what is between them is white space.</summary>
    private static void CheckBlocks(SyntaxTree tree)
    {
        int position = 0, section = 0;
        string text = tree.Text.Text;
        foreach (var block in tree.Blocks)
        {
            Assert.True(block.Span.Start >= position && !block.Span.IsEmpty);
            Assert.True(IsBlank(text.AsSpan(position, block.Span.Start - position)), "Text between two blocks belongs to none.");
            Assert.Equal(block.Kind is SyntaxKind.Furniture, block.Furniture.Length > 0);
            Assert.True(block.Section >= section);
            Assert.True(IsBorder(text, block.Span.Start) && IsBorder(text, block.Span.End));
            (position, section) = (block.Span.End, block.Section);
        }
        Assert.True(IsBlank(text.AsSpan(position)), "Text behind the last block belongs to none.");
    }

    private static void CheckLeaves(SyntaxTree tree)
    {
        int position = 0;
        foreach (var row in tree.Rows)
        {
            if (!row.Kind.IsToken()) continue;
            Assert.Equal(position, row.Span.Start);
            Assert.True(IsBorder(tree.Text.Text, row.Span.End));
            position = row.Span.End;
        }
        Assert.Equal(tree.Text.Length, position);
    }

    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
            if (!Lexer.IsSpace(c)) return false;
        return true;
    }

    private static bool IsBorder(string text, int position) =>
        position == 0 || position == text.Length || !(char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position]));
}
