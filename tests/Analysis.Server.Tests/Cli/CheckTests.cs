using Analysis.Cli.Output;
using Analysis.V1;

namespace Analysis.Server.Tests.Cli;

/// <summary>Findings as compilers print them.</summary>
public class CheckTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("abc", 2, 1, 3)]
    [InlineData("abc", 3, 1, 4)]
    [InlineData("a\nb\n", 2, 2, 1)]
    [InlineData("a\nb\n", 1, 1, 2)]
    [InlineData("a\r\nb", 3, 2, 1)]
    [InlineData("a\rb", 2, 2, 1)]
    [InlineData("a\n\n\nb", 4, 4, 1)]
    [InlineData("👍x", 2, 1, 3)]
    [InlineData("\uFEFFab", 1, 1, 1)]
    [InlineData("\uFEFFab", 0, 1, 1)]
    [InlineData("\uFEFFab\ncd", 5, 2, 2)]
    public void Line_AndColumnCountFromOne(string text, int offset, int line, int column) => Assert.Equal(new LinePosition(line, column), new LineMap(new ArticleInput(), text).Of(At(0, (uint)offset).Spans[0]));

    [Theory]
    [InlineData("<p>a\n<b>bc", 8, 2, 4)]
    [InlineData("é\r\né👍x", 10, 2, 4)]
    [InlineData("\uFEFFab", 4, 1, 2)]
    public void Line_OfAFileIsThatOfItsBytes(string file, int offset, int line, int column)
    {
        var article = new ArticleInput { Inline = new InlineArticle { Raw = Google.Protobuf.ByteString.CopyFromUtf8(file) } };
        Assert.Equal(new LinePosition(line, column), new LineMap(article, "a bc").Of(new Span { ByteSpan = new ByteSpan { Start = (uint)offset, End = (uint)offset } }));
    }

    [Fact]
    public void Findings_AreSortedAndSayWhereElse()
    {
        CheckedArticle[] articles = [new(0, "a.txt", new LineMap(new ArticleInput(), "One\ntwo three\n")), new(1, "b.txt", new LineMap(new ArticleInput(), "Four"))];
        Diagnostic[] findings =
        [
            Of("CMP1001", Severity.Warning, "Other figure", At(1, 0), new RelatedLocation { Location = At(0, 8), Message = "the figure\nhere" }),
            Of("ART2", Severity.Info, "Second", At(0, 4)),
            Of("ART1", Severity.Error, "First of two", At(0, 4)),
            Of("ART9", Severity.Warning, "Of the whole", null),
            Of("ART3", Severity.Hidden, "For tools", At(0, 0)),
        ];
        using var writer = new StringWriter { NewLine = "\n" };

        new FindingLines(writer, color: false).Write(findings.Select(finding => new Finding(finding, articles)));

        Assert.Equal(
            """
            a.txt(1,1): warning ART9: Of the whole
            a.txt(2,1): error ART1: First of two
            a.txt(2,1): info ART2: Second
            b.txt(1,1): warning CMP1001: Other figure
                a.txt(2,5): note: the figure here

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }

    [Fact]
    public async Task Check_OfSamples()
    {
        using var folder = new TemporaryFolder();
        string left = folder.Write("left.txt", "Ferry aground\n\n12 March 2024\n\nThe ferry “Grey Tern carried 214 passengers.\n\nThe ferry sailed from Dunvarra.\n\nThe ferry sailed from Dunvarra.\n");
        string right = folder.Write("right.txt", "Ferry aground in fog\n\n12 March 2024\n\nThe ferry Grey Tern carried 241 passengers. It sailed from Dunvarra.\n");

        var run = await CommandRun.Of("check", "--compare", left, right);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        await Verifier.Verify(run.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_OfACleanArticleSaysNothing()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("clean.txt", "Ferry aground\n\n12 March 2024\n\nThe ferry Grey Tern carried 214 passengers.\n");

        var run = await CommandRun.Of("check", file, "--uri", "https://example.org/ferry");

        Assert.Equal(new CommandRun(0, "", ""), run);
    }

    [Fact]
    public async Task Json_HoldsFindingsOnly()
    {
        var run = await CommandRun.Of("check", CommandRun.Sample("ferry/left"), CommandRun.Sample("ferry/right"), "--compare", "--format", "json");

        Assert.Equal(2, run.Output.Split("\n{\n").Length - 1);
        Assert.DoesNotContain("\"lemma\"", run.Output, StringComparison.Ordinal);
    }

    private static Diagnostic Of(string rule, Severity severity, string message, Location? at, params RelatedLocation[] related) =>
        new() { Rule = rule, Severity = severity, Message = message, Location = at, Related = { related } };

    private static Location At(uint article, uint start) => new() { Article = article, Spans = { new Span { Start = start, End = start + 1 } } };
}
