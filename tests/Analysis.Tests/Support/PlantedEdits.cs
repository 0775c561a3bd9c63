using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Analysis.Syntax;

namespace Analysis.Tests.Support;

/// <summary>One edit of one sentence of an article.</summary>
/// <param name="Article">The article.</param>
/// <param name="Edited">Its paragraphs with the edit.</param>
/// <param name="Left">The words that were changed, in the article's text; empty where words were only put in.</param>
/// <param name="Right">The words that stand there now, in the edited text.</param>
/// <param name="Sentence">The edited sentence.</param>
internal sealed record PlantedEdit(BasilArticle Article, ImmutableArray<ImmutableArray<string>> Edited, TextSpan Left, TextSpan Right, string Sentence);

/// <summary>Plants edits in real articles by the look of the words alone: patterns and lists of its own, none of the engine's.</summary>
internal static partial class PlantedEdits
{
    // A sentence with one of these does not state its figures flatly.
    private static readonly FrozenSet<string> Conjectures = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "may", "might", "could", "would", "if", "estimated", "approximately");

    // A figure shortly behind one of these is hedged, a rank or one end of a range.
    private static readonly FrozenSet<string> Hedges = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "about", "around", "some", "nearly", "almost", "roughly", "least", "most", "maximum", "first", "last", "next", "past", "top", "one", "and", "more", "fewer", "less", "over", "under", "up", "than", "between", "to", "or", "another", "as", "age", "ages", "aged");

    // A sentence with one of these is not stated flatly, or denies already.
    private static readonly FrozenSet<string> Denials = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "may", "might", "could", "would", "should", "can", "if", "whether", "unless", "not", "never", "no", "nor", "neither", "nobody", "none", "nothing", "without", "cannot", "only", "even",
        "just", "either", "perhaps", "likely", "unlikely", "allegedly", "reportedly", "or", "still", "any", "deny", "denied", "denies", "denying", "doubt");

    private static readonly SearchValues<char> Marks = SearchValues.Create("“”\"‘[]…");

    // Before a plural noun, "percent" or "million", with a word between at most; no year and no number that another is joined to.
    [GeneratedRegex(@"(?<=[a-z,] \$?)(?:[2-9]|[1-9]\d{1,2}|[1-9]\d{0,2},\d{3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)(?= (?!to|or|and|of|percentage|quarters|[a-z]+ ago)(?:percent|million|billion|(?:[a-z]+ )?[A-Za-z]+(?:s|men|women|people|children))\b)")]
    private static partial Regex Count();

    [GeneratedRegex(@"(?<=\w )(?:is|are|was|were|has|have|had|will)(?= [a-z]+\b)")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"[\p{L}\p{N}']+")]
    private static partial Regex Word();

    /// <summary>Edits that put another number for one that stands in the article once.</summary>
    public static ImmutableArray<PlantedEdit> Numbers(ImmutableArray<BasilArticle> articles) => Plant(articles, Conjectures, Count(), (article, sentence, match) =>
        !Word().Matches(sentence[..match.Index]).TakeLast(3).Any(word => Hedges.Contains(word.Value)) && Regex.Count(article.Write(article.Paragraphs), $@"(?<![\w,.]){Regex.Escape(match.Value)} {Word().Match(sentence, match.Index + match.Length)}") == 1 ? (0, match.Length, Other(match.Value)) : null);

    /// <summary>Edits that put <em>not</em> behind an auxiliary.</summary>
    public static ImmutableArray<PlantedEdit> Negations(ImmutableArray<BasilArticle> articles) => Plant(articles, Denials, Auxiliary(), (_, _, match) => (match.Length + 1, 0, "not "));

    /// <summary>A number that no rounding makes the same.</summary>
    private static string Other(string number)
    {
        if (!char.IsAsciiDigit(number[0])) return number == "seven" ? "four" : "seven";
        int value = int.Parse(number, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return (value + value / 3 + 7).ToString(number.Contains(',') ? "#,0" : "0", CultureInfo.InvariantCulture);
    }

    /// <summary>One edit at a time in every sentence that is fit for it: stated once, without quotation marks, flatly.</summary>
    private static ImmutableArray<PlantedEdit> Plant(ImmutableArray<BasilArticle> articles, FrozenSet<string> unfit, Regex place, Func<BasilArticle, string, Match, (int Offset, int Length, string Words)?> edit)
    {
        var edits = ImmutableArray.CreateBuilder<PlantedEdit>();
        foreach (var article in articles)
            for (int p = 0; p < article.Paragraphs.Length; p++)
                for (int s = 0; s < article.Paragraphs[p].Length; s++)
                {
                    string sentence = article.Paragraphs[p][s];
                    if (!IsFlat(article, p, s, unfit)) continue;
                    foreach (Match match in place.Matches(sentence))
                    {
                        if (edit(article, sentence, match) is not { } change) continue;
                        int at = match.Index + change.Offset;
                        string edited = sentence.Remove(at, change.Length).Insert(at, change.Words);
                        int start = article.StartOf(p, s) + at;
                        edits.Add(new PlantedEdit(
                            article, article.Paragraphs.SetItem(p, article.Paragraphs[p].SetItem(s, edited)), new TextSpan(start, start + change.Length),
                            new TextSpan(start, start + change.Words.TrimEnd().Length), edited));
                    }
                }
        return edits.ToImmutable();
    }

    private static bool IsFlat(BasilArticle article, int paragraph, int sentence, FrozenSet<string> unfit)
    {
        string text = article.Paragraphs[paragraph][sentence];
        return text.EndsWith('.') && !text.AsSpan().ContainsAny(Marks) && !Word().Matches(text).Any(word => unfit.Contains(word.Value) || word.Value.EndsWith("n't", StringComparison.Ordinal) || word.Value.EndsWith("n’t", StringComparison.Ordinal))
            && article.Paragraphs.Sum(sentences => sentences.Count(other => other == text)) == 1
            // A quotation that a sentence before leaves open goes on in this one.
            && article.Paragraphs[paragraph].Take(sentence).Sum(before => before.Count(c => c == '“') - before.Count(c => c == '”')) <= 0;
    }
}
