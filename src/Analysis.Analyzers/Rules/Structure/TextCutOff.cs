using System.Collections.Immutable;
using System.Globalization;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Structure;

/// <summary>ART6009: the text ends in the middle of a sentence.</summary>
/// <remarks>
/// Looks at the last paragraph of the article and of each entry of a live page, not at lists and headings. Two signs count: a mark that programs leave where they cut
/// ("… [+1234 chars]", "[...]", "... Read more"), and a last word that asks for another ("of the"). A missing full stop alone is no sign,
/// nor are dots behind a whole sentence.
/// </remarks>
internal sealed class TextCutOff : ArticleAnalyzer
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "ART6009",
        RuleCategory.Structure,
        DiagnosticSeverity.Warning,
        Title: "Text is cut off",
        MessageFormat: "The text is cut off {0}",
        Description: "What an article does not say cannot be told where its end is missing.");

    /// <summary>Fewest words of a last paragraph that is judged by its last word; a shorter one is a signature or a label.</summary>
    private const int MinWords = 6;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.Body | ArticleRegions.QuotedSpeech | ArticleRegions.LiveEntries);
        context.RegisterArticleAction(Check);
    }

    private static void Check(ArticleAnalysisContext context)
    {
        var blocks = context.Tree.Blocks;
        for (int i = 0, last = -1; i < blocks.Length; i++)
        {
            if (blocks[i].Kind.IsBody()) last = i;
            bool sectionEnds = i + 1 == blocks.Length || blocks[i + 1].Section != blocks[i].Section;
            if (!sectionEnds || last < 0) continue;
            if (blocks[last].Kind is SyntaxKind.Paragraph or SyntaxKind.BlockQuote) CheckEnd(context, blocks[last]);
            last = -1;
        }
    }

    private static void CheckEnd(ArticleAnalysisContext context, BlockSyntax block)
    {
        var text = context.Tree.Text[block.Span];
        int mark = MarkLength(text);
        if (mark > 0)
        {
            context.Report(Descriptor, new TextSpan(block.Span.End - mark, block.Span.End), "by a program, which left a mark");
            return;
        }
        bool dots = text is [.., '…'] or [.., '.', '.'];
        int word = context.Tree.Sentences[block.EndSentence - 1].EndToken - (dots ? 2 : 1);
        if (word >= context.Tree.Sentences[block.FirstSentence].FirstToken && AsksForMore(context, block, word))
            context.Report(Descriptor, new TextSpan(context.Tree.Tokens[word].Span.Start, block.Span.End), "in the middle of a sentence");
    }

    /// <summary>Length of the mark at the end of a text that programs leave where they cut it; 0 when there is none.</summary>
    private static int MarkLength(ReadOnlySpan<char> text)
    {
        int whole = text.Length;
        var rest = text.TrimEnd();
        // [+1234 chars]
        if (rest.EndsWith(" chars]", StringComparison.Ordinal) && rest.LastIndexOf("[+") is var open and >= 0
            && int.TryParse(rest[(open + 2)..^" chars]".Length], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return whole - TrimDots(rest[..open]).Length;
        foreach (string sign in (ReadOnlySpan<string>)["[...]", "[…]", "[&hellip;]"])
            if (rest.EndsWith(sign, StringComparison.Ordinal)) return sign.Length + (whole - rest.Length);
        foreach (string prompt in (ReadOnlySpan<string>)["Read more", "Continue reading", "Read More", "READ MORE", "Show more", "(more)", "(MORE)"])
        {
            var head = rest.TrimEnd(".… →»>");
            if (!head.EndsWith(prompt, StringComparison.Ordinal)) continue;
            var before = head[..^prompt.Length].TrimEnd();
            // Behind a whole sentence the prompt leads to another page, not to the rest of this one.
            if (before.EndsWith("…", StringComparison.Ordinal) || before.EndsWith("...", StringComparison.Ordinal)) return whole - TrimDots(before).Length;
            if (before.Length > 0 && char.IsLetter(before[^1])) return whole - (head.Length - prompt.Length);
        }
        return 0;
    }

    /// <summary>The text without the dots at its end; the white space in front of them stays.</summary>
    private static ReadOnlySpan<char> TrimDots(ReadOnlySpan<char> text) => text.TrimEnd() is [.., '.' or '…'] dotted ? dotted.TrimEnd(".…") : text;

    private static bool AsksForMore(ArticleAnalysisContext context, BlockSyntax block, int word)
    {
        var model = context.Model;
        if (!model.LanguageSupported || word - context.Tree.Sentences[block.FirstSentence].FirstToken + 1 < MinWords) return false;
        var form = model.Text.Form(word);
        if (form is "," or ";" or "-" or "(" or "–") return true;
        if (context.Tree.Tokens[word].Kind is not SyntaxKind.Word || !char.IsLower(form[0])) return false;
        // Of the words that ask for another only those that hardly ever end a clause: "in" and "to" may, as in "the town he lived in".
        return model.Text.Words[word].Upos switch
        {
            Upos.DET => form is "the" or "a" or "an" or "its" or "their" or "his" or "my" or "our" or "your",
            Upos.PRON => form is "its" or "their" or "my" or "our" or "your",
            Upos.CCONJ => form is "and" or "or" or "but",
            Upos.SCONJ => form is "that" or "because" or "although" or "while" or "whether" or "if",
            Upos.ADP => form is "of" or "from" or "between" or "during" or "among" or "into" or "than" or "as",
            _ => false,
        };
    }
}
