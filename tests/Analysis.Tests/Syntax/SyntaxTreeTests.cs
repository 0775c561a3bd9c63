using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

public class SyntaxTreeTests
{
    [Fact]
    public void Tree_IsLossless() => Check(AssertWellFormed);

    [Fact]
    public void TokensThroughout_HoldAllButWhiteSpace() => Properties.Hold(
        Texts.ArticleLike,
        parts =>
        {
            var tree = SyntaxTree.ParseThroughout(SourceText.From(string.Concat(parts)));
            AssertWellFormed(tree);
            Assert.All(tree.Blocks, block => Assert.True(block.FirstSentence < block.EndSentence));
            Assert.Equal(
                string.Concat(tree.Text.Text.Where(c => !Lexer.IsSpace(c))), string.Concat(tree.Tokens.Select(token => tree.Text.ToString(token.Span))));
        },
        100);

    [Fact]
    public void Tree_OfTheSameText_IsTheSame() => Check(tree =>
    {
        var again = SyntaxTree.Parse(tree.Text);
        Assert.True(again.Rows.AsSpan().SequenceEqual(tree.Rows.AsSpan()));
        Assert.True(again.Tokens.AsSpan().SequenceEqual(tree.Tokens.AsSpan()));
        Assert.True(again.Sentences.AsSpan().SequenceEqual(tree.Sentences.AsSpan()));
        Assert.True(again.Blocks.AsSpan().SequenceEqual(tree.Blocks.AsSpan()));
        Assert.True(again.Quotations.AsSpan().SequenceEqual(tree.Quotations.AsSpan()));
    });

    [Fact]
    public void Tree_OfATruncatedText_IsLossless() => Properties.Hold(
        Texts.ArticleLike,
        parts =>
        {
            string text = string.Concat(parts);
            for (int length = 0; length < text.Length; length += Math.Max(1, text.Length / 40)) AssertWellFormed(Engine.Parse(text[..length]));
        },
        20);

    [Fact]
    public void Tree_OfATruncatedSample_IsLossless()
    {
        string text = Samples.Text("ferry", "left.txt");
        for (int length = 0; length <= text.Length; length += 7) AssertWellFormed(Engine.Parse(text[..length]));
    }

    [Fact]
    public void Samples_AreLossless()
    {
        foreach (string pair in Samples.Names)
            foreach (string side in (string[])["left.txt", "right.txt"])
            {
                string text = Samples.Text(pair, side);
                var tree = Engine.Parse(text);
                AssertWellFormed(tree);
                Assert.Equal(text, string.Concat(tree.Root.Leaves().Select(leaf => leaf.Text.ToString())));
            }
    }

    [Fact]
    public void LoneSurrogates_AreReplacedAndCounted()
    {
        var text = SourceText.From("a\ud83d b\udc4d c\ud83d\udc4d");
        Assert.Equal("a\ufffd b\ufffd c\ud83d\udc4d", text.Text);
        Assert.Equal(2, text.Repairs);
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0xff, 0x62 }, "a\ufffdb", 1)]
    [InlineData(new byte[] { 0xe2, 0x82, 0x62 }, "\ufffdb", 1)]
    [InlineData(new byte[] { 0xed, 0xa0, 0x80 }, "\ufffd\ufffd\ufffd", 3)]
    [InlineData(new byte[] { 0xf0, 0x9f, 0x91, 0x8d }, "\ud83d\udc4d", 0)]
    [InlineData(new byte[] { 0xef, 0xbb, 0xbf, 0x61, 0x00 }, "\ufeffa\0", 0)]
    [InlineData(new byte[0], "", 0)]
    public void InvalidBytes_AreReplacedAndCounted(byte[] bytes, string text, int repairs)
    {
        var decoded = SourceText.FromUtf8(bytes);
        Assert.Equal(text, decoded.Text);
        Assert.Equal(repairs, decoded.Repairs);
    }

    [Fact]
    public void EmptyText_IsAnArticleWithoutChildren()
    {
        var tree = Engine.Parse("");
        Assert.Equal(new SyntaxRow(SyntaxKind.Article, new TextSpan(0, 0), -1, 1), Assert.Single(tree.Rows));
        Assert.Empty(tree.Tokens);
    }

    [Fact]
    public void Cancellation_EndsTheWork()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => Engine.Parse(Samples.Text("ferry", "left.txt"), cancelled.Token));
    }

    /// <summary>No time is asserted: work that grows with the square of the length would run into the timeout, work in proportion takes seconds.</summary>
    [Theory]
    [MemberData(nameof(Large))]
    public void LargeText_IsReadInTime(string name, int copies, string part)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var tree = Engine.Parse(string.Concat(Enumerable.Repeat(part, copies)), timeout.Token);
        Assert.False(timeout.IsCancellationRequested, name);
        AssertWellFormed(tree);
    }

    public static TheoryData<string, int, string> Large() => new()
    {
        { "one paragraph", 16_000, "The ferry carried 214 passengers to Port Hallen on Tuesday. " },
        { "one word", 1_000_000, "a" },
        { "no stops", 200_000, "word " },
        { "straight marks", 100_000, "\"" },
        { "opening marks", 100_000, "“a " },
        { "closing marks", 100_000, "”" },
        { "single marks", 100_000, "'a " },
        { "lines", 100_000, "The ferry sank.\n" },
        { "wrapped lines", 20_000, "a line of prose that is wrapped at a column and goes on\n" },
        { "empty lines", 1_000_000, "\n" },
        { "stops", 500_000, "." },
        { "addresses", 20_000, "https://example.org/a?b=c, " },
        { "dots and names", 200_000, "a.b" },
        { "digits", 1_000_000, "1" },
        { "dates", 100_000, "1-2-" },
        { "combining marks", 500_000, "\u0301" },
        { "joiners", 200_000, "\u200d👍" },
        { "timestamps", 50_000, "1 hour ago\n" },
        { "zeros", 500_000, "\0" },
    };

    [Theory]
    [InlineData("a.\n")]
    [InlineData("a b ")]
    [InlineData("- a\n")]
    [InlineData("Leave a Reply\n")]
    public void TreeOfTooManyRows_IsNotMade(string part)
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat(part, 50)));
        int rows = SyntaxTree.Parse(text).Rows.Length;
        Assert.Equal(rows, SyntaxTree.ParseWithin(text, DocumentFormat.PlainText, rows)!.Rows.Length);
        Assert.Null(SyntaxTree.ParseWithin(text, DocumentFormat.PlainText, rows - 1));
        Assert.Null(SyntaxTree.ParseWithin(text, DocumentFormat.PlainText, 1, throughout: true));
        // What was left unfinished does not reach into the next tree.
        Assert.Equal(rows, SyntaxTree.Parse(text).Rows.Length);
    }

    [Fact]
    public void TreeThatIsNotMade_TakesNoRoom()
    {
        var text = SourceText.From(string.Concat(Enumerable.Repeat("a b ", 500_000)));
        SyntaxTree.ParseWithin(text, DocumentFormat.PlainText, 1000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(SyntaxTree.ParseWithin(text, DocumentFormat.PlainText, 1000));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static void Check(Action<SyntaxTree> law)
    {
        Properties.Hold(Texts.ArticleLike, parts => law(Engine.Parse(string.Concat(parts))), 150);
        Properties.Hold(Texts.Garbage, parts => law(Engine.Parse(string.Concat(parts))), 300);
    }

    internal static void AssertWellFormed(SyntaxTree tree)
    {
        string text = tree.Text.Text;
        var rows = tree.Rows;
        Assert.Equal(new SyntaxRow(SyntaxKind.Article, new TextSpan(0, text.Length), -1, rows.Length), rows[0]);
        int[] covered = [.. rows.Select(row => row.Span.Start)];
        for (int i = 1; i < rows.Length; i++)
        {
            var (kind, span, parent, end) = rows[i];
            Fails(parent < 0 || parent >= i || i >= rows[parent].SubtreeEnd, i, "does not stand below its parent");
            Fails(rows[parent].Kind.IsToken(), i, "stands below a token");
            Fails(end <= i || end > rows[parent].SubtreeEnd, i, "ends outside its parent");
            Fails(kind.IsToken() && end != i + 1, i, "is a token with children");
            Fails(span.IsEmpty, i, "is empty");
            Fails(span.Start != covered[parent], i, "leaves a gap or overlaps what stands before it");
            Fails(span.End > rows[parent].Span.End, i, "goes beyond its parent");
            Fails(InsideCodePoint(text, span.Start) || InsideCodePoint(text, span.End), i, "cuts a code point");
            covered[parent] = span.End;
        }
        for (int i = 0; i < rows.Length; i++) Fails(!rows[i].Kind.IsToken() && covered[i] != rows[i].Span.End, i, "is not covered by its children");
        AssertListsAgree(tree);

        void Fails(bool condition, int row, string what)
        {
            if (condition) Assert.Fail($"Row {row}, {rows[row]}, {what}.");
        }
    }

    private static void AssertListsAgree(SyntaxTree tree)
    {
        var blocks = tree.Rows.Where(row => row.Kind.IsBlock()).ToList();
        Assert.Equal(blocks.Select(row => (row.Kind, row.Span)), tree.Blocks.Select(block => (block.Kind, block.Span)));
        var sentences = tree.Rows.Where(row => row.Kind is SyntaxKind.Sentence).ToList();
        Assert.Equal(sentences.Select(row => row.Span), tree.Sentences.Select(sentence => sentence.Span));
        var tokens = tree.Rows.Where(row => row.Kind.IsToken() && row.Kind is not SyntaxKind.WhiteSpace && tree.Rows[row.Parent].Kind is SyntaxKind.Sentence);
        Assert.Equal(tokens.Select(row => (row.Kind, row.Span)), tree.Tokens.Select(token => (token.Kind, token.Span)));
        int sentence = 0, token = 0;
        for (int b = 0; b < tree.Blocks.Length; b++)
        {
            Assert.Equal(sentence, tree.Blocks[b].FirstSentence);
            for (; sentence < tree.Blocks[b].EndSentence; sentence++)
            {
                Assert.Equal((b, token), (tree.Sentences[sentence].Block, tree.Sentences[sentence].FirstToken));
                Assert.True(tree.Sentences[sentence].TokenCount > 0);
                for (; token < tree.Sentences[sentence].EndToken; token++) Assert.Equal(sentence, tree.Tokens[token].Sentence);
            }
        }
        Assert.Equal((tree.Sentences.Length, tree.Tokens.Length), (sentence, token));
        int open = -1;
        foreach (var quotation in tree.Quotations)
        {
            Assert.True(quotation.Open > open && (quotation.Close == -1 || quotation.Close > quotation.Open));
            Assert.False(quotation.Content.IsEmpty);
            Assert.True(quotation.Content.Start >= tree.Tokens[quotation.Open].Span.End);
            Assert.True(quotation.Close < 0 || quotation.Content.End <= tree.Tokens[quotation.Close].Span.Start);
            open = quotation.Open;
        }
    }

    private static bool InsideCodePoint(string text, int position) =>
        position > 0 && position < text.Length && char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position]);
}
