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
    public void Addresses_StayWhole(string text, string tokens) => Check(text, tokens);

    [Theory]
    [InlineData("wait...", "wait ...")]
    [InlineData("wait…", "wait …")]
    [InlineData("what?!", "what ? !")]
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
