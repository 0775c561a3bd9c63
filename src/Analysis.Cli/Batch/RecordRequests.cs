using Analysis.V1;
using Google.Protobuf;

namespace Analysis.Cli.Batch;

/// <summary>Turns records into requests.</summary>
internal static class RecordRequests
{
    private static readonly string[] Contents = ["text", "content_base64", "pretokenized", "name"], SaidOfContent = ["media_type", "uri", "published"];

    /// <summary>The record's own name; empty when it has none.</summary>
    /// <exception cref="CallException">It is not a string, or no text.</exception>
    public static string Id(JsonFields record) => record.Text("id");

    /// <summary>A record of analyze.</summary>
    /// <exception cref="CallException">The record is not of the documented form.</exception>
    public static AnalyzeArticleRequest Analyze(JsonFields record, IEnumerable<Feature> features, PositionEncoding offsets, bool byteSpans = false) =>
        new() { Article = Article(record), Features = { features }, PositionEncoding = offsets, ByteSpans = byteSpans };

    /// <summary>A record of compare.</summary>
    /// <exception cref="CallException">The record is not of the documented form.</exception>
    public static CompareArticlesRequest Compare(JsonFields record, PositionEncoding offsets, bool byteSpans = false) => new()
    {
        Id = Id(record),
        Articles = { record.List("articles")?.Select(item => Article(JsonFields.Object(item.Value, item.Path))) ?? [] },
        PositionEncoding = offsets,
        ByteSpans = byteSpans,
    };

    /// <summary>A record of passages.</summary>
    /// <exception cref="CallException">The record is not of the documented form.</exception>
    public static ComparePassagesRequest Passages(JsonFields record, PositionEncoding offsets) => new()
    {
        Id = Id(record),
        Left = Passage(record, "left"),
        Right = Passage(record, "right"),
        LeftPublished = record.Text("left_published"),
        RightPublished = record.Text("right_published"),
        Situation = record.Word("situation", Situation.Same, ("SAME", Situation.Same), ("UNKNOWN", Situation.Unknown)),
        PositionEncoding = offsets,
    };

    /// <summary>An article as every record holds it.</summary>
    /// <exception cref="CallException">It is not of the documented form.</exception>
    public static ArticleInput Article(JsonFields fields)
    {
        string[] given = [.. Contents.Where(fields.Has)];
        if (given.Length > 1) throw fields.TooMuch(given[0], given[1]);
        if (given is ["name"])
        {
            string[] besides = [.. SaidOfContent.Where(fields.Has)];
            if (besides.Length > 0) throw fields.TooMuch("name", besides[0]);
            _ = Id(fields);
            return new ArticleInput { Name = fields.Text("name"), Section = fields.Count("section") };
        }
        var inline = new InlineArticle { Id = Id(fields), MediaType = fields.Text("media_type"), Uri = fields.Text("uri"), Published = fields.Text("published") };
        switch (given)
        {
            case ["text"]: inline.Text = fields.Text("text"); break;
            case ["content_base64"]: inline.Raw = UnsafeByteOperations.UnsafeWrap(fields.Bytes("content_base64")); break;
            case ["pretokenized"]: inline.Pretokenized = Tokens(fields); break;
            default: throw fields.Missing(Contents);
        }
        return new ArticleInput { Inline = inline, Section = fields.Count("section") };
    }

    private static PretokenizedText Tokens(JsonFields fields) => new()
    {
        Sentences =
        {
            fields.List("pretokenized")!.Select(sentence => new PretokenizedSentence
            {
                Forms = { JsonFields.List(sentence.Value, sentence.Path).Select(form => JsonFields.Text(form.Value, form.Path)) },
            }),
        },
    };

    private static string Passage(JsonFields record, string key) => record.Has(key) ? record.Text(key) : throw record.Missing(key);
}
