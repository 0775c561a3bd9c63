namespace Analysis.Analyzers;

/// <summary>Parts of an article that a rule sees. What it does not name is not shown to its actions.</summary>
[Flags]
public enum ArticleRegions
{
    /// <summary>No part: for rules that look at metadata or comparisons alone.</summary>
    None = 0,

    /// <summary>Headlines.</summary>
    Headlines = 1,

    /// <summary>What the article says: standfirst, paragraphs, headings, lists and block quotes.</summary>
    Body = 2,

    /// <summary>Captions and photo credits.</summary>
    Captions = 4,

    /// <summary>What belongs to the page and not to the article.</summary>
    Furniture = 8,

    /// <summary>The lines about the article: byline, date, address, dateline, timestamp, correction.</summary>
    Frame = 16,

    /// <summary>Words between quotation marks, which are somebody else's.</summary>
    QuotedSpeech = 32,

    /// <summary>The entries of a live page beside the article itself.</summary>
    LiveEntries = 64,

    /// <summary>The whole text.</summary>
    All = Headlines | Body | Captions | Furniture | Frame | QuotedSpeech | LiveEntries,
}
