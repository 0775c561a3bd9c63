namespace Analysis.Language;

/// <summary>Finds the best sequence of classes for the words of a sentence (Viterbi).</summary>
internal static class NameDecoder
{
    /// <summary>Most features of one word.</summary>
    public const int MaxFeatures = 120;

    /// <summary>Numbers of evidence a word: one a type, one for being outside.</summary>
    public const int EvidenceSize = NameLabels.Types + 1;

    private const int Impossible = int.MinValue / 4;

    /// <summary>Sets the class of every word.</summary>
    /// <param name="padded">The words with their borders.</param>
    /// <param name="weights">What to judge by.</param>
    /// <param name="labels">Receives a class a word, borders left out.</param>
    /// <param name="buffers">Working memory.</param>
    /// <param name="evidence">
    /// Receives for every word the score of each type's best class and, last, of being outside, <see cref="EvidenceSize"/> numbers a word;
    /// empty when nobody asks.
    /// </param>
    /// <param name="bias">Added to the score of class j of word i at i × <see cref="NameLabels.Count"/> + j; empty for none. For training.</param>
    /// <param name="hide">Chooses the features to use; null for all. For training.</param>
    public static void Decode(
        ReadOnlySpan<NameWord> padded, NameWeights weights, Span<byte> labels, NameBuffers buffers, Span<int> evidence = default, ReadOnlySpan<int> bias = default, FeatureFilter? hide = null)
    {
        var count = labels.Length;
        Span<int> rows = stackalloc int[MaxFeatures + 8];
        Span<int> scores = stackalloc int[LinearModel.MaxClasses];
        Span<int> best = stackalloc int[NameLabels.Count];
        Span<int> next = stackalloc int[NameLabels.Count];
        var back = buffers.Back(count);
        best.Fill(Impossible);
        best[NameLabels.Outside] = 0;
        for (var index = 0; index < count; index++)
        {
            var from = back.AsSpan(index * NameLabels.Count, NameLabels.Count);
            if (!padded[index + NameWordReader.Border].IsCandidate)
            {
                CloseAll(best, from, index + 1 == count);
                continue;
            }

            var features = NameFeatures.Extract(padded, index + NameWordReader.Border, rows, weights.Words.Bits);
            weights.Words.Score(hide is null ? features : hide(index, features), scores);
            if (!bias.IsEmpty)
            {
                for (var each = 0; each < NameLabels.Count; each++)
                    scores[each] += bias[(index * NameLabels.Count) + each];
            }

            if (!evidence.IsEmpty)
                Weigh(scores, evidence.Slice(index * EvidenceSize, EvidenceSize));

            // A name must go on behind its first and inner words, and must not be open at the end or before a word that cannot belong to it.
            var mayOpen = index + 1 < count && padded[index + 1 + NameWordReader.Border].IsCandidate;
            Step(best, next, scores, from, weights.Steps, mayOpen);
            next.CopyTo(best);
        }

        var label = BestOf(best);
        for (var index = count - 1; index >= 0; index--)
        {
            labels[index] = (byte)label;
            label = back[(index * NameLabels.Count) + label];
        }
    }

    private static void Weigh(ReadOnlySpan<int> scores, Span<int> evidence)
    {
        for (var type = 0; type < NameLabels.Types; type++)
        {
            var first = NameLabels.Of((NameType)type, NameLabels.First);
            evidence[type] = Math.Max(Math.Max(scores[first], scores[first + 1]), Math.Max(scores[first + 2], scores[first + 3]));
        }

        evidence[NameLabels.Types] = scores[NameLabels.Outside];
    }

    private static void CloseAll(Span<int> best, Span<byte> from, bool last)
    {
        var label = BestOf(best);
        from.Fill((byte)label);
        var score = best[label];
        best.Fill(Impossible);
        best[NameLabels.Outside] = score;
    }

    private static int BestOf(ReadOnlySpan<int> best)
    {
        var label = NameLabels.Outside;
        for (var other = 1; other < NameLabels.Count; other++)
        {
            if (!NameLabels.IsOpen(other) && best[other] > best[label])
                label = other;
        }

        return label;
    }

    private static void Step(
        ReadOnlySpan<int> best, Span<int> next, ReadOnlySpan<int> scores, Span<byte> from, ReadOnlySpan<short> steps, bool mayOpen)
    {
        next.Fill(Impossible);
        for (var label = 0; label < NameLabels.Count; label++)
        {
            if (best[label] <= Impossible / 2)
                continue;
            var row = steps.Slice(label * NameLabels.Count, NameLabels.Count);
            if (NameLabels.IsOpen(label))
            {
                var inner = NameLabels.Of(NameLabels.Type(label), NameLabels.Inner);
                if (mayOpen)
                    Offer(inner, label, best[label] + row[inner], next, from);
                Offer(inner + 1, label, best[label] + row[inner + 1], next, from);
                continue;
            }

            Offer(NameLabels.Outside, label, best[label] + row[NameLabels.Outside], next, from);
            for (var type = 0; type < NameLabels.Types; type++)
            {
                var first = NameLabels.Of((NameType)type, NameLabels.First);
                if (mayOpen)
                    Offer(first, label, best[label] + row[first], next, from);
                Offer(first + NameLabels.Only, label, best[label] + row[first + NameLabels.Only], next, from);
            }
        }

        for (var label = 0; label < NameLabels.Count; label++)
        {
            if (next[label] > Impossible / 2)
                next[label] += scores[label];
        }
    }

    private static void Offer(int label, int before, int score, Span<int> next, Span<byte> from)
    {
        if (score <= next[label])
            return;
        next[label] = score;
        from[label] = (byte)before;
    }
}

/// <summary>Chooses among a word's features.</summary>
internal delegate ReadOnlySpan<int> FeatureFilter(int word, ReadOnlySpan<int> rows);

/// <summary>Working memory of the decoder, one a thread.</summary>
internal sealed class NameBuffers
{
    // What a text of more distinct words has taken is not kept.
    private const int MaxKept = 4096;

    private byte[] _back = new byte[128 * NameLabels.Count];

    private int[] _evidence = new int[128 * NameDecoder.EvidenceSize];

    private NameMemory _memory = new();

    /// <summary>A memory for one text, empty; the one given before is no longer valid.</summary>
    public NameMemory Memory()
    {
        if (_memory.Count > MaxKept)
            _memory = new NameMemory();
        else
            _memory.Clear();
        return _memory;
    }

    /// <summary>Room for the evidence on every word.</summary>
    public Span<int> Evidence(int words)
    {
        if (_evidence.Length < words * NameDecoder.EvidenceSize)
            _evidence = new int[words * NameDecoder.EvidenceSize * 2];
        return _evidence.AsSpan(0, words * NameDecoder.EvidenceSize);
    }

    /// <summary>Room for the class before each class of every word.</summary>
    public byte[] Back(int words)
    {
        if (_back.Length < words * NameLabels.Count)
            _back = new byte[words * NameLabels.Count * 2];
        return _back;
    }
}
