using System.Collections.Frozen;
using System.Globalization;

namespace Analysis.Semantics.Entities;

/// <summary>Takes the choices of a <see cref="ReferenceReader"/>.</summary>
internal interface IReferenceChooser
{
    /// <summary>Chooses what a pronoun stands for.</summary>
    /// <param name="pronoun">The pronoun.</param>
    /// <param name="antecedents">Of every entity that it may stand for the last mention; the first stands for none of them.</param>
    /// <param name="features">What speaks for each of them, in the same order.</param>
    /// <returns>Index of the entity, 0 for none, and how sure the choice is.</returns>
    (int Index, Confidence Confidence) Choose(Mention pronoun, ReadOnlySpan<Mention> antecedents, ReferenceFeatures features);
}

/// <summary>Chooses by weights that were learned from marked texts: a softmax over the candidates, in integers, ties by position.</summary>
internal sealed class ReferenceModel : IReferenceChooser
{
    /// <summary>Units of the weights in one natural logarithm of odds.</summary>
    public const int Scale = 100;

    private readonly FrozenDictionary<ulong, int> _weights;

    // Of each tenth of the softmax's own probability, what part of such choices was right on texts that it had not learned from, in thousandths.
    private readonly int[] _calibration = [50, 150, 250, 350, 450, 550, 650, 750, 850, 950];

    private ReferenceModel()
    {
        var weights = new Dictionary<ulong, int>();
        foreach (string line in Lexicon.Lines("reference-weights"))
        {
            int tab = line.LastIndexOf('\t');
            int weight = int.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
            if (line.StartsWith("calibration", StringComparison.Ordinal)) _calibration[int.Parse(line.AsSpan("calibration ".Length, 1), CultureInfo.InvariantCulture)] = weight;
            else weights[ReferenceFeatures.Key(line.AsSpan(0, tab))] = weight;
        }
        _weights = weights.ToFrozenDictionary();
    }

    public static ReferenceModel Default { get; } = new();

    /// <inheritdoc/>
    public (int Index, Confidence Confidence) Choose(Mention pronoun, ReadOnlySpan<Mention> antecedents, ReferenceFeatures features)
    {
        Span<int> scores = stackalloc int[ReferenceReader.MostCandidates + 1];
        scores = scores[..features.Candidates];
        int best = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            int score = 0;
            foreach (ulong key in features.Of(i))
                if (_weights.TryGetValue(key, out int weight)) score += weight;
            scores[i] = score;
            if (score > scores[best]) best = i;
        }
        return (best, new Confidence(Calibrated(Share(scores, best))));
    }

    /// <summary>The part of all probability that one score has, in thousandths.</summary>
    public static int Share(ReadOnlySpan<int> scores, int best)
    {
        long sum = 0;
        foreach (int score in scores) sum += Exponential(score - scores[best]);
        return (int)(1000 * Exponential(0) / sum);
    }

    private int Calibrated(int share)
    {
        // Between the middles of two tenths, on the line that joins them.
        int at = Math.Clamp(share - 50, 0, 899), low = at / 100;
        return _calibration[low] + (_calibration[low + 1] - _calibration[low]) * (at % 100) / 100;
    }

    /// <summary>A million times e to the power of so many hundredths, none above 0; by a table of whole numbers, the same on every machine.</summary>
    private static long Exponential(int hundredths) => -hundredths < Powers.Length ? Powers[-hundredths] : 0;

    private static readonly long[] Powers = MakePowers();

    private static long[] MakePowers()
    {
        // e to the power of -0.01, in billionths.
        const long Step = 990_049_834, One = 1_000_000_000;
        var powers = new long[12 * Scale];
        long power = One;
        for (int i = 0; i < powers.Length; i++)
        {
            powers[i] = power / 1000;
            power = power * Step / One;
        }
        return powers;
    }
}
