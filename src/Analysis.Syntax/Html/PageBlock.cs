namespace Analysis.Syntax.Html;

/// <summary>A block of text as a page sets it, before it is said what it is.</summary>
/// <param name="element">The element that makes it a block.</param>
/// <param name="start">Its first character in the text.</param>
internal sealed class PageBlock(PageElement element, int start)
{
    /// <summary>The element that makes it a block.</summary>
    public PageElement Element { get; } = element;

    /// <summary>The innermost element that holds all of its text.</summary>
    public required PageElement Inner { get; set; }

    /// <summary>Its characters in the text, white space at the borders included until the page is read.</summary>
    public TextSpan Span { get; set; } = new(start, start);

    /// <summary>Number of characters that are no white space.</summary>
    public int Characters { get; set; }

    /// <summary>How many of them lead somewhere else.</summary>
    public int LinkCharacters { get; set; }

    /// <summary>Whether it is a table with rows of its own.</summary>
    public bool IsTable { get; init; }

    /// <summary>What it is.</summary>
    public SyntaxKind Kind { get; set; } = SyntaxKind.Furniture;

    /// <summary>Class of furniture; empty for all else.</summary>
    public string Furniture { get; set; } = "";

    /// <summary>0 for the article itself, from 1 for further articles on the page.</summary>
    public int Section { get; set; }
}
