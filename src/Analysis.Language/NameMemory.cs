namespace Analysis.Language;

/// <summary>
/// What the first pass found for every capitalised word of a text, so that the second can lean on it: news writes a name out once
/// and shortens it afterwards.
/// </summary>
internal sealed class NameMemory
{
    // Type counts by lower-case word; the last is for places outside of names.
    private readonly Dictionary<uint, int> _places = [];
    private readonly List<int[]> _counts = [];

    /// <summary>Adds one word with its class.</summary>
    public void Add(in NameWord word, int label)
    {
        if (!word.IsCapitalised)
            return;
        if (!_places.TryGetValue(word.Lower, out var place))
        {
            place = _counts.Count;
            _places.Add(word.Lower, place);
            _counts.Add(new int[NameLabels.Types + 2]);
        }

        var counts = _counts[place];

        // What opens a sentence and is no name says little.
        if (label == NameLabels.Outside)
            counts[NameLabels.Types] += word.IsOpening ? 0 : 1;
        else
            counts[(int)NameLabels.Type(label)] += NameLabels.Place(label) == NameLabels.Only ? 1 : 2;
        if (label != NameLabels.Outside && NameLabels.Place(label) != NameLabels.Only)
            counts[NameLabels.Types + 1] |= 1 << NameLabels.Place(label);
    }

    /// <summary>Sets <see cref="NameWord.Memory"/> of the words of a sentence.</summary>
    public void Recall(Span<NameWord> padded)
    {
        foreach (ref var word in padded)
            word.Memory = Find(word);
    }

    /// <summary>The commonest type, how sure it is, and the places in longer names that the word was seen at; 0 for a word not seen.</summary>
    private ushort Find(in NameWord word)
    {
        if (!word.IsCapitalised || !_places.TryGetValue(word.Lower, out var place))
            return 0;
        var counts = _counts[place];
        int best = NameLabels.Types, total = 0;
        for (var type = 0; type <= NameLabels.Types; type++)
        {
            total += counts[type];
            if (counts[type] > counts[best])
                best = type;
        }

        var share = total == 0 ? 0 : counts[best] == total ? total > 2 ? 3 : 2 : 1;
        return (ushort)(1 + best + (8 * share) + (32 * counts[NameLabels.Types + 1]));
    }
}
