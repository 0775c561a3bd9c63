namespace Analysis.Language;

/// <summary>
/// The name tagger's classes: outside of names, or a place in a name (first, inner, last, only word) of one of the types.
/// </summary>
internal static class NameLabels
{
    public const int Outside = 0;
    public const int First = 0;
    public const int Inner = 1;
    public const int Last = 2;
    public const int Only = 3;

    /// <summary>Number of types.</summary>
    public const int Types = 6;

    /// <summary>Number of classes.</summary>
    public const int Count = 1 + (Types * 4);

    public static int Of(NameType type, int place) => 1 + ((int)type * 4) + place;

    /// <summary>The type of a class other than <see cref="Outside"/>.</summary>
    public static NameType Type(int label) => (NameType)((label - 1) / 4);

    /// <summary>The place of a class other than <see cref="Outside"/>.</summary>
    public static int Place(int label) => (label - 1) % 4;

    /// <summary>Whether a name goes on behind a word of this class.</summary>
    public static bool IsOpen(int label) => label != Outside && Place(label) is First or Inner;

    /// <summary>Whether a name ends with a word of this class.</summary>
    public static bool IsEnd(int label) => label != Outside && Place(label) is Last or Only;
}
