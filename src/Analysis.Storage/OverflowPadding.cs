namespace Analysis.Storage;

/// <summary>Keeps the bytes of an article out of SQLite's shared pages, so that deleting them leaves none behind.</summary>
/// <remarks>
/// Rows share pages, and SQLite copies them to other pages as the neighbours come and go. secure_delete overwrites a deleted row where it
/// lies, but not the copies in parts of pages that are unused by now: of some hundred short articles, a few could be read after their
/// deletion. The part of a row that does not fit the shared page lies in pages of its own, though, which never move and are overwritten as
/// a whole. SQLite's file format fixes the length of the part that stays (section 1.6, "B-tree Pages"): where the rest of the row fills
/// its pages exactly, that is the least there is. So each row gets padding before the bytes, to fill both. It costs half a page and, on
/// average, another half.
/// </remarks>
internal static class OverflowPadding
{
    /// <summary>Size of a page of the database.</summary>
    public const int PageSize = 4096;

    /// <summary>What stays on the shared page, at the least.</summary>
    private const int Shared = (PageSize - 12) * 32 / 255 - 23;

    /// <summary>What a page of the rest holds; four bytes point to the next.</summary>
    private const int Rest = PageSize - 4;

    /// <summary>Length of the padding of a row of <c>contents</c>.</summary>
    /// <param name="idLength">Of the id, in bytes.</param>
    /// <param name="number">Of the revision.</param>
    /// <param name="contentLength">In bytes.</param>
    public static int Length(int idLength, long number, long contentLength)
    {
        // The columns in their order: id, number, padding, bytes. First comes the length of this header, then a type for each column.
        const int TypeOfPadding = 2; // 12 + 2 x length: at least 990, at most 9174.
        long header = 1 + NumberLength(13 + 2L * idLength) + 1 + TypeOfPadding + NumberLength(12 + 2 * contentLength);
        long row = header + idLength + IntegerLength(number) + Shared + contentLength;
        long over = (row - Shared) % Rest;
        return Shared + (int)(over == 0 ? 0 : Rest - over);
    }

    /// <summary>Length of a number in SQLite's headers: seven bits a byte.</summary>
    private static int NumberLength(long number)
    {
        int length = 1;
        for (; number > 0x7f; number >>= 7) length++;
        return length;
    }

    /// <summary>Length of an integer as a value; 1 is written in its type alone.</summary>
    private static int IntegerLength(long number) => number switch
    {
        <= 1 => 0,
        <= sbyte.MaxValue => 1,
        <= short.MaxValue => 2,
        < 1 << 23 => 3,
        _ => 4,
    };
}
