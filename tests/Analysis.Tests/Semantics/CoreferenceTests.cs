using System.Globalization;
using System.Text;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Tests.Support;
using Xunit.Sdk;

namespace Analysis.Tests.Semantics;

/// <summary>Texts mark mentions with a letter that stands for what they denote; those of one letter have to be one entity, those of two are not.</summary>
public class CoreferenceTests
{
    [Theory]
    [InlineData("{|a:Ann Lee|}, the mayor of Marlow, opened the bridge. {|a:She|} thanked the workers.")]
    [InlineData("Mayor {|a:Peter Lee|} met Governor {|b:Mary Dahl|}. {|b:She|} thanked {|a:him|}.")]
    [InlineData("Mayor {|a:Peter Lee|} said that {|a:he|} would sell {|a:his|} house.")]
    [InlineData("Mayor {|a:Peter Lee|} hurt {|a:himself|} on Monday.")]
    [InlineData("Mayor {|a:Peter Lee|} met Governor {|b:Bo Dahl|}. {|b:Dahl|} said: “{|a:He|} will stay.”")]
    [InlineData("The spokeswoman, {|a:Tove Lindgard|}, opened the bridge with Mayor {|b:Peter Lee|}. {|a:She|} thanked the workers.")]
    public void Person_IsTakenUpByGender(string text) => Check(text);

    [Theory]
    [InlineData("{|a:Two men|} met Mayor Ann Lee on Monday. {|a:They|} thanked the workers.")]
    [InlineData("{|a:The workers|} left the harbour after {|a:their|} meeting.")]
    [InlineData("{|a:Mayor Peter Lee and Governor Mary Dahl|} opened the bridge on Monday. {|a:They|} thanked the workers.")]
    public void Group_IsOneEntity(string text)
    {
        var entity = Assert.Single(Check(text));
        Assert.True(entity.IsGroup);
        Assert.Empty(entity.Keys);
    }

    [Theory]
    [InlineData("The {|a:Marlow Shipping Company|} sold {|a:its|} ships on Monday.")]
    [InlineData("{|a:A fishing boat|} sank on Monday. {|a:It|} was towed to the harbour.")]
    public void Thing_IsTakenUpByIt(string text) => Check(text);

    [Theory]
    [InlineData("It rained in Marlow on Monday.")]
    [InlineData("It is clear that the bridge has to be closed.")]
    [InlineData("The harbour was empty, and it seemed that nobody was there.")]
    public void EmptyIt_StandsForNothing(string text)
    {
        var model = Engine.Read(text);
        Assert.DoesNotContain(model.Entities.Concat(model.Unnamed).SelectMany(entity => entity.Mentions), mention => mention.Kind is MentionKind.Pronoun);
    }

    [Theory]
    [InlineData("“{|a:I|} will stay,” said Mayor {|a:Peter Lee|}. “{|a:My|} house is here.”")]
    [InlineData("Mayor {|a:Peter Lee|} met {|b:Mary Dahl|}. “{|b:I|} will stay,” {|b:Dahl|} said.")]
    public void FirstPerson_IsWhoSpeaks(string text) => Check(text);

    [Theory]
    [InlineData("Mayor {|a:Ann Lee|} met her brother, the builder {|b:Bo Lee|}. {|a:Ann Lee|} left.")]
    [InlineData("Senator {|a:John Dahlmark|} introduced {|b:John Dahlmark Jr.|} to the council.")]
    [InlineData("Mr. {|a:Peter Smith|} and Mrs. {|b:Mary Smith|} live here. Mrs. {|b:Smith|} is a teacher.")]
    public void Namesakes_StayApart(string text) => Check(text);

    [Fact]
    public void LastName_OfTwo_IsNeither()
    {
        var model = Engine.Read("Mayor Ann Lee met Governor Bo Lee. Lee left early.");
        Assert.Equal(["Ann Lee", "Bo Lee", "Lee"], model.Entities.Where(entity => entity.Type is EntityType.Person or EntityType.Other).Select(entity => entity.Name));
    }

    [Theory]
    [InlineData("President {|a:Volodymyr Zelenskyy|} left. {|a:Zelensky|} had been there for a day.")]
    [InlineData("Minister {|a:John P. Dahlmark|} left. {|a:John Dahlmark|} had been there for a day. {|a:Dahlmark|} was tired.")]
    [InlineData("The {|a:Hallen Ferry Workers Union|} met on Monday. {|a:HFWU|} has 12 members.")]
    [InlineData("{|a:Dravell University|} was closed on Monday. The students of {|a:Dravell|} left.")]
    public void Names_OfOneEntity_AreJoined(string text) => Check(text);

    [Fact]
    public void Roles_LeadDescriptionsToTheirBearer()
    {
        var model = Engine.Read("The Russian president, Vladimir Dolmatov, left on Monday. The Russian leader was tired. Dolmatov slept.");
        var entity = Assert.Single(model.Entities, entity => entity.Type is EntityType.Person);
        Assert.Equal(["Vladimir Dolmatov", "The Russian leader", "Dolmatov"], entity.Mentions.Select(mention => model.Tree.Text.ToString(mention.Span)));
    }

    [Fact]
    public void Confidence_IsLessThanCertainForWhatIsInferred()
    {
        var model = Engine.Read("Mayor Ann Lee opened the bridge. She thanked the workers. Lee left.");
        var entity = Assert.Single(model.Entities);
        Assert.Equal([MentionKind.Name, MentionKind.Pronoun, MentionKind.Name], entity.Mentions.Select(mention => mention.Kind));
        Assert.Equal(Confidence.Full, entity.Mentions[0].Confidence);
        Assert.All(entity.Mentions.Skip(1), mention => Assert.InRange(mention.Confidence.Thousandths, 400, 999));
    }

    [Fact]
    public void Indices_OfUnnamedEntities_GoOn()
    {
        var model = Engine.Read("Two men met Mayor Ann Lee. They thanked the workers, who had repaired their boat. A ship left. It was late.");
        Assert.Equal(Enumerable.Range(0, model.Entities.Length + model.Unnamed.Length), model.Entities.Concat(model.Unnamed).Select(entity => entity.Index));
        Assert.NotEmpty(model.Unnamed);
    }

    /// <summary>No time is asserted but a bound that only work beyond the linear would break.</summary>
    [Theory]
    [InlineData("pronouns", 25_000, "He told her that they saw it. ")]
    [InlineData("dialogue", 25_000, "I said you know we go. ")]
    [InlineData("namesakes", 5_000, "Ann Lee met Bo Lee. ")]
    public void ManyReferences_AreReadInTime(string name, int copies, string part)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var model = Engine.Read(string.Concat(Enumerable.Repeat(part, copies)), cancellation: timeout.Token);
        Assert.False(timeout.IsCancellationRequested, name);
        Assert.NotEmpty(model.Tree.Tokens);
    }

    [Fact]
    public void TenThousandNames_AreReadInTime()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) text.Append(CultureInfo.InvariantCulture, $"Mayor {Word(i)} {Word(i * 7 + 3)} left with her dog. She was late. ");
        var model = Engine.Read(text.ToString(), cancellation: timeout.Token);
        Assert.False(timeout.IsCancellationRequested);
        Assert.True(model.Entities.Length > 1_000);

        static string Word(int number)
        {
            const string Starts = "BDFGHKLMNPRST", Vowels = "aeiou";
            var word = new StringBuilder();
            for (number += 400; number > 0; number /= 65) word.Append(Starts[number % 13]).Append(Vowels[number / 13 % 5]);
            return char.ToUpperInvariant(word[0]) + word.ToString(1, word.Length - 1).ToLowerInvariant() + "n";
        }
    }

    private static List<Entity> Check(string marked)
    {
        var markup = Markup.Parse(marked);
        var model = Engine.Read(markup.Text);
        var found = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var mark in markup.Marks)
        {
            var entity = model.Entities.Concat(model.Unnamed).FirstOrDefault(entity => entity.Mentions.Any(mention => mention.Span == mark.Span))
                ?? throw new XunitException($"{markup.Text[mark.Span.Start..mark.Span.End]} is no mention; there are:\n{Render.Model(model)}");
            if (found.TryGetValue(mark.Kind, out var known)) Assert.Equal(known.Id, entity.Id);
            else found.Add(mark.Kind, entity);
        }
        Assert.Distinct(found.Values.Select(entity => entity.Id));
        return [.. found.Values];
    }
}
