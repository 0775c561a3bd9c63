using System.Collections.Immutable;
using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Metadata;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Tests.Semantics;

/// <summary>
/// Texts mark the quantities that should be found; the second string says, for each, kind (left out for cardinals), value or range, unit,
/// precision (left out for exact), noun counted (<c>~</c> where it is understood) and the date it holds for.
/// </summary>
public class QuantityTests
{
    [Theory]
    [InlineData("The ferry carried [|214|] passengers.", "214 of passenger")]
    [InlineData("[|Thirty-one|] villagers left.", "31 of villager")]
    [InlineData("[|Two|] tugs and [|four|] large cargo ships came.", "2 of tug; 4 of ship")]
    [InlineData("[|1,500|] leading Hallish transport companies took part.", "1500 of company")]
    [InlineData("A choir of [|two hundred and five|] singers sang.", "205 of singer")]
    [InlineData("[|Two and a half million|] people live there.", "2500000 of people")]
    [InlineData("[|Half a million|] visitors and [|a dozen|] guides came.", "500000 of visitor; 12 of guide")]
    [InlineData("[|1.5 million|] trees and [|3 bn|] seeds were planted.", "1500000 of tree; 3000000000 of seed")]
    [InlineData("[|A quarter of a million|] letters were lost.", "250000 of letter")]
    [InlineData("[|Three point two million|] letters arrived.", "3200000 of letter")]
    [InlineData("The port sold [|3m|] barrels.", "3000000 of barrel")]
    [InlineData("The [|12|]-member committee met.", "12 of member")]
    [InlineData("[|Two|] of the men fled.", "2 of man")]
    [InlineData("She won [|seven|] of the past [|eight|] games.", "7 of game; 8 of game")]
    [InlineData("The storm killed [|three|] people and left [|12|] injured.", "3 of people; 12 of injured")]
    [InlineData("[|Nearly a quarter million|] gulls nested there.", "250000 About of gull")]
    [InlineData("The mill employs [|1 200|] weavers and [|12 000|] pickers.", "1200 of weaver; 12000 of picker")]
    [InlineData("The census found [|12,34,567|] farms.", "1234567 of farm")]
    [InlineData("The shop has [|10k|] followers.", "10000 of follower")]
    [InlineData("The [|dozen|] ferries lead by +[|12|] points.", "12 of ferry; 12 of point")]
    [InlineData("[|Three hundred and twelve|] crates and [|3 dozen|] kegs were lost.", "312 of crate; 36 of keg")]
    [InlineData("[|12|] out of the [|20|] ships sank.", "12 of ship; 20 of ship")]
    [InlineData("[|Two-thirds|] of Norvale primary pupils swim.", "Fraction 0.6667 of pupil")]
    public void Cardinals_AreReadWithWhatTheyCount(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("[|About 30|] people came.", "30 About of people")]
    [InlineData("[|Some 80|] foreign companies and organizations are expected.", "80 About of company")]
    [InlineData("[|An estimated 400|] birds died.", "400 About of bird")]
    [InlineData("[|At least one|] sailor drowned.", "1 AtLeast of sailor")]
    [InlineData("[|No fewer than nine|] boats sank.", "9 AtLeast of boat")]
    [InlineData("[|Up to 60|] houses were damaged.", "60 AtMost of house")]
    [InlineData("[|No more than five|] guests may enter.", "5 AtMost of guest")]
    [InlineData("[|More than 13 million|] votes were cast.", "13000000 MoreThan of vote")]
    [InlineData("It drew [|over 500|] visitors.", "500 MoreThan of visitor")]
    [InlineData("[|Fewer than two dozen|] seats were empty.", "24 LessThan of seat")]
    [InlineData("[|30 or so|] ducks and [|20-plus|] swans landed.", "30 About of duck; 20 AtLeast of swan")]
    [InlineData("[|Dozens|] of houses and [|hundreds|] of cars burned.", "- Vague of house; - Vague of car")]
    [InlineData("[|Tens of thousands|] of people fled.", "- Vague of people")]
    [InlineData("[|Several hundred|] workers struck.", "- Vague of worker")]
    [InlineData("[|Several|] large houses and [|a handful|] of barns burned.", "- Vague of house; - Vague of barn")]
    [InlineData("He said so several times, in several ways.", "")]
    [InlineData("The pier held [|about 500 or more|] people.", "500 AtLeast of people")]
    [InlineData("Loads [|greater than or equal to 12 tons|] sank.", "Dimension 12 Ton AtLeast")]
    [InlineData("It needs [|more than 10 and fewer than 40|] sailors.", "10..40 of sailor")]
    [InlineData("[|More than 40|] and [|fewer than 10|] sailors were counted.", "40 MoreThan; 10 LessThan of sailor")]
    [InlineData("[|5000|] or [|less than 6000|] sailors came.", "5000; 6000 LessThan of sailor")]
    // The same words as prepositions.
    [InlineData("A dispute over [|three|] islands began.", "3 of island")]
    [InlineData("They talked about [|three|] plans.", "3 of plan")]
    [InlineData("That adds up to [|185|] pages.", "185 of page")]
    public void Hedges_SetThePrecision(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The mill cost [|12 million euros|].", "Money 12000000 Euro")]
    [InlineData("It paid [|$1.5 million|] and [|€900,000|].", "Money 1500000 Dollar; Money 900000 Euro")]
    [InlineData("A loan of [|US$5m|] was repaid.", "Money 5000000 United States dollar")]
    [InlineData("The fine was [|£300|] or [|5 pence|].", "Money 300 Pound; Money 5 Pence")]
    [InlineData("They raised [|at least 15 million euros|].", "Money 15000000 Euro AtLeast")]
    [InlineData("The band earned [|$5-10 million|].", "Money 5000000..10000000 Dollar")]
    [InlineData("He paid [|thirteen dollars and forty cents|].", "Money 13.4 Dollar")]
    [InlineData("Oil rose to [|$85 a barrel|].", "Rate 85 Dollar per barrel")]
    [InlineData("The club owes [|5,000,000 rubles|].", "Money 5000000 Ruble")]
    [InlineData("It cost [|millions of dollars|].", "Money - Dollar Vague")]
    [InlineData("A [|$5-an-hour|] wage was paid, and they gave us [|$10|].", "Rate 5 Dollar per hour; Money 10 Dollar")]
    [InlineData("The order of [|us $ 10 billion|] was signed.", "Money 10000000000 United States dollar")]
    [InlineData("It cost [|USD115|], [|Rs500 crore|] or [|120 MEUR|].", "Money 115 United States dollar; Money 5000000000 Rupee; Money 120000000 Euro")]
    [InlineData("The grant was [|75 USD million|] and [|$1.3 million dollars|].", "Money 75000000 United States dollar; Money 1300000 Dollar")]
    [InlineData("The toy cost [|15 dollars 50|].", "Money 15.5 Dollar")]
    [InlineData("The barn cost [|€3,5 million|], the ticket [|99p|].", "Money 3500000 Euro; Money 99 Pence")]
    [InlineData("The toy cost [|15 dollars|] and [|50|] children wanted it.", "Money 15 Dollar; 50 of child")]
    [InlineData("The lodge sold [|300 million yen|] and [|12,000 yuan|] of tea.", "Money 300000000 Japanese yen; Money 12000 Chinese yuan")]
    public void Money_HasACurrency(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The reservoir was [|97 percent|] full.", "Percent 97 Percent")]
    [InlineData("[|About 60 per cent|] of the visitors stayed.", "Percent 60 Percent About of visitor")]
    [InlineData("Turnout rose by [|5 percentage points|] to [|41%|].", "Percent 5 Percentage point; Percent 41 Percent")]
    [InlineData("Prices rose from [|5|] to [|10 percent|].", "Percent 5 Percent; Percent 10 Percent")]
    [InlineData("The margin is plus or minus [|six percentage points|].", "Percent 6 Percentage point")]
    [InlineData("[|Two thirds|] of voters and [|a quarter|] of the members stayed away.", "Fraction 0.6667 of voter; Fraction 0.25 of member")]
    [InlineData("[|About half|] of the roofs were damaged.", "Fraction 0.5 About of roof")]
    [InlineData("[|One in five|] pupils walks to school.", "Fraction 0.2 of pupil")]
    [InlineData("[|Nine out of 10|] farmers agreed.", "Fraction 0.9 of farmer")]
    [InlineData("The harvest fell by [|half|].", "Fraction 0.5")]
    [InlineData("The [|first|] half of the match was dull.", "Ordinal 1 of half")]
    [InlineData("The bank cut its rate by [|25 basis points|], not by [|half a percentage point|].", "Percent 25 Basis point; Percent 0.5 Percentage point")]
    [InlineData("Hedda Corvane leads [|52|] to [|38 percent|].", "Percent 52 Percent; Percent 38 Percent")]
    [InlineData("[|Nearly three in four|] say so, at a [|one-in-five|] chance.", "Fraction 0.75 About; Fraction 0.2")]
    [InlineData("The bet stood at [|nine million and five ninths|].", "9555555.5555555556")]
    [InlineData("[|One twenty-fifth|] of the gold, or [|twenty-three fifths|], was lost.", "Fraction 0.04 of gold; Fraction 4.6")]
    [InlineData("It was a quarter to five.", "")]
    // A stretch of the calendar, which the dates have.
    [InlineData("The last three quarters were good.", "")]
    public void Parts_AreFractionsAndPercentages(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The dam is [|54 metres|] high.", "Dimension 54 Meter")]
    [InlineData("It holds [|38 million cubic metres|] of water.", "Dimension 38000000 Cubic meter of water")]
    [InlineData("Ships kept [|below six knots|].", "Dimension 6 Knot LessThan")]
    [InlineData("She is [|5 feet 2 inches|] tall.", "Dimension 5.1667 Foot")]
    [InlineData("The train ran at [|110 km/h|].", "Rate 110 Kilometer per hour")]
    [InlineData("The field covers [|10 to 12 hectares|].", "Dimension 10..12 Hectare")]
    [InlineData("The temperature fell to [|-5 degrees Celsius|].", "Temperature -5 Degree Celsius")]
    [InlineData("Temperatures reached [|30C|] in the shade.", "Temperature 30 Degree Celsius")]
    [InlineData("He weighs [|180 pounds|].", "Dimension 180 Pound")]
    [InlineData("She was fined [|500 pounds|].", "Money 500 Pound")]
    [InlineData("He sat in seat 30C of the 5G test train.", "")]
    [InlineData("The ship turned by [|180 degrees|] while it was [|0 degrees|] outside.", "Dimension 180 Degree; Temperature 0 Degree")]
    [InlineData("It reached [|38.5C|] ([|101.3F|]) at noon.", "Temperature 38.5 Degree Celsius; Temperature 101.3 Degree Fahrenheit")]
    [InlineData("A [|7.8-magnitude|] earthquake and one of magnitude [|6.1|] struck.", "Dimension 7.8 Magnitude; Dimension 6.1 Magnitude")]
    [InlineData("The hall has [|900m2|] and weighs [|20 (t)|].", "Dimension 900 Square meter; Dimension 20 Ton")]
    [InlineData("The plank is [|12 ft 2 in|] long, its owner [|5-foot-3|].", "Dimension 12.1667 Foot; Dimension 5.25 Foot")]
    [InlineData("The .25ml phial holds [|.265 litres|].", "Dimension 0.265 Liter")]
    public void Measures_HaveAUnit(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("A [|50-year-old|] man fled.", "Age 50 Year of man")]
    [InlineData("The captain, [|52-year-old|] Jonas Tverrin, spoke.", "Age 52 Year of tverrin")]
    [InlineData("The captain, Jonas Tverrin, [|52|], spoke.", "Age 52 Year of tverrin")]
    [InlineData("“No,” said Sigrun Aumholt, [|61|], the mayor.", "Age 61 Year of aumholt")]
    [InlineData("Her [|10-month-old|] son slept.", "Age 10 Month of son")]
    [InlineData("The bridge is [|90 years old|].", "Age 90 Year")]
    [InlineData("Children [|under 12|] do not need a ticket.", "Age 12 Year LessThan of child")]
    [InlineData("Children aged [|5 to 10|] may enter.", "Age 5..10 Year")]
    [InlineData("He began at the age of [|12|].", "Age 12 Year")]
    [InlineData("In Wolmere, [|12|], houses fell.", "12")]
    [InlineData("Aumholt, [|61|], told the court so.", "Age 61 Year of aumholt")]
    [InlineData("The driver, [|45|], was unhurt.", "Age 45 Year of driver")]
    [InlineData("She is [|45|].", "Age 45 Year")]
    [InlineData("Those between the ages of [|18 and 29|] and all [|30-to-44-year-olds|] voted.", "Age 18..29 Year; Age 30..44 Year")]
    public void Ages_AreToldFromCounts(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("It rained for [|three days|].", "Duration 3 Day")]
    [InlineData("They met for a [|three-day|] session.", "Duration 3 Day")]
    [InlineData("It took [|two hours and 30 minutes|].", "Duration 150 Minute")]
    [InlineData("[|18 months|] later it closed.", "Duration 18 Month")]
    [InlineData("It was jailed for [|over 30 years|].", "Duration 30 Year MoreThan")]
    [InlineData("Three days ago it rained.", "")]
    [InlineData("He works [|12 hours a day|].", "Rate 12 Hour per day")]
    [InlineData("The plant makes [|500|] carts a day and [|40,000|] per year.", "Rate 500 per day of cart; Rate 40000 per year")]
    public void Durations_AreQuantitiesUnlessPlaced(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("It was the [|third|] evacuation.", "Ordinal 3 of evacuation")]
    [InlineData("It is the [|41st|] edition.", "Ordinal 41 of edition")]
    [InlineData("Thursday’s evacuation was the [|third|] in the history of the town.", "Ordinal 3 of ~evacuation")]
    [InlineData("It is the [|second|]-largest bank.", "Ordinal 2 of bank")]
    [InlineData("She came [|second|].", "Ordinal 2")]
    [InlineData("It was the [|penultimate|] stage and the [|second-to-last|] day.", "Ordinal 2 Last of stage; Ordinal 2 Last of day")]
    [InlineData("He took the [|last but one|] seat.", "Ordinal 2 Last of seat")]
    [InlineData("[|First|] quarter sales rose.", "Ordinal 1 of quarter")]
    [InlineData("First, the Second World War ended.", "")]
    [InlineData("First of all, the First Bank closed at first.", "")]
    public void Ordinals_AreRanks(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Norvale beat Hestmark [|3-1|].", "Score 3..1")]
    [InlineData("The council voted [|7-5|] to close the pool.", "Score 7..5")]
    [InlineData("It sold [|10-12|] houses.", "10..12 of house")]
    [InlineData("Between [|five and seven|] boats left.", "5..7 of boat")]
    [InlineData("[|Three or four|] figures remain.", "3..4 of figure")]
    [InlineData("The 3-1 box and the 7-5 form were lost.", "")]
    [InlineData("Norvale [|2 - 1|] Hestmark", "Score 2..1")]
    [InlineData("The vote was [|52 to 48|], a [|5-to-4|] decision.", "Score 52..48; Score 5..4")]
    [InlineData("It was approved by [|51|] votes to [|49|].", "51 of vote; 49 of ~vote")]
    [InlineData("The estimate is [|1000 - 5000|].", "1000..5000")]
    [InlineData("It lies between [|minus ten and fifteen|].", "-10..15")]
    public void PairsOfNumbers_AreRangesOrScores(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("“Last year, [|32|] foreign participants came. This year, their number has risen to [|82|].”", "32 of participant @Last year; 82 of ~participant @This year")]
    [InlineData("The number of visitors fell from [|300|] to [|250|].", "300 of ~visitor; 250 of ~visitor")]
    [InlineData("The fair drew [|82|] exhibitors, up from [|32|].", "82 of exhibitor; 32 of ~exhibitor")]
    [InlineData("Of the [|20|] passengers, [|three|] were injured.", "20 of passenger; 3 of ~passenger")]
    [InlineData("The bus carried [|40|] passengers, [|three|] of whom were hurt.", "40 of passenger; 3 of ~passenger")]
    [InlineData("[|Three|] were injured.", "3 of ~person")]
    [InlineData("It has a crew of [|18|].", "18 of ~crew")]
    [InlineData("Norvale has [|11|] seats, Hestmark has [|ten|] and Lunsay won [|at least four|].", "11 of seat; 10 of ~seat; 4 AtLeast of ~seat")]
    public void Nouns_AreUnderstoodFromBefore(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("In 2019 the line carried [|310,000|] passengers.", "310000 of passenger @2019")]
    [InlineData("The ship, which was built in 1998, has [|12|] cabins.", "12 of cabin")]
    [InlineData("[|12|] people were hurt, he said on Monday.", "12 of people")]
    [InlineData("It was [|97 percent|] full on Thursday, compared with [|71 percent|] a year earlier.", "Percent 97 Percent @Thursday; Percent 71 Percent @a year earlier")]
    [InlineData("The fair drew [|16 percent|] more visitors than a year earlier.", "Percent 16 Percent")]
    public void Values_HoldForADate(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("A Boeing 737 flew over Highway 61 as flight 212.")]
    [InlineData("The Army-2023 show near the G20 town had a COVID-19 case.")]
    [InlineData("No. 5 Baker Street and 12 Elm Street burned.")]
    [InlineData("Call 555-123-4567 or +44 20 7946 0958.")]
    [InlineData("One of the drivers said no one was hurt and that one day he would return.")]
    [InlineData("1. Open the box.")]
    [InlineData("Chapter 11 of the book, page 5, row 7.")]
    [InlineData("On 31 February nothing happened.")]
    [InlineData("He left on May 5, 2022, at 7:40 a.m.")]
    [InlineData("The World War Two bunker and the Group of Seven.")]
    [InlineData("The file 20160512 was lost in 24/7 work on ’16 cars.")]
    [InlineData("The note 673672413863927808 was lost.")]
    [InlineData("It was a two-way street and a one-off.")]
    [InlineData("Game 7 of Euro 2024 ended in a ratio of 3:1.")]
    [InlineData("Two, the law is old, and he read 2 Corvane aloud.")]
    [InlineData("The server 192.168.1.2 and the xPhone 15 failed.")]
    [InlineData("Next year the last ship of the current line goes to next of kin.")]
    public void LabelsAndDates_AreNoQuantities(string text) => Check(text, "");

    [Theory]
    [InlineData("1,674,200", "1674200")]
    [InlineData("$20", "Money 20 Dollar")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("10k", "10000")]
    public void Figures_WithoutWordsAreRead(string text, string expected)
    {
        var model = SemanticModel.Build(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default, new ArticleContext(string.Empty, string.Empty), CancellationToken.None);
        Assert.Equal(expected, string.Join("; ", model.Quantities.Select(quantity => Render(model.Text, model.Dates, quantity))));
    }

    [Fact]
    public void EndlessDigits_AreLeftOut() => Assert.Empty(Extract(MarkedText.Annotate(new string('9', 10_000) + " people and " + new string('9', 29) + " birds."), out _));

    [Fact]
    public void HugeNumbers_StayInRange()
    {
        string text = string.Join(" and ", Enumerable.Repeat("9999999999999999999999999999 million to 9999999999999999999999999999m people, $9999999999999999999999999999bn", 50));
        foreach (var quantity in Extract(MarkedText.Annotate(text), out _)) Assert.True(quantity.Value is null or > 0m);
    }

    [Theory]
    [InlineData("1e99 2^99 9^99 1e-99 1.5e")]
    [InlineData("1,,2 ,3 1,2,3,4,5,6,7,8,9,10,11,12 1,00,00,00,00,00,00,00,00,00,000")]
    [InlineData("1 000 000 000 000 000 000 000 000 000 000 000")]
    [InlineData("one two three million billion trillion hundred hundredth half half a half a million million")]
    [InlineData("a a an an hundred and and a half and three quarters and a third of of a")]
    [InlineData("१२३ ４５６ ٣٤٥ Ⅻ ①② 12३ x² 10² ½½ 1½½")]
    [InlineData("$$$5 €$£5 $-5 5$5$5 USD USD5USD5 MEUR MEUR5MEUR")]
    [InlineData("<<>>5 <5> >=<=5 ~~5 5~5~5 5--5 5-–5 (((5))) [5[5]5]")]
    [InlineData("- - - 5 -- 5 +-5 -0 -0.0 .0 0. . 5 ..5 5..5")]
    [InlineData("more than more than at least up to 5 or more or less or equal to or so")]
    [InlineData("between between 5 and and 7 to to 9 through 11 - 13 per per day a a week")]
    public void BrokenNumbers_AreReadOrLeft(string text)
    {
        foreach (string part in new[] { text, string.Join(' ', Enumerable.Repeat(text, 40)), text.Replace(" ", "", StringComparison.Ordinal) })
        {
            var annotated = MarkedText.Annotate(part);
            int end = 0;
            foreach (var quantity in Extract(annotated, out _))
            {
                Assert.True(quantity.FirstToken >= end && quantity.EndToken > quantity.FirstToken, part);
                Assert.True(quantity.Number.Start >= quantity.Span.Start && quantity.Number.End <= quantity.Span.End, part);
                Assert.True(quantity.Value is not null || quantity.Low is not null || quantity.Precision is Precision.Vague, part);
                Assert.True(quantity.Low is null || quantity.Kind is QuantityKind.Score || quantity.Low < quantity.High, part);
                end = quantity.EndToken;
            }
        }
    }

    [Theory]
    [InlineData("three", "3")]
    [InlineData("twenty-one", "21")]
    [InlineData("a hundred", "100")]
    [InlineData("one thousand two hundred and three", "1203")]
    [InlineData("five hundred and forty thousand", "540000")]
    [InlineData("1,234,567.50", "1234567.5")]
    [InlineData("3 crore", "30000000")]
    [InlineData("two and two thirds", "2.6667")]
    [InlineData("twenty-first", "21")]
    [InlineData("21st", "21")]
    [InlineData("one hundred and three quarters", "100.75")]
    [InlineData("one hundred thirty-two fifths", "26.4")]
    [InlineData("twenty thirty-fifths", "0.5714")]
    [InlineData("three quarters billion", "750000000")]
    [InlineData("one billion and a half million", "1000500000")]
    [InlineData("4 thousand 3 hundred and 21", "4321")]
    [InlineData("nought point eleven", "0.11")]
    [InlineData("1 234 567.89", "1234567.89")]
    [InlineData("1.3e6", "1300000")]
    [InlineData("2^10", "1024")]
    [InlineData(".08", "0.08")]
    [InlineData("2 mil", "2000000")]
    [InlineData("one hundred twenty fifth", "125")]
    [InlineData("½", "0.5")]
    [InlineData("10 1/2", "10.5")]
    [InlineData("1,23", null)]
    [InlineData("007", null)]
    [InlineData("12:30", null)]
    [InlineData("9/11", null)]
    public void Number_IsParsed(string text, string? expected)
    {
        var annotated = MarkedText.Annotate(text + " apples");
        bool read = NumberParser.TryRead(new TokenWindow(annotated, 0, annotated.Words.Length), 0, money: false, stopAtAnd: false, out var number);
        Assert.Equal(expected, read && number.End == annotated.Words.Length - 1 ? number.Value.ToString(CultureInfo.InvariantCulture) : null);
    }

    [Theory]
    [InlineData("It cost $5 million.", 990)]
    [InlineData("It killed 12 people.", 965)]
    [InlineData("It killed 12 to 15 people.", 950)]
    public void Confidence_IsThatOfItsKind(string text, int thousandths) =>
        Assert.Equal(thousandths, Assert.Single(Extract(MarkedText.Annotate(text), out _)).Confidence.Thousandths);

    private static void Check(string marked, string expected)
    {
        var (text, spans) = MarkedText.Parse(marked);
        var quantities = Extract(text, out var dates);
        Assert.Equal(spans.Select(span => text.Tree.Text[span].ToString()), quantities.Select(quantity => text.Tree.Text[quantity.Span].ToString()));
        Assert.Equal(spans, quantities.Select(quantity => quantity.Span));
        Assert.Equal(expected, string.Join("; ", quantities.Select(quantity => Render(text, dates, quantity))));
    }

    private static ImmutableArray<Quantity> Extract(AnnotatedText text, out ImmutableArray<DateMention> dates)
    {
        dates = DateExtractor.Extract(text, new ArticleDate(new LocalDate(2024, 3, 13), Stated: true), CancellationToken.None);
        return QuantityExtractor.Extract(text, dates, CancellationToken.None);
    }

    private static string Render(AnnotatedText text, ImmutableArray<DateMention> dates, Quantity quantity)
    {
        var words = new List<string>();
        if (quantity.Kind is not QuantityKind.Cardinal) words.Add(quantity.Kind.ToString());
        words.Add(quantity.Value is { } value ? Plain(value) : quantity.Low is { } low ? $"{Plain(low)}..{Plain(quantity.High!.Value)}" : "-");
        if (quantity.Unit.Length > 0) words.Add(quantity.Unit);
        if (quantity.Precision is not Precision.Exact) words.Add(quantity.Precision.ToString());
        if (quantity.Counted is { } counted) words.Add($"of {(counted.Elided ? "~" : "")}{counted.Lemma}");
        if (quantity.AsOf >= 0) words.Add($"@{text.Tree.Text[dates[quantity.AsOf].Span]}");
        return string.Join(' ', words);
    }

    private static string Plain(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
