using System.Text;
using Analysis.Comparison;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>Sentences of two reports of one event, most of which tempt to see a conflict, in <c>conflict-pairs.txt</c>; each pair is also compared the other way round.</summary>
public sealed class ConflictPairTests
{
    private static string[] Lines { get; } = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Comparison", "conflict-pairs.txt"));

    public static TheoryData<string> Sections => [.. Lines.Where(line => line.StartsWith("== ", StringComparison.Ordinal)).Select(line => line[3..])];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Pair_ConflictsAsItsSectionSays(string section)
    {
        string expected = section[..section.IndexOf(':', StringComparison.Ordinal)];
        var misses = new StringBuilder();
        int pairs = 0;
        foreach (var (left, right) in Pairs(section))
        {
            pairs++;
            string found = Found(left, right), mirrored = Found(right, left);
            if (found != expected || mirrored != expected) misses.Append('\n').Append(found).Append(" / ").Append(mirrored).Append('\n').Append(left).Append('\n').Append(right);
        }
        Assert.True(pairs > 0);
        Assert.True(misses.Length == 0, misses.ToString());
    }

    private static IEnumerable<(string Left, string Right)> Pairs(string section)
    {
        int at = Array.IndexOf(Lines, "== " + section) + 1;
        for (; at < Lines.Length && !Lines[at].StartsWith("== ", StringComparison.Ordinal); at++)
            if (Lines[at].Length > 0) yield return (Lines[at], Lines[++at]);
    }

    private static string Found(string left, string right)
    {
        DifferenceKind[] kinds = [.. Reports.Conflicts(left, right).SelectMany(alignment => alignment.Differences).Where(difference => difference.Incompatible).Select(difference => difference.Kind)];
        return kinds.Length == 0 ? "None" : string.Join(" + ", kinds);
    }
}
