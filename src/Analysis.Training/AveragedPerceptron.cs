using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Analysis.Language;

namespace Analysis.Training;

/// <summary>The trainable form of <see cref="LinearModel"/>: whole weights, and their sum over all steps.</summary>
internal sealed class AveragedPerceptron(int bits) : ILinearScorer
{
    private readonly int[] _weights = new int[(1 << bits) + LinearModel.MaxClasses];

    // Sum over the updates of their size times the step they came at: what the average is short of the last weights.
    private readonly long[] _late = new long[(1 << bits) + LinearModel.MaxClasses];
    private long _step = 1;

    public int Bits => bits;

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> rows, Span<int> scores)
    {
        Vector256<int> a = default, b = default, c = default, d = default, e = default, f = default;
        Vector256<int> g = default, h = default, i = default, j = default, k = default, l = default;
        foreach (var row in rows)
        {
            ref readonly var first = ref MemoryMarshal.GetReference(_weights.AsSpan(row, LinearModel.MaxClasses));
            a += Vector256.LoadUnsafe(in first);
            b += Vector256.LoadUnsafe(in first, 8);
            c += Vector256.LoadUnsafe(in first, 16);
            d += Vector256.LoadUnsafe(in first, 24);
            e += Vector256.LoadUnsafe(in first, 32);
            f += Vector256.LoadUnsafe(in first, 40);
            g += Vector256.LoadUnsafe(in first, 48);
            h += Vector256.LoadUnsafe(in first, 56);
            i += Vector256.LoadUnsafe(in first, 64);
            j += Vector256.LoadUnsafe(in first, 72);
            k += Vector256.LoadUnsafe(in first, 80);
            l += Vector256.LoadUnsafe(in first, 88);
        }

        ReadOnlySpan<Vector256<int>> sums = [a, b, c, d, e, f, g, h, i, j, k, l];
        MemoryMarshal.Cast<Vector256<int>, int>(sums).CopyTo(scores);
    }

    /// <summary>Counts a decision.</summary>
    public void Step() => _step++;

    /// <summary>Moves the weights of a decision's features from one class to another.</summary>
    public void Update(ReadOnlySpan<int> rows, int good, int bad)
    {
        Add(rows, good, 1);
        Add(rows, bad, -1);
    }

    /// <summary>Adds to the weights of a decision's features for one class.</summary>
    public void Add(ReadOnlySpan<int> rows, int target, int amount)
    {
        foreach (var row in rows)
        {
            _weights[row + target] += amount;
            _late[row + target] += amount * _step;
        }
    }

    /// <summary>Adds the averaged weights to <paramref name="sum"/>.</summary>
    public void AddAverage(double[] sum)
    {
        for (var slot = 0; slot < sum.Length; slot++)
            sum[slot] += (((double)_weights[slot] * _step) - _late[slot]) / _step;
    }

    /// <summary>Average of the averages, scaled so that the largest weight takes the whole of a byte: clipping costs accuracy.</summary>
    public static LinearModel Quantise(int bits, int classes, double[] sum)
    {
        var largest = sum.Max(Math.Abs);
        var weights = Array.ConvertAll(sum, weight => (sbyte)Math.Round(weight * sbyte.MaxValue / largest));
        return new LinearModel(bits, classes, weights);
    }
}
