using Analysis.Semantics.Quotes;
using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

/// <summary>
/// Texts mark the words said as <c>[|…|]</c> and the words that name their speaker as <c>{|speaker:…|}</c>; the second string says for
/// each quote how it is reported and who speaks, <c>?</c> where that cannot be told.
/// </summary>
public class SpeakerTests
{
    private const string Direct = nameof(QuoteKind.Direct), Indirect = nameof(QuoteKind.Indirect), Mixed = nameof(QuoteKind.Mixed);

    [Theory]
    [InlineData("“[|We will rebuild the bridge|],” {|speaker:Ann Lee|} said.", $"{Direct} Ann Lee")]
    [InlineData("\"[|We will rebuild the bridge|],\" {|speaker:Ann Lee|} said.", $"{Direct} Ann Lee")]
    [InlineData("{|speaker:Ann Lee|} said: “[|We will rebuild the bridge.|]”", $"{Direct} Ann Lee")]
    [InlineData("{|speaker:Ann Lee|} told reporters, “[|We will rebuild the bridge.|]”", $"{Direct} Ann Lee")]
    [InlineData("“[|Why did the bridge fall?|]” {|speaker:Ann Lee|} asked.", $"{Direct} Ann Lee")]
    [InlineData("“[|We will rebuild the bridge|],” {|speaker:Mayor Ann Lee|} told the council on Monday.", $"{Direct} Ann Lee")]
    public void DirectQuote_HasItsSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("“[|We will rebuild the bridge|],” said {|speaker:Ann Lee|}.", $"{Direct} Ann Lee")]
    [InlineData("“[|We will rebuild the bridge|],” said {|speaker:Ann Lee, the mayor of Marlow|}.", $"{Direct} Ann Lee")]
    [InlineData("“[|We will rebuild the bridge|],” said {|speaker:harbour master Ann Lee|}.", $"{Direct} Ann Lee")]
    [InlineData("“[|We will rebuild the bridge|],” added {|speaker:Ann Lee|} on Monday.", $"{Direct} Ann Lee")]
    [InlineData("“[|We will rebuild the bridge|],” said {|speaker:Ms. Lee|}. Mayor Ann Lee left.", $"{Direct} Ann Lee")]
    [InlineData("{|speaker:Bo Dahl, the party chairman for Marlow|}, told Mr. Lee that [|he would rebuild the bridge|].", $"{Indirect} Bo Dahl")]
    public void InvertedCue_HasItsSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("[|The bridge will be rebuilt|], {|speaker:Ann Lee|} said.", $"{Indirect} Ann Lee")]
    [InlineData("[|The bridge will be rebuilt|], {|speaker:the council|} said.", $"{Indirect} ?")]
    [InlineData("[|Two people were hurt on Monday|], {|speaker:police|} said.", $"{Indirect} ?")]
    public void FrontedWords_HaveTheirSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("{|speaker:Ann Lee|} said that [|the bridge will be rebuilt|].", $"{Indirect} Ann Lee")]
    [InlineData("{|speaker:Ann Lee|} on Monday said that [|the bridge will be rebuilt|].", $"{Indirect} Ann Lee")]
    [InlineData("{|speaker:Ann Lee|} said [|the bridge was old|].", $"{Indirect} Ann Lee")]
    [InlineData("{|speaker:The council|} announced on Monday that [|the bridge will be rebuilt|].", $"{Indirect} ?")]
    public void PostposedWords_HaveTheirSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("“[|The bridge was old|],” {|speaker:Ann Lee|} said, “[|and we will rebuild it.|]”", $"{Direct} Ann Lee")]
    [InlineData("“[|The bridge was old|],” said {|speaker:Ann Lee|}. “[|We will rebuild it.|]”", $"{Direct} Ann Lee; {Direct} Ann Lee")]
    public void InterruptedQuote_HasOneSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("Mayor Ann Lee visited the bridge. “[|It was old|],” {|speaker:she|} said.", $"{Direct} Ann Lee")]
    [InlineData("Mayor Ann Lee visited the bridge. {|speaker:She|} said that [|it was old|].", $"{Indirect} Ann Lee")]
    [InlineData("Mary Lee met Jane Dahl. “[|The bridge was old|],” {|speaker:she|} said.", $"{Direct} Mary Lee")] // Of two the subject.
    [InlineData("The bridge was opened by Mary Lee and Jane Dahl. “[|The bridge was old|],” {|speaker:she|} said.", $"{Direct} ?")]
    [InlineData("“[|The bridge was old|],” {|speaker:she|} said.", $"{Direct} ?")]
    public void Pronoun_IsResolvedWhereOnePersonFits(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("Transport Minister Ann Lee visited the bridge. “[|It was old|],” {|speaker:the minister|} said.", $"{Direct} Ann Lee")]
    [InlineData("Transport Minister Ann Lee met Culture Minister Bo Dahl. “[|It was old|],” {|speaker:the minister|} said.", $"{Direct} ?")]
    public void Nominal_IsResolvedWhereOnePersonFits(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("According to {|speaker:Ann Lee|}, [|the bridge was old|].", $"{Indirect} Ann Lee")]
    [InlineData("[|The bridge was old|], according to {|speaker:Ann Lee|}.", $"{Indirect} Ann Lee")]
    [InlineData("[|The bridge was old|], according to {|speaker:the council|}.", $"{Indirect} ?")]
    public void AccordingTo_NamesTheSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("“[|The bridge was old|],” said {|speaker:Ann Lee|}.\n\n“[|We will rebuild it.|]”", $"{Direct} Ann Lee; {Direct} ?")] // A closed quotation ends with its paragraph.
    [InlineData("“[|The bridge was old|],” said {|speaker:Ann Lee|}. “[|We will rebuild it.|]\n\n“[|It will be wider.|]”", $"{Direct} Ann Lee; {Direct} Ann Lee; {Direct} Ann Lee")]
    public void OpenQuotation_GoesOnWithItsSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("The “old bridge” is gone.")]
    [InlineData("The council did not say that the bridge was old.")]
    [InlineData("The growers' union and the drivers' union met.")]
    public void ScareQuotes_AreNoSpeech(string text) => Check(text, "");

    [Theory]
    [InlineData("{|speaker:Ann Lee|} said that [|the bridge was “a disgrace for the town”|].", $"{Mixed} Ann Lee")]
    [InlineData("{|speaker:Ann Lee|} said [|the council was “open to talks” with the town|].", $"{Mixed} Ann Lee")]
    public void MixedQuote_HoldsWordsBetweenMarks(string text, string voices) => Check(text, voices);

    // Known: a name given with "call" is taken for speech.
    [Fact]
    public void Name_BehindCall_IsTakenForSpeech() => Check("{|speaker:They|} call [|the bridge “Old Tom”|].", $"{Mixed} ?");

    [Theory]
    [InlineData("“[|We will rebuild it.|]\n\n“[|It will be wider|],” said {|speaker:Ann Lee|}.", $"{Direct} Ann Lee; {Direct} Ann Lee")]
    [InlineData("“[|The bridge was old|],” said {|speaker:Ann Lee|}. “[|We will rebuild it.|]\n\n“[|It will be wider|],” {|speaker:she|} said.", $"{Direct} Ann Lee; {Direct} Ann Lee; {Direct} Ann Lee")]
    public void QuotationOverParagraphs_HasOneSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("“[|It is old|],” said {|speaker:Ann Lee|}. The bridge stands in Marlow. “[|It is safe|],” {|speaker:she|} said.", $"{Direct} Ann Lee; {Direct} Ann Lee")]
    [InlineData("“[|It is old|],” said {|speaker:Ann Lee|}. “[|It is safe|],” {|speaker:the mayor|} added.", $"{Direct} Ann Lee; {Direct} Ann Lee")]
    [InlineData("“[|It is old|],” said {|speaker:Ann Lee|}. Mary Dahl met Jane Orr. “[|It is safe|],” {|speaker:the mayor|} added.", $"{Direct} Ann Lee; {Direct} ?")]
    public void Speaker_GoesOnUntilAnotherIsNamed(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("— [|We will rebuild it|], said {|speaker:Ann Lee|}.\n\n— [|In the spring.|]", $"{Direct} Ann Lee; {Direct} ?")]
    [InlineData("— [|When?|] asked {|speaker:Bo Dahl|}.\n\n— [|In the spring.|]", $"{Direct} Bo Dahl; {Direct} ?")]
    public void Dialogue_IsSpeech(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("{|speaker:Mayor|}: ‘[|We will rebuild it|]’\n\nThe bridge was closed on Monday.", $"{Direct} ?")]
    [InlineData("{|speaker:Mayor|}: [|Bridge is a danger to the town|]\n\nThe bridge was closed on Monday.", $"{Indirect} ?")]
    public void Headline_IsSaidByTheWordsInFrontOfItsColon(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("“[|We asked the mayor. ‘[|It is safe|],’ {|speaker:she|} said|],” {|speaker:Ann Lee|} told the council.", $"{Direct} Ann Lee; {Direct} ?")]
    [InlineData("{|speaker:Bo Dahl|} said that [|{|speaker:Ann Lee|} had said [|the bridge was gone|]|].", $"{Indirect} Bo Dahl; {Indirect} Ann Lee")]
    public void NestedQuote_HasItsOwnSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("{|speaker:People familiar with the matter|} said [|the bridge was old|].", $"{Indirect} ?")]
    [InlineData("MARLOW (Coast News) – {|speaker:Ann Lee|} said [|the bridge was old|].", $"{Indirect} Ann Lee")]
    [InlineData("{|speaker:The mayor|}, who was born in Marlow, said [|the bridge was old|].", $"{Indirect} ?")]
    public void Source_IsTheNounPhrase(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("{|speaker:LEE|}: [|The bridge is old.|]\n\n{|speaker:DAHL|}: [|Then close it. We have waited.|]\n\n{|speaker:LEE|}: [|We will close it.|]", $"{Direct} LEE; {Direct} DAHL; {Direct} LEE")]
    [InlineData("{|speaker:Ann Lee|}: [|The bridge is old.|]\n\n{|speaker:COUNCIL|}: [|Then close it.|]\n\n{|speaker:Ann Lee|}: [|We will close it.|]", $"{Direct} Ann Lee; {Direct} ?; {Direct} Ann Lee")]
    [InlineData("WHEN: The bridge opens on Monday.\n\nWHERE: The bridge stands in Marlow.", "")] // Nobody speaks twice.
    [InlineData("Note: The bridge is old.\n\nUpdate: The bridge was closed.", "")]
    public void Transcript_NamesItsSpeakersInFront(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("“[|The bridge was old and nobody cared for it.|]” — {|speaker:Ann Lee|}", $"{Direct} Ann Lee")]
    [InlineData("“[|The bridge was old and nobody cared for it.|]” ― {|speaker:Ann Lee, mayor of Marlow|}", $"{Direct} Ann Lee")]
    [InlineData("“Old Bridges” — Ann Lee", "")] // A title.
    [InlineData("“[|The bridge was old and nobody cared for it.|]” — Ann Lee closed it.", $"{Direct} ?")]
    public void Signature_NamesTheSpeaker(string text, string voices) => Check(text, voices);

    [Theory]
    [InlineData("“[|Why is the bridge not safe after so many repairs?|]” {|speaker:Lee|} demanded.", $"{Direct} Lee")]
    [InlineData("“[|Who will pay for it?|]” {|speaker:Ann Lee|} wondered.", $"{Direct} Ann Lee")]
    public void SentenceBehindAQuotation_NamesItsSpeaker(string text, string voices) => Check(text, voices);

    private static void Check(string marked, string voices)
    {
        var markup = Markup.Parse(marked);
        var model = Engine.Read(markup.Text);
        var quotes = model.Quotes.OrderBy(quote => quote.Content[0].Start).ToList();
        Assert.Equal(markup.Words(""), quotes.SelectMany(quote => quote.Content).Order().Select(model.Tree.Text.ToString));
        Assert.Equal(markup.Words("speaker"), quotes.Where(quote => quote.Source is not null).Select(quote => quote.Source!.Value).Order().Select(model.Tree.Text.ToString));
        Assert.Equal(voices, string.Join("; ", quotes.Select(quote => $"{quote.Kind} {(quote.Speaker < 0 ? "?" : model.Entities[quote.Speaker].Name)}")));
    }
}
