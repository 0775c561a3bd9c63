using System.Collections.Immutable;
using Analysis.Semantics.Dates;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>Reads what an article says of itself as a document, from its markup, from its blocks and from what the sender says.</summary>
/// <remarks>
/// What several places say in the same words is believed more than what one says; what they disagree on is kept as alternatives. Of the
/// text only the first section is read: later ones are entries of a live page. Confidences are estimates of how often each place is right,
/// set by judgement; what they order is what matters.
/// </remarks>
internal static class MetadataReader
{
    public static (ArticleMetadata Metadata, ArticleDate? Date) Read(SyntaxTree tree, ArticleContext context)
    {
        ImmutableArray<DocumentProperty> properties = [.. tree.Properties.Where(property => property.Section is null or 0)];
        var address = OutletReader.Address(tree, context, properties);
        var outlets = OutletReader.Names(properties, address);
        // Titles of pages end in the name of the section as well.
        var title = TitleReader.Read(tree, properties, outlets.AddRange(properties.Where(property => property.Kind is DocumentPropertyKind.Section).Select(property => property.Value)));
        var (published, date) = TimeReader.ReadPublished(tree, context, properties, address, title?.Span);
        var (authors, agencies) = AuthorReader.Read(tree, properties, outlets);
        var agency = OutletReader.Agency(tree, properties, agencies);
        var metadata = new ArticleMetadata
        {
            Title = title,
            Published = published,
            Modified = TimeReader.ReadModified(tree, properties, title?.Span),
            ImpossibleDates = [.. ImpossibleDates(tree)],
            Authors = authors,
            Publisher = OutletReader.Publisher(properties, address, agency is not null),
            Language = context.Language is { Length: > 0 } stated ? new MetadataValue(stated, null, FoundIn.Request, Confidence.Full) : LanguageReader.Read(tree, properties),
            Address = address,
            Agency = agency,
            Section = OutletReader.Section(properties),
        };
        return (metadata, date);
    }

    private static IEnumerable<TextSpan> ImpossibleDates(SyntaxTree tree)
    {
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0))
            if (block.Kind is SyntaxKind.PublicationLine or SyntaxKind.Dateline && WrittenDate.FindImpossible(tree.Text.Text, block.Span) is { } span) yield return span;
    }
}
