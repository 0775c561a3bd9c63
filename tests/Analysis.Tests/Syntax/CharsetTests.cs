using System.Text;
using Analysis.Syntax;

namespace Analysis.Tests.Syntax;

/// <summary>Bytes to text, and from every character back to its bytes.</summary>
public class CharsetTests
{
    public static TheoryData<byte[], string, bool, string, CharsetFoundIn, string> Documents { get; } = new()
    {
        { [.. "plain"u8], "", false, "utf-8", CharsetFoundIn.Validity, "plain" },
        { [.. "Türme"u8], "", false, "utf-8", CharsetFoundIn.Validity, "Türme" },
        { [0xef, 0xbb, 0xbf, .. "a"u8], "windows-1252", false, "utf-8", CharsetFoundIn.ByteOrderMark, "\ufeffa" },
        { [0xff, 0xfe, 0x61, 0x00, 0xfc, 0x00], "", false, "utf-16le", CharsetFoundIn.ByteOrderMark, "\ufeffaü" },
        { [0xfe, 0xff, 0x00, 0x61, 0x00, 0xfc], "utf-8", false, "utf-16be", CharsetFoundIn.ByteOrderMark, "\ufeffaü" },
        { [.. "T"u8, 0xfc, .. "rme"u8], "", false, "windows-1252", CharsetFoundIn.Default, "Türme" },
        { [.. "T"u8, 0xfc, .. "rme"u8], "ISO-8859-1", false, "windows-1252", CharsetFoundIn.Declared, "Türme" },
        // Labelled with what it is not.
        { [.. "Türme"u8], "latin1", false, "utf-8", CharsetFoundIn.Validity, "Türme" },
        { [.. "T"u8, 0xfc, .. "rme"u8], "utf-8", false, "windows-1252", CharsetFoundIn.Default, "Türme" },
        { [.. "T"u8, 0xfc, .. "rme"u8], "no-such-charset", false, "windows-1252", CharsetFoundIn.Default, "Türme" },
        { [.. "Türme, Gärten, Köche, Büros und T"u8, 0xfc, .. "ren"u8], "utf-8", false, "utf-8", CharsetFoundIn.Declared, "Türme, Gärten, Köche, Büros und T\ufffdren" },
        // Broken bytes among many whole sequences, or at the end where the document was cut: UTF-8 all the same.
        { [.. "“It’s”"u8, 0x94], "", false, "utf-8", CharsetFoundIn.Validity, "“It’s”\ufffd" },
        { [.. "Türme und T"u8, 0xc3], "", false, "utf-8", CharsetFoundIn.Validity, "Türme und T\ufffd" },
        { [.. "Türme und T"u8, 0xc3], "utf-8", false, "utf-8", CharsetFoundIn.Declared, "Türme und T\ufffd" },
        { [.. "caf"u8, 0xe9], "", false, "windows-1252", CharsetFoundIn.Default, "café" },
        { [.. "caf"u8, 0xe9], "utf-8", false, "windows-1252", CharsetFoundIn.Default, "café" },
        // One capital with an accent before a quotation mark is a valid pair among accents that are not.
        { [0x93, .. "CAF"u8, 0xc9, 0x94, .. " de l'"u8, 0xe9, .. "t"u8, 0xe9], "", false, "windows-1252", CharsetFoundIn.Default, "“CAFÉ” de l'été" },
        { [0x93, .. "CAF"u8, 0xc9, 0x94, .. " de l'"u8, 0xe9, .. "t"u8, 0xe9], "utf-8", false, "windows-1252", CharsetFoundIn.Default, "“CAFÉ” de l'été" },
        { [0x93, .. "CAF"u8, 0xc9, 0x94], "iso-8859-1", false, "windows-1252", CharsetFoundIn.Declared, "“CAFÉ”" },
        { [.. "<meta charset=utf-8>"u8, 0xc9, 0x94, 0xe9, .. "t"u8, 0xe9], "", true, "windows-1252", CharsetFoundIn.Default, "<meta charset=utf-8>É”été" },
        { [0xcf, 0xf0, 0xe8], "windows-1251", false, "windows-1251", CharsetFoundIn.Declared, "При" },
        { [0x93, 0xfa, 0x96, 0x7b], "x-sjis", false, "shift_jis", CharsetFoundIn.Declared, "日本" },
        { [0xd6, 0xd0, 0x61], "GB2312", false, "gb18030", CharsetFoundIn.Declared, "中a" },
        // What the document says itself counts only where it is markup.
        { [.. "<meta charset='windows-1251'>"u8, 0xcf], "", true, "windows-1251", CharsetFoundIn.Markup, "<meta charset='windows-1251'>П" },
        { [.. "<META http-equiv=x content=\"text/html; Charset = koi8-r\">"u8, 0xf0], "", true, "koi8-r", CharsetFoundIn.Markup, "<META http-equiv=x content=\"text/html; Charset = koi8-r\">П" },
        { [.. "<?xml version='1.0' encoding=\"ISO-8859-2\"?>"u8, 0xb1], "", true, "iso-8859-2", CharsetFoundIn.Markup, "<?xml version='1.0' encoding=\"ISO-8859-2\"?>ą" },
        { [.. "<!-- <meta charset=koi8-r> -->"u8, 0xfc], "", true, "windows-1252", CharsetFoundIn.Default, "<!-- <meta charset=koi8-r> -->ü" },
        { [.. "<meta charset=utf-16>"u8, .. "ü"u8], "", true, "utf-8", CharsetFoundIn.Markup, "<meta charset=utf-16>ü" },
        { [.. "<meta charset='koi8-r'>"u8, 0xfc], "", false, "windows-1252", CharsetFoundIn.Default, "<meta charset='koi8-r'>ü" },
        // UTF-16 by its label alone, in the order that its zeros tell; the label lies where there are none.
        { [0x61, 0x00, 0x62, 0x00, 0xfc, 0x00], "utf-16le", false, "utf-16le", CharsetFoundIn.Declared, "abü" },
        { [0x00, 0x61, 0x00, 0x62, 0x00, 0xfc], "UTF-16", false, "utf-16be", CharsetFoundIn.Declared, "abü" },
        { [0x2d, 0x4e, 0x87, 0x65], "utf-16", false, "utf-16le", CharsetFoundIn.Declared, "中文" },
        { [.. "Türme"u8], "utf-16", false, "utf-8", CharsetFoundIn.Validity, "Türme" },
        { [.. "plain"u8], "utf-16be", false, "utf-8", CharsetFoundIn.Validity, "plain" },
        { [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0, 0x4d, 0xf4, 0x01, 0, 0x62, 0, 0, 0], "", false, "utf-32le", CharsetFoundIn.ByteOrderMark, "\ufeffa\ud83d\udc4db" },
        { [0, 0, 0xfe, 0xff, 0, 0, 0, 0x61, 0, 0x11, 0, 0, 0, 0, 0, 0x62], "utf-8", false, "utf-32be", CharsetFoundIn.ByteOrderMark, "\ufeffa\ufffdb" },
        { [0x61, 0, 0, 0, 0x62, 0, 0, 0, 0x63], "utf-32le", false, "utf-32le", CharsetFoundIn.Declared, "ab\ufffd" },
        { [], "", true, "utf-8", CharsetFoundIn.Validity, "" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Bytes_AreDecoded(byte[] bytes, string declared, bool isMarkup, string charset, CharsetFoundIn foundIn, string text)
    {
        var decoded = SourceText.Decode(bytes, declared, isMarkup);
        Assert.Equal((charset, foundIn, text), (decoded.Charset.Name, decoded.Charset.FoundIn, decoded.Text));
        AssertLeadsBack(decoded);
    }

    [Fact]
    public void RepairedBytes_AreFoundAgain()
    {
        byte[] bytes = [.. "ü"u8, 0xff, .. "a"u8, 0xe2, 0x82, .. "b"u8, 0xf0, 0x9f, 0x91, 0x8d, .. "c"u8];
        var text = SourceText.FromUtf8(bytes);
        Assert.Equal("ü\ufffda\ufffdb\ud83d\udc4dc", text.Text);
        Assert.Equal(2, text.Repairs);
        Assert.Equal(new TextSpan(2, 3), text.ToBytes(new TextSpan(1, 2)));
        Assert.Equal(new TextSpan(4, 6), text.ToBytes(new TextSpan(3, 4)));
        Assert.Equal(new TextSpan(7, 11), text.ToBytes(new TextSpan(5, 7)));
        Assert.Equal(new TextSpan(11, 12), text.ToBytes(new TextSpan(7, 8)));
    }

    [Fact]
    public void LongTexts_AreFoundAgain()
    {
        // Over many checkpoints, with a repair every now and then.
        var bytes = new List<byte>();
        var starts = new List<int>();
        for (int i = 0; i < 5000; i++)
        {
            byte[] next = (i % 7) switch { 0 => [0xff], 1 => [.. "é"u8], 2 => [.. "€"u8], _ => [.. "x"u8] };
            starts.Add(bytes.Count);
            bytes.AddRange(next);
        }
        var text = SourceText.FromUtf8(bytes.ToArray());
        Assert.Equal(5000, text.Length);
        for (int i = 0; i < text.Length; i++) Assert.Equal(starts[i], text.ToBytes(new TextSpan(i, i + 1)).Start);
    }

    [Theory]
    [InlineData("UTF8", "utf-8")]
    [InlineData(" Latin1 ", "windows-1252")]
    [InlineData("\"us-ascii\"", "windows-1252")]
    [InlineData("iso-2022-jp", null)]
    [InlineData("", null)]
    public void Labels_AreThoseOfTheStandard(string label, string? name) => Assert.Equal(name, Charset.NameOf(label));

    private static void AssertLeadsBack(SourceText text)
    {
        int end = 0;
        for (int i = 0; i < text.Length; i += char.IsHighSurrogate(text.Text[i]) ? 2 : 1)
        {
            int length = char.IsHighSurrogate(text.Text[i]) ? 2 : 1;
            var bytes = text.ToBytes(new TextSpan(i, i + length));
            Assert.Equal(end, bytes.Start);
            end = bytes.End;
        }
        Assert.Equal(text.Bytes.Length, end);
        // Each span decodes to its characters by itself.
        if (text.Charset.Name is "utf-8" && text.Repairs == 0)
            Assert.Equal(text.Text[(text.Length / 2)..], Encoding.UTF8.GetString(text.Bytes.Span[text.ToBytes(new TextSpan(text.Length / 2, text.Length)).Start..]));
    }
}
