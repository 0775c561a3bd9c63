using System.Collections.Immutable;
using System.Text;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6008: a paragraph says word for word what one before it says.</summary>
/// <remarks>Case, punctuation and white space do not matter. Short paragraphs are left out: a refrain or a one-line answer may come twice.</remarks>
internal sealed class DuplicateParagraph : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6008",
        RuleCategory.Structure,
        DiagnosticSeverity.Warning,
        Title: "Paragraph stands twice",
        MessageFormat: "The paragraph stands further up in the same words",
        Description: "A paragraph that stands twice is a slip of copying, and what it says would be counted twice.");

    /// <summary>Fewest words of a paragraph that is compared: as many as a short sentence has, more than a refrain.</summary>
    private const int MinWords = 8;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.Body | ArticleRegions.LiveEntries);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        var tree = context.Tree;
        var seen = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        for (int i = 0; i < tree.Blocks.Length; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var block = tree.Blocks[i];
            if (!block.Kind.IsBody() || !context.Sees(i) || Words(tree, block) is not { } words) continue;
            if (seen.TryGetValue(words, out var first)) context.Report(Descriptor, [block.Span], [(first, "The same words")]);
            else seen.Add(words, block.Span);
        }
    }

    /// <summary>The words and numbers in small letters, one space apart; null when they are too few.</summary>
    private static string? Words(SyntaxTree tree, BlockSyntax block)
    {
        var words = new StringBuilder(block.Span.Length);
        int count = 0;
        for (int i = tree.Sentences[block.FirstSentence].FirstToken; i < tree.Sentences[block.EndSentence - 1].EndToken; i++)
        {
            if (tree.Tokens[i].Kind is not (SyntaxKind.Word or SyntaxKind.Number)) continue;
            foreach (char c in tree.Text[tree.Tokens[i].Span]) words.Append(c is '’' ? '\'' : char.ToLowerInvariant(c));
            words.Append(' ');
            count++;
        }
        return count < MinWords ? null : words.ToString();
    }
}
