using System.Buffers;
using AngleSharp.Dom;

namespace Analysis.Syntax.Html;

/// <summary>Writes the text of a page, block by block, as a reader of the page gets it.</summary>
/// <remarks>
/// Order is that of the page. White space is set as a browser sets it: runs become one space, blocks end lines, <c>pre</c> stays as it is.
/// Hidden text is text; embedded text, such as of scripts, is none. A line break ends a block where two stand together or the line
/// before it ends like a sentence; elsewhere it is a line feed within the block. The rows of a table of data are lines of one block and
/// its cells are set apart by tabs; tables that only lay out a page are none.
/// </remarks>
internal sealed class PageText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&\t\n\f\r \0");
    private static readonly SearchValues<char> Blank = SearchValues.Create(" \t\n\r\f\0");

    private readonly string _page;
    private readonly ParsedPage _parsed;
    private readonly RenditionWriter _writer;
    private readonly Dictionary<IElement, PageElement> _elements = [];
    private readonly Dictionary<string, PageMark> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<PageElement, bool> _tables = [];
    private PageBlock? _open;
    private PageElement? _openTable;
    private bool _boundary = true, _row, _cell;
    private int _lineBreaks;

    private PageText(string page, ParsedPage parsed)
    {
        _page = page;
        _parsed = parsed;
        _writer = new RenditionWriter(page);
    }

    private List<PageBlock> Blocks { get; } = [];

    /// <summary>Reads a parsed page.</summary>
    /// <returns>Its text, its blocks in order (disjoint, none empty, nothing but white space between them) and its elements by their index.</returns>
    public static (SourceText Text, List<PageBlock> Blocks, IReadOnlyList<PageElement> Elements) Read(SourceText page, ParsedPage parsed, CancellationToken cancellation)
    {
        var reader = new PageText(page.Text, parsed);
        for (int i = 0; i < parsed.Tokens.Count; i++)
        {
            if ((i & 0xff) == 0) cancellation.ThrowIfCancellationRequested();
            reader.Add(i);
        }
        reader.Close();
        var text = reader._writer.Complete(page);
        foreach (var block in reader.Blocks) block.Span = BlockReader.Trim(text.Text, block.Span.Start, block.Span.End);
        // What holds nothing but no-break spaces and the like.
        reader.Blocks.RemoveAll(block => block.Span.IsEmpty);
        return (text, reader.Blocks, [.. reader._elements.Values.OrderBy(element => element.Index)]);
    }

    private void Add(int index)
    {
        var token = _parsed.Tokens[index];
        // Between tokens lies what the parser passed over in silence.
        _writer.Markup(SourcePieceKind.Tag, token.Span.Start);
        switch (token.Kind)
        {
            case PageTokenKind.Characters:
                AddCharacters(token.Span, _parsed.Parents[index]);
                break;
            case PageTokenKind.Other:
                _writer.Markup(SourcePieceKind.Comment, token.Span.End);
                break;
            default:
                switch (PageElement.FlowOf(token.Name))
                {
                    case Flow.Block: _boundary = true; break;
                    case Flow.Row: _row = true; break;
                    case Flow.Cell: _cell = true; break;
                    case Flow.LineBreak when token.Kind is PageTokenKind.StartTag: _lineBreaks++; break;
                }
                _writer.Markup(SourcePieceKind.Tag, token.Span.End);
                break;
        }
    }

    private void AddCharacters(TextSpan span, IElement? parent)
    {
        var content = ParsedPage.Content(_page, span);
        int inset = content.Length == span.Length ? 0 : "<![CDATA[".Length;
        if (parent is null)
        {
            // White space has no place of its own; other text without one is part of no element that is shown.
            if (!content.ContainsAnyExcept(Blank)) AddSpace(span.End, preformatted: false);
            else _writer.Markup(SourcePieceKind.Embedded, span.End);
            return;
        }
        var element = PageElement.Of(parent, _elements, _marks);
        if (element.IsEmbedded)
        {
            _writer.Markup(SourcePieceKind.Embedded, span.End);
            return;
        }
        _writer.Markup(SourcePieceKind.Tag, span.Start + inset);
        int end = span.Start + inset + content.Length;
        for (int at = span.Start + inset; at < end;)
        {
            int next = _page.AsSpan(at, end - at).IndexOfAny(Special);
            if (next != 0)
            {
                int stop = next < 0 ? end : at + next;
                // Single spaces between words are the rule: they are taken over with them.
                while (stop + 1 < end && _page[stop] == ' ' && !Special.Contains(_page[stop + 1]))
                {
                    next = _page.AsSpan(stop + 1, end - stop - 1).IndexOfAny(Special);
                    stop = next < 0 ? end : stop + 1 + next;
                }
                Start(element);
                Count(element, at, stop);
                _writer.Verbatim(stop);
                at = stop;
                continue;
            }
            switch (_page[at])
            {
                case '&':
                    int length = CharacterReferences.Read(_page.AsSpan(at, end - at), out string value);
                    Start(element);
                    if (length == 0)
                    {
                        _writer.Verbatim(at + 1);
                        at++;
                    }
                    else
                    {
                        _writer.Reference(at + length, value);
                        at += length;
                    }
                    _open!.Characters++;
                    if (element.IsInLink) _open.LinkCharacters++;
                    break;
                case '\0':
                    Start(element);
                    _writer.Verbatim(++at);
                    break;
                default:
                    int stop = at + 1;
                    while (stop < end && _page[stop] is ' ' or '\t' or '\n' or '\f' or '\r') stop++;
                    AddSpace(stop, element.IsPreformatted && _open is not null && !_boundary);
                    at = stop;
                    break;
            }
        }
        _writer.Markup(SourcePieceKind.Tag, span.End);
    }

    /// <summary>White space at the beginning of a block is nothing, and so is white space before what will be one.</summary>
    private void AddSpace(int end, bool preformatted)
    {
        if (preformatted) _writer.Verbatim(end);
        else _writer.Space(end);
    }

    /// <summary>Opens a block, or goes on with the open one, before a character that is shown.</summary>
    private void Start(PageElement element)
    {
        var block = element.Block;
        var table = block.Flow is Flow.Cell or Flow.Row || _openTable is not null ? DataTable(block) : null;
        if (_open is not null && table is not null && table == _openTable)
        {
            if (_row) BreakLine('\n');
            else if (_cell || _boundary) BreakLine('\t');
            else if (_lineBreaks > 0) BreakLine('\n');
        }
        else if (_open is null || _boundary || _row || _cell || table != _openTable || _lineBreaks > 0 && (_lineBreaks > 1 || EndsLikeSentence()))
        {
            Close();
            if (_writer.Length > 0) _writer.Break('\n');
            _open = new PageBlock(table ?? block, _writer.Length) { Inner = element, IsTable = table is not null };
            _openTable = table;
        }
        else if (_lineBreaks > 0)
        {
            BreakLine('\n');
        }
        (_boundary, _row, _cell, _lineBreaks) = (false, false, false, 0);
        if (_open!.Inner != element) _open.Inner = PageElement.Common(_open.Inner, element);
    }

    private void BreakLine(char sign) => _writer.Break(sign);

    private void Close()
    {
        if (_open is null) return;
        _open.Span = new TextSpan(_open.Span.Start, _writer.Length);
        Blocks.Add(_open);
        _open = null;
        _openTable = null;
    }

    private void Count(PageElement element, int start, int end)
    {
        int characters = end - start - _page.AsSpan(start, end - start).Count(' ');
        _open!.Characters += characters;
        if (element.IsInLink) _open.LinkCharacters += characters;
    }

    private bool EndsLikeSentence() => _writer.LastVisible is '.' or '!' or '?' or '”' or '"' or ':' or '’' or ')' or '…';

    /// <summary>The table that a cell or row belongs to when it holds data: no blocks of text in its cells, and more than one cell in some row.</summary>
    private PageElement? DataTable(PageElement block)
    {
        PageElement? table = null;
        foreach (var at in block.SelfAndAncestors())
        {
            if (at.Name is "table")
            {
                table = at;
                break;
            }
        }
        if (table is null) return null;
        if (!_tables.TryGetValue(table, out bool data)) _tables.Add(table, data = HoldsData(table.Element));
        return data ? table : null;
    }

    private static bool HoldsData(IElement table)
    {
        const int MostLooked = 2000, LongestCell = 600;
        int cells = 0, rows = 0, looked = 0;
        var rest = new Stack<IElement>(table.Children);
        while (rest.TryPop(out var element))
        {
            if (++looked > MostLooked) break;
            switch (element.LocalName)
            {
                case "table" or "div" or "h1" or "h2" or "h3" or "article" or "section" or "figure" or "form" or "ul" or "ol" or "blockquote" or "img" or "iframe":
                    return false;
                case "tr":
                    rows++;
                    break;
                case "td" or "th":
                    cells++;
                    // A cell of data is no longer than a sentence or two; a longer one holds a column of the page.
                    if (element.TextContent.Length > LongestCell) return false;
                    if (element.Children.Count(child => child.LocalName is "p") > 1) return false;
                    break;
            }
            foreach (var child in element.Children) rest.Push(child);
        }
        return rows > 1 && cells > rows;
    }
}
