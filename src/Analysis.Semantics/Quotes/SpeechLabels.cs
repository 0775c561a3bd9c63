using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>Finds speakers who are named by their place alone: the labels of a transcript, and the name behind the dash under a quotation.</summary>
internal static class SpeechLabels
{
    // "THE REV. ANN LEE:" is long for a label; what is longer is a sentence.
    private const int LongestLabel = 5, LongestSignature = 14, FewestWords = 2;

    /// <summary>
    /// Paragraphs that begin with the name of who speaks and a colon: "LEE: We are ready." Where no name comes back it is no transcript but a list:
    /// "WHEN: Monday".
    /// </summary>
    /// <returns>For each its name, its colon and the words that are said, as tokens.</returns>
    public static List<((int First, int End) Name, int Colon, (int First, int End) Said)> Find(AnnotatedText text)
    {
        var found = new List<((int First, int End) Name, int Colon, (int First, int End) Said)>();
        bool hasCapitals = false, comesBack = false;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in text.Tree.Blocks)
        {
            if (block.Kind is not (SyntaxKind.Paragraph or SyntaxKind.ListItem) || block.FirstSentence == block.EndSentence) continue;
            int first = text.Tree.Sentences[block.FirstSentence].FirstToken, end = text.Tree.Sentences[block.EndSentence - 1].EndToken;
            if (QuotationMark.Is(text, first)) first++;
            int colon = first;
            while (colon < end && colon < first + LongestLabel && IsOfName(text, colon)) colon++;
            if (colon == first || colon + FewestWords >= end || text.Form(colon) is not ":" || SpeechSetting.IsLabel(text.Words[colon - 1].Lemma)) continue;
            hasCapitals |= IsInCapitals(text, first);
            comesBack |= !names.Add(text.Tree.Text.ToString(text.SpanOf(first, colon)));
            found.Add(((first, colon), colon, (colon + 1, end)));
        }
        if (!comesBack || !hasCapitals) found.Clear();
        return found;
    }

    /// <summary>The name behind the dash behind a quotation, up to the end of the paragraph: "“We are ready.” — Ann Lee, mayor".</summary>
    /// <param name="text">The text.</param>
    /// <param name="close">The mark that closes the quotation.</param>
    /// <returns>The dash and the name; both of it -1 where there is none.</returns>
    public static (int Dash, (int First, int End) Name) SignatureBehind(AnnotatedText text, int close)
    {
        var none = (-1, (-1, -1));
        int dash = close + 1;
        if (close < 0 || dash + 1 >= text.Words.Length || text.Form(dash) is not ("—" or "–" or "―" or "--")) return none;
        int block = text.SentenceOf(close).Block, end = dash + 1;
        if (text.SentenceOf(dash).Block != block || text.Words[end].Upos is not Upos.PROPN) return none;
        for (; end < text.Words.Length && text.SentenceOf(end).Block == block; end++)
            if (end > dash + LongestSignature || text.Words[end].Upos is Upos.VERB or Upos.AUX || QuotationMark.Is(text, end)) return none;
        var name = ContentRules.Trim(text, dash + 1, end);
        return name.First < 0 ? none : (dash, name);
    }

    private static bool IsOfName(AnnotatedText text, int token) => text.Form(token) is var form && (char.IsUpper(form[0]) || form is ".");

    private static bool IsInCapitals(AnnotatedText text, int token) => !text.Form(token).ContainsAnyInRange('a', 'z');
}
