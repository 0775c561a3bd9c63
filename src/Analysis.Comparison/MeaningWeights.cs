using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>What each feature of meaning is worth: two logistic models in whole numbers, the same on every machine.</summary>
/// <param name="entailment">Weights by feature, in thousandths of a logit for a feature of 1000; <c>*</c> is added to every score.</param>
/// <param name="arrangement">The same for <see cref="MeaningFeatures.OfArrangement"/>.</param>
internal sealed class MeaningWeights(FrozenDictionary<string, int> entailment, FrozenDictionary<string, int> arrangement)
{
    /// <summary>Name of what is added to every score.</summary>
    public const string Always = "*";

    /// <summary>The list, without ending, and the names of its two parts, as they stand in front of a feature.</summary>
    public const string ListName = "meaning-weights", EntailmentPart = "entailment", ArrangementPart = "arrangement";

    /// <summary>A quarter of a logit lies between two entries; the first is that of 0.</summary>
    private static readonly ImmutableArray<int> Logistic =
        [500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953, 963, 971, 977, 982, 986, 989, 991, 993, 995, 996, 997, 998];

    /// <summary>The weights that were learned.</summary>
    public static MeaningWeights Learned { get; } = Read(Lexicon.Lines(ListName, typeof(MeaningWeights).Assembly));

    /// <summary>Reads lines <c>part:feature = weight</c>.</summary>
    public static MeaningWeights Read(IEnumerable<string> lines)
    {
        var parts = lines.Select(line => line.Split([':', '='], StringSplitOptions.TrimEntries)).ToLookup(fields => fields[0], fields => (Name: fields[1], Weight: int.Parse(fields[2], CultureInfo.InvariantCulture)));
        return new MeaningWeights(Weights(EntailmentPart), Weights(ArrangementPart));

        FrozenDictionary<string, int> Weights(string part) => parts[part].ToFrozenDictionary(entry => entry.Name, entry => entry.Weight, StringComparer.Ordinal);
    }

    /// <summary>Estimate, in thousandths, that a passage follows.</summary>
    public int Entailment(MeaningFeatures features) => Probability(entailment, features);

    /// <summary>Estimate, in thousandths, that what two passages have in common is put together in the same way.</summary>
    public int Arrangement(MeaningFeatures features) => Probability(arrangement, features);

    private static int Probability(FrozenDictionary<string, int> weights, MeaningFeatures features)
    {
        long score = 1000L * weights.GetValueOrDefault(Always);
        foreach (var (name, value) in features.All) score += (long)value * weights.GetValueOrDefault(name);
        const int Step = 250;
        int logit = (int)Math.Min(Math.Abs(score / 1000), (Logistic.Length - 1) * Step - 1), below = logit / Step;
        int probability = Logistic[below] + (Logistic[below + 1] - Logistic[below]) * (logit % Step) / Step;
        return score < 0 ? 1000 - probability : probability;
    }
}
