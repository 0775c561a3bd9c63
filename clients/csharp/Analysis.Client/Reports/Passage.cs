using System.Buffers;
using System.Text;
using Analysis.V1;

namespace Analysis.Client.Reports;

/// <summary>Words of one article to be shown: whole sentences, or parts of them.</summary>
/// <param name="Article">Index of the article.</param>
/// <param name="Spans">Ascending and disjoint.</param>
internal sealed record Passage(uint Article, IReadOnlyList<Span> Spans)
{
    private static readonly SearchValues<char> Punctuation = SearchValues.Create(" \t\r\n\u00a0.,;:!?\"'()[]-–—…“”‘’");

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

    /// <summary>The passage with some of its words marked, and an ellipsis where something between its spans is left out.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="marks">What to mark, in any order; what lies outside the passage is not.</param>
    public IEnumerable<StyledText> Styled(string text, IEnumerable<Span> marks)
    {
        var merged = Merge(text, marks);
        for (int i = 0; i < Spans.Count; i++)
        {
            if (i > 0)
                yield return new StyledText(IsBlank(text, Spans[i - 1].End, Spans[i].Start) ? " " : SpanExtensions.Gap);

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
    }

    /// <summary>Sorts spans and joins those that touch, overlap, or have only white space between them.</summary>
    public static IReadOnlyList<Span> Merge(string text, IEnumerable<Span> spans)
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

    /// <summary>Some words of a sentence, with an ellipsis where others are left out; punctuation alone is none.</summary>
    public static string Part(string text, Span sentence, IEnumerable<Span> words)
    {
        var part = new StringBuilder();
        uint at = sentence.Start;
        foreach (var span in Merge(text, words))
        {
            part.Append(HasWords(text, at, span.Start) ? (at == sentence.Start ? "… " : SpanExtensions.Gap) : text[(int)at..(int)span.Start]);
            part.Append(text, (int)span.Start, (int)(span.End - span.Start));
            at = span.End;
        }

        return part.Append(HasWords(text, at, sentence.End) ? " …" : text[(int)at..(int)sentence.End]).ToString();
    }

    private static bool HasWords(string text, uint start, uint end) => text.AsSpan((int)start..(int)end).ContainsAnyExcept(Punctuation);

    private static bool IsBlank(string text, uint start, uint end) => text.AsSpan((int)start..(int)end).IsWhiteSpace();
}
