namespace Analysis.Cli.Output;

/// <summary>A place in a text as compilers and editors say it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
internal readonly record struct LinePosition(int Line, int Column);

/// <summary>Finds lines and columns of offsets. A line ends with a line feed, a carriage return, or both.</summary>
internal sealed class LineMap
{
    private readonly List<int> _starts;

    public LineMap(string text)
    {
        // Editors do not count a byte order mark.
        _starts = [text.StartsWith('\uFEFF') ? 1 : 0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' || (text[i] is '\r' && (i + 1 == text.Length || text[i + 1] is not '\n')))
                _starts.Add(i + 1);
        }
    }

    /// <summary>Where an offset stands.</summary>
    /// <param name="offset">In UTF-16 units.</param>
    public LinePosition Of(int offset)
    {
        int line = _starts.BinarySearch(offset);
        // Of an offset that starts no line, the search gives the complement of the next line.
        if (line < 0) line = Math.Max(~line - 1, 0);
        return new LinePosition(line + 1, Math.Max(offset - _starts[line], 0) + 1);
    }
}
