namespace Analysis.Semantics.Entities;

/// <summary>What speaks for and against each candidate of one pronoun, as hashes; kept by its reader and filled anew for every pronoun.</summary>
/// <remarks>
/// A feature is hashed from its written form (<c>pronoun:template=value,value,value</c>), so that weights can be kept as readable text. Words in values
/// are lemmas and come as they are.
/// </remarks>
internal sealed class ReferenceFeatures
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211;

    private readonly List<int> _starts = [];
    private ulong[] _keys = new ulong[1024];
    private int _count;
    private ulong _prefix;

    /// <summary>Written forms of the features seen, by hash; null where nobody asks for them.</summary>
    public Dictionary<ulong, string>? Names { get; init; }

    /// <summary>Number of candidates.</summary>
    public int Candidates => _starts.Count;

    /// <summary>The pronoun, by its kind.</summary>
    public string Pronoun { get; private set; } = "";

    /// <summary>Starts a pronoun.</summary>
    public void Clear(string pronoun)
    {
        _starts.Clear();
        _count = 0;
        Pronoun = pronoun;
        _prefix = Mix(Mix(Basis, pronoun), ":");
    }

    /// <summary>Starts a candidate; what is added from here on is its own.</summary>
    public void Begin() => _starts.Add(_count);

    /// <summary>The features of a candidate.</summary>
    public ReadOnlySpan<ulong> Of(int candidate) => _keys.AsSpan(_starts[candidate]..(candidate + 1 < _starts.Count ? _starts[candidate + 1] : _count));

    /// <summary>Adds a feature to the last candidate.</summary>
    public void Add(string template, string first = "", string second = "", string third = "")
    {
        ulong key = Mix(Mix(Mix(Mix(Mix(Mix(Mix(_prefix, template), "="), first), ","), second), ","), third);
        if (_count == _keys.Length) Array.Resize(ref _keys, _count * 2);
        _keys[_count++] = key;
        if (Names is not null && !Names.ContainsKey(key)) Names[key] = $"{Pronoun}:{template}={first},{second},{third}";
    }

    /// <summary>The hash of a feature in its written form.</summary>
    public static ulong Key(ReadOnlySpan<char> written) => Mix(Basis, written);

    private static ulong Mix(ulong key, ReadOnlySpan<char> words)
    {
        foreach (char c in words) key = (key ^ c) * Prime;
        return key;
    }
}
