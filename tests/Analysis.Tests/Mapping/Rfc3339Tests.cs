using Analysis.Mapping;

namespace Analysis.Tests.Mapping;

public class Rfc3339Tests
{
    [Theory]
    [InlineData("2016-11-07")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2024-02-29")]
    [InlineData("2016-11-07T08:15:00Z")]
    [InlineData("2016-11-07T23:59:59.123456789Z")]
    [InlineData("2016-11-07T08:15:00+01:00")]
    [InlineData("2016-11-07T08:15:00.5-23:59")]
    [InlineData("2016-11-07t08:15:00z", "2016-11-07T08:15:00Z")]
    public void Date_IsRead(string text, string? canonical = null)
    {
        Assert.True(Rfc3339.TryRead(text, out string read));
        Assert.Equal(canonical ?? text, read);
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2016-13-01")]
    [InlineData("2016-00-10")]
    [InlineData("2016-04-31")]
    [InlineData("0000-01-01")]
    [InlineData("10000-01-01")]
    [InlineData("-001-01-01")]
    [InlineData("2016-1-7")]
    [InlineData("20161107")]
    [InlineData("2016-11")]
    [InlineData("2016-11-07 ")]
    [InlineData(" 2016-11-07")]
    [InlineData("٢٠١٦-11-07")]
    [InlineData("7 November 2016")]
    [InlineData("2016-11-07T08:15Z")]
    [InlineData("2016-11-07T08:15:00")]
    [InlineData("2016-11-07 08:15:00Z")]
    [InlineData("2016-11-07T24:00:00Z")]
    [InlineData("2016-11-07T08:60:00Z")]
    [InlineData("2016-11-07T08:15:60Z")]
    [InlineData("2016-11-07T08:15:00.Z")]
    [InlineData("2016-11-07T08:15:00+0100")]
    [InlineData("2016-11-07T08:15:00+24:00")]
    [InlineData("2016-11-07T08:15:00ZZ")]
    [InlineData("2016-11-07Z")]
    [InlineData("")]
    [InlineData("2")]
    public void AnythingElse_IsNot(string text) => Assert.False(Rfc3339.TryRead(text, out _));
}
