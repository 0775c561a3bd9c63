namespace Analysis.Semantics.Quotes;

/// <summary>What a word is to an attribution.</summary>
internal enum SpanLabel : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It attributes.</summary>
    Cue,

    /// <summary>It names who it is attributed to.</summary>
    Source,

    /// <summary>It is attributed.</summary>
    Content,
}
