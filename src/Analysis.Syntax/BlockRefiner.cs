namespace Analysis.Syntax;

/// <summary>Looks at paragraphs that markup sets apart as lines of plain text are looked at: a byline is one whatever encloses it.</summary>
internal static class BlockRefiner
{
    /// <summary>Says what paragraphs are besides, and splits off the datelines and captions run together with them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">Its blocks in order. All but paragraphs stay as they are.</param>
    public static List<RawBlock> Refine(string text, List<RawBlock> blocks)
    {
        var refined = new List<RawBlock>(blocks.Count + 4);
        bool bodySeen = false;
        int section = 0;
        foreach (var block in blocks)
        {
            if (block.Section != section) (section, bodySeen) = (block.Section, false);
            if (block.Kind is not SyntaxKind.Paragraph)
            {
                refined.Add(block);
                continue;
            }
            var (kind, furniture) = KindOf(text.AsSpan(block.Span.Start, block.Span.Length), bodySeen);
            if (kind is not SyntaxKind.Paragraph)
            {
                refined.Add(block with { Kind = kind, Furniture = furniture });
                continue;
            }
            BlockReader.AddParagraph(refined, text, block.Span, block.Section, first: !bodySeen);
            bodySeen = true;
        }
        return refined;
    }

    private static (SyntaxKind Kind, string Furniture) KindOf(ReadOnlySpan<char> line, bool bodySeen)
    {
        if (LineShapes.IsAddress(line)) return (SyntaxKind.AddressLine, "");
        if (LineShapes.IsDate(line) || !bodySeen && LineShapes.IsMeantAsDate(line)) return (SyntaxKind.PublicationLine, "");
        if (LineShapes.FurnitureClass(line) is { Length: > 0 } furniture) return (SyntaxKind.Furniture, furniture);
        if (LineShapes.IsByline(line)) return (SyntaxKind.Byline, "");
        if (LineShapes.IsCaption(line)) return (SyntaxKind.Caption, "");
        return LineShapes.IsCorrection(line) ? (SyntaxKind.Correction, "") : (SyntaxKind.Paragraph, "");
    }
}
