using System.Globalization;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>One measurement of quality against labelled data. Its figures are the same in every run, so they are kept as a snapshot.</summary>
/// <param name="name">What is typed behind <c>accuracy</c>; also the name of the snapshot.</param>
/// <param name="needs">Folders and files below the data folder without which there is nothing to measure; none where the labelled texts are part of the repository.</param>
internal abstract class AccuracySuite(string name, params string[] needs)
{
    public string Name => name;

    public IReadOnlyList<string> Needs => needs;

    /// <summary>Measures.</summary>
    /// <param name="dataFolder">Holds what <see cref="Needs"/> lists; empty where that is nothing.</param>
    /// <param name="output">For what is worth reading beside the figures, such as times, which no snapshot keeps.</param>
    /// <returns>The figures in the order to show them in.</returns>
    public abstract IReadOnlyList<Figure> Run(string dataFolder, TextWriter output);
}

/// <summary>One figure of a suite.</summary>
/// <param name="Name">Unique in its suite; says what was counted on which data.</param>
/// <param name="Value">Mostly percent; shown with two decimals.</param>
/// <param name="Floor">Below it the suite fails; none where the figure only informs.</param>
/// <param name="Anchor">What is aimed at, or what a peer reached, to compare with.</param>
internal sealed record Figure(string Name, double Value, double? Floor = null, double? Anchor = null)
{
    public bool IsBelowFloor => Math.Round(Value, 2) < Floor;

    /// <summary>The line of the snapshot.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Value:F2}");
}
