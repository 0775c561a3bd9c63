using Analysis.Semantics.Metadata;

namespace Analysis.Tests.Semantics.Metadata;

public class StatedTimeTests
{
    [Theory]
    [InlineData("2024-03-12", "2024-03-12")]
    [InlineData("20240312", "2024-03-12")]
    [InlineData("2024/03/12", "2024-03-12")]
    [InlineData("2024-03-12T10:15", "2024-03-12T10:15:00")]
    [InlineData("2024-03-12 10:15:30", "2024-03-12T10:15:30")]
    [InlineData("2024-03-12T10:15+0530", "2024-03-12T10:15:00+05:30")]
    [InlineData("2024-03-12T10:15:00.125Z", "2024-03-12T10:15:00.125Z")]
    [InlineData("2024-03-12T10:15:00.1250000-03:30", "2024-03-12T10:15:00.125-03:30")]
    [InlineData("2024-03-12 10:15:00+08:00", "2024-03-12T10:15:00+08:00")]
    [InlineData("20240312T101500Z", "2024-03-12T10:15:00Z")]
    [InlineData("20240312101500", "2024-03-12T10:15:00")]
    [InlineData("Tue, 12 Mar 2024 10:15:00 GMT", "2024-03-12T10:15:00Z")]
    [InlineData("Tue, 12 Mar 2024 10:15:00 -0500", "2024-03-12T10:15:00-05:00")]
    [InlineData("Tue, 12 Mar 2024 10:15 EST", "2024-03-12T10:15:00-05:00")]
    [InlineData("Tue Mar 12 2024 10:15:06 GMT+0100 (CET)", "2024-03-12T10:15:06+01:00")]
    [InlineData("Tue Mar 12 10:15:06 UTC 2024", "2024-03-12T10:15:06Z")]
    [InlineData("March 12, 2024 10:15 am IST", "2024-03-12T10:15:00")]
    [InlineData("March 12, 2024 12:05 a.m. ET", "2024-03-12T00:05:00")]
    [InlineData("10:15 pm CST, Tuesday, March 12, 2024", "2024-03-12T22:15:00-06:00")]
    [InlineData("Published: 12 March 2024 at 10.15", "2024-03-12T10:15:00")]
    [InlineData("Posted on 12th March 2024", "2024-03-12")]
    [InlineData("1710238500", "2024-03-12T10:15:00Z")]
    [InlineData("1710238500000", "2024-03-12T10:15:00Z")]
    [InlineData("13/03/2024 10:15", "2024-03-13T10:15:00")]
    [InlineData("03/13/2024", "2024-03-13")]
    [InlineData("04/04/2024", "2024-04-04")]
    [InlineData("03/04/2024", null)]
    [InlineData("2024-02-30", null)]
    [InlineData("0001-01-01T00:00:00", null)]
    [InlineData("1970-01-01T00:00:00Z", null)]
    [InlineData("12 March", null)]
    [InlineData("2 hours ago", null)]
    [InlineData("9999999999999", null)]
    [InlineData("", null)]
    public void Time_IsReadAsItIsStated(string text, string? expected) => Assert.Equal(expected, StatedTime.Read(text)?.Iso);

    [Theory]
    [InlineData("2024-03-12", "2024-03-12T23:15:00-05:00", true)]
    [InlineData("2024-03-13T04:15:00Z", "2024-03-12T23:15:00-05:00", true)]
    [InlineData("2024-03-13T04:15:20Z", "2024-03-12T23:15", true)]
    [InlineData("2024-03-13T04:15:00Z", "2024-03-12", true)]
    [InlineData("2024-03-13T20:15:00Z", "2024-03-12", false)]
    [InlineData("2024-03-13T04:15:00Z", "2024-03-12T09:32:00", false)]
    [InlineData("2024-03-13T04:15:00Z", "2024-03-12T23:15:00Z", false)]
    [InlineData("2024-03-13", "2024-03-12", false)]
    public void TheSameMoment_Agrees(string left, string right, bool expected)
    {
        Assert.Equal(expected, StatedTime.Read(left)!.Value.Agrees(StatedTime.Read(right)!.Value));
        Assert.Equal(expected, StatedTime.Read(right)!.Value.Agrees(StatedTime.Read(left)!.Value));
    }
}
