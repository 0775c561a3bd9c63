using System.Collections.Immutable;

namespace Analysis.Comparison;

/// <summary>Ascending lists of terms, each term once.</summary>
internal static class TermLists
{
    /// <summary>Whether two ascending lists have a term in common.</summary>
    public static bool Meet(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            if (left[l] == right[r]) return true;
            if (left[l] < right[r]) l++;
            else r++;
        }
        return false;
    }

    /// <summary>How many entries two ascending lists have in common.</summary>
    public static int CommonOf<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : IComparable<T>
    {
        int common = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            int order = left[l].CompareTo(right[r]);
            if (order == 0) common++;
            if (order <= 0) l++;
            if (order >= 0) r++;
        }
        return common;
    }

    /// <summary>Common terms of two ascending lists.</summary>
    public static List<int> Intersect(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        var shared = new List<int>();
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            if (left[l] == right[r])
            {
                shared.Add(left[l]);
                l++;
                r++;
            }
            else if (left[l] < right[r]) l++;
            else r++;
        }
        return shared;
    }

    /// <summary>Whether a list is a part of another.</summary>
    public static bool IsWithin(ImmutableArray<int> terms, ImmutableArray<int> wider) => Intersect(terms, wider).Count == terms.Length;
}
