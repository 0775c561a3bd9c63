using System.Text;
using Analysis.Syntax;

namespace Analysis.Tests.Syntax;

public class LexerTests
{
    [Theory]
    [InlineData("don't", "do n't")]
    [InlineData("don’t", "do n’t")]
    [InlineData("WON'T", "WO N'T")]
    [InlineData("can't", "ca n't")]
    [InlineData("cannot", "can not")]
    [InlineData("Cannot", "Can not")]
    [InlineData("I'm gonna, Gotta", "I 'm gon na , Got ta")]
    [InlineData("it doesnt, DONT", "it does nt , DO NT")]
    [InlineData("as was his wont", "as was his wont")]
    [InlineData("we're they've I'll she'd I'm", "we 're they 've I 'll she 'd I 'm")]
    [InlineData("Ann's", "Ann 's")]
    [InlineData("Ann’s", "Ann ’s")]
    [InlineData("the drivers' union", "the drivers ' union")]
    [InlineData("O'Hara", "O'Hara")]
    [InlineData("o'clock", "o'clock")]
    [InlineData("the U.S.'s fleet", "the U.S. 's fleet")]
    public void Clitics_AreCutOff(string text, string tokens) => Check(text, tokens);

    [Theory]
    [InlineData("Dr. Lee", "Dr. Lee")]
    [InlineData("Mr. and Mrs. Lee", "Mr. and Mrs. Lee")]
    [InlineData("the U.S. fleet", "the U.S. fleet")]
    [InlineData("at 7 a.m. sharp", "at 7 a.m. sharp")]
    [InlineData("J. Smith", "J. Smith")]
    [InlineData("J.K. Smith", "J.K. Smith")]
    [InlineData("No. 5", "No. 5")]
    [InlineData("He said no.", "He said no .")]
    [InlineData("Sept. 5", "Sept. 5")]
    [InlineData("in Sept.", "in Sept .")]
    [InlineData("Lee & Co. sold", "Lee & Co. sold")]
    [InlineData("It was I. Then", "It was I . Then")]
    [InlineData("plan B.", "plan B .")]
    [InlineData("e.g. boats", "e.g. boats")]
    [InlineData("see p. 12", "see p. 12")]
    [InlineData("It took 5 m. Then", "It took 5 m . Then")]
    [InlineData("(b. March 1951)", "( b. March 1951 )")]
    [InlineData("Lee v. Dahl", "Lee v. Dahl")]
    [InlineData("Ann Lee, Ph.D., spoke", "Ann Lee , Ph.D. , spoke")]
    [InlineData("a B.Sc. in physics", "a B.Sc. in physics")]
    [InlineData("the U.S fleet, a.k.a them", "the U.S fleet , a.k.a them")]
    [InlineData("in Dunmore, Fla., today", "in Dunmore , Fla. , today")]
    [InlineData("He was ill.", "He was ill .")]
    [InlineData("feeling Ill. Then", "feeling Ill . Then")]
    [InlineData("in Nov. and Dec. alike", "in Nov. and Dec. alike")]
    [InlineData("on Fri. Sept. 6", "on Fri. Sept. 6")]
    [InlineData("They sat. Then", "They sat . Then")]
    [InlineData("boats, etc. were", "boats , etc. were")]
    [InlineData("boats, etc... The", "boats , etc ... The")]
    [InlineData("Bo Dahl Jr.. Then", "Bo Dahl Jr. . Then")]
    [InlineData("boats, etc. The", "boats , etc . The")]
    [InlineData("Lee et al. found", "Lee et al. found")]
    [InlineData("Bo I. Dahl", "Bo I. Dahl")]
    [InlineData("you and I. Did", "you and I . Did")]
    public void Abbreviations_KeepTheirStop(string text, string tokens) => Check(text, tokens);

    [Theory]
    [InlineData("1,500", "1,500")]
    [InlineData("1,50", "1 , 50")]
    [InlineData("2.4 m", "2.4 m")]
    [InlineData("It cost 6.5.", "It cost 6.5 .")]
    [InlineData("7:40", "7:40")]
    [InlineData("3:1", "3 : 1")]
    [InlineData("2022-08-16", "2022-08-16")]
    [InlineData("10-12", "10 - 12")]
    [InlineData("10–12", "10 – 12")]
    [InlineData("1/2", "1/2")]
    [InlineData("5km", "5 km")]
    [InlineData("9pm", "9 pm")]
    [InlineData("4x4", "4x4")]
    [InlineData("97%", "97 %")]
    [InlineData("$12.50", "$ 12.50")]
    [InlineData("€12m", "€ 12 m")]
    [InlineData("£1,200", "£ 1,200")]
    [InlineData("US$5", "US $ 5")]
    [InlineData("1st 2nd 3rd 41st", "1st 2nd 3rd 41st")]
    [InlineData("the 1990s", "the 1990s")]
    [InlineData("B2", "B2")]
    [InlineData("hit .265 (.3)", "hit .265 ( .3 )")]
    [InlineData("the ’98 storm", "the ’98 storm")]
    [InlineData("the storm of '98", "the storm of '98")]
    [InlineData("the '60s", "the '60s")]
    [InlineData("he said '60 people' died", "he said ' 60 people ' died")]
    [InlineData("the 1960's", "the 1960's")]
    [InlineData("2024's budget", "2024 's budget")]
    [InlineData("4G in 33A", "4G in 33A")]
    [InlineData("$5M", "$ 5 M")]
    [InlineData("555-0143", "555-0143")]
    [InlineData("#1 and #flood", "# 1 and #flood")]
    public void Numbers_StayWhole(string text, string tokens) => Check(text, tokens);

    [Theory]
    [InlineData("50-year-old", "50 - year - old")]
    [InlineData("well-known", "well - known")]
    [InlineData("re-elected", "re-elected")]
    [InlineData("co-founder", "co-founder")]
    [InlineData("anti-war", "anti-war")]
    [InlineData("ex-mayor", "ex-mayor")]
    [InlineData("Army-2023", "Army - 2023")]
    [InlineData("he left -- twice", "he left -- twice")]
    [InlineData("he left—twice", "he left — twice")]
    [InlineData("AT&T", "AT&T")]
    [InlineData("fish&chips", "fish & chips")]
    [InlineData("cross-party", "cross-party")]
    [InlineData("and/or w/o", "and / or w/o")]
    [InlineData("I w- I th- I saw it", "I w- I th- I saw it")]
    [InlineData("It was I- and he", "It was I - and he")]
    [InlineData("the harbour- so", "the harbour - so")]
    public void Hyphens_CutButForPrefixes(string text, string tokens) => Check(text, tokens);

    [Theory]
    [InlineData("ann.lee@example.org", "ann.lee@example.org")]
    [InlineData("mail ann@example.org.", "mail ann@example.org .")]
    [InlineData("https://example.org/a?b=c#d", "https://example.org/a?b=c#d")]
    [InlineData("see https://example.org/a.", "see https://example.org/a .")]
    [InlineData("(www.example.org)", "( www.example.org )")]
    [InlineData("@ann_lee", "@ann_lee")]
    [InlineData("#flood2024", "#flood2024")]
    [InlineData("a @ b", "a @ b")]
    [InlineData("what", "what")]
    [InlineData("http", "http")]
    [InlineData("dunmore.example.", "dunmore.example .")]
    [InlineData("(dunmore.example/news?id=4)", "( dunmore.example/news?id=4 )")]
    [InlineData("alt.boats.wooden, say", "alt.boats.wooden , say")]
    [InlineData("forum.Then", "forum . Then")]
    [InlineData("notes_2024 are .doc files", "notes_2024 are .doc files")]
    [InlineData("It sank .The end", "It sank . The end")]
    public void Addresses_StayWhole(string text, string tokens) => Check(text, tokens);

    [Theory]
    [InlineData("wait...", "wait ...")]
    [InlineData("wait…", "wait …")]
    [InlineData("what?!", "what ?!")]
    [InlineData("no!!!", "no !!!")]
    [InlineData("<<go>>", "<< go >>")]
    [InlineData("good :) and (a: b)", "good :) and ( a : b )")]
    [InlineData("what the d**n", "what the d**n")]
    [InlineData("“Go,” he said.", "“ Go , ” he said .")]
    [InlineData("``Go,'' he said.", "`` Go , '' he said .")]
    [InlineData("(a) [b]", "( a ) [ b ]")]
    [InlineData("a*b", "a * b")]
    [InlineData("------", "------")]
    public void Signs_AreTokens(string text, string tokens) => Check(text, tokens);

    [Theory]
    [InlineData("👍🏽!", "👍🏽 !")]
    [InlineData("👩‍👧‍👦 left", "👩‍👧‍👦 left")]
    [InlineData("❤️ it", "❤️ it")]
    [InlineData("cafe\u0301s", "cafe\u0301s")]
    [InlineData("naïve Ærø", "naïve Ærø")]
    [InlineData("𝐀𝐁 c", "𝐀𝐁 c")]
    [InlineData("x\u0301\u0302 y", "x\u0301\u0302 y")]
    [InlineData("co\u00adop", "co\u00adop")]
    [InlineData("a\u0000b", "a \u0000 b")]
    [InlineData("a\ufeffb", "a b")]
    [InlineData("a\u200bb", "a b")]
    [InlineData("a\u00a0b", "a b")]
    [InlineData("\u0301", "\u0301")]
    [InlineData("\ufffd", "\ufffd")]
    public void CodePoints_StayWhole(string text, string tokens) => Check(text, tokens);

    [Theory]
    [InlineData("word", SyntaxKind.Word)]
    [InlineData("12", SyntaxKind.Number)]
    [InlineData("21st", SyntaxKind.Number)]
    [InlineData(",", SyntaxKind.Punctuation)]
    [InlineData("“", SyntaxKind.Punctuation)]
    [InlineData("$", SyntaxKind.Symbol)]
    [InlineData("👍", SyntaxKind.Symbol)]
    [InlineData("\0", SyntaxKind.Symbol)]
    [InlineData(" \t\n", SyntaxKind.WhiteSpace)]
    [InlineData("\ufeff", SyntaxKind.WhiteSpace)]
    [InlineData("@ann", SyntaxKind.Word)]
    public void Token_HasKind(string text, SyntaxKind kind)
    {
        Assert.Equal(text.Length, Lexer.Next(text, 0, text.Length, out var found));
        Assert.Equal(kind, found);
    }

    /// <summary>Tokens are written with a space between them, which is how the tests mark their borders.</summary>
    private static void Check(string text, string tokens)
    {
        var found = new StringBuilder();
        for (int start = 0; start < text.Length;)
        {
            int end = Lexer.Next(text, start, text.Length, out var kind);
            if (kind is not SyntaxKind.WhiteSpace) found.Append(found.Length > 0 ? " " : "").Append(text, start, end - start);
            start = end;
        }
        Assert.Equal(tokens, found.ToString());
    }
}
