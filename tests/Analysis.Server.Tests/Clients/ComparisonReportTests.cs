using System.Globalization;
using Analysis.Client.Reports;

namespace Analysis.Server.Tests.Clients;

public class ComparisonReportTests
{
    [Theory]
    [InlineData("Pair")]
    [InlineData("Parts")]
    [InlineData("Copies")]
    [InlineData("Editions")]
    [InlineData("Story")]
    [InlineData("Unrelated")]
    [InlineData("Same")]
    [InlineData("Hostile")]
    public Task Report_OfAComparisonMadeByHand(string story) => Verifier.Verify(Report(story)).UseParameters(story);

    [Fact]
    public Task Terminal_ShowsColours() => Verifier.Verify(Report("Pair", new ReportOptions(Width: 60, Color: true)).Replace('\e', '␛'));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Culture_ChangesNothing(string culture)
    {
        string expected = string.Concat(HandMadeStories.All.Keys.Select(story => Report(story)));
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, string.Concat(HandMadeStories.All.Keys.Select(story => Report(story))));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(72)]
    public void Lines_KeepWithinTheWidth(int width)
    {
        foreach (string line in Report("Pair", new ReportOptions(width)).Split('\n'))
            Assert.InRange(line.Length, 0, width);
    }

    internal static string Report(string story, ReportOptions? options = null)
    {
        using var writer = new StringWriter();
        ComparisonReport.Write(writer, HandMadeStories.All[story]().Compared, options);
        return writer.ToString();
    }
}
