namespace Analysis.Semantics.Quotes;

/// <summary>One word or several of the name of a feature, spoken of by a hash, so that no name is put together while a text is read.</summary>
/// <param name="Hash">A polynomial of the hashes of its words, so that the hash of two traits in a row follows from theirs.</param>
/// <param name="Power">The factor by which the hash of what stands in front is multiplied.</param>
internal readonly record struct Trait(ulong Hash, ulong Power)
{
    private const ulong Basis = 14695981039346656037, Prime = 1099511628211, Base = 0x9E3779B97F4A7C15;

    /// <summary>A trait of one word.</summary>
    /// <param name="word">Without spaces; may be empty.</param>
    public static Trait Of(ReadOnlySpan<char> word) => new(HashOf(word), Base);

    /// <summary>This and then another.</summary>
    public Trait Then(Trait next) => new(Hash * next.Power + next.Hash, Power * next.Power);

    /// <summary>The hash of a name as it is written in a list, its words with a space between them.</summary>
    public static ulong HashOfName(ReadOnlySpan<char> name)
    {
        ulong hash = 0;
        foreach (var word in name.Split(' ')) hash = hash * Base + HashOf(name[word]);
        return hash;
    }

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        ulong hash = Basis;
        foreach (char c in word) hash = (hash ^ c) * Prime;
        // The last letters reach the low bits of the product alone.
        return (hash ^ hash >> 29) * Base;
    }
}
