using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Metadata;
using Analysis.Semantics.Quantities;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Tests.Support;

/// <summary>Writes what the engine found in a compact form for snapshots: one finding a line, its words beside it.</summary>
internal static class Render
{
    /// <summary>Nodes down to sentences, one a line; with <paramref name="tokens"/> down to the leaves.</summary>
    public static string Tree(SyntaxTree tree, bool tokens = false)
    {
        var text = new StringBuilder();
        Node(tree.Root, 0);
        foreach (var quotation in tree.Quotations)
            text.Append(Invariant(
                $"Quotation {quotation.Content} depth {quotation.Depth}{(quotation.Close < 0 ? " unclosed" : "")}{(quotation.ContinuesPrevious ? " continues" : "")} {Words(tree, quotation.Content)}\n"));
        return text.ToString();

        void Node(SyntaxNode node, int depth)
        {
            if (node.Kind.IsToken() && !tokens) return;
            bool shown = node.Kind is not (SyntaxKind.Article or SyntaxKind.Section) && (tokens ? node.Kind.IsToken() : !node.Kind.HasSentences());
            text.Append(' ', depth * 2).Append(Invariant($"{node.Kind} {node.Span}"));
            if (node.Kind is SyntaxKind.Furniture) text.Append(" (").Append(tree.Blocks.First(block => block.Span == node.Span).Furniture).Append(')');
            if (shown) text.Append(' ').Append(Escaped(node.Text));
            text.Append('\n');
            foreach (var child in node.Children()) Node(child, depth + 1);
        }
    }

    /// <summary>Metadata, entities, quantities, dates, quotes and claims.</summary>
    public static string Model(SemanticModel model)
    {
        var text = new StringBuilder(Metadata(model));
        text.Append("\nEntities\n");
        foreach (var entity in model.Entities) text.Append("  ").Append(Entity(model, entity)).Append('\n');
        text.Append("\nQuantities\n");
        foreach (var quantity in model.Quantities) text.Append("  ").Append(Quantity(model, quantity)).Append('\n');
        text.Append("\nDates\n");
        foreach (var date in model.Dates) text.Append("  ").Append(Date(model, date)).Append('\n');
        text.Append("\nQuotes\n");
        foreach (var quote in model.Quotes) text.Append("  ").Append(Quote(model, quote)).Append('\n');
        text.Append("\nClaims\n");
        foreach (var claim in model.Claims) text.Append("  ").Append(Claim(model, claim)).Append('\n');
        return text.ToString();
    }

    public static string Metadata(SemanticModel model)
    {
        var text = new StringBuilder();
        var metadata = model.Metadata;
        (string Name, MetadataValue? Value)[] values =
        [
            ("Title", metadata.Title), ("Published", metadata.Published), ("Modified", metadata.Modified), .. metadata.Authors.Select(author => ("Author", (MetadataValue?)author)),
            ("Publisher", metadata.Publisher), ("Address", metadata.Address), ("Agency", metadata.Agency), ("Section", metadata.Section), ("Language", metadata.Language),
        ];
        foreach (var (name, value) in values)
            if (value is not null) text.Append(Invariant($"{name} {value.Value} ({value.FoundIn})\n"));
        text.Append(model.Date is { } date ? Invariant($"Date {date.Date:uuuu-MM-dd} {(date.Stated ? "stated" : "inferred")}\n") : "No date\n");
        return text.ToString();
    }

    public static string Entity(SemanticModel model, Entity entity) =>
        $"{entity.Id} {entity.Type} {entity.Name}: {string.Join(" | ", entity.Mentions.Select(m => $"{(m.Kind is MentionKind.Name ? "" : m.Kind + " ")}{Words(model.Tree, m.Span)}"))}";

    public static string Quantity(SemanticModel model, Quantity quantity)
    {
        string value = quantity.Value is { } known ? Plain(known) : quantity is { Low: { } low, High: { } high } ? $"{Plain(low)}-{Plain(high)}" : "-";
        string counted = quantity.Counted is { } noun ? $" of {noun.Lemma}{(noun.Elided ? " (understood)" : "")}" : "";
        string asOf = quantity.AsOf >= 0 ? $" as of {Words(model.Tree, model.Dates[quantity.AsOf].Span)}" : "";
        return $"{Words(model.Tree, quantity.Span)}: {quantity.Kind} {quantity.Precision} {value}{(quantity.Unit.Length > 0 ? " " + quantity.Unit : "")}{counted}{asOf}";
    }

    public static string Date(SemanticModel model, DateMention date) => $"{Words(model.Tree, date.Span)}: {date.Kind} {date.Timex} {date.Granularity} {date.Anchor}";

    public static string Quote(SemanticModel model, Quote quote)
    {
        string speaker = quote.Speaker >= 0 ? model.Entities[quote.Speaker].Name : "?";
        string source = quote.Source is { } words ? $" [{Words(model.Tree, words)}]" : "";
        string cue = quote.Cue is { } verb ? $" {Words(model.Tree, verb)}" : "";
        return $"{quote.Kind} {speaker}{source}{cue}: {string.Join(" / ", quote.Content.Select(content => Words(model.Tree, content)))}";
    }

    public static string Claim(SemanticModel model, Claim claim)
    {
        var text = new StringBuilder();
        var predicate = claim.Predicate;
        text.Append(predicate.Polarity is Polarity.Negative ? "not " : "").Append(predicate.Lemma);
        text.Append('(').AppendJoin("; ", claim.Arguments.Select(a => $"{a.Role}{(a.Marker.Length > 0 ? " " + a.Marker : "")}: {Words(model.Tree, a.Span)}")).Append(')');
        text.Append(' ').Append(predicate.Tense);
        if (predicate.Modality is not Modality.Asserted) text.Append(' ').Append(predicate.Modality);
        foreach (var link in claim.Attribution)
            text.Append(" < ").Append(link.Entity >= 0 ? model.Entities[link.Entity].Name : link.Source is { } source ? $"{link.Kind} {Words(model.Tree, source)}" : link.Kind);
        return text.ToString();
    }

    /// <summary>Verdicts with their evidence, alignments with their differences, what only one says, quotes, origins, clusters.</summary>
    public static string Comparison(StoryComparison comparison)
    {
        var text = new StringBuilder();
        foreach (var pair in comparison.Relatedness)
        {
            text.Append(Invariant($"{pair.Left}-{pair.Right} {pair.Verdict}\n"));
            foreach (var evidence in pair.Evidence) text.Append(Invariant($"  {evidence.Kind}: {evidence.Value}\n"));
        }
        text.Append("\nAlignments\n");
        foreach (var alignment in comparison.Alignments)
        {
            text.Append(Invariant($"  {alignment.Relation}{(alignment.Reason is RelationReason.None ? "" : $" ({alignment.Reason})")}\n"));
            foreach (var side in (AlignmentSide[])[alignment.Left, alignment.Right])
                text.Append(Invariant($"    {side.Article}: {string.Join(" / ", side.Claims.Select(c => Words(comparison.Articles[side.Article].Tree, comparison.Articles[side.Article].Claims[c].Span)))}\n"));
            foreach (var difference in alignment.Differences)
                text.Append(Invariant($"    {(difference.Incompatible ? "! " : "~ ")}{difference.Kind} {difference.LeftValue} | {difference.RightValue}\n"));
        }
        for (int article = 0; article < comparison.Articles.Length; article++)
        {
            text.Append(Invariant($"\nOnly in {article}\n"));
            var model = comparison.Articles[article];
            foreach (int claim in comparison.OnlyIn[article]) text.Append("  ").Append(Words(model.Tree, model.Claims[claim].Span)).Append('\n');
        }
        text.Append("\nQuotes\n");
        foreach (var quote in comparison.Quotes)
        {
            text.Append(Invariant($"  {quote.Alteration}\n"));
            text.Append(Invariant($"    {quote.LeftArticle}: {Join(comparison, quote.LeftArticle, quote.Left)}\n"));
            text.Append(Invariant($"    {quote.RightArticle}: {Join(comparison, quote.RightArticle, quote.Right)}\n"));
            foreach (var change in quote.Changes)
                text.Append(Invariant($"    {Join(comparison, quote.LeftArticle, change.Left)} > {Join(comparison, quote.RightArticle, change.Right)}\n"));
        }
        foreach (var origin in comparison.Origins)
            text.Append(Invariant($"\nOrigin {string.Join(", ", origin.Articles)}: {origin.Kind} {origin.Agency}\n"));
        foreach (var cluster in comparison.Clusters)
        {
            text.Append(Invariant($"\nCluster {string.Join(" ", cluster.Stances)}\n"));
            foreach (var (article, claim) in cluster.Claims)
                text.Append(Invariant($"  {article}: {Words(comparison.Articles[article].Tree, comparison.Articles[article].Claims[claim].Span)}\n"));
        }
        return text.ToString();
    }

    /// <summary>The words of a span on one line.</summary>
    public static string Words(SyntaxTree tree, TextSpan span) => Escaped(tree.Text[span]);

    public static string Plain(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    private static string Join(StoryComparison comparison, int article, ImmutableArray<TextSpan> spans) =>
        spans.IsEmpty ? "-" : string.Join(' ', spans.Select(span => Words(comparison.Articles[article].Tree, span)));

    private static string Escaped(ReadOnlySpan<char> words) =>
        words.ToString().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
