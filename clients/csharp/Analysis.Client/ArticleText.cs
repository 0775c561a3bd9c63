using Analysis.V1;

namespace Analysis.Client;

/// <summary>The text of an article with what the analysis knows of its parts. Offsets are UTF-16 units.</summary>
/// <param name="analysis">With features TEXT, STRUCTURE, ENTITIES and QUOTES.</param>
public sealed class ArticleText(ArticleAnalysis analysis)
{
    private readonly Dictionary<string, string> _names = analysis.Entities.ToDictionary(entity => entity.Id, entity => entity.Name);

    // For every block how many paragraphs of its section there are up to it; counted once, when somebody asks.
    private int[]? _paragraphs;

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

    /// <summary>The sentence that a span begins in; the span itself where the sentences are not known.</summary>
    public Span SentenceAt(Span span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return analysis.Sentences.FirstOrDefault(sentence => sentence.Span.Start <= span.Start && span.Start < sentence.Span.End)?.Span ?? span;
    }

    /// <summary>The block that a span begins in; null where the blocks are not known.</summary>
    public Block? BlockOf(Span span)
    {
        ArgumentNullException.ThrowIfNull(span);
        return BlockAt(span) is >= 0 and var index ? analysis.Blocks[index] : null;
    }

    /// <summary>How many paragraphs of its section stand before the block, itself included.</summary>
    public int ParagraphNumber(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return BlockAt(block.Span) is >= 0 and var index ? (_paragraphs ??= CountParagraphs())[index] : 0;
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

    // Blocks stand in order; -1 where the span stands before all of them.
    private int BlockAt(Span span)
    {
        int low = 0, high = analysis.Blocks.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (analysis.Blocks[middle].Span.Start <= span.Start) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    private int[] CountParagraphs()
    {
        int[] numbers = new int[analysis.Blocks.Count];
        var last = new Dictionary<uint, int>();
        for (int i = 0; i < numbers.Length; i++)
        {
            var block = analysis.Blocks[i];
            numbers[i] = last.GetValueOrDefault(block.Section) + (block.Kind == BlockKind.Paragraph ? 1 : 0);
            last[block.Section] = numbers[i];
        }
        return numbers;
    }
}
