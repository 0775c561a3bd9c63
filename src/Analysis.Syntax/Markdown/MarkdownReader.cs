using System.Buffers;
using System.Collections.Immutable;
using Analysis.Syntax.Html;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Analysis.Syntax.Markdown;

/// <summary>Reads Markdown: its text without its marks, its blocks by their kind. Markdig parses.</summary>
/// <remarks>What is struck out and what leads to a note is no text, as in pages; HTML between the blocks is read as a page is.</remarks>
internal sealed class MarkdownReader
{
    private static readonly SearchValues<char> LabelEnd = SearchValues.Create("] \t\r\n[");

    private readonly string _page;
    private readonly RenditionWriter _writer;
    private readonly List<RawBlock> _blocks = [];
    private readonly List<TextSpan> _noteMarks;
    private bool _headline, _paragraph, _gap, _apart;
    private int _noteMark;

    private MarkdownReader(string page)
    {
        _page = page;
        _writer = new RenditionWriter(page);
        _noteMarks = FindNoteMarks(page);
    }

    /// <summary>Reads a text in Markdown. Never fails; what Markdig refuses for its depth is read as plain text.</summary>
    public static Rendition Read(SourceText page, CancellationToken cancellation)
    {
        MarkdownDocument document;
        try
        {
            document = Markdig.Markdown.Parse(page.Text, Pipeline());
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig's limit.
            return Rendition.OfPlainText(page, cancellation);
        }
        var reader = new MarkdownReader(page.Text);
        var properties = ImmutableArray.CreateBuilder<DocumentProperty>();
        reader.AddBlocks(document, SyntaxKind.Paragraph, properties, cancellation);
        var text = reader._writer.Complete(page);
        var blocks = new List<RawBlock>(reader._blocks.Count);
        foreach (var block in reader._blocks)
            if (BlockReader.Trim(text.Text, block.Span.Start, block.Span.End) is { IsEmpty: false } trimmed) blocks.Add(block with { Span = trimmed });
        return new Rendition(text, BlockRefiner.Refine(text.Text, blocks), properties.ToImmutable());
    }

    private static MarkdownPipeline Pipeline() =>
        new MarkdownPipelineBuilder { PreciseSourceLocation = true }.UseYamlFrontMatter().UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).Build();

    /// <summary>Marks that lead to notes, as <c>[^1]</c>, and those in front of the notes. Markdig's own reader of them drops notes that nothing leads to.</summary>
    private static List<TextSpan> FindNoteMarks(string page)
    {
        const int Longest = 40;
        var marks = new List<TextSpan>();
        for (int start = page.IndexOf("[^", StringComparison.Ordinal); start >= 0; start = page.IndexOf("[^", start + 2, StringComparison.Ordinal))
        {
            var label = page.AsSpan(start + 2, Math.Min(Longest, page.Length - start - 2));
            int length = label.IndexOfAny(LabelEnd);
            if (length <= 0 || label[length] != ']') continue;
            int end = start + 2 + length + 1;
            bool leads = (start == 0 || page[start - 1] == '\n') && end < page.Length && page[end] == ':';
            marks.Add(new TextSpan(start, leads ? end + 1 : end));
        }
        return marks;
    }

    private void AddBlocks(ContainerBlock container, SyntaxKind kind, ImmutableArray<DocumentProperty>.Builder properties, CancellationToken cancellation)
    {
        var rest = new Stack<(ContainerBlock Container, int Child, SyntaxKind Kind)>();
        rest.Push((container, 0, kind));
        while (rest.TryPop(out var at))
        {
            cancellation.ThrowIfCancellationRequested();
            if (at.Child >= at.Container.Count) continue;
            rest.Push(at with { Child = at.Child + 1 });
            switch (at.Container[at.Child])
            {
                case YamlFrontMatterBlock frontMatter:
                    FrontMatter.Read(_page, Clamp(frontMatter.Span), properties);
                    break;
                case Table table:
                    AddTable(table);
                    break;
                case QuoteBlock quote:
                    rest.Push((quote, 0, SyntaxKind.BlockQuote));
                    break;
                case ListItemBlock item:
                    rest.Push((item, 0, SyntaxKind.ListItem));
                    break;
                case HeadingBlock heading:
                    // The first heading of the highest rank is the title; others are headings of the body.
                    bool first = !_headline && !_paragraph;
                    _headline |= first;
                    AddLeaf(heading, first ? SyntaxKind.Headline : SyntaxKind.Heading);
                    break;
                case CodeBlock code:
                    AddCode(code);
                    break;
                case HtmlBlock html:
                    AddPage(html, at.Kind, cancellation);
                    break;
                case LeafBlock leaf when leaf.Inline is not null:
                    AddLeaf(leaf, at.Kind);
                    break;
                case ContainerBlock inner:
                    rest.Push((inner, 0, at.Kind));
                    break;
            }
        }
    }

    private void AddLeaf(LeafBlock leaf, SyntaxKind kind)
    {
        int start = Open(leaf);
        if (leaf.Inline is not null) AddInlines(leaf.Inline);
        _paragraph |= kind is SyntaxKind.Paragraph;
        _blocks.Add(new RawBlock(kind, new TextSpan(start, _writer.Length), 0, ""));
    }

    private void AddTable(Table table)
    {
        int start = Open(table);
        bool firstRow = true;
        foreach (var row in table.OfType<TableRow>())
        {
            if (!firstRow) _writer.Break('\n');
            firstRow = false;
            bool firstCell = true;
            foreach (var cell in row.OfType<TableCell>())
            {
                if (!firstCell) _writer.Break('\t');
                firstCell = false;
                foreach (var leaf in cell.Descendants<LeafBlock>())
                    if (leaf.Inline is not null) AddInlines(leaf.Inline);
            }
        }
        _blocks.Add(new RawBlock(SyntaxKind.Table, new TextSpan(start, _writer.Length), 0, ""));
    }

    /// <summary>Code is text as it is written, line by line: most often a poem or a table somebody indented.</summary>
    private void AddCode(CodeBlock code)
    {
        int start = Open(code);
        bool first = true;
        for (int i = 0; i < code.Lines.Count; i++)
        {
            var slice = code.Lines.Lines[i].Slice;
            if (slice.IsEmpty || slice.Text != _page || slice.Start < _writer.Page) continue;
            if (!first) _writer.Break('\n');
            first = false;
            _writer.Markup(SourcePieceKind.Tag, slice.Start);
            _writer.Verbatim(slice.End + 1);
        }
        if (_writer.Length == start) return;
        _paragraph = true;
        _blocks.Add(new RawBlock(SyntaxKind.Paragraph, new TextSpan(start, _writer.Length), 0, ""));
    }

    /// <summary>Reads HTML between the blocks: what stands in it is the article, however short.</summary>
    private void AddPage(HtmlBlock html, SyntaxKind kind, CancellationToken cancellation)
    {
        var span = Clamp(html.Span);
        if (span.Start < _writer.Page || !NestedText.HoldsTags(_page.AsSpan(span.Start, span.Length))) return;
        Open(html);
        _blocks.AddRange(NestedText.Write(_writer, part => part.Verbatim(span.End), Read, _page));
        _paragraph = true;

        Rendition Read(SourceText text)
        {
            var page = HtmlReader.Read(text, cancellation);
            return page with { Blocks = page.Blocks.ConvertAll(block => NestedText.OfBody(page.Text.Text, block, kind)) };
        }
    }

    private int Open(Block block)
    {
        _gap = false;
        _writer.Markup(SourcePieceKind.Tag, Math.Min(Math.Max(block.Span.Start, _writer.Page), _page.Length));
        if (_writer.Length > 0) _writer.Break('\n');
        return _writer.Length;
    }

    private void AddInlines(ContainerInline container)
    {
        var rest = new Stack<Inline?>();
        rest.Push(container.FirstChild);
        while (rest.TryPop(out var inline))
        {
            if (inline is null) continue;
            rest.Push(inline.NextSibling);
            switch (inline)
            {
                case LinkInline { IsImage: true } image:
                    // What stands for a picture is no text of the article.
                    _writer.Markup(SourcePieceKind.Embedded, Clamp(image.Span).End);
                    break;
                case LiteralInline literal:
                    AddLiteral(Clamp(literal.Span), literal.Content.ToString());
                    break;
                case EmphasisInline { DelimiterChar: '~' } struck:
                    PassOver(Clamp(struck.Span).End);
                    break;
                case CodeInline code:
                    AddText(Clamp(code.Span), code.Content);
                    break;
                case AutolinkInline link:
                    AddText(Clamp(link.Span), link.Url);
                    break;
                case HtmlEntityInline entity:
                    AddText(Clamp(entity.Span), entity.Transcoded.ToString());
                    break;
                case LineBreakInline lineBreak:
                    int lineEnd = Math.Max(Clamp(lineBreak.Span).End, _writer.Page);
                    if (lineEnd > _writer.Page) _writer.Space(lineEnd);
                    else if (!_writer.EndsInSpace) _writer.Break(' ');
                    break;
                case HtmlInline html:
                    if (AddElement(html) is not { } end) break;
                    // What stands between is written.
                    rest.Pop();
                    rest.Push(end.NextSibling);
                    break;
                case ContainerInline inner:
                    rest.Push(inner.FirstChild);
                    break;
            }
        }
    }

    /// <summary>Writes the tag of an element within a line, or the element whole where its text is no ordinary one.</summary>
    /// <returns>The end tag of an element that was written whole; null for a tag alone.</returns>
    private HtmlInline? AddElement(HtmlInline tag)
    {
        var start = Clamp(tag.Span);
        string name = NameOf(tag);
        var end = name is "sup" or "sub" or "del" or "s" or "strike" ? EndOf(tag, name) : null;
        if (end is null)
        {
            _gap |= name is "/sup" or "/sub" && _apart;
            _apart = false;
            _writer.Markup(SourcePieceKind.Tag, start.End);
            return null;
        }
        if (name is not ("sup" or "sub"))
        {
            PassOver(Clamp(end.Span).End);
            return end;
        }
        int stop = Clamp(end.Span).Start;
        string inside = _page[start.End..Math.Max(stop, start.End)].Trim();
        bool leadsToNote = inside.StartsWith("<a ", StringComparison.OrdinalIgnoreCase) || inside.Contains("](", StringComparison.Ordinal) || inside.StartsWith("[^", StringComparison.Ordinal);
        var after = _page.AsSpan(Clamp(end.Span).End);
        var reading = RaisedText.Read(_writer.Tail(RaisedText.Reach), inside, after[..Math.Min(after.Length, RaisedText.Reach)], leadsToNote, name is "sub");
        switch (reading)
        {
            case RaisedReading.Mark:
                PassOver(Clamp(end.Span).End);
                return end;
            case RaisedReading.Power or RaisedReading.Degree when start.Start >= _writer.Page:
                for (int at = start.End; at < stop; at++)
                {
                    if ((reading is RaisedReading.Degree ? '°' : RaisedText.Raise(_page[at])) is not { } sign) continue;
                    _writer.Markup(SourcePieceKind.Tag, at);
                    _writer.Reference(at + 1, sign.ToString());
                }
                _writer.Markup(SourcePieceKind.Tag, Clamp(end.Span).End);
                return end;
        }
        _gap |= _apart = reading is RaisedReading.Apart;
        _writer.Markup(SourcePieceKind.Tag, start.End);
        return null;
    }

    /// <summary>Name of a tag, with its stroke for an end tag; empty for a comment and the like.</summary>
    private static string NameOf(HtmlInline tag)
    {
        var name = tag.Tag.AsSpan().Trim("<>");
        int end = name.IndexOfAny(" \t\r\n>");
        return (end < 0 ? name : name[..end]).ToString().ToLowerInvariant();
    }

    /// <summary>The end tag that follows a tag on its level; null when none does before long.</summary>
    private static HtmlInline? EndOf(HtmlInline tag, string name)
    {
        const int Reach = 32;
        var at = tag.NextSibling;
        for (int i = 0; i < Reach && at is not null; i++, at = at.NextSibling)
            if (at is HtmlInline other && NameOf(other) is ['/', .. var closed] && closed == name) return other;
        return null;
    }

    /// <summary>Leaves characters out that stand within a line and are no part of what it says.</summary>
    private void PassOver(int end)
    {
        _writer.Markup(SourcePieceKind.Embedded, end);
        _gap = true;
    }

    /// <summary>Writes characters without the marks of notes among them.</summary>
    private void AddLiteral(TextSpan span, string value)
    {
        while (_noteMark < _noteMarks.Count && _noteMarks[_noteMark].End <= span.Start) _noteMark++;
        // What is written otherwise than it stands there has escapes in it, which marks of notes have not.
        if (_noteMark == _noteMarks.Count || _noteMarks[_noteMark].Start >= span.End || value.Length != span.Length)
        {
            AddText(span, value);
            return;
        }
        int start = span.Start;
        for (int i = _noteMark; i < _noteMarks.Count && _noteMarks[i].Start < span.End; i++)
        {
            var mark = _noteMarks[i];
            if (mark.Start > start) AddText(new TextSpan(start, mark.Start), value[(start - span.Start)..(mark.Start - span.Start)]);
            PassOver(Math.Min(mark.End, span.End));
            start = Math.Min(mark.End, span.End);
        }
        if (start < span.End) AddText(new TextSpan(start, span.End), value[(start - span.Start)..]);
    }

    /// <summary>Writes the characters of an inline, its marks left out.</summary>
    private void AddText(TextSpan span, string value)
    {
        if (span.Start < _writer.Page || value.Length == 0) return;
        if (_gap && char.IsLetterOrDigit(value[0]) && char.IsLetterOrDigit(_writer.Last)) _writer.Break(' ');
        // Of the spaces on both sides of what is passed over one is left.
        if (_gap && _writer.Page == span.Start && _writer.EndsInSpace && _page[span.Start] == ' ' && value[0] == ' ')
        {
            _writer.Space(span.Start + 1);
            (span, value) = (new TextSpan(span.Start + 1, span.End), value[1..]);
        }
        _gap = false;
        if (value.Length == 0) return;
        var written = _page.AsSpan(span.Start, span.Length);
        int at = written.IndexOf(value, StringComparison.Ordinal);
        if (at < 0)
        {
            _writer.Markup(SourcePieceKind.Tag, span.Start);
            _writer.Reference(span.End, value);
            return;
        }
        _writer.Markup(SourcePieceKind.Tag, span.Start + at);
        _writer.Verbatim(span.Start + at + value.Length);
        _writer.Markup(SourcePieceKind.Tag, span.End);
    }

    // Markdig's ends are inclusive, and may lie behind the text.
    private TextSpan Clamp(SourceSpan span)
    {
        int start = Math.Clamp(span.Start, 0, _page.Length);
        return new TextSpan(start, Math.Clamp(span.End + 1, start, _page.Length));
    }
}
