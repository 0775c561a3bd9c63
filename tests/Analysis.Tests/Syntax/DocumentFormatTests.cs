using System.Text;
using Analysis.Syntax;

namespace Analysis.Tests.Syntax;

public class DocumentFormatTests
{
    [Theory]
    [InlineData("The ferry ran aground.\n\nNobody was hurt.", DocumentFormat.PlainText)]
    [InlineData("", DocumentFormat.PlainText)]
    [InlineData("< 5 passengers were hurt", DocumentFormat.PlainText)]
    [InlineData("<3 from Port Hallen", DocumentFormat.PlainText)]
    [InlineData("# 1 song of the week\nThe ferry sang.", DocumentFormat.PlainText)]
    [InlineData("- One\n- Two", DocumentFormat.PlainText)]
    [InlineData("{ \"headline\": 1 }", DocumentFormat.PlainText)]
    [InlineData("<!DOCTYPE html><p>x", DocumentFormat.Html)]
    [InlineData("\ufeff \n<HTML lang=en>", DocumentFormat.Html)]
    [InlineData("<?xml version=\"1.0\"?><!-- a --><html xmlns=\"x\">", DocumentFormat.Html)]
    [InlineData("<div class=a>One</div>", DocumentFormat.Html)]
    [InlineData("<h3>Ferry aground</h3>\n<p>It sank.</p>", DocumentFormat.Html)]
    [InlineData("<header><h1>Ferry aground</h1></header>", DocumentFormat.Html)]
    [InlineData("<ul><li>One</li></ul>", DocumentFormat.Html)]
    [InlineData("<strong>PORT HALLEN</strong> — It sank.<br><br>Nobody was hurt.", DocumentFormat.Html)]
    [InlineData("<blockquote><p>It sank</p></blockquote>", DocumentFormat.Html)]
    [InlineData("<figure><img src=x></figure>", DocumentFormat.Html)]
    [InlineData("<br/>It sank.", DocumentFormat.Html)]
    [InlineData("PORT HALLEN &mdash; A ferry <b>sank</b>.</p>\n<p>Nobody was hurt.</p>", DocumentFormat.Html)]
    [InlineData("A ferry sank.<br><br>Nobody was hurt.", DocumentFormat.Html)]
    [InlineData("Every paragraph begins with a <p> tag, he wrote.", DocumentFormat.PlainText)]
    [InlineData("Write “<p>” in front of it and `</p>` behind it.", DocumentFormat.PlainText)]
    [InlineData("<brackets> around a word are no tag.", DocumentFormat.PlainText)]
    [InlineData("https://news.example/1\n<html><head><title>x</title>", DocumentFormat.Html)]
    [InlineData("<?xml version=\"1.0\"?>\n<rss version=\"2.0\">", DocumentFormat.Feed)]
    [InlineData("<feed xmlns=\"http://www.w3.org/2005/Atom\">", DocumentFormat.Feed)]
    [InlineData("<item><title>One</title></item>", DocumentFormat.Feed)]
    [InlineData("{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\"}", DocumentFormat.JsonLd)]
    [InlineData("[{\"@type\":\"Article\"}]", DocumentFormat.JsonLd)]
    [InlineData("# Ferry aground\n\nThe **Maren** ran [aground](https://a.example).", DocumentFormat.Markdown)]
    public void Format_IsToldFromTheCharacters(string text, DocumentFormat format)
    {
        Assert.Equal(format, DocumentFormats.Detect(text));
        Assert.Equal(format, DocumentFormats.Detect(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(format, DocumentFormats.Detect([0xff, 0xfe, .. Encoding.Unicode.GetBytes(text)]));
        Assert.Equal(format, DocumentFormats.Detect([0xff, 0xfe, 0, 0, .. Encoding.UTF32.GetBytes(text)]));
        Assert.Equal(format, DocumentFormats.Detect(Encoding.Unicode.GetBytes(text), "utf-16le"));
        Assert.Equal(format, DocumentFormats.Detect(Encoding.UTF8.GetBytes(text), "utf-16le"));
    }

    [Theory]
    [InlineData("Text/HTML", DocumentFormat.Html)]
    [InlineData("application/json", DocumentFormat.JsonLd)]
    [InlineData("text/xml", DocumentFormat.Feed)]
    [InlineData("application/pdf", null)]
    [InlineData("", null)]
    public void MediaTypes_StandForFormats(string mediaType, DocumentFormat? format) => Assert.Equal(format, DocumentFormats.OfMediaType(mediaType));

    [Fact]
    public void BinaryFiles_AreTold()
    {
        Assert.Equal("application/pdf", DocumentFormats.BinaryType("%PDF-1.4\n1 0 obj"u8));
        Assert.Equal("application/zip", DocumentFormats.BinaryType([0x50, 0x4b, 3, 4, 20, 0]));
        Assert.Equal("image/jpeg", DocumentFormats.BinaryType([0xff, 0xd8, 0xff, 0xe0]));
        Assert.Equal("application/octet-stream", DocumentFormats.BinaryType(new byte[100]));
        Assert.Equal("image/webp", DocumentFormats.BinaryType([.. "RIFF"u8, 0xa8, 0x0f, 0, 0, .. "WEBPVP8 "u8]));
        Assert.Equal("video/mp4", DocumentFormats.BinaryType([0, 0, 0, 0x20, .. "ftypisom"u8]));
        Assert.Null(DocumentFormats.BinaryType("RIFF raff on the quay: a WEBP of lies"u8));
        Assert.Null(DocumentFormats.BinaryType("PKK denies the claim"u8));
        Assert.Null(DocumentFormats.BinaryType("A ferry\0 with a NUL in its name ran aground."u8));
        Assert.Null(DocumentFormats.BinaryType([0xff, 0xfe, 0x61, 0x00, 0x62, 0x00, 0x61, 0x00, 0x62, 0x00, 0x61, 0x00, 0x62, 0x00, 0x61, 0x00, 0x62, 0x00]));
        Assert.Null(DocumentFormats.BinaryType([]));
    }

    [Fact]
    public void WideCharsets_AreNoBinaryFiles()
    {
        string text = new('a', 100);
        Assert.Null(DocumentFormats.BinaryType(Encoding.Unicode.GetBytes(text), "utf-16le"));
        Assert.Null(DocumentFormats.BinaryType(Encoding.BigEndianUnicode.GetBytes(text), "utf-16"));
        Assert.Null(DocumentFormats.BinaryType([0xff, 0xfe, 0, 0, .. Encoding.UTF32.GetBytes(text)]));
        // Nothing says what it is, and a label makes no text of what is none.
        Assert.Equal("application/octet-stream", DocumentFormats.BinaryType(Encoding.Unicode.GetBytes(text)));
        Assert.Equal("application/octet-stream", DocumentFormats.BinaryType(new byte[200], "utf-16le"));
        Assert.Equal("application/pdf", DocumentFormats.BinaryType("%PDF-1.4\n1 0 obj"u8, "utf-16le"));
    }
}
