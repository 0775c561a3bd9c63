using System.Globalization;
using Analysis.Semantics.Dates;
using NodaTime;

namespace Analysis.Tests.Semantics;

/// <summary>Texts mark the dates that should be found; the second string gives their TIMEX3 values. The article is of Wednesday, 13 March 2024.</summary>
public class DateTests
{
    private static readonly ArticleDate Wednesday = new(new LocalDate(2024, 3, 13), Stated: true);

    [Theory]
    [InlineData("It ended on [|August 14, 2023|].", "2023-08-14")]
    [InlineData("It ended on [|14 August 2023|] and on [|Aug. 21, 2023|].", "2023-08-14; 2023-08-21")]
    [InlineData("He was born on [|the 3rd of May 1970|].", "1970-05-03")]
    [InlineData("On [|Monday, August 14, 2023|], he left.", "2023-08-14")]
    [InlineData("Dated [|2022-08-16|], [|16.08.2022|] and [|16/08/2022|].", "2022-08-16; 2022-08-16; 2022-08-16")]
    [InlineData("The bank was founded in [|1843|] and sold in [|March 2024|].", "1843; 2024-03")]
    [InlineData("It was built in [|the 1990s|], [|late in the 19th century|].", "199; 18")]
    [InlineData("Profit rose in [|the third quarter of 2023|] and fell in [|the first half of 2024|].", "2023-Q3; 2024-H1")]
    [InlineData("[|The summer of 2021|] was dry.", "2021-SU")]
    [InlineData("The [|2016|] edition was small.", "2016")]
    [InlineData("Dated [|22/Apr/2019|], [|2019-Apr-23|], [|13/04/21|] and [|Nov30|].", "2019-04-22; 2019-04-23; 2021-04-13; 2023-11-30")]
    [InlineData("It opened in [|nineteen ninety-six|], on [|May first two thousand and fifteen|].", "1996; 2015-05-01")]
    [InlineData("The votes numbered two thousand and fifteen votes.", "")]
    [InlineData("He came in [|the summer of '69|] and on [|12 June '71|].", "1969-SU; 1971-06-12")]
    [InlineData("The index of [|2015-03|] and the budget of [|2015-16|].", "2015-03; 2015/2016")]
    public void CalendarDates_AreRead(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("On [|31 February|] nothing happened.", "XXXX-02-31")]
    [InlineData("On [|February 30, 2023|] nothing happened.", "2023-02-30")]
    [InlineData("It is dated [|2/29/2019|].", "2019-02-29")]
    public void DaysThatNoCalendarHas_HaveNoPlace(string text, string expected)
    {
        var (annotated, spans) = MarkedText.Parse(text);
        var date = Assert.Single(DateExtractor.Extract(annotated, Wednesday, CancellationToken.None));
        Assert.Equal((spans.Single(), expected, null, null), (date.Span, date.Timex, date.Start, date.End));
    }

    [Theory]
    [InlineData("Dated 00/00/0000 and 32 May, of the year 0, on 99999-01-01 and 2024-13-40.")]
    [InlineData("The number 99999999 and week 77.")]
    public void NoDates_AreRead(string text) => Check(text, "");

    [Fact]
    public void LongNumbers_AreNoDates()
    {
        string digits = new('9', 10_000);
        Check($"In {digits} years, on {digits} May, at {digits}:30, in {digits}-01-01, from {digits} to {digits} on {digits}/{digits}.", "");
    }

    [Theory]
    [InlineData("03/04/2022", "2022-03-04")]
    [InlineData("on 5/12", "2023-05-12")]
    public void OrderOfDayAndMonth_IsTheAmericanWithLessConfidence(string text, string expected)
    {
        var date = Assert.Single(DateExtractor.Extract(MarkedText.Annotate($"It ended {text}."), Wednesday, CancellationToken.None));
        Assert.Equal((expected, DateConfidence.OrderGuessed), (date.Timex, date.Confidence));
    }

    [Theory]
    [InlineData("In 1,500 homes and in 1500 homes it was dark.")]
    [InlineData("A crowd of 2000 people saw the Army - 2023 show in room 2021.")]
    [InlineData("The price was $2022 or 2019 euros.")]
    [InlineData("April Jones may march to June Carter.")]
    [InlineData("Mr May met Mr March.")]
    [InlineData("The March on the capital failed.")]
    [InlineData("Black Friday sales rose, said USA Today.")]
    [InlineData("One day this day would come.")]
    [InlineData("Super Tuesday came.")]
    public void OtherWords_AreNoDates(string text) => Check(text, "");

    [Theory]
    [InlineData("He resigned in [|May last year|], she on [|3 January this year|].", "2023-05; 2024-01-03")]
    [InlineData("It opens in [|March of next year|], in the [|summer of next year|].", "2025-03; 2025-SU")]
    public void YearsBehindMonths_AreCounted(string text, string expected) => CheckInside(text, expected);

    [Theory]
    [InlineData("They are [|now|] at sea, and [|right now|] nobody is ashore.", "PRESENT_REF; PRESENT_REF")]
    [InlineData("It is shut [|at the moment|], the worst loss [|to date|].", "PRESENT_REF; ../PRESENT_REF")]
    [InlineData("Now, that is news, now that the band sang All Right Now.", "")]
    [InlineData("Nobody saw it at the moment of the crash, at this time of year.", "")]
    public void Present_IsTheArticlesDay(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("He resigned on [|June 9|].", "2023-06-09")]
    [InlineData("He will resign on [|June 9|].", "2024-06-09")]
    [InlineData("The vote is set for [|Nov. 5|].", "2024-11-05")]
    [InlineData("The deadline is [|June 30|].", "2024-06-30")]
    [InlineData("She was photographed in Hallen on [|March 11|].", "2024-03-11")]
    [InlineData("The ship passed a test in [|January|].", "2024-01")]
    [InlineData("She has lived there [|since December|].", "2023-12/..")]
    [InlineData("In [|March|] the town may march; they may meet in [|May|].", "2024-03; 2024-05")]
    public void DatesWithoutYear_AreTheNearest(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The harbour closed on [|Tuesday|].", "2024-03-12")]
    [InlineData("The minister said [|Wednesday|].", "2024-03-13")]
    [InlineData("The board met on [|Thursday|].", "2024-03-07")]
    [InlineData("The board will meet on [|Thursday|].", "2024-03-14")]
    [InlineData("Schools are to stay shut on [|Friday|].", "2024-03-15")]
    [InlineData("They expect 60 guests by [|Sunday evening|].", "2024-03-17TEV")]
    [InlineData("Her handling of the events of [|Tuesday night|] remains unclear.", "2024-03-12TNI")]
    [InlineData("She spoke [|last Friday|] and will speak [|next Monday|].", "2024-03-08; 2024-03-18")]
    [InlineData("He came [|yesterday|], is here [|today|] and leaves [|tomorrow|].", "2024-03-12; 2024-03-13; 2024-03-14")]
    [InlineData("It rained [|this morning|] and [|last night|].", "2024-03-13TMO; 2024-03-12TNI")]
    [InlineData("It fell [|last week|], [|last month|] and [|last year|].", "2024-W10; 2024-02; 2023")]
    [InlineData("[|This year|] it grew; [|next year|] it will end.", "2024; 2025")]
    [InlineData("[|Last summer|] was hot.", "2023-SU")]
    [InlineData("He left [|two days ago|], she [|three months ago|].", "2024-03-11; 2023-12")]
    [InlineData("It closed [|ten years ago|].", "2014")]
    [InlineData("Over the [|past three days|] it rained.", "2024-03-10/2024-03-13")]
    public void RelativeDates_ResolveOnTheArticle(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The shops were shut on [|Christmas Day|] and [|Good Friday 2023|].", "2023-12-25; 2023-04-07")]
    [InlineData("They will meet on [|Easter Monday|], not at [|Thanksgiving|].", "2024-04-01; 2024-11-28")]
    [InlineData("Sales fell on [|Black Friday|] and on [|Cyber Monday|].", "2023-11-24; 2023-11-27")]
    [InlineData("He fasted on [|Yom Kippur 2023|], she until [|Eid al-Fitr 2022|].", "2023-09-25; ../2022-05-02")]
    [InlineData("The square was full on [|New Year's Eve|] and [|New Year’s Day|].", "2023-12-31; 2024-01-01")]
    [InlineData("[|Last Christmas|] was mild.", "2023-12-25")]
    [InlineData("They met at [|Thanksgiving last year|].", "2023-11-23")]
    [InlineData("Halloween costumes, Christmas trees and Easter Island are no dates.", "")]
    public void Holidays_AreFound(string text, string expected) => CheckInside(text, expected);

    [Theory]
    [InlineData("It has grown [|since 2014|].", "2014/..", "2014-01-01T00:00:00", "")]
    [InlineData("It had closed [|before 2014|].", "../2014", "", "2014-01-01T00:00:00")]
    [InlineData("It will open [|after Friday|].", "2024-03-15/..", "2024-03-16T00:00:00", "")]
    [InlineData("It will be shut [|until Friday|].", "../2024-03-15", "", "2024-03-16T00:00:00")]
    [InlineData("It will end [|before the end of 2025|].", "../2025", "", "2026-01-01T00:00:00")]
    [InlineData("It is free for children born in [|2018 or later|].", "2018/..", "2018-01-01T00:00:00", "")]
    [InlineData("It will open [|no later than May 3, 2024|].", "../2024-05-03", "", "2024-05-04T00:00:00")]
    public void OpenStretches_HaveOneSide(string text, string timex, string start, string end)
    {
        var (annotated, spans) = MarkedText.Parse(text);
        var date = Assert.Single(DateExtractor.Extract(annotated, Wednesday, CancellationToken.None));
        Assert.Equal((spans.Single(), DateKind.Period, timex, start, end), (date.Span, date.Kind, date.Timex, Plain(date.Start), Plain(date.End)));
    }

    [Theory]
    [InlineData("It changed after [|Friday|] prayers and since [|Monday|]'s vote.", "2024-03-08; 2024-03-11")]
    [InlineData("Twelve had died by [|Monday|].", "2024-03-11")]
    public void NounsBehind_KeepTheirDate(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("early 2015", "2015-01-01T00:00:00", "2015-05-01T00:00:00")]
    [InlineData("in late 2015", "2015-09-01T00:00:00", "2016-01-01T00:00:00")]
    [InlineData("at the end of May 2023", "2023-05-16T00:00:00", "2023-06-01T00:00:00")]
    [InlineData("in the early 1990s", "1990-01-01T00:00:00", "1995-01-01T00:00:00")]
    [InlineData("earlier this month", "2024-03-01T00:00:00", "2024-03-13T00:00:00")]
    [InlineData("late Tuesday", "2024-03-12T00:00:00", "2024-03-13T00:00:00")]
    public void PartsOfStretches_AreTaken(string text, string start, string end)
    {
        var date = Assert.Single(DateExtractor.Extract(MarkedText.Annotate($"It ended {text}."), Wednesday, CancellationToken.None));
        Assert.Equal((start, end), (Plain(date.Start), Plain(date.End)));
    }

    [Theory]
    [InlineData("It was held on [|the first Monday of March 2023|].", "2023-03-06")]
    [InlineData("They meet on [|the last Friday of this month|].", "2024-03-29")]
    [InlineData("It rained in [|the third week of January 2023|].", "2023-W03")]
    [InlineData("It rained on [|the first ten days of May 2023|].", "2023-05-01/2023-05-10")]
    [InlineData("The fifth Monday of [|February 2023|] never came.", "2023-02")]
    public void UnitsOfStretches_AreCounted(string text, string expected) => CheckInside(text, expected);

    [Theory]
    [InlineData("It came [|two days after Christmas|].", "2023-12-27")]
    [InlineData("It came [|three weeks before March 1, 2023|].", "2023-W06")]
    [InlineData("The board will meet [|in two weeks|].", "2024-W13")]
    [InlineData("It was the worst storm in [|two weeks|].", "P2W")]
    [InlineData("They met on [|Tuesday of last week|] and will meet [|next week on Friday|].", "2024-03-05; 2024-03-22")]
    [InlineData("He left [|this past Friday|]; she will leave [|this coming Friday|].", "2024-03-08; 2024-03-15")]
    [InlineData("It will open on [|Friday the 22nd|].", "2024-03-22")]
    [InlineData("Over the [|next three days|] it will rain.", "2024-03-14/2024-03-16")]
    [InlineData("Profit rose over the [|past two quarters|].", "2023-07-01/2023-12-31")]
    [InlineData("It was lost over [|the weekend|] and will be found over [|the weekend|].", "2024-W10-WE; 2024-W11-WE")]
    [InlineData("It came [|three days prior to Christmas|] and [|a week following Easter|].", "2023-12-22; 2023-W15")]
    [InlineData("They met on [|Sunday two weeks ago|], in [|the week of May 5, 2023|].", "2024-02-25; 2023-W18")]
    [InlineData("It is due [|the week after next|], not [|the month before last|].", "2024-W13; 2024-01")]
    [InlineData("It was shut for the [|past four working days|].", "2024-03-07/2024-03-12")]
    [InlineData("It will be quiet for the [|rest of the week|].", "2024-03-13/2024-03-17")]
    [InlineData("It rained in the [|past few weeks|] and stopped [|a few days ago|].", "2024-02-21/2024-03-13; XXXX-XX-XX")]
    [InlineData("It was built [|more than two years ago|] for $5 million more than [|a year ago|].", "../2022; 2023")]
    public void Shifts_CountFromTheirPoint(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("It opened in [|the '80s|] and failed in [|the nineties|].", "198; 199")]
    [InlineData("It opened in the [|mid-1990s|] and fell into the mid-40s.", "199")]
    [InlineData("A man in his 40s and highs in the 80s.", "")]
    [InlineData("Profit rose in [|fiscal 2016|] and in the [|last fiscal year|].", "FY2016; FY2023")]
    public void DecadesAndFiscalYears_AreRead(string text, string expected) => CheckInside(text, expected);

    [Theory]
    [InlineData("It opened in 2014 and closed [|two years later|].", "XXXX")]
    [InlineData("Sales were lower than [|a year earlier|].", "XXXX")]
    [InlineData("It was due [|50 minutes later|].", "XXXX-XX-XXTXX")]
    [InlineData("It ended [|the next day|].", "XXXX-XX-XX")]
    public void DatesOnOtherDates_StayUnresolved(string text, string expected)
    {
        var (annotated, spans) = MarkedText.Parse(text);
        var date = DateExtractor.Extract(annotated, Wednesday, CancellationToken.None).Last();
        Assert.Equal(spans.Single(), date.Span);
        Assert.Equal((expected, Anchor.Missing, null), (date.Timex, date.Anchor, date.Start));
    }

    [Theory]
    [InlineData("It left at [|7 a.m.|] and at [|3:30 p.m.|] and [|6pm ET|].", "T07; T15:30; T18")]
    [InlineData("It struck at [|15:30 GMT|] or at [|noon|] or [|midnight|].", "T15:30; T12; T00")]
    [InlineData("The talks began on [|Tuesday at 3 p.m.|]", "2024-03-12T15")]
    [InlineData("The gates opened at [|6 a.m. on Tuesday|].", "2024-03-12T06")]
    [InlineData("She came [|in the morning|].", "TMO")]
    [InlineData("She came in on [|Tuesday morning|].", "2024-03-12TMO")]
    [InlineData("The talks began [|last night at 8|] and ended at [|6 o'clock this morning|].", "2024-03-12T20; 2024-03-13T06")]
    [InlineData("They spoke [|between 7 and 9:30 last night|] and [|Monday from 10 a.m. to noon|].", "2024-03-12T19/2024-03-12T21:30; 2024-03-11T10/2024-03-11T12")]
    [InlineData("The doors open at [|half past eight|] or at [|a quarter to five in the afternoon|].", "T20:30; T16:45")]
    [InlineData("She left at [|seven p.m.|], he at [|9.am|], the rest at [|eight o'clock|].", "T19; T09; T20")]
    [InlineData("It begins [|Friday at 3|]; they met [|between 3 and 5 on Monday|].", "2024-03-15T15; 2024-03-11T15/2024-03-11T17")]
    [InlineData("They talked [|from 10 a.m. for three hours|]; it struck at [|1900 hours|].", "T10/T13; T19:00")]
    [InlineData("They beat Norvale [|Monday|] 3-8; prices ended [|Friday|] at 9.30.", "2024-03-11; 2024-03-08")]
    [InlineData("He lost between 3 and 5 kilos and rose from 3 to 5.", "")]
    [InlineData("The ratio was 4:3 and the code 15:30.", "")]
    [InlineData("I am 5; am I old?", "")]
    public void TimesOfDay_AreRead(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The fair ran [|from 3 May to 7 May|].", "2023-05-03/2023-05-07")]
    [InlineData("The fair runs [|from May 3 to 7, 2024|].", "2024-05-03/2024-05-07")]
    [InlineData("The fair ran [|May 3-7|].", "2023-05-03/2023-05-07")]
    [InlineData("It will be held [|between 12 and 15 June|].", "2024-06-12/2024-06-15")]
    [InlineData("He served [|from 2001 to 2009|] and in the [|2019–2021|] term.", "2001/2009; 2019/2021")]
    [InlineData("The war of [|1914-18|] ended.", "1914/1918")]
    [InlineData("It was shut [|from June to August 2020|].", "2020-06/2020-08")]
    [InlineData("It will be shut [|between now and Friday|] and [|Mon-Fri|].", "2024-03-13/2024-03-15; 2024-03-18/2024-03-22")]
    [InlineData("He served [|between 2006 and 2012|], not [|from 1930 until 2010|].", "2006/2012; 1930/2010")]
    [InlineData("It is open [|from 9 a.m. to 5 p.m.|] and [|7 to 9 p.m.|]", "T09/T17; T19/T21")]
    [InlineData("They met [|from Monday to Wednesday|].", "2024-03-11/2024-03-13")]
    [InlineData("It sold 2019-A1 parts from 5 to 10.", "")]
    public void Periods_IncludeTheirEnd(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("between the middle of 2007 and the end of 2008", "2007-07-02T00:00:00", "2009-01-01T00:00:00")]
    [InlineData("from the end of March 2023 to the middle of September 2023", "2023-04-01T00:00:00", "2023-09-16T00:00:00")]
    public void PartsThatBound_ArePoints(string text, string start, string end)
    {
        var date = Assert.Single(DateExtractor.Extract(MarkedText.Annotate($"It grew {text}."), Wednesday, CancellationToken.None));
        Assert.Equal((start, end), (Plain(date.Start), Plain(date.End)));
    }

    [Theory]
    [InlineData("It fell three hours ago.", "2024-03-13T11:20", "2024-03-13T11:20:00")]
    [InlineData("They will be back within 20 minutes.", "2024-03-13T14:20/2024-03-13T14:40", "2024-03-13T14:20:00")]
    public void HoursFromThePublication_AreCountedWhereItsTimeIsKnown(string text, string timex, string start)
    {
        var afternoon = Wednesday with { Time = new LocalTime(14, 20) };
        var date = Assert.Single(DateExtractor.Extract(MarkedText.Annotate(text), afternoon, CancellationToken.None));
        Assert.Equal((timex, start), (date.Timex, Plain(date.Start)));
        Assert.Null(Assert.Single(DateExtractor.Extract(MarkedText.Annotate(text), Wednesday, CancellationToken.None)).Start);
    }

    [Theory]
    [InlineData("It ended on 5 May 2023.", 965)]
    [InlineData("It ended on Monday.", 940)]
    [InlineData("It ended last week.", 930)]
    [InlineData("It begins Friday at 3.", 860)]
    [InlineData("It ended two days later.", 600)]
    [InlineData("It rained in the past few weeks.", 500)]
    public void Confidence_FallsWithWhatIsGuessed(string text, int thousandths) =>
        Assert.Equal(thousandths, Assert.Single(DateExtractor.Extract(MarkedText.Annotate(text), Wednesday, CancellationToken.None)).Confidence.Thousandths);

    [Theory]
    [InlineData("It took [|two hours|].", "PT2H")]
    [InlineData("She stayed [|three nights|] and sang [|all week|].", "P3D; P1W")]
    [InlineData("It grew [|three months|] in a row, and in [|the last three months of 2015|].", "P3M; 2015-10-01/2015-12-31")]
    [InlineData("An [|18-month|] trial and a [|24-hour|] strike.", "P18M; PT24H")]
    [InlineData("It lasted [|two hours and 30 minutes|].", "PT2H30M")]
    [InlineData("It was done within [|a week|] or [|half an hour|].", "P1W; PT0.5H")]
    [InlineData("He works 12 hours a day.", "")]
    [InlineData("A 50-year-old man and a three-month-old girl.", "")]
    public void Durations_AreRead(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The board meets [|every Monday|] and [|every two weeks|].", "XXXX-WXX-1; P2W")]
    [InlineData("He plays on [|Sundays|] and rests [|each year|].", "XXXX-WXX-7; P1Y")]
    [InlineData("She calls [|once a week|] and trains [|daily|], on [|Friday mornings|] or [|every other Sunday|].", "P1W; P1D; XXXX-WXX-5TMO; XXXX-WXX-7")]
    [InlineData("It is open on [|weekdays|], [|every morning at 7|] and [|6 a.m. daily|].", "XXXX-WXX-WD; T07; T06")]
    [InlineData("The weekly paper, the Daily Post and everyday life.", "")]
    [InlineData("The annual fair draws everyone every time.", "")]
    public void Sets_AreRead(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("He left on [|Monday|].", "XXXX-WXX-1")]
    [InlineData("He left on [|June 9|].", "XXXX-06-09")]
    [InlineData("He left [|last year|].", "XXXX")]
    [InlineData("He left [|yesterday|].", "XXXX-XX-XX")]
    public void WithoutArticleDate_RelativeDatesStayOpen(string text, string expected)
    {
        var (annotated, spans) = MarkedText.Parse(text);
        var date = Assert.Single(DateExtractor.Extract(annotated, null, CancellationToken.None));
        Assert.Equal((spans.Single(), expected, Anchor.Missing, null, null), (date.Span, date.Timex, date.Anchor, date.Start, date.End));
    }

    [Theory]
    [InlineData("He left on Monday.", true, Anchor.Stated)]
    [InlineData("He left on Monday.", false, Anchor.Inferred)]
    [InlineData("He left on August 14, 2023.", false, Anchor.Stated)]
    public void Anchor_SaysWhatADateRestsOn(string text, bool stated, Anchor expected) => Assert.Equal(
        expected, Assert.Single(DateExtractor.Extract(MarkedText.Annotate(text), Wednesday with { Stated = stated }, CancellationToken.None)).Anchor);

    [Theory]
    [InlineData("in March 2024", "2024-03-01T00:00:00", "2024-04-01T00:00:00", Granularity.Month)]
    [InlineData("in 2023", "2023-01-01T00:00:00", "2024-01-01T00:00:00", Granularity.Year)]
    [InlineData("last week", "2024-03-04T00:00:00", "2024-03-11T00:00:00", Granularity.Week)]
    [InlineData("from 3 May 2023 to 7 May 2023", "2023-05-03T00:00:00", "2023-05-08T00:00:00", Granularity.Day)]
    [InlineData("at 7:40 a.m. on March 12, 2024", "2024-03-12T07:40:00", "2024-03-12T07:41:00", Granularity.Minute)]
    [InlineData("last night", "2024-03-12T18:00:00", "2024-03-13T06:00:00", Granularity.Daypart)]
    public void Interval_IsHalfOpen(string text, string start, string end, Granularity granularity)
    {
        var date = Assert.Single(DateExtractor.Extract(MarkedText.Annotate($"It ended {text}."), Wednesday, CancellationToken.None));
        Assert.Equal((start, end, granularity), (Plain(date.Start), Plain(date.End), date.Granularity));
    }

    [Fact]
    public void ArticlesOfAnyYear_AreRead()
    {
        var text = MarkedText.Annotate("Yesterday, last year, 9000 years ago, 29 February, next Monday, in the past 9999 weeks, last summer, June 9.");
        foreach (int year in (int[])[-9998, 1, 1000, 1900, 2023, 9999])
            DateExtractor.Extract(text, new ArticleDate(new LocalDate(year, 12, 31), Stated: true), CancellationToken.None);
    }

    private static void Check(string marked, string expected)
    {
        var (text, spans) = MarkedText.Parse(marked);
        var dates = DateExtractor.Extract(text, Wednesday, CancellationToken.None);
        Assert.Equal(spans.Select(span => text.Tree.Text[span].ToString()), dates.Select(date => text.Tree.Text[date.Span].ToString()));
        Assert.Equal(spans, dates.Select(date => date.Span));
        Assert.Equal(expected, string.Join("; ", dates.Select(date => date.Timex)));
    }

    /// <summary>As <see cref="Check"/>, but an article in front may belong to the words or not.</summary>
    private static void CheckInside(string marked, string expected)
    {
        var (text, spans) = MarkedText.Parse(marked);
        var dates = DateExtractor.Extract(text, Wednesday, CancellationToken.None);
        Assert.Equal(expected, string.Join("; ", dates.Select(date => date.Timex)));
        Assert.Equal(spans.Select(span => span.End), dates.Select(date => date.Span.End));
    }

    private static string Plain(LocalDateTime? time) => time?.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture) ?? "";
}
