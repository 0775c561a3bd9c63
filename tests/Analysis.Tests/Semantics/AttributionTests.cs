using Analysis.Semantics.Quotes;
using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

/// <summary>What of an attribution is more than speaker and words: the cue, whom it is said to, the kind of its source and of its act.</summary>
public class AttributionTests
{
    [Theory]
    [InlineData("Ann Lee {|cue:has not yet said|} that the bridge was old.")]
    [InlineData("Ann Lee {|cue:also noted|} that the bridge was old.")]
    [InlineData("{|cue:According to|} Ann Lee, the bridge was old.")]
    [InlineData("Ann Lee {|cue:made clear|} that the bridge was old.")]
    [InlineData("Ann Lee {|cue:told|} reporters that the bridge was old.")]
    [InlineData("“It was old,” Ann Lee {|cue:said in a statement|}.")]
    [InlineData("Ann Lee {|cue:expressed concern about|} the bridge.")]
    [InlineData("“It was old,” {|cue:sighed|} Ann Lee.")]
    public void Cue_IsTheVerbWithWhatBelongsToIt(string marked)
    {
        var markup = Markup.Parse(marked);
        var model = Engine.Read(markup.Text);
        // What is denied is no quote.
        if (markup.Text.Contains("not yet", StringComparison.Ordinal)) Assert.Empty(model.Quotes);
        else Assert.Equal(markup.Words("cue"), model.Quotes.Select(quote => model.Tree.Text.ToString(quote.Cue!.Value)));
    }

    [Theory]
    [InlineData("Ann Lee told {|to:reporters|} that the bridge was old.")]
    [InlineData("“It is safe,” Ann Lee told {|to:the town council|}.")]
    [InlineData("“It is safe,” Ann Lee said to {|to:the reporters|}.")]
    [InlineData("Ann Lee said that the bridge was old.")]
    public void Addressee_IsToldWhereStated(string marked)
    {
        var markup = Markup.Parse(marked);
        var model = Engine.Read(markup.Text);
        Assert.Equal(markup.Words("to"), model.Quotes.Where(quote => quote.Addressee is not null).Select(quote => model.Tree.Text.ToString(quote.Addressee!.Value)));
    }

    [Theory]
    [InlineData("Ann Lee said the bridge was old.", SourceKind.Named)]
    [InlineData("Harbour master Ann Lee said the bridge was old.", SourceKind.Named)]
    [InlineData("She said the bridge was old.", SourceKind.Pronoun)]
    [InlineData("Officials said the bridge was old.", SourceKind.Anonymous)]
    [InlineData("People familiar with the matter said the bridge was old.", SourceKind.Anonymous)]
    [InlineData("Two engineers said the bridge was old.", SourceKind.Anonymous)]
    [InlineData("Police said the bridge was old.", SourceKind.Body)]
    [InlineData("The report said the bridge was old.", SourceKind.Document)]
    public void Source_HasItsKind(string text, SourceKind expected) => Assert.Equal(expected, Assert.Single(Engine.Read(text).Quotes).SourceKind);

    [Theory]
    [InlineData("Ann Lee said the bridge was old.", QuoteAct.Statement)]
    [InlineData("Ann Lee believes the bridge is safe.", QuoteAct.Belief)]
    [InlineData("Ann Lee wants to rebuild the bridge.", QuoteAct.Intention)]
    [InlineData("Ann Lee supports the plan.", QuoteAct.Stance)]
    public void Quote_HasItsAct(string text, QuoteAct expected) => Assert.Equal(expected, Assert.Single(Engine.Read(text).Quotes).Act);

    [Fact]
    public void Continuation_SaysSo()
    {
        var quotes = Engine.Read("“The bridge was old,” said Ann Lee. “We will rebuild it.”").Quotes;
        Assert.Equal([false, true], quotes.Select(quote => quote.IsContinuation));
    }

    // Marks that never close, very many of them, and marks nested deeper than anyone writes.
    [Theory]
    [InlineData("“It fell, said Ann Lee. ", 400)]
    [InlineData("“ ", 10_000)]
    [InlineData("\" ", 10_000)]
    [InlineData("“Ann Lee said, ‘Bo Dahl said, “Cy Orr said, ‘Di Pell said, “Ed Quist said, ‘it fell,’” he said,’” she said. ", 200)]
    [InlineData("said ", 10_000)]
    [InlineData("— It fell.\n\n", 3_000)]
    public void HostileMarks_AreRead(string text, int times)
    {
        var model = Engine.Read(string.Concat(Enumerable.Repeat(text, times)));
        int length = model.Tree.Text.Length;
        Assert.All(model.Quotes, quote =>
        {
            Assert.NotEmpty(quote.Content);
            Assert.All(quote.Content, content => Assert.True(!content.IsEmpty && content.End <= length));
            Assert.InRange(quote.Speaker, -1, model.Entities.Length - 1);
        });
    }
}
