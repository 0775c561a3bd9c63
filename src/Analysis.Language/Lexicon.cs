namespace Analysis.Language;

/// <summary>What training learned of one spelling.</summary>
/// <param name="Ambiguity">Number of the set of tags the spelling was seen with; 0 for a rare one.</param>
/// <param name="FixedTag">The only tag it ever has, or <see cref="TagSet.None"/>.</param>
/// <param name="Cluster">Class of words that occur in the same contexts; 0 for a rare one.</param>
/// <param name="UsuallyLower">Of a lower-case spelling: it outnumbers its capitalised forms inside of sentences.</param>
/// <param name="Kind">Parts of speech in a dictionary, by number: of the spelling in the lowest byte, of its stem in the next, then which
/// ending was taken off; see <see cref="WordReader"/>.</param>
/// <param name="Topic">Field of its most frequent sense there, by number; 0 where it has none.</param>
internal readonly record struct LexiconEntry(
    ushort Ambiguity, byte FixedTag, byte Cluster, bool UsuallyLower, uint Kind = 0, byte Topic = 0);

/// <summary>Spellings as <see cref="WordReader"/> folds them, with what is known of them.</summary>
internal sealed class Lexicon(StringTable strings, LexiconEntry[] entries)
{
    /// <summary>The spellings first, then other strings that annotations share.</summary>
    public StringTable Strings => strings;

    public ReadOnlySpan<LexiconEntry> Entries => entries;

    /// <summary>Whether a folded spelling was seen in training or is in the dictionary.</summary>
    public bool IsWord(ReadOnlySpan<char> form) => (uint)strings.Find(form) < (uint)entries.Length;

    /// <summary>Whether the dictionary has the spelling itself, not only its stem.</summary>
    public bool IsDictionaryWord(ReadOnlySpan<char> form) =>
        strings.Find(form) is var index && (uint)index < (uint)entries.Length && (byte)entries[index].Kind != 0;

    /// <summary>Looks a folded spelling up; <paramref name="hash"/> is its <see cref="FeatureHash"/>.</summary>
    public bool TryGet(ReadOnlySpan<char> form, uint hash, out LexiconEntry entry)
    {
        var index = strings.Find(form, hash);
        if ((uint)index < (uint)entries.Length)
        {
            entry = entries[index];
            return true;
        }

        entry = new LexiconEntry(0, TagSet.None, 0, false);
        return false;
    }
}
