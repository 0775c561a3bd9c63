namespace Analysis.Semantics.Quantities;

/// <summary>How sure a quantity is, by its kind: that its words are one, and mean this number of this unit.</summary>
/// <remarks>Every level is the share that was right of those found in the labelled cases, as <c>accuracy quantities</c> prints it.</remarks>
internal static class QuantityConfidence
{
    /// <summary>With a unit, a currency, a percent sign: hardly anything else looks like it.</summary>
    public static readonly Confidence Measured = new(990);

    /// <summary>A number by itself, a part, a rank.</summary>
    public static readonly Confidence Counted = new(965);

    /// <summary>A range or a score, which a dash makes of much else: all of the few cases are right.</summary>
    public static readonly Confidence Paired = new(950);

    /// <summary>The confidence of a quantity of a kind.</summary>
    /// <param name="draft">The quantity.</param>
    public static Confidence Of(QuantityDraft draft) =>
        draft.Low is not null || draft.Kind is QuantityKind.Score ? Paired
        : draft.Kind is QuantityKind.Cardinal or QuantityKind.Fraction or QuantityKind.Ordinal || draft.Precision is Precision.Vague ? Counted
        : Measured;
}
