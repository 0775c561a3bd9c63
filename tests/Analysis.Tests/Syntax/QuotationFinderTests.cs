using Analysis.Tests.Support;

namespace Analysis.Tests.Syntax;

/// <summary>Quotations are marked by what they are: plain, unclosed, continued or inner.</summary>
public class QuotationFinderTests
{
    [Theory]
    [InlineData("“{|plain:It fell,|}” he said.")]
    [InlineData("\"{|plain:It fell,|}\" he said.")]
    [InlineData("«{|plain:It fell,|}» he said.")]
    [InlineData("‘{|plain:It fell,|}’ he said.")]
    [InlineData("'{|plain:It fell,|}' he said.")]
    [InlineData("``{|plain:It fell,|}'' he said.")]
    [InlineData("“{|plain:It fell,|}\" he said.")]
    [InlineData("He said: “{|plain:It fell. Nobody was hurt.|}” Then he left.")]
    [InlineData("“{|plain:It fell,|}” he said. “{|plain:Nobody was hurt.|}”")]
    [InlineData("(\"{|plain:It fell|}\")")]
    public void Marks_Pair(string marked) => Check(marked);

    [Theory]
    [InlineData("“{|plain:They shouted ‘{|inner:stop|}’ and left,|}” he said.")]
    [InlineData("\"{|plain:They shouted '{|inner:stop|}' and left,|}\" he said.")]
    [InlineData("‘{|plain:They shouted “{|inner:stop|}” and left,|}’ he said.")]
    public void Inner_StandsInTheOuter(string marked) => Check(marked);

    [Theory]
    [InlineData("“{|unclosed:It fell, he said.|}")]
    [InlineData("\"{|unclosed:It fell, he said.|}")]
    [InlineData("It fell,” he said.")]
    [InlineData("He said ‘it fell.")]
    public void Mark_WithoutPartner_EndsWithItsBlock(string marked) => Check(marked);

    [Theory]
    [InlineData("“{|unclosed:It fell.|}\n\n“{|continued:Nobody was hurt,|}” he said.")]
    [InlineData("“{|unclosed:It fell.|}\n\n“{|continued-unclosed:Nobody was hurt.|}\n\n“{|continued:We are glad,|}” he said.")]
    [InlineData("“{|plain:It fell,|}” he said.\n\n“{|plain:Nobody was hurt,|}” she said.")]
    public void OpenQuotation_GoesOnInTheNextParagraph(string marked) => Check(marked);

    [Theory]
    [InlineData("the drivers' union and the growers' union")]
    [InlineData("the drivers’ union and the growers’ union")]
    [InlineData("We don't know, it's Ann's")]
    [InlineData("in the '90s and '80s")]
    [InlineData("rock 'n' roll")]
    [InlineData("5' 10")]
    [InlineData("It is 6' 2\" high and 12’10” wide")]
    [InlineData("“{|plain:He is 6’2”, and that is much,|}” she said.")]
    [InlineData("“{|plain:It was in 2012|}” she said.")]
    [InlineData("“{|plain:We don’t know what’s the drivers’ aim,|}” he said.")]
    public void Apostrophes_AreNoMarks(string marked) => Check(marked);

    [Theory]
    [InlineData("“” he said.")]
    [InlineData("\"\" he said.")]
    public void Nothing_BetweenMarks_IsNoQuotation(string marked) => Check(marked);

    private static void Check(string marked)
    {
        var markup = Markup.Parse(marked);
        var tree = Engine.Parse(markup.Text);
        Assert.Equal(
            markup.Marks.Select(mark => $"{mark.Kind} {markup.Text[mark.Span.Start..mark.Span.End]}"),
            tree.Quotations.Select(quotation =>
            {
                string kind = (quotation.ContinuesPrevious, quotation.Close < 0, quotation.Depth > 0) switch
                {
                    (true, true, _) => "continued-unclosed",
                    (true, false, _) => "continued",
                    (false, true, _) => "unclosed",
                    (false, false, true) => "inner",
                    _ => "plain",
                };
                return $"{kind} {tree.Text.ToString(quotation.Content)}";
            }));
    }
}
