using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Claims;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Metadata;
using Analysis.Semantics.Quantities;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Semantics;

/// <summary>Runs the readers of meaning in the order in which they need each other.</summary>
internal static class SemanticModelBuilder
{
    public static SemanticModel Build(SyntaxTree tree, ISentenceParser parser, ArticleContext context, CancellationToken cancellation)
    {
        var (metadata, date) = MetadataReader.Read(tree, context);
        if (!metadata.IsEnglish) return BuildWithoutGrammar(tree, metadata, date, cancellation);

        var text = AnnotatedText.Annotate(tree, parser, cancellation);
        bool[] quoted = QuotedTokens(tree);
        var dates = DateExtractor.Extract(text, date, cancellation);
        var quantities = QuantityExtractor.Extract(text, dates, cancellation);
        var found = EntityExtractor.Extract(text, quoted, cancellation);
        var quotes = QuoteExtractor.Extract(text, found.Named, EntityOfTokens(text, found.Named), quoted, cancellation);
        var (entities, unnamed) = SpeakerPronouns.Attach(text, found, quotes);
        int[] entityAt = EntityOfTokens(text, entities);
        return new SemanticModel(text, metadata, date)
        {
            Dates = dates,
            Quantities = quantities,
            Entities = entities,
            Unnamed = unnamed,
            Quotes = quotes,
            Claims = ClaimExtractor.Extract(text, entities, entityAt, quantities, dates, quotes, cancellation),
        };
    }

    /// <summary>A text in a language that is not read has no model, but one without words is in no language: its figures are the same in all.</summary>
    private static SemanticModel BuildWithoutGrammar(SyntaxTree tree, ArticleMetadata metadata, ArticleDate? date, CancellationToken cancellation)
    {
        var text = AnnotatedText.Annotate(tree, Untagged.Instance, cancellation);
        if (tree.Tokens.Any(token => token.Kind is SyntaxKind.Word)) return new SemanticModel(text, metadata, date);
        var dates = DateExtractor.Extract(text, date, cancellation);
        return new SemanticModel(text, metadata, date) { Dates = dates, Quantities = QuantityExtractor.Extract(text, dates, cancellation) };
    }

    internal static bool[] QuotedTokens(SyntaxTree tree)
    {
        var quoted = new bool[tree.Tokens.Length];
        foreach (var quotation in tree.Quotations)
        {
            if (quotation.Depth > 0) continue;
            int i = quotation.Open + 1;
            for (; i < quoted.Length && tree.Tokens[i].Span.Start < quotation.Content.End; i++) quoted[i] = true;
        }
        return quoted;
    }

    internal static int[] EntityOfTokens(AnnotatedText text, ImmutableArray<Entity> entities)
    {
        var entityAt = new int[text.Tree.Tokens.Length];
        Array.Fill(entityAt, -1);
        foreach (var entity in entities)
            foreach (var mention in entity.Mentions)
                for (int i = mention.FirstToken; i < mention.EndToken; i++)
                    // A name inside a nominal ("the Russian leader") keeps its own entity.
                    if (mention.IsSure && entityAt[i] < 0 || mention.Kind is MentionKind.Name) entityAt[i] = entity.Index;
        return entityAt;
    }

    /// <summary>Leaves words without grammar, for languages that are read no further than their structure.</summary>
    private sealed class Untagged : ISentenceParser
    {
        public static readonly Untagged Instance = new();

        public string Hash => "";

        public void Parse(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, Span<WordAnnotation> annotations)
        {
            for (int i = 0; i < words.Length; i++)
                annotations[i] = new WordAnnotation(
                    Upos.X, default, text[words[i].Start..words[i].End].ToString(), "", i == 0 ? -1 : 0,
                    i == 0 ? DependencyRelation.Root : DependencyRelation.Dep);
        }
    }
}
