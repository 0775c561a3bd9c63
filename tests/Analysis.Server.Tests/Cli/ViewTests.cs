using System.Globalization;
using System.Text;
using Analysis.Cli;
using Analysis.Cli.Output;

namespace Analysis.Server.Tests.Cli;

/// <summary>What people see.</summary>
public class ViewTests
{
    private const string Article =
        "Ferry runs aground off Port Hallen\n\nBy Ann Lee\n\n12 March 2024\n\nA ferry with 214 passengers ran aground near Port Hallen on Tuesday morning, the coastguard said. "
        + "About 30 people were not hurt.\n\n“The crew did what they were trained to do,” said Hedda Corvane, head of the Hallen Line. The line may lose 20 million euros.\n";

    private const string Left = "The ferry Grey Tern carried 214 passengers.", Right = "The ferry Grey Tern did not carry 241 passengers on Tuesday.";

    [Fact]
    public async Task Analysis_ForPeople()
    {
        var run = await CommandRun.WithInput(Article, "analyze", "-");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, Terminal.PlainWidth));
        await Verifier.Verify(run.Output);
    }

    [Fact]
    public async Task Analysis_OfChosenFeatures()
    {
        var run = await CommandRun.WithInput(Article, "analyze", "-", "--features", "dates,tokens,text");

        await Verifier.Verify(run.Output);
    }

    [Fact]
    public async Task Passages_ForPeople()
    {
        var run = await CommandRun.Of("passages", Left, Right);

        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, Terminal.PlainWidth));
        await Verifier.Verify(run.Output);
    }

    [Fact]
    public async Task Rules_AreATable() => Assert.Matches("^ART0001  warning  driver +Rule failed\n", (await CommandRun.Of("rules")).Output);

    [Fact]
    public async Task Terminal_ShowsColoursUnlessToldNotTo()
    {
        var input = new MemoryStream(Encoding.UTF8.GetBytes(Article));
        var plain = await CommandRun.WithInput(Article, "analyze", "-");
        var terminal = await CommandRun.On(input, usual => usual with { OutputIsTerminal = true }, "analyze", "-");
        input.Position = 0;
        var noColor = await CommandRun.On(input, usual => usual with { OutputIsTerminal = true, NoColor = true }, "analyze", "-");

        Assert.Contains("\e[1;33m", terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("»", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(plain, noColor);
        Assert.DoesNotContain("\e", plain.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Culture_ChangesNothing(string culture)
    {
        var expected = await CommandRun.WithInput(Article, "analyze", "-");
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, await CommandRun.WithInput(Article, "analyze", "-"));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    [Fact]
    public void Page_OfARuleIsStyledOnATerminalOnly()
    {
        const string Page = "# ART1: Flaw\n\nThe `code` and a ` mark.\n\n```article\nThe `text`.\n```\n";

        Assert.Equal(Page, Print(color: false));
        Assert.Equal("\e[1mART1: Flaw\e[0m\n\nThe `code` and a ` mark.\n\n    \e[2mThe `text`.\e[0m\n", Print(color: true));
        Assert.Equal("    \e[2mA \e[0;1;33mflaw\e[0m\e[2m, \e[0;1;33mover\e[0m\n    \e[0;1;33mlines\e[0m\e[2m.\e[0m\n", Print(color: true, "```\nA [|flaw|], {|ART1:over\nlines|}.\n```\n"));
        Assert.Equal("See \e[36mcode\e[0m.\n", Print(color: true, "See `code`."));

        static string Print(bool color, string page = Page)
        {
            using var writer = new StringWriter { NewLine = "\n" };
            MarkdownPage.Write(writer, page, color);
            return writer.ToString();
        }
    }

    [Theory]
    [InlineData("ART601", "ART6001")]
    [InlineData("art6001", "ART6001")]
    [InlineData("CMP30011", "CMP3001")]
    public void Nearest_IsTheOneOfFewestEdits(string given, string nearest) =>
        Assert.Equal(nearest, NearestWords.Of(given, ["ART0001", "ART6001", "CMP3001"]).First());
}
