namespace Analysis.Training;

/// <summary>SplitMix64: the same numbers on every platform, which System.Random does not promise.</summary>
internal sealed class Prng(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A number in [0, <paramref name="limit"/>).</summary>
    public int Below(int limit) => (int)((UInt128)Next() * (uint)limit >> 64);

    public void Shuffle<T>(Span<T> items)
    {
        for (var index = items.Length - 1; index > 0; index--)
        {
            var other = Below(index + 1);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }

    /// <summary>Copies the items but for a share, in percent, that chance leaves out.</summary>
    public ReadOnlySpan<int> Thin(ReadOnlySpan<int> items, int percent, Span<int> kept)
    {
        var count = 0;
        var limit = (uint)(percent * 65536 / 100);
        ulong bits = 0;
        for (var index = 0; index < items.Length; index++)
        {
            bits = index % 4 == 0 ? Next() : bits >> 16;
            if ((bits & 0xFFFF) >= limit)
                kept[count++] = items[index];
        }

        return kept[..count];
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var value = _state;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
