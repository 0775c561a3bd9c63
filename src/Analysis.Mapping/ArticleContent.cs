using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Analysis.Storage;
using Analysis.Syntax;
using Analysis.V1;
using Google.Protobuf;
using static Analysis.Mapping.FieldChecks;

namespace Analysis.Mapping;

/// <summary>The content of an article: decoded characters, and the tokens where the caller has decided them.</summary>
/// <param name="Text">The decoded characters.</param>
/// <param name="Forms">The tokens by sentence; default when the text is to be read as usual.</param>
/// <remarks>
/// Content is stored as bytes and one word that says how it was handed in. For tokens, the bytes are those of their text: no token holds
/// white space, so that the tokens can be told from it.
/// </remarks>
internal readonly record struct ArticleContent(SourceText Text, ImmutableArray<ImmutableArray<string>> Forms)
{
    /// <summary>The language that is taken for granted; empty where the words tell it. Tokens are English by the contract.</summary>
    public string Language => Forms.IsDefault ? "" : English;

    /// <summary>BCP 47 tag of what passages and tokens are written in.</summary>
    public const string English = "en";

    /// <summary>Decodes what a request carries.</summary>
    /// <exception cref="RequestException">There is nothing, nothing but white space, too much, or what is no text.</exception>
    public static ArticleContent Read(InlineArticle inline, string field, Limits limits)
    {
        switch (inline.ContentCase)
        {
            case InlineArticle.ContentOneofCase.Text:
                field += ".text";
                CheckSize(Encoding.UTF8.GetByteCount(inline.Text), field, limits);
                CheckText(inline.Text, field);
                return CheckNotEmpty(new ArticleContent(SourceText.From(inline.Text), default), field);

            case InlineArticle.ContentOneofCase.Raw:
                field += ".raw";
                var text = SourceText.FromUtf8(inline.Raw.Span);
                CheckSize(Encoding.UTF8.GetByteCount(text.Text), field, limits);
                return CheckNotEmpty(new ArticleContent(text, default), field);

            case InlineArticle.ContentOneofCase.Pretokenized:
                field += ".pretokenized";
                string joined = Join(inline.Pretokenized, field);
                CheckSize(Encoding.UTF8.GetByteCount(joined), field, limits);
                return new ArticleContent(SourceText.From(joined), Split(joined));

            default:
                throw new RequestException(
                    ErrorReason.ArticleMissing, $"The field {field} holds no content. Set text, raw or pretokenized.", ("field", field));
        }
    }

    /// <summary>Decodes what was stored.</summary>
    /// <exception cref="RequestException">It is larger than the limits of this engine.</exception>
    public static ArticleContent Read(StoredArticle stored, string field, Limits limits)
    {
        var bytes = stored.Content.Span;
        var text = stored.Revision.Form is ContentForm.Raw ? SourceText.FromUtf8(bytes) : SourceText.From(Encoding.UTF8.GetString(bytes));
        CheckSize(Encoding.UTF8.GetByteCount(text.Text), field, limits);
        return new ArticleContent(text, stored.Revision.Form is ContentForm.Pretokenized ? Split(text.Text) : default);
    }

    /// <summary>What is to be stored of a request.</summary>
    public static (ReadOnlyMemory<byte> Bytes, ContentForm Form) ToStore(InlineArticle inline, ArticleContent content) => inline.ContentCase switch
    {
        InlineArticle.ContentOneofCase.Raw => (inline.Raw.Memory, ContentForm.Raw),
        InlineArticle.ContentOneofCase.Text => (Encoding.UTF8.GetBytes(content.Text.Text), ContentForm.Text),
        InlineArticle.ContentOneofCase.Pretokenized => (Encoding.UTF8.GetBytes(content.Text.Text), ContentForm.Pretokenized),
        _ => throw new UnreachableException(),
    };

    /// <summary>What was stored, as it was handed in.</summary>
    public static InlineArticle FromStored(StoredArticle stored)
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

    private static void CheckSize(int bytes, string field, Limits limits)
    {
        if (bytes <= limits.ArticleBytes) return;
        throw new RequestException(
            ErrorReason.ArticleTooLarge,
            $"The field {field} has {Number(bytes)} bytes once decoded; an article may have {Number(limits.ArticleBytes)}. Send it in parts.",
            ("field", field), ("size_bytes", Number(bytes)), ("limit_bytes", Number(limits.ArticleBytes)));
    }

    private static ArticleContent CheckNotEmpty(ArticleContent content, string field) => !string.IsNullOrWhiteSpace(content.Text.Text)
        ? content
        : throw new RequestException(
            ErrorReason.ArticleEmpty, $"The field {field} holds nothing but white space. Send the text of an article.", ("field", field));
}
