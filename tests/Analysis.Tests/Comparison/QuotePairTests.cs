using System.Text;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>Quotations of invented reports as two desks print them, about half of them unaltered, in <c>quote-pairs.txt</c>; each pair is also compared the other way round.</summary>
public class QuotePairTests
{
    private static PairFile File { get; } = new("Comparison", "quote-pairs.txt");

    public static TheoryData<string> Sections => [.. File.Sections];

    [Theory]
    [MemberData(nameof(Sections))]
    public void Pair_HasTheAlterationOfItsSection(string section)
    {
        string[] expected = PairFile.ExpectedOf(section).Split(" / ");
        var misses = new StringBuilder();
        int pairs = 0;
        foreach (var (left, right) in File.Pairs(section))
        {
            pairs++;
            string found = Found(left, right), mirrored = Found(right, left);
            if (found != expected[0] || mirrored != expected[^1]) misses.Append('\n').Append(found).Append(" / ").Append(mirrored).Append('\n').Append(left).Append('\n').Append(right);
        }
        Assert.True(pairs > 1);
        Assert.True(misses.Length == 0, misses.ToString());
    }

    private static string Found(string left, string right)
    {
        var quotes = Engine.Compare(left, right).Quotes;
        return quotes.IsEmpty ? "None" : string.Join(" + ", quotes.Select(quote => quote.Alteration));
    }
}
