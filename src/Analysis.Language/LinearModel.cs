using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Analysis.Language;

/// <summary>
/// A linear classifier over hashed features. A feature's row is neighbouring weights, one a class; rows start at any slot and overlap, so
/// a table of 2^n slots serves any number of features, with collisions that training has seen.
/// </summary>
/// <remarks>Sums are 16-bit integers: the same on every machine, and 127 × <see cref="MaxFeatures"/> fits.</remarks>
internal sealed class LinearModel : ILinearScorer
{
    /// <summary>Most classes a model may have; a multiple of the vector width.</summary>
    public const int MaxClasses = 96;

    /// <summary>Most classes for which a row is a third shorter, which the parser's speed hangs on.</summary>
    public const int FewClasses = 64;

    /// <summary>Most features a decision may have.</summary>
    public const int MaxFeatures = 192;

    private readonly sbyte[] _weights;
    private readonly bool _few;

    /// <param name="bits">Base-2 logarithm of the number of slots.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="weights">The slots, followed by <see cref="MaxClasses"/> more for rows that start near the end.</param>
    /// <exception cref="InvalidDataException">The table has another length, or there are too many classes.</exception>
    public LinearModel(int bits, int classes, sbyte[] weights)
    {
        if (weights.Length != (1 << bits) + MaxClasses)
            throw new InvalidDataException($"A table of 2^{bits} slots has {(1 << bits) + MaxClasses} weights, not {weights.Length}.");
        if (classes > MaxClasses)
            throw new InvalidDataException($"A model has at most {MaxClasses} classes, not {classes}; drop the rarest.");
        Bits = bits;
        _weights = weights;
        _few = classes <= FewClasses;
    }

    /// <inheritdoc/>
    public int Bits { get; }

    /// <summary>The stored weights.</summary>
    public ReadOnlySpan<sbyte> Weights => _weights;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> rows, Span<int> scores)
    {
        if (_few)
            ScoreFew(rows, scores);
        else
            ScoreMany(rows, scores);
    }

    // Compiled well at once, like what finds the rows: else a short run spends most of its time here before the runtime gets to it. The first
    // ten articles take 60 ms of processor time then, not 155; in the long run it is the same.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScoreFew(ReadOnlySpan<int> rows, Span<int> scores)
    {
        ReadOnlySpan<sbyte> weights = _weights;
        Vector512<short> a = default, b = default;
        foreach (var row in rows)
        {
            ref readonly var first = ref MemoryMarshal.GetReference(weights.Slice(row, FewClasses));
            a += Widen(in first, 0);
            b += Widen(in first, 32);
        }

        Store(a, scores);
        Store(b, scores[32..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScoreMany(ReadOnlySpan<int> rows, Span<int> scores)
    {
        ReadOnlySpan<sbyte> weights = _weights;
        Vector512<short> a = default, b = default, c = default;
        foreach (var row in rows)
        {
            ref readonly var first = ref MemoryMarshal.GetReference(weights.Slice(row, MaxClasses));
            a += Widen(in first, 0);
            b += Widen(in first, 32);
            c += Widen(in first, 64);
        }

        Store(a, scores);
        Store(b, scores[32..]);
        Store(c, scores[64..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<short> Widen(ref readonly sbyte first, nuint offset) =>
        Vector512.WidenLower(Vector256.LoadUnsafe(in first, offset).ToVector512Unsafe());

    private static void Store(Vector512<short> sums, Span<int> scores)
    {
        var (lower, upper) = Vector512.Widen(sums);
        lower.CopyTo(scores);
        upper.CopyTo(scores[16..]);
    }
}

/// <summary>Sums the weights of a decision's features; trained or in training.</summary>
internal interface ILinearScorer
{
    /// <summary>Base-2 logarithm of the number of slots.</summary>
    int Bits { get; }

    /// <summary>Sums the rows into <paramref name="scores"/>, which has room for <see cref="LinearModel.MaxClasses"/>.</summary>
    void Score(ReadOnlySpan<int> rows, Span<int> scores);
}
