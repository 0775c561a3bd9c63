namespace Analysis.Training;

/// <summary>
/// Groups words that occur beside the same words: the exchange algorithm for bigram classes (Martin, Liermann, Ney 1998), which moves
/// one word at a time to the class that makes the text most likely.
/// </summary>
internal sealed class ClusterTrainer
{
    private const int Classes = 255;
    private const int MinCount = 3;
    private const int Rounds = 12;

    // Counts of pairs of classes by row and by column, and of classes; class 0 holds borders and rare words and stays as it is.
    private readonly int[,] _pairs = new int[Classes + 1, Classes + 1];
    private readonly int[] _totals = new int[Classes + 1];
    private readonly int[] _classes;
    private readonly (int Word, int Count)[][] _next;
    private readonly (int Word, int Count)[][] _previous;
    private readonly int[] _counts;
    private readonly long[] _entropy;

    private ClusterTrainer(int words, List<int[]> sentences)
    {
        _counts = new int[words];
        var next = new Dictionary<int, int>[words];
        var previous = new Dictionary<int, int>[words];
        for (var word = 0; word < words; word++)
            (next[word], previous[word]) = ([], []);
        var tokens = 0;
        foreach (var sentence in sentences)
        {
            for (var index = 0; index <= sentence.Length; index++)
            {
                var first = index == 0 ? 0 : sentence[index - 1];
                var second = index == sentence.Length ? 0 : sentence[index];
                next[first][second] = next[first].GetValueOrDefault(second) + 1;
                previous[second][first] = previous[second].GetValueOrDefault(first) + 1;
                _counts[second]++;
                tokens++;
            }
        }

        _next = Array.ConvertAll(next, Sorted);
        _previous = Array.ConvertAll(previous, Sorted);

        // n log n in whole numbers, so that sums do not depend on their order.
        _entropy = new long[tokens + 2];
        for (var count = 1; count < _entropy.Length; count++)
            _entropy[count] = (long)Math.Round(count * Math.Log2(count) * 1024);

        // The most frequent words start with classes of their own.
        _classes = new int[words];
        var rank = 0;
        foreach (var word in Enumerable.Range(1, words - 1).OrderByDescending(word => _counts[word]).ThenBy(word => word))
            _classes[word] = 1 + (rank++ % Classes);
        for (var word = 0; word < words; word++)
        {
            _totals[_classes[word]] += _counts[word];
            foreach (var (other, count) in _next[word])
                _pairs[_classes[word], _classes[other]] += count;
        }
    }

    /// <summary>A class from 1 to 255 for every frequent spelling.</summary>
    public static Dictionary<string, byte> Train(IEnumerable<string[]> sentences)
    {
        var texts = sentences.ToArray();
        var vocabulary = texts.SelectMany(words => words)
            .GroupBy(word => word, StringComparer.Ordinal)
            .Where(group => group.Count() >= MinCount)
            .Select(group => group.Key).Order(StringComparer.Ordinal).ToArray();
        var numbers = vocabulary.Select((word, index) => (word, index)).ToDictionary(pair => pair.word, pair => pair.index + 1, StringComparer.Ordinal);
        var trainer = new ClusterTrainer(
            vocabulary.Length + 1, [.. texts.Select(words => Array.ConvertAll(words, word => numbers.GetValueOrDefault(word)))]);
        for (var round = 0; round < Rounds && trainer.Exchange() > vocabulary.Length / 200; round++)
        {
        }

        return numbers.ToDictionary(pair => pair.Key, pair => (byte)trainer._classes[pair.Value], StringComparer.Ordinal);
    }

    private static (int Word, int Count)[] Sorted(Dictionary<int, int> counts) =>
        [.. counts.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];

    // Offers every word every class once; returns how many moved.
    private int Exchange()
    {
        var moves = 0;
        var after = new int[Classes + 1];
        var before = new int[Classes + 1];
        for (var word = 1; word < _counts.Length; word++)
        {
            var self = Neighbours(word, after, before);
            var from = _classes[word];
            Move(word, from, -1, after, before, self);
            var (best, bestGain) = (from, long.MinValue);
            for (var candidate = 1; candidate <= Classes; candidate++)
            {
                var gain = Gain(word, candidate, after, before, self);
                if (gain > bestGain || (gain == bestGain && candidate == from))
                    (best, bestGain) = (candidate, gain);
            }

            Move(word, best, 1, after, before, self);
            _classes[word] = best;
            moves += best == from ? 0 : 1;
        }

        return moves;
    }

    // Counts the classes after and before a word; returns how often it follows itself.
    private int Neighbours(int word, int[] after, int[] before)
    {
        Array.Clear(after);
        Array.Clear(before);
        var self = 0;
        foreach (var (other, count) in _next[word])
        {
            if (other == word)
                self = count;
            else
                after[_classes[other]] += count;
        }

        foreach (var (other, count) in _previous[word])
        {
            if (other != word)
                before[_classes[other]] += count;
        }

        return self;
    }

    private void Move(int word, int group, int sign, int[] after, int[] before, int self)
    {
        for (var other = 0; other <= Classes; other++)
        {
            _pairs[group, other] += sign * after[other];
            _pairs[other, group] += sign * before[other];
        }

        _pairs[group, group] += sign * self;
        _totals[group] += sign * _counts[word];
    }

    // How much likelier the text gets with a word, now in no class, in this one.
    private long Gain(int word, int group, int[] after, int[] before, int self)
    {
        long gain = 0;
        for (var other = 0; other <= Classes; other++)
        {
            if (other == group)
                continue;
            if (after[other] != 0)
                gain += _entropy[_pairs[group, other] + after[other]] - _entropy[_pairs[group, other]];
            if (before[other] != 0)
                gain += _entropy[_pairs[other, group] + before[other]] - _entropy[_pairs[other, group]];
        }

        var inside = _pairs[group, group];
        gain += _entropy[inside + after[group] + before[group] + self] - _entropy[inside];
        return gain - (2 * (_entropy[_totals[group] + _counts[word]] - _entropy[_totals[group]]));
    }
}
