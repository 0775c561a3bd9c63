using Analysis.Semantics;
using Analysis.Syntax;
using Analysis.V1;

namespace Analysis.Mapping;

/// <summary>Says in what respects the answer on an article is less than complete.</summary>
internal static class NoticeMapping
{
    /// <summary>The notices of one article, in order of their kinds.</summary>
    public static IEnumerable<Notice> Of(ArticleScope article)
    {
        var model = article.Model;
        // Of no words no language can be told.
        bool hasWords = HasWords(model.Tree);
        if (!model.LanguageSupported && hasWords)
        {
            yield return Make(
                NoticeKind.LanguageNotSupported, $"The text is not taken for English (language: {model.Metadata.Language.Value}); only structure and metadata are given.");
        }
        var charset = model.Tree.Text.Charset;
        if (model.Tree.Text.Repairs is var repairs and > 0)
        {
            yield return Make(
                NoticeKind.BytesRepaired,
                repairs == 1
                    ? $"1 byte sequence is not {charset.Name} and stands as U+FFFD."
                    : FormattableString.Invariant($"{repairs} byte sequences are not {charset.Name} and stand as U+FFFD."));
        }
        if (Inferred(charset) is { } guess) yield return Make(NoticeKind.CharsetInferred, guess);
        if (model.Date is null)
            yield return Make(NoticeKind.PublicationDateMissing, "The article has no publication date; relative dates stay unresolved.");
        else if (!model.Date.Value.Stated)
            yield return Make(NoticeKind.PublicationDateInferred, Inferred(model));
        if (!hasWords)
            yield return Make(NoticeKind.NoContent, "The text holds no words that could be analysed.");

        Notice Make(NoticeKind kind, string message) => new() { Article = (uint)article.Index, Kind = kind, Message = message };
    }

    /// <summary>What to know of a charset that was not simply taken at its word; null for nothing. UTF-8 that nothing states is the rule.</summary>
    private static string? Inferred(Charset charset) => charset switch
    {
        { FoundIn: CharsetFoundIn.Default, Declared: "" } => $"The bytes are not UTF-8 and state no charset; they are read as {charset.Name}.",
        { FoundIn: CharsetFoundIn.Default } => $"The bytes are said to be {charset.Declared}, which they are not or which is not known; they are read as {charset.Name}.",
        { FoundIn: CharsetFoundIn.Validity, Declared.Length: > 0 } => $"The bytes are said to be {charset.Declared}; they are valid {charset.Name} and read as such.",
        _ => null,
    };

    private static string Inferred(SemanticModel model) => model.Metadata.Published is { } published
        ? $"The publication date {published.Value} is inferred, not stated; relative dates rest on it."
        : "The publication date is inferred, not stated; relative dates rest on it.";

    private static bool HasWords(SyntaxTree tree) => tree.Tokens.Any(token => token.Kind is SyntaxKind.Word or SyntaxKind.Number);
}
