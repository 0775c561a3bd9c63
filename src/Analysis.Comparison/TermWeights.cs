using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Analysis.Comparison;

/// <summary>Weights of terms: the rarer among the claims, the heavier. Integer logarithms, the same on every machine.</summary>
internal sealed class TermWeights
{
    private readonly int[] _weights;

    /// <summary>Takes weights, one for each term; positive.</summary>
    public TermWeights(int[] weights) => _weights = weights;

    /// <summary>Number of terms that have a weight; terms are 0 to this, exclusive.</summary>
    public int Count => _weights.Length;

    /// <summary>The weight of a term; positive.</summary>
    public int this[int term] => _weights[term];

    /// <summary>How many terms two ascending lists share, and their weight.</summary>
    public (int Count, int Weight) OfShared(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        int count = 0, weight = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            if (left[l] == right[r])
            {
                count++;
                weight += _weights[left[l]];
                l++;
                r++;
            }
            else if (left[l] < right[r]) l++;
            else r++;
        }
        return (count, weight);
    }

    public int Sum(List<int> of) => Sum(CollectionsMarshal.AsSpan(of));

    public int Sum(ReadOnlySpan<int> of)
    {
        int sum = 0;
        foreach (int term in of) sum += _weights[term];
        return sum;
    }

    /// <summary>Weighs the terms of claims.</summary>
    public static TermWeights Of(int termCount, IEnumerable<ClaimProfile> claims)
    {
        var frequency = new int[termCount];
        int count = 0;
        foreach (var claim in claims)
        {
            count++;
            foreach (int term in claim.ContentTerms) frequency[term]++;
        }
        var weights = new int[termCount];
        for (int t = 0; t < termCount; t++) weights[t] = 8 + 4 * BitOperations.Log2((uint)((count + 1) / Math.Max(1, frequency[t])) | 1);
        return new TermWeights(weights);
    }
}
