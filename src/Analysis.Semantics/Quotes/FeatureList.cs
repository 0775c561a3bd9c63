namespace Analysis.Semantics.Quotes;

/// <summary>What speaks for and against each of the candidates of one choice, as hashes; kept by its reader and filled anew for every choice.</summary>
/// <remarks>A feature is hashed from its written form (<c>step:template=value,value</c>, lower case), so that weights can be kept as readable text.</remarks>
internal sealed class FeatureList
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private readonly List<int> _starts = [];
    private ulong[] _keys = new ulong[1024];
    private int _count;
    private string _step = "";

    /// <summary>Written forms of the features seen, by hash; null where nobody asks for them.</summary>
    public Dictionary<ulong, string>? Names { get; init; }

    /// <summary>Number of candidates.</summary>
    public int Candidates => _starts.Count;

    /// <summary>Starts a choice.</summary>
    public void Clear(string step)
    {
        _starts.Clear();
        _count = 0;
        _step = step;
    }

    /// <summary>Starts a candidate; what is added from here on is its own.</summary>
    public void Begin() => _starts.Add(_count);

    /// <summary>The features of a candidate.</summary>
    public ReadOnlySpan<ulong> Of(int candidate) => _keys.AsSpan(_starts[candidate]..(candidate + 1 < _starts.Count ? _starts[candidate + 1] : _count));

    /// <summary>Adds a feature to the last candidate.</summary>
    public void Add(string template, ReadOnlySpan<char> first = default, ReadOnlySpan<char> second = default, ReadOnlySpan<char> third = default)
    {
        ulong key = Key(_step, template, first, second, third);
        if (_count == _keys.Length) Array.Resize(ref _keys, _count * 2);
        _keys[_count++] = key;
        if (Names is not null && !Names.ContainsKey(key)) Names[key] = $"{_step}:{template}={first},{second},{third}".ToLowerInvariant();
    }

    /// <summary>The hash of a feature in its written form.</summary>
    public static ulong Key(ReadOnlySpan<char> written) => Mix(Basis, written);

    private static ulong Key(string step, string template, ReadOnlySpan<char> first, ReadOnlySpan<char> second, ReadOnlySpan<char> third) =>
        Mix(Mix(Mix(Mix(Mix(Mix(Mix(Mix(Mix(Basis, step), ":"), template), "="), first), ","), second), ","), third);

    private static ulong Mix(ulong key, ReadOnlySpan<char> words)
    {
        foreach (char c in words) key = (key ^ (c is >= 'A' and <= 'Z' ? (char)(c | 32) : c < 128 ? c : char.ToLowerInvariant(c))) * Prime;
        return key;
    }
}
