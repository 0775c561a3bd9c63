using Analysis.Comparison;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>Sentences of two reports of one event that cannot both hold, and others like them that can. Each pair is also compared the other way round.</summary>
public sealed class ConflictInOtherWordsTests
{
    [Theory]
    [InlineData("Governor Paul Hart signed the harbour bill on Monday.", "On Monday the governor, Paul Hart, vetoed the harbour bill after weeks of talks.", DifferenceKind.Antonym)]
    [InlineData("The pilot, Ann Lee, survived the crash.", "Pilot Ann Lee died in the crash.", DifferenceKind.Antonym)]
    [InlineData("The council approved the harbour plan on Monday.", "On Monday the council rejected the harbour plan by a narrow margin.", DifferenceKind.Antonym)]
    [InlineData("A jury convicted George Whitfield of fraud on Monday.", "George Whitfield was acquitted of fraud by a jury on Monday.", DifferenceKind.Antonym)]
    [InlineData("Tarnmouth Motors won the contract for the new ferry.", "The contract for the new ferry was lost by Tarnmouth Motors.", DifferenceKind.Antonym)]
    [InlineData("Judge Ann Lee granted the request of the fishermen.", "The request of the fishermen was denied by Judge Ann Lee.", DifferenceKind.Antonym)]
    [InlineData("The court upheld the ban on night sailing.", "The ban on night sailing was overturned by the court.", DifferenceKind.Antonym)]
    [InlineData("Helen Carter pleaded guilty to fraud on Monday.", "Helen Carter pleaded not guilty to fraud on Monday.", DifferenceKind.Negation)]
    [InlineData("Carter was found guilty of fraud.", "Carter was found innocent of fraud.", DifferenceKind.Antonym)]
    [InlineData("The senate passed the harbour bill on Monday.", "On Monday the senate defeated the harbour bill.", DifferenceKind.Antonym)]
    [InlineData("The court dismissed the appeal of Carter.", "The appeal of Carter was upheld by the court.", DifferenceKind.Antonym)]
    [InlineData("Paul Carter survived the shooting in the market.", "Paul Carter died in the shooting in the market.", DifferenceKind.Antonym)]
    public void OppositeOutcomes_Conflict(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("Governor Paul Hart signed the harbour bill on Monday.", "On Monday Governor Paul Hart vetoed the fishing bill.")]
    [InlineData("The pilot survived the crash.", "The passenger died in the crash.")]
    [InlineData("The pilot, Ann Lee, survived the first crash.", "Pilot Ann Lee died in the second crash.")]
    [InlineData("The council approved the harbour plan in 2019.", "The council rejected the harbour plan on Monday.")]
    [InlineData("Governor Paul Hart could sign the harbour bill.", "Governor Paul Hart could veto the harbour bill.")]
    [InlineData("Paul Hart said he would sign the harbour bill.", "Paul Hart vetoed the harbour bill on Monday.")]
    [InlineData("Shares of Tarnmouth Motors rose 3 percent on Monday.", "Shares of Tarnmouth Motors fell 3 percent on Tuesday.")]
    [InlineData("Shares of Tarnmouth Motors rose at noon on Monday.", "Shares of Tarnmouth Motors fell by the close on Monday.")]
    [InlineData("The union welcomed the plan of the council.", "The plan of the council was criticised by the chamber of trade.")]
    [InlineData("Some lawmakers approved the harbour plan.", "Other lawmakers rejected the harbour plan.")]
    [InlineData("The House approved the harbour bill.", "The Senate rejected the harbour bill.")]
    [InlineData("Carter won the first round of the vote.", "Carter lost the second round of the vote.")]
    [InlineData("Carter won Marlow.", "Carter lost Ostvale.")]
    [InlineData("Prosecutors opened the case in March.", "Prosecutors closed the case on Monday.")]
    [InlineData("Mayor Ann Lee signed the budget on Friday.", "Mayor Ann Lee vetoed three lines of the budget on Friday.")]
    [InlineData("Ann Lee survived the crash that killed her husband.", "The husband of Ann Lee died in the crash.")]
    [InlineData("Ann Lee survived the crash.", "Ann Lee died three weeks after the crash.")]
    [InlineData("The judge granted bail to Paul Carter.", "The judge denied bail to George Whitfield.")]
    [InlineData("The judge granted bail on Monday.", "The judge denied bail on Friday.")]
    [InlineData("The jury convicted Carter of fraud.", "The jury acquitted Carter of bribery.")]
    [InlineData("The committee approved the plan for the pier.", "The full council rejected the plan for the pier.")]
    [InlineData("Police arrested Paul Carter on Monday.", "Police released Paul Carter on Monday.")]
    [InlineData("Police arrested Paul Carter.", "Police freed Paul Carter after the hearing.")]
    [InlineData("The airport closed on Monday.", "The airport reopened on Monday.")]
    [InlineData("The airport closed at noon.", "The airport opened in the morning.")]
    [InlineData("Carter accepted the offer.", "Carter declined the second offer.")]
    [InlineData("Carter agreed to testify.", "Carter refused to answer questions.")]
    [InlineData("The union agreed to the deal.", "The drivers refused the deal.")]
    [InlineData("Whitfield won the debate, his party said.", "Whitfield lost the debate.")]
    [InlineData("Whitfield won the nomination.", "Whitfield lost the election.")]
    [InlineData("Ann Lee gained 3 seats.", "Ann Lee lost 3 seats.")]
    [InlineData("The dollar rose against the euro.", "The dollar fell against the yen.")]
    [InlineData("Most lawmakers supported the harbour plan.", "Two lawmakers opposed the harbour plan.")]
    [InlineData("Lawmakers from the coast supported the plan.", "Lawmakers from the north opposed the plan.")]
    [InlineData("Critics opposed the plan.", "Supporters backed the plan.")]
    [InlineData("The company admitted the error.", "The company denied the fraud.")]
    [InlineData("The board reinstated the coach.", "The coach was suspended by the board.")]
    public void OppositesOfTwoThings_DoNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("Tarnmouth Motors bought Vellby Airways for 40 million dollars.", "Vellby Airways bought Tarnmouth Motors for 40 million dollars.", DifferenceKind.Entity)]
    [InlineData("Tarnmouth Motors bought Vellby Airways in January.", "In January Vellby Airways acquired Tarnmouth Motors, its old rival.", DifferenceKind.Entity)]
    [InlineData("Tarnmouth Motors was bought by Vellby Airways.", "Tarnmouth Motors bought Vellby Airways.", DifferenceKind.Entity)]
    [InlineData("Paul Carter killed George Whitfield with a knife.", "With a knife George Whitfield killed Paul Carter.", DifferenceKind.Entity)]
    [InlineData("George Whitfield succeeded Ann Lee as mayor of Marlow.", "Ann Lee succeeded George Whitfield as mayor of Marlow.", DifferenceKind.Entity)]
    public void ChangedPlaces_Conflict(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("Carter sued Whitfield over the wreck.", "Whitfield sued Carter over the wreck.")]
    [InlineData("Tarnmouth Motors was bought by Vellby Airways.", "Vellby Airways bought Tarnmouth Motors.")]
    [InlineData("Carter met Whitfield in Marlow.", "Whitfield met Carter in Marlow.")]
    [InlineData("Carter criticised Whitfield over the wreck.", "Whitfield criticised Carter over the wreck.")]
    [InlineData("Ann Lee called Paul Hart on Monday.", "Paul Hart called Ann Lee on Monday.")]
    [InlineData("Carter attacked Whitfield in a speech.", "Whitfield attacked Carter in a speech.")]
    [InlineData("Marlow beat Ostvale in March.", "Ostvale beat Marlow in June.")]
    [InlineData("Ann Lee thanked Paul Hart for the rescue.", "Paul Hart thanked Ann Lee for the help.")]
    [InlineData("Carter followed Whitfield to the harbour.", "Whitfield followed Carter on the lists of the party.")]
    [InlineData("Tarnmouth Motors bought shares of Vellby Airways.", "Vellby Airways bought ships of Tarnmouth Motors.")]
    [InlineData("The brother of Ann Lee shot Paul Hart.", "Paul Hart shot Ann Lee.")]
    [InlineData("Carter blames Whitfield.", "Whitfield blames Carter.")]
    [InlineData("Carter will face Whitfield in the final.", "Whitfield will face Carter in the final.")]
    [InlineData("Carter married Whitfield in 2011.", "Whitfield married Carter in 2011.")]
    [InlineData("Ann Lee succeeded Paul Hart as mayor.", "Paul Hart replaced Ann Lee as chair of the board.")]
    [InlineData("Paul Carter defeated George Whitfield in the first round.", "George Whitfield defeated Paul Carter in the second round.")]
    [InlineData("Paul Carter beat George Whitfield in 2018.", "George Whitfield beat Paul Carter in 2022.")]
    [InlineData("Paul Carter appointed Ann Lee.", "Ann Lee was appointed by Paul Carter.")]
    [InlineData("Paul Carter's father killed George Whitfield's father.", "George Whitfield killed Paul Carter.")]
    [InlineData("Paul Carter said George Whitfield shot him.", "George Whitfield said Paul Carter shot him.")]
    [InlineData("Paul Carter would beat George Whitfield, a poll found.", "George Whitfield would beat Paul Carter, another poll found.")]
    [InlineData("Paul Carter rescued George Whitfield from the water.", "George Whitfield thanked Paul Carter.")]
    [InlineData("Paul Carter owns a third of Tarnmouth Motors.", "Tarnmouth Motors owns a house of Paul Carter.")]
    public void WhatTwoMayDoToEachOther_DoesNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("Nobody was hurt in the accident.", "Two passengers were hurt in the accident.", DifferenceKind.Negation)]
    [InlineData("No one was injured when the ferry struck the sandbank.", "Three passengers were injured when the ferry struck the sandbank.", DifferenceKind.Negation)]
    [InlineData("No injuries were reported.", "Four injuries were reported on Tuesday.", DifferenceKind.Negation)]
    [InlineData("None of the passengers was hurt.", "Seven of the passengers were hurt.", DifferenceKind.Negation)]
    [InlineData("The police found nothing in the cabin.", "The police found a gun in the cabin.", DifferenceKind.Negation)]
    [InlineData("Nobody died in the fire at the Ostvale warehouse.", "Five people died in the fire at the Ostvale warehouse.", DifferenceKind.Negation)]
    [InlineData("No one was killed in the blast, officials said.", "Officials said three workers were killed in the blast.", DifferenceKind.Negation)]
    public void NobodyAgainstSomebody_Conflicts(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("Nobody was hurt in the accident.", "Two passengers were hurt in the storm.")]
    [InlineData("Nobody on the bridge was hurt.", "Two passengers on the deck were hurt.")]
    [InlineData("No one was killed in the accident.", "Three passengers were hurt in the accident.")]
    [InlineData("The police found nothing in the cabin.", "The police found a gun in the hold.")]
    [InlineData("Nobody was hurt in the accident.", "Two people were hurt in the accident last year.")]
    [InlineData("Nobody was seriously hurt in the accident.", "Two people were hurt in the accident.")]
    [InlineData("No crew members were hurt in the accident.", "Two passengers were hurt in the accident.")]
    [InlineData("None of the islanders voted for Carter.", "Some of the towns voted for Carter.")]
    [InlineData("Nobody was hurt in the first blast.", "Two people were hurt in the second blast.")]
    [InlineData("No one was arrested on Monday.", "Three people were arrested on Tuesday.")]
    [InlineData("No one else was hurt in the crash.", "The driver was hurt in the crash.")]
    [InlineData("No one was killed, police said.", "Three people were killed, a hospital said.")]
    [InlineData("No one has been arrested.", "Three people were arrested.")]
    [InlineData("No one in Marlow was hurt.", "Three people were hurt.")]
    [InlineData("No one was hurt.", "Three people were hurt in the 2014 crash at the same place.")]
    [InlineData("Nobody expected the storm.", "Forecasters expected the storm.")]
    [InlineData("Nobody was arrested during the march.", "Police said 12 people were arrested during the march.")]
    [InlineData("None of the ships was damaged.", "Two of the houses were damaged.")]
    public void NobodyOfOthers_DoesNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("Carter did not sell the ship.", "Carter sold the ship.", DifferenceKind.Negation)]
    [InlineData("Carter never sold the ship to the museum.", "The museum's new ship was bought from Carter, who sold the ship to the museum.", DifferenceKind.Negation)]
    [InlineData("Carter was not arrested.", "Carter was arrested at the pier in Marlow.", DifferenceKind.Negation)]
    [InlineData("The police did not arrest Carter.", "Carter was arrested by police on the pier.", DifferenceKind.Negation)]
    [InlineData("Carter failed to repay the loan.", "Carter repaid the loan.", DifferenceKind.Negation)]
    [InlineData("Tarnmouth Motors denied that it sold the ship.", "Tarnmouth Motors said that it sold the ship.", DifferenceKind.Negation)]
    [InlineData("The plane was shot down over Lunsay.", "The plane was not shot down over Lunsay.", DifferenceKind.Negation)]
    [InlineData("Carter did not attend the meeting on Monday.", "Carter, who is mayor, attended the meeting on Monday.", DifferenceKind.Negation)]
    [InlineData("The bridge was not built by Hallen Line.", "The bridge was built by Hallen Line in Marlow.", DifferenceKind.Negation)]
    [InlineData("Carter is not a citizen.", "Carter is a citizen.", DifferenceKind.Negation)]
    public void DenialOfTheSame_Conflicts(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("Carter did not only sell the ship but also the pier.", "Carter sold the ship.")]
    [InlineData("Not only did Carter sell the ship, he sold the pier too.", "Carter sold the ship on Monday.")]
    [InlineData("No, Carter sold the ship, his lawyer said.", "Carter sold the ship, his lawyer said.")]
    [InlineData("“No, we closed the pier,” said Ann Lee.", "“We closed the pier,” said Ann Lee.")]
    [InlineData("Carter did not sell the ship until Monday.", "Carter sold the ship on Monday.")]
    [InlineData("Carter has not yet sold the ship.", "Carter sold the ship.")]
    [InlineData("Carter did not sell the ship because of its age.", "Carter sold the ship because of the debts.")]
    [InlineData("No fewer than 12 passengers complained.", "Twelve passengers complained.")]
    [InlineData("Carter did not just sell the ship.", "Carter sold the ship.")]
    [InlineData("Carter cannot sell the ship.", "Carter sold the ship.")]
    [InlineData("Carter said he would sign the plan.", "Carter did not sign the plan.")]
    [InlineData("The man who sold the ship lives in Marlow.", "Carter did not sell the ship.")]
    [InlineData("The ferry did not sail to Paris.", "The ferry sailed to Lunsay.")]
    [InlineData("The police did not arrest Carter at the pier.", "The police arrested Carter at the station.")]
    [InlineData("Carter was not arrested in Marlow.", "Carter was arrested.")]
    [InlineData("Tarnmouth Motors denied that it sold the ship.", "The union said that Tarnmouth Motors sold the ship.")]
    [InlineData("The ferry was not shot down, the army said.", "The plane was shot down, the rebels said.")]
    [InlineData("Carter did not only close the pier.", "Carter closed the pier.")]
    [InlineData("Carter did not close the pier because of the storm.", "Carter closed the pier.")]
    [InlineData("Carter has not yet closed the pier.", "Carter closed the pier.")]
    [InlineData("Carter did not close the pier until the storm was over.", "Carter closed the pier.")]
    [InlineData("I do not know that.", "I know that my account was hacked.")]
    [InlineData("Not all passengers were rescued.", "The passengers were rescued.")]
    [InlineData("The court did not rule that Carter was guilty.", "The court ruled on Monday.")]
    [InlineData("Carter did not attend the meeting on Monday.", "Carter attended the meeting on Friday.")]
    [InlineData("Carter is not a doctor.", "Carter is a doctor's son.")]
    public void DenialInPart_DoesNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("The price of diesel fell by 5 percent on Monday.", "The price of diesel fell 7 percent on Monday.", DifferenceKind.Quantity)]
    [InlineData("The price of diesel fell to 5 dollars on Monday.", "On Monday the price of diesel fell to 7 dollars.", DifferenceKind.Quantity)]
    [InlineData("The fire destroyed 12 houses in Ostvale.", "In Ostvale 15 houses were destroyed by the fire.", DifferenceKind.Quantity)]
    [InlineData("The storm left 4,000 homes without power, the utility said.", "The utility said 9,000 homes were left without power by the storm.", DifferenceKind.Quantity)]
    [InlineData("The council approved a $500 million harbour plan on Monday.", "On Monday, a $300 million harbour plan was approved by the council.", DifferenceKind.Quantity)]
    [InlineData("Carter, 43, was arrested at the pier.", "Carter, 51, was arrested at the pier.", DifferenceKind.Quantity)]
    [InlineData("George Whitfield was sentenced to 10 years in prison.", "George Whitfield was sentenced to 12 years in prison.", DifferenceKind.Quantity)]
    [InlineData("The bill passed by 52 votes to 48.", "The bill passed by 51 votes to 49.", DifferenceKind.Quantity, DifferenceKind.Quantity)]
    [InlineData("Half of the voters backed Carter, the survey found.", "The survey found that 72 percent of the voters backed Carter.", DifferenceKind.Quantity)]
    [InlineData("The ministry ordered 300 buses for Marlow.", "For Marlow, the ministry ordered 450 buses.", DifferenceKind.Quantity)]
    [InlineData("The union wants a pay rise of 8 percent.", "The union wants a pay rise of 11 percent.", DifferenceKind.Quantity)]
    [InlineData("Carter was fined 300 dollars for speeding.", "For speeding Carter was fined 500 dollars.", DifferenceKind.Quantity)]
    public void FiguresOfTheSame_Conflict(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("The price of diesel fell to 5 dollars on Monday.", "The price of diesel fell by 3 dollars on Monday.")]
    [InlineData("The price of diesel fell by 5 percent on Monday.", "The price of diesel fell 5 percent on Monday.")]
    [InlineData("The price of diesel rose from 4 dollars on Monday.", "The price of diesel rose to 7 dollars on Monday.")]
    [InlineData("Shares of Tarnmouth Motors fell to 40 dollars.", "Shares of Tarnmouth Motors fell 3 dollars.")]
    [InlineData("The fine rose by 200 dollars.", "The fine rose above 300 dollars.")]
    [InlineData("The council cut the budget to 2 million dollars.", "The council cut the budget by 3 million dollars.")]
    [InlineData("The fire destroyed 12 houses in Ostvale.", "In Lunsay 15 houses were destroyed by the fire.")]
    [InlineData("The fire destroyed 12 houses and damaged 15.", "The fire damaged 15 houses.")]
    [InlineData("The court fined Tarnmouth Motors 2 million dollars over the spill.", "Tarnmouth Motors was fined 3 million dollars over the wreck.")]
    [InlineData("The fire destroyed 12 old houses in Ostvale.", "In Ostvale 15 houses were destroyed by the fire.")]
    [InlineData("At noon the river stood at 4 metres.", "At the close of the day the river stood at 5 metres.")]
    [InlineData("At noon 12 people were missing.", "By evening 7 people were missing.")]
    [InlineData("The shares stood at 40 dollars at noon.", "The shares stood at 42 dollars at the close of trading.")]
    [InlineData("The fire burned 40 hectares of forest.", "The fire burned 55 hectares of grass.")]
    [InlineData("Unemployment rose to 6 percent in March.", "Unemployment rose 2 percent in March.")]
    [InlineData("The company cut 500 jobs in Marlow.", "The company cut 800 jobs in Ostvale.")]
    [InlineData("The company cut 500 jobs in Marlow.", "The company cut 800 jobs in all.")]
    [InlineData("Carter raised 3 million dollars within days.", "Carter raised 5 million dollars.")]
    [InlineData("Carter paid 300 dollars a month for the flat.", "Carter paid 400 dollars for the boat.")]
    [InlineData("A third of voters backed Carter.", "Some 33 percent of voters backed Carter.")]
    [InlineData("Half of the women backed Carter.", "60 percent of the men backed Carter.")]
    [InlineData("The storm killed two people in Marlow and three in Ostvale.", "The storm killed five people.")]
    [InlineData("The storm killed five people.", "The storm killed two people and three dogs.")]
    [InlineData("The bank lent Carter 3 million dollars.", "The bank lent Whitfield 4 million dollars.")]
    [InlineData("The council approved a 3 million dollar plan for the pier.", "The council approved a 5 million dollar plan for the school.")]
    [InlineData("The council approved a $3 million loan for the new pier.", "The council approved a $5 million loan for the old pier.")]
    [InlineData("About 30 people were hurt when the roof fell.", "When the roof fell, 32 people were hurt.")]
    [InlineData("Shares rose 4 percent in early trading.", "Shares rose 6 percent by the close.")]
    [InlineData("The plan would cost 3 million dollars a year.", "The plan would cost 9 million dollars over three years.")]
    [InlineData("The trip takes two hours by train.", "The trip takes three hours by bus.")]
    public void FiguresOfTwoThings_DoNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("Seven people died in the fire at the Ostvale warehouse.", "Nine people died in the fire at the Ostvale warehouse.", DifferenceKind.Quantity)]
    public void SumsThatDiffer_Conflict(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("Two men and a woman were arrested at the pier.", "Three people were arrested at the pier.")]
    [InlineData("Two men and a woman were arrested at the pier.", "Two people were arrested at the pier, and a third was sought.")]
    [InlineData("Police arrested three people at the pier.", "Police arrested two people in Marlow and one at the pier.")]
    [InlineData("Three children and four adults died in the fire.", "Seven people died in the fire.")]
    [InlineData("Seven people died in the fire.", "Three people died in the fire at once and four in hospital.")]
    public void PartsOfASum_DoNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("A quarter of the fleet was sold on Monday.", "On Monday 40 percent of the fleet was sold.", DifferenceKind.Quantity)]
    [InlineData("Two thirds of the fleet was sold.", "Half of the fleet was sold.", DifferenceKind.Quantity)]
    public void SharesThatDiffer_Conflict(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("A quarter of the fleet was sold.", "About 25 percent of the fleet was sold.")]
    [InlineData("Half of the fleet was sold.", "The sale covered 50 percent of the fleet.")]
    [InlineData("Two thirds of the fleet was sold.", "The sale covered 67 percent of the fleet.")]
    public void SharesInOtherWords_DoNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("Ann Lee was born in Marlow in 1961.", "Ann Lee was born in Marlow in 1963.", DifferenceKind.Date)]
    [InlineData("George Whitfield resigned on Monday.", "George Whitfield resigned on Sunday.", DifferenceKind.Date)]
    [InlineData("The ferry left Ostvale at 9 a.m. on Tuesday.", "The ferry left Ostvale at 11 a.m. on Tuesday.", DifferenceKind.Date)]
    [InlineData("George Whitfield met the crew on Monday.", "George Whitfield met the crew on Sunday.", DifferenceKind.Date)]
    [InlineData("Ann Lee spoke in Marlow on Monday.", "Ann Lee spoke in Marlow on Sunday.", DifferenceKind.Date)]
    [InlineData("Ann Lee died on Monday at her home.", "Ann Lee died at her home on Sunday.", DifferenceKind.Date)]
    [InlineData("The ferry Grey Tern sank on March 3, 2009.", "The ferry Grey Tern sank on March 8, 2009.", DifferenceKind.Date)]
    public void TwoDaysOfOneEvent_Conflict(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("The hearing will start on June 4.", "The trial will start on June 11.")]
    [InlineData("The hearing will start on June 4.", "The hearing will start in June.")]
    [InlineData("Ann Lee died on Monday.", "Ann Lee's mother died on Sunday.")]
    [InlineData("Ann Lee died on Monday.", "Ann Lee died in March.")]
    [InlineData("Three sailors died on Monday.", "Two sailors died on Sunday.")]
    public void TwoDaysOfTwoEvents_DoNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("The plan was sent to Westminster on Monday.", "The plan was sent to London on Monday.")]
    [InlineData("Two men were arrested in Southwark on Monday.", "Two men were arrested in London on Monday.")]
    [InlineData("The mayor spoke in Brooklyn on Monday.", "The mayor spoke in New York on Monday.")]
    [InlineData("Ann Lee was born in Marlow.", "Ann Lee was born in Ostvale.")]
    [InlineData("Ann Lee worked in Paris.", "Ann Lee worked in Madrid.")]
    public void PlacesWithinEachOther_DoNot(string left, string right) => Check(left, right);

    [Theory]
    [InlineData("Sen. Bob Carter signed the plan on Monday.", "Sen. Robert Carter signed the plan on Monday.")]
    [InlineData("The plan was signed by Bill Whitfield, the mayor, on Monday.", "The plan was signed by William Whitfield, the mayor, on Monday.")]
    public void NicknameOfOnePerson_DoesNot(string left, string right) => Check(left, right);

    [Theory]
    // A headline tells in the present what has happened; names may be longer and have more said of them.
    [InlineData("President Whitfield is not set to announce that he is shaving two weeks off his deadline for states.", "President Paul Whitfield is set to announce that he is shaving two weeks off his deadline for states.", DifferenceKind.Negation)]
    [InlineData("Sen. Paul Whitfield has not become the first senator to fly around the island.", "Sen. Paul Whitfield on Sunday became the first senator to fly around the island.", DifferenceKind.Negation)]
    [InlineData("The Department of Fisheries has not released documents on the wreck.", "Documents on the wreck were released by the Department of Fisheries.", DifferenceKind.Negation)]
    [InlineData("The unemployment rate fell sharply in February to 8.4 percent from 10.2 percent.", "The unemployment rate fell to 9.4 percent in February, the bureau said.", DifferenceKind.Quantity)]
    [InlineData("The unemployment rate fell to 6.0 percent in February.", "The unemployment rate fell to 7 percent in February, down from 8.2 percent in January.", DifferenceKind.Quantity)]
    [InlineData("Toni Marlowe, novelist of the island life, died on Monday at 88.", "Toni Marlowe, a towering writer, died on Monday at 91.", DifferenceKind.Quantity)]
    [InlineData("The island economy lost a total of 701,000 jobs in February.", "The island economy lost 802,000 jobs in February, ending a decade of growth.", DifferenceKind.Quantity)]
    public void MoreWordsOfTheSame_ConflictStill(string left, string right, params DifferenceKind[] kinds) => Check(left, right, kinds);

    [Theory]
    [InlineData("Paul Carter Jr. bought the ship.", "Paul Carter Sr. did not buy the ship.")]
    [InlineData("Carter does not own the ship.", "Carter owned the ship.")]
    [InlineData("Ann Lee leads Bo Hart by 3 points, a poll by Marlow College found.", "Ann Lee leads Bo Hart by 7 points, a poll by the Lunsay Post found.")]
    [InlineData("The museum bought the painting in March for 3 million dollars.", "The museum bought a painting for 5 million dollars.")]
    [InlineData("The company sold 12 ships to Hallen Line and 3 to the museum.", "The company sold 15 ships.")]
    [InlineData("The price rose to 5 dollars from 3 dollars.", "The price rose from 4 dollars in January.")]
    [InlineData("Ann Lee, 43, was not hurt.", "Ann Lee's son, 13, was hurt.")]
    [InlineData("The old bridge was not closed on Monday.", "The bridge was closed on Monday.")]
    [InlineData("The ferry runs aground twice a year.", "The ferry ran aground three times.")]
    public void WhatMayBeAnother_DoesNotConflict(string left, string right) => Check(left, right);

    [Theory]
    // Two voices, more or less firmly, another time.
    [InlineData("The union told reporters that 300 workers joined the march.", "A police spokesman said 200 workers joined the march.")]
    [InlineData("The hall can hold 900 guests.", "The hall held 300 guests.")]
    [InlineData("Police will arrest 20 people.", "Police arrested 12 people.")]
    [InlineData("The plant employs 800 people.", "The plant once employed 3,000 people.")]
    // One event of several.
    [InlineData("The killing of two dockers in March led to protests.", "Five dockers were killed in the port this year.")]
    [InlineData("The arrest of 12 people was filmed.", "In all 30 people were arrested.")]
    // What nearly was.
    [InlineData("Paul Carter survived the fire.", "Paul Carter almost perished in the fire.")]
    [InlineData("Ann Lee did not resign.", "Ann Lee almost resigned.")]
    [InlineData("George Whitfield drowned on Tuesday.", "George Whitfield almost drowned on Monday.")]
    // Another match, another turn, another bill.
    [InlineData("Ann Lee defeated Bo Hart in the final.", "Bo Hart defeated Ann Lee in the group stage.")]
    [InlineData("Paul Carter rescued Bo Hart.", "Bo Hart then rescued Paul Carter.")]
    [InlineData("Governor Paul Hart signed the harbour bill.", "Governor Paul Hart vetoed an earlier harbour bill.")]
    // A time or a place of something else.
    [InlineData("Paul Carter died of wounds from Sunday.", "Paul Carter died on Monday of wounds.")]
    [InlineData("Nobody was hurt at the plant.", "Three people were hurt on the way to the plant.")]
    [InlineData("The ferry was not insured.", "The ferry was insured for cars.")]
    [InlineData("Hallen Line lost $5 million before tax.", "Hallen Line lost $7 million after tax.")]
    public void WhatIsSaidOtherwise_DoesNotConflict(string left, string right) => Check(left, right);

    [Theory]
    // Known misses: who is who cannot be read, or the same is said by other means than verbs.
    [InlineData("The minister refused to sign the treaty on Monday.", "The minister signed the treaty on Monday.")]
    [InlineData("The museum paid 40,000 dollars for the painting.", "The painting cost the museum 60,000 dollars.")]
    [InlineData("The harbour was founded in 1891.", "Founded in 1894, the harbour has two piers.")]
    [InlineData("The senate passed the harbour bill 52-48.", "The harbour bill was passed by the senate 51-49.")]
    public void OtherWaysOfSayingIt_AreMissed(string left, string right) => Check(left, right);

    private static void Check(string left, string right, params DifferenceKind[] kinds)
    {
        Assert.Equal(kinds, Kinds(Reports.Conflicts(left, right)));
        Assert.Equal(kinds, Kinds(Reports.Conflicts(right, left)));

        static IEnumerable<DifferenceKind> Kinds(IEnumerable<Alignment> conflicts) => conflicts.SelectMany(alignment => alignment.Differences).Where(difference => difference.Incompatible).Select(difference => difference.Kind);
    }
}
