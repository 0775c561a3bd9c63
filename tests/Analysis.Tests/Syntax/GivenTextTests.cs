using System.Collections.Immutable;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

/// <summary>Passages, and sentences whose tokens are given.</summary>
public class GivenTextTests
{
    [Theory]
    [InlineData("Council closes school", 1)]
    [InlineData("  By Ann Lee\n\n1 hour ago\nLearn More →  ", 1)]
    [InlineData("The ferry sank. Nobody\nwas hurt.", 2)]
    public void Passage_IsOneParagraph(string text, int sentences)
    {
        var tree = SyntaxTree.ParsePassage(SourceText.From(text));
        Assert.Equal(SyntaxKind.Paragraph, Assert.Single(tree.Blocks).Kind);
        Assert.Equal(sentences, tree.Sentences.Length);
        AssertLossless(tree);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void Passage_OfNothing_HasNoBlock(string text)
    {
        var tree = SyntaxTree.ParsePassage(SourceText.From(text));
        Assert.Empty(tree.Blocks);
        AssertLossless(tree);
    }

    [Fact]
    public void AnyPassage_IsLossless() => Properties.Hold(Texts.Garbage, parts => AssertLossless(SyntaxTree.ParsePassage(SourceText.From(string.Concat(parts)))), count: 100, fewest: 0);

    [Fact]
    public void Tokens_AreAsGiven()
    {
        ImmutableArray<ImmutableArray<string>> sentences = [["He", "did", "n't", "buy", "50-year-old", "books", "."], ["``", "Why", "?", "''", "asked", "Mr.", "Lee", "'s", "dog"], ["$5m", "!?", "\u200b", "don't"]];
        var tree = SyntaxTree.FromTokens(sentences);
        Assert.Equal("He did n't buy 50-year-old books .\n`` Why ? '' asked Mr. Lee 's dog\n$5m !? \u200b don't", tree.Text.Text);
        Assert.Equal(sentences.SelectMany(forms => forms), tree.Tokens.Select(token => tree.Text.ToString(token.Span)));
        Assert.Equal([7, 9, 4], tree.Sentences.Select(sentence => sentence.TokenCount));
        Assert.Equal(SyntaxKind.Paragraph, Assert.Single(tree.Blocks).Kind);
        Assert.Equal("Why ?", tree.Text.ToString(Assert.Single(tree.Quotations).Content));
        AssertLossless(tree);
    }

    [Theory]
    [InlineData("books", SyntaxKind.Word)]
    [InlineData("'s", SyntaxKind.Word)]
    [InlineData("50-year-old", SyntaxKind.Word)]
    [InlineData("1,500", SyntaxKind.Number)]
    [InlineData("10-12", SyntaxKind.Number)]
    [InlineData("...", SyntaxKind.Punctuation)]
    [InlineData("!?", SyntaxKind.Punctuation)]
    [InlineData("€", SyntaxKind.Symbol)]
    [InlineData("\ufeff", SyntaxKind.Symbol)]
    public void Kind_IsThatOfTheForm(string form, SyntaxKind kind) => Assert.Equal(kind, Assert.Single(SyntaxTree.FromTokens([[form]]).Tokens).Kind);

    [Fact]
    public void LongSentence_StaysWhole()
    {
        var tree = SyntaxTree.FromTokens([[.. Enumerable.Repeat("word", 1000)], ["."]]);
        Assert.Equal([1000, 1], tree.Sentences.Select(sentence => sentence.TokenCount));
        Assert.Equal([(0, 400), (400, 800), (800, 1000)], tree.Sentences[0].Stretches().Select(stretch => (stretch.FirstToken, stretch.EndToken)));
        Assert.Equal(tree.Sentences[1], Assert.Single(tree.Sentences[1].Stretches()));
        AssertLossless(tree);
    }

    [Fact]
    public void NoTokens_AreAnEmptyTree() => AssertLossless(SyntaxTree.FromTokens([]));

    [Fact]
    public void FormsThatAreNone_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => SyntaxTree.FromTokens([["a", ""]]));
        Assert.Throws<ArgumentException>(() => SyntaxTree.FromTokens([["a", "b c"]]));
        Assert.Throws<ArgumentException>(() => SyntaxTree.FromTokens([["a"], []]));
    }

    [Fact]
    public void AnyForms_AreKept() => Properties.Hold(Texts.Garbage, parts =>
    {
        var forms = parts.Select(part => new string([.. part.Where(c => !char.IsWhiteSpace(c))])).Where(form => form.Length > 0).ToImmutableArray();
        if (forms.IsEmpty) return;
        var tree = SyntaxTree.FromTokens([forms, forms]);
        Assert.Equal(2 * forms.Length, tree.Tokens.Length);
        AssertLossless(tree);
    }, count: 100, fewest: 0);

    private static void AssertLossless(SyntaxTree tree)
    {
        Assert.Equal(tree.Text.Text, string.Concat(tree.Root.Leaves().Select(leaf => leaf.Text.ToString())));
        Assert.All(tree.Sentences, sentence => Assert.True(sentence.TokenCount > 0));
    }
}
