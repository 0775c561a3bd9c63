using Analysis.Syntax.Json;

namespace Analysis.Syntax.Html;

/// <summary>Reads the scripts of JSON-LD of a page.</summary>
internal static class PageJsonLd
{
    /// <summary>The objects of all scripts together, which may point at each other.</summary>
    public static JsonLdObjects Read(string page, ParsedPage parsed, CancellationToken cancellation)
    {
        var values = new List<JsonValue>();
        foreach (var span in Scripts(page, parsed)) values.AddRange(JsonReader.Read(page, span, cancellation));
        return JsonLdObjects.Of(values);
    }

    /// <summary>The insides of the scripts.</summary>
    private static IEnumerable<TextSpan> Scripts(string page, ParsedPage parsed)
    {
        var tokens = parsed.Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i] is not { Kind: PageTokenKind.StartTag, Name: "script" }) continue;
            if (!TagAttributes.Read(page, tokens[i].Span).Any(attribute => attribute.Name == "type" && attribute.Value.Contains("ld+json", StringComparison.OrdinalIgnoreCase))) continue;
            int start = tokens[i].Span.End, end = start;
            while (i + 1 < tokens.Count && tokens[i + 1] is { Kind: PageTokenKind.Characters } inside)
            {
                end = inside.Span.End;
                i++;
            }
            if (end > start) yield return new TextSpan(start, end);
        }
    }
}
