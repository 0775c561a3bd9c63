using System.Collections.Immutable;
using System.Globalization;
using Analysis.Analyzers;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Mapping;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Metadata;
using Analysis.Semantics.Quantities;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;
using NodaTime;

namespace Analysis.Tests.Mapping;

/// <summary>Models are made by hand, so that each case says what it maps.</summary>
public class MappingTests
{
    [Theory]
    [InlineData("75000000", "75000000")]
    [InlineData("1.500", "1.5")]
    [InlineData("-0.50", "-0.5")]
    [InlineData("0.00", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Decimals_ArePlain(string value, string expected) =>
        Assert.Equal(expected, SemanticsMapping.Plain(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(Granularity.Minute, "2016-11-07T08:05:00")]
    [InlineData(Granularity.Daypart, "2016-11-07T08:05:00")]
    [InlineData(Granularity.Day, "2016-11-07")]
    [InlineData(Granularity.Century, "2016-11-07")]
    public void Times_AreAsFineAsStated(Granularity granularity, string expected) =>
        Assert.Equal(expected, SemanticsMapping.Iso(new LocalDateTime(2016, 11, 7, 8, 5), granularity));

    [Fact]
    public void Times_OfEarlyYears_HaveFourDigits() =>
        Assert.Equal("0044-03-15", SemanticsMapping.Iso(new LocalDateTime(44, 3, 15, 0, 0), Granularity.Day));

    [Fact]
    public void MainText_IsTheBodyOfTheArticleItself() => CheckMainText(
        "Ferry runs aground\n\nBy Ann Lee\n\nThe ferry sank. Nobody was hurt.\n\nIt was foggy.\n\n1 hour ago\nMill burns\nA mill burned down on Tuesday, the fire service said.",
        "The ferry sank. Nobody was hurt.\nIt was foggy.");

    [Fact]
    public void MainText_OfAPageOfEntries_IsThatOfAllEntries() => CheckMainText(
        "Live news\n\n1 hour ago\nMill burns\nA mill burned down on Tuesday, the fire service said.\n\n2 hours ago\nBell returns\nA bell came back to the church on Monday.",
        "A mill burned down on Tuesday, the fire service said.\nA bell came back to the church on Monday.");

    [Fact]
    public void Disjoint_MergesWhatOverlaps()
    {
        TextSpan[] spans = [new(10, 12), new(0, 5), new(3, 7), new(4, 5), new(12, 14)];
        Assert.Equal([new TextSpan(0, 7), new TextSpan(10, 12), new TextSpan(12, 14)], ComparisonMapping.Disjoint(spans));
    }

    [Fact]
    public Task Comparison_OfHandMadeModels()
    {
        var (left, right) = (Left(), Right());
        var story = new StoryComparison(
            [left, right],
            [
                new Relatedness(0, 1, Verdict.SameStory, new Confidence(970),
                    [new Evidence(EvidenceKind.SharedEntity, "Port Hallen", [new ArticleSpans(0, [Span(left, "Port Hallen")])])]),
            ],
            [
                new Alignment(
                    new AlignmentSide(0, [0, 1]), new AlignmentSide(1, [0]), Relation.Conflicts, RelationReason.OrderUnknown, new Confidence(905),
                    [
                        new Difference(DifferenceKind.Quantity, true, [Span(left, "about 30")], [Span(right, "32")], "30", "32", new Confidence(900), "30, not 32"),
                        new Difference(DifferenceKind.Place, false, [Span(left, "Port Hallen")], [], "Port Hallen", "", Confidence.Full, "left says where"),
                    ],
                    "same words, other number"),
            ],
            [[2], []],
            [
                new QuoteAlignment(
                    0, [Span(left, "We saw 12.5 ships")], 1, [Span(right, "32 people")], Alteration.Paraphrase, new Confidence(1),
                    [new WordChange([Span(left, "We")], [])]),
            ],
            [new Origin([0, 1], OriginKind.WireCopy, "AP", new Confidence(500))],
            [new Cluster([(0, 0), (1, 0)], [Stance.Says, Stance.SaysOtherwise], Reports: 1)], [new Omission(1, [0])]);

        var finding = new Diagnostic(
            RuleCatalog.Find("CMP3001")!, DiagnosticSeverity.Warning, new ArticleSpans(0, [Span(left, "about 30")]), "30 here, 32 in the other article",
            [new RelatedLocation(new ArticleSpans(1, [Span(right, "32")]), "The figure of the other article")]);
        ArticleScope[] articles = [Scope(left, 0, V1.PositionEncoding.Utf8), Scope(right, 1, V1.PositionEncoding.Utf8)];
        return Verifier.Verify(CanonicalJson.ToIndented(
            ComparisonMapping.Map(story, "c1", [finding], [.. articles], V1.PositionEncoding.Utf8, Engine, CancellationToken.None)));
    }

    [Fact]
    public Task Analysis_OfAHandMadeModel()
    {
        var features = Enum.GetValues<V1.Feature>().Where(feature => feature is not V1.Feature.Tokens).ToImmutableHashSet();
        // The article as a whole has no words: an empty span at its start.
        var finding = new Diagnostic(RuleCatalog.Find("ART6001")!, DiagnosticSeverity.Info, new ArticleSpans(0, [new TextSpan(0, 0)]), "No title", []);
        return Verifier.Verify(CanonicalJson.ToIndented(
            ArticleMapping.Map(Scope(Left(), 0, V1.PositionEncoding.Utf32), [finding], features, V1.PositionEncoding.Utf32, Engine, CancellationToken.None)));
    }

    private static EngineIdentity Engine { get; } = new("version", "ruleset", "model", "configuration");

    private static void CheckMainText(string text, string expected) =>
        Assert.Equal(expected, ArticleMapping.MainText(SyntaxTree.Parse(SourceText.From(text))));

    private static ArticleScope Scope(SemanticModel model, int index, V1.PositionEncoding encoding) =>
        new(new ReceivedArticle($"a{index}", "", "article", new ArticleContent(model.Tree.Text), new ArticleContext()), model, index, new OffsetForm(encoding, ByteSpans: false));

    // An entry in every list, behind characters of two and four bytes.
    private static SemanticModel Left()
    {
        const string Text = "Über 👩: about 30 people left Port Hallen on 7 May. “We saw 12.5 ships,” Ann Lee said.";
        var metadata = new ArticleMetadata
        {
            Title = new MetadataValue("People leave", null, FoundIn.Headline, new Confidence(950)),
            Published = new MetadataValue("2024-05-08", Span(Text, "7 May"), FoundIn.Caption, new Confidence(700))
            {
                Alternatives = [new MetadataValue("2024-05-07", null, FoundIn.Text, new Confidence(100))],
            },
            Modified = new MetadataValue("2024-05-09T10:15:00Z", null, FoundIn.OpenGraph, new Confidence(950)),
            Section = new MetadataValue("Harbour", null, FoundIn.JsonLd, new Confidence(920)),
            Authors = [new MetadataValue("Ann Lee", null, FoundIn.Byline, Confidence.Full)],
            Language = new MetadataValue("en", null, FoundIn.Text, Confidence.Full),
        };
        var people = new Counted(5, 5, 6, "people", Elided: false);
        var ships = people with { Lemma = "ship", Elided = true };
        return new SemanticModel(Annotate(Text), metadata, new ArticleDate(new LocalDate(2024, 5, 8), Stated: false))
        {
            Entities =
            [
                new Entity(0, EntityType.Location, "Port Hallen", [new Mention(Span(Text, "Port Hallen"), 0, 1, MentionKind.Name)], ["port hallen"]),
                new Entity(1, EntityType.Person, "Ann Lee", [new Mention(Span(Text, "Ann Lee"), 0, 1, MentionKind.Name)], ["ann lee", "lee"]),
            ],
            Unnamed =
            [
                new Entity(2, EntityType.Person, "people", [new Mention(Span(Text, "people"), 0, 1, MentionKind.Nominal, new Confidence(850))], []) { IsGroup = true },
            ],
            Quantities =
            [
                new Quantity(
                    Span(Text, "about 30"), 0, 1, Span(Text, "30"), QuantityKind.Cardinal, 30.0m, null, null, "", Precision.About, people, AsOf: 0) { Confidence = new Confidence(870) },
                new Quantity(
                    Span(Text, "12.5"), 0, 1, Span(Text, "12.5"), QuantityKind.Dimension, null, 1.50m, 12.5m, "Kilometer", Precision.Exact, ships, AsOf: -1),
            ],
            Dates =
            [
                new DateMention(
                    Span(Text, "7 May"), 0, 1, DateKind.Date, "2024-05-07", new LocalDateTime(2024, 5, 7, 0, 0), new LocalDateTime(2024, 5, 8, 0, 0),
                    Granularity.Day, Anchor.Inferred) { Confidence = new Confidence(910) },
            ],
            Quotes =
            [
                new Quote(QuoteKind.Direct, [Span(Text, "We saw 12.5 ships")], Span(Text, "said"), Span(Text, "Ann Lee"), 1, new Confidence(900))
                {
                    Verbatim = [Span(Text, "We saw 12.5 ships")], Addressee = Span(Text, "people"), SourceKind = SourceKind.Named, Act = QuoteAct.Statement, IsContinuation = true,
                },
            ],
            Claims =
            [
                Claim("c1", Text, "about 30 people left Port Hallen on 7 May", "left") with { Quantities = [0], Dates = [0] },
                Claim("c2", Text, "people left", "left") with
                {
                    Arguments = [new Argument(Role.Place, "in", Span(Text, "Port Hallen"), 0, 1, 0, 0)],
                },
                Claim("c3", Text, "We saw 12.5 ships", "saw") with
                {
                    Attribution = [new Attribution(AttributionKind.Named, 1, Span(Text, "Ann Lee"), Span(Text, "said"))],
                },
            ],
        };
    }

    private static SemanticModel Right()
    {
        const string Text = "32 people left.";
        var metadata = new ArticleMetadata { Language = new MetadataValue("und", null, FoundIn.Text, new Confidence(10)) };
        return new SemanticModel(Annotate(Text), metadata, null) { Claims = [Claim("d1", Text, "32 people left", "left")] };
    }

    private static Claim Claim(string id, string text, string words, string verb) => new(
        id, Span(text, words), 0, new Confidence(900),
        new Predicate(Span(text, verb), 0, verb, Polarity.Positive, Modality.Asserted, Tense.Past, null), [], [], [], [])
    {
        Tokens = [0],
    };

    private static AnnotatedText Annotate(string text) => AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default);

    private static TextSpan Span(SemanticModel model, string words) => Span(model.Tree.Text.Text, words);

    private static TextSpan Span(string text, string words)
    {
        int start = text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
