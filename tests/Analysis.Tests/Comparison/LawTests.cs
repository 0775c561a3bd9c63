using System.Collections.Immutable;
using System.Globalization;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.Tests.Support;

namespace Analysis.Tests.Comparison;

/// <summary>Laws that every comparison keeps, over generated articles and over the samples.</summary>
public class LawTests
{
    [Fact]
    public void Article_WithItself_AgreesInEverything()
    {
        Properties.Hold(News.Articles, article => AssertAgrees(Read(article), Read(article)), 30, fewest: 1);
        Properties.Hold(Texts.ArticleLike, parts => AssertAgrees(Engine.Read(string.Concat(parts)), Engine.Read(string.Concat(parts))), 40);
        foreach (var model in AllSamples()) AssertAgrees(model, model);
    }

    [Fact]
    public void Comparison_IsMirrored()
    {
        Properties.Hold(News.Articles, article =>
        {
            var (left, right) = (Read(article), Read(Changed(article)));
            AssertHolds(Laws.Asymmetry(left, right));
        }, 25, fewest: 1);
        var samples = AllSamples();
        foreach (var left in samples)
            foreach (var right in samples)
                AssertHolds(Laws.Asymmetry(left, right));
    }

    [Fact]
    public void Comparison_OfAnyTexts_IsMirrored()
    {
        Properties.Hold(Texts.ArticleLike, Check, 60);
        Properties.Hold(Texts.Garbage, Check, 40);

        static void Check(ImmutableArray<string> parts)
        {
            const string Lede = "The captain of the ferry said that it was late and that the port was closed. ";
            var left = Engine.Read(Lede + string.Concat(parts));
            var right = Engine.Read(string.Concat(parts.Where((_, i) => i % 4 != 1)).Replace("214", "241", StringComparison.Ordinal) + Lede);
            AssertHolds(Laws.Asymmetry(left, right));
        }
    }

    [Fact]
    public void Story_DoesNotDependOnTheOrderOfItsArticles()
    {
        int[][] orders = [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]];
        Properties.Hold(News.Articles, article =>
        {
            SemanticModel[] models = [Read(article), Read(Changed(article)), Read([.. article.Take(article.Length / 2)]), Read(article)];
            AssertHolds(Laws.OrderDependence([.. models], orders));
        }, 12, fewest: 2);
        foreach (string pair in Samples.Names)
        {
            var (left, right) = (Samples.Model(pair, "left"), Samples.Model(pair, "right"));
            AssertHolds(Laws.OrderDependence([left, right, left, Samples.Model("ferry", "right")], orders));
        }
    }

    [Fact]
    public void Copy_AddsNoOrigin() => Properties.Hold(News.Articles, article =>
    {
        var (one, other) = (Read(article), Read(Changed(article)));
        var story = Engine.Compare(one, other, Read(article));
        var origin = Assert.Single(story.Origins, origin => origin.Articles.Contains(0));
        Assert.Contains(2, origin.Articles);
        Assert.Equal(Engine.Compare(one, other).Origins.Any(), origin.Articles.Contains(1));
    }, 20, fewest: 3);

    [Fact]
    public void OneNumberChanged_IsOneQuantity() => Properties.Hold(News.Articles, article =>
    {
        foreach (int i in Indices(article, sentence => sentence is { Telling: Telling.Stated, Number.Length: > 0 }))
        {
            var changed = article[i] with { Number = News.Other(article[i].Number) };
            AssertOneDifference(article, article.SetItem(i, changed), DifferenceKind.Quantity, i, "number", "number");
        }
    }, 25, fewest: 1);

    [Fact]
    public void NotInserted_IsOneNegation() => Properties.Hold(News.Articles, article =>
    {
        foreach (int i in Indices(article, sentence => sentence.Telling is Telling.Stated))
            AssertOneDifference(article, article.SetItem(i, article[i] with { Denied = true }), DifferenceKind.Negation, i, "", "not");
    }, 25, fewest: 1);

    [Fact]
    public void ParagraphMoved_ChangesNothing() => Properties.Hold(News.Articles, article =>
    {
        var paragraphs = News.Paragraphs(article);
        var moved = paragraphs.RemoveAt(0).Add(paragraphs[0]).SelectMany(paragraph => paragraph).ToImmutableArray();
        AssertAgrees(Read(article), Read(moved));
        AssertAgrees(Read(article), Read([.. paragraphs.Reverse().SelectMany(paragraph => paragraph)]));
    }, 20, fewest: 1);

    [Fact]
    public void Typography_ChangesNothingButQuotes()
    {
        Properties.Hold(News.Articles, article => AssertSameButForTypography(News.Write(article).Text), 30, fewest: 1);
        foreach (string pair in Samples.Names)
            foreach (string side in (string[])["left.txt", "right.txt"])
                AssertSameButForTypography(Samples.Text(pair, side));
        AssertSameButForTypography("Bridge falls in Marlow\n\n“We don’t know yet… It fell,” Ann Lee said. The bridge – the oldest in town – fell on Monday… Nobody was hurt.");
    }

    // A hyphen between spaces may be no dash to the parser, which then reads other clauses. The law holds for what is incompatible.
    [Fact]
    public void Hyphen_ForADash_NeverConflicts()
    {
        const string Text = "Bridge falls in Marlow\n\n“We don’t know – not yet – what happened… It fell,” Ann Lee said.";
        var comparison = Engine.Compare(Text, Laws.Plain(Text));
        AssertNoConflict(comparison);
        Assert.Equal(Alteration.Typography, Assert.Single(comparison.Quotes).Alteration);
        Assert.All(comparison.Alignments, alignment => Assert.Equal(Relation.Equivalent, alignment.Relation));
    }

    [Fact]
    public void OtherEdition_NeverConflicts()
    {
        Properties.Hold(News.Articles, article =>
        {
            var other = article.Select((sentence, i) => sentence.Number.Length > 0 && i % 2 == 0 ? sentence with { Number = News.Other(sentence.Number) } : sentence).ToImmutableArray();
            AssertNoConflict(Read(article), Engine.Read(News.Write(other, "March 14, 2023").Text));
            AssertNoConflict(Read(article), Engine.Read(News.Write(article.Select(sentence => sentence with { Denied = true }), "March 14, 2023").Text));
        }, 20, fewest: 1);
        AssertNoConflict(Samples.Model("fairs", "left"), Samples.Model("fairs", "right"));
    }

    [Fact]
    public void OtherEdition_OfAnArticleThatIsReusedEveryYear_NeverConflicts() => Properties.Hold(News.Articles, article =>
    {
        foreach (int i in Indices(article, sentence => sentence is { Telling: Telling.Stated, Number.Length: > 0 }))
            AssertNoConflict(Read(article), Engine.Read(News.Write(article.SetItem(i, article[i] with { Number = News.Other(article[i].Number) }), "March 14, 2023").Text));
    }, 15, fewest: 1);

    [Fact]
    public void Answers_DependOnNeitherThreadNorCultureNorTimeZone()
    {
        string[][] pairs = [.. Samples.Names.Select(pair => (string[])[Samples.Text(pair, "left.txt"), Samples.Text(pair, "right.txt")])];
        string[] expected = [.. pairs.Select(All)];
        string? zone = Environment.GetEnvironmentVariable("TZ");
        Environment.SetEnvironmentVariable("TZ", "Pacific/Kiritimati");
        TimeZoneInfo.ClearCachedData();
        try
        {
            Parallel.For(0, 24, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index =>
            {
                CultureInfo.CurrentCulture = new CultureInfo((index % 4) switch { 0 => "tr-TR", 1 => "de-DE", 2 => "ar-SA", _ => "" });
                Assert.Equal(expected[index % pairs.Length], All(pairs[index % pairs.Length]));
            });
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
        }

        static string All(string[] pair)
        {
            var (left, right) = (Engine.Read(pair[0]), Engine.Read(pair[1]));
            return Render.Model(left) + Render.Model(right) + string.Join('\n', Findings.Of(Engine.Compare(left, right), 0, 1));
        }
    }

    [Fact]
    public void OneArticle_IsRefused() => Assert.Throws<ArgumentException>(() => Engine.Compare(Samples.Model("ferry", "left")));

    // ---- the laws ----

    private static void AssertAgrees(SemanticModel left, SemanticModel right)
    {
        var comparison = Engine.Compare(left, right);
        AssertEquivalent(comparison);
        Assert.All(comparison.Quotes, quote => Assert.Equal(Alteration.Identical, quote.Alteration));
    }

    private static void AssertEquivalent(StoryComparison comparison) => AssertHolds(Laws.Disagreement(comparison));

    private static void AssertHolds(string? violation)
    {
        if (violation is not null) Assert.Fail(violation);
    }

    /// <summary>Compares two articles that differ in one sentence; the difference stands at the marks of that sentence.</summary>
    private static void AssertOneDifference(
        ImmutableArray<NewsSentence> left, ImmutableArray<NewsSentence> right, DifferenceKind kind, int sentence, string leftMark, string rightMark)
    {
        var comparison = Engine.Compare(Read(left), Read(right));
        string what = right[sentence].Marked;
        AssertHolds(Laws.OtherThanOne(comparison, kind, leftMark.Length > 0 ? MarkOf(left, sentence, leftMark) : default, MarkOf(right, sentence, rightMark)));
        Assert.True(comparison.Alignments.Count(alignment => alignment.Relation is not Relation.Equivalent) == 1, $"Other sentences than {what} are not the same.");
        Assert.All(comparison.OnlyIn, claims => Assert.Empty(claims));
    }

    private static TextSpan MarkOf(ImmutableArray<NewsSentence> article, int sentence, string kind)
    {
        var before = article.Take(sentence).Sum(other => Markup.Parse(other.Marked).Spans(kind).Count());
        return News.Write(article).Spans(kind).ElementAt(before);
    }

    private static void AssertSameButForTypography(string text)
    {
        string plain = Laws.Plain(text), curly = Laws.Curly(plain);
        foreach (var (one, other) in ((string, string)[])[(text, plain), (text, curly), (plain, curly)])
            AssertHolds(Laws.MoreThanTypography(Engine.Compare(one, other)));
    }

    private static void AssertNoConflict(SemanticModel left, SemanticModel right) => AssertNoConflict(Engine.Compare(left, right));

    private static void AssertNoConflict(StoryComparison comparison) => AssertHolds(Laws.Conflict(comparison));

    // ---- the articles ----

    private static SemanticModel Read(ImmutableArray<NewsSentence> article) => Engine.Read(News.Write(article).Text);

    private static List<SemanticModel> AllSamples() => [.. Samples.Names.SelectMany(pair => new[] { Samples.Model(pair, "left"), Samples.Model(pair, "right") })];

    /// <summary>Another report of the same: some numbers, polarities, days and speakers are others, some sentences are gone, the rest stands the other way round.</summary>
    private static ImmutableArray<NewsSentence> Changed(ImmutableArray<NewsSentence> article) =>
    [
        .. article.Where((_, i) => i % 5 != 4).Select((sentence, i) => (i % 7) switch
        {
            0 when sentence.Number.Length > 0 => sentence with { Number = News.Other(sentence.Number) },
            1 => sentence with { Denied = true },
            2 => sentence with { Tail = " on Wednesday" },
            3 => sentence with { Speaker = "Irena Falkmar", Telling = Telling.Quoted },
            4 when sentence.Number.Length > 0 => sentence with { Number = "about " + sentence.Number },
            5 => sentence with { Subject = "The town" },
            _ => sentence,
        }).Reverse(),
    ];

    /// <summary>Up to three places of an article that fit.</summary>
    private static IEnumerable<int> Indices(ImmutableArray<NewsSentence> article, Func<NewsSentence, bool> fits) =>
        Enumerable.Range(0, article.Length).Where(i => fits(article[i])).Take(3);
}
