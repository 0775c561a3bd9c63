using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;
using Analysis.V1;
using Google.Protobuf.Collections;

namespace Analysis.Mapping;

/// <summary>An article as received, checked and decoded.</summary>
/// <param name="Id">The caller's name for it, or its position in the request.</param>
/// <param name="Text">The decoded text.</param>
/// <param name="Context">What the caller says about it.</param>
internal sealed record ReceivedArticle(string Id, SourceText Text, ArticleContext Context);

/// <summary>A request to analyse an article, checked and decoded.</summary>
/// <param name="Article">The article.</param>
/// <param name="Features">What to answer; never empty.</param>
/// <param name="Encoding">Unit of the offsets; never unspecified.</param>
internal sealed record AnalysisOrder(ReceivedArticle Article, ImmutableHashSet<Feature> Features, PositionEncoding Encoding);

/// <summary>A request to compare articles, checked and decoded.</summary>
/// <param name="Articles">The articles, two or more.</param>
/// <param name="Encoding">Unit of the offsets; never unspecified.</param>
internal sealed record ComparisonOrder(ImmutableArray<ReceivedArticle> Articles, PositionEncoding Encoding);

/// <summary>Reads requests: checks every field, decodes what they carry, and refuses what cannot be answered.</summary>
internal static class ArticleRequests
{
    /// <summary>What an empty list of features stands for, now and in every later version.</summary>
    internal static readonly ImmutableHashSet<Feature> FrozenFeatures =
    [
        Feature.Structure, Feature.Entities, Feature.Quantities, Feature.Dates, Feature.Quotes, Feature.Claims, Feature.Diagnostics,
    ];

    /// <summary>Reads a request to analyse an article.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public static AnalysisOrder Read(AnalyzeArticleRequest request, Limits limits)
    {
        CheckSize(request.CalculateSize(), limits);
        var encoding = ReadEncoding(request.PositionEncoding);
        var features = ReadFeatures(request.Features, limits);
        return new AnalysisOrder(ReadArticle(request.Article, "article", 0, limits), features, encoding);
    }

    /// <summary>Reads a request to compare articles.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public static ComparisonOrder Read(CompareArticlesRequest request, Limits limits, CancellationToken cancellation)
    {
        CheckSize(request.CalculateSize(), limits);
        var encoding = ReadEncoding(request.PositionEncoding);
        int count = request.Articles.Count;
        if (count < Limits.MinimumArticles)
        {
            throw new RequestException(
                ErrorReason.TooFewArticles,
                $"The request holds {Number(count)} of the {Number(Limits.MinimumArticles)} articles that a comparison needs. Send two or more.",
                ("field", "articles"), ("count", Number(count)), ("minimum", Number(Limits.MinimumArticles)));
        }
        if (count > limits.Articles)
        {
            throw new RequestException(
                ErrorReason.TooManyArticles,
                $"The request holds {Number(count)} articles; a comparison takes at most {Number(limits.Articles)}. Compare them in parts.",
                ("field", "articles"), ("count", Number(count)), ("limit", Number(limits.Articles)));
        }
        var articles = ImmutableArray.CreateBuilder<ReceivedArticle>(count);
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            articles.Add(ReadArticle(request.Articles[i], $"articles[{Number(i)}]", i, limits));
        }
        return new ComparisonOrder(articles.MoveToImmutable(), encoding);
    }

    private static void CheckSize(int bytes, Limits limits)
    {
        if (bytes > limits.RequestBytes) throw RequestRefusals.TooLarge(limits);
    }

    private static PositionEncoding ReadEncoding(PositionEncoding encoding) => encoding switch
    {
        PositionEncoding.Unspecified => PositionEncoding.Utf8,
        PositionEncoding.Utf8 or PositionEncoding.Utf16 or PositionEncoding.Utf32 => encoding,
        _ => throw UnknownEnum("position_encoding", (int)encoding, "Use UTF8, UTF16 or UTF32, or leave it out."),
    };

    private static ImmutableHashSet<Feature> ReadFeatures(RepeatedField<Feature> features, Limits limits)
    {
        if (features.Count == 0) return FrozenFeatures;
        if (features.Count > limits.Features) throw TooLong("features", features.Count, limits.Features, "entries");
        for (int i = 0; i < features.Count; i++)
        {
            if (features[i] is Feature.Unspecified || !Enum.IsDefined(features[i]))
                throw UnknownEnum($"features[{Number(i)}]", (int)features[i], "Name features that this version knows, or none for the usual ones.");
        }
        return [.. features];
    }

    private static ReceivedArticle ReadArticle(ArticleInput? input, string field, int position, Limits limits)
    {
        switch (input?.ArticleCase)
        {
            case ArticleInput.ArticleOneofCase.Inline:
                return ReadInline(input.Inline, field + ".inline", position, limits);

            case ArticleInput.ArticleOneofCase.Name when input.Name.Length > 0:
                CheckText(input.Name, field + ".name");
                string name = Excerpt(input.Name);
                throw new RequestException(
                    ErrorReason.ArticleNotFound,
                    $"No article of the name \"{name}\" is stored. Send the article inline.",
                    ("field", field + ".name"), ("name", name));

            default:
                throw new RequestException(
                    ErrorReason.ArticleMissing, $"The field {field} holds no article. Send it inline or by its name.", ("field", field));
        }
    }

    private static ReceivedArticle ReadInline(InlineArticle inline, string field, int position, Limits limits)
    {
        CheckField(inline.Id, field + ".id", limits.IdBytes);
        CheckMediaType(inline.MediaType, field + ".media_type");
        CheckField(inline.Uri, field + ".uri", limits.UriBytes);
        string published = ReadPublished(inline.Published, field + ".published");
        var text = ReadContent(inline, field, limits);
        string id = inline.Id.Length > 0 ? inline.Id : Number(position);
        return new ReceivedArticle(id, text, new ArticleContext(inline.Uri, published));
    }

    private static SourceText ReadContent(InlineArticle inline, string field, Limits limits)
    {
        switch (inline.ContentCase)
        {
            case InlineArticle.ContentOneofCase.Text:
                field += ".text";
                CheckArticleSize(Encoding.UTF8.GetByteCount(inline.Text), field, limits);
                CheckText(inline.Text, field);
                return CheckNotEmpty(SourceText.From(inline.Text), field);

            case InlineArticle.ContentOneofCase.Raw:
                field += ".raw";
                var text = SourceText.FromUtf8(inline.Raw.Span);
                CheckArticleSize(Encoding.UTF8.GetByteCount(text.Text), field, limits);
                return CheckNotEmpty(text, field);

            default:
                throw new RequestException(
                    ErrorReason.ArticleMissing, $"The field {field} holds neither text nor bytes. Set text or raw.", ("field", field));
        }
    }

    private static void CheckArticleSize(int bytes, string field, Limits limits)
    {
        if (bytes <= limits.ArticleBytes) return;
        throw new RequestException(
            ErrorReason.ArticleTooLarge,
            $"The field {field} has {Number(bytes)} bytes once decoded; an article may have {Number(limits.ArticleBytes)}. Send it in parts.",
            ("field", field), ("size_bytes", Number(bytes)), ("limit_bytes", Number(limits.ArticleBytes)));
    }

    private static SourceText CheckNotEmpty(SourceText text, string field) => !string.IsNullOrWhiteSpace(text.Text)
        ? text
        : throw new RequestException(
            ErrorReason.ArticleEmpty, $"The field {field} holds nothing but white space. Send the text of an article.", ("field", field));

    private static void CheckField(string value, string field, int limitBytes)
    {
        CheckText(value, field);
        int bytes = Encoding.UTF8.GetByteCount(value);
        if (bytes > limitBytes) throw TooLong(field, bytes, limitBytes, "bytes");
    }

    private static void CheckText(string value, string field)
    {
        for (var rest = value.AsSpan(); ;)
        {
            int next = rest.IndexOfAnyInRange('\ud800', '\udfff');
            if (next < 0) return;
            if (Rune.DecodeFromUtf16(rest[next..], out _, out int length) != System.Buffers.OperationStatus.Done)
            {
                throw new RequestException(
                    ErrorReason.InvalidText, $"The field {field} holds half of a surrogate pair, which is not text. Send whole characters.", ("field", field));
            }
            rest = rest[(next + length)..];
        }
    }

    private static string ReadPublished(string value, string field)
    {
        if (value.Length == 0) return "";
        CheckText(value, field);
        if (Rfc3339.TryRead(value, out string canonical)) return canonical;
        string excerpt = Excerpt(value);
        throw new RequestException(
            ErrorReason.InvalidDate,
            $"The field {field} holds \"{excerpt}\", which is no date. Write an existing day as 2016-11-07 or a time as 2016-11-07T08:15:00Z.",
            ("field", field), ("value", excerpt));
    }

    private static void CheckMediaType(string value, string field)
    {
        CheckText(value, field);
        if (value.Length == 0 || IsPlainText(value)) return;
        string excerpt = Excerpt(value);
        throw new RequestException(
            ErrorReason.UnsupportedMediaType,
            $"The field {field} holds \"{excerpt}\", which cannot be read. Send text/plain in UTF-8.",
            ("field", field), ("value", excerpt));
    }

    private static bool IsPlainText(string mediaType)
    {
        string[] parts = mediaType.Split(';', 2, StringSplitOptions.TrimEntries);
        return parts[0].Equals("text/plain", StringComparison.OrdinalIgnoreCase)
            && (parts.Length == 1 || parts[1].Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase)
                || parts[1].Equals("charset=\"utf-8\"", StringComparison.OrdinalIgnoreCase));
    }

    private static RequestException UnknownEnum(string field, int value, string remedy) => new(
        ErrorReason.UnknownEnumValue,
        $"The field {field} holds {Number(value)}, which this version does not know. {remedy}",
        ("field", field), ("value", Number(value)));

    private static RequestException TooLong(string field, int size, int limit, string unit) => new(
        ErrorReason.FieldTooLong,
        $"The field {field} has {Number(size)} {unit}; it may have {Number(limit)}. Shorten it.",
        ("field", field), ("size", Number(size)), ("limit", Number(limit)));

    /// <summary>The start of a text of the caller, short enough to be repeated.</summary>
    private static string Excerpt(string text)
    {
        if (text.Length <= Limits.ExcerptCharacters) return text;
        int end = Limits.ExcerptCharacters - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
