namespace Analysis.Cli.Batch;

/// <summary>Says fields of requests by the keys of records.</summary>
internal static class RecordPath
{
    /// <summary>Names the field of a message as the record does: <c>text</c> for <c>article.inline.text</c>.</summary>
    /// <param name="message">The message, which names the field.</param>
    /// <param name="field">Path of the field in the request; empty for none.</param>
    public static string Rewrite(string message, string field) => field.Length > 0 ? message.Replace(field, Of(field), StringComparison.Ordinal) : message;

    private static string Of(string field)
    {
        string path = field.StartsWith("article.", StringComparison.Ordinal) ? field["article.".Length..] : field;
        path = path.Replace("inline.", "", StringComparison.Ordinal).Replace(".forms[", "[", StringComparison.Ordinal).Replace(".sentences", "", StringComparison.Ordinal);
        return path.EndsWith("raw", StringComparison.Ordinal) ? path[..^"raw".Length] + "content_base64" : path;
    }
}
