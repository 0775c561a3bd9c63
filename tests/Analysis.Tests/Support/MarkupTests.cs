namespace Analysis.Tests.Support;

public class MarkupTests
{
    [Theory]
    [InlineData("plain", "plain", "")]
    [InlineData("", "", "")]
    [InlineData("a [|b|] c", "a b c", ":2..3")]
    [InlineData("{|speaker:Ann Lee|} said", "Ann Lee said", "speaker:0..7")]
    [InlineData("[|a {|x:b|} c|]", "a b c", ":0..5 x:2..3")]
    [InlineData("{|x:{|y:a|}|}", "a", "x:0..1 y:0..1")]
    [InlineData("{|time:7:30|}", "7:30", "time:0..4")]
    [InlineData("[||]", "", ":0..0")]
    [InlineData("a | b [c] {d}", "a | b [c] {d}", "")]
    [InlineData("{|x:🛟|}!", "🛟!", "x:0..2")]
    public void Marks_AreReadOffTheText(string marked, string text, string marks)
    {
        var markup = Markup.Parse(marked);
        Assert.Equal(text, markup.Text);
        Assert.Equal(marks, string.Join(' ', markup.Marks.Select(mark => $"{mark.Kind}:{mark.Span}")));
    }

    [Theory]
    [InlineData("[|a")]
    [InlineData("{|x:a")]
    [InlineData("a|]")]
    [InlineData("a|}")]
    [InlineData("[|a|}")]
    [InlineData("{|x:a|]")]
    [InlineData("[|{|x:a|]|}")]
    [InlineData("{|a|}")]
    [InlineData("{|:a|}")]
    [InlineData("{|a b:c|}")]
    public void Mark_ThatIsWrong_IsRefused(string marked) => Assert.Throws<FormatException>(() => Markup.Parse(marked));

    [Fact]
    public void Words_AreThoseOfTheKind()
    {
        var markup = Markup.Parse("{|a:one|} {|b:two|} {|a:three|}");
        Assert.Equal(["one", "three"], markup.Words("a"));
        Assert.Equal(["two"], markup.Words("b"));
    }
}
