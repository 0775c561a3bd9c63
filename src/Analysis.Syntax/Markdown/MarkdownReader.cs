using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Analysis.Syntax.Markdown;

/// <summary>Reads Markdown: its text without its marks, its blocks by their kind. Markdig parses.</summary>
internal sealed class MarkdownReader
{
    private readonly string _page;
    private readonly RenditionWriter _writer;
    private readonly List<RawBlock> _blocks = [];
    private bool _headline;

    private MarkdownReader(string page)
    {
        _page = page;
        _writer = new RenditionWriter(page);
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
            return new Rendition(page, BlockReader.Read(page.Text, cancellation), []);
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
        new MarkdownPipelineBuilder { PreciseSourceLocation = true }.UseYamlFrontMatter().UsePipeTables().UseAutoLinks().Build();

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
                    bool first = !_headline && _blocks.TrueForAll(block => block.Kind is not SyntaxKind.Paragraph);
                    _headline |= first;
                    AddLeaf(heading, first ? SyntaxKind.Headline : SyntaxKind.Heading);
                    break;
                case CodeBlock code:
                    AddCode(code);
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
        if (_writer.Length > start) _blocks.Add(new RawBlock(SyntaxKind.Paragraph, new TextSpan(start, _writer.Length), 0, ""));
    }

    private int Open(Block block)
    {
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
                    AddText(Clamp(literal.Span), literal.Content.ToString());
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
                    int end = Math.Max(Clamp(lineBreak.Span).End, _writer.Page);
                    if (end > _writer.Page) _writer.Space(end);
                    else if (!_writer.EndsInSpace) _writer.Break(' ');
                    break;
                case HtmlInline html:
                    _writer.Markup(SourcePieceKind.Tag, Clamp(html.Span).End);
                    break;
                case ContainerInline inner:
                    rest.Push(inner.FirstChild);
                    break;
            }
        }
    }

    /// <summary>Writes the characters of an inline, its marks left out.</summary>
    private void AddText(TextSpan span, string value)
    {
        if (span.Start < _writer.Page || value.Length == 0) return;
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
