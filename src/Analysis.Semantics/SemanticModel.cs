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

/// <summary>What an article says: who, how many, when, who said it, and what is claimed.</summary>
/// <remarks>Built once per tree; immutable and safe to share between threads. All lists are in order of the text.</remarks>
public sealed class SemanticModel
{
    internal SemanticModel(AnnotatedText text, ArticleMetadata metadata, ArticleDate? date)
    {
        Text = text;
        Metadata = metadata;
        Date = date;
    }

    /// <summary>The tree with its grammar.</summary>
    public AnnotatedText Text { get; }

    /// <summary>The tree.</summary>
    public SyntaxTree Tree => Text.Tree;

    /// <summary>What is known of the article as a document.</summary>
    public ArticleMetadata Metadata { get; }

    /// <summary>The date that relative dates resolve on; null when the article has none.</summary>
    public ArticleDate? Date { get; }

    /// <summary>Whether the text is in a language that is read beyond its structure. When false the lists below are empty.</summary>
    public bool LanguageSupported => Metadata.IsEnglish;

    /// <summary>Who and what is named.</summary>
    public ImmutableArray<Entity> Entities { get; internal init; } = [];

    /// <summary>
    /// What is spoken of twice or more but never by a name: <em>the two men … they</em>. Indices go on from those of <see cref="Entities"/>;
    /// no other list points here.
    /// </summary>
    public ImmutableArray<Entity> Unnamed { get; internal init; } = [];

    /// <summary>Numbers.</summary>
    public ImmutableArray<Quantity> Quantities { get; internal init; } = [];

    /// <summary>Dates and times.</summary>
    public ImmutableArray<DateMention> Dates { get; internal init; } = [];

    /// <summary>Who said what.</summary>
    public ImmutableArray<Quote> Quotes { get; internal init; } = [];

    /// <summary>What is claimed.</summary>
    public ImmutableArray<Claim> Claims { get; internal init; } = [];

    /// <summary>Reads a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="parser">Grammar of English.</param>
    /// <param name="context">What the sender says about the article.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <remarks>Never fails; linear in the length of the text.</remarks>
    public static SemanticModel Build(SyntaxTree tree, ISentenceParser parser, ArticleContext context = default, CancellationToken cancellation = default) =>
        SemanticModelBuilder.Build(tree, parser, context, cancellation);
}
