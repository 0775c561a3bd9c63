using System.Collections.Immutable;
using Analysis.Language;

namespace Analysis.Semantics.Dates;

internal static class DateExtractor
{
    internal static ImmutableArray<DateMention> Extract(AnnotatedText text, ArticleDate? anchor, CancellationToken cancellation) => [];
}
