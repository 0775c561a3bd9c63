namespace Analysis.Syntax;

/// <summary>What a row of a <see cref="SyntaxTree"/> is.</summary>
public enum SyntaxKind : byte
{
    /// <summary>No kind; never in a tree.</summary>
    None,

    /// <summary>The root: a whole text.</summary>
    Article,

    /// <summary>The article itself (the first section) or an entry of a live page.</summary>
    Section,

    // Blocks: the children of sections.

    /// <summary>The title of a section.</summary>
    Headline,

    /// <summary>The summary under the headline.</summary>
    Standfirst,

    /// <summary>Who wrote it.</summary>
    Byline,

    /// <summary>A line of its own that holds nothing but a date.</summary>
    PublicationLine,

    /// <summary>A line of its own that holds nothing but an address.</summary>
    AddressLine,

    /// <summary>Place, date and agency in front of the first paragraph, dash included.</summary>
    Dateline,

    /// <summary>The line that starts an entry of a live page: "1 hour ago".</summary>
    Timestamp,

    /// <summary>A paragraph of the body.</summary>
    Paragraph,

    /// <summary>A heading inside the body.</summary>
    Heading,

    /// <summary>An item of a list, bullet included.</summary>
    ListItem,

    /// <summary>A quotation set as a block, mark included.</summary>
    BlockQuote,

    /// <summary>A table of data: rows are lines, cells are set apart by tabs.</summary>
    Table,

    /// <summary>The words to a picture, photo credit included.</summary>
    Caption,

    /// <summary>A photo credit by itself, as where it is run together with the caption behind it.</summary>
    Credit,

    /// <summary>A correction or editor's note.</summary>
    Correction,

    /// <summary>Part of the page, not of the article.</summary>
    Furniture,

    /// <summary>A sentence of a block.</summary>
    Sentence,

    // Tokens: the leaves.

    /// <summary>A word, or a part of one that grammar treats as a word ("do" and "n't").</summary>
    Word,

    /// <summary>A number in digits.</summary>
    Number,

    /// <summary>A punctuation sign.</summary>
    Punctuation,

    /// <summary>Any other sign: currency, arrow, emoji, control character.</summary>
    Symbol,

    /// <summary>White space. The only trivia.</summary>
    WhiteSpace,
}

/// <summary>Predicates on <see cref="SyntaxKind"/>.</summary>
public static class SyntaxKinds
{
    /// <summary>Whether rows of the kind are leaves.</summary>
    public static bool IsToken(this SyntaxKind kind) => kind >= SyntaxKind.Word;

    /// <summary>Whether rows of the kind are children of a section other than white space.</summary>
    public static bool IsBlock(this SyntaxKind kind) => kind is >= SyntaxKind.Headline and <= SyntaxKind.Furniture;

    /// <summary>Whether blocks of the kind are divided into sentences; the others hold bare tokens.</summary>
    public static bool HasSentences(this SyntaxKind kind) => kind is SyntaxKind.Headline or SyntaxKind.Standfirst or SyntaxKind.Paragraph
        or SyntaxKind.Heading or SyntaxKind.ListItem or SyntaxKind.BlockQuote or SyntaxKind.Caption or SyntaxKind.Correction;

    /// <summary>Whether blocks of the kind tell the story: what the article itself says.</summary>
    public static bool IsBody(this SyntaxKind kind) => kind is SyntaxKind.Standfirst or SyntaxKind.Paragraph
        or SyntaxKind.ListItem or SyntaxKind.BlockQuote;
}
