using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP5002: two reports of one event choose different words for what a side may call its own way.</summary>
/// <remarks>
/// A list gives the words for each matter. Reported where each article has words for a matter that the other never uses; words that it
/// quotes are not its own. No word is right or wrong: the choice is evidence.
/// </remarks>
internal sealed class WordsWithASide : ArticleAnalyzer
{
    /// <summary>The matters, each with its words as lists of lemmas.</summary>
    private static readonly ImmutableArray<ImmutableArray<string[]>> Matters =
    [
        .. Lexicon.Lines("words-with-a-side", typeof(WordsWithASide).Assembly)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries).Select(words => words.ToLowerInvariant().Split(' ')).ToImmutableArray()),
    ];

    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP5002",
        RuleCategory.Comparison,
        DiagnosticSeverity.Info,
        Title: "Other words for the same matter",
        MessageFormat: "“{0}” here, “{1}” in the other article",
        Description: "Which words a report chooses for a disputed matter shows how it sees it.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterComparisonAction(Check);
    }

    private static void Check(ComparisonAnalysisContext context)
    {
        var articles = context.Comparison.Articles;
        var found = articles.Select(article => Matters.Select(matter => FirstOfEach(article, matter)).ToArray()).ToArray();
        foreach (var related in context.Comparison.Relatedness)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (related.Verdict is not (Verdict.SameStory or Verdict.WireCopy or Verdict.NearDuplicate)) continue;
            for (int m = 0; m < Matters.Length; m++)
            {
                var (left, right) = (found[related.Left][m], found[related.Right][m]);
                if (left.Length == 0 || right.Length == 0 || left.Any(l => right.Any(r => l.Word == r.Word))) continue;
                context.Report(
                    Descriptor, new ArticleSpans(related.Left, [left[0].Span]), [new RelatedLocation(new ArticleSpans(related.Right, [right[0].Span]), "The words of the other article")],
                    articles[related.Left].Tree.Text.ToString(left[0].Span), articles[related.Right].Tree.Text.ToString(right[0].Span));
            }
        }
    }

    /// <summary>Which words for a matter an article uses itself, each with its first place, in order of the text.</summary>
    private static (int Word, TextSpan Span)[] FirstOfEach(SemanticModel model, ImmutableArray<string[]> matter)
    {
        var tokens = model.Tree.Tokens;
        var first = new SortedDictionary<int, (int Word, TextSpan Span)>();
        var seen = new HashSet<int>();
        for (int i = 0; i < tokens.Length; i++)
            for (int word = 0; word < matter.Length; word++)
            {
                if (seen.Contains(word) || !IsAt(model, i, matter[word]) || IsQuoted(model, tokens[i].Span)) continue;
                // "Special military operation" is no "military operation".
                if (i > 0 && matter.Any(longer => longer.Length > matter[word].Length && IsAt(model, i - 1, longer))) continue;
                seen.Add(word);
                first.TryAdd(i, (word, model.Text.SpanOf(i, i + matter[word].Length)));
            }
        return [.. first.Values];
    }

    private static bool IsAt(SemanticModel model, int token, string[] lemmas)
    {
        if (token + lemmas.Length > model.Text.Words.Length) return false;
        for (int i = 0; i < lemmas.Length; i++)
            if (!model.Text.Words[token + i].Lemma.Equals(lemmas[i], StringComparison.OrdinalIgnoreCase)) return false;
        return true;
    }

    private static bool IsQuoted(SemanticModel model, TextSpan word) => model.Tree.Quotations.Any(quotation => quotation.Content.OverlapsWith(word));
}
