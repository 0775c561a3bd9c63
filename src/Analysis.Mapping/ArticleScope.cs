using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Mapping;

/// <summary>One article of an answer while it is mapped: its model, and its offsets in the caller's unit.</summary>
/// <param name="received">The article as received.</param>
/// <param name="model">What it says.</param>
/// <param name="index">Index into the articles of the request.</param>
/// <param name="encoding">The caller's unit.</param>
internal sealed class ArticleScope(ReceivedArticle received, SemanticModel model, int index, V1.PositionEncoding encoding)
{
    private readonly PositionConverter _positions = new(model.Tree.Text.Text, encoding);

    public ReceivedArticle Received => received;

    public SemanticModel Model => model;

    public int Index => index;

    public V1.Span Span(TextSpan span) => _positions.ToSpan(span);

    public V1.Span? Span(TextSpan? span) => span is { } known ? _positions.ToSpan(known) : null;

    public IEnumerable<V1.Span> Spans(IEnumerable<TextSpan> spans) => spans.Select(_positions.ToSpan);

    /// <summary>The words as a location; null for no words.</summary>
    public V1.Location? Location(IReadOnlyCollection<TextSpan> spans) =>
        spans.Count == 0 ? null : new V1.Location { Article = (uint)index, Spans = { Spans(spans) } };

    /// <summary>The public identifier of an entity; empty for -1.</summary>
    public string EntityId(int entity) => entity < 0 ? "" : model.Entities[entity].Id;
}
