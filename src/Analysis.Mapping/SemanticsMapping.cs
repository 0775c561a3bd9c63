using System.Globalization;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Quantities;
using Analysis.Semantics.Quotes;
using NodaTime;
using NodaTime.Text;

namespace Analysis.Mapping;

/// <summary>What an article says as the contract says it.</summary>
internal static class SemanticsMapping
{
    private static readonly LocalDateTimePattern ToTheSecond = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public static V1.Entity Map(ArticleScope article, Entity entity) => new()
    {
        Id = entity.Id,
        Type = entity.Type.ToProto(),
        Name = entity.Name,
        Mentions =
        {
            entity.Mentions.Select(mention => new V1.Mention { Span = article.Span(mention.Span), Kind = mention.Kind.ToProto(), Confidence = mention.Confidence.Value }),
        },
        Keys = { entity.Keys },
        Group = entity.IsGroup,
    };

    public static V1.Quantity Map(ArticleScope article, Quantity quantity)
    {
        var mapped = new V1.Quantity
        {
            Span = article.Span(quantity.Span),
            Kind = quantity.Kind.ToProto(),
            Value = Plain(quantity.Value),
            Low = Plain(quantity.Low),
            High = Plain(quantity.High),
            Unit = quantity.Unit,
            Precision = quantity.Precision.ToProto(),
            Confidence = quantity.Confidence.Value,
        };
        if (quantity.Counted is { } counted)
        {
            mapped.Counted = new V1.Counted
            {
                Span = counted.Elided ? null : article.Span(article.Model.Text.SpanOf(counted.FirstToken, counted.EndToken)),
                Lemma = counted.Lemma,
            };
        }
        if (quantity.AsOf >= 0) mapped.AsOf = (uint)quantity.AsOf;
        return mapped;
    }

    /// <summary>A plain decimal without trailing zeros: <c>75000000</c>, <c>-0.5</c>; empty for null.</summary>
    internal static string Plain(decimal? value) => value switch
    {
        null => "",
        0 => "0", // Zero has a sign, too.
        _ => value.Value.ToString("0.############################", CultureInfo.InvariantCulture),
    };

    public static V1.DateMention Map(ArticleScope article, DateMention date) => new()
    {
        Span = article.Span(date.Span),
        Kind = date.Kind.ToProto(),
        Timex = date.Timex,
        StartDate = Iso(date.Start, date.Granularity),
        EndDate = Iso(date.End, date.Granularity),
        Granularity = date.Granularity.ToProto(),
        Anchor = date.Anchor.ToProto(),
        Confidence = date.Confidence.Value,
    };

    /// <summary>ISO 8601: a date where nothing finer is stated, else to the second; empty for null.</summary>
    internal static string Iso(LocalDateTime? time, Granularity granularity) => time switch
    {
        null => "",
        { } day when granularity >= Granularity.Day => LocalDatePattern.Iso.Format(day.Date),
        { } second => ToTheSecond.Format(second),
    };

    public static V1.Quote Map(ArticleScope article, Quote quote) => new()
    {
        Kind = quote.Kind.ToProto(),
        Content = { article.Spans(quote.Content) },
        Cue = article.Span(quote.Cue),
        Source = article.Span(quote.Source),
        Speaker = article.EntityId(quote.Speaker),
        Confidence = quote.Confidence.Value,
        Verbatim = { article.Spans(quote.Verbatim) },
        Addressee = article.Span(quote.Addressee),
        SourceKind = quote.SourceKind.ToProto(),
        Act = quote.Act.ToProto(),
        Continuation = quote.IsContinuation,
        Reported = quote.IsReport,
    };

    public static V1.Claim Map(ArticleScope article, Claim claim) => new()
    {
        Article = (uint)article.Index,
        Id = claim.Id,
        Span = article.Span(claim.Span),
        Sentence = (uint)claim.Sentence,
        Confidence = claim.Confidence.Value,
        Predicate = new V1.Predicate
        {
            Span = article.Span(claim.Predicate.Span),
            Lemma = claim.Predicate.Lemma,
            Polarity = claim.Predicate.Polarity.ToProto(),
            Modality = claim.Predicate.Modality.ToProto(),
            Tense = claim.Predicate.Tense.ToProto(),
        },
        Arguments = { claim.Arguments.Select(argument => Map(article, argument)) },
        Quantities = { claim.Quantities.Select(index => (uint)index) },
        Dates = { claim.Dates.Select(index => (uint)index) },
        Attribution = { claim.Attribution.Select(link => Map(article, link)) },
    };

    private static V1.Argument Map(ArticleScope article, Argument argument) => new()
    {
        Role = argument.Role.ToProto(),
        Marker = argument.Marker,
        Spans = { article.Span(argument.Span) },
        Entity = article.EntityId(argument.Entity),
    };

    private static V1.Attribution Map(ArticleScope article, Attribution link) => new()
    {
        Kind = link.Kind.ToProto(),
        Entity = article.EntityId(link.Entity),
        Source = article.Span(link.Source),
        Cue = article.Span(link.Cue),
    };
}
