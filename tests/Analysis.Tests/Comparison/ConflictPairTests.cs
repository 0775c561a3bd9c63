using System.Text;
using Analysis.Comparison;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>Sentences of two reports of one event, most of which tempt to see a conflict, in <c>conflict-pairs.txt</c>; each pair is also compared the other way round.</summary>
public sealed class ConflictPairTests
{
    private static PairFile File { get; } = new("Comparison", "conflict-pairs.txt");

    public static TheoryData<string> Sections => [.. File.Sections];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Pair_ConflictsAsItsSectionSays(string section)
    {
        string expected = PairFile.ExpectedOf(section);
        var misses = new StringBuilder();
        int pairs = 0;
        foreach (var (left, right) in File.Pairs(section))
        {
            pairs++;
            string found = Found(left, right), mirrored = Found(right, left);
            if (found != expected || mirrored != expected) misses.Append('\n').Append(found).Append(" / ").Append(mirrored).Append('\n').Append(left).Append('\n').Append(right);
        }
        Assert.True(pairs > 0);
        Assert.True(misses.Length == 0, misses.ToString());
    }

    private static string Found(string left, string right)
    {
        DifferenceKind[] kinds = [.. Reports.Conflicts(left, right).SelectMany(alignment => alignment.Differences).Where(difference => difference.Incompatible).Select(difference => difference.Kind)];
        return kinds.Length == 0 ? "None" : string.Join(" + ", kinds);
    }
}
