namespace Analysis.Language;

/// <summary>The tagger's classes: pairs of a universal and a Penn tag.</summary>
internal sealed class TagSet((Upos Upos, Xpos Xpos)[] tags)
{
    /// <summary>In tables of tags: no tag.</summary>
    public const byte None = 255;

    public int Count => tags.Length;

    public (Upos Upos, Xpos Xpos) this[int tag] => tags[tag];

    /// <summary>Index of a pair, or -1.</summary>
    public int IndexOf(Upos upos, Xpos xpos) => Array.IndexOf(tags, (upos, xpos));
}
