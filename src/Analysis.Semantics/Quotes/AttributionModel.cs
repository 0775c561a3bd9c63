using System.Collections.Frozen;
using System.Globalization;

namespace Analysis.Semantics.Quotes;

/// <summary>Takes the choices of an <see cref="AttributionReader"/>.</summary>
internal interface IAttributionChooser
{
    /// <summary>Whether a word may be the head of a cue at all.</summary>
    bool IsCueWord(string lemma);

    /// <summary>Chooses one candidate.</summary>
    /// <param name="step">What is chosen.</param>
    /// <param name="head">The head of the cue, an index of a token.</param>
    /// <param name="positions">The candidates: tokens, or borders in front of tokens; -1 for none.</param>
    /// <param name="features">What speaks for each of them, in the same order.</param>
    /// <returns>Index of the candidate, and by how much it beats the first of them.</returns>
    (int Index, int Margin) Choose(string step, int head, ReadOnlySpan<int> positions, FeatureList features);
}

/// <summary>Chooses by the weights that were learned from marked attributions; integers, ties by position.</summary>
internal sealed class AttributionModel : IAttributionChooser
{
    private readonly FrozenSet<string> _cueWords;
    private readonly FrozenDictionary<ulong, int> _weights;

    private AttributionModel()
    {
        _cueWords = Lexicon.Rows("attribution-cues").Select(row => row[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _weights = Lexicon.Lines("attribution-weights").Select(line => (Line: line, Tab: line.LastIndexOf('\t')))
            .ToFrozenDictionary(at => FeatureList.Key(at.Line.AsSpan(0, at.Tab)), at => int.Parse(at.Line.AsSpan(at.Tab + 1), CultureInfo.InvariantCulture));
    }

    public static AttributionModel Default { get; } = new();

    /// <inheritdoc/>
    public bool IsCueWord(string lemma) => _cueWords.Contains(lemma);

    /// <inheritdoc/>
    public (int Index, int Margin) Choose(string step, int head, ReadOnlySpan<int> positions, FeatureList features)
    {
        int best = 0, first = 0, most = int.MinValue;
        for (int i = 0; i < features.Candidates; i++)
        {
            int score = 0;
            foreach (ulong key in features.Of(i))
                if (_weights.TryGetValue(key, out int weight)) score += weight;
            if (i == 0) first = score;
            if (score > most) (best, most) = (i, score);
        }
        return (best, most - first);
    }
}
