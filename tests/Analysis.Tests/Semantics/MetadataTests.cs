using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

/// <summary>What is known of a text as a document is written one value a line, with the place where it was found.</summary>
public class MetadataTests
{
    [Fact]
    public void Dump_StatesDateAndAddress() => Check(
        "Bridge falls in Marlow\n20240312\nhttps://www.example.org/article/20240311-bridge\nA bridge fell in the town on Monday, the council said.",
        """
        Title Bridge falls in Marlow (Headline)
        Published 2024-03-12 (PublicationLine)
        Publisher example.org (Address)
        Address https://www.example.org/article/20240311-bridge (AddressLine)
        Language en (Text)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void WireText_StatesAuthorsAndAgency() => Check(
        "Bridge falls in Marlow\n\nBy Ann Lee and Bo Dahl\nMarch 12, 2024\n\nMARLOW, March 12 (Norwave) — A bridge fell in the town on Monday, the council said.",
        """
        Title Bridge falls in Marlow (Headline)
        Published 2024-03-12 (PublicationLine)
        Author Ann Lee (Byline)
        Author Bo Dahl (Byline)
        Agency Norwave (Dateline)
        Language en (Text)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void Byline_EndsAtTheOutlet() => Check(
        "Bridge falls in Marlow\n\nBy Ann Lee, Norwave\n\nA bridge fell in the town on Monday, the council said.",
        """
        Title Bridge falls in Marlow (Headline)
        Author Ann Lee (Byline)
        Language en (Text)
        No date
        """);

    [Fact]
    public void Dateline_WithAYear_StatesTheDate() => Check(
        "Bridge falls in Marlow\n\nMARLOW, March 12, 2024 (Norwave) — A bridge fell in the town on Monday, the council said.",
        """
        Title Bridge falls in Marlow (Headline)
        Published 2024-03-12 (Dateline)
        Agency Norwave (Dateline)
        Language en (Text)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void Address_WithADay_StatesTheDate() => Check(
        "Bridge falls in Marlow\nhttps://example.org/2024/03/12/bridge\nA bridge fell in the town on Monday, the council said.",
        """
        Title Bridge falls in Marlow (Headline)
        Published 2024-03-12 (Address)
        Publisher example.org (Address)
        Address https://example.org/2024/03/12/bridge (AddressLine)
        Language en (Text)
        Date 2024-03-12 stated
        """);

    [Theory]
    [InlineData("https://example.org/world/2024/mar/12/bridge", "2024-03-12")]
    [InlineData("https://example.org/2024/March/1/bridge", "2024-03-01")]
    [InlineData("https://example.org/story/1234/2024/03/12", "2024-03-12")]
    [InlineData("https://example.org/2024/mar/32/bridge", null)]
    [InlineData("https://example.org/2024/march/of-the-penguins", null)]
    [InlineData("https://example.org/2024/mar/bridge-12", null)]
    public void FoldersOfAnAddress_StateTheDate(string address, string? day) => Assert.Equal(
        day, Engine.Read($"Bridge falls in Marlow\n{address}\nA bridge fell in the town on Monday, the council said.").Metadata.Published?.Value);

    [Fact]
    public void Caption_LetsTheDateBeInferred() => Check(
        "Bridge falls in Marlow\n\nThe bridge on March 12, 2024. (Photo by ANN LEE/NORWAVE)\n\nA bridge fell in the town on Monday, the council said.",
        """
        Title Bridge falls in Marlow (Headline)
        Published 2024-03-12 (Caption)
        Language en (Text)
        Date 2024-03-12 inferred
        """);

    [Fact]
    public void Dateline_WithoutAYear_TakesThatOfTheCaption() => Check(
        "Bridge falls in Marlow\n\nThe bridge on March 11, 2024. (Photo by ANN LEE/NORWAVE)\n\nMARLOW, March 12 (Norwave) — A bridge fell in the town on Monday, the council said.",
        """
        Title Bridge falls in Marlow (Headline)
        Published 2024-03-12 (Dateline)
        Agency Norwave (Dateline)
        Language en (Text)
        Date 2024-03-12 stated
        """);

    [Fact]
    public void DateInTheBody_IsNotTheArticles() => Check(
        "Bridge falls in Marlow\n\nA bridge that opened on March 12, 2004 fell in the town, the council said.",
        """
        Title Bridge falls in Marlow (Headline)
        Language en (Text)
        No date
        """);

    [Fact]
    public void DateOfALiveEntry_IsNotTheArticles() => Check(
        "Bridge falls in Marlow\n\nA bridge fell in the town, the council said.\n\n1 hour ago\nTrams stop in Ostvale\nBy Bo Dahl\nMarch 12, 2024\nTrams stopped.",
        """
        Title Bridge falls in Marlow (Headline)
        Language en (Text)
        No date
        """);

    [Fact]
    public void Request_IsBelievedFirst() => Assert.Equal(
        """
        Title Bridge falls in Marlow (Headline)
        Published 2024-03-13T08:00:00Z (Request)
        Publisher norwave.example (Address)
        Address https://norwave.example/bridge (Request)
        Language en (Text)
        Date 2024-03-13 stated

        """,
        Render.Metadata(Engine.Read(
            "Bridge falls in Marlow\n20240312\nhttps://www.example.org/bridge\nA bridge fell in the town on Monday, the council said.",
            "https://norwave.example/bridge", "2024-03-13T08:00:00Z")));

    [Fact]
    public void OtherDates_AreAlternatives()
    {
        var model = Engine.Read("Bridge falls in Marlow\n20240312\nhttps://www.example.org/article/20240311-bridge\nA bridge fell in the town on Monday.");
        Assert.Equal(["2024-03-11"], model.Metadata.Published!.Alternatives.Select(value => value.Value));
    }

    [Theory]
    [InlineData("2023-02-31", "2023-02-31")]
    [InlineData("20231399", "20231399")]
    [InlineData("February 30, 2024", "February 30, 2024")]
    [InlineData("Published 31st June 2024 at 9:15", "31st June 2024")]
    [InlineData("31/31/2024", "31/31/2024")]
    [InlineData("2024-02-29", "")]
    [InlineData("29 February 2023", "29 February 2023")]
    [InlineData("13/03/2024", "")]
    [InlineData("03/13/2024 at 10.45", "")]
    [InlineData("Updated March 12, 2024 9:15 pm", "")]
    public void ImpossibleDates_AreNamed(string line, string expected)
    {
        var model = Engine.Read($"Bridge falls in Marlow\n{line}\nA bridge fell in the town on Monday, the council said.");
        Assert.Equal(expected, string.Join(' ', model.Metadata.ImpossibleDates.Select(model.Tree.Text.ToString)));
        Assert.Equal(expected.Length > 0 || line[2] == '/', model.Metadata.Published is null);
    }

    [Fact]
    public void Values_PointAtTheirWords()
    {
        var model = Engine.Read("Bridge falls in Marlow\nBy Ann Lee and Bo Dahl\nMarch 12, 2024\nhttps://www.example.org/bridge\nMARLOW (Norwave) — A bridge fell in the town.");
        var metadata = model.Metadata;
        Assert.Equal(
            ["Bridge falls in Marlow", "Ann Lee", "Bo Dahl", "March 12, 2024", "https://www.example.org/bridge", "example.org", "Norwave"],
            new[] { metadata.Title, metadata.Authors[0], metadata.Authors[1], metadata.Published, metadata.Address, metadata.Publisher, metadata.Agency }
                .Select(value => model.Tree.Text.ToString(value!.Span!.Value)));
    }

    private static void Check(string text, string expected) => Assert.Equal(expected + "\n", Render.Metadata(Engine.Read(text)));
}
