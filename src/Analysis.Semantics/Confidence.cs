namespace Analysis.Semantics;

/// <summary>An estimate that something is right, in thousandths, so that every machine computes and prints the same.</summary>
/// <param name="Thousandths">0 to 1000.</param>
public readonly record struct Confidence(int Thousandths) : IComparable<Confidence>
{
    /// <summary>Certain: read off, not inferred.</summary>
    public static Confidence Full => new(1000);

    /// <summary>The estimate in [0, 1].</summary>
    public double Value => Thousandths / 1000.0;

    /// <summary>The smaller of two estimates: a chain is as strong as its weakest link.</summary>
    public Confidence And(Confidence other) => Thousandths <= other.Thousandths ? this : other;

    /// <inheritdoc/>
    public int CompareTo(Confidence other) => Thousandths.CompareTo(other.Thousandths);

    /// <summary>Whether <paramref name="left"/> is the weaker estimate.</summary>
    public static bool operator <(Confidence left, Confidence right) => left.Thousandths < right.Thousandths;

    /// <summary>Whether <paramref name="left"/> is the stronger estimate.</summary>
    public static bool operator >(Confidence left, Confidence right) => left.Thousandths > right.Thousandths;

    /// <summary>Whether <paramref name="left"/> is not the stronger estimate.</summary>
    public static bool operator <=(Confidence left, Confidence right) => left.Thousandths <= right.Thousandths;

    /// <summary>Whether <paramref name="left"/> is not the weaker estimate.</summary>
    public static bool operator >=(Confidence left, Confidence right) => left.Thousandths >= right.Thousandths;
}
