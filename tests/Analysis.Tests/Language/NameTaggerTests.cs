using Analysis.Language;
using Analysis.Tests.Support;

namespace Analysis.Tests.Language;

/// <summary>Names as {|type:marked|} in the text, all of them.</summary>
public class NameTaggerTests
{
    [Theory]
    [InlineData("The mayor of {|location:Paris|} met {|person:Maria Lopez|} on Tuesday.")]
    [InlineData("{|organization:Hallen Shipping Company|} sued {|organization:Tamsel Bank|} in {|location:Ohio|}.")]
    [InlineData("The {|norp:German|} chancellor flew to {|location:New York|} in March.")]
    [InlineData("{|norp:Republicans|} in {|location:Texas|} praised Senator {|person:Karen Dalby|}.")]
    [InlineData("He fought in {|event:World War II|} and wrote about it.")]
    [InlineData("On Monday the council met and approved the plan.")]
    [InlineData("Nobody was hurt. Two men left.")]
    public void Names_AreFound(string text) => Check(text);

    [Theory]
    [InlineData("{|person:Anton Bredevik|} lives in {|location:Chicago|}. {|person:Bredevik|} has worked there since 2010.")]
    [InlineData("{|person:Bredevik|} has worked there since 2010. Mr. {|person:Anton Bredevik|} lives in {|location:Chicago|}.")]
    public void ShortName_HasTheTypeOfTheFullOne(string text) => Check(text);

    [Theory]
    [InlineData("The {|organization:United Nations|} met.")]
    [InlineData("THE MAYOR OF {|location:CHICAGO|} RESIGNED AFTER THE TRIAL")]
    public void Lists_HelpWhereCapitalsDoNot(string text) => Check(text);

    [Theory]
    [InlineData("The ferry {|other:Sigrun|} left {|location:Oslo|} at noon.")]
    [InlineData("The tanker {|other:Halvard|} was towed to {|location:Lisbon|}.")]
    public void Vessel_IsNoPerson(string text) => Check(text);

    // Wrong: with a given name and a surname it passes for a person still.
    [Fact]
    public void Vessel_WithAPersonsFullName_PassesForOne() => Check("A tanker, the {|person:Brigitte Moll|}, ran aground near {|location:Lisbon|}.");

    [Theory]
    [InlineData("{|event:Hurricane Odette|} reached {|location:Cuba|} on Friday.")]
    [InlineData("The {|event:Varnholt Cup|} was won by {|organization:Lisbon Rangers|}.")]
    public void Event_IsFoundByItsKind(string text) => Check(text);

    [Theory]
    [InlineData("We had dinner at {|location:Ferrano's|}.")]
    [InlineData("{|person:Ferrano|}'s lawyer said nothing.")]
    public void Possessive_EndsTheNameOfAnInn(string text) => Check(text);

    [Fact]
    public void AnyText_HasOrderedNamesInsideItsSentences() => Properties.Hold(Texts.Garbage, parts =>
    {
        var text = Annotate(string.Concat(parts));
        int end = 0;
        foreach (var name in NameTagger.Default.Tag(text))
        {
            Assert.True(name.FirstToken >= end && name.EndToken > name.FirstToken);
            Assert.Equal(text.Tree.Tokens[name.FirstToken].Sentence, text.Tree.Tokens[name.EndToken - 1].Sentence);
            end = name.EndToken;
        }
    }, count: 100, fewest: 0);

    [Fact]
    public void NothingToRead_HasNoNames() => Assert.Empty(NameTagger.Default.Tag(Annotate("")));

    private static AnnotatedText Annotate(string text) => AnnotatedText.Annotate(Engine.Parse(text), TrainedParser.Default);

    private static void Check(string marked)
    {
        var markup = Markup.Parse(marked);
        var annotated = Annotate(markup.Text);
        Assert.Equal(
            markup.Marks.Select(mark => $"{mark.Kind} {markup.Text[mark.Span.Start..mark.Span.End]}"),
            NameTagger.Default.Tag(annotated).Select(name => $"{name.Type.ToString().ToLowerInvariant()} {annotated.Tree.Text[annotated.SpanOf(name.FirstToken, name.EndToken)].ToString()}"));
    }
}
