using System.Collections.Frozen;

namespace Analysis.Semantics.Quantities;

/// <summary>The words that numbers are spelled with.</summary>
internal static class NumberWords
{
    /// <summary>Zero to nineteen.</summary>
    public static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Units = Map(
        ("zero", 0), ("nought", 0), ("naught", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9),
        ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16),
        ("seventeen", 17), ("eighteen", 18), ("nineteen", 19));

    /// <summary>Twenty to ninety.</summary>
    public static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Tens = Map(
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90));

    /// <summary>Powers of a thousand.</summary>
    public static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> Scales = Map(
        ("thousand", 1_000m), ("million", 1_000_000m), ("billion", 1_000_000_000m), ("trillion", 1_000_000_000_000m),
        ("mln", 1_000_000m), ("bn", 1_000_000_000m), ("bln", 1_000_000_000m), ("tn", 1_000_000_000_000m), ("trn", 1_000_000_000_000m),
        ("mil", 1_000_000m), ("lakh", 100_000m), ("lakhs", 100_000m), ("crore", 10_000_000m), ("crores", 10_000_000m));

    /// <summary>Letters that are a scale only behind an amount of money: <c>$5m</c>, but <c>5 m</c> is a length.</summary>
    public static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> LetterScales = Map(
        ("k", 1_000m), ("m", 1_000_000m), ("mm", 1_000_000m), ("mn", 1_000_000m), ("b", 1_000_000_000m), ("t", 1_000_000_000_000m));

    /// <summary>Ranks that are one word.</summary>
    public static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Ordinals = Map(
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8), ("ninth", 9), ("nineth", 9),
        ("tenth", 10), ("eleventh", 11), ("twelfth", 12), ("thirteenth", 13), ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16),
        ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19), ("twentieth", 20), ("thirtieth", 30), ("fortieth", 40),
        ("fiftieth", 50), ("sixtieth", 60), ("seventieth", 70), ("eightieth", 80), ("ninetieth", 90), ("hundredth", 100),
        ("thousandth", 1000), ("millionth", 1_000_000));

    /// <summary>What a fraction is parted into, singular and plural. <em>Second</em> is never one.</summary>
    public static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Denominators = Map(
        ("half", 2), ("halves", 2), ("third", 3), ("thirds", 3), ("quarter", 4), ("quarters", 4), ("fourth", 4), ("fourths", 4),
        ("fifth", 5), ("fifths", 5), ("sixth", 6), ("sixths", 6), ("seventh", 7), ("sevenths", 7), ("eighth", 8), ("eighths", 8),
        ("ninth", 9), ("ninths", 9), ("tenth", 10), ("tenths", 10), ("twentieth", 20), ("twentieths", 20),
        ("hundredth", 100), ("hundredths", 100), ("thousandth", 1000), ("thousandths", 1000));

    /// <summary>Plurals that name an order of magnitude only.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Magnitudes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "tens", "dozens", "scores", "hundreds", "thousands", "millions", "billions", "trillions")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All words that a quantity may start with.</summary>
    public static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starts =
        new[] { Units.Dictionary.Keys, Tens.Dictionary.Keys, Ordinals.Dictionary.Keys }.SelectMany(keys => keys)
            .Concat(Magnitudes.Set)
            .Concat(["a", "an", "half", "quarter", "dozen", "several", "few", "many", "last", "next", "penultimate", "antepenultimate"])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Value of a fraction written as one character, or 0.</summary>
    public static decimal FractionSign(ReadOnlySpan<char> form) => form is [var c]
        ? c switch
        {
            '½' => 1m / 2,
            '¼' => 1m / 4,
            '¾' => 3m / 4,
            '⅓' => 1m / 3,
            '⅔' => 2m / 3,
            '⅕' => 1m / 5,
            '⅖' => 2m / 5,
            '⅗' => 3m / 5,
            '⅘' => 4m / 5,
            '⅙' => 1m / 6,
            '⅚' => 5m / 6,
            '⅛' => 1m / 8,
            '⅜' => 3m / 8,
            '⅝' => 5m / 8,
            '⅞' => 7m / 8,
            _ => 0m,
        }
        : 0m;

    private static FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Map<T>(params (string Word, T Value)[] entries) =>
        entries.ToFrozenDictionary(entry => entry.Word, entry => entry.Value, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
