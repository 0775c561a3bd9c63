using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Analysis.Storage;
using Analysis.Syntax;
using Analysis.V1;
using Google.Protobuf;
using static Analysis.Mapping.FieldChecks;

namespace Analysis.Mapping;

/// <summary>The content of an article: decoded characters and how they are written, and the tokens where the caller has decided them.</summary>
/// <param name="Page">The decoded characters, markup included.</param>
/// <param name="Format">How they are written.</param>
/// <param name="Forms">The tokens by sentence; default when the text is to be read as usual.</param>
/// <remarks>
/// Content is stored as bytes and one word that says how it was handed in. For tokens, the bytes are those of their text: no token holds
/// white space, so that the tokens can be told from it.
/// </remarks>
public readonly record struct ArticleContent(
    SourceText Page, DocumentFormat Format = DocumentFormat.PlainText, ImmutableArray<ImmutableArray<string>> Forms = default)
{
    /// <summary>The language that is taken for granted; empty where the words tell it. Tokens are English by the contract.</summary>
    public string Language => Forms.IsDefault ? "" : English;

    /// <summary>BCP 47 tag of what passages and tokens are written in.</summary>
    public const string English = "en";

    /// <summary>Decodes an article as the engine does before it reads it: for who wants its characters, not an answer on them.</summary>
    /// <param name="inline">The article, as sent or as given out by the store.</param>
    /// <param name="limits">The limits.</param>
    /// <exception cref="RequestException">There is nothing, nothing but white space, too much, or what is no text.</exception>
    public static ArticleContent Read(InlineArticle inline, Limits limits)
    {
        ArgumentNullException.ThrowIfNull(inline);
        ArgumentNullException.ThrowIfNull(limits);
        return Read(inline, MediaType.Read(inline.MediaType, "media_type"), "content", limits);
    }

    /// <summary>Decodes what a request carries.</summary>
    /// <exception cref="RequestException">There is nothing, nothing but white space, too much, or what is no text.</exception>
    internal static ArticleContent Read(InlineArticle inline, MediaType mediaType, string field, Limits limits)
    {
        switch (inline.ContentCase)
        {
            case InlineArticle.ContentOneofCase.Text:
                field += ".text";
                CheckText(inline.Text, field);
                return CheckNotEmpty(CheckSize(Decode(inline.Text, mediaType), field, limits), field);

            case InlineArticle.ContentOneofCase.Raw:
                field += ".raw";
                MediaType.CheckReadable(inline.Raw.Span, mediaType.Charset, field);
                return CheckNotEmpty(CheckSize(Decode(inline.Raw.Memory, mediaType), field, limits), field);

            case InlineArticle.ContentOneofCase.Pretokenized:
                field += ".pretokenized";
                string joined = Join(inline.Pretokenized, field);
                return CheckSize(new ArticleContent(SourceText.From(joined), Forms: Split(joined)), field, limits);

            default:
                throw new RequestException(
                    ErrorReason.ArticleMissing, $"The field {field} holds no content. Set text, raw or pretokenized.", ("field", field));
        }
    }

    /// <summary>Decodes what was stored.</summary>
    /// <exception cref="RequestException">It is larger than the limits of this engine.</exception>
    internal static ArticleContent Read(StoredArticle stored, string field, Limits limits)
    {
        var revision = stored.Revision;
        var mediaType = MediaType.Read(revision.MediaType, field);
        string text = revision.Form is ContentForm.Raw ? "" : Encoding.UTF8.GetString(stored.Content.Span);
        var content = revision.Form switch
        {
            ContentForm.Raw => Decode(stored.Content, mediaType),
            ContentForm.Text => Decode(text, mediaType),
            _ => new ArticleContent(SourceText.From(text), Forms: Split(text)),
        };
        return CheckSize(content, field, limits);
    }

    /// <summary>What is to be stored of a request.</summary>
    internal static (ReadOnlyMemory<byte> Bytes, ContentForm Form) ToStore(InlineArticle inline, ArticleContent content) => inline.ContentCase switch
    {
        InlineArticle.ContentOneofCase.Raw => (inline.Raw.Memory, ContentForm.Raw),
        InlineArticle.ContentOneofCase.Text => (Encoding.UTF8.GetBytes(content.Page.Text), ContentForm.Text),
        InlineArticle.ContentOneofCase.Pretokenized => (Encoding.UTF8.GetBytes(content.Page.Text), ContentForm.Pretokenized),
        _ => throw new UnreachableException(),
    };

    /// <summary>What was stored, as it was handed in.</summary>
    internal static InlineArticle FromStored(StoredArticle stored)
    {
        var revision = stored.Revision;
        var inline = new InlineArticle { Id = revision.ArticleId, MediaType = revision.MediaType, Uri = revision.Uri, Published = revision.Published };
        if (revision.Form is ContentForm.Raw)
        {
            inline.Raw = ByteString.CopyFrom(stored.Content.Span);
            return inline;
        }
        string text = Encoding.UTF8.GetString(stored.Content.Span);
        if (revision.Form is ContentForm.Text) inline.Text = text;
        else inline.Pretokenized = new PretokenizedText { Sentences = { Split(text).Select(forms => new PretokenizedSentence { Forms = { forms } }) } };
        return inline;
    }

    private static ArticleContent Decode(ReadOnlyMemory<byte> bytes, MediaType mediaType)
    {
        var format = mediaType.Format ?? DocumentFormats.Detect(bytes.Span, mediaType.Charset);
        return new ArticleContent(SourceText.Decode(bytes, mediaType.Charset, isMarkup: format is DocumentFormat.Html or DocumentFormat.Feed), format);
    }

    // Characters are decoded already: a charset says nothing of them.
    private static ArticleContent Decode(string text, MediaType mediaType) => new(SourceText.From(text), mediaType.Format ?? DocumentFormats.Detect(text));

    private static string Join(PretokenizedText tokens, string field)
    {
        if (tokens.Sentences.Count == 0) throw NoTokens(field + ".sentences", "no sentence");
        var joined = new StringBuilder();
        for (int s = 0; s < tokens.Sentences.Count; s++)
        {
            string sentence = $"{field}.sentences[{Number(s)}]";
            var forms = tokens.Sentences[s].Forms;
            if (forms.Count == 0) throw NoTokens(sentence + ".forms", "no token");
            if (s > 0) joined.Append('\n');
            for (int f = 0; f < forms.Count; f++)
            {
                if (forms[f].Length == 0 || forms[f].Any(char.IsWhiteSpace)) throw NoTokens($"{sentence}.forms[{Number(f)}]", forms[f].Length == 0 ? "an empty token" : "white space");
                CheckText(forms[f], sentence);
                if (f > 0) joined.Append(' ');
                joined.Append(forms[f]);
            }
        }
        return joined.ToString();
    }

    private static ImmutableArray<ImmutableArray<string>> Split(string text) =>
        [.. text.Split('\n').Select(sentence => sentence.Split(' ').ToImmutableArray())];

    private static RequestException NoTokens(string field, string what) => new(
        ErrorReason.InvalidTokens, $"The field {field} holds {what}. Send sentences of one or more tokens without white space.", ("field", field));

    /// <summary>Refuses a text over the limit for articles, which of a page is known only when it has been read.</summary>
    /// <exception cref="RequestException">It is over the limit.</exception>
    private static void CheckTextSize(SourceText text, string field, Limits limits)
    {
        if (Encoding.UTF8.GetByteCount(text.Text) is var bytes && bytes > limits.ArticleBytes) throw TooLarge(field, bytes, limits.ArticleBytes);
    }

    private static ArticleContent CheckSize(ArticleContent content, string field, Limits limits)
    {
        if (content.Format is DocumentFormat.PlainText) CheckTextSize(content.Page, field, limits);
        else if (content.Page.Bytes.Length > limits.PageBytes) throw TooLarge(field, content.Page.Bytes.Length, limits.PageBytes);
        else if (CountTags(content.Page.Text) > limits.PageTags) throw TooManyTags(field, limits);
        return content;
    }

    /// <summary>Number of places where a tag may begin: in the markup, or in markup that is written in the strings of a feed or of JSON.</summary>
    private static int CountTags(ReadOnlySpan<char> page) => page.Count('<') + page.Count("&lt;") + page.Count("\\u003c") + page.Count("\\u003C");

    private static RequestException TooManyTags(string field, Limits limits) => new(
        ErrorReason.ArticleTooLarge,
        $"The field {field} has more tags than {Number(limits.PageTags)}, which a page may have. Send the text without its markup.",
        ("field", field), ("limit_tags", Number(limits.PageTags)));

    /// <summary>Reads the tree of the article.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="field">The field of the request to blame.</param>
    /// <param name="throughout">Whether a plain text is divided into sentences in blocks of every kind, bylines and furniture too.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="RequestException">It would be over the limit for trees, or its text is over the one for articles.</exception>
    public SyntaxTree ToTree(Limits limits, string field = "content", bool throughout = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (!Forms.IsDefault) return SyntaxTree.FromTokens(Forms, cancellation) is { } given && given.Rows.Length <= limits.ArticleNodes ? given : throw TooManyNodes(field, limits);
        var tree = SyntaxTree.ParseWithin(Page, Format, limits.ArticleNodes, throughout && Format is DocumentFormat.PlainText, cancellation) ?? throw TooManyNodes(field, limits);
        if (Format is not DocumentFormat.PlainText) CheckTextSize(tree.Text, field, limits);
        return tree;
    }

    /// <summary>Refuses an article in whose tree are more words, marks, sentences and blocks than the limit.</summary>
    private static RequestException TooManyNodes(string field, Limits limits) => new(
        ErrorReason.ArticleTooLarge,
        $"The field {field} has more words, marks, sentences and blocks than {Number(limits.ArticleNodes)}, which an article may have together. Send it in parts.",
        ("field", field), ("limit_nodes", Number(limits.ArticleNodes)));

    /// <summary>Refuses an article in which more was found than may be answered on one.</summary>
    /// <exception cref="RequestException">It is over the limit.</exception>
    internal static void CheckItems(Semantics.SemanticModel model, string field, Limits limits)
    {
        int items = model.Entities.Sum(entity => entity.Mentions.Length) + model.Quantities.Length + model.Dates.Length + model.Quotes.Length + model.Claims.Length;
        if (items <= limits.ArticleItems) return;
        throw new RequestException(
            ErrorReason.ArticleTooLarge,
            $"The field {field} holds {Number(items)} mentions, figures, dates, quotations and claims; an article may have {Number(limits.ArticleItems)} together. Send it in parts.",
            ("field", field), ("items", Number(items)), ("limit_items", Number(limits.ArticleItems)));
    }

    private static RequestException TooLarge(string field, int bytes, int limit) => new(
        ErrorReason.ArticleTooLarge,
        $"The field {field} has {Number(bytes)} bytes once decoded; an article may have {Number(limit)}. Send it in parts.",
        ("field", field), ("size_bytes", Number(bytes)), ("limit_bytes", Number(limit)));

    private static ArticleContent CheckNotEmpty(ArticleContent content, string field) => !string.IsNullOrWhiteSpace(content.Page.Text)
        ? content
        : throw new RequestException(
            ErrorReason.ArticleEmpty, $"The field {field} holds nothing but white space. Send the text of an article.", ("field", field));
}
