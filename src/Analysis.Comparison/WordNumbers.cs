namespace Analysis.Comparison;

/// <summary>Gives words numbers, the same for the same word, from 0 on in the order in which they come.</summary>
internal sealed class WordNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = [];

    public WordNumbers() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words have numbers.</summary>
    public int Count => _words.Count;

    /// <summary>The word of a number.</summary>
    public string this[int number] => _words[number];

    /// <summary>The number of a word; a new one for a new word.</summary>
    public int Of(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out int number)) return number;
        string added = word.ToString();
        _numbers.Add(added, _words.Count);
        _words.Add(added);
        return _words.Count - 1;
    }
}
