using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>Chooses the title: the headline that readers see, else what most places of the page have.</summary>
internal static class TitleReader
{
    /// <summary>What stands between a title and the name of the outlet or a section behind or before it.</summary>
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " « ", " » ", " · ", " • ", " :: ", ": "];

    /// <summary>Most titles that are compared with each other.</summary>
    private const int MostTitles = 24;

    /// <summary>From this length on a title may be the beginning of a longer one: JSON-LD and cards of networks cut titles.</summary>
    private const int ShortestCut = 40;

    public static MetadataValue? Read(SyntaxTree tree, ImmutableArray<DocumentProperty> properties, ImmutableArray<string> outlets)
    {
        var stated = new List<StatedValue>();
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0))
        {
            if (block.Kind is not SyntaxKind.Headline) continue;
            string headline = tree.Text.ToString(block.Span);
            stated.Add(Value(headline, block.Span, FoundIn.Headline, tree.Format is DocumentFormat.PlainText ? 950 : Heading(headline, outlets)));
            break;
        }
        foreach (var property in properties)
            if (property.Kind is DocumentPropertyKind.Title && stated.Count < MostTitles) stated.Add(Value(property.Value, property.Text, property.Origin.ToFoundIn(), property.Origin is DocumentPropertyOrigin.HeadingElement ? Heading(property.Value, outlets) : Thousandths(property.Origin)));
        Strip(stated, outlets);
        JoinCut(stated);
        var title = StatedValue.Choose(stated);
        return title is { Span: null } ? title with { Span = Find(tree, title.Value) } : title;
    }

    private static StatedValue Value(string value, TextSpan? span, FoundIn foundIn, int thousandths) => new(value, KeyOf(value), span, foundIn, thousandths);

    // A title of signs alone is compared as it is.
    private static string KeyOf(string value) => StatedValue.KeyOf(value) is { Length: > 0 } key ? key : value;

    private static int Thousandths(DocumentPropertyOrigin origin) => origin switch
    {
        DocumentPropertyOrigin.JsonLd or DocumentPropertyOrigin.Feed or DocumentPropertyOrigin.FrontMatter => 940,
        DocumentPropertyOrigin.OpenGraph => 930,
        DocumentPropertyOrigin.Microdata => 920,
        DocumentPropertyOrigin.Meta => 900,
        _ => 850,
    };

    /// <summary>
    /// What readers see above the article is its headline, even where search engines and networks are given other words; the name of the
    /// outlet or of a section is not.
    /// </summary>
    private static int Heading(string words, ImmutableArray<string> outlets)
    {
        const int FewWords = 3, FewCharacters = 12;
        string key = KeyOf(words);
        bool isName = outlets.Any(outlet => StatedValue.KeyOf(outlet) == key) || words.Split(' ').Length < FewWords && words.Length < FewCharacters;
        return isName ? 600 : 980;
    }

    /// <summary>Takes the name of the outlet off titles, where another place has the rest for a title or the outlet is known by that name.</summary>
    private static void Strip(List<StatedValue> stated, ImmutableArray<string> outlets)
    {
        const int MostNames = 3;
        var names = outlets.Select(outlet => StatedValue.KeyOf(outlet)).Where(key => key.Length > 1).ToHashSet(StringComparer.Ordinal);
        for (int i = 0; i < stated.Count; i++)
        {
            for (int round = 0; round < MostNames; round++)
            {
                if (Rest(stated, i, names) is not { } rest) break;
                // The words in the text are as they are; only their span shrinks with them.
                int at = stated[i].Value.IndexOf(rest, StringComparison.Ordinal);
                TextSpan? span = stated[i].Span is { } whole && whole.Length == stated[i].Value.Length ? new TextSpan(whole.Start + at, whole.Start + at + rest.Length) : null;
                stated[i] = stated[i] with { Value = rest, Key = KeyOf(rest), Span = span };
            }
        }
    }

    private static string? Rest(List<StatedValue> stated, int index, HashSet<string> outlets)
    {
        string title = stated[index].Value;
        string? known = null;
        foreach (string separator in Separators)
        {
            foreach (bool behind in (ReadOnlySpan<bool>)[true, false])
            {
                int at = behind ? title.LastIndexOf(separator, StringComparison.Ordinal) : title.IndexOf(separator, StringComparison.Ordinal);
                if (at <= 0) continue;
                string rest = (behind ? title[..at] : title[(at + separator.Length)..]).Trim();
                string name = behind ? title[(at + separator.Length)..] : title[..at];
                if (rest.Length == 0) continue;
                string key = KeyOf(rest);
                for (int other = 0; other < stated.Count; other++)
                    if (other != index && stated[other].Key == key) return rest;
                if (outlets.Contains(StatedValue.KeyOf(name)) && separator != ": ") known ??= rest;
            }
        }
        return known;
    }

    /// <summary>Lets a title that was cut off count for the whole one.</summary>
    private static void JoinCut(List<StatedValue> stated)
    {
        for (int i = 0; i < stated.Count; i++)
        {
            string key = stated[i].Key;
            bool cut = stated[i].Value.EndsWith('…') || stated[i].Value.EndsWith("...", StringComparison.Ordinal);
            if (!cut || key.Length < ShortestCut) continue;
            foreach (var other in stated)
            {
                if (other.Key.Length <= key.Length || !other.Key.StartsWith(key, StringComparison.Ordinal)) continue;
                stated[i] = stated[i] with { Value = other.Value, Key = other.Key, Span = null };
                break;
            }
        }
    }

    /// <summary>The block of the text that has the words of a title that was read off the markup.</summary>
    private static TextSpan? Find(SyntaxTree tree, string title)
    {
        string key = StatedValue.KeyOf(title);
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0))
            if (key.Length > 0 && block.Span.Length >= key.Length && block.Span.Length <= title.Length + 16 && StatedValue.KeyOf(tree.Text[block.Span]) == key) return block.Span;
        return null;
    }
}
