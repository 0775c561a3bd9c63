using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Analysis.Syntax.Markdown;

/// <summary>Reads the lines between dashes in front of a text: <c>title: Ferry aground</c>. Of YAML no more than keys with a value on their line.</summary>
internal static class FrontMatter
{
    private static readonly FrozenDictionary<string, DocumentPropertyKind> Keys = new Dictionary<string, DocumentPropertyKind>
    {
        ["title"] = DocumentPropertyKind.Title,
        ["headline"] = DocumentPropertyKind.Title,
        ["author"] = DocumentPropertyKind.Author,
        ["authors"] = DocumentPropertyKind.Author,
        ["byline"] = DocumentPropertyKind.Author,
        ["publisher"] = DocumentPropertyKind.Publisher,
        ["source"] = DocumentPropertyKind.Publisher,
        ["sitename"] = DocumentPropertyKind.Publisher,
        ["date"] = DocumentPropertyKind.Published,
        ["published"] = DocumentPropertyKind.Published,
        ["modified"] = DocumentPropertyKind.Modified,
        ["updated"] = DocumentPropertyKind.Modified,
        ["lastmod"] = DocumentPropertyKind.Modified,
        ["section"] = DocumentPropertyKind.Section,
        ["category"] = DocumentPropertyKind.Section,
        ["language"] = DocumentPropertyKind.Language,
        ["lang"] = DocumentPropertyKind.Language,
        ["url"] = DocumentPropertyKind.Address,
        ["canonical"] = DocumentPropertyKind.Address,
        ["description"] = DocumentPropertyKind.Description,
        ["summary"] = DocumentPropertyKind.Description,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds what the lines say.</summary>
    /// <param name="page">The document.</param>
    /// <param name="within">The lines, dashes included.</param>
    /// <param name="properties">Where to.</param>
    public static void Read(string page, TextSpan within, ImmutableArray<DocumentProperty>.Builder properties)
    {
        for (int start = within.Start; start < within.End;)
        {
            int length = page.AsSpan(start, within.End - start).IndexOf('\n');
            int end = length < 0 ? within.End : start + length;
            int colon = page.AsSpan(start, end - start).IndexOf(':');
            if (colon > 0 && Keys.TryGetValue(page.AsSpan(start, colon).Trim().ToString(), out var kind)) Add(page, kind, start + colon + 1, end, properties);
            start = end + 1;
        }
    }

    private static void Add(string page, DocumentPropertyKind kind, int start, int end, ImmutableArray<DocumentProperty>.Builder properties)
    {
        var value = BlockReader.Trim(page, start, end);
        if (value.Length >= 2 && page[value.Start] is '[' && page[value.End - 1] is ']')
        {
            for (int at = value.Start + 1; at < value.End - 1;)
            {
                int comma = page.AsSpan(at, value.End - 1 - at).IndexOf(',');
                int stop = comma < 0 ? value.End - 1 : at + comma;
                AddOne(page, kind, BlockReader.Trim(page, at, stop), properties);
                at = stop + 1;
            }
            return;
        }
        AddOne(page, kind, value, properties);
    }

    private static void AddOne(string page, DocumentPropertyKind kind, TextSpan value, ImmutableArray<DocumentProperty>.Builder properties)
    {
        if (value.Length >= 2 && page[value.Start] is '"' or '\'' && page[value.End - 1] == page[value.Start]) value = new TextSpan(value.Start + 1, value.End - 1);
        if (!value.IsEmpty) properties.Add(new DocumentProperty(kind, page.Substring(value.Start, value.Length), DocumentPropertyOrigin.FrontMatter, value));
    }
}
