using System.Text.RegularExpressions;
using Analysis.Benchmarks.Accuracy;
using Analysis.Comparison;
using Analysis.Syntax;

namespace Analysis.Tests.Accuracy;

/// <summary>How pairs of reports are read, and that the two parts keep the rules their heads state.</summary>
public partial class ReportPairTests
{
    private const string Guilty = """
        # A remark.
        ## 004 QUANTITY passive
        < 2025-03-04 | [Two] hurt
        [Two] people were hurt.

        A third fled.
        > 2025-03-05 | Fall of a ladder
        It fell on [three].
        """;

    [Fact]
    public void Brackets_AreMarks_AndNoPartOfTheText()
    {
        var pair = Assert.Single(Parse(Guilty));
        Assert.Equal((4, DifferenceKind.Quantity, "passive", true), (pair.Number, pair.Kind, pair.Word, pair.OneEvent));
        Assert.Equal("Two hurt\n\nTwo people were hurt.\n\nA third fled.\n", pair.Left.Text);
        Assert.Equal<TextSpan>([new TextSpan(0, 3), new TextSpan(10, 13)], pair.Left.Marked);
        Assert.Equal(("2025-03-05", "Fall of a ladder"), (pair.Right.Date, pair.Right.Title));
        Assert.Equal("three", pair.Right.Text[pair.Right.Marked[0].Start..pair.Right.Marked[0].End]);
    }

    [Fact]
    public void Innocent_OfTwoEvents()
    {
        var pair = Assert.Single(Parse("## 131 INNOCENT same-verb OTHER\n< 2025-03-04 | A\nB.\n> 2025-03-04 | C\nD."));
        Assert.Null(pair.Kind);
        Assert.False(pair.OneEvent);
    }

    [Theory]
    [InlineData("[three]", "three")]
    [InlineData("[three]", "[three")]
    [InlineData("[three]", "[th[ree]")]
    [InlineData("QUANTITY", "INNOCENT")]
    [InlineData("QUANTITY", "NUMBER")]
    [InlineData("> 2025", "< 2025")]
    [InlineData("## 004", "004")]
    public void Broken_IsRefused(string words, string broken) =>
        Assert.Throws<FormatException>(() => Parse(Guilty.Replace(words, broken, StringComparison.Ordinal)));

    [Fact]
    public void Parts_AreDividedByNumber_AndHoldShortReports()
    {
        var (development, held) = (Read("development"), Read("held-out"));
        Assert.All(development, pair => Assert.NotEqual(0, pair.Number % 3));
        Assert.All(held, pair => Assert.Equal(0, pair.Number % 3));
        var all = development.Concat(held).ToList();
        Assert.Equal(all.Count, all.Select(pair => pair.Number).Distinct().Count());
        Assert.Equal(all.Count, 2 * all.Count(pair => pair.Kind is null));
        Assert.All(all.SelectMany(pair => (Report[])[pair.Left, pair.Right]), report => Assert.InRange(Word().Count(report.Text), 35, 110));
    }

    private static List<ReportPair> Parse(string text) => [.. ReportPair.Parse(text.Split('\n'))];

    private static List<ReportPair> Read(string part) =>
        [.. ReportPair.Parse(File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Benchmarks", "Accuracy", "reports", part + ".txt")))];

    [GeneratedRegex(@"\S+")]
    private static partial Regex Word();
}
