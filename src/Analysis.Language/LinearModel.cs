using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Analysis.Language;

/// <summary>
/// A linear classifier over hashed features. A feature's row is <see cref="RowWidth"/> neighbouring weights, one a class; rows start at
/// any slot and overlap, so a table of 2^n slots serves any number of features, with collisions that training has seen.
/// </summary>
/// <remarks>Sums are 16-bit integers: the same on every machine, and 127 × <see cref="MaxFeatures"/> fits.</remarks>
internal sealed class LinearModel
{
    /// <summary>Weights in a row and upper bound of the number of classes; a multiple of the vector width.</summary>
    public const int RowWidth = 96;

    /// <summary>Most features a decision may have.</summary>
    public const int MaxFeatures = 192;

    private readonly sbyte[] _weights;

    /// <param name="bits">Base-2 logarithm of the number of slots.</param>
    /// <param name="weights">The slots, followed by <see cref="RowWidth"/> more for rows that start near the end.</param>
    /// <exception cref="InvalidDataException">The table has another length.</exception>
    public LinearModel(int bits, sbyte[] weights)
    {
        if (weights.Length != (1 << bits) + RowWidth)
            throw new InvalidDataException($"A table of 2^{bits} slots has {(1 << bits) + RowWidth} weights, not {weights.Length}.");
        Bits = bits;
        _weights = weights;
    }

    /// <summary>Base-2 logarithm of the number of slots.</summary>
    public int Bits { get; }

    /// <summary>The stored weights.</summary>
    public ReadOnlySpan<sbyte> Weights => _weights;

    /// <summary>Sums the rows into <paramref name="scores"/>, <see cref="RowWidth"/> of them.</summary>
    public void Score(ReadOnlySpan<int> rows, Span<short> scores)
    {
        Vector256<short> a = default, b = default, c = default, d = default, e = default, f = default;
        foreach (var row in rows)
        {
            ref readonly var first = ref MemoryMarshal.GetReference(_weights.AsSpan(row, RowWidth));
            var w = Vector256.LoadUnsafe(in first);
            a += Vector256.WidenLower(w);
            b += Vector256.WidenUpper(w);
            w = Vector256.LoadUnsafe(in first, 32);
            c += Vector256.WidenLower(w);
            d += Vector256.WidenUpper(w);
            w = Vector256.LoadUnsafe(in first, 64);
            e += Vector256.WidenLower(w);
            f += Vector256.WidenUpper(w);
        }

        a.CopyTo(scores);
        b.CopyTo(scores[16..]);
        c.CopyTo(scores[32..]);
        d.CopyTo(scores[48..]);
        e.CopyTo(scores[64..]);
        f.CopyTo(scores[80..]);
    }
}
