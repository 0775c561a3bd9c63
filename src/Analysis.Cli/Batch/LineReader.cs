using System.Buffers;

namespace Analysis.Cli.Batch;

/// <summary>A line of the input.</summary>
/// <param name="Number">From 1; blank lines count.</param>
/// <param name="Bytes">Without its line feed. In a rented array that <see cref="Dispose"/> gives back; empty for a line that is too long.</param>
/// <param name="TooLong">Whether it is over <see cref="LineReader.LongestLine"/>.</param>
/// <param name="Rented">The array.</param>
internal readonly record struct Line(long Number, ReadOnlyMemory<byte> Bytes, bool TooLong, byte[]? Rented) : IDisposable
{
    public void Dispose()
    {
        if (Rented is not null) ArrayPool<byte>.Shared.Return(Rented);
    }
}

/// <summary>Reads lines of bytes that are not blank, in memory of the longest line.</summary>
/// <param name="input">UTF-8, with or without a byte order mark.</param>
internal sealed class LineReader(Stream input)
{
    /// <summary>Longest line in bytes. Holds the largest article with every third character escaped, and any usual comparison.</summary>
    public const int LongestLine = 64 * 1024 * 1024;

    private const int FirstBuffer = 64 * 1024;

    private byte[] _buffer = new byte[FirstBuffer];
    private int _start, _end;
    private long _number;
    private bool _ended;

    /// <summary>Reads to the end, one line at a time. Waits for the input in the calling thread.</summary>
    public IEnumerable<Line> Read()
    {
        while (TryRead(out var line))
        {
            if (line.TooLong || !IsBlank(line.Bytes.Span)) yield return line;
            else line.Dispose();
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\r"u8);

    private bool TryRead(out Line line)
    {
        bool tooLong = false;
        for (int scanned = _start; ;)
        {
            int at = _buffer.AsSpan(scanned, _end - scanned).IndexOf((byte)'\n');
            if (at >= 0 || _ended)
            {
                int end = at >= 0 ? scanned + at : _end;
                line = default;
                if (at < 0 && end == _start && !tooLong) return false;
                line = Take(end, tooLong || end - _start > LongestLine);
                _start = Math.Min(end + 1, _end);
                return true;
            }
            scanned = _end;
            if (_end - _start > LongestLine)
            {
                // What is over the limit is read past, not kept.
                tooLong = true;
                scanned = _start = _end = 0;
            }
            scanned -= Fill();
        }
    }

    private Line Take(int end, bool tooLong)
    {
        _number++;
        if (tooLong) return new Line(_number, default, TooLong: true, Rented: null);
        var bytes = _buffer.AsSpan(_start, end - _start);
        if (_number == 1 && bytes.StartsWith("\uFEFF"u8)) bytes = bytes["\uFEFF"u8.Length..];
        byte[] rented = ArrayPool<byte>.Shared.Rent(bytes.Length);
        bytes.CopyTo(rented);
        return new Line(_number, rented.AsMemory(0, bytes.Length), TooLong: false, rented);
    }

    /// <summary>Reads more behind what is there.</summary>
    /// <returns>By how much what was there has moved to the front.</returns>
    private int Fill()
    {
        int moved = 0;
        if (_end == _buffer.Length)
        {
            moved = _start;
            if (_start > 0) _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            else Array.Resize(ref _buffer, _buffer.Length * 2);
            _end -= moved;
            _start = 0;
        }
        int read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _ended = read == 0;
        return moved;
    }
}
