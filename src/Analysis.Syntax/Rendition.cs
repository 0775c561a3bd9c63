using System.Collections.Immutable;
using System.Text;

namespace Analysis.Syntax;

/// <summary>A document as its reader reads it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Blocks">Its blocks in order: disjoint, and nothing but white space between them.</param>
/// <param name="Properties">What its markup says of it, in order of the page.</param>
internal sealed record Rendition(SourceText Text, List<RawBlock> Blocks, ImmutableArray<DocumentProperty> Properties)
{
    /// <summary>A text without markup, read line by line.</summary>
    public static Rendition OfPlainText(SourceText source, CancellationToken cancellation)
    {
        var text = UnseenCharacters.PassOver(source);
        return new Rendition(text, BlockReader.Read(text.Text, cancellation), []);
    }
}

/// <summary>Writes the text that is read out of a page, and keeps what became of every character.</summary>
/// <param name="page">The page. It is written from its first character to its last, each once.</param>
/// <param name="start">Where to begin in it: greater than zero for a part of it alone, which <see cref="Take"/> gives.</param>
internal sealed class RenditionWriter(string page, int start = 0)
{
    // Of a page much is text; a part of it may be a word.
    private readonly StringBuilder _text = new(start == 0 ? Math.Min(page.Length, 1 << 16) : 64);
    private readonly ImmutableArray<SourcePiece>.Builder _pieces = ImmutableArray.CreateBuilder<SourcePiece>();
    private char _last = '\n';

    /// <summary>Up to where the page is written.</summary>
    public int Page { get; private set; } = start;

    /// <summary>Number of characters of the text so far.</summary>
    public int Length => _text.Length;

    /// <summary>Whether the last character of the text is white space, or there is none.</summary>
    public bool EndsInSpace => _last is ' ' or '\n' or '\t' or '\r';

    /// <summary>The last character of the text; a line feed when there is none.</summary>
    public char Last => _last;

    /// <summary>The last characters of the text.</summary>
    public string Tail(int most) => _text.ToString(Math.Max(0, _text.Length - most), Math.Min(most, _text.Length));

    /// <summary>The last character of the text that is no white space; NUL when there is none.</summary>
    public char LastVisible
    {
        get
        {
            for (int i = _text.Length - 1; i >= 0 && i > _text.Length - 64; i--)
                if (!char.IsWhiteSpace(_text[i])) return _text[i];
            return '\0';
        }
    }

    /// <summary>Passes over markup.</summary>
    public void Markup(SourcePieceKind kind, int end) => Add(kind, end, 0);

    /// <summary>Takes characters over as they are, but for those that nobody sees in a word.</summary>
    public void Verbatim(int end)
    {
        while (Page < end)
        {
            int stop = UnseenCharacters.Next(page.AsSpan(0, end), Page, _last);
            if (stop > Page)
            {
                _text.Append(page, Page, stop - Page);
                _last = page[stop - 1];
                Add(SourcePieceKind.Text, stop, stop - Page);
            }
            if (stop < end) Markup(SourcePieceKind.Tag, stop + 1);
        }
    }

    /// <summary>Takes characters for others that they stand for; for nothing where nobody sees those in a word.</summary>
    public void Reference(int end, string value)
    {
        if (value.Length == 1 && UnseenCharacters.Next(value, 0, _last) == 0)
        {
            Markup(SourcePieceKind.Tag, end);
            return;
        }
        _text.Append(value);
        if (value.Length > 0) _last = value[^1];
        Add(SourcePieceKind.Reference, end, value.Length);
    }

    /// <summary>Takes white space for one space, or for nothing behind other white space.</summary>
    public void Space(int end)
    {
        if (EndsInSpace)
        {
            Add(SourcePieceKind.Space, end, 0);
        }
        else if (end - Page == 1 && page[Page] == ' ')
        {
            Verbatim(end);
        }
        else
        {
            _text.Append(' ');
            _last = ' ';
            Add(SourcePieceKind.Space, end, 1);
        }
    }

    /// <summary>Writes a character for which nothing stands in the page: a line feed between blocks and lines, a tab between the cells of a table.</summary>
    public void Break(char sign)
    {
        _text.Append(sign);
        _last = sign;
        _pieces.Add(new SourcePiece(SourcePieceKind.Break, new TextSpan(Page, Page), new TextSpan(_text.Length - 1, _text.Length)));
    }

    /// <summary>Takes over a part of the page that was read by itself.</summary>
    /// <param name="text">What it was read as.</param>
    /// <param name="pieces">What became of its characters: from <see cref="Page"/> on, and counted from zero in the text.</param>
    public void Splice(string text, ImmutableArray<SourcePiece> pieces)
    {
        int offset = _text.Length;
        foreach (var piece in pieces)
        {
            _pieces.Add(piece with { Text = new TextSpan(piece.Text.Start + offset, piece.Text.End + offset) });
            Page = piece.Page.End;
        }
        _text.Append(text);
        if (text.Length > 0) _last = text[^1];
    }

    /// <summary>What is written of a part of the page.</summary>
    public (string Text, ImmutableArray<SourcePiece> Pieces) Take() => (_text.ToString(), _pieces.DrainToImmutable());

    /// <summary>The finished text. The rest of the page is markup.</summary>
    public SourceText Complete(SourceText source)
    {
        if (Page < page.Length) Markup(SourcePieceKind.Tag, page.Length);
        return SourceText.ReadOutOf(source, _text.ToString(), _pieces.DrainToImmutable());
    }

    private void Add(SourcePieceKind kind, int end, int length)
    {
        if (end <= Page) return;
        if (_pieces.Count > 0 && _pieces[^1] is var last && last.Kind == kind && kind is SourcePieceKind.Text or SourcePieceKind.Tag or SourcePieceKind.Comment or SourcePieceKind.Embedded
            && last.Page.End == Page && last.Text.End == _text.Length - length)
            _pieces[^1] = new SourcePiece(kind, new TextSpan(last.Page.Start, end), new TextSpan(last.Text.Start, _text.Length));
        else
            _pieces.Add(new SourcePiece(kind, new TextSpan(Page, end), new TextSpan(_text.Length - length, _text.Length)));
        Page = end;
    }
}
