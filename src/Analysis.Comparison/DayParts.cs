using System.Collections.Frozen;
using Analysis.Language;

namespace Analysis.Comparison;

/// <summary>Times of the day that a claim names, be they resolved as dates or not.</summary>
[Flags]
internal enum DayParts
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Before noon, or when trading opens.</summary>
    Morning = 1,

    /// <summary>Noon.</summary>
    Noon = 2,

    /// <summary>Between noon and evening.</summary>
    Afternoon = 4,

    /// <summary>From evening on, or when trading closes.</summary>
    Evening = 8,

    /// <summary>Before anything else was known: "initially", "preliminary".</summary>
    First = 16,
}

/// <summary>Reads times of the day.</summary>
internal static class DayPartWords
{
    private static readonly FrozenDictionary<string, DayParts> Parts = new (DayParts Part, string[] Lemmas)[]
    {
        (DayParts.Morning, ["morning", "dawn", "early", "opening", "breakfast", "overnight"]),
        (DayParts.Noon, ["noon", "midday", "lunchtime"]),
        (DayParts.Afternoon, ["afternoon"]),
        (DayParts.Evening, ["evening", "night", "midnight", "late", "close", "closing", "dusk", "nightfall", "tonight"]),
        (DayParts.First, ["initially", "initial", "originally", "preliminary", "previously"]),
    }.SelectMany(row => row.Lemmas.Select(lemma => KeyValuePair.Create(lemma, row.Part))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The time that a word names as a noun, an adverb or a modifier: "the close", not "they close".</summary>
    public static DayParts PartOf(WordAnnotation word) => word.Upos is Upos.VERB or Upos.AUX ? DayParts.None : Parts.GetValueOrDefault(word.Lemma);
}
