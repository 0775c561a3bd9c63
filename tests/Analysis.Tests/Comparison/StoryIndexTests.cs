using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

public class StoryIndexTests
{
    private static readonly ImmutableArray<string> Texts =
    [
        "Ferry Marlow runs aground off Tessel\n\nThe ferry Marlow ran aground on a sandbank off Tessel early on Sunday. Its 214 passengers were taken ashore in lifeboats.\n",
        "Council of Brandon votes for a tram\n\nThe council of Brandon voted for a tram line to the harbour. The line will cost 48 million euros, mayor Ida Falk said.\n",
        "Lifeboats fetch 214 from stranded Marlow\n\nLifeboats fetched 214 passengers from the Marlow on Sunday. The ferry had run onto a sandbank near Tessel.\n",
        "Brandon gets its tram\n\nTrams will run to the harbour of Brandon. Mayor Ida Falk won the vote of the council; the line costs 48 million euros.\n",
        "Rain delays the cherry harvest in Ostrava\n\nGrowers around Ostrava have put off the cherry harvest by a week because of the rain.\n",
    ];

    [Fact]
    public void Nearest_IsTheOtherReportOfTheEvent()
    {
        var index = Read([0, 1, 2, 3, 4]);
        Assert.Equal([2, 3, 0, 1], Enumerable.Range(0, 4).Select(article => index.Nearest(article, 1)[0].Article));
    }

    [Fact]
    public void Stories_JoinReportsOfAnEvent() => Assert.Equal("0 1 0 1 4", string.Join(' ', Read([0, 1, 2, 3, 4]).Stories()));

    [Fact]
    public void Stories_DoNotDependOnTheOrder() => Assert.Equal("0 1 2 1 2", string.Join(' ', Read([4, 3, 2, 1, 0]).Stories()));

    [Fact]
    public void Article_ThatSharesNothing_HasNoneNearIt() => Assert.Empty(StoryIndex.Of([Model("Snow fell."), Model("Markets rallied.")]).Nearest(0, 3));

    [Fact]
    public void Article_ThatIsLikeTheNearestAlone_ComesBehindIt()
    {
        string[] texts =
        [
            "The ferry Marlow ran onto a sandbank.\n", "The Marlow ran onto a sandbank; lifeboats fetched 214 passengers.\n", "Lifeboats fetched 214 passengers off Tessel.\n",
            "Growers have put off the cherry harvest.\n",
        ];
        Assert.Equal([1, 2], StoryIndex.Of([.. texts.Select(Model)]).Nearest(0, 3).Select(other => other.Article));
    }

    [Fact]
    public void Articles_FarApartInTime_AreLessNear()
    {
        var models = ((string Text, string Day)[])[(Texts[0], "2024-05-05"), (Texts[2], "2024-05-06"), (Texts[2], "2024-09-01"), (Texts[4], "2024-05-05")];
        var index = StoryIndex.Of([.. models.Select(model => Engine.Read(model.Text, published: model.Day))]);
        Assert.Equal([1, 2], index.Nearest(0, 2).Select(other => other.Article));
    }

    [Fact]
    public void Arguments_OutOfRange_AreRefused()
    {
        var index = Read([0, 1]);
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Nearest(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => index.Nearest(0, 0));
    }

    private static StoryIndex Read(int[] order) => StoryIndex.Of([.. order.Select(text => Model(Texts[text]))]);

    private static SemanticModel Model(string text) => Engine.Read(text);
}
