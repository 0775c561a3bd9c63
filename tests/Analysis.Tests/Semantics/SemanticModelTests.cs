using Analysis.Semantics;
using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

public class SemanticModelTests
{
    [Fact]
    public void Model_PointsIntoItsText()
    {
        Properties.Hold(Texts.ArticleLike, parts => AssertSound(Engine.Read(string.Concat(parts))), 60);
        Properties.Hold(Texts.Garbage, parts => AssertSound(Engine.Read("The captain of the ferry said that it was late and that the port was closed. " + string.Concat(parts))), 120);
    }

    [Fact]
    public void Model_OfTheSameText_IsTheSame() => Properties.Hold(
        Texts.ArticleLike,
        parts => Assert.Equal(Render.Model(Engine.Read(string.Concat(parts))), Render.Model(Engine.Read(string.Concat(parts)))),
        30);

    [Fact]
    public void Model_OfATruncatedText_IsSound()
    {
        string text = Samples.Text("ferry", "right.txt");
        for (int length = 0; length < text.Length; length += 61) AssertSound(Engine.Read(text[..length]));
    }

    [Fact]
    public void Cancellation_EndsTheWork()
    {
        using var cancelled = new CancellationTokenSource();
        var tree = Engine.Parse(Samples.Text("ferry", "left.txt"));
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => SemanticModel.Build(tree, Analysis.Language.TrainedParser.Default, default, cancelled.Token));
    }

    /// <summary>No time is asserted: see <see cref="Syntax.SyntaxTreeTests.LargeText_IsReadInTime"/>.</summary>
    [Theory]
    [InlineData("sentences", 1_500, "The ferry carried 214 passengers to Port Hallen on Tuesday. ")]
    [InlineData("no stops", 5_000, "the ferry and the tug ")]
    [InlineData("names", 4_000, "Ann Lee and the ")]
    [InlineData("persons", 2_000, "Mayor Lee said the mayor of it was Bo Lee. ")]
    [InlineData("quotes", 2_000, "“It is not,” said Ann Lee. ")]
    [InlineData("marks", 5_000, "said \" that “ it was ")]
    [InlineData("numbers", 6_000, "12 of about ")]
    [InlineData("dates", 3_000, "on Monday, March 12, and ")]
    [InlineData("pronouns", 3_000, "He said she said it. ")]
    public void LargeText_IsReadInTime(string name, int copies, string part)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var model = Engine.Read(string.Concat(Enumerable.Repeat(part, copies)), cancellation: timeout.Token);
        Assert.False(timeout.IsCancellationRequested, name);
        Assert.True(model.LanguageSupported);
        AssertSound(model);
    }

    /// <summary>
    /// All that is allocated from the text to the model, most of which is given back at once: at most 1,200 bytes for a byte of text. Of
    /// lines of two characters it is 700, of prose 150.
    /// </summary>
    [Theory]
    [InlineData("a.\n")]
    [InlineData("a.\n\n")]
    [InlineData("He said no.\n")]
    [InlineData("- Item one is 5\n")]
    [InlineData("“a” said Bo. ")]
    [InlineData("5 6 7 8 ")]
    [InlineData("1\t2\t4.5\tAnn\t2009-05-05\n")]
    [InlineData("Monday 5 May 2009, ")]
    [InlineData("Ann Lee, Port Hallen. ")]
    [InlineData("THE COUNCIL AND MAYOR LEE MET ")]
    [InlineData("if (a[i] != '\\0') { b += c(d, 0x1f); }\n")]
    [InlineData("\0\0\0 ")]
    [InlineData(".\"!?,;:-'")]
    [InlineData("abcdefghij")]
    public void HostileText_IsReadInBoundedMemory(string part)
    {
        const int Length = 64 * 1024, PerByte = 1500;
        string text = string.Concat(Enumerable.Repeat(part, Length / part.Length));
        Engine.Read(part);
        long before = GC.GetAllocatedBytesForCurrentThread();
        AssertSound(Engine.Read(text));
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Length, 0, PerByte);
    }

    private static void AssertSound(SemanticModel model)
    {
        int length = model.Tree.Text.Length, tokens = model.Tree.Tokens.Length;
        Assert.All(model.Quantities, quantity => Assert.True(quantity.FirstToken < quantity.EndToken && quantity.EndToken <= tokens && quantity.Span.Contains(quantity.Number)));
        Assert.All(model.Quantities, quantity => Assert.InRange(quantity.AsOf, -1, model.Dates.Length - 1));
        Assert.All(model.Dates, date => Assert.True(date.FirstToken < date.EndToken && date.EndToken <= tokens && !(date.End < date.Start)));
        for (int i = 0; i < model.Entities.Length; i++)
        {
            Assert.Equal(i, model.Entities[i].Index);
            Assert.NotEmpty(model.Entities[i].Keys);
            Assert.NotEmpty(model.Entities[i].Mentions);
            Assert.All(model.Entities[i].Mentions, mention => Assert.True(mention.FirstToken < mention.EndToken && mention.EndToken <= tokens && !mention.Span.IsEmpty));
        }
        Assert.All(model.Quotes, quote =>
        {
            Assert.NotEmpty(quote.Content);
            Assert.All(quote.Content, content => Assert.True(!content.IsEmpty && content.End <= length));
            Assert.InRange(quote.Speaker, -1, model.Entities.Length - 1);
        });
        Assert.Equal(model.Claims.Length, model.Claims.Select(claim => claim.Id).Distinct().Count());
        Assert.All(model.Claims, claim =>
        {
            Assert.True(model.Tree.Sentences[claim.Sentence].Span.Contains(claim.Span));
            Assert.True(claim.Tokens.SequenceEqual(claim.Tokens.Order()) && !claim.Tokens.IsEmpty);
            Assert.All(claim.Arguments, argument => Assert.InRange(argument.Entity, -1, model.Entities.Length - 1));
            Assert.All(claim.Quantities, quantity => Assert.InRange(quantity, 0, model.Quantities.Length - 1));
            Assert.All(claim.Dates, date => Assert.InRange(date, 0, model.Dates.Length - 1));
            Assert.All(claim.Attribution, link => Assert.InRange(link.Entity, -1, model.Entities.Length - 1));
        });
        Assert.True(model.Claims.Select(claim => claim.Sentence).SequenceEqual(model.Claims.Select(claim => claim.Sentence).Order()));
    }
}
