using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Dates;

namespace Analysis.Semantics.Quantities;

/// <summary>An amount that has been read, before its hedge and date are looked for.</summary>
/// <param name="First">First token with the currency sign or minus, without the hedge.</param>
/// <param name="End">Just past the unit.</param>
/// <param name="NumberFirst">First token of the number's words.</param>
/// <param name="NumberEnd">Just past the number's words.</param>
/// <param name="Kind">What kind.</param>
internal readonly record struct QuantityDraft(int First, int End, int NumberFirst, int NumberEnd, QuantityKind Kind)
{
    public decimal? Value { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public string? Unit { get; init; }

    public Precision Precision { get; init; }

    public Counted? Counted { get; init; }
}

/// <summary>What the readers of quantities share: the sentence they are in, the dates, and what has been found so far.</summary>
internal sealed class QuantityScope
{
    /// <summary>For every token, the index of the date it is a part of, or -1.</summary>
    private readonly int[] _dateAt;

    public QuantityScope(AnnotatedText text, ImmutableArray<DateMention> dates)
    {
        _dateAt = new int[text.Tree.Tokens.Length];
        Array.Fill(_dateAt, -1);
        for (int i = 0; i < dates.Length; i++) _dateAt.AsSpan(dates[i].FirstToken..dates[i].EndToken).Fill(i);
        IsDate = token => DateAt(token) >= 0;
    }

    /// <summary>The sentence.</summary>
    public TokenWindow Window { get; set; }

    /// <summary>The quantities found so far, in order.</summary>
    public List<Quantity> Found { get; } = [];

    /// <summary>Whether a token belongs to a date.</summary>
    public Func<int, bool> IsDate { get; }

    /// <summary>Just past the last quantity; what comes next may not reach behind it.</summary>
    public int Floor => Found.Count > 0 ? Found[^1].EndToken : 0;

    /// <summary>Index of the date that a token belongs to; -1 when it belongs to none.</summary>
    public int DateAt(int token) => (uint)token < (uint)_dateAt.Length ? _dateAt[token] : -1;
}
