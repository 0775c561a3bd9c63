using System.Globalization;

namespace Analysis.Semantics.Quotes;

/// <summary>
/// Tells which words of a sentence are cue, source and content of an attribution: the labels in a row whose features weigh most, as learned. One word at
/// least is content, and the head of the cue is cue.
/// </summary>
/// <remarks>A chain of labels (Lafferty, McCallum and Pereira 2001) in whole hundredths; among equals the first label counts.</remarks>
internal sealed class SpanModel
{
    /// <summary>How many labels there are.</summary>
    public const int Labels = 4;

    /// <summary>How many pairs of labels can follow each other.</summary>
    public const int Pairs = Labels * Labels;

    /// <summary>Weights are whole hundredths of a logit.</summary>
    public const int Scale = 100;

    /// <summary>The name of the list that is built in.</summary>
    public const string ListName = "attribution-spans";

    private const int Never = -1_000_000_000;

    private static readonly Lazy<SpanModel> Loaded = new(() => Read(Lexicon.Lines(ListName)));

    // Open addressing: the hashes of features, 0 where a place is free, and where their weights start.
    private readonly ulong[] _keys;
    private readonly int[] _starts;
    private readonly int[] _weights;

    // Which low bits of a hash are those of a feature; most of what is seen has no weight and ends here.
    private readonly ulong[] _seen = new ulong[(SeenMask + 1) / 64];
    private const int SeenMask = 0xFFFF;

    private SpanModel(ulong[] keys, int[] starts, int[] weights)
    {
        (_keys, _starts, _weights) = (keys, starts, weights);
        foreach (ulong key in keys)
            if (key != 0) _seen[((int)key & SeenMask) >> 6] |= 1UL << (int)(key & 63);
    }

    /// <summary>The model that is built in.</summary>
    public static SpanModel Default => Loaded.Value;

    /// <summary>Reads lines of a feature, a tab and weights such as <c>3=12</c> for a label of a word or <c>0,3=-7</c> for two labels in a row.</summary>
    public static SpanModel Read(IEnumerable<string> lines)
    {
        var rows = lines.Select(line => line.Split('\t')).ToList();
        int size = 1;
        while (size < 3 * rows.Count) size *= 2;
        var (keys, starts, weights) = (new ulong[size], new int[size], new List<int>());
        foreach (string[] row in rows)
        {
            ulong key = Trait.HashOfName(row[0]);
            int place = (int)(key >> 32) & size - 1;
            while (keys[place] != 0) place = place + 1 & size - 1;
            (keys[place], starts[place]) = (key, weights.Count);
            int[] own = new int[row[1].Contains(',', StringComparison.Ordinal) ? Pairs : Labels];
            foreach (string weight in row[1].Split(' '))
            {
                string[] parts = weight.Split('=');
                int[] labels = Array.ConvertAll(parts[0].Split(','), label => int.Parse(label, CultureInfo.InvariantCulture));
                own[labels.Length == 1 ? labels[0] : labels[0] * Labels + labels[1]] = int.Parse(parts[1], CultureInfo.InvariantCulture);
            }
            weights.AddRange(own);
        }
        return new SpanModel(keys, starts, [.. weights]);
    }

    /// <summary>Labels the words of the sentence that was read.</summary>
    /// <param name="features">What is seen of them.</param>
    /// <param name="head">The head of the cue, counted from the first word of the sentence.</param>
    /// <param name="labels">Receives one label a word.</param>
    public void Label(SpanFeatures features, int head, Span<SpanLabel> labels) => Label(features.Word, features.Border, head, labels);

    /// <summary>Labels words of which the features are given one by one.</summary>
    public void Label(Func<int, ReadOnlySpan<ulong>> wordFeatures, Func<int, ReadOnlySpan<ulong>> borderFeatures, int head, Span<SpanLabel> labels)
    {
        // A state is a label and, four further, the same label behind a word that is content.
        const int States = 2 * Labels;
        int count = labels.Length;
        Span<int> before = stackalloc int[States], now = stackalloc int[States], words = stackalloc int[Labels], pairs = stackalloc int[Pairs];
        byte[] from = System.Buffers.ArrayPool<byte>.Shared.Rent(count * States);
        try
        {
            for (int i = 0; i < count; i++)
            {
                words.Clear();
                Add(wordFeatures(i), words);
                if (i > 0)
                {
                    pairs.Clear();
                    Add(borderFeatures(i), pairs);
                }
                for (int label = 0; label < Labels; label++)
                {
                    bool isContent = label == (int)SpanLabel.Content, fits = i != head || label == (int)SpanLabel.Cue;
                    // Content may follow states of both kinds; other labels go on in their own.
                    var (bare, bareFrom) = fits && !isContent ? Best(before, 0, Labels, pairs, label, i) : (Never, 0);
                    var (rich, richFrom) = fits ? Best(before, isContent ? 0 : Labels, States, pairs, label, i) : (Never, 0);
                    if (i == 0 && fits) (bare, rich) = isContent ? (Never, 0) : (0, Never);
                    now[label] = bare > Never ? bare + words[label] : Never;
                    now[label + Labels] = rich > Never ? rich + words[label] : Never;
                    from[i * States + label] = (byte)bareFrom;
                    from[i * States + label + Labels] = (byte)richFrom;
                }
                now.CopyTo(before);
            }
            int end = Labels;
            for (int state = 0; state < States; state++)
                if (before[state] > before[end] && (state >= Labels || before[end] <= Never)) end = state;
            for (int i = count - 1; i >= 0; i--)
            {
                labels[i] = (SpanLabel)(end % Labels);
                end = from[i * States + end];
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(from);
        }
    }

    /// <summary>The best of some states in front of a label; the first among equals.</summary>
    private static (int Sum, int State) Best(ReadOnlySpan<int> before, int first, int end, ReadOnlySpan<int> pairs, int label, int index)
    {
        var best = (Sum: Never, State: 0);
        if (index == 0) return best;
        for (int last = first; last < end; last++)
            if (before[last] > Never && before[last] + pairs[(last & Labels - 1) * Labels + label] is var sum && sum > best.Sum) best = (sum, last);
        return best;
    }

    private void Add(ReadOnlySpan<ulong> features, Span<int> sums)
    {
        int mask = _keys.Length - 1;
        foreach (ulong key in features)
        {
            if ((_seen[((int)key & SeenMask) >> 6] >> (int)(key & 63) & 1) == 0) continue;
            int place = (int)(key >> 32) & mask;
            while (_keys[place] != key && _keys[place] != 0) place = place + 1 & mask;
            if (_keys[place] == 0) continue;
            var weights = _weights.AsSpan(_starts[place], sums.Length);
            for (int k = 0; k < sums.Length; k++) sums[k] += weights[k];
        }
    }
}
