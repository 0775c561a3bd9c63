namespace Analysis.Syntax;

/// <summary>A block before it is cut into sentences.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its characters without white space around them; never empty.</param>
/// <param name="Section">0 for the article itself, from 1 for the entries of a live page.</param>
/// <param name="Furniture">Class of furniture, else empty.</param>
internal readonly record struct RawBlock(SyntaxKind Kind, TextSpan Span, int Section, string Furniture);

/// <summary>Reads the lines of a plain text as blocks: what is headline, byline, caption, paragraph, furniture.</summary>
/// <remarks>One pass over the lines; each line is looked at a bounded number of times.</remarks>
internal static class BlockReader
{
    /// <summary>Longest first line that is taken for a headline.</summary>
    private const int MaxHeadline = 250;

    /// <summary>Longest line that is taken for a heading inside the body.</summary>
    private const int MaxHeading = 80;

    /// <summary>Widest column at which mail and terminals wrap text.</summary>
    private const int MaxWrapColumn = 100;

    public static List<RawBlock> Read(string text, CancellationToken cancellation)
    {
        var lines = JoinWrapped(text, ReadLines(text, cancellation), cancellation);
        var blocks = new List<RawBlock>(lines.Count + 4);
        int section = 0;
        bool headlineDue = true, bodySeen = false;
        for (int i = 0; i < lines.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var span = lines[i].Span;
            var line = text.AsSpan(span.Start, span.Length);
            if (LineShapes.IsTimestamp(line))
            {
                // A page may open with the time of its own article; the first entry starts where something stands above it.
                if (blocks.Count > 0) section++;
                blocks.Add(new RawBlock(SyntaxKind.Timestamp, span, section, ""));
                (headlineDue, bodySeen) = (true, false);
                continue;
            }
            var (kind, furniture) = Classify(line, headlineDue, bodySeen, hasMore: i + 1 < lines.Count, lines, i, text);
            if (kind is SyntaxKind.Headline) headlineDue = false;
            if (kind is SyntaxKind.Paragraph)
            {
                // Behind a headline, byline or standfirst; a dateline never stands in the middle of the body.
                AddParagraph(blocks, text, span, section, first: !bodySeen || blocks[^1].Kind is not SyntaxKind.Paragraph);
                headlineDue = false;
                bodySeen = true;
                continue;
            }
            blocks.Add(new RawBlock(kind, span, section, furniture));
        }
        MarkStandfirsts(blocks);
        return blocks;
    }

    private static (SyntaxKind Kind, string Furniture) Classify(
        ReadOnlySpan<char> line, bool headlineDue, bool bodySeen, bool hasMore, List<Line> lines, int index, string text)
    {
        if (LineShapes.IsAddress(line)) return (SyntaxKind.AddressLine, "");
        // In the body eight digits may be any number; above it they stand where the date does.
        if (LineShapes.IsDate(line) || !bodySeen && LineShapes.IsMeantAsDate(line)) return (SyntaxKind.PublicationLine, "");
        if (LineShapes.FurnitureClass(line) is { Length: > 0 } furniture) return (SyntaxKind.Furniture, furniture);
        if (LineShapes.IsByline(line)) return (SyntaxKind.Byline, "");
        if (LineShapes.IsCaption(line)) return (SyntaxKind.Caption, "");
        if (LineShapes.IsCorrection(line)) return (SyntaxKind.Correction, "");
        if (headlineDue && hasMore && line.Length <= MaxHeadline && LineShapes.IsUnstopped(line)) return (SyntaxKind.Headline, "");
        if (line[0] is '•' or '▪' or '●' || line is ['-' or '*' or '–', ' ', ..]) return (SyntaxKind.ListItem, "");
        if (line[0] == '>') return (SyntaxKind.BlockQuote, "");
        if (bodySeen && hasMore && line.Length <= MaxHeading && LineShapes.IsHeading(line)
            && IsProse(text, lines[index + 1].Span)) return (SyntaxKind.Heading, "");
        return (SyntaxKind.Paragraph, "");
    }

    /// <summary>Whether a line reads like a paragraph: long enough, or ended by a stop.</summary>
    private static bool IsProse(string text, TextSpan span) =>
        span.Length > MaxHeading || text[span.End - 1] is '.' or '”' or '"' or '!' or '?';

    /// <summary>Adds a paragraph, without the caption or the dateline that is run together with it.</summary>
    internal static void AddParagraph(List<RawBlock> blocks, string text, TextSpan span, int section, bool first)
    {
        int start = span.Start;
        var (credit, caption) = LineShapes.GluedCaption(text.AsSpan(span.Start, span.Length));
        if (credit > 0)
        {
            blocks.Add(new RawBlock(SyntaxKind.Credit, new TextSpan(start, start + credit), section, ""));
            blocks.Add(new RawBlock(SyntaxKind.Caption, Trim(text, start + credit, start + credit + caption), section, ""));
            start += credit + caption;
            while (start < span.End && Lexer.IsSpace(text[start])) start++;
        }
        int dateline = first && start < span.End ? LineShapes.DatelineLength(text.AsSpan(start, span.End - start)) : 0;
        if (dateline > 0)
        {
            blocks.Add(new RawBlock(SyntaxKind.Dateline, Trim(text, start, start + dateline), section, ""));
            start += dateline;
            while (start < span.End && Lexer.IsSpace(text[start])) start++;
        }
        if (start < span.End) blocks.Add(new RawBlock(SyntaxKind.Paragraph, new TextSpan(start, span.End), section, ""));
    }

    /// <summary>A single paragraph between the headline and the byline or dateline is the standfirst.</summary>
    private static void MarkStandfirsts(List<RawBlock> blocks)
    {
        const int MaxStandfirst = 400;
        for (int i = 1; i + 1 < blocks.Count; i++)
            if (blocks[i - 1].Kind is SyntaxKind.Headline && blocks[i].Kind is SyntaxKind.Paragraph && blocks[i].Span.Length <= MaxStandfirst
                && blocks[i + 1].Kind is SyntaxKind.Byline && blocks[i].Section == blocks[i + 1].Section)
                blocks[i] = blocks[i] with { Kind = SyntaxKind.Standfirst };
    }

    /// <summary>A line without the white space around it.</summary>
    /// <param name="Span">Its characters; never empty.</param>
    /// <param name="AfterBlank">Whether an empty line, or nothing, stands above it.</param>
    private readonly record struct Line(TextSpan Span, bool AfterBlank);

    private static List<Line> ReadLines(string text, CancellationToken cancellation)
    {
        var lines = new List<Line>();
        bool afterBlank = true;
        for (int start = 0; start < text.Length;)
        {
            if ((lines.Count & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            int length = text.AsSpan(start).IndexOfAny("\n\r\u0085\u2028\u2029");
            int end = length < 0 ? text.Length : start + length;
            var trimmed = Trim(text, start, end);
            if (!trimmed.IsEmpty) lines.Add(new Line(trimmed, afterBlank));
            // The line feed of a pair CR LF is not an empty line of its own.
            bool pair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            afterBlank = trimmed.IsEmpty;
            start = end + (pair ? 2 : 1);
        }
        return lines;
    }

    /// <summary>A stretch of text without the white space around it; empty when there is nothing else.</summary>
    internal static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && Lexer.IsSpace(text[start])) start++;
        while (end > start && Lexer.IsSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Joins the lines of paragraphs that were wrapped at a column. Text with one paragraph a line stays as it is.</summary>
    private static List<Line> JoinWrapped(string text, List<Line> lines, CancellationToken cancellation)
    {
        var joined = new List<Line>(lines.Count);
        for (int first = 0; first < lines.Count;)
        {
            cancellation.ThrowIfCancellationRequested();
            int end = first + 1;
            while (end < lines.Count && !lines[end].AfterBlank) end++;
            if (IsWrapped(text, lines, first, end))
                joined.Add(new Line(lines[first].Span.Union(lines[end - 1].Span), lines[first].AfterBlank));
            else
                joined.AddRange(lines.GetRange(first, end - first));
            first = end;
        }
        return joined;
    }

    /// <summary>
    /// Whether a run of lines is one wrapped paragraph: every line but the last is nearly as long as the longest, none is longer than a
    /// column, and at least one border between two lines falls inside a sentence.
    /// </summary>
    private static bool IsWrapped(string text, List<Line> lines, int first, int end)
    {
        if (end - first < 2) return false;
        int longest = 0;
        for (int i = first; i < end; i++) longest = Math.Max(longest, lines[i].Span.Length);
        if (longest is > MaxWrapColumn or < 30) return false;
        bool broken = false;
        for (int i = first; i < end - 1; i++)
        {
            if (lines[i].Span.Length < longest - 25) return false;
            // An address starts in small letters wherever it stands.
            var next = lines[i + 1].Span;
            broken |= char.IsLower(text[next.Start]) && text[lines[i].Span.End - 1] is not ('.' or '!' or '?') && !LineShapes.IsAddress(text.AsSpan(next.Start, next.Length));
        }
        return broken;
    }
}
