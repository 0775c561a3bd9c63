namespace Analysis.Language;

/// <summary>A fixed list of distinct strings that is searched by span, so that equal texts share one string.</summary>
internal sealed class StringTable
{
    private readonly string[] _strings;

    // Open addressing; index into _strings plus one, zero when free.
    private readonly int[] _slots;

    public StringTable(string[] strings)
    {
        _strings = strings;
        _slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, strings.Length * 2))];
        for (var index = 0; index < strings.Length; index++)
        {
            var slot = First(FeatureHash.Of(strings[index]));
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = index + 1;
        }
    }

    public int Count => _strings.Length;

    public string this[int index] => _strings[index];

    /// <summary>Index of <paramref name="text"/>, or -1.</summary>
    public int Find(ReadOnlySpan<char> text) => Find(text, FeatureHash.Of(text));

    /// <summary>The same where <see cref="FeatureHash.Of(ReadOnlySpan{char})"/> of the text is at hand.</summary>
    public int Find(ReadOnlySpan<char> text, uint hash)
    {
        for (var slot = First(hash); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var index = _slots[slot] - 1;
            if (text.SequenceEqual(_strings[index]))
                return index;
        }

        return -1;
    }

    /// <summary>The table's own string when it has <paramref name="text"/>, a new one otherwise.</summary>
    public string Intern(ReadOnlySpan<char> text)
    {
        var index = Find(text);
        return index < 0 ? text.ToString() : _strings[index];
    }

    private int First(uint hash) => (int)(FeatureHash.Scatter(hash) >> 7) & (_slots.Length - 1);
}
