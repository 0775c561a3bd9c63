namespace Analysis.Language;

/// <summary>The one hash of features and words: fixed, because trained weights are stored by it.</summary>
internal static class FeatureHash
{
    /// <summary>FNV-1a over UTF-16 code units.</summary>
    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var unit in text)
            hash = Append(hash, unit);
        return hash;
    }

    /// <summary>The hash of a text one code unit longer.</summary>
    public static uint Append(uint hash, char unit) => (hash ^ unit) * 16777619u;

    /// <summary>The 64-bit form, for tables that trust the hash and keep no text.</summary>
    public static ulong Of(ReadOnlySpan<char> text, byte salt)
    {
        var hash = (14695981039346656037ul ^ salt) * 1099511628211ul;
        foreach (var unit in text)
            hash = (hash ^ unit) * 1099511628211ul;
        return hash;
    }

    /// <summary>Folds two values into one.</summary>
    public static uint Mix(uint first, uint second) => Scatter((first * 0x9E3779B1u) + second);

    /// <summary>Spreads the entropy of a value over all of its bits, the high ones above all.</summary>
    public static uint Scatter(uint value)
    {
        value ^= value >> 16;
        return value * 0x85EBCA6Bu;
    }
}

/// <summary>Collects the rows of one decision's features. The n-th call is template n, so every call must come in every decision.</summary>
internal ref struct RowWriter(Span<int> rows, int bits)
{
    private readonly Span<int> _rows = rows;
    private readonly int _shift = 32 - bits;
    private int _count;

    /// <summary>The rows so far.</summary>
    public readonly ReadOnlySpan<int> Rows => _rows[.._count];

    public void Add(uint value) => Write((value * 0xCC9E2D51u) + Template);

    public void Add(uint first, uint second) => Write((((first * 0xCC9E2D51u) + second) * 0x1B873593u) + Template);

    public void Add(uint first, uint second, uint third) =>
        Write((((((first * 0xCC9E2D51u) + second) * 0x1B873593u) + third) * 0xC2B2AE35u) + Template);

    private readonly uint Template => (uint)(_count + 1) * 0x9E3779B1u;

    private void Write(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6Bu;
        hash ^= hash >> 13;
        _rows[_count++] = (int)((hash * 0xC2B2AE35u) >> _shift);
    }
}
