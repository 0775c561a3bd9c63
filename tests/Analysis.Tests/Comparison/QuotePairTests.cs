using System.Text;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>Quotations of invented reports as two desks print them, about half of them unaltered, in <c>quote-pairs.txt</c>; each pair is also compared the other way round.</summary>
public class QuotePairTests
{
    private static string[] Lines { get; } = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Analysis.Tests", "Comparison", "quote-pairs.txt"));

    public static TheoryData<string> Sections => [.. Lines.Where(line => line.StartsWith("== ", StringComparison.Ordinal)).Select(line => line[3..])];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Pair_HasTheAlterationOfItsSection(string section)
    {
        string[] expected = section[..section.IndexOf(':', StringComparison.Ordinal)].Split(" / ");
        var misses = new StringBuilder();
        int pairs = 0;
        foreach (var (left, right) in Pairs(section))
        {
            pairs++;
            string found = Found(left, right), mirrored = Found(right, left);
            if (found != expected[0] || mirrored != expected[^1]) misses.Append('\n').Append(found).Append(" / ").Append(mirrored).Append('\n').Append(left).Append('\n').Append(right);
        }
        Assert.True(pairs > 1);
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
        var quotes = Engine.Compare(left, right).Quotes;
        return quotes.IsEmpty ? "None" : string.Join(" + ", quotes.Select(quote => quote.Alteration));
    }
}
