using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>Whose a word between quotation marks is.</summary>
internal enum WordOrigin : byte
{
    /// <summary>The speaker's.</summary>
    Spoken,

    /// <summary>The editor's: it stands in brackets.</summary>
    Inserted,

    /// <summary>No word: the sign of an ellipsis.</summary>
    Ellipsis,
}

/// <summary>A word between quotation marks, as it is compared.</summary>
/// <param name="Span">Where it stands. Words that are written as one, as in <em>$5</em>, have one span.</param>
/// <param name="Form">The word as it is spoken.</param>
/// <param name="Id">A number for the word, the same for the same word in all articles of a comparison.</param>
/// <param name="Origin">Whose it is.</param>
internal readonly record struct QuotedWord(TextSpan Span, string Form, int Id, WordOrigin Origin);

/// <summary>Words between quotation marks, or several stretches of them that are one quotation.</summary>
/// <param name="Quote">Index of the quote; of the first where there are several.</param>
/// <param name="Words">The words, in order; never empty.</param>
/// <param name="Ids">Their numbers, in the same order.</param>
/// <param name="Sorted">Their numbers, ascending.</param>
/// <param name="Spans">From the first to the last sign of each stretch, ascending.</param>
/// <param name="Speaker">Index of the entity who speaks; -1 when it is not known.</param>
internal sealed record QuotePassage(
    int Quote, ImmutableArray<QuotedWord> Words, ImmutableArray<int> Ids, ImmutableArray<int> Sorted, ImmutableArray<TextSpan> Spans, int Speaker)
{
    /// <summary>Makes a passage of its words.</summary>
    public static QuotePassage Of(int quote, ImmutableArray<QuotedWord> words, ImmutableArray<TextSpan> spans, int speaker)
    {
        var ids = words.Select(word => word.Id).ToImmutableArray();
        return new QuotePassage(quote, words, ids, ids.Sort(), spans, speaker);
    }

    /// <summary>The words, each once.</summary>
    public DistinctWords Distinct => new(Sorted);

    /// <summary>Several passages as one.</summary>
    /// <param name="parts">The passages, in order; never empty.</param>
    public static QuotePassage Join(ReadOnlySpan<QuotePassage> parts)
    {
        if (parts.Length == 1) return parts[0];
        var words = ImmutableArray.CreateBuilder<QuotedWord>();
        var spans = ImmutableArray.CreateBuilder<TextSpan>(parts.Length);
        foreach (var part in parts)
        {
            words.AddRange(part.Words);
            spans.AddRange(part.Spans);
        }
        return Of(parts[0].Quote, words.ToImmutable(), spans.ToImmutable(), parts[0].Speaker);
    }
}

/// <summary>The passages of an article.</summary>
internal sealed class ArticleQuotes
{
    private readonly int[] _ends;
    private readonly int[] _postings;

    // By their first passage; made when first asked for.
    private readonly QuotePassage?[] _joined;

    /// <summary>Takes the passages.</summary>
    /// <param name="model">The article.</param>
    /// <param name="list">In order of the quotes.</param>
    /// <param name="runs">For each passage the first of the running quotation that it is part of.</param>
    /// <param name="words">Greater than the number of every word in them.</param>
    public ArticleQuotes(SemanticModel model, ImmutableArray<QuotePassage> list, ImmutableArray<int> runs, int words)
    {
        (Model, List, Runs) = (model, list, runs);
        _joined = new QuotePassage?[list.Length];
        // The passages of a word lie side by side: counted first, then filled in, so that what was the start of a word's becomes their end.
        _ends = new int[words + 1];
        foreach (var passage in list)
            foreach (int word in passage.Distinct) _ends[word + 1]++;
        for (int word = 0; word < words; word++) _ends[word + 1] += _ends[word];
        _postings = new int[_ends[words]];
        for (int i = 0; i < list.Length; i++)
            foreach (int word in list[i].Distinct) _postings[_ends[word]++] = i;
    }

    public SemanticModel Model { get; }

    public ImmutableArray<QuotePassage> List { get; }

    /// <summary>For each passage the first of the running quotation that it is part of: one that only its speaker's name cuts in pieces.</summary>
    public ImmutableArray<int> Runs { get; }

    /// <summary>Just past the last passage of the running quotation that starts at a passage.</summary>
    public int EndOfRun(int first)
    {
        int end = first + 1;
        while (end < Runs.Length && Runs[end] == first) end++;
        return end;
    }

    /// <summary>The running quotation that starts at a passage as one.</summary>
    public QuotePassage RunAt(int first) => _joined[first] ??= QuotePassage.Join(List.AsSpan()[first..EndOfRun(first)]);

    /// <summary>The passages that hold a word, ascending; none of a word that came later than the article.</summary>
    public ReadOnlySpan<int> Of(int word) => word >= _ends.Length ? [] : _postings.AsSpan((word == 0 ? 0 : _ends[word - 1]).._ends[word]);
}

/// <summary>Goes through ascending numbers, each once.</summary>
/// <param name="sorted">The numbers, ascending.</param>
internal ref struct DistinctWords(ImmutableArray<int> sorted)
{
    private int _at = -1;

    /// <summary>The number that is reached.</summary>
    public readonly int Current => sorted[_at];

    /// <summary>Goes on to the next number that differs.</summary>
    public bool MoveNext()
    {
        do _at++;
        while (_at > 0 && _at < sorted.Length && sorted[_at] == sorted[_at - 1]);
        return _at < sorted.Length;
    }

    /// <summary>Itself, for a loop.</summary>
    public readonly DistinctWords GetEnumerator() => this;
}
