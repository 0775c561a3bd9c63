using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6010: a quotation mark has no partner.</summary>
/// <remarks>
/// An opening mark that nothing closes in its paragraph and that the next paragraph does not take up, and a closing mark that nothing
/// opened. Single marks are left out: they are apostrophes as well. Marks behind a number are inches or seconds.
/// </remarks>
internal sealed class UnbalancedQuotes : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6010",
        RuleCategory.Structure,
        DiagnosticSeverity.Info,
        Title: "Quotation mark without its partner",
        MessageFormat: "{0}",
        Description: "Where a mark is missing nobody can tell which words are the speaker's and which the reporter's.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.Body | ArticleRegions.Headlines | ArticleRegions.QuotedSpeech | ArticleRegions.LiveEntries);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        var tree = context.Tree;
        var marks = MarksOf(tree);
        int previousOpen = -1;
        for (int b = 0; b < tree.Blocks.Length; b++)
        {
            var block = tree.Blocks[b];
            if (block.FirstSentence == block.EndSentence) continue;
            int first = tree.Sentences[block.FirstSentence].FirstToken, end = tree.Sentences[block.EndSentence - 1].EndToken;
            if (!context.Sees(b)) continue;
            context.Cancellation.ThrowIfCancellationRequested();
            bool takenUp = previousOpen >= 0 && marks[first] is Mark.Opens or Mark.Unclosed && SameMark(tree, previousOpen, first);
            int open = -1, closing = -1;
            for (int i = first; i < end; i++)
            {
                if (marks[i] is Mark.Unclosed && open < 0) open = i;
                else if (closing < 0 && open < 0 && marks[i] is Mark.None && IsLoneClosing(tree, i, first, end)) closing = i;
            }
            // The mark that the paragraph before left open is closed here, whether or not this one opened it anew.
            if (previousOpen >= 0 && !takenUp && closing >= 0) (previousOpen, closing) = (-1, -1);
            if (previousOpen >= 0 && !takenUp) Unclosed(context, previousOpen);
            if (closing >= 0) context.Report(Descriptor, tree.Tokens[closing].Span, "Nothing opens what this mark closes");
            previousOpen = open;
        }
        if (previousOpen >= 0) Unclosed(context, previousOpen);
    }

    private static void Unclosed(ArticleAnalysisContext context, int token) =>
        context.Report(Descriptor, context.Tree.Tokens[token].Span, "Nothing closes what this mark opens");

    private enum Mark : byte
    {
        None,
        Opens,
        Unclosed,
        Closes,
    }

    /// <summary>What the tree says of every token as a mark.</summary>
    private static Mark[] MarksOf(SyntaxTree tree)
    {
        var marks = new Mark[tree.Tokens.Length];
        foreach (var quotation in tree.Quotations)
        {
            bool isDouble = tree.Text[tree.Tokens[quotation.Open].Span][0] is '“' or '"' or '«';
            marks[quotation.Open] = quotation.Close < 0 && isDouble ? Mark.Unclosed : Mark.Opens;
            if (quotation.Close >= 0) marks[quotation.Close] = Mark.Closes;
        }
        return marks;
    }

    private static bool SameMark(SyntaxTree tree, int left, int right) => tree.Text[tree.Tokens[left].Span][0] == tree.Text[tree.Tokens[right].Span][0];

    /// <summary>Whether a token that belongs to no quotation is a closing mark.</summary>
    private static bool IsLoneClosing(SyntaxTree tree, int token, int first, int end)
    {
        var span = tree.Tokens[token].Span;
        char sign = tree.Text[span][0];
        if (sign is not ('”' or '"' or '»') || token == first) return false;
        bool glued = tree.Tokens[token - 1].Span.End == span.Start;
        // 6 ft 2", 30″: a measure. “”: nothing between the marks.
        if (glued && (char.IsAsciiDigit(tree.Text.Text[span.Start - 1]) || tree.Text.Text[span.Start - 1] is '“' or '"' or '«')) return false;
        return sign != '"' || glued && (token == end - 1 || tree.Tokens[token + 1].Span.Start > span.End || !char.IsLetterOrDigit(tree.Text.Text[span.End]));
    }
}
