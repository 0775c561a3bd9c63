namespace Analysis.Language;

/// <summary>What the tagger and the parser see of one word.</summary>
internal struct WordFeatures
{
    /// <summary>Hashes of the folded spelling, of its lower case, and of its beginnings and endings in lower case.</summary>
    public uint Form, Lower, Prefix2, Prefix3, Suffix1, Suffix2, Suffix3, Suffix4;

    /// <summary>Number of the set of tags seen in training; 0 when rare. See <see cref="LexiconEntry"/>.</summary>
    public ushort Ambiguity;

    /// <summary>Which kinds of characters occur; see <see cref="WordReader"/>.</summary>
    public ushort Shape;

    /// <summary>Parts of speech in a dictionary, and field of the sense; see <see cref="LexiconEntry"/>.</summary>
    public uint Kind;

    public byte Topic;

    public byte Cluster;

    /// <summary>The tag where the lexicon allows only one.</summary>
    public byte FixedTag;

    /// <summary>The tag once assigned.</summary>
    public byte Tag;

    /// <summary>How the spelling was restored before look-up.</summary>
    public WordCase Case;
}

/// <summary>Letter case that a word takes before it is looked up.</summary>
internal enum WordCase : byte
{
    AsWritten,
    Lower,
    Title,
}
