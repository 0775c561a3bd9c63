using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    // Inlined, the count stays in a register: a quarter less time for the parser.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint value) => _rows[_count++] = (int)(value * 0xCC9E2D51u);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint first, uint second) => _rows[_count++] = (int)(((first * 0xCC9E2D51u) + second) * 0x1B873593u);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint first, uint second, uint third) =>
        _rows[_count++] = (int)(((((first * 0xCC9E2D51u) + second) * 0x1B873593u) + third) * 0xC2B2AE35u);

    /// <summary>Hashes what was added with the numbers of the templates.</summary>
    /// <returns>The rows. The buffer has room for one vector more than there are templates.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly ReadOnlySpan<int> Finish()
    {
        var template = (Vector256<uint>.Indices + Vector256<uint>.One) * 0x9E3779B1u;
        var step = Vector256.Create(unchecked((uint)Vector256<uint>.Count * 0x9E3779B1u));
        for (var index = 0; index < _count; index += Vector256<uint>.Count)
        {
            var place = _rows.Slice(index, Vector256<uint>.Count);
            var hash = Vector256.Create<int>(place).AsUInt32() + template;
            hash ^= hash >>> 16;
            hash *= 0x85EBCA6Bu;
            hash ^= hash >>> 13;
            ((hash * 0xC2B2AE35u) >>> _shift).AsInt32().CopyTo(place);
            template += step;
        }

        return _rows[.._count];
    }
}
