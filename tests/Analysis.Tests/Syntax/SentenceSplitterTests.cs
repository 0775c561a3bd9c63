using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

/// <summary>Every sentence of a paragraph is marked.</summary>
public class SentenceSplitterTests
{
    [Theory]
    [InlineData("[|The bridge fell.|] [|Nobody was hurt.|]")]
    [InlineData("[|The bridge fell!|] [|Was it old?|] [|It was.|]")]
    [InlineData("[|The bridge fell.|]  [|7 people saw it.|]")]
    [InlineData("[|The bridge fell|]")]
    [InlineData("[|the bridge fell. nobody was hurt|]")]
    [InlineData("[|The bridge fell; nobody was hurt: the road was closed.|]")]
    public void Stops_EndSentences(string marked) => Check(marked);

    [Theory]
    [InlineData("[|Dr. Lee met Mrs. Dahl.|] [|They talked.|]")]
    [InlineData("[|Gov. Lee and Lt. Col. Dahl met.|]")]
    [InlineData("[|The U.S. Navy sailed.|]")]
    [InlineData("[|It sailed to the U.S.|] [|The captain was ill.|]")]
    [InlineData("[|It left at 7 a.m. on Monday.|]")]
    [InlineData("[|It left at 7 a.m.|] [|The captain was ill.|]")]
    [InlineData("[|He joined Lee & Co.|] [|The firm grew.|]")]
    [InlineData("[|It is No. 5 on the list.|]")]
    [InlineData("[|It met on Sept. 5 in town.|]")]
    [InlineData("[|He named trams, buses, etc. and left.|]")]
    [InlineData("[|He named trams, buses, etc.|] [|Harlan left.|]")]
    [InlineData("[|She moved to the U.K.|] [|How did she like it?|]")]
    [InlineData("[|It was Dr. Who that they watched.|]")]
    [InlineData("[|Ann Lee (b. March 1951) paints.|]")]
    [InlineData("[|She lives in Dunmore, Fla.|] [|The house is old.|]")]
    [InlineData("[|She lives in Dunmore, N.J.|] [|Harlan does not.|]")]
    [InlineData("[|She saw Dunmore, N.J., Mayor Bo Dahl in Washington D.C. Council rooms.|]")]
    [InlineData("[|DUNMORE, Fla. (Norwave) is where she lives.|]")]
    [InlineData("[|She reads the (Dunmore, N.J.) Record.|]")]
    [InlineData("[|It rained.|] [|P.S. Ann stayed.|]")]
    public void Abbreviations_DoNotEndThem(string marked) => Check(marked);

    [Theory]
    [InlineData("[|J. Smith left.|] [|B. Dahl stayed.|]")]
    [InlineData("[|J.K. Smith left.|]")]
    [InlineData("[|John F. Smith left.|]")]
    [InlineData("[|So did I.|] [|Then it rained.|]")]
    [InlineData("[|Bo I. Dahl left, and so did I.|] [|Did you stay?|]")]
    public void Initials_DoNotEndThem(string marked) => Check(marked);

    [Theory]
    [InlineData("[|It cost 6.5 million.|] [|That is much.|]")]
    [InlineData("[|It grew by 2.4 percent in 2.5 years.|]")]
    [InlineData("[|It grew in 2023.|] [|It fell in 2024.|]")]
    public void Decimals_DoNotEndThem(string marked) => Check(marked);

    [Theory]
    [InlineData("[|“It fell.”|] [|He left.|]")]
    [InlineData("[|\"It fell.\"|] [|He left.|]")]
    [InlineData("[|He said: “It fell.”|] [|Then he left.|]")]
    [InlineData("[|“It fell,” he said.|] [|“Nobody was hurt.”|]")]
    [InlineData("[|(It fell.)|] [|He left.|]")]
    [InlineData("[|She called it “a miracle.”|] [|“We were lucky,” she said.|]")]
    public void ClosingMarks_BelongToTheSentence(string marked) => Check(marked);

    [Theory]
    [InlineData("[|“Why did it fall?” he asked.|] [|Nobody knew.|]")]
    [InlineData("[|“Stop!” Harlan Lee said.|] [|They stopped.|]")]
    [InlineData("[|“Why?” asked Ann Lee.|]")]
    [InlineData("[|“Why?”|] [|The crowd was silent.|]")]
    public void Attribution_BelongsToTheQuestion(string marked) => Check(marked);

    [Theory]
    [InlineData("[|It met at the forum.|][|Russian firms came.|]")]
    [InlineData("[|It was built in 2022.|][|The harbour grew.|]")]
    [InlineData("[|He uses Node.js and left.|]")]
    public void GluedStop_EndsBeforeACapital(string marked) => Check(marked);

    [Theory]
    [InlineData("[|He waited ... and left.|]")]
    [InlineData("[|He waited...|] [|Then he left.|]")]
    [InlineData("[|He waited…|] [|Then he left.|]")]
    [InlineData("[|He waited… and left.|]")]
    [InlineData("[|“It fell [...]” (Dahl 12).|]")]
    [InlineData("[|It fell [...]|] [|Nobody was hurt.|]")]
    [InlineData("[|It was . . . I mean, it fell.|]")]
    public void Ellipsis_EndsBeforeACapital(string marked) => Check(marked);

    [Theory]
    [InlineData("[|桥塌了。|][|没有人受伤。|]")]
    [InlineData("[|पुल गिर गया।|] [|कोई घायल नहीं हुआ।|]")]
    public void OtherScripts_HaveTheirOwnStops(string marked) => Check(marked);

    [Theory]
    [InlineData("[|The bridge fell. [2]|] [|Nobody was hurt. [3] [4]|] [|The road was closed.|]")]
    [InlineData("[|The bridge fell. [citation needed]|] [|Nobody was hurt.|]")]
    [InlineData("[|The bridge fell.|] [|[Laughter] Nobody was hurt.|]")]
    [InlineData("[|The film Stop! (1965) was long.|]")]
    [InlineData("[|Good trip! :)|] [|We came home.|]")]
    public void Notes_BelongToTheSentence(string marked) => Check(marked);

    [Theory]
    [InlineData("[|1. The bridge fell.|] [|2. The road was closed.|]")]
    [InlineData("[|1) Bread|] [|2) Milk|] [|3) Salt|]")]
    [InlineData("[|a. Bread|] [|b. Milk|]")]
    [InlineData("[|• Bread|] [|• Milk|]")]
    [InlineData("[|1) They will close it and 2) they will pay.|]")]
    [InlineData("[|It fell in 1.|] [|2. was not a sentence.|]")]
    [InlineData("[|It fell in 2019.|] [|The road was closed.|]")]
    public void Items_AreSentences(string marked) => CheckParagraph(marked);

    [Theory]
    [InlineData("[|The bridge fell.|] [|eBay sold it.|]")]
    [InlineData("[|The bridge fell.|] [|https://dunmore.example/bridge|]")]
    [InlineData("[|The bridge fell. nobody knew.|]")]
    public void SmallLetters_OpenASentenceInNamesAlone(string marked) => Check(marked);

    private static void CheckParagraph(string marked)
    {
        var markup = Markup.Parse(marked);
        var tree = SyntaxTree.ParsePassage(SourceText.From(markup.Text));
        Assert.Equal(markup.Words(""), tree.Sentences.Select(sentence => tree.Text.ToString(sentence.Span)));
    }

    private static void Check(string marked)
    {
        var markup = Markup.Parse(marked);
        var tree = Engine.Parse(markup.Text);
        Assert.Equal(markup.Words(""), tree.Sentences.Select(sentence => tree.Text.ToString(sentence.Span)));
    }
}
