using System.Text;
using Analysis.V1;

namespace Analysis.Cli.Output;

/// <summary>A place in a text as compilers and editors say it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal readonly record struct LinePosition(int Line, int Column);

/// <summary>Finds lines and columns of spans. A line ends with a line feed, a carriage return, or both.</summary>
/// <remarks>
/// Of a file its own lines count, markup included, so that an editor goes there: spans must say their bytes. Of what is stored, and of
/// UTF-16, the lines of the text count.
/// </remarks>
internal sealed class LineMap
{
    private readonly List<int> _starts;
    private readonly bool _inFile;
    private readonly int[]? _columns;

    /// <summary>Makes the map of an article.</summary>
    /// <param name="article">As it was sent.</param>
    /// <param name="text">Its text, as the answer gives it.</param>
    public LineMap(ArticleInput article, string text)
    {
        if (article.Inline?.Raw is { IsEmpty: false } raw && raw.Span is not ([0xff, 0xfe, ..] or [0xfe, 0xff, ..]))
        {
            _inFile = true;
            // Columns count UTF-16 units: one byte of a character counts for each of its units, further ones for none.
            text = Encoding.Latin1.GetString(raw.Span);
            _columns = Columns(raw.Span);
        }
        // Editors do not count a byte order mark.
        _starts = [text.StartsWith('\uFEFF') ? 1 : text.StartsWith("\u00ef\u00bb\u00bf", StringComparison.Ordinal) && _inFile ? 3 : 0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' || (text[i] is '\r' && (i + 1 == text.Length || text[i + 1] is not '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>Where a span begins.</summary>
    public LinePosition Of(Span span) => Of((int)(_inFile ? span.ByteSpan.Start : span.Start));

    /// <summary>Where the article begins.</summary>
    public LinePosition Start => Of(_starts[0]);

    private LinePosition Of(int offset)
    {
        int line = _starts.BinarySearch(offset);
        // Of an offset that starts no line, the search gives the complement of the next line.
        if (line < 0) line = Math.Max(~line - 1, 0);
        int column = Math.Max(offset - _starts[line], 0);
        if (_columns is not null) column = Math.Max(_columns[offset] - _columns[_starts[line]], 0);
        return new LinePosition(line + 1, column + 1);
    }

    /// <summary>Number of UTF-16 units before each byte; null where every byte is one.</summary>
    private static int[]? Columns(ReadOnlySpan<byte> bytes)
    {
        // Anything but UTF-8 that is not UTF-16 has, in what news is written in, a byte a character.
        if (Ascii.IsValid(bytes) || !System.Text.Unicode.Utf8.IsValid(bytes)) return null;
        int[] columns = new int[bytes.Length + 1];
        for (int i = 0; i < bytes.Length; i++) columns[i + 1] = columns[i] + (bytes[i] < 0x80 || bytes[i] is >= 0xc0 and < 0xf0 ? 1 : bytes[i] >= 0xf0 ? 2 : 0);
        return columns;
    }
}
