using System.Collections.Immutable;
using Analysis.Syntax.Html;

namespace Analysis.Syntax.Feeds;

/// <summary>Reads a feed of RSS or Atom, or an item of one: each item is a section, its title, summary and content are the text, all else is markup.</summary>
/// <remarks>
/// Content may be HTML that is escaped, in a CDATA section, or written as XML. A summary that only begins the content is markup too. The
/// first item is the article; further items are articles of their own, and what each says of itself is said of its section.
/// </remarks>
internal sealed class FeedReader
{
    /// <summary>How much of a summary and a content must be the same for the one to be the beginning of the other.</summary>
    private const int SameStart = 40;

    private readonly string _page;
    private readonly List<XmlToken> _tokens;
    private readonly CancellationToken _cancellation;
    private readonly RenditionWriter _writer;
    private readonly List<RawBlock> _blocks = [];
    private readonly List<(DocumentPropertyKind Kind, TextSpan Span, int? Section)> _properties = [];
    private int _section = -1;
    private bool _filed;

    private FeedReader(string page, CancellationToken cancellation)
    {
        _page = page;
        _cancellation = cancellation;
        _tokens = XmlScanner.Scan(page, cancellation);
        _writer = new RenditionWriter(page);
    }

    /// <summary>A field of an item or of the feed: an element and what stands in it.</summary>
    /// <param name="Name">Name of the element, lower case.</param>
    /// <param name="First">Index of its start tag.</param>
    /// <param name="End">Index of the token behind its content.</param>
    private readonly record struct Field(string Name, int First, int End);

    /// <summary>Reads a document. One that holds no item is read as a page. Never fails; time is linear in its length.</summary>
    public static Rendition Read(SourceText document, CancellationToken cancellation)
    {
        var reader = new FeedReader(document.Text, cancellation);
        reader.ReadAll();
        if (reader._section < 0) return HtmlReader.Read(document, cancellation);
        reader._writer.Markup(SourcePieceKind.Embedded, document.Length);
        var text = reader._writer.Complete(document);
        var properties = reader._properties.OrderBy(property => property.Span.Start)
            .Select(property => new DocumentProperty(property.Kind, reader.Value(property.Span), DocumentPropertyOrigin.Feed, property.Span, text.FromPage(property.Span), property.Section))
            .Where(property => property.Value.Length > 0);
        return new Rendition(text, reader._blocks, [.. properties]);
    }

    private void ReadAll()
    {
        for (int i = 0; i < _tokens.Count; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (_tokens[i].Kind is not XmlTokenKind.StartTag) continue;
            string name = _tokens[i].Name.ToLowerInvariant();
            if (name is "item" or "entry")
            {
                int end = EndOf(i);
                _section++;
                _filed = false;
                ReadItem(Fields(i + 1, end));
                i = end;
            }
            else if (_section < 0 && name is "title" or "language")
            {
                int end = EndOf(i);
                Say(name is "title" ? DocumentPropertyKind.Publisher : DocumentPropertyKind.Language, new Field(name, i, end));
                i = end;
            }
        }
    }

    private void ReadItem(List<Field> fields)
    {
        Field? content = Find(fields, "content:encoded") ?? Find(fields, "content"), summary = Find(fields, "description") ?? Find(fields, "summary");
        bool both = content is not null && summary is not null;
        string start = both ? Plain(summary!.Value) : "";
        // Cut summaries end in an ellipsis.
        bool repeats = both && Plain(content!.Value).AsSpan().StartsWith(start.AsSpan(0, Math.Min(start.Length, SameStart)).TrimEnd(" .…["), StringComparison.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            SayOfItem(field);
            var kind = field.Name is "title" ? SyntaxKind.Headline
                : field == content ? SyntaxKind.Paragraph
                : field == summary ? (content is null ? SyntaxKind.Paragraph : repeats ? SyntaxKind.None : SyntaxKind.Standfirst)
                : SyntaxKind.None;
            if (kind is not SyntaxKind.None) Write(field, kind);
        }
    }

    private void SayOfItem(Field field)
    {
        switch (field.Name)
        {
            case "title": Say(DocumentPropertyKind.Title, field); break;
            case "dc:creator" or "author" or "itunes:author": SayAuthor(field); break;
            case "pubdate" or "published" or "dc:date" or "issued": Say(DocumentPropertyKind.Published, field); break;
            case "updated" or "modified" or "dcterms:modified": Say(DocumentPropertyKind.Modified, field); break;
            case "category" or "dc:subject" when !_filed: Say(DocumentPropertyKind.Section, field); break;
            case "link" when XmlScanner.Attribute(_page, _tokens[field.First].Span, "href") is { } address: _properties.Add((DocumentPropertyKind.Address, address, _section)); break;
            case "link": Say(DocumentPropertyKind.Address, field); break;
            case "source" or "dc:publisher": Say(DocumentPropertyKind.Publisher, field); break;
            case "dc:language": Say(DocumentPropertyKind.Language, field); break;
        }
    }

    /// <summary>Atom puts the name of an author into an element of its own.</summary>
    private void SayAuthor(Field field)
    {
        var name = Find(Fields(field.First + 1, field.End), "name") ?? field;
        Say(DocumentPropertyKind.Author, name);
    }

    private void Say(DocumentPropertyKind kind, Field field)
    {
        if (ContentOf(field) is { } span && BlockReader.Trim(_page, span.Start, span.End) is { IsEmpty: false } trimmed) _properties.Add((kind, trimmed, _section < 0 ? null : _section));
        _filed |= kind is DocumentPropertyKind.Section;
    }

    private void Write(Field field, SyntaxKind kind)
    {
        if (ContentOf(field) is not { } content) return;
        _writer.Markup(SourcePieceKind.Embedded, content.Start);
        if (_writer.Length > 0) _writer.Break('\n');
        var blocks = NestedText.Write(_writer, part => Unescape(part, field), text => ReadPart(text, kind), _page);
        _blocks.AddRange(blocks.Select(block => block with { Section = _section }));
    }

    private Rendition ReadPart(SourceText text, SyntaxKind kind)
    {
        Rendition read;
        if (NestedText.HoldsTags(text.Text))
        {
            read = HtmlReader.Read(text, _cancellation);
        }
        else
        {
            var resolved = NestedText.ResolveReferences(text);
            read = new Rendition(resolved, kind is SyntaxKind.Paragraph ? NestedText.BodyLines(resolved.Text, _cancellation) : [], []);
        }
        if (kind is SyntaxKind.Paragraph) return read;
        var span = BlockReader.Trim(read.Text.Text, 0, read.Text.Length);
        return read with { Blocks = span.IsEmpty ? [] : [new RawBlock(kind, span, 0, "")] };
    }

    /// <summary>Writes what the content of an element stands for: HTML written as XML stays as it is, all else loses its escapes.</summary>
    private void Unescape(RenditionWriter part, Field field)
    {
        bool markup = HoldsTags(field);
        for (int i = field.First + 1; i < field.End; i++)
        {
            var token = _tokens[i];
            switch (token.Kind)
            {
                case XmlTokenKind.CData when !markup:
                    var inner = ParsedPage.Content(_page, token.Span);
                    part.Markup(SourcePieceKind.Tag, Math.Min(token.Span.Start + "<![CDATA[".Length, token.Span.End));
                    part.Verbatim(Math.Max(part.Page, token.Span.Start + "<![CDATA[".Length + inner.Length));
                    part.Markup(SourcePieceKind.Tag, token.Span.End);
                    break;
                case XmlTokenKind.Text when !markup:
                    UnescapeText(part, token.Span.End);
                    break;
                case XmlTokenKind.Other when !markup:
                    part.Markup(SourcePieceKind.Comment, token.Span.End);
                    break;
                default:
                    part.Verbatim(token.Span.End);
                    break;
            }
        }
    }

    private void UnescapeText(RenditionWriter part, int end)
    {
        while (part.Page < end)
        {
            int next = _page.AsSpan(part.Page, end - part.Page).IndexOf('&');
            part.Verbatim(next < 0 ? end : part.Page + next);
            if (next < 0) return;
            int length = CharacterReferences.Read(_page.AsSpan(part.Page, end - part.Page), out string value);
            if (length == 0) part.Verbatim(part.Page + 1);
            else part.Reference(part.Page + length, value);
        }
    }

    private bool HoldsTags(Field field)
    {
        for (int i = field.First + 1; i < field.End; i++)
            if (_tokens[i].Kind is XmlTokenKind.StartTag or XmlTokenKind.EmptyTag) return true;
        return false;
    }

    /// <summary>The content of a field as plain text, for comparing.</summary>
    private string Plain(Field field)
    {
        if (ContentOf(field) is null) return "";
        var part = new RenditionWriter(_page, _tokens[field.First].Span.End);
        Unescape(part, field);
        var text = SourceText.From(part.Take().Text);
        string read = NestedText.HoldsTags(text.Text) ? HtmlReader.Read(text, _cancellation).Text.Text : NestedText.ResolveReferences(text).Text;
        return read.Trim();
    }

    private string Value(TextSpan span)
    {
        string raw = _page.Substring(span.Start, span.Length);
        if (raw.StartsWith("<![CDATA[", StringComparison.Ordinal)) raw = raw["<![CDATA[".Length..].Replace("]]>", "", StringComparison.Ordinal);
        return CharacterReferences.Resolve(raw).Trim();
    }

    private TextSpan? ContentOf(Field field)
    {
        int start = _tokens[field.First].Span.End, end = field.End < _tokens.Count ? _tokens[field.End].Span.Start : _page.Length;
        return _tokens[field.First].Kind is XmlTokenKind.StartTag && end > start ? new TextSpan(start, end) : null;
    }

    private static Field? Find(List<Field> fields, string name)
    {
        foreach (var field in fields)
            if (field.Name == name) return field;
        return null;
    }

    /// <summary>The elements that stand side by side in a stretch of tokens.</summary>
    private List<Field> Fields(int first, int end)
    {
        var fields = new List<Field>();
        for (int i = first; i < end; i++)
        {
            if (_tokens[i].Kind is XmlTokenKind.EmptyTag)
            {
                fields.Add(new Field(_tokens[i].Name.ToLowerInvariant(), i, i));
            }
            else if (_tokens[i].Kind is XmlTokenKind.StartTag)
            {
                int close = Math.Min(EndOf(i), end);
                fields.Add(new Field(_tokens[i].Name.ToLowerInvariant(), i, close));
                i = close;
            }
        }
        return fields;
    }

    /// <summary>Index of the end tag of an element; of the next tag of its name where it has none, else the number of tokens.</summary>
    private int EndOf(int start)
    {
        string name = _tokens[start].Name;
        int depth = 0;
        for (int i = start + 1; i < _tokens.Count; i++)
        {
            if (_tokens[i].Kind is not (XmlTokenKind.StartTag or XmlTokenKind.EndTag) || !_tokens[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            if (_tokens[i].Kind is XmlTokenKind.StartTag) depth++;
            else if (depth-- == 0) return i;
        }
        return _tokens.Count;
    }
}
