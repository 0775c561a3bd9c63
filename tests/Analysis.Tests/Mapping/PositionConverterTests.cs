using System.Text;
using Analysis.Mapping;
using Analysis.Syntax;
using Analysis.V1;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Mapping;

public class PositionConverterTests
{
    private static readonly PositionEncoding[] Encodings = [PositionEncoding.Utf8, PositionEncoding.Utf16, PositionEncoding.Utf32];

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("é")]
    [InlineData("e\u0301 \u00df 漢字 👩🏻‍🚀 🇪🇺 محمّد हिन्दी\r\n\u00a0\ufeff\u200d\u2028“”")]
    public void Offsets_AreThoseOfThePrefix(string text) => CheckAll(text);

    [Fact]
    public void Offsets_AreThoseOfThePrefix_OfAnyText()
    {
        // Long enough for several checkpoints, with pairs across them.
        var pieces = Gen.Elements("a", "é", "漢", "👩", "e\u0301", "\0", "\u07ff", "\u0800", "\uffff");
        var texts = Gen.ArrayOf(pieces, 150).Select(string.Concat);
        Prop.ForAll(texts.ToArbitrary(), CheckAll).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1, 2, 0u, 4u)] // Both borders inside the pair.
    [InlineData(0, 1, 0u, 4u)]
    [InlineData(1, 3, 0u, 5u)]
    public void Border_InsideACodePoint_MovesOutwards(int start, int end, uint expectedStart, uint expectedEnd)
    {
        var span = new PositionConverter("👩a", PositionEncoding.Utf8).ToSpan(new TextSpan(start, end));
        Assert.Equal(new Span { Start = expectedStart, End = expectedEnd }, span);
    }

    [Fact]
    public void Span_BehindTheText_IsABug() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PositionConverter("abc", PositionEncoding.Utf8).ToSpan(new TextSpan(1, 4)));

    [Fact]
    public void Unspecified_IsNoUnit() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PositionConverter("abc", PositionEncoding.Unspecified));

    private static void CheckAll(string text)
    {
        foreach (var encoding in Encodings)
        {
            var converter = new PositionConverter(text, encoding);
            for (int i = 0; i <= text.Length; i++)
            {
                if (i > 0 && i < text.Length && char.IsLowSurrogate(text[i])) continue;
                string prefix = text[..i];
                int expected = encoding switch
                {
                    PositionEncoding.Utf8 => Encoding.UTF8.GetByteCount(prefix),
                    PositionEncoding.Utf16 => prefix.Length,
                    _ => prefix.EnumerateRunes().Count(),
                };
                Assert.Equal(new Span { Start = (uint)expected, End = (uint)expected }, converter.ToSpan(new TextSpan(i, i)));
            }
        }
    }
}
