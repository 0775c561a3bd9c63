using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6005: the record holds several articles, as the entries of a live page.</summary>
/// <remarks>
/// Marks the line that opens the second article; the lines that open the others, and the titles of all, are named beside it. A heading over
/// the entries is no article, and neither is an entry without title and text.
/// </remarks>
internal sealed class SeveralArticles : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6005",
        RuleCategory.Structure,
        DiagnosticSeverity.Warning,
        Title: "Several articles in one record",
        MessageFormat: "The record holds {0} articles; here the second starts",
        Description: "What is said in one of the articles would be taken for something that another says.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.All);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        var blocks = context.Tree.Blocks;
        var openings = new List<(TextSpan First, TextSpan? Title)>();
        for (int first = 0; first < blocks.Length;)
        {
            int end = first;
            bool body = false;
            TextSpan? title = null;
            for (; end < blocks.Length && blocks[end].Section == blocks[first].Section; end++)
            {
                body |= blocks[end].Kind.IsBody();
                if (blocks[end].Kind is SyntaxKind.Headline) title ??= blocks[end].Span;
            }
            if (body || title is not null && blocks[first].Section > 0) openings.Add((blocks[first].Span, title));
            first = end;
        }
        if (openings.Count < 2) return;

        var related = ImmutableArray.CreateBuilder<(TextSpan, string)>();
        for (int i = 1; i < openings.Count; i++)
        {
            if (i > 1) related.Add((openings[i].First, FormattableString.Invariant($"Here article {i + 1} starts")));
            if (openings[i].Title is { } title && title != openings[i].First) related.Add((title, FormattableString.Invariant($"Title of article {i + 1}")));
        }
        context.Report(Descriptor, [openings[1].First], related.ToImmutable(), openings.Count);
    }
}
