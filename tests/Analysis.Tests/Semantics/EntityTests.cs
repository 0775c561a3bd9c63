using System.Globalization;
using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

/// <summary>Texts mark every mention with the type of its entity; <c>person</c> and <c>person-b</c> are two persons.</summary>
public class EntityTests
{
    [Theory]
    [InlineData("On Monday Mayor {|person:Ann Lee|} opened the bridge.")]
    [InlineData("On Monday Dr. {|person:Ann Lee|} opened the bridge.")]
    [InlineData("The bridge was opened by Transport Minister {|person:Ann Lee|}.")]
    [InlineData("The bridge was opened by harbour master {|person:Gerrit Sollvane|}.")]
    [InlineData("The bridge was opened by {|person:Gerrit Sollvane|}, the chief engineer.")]
    [InlineData("The captain, {|person:Jonas Tverrin|}, left the ship.")]
    public void Titles_AreNoPartOfAName(string text) => Check(text);

    [Theory]
    [InlineData("Mayor {|person:Ann Lee|} opened the bridge. {|person:Lee|} thanked the workers.")]
    [InlineData("Mayor {|person:Ann Lee|} met Governor {|person-b:Bo Dahl|}. {|person:Lee|} thanked {|person-b:Dahl|}.")]
    [InlineData("Mayor {|person:Ann Lee|} opened the bridge. Mrs. {|person:Lee|} thanked the workers.")]
    public void LastName_IsTheSamePerson(string text) => Check(text);

    [Fact]
    public void HeadlineName_IsWhatTheTextNames()
    {
        var model = Engine.Read("Mayor Ann Lee Resigns\n\nMayor Ann Lee left her office on Monday. Lee thanked the council.\n");
        Assert.DoesNotContain(model.Entities, entity => entity.Name.Contains("Resigns", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The {|organization:Tamsel Water Board|} ({|organization:TWB|}) opened the gates. The {|organization:TWB|} measured the water.")]
    public void Acronym_InBrackets_IsTheSame(string text) => Check(text);

    [Theory]
    [InlineData("{|norp:Russian|} and {|norp-b:French|} ships left.")]
    [InlineData("The {|norp:German|} mayor left.")]
    public void Nationalities_AreGroups(string text) => Check(text);

    [Theory]
    [InlineData("The ship left for {|location:Norway|}.")]
    [InlineData("The ship left the port of {|location:Paris|} on Monday.")]
    [InlineData("The fair was held in {|location:Port Hallen|}.")]
    [InlineData("They met near the {|location:Tamsel River|}.")]
    public void Places_AreLocations(string text) => Check(text);

    [Theory]
    [InlineData("The {|organization:Ministry of Culture|} paid for the bridge.")]
    [InlineData("The {|organization:University of Marlow|} paid for the bridge.")]
    [InlineData("The bridge was paid for by {|organization:Hallen Shipping Company|}.")]
    public void Institutions_AreOrganizations(string text) => Check(text);

    [Theory]
    [InlineData("Mayor {|person:Mary Lee|} opened the bridge. {|person:She|} thanked the workers.")]
    [InlineData("Mayor {|person:Mary Lee|} met Governor {|person-b:Jane Dahl|}. {|person:She|} was late.")] // Of two the subject.
    [InlineData("The bridge was opened by Mayor {|person:Mary Lee|} and Governor {|person-b:Jane Dahl|}. She was late.")]
    [InlineData("Mayor {|person:Mary Lee|} met Governor {|person-b:Peter Dahl|}. {|person:She|} was late.")]
    public void Pronoun_IsResolvedWhereOnePersonFits(string text) => Check(text);

    [Theory]
    [InlineData("{|person:Mary Lee|} opened the bridge.")]
    [InlineData("{|person:Tessel Lee|} opened the bridge.")] // A surname that the lists know.
    [InlineData("The {|other:Grey Tern|} left the island.")]
    public void Person_NeedsEvidence(string text) => Check(text);

    [Theory]
    [InlineData("The bridge opened on Monday in May.")]
    [InlineData("Nobody was hurt. However, the road is closed.")]
    public void CalendarAndFirstWords_AreNoNames(string text) => Check(text);

    private static void Check(string marked)
    {
        var markup = Markup.Parse(marked);
        var model = Engine.Read(markup.Text);
        var expected = markup.Marks.GroupBy(mark => mark.Kind).Select(group =>
            $"{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(group.Key.Split('-')[0])}: {string.Join(" | ", group.Select(mark => $"{mark.Span} {markup.Text[mark.Span.Start..mark.Span.End]}"))}");
        var found = model.Entities.Select(entity =>
            $"{entity.Type}: {string.Join(" | ", entity.Mentions.Where(mention => mention.Kind is not Analysis.Semantics.Entities.MentionKind.Nominal).Select(mention => $"{mention.Span} {Render.Words(model.Tree, mention.Span)}"))}");
        Assert.Equal(expected, found);
    }
}
