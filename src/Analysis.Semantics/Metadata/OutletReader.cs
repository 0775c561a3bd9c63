using System.Buffers;
using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>Chooses address, publisher, section and agency.</summary>
internal static class OutletReader
{
    private static readonly SearchValues<char> NotInAddress = SearchValues.Create(" \t\n<>\"");

    /// <summary>Names that the outlet goes by, to tell it from authors and to take it off titles.</summary>
    public static ImmutableArray<string> Names(ImmutableArray<DocumentProperty> properties, MetadataValue? address)
    {
        var names = properties.Where(property => property.Kind is DocumentPropertyKind.Publisher).Select(property => property.Value).ToList();
        if (address is not null && Host(address.Value) is var (_, host))
        {
            names.Add(host);
            // example.org: the name is often the first part alone.
            names.Add(host[..host.IndexOf('.', StringComparison.Ordinal)]);
        }
        return [.. names];
    }

    public static MetadataValue? Address(SyntaxTree tree, ArticleContext context, ImmutableArray<DocumentProperty> properties)
    {
        if (context.Uri is { Length: > 0 } uri) return new MetadataValue(uri, null, FoundIn.Request, Confidence.Full);
        var stated = new List<StatedValue>();
        foreach (var property in properties)
        {
            if (property.Kind is not DocumentPropertyKind.Address || !IsAddress(property.Value)) continue;
            int thousandths = property.Origin switch { DocumentPropertyOrigin.Meta => 950, DocumentPropertyOrigin.Feed or DocumentPropertyOrigin.FrontMatter => 940, DocumentPropertyOrigin.OpenGraph => 930, _ => 920 };
            stated.Add(new StatedValue(property.Value, KeyOf(property.Value), property.Text, property.Origin.ToFoundIn(), thousandths));
        }
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0))
        {
            if (block.Kind is not SyntaxKind.AddressLine) continue;
            string line = tree.Text.ToString(block.Span);
            stated.Add(new StatedValue(line, KeyOf(line), block.Span, FoundIn.AddressLine, 950));
            break;
        }
        return StatedValue.Choose(stated);
    }

    public static MetadataValue? Publisher(ImmutableArray<DocumentProperty> properties, MetadataValue? address, bool hasAgency)
    {
        var stated = new List<StatedValue>();
        foreach (var property in properties)
        {
            if (property.Kind is not (DocumentPropertyKind.Publisher or DocumentPropertyKind.AuthoringOrganization) || IsAddress(property.Value) || property.Value.StartsWith('@')) continue;
            int thousandths = property.Origin switch
            {
                // Some outlets give the agency that they print as the publisher.
                _ when property.Kind is DocumentPropertyKind.AuthoringOrganization || AuthorNames.IsAgency(property.Value) => 700,
                DocumentPropertyOrigin.JsonLd or DocumentPropertyOrigin.Feed => 940,
                DocumentPropertyOrigin.OpenGraph => 935,
                _ => 880,
            };
            if (hasAgency && property.Kind is DocumentPropertyKind.AuthoringOrganization && AuthorNames.IsAgency(property.Value)) continue;
            stated.Add(new StatedValue(property.Value, StatedValue.KeyOf(property.Value), property.Text, property.Origin.ToFoundIn(), thousandths));
        }
        // A host is no name; it stands where there is none better.
        if (stated.TrueForAll(value => value.Thousandths < 800) && address is not null && Host(address.Value) is var (start, host))
        {
            TextSpan? span = address.Span is { } line && line.Length == address.Value.Length ? new TextSpan(line.Start + start, line.Start + start + host.Length) : null;
            stated.Add(new StatedValue(host, StatedValue.KeyOf(host), span, FoundIn.Address, 800));
        }
        return StatedValue.Choose(stated);
    }

    public static MetadataValue? Section(ImmutableArray<DocumentProperty> properties)
    {
        var stated = new List<StatedValue>();
        foreach (var property in properties)
        {
            if (property.Kind is not DocumentPropertyKind.Section || IsAddress(property.Value)) continue;
            // The first of several is the section, the others are above or below it.
            bool first = !stated.Exists(value => value.FoundIn == property.Origin.ToFoundIn());
            int thousandths = (property.Origin switch { DocumentPropertyOrigin.JsonLd or DocumentPropertyOrigin.Feed => 920, DocumentPropertyOrigin.OpenGraph => 910, _ => 880 }) - (first ? 0 : 200);
            stated.Add(new StatedValue(property.Value, StatedValue.KeyOf(property.Value), property.Text, property.Origin.ToFoundIn(), thousandths));
        }
        return StatedValue.Choose(stated);
    }

    /// <summary>The agency: of the dateline, of a credit at the end, or named where the author is.</summary>
    public static MetadataValue? Agency(SyntaxTree tree, ImmutableArray<DocumentProperty> properties, ImmutableArray<StatedValue> amongAuthors)
    {
        var stated = new List<StatedValue>();
        if (InDateline(tree) is { } dateline) stated.Add(Value(tree, dateline, FoundIn.Dateline, 950));
        stated.AddRange(amongAuthors);
        foreach (var property in properties)
        {
            bool named = property.Kind is DocumentPropertyKind.Agency || property.Kind is DocumentPropertyKind.Publisher && AuthorNames.IsAgency(property.Value);
            if (named) stated.Add(new StatedValue(property.Value, StatedValue.KeyOf(property.Value), property.Text, property.Origin.ToFoundIn(), property.Kind is DocumentPropertyKind.Agency ? 900 : 700));
        }
        if (AtTheEnd(tree) is { } credit) stated.Add(Value(tree, credit, FoundIn.CreditLine, 900));
        if (AsContributor(tree) is { } contributor) stated.Add(Value(tree, contributor, FoundIn.CreditLine, 600));
        // An agency that publishes its own reports is the publisher.
        return StatedValue.Choose(stated);
    }

    private static StatedValue Value(SyntaxTree tree, TextSpan span, FoundIn foundIn, int thousandths)
    {
        string words = tree.Text.ToString(span);
        return new StatedValue(words, StatedValue.KeyOf(words), span, foundIn, thousandths);
    }

    private static TextSpan? InDateline(SyntaxTree tree)
    {
        string text = tree.Text.Text;
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0))
        {
            if (block.Kind is not SyntaxKind.Dateline) continue;
            int close = text.LastIndexOf(')', block.Span.End - 1, block.Span.Length);
            int open = close < 0 ? -1 : text.LastIndexOf('(', close, close - block.Span.Start + 1);
            if (open >= 0 && open + 1 < close) return new TextSpan(open + 1, close);
        }
        return null;
    }

    /// <summary>
    /// "— Norwave" or "(Norwave)" on a line of its own behind the last paragraph: an agency that is known, or one word that a dash leads in
    /// or that is in capitals. Two words may be a person's name, and are one more often than not.
    /// </summary>
    private static TextSpan? AtTheEnd(SyntaxTree tree)
    {
        const int MostBehind = 3, Longest = 40;
        string text = tree.Text.Text;
        bool bodySeen = tree.Blocks.Any(block => block.Section == 0 && block.Kind is SyntaxKind.Paragraph && block.Span.Length > Longest);
        if (!bodySeen) return null;
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0).Reverse().Where(block => block.Kind is not SyntaxKind.Furniture).Take(MostBehind))
        {
            var (start, end) = (block.Span.Start, block.Span.End);
            var words = text.AsSpan(start, end - start);
            bool dash = words[0] is '—' or '–' || words.StartsWith("-- ", StringComparison.Ordinal) || words.StartsWith("- ", StringComparison.Ordinal);
            bool brackets = words[0] is '(' && words[^1] is ')' && !words[1..^1].Contains(')');
            if (!dash && !brackets || words.Length > Longest) continue;
            while (start < end && !char.IsLetterOrDigit(text[start])) start++;
            while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
            if (start == end) continue;
            var name = text.AsSpan(start, end - start);
            bool oneWord = !name.ContainsAny(" \t/.") && char.IsUpper(name[0]) && name.Length > 2;
            if (AuthorNames.IsAgency(name) || oneWord && (dash && name.ContainsAnyInRange('a', 'z') || brackets && !name.ContainsAnyInRange('a', 'z') && name.Length > 3)) return new TextSpan(start, end);
        }
        return null;
    }

    /// <summary>"The Associated Press contributed to this report", "With inputs from PTI", behind or at the end of the last paragraphs: the agency gave a part.</summary>
    private static TextSpan? AsContributor(SyntaxTree tree)
    {
        const int MostBehind = 3, Longest = 80;
        string text = tree.Text.Text;
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0).Reverse().Where(block => block.Kind is not SyntaxKind.Furniture).Take(MostBehind))
        {
            var sentence = tree.Sentences.LastOrDefault(sentence => block.Span.Contains(sentence.Span)).Span;
            int start = sentence.Length > 0 && text[sentence.Start] is '(' ? sentence.Start + 1 : sentence.Start;
            var words = text.AsSpan(start, sentence.End - start);
            if (words.Length > Longest) continue;
            int contributed = words.IndexOf(" contributed to this ", StringComparison.OrdinalIgnoreCase);
            if (contributed > 0 && AuthorNames.IsAgency(words[..contributed])) return Name(start, start + contributed);
            int from = words.StartsWith("With ", StringComparison.OrdinalIgnoreCase) ? words.IndexOf(" from ", StringComparison.OrdinalIgnoreCase) : -1;
            var source = from < 0 ? default : words[(from + " from ".Length)..].TrimEnd(".)");
            if (AuthorNames.IsAgency(source)) return Name(start + from + " from ".Length, start + from + " from ".Length + source.Length);
        }
        return null;

        TextSpan Name(int start, int end) => new(text.AsSpan(start).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? start + "the ".Length : start, end);
    }

    private static bool IsAddress(string value) =>
        (value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && !value.AsSpan().ContainsAny(NotInAddress);

    /// <summary>Scheme, "www", a stroke at the end and a fragment tell no two pages apart.</summary>
    private static string KeyOf(string address)
    {
        int scheme = address.IndexOf("//", StringComparison.Ordinal);
        string key = scheme >= 0 ? address[(scheme + 2)..] : address;
        if (key.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) key = key[4..];
        int fragment = key.IndexOf('#', StringComparison.Ordinal);
        return (fragment >= 0 ? key[..fragment] : key).TrimEnd('/');
    }

    /// <summary>The host name of an address without "www", and where it begins.</summary>
    private static (int Start, string Host)? Host(string address)
    {
        int start = address.IndexOf("//", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 2 : 0;
        var host = address.AsSpan(start);
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            host = host[4..];
            start += 4;
        }
        int end = host.IndexOfAny("/:?#");
        if (end >= 0) host = host[..end];
        return host.IndexOf('.') > 0 ? (start, host.ToString().ToLowerInvariant()) : null;
    }
}
