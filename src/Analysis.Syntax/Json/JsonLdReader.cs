using Analysis.Syntax.Html;

namespace Analysis.Syntax.Json;

/// <summary>Reads an article that is an object of JSON-LD: its headline, description, authors and body are the text, all else is markup.</summary>
/// <remarks>
/// The text has the order of the document, whatever that is; blocks say what each part is. A body that holds tags is read as HTML, any
/// other as lines. Escapes and character references lead back to where they stand.
/// </remarks>
internal static class JsonLdReader
{
    /// <summary>Most authors that become bylines.</summary>
    private const int MostAuthors = 16;

    /// <summary>How much of a description and a body must be the same for the one to be the beginning of the other.</summary>
    private const int SameStart = 40;

    /// <summary>Reads a document. One that holds no article is read as plain text. Never fails; time is linear in its length.</summary>
    public static Rendition Read(SourceText document, CancellationToken cancellation)
    {
        var objects = JsonLdObjects.Of(JsonReader.Read(document.Text, new TextSpan(0, document.Length), cancellation));
        var article = objects.Articles.Find(item => item["articleBody"] is { IsText: true }) ?? objects.Articles.Find(item => item["headline"] is { IsText: true });
        if (article is null) return Rendition.OfPlainText(document, cancellation);

        var writer = new RenditionWriter(document.Text);
        var blocks = new List<RawBlock>();
        foreach (var (value, kind) in Parts(objects, article))
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Markup(SourcePieceKind.Embedded, value.Span.Start);
            if (writer.Length > 0) writer.Break('\n');
            blocks.AddRange(NestedText.Write(writer, part => JsonReader.Decode(part, document.Text, value.Span), text => ReadPart(text, kind, cancellation), document.Text));
        }
        writer.Markup(SourcePieceKind.Embedded, document.Length);
        var read = writer.Complete(document);
        var properties = objects.Properties(article, isArticle: true)
            .Select(found => new DocumentProperty(found.Kind, found.Value, DocumentPropertyOrigin.JsonLd, found.Place.Span, read.FromPage(found.Place.Span)));
        return new Rendition(read, blocks, [.. properties.OrderBy(property => property.Page.Start).ThenBy(property => property.Kind)]);
    }

    /// <summary>The strings that are the text, in order of the document.</summary>
    private static List<(JsonValue Value, SyntaxKind Kind)> Parts(JsonLdObjects objects, JsonValue article)
    {
        var parts = new List<(JsonValue Value, SyntaxKind Kind)>();
        var body = article["articleBody"] is { IsText: true } stated ? stated : null;
        if (body is not null) parts.Add((body, SyntaxKind.Paragraph));
        var properties = objects.Properties(article, isArticle: true).ToList();
        string title = "";
        foreach (var (kind, value, place) in properties)
        {
            if (kind is not DocumentPropertyKind.Title) continue;
            title = value;
            parts.Add((place, SyntaxKind.Headline));
        }
        foreach (var (kind, value, place) in properties)
            if (kind is DocumentPropertyKind.Description && value != title && (body is null || !IsBeginning(value, body.Words))) parts.Add((place, SyntaxKind.Standfirst));
        parts.AddRange(properties.Where(found => found.Kind is DocumentPropertyKind.Author).Take(MostAuthors).Select(found => (found.Place, SyntaxKind.Byline)));
        parts.Sort((left, right) => left.Value.Span.CompareTo(right.Value.Span));
        // What is pointed at twice is read once.
        for (int i = parts.Count - 1; i > 0; i--)
            if (parts[i].Value.Span.Start < parts[i - 1].Value.Span.End) parts.RemoveAt(i);
        parts.RemoveAll(part => part.Value.Kind is not JsonKind.String);
        return parts;
    }

    private static bool IsBeginning(string description, string body)
    {
        var start = description.AsSpan(0, Math.Min(description.Length, SameStart)).TrimEnd(" .…");
        return body.AsSpan().StartsWith(start, StringComparison.OrdinalIgnoreCase);
    }

    private static Rendition ReadPart(SourceText text, SyntaxKind kind, CancellationToken cancellation)
    {
        if (NestedText.HoldsTags(text.Text))
        {
            var page = HtmlReader.Read(text, cancellation);
            return page with { Blocks = kind is SyntaxKind.Paragraph ? page.Blocks.ConvertAll(block => NestedText.OfBody(page.Text.Text, block)) : OneBlock(page.Text.Text, kind) };
        }
        var read = NestedText.ResolveReferences(text);
        return new Rendition(read, kind is SyntaxKind.Paragraph ? NestedText.BodyLines(read.Text, cancellation) : OneBlock(read.Text, kind), []);
    }

    private static List<RawBlock> OneBlock(string text, SyntaxKind kind)
    {
        var span = BlockReader.Trim(text, 0, text.Length);
        return span.IsEmpty ? [] : [new RawBlock(kind, span, 0, "")];
    }
}
