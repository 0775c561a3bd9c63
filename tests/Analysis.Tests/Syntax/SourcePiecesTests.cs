using System.Collections.Immutable;
using Analysis.Syntax;
using Analysis.Syntax.Html;
using Analysis.Tests.Support;
using Analysis.Tests.Syntax.Json;

namespace Analysis.Tests.Syntax;

/// <summary>The way back through two readers: HTML that is escaped as text of a page, and what is escaped twice.</summary>
public class SourcePiecesTests
{
    [Theory]
    [InlineData("a&lt;b&gt;c", "c", "c")]
    [InlineData("1 &amp;amp; 2", "&", "&amp;amp;")]
    [InlineData("1 &am&#112;; 2", "&", "&am&#112;;")]
    [InlineData("one &lt;i&gt;two&lt;/i&gt; three", "two three", "two&lt;/i&gt; three")]
    [InlineData("one  &#32; two", "one two", "one  &#32; two")]
    public void Words_AreLedBackThroughBoth(string page, string words, string expected)
    {
        var text = Read(page);
        JsonLdDocumentTests.AssertCovered(text);
        Assert.Equal(expected, page[text.ToPage(Samples.Find(text.Text, words)).Start..text.ToPage(Samples.Find(text.Text, words)).End]);
    }

    [Fact]
    public void AnyText_IsCovered() => Properties.Hold(
        Texts.Garbage,
        parts =>
        {
            string text = SourceText.From(string.Concat(parts)).Text;
            JsonLdDocumentTests.AssertCovered(Read($"&lt;p&gt;{text}&amp;amp;{text}<br>"));
        },
        60);

    [Fact]
    public void Composition_WithItself_IsTheSame()
    {
        ImmutableArray<SourcePiece> same = [new(SourcePieceKind.Text, new TextSpan(0, 5), new TextSpan(0, 5))];
        Assert.Equal(same.AsEnumerable(), SourcePieces.Compose(same, same));
        Assert.Empty(SourcePieces.Compose([], []));
    }

    /// <summary>Resolves references, and reads what they stand for as a page.</summary>
    private static SourceText Read(string page) => HtmlReader.Read(NestedText.ResolveReferences(SourceText.From(page)), default).Text;
}
