using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Dates;

namespace Analysis.Semantics.Quantities;

internal static class QuantityExtractor
{
    internal static ImmutableArray<Quantity> Extract(AnnotatedText text, ImmutableArray<DateMention> dates, CancellationToken cancellation) => [];
}
