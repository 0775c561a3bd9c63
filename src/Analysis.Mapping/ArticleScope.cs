using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Mapping;

/// <summary>One article of an answer while it is mapped: its model, and its offsets in the caller's unit.</summary>
/// <param name="received">The article as received.</param>
/// <param name="model">What it says.</param>
/// <param name="index">Index into the articles of the request.</param>
/// <param name="offsets">How the caller wants offsets.</param>
internal sealed class ArticleScope(ReceivedArticle received, SemanticModel model, int index, OffsetForm offsets)
{
    private readonly PositionConverter _positions = new(OffsetText(model.Tree).Text, offsets.Encoding);

    public ReceivedArticle Received => received;

    public SemanticModel Model => model;

    public int Index => index;

    /// <summary>The text that offsets point into.</summary>
    public SourceText Text => OffsetText(model.Tree);

    /// <summary>The characters that the offsets of a span enclose.</summary>
    public string Words(TextSpan span) => Text.ToString(InText(span));

    public V1.Span Span(TextSpan span)
    {
        var mapped = _positions.ToSpan(InText(span));
        if (offsets.ByteSpans) mapped.ByteSpan = ToByteSpan(model.Tree.Text.ToBytes(span));
        return mapped;
    }

    public V1.Span? Span(TextSpan? span) => span is { } known ? Span(known) : null;

    public IEnumerable<V1.Span> Spans(IEnumerable<TextSpan> spans) => spans.Select(Span);

    /// <summary>Where characters of the page are in the received bytes; null when nobody asked.</summary>
    public V1.ByteSpan? BytesOfPage(TextSpan? page) => offsets.ByteSpans && page is { } known ? ToByteSpan(model.Tree.Text.Page.ToBytes(known)) : null;

    /// <summary>The words as a location; null for no words.</summary>
    public V1.Location? Location(IReadOnlyCollection<TextSpan> spans) =>
        spans.Count == 0 ? null : new V1.Location { Article = (uint)index, Spans = { Spans(spans) } };

    /// <summary>The public identifier of an entity; empty for -1.</summary>
    public string EntityId(int entity) => entity < 0 ? "" : model.Entities[entity].Id;

    // Who sent a plain text slices the characters that were sent, those that are passed over inside of words among them.
    private static bool IsAsReceived(SyntaxTree tree) => tree.Format is DocumentFormat.PlainText;

    private TextSpan InText(TextSpan span) => IsAsReceived(model.Tree) ? model.Tree.Text.ToPage(span) : span;

    private static SourceText OffsetText(SyntaxTree tree) => IsAsReceived(tree) ? tree.Text.Page : tree.Text;

    private static V1.ByteSpan ToByteSpan(TextSpan bytes) => new() { Start = (uint)bytes.Start, End = (uint)bytes.End };
}
