using System.Collections.Immutable;
using Analysis.Semantics;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;

namespace Analysis.Comparison;

/// <summary>The figures and times of a stretch of tokens, which an article has in order of the text.</summary>
internal static class SentenceFacts
{
    /// <summary>The quantities that begin in a stretch.</summary>
    /// <param name="model">The article.</param>
    /// <param name="firstToken">First token of the stretch.</param>
    /// <param name="endToken">Token behind its last.</param>
    public static ReadOnlySpan<Quantity> QuantitiesIn(this SemanticModel model, int firstToken, int endToken) => Within(model.Quantities, quantity => quantity.FirstToken, firstToken, endToken);

    /// <summary>The dates and times that begin in a stretch.</summary>
    /// <inheritdoc cref="QuantitiesIn"/>
    public static ReadOnlySpan<DateMention> DatesIn(this SemanticModel model, int firstToken, int endToken) => Within(model.Dates, date => date.FirstToken, firstToken, endToken);

    private static ReadOnlySpan<T> Within<T>(ImmutableArray<T> items, Func<T, int> tokenOf, int firstToken, int endToken)
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokenOf(items[middle]) < firstToken) low = middle + 1;
            else high = middle;
        }
        int end = low;
        while (end < items.Length && tokenOf(items[end]) < endToken) end++;
        return items.AsSpan()[low..end];
    }
}
