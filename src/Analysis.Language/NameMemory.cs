using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Analysis.Language;

/// <summary>
/// What the first pass found for every capitalised word of a text, so that the second can lean on it: news writes a name out once
/// and shortens it afterwards, and one place says better than another what it is.
/// </summary>
internal sealed class NameMemory
{
    // A lead per place below which the evidence is weak, and one from which on it is strong; near the thirds of the training text.
    private const int Weak = 150;
    private const int Strong = 400;

    private readonly Dictionary<uint, Entry> _entries = [];

    private struct Entry
    {
        public Sums Evidence;
        public int Places;
        public int Parts;
    }

    // A text has at most some millions of places, each with evidence below 2^15, so that the sums need more than an int.
    [InlineArray(NameDecoder.EvidenceSize)]
    private struct Sums
    {
        private long _first;
    }

    /// <summary>Number of words known.</summary>
    public int Count => _entries.Count;

    /// <summary>Forgets all words.</summary>
    public void Clear() => _entries.Clear();

    /// <summary>Decodes a sentence and adds its words.</summary>
    public void Learn(ReadOnlySpan<NameWord> padded, NameWeights weights, Span<byte> labels, NameBuffers buffers, ReadOnlySpan<int> bias = default)
    {
        var evidence = buffers.Evidence(labels.Length);
        NameDecoder.Decode(padded, weights, labels, buffers, evidence, bias);
        for (var index = 0; index < labels.Length; index++)
            Add(padded[index + NameWordReader.Border], labels[index], evidence.Slice(index * NameDecoder.EvidenceSize, NameDecoder.EvidenceSize));
    }

    private void Add(in NameWord word, int label, ReadOnlySpan<int> evidence)
    {
        if (!word.IsCapitalised)
            return;
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, word.Lower, out _);

        // Where a capital means nothing, being no name means nothing either.
        if (label == NameLabels.Outside && word.IsOpening)
            return;
        for (var type = 0; type < evidence.Length; type++)
            entry.Evidence[type] += evidence[type];
        entry.Places++;
        if (label != NameLabels.Outside && NameLabels.Place(label) != NameLabels.Only)
            entry.Parts |= 1 << NameLabels.Place(label);
    }

    /// <summary>Sets <see cref="NameWord.Memory"/> of the words of a sentence.</summary>
    public void Recall(Span<NameWord> padded)
    {
        foreach (ref var word in padded)
            word.Memory = Find(word);
    }

    // The type with most evidence, its lead, and the places in longer names that the word was seen at; 0 for a word not seen.
    private ushort Find(in NameWord word)
    {
        if (!word.IsCapitalised || !_entries.TryGetValue(word.Lower, out var entry) || entry.Places == 0)
            return 0;
        ReadOnlySpan<long> evidence = entry.Evidence;
        int best = 0, second = -1;
        for (var type = 1; type < evidence.Length; type++)
        {
            if (evidence[type] > evidence[best])
                (best, second) = (type, best);
            else if (second < 0 || evidence[type] > evidence[second])
                second = type;
        }

        var lead = (evidence[best] - evidence[second]) / entry.Places;
        var sureness = (lead < Weak ? 0 : lead < Strong ? 1 : 2) + (entry.Places > 1 ? 1 : 0);
        return (ushort)(1 + best + (8 * sureness) + (32 * entry.Parts));
    }
}
