using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using Analysis.Syntax;
using Analysis.Tests.Support;
using Analysis.Tests.Syntax.Html;
using FsCheck;
using FsCheck.Fluent;

namespace Analysis.Tests.Syntax;

/// <summary>Bytes that are not what they are said to be: every one of them gives a text, a tree, and a way back.</summary>
public class HostileBytesTests
{
    private static readonly DocumentFormat[] Formats = Enum.GetValues<DocumentFormat>();

    /// <summary>One label of every charset that is read, and of some that are not.</summary>
    private static readonly string[] Labels =
    [
        "", "utf-8", "utf-16", "utf-16be", "utf-32", "utf-32be", "latin1", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
        "windows-1257", "windows-1258", "windows-874", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8", "iso-8859-13",
        "iso-8859-15", "koi8-r", "koi8-u", "macintosh", "ibm866", "gbk", "big5", "euc-jp", "shift_jis", "euc-kr", "iso-2022-jp", "utf-7", "no such charset",
    ];

    private static readonly Encoding[] Encodings =
    [
        Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1,
        .. ((int[])[1252, 1251, 20866, 932, 54936]).Select(page => CodePagesEncodingProvider.Instance.GetEncoding(page)!),
    ];

    /// <summary>Documents in some encoding, cut off, with bits turned over, or with bytes of nothing at all between them.</summary>
    private static Gen<ImmutableArray<byte[]>> Documents { get; } = Gen.Choose(1, 12).SelectMany(length => Gen.Frequency(
        (5, from parts in Texts.Garbage from encoding in Gen.Elements(Encodings) select encoding.GetBytes(string.Concat(parts.Take(12)))),
        (3, from parts in Texts.ArticleLike from encoding in Gen.Elements(Encodings) select encoding.GetBytes(string.Concat(parts.Take(8)))),
        (2, from tag in Gen.Elements("<p>", "<meta charset=utf-16>", "<meta charset=shift_jis>", "<?xml version='1.0' encoding='big5'?>", "</p><h1>", "{\"@type\":\"NewsArticle\",\"articleBody\":\"") select Encoding.ASCII.GetBytes(tag)),
        (1, Gen.Elements<byte[]>([0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0xff, 0xfe, 0, 0], [0, 0, 0xfe, 0xff])),
        (2, Gen.Choose(0, 255).ArrayOf(24).Select(bytes => bytes.Select(b => (byte)b).ToArray()))).ArrayOf(length)).Select(parts => parts.ToImmutableArray());

    [Fact]
    public void BytesUnderAnyLabel_AreRead() => Properties.Hold(Documents, parts => CheckLabels([.. parts.SelectMany(part => part)]), 60);

    [FactRequires(Data = "html5lib-tests")]
    public void PagesOfHtml5Lib_AreReadUnderWrongLabels()
    {
        int number = 0;
        foreach (string page in PageInputs.Html5Lib(Requires.Folder("html5lib-tests")))
        {
            byte[] bytes = Encodings[number % Encodings.Length].GetBytes(page);
            Check(bytes, Labels[number++ % Labels.Length], DocumentFormat.Html);
        }
    }

    [FactRequires(Data = "blns")]
    public void NaughtyStrings_AreReadUnderEveryLabel()
    {
        foreach (string text in PageInputs.Naughty(Requires.Folder("blns"))) CheckLabels(Encoding.UTF8.GetBytes(text));
    }

    [FactRequires(Data = "blns")]
    public void NaughtyStrings_HaveTreesAndModels()
    {
        foreach (string text in PageInputs.Naughty(Requires.Folder("blns")))
        {
            SyntaxTreeTests.AssertWellFormed(Engine.Parse(text));
            Engine.Read($"The harbour master said on Monday that {text} was closed. {text}");
        }
    }

    [Fact]
    public void BinaryFiles_AreReadWhereTheyAreNotRefused()
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
            for (int i = 0; i < 20; i++)
                using (var entry = new StreamWriter(zip.CreateEntry($"page{i}.html").Open())) entry.Write("<p>The ferry ran aground.</p>");
        byte[] pdf = [.. "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj<</Type/Catalog>>endobj\nstream\n"u8, .. archive.ToArray(), .. "\nendstream\ntrailer<</Root 1 0 R>>\n%%EOF"u8];
        foreach (byte[] file in (byte[][])[archive.ToArray(), pdf])
        {
            Assert.NotNull(DocumentFormats.BinaryType(file));
            // Without the bytes that give it away, as where a download began too late.
            foreach (string label in Labels)
                foreach (var format in Formats) Check(file[9..], label, format);
        }
    }

    [Theory]
    [InlineData("""{"@type":"NewsArticle","headline":"A \ud83d B","articleBody":"The ferry \udc00 ran aground. \ud83d\ud83d\udc4d"}""")]
    [InlineData("""{"@type":"NewsArticle","articleBody":"<p>The ferry \ud83d<b>\udc4d</b> ran aground.</p>"}""")]
    [InlineData("""{"@type":"NewsArticle","articleBody":"&#xd83d;&#xdc4d; The ferry ran aground. \\ud83d"}""")]
    public void HalfPairsInJson_DoNotReachTheText(string json)
    {
        var tree = SyntaxTree.Parse(SourceText.From(json), DocumentFormat.JsonLd);
        SyntaxTreeTests.AssertWellFormed(tree);
        Assert.Contains("ran aground", tree.Text.Text, StringComparison.Ordinal);
        Assert.True(IsWhole(tree.Text.Text), tree.Text.Text);
    }

    private static void CheckLabels(byte[] bytes)
    {
        foreach (string label in Labels)
        {
            var text = SourceText.Decode(bytes, label, isMarkup: true);
            CheckDecoded(text);
        }
        // The trees differ by what was decoded, of which there are few: one label of each kind.
        foreach (string label in (string[])["", "utf-16", "koi8-r", "shift_jis"])
            foreach (var format in Formats) Check(bytes, label, format);
        for (int cut = 1; cut < 4; cut++) Check(bytes[..(bytes.Length * cut / 4)], "", DocumentFormats.Detect(bytes));
    }

    private static void Check(byte[] bytes, string label, DocumentFormat format)
    {
        var page = SourceText.Decode(bytes, label, isMarkup: format is DocumentFormat.Html or DocumentFormat.Feed);
        CheckDecoded(page);
        var tree = SyntaxTree.Parse(page, format);
        SyntaxTreeTests.AssertWellFormed(tree);
        Assert.True(IsWhole(tree.Text.Text));
        // Down to the bytes, in order and never beyond them.
        foreach (var block in tree.Blocks)
        {
            var span = tree.Text.ToBytes(block.Span);
            Assert.True(span.Start <= span.End && span.End <= bytes.Length);
        }
    }

    private static void CheckDecoded(SourceText text)
    {
        Assert.True(IsWhole(text.Text), $"{text.Charset}");
        int end = 0;
        for (int i = 0; i < text.Length; i++)
        {
            int start = text.ToBytes(new TextSpan(i, i)).Start;
            Assert.True(start >= end && start <= text.Bytes.Length, $"Character {i} under {text.Charset} leads to byte {start}.");
            end = start;
        }
        Assert.Equal(text.Bytes.Length, text.ToBytes(new TextSpan(text.Length, text.Length)).Start);
    }

    private static bool IsWhole(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])) return false;
        }
        return true;
    }
}
