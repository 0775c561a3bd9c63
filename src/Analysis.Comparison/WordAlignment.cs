using System.Collections.Immutable;

namespace Analysis.Comparison;

/// <summary>Words that stand between common words of two lists; either range may be empty, not both.</summary>
/// <param name="LeftStart">First word on the left.</param>
/// <param name="LeftEnd">Just past the last word on the left.</param>
/// <param name="RightStart">First word on the right.</param>
/// <param name="RightEnd">Just past the last word on the right.</param>
internal readonly record struct Gap(int LeftStart, int LeftEnd, int RightStart, int RightEnd);

/// <summary>Aligns two lists of words as a reader does: the longest common run first, then what stands on either side of it.</summary>
internal static class WordAlignment
{
    /// <summary>A run of so few words, so far from the next, is a coincidence of common words.</summary>
    private const int StrayWords = 2, StrayDistance = 3;

    /// <summary>Aligns two lists. Time is bounded by the pairs of equal words times the number of runs; the caller bounds the lengths.</summary>
    /// <returns>Pairs of equal words, ascending on both sides.</returns>
    public static List<(int Left, int Right)> Align(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        var ids = new Dictionary<string, int>(left.Length + right.Length, StringComparer.Ordinal);
        var (l, r) = (new int[left.Length], new int[right.Length]);
        for (int i = 0; i < l.Length; i++) l[i] = IdOf(left[i]);
        for (int i = 0; i < r.Length; i++) r[i] = IdOf(right[i]);
        return Align(l, r);

        int IdOf(string word)
        {
            if (!ids.TryGetValue(word, out int id)) ids.Add(word, id = ids.Count);
            return id;
        }
    }

    /// <summary>Aligns two lists of words that are given as numbers.</summary>
    /// <param name="left">The words of the one.</param>
    /// <param name="right">The words of the other.</param>
    /// <param name="isExplained">Whether it is known why words differ in a gap, so that a short run beyond it is no coincidence; never where null.</param>
    /// <returns>Pairs of equal words, ascending on both sides.</returns>
    public static List<(int Left, int Right)> Align(ReadOnlySpan<int> left, ReadOnlySpan<int> right, Func<Gap, bool>? isExplained = null)
    {
        var search = new RunSearch(left, right);
        var runs = new List<(int Left, int Right, int Length)>();
        var open = new Stack<(int LeftStart, int LeftEnd, int RightStart, int RightEnd)>();
        open.Push((0, left.Length, 0, right.Length));
        while (open.TryPop(out var range))
        {
            var run = search.Longest(range.LeftStart, range.LeftEnd, range.RightStart, range.RightEnd);
            if (run.Length == 0) continue;
            runs.Add(run);
            open.Push((range.LeftStart, run.Left, range.RightStart, run.Right));
            open.Push((run.Left + run.Length, range.LeftEnd, run.Right + run.Length, range.RightEnd));
        }
        runs.Sort();
        while (runs.Count > 1 && IsStray(runs[0], runs[1], isExplained)) runs.RemoveAt(0);
        while (runs.Count > 1 && IsStray(runs[^1], runs[^2], isExplained)) runs.RemoveAt(runs.Count - 1);
        return [.. runs.SelectMany(run => Enumerable.Range(0, run.Length).Select(k => (run.Left + k, run.Right + k)))];
    }

    /// <summary>What stands between the common words, in order.</summary>
    public static List<Gap> Gaps(List<(int Left, int Right)> pairs, int leftLength, int rightLength)
    {
        var gaps = new List<Gap>();
        var (i, j) = (0, 0);
        foreach (var (left, right) in pairs.Append((leftLength, rightLength)))
        {
            if (left > i || right > j) gaps.Add(new Gap(i, left, j, right));
            (i, j) = (left + 1, right + 1);
        }
        return gaps;
    }

    private static bool IsStray((int Left, int Right, int Length) run, (int Left, int Right, int Length) next, Func<Gap, bool>? isExplained)
    {
        var (first, second) = run.Left < next.Left ? (run, next) : (next, run);
        int distance = Math.Max(second.Left - first.Left - first.Length, second.Right - first.Right - first.Length);
        return run.Length <= StrayWords && distance > StrayDistance && isExplained?.Invoke(new Gap(first.Left + first.Length, second.Left, first.Right + first.Length, second.Right)) is not true;
    }

    /// <summary>Finds common runs of two lists. Looks only at pairs of equal words, of which two lists that differ in order have few.</summary>
    private sealed class RunSearch
    {
        // Places of a word on the right, from the last to the first: for every word on the left its last place, for every place the one before it.
        private readonly int[] _lastPlace;
        private readonly int[] _placeBefore;

        // Length of the common run that ends at each place of the right, one further on; it counts where it was written for the row before.
        private readonly int[] _lengths;
        private readonly int[] _rows;
        private int _row;

        public RunSearch(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
        {
            var places = new Dictionary<int, int>(right.Length);
            _placeBefore = new int[right.Length];
            for (int j = 0; j < right.Length; j++)
            {
                _placeBefore[j] = places.GetValueOrDefault(right[j], -1);
                places[right[j]] = j;
            }
            _lastPlace = new int[left.Length];
            for (int i = 0; i < left.Length; i++) _lastPlace[i] = places.GetValueOrDefault(left[i], -1);
            _lengths = new int[right.Length + 1];
            _rows = new int[right.Length + 1];
        }

        /// <summary>The longest common run within two ranges; of several the one nearest to the start of both.</summary>
        public (int Left, int Right, int Length) Longest(int leftStart, int leftEnd, int rightStart, int rightEnd)
        {
            var best = (Left: 0, Right: 0, Length: 0);
            if (rightStart == rightEnd) return best;
            // No row of another search is the row before the first of this one.
            _row++;
            for (int i = leftStart; i < leftEnd; i++)
            {
                _row++;
                // From the last place to the first, so that the row before is still there when it is read.
                for (int j = _lastPlace[i]; j >= rightStart; j = _placeBefore[j])
                {
                    if (j >= rightEnd) continue;
                    int length = _rows[j] == _row - 1 ? _lengths[j] + 1 : 1;
                    (_lengths[j + 1], _rows[j + 1]) = (length, _row);
                    if (length < best.Length) continue;
                    var found = (Left: i - length + 1, Right: j - length + 1, Length: length);
                    if (length > best.Length || found.Left + found.Right < best.Left + best.Right) best = found;
                }
            }
            return best;
        }
    }
}
