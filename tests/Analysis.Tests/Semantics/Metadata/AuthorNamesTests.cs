using Analysis.Semantics.Metadata;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics.Metadata;

/// <summary>Persons of a byline are marked <c>[|…|]</c>, agencies <c>{|agency:…|}</c>.</summary>
public class AuthorNamesTests
{
    [Theory]
    [InlineData("By [|Ann Lee|]")]
    [InlineData("[|Ann Lee|]")]
    [InlineData("BY [|ANN LEE|] AND [|BO DAHL|]")]
    [InlineData("By [|Ann Lee|] and [|Bo Dahl|]")]
    [InlineData("By [|Ann Lee|], [|Bo Dahl|] and [|Cy Orr|]")]
    [InlineData("By [|Ann Lee|] & [|Bo Dahl|], Norwave")]
    [InlineData("[|Ann Lee|]; [|Bo Dahl|]")]
    [InlineData("By [|Ann Lee|], Staff Writer")]
    [InlineData("By [|Ann Lee|], The Marlow Echo")]
    [InlineData("By [|Ann Lee|], {|agency:Associated Press|}")]
    [InlineData("By [|ANN LEE|], {|agency:AP|} Sports Writer")]
    [InlineData("By [|Ann Lee|] | Marlow Advance Media for marlow.example")]
    [InlineData("By [|Ann Lee|] for The Marlow Echo")]
    [InlineData("[|Ann Lee|] in Marlow and [|Bo Dahl|] in Ostvale")]
    [InlineData("Analysis by [|Ann Lee|], Norwave Editor-at-large")]
    [InlineData("Written by: [|Ann Lee|]")]
    [InlineData("Author: [|Ann Lee|]")]
    [InlineData("[|Ann Lee|] @annlee")]
    [InlineData("[|Ann Lee|] ann.lee@norwave.example")]
    [InlineData("By [|Ann Lee|] Ann Lee")]
    [InlineData("By [|Ludwig van der Berg|]")]
    [InlineData("By [|J. K. O’Hara-Lund|]")]
    [InlineData("By [|José Ñandú|]")]
    [InlineData("By [|Emma Post Lee|]", false)]
    [InlineData("{|agency:Reuters|}")]
    [InlineData("By {|agency:The Associated Press|}")]
    [InlineData("{|agency:PTI|}")]
    [InlineData("Email the Author")]
    [InlineData("Staff")]
    [InlineData("Norwave Staff")]
    [InlineData("Hour ago")]
    [InlineData("An Hour Ago")]
    [InlineData("Marlow News Bureau")]
    [InlineData("admin")]
    [InlineData("ann-lee")]
    [InlineData("@annlee")]
    [InlineData("March 12, 2024")]
    [InlineData("By Tuesday")]
    [InlineData("Follow Us")]
    [InlineData("By the council of Marlow")]
    [InlineData("Ann")]
    [InlineData("By")]
    [InlineData("")]
    public void Byline_IsToldApart(string marked, bool known = true)
    {
        var byline = Markup.Parse(marked);
        var parts = AuthorNames.Read(byline.Text, new TextSpan(0, byline.Text.Length));
        var expected = byline.Marks.Select(mark => new BylinePart(mark.Kind == "agency" ? BylinePartKind.Agency : BylinePartKind.Person, mark.Span));
        // A name that holds the word of an outlet is not told from it.
        if (known) Assert.Equal(expected, parts);
        else Assert.Empty(parts);
    }

    [Fact]
    public void AnyText_IsRead() => Properties.Hold(Texts.Garbage, parts =>
    {
        string text = "By " + string.Concat(parts);
        foreach (var part in AuthorNames.Read(text, new TextSpan(0, text.Length))) Assert.False(part.Span.IsEmpty);
    }, 60);
}
