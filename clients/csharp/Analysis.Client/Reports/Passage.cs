using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Analysis.V1;

namespace Analysis.Client.Reports;

/// <summary>Words of one article to be shown: whole sentences, or parts of them.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Spans">Ascending and disjoint.</param>
/// <param name="CutBefore">Whether words of the sentence are left out before the first span.</param>
/// <param name="CutAfter">Whether words of the sentence are left out after the last span.</param>
internal sealed partial record Passage(uint Article, IReadOnlyList<Span> Spans, bool CutBefore = false, bool CutAfter = false)
{
    // Fewer words beside a claim say nothing.
    private const int FewestBeside = 3;

    private static readonly FrozenSet<string> Relatives = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "which", "who", "whom", "whose", "that", "where", "when");

    /// <summary>Two passages of the same words are one.</summary>
    public bool Equals(Passage? other) => other is not null && Article == other.Article && Spans.SequenceEqual(other.Spans);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Article, Spans.Count, Spans.Count > 0 ? Spans[0].Start : 0);

    /// <summary>The sentences of one side of an alignment.</summary>
    public static Passage Of(ComparedArticles compared, AlignmentSide side)
    {
        var article = compared.Articles[(int)side.Article];
        var sentences = compared.Claims(side.Article, side.Claims).Select(article.Sentence).Distinct().OrderBy(span => span.Start).ToList();
        return new Passage(side.Article, sentences.Count > 0 ? sentences : side.Spans);
    }

    /// <summary>The passage without what is to be left out, as far as that is not kept; a word or two between go with it.</summary>
    /// <remarks>What governs words that are kept stays with them: without "nobody believes" there would be another statement.</remarks>
    /// <param name="text">The article's text.</param>
    /// <param name="keep">What stays, in any order.</param>
    /// <param name="leaveOut">What goes, in any order.</param>
    public Passage Part(string text, IEnumerable<Span> keep, IReadOnlyCollection<Span> leaveOut)
    {
        List<Span> all = [.. keep];
        while (leaveOut.Where(span => !all.Contains(span) && all.Any(other => Governs(text, span, other))).ToList() is { Count: > 0 } governing)
            all.AddRange(governing);
        var kept = Merge(text, all);
        var gone = Merge(text, Without(Merge(text, leaveOut), kept));
        var spans = new List<Span>();
        foreach (var piece in Without(Spans, gone))
        {
            string words = text.Slice(piece);
            if (!kept.Any(span => span.Start < piece.End && piece.Start < span.End) && WordsIn(words) < FewestBeside)
                continue;
            uint start = piece.Start, end = piece.End;
            if (Spans.All(span => span.Start != start) && !(spans.Count > 0 && Closing().IsMatch(text, (int)start)))
                start += (uint)CutEdgeBefore().Match(words).Length;
            if (Spans.All(span => span.End != end))
                end = start + (uint)CutEdgeAfter().Match(text[(int)start..(int)end]).Index;
            spans.Add(new Span { Start = start, End = end });
        }

        return spans.Count == 0
            ? this
            : new Passage(
                Article,
                spans,
                CutBefore: WordsIn(text[(int)Spans[0].Start..(int)spans[0].Start]) > 0,
                CutAfter: WordsIn(text[(int)spans[^1].End..(int)Spans[^1].End]) > 0);
    }

    /// <summary>The words, with an ellipsis where others are left out.</summary>
    public string Words(string text) => string.Concat(Styled(text, []).Select(piece => piece.Text));

    /// <summary>The passage with some of its words marked, and an ellipsis where something is left out.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="marks">What to mark, in any order; what lies outside the passage is not.</param>
    public IEnumerable<StyledText> Styled(string text, IEnumerable<Span> marks)
    {
        var merged = Merge(text, marks);
        if (CutBefore)
            yield return new StyledText("… ");
        for (int i = 0; i < Spans.Count; i++)
        {
            if (i > 0)
                yield return new StyledText(Between(text, Spans[i - 1].End, Spans[i].Start));

            uint at = Spans[i].Start;
            foreach (var mark in merged)
            {
                uint start = Math.Max(mark.Start, at), end = Math.Min(mark.End, Spans[i].End);
                if (start >= end)
                    continue;
                yield return new StyledText(text[(int)at..(int)start]);
                yield return new StyledText(text[(int)start..(int)end], TextStyle.Marked);
                at = end;
            }

            yield return new StyledText(text[(int)at..(int)Spans[i].End]);
        }

        if (CutAfter)
            yield return new StyledText(" …");
    }

    /// <summary>Whether another clause is what a clause says, or part of it; one that only tells more of somebody is not.</summary>
    public static bool Governs(string text, Span span, Span other) => LeadsTo(text, span, other)
        || (!span.Equals(other) && span.Start <= other.Start && other.End <= span.End && !IsRelative(text.Slice(other)));

    /// <summary>Whether another clause follows that is what a clause says, as in "nobody believes" and "it rained".</summary>
    public static bool LeadsTo(string text, Span span, Span other) =>
        span.End <= other.Start && !IsRelative(text.Slice(other)) && Governing().IsMatch(text[(int)span.End..(int)other.Start]);

    /// <summary>Whether a clause begins as one that only tells more of somebody, as "which owns the ferry".</summary>
    public static bool IsRelative(string clause) =>
        clause.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && Relatives.Contains(first);

    /// <summary>How many words there are between white space; punctuation alone is none.</summary>
    public static int WordsIn(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.EnumerateRunes().Any(Rune.IsLetterOrDigit));

    // Sorts spans and joins those that touch, overlap, or have only white space between them.
    private static List<Span> Merge(string text, IEnumerable<Span> spans)
    {
        var merged = new List<Span>();
        foreach (var span in spans.OrderBy(span => span.Start).ThenBy(span => span.End))
        {
            if (merged.Count > 0 && (span.Start <= merged[^1].End || IsBlank(text, merged[^1].End, span.Start)))
                merged[^1] = new Span { Start = merged[^1].Start, End = Math.Max(merged[^1].End, span.End) };
            else
                merged.Add(span);
        }

        return merged;
    }

    private static IEnumerable<Span> Without(IEnumerable<Span> spans, IReadOnlyList<Span> gone)
    {
        foreach (var span in spans)
        {
            uint start = span.Start;
            foreach (var hole in gone)
            {
                if (hole.End <= start || span.End <= hole.Start)
                    continue;
                if (start < hole.Start)
                    yield return new Span { Start = start, End = hole.Start };
                start = Math.Max(start, hole.End);
            }

            if (start < span.End)
                yield return new Span { Start = start, End = span.End };
        }
    }

    private static string Between(string text, uint end, uint start) =>
        IsBlank(text, end, start) ? " " : Closing().IsMatch(text, (int)start) ? " …" : SpanExtensions.Gap;

    private static bool IsBlank(string text, uint start, uint end) => text.AsSpan((int)start..(int)end).IsWhiteSpace();

    // What a cut takes along at its edges: punctuation, quotation marks that nothing is left between, and words that only join.
    [GeneratedRegex("""^[\s.,;:…–—―-]*(?:["'”’](?=\s))?\s*(?:(?:and|but|or)\s+)?""", RegexOptions.CultureInvariant)]
    private static partial Regex CutEdgeBefore();

    [GeneratedRegex(
        """(?:[\s,;:…–—―-]+["'“‘]?(?:and|but|or))?(?:[\s,;:…–—―-]+["'“‘])?[\s,;:…–—―-]*$""",
        RegexOptions.CultureInvariant)]
    private static partial Regex CutEdgeAfter();

    // What may stand between a clause and the clause that is what it says.
    [GeneratedRegex("""^\s*(?:(?:that|if|whether)\s+)?["'“‘(]*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Governing();

    // A quotation mark that ends words before it.
    [GeneratedRegex("""\G["'”’](?:\s|$)""", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
