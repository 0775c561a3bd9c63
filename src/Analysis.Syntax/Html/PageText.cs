using System.Buffers;
using AngleSharp.Dom;

namespace Analysis.Syntax.Html;

/// <summary>Writes the text of a page, block by block, as a reader of the page gets it.</summary>
/// <remarks>
/// Order is that of the page. White space is set as a browser sets it: runs become one space, blocks end lines, <c>pre</c> stays as it is.
/// Hidden blocks are text; embedded text, such as of scripts, is none, nor is what a line carries without saying it: hidden and struck words,
/// marks of notes. A line break ends a block where two stand together or the line
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
    private readonly PageElement?[] _elementOf;
    private readonly bool _believesUnsaid;
    private readonly Dictionary<int, string> _quotationMarks = [];
    private PageElement? _raised;
    private RaisedReading _reading;
    private PageBlock? _open;
    private PageElement? _openTable;
    private bool _boundary = true, _row, _cell, _gap;
    private int _lineBreaks;

    private PageText(string page, ParsedPage parsed)
    {
        _page = page;
        _parsed = parsed;
        _writer = new RenditionWriter(page);
        _elementOf = new PageElement?[parsed.Tokens.Count];
        _believesUnsaid = FindElements();
        FindQuotations();
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
                AddCharacters(index);
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
                if (token.Name is "q" && _quotationMarks.TryGetValue(index, out string? mark)) AddQuotationMark(index, mark);
                _writer.Markup(SourcePieceKind.Tag, token.Span.End);
                break;
        }
    }

    /// <summary>Finds the tags of <c>q</c> elements, which stand for quotation marks as references do; not where the marks are written besides.</summary>
    private void FindQuotations()
    {
        const string Marks = "“”‘’\"'«»„‹›`";
        List<(int Token, int Text)>? open = null;
        for (int i = 0; i < _parsed.Tokens.Count; i++)
        {
            var token = _parsed.Tokens[i];
            if (token.Name is "q")
            {
                if (token.Kind is PageTokenKind.StartTag)
                {
                    (open ??= []).Add((i, -1));
                }
                else if (open is [.., var last])
                {
                    open.RemoveAt(open.Count - 1);
                    if (last.Text < 0 || _elementOf[last.Text] is { IsEmbedded: true } or { IsUnsaid: true }) continue;
                    var first = _page.AsSpan(_parsed.Tokens[last.Text].Span.Start, _parsed.Tokens[last.Text].Span.Length).TrimStart();
                    if (first[0] is '&' && CharacterReferences.Read(first, out string value) > 0) first = value;
                    if (Marks.Contains(first[0])) continue;
                    bool outer = open.Count % 2 == 0;
                    _quotationMarks.Add(last.Token, outer ? "“" : "‘");
                    _quotationMarks.Add(i, outer ? "”" : "’");
                }
            }
            else if (open is not { Count: > 0 })
            {
                continue;
            }
            else if (token.Kind is PageTokenKind.Characters)
            {
                if (_elementOf[i] is null) continue;
                for (int at = open.Count - 1; at >= 0 && open[at].Text < 0; at--) open[at] = (open[at].Token, i);
            }
            else if (PageElement.FlowOf(token.Name) is Flow.Block or Flow.Row or Flow.Cell)
            {
                open.Clear();
            }
        }
    }

    private void AddQuotationMark(int index, string mark)
    {
        var token = _parsed.Tokens[index];
        if (token.Kind is PageTokenKind.StartTag)
        {
            int text = index + 1;
            while (_elementOf[text] is null) text++;
            Start(_elementOf[text]!, mark[0]);
        }
        if (_open is not null) _writer.Reference(token.Span.End, mark);
    }

    /// <summary>Finds the element of every token of characters.</summary>
    /// <returns>Whether to believe what says that it is not said: where that takes most of a page, a tag has no end or a script shows it.</returns>
    private bool FindElements()
    {
        long all = 0, unsaid = 0;
        for (int i = 0; i < _elementOf.Length; i++)
        {
            if (_parsed.Parents[i] is not { } parent) continue;
            var element = _elementOf[i] = PageElement.Of(parent, _elements, _marks);
            if (element.IsEmbedded) continue;
            all += _parsed.Tokens[i].Span.Length;
            if (element.IsUnsaid) unsaid += _parsed.Tokens[i].Span.Length;
        }
        return unsaid * 2 <= all;
    }

    private void AddCharacters(int index)
    {
        var span = _parsed.Tokens[index].Span;
        var content = ParsedPage.Content(_page, span);
        int inset = content.Length == span.Length ? 0 : "<![CDATA[".Length;
        if (_elementOf[index] is not { } element)
        {
            // White space has no place of its own; other text without one is part of no element that is shown.
            if (!content.ContainsAnyExcept(Blank)) AddSpace(span.End, preformatted: false);
            else _writer.Markup(SourcePieceKind.Embedded, span.End);
            return;
        }
        if (element.IsEmbedded)
        {
            _writer.Markup(SourcePieceKind.Embedded, span.End);
            return;
        }
        if (element.IsUnsaid && _believesUnsaid)
        {
            PassOver(span.End);
            return;
        }
        if (element.Raised != _raised) Raise(element, index);
        if (_raised is not null && _reading is RaisedReading.Mark)
        {
            PassOver(span.End);
            return;
        }
        _writer.Markup(SourcePieceKind.Tag, span.Start + inset);
        int end = span.Start + inset + content.Length;
        if (_raised is not null && _reading is RaisedReading.Power or RaisedReading.Degree) AddRaised(element, end);
        else AddShown(element, end);
        _writer.Markup(SourcePieceKind.Tag, span.End);
    }

    private void AddShown(PageElement element, int end)
    {
        for (int at = _writer.Page; at < end;)
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
                Start(element, _page[at]);
                Count(element, at, stop);
                _writer.Verbatim(stop);
                at = stop;
                continue;
            }
            switch (_page[at])
            {
                case '&':
                    int length = CharacterReferences.Read(_page.AsSpan(at, end - at), out string value);
                    Start(element, length == 0 ? '&' : value[0]);
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
                    Start(element, '\0');
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
    }

    /// <summary>Writes raised characters in the form that they have above the line.</summary>
    private void AddRaised(PageElement element, int end)
    {
        while (_writer.Page < end)
        {
            int at = _writer.Page, length = 1;
            string value = _page[at..(at + 1)];
            if (value is "&") length = Math.Max(1, CharacterReferences.Read(_page.AsSpan(at, end - at), out value));
            char? raised = value.Length != 1 ? null : _reading is RaisedReading.Degree ? '°' : RaisedText.Raise(value[0]);
            if (raised is not { } sign)
            {
                _writer.Markup(SourcePieceKind.Tag, at + length);
                continue;
            }
            Start(element, sign);
            _writer.Reference(at + length, sign.ToString());
            _open!.Characters++;
        }
    }

    /// <summary>Leaves characters out that stand within a line and are no part of what it says.</summary>
    private void PassOver(int end)
    {
        _writer.Markup(SourcePieceKind.Embedded, end);
        _gap = true;
    }

    /// <summary>Begins or ends what is set above or below the line.</summary>
    private void Raise(PageElement element, int index)
    {
        // Behind words of their own others begin.
        _gap |= _raised is not null && _reading is RaisedReading.Apart;
        _raised = element.Raised;
        if (_raised is not { } raised) return;
        bool begins = _open is null || _boundary || _row || _cell || _lineBreaks > 0;
        string inside = CharacterReferences.Resolve(raised.Element.TextContent).Trim();
        _reading = RaisedText.Read(begins ? "" : _writer.Tail(RaisedText.Reach), inside, Behind(raised, index), LeadsToNote(raised, element, inside), raised.Name is "sub");
        _gap |= _reading is RaisedReading.Apart;
    }

    /// <summary>Whether raised text is a link by itself.</summary>
    private static bool LeadsToNote(PageElement raised, PageElement element, string inside)
    {
        const int Brackets = 2;
        if (!element.IsInLink) return false;
        // The link may stand around a whole line of which no more than this is raised.
        if (!raised.IsInLink) return true;
        return raised.Parent is { Name: "a" } around && around.Element.TextContent.AsSpan().Trim().Length <= inside.Length + Brackets;
    }

    /// <summary>What follows an element on its line.</summary>
    private ReadOnlySpan<char> Behind(PageElement raised, int index)
    {
        const int MostLooked = 16;
        for (int i = index; i < _parsed.Tokens.Count && i < index + MostLooked; i++)
        {
            var token = _parsed.Tokens[i];
            if (token.Kind is PageTokenKind.StartTag or PageTokenKind.EndTag && PageElement.FlowOf(token.Name) is not Flow.Inline) break;
            if (token.Kind is PageTokenKind.Characters && _elementOf[i]?.Raised != raised) return _page.AsSpan(token.Span.Start, token.Span.Length);
        }
        return "";
    }

    /// <summary>White space at the beginning of a block is nothing, and so is white space before what will be one.</summary>
    private void AddSpace(int end, bool preformatted)
    {
        if (preformatted) _writer.Verbatim(end);
        else _writer.Space(end);
    }

    /// <summary>Opens a block, or goes on with the open one, before a character that is shown.</summary>
    /// <param name="element">The element that it stands in.</param>
    /// <param name="next">The character.</param>
    private void Start(PageElement element, char next)
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
        // What stood between two words that are not one.
        if (_gap && char.IsLetterOrDigit(next) && char.IsLetterOrDigit(_writer.Last)) _writer.Break(' ');
        (_boundary, _row, _cell, _gap, _lineBreaks) = (false, false, false, false, 0);
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
