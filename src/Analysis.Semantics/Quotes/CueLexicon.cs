using System.Collections.Frozen;
using System.Globalization;

namespace Analysis.Semantics.Quotes;

/// <summary>Words that attribute, with how reliably they do in which frame: the entries of <c>attribution-cues.txt</c> that fit a word are added up.</summary>
internal sealed class CueLexicon : ICueJudge
{
    private readonly FrozenDictionary<ulong, int> _entries = Lexicon.Lines("attribution-cues").Select(line => line.Split('\t'))
        .ToFrozenDictionary(row => CueFrame.Key(row[0], row[1], row[2]), row => int.Parse(row[3], CultureInfo.InvariantCulture));

    private CueLexicon() => IsCueWord = _entries.ContainsKey;

    public static CueLexicon Default { get; } = new();

    /// <inheritdoc/>
    public Predicate<ulong>? IsCueWord { get; }

    /// <inheritdoc/>
    public int Reliability(CueFrame frame)
    {
        int sum = 0;
        foreach (ulong entry in frame.Entries) sum += _entries.GetValueOrDefault(entry);
        return sum;
    }
}
