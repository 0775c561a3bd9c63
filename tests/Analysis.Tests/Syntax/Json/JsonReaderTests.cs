using Analysis.Syntax;
using Analysis.Syntax.Json;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax.Json;

/// <summary>What is read is written again in one form: names and strings between marks, words as they are.</summary>
public class JsonReaderTests
{
    [Theory]
    [InlineData("""{"a": "b", "c": [1, true, null, {"d": {}}]}""", """{"a":"b","c":[1,true,null,{"d":{}}]}""")]
    [InlineData("""{"a": "\u00e9\n\"x\" \/ \ud83d\ude00"}""", "{\"a\":\"é\n\"x\" / 😀\"}")]
    [InlineData("""{"a": "b",}""", """{"a":"b"}""")]
    [InlineData("""["a",,"b",]""", """["a","b"]""")]
    [InlineData("{\"a\": \"b\"\n \"c\": \"d\"}", """{"a":"b","c":"d"}""")]
    [InlineData("{\"a\": \"first\nsecond\"}", "{\"a\":\"first\nsecond\"}")]
    [InlineData("/* what */ {\"a\": 1, // why\n \"b\": 2}", """{"a":1,"b":2}""")]
    [InlineData("//<![CDATA[\n{\"a\": 1}\n//]]>", """{"a":1}""")]
    [InlineData("<![CDATA[{\"a\": 1}]]>", """{"a":1}""")]
    [InlineData("<!-- {\"a\": 1} -->", """{"a":1}""")]
    [InlineData("\ufeff{\"a\": 1};", """{"a":1}""")]
    [InlineData("""{"a": "The "old" bridge, he said", "b": 1}""", """{"a":"The "old" bridge, he said","b":1}""")]
    [InlineData("""{'a': 'b'}""", """{"a":"b"}""")]
    [InlineData("""{a: "b"}""", """{"a":"b"}""")]
    [InlineData("{&quot;a&quot;: &quot;b&quot;}", """{"a":"b"}""")]
    [InlineData("""{"a": "b", "c": {"d": "e""", """{"a":"b","c":{"d":"e"}}""")]
    [InlineData("""{"a": ["b"}, "c"]""", """{"a":["b"]}"c" """)]
    [InlineData("""{"a": 1}{"b": 2}""", """{"a":1}{"b":2}""")]
    [InlineData("""{"a": "\ud83d", "b": "\u12", "c": "\"}""", "{\"a\":\"\ufffd\",\"b\":\"u12\",\"c\":\"\"}\"}")]
    [InlineData("""{"a" "b": "c"}""", """{"a" "b":"c"}""")]
    [InlineData("", "")]
    [InlineData("}]},:", "")]
    public void Values_AreRead(string text, string expected) =>
        Assert.Equal(expected.TrimEnd(), string.Concat(Read(text).Select(Write)));

    [Fact]
    public void Values_SayWhereTheyStand()
    {
        var marked = Markup.Parse("""x {"a": "{|s:b \u00e9|}", "c": {|n:12|}, "d": {|o:{"e": ""}|}} y""");
        var item = JsonReader.Read(marked.Text, new TextSpan(2, marked.Text.Length - 2), default).Single();
        Assert.Equal(marked.Spans("s").Single(), item["a"]!.Span);
        Assert.Equal(marked.Spans("n").Single(), item["c"]!.Span);
        Assert.Equal(marked.Spans("o").Single(), item["d"]!.Span);
    }

    [Fact]
    public void Words_AreOneLineWithoutReferences() => Assert.Equal("Ann & Bo’s  boat".Replace("  ", " ", StringComparison.Ordinal), Read("""{"a": " Ann &amp;amp; Bo&#8217;s\n boat "}""").Single()["a"]!.Words);

    [Fact]
    public void Nesting_IsBounded()
    {
        string text = string.Concat(Enumerable.Repeat("{\"a\":[", 50_000)) + "1" + string.Concat(Enumerable.Repeat("]}", 50_000)) + "{\"b\":2}";
        var values = Read(text);
        Assert.Equal("""{"b":2}""", Write(values[^1]));
    }

    [Fact]
    public void AnyText_IsRead() => Properties.Hold(
        Texts.Garbage,
        parts =>
        {
            string text = "{\"a\": \"" + string.Concat(parts) + "\", \"b\": [" + string.Concat(parts);
            foreach (var value in Read(text)) _ = Write(value);
        },
        60);

    [Fact]
    public void TruncatedObject_GivesWhatIsThere()
    {
        const string Whole = """{"@type": "NewsArticle", "headline": "Ferry \u2013 aground", "author": [{"name": "Ann Lee"}]}""";
        for (int length = 0; length < Whole.Length; length++) _ = string.Concat(Read(Whole[..length]).Select(Write));
        Assert.Equal("Ferry – aground", Read(Whole[..70])[0]["headline"]!.Text);
    }

    private static List<JsonValue> Read(string text) => JsonReader.Read(text, new TextSpan(0, text.Length), default);

    private static string Write(JsonValue value) => (value.Name.Length > 0 ? $"\"{value.Name}\":" : "") + value.Kind switch
    {
        JsonKind.Object => "{" + string.Join(',', value.Children.Select(Write)) + "}",
        JsonKind.Array => "[" + string.Join(',', value.Children.Select(Write)) + "]",
        JsonKind.String => $"\"{value.Text}\"",
        _ => value.Text,
    };
}
