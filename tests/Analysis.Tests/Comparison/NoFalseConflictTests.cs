using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>Sentences of two reports of one event, written by two people, that look alike and may both be true.</summary>
public sealed class NoFalseConflictTests
{
    [Theory]
    // One person, and another who belongs to the first.
    [InlineData("The court convicted Corvane's brother of fraud.", "The court acquitted Corvane of fraud.")]
    [InlineData("Corvane's brother sank his boat.", "Corvane did not sink his boat.")]
    [InlineData("The wife of the mayor supports the plan.", "The mayor opposes the plan.")]
    [InlineData("Corvane's company bought 500 shares of Hallen Line.", "Corvane bought 300 shares of Hallen Line.")]
    // Two who did the same.
    [InlineData("Ann Lee, a member of the board, did not respond to a request for comment.", "Bo Hart, a member of the board, did not respond to a request for comment.")]
    [InlineData("Among the hurt was Ann Lee, a teacher from Marlow.", "Among the hurt was Bo Hart, a teacher from Marlow.")]
    [InlineData("Officials in Ostvale also confirmed two cases of fever.", "Officials in Lunsay also confirmed two cases of fever.")]
    [InlineData("A man was arrested at the pier on Tuesday.", "A woman was arrested at the pier on Tuesday.")]
    // Which one is meant.
    [InlineData("The crew painted the left side of the hull green.", "The crew painted the right side of the hull green.")]
    [InlineData("The first passenger wore a black coat.", "The second passenger wore a black coat.")]
    [InlineData("The town lost the first match.", "The town lost the second match.")]
    // Two edits of which one takes the other back.
    [InlineData("The police closed the road before the march.", "The police opened the road after the march.")]
    [InlineData("Rich towns rejected the plan.", "Poor towns accepted the plan.")]
    [InlineData("Prices rose in the north of the island.", "Prices fell in the south of the island.")]
    [InlineData("He was a good captain, said Ann Lee.", "He was not a good captain, said Bo Hart.")]
    // What somebody says, and what the article says.
    [InlineData("Corvane hid the letter, the police said.", "Corvane did not hide the letter.")]
    // Times.
    [InlineData("The hearing starts at 10 a.m. Eastern time.", "The hearing starts at 7 a.m. Pacific time.")]
    [InlineData("Shares of Hallen Line rose in the morning.", "Shares of Hallen Line fell in the afternoon.")]
    // Rounded, and of another name.
    [InlineData("Turnout in Marlow was 72 percent.", "Turnout in Marlow was 72.2 percent.")]
    [InlineData("The plan was sent to the World Health Organization on Monday.", "The plan was sent to the WHO on Monday.")]
    public void WhatMayBothHold_DoesNotConflict(string left, string right) => Assert.Empty(Reports.Conflicts(left, right));

    [Theory]
    [InlineData("Corvane has not been charged with fraud.", "Corvane has been charged with fraud.")]
    [InlineData("The fire has burned 40 hectares.", "The fire has burned 55 hectares.")]
    public void WhatIsSoLater_IsNoConflict(string left, string right) => Assert.Empty(Reports.Conflicts(left, right, "2024-03-14"));

    [Theory]
    [InlineData("Corvane has not been charged with fraud.", "Corvane has been charged with fraud.")]
    [InlineData("The harbour authority closed the port on Tuesday.", "The harbour authority did not close the port on Tuesday.")]
    [InlineData("The price of tickets rose on Tuesday.", "The price of tickets fell on Tuesday.")]
    public void WhatCannotBothHold_Conflicts(string left, string right) => Assert.Single(Reports.Conflicts(left, right));
}
