namespace Analysis.Cli.Commands;

/// <summary>Says fields of requests by the words of the command line.</summary>
internal static class FieldWords
{
    private const string FieldPrefix = "The field ";

    /// <summary>Names the field of a message as the command line does: <c>--published</c> for <c>article.inline.published</c>.</summary>
    /// <param name="message">The message, which names the field.</param>
    /// <param name="field">Path of the field in the request; empty for none.</param>
    public static string Rewrite(string message, string field)
    {
        string leaf = field[(field.LastIndexOf('.') + 1)..];
        string? word = leaf switch
        {
            "raw" or "inline" or "content" => "The content",
            "published" or "uri" or "etag" or "host" or "left_published" or "right_published" => "--" + leaf.Replace('_', '-'),
            "name" => "NAME",
            "left" or "right" => leaf.ToUpperInvariant(),
            _ => null,
        };
        return word is null ? message : message.Replace(FieldPrefix + field, word, StringComparison.Ordinal);
    }

    /// <summary>The index of the article that a field of a comparison is about; -1 for none.</summary>
    public static int ArticleOf(string field)
    {
        const string List = "articles[";
        int end = field.IndexOf(']', StringComparison.Ordinal);
        return field.StartsWith(List, StringComparison.Ordinal) && end > 0 && int.TryParse(field.AsSpan(List.Length..end), out int index) ? index : -1;
    }
}
