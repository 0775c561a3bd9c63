namespace Analysis.Language;

/// <summary>What lists say of a word or phrase.</summary>
[Flags]
internal enum NameHints : ushort
{
    None = 0,
    GivenName = 1,
    Surname = 1 << 1,
    Person = 1 << 2,
    City = 1 << 3,
    Location = 1 << 4,
    Organization = 1 << 5,
    Norp = 1 << 6,
    Event = 1 << 7,
    Other = 1 << 8,
    Title = 1 << 9,
    OrganizationWord = 1 << 10,
    PlaceWord = 1 << 11,
    EventWord = 1 << 12,
    Calendar = 1 << 13,
    Particle = 1 << 14,

    /// <summary>A longer phrase starts so.</summary>
    Prefix = 1 << 15,

    /// <summary>The lists of whole names.</summary>
    Names = Person | City | Location | Organization | Norp | Event | Other,
}

/// <summary>Lists of names and of words that mark them, kept as hashes of their folded lower-case spelling.</summary>
internal sealed class Gazetteer
{
    /// <summary>Most words a phrase may have.</summary>
    public const int MaxWords = 6;

    private readonly uint[] _keys;
    private readonly ushort[] _hints;
    private readonly int _mask;

    /// <param name="entries">Hash and hints, in rising order of the hashes; none zero.</param>
    public Gazetteer((uint Key, NameHints Hints)[] entries)
    {
        Entries = entries;
        var slots = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Length * 2));
        _mask = slots - 1;
        _keys = new uint[slots];
        _hints = new ushort[slots];
        foreach (var (key, hints) in entries)
        {
            var slot = (int)key & _mask;
            while (_keys[slot] != 0)
                slot = (slot + 1) & _mask;
            _keys[slot] = key;
            _hints[slot] = (ushort)hints;
        }
    }

    /// <summary>What it was made of.</summary>
    public (uint Key, NameHints Hints)[] Entries { get; }

    /// <summary>The key of a phrase one word longer; start from 0.</summary>
    /// <param name="phrase">The key of the words before, 0 for none.</param>
    /// <param name="word">The <see cref="FeatureHash"/> of the next word, folded and in lower case.</param>
    public static uint Append(uint phrase, uint word)
    {
        var key = FeatureHash.Mix(phrase, word);
        return key == 0 ? 1 : key;
    }

    /// <summary>What the lists say of a phrase.</summary>
    public NameHints Find(uint key)
    {
        for (var slot = (int)key & _mask; _keys[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_keys[slot] == key)
                return (NameHints)_hints[slot];
        }

        return NameHints.None;
    }
}
