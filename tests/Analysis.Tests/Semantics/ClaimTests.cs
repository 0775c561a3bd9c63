using Analysis.Tests.Support;

namespace Analysis.Tests.Semantics;

/// <summary>Claims are written as predicate, participants by role, tense, modality where it is no plain assertion, and who says so.</summary>
public class ClaimTests
{
    [Theory]
    [InlineData("The engineers opened the gates.", "open(Agent: The engineers; Theme: the gates) Past")]
    [InlineData("The engineers are opening the gates.", "open(Agent: The engineers; Theme: the gates) Present")]
    [InlineData("The engineers will open the gates.", "open(Agent: The engineers; Theme: the gates) Future")]
    [InlineData("The engineers have opened the gates.", "open(Agent: The engineers; Theme: the gates) Past")]
    [InlineData("The fire broke out in a storehouse.", "break out(Agent: The fire; Other in: a storehouse) Past")]
    [InlineData("The reservoir is full.", "full(Theme: The reservoir; Attribute: full) Present")]
    [InlineData("The council insured the boats.", "ensure(Agent: The council; Theme: the boats) Past")] // Known: the lemma is that of another verb.
    public void Predicate_HasLemmaAndTense(string text, string claim) => Check(text, claim);

    [Theory]
    [InlineData("The engineers did not open the gates.", "not open(Agent: The engineers; Theme: the gates) Past")]
    [InlineData("The engineers didn't open the gates.", "not open(Agent: The engineers; Theme: the gates) Past")]
    [InlineData("The engineers never opened the gates.", "not open(Agent: The engineers; Theme: the gates) Past")]
    [InlineData("No engineer opened the gates.", "not open(Agent: No engineer; Theme: the gates) Past")]
    [InlineData("Not one engineer opened the gates.", "not open(Agent: Not one engineer; Theme: the gates) Past")]
    [InlineData("Nobody opened the gates.", "not open(Agent: Nobody; Theme: the gates) Past")]
    [InlineData("The gates were not opened.", "not open(Theme: The gates) Past")]
    [InlineData("The gates were opened neither by Ann Lee nor by Bo Dahl.", "not open(Theme: The gates; Agent by: Ann Lee nor by Bo Dahl) Past")]
    [InlineData("The reservoir is not full.", "not full(Theme: The reservoir; Attribute: full) Present")]
    public void Negation_IsPolarity(string text, string claim) => Check(text, claim);

    /// <summary>A negation may be the root of its sentence, which nothing governs.</summary>
    [Theory]
    [InlineData("It is not.")]
    [InlineData("That in not not.")]
    public void Negation_AtTheRoot_IsRead(string text) => Assert.NotNull(Engine.Read(text));

    [Theory]
    [InlineData("The engineers may open the gates.", "open(Agent: The engineers; Theme: the gates) Present Possible")]
    [InlineData("The engineers could open the gates.", "open(Agent: The engineers; Theme: the gates) Present Possible")]
    [InlineData("The engineers plan to open the gates.", "open(Agent: The engineers; Theme: the gates) Present Planned")]
    [InlineData("The engineers would open the gates.", "open(Agent: The engineers; Theme: the gates) Future Conditional")]
    [InlineData("Did the engineers open the gates?", "open(Agent: the engineers; Theme: the gates) Past Question")]
    [InlineData("Has the council closed the road?", "close(Agent: the council; Theme: the road) Past Question")]
    public void Modality_IsTold(string text, string claim) => Check(text, claim);

    [Theory]
    [InlineData("The gates were opened by the engineers.", "open(Theme: The gates; Agent by: the engineers) Past")]
    [InlineData("The gates were opened.", "open(Theme: The gates) Past")]
    [InlineData("Two workers were injured.", "injure(Theme: Two workers) Past")]
    public void Passive_IsUndone(string text, string claim) => Check(text, claim);

    [Theory]
    [InlineData("The town gave the workers a prize.", "give(Agent: The town; Recipient: the workers; Theme: a prize) Past")]
    [InlineData("The engineers opened the gates on Monday.", "open(Agent: The engineers; Theme: the gates; Time on: Monday) Past")]
    [InlineData("The workers met in Paris.", "meet(Agent: The workers; Place in: Paris) Past")]
    public void Participants_HaveRoles(string text, string claim) => Check(text, claim);

    [Theory]
    [InlineData("Ann Lee said that the engineers opened the gates.", "open(Agent: the engineers; Theme: the gates) Past < Ann Lee")]
    [InlineData("The engineers opened the gates, the council said.", "open(Agent: The engineers; Theme: the gates) Past < Anonymous the council")]
    [InlineData("“The engineers opened the gates,” Ann Lee said.", "open(Agent: The engineers; Theme: the gates) Past < Ann Lee")]
    [InlineData("Ann Lee denied that the engineers opened the gates.", "open(Agent: the engineers; Theme: the gates) Past ReportedDenied < Ann Lee")]
    public void ReportingClause_IsAttribution(string text, string claim) => Check(text, claim);

    [Fact]
    public void NestedReports_AreAChain() => Check(
        "Ann Lee said that the council announced that the engineers opened the gates.",
        "open(Agent: the engineers; Theme: the gates) Past < Ann Lee < Anonymous the council");

    [Fact]
    public void CoordinatedPredicates_ShareTheirSubject() => Check(
        "The engineers opened the gates and closed the road.",
        "open(Agent: The engineers; Theme: the gates) Past", "close(Agent: The engineers; Theme: the road) Past");

    [Fact]
    public void CoordinatedClauses_HaveTheirOwn() => Check(
        "The engineers opened the gates and the police closed the road.",
        "open(Agent: The engineers; Theme: the gates) Past", "close(Agent: the police; Theme: the road) Past");

    [Fact]
    public void RelativeClause_IsAClaimOfItsNoun() => Check(
        "The dam, which was built in 1961, holds the water.",
        "hold(Agent: The dam; Theme: the water) Present", "build(Theme: The dam; Time in: 1961) Past");

    [Fact]
    public void Apposition_IsAClaimOfItsName() => Check(
        "Ann Lee, the mayor of Marlow, opened the gates.",
        "open(Agent: Ann Lee; Theme: the gates) Past", "mayor(Theme: Ann Lee; Attribute: the mayor) None");

    [Theory]
    [InlineData("The killing of two guards led to protests in Marlow.", "kill(Theme: two guards) None")]
    [InlineData("The resignation of Ann Lee surprised the council.", "resign(Agent: Ann Lee) None")]
    [InlineData("The council welcomed Ann Lee's release.", "release(Theme: Ann Lee) None")]
    [InlineData("The army's invasion of the island began at dawn.", "invade(Agent: The army; Theme: the island) None")]
    public void NameOfAnEvent_IsAClaim(string text, string claim) =>
        Assert.Contains(claim, Engine.Read(text) is var model ? model.Claims.Select(read => Render.Claim(model, read)) : []);

    [Theory]
    [InlineData("The council called for the release of two men.")]
    [InlineData("The council will discuss the closure of the mill.")]
    [InlineData("The council feared an attack on the dam.")]
    [InlineData("The council denied the sale of the mill.")]
    [InlineData("If the arrest of two men is lawful, the council stays silent.")]
    [InlineData("The council warned of a collapse of the bridge.")]
    [InlineData("The alleged murder of two men shocked Marlow.")]
    public void NameOfAnEventThatNeedNotHave_IsNone(string text) =>
        Assert.DoesNotContain(Engine.Read(text).Claims, claim => claim.Predicate.Tense is Analysis.Semantics.Claims.Tense.None);

    [Theory]
    [InlineData("Ann Lee dreamed that the gates were open.", "open(Theme: the gates; Attribute: open) Past Possible")]
    [InlineData("The council asked whether the engineers opened the gates.", "open(Agent: the engineers; Theme: the gates) Past Conditional")]
    [InlineData("The town waits until the council opens the gates.", "open(Agent: the council; Theme: the gates) Present Conditional")]
    public void ClauseUnderDoubt_IsNoFact(string text, string claim) =>
        Assert.Contains(claim, Engine.Read(text) is var model ? model.Claims.Select(read => Render.Claim(model, read).Split(" <")[0]) : []);

    /// <summary>The tagger takes these past tenses for participles and these present tenses for bare forms; their subjects show what they are.</summary>
    [Theory]
    [InlineData("Many anglers agreed with the council.", "agree(Agent: Many anglers; Other with: the council) Past")]
    [InlineData("About 40 million borrowers bear the cost.", "bear(Agent: About 40 million borrowers; Theme: the cost) Present")]
    [InlineData("Anglers across the county oppose the dam.", "oppose(Agent: Anglers across the county; Theme: the dam) Present")]
    [InlineData("Both towns cut taxes in May.", "cut(Agent: Both towns; Theme: taxes; Time in: May) Past")]
    public void VerbWithASubjectOfItsOwn_IsFinite(string text, string claim) => Check(text, claim);

    /// <summary>The parser hangs these verbs on the last noun of their subject, as if they described it.</summary>
    [Theory]
    [InlineData("Several of the barges went through the lock at Marlow.", "go(Agent: Several of the barges; Other through: the lock at Marlow) Past")]
    [InlineData("One of the trustees, Bo Dahl, immediately released a statement.", "release(Agent: One of the trustees, Bo Dahl; Theme: a statement) Past")]
    [InlineData("The council’s changes to the bylaw alarmed the pilots.", "alarm(Agent: The council’s changes to the bylaw; Theme: the pilots) Past")]
    public void VerbOnTheLastNounOfItsSubject_HasTheWholeSubject(string text, string claim) => Check(text, claim);

    /// <summary>Nobody is held to have done what may have been done to him.</summary>
    [Theory]
    [InlineData("Three men held in alleged raid.")]
    [InlineData("Seven teachers placed on leave.")]
    [InlineData("A parcel found in the yard contained a flare.")]
    [InlineData("A letter given the mayor by the union.")]
    [InlineData("The men arrested by the police on Monday.")]
    public void ParticipleThatMayBeAPassive_HasNoAgent(string text) =>
        Assert.DoesNotContain(Engine.Read(text).Claims, claim => claim.Arguments.Any(argument => argument.Role is Analysis.Semantics.Claims.Role.Agent));

    [Theory]
    [InlineData("The mayor dismissed the engineers' concerns as groundless.", "dismiss(Agent: The mayor; Theme: the engineers' concerns; Other as: groundless) Past")]
    [InlineData("The harbour board accused the shipping line.", "accuse(Agent: The harbour board; Theme: the shipping line) Past")]
    [InlineData("The treasurer denounced the lack of “any plan” for the quay.", "denounce(Agent: The treasurer; Theme: the lack) Past")]
    public void VerbOfSpeechThatNamesItsContent_IsAClaim(string text, string claim) => Check(text, claim);

    [Theory]
    [InlineData("The repairs, the council said, will last a year.", "last(Agent: The repairs; Other: a year) Future < Anonymous the council")]
    public void ReportingClauseInBetween_LeavesTheSubjectToItsVerb(string text, string claim) => Check(text, claim);

    [Theory]
    [InlineData("The council wants Ann Lee to resign.", "want(Agent: The council; Theme: Ann Lee) Present")]
    [InlineData("The council wants to close the road.", "close(Agent: The council; Theme: the road) Present Planned")]
    public void InfinitiveOfAnother_IsNotOfTheSubject(string text, string claim) => Check(text, claim);

    [Theory]
    [InlineData("The carrier responded late Friday.", "respond(Agent: The carrier; Time: late Friday) Past")]
    [InlineData("The crew spent Saturday in Marlow.", "spend(Agent: The crew; Theme: Saturday; Place in: Marlow) Past")]
    public void DayOfTheWeek_IsWhen(string text, string claim) => Check(text, claim);

    [Theory]
    [InlineData("Bridge falls in Marlow\n\nThe bridge on Monday. (Photo by ANN LEE/NORWAVE)\n\nBy Bo Dahl")]
    public void HeadlineAndCaption_MakeNoClaims(string text) => Check(text);

    [Fact]
    public void Id_DoesNotDependOnOtherSentences()
    {
        string[] before = Ids("The engineers opened the gates. The police closed the road. Nobody was hurt.");
        string[] after = Ids("The engineers opened all the gates at noon. The police closed the road. Nobody was hurt.");
        Assert.Equal(before[1..], after[1..]);
        Assert.NotEqual(before[0], after[0]);
    }

    [Fact]
    public void Id_DoesNotDependOnWhiteSpaceOrPlace()
    {
        string[] ids = Ids("The engineers opened the gates. The police closed the road.");
        Assert.Equal(ids, Ids("The engineers opened  the gates.\n\nThe police\tclosed the road."));
        Assert.Equal(ids.Reverse(), Ids("The police closed the road. The engineers opened the gates."));
    }

    [Fact]
    public void Id_OfARepeat_IsNumbered()
    {
        string[] ids = Ids("Nobody was hurt. The police closed the road. Nobody was hurt. Nobody was hurt.");
        Assert.Equal([ids[0], ids[1], ids[0] + "-2", ids[0] + "-3"], ids);
    }

    [Fact]
    public void Ids_AreUnique()
    {
        foreach (string pair in Samples.Names)
        {
            var ids = Samples.Model(pair, "left").Claims.Select(claim => claim.Id).ToList();
            Assert.Equal(ids.Count, ids.Distinct().Count());
        }
    }

    private static string[] Ids(string text) => [.. Engine.Read(text).Claims.Select(claim => claim.Id)];

    private static void Check(string text, params string[] claims)
    {
        var model = Engine.Read(text);
        Assert.Equal(claims, model.Claims.Select(claim => Render.Claim(model, claim)));
    }
}
