namespace Analysis.Mapping;

/// <summary>What a request and an answer may hold at most. The defaults are the documented limits of the service.</summary>
public sealed record Limits
{
    /// <summary>The documented limits.</summary>
    public static Limits Default { get; } = new();

    /// <summary>Size of the text of one article once decoded, in bytes of its UTF-8 form. 1 MiB.</summary>
    public int ArticleBytes { get; init; } = 1024 * 1024;

    /// <summary>Size of one page, feed or other document with markup, in bytes as received. 4 MiB, as much as a request can carry; its text may have <see cref="ArticleBytes"/>.</summary>
    public int PageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Tags of one page or other document with markup, those that begin a comment or are written by references included. 250,000; a page of 4 MiB has some 100,000.</summary>
    public int PageTags { get; init; } = 250_000;

    /// <summary>Size of the tree of one article: its words, marks, stretches of white space, sentences and blocks together. 1,000,000; a text of 1 MiB has some 380,000.</summary>
    public int ArticleNodes { get; init; } = 1_000_000;

    /// <summary>What is found in one article: mentions, figures, dates, quotations and claims together. 125,000; a text of 1 MiB has some 40,000.</summary>
    public int ArticleItems { get; init; } = 125_000;

    /// <summary>Size of one request message in bytes. 4 MiB.</summary>
    public int RequestBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Size of one answer message in bytes. 3.5 MiB, so that callers keep the usual 4 MiB limit for a message.</summary>
    public int AnswerBytes { get; init; } = 3584 * 1024;

    /// <summary>Size of one passage in bytes of its UTF-8 form. 64 KiB.</summary>
    public int PassageBytes { get; init; } = 64 * 1024;

    /// <summary>Articles in one comparison, at most.</summary>
    public int Articles { get; init; } = 50;

    /// <summary>Entries of a feature list.</summary>
    public int Features { get; init; } = 16;

    /// <summary>Length of the caller's name for an article, in bytes of its UTF-8 form.</summary>
    public int IdBytes { get; init; } = 256;

    /// <summary>Length of an address, in bytes of its UTF-8 form.</summary>
    public int UriBytes { get; init; } = 2048;

    /// <summary>Size of the articles of one comparison together once decoded, in bytes of their UTF-8 form. 4 MiB, as much as a request can carry.</summary>
    public int StoryBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Length of a date or time, in bytes. Not a setting.</summary>
    public const int DateBytes = 64;

    /// <summary>Length of a media type, in bytes. Not a setting.</summary>
    public const int MediaTypeBytes = 256;

    /// <summary>Articles in one comparison, at least. Not a setting.</summary>
    public const int MinimumArticles = 2;

    /// <summary>Characters of the request that a message may repeat. Not a setting.</summary>
    public const int ExcerptCharacters = 100;
}
