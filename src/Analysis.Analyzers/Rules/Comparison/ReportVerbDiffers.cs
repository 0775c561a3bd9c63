using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP5001: the verb that reports a quotation puts its words in another light than that of the other article.</summary>
/// <remarks>
/// A list says what verbs of reporting say of the words beside that they were said: <em>admit</em> that they are true, <em>claim</em> that
/// nothing proves them. Silent where both verbs are of one kind or a verb is not on the list.
/// </remarks>
internal sealed class ReportVerbDiffers : ArticleAnalyzer
{
    private static readonly FrozenDictionary<string, string> Stances = Lexicon.Lines("report-verb-stances", typeof(ReportVerbDiffers).Assembly)
        .Select(line => line.Split(" = ")).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP5001",
        RuleCategory.Comparison,
        DiagnosticSeverity.Info,
        Title: "Another report verb for the same quotation",
        MessageFormat: "“{0}” here ({1}), “{2}” in the other article ({3})",
        Description: "The verb that reports words says how to take them.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterQuoteAlignmentAction(Check);
    }

    private static void Check(QuoteAlignmentAnalysisContext context)
    {
        var quote = context.QuoteAlignment;
        var left = context.Comparison.Articles[quote.LeftArticle];
        var right = context.Comparison.Articles[quote.RightArticle];
        if (CueOf(left, quote.Left[0]) is not { } l || CueOf(right, quote.Right[0]) is not { } r || l.Stance == r.Stance) return;
        context.Report(
            Descriptor, new ArticleSpans(quote.LeftArticle, [l.Cue]), [new RelatedLocation(new ArticleSpans(quote.RightArticle, [r.Cue]), "The verb of the other article")],
            left.Tree.Text.ToString(l.Cue), l.Stance, right.Tree.Text.ToString(r.Cue), r.Stance);
    }

    private static (TextSpan Cue, string Stance)? CueOf(SemanticModel model, TextSpan words)
    {
        foreach (var quote in model.Quotes)
        {
            if (quote is not { Cue: { } cue } || !quote.Verbatim.Any(span => span.OverlapsWith(words))) continue;
            for (int i = model.Text.TokenAt(cue.Start); i < model.Tree.Tokens.Length && model.Tree.Tokens[i].Span.Start < cue.End; i++)
                if (Stances.TryGetValue(model.Text.Words[i].Lemma, out string? stance)) return (cue, stance);
        }
        return null;
    }
}
