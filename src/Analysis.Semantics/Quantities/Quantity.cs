using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>What kind of number a <see cref="Quantity"/> is.</summary>
public enum QuantityKind
{
    /// <summary>A count.</summary>
    Cardinal,

    /// <summary>A rank: <em>third</em>; with the unit <c>Last</c> one counted from the end, <em>penultimate</em> being 2.</summary>
    Ordinal,

    /// <summary>A part of a whole: <em>two thirds</em>, value 0.6667; four places, or four digits where it is smaller than a tenth.</summary>
    Fraction,

    /// <summary>A percentage; the value of <em>5 %</em> is 5.</summary>
    Percent,

    /// <summary>An amount of money; the unit is the currency.</summary>
    Money,

    /// <summary>A measure with a unit: <em>12 km</em>.</summary>
    Dimension,

    /// <summary>A temperature.</summary>
    Temperature,

    /// <summary>An age in the unit given.</summary>
    Age,

    /// <summary>A length of time in the unit given.</summary>
    Duration,

    /// <summary>Something per something: <c>Dollar per barrel</c>; of a count only how often, <c>per day</c>.</summary>
    Rate,

    /// <summary>A score: <em>3-1</em>; low and high are the two sides in the order written.</summary>
    Score,
}

/// <summary>How exactly a quantity is stated.</summary>
public enum Precision
{
    /// <summary>As it stands.</summary>
    Exact,

    /// <summary><em>About, some, nearly, almost, around, roughly.</em></summary>
    About,

    /// <summary><em>At least, no fewer than.</em></summary>
    AtLeast,

    /// <summary><em>At most, up to, no more than.</em></summary>
    AtMost,

    /// <summary><em>More than, over.</em></summary>
    MoreThan,

    /// <summary><em>Fewer than, under.</em></summary>
    LessThan,

    /// <summary>An order of magnitude: <em>dozens, hundreds, several</em>. Has no value.</summary>
    Vague,
}

/// <summary>What a quantity counts or measures.</summary>
/// <param name="Head">Index of the noun's token; where the noun is understood from before, the token there.</param>
/// <param name="FirstToken">First token of the noun phrase behind the number, modifiers included.</param>
/// <param name="EndToken">Just past the head noun.</param>
/// <param name="Lemma">Lemma of the head noun, lower case.</param>
/// <param name="Elided">Whether the noun is not written beside the number.</param>
public readonly record struct Counted(int Head, int FirstToken, int EndToken, string Lemma, bool Elided);

/// <summary>A number in the text and what it is a number of.</summary>
/// <param name="Span">The words of the number with its hedge and unit, without the thing counted: <em>about 12 km</em>.</param>
/// <param name="FirstToken">First token of <paramref name="Span"/>.</param>
/// <param name="EndToken">Just past its last token.</param>
/// <param name="Number">The words of the number alone, a minus included: <em>1.5 million</em>.</param>
/// <param name="Kind">What kind of number.</param>
/// <param name="Value">The value; null for a range, a score and <see cref="Precision.Vague"/>.</param>
/// <param name="Low">Lower end of a range, inclusive.</param>
/// <param name="High">Upper end of a range, inclusive.</param>
/// <param name="Unit">Unit or currency in the singular with a capital, as <c>Dollar</c>, <c>Kilometer</c>, <c>Year</c>; empty for a bare count.</param>
/// <param name="Precision">How exactly it is stated.</param>
/// <param name="Counted">What is counted; null when it cannot be told.</param>
/// <param name="AsOf">Index into the article's dates of the time that the value holds for; -1 when the sentence does not say.</param>
public sealed record Quantity(
    TextSpan Span, int FirstToken, int EndToken, TextSpan Number, QuantityKind Kind, decimal? Value, decimal? Low, decimal? High,
    string Unit, Precision Precision, Counted? Counted, int AsOf)
{
    /// <summary>How sure it is that the words are a quantity of this kind, value and unit.</summary>
    public Confidence Confidence { get; init; } = Confidence.Full;
}
