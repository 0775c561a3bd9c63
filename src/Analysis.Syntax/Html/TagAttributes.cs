namespace Analysis.Syntax.Html;

/// <summary>An attribute as it is written in a tag.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Value">References resolved.</param>
/// <param name="Span">The characters of the value in the page, without quotation marks.</param>
internal readonly record struct TagAttribute(string Name, string Value, TextSpan Span);

/// <summary>Reads the attributes of a tag with their places, which the parser does not keep.</summary>
internal static class TagAttributes
{
    /// <summary>Most attributes that are read of one tag.</summary>
    private const int Most = 100;

    /// <summary>Reads a start tag.</summary>
    /// <param name="page">The page.</param>
    /// <param name="tag">The tag, from <c>&lt;</c> to <c>&gt;</c>.</param>
    public static List<TagAttribute> Read(string page, TextSpan tag)
    {
        var attributes = new List<TagAttribute>();
        int at = tag.Start + 1, end = tag.End;
        while (at < end && !IsEnd(page[at])) at++;
        while (at < end && attributes.Count < Most)
        {
            while (at < end && (char.IsWhiteSpace(page[at]) || page[at] is '/' or '>' or '\0')) at++;
            int start = at;
            // A name may begin with an equals sign, by the standard.
            if (at < end) at++;
            while (at < end && !IsEnd(page[at]) && page[at] != '=') at++;
            if (at == start) break;
            string name = page[start..at].ToLowerInvariant();
            int next = at;
            while (next < end && char.IsWhiteSpace(page[next])) next++;
            var value = new TextSpan(at, at);
            if (next < end && page[next] == '=')
            {
                at = next + 1;
                while (at < end && char.IsWhiteSpace(page[at])) at++;
                if (at < end && page[at] is '"' or '\'')
                {
                    int close = page.IndexOf(page[at], at + 1, end - at - 1);
                    value = new TextSpan(at + 1, close < 0 ? end : close);
                    at = close < 0 ? end : close + 1;
                }
                else
                {
                    start = at;
                    while (at < end && !char.IsWhiteSpace(page[at]) && page[at] != '>') at++;
                    value = new TextSpan(start, at);
                }
            }
            attributes.Add(new TagAttribute(name, CharacterReferences.Resolve(page[value.Start..value.End]), value));
        }
        return attributes;
    }

    private static bool IsEnd(char c) => char.IsWhiteSpace(c) || c is '/' or '>';
}
