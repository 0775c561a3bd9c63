using Analysis.V1;

namespace Analysis.Client;

/// <summary>The text of an article with what the analysis knows of its parts. Offsets are UTF-16 units.</summary>
/// <param name="analysis">With features TEXT, STRUCTURE, ENTITIES and QUOTES.</param>
public sealed class ArticleText(ArticleAnalysis analysis)
{
    private readonly Dictionary<string, string> _names = analysis.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);

    /// <summary>The text as the service decoded it.</summary>
    public string Text => analysis.Text;

    /// <summary>The analysis as the service gave it.</summary>
    public ArticleAnalysis Analysis => analysis;

    /// <summary>The words of a span.</summary>
    public string Slice(Span span) => Text.Slice(span);

    /// <summary>The sentence that a claim stands in; the claim's own words where the sentence is not known.</summary>
    public Span Sentence(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Sentence < analysis.Sentences.Count ? analysis.Sentences[(int)claim.Sentence].Span : claim.Span;
    }

    /// <summary>The block that a span begins in; null where the blocks are not known.</summary>
    public Block? BlockOf(Span span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return analysis.Blocks.LastOrDefault(block => block.Span.Start <= span.Start);
    }

    /// <summary>How many paragraphs of its section stand before the block, itself included.</summary>
    public int ParagraphNumber(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return analysis.Blocks.Count(
            other => other.Kind == BlockKind.Paragraph && other.Section == block.Section && other.Span.Start <= block.Span.Start);
    }

    /// <summary>The fullest name of an entity; empty when there is none of that id.</summary>
    public string Name(string entity) => _names.GetValueOrDefault(entity, "");

    /// <summary>Who says the words of a quotation; empty when it cannot be told.</summary>
    /// <param name="content">Its words, ascending.</param>
    public string Speaker(IEnumerable<Span> content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var quote = analysis.Quotes.FirstOrDefault(quote => quote.Content.Any(said => content.Any(span => said.Start < span.End && span.Start < said.End)));
        if (quote is null)
            return "";
        return Name(quote.Speaker) is { Length: > 0 } name ? name : quote.Source is { } source ? Slice(source) : "";
    }

    /// <summary>Who stands behind one link of a claim's attribution; empty when it cannot be told.</summary>
    public string Name(Attribution attribution)
    {
        ArgumentNullException.ThrowIfNull(attribution);
        return Name(attribution.Entity) is { Length: > 0 } name ? name : attribution.Source is { } source ? Slice(source) : "";
    }
}
