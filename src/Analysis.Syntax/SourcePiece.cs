namespace Analysis.Syntax;

/// <summary>What became of a piece of a page.</summary>
public enum SourcePieceKind : byte
{
    /// <summary>Text, character for character the same in the page and in the text.</summary>
    Text,

    /// <summary>Characters that stand for others: <c>&amp;amp;</c>, <c>\u00e9</c>, a tag that stands for a quotation mark, the 2 that is set high in m².</summary>
    Reference,

    /// <summary>White space that became one space, or nothing at the border of a block.</summary>
    Space,

    /// <summary>A line feed of the text for which nothing stands in the page: where one block ends and the next begins.</summary>
    Break,

    /// <summary>A tag, or what else sets text apart without being any; a character inside of a word that nobody sees, as the soft hyphen.</summary>
    Tag,

    /// <summary>A comment, a declaration or an instruction.</summary>
    Comment,

    /// <summary>
    /// What a page carries without saying it: its title, scripts, styles, templates; within a line what is hidden or struck out, and marks
    /// that lead to a note.
    /// </summary>
    Embedded,
}

/// <summary>A piece of a page and what became of it in the text.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Page">Its characters in the page; empty for <see cref="SourcePieceKind.Break"/> alone.</param>
/// <param name="Text">Its characters in the text; empty for markup.</param>
public readonly record struct SourcePiece(SourcePieceKind Kind, TextSpan Page, TextSpan Text)
{
    /// <summary>Whether page and text have the same characters here.</summary>
    public bool IsVerbatim => Kind is SourcePieceKind.Text;

    /// <summary>Whether nothing of it is in the text.</summary>
    public bool IsMarkup => Kind >= SourcePieceKind.Tag;
}
