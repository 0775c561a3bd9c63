using System.Collections.Immutable;
using Analysis.Comparison;

namespace Analysis.Tests.Comparison;

public class WordAlignmentTests
{
    [Theory]
    [InlineData("a b c", "a b c", "0-0 1-1 2-2")]
    [InlineData("a b c", "a x c", "0-0 2-2")]
    [InlineData("a b", "c d", "")]
    [InlineData("", "a", "")]
    [InlineData("a b c d e", "x c d e a b", "2-1 3-2 4-3")] // The longest run first; what stands on the other side of it does not fit.
    [InlineData("a a b", "a b a", "1-0 2-1")]
    public void Align_TakesTheLongestRunFirst(string left, string right, string pairs) => Assert.Equal(pairs, Shown(Words(left), Words(right)));

    [Theory]
    [InlineData(false, "6-6 7-7 8-8")] // Two words far from the rest are a coincidence,
    [InlineData(true, "0-0 1-1 6-6 7-7 8-8")] // unless it is known what stands between.
    public void Align_LeavesStrayWordsOut(bool isExplained, string pairs) =>
        Assert.Equal(pairs, string.Join(' ', WordAlignment.Align([1, 2, 11, 12, 13, 14, 3, 4, 5], [1, 2, 21, 22, 23, 24, 3, 4, 5], _ => isExplained).Select(pair => $"{pair.Left}-{pair.Right}")));

    [Fact]
    public void Align_AgreesWithAPlainSearch()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            // Few words repeat often, many words seldom.
            var (left, right) = (Words(seed, 40, 2 + seed % 29), Words(seed + 1000, 35, 2 + seed % 29));
            var pairs = WordAlignment.Align(left, right);
            var (start, length) = LongestRun(left, right);
            if (length > 2) Assert.Contains((start.Left, start.Right), pairs);
            for (int k = 0; k < pairs.Count; k++)
            {
                Assert.Equal(left[pairs[k].Left], right[pairs[k].Right]);
                if (k > 0) Assert.True(pairs[k].Left > pairs[k - 1].Left && pairs[k].Right > pairs[k - 1].Right);
            }
        }
    }

    private static ((int Left, int Right) Start, int Length) LongestRun(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        var best = (Start: (Left: 0, Right: 0), Length: 0);
        for (int i = 0; i < left.Length; i++)
            for (int j = 0; j < right.Length; j++)
            {
                int length = 0;
                while (i + length < left.Length && j + length < right.Length && left[i + length] == right[j + length]) length++;
                if (length > best.Length || length == best.Length && i + j < best.Start.Left + best.Start.Right) best = ((i, j), length);
            }
        return best;
    }

    private static string Shown(ImmutableArray<string> left, ImmutableArray<string> right) =>
        string.Join(' ', WordAlignment.Align(left, right).Select(pair => $"{pair.Left}-{pair.Right}"));

    private static ImmutableArray<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static ImmutableArray<string> Words(int seed, int count, int words)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => ((char)('a' + random.Next(words))).ToString())];
    }
}
