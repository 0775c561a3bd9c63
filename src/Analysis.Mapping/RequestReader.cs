using System.Collections.Immutable;
using System.Text;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;
using Analysis.V1;
using Google.Protobuf;
using Google.Protobuf.Collections;
using static Analysis.Mapping.FieldChecks;

namespace Analysis.Mapping;

/// <summary>An article as received or as stored, checked and decoded.</summary>
/// <param name="Id">The caller's name for it, else its position in the request; of a stored article the last part of its name.</param>
/// <param name="Name">Resource name of the stored revision; empty for an inline article.</param>
/// <param name="Field">The field of the request that it stands in.</param>
/// <param name="Content">The decoded content.</param>
/// <param name="Context">What the sender says about it.</param>
internal sealed record ReceivedArticle(string Id, string Name, string Field, ArticleContent Content, ArticleContext Context)
{
    /// <summary>The section that is meant; 0 for the whole document. Whether there is one shows when it is read.</summary>
    public uint Section { get; init; }
}

/// <summary>How an answer says where something is.</summary>
/// <param name="Encoding">Unit of the offsets into the text; never unspecified.</param>
/// <param name="ByteSpans">Whether it says besides where in the received bytes.</param>
internal readonly record struct OffsetForm(PositionEncoding Encoding, bool ByteSpans);

/// <summary>A request to analyse an article, checked and decoded.</summary>
/// <param name="Article">The article.</param>
/// <param name="Features">What to answer; never empty.</param>
/// <param name="Offsets">How to say where something is.</param>
internal sealed record AnalysisOrder(ReceivedArticle Article, ImmutableHashSet<Feature> Features, OffsetForm Offsets);

/// <summary>A request to compare articles, checked and decoded.</summary>
/// <param name="Id">The caller's name for it.</param>
/// <param name="Articles">The articles, two or more.</param>
/// <param name="Offsets">How to say where something is.</param>
internal sealed record ComparisonOrder(string Id, ImmutableArray<ReceivedArticle> Articles, OffsetForm Offsets);

/// <summary>A request to compare passages, checked and decoded.</summary>
/// <param name="Left">The one passage.</param>
/// <param name="Right">The other.</param>
/// <param name="SameSituation">Whether both speak of one situation.</param>
/// <param name="Offsets">How to say where something is.</param>
internal sealed record PassageOrder(ReceivedArticle Left, ReceivedArticle Right, bool SameSituation, OffsetForm Offsets);

/// <summary>Reads requests: checks every field, decodes what they carry, fetches what they name, and refuses what cannot be answered.</summary>
internal sealed class RequestReader(Limits limits, StoredArticles stored)
{
    /// <summary>What an empty list of features stands for, now and in every later version.</summary>
    internal static readonly ImmutableHashSet<Feature> FrozenFeatures =
    [
        Feature.Structure, Feature.Entities, Feature.Quantities, Feature.Dates, Feature.Quotes, Feature.Claims, Feature.Diagnostics,
    ];

    /// <summary>Reads a request to analyse an article.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public async ValueTask<AnalysisOrder> ReadAsync(AnalyzeArticleRequest request, CancellationToken cancellation)
    {
        CheckSize(request, limits);
        var encoding = ReadEncoding(request.PositionEncoding);
        var features = ReadFeatures(request.Features);
        return new AnalysisOrder(await ReadArticleAsync(request.Article, "article", 0, cancellation), features, new OffsetForm(encoding, request.ByteSpans));
    }

    /// <summary>Reads a request to compare articles.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public async ValueTask<ComparisonOrder> ReadAsync(CompareArticlesRequest request, CancellationToken cancellation)
    {
        CheckSize(request, limits);
        var encoding = ReadEncoding(request.PositionEncoding);
        CheckField(request.Id, "id", limits.IdBytes);
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
        int bytes = 0;
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var article = await ReadArticleAsync(request.Articles[i], $"articles[{Number(i)}]", i, cancellation);
            articles.Add(article);
            // Names are short: without this bound a small request could ask for any amount of work.
            bytes += Encoding.UTF8.GetByteCount(article.Content.Page.Text);
            if (bytes > limits.StoryBytes) throw StoryTooLarge(bytes);
        }
        return new ComparisonOrder(request.Id, articles.MoveToImmutable(), new OffsetForm(encoding, request.ByteSpans));
    }

    /// <summary>Reads a request to compare passages.</summary>
    /// <exception cref="RequestException">The request cannot be answered.</exception>
    public PassageOrder Read(ComparePassagesRequest request)
    {
        CheckSize(request, limits);
        var encoding = ReadEncoding(request.PositionEncoding);
        CheckField(request.Id, "id", limits.IdBytes);
        bool same = request.Situation switch
        {
            V1.Situation.Unspecified or V1.Situation.Same => true,
            V1.Situation.Unknown => false,
            _ => throw UnknownEnum("situation", (int)request.Situation, "Use SAME or UNKNOWN, or leave it out."),
        };
        return new PassageOrder(
            ReadPassage(request.Left, request.LeftPublished, "left", 0), ReadPassage(request.Right, request.RightPublished, "right", 1), same, new OffsetForm(encoding, ByteSpans: false));
    }

    /// <summary>Reads an article that is sent along.</summary>
    /// <exception cref="RequestException">It cannot be read.</exception>
    public static (ArticleContent Content, ArticleContext Context) ReadInline(InlineArticle inline, string field, Limits limits)
    {
        CheckField(inline.Id, field + ".id", limits.IdBytes);
        var mediaType = MediaType.Read(inline.MediaType, field + ".media_type");
        CheckField(inline.Uri, field + ".uri", limits.UriBytes);
        string published = ReadPublished(inline.Published, field + ".published");
        var content = ArticleContent.Read(inline, mediaType, field, limits);
        return (content, new ArticleContext(inline.Uri, published, content.Language));
    }

    /// <summary>Checks a request against the limit for one message.</summary>
    /// <exception cref="RequestException">It is over the limit.</exception>
    public static void CheckSize(IMessage request, Limits limits)
    {
        if (request.CalculateSize() > limits.RequestBytes) throw RequestRefusals.TooLarge(limits);
    }

    private ImmutableHashSet<Feature> ReadFeatures(RepeatedField<Feature> features)
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

    private async ValueTask<ReceivedArticle> ReadArticleAsync(ArticleInput? input, string field, int position, CancellationToken cancellation)
    {
        switch (input?.ArticleCase)
        {
            case ArticleInput.ArticleOneofCase.Inline:
                var (content, context) = ReadInline(input.Inline, field + ".inline", limits);
                return new ReceivedArticle(input.Inline.Id.Length > 0 ? input.Inline.Id : Number(position), "", field + ".inline", content, context) { Section = input.Section };

            case ArticleInput.ArticleOneofCase.Name when input.Name.Length > 0:
                field += ".name";
                var found = await stored.FindAsync(input.Name, field, cancellation);
                var revision = found.Revision;
                var read = ArticleContent.Read(found, field, limits);
                return new ReceivedArticle(
                    revision.ArticleId, new ArticleName(revision.ArticleId, revision.Number).ToString(), field, read,
                    new ArticleContext(revision.Uri, revision.Published, read.Language))
                { Section = input.Section };

            default:
                throw new RequestException(
                    ErrorReason.ArticleMissing, $"The field {field} holds no article. Send it inline or by its name.", ("field", field));
        }
    }

    private RequestException StoryTooLarge(int bytes) => new(
        ErrorReason.ArticleTooLarge,
        $"The field articles has {Number(bytes)} bytes or more once decoded; the articles of a comparison may have {Number(limits.StoryBytes)} together. Compare fewer or shorter ones.",
        ("field", "articles"), ("size_bytes", Number(bytes)), ("limit_bytes", Number(limits.StoryBytes)));

    private ReceivedArticle ReadPassage(string text, string published, string field, int position)
    {
        CheckField(text, field, limits.PassageBytes);
        string date = ReadPublished(published, field + "_published");
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RequestException(
                ErrorReason.ArticleEmpty, $"The field {field} holds nothing but white space. Send the text of a passage.", ("field", field));
        }
        return new ReceivedArticle(Number(position), "", field, new ArticleContent(SourceText.From(text)), new ArticleContext("", date, ArticleContent.English));
    }
}
