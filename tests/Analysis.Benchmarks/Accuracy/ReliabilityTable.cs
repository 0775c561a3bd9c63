using Analysis.Semantics;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>How often what was stated with some confidence is right: by the very confidence where there are few levels, and by tenths.</summary>
/// <param name="name">What was judged, for the names of the figures.</param>
internal sealed class ReliabilityTable(string name)
{
    private readonly SortedDictionary<Confidence, (int All, int Right)> _levels = [];

    /// <summary>Counts one judgement.</summary>
    public void Count(Confidence stated, bool right)
    {
        var (all, good) = _levels.GetValueOrDefault(stated);
        _levels[stated] = (all + 1, good + (right ? 1 : 0));
    }

    /// <summary>A line for each level that was stated.</summary>
    public void Print(TextWriter output)
    {
        foreach (var (stated, (all, right)) in _levels)
            output.WriteLine($"{name}, stated {stated.Thousandths / 10.0:F1}: {100.0 * right / all:F1} of {all} are right");
    }

    /// <summary>Two figures for each tenth that was stated: the mean that was stated, and the share that is right.</summary>
    public IEnumerable<Figure> Figures()
    {
        foreach (var tenth in _levels.GroupBy(level => Math.Min(9, level.Key.Thousandths / 100)))
        {
            int all = tenth.Sum(level => level.Value.All);
            string bin = $"{name}, confidence {tenth.Key * 10} to {tenth.Key * 10 + 10}";
            yield return new($"{bin} ({all}), mean", tenth.Sum(level => (double)level.Key.Thousandths * level.Value.All) / all / 10);
            yield return new($"{bin}, right", 100.0 * tenth.Sum(level => level.Value.Right) / all);
        }
    }
}
