using Analysis.Syntax.Html;

namespace Analysis.Syntax;

/// <summary>Reads a document that is written inside of another, escaped by its rules: HTML in a string of JSON or in an element of a feed.</summary>
internal static class NestedText
{
    /// <summary>Reads the part of the page where the writer stands and takes it over.</summary>
    /// <param name="writer">Writes the whole page.</param>
    /// <param name="unescape">Writes what the characters of the part stand for.</param>
    /// <param name="read">Reads what it stands for.</param>
    /// <param name="page">The whole page.</param>
    /// <returns>The blocks of the part, in the text of <paramref name="writer"/>.</returns>
    public static IEnumerable<RawBlock> Write(RenditionWriter writer, Action<RenditionWriter> unescape, Func<SourceText, Rendition> read, string page)
    {
        var part = new RenditionWriter(page, writer.Page);
        unescape(part);
        var (text, pieces) = part.Take();
        var rendition = read(SourceText.From(text));
        int offset = writer.Length;
        writer.Splice(rendition.Text.Text, SourcePieces.Compose(pieces, rendition.Text.Pieces));
        return rendition.Blocks.Select(block => block with { Span = new TextSpan(block.Span.Start + offset, block.Span.End + offset) });
    }

    /// <summary>Whether a text is written in HTML: it holds an end tag, or a tag that has none.</summary>
    public static bool HoldsTags(ReadOnlySpan<char> text)
    {
        // Behind the last sign that ends a tag there is none.
        text = text[..(text.LastIndexOf('>') + 1)];
        for (int at = text.IndexOf('<'); at >= 0;)
        {
            text = text[(at + 1)..];
            if (text is ['/', var letter, ..] && char.IsAsciiLetter(letter) || text.StartsWith("br", StringComparison.OrdinalIgnoreCase) && text.Length > 2 && text[2] is '>' or ' ' or '/'
                || text.StartsWith("p>", StringComparison.OrdinalIgnoreCase) || text.StartsWith("p ", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("img ", StringComparison.OrdinalIgnoreCase)) return true;
            at = text.IndexOf('<');
        }
        return false;
    }

    /// <summary>A block of a part that is the article, however short: on a page of its own a line may be furniture or the headline.</summary>
    /// <param name="text">The text of the part.</param>
    /// <param name="block">The block as it was read on a page of its own.</param>
    /// <param name="kind">What its paragraphs are.</param>
    public static RawBlock OfBody(string text, RawBlock block, SyntaxKind kind = SyntaxKind.Paragraph) => block.Kind switch
    {
        SyntaxKind.Furniture when block.Furniture is not Html.FurnitureClass.Hidden && LineShapes.FurnitureClass(text.AsSpan(block.Span.Start, block.Span.Length)).Length == 0 => block with { Kind = kind, Furniture = "", Section = 0 },
        SyntaxKind.Headline => block with { Kind = SyntaxKind.Heading, Section = 0 },
        SyntaxKind.Paragraph => block with { Kind = kind, Section = 0 },
        _ => block with { Section = 0 },
    };

    /// <summary>A text without tags whose character references are resolved.</summary>
    public static SourceText ResolveReferences(SourceText text)
    {
        var writer = new RenditionWriter(text.Text);
        while (writer.Page < text.Length)
        {
            int next = text.Text.IndexOf('&', writer.Page);
            if (next < 0) break;
            writer.Verbatim(next);
            int length = CharacterReferences.Read(text.Text.AsSpan(next), out string value);
            if (length == 0) writer.Verbatim(next + 1);
            else writer.Reference(next + length, value);
        }
        writer.Verbatim(text.Length);
        return writer.Complete(text);
    }

    /// <summary>The blocks of a body that is written in lines and has its headline elsewhere.</summary>
    public static List<RawBlock> BodyLines(string text, CancellationToken cancellation)
    {
        // Read below a headline, so that its first line is taken for none.
        const string Above = "Headline\n\n";
        var blocks = BlockReader.Read(Above + text, cancellation);
        return [.. blocks.Where(block => block.Span.Start >= Above.Length)
            .Select(block => block with { Span = new TextSpan(block.Span.Start - Above.Length, block.Span.End - Above.Length) })];
    }
}
