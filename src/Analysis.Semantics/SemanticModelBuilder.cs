using Analysis.Language;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Semantics;

/// <summary>Runs the readers of meaning in the order in which they need each other.</summary>
internal static class SemanticModelBuilder
{
    public static SemanticModel Build(SyntaxTree tree, ISentenceParser parser, ArticleContext context, CancellationToken cancellation)
    {
        var text = AnnotatedText.Annotate(tree, parser, cancellation);
        return new SemanticModel(text, new ArticleMetadata { Language = new MetadataValue("en", null, FoundIn.Text, Confidence.Full) }, null);
    }
}
