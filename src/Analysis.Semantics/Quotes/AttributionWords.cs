using System.Collections.Frozen;

namespace Analysis.Semantics.Quotes;

/// <summary>Says by lemma what kind of source a noun is and what kind of act a cue.</summary>
internal static class AttributionWords
{
    private static readonly FrozenDictionary<string, SourceKind> Sources = Lexicon.Rows("attribution-sources")
        .ToFrozenDictionary(row => row[0], row => Enum.Parse<SourceKind>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, QuoteAct> Acts = Lexicon.Rows("attribution-acts")
        .ToFrozenDictionary(row => row[0], row => Enum.Parse<QuoteAct>(row[1], ignoreCase: true), StringComparer.OrdinalIgnoreCase);

    /// <summary>The kind of a source without a name; persons where the list does not say else.</summary>
    public static SourceKind SourceOf(string lemma) => Sources.GetValueOrDefault(lemma, SourceKind.Anonymous);

    /// <summary>The kind of act; a statement where the list does not say else.</summary>
    public static QuoteAct ActOf(string lemma) => Acts.GetValueOrDefault(lemma, QuoteAct.Statement);
}
