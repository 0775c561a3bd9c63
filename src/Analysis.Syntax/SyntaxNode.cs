namespace Analysis.Syntax;

/// <summary>A view of one row of a tree. Cheap to copy; equal when tree and row are the same.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Row">Index of the row.</param>
public readonly record struct SyntaxNode(SyntaxTree Tree, int Row)
{
    /// <summary>What the node is.</summary>
    public SyntaxKind Kind => Tree.Rows[Row].Kind;

    /// <summary>All characters below the node.</summary>
    public TextSpan Span => Tree.Rows[Row].Span;

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Text => Tree.Text[Span];

    /// <summary>The parent; null for the root.</summary>
    public SyntaxNode? Parent => Tree.Rows[Row].Parent is var parent and >= 0 ? new SyntaxNode(Tree, parent) : null;

    /// <summary>The children in order.</summary>
    public IEnumerable<SyntaxNode> Children()
    {
        int end = Tree.Rows[Row].SubtreeEnd;
        for (int row = Row + 1; row < end; row = Tree.Rows[row].SubtreeEnd) yield return new SyntaxNode(Tree, row);
    }

    /// <summary>The leaves below the node in order, white space included. Joined they are <see cref="Text"/>.</summary>
    public IEnumerable<SyntaxNode> Leaves()
    {
        int end = Tree.Rows[Row].SubtreeEnd;
        for (int row = Row; row < end; row++)
            if (Tree.Rows[row].Kind.IsToken()) yield return new SyntaxNode(Tree, row);
    }
}
