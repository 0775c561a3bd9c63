using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>Chooses the language: that of the words, made more exact by what the page states where both agree.</summary>
internal static class LanguageReader
{
    /// <summary>From this confidence on the words are believed against the page.</summary>
    private const int SureOfWords = 600;

    public static MetadataValue Read(SyntaxTree tree, ImmutableArray<DocumentProperty> properties)
    {
        var words = LanguageIdentifier.Identify(tree);
        var stated = new List<StatedValue>();
        foreach (var property in properties)
            if (property.Kind is DocumentPropertyKind.Language && Tag(property.Value) is { } tag)
                stated.Add(new StatedValue(tag, Primary(tag), property.Text, property.Origin.ToFoundIn(), 700));
        if (stated.Count == 0) return words;
        bool told = words.Value != "und";
        int agreeing = stated.FindIndex(value => value.Key == words.Value);
        if (told && agreeing >= 0)
        {
            // "en-GB" says more than "en".
            var exact = stated.Where(value => value.Key == words.Value).MaxBy(value => value.Value.Length);
            return exact.ToValue() with
            {
                Confidence = new Confidence(Math.Max(950, words.Confidence.Thousandths)),
                Alternatives = [.. stated.Where(value => value.Key != words.Value).DistinctBy(value => value.Key).Select(value => value.ToValue())],
            };
        }
        if (told && words.Confidence.Thousandths >= SureOfWords)
            return words with { Alternatives = [.. stated.DistinctBy(value => value.Key).Select(value => value.ToValue())] };
        var page = StatedValue.Choose(stated)!;
        return told ? page with { Alternatives = [.. page.Alternatives, words] } : page;
    }

    /// <summary>A language tag as BCP 47 writes it, language and region alone; null for what is none.</summary>
    private static string? Tag(string value)
    {
        string[] parts = value.Trim().Split(['-', '_', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return null;
        string language = parts[0].ToLowerInvariant();
        language = language switch
        {
            "english" => "en",
            "eng" => "en",
            "german" or "deutsch" => "de",
            "french" => "fr",
            "spanish" => "es",
            _ => language,
        };
        if (language.Length is not (2 or 3) || language.AsSpan().ContainsAnyExceptInRange('a', 'z') || language is "und" or "mul") return null;
        string region = parts.Length > 1 && parts[^1].Length == 2 && !parts[^1].AsSpan().ContainsAnyExceptInRange('A', 'z') ? "-" + parts[^1].ToUpperInvariant() : "";
        return language + region;
    }

    private static string Primary(string tag) => tag.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 ? tag[..dash] : tag;
}
