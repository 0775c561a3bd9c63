using System.Collections.Immutable;
using Analysis.Semantics.Dates;
using Analysis.Syntax;
using NodaTime;
using NodaTime.Text;

namespace Analysis.Semantics.Metadata;

/// <summary>Reads what an article says of itself as a document, from its blocks and from what the sender says.</summary>
/// <remarks>
/// Only the first section is read: later ones are entries of a live page. Confidences are estimates of how often each place is right,
/// set by judgement until a suite measures them; what they order is what matters.
/// </remarks>
internal static class MetadataReader
{
    public static (ArticleMetadata Metadata, ArticleDate? Date) Read(SyntaxTree tree, ArticleContext context)
    {
        var dates = Dates(tree, context).ToImmutableArray();
        var published = dates.IsEmpty ? null : dates[0].Value with { Alternatives = [.. dates[1..].Select(d => d.Value).DistinctBy(v => v.Value).Where(v => v.Value != dates[0].Value.Value)] };
        var address = Address(tree, context);
        var metadata = new ArticleMetadata
        {
            Title = Title(tree),
            Published = published,
            ImpossibleDates = [.. ImpossibleDates(tree)],
            Authors = [.. Authors(tree)],
            Publisher = address is null ? null : Publisher(address),
            Language = context.Language is { Length: > 0 } stated ? new MetadataValue(stated, null, FoundIn.Request, Confidence.Full) : LanguageIdentifier.Identify(tree),
            Address = address,
            Agency = Agency(tree),
        };
        return (metadata, dates.IsEmpty ? null : new ArticleDate(dates[0].Date, dates[0].Value.FoundIn is not FoundIn.Caption));
    }

    private static IEnumerable<TextSpan> ImpossibleDates(SyntaxTree tree)
    {
        foreach (var block in FirstSection(tree))
            if (block.Kind is SyntaxKind.PublicationLine or SyntaxKind.Dateline && WrittenDate.FindImpossible(tree.Text.Text, block.Span) is { } span) yield return span;
    }

    private static MetadataValue? Title(SyntaxTree tree)
    {
        foreach (var block in FirstSection(tree))
            if (block.Kind is SyntaxKind.Headline) return new MetadataValue(tree.Text.ToString(block.Span), block.Span, FoundIn.Headline, new Confidence(950));
        return null;
    }

    /// <summary>Every day that may be the article's own, the surest first.</summary>
    private static IEnumerable<(LocalDate Date, MetadataValue Value)> Dates(SyntaxTree tree, ArticleContext context)
    {
        if (context.Published is { Length: >= 10 } stated && LocalDatePattern.Iso.Parse(stated[..10]) is { Success: true, Value: var day })
            yield return (day, new MetadataValue(stated, null, FoundIn.Request, Confidence.Full));
        foreach (var block in FirstSection(tree))
            if (block.Kind is SyntaxKind.PublicationLine && WrittenDate.Find(tree.Text.Text, block.Span) is { } line)
                yield return Candidate(line, FoundIn.PublicationLine, 970);
        foreach (var block in FirstSection(tree))
            if (block.Kind is SyntaxKind.Dateline && WrittenDate.Find(tree.Text.Text, block.Span) is { } dateline)
                yield return Candidate(dateline, FoundIn.Dateline, 950);
        if (Address(tree, context) is { } address && AddressDate(address.Value) is { } path)
            yield return (path, new MetadataValue(LocalDatePattern.Iso.Format(path), address.Span, FoundIn.Address, new Confidence(900)));
        var datelineDay = DatelineDay(tree);
        foreach (var block in FirstSection(tree))
        {
            if (block.Kind is not SyntaxKind.Caption || WrittenDate.Find(tree.Text.Text, block.Span) is not { } caption) continue;
            // A dateline without a year takes the year of the caption when both speak of nearly the same day.
            if (datelineDay is { } annual && annual.Date.InYear(caption.Date.Year) is var completed
                && Math.Abs(Period.DaysBetween(completed, caption.Date)) <= 31)
                yield return Candidate((completed, annual.Span), FoundIn.Dateline, 850);
            yield return Candidate(caption, FoundIn.Caption, 600);
        }
    }

    private static (LocalDate Date, MetadataValue Value) Candidate((LocalDate Date, TextSpan Span) found, FoundIn where, int thousandths) =>
        (found.Date, new MetadataValue(LocalDatePattern.Iso.Format(found.Date), found.Span, where, new Confidence(thousandths)));

    private static (AnnualDate Date, TextSpan Span)? DatelineDay(SyntaxTree tree)
    {
        foreach (var block in FirstSection(tree))
            if (block.Kind is SyntaxKind.Dateline) return WrittenDate.FindWithoutYear(tree.Text.Text, block.Span);
        return null;
    }

    /// <summary>A day in the path of an address: <c>/2023/08/14/</c> or <c>/20230814-</c>.</summary>
    private static LocalDate? AddressDate(string address)
    {
        int host = address.IndexOf("//", StringComparison.Ordinal) + 2;
        int path = address.IndexOf('/', Math.Min(host, address.Length));
        if (path < 0) return null;
        return WrittenDate.Find(address, new TextSpan(path, address.Length))?.Date;
    }

    private static MetadataValue? Address(SyntaxTree tree, ArticleContext context)
    {
        if (context.Uri is { Length: > 0 } uri) return new MetadataValue(uri, null, FoundIn.Request, Confidence.Full);
        foreach (var block in FirstSection(tree))
            if (block.Kind is SyntaxKind.AddressLine) return new MetadataValue(tree.Text.ToString(block.Span), block.Span, FoundIn.AddressLine, new Confidence(950));
        return null;
    }

    private static MetadataValue? Publisher(MetadataValue address)
    {
        int start = address.Value.IndexOf("//", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 2 : 0;
        var host = address.Value.AsSpan(start);
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            host = host[4..];
            start += 4;
        }
        int end = host.IndexOfAny("/:?#");
        if (end >= 0) host = host[..end];
        if (!host.Contains('.')) return null;
        TextSpan? span = address.Span is { } line ? new TextSpan(line.Start + start, line.Start + start + host.Length) : null;
        return new MetadataValue(host.ToString().ToLowerInvariant(), span, FoundIn.Address, new Confidence(800));
    }

    private static IEnumerable<MetadataValue> Authors(SyntaxTree tree)
    {
        foreach (var block in FirstSection(tree))
        {
            if (block.Kind is not SyntaxKind.Byline) continue;
            string text = tree.Text.Text;
            // Names end at a comma, "and" or "|"; what follows a comma is an outlet or a role unless another "and" shows a list.
            int start = block.Span.Start + 3;
            while (start < block.Span.End)
            {
                int end = start;
                while (end < block.Span.End && text[end] is not (',' or '|' or '&' or '·') && !text.AsSpan(end, block.Span.End - end).StartsWith(" and ", StringComparison.Ordinal)) end++;
                var name = Trim(text, start, end);
                if (!name.IsEmpty) yield return new MetadataValue(tree.Text.ToString(name), name, FoundIn.Byline, new Confidence(900));
                if (end < block.Span.End && text[end] is ',' or '|' or '·' && !text.AsSpan(end, block.Span.End - end).Contains(" and ", StringComparison.Ordinal)) yield break;
                start = end < block.Span.End && text[end] == ' ' ? end + 5 : end + 1;
            }
        }
    }

    private static MetadataValue? Agency(SyntaxTree tree)
    {
        foreach (var block in FirstSection(tree))
        {
            if (block.Kind is not SyntaxKind.Dateline) continue;
            string text = tree.Text.Text;
            int close = text.LastIndexOf(')', block.Span.End - 1, block.Span.Length);
            int open = close < 0 ? -1 : text.LastIndexOf('(', close, close - block.Span.Start + 1);
            if (open >= 0 && open + 1 < close) return new MetadataValue(text[(open + 1)..close], new TextSpan(open + 1, close), FoundIn.Dateline, new Confidence(950));
        }
        return null;
    }

    private static IEnumerable<BlockSyntax> FirstSection(SyntaxTree tree) => tree.Blocks.TakeWhile(block => block.Section == 0);

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
