using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

/// <summary>Whether the entities that two articles name are known to be one. Each text names one; the sentence around it says its type.</summary>
public class EntityMatchTests
{
    [Theory]
    [InlineData("President Volodymyr Zelensky", "President Volodymyr Zelenskyy")]
    [InlineData("President Volodymyr Zelenskiy", "President Zelenskyy")]
    [InlineData("President Volodymyr Zelensky", "Mr. Zelenskiy")]
    [InlineData("Colonel Muammar Gaddafi", "Colonel Moammar Qaddafi")]
    [InlineData("President Bashar al-Assad", "President Bashar Al Assad")]
    [InlineData("President Bashar al-Assad", "President Assad")]
    [InlineData("Minister José Muñoz", "Minister Jose Munoz")]
    [InlineData("Minister Anne-Marie Dahl", "Minister Anne Marie Dahl")]
    [InlineData("Minister J. Dahlmark", "Minister John Dahlmark")]
    [InlineData("Minister John P. Dahlmark", "Minister John Dahlmark")]
    [InlineData("Minister Mohammed Dahlmark", "Minister Mohamed Dahlmark")]
    [InlineData("Pastor Martin Dahlmark Jr.", "Pastor Dahlmark")]
    public void Person_InAnotherSpelling_IsTheSame(string left, string right) => Assert.NotNull(Find($"{left} left the meeting.", $"{right} left the meeting."));

    [Theory]
    [InlineData("They met in Kharkiv.", "They met in Kharkov.")]
    [InlineData("They met in Kyiv.", "They met in Kiev.")]
    [InlineData("They met in the United States.", "They met in the U.S. on Monday.")]
    [InlineData("The United Nations sent food.", "The UN sent food.")]
    [InlineData("The bridge was built by Marlow Shipping Ltd.", "The bridge was built by Marlow Shipping Company.")]
    public void Name_InAnotherForm_IsTheSame(string left, string right) => Assert.NotNull(Find(left, right));

    [Theory]
    [InlineData("Mayor Ann Lee left the meeting.", "Mayor Bo Lee left the meeting.")]
    [InlineData("Minister Sergei Ivanov left the meeting.", "Minister Sergei Ivanova left the meeting.")]
    [InlineData("Minister John Dahlmark left the meeting.", "Minister John Dahlmark Jr. left the meeting.")]
    [InlineData("Minister J. Dahlmark left the meeting.", "Minister Peter Dahlmark left the meeting.")]
    [InlineData("Minister John P. Dahlmark left the meeting.", "Minister John Q. Dahlmark left the meeting.")]
    [InlineData("They met in New York.", "They read the New York Times.")]
    [InlineData("They met in Georgia.", "Mayor Georgia Smith left the meeting.")]
    [InlineData("They met in Marlow.", "The bridge was built by Marlow Shipping Company.")]
    public void Others_AreNotTheSame(string left, string right) => Assert.Null(Find(left, right));

    [Fact]
    public void LastNameAlone_IsLessSureThanTheFullName() => Assert.True(
        Find("Minister John Dahlmark left.", "Minister Dahlmark left.") < Find("Minister John Dahlmark left.", "Minister John Dahlmark left."));

    [Fact]
    public void Match_DoesNotDependOnTheOrder()
    {
        string[] texts = ["Minister John Dahlmark left.", "Minister Dahlmark left.", "Minister Jon Dahlmark Jr. left.", "They met in Kyiv.", "They met in Kiev."];
        foreach (string left in texts)
            foreach (string right in texts) Assert.Equal(Find(left, right), Find(right, left));
    }

    [Theory]
    [InlineData("They met in Kharkov.", "kharkov|kharkiv")]
    [InlineData("Minister José Muñoz left the meeting.", "jose|munoz")]
    [InlineData("President Volodymyr Zelenskyy left.", "volodymyr|zelenskyy|zelenski")]
    public void Keys_AreFoldedAndSpeltOneWay(string text, string keys) =>
        Assert.Equal(keys.Split('|', ' ').Order(StringComparer.Ordinal).Distinct(), Only(text).Keys.SelectMany(key => key.Split(' ')).Order(StringComparer.Ordinal).Distinct());

    [Fact]
    public void GivenNameAlone_IsNoKey()
    {
        var entity = Only("Mayor Peter Dahlmark opened the bridge. Peter was tired.");
        Assert.Equal(2, entity.Mentions.Length);
        Assert.DoesNotContain("peter", entity.Keys);
    }

    private static Confidence? Find(string left, string right) => EntityMatch.Find(Only(left), Only(right));

    private static Entity Only(string text) => Assert.Single(Engine.Read(text).Entities);
}
