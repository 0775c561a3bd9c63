using System.Collections.Immutable;

namespace Analysis.Syntax;

/// <summary>Pairs quotation marks. Linear: every mark is opened or closed once, and nothing stays open beyond its block.</summary>
internal static class QuotationFinder
{
    /// <summary>Deepest nesting that is followed; marks below it are passed over.</summary>
    private const int MaxDepth = 4;

    public static ImmutableArray<QuotationSyntax> Find(
        ReadOnlySpan<char> text, ImmutableArray<SyntaxToken> tokens, ImmutableArray<SentenceSyntax> sentences, ImmutableArray<BlockSyntax> blocks)
    {
        var found = ImmutableArray.CreateBuilder<QuotationSyntax>();
        var open = new List<(int Slot, char Mark)>(MaxDepth);
        bool leftOpen = false;
        foreach (var block in blocks)
        {
            if (block.FirstSentence == block.EndSentence) continue;
            int first = sentences[block.FirstSentence].FirstToken, end = sentences[block.EndSentence - 1].EndToken;
            bool previousLeftOpen = leftOpen;
            open.Clear();
            for (int i = first; i < end; i++)
            {
                if (MarkOf(text, tokens, i, first, end, open) is not { } mark) continue;
                if (mark.Closes)
                {
                    // By hand: a lambda would make an object of every token's mark.
                    int depth = open.Count - 1;
                    while (depth >= 0 && !Closes(mark.Sign, open[depth].Mark)) depth--;
                    if (depth < 0) continue;
                    Complete(found, text, tokens, open[depth].Slot, i, end);
                    open.RemoveRange(depth, open.Count - depth);
                }
                else if (open.Count < MaxDepth)
                {
                    open.Add((found.Count, mark.Sign));
                    found.Add(new QuotationSyntax(i, -1, default, open.Count - 1, i == first && previousLeftOpen && open.Count == 1));
                }
            }
            leftOpen = open.Count > 0;
            // An inner mark that never closes is an apostrophe or a mistake; an outer one runs on to the end of its block.
            foreach (var (slot, mark) in open)
                Complete(found, text, tokens, slot, -1, mark is '“' or '"' or '«' ? end : found[slot].Open + 1);
        }
        found.RemoveAll(q => q.Content.IsEmpty);
        return found.ToImmutable();
    }

    private static void Complete(
        ImmutableArray<QuotationSyntax>.Builder found, ReadOnlySpan<char> text, ImmutableArray<SyntaxToken> tokens, int slot, int close, int end)
    {
        int start = tokens[found[slot].Open].Span.End;
        int stop = close >= 0 ? tokens[close].Span.Start : tokens[end - 1].Span.End;
        while (start < stop && Lexer.IsSpace(text[start])) start++;
        while (stop > start && Lexer.IsSpace(text[stop - 1])) stop--;
        found[slot] = found[slot] with { Close = close, Content = new TextSpan(start, Math.Max(start, stop)) };
    }

    private static bool Closes(char close, char open) => (open, close) switch
    {
        ('“', '”') or ('‘', '’') or ('"', '"') or ('«', '»') or ('“', '"') or ('"', '”') or ('`', '\'') or ('\'', '\'') => true,
        _ => false,
    };

    /// <summary>Reads a token as a quotation mark and says whether it opens or closes; null when it is none.</summary>
    private static (char Sign, bool Closes)? MarkOf(
        ReadOnlySpan<char> text, ImmutableArray<SyntaxToken> tokens, int index, int first, int end, List<(int Slot, char Mark)> open)
    {
        var span = tokens[index].Span;
        char c = text[span.Start];
        if (tokens[index].Kind is not (SyntaxKind.Punctuation or SyntaxKind.Symbol)) return null;
        if (c is '”' or '"' && IsInches(text[..span.Start])) return null;
        bool spaceBefore = index == first || tokens[index - 1].Span.End < span.Start || text[span.Start - 1] is '(' or '[' or '—' or '–' or '“' or '‘';
        bool spaceAfter = index == end - 1 || tokens[index + 1].Span.Start > span.End || !char.IsLetterOrDigit(text[span.End]);
        switch (c)
        {
            case '“' or '«' or '‘':
                return (c, false);
            case '”' or '»':
                return (c, true);
            case '’':
                // Also the apostrophe: it closes only what a single mark opened.
                return open.Exists(o => o.Mark == '‘') ? (c, true) : null;
            case '"':
            case '\'' when span.Length == 2:
                // Between two spaces or two letters only the state can tell.
                bool isOpen = open.Exists(o => o.Mark is '"' or '“');
                return ('"', spaceBefore == spaceAfter ? isOpen : !spaceBefore);
            case '`' when span.Length == 2:
                return ('"', false);
            case '\'' when span.Length == 1:
                if (open.Exists(o => o.Mark == '\'')) return spaceAfter && !spaceBefore ? ('\'', true) : null;
                // Opens only where a matching close can be seen in the block; otherwise it is an apostrophe ('90s, rock 'n' roll).
                return spaceBefore && !spaceAfter && HasStraightClose(text, tokens, index + 1, end) ? ('\'', false) : null;
            default:
                return null;
        }
    }

    /// <summary>Whether a text ends in feet and inches, as in 6'2" or 5’ 11”, so that the mark behind it is no quotation mark.</summary>
    private static bool IsInches(ReadOnlySpan<char> before)
    {
        var feet = before[Math.Max(0, before.Length - 6)..].TrimEnd("0123456789");
        int digits = before.Length - Math.Max(0, before.Length - 6) - feet.Length;
        feet = feet.TrimEnd(' ');
        return digits is 1 or 2 && feet.Length > 1 && feet[^1] is '\'' or '’' or '′' && char.IsAsciiDigit(feet[^2]);
    }

    private static bool HasStraightClose(ReadOnlySpan<char> text, ImmutableArray<SyntaxToken> tokens, int from, int end)
    {
        // A quotation in single marks is short; the bound keeps the search linear over a text full of apostrophes.
        const int Reach = 60;
        for (int i = from; i < end && i < from + Reach; i++)
        {
            var span = tokens[i].Span;
            if (span.Length != 1 || text[span.Start] != '\'' || tokens[i].Kind is SyntaxKind.Word) continue;
            if (tokens[i - 1].Span.End == span.Start && (i == end - 1 || tokens[i + 1].Span.Start > span.End || text[span.End] is '.' or ',' or ';' or ':' or '?' or '!' or '"' or '”'))
                // A single letter between two marks is a word cut short at both ends: rock 'n' roll.
                return i > from + 1 || tokens[from].Span.Length > 1;
        }
        return false;
    }
}
