using System.Collections.Immutable;
using System.Text;

namespace Analysis.Syntax;

/// <summary>Leads from characters of a decoded text to the bytes they were decoded from.</summary>
/// <param name="repairs">Number of places that could not be decoded.</param>
internal abstract class ByteMap(int repairs)
{
    /// <summary>Number of places that could not be decoded and stand as U+FFFD.</summary>
    public int Repairs { get; } = repairs;

    /// <summary>Offset of the first byte of a character; the number of bytes for the end of the text.</summary>
    public abstract int ToByte(int position);
}

/// <summary>UTF-8: bytes are counted from the characters, but for the places that were repaired.</summary>
/// <param name="text">The decoded text.</param>
/// <param name="repaired">For every repaired place its character and how many bytes it stands for; ascending.</param>
/// <param name="repairs">Number of repairs.</param>
internal sealed class Utf8Map(string text, ImmutableArray<(int Position, int Bytes)> repaired, int repairs) : ByteMap(repairs)
{
    private const int StrideBits = 9;

    // Wanted only where somebody asks for bytes; whoever comes first counts, and all count the same.
    private int[]? _checkpoints;

    public override int ToByte(int position)
    {
        var checkpoints = _checkpoints ??= Count();
        int checkpoint = position >> StrideBits, from = checkpoint << StrideBits;
        return checkpoints[checkpoint] + Count(from, position);
    }

    private int[] Count()
    {
        int[] checkpoints = new int[(text.Length >> StrideBits) + 1];
        for (int i = 1; i < checkpoints.Length; i++)
            checkpoints[i] = checkpoints[i - 1] + Count((i - 1) << StrideBits, i << StrideBits);
        return checkpoints;
    }

    private int Count(int start, int end)
    {
        int bytes = 0;
        // Halves of a surrogate pair are counted by themselves, so that a checkpoint may stand between them.
        foreach (char c in text.AsSpan(start, end - start)) bytes += c < 0x80 ? 1 : c < 0x800 || char.IsSurrogate(c) ? 2 : 3;
        if (repaired.IsEmpty) return bytes;
        for (int i = FirstRepair(start); i < repaired.Length && repaired[i].Position < end; i++) bytes += repaired[i].Bytes - 3;
        return bytes;
    }

    private int FirstRepair(int position)
    {
        int low = 0, high = repaired.Length;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (repaired[middle].Position < position) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

/// <summary>As many bytes for every character: single-byte charsets and UTF-16.</summary>
/// <param name="bytesPerUnit">Bytes for one UTF-16 code unit.</param>
/// <param name="length">Number of bytes.</param>
/// <param name="repairs">Number of repairs.</param>
internal sealed class FixedMap(int bytesPerUnit, int length, int repairs) : ByteMap(repairs)
{
    // The last unit of UTF-16 may be half of one.
    public override int ToByte(int position) => Math.Min(position * bytesPerUnit, length);
}

/// <summary>Charsets of one or more bytes a character: decoded once more, byte by byte, when somebody asks.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="encoding">Their encoding.</param>
/// <param name="length">Number of characters.</param>
/// <param name="repairs">Number of repairs.</param>
internal sealed class SteppedMap(ReadOnlyMemory<byte> bytes, Encoding encoding, int length, int repairs) : ByteMap(repairs)
{
    private int[]? _starts;

    public override int ToByte(int position) => (_starts ??= Step())[position];

    private int[] Step()
    {
        int[] starts = new int[length + 1];
        var decoder = encoding.GetDecoder();
        Span<char> decoded = stackalloc char[16];
        int position = 0, start = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            int count = decoder.GetChars(bytes.Span.Slice(i, 1), decoded, flush: i == bytes.Length - 1);
            if (count == 0) continue;
            for (int c = 0; c < count && position < length; c++) starts[position++] = start;
            start = i + 1;
        }
        while (position <= length) starts[position++] = bytes.Length;
        return starts;
    }
}
