using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6010: a quotation mark has no partner.</summary>
/// <remarks>
/// An opening mark that nothing closes in its paragraph and that the next paragraph does not take up, and a closing mark that nothing
/// opened. A mark that is turned the wrong way is the one that is marked, not its partner. Single marks are left out: they are apostrophes
/// as well. Marks behind a number are inches or seconds.
/// </remarks>
internal sealed class UnbalancedQuotes : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6010",
        RuleCategory.Structure,
        DiagnosticSeverity.Info,
        Title: "Quotation mark without its partner",
        MessageFormat: "Quotation mark without its partner: {0}",
        Description: "Where a mark is missing nobody can tell which words are the speaker's and which the reporter's.");

    private const string NothingCloses = "nothing closes what it opens";

    /// <summary>Most paragraphs without marks through which a quotation may run that is neither closed nor taken up on the way.</summary>
    private const int MaxApart = 5;

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
        // An opening mark that its paragraph left open, and the number of paragraphs without marks behind it.
        int pending = -1, apart = 0;
        for (int b = 0; b < tree.Blocks.Length; b++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var block = tree.Blocks[b];
            if (block.FirstSentence == block.EndSentence || !context.Sees(b)) continue;
            int first = tree.Sentences[block.FirstSentence].FirstToken, end = tree.Sentences[block.EndSentence - 1].EndToken;
            if (HoldsMarkup(tree, first, end)) continue;
            var found = Read(tree, marks, first, end);
            if (pending >= 0)
            {
                bool takenUp = marks[first] is Mark.Opens or Mark.Unclosed && Sign(tree, pending) == Sign(tree, first);
                bool closed = !takenUp && found.Closing >= 0 && found.TurnedOpening < 0;
                if (closed) found = found with { Closing = -1 };
                if (!takenUp && !closed && !found.Any && ++apart <= MaxApart) continue;
                if (!takenUp && !closed) context.Report(Descriptor, tree.Tokens[pending].Span, NothingCloses);
                pending = -1;
            }
            if (found.TurnedOpening >= 0) context.Report(Descriptor, tree.Tokens[found.TurnedOpening].Span, "it closes where the quotation begins");
            else if (found.Closing >= 0) context.Report(Descriptor, tree.Tokens[found.Closing].Span, "nothing opens what it closes");
            if (found.TurnedClosing >= 0) context.Report(Descriptor, tree.Tokens[found.TurnedClosing].Span, "it opens where the quotation ends");
            else (pending, apart) = (found.Unclosed, 0);
        }
        if (pending >= 0) context.Report(Descriptor, tree.Tokens[pending].Span, NothingCloses);
    }

    private enum Mark : byte
    {
        None,
        Opens,
        Unclosed,
        Closes,
    }

    /// <summary>The first marks of a block that have no partner, as token indices; -1 where there is none.</summary>
    /// <param name="Unclosed">An opening mark.</param>
    /// <param name="TurnedClosing">An opening mark that stands like a closing one: <em>“so“ he said</em>.</param>
    /// <param name="Closing">A closing mark.</param>
    /// <param name="TurnedOpening">A closing mark that stands like an opening one: <em>”so” he said</em>.</param>
    /// <param name="Any">Whether the block holds double marks at all.</param>
    private readonly record struct LoneMarks(int Unclosed, int TurnedClosing, int Closing, int TurnedOpening, bool Any);

    private static LoneMarks Read(SyntaxTree tree, Mark[] marks, int first, int end)
    {
        var found = new LoneMarks(-1, -1, -1, -1, false);
        for (int i = first; i < end; i++)
        {
            if (Sign(tree, i) is not ('“' or '”' or '"' or '«' or '»')) continue;
            found = found with { Any = true };
            if (marks[i] is Mark.Unclosed)
            {
                if (found.Unclosed < 0) found = found with { Unclosed = i };
                else if (found.TurnedClosing < 0 && Sign(tree, i) == '“' && StandsClosing(tree, i, first, end)) found = found with { TurnedClosing = i };
            }
            else if (marks[i] is Mark.None && Sign(tree, i) == '“' && found is { Unclosed: >= 0, TurnedClosing: < 0 } && (i == end - 1 || StandsClosing(tree, i, first, end)))
            {
                // Nothing stands behind it that it could open, so the tree has no quotation for it.
                found = found with { TurnedClosing = i };
            }
            else if (marks[i] is Mark.None && Sign(tree, i) is not ('“' or '«') && !IsMeasureOrEmpty(tree, i, first))
            {
                if (found.TurnedOpening < 0 && Sign(tree, i) == '”' && StandsOpening(tree, i, first, end)) found = found with { TurnedOpening = i };
                else if (found.Closing < 0 && i > first && (Sign(tree, i) != '"' || StandsClosing(tree, i, first, end))) found = found with { Closing = i };
            }
        }
        return found;
    }

    /// <summary>What the tree says of every token as a mark.</summary>
    private static Mark[] MarksOf(SyntaxTree tree)
    {
        var marks = new Mark[tree.Tokens.Length];
        foreach (var quotation in tree.Quotations)
        {
            marks[quotation.Open] = quotation.Close < 0 && Sign(tree, quotation.Open) is '“' or '"' or '«' ? Mark.Unclosed : Mark.Opens;
            if (quotation.Close >= 0) marks[quotation.Close] = Mark.Closes;
        }
        return marks;
    }

    private static char Sign(SyntaxTree tree, int token) => tree.Text.Text[tree.Tokens[token].Span.Start];

    /// <summary>Glued to what stands before it, and not to a word behind it.</summary>
    private static bool StandsClosing(SyntaxTree tree, int token, int first, int end) =>
        token > first && tree.Tokens[token - 1].Span.End == tree.Tokens[token].Span.Start
        && (token == end - 1 || !char.IsLetterOrDigit(tree.Text.Text[tree.Tokens[token].Span.End]));

    /// <summary>First of all, or glued to what stands behind it and not to a word or stop before it. A sign that sets the direction of writing is no word.</summary>
    private static bool StandsOpening(SyntaxTree tree, int token, int first, int end) =>
        token == first && end - first > 1
        || token < end - 1 && char.IsLetterOrDigit(tree.Text.Text[tree.Tokens[token].Span.End])
        && (tree.Tokens[token - 1].Span.End < tree.Tokens[token].Span.Start || tree.Tokens[token - 1].Kind is SyntaxKind.Symbol);

    /// <summary>2": inches. “”: nothing between the marks.</summary>
    private static bool IsMeasureOrEmpty(SyntaxTree tree, int token, int first) =>
        token > first && tree.Tokens[token - 1].Span.End == tree.Tokens[token].Span.Start
        && tree.Text.Text[tree.Tokens[token].Span.Start - 1] is '“' or '"' or '«' or (>= '0' and <= '9');

    /// <summary>Whether the block holds markup that was not taken out: the marks in author="…" are nobody's speech.</summary>
    private static bool HoldsMarkup(SyntaxTree tree, int first, int end)
    {
        var text = tree.Text[tree.Tokens[first].Span.Union(tree.Tokens[end - 1].Span)];
        return text.Contains("=\"", StringComparison.Ordinal) || text.Contains("\">", StringComparison.Ordinal) || text.Contains("=”", StringComparison.Ordinal) || text.Contains("=“", StringComparison.Ordinal);
    }
}
