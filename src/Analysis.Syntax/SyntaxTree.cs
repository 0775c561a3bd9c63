using System.Collections.Immutable;

namespace Analysis.Syntax;

/// <summary>A lossless tree over a text: every character belongs to exactly one token, and joining the tokens gives the text back.</summary>
/// <remarks>
/// One immutable array of rows in pre-order; nodes are views of (tree, row). Quotations may cross sentences, so they are not rows but a
/// list beside them. Immutable and safe to share between threads.
/// </remarks>
public sealed class SyntaxTree
{
    internal SyntaxTree(
        SourceText text, ImmutableArray<SyntaxRow> rows, ImmutableArray<SyntaxToken> tokens, ImmutableArray<SentenceSyntax> sentences,
        ImmutableArray<BlockSyntax> blocks, ImmutableArray<QuotationSyntax> quotations)
    {
        Text = text;
        Rows = rows;
        Tokens = tokens;
        Sentences = sentences;
        Blocks = blocks;
        Quotations = quotations;
    }

    /// <summary>The text that every span points into.</summary>
    public SourceText Text { get; }

    /// <summary>All rows in pre-order; row 0 is the article.</summary>
    public ImmutableArray<SyntaxRow> Rows { get; }

    /// <summary>The tokens inside sentences, in order, white space left out. Other layers speak of them by index.</summary>
    public ImmutableArray<SyntaxToken> Tokens { get; }

    /// <summary>The sentences in order.</summary>
    public ImmutableArray<SentenceSyntax> Sentences { get; }

    /// <summary>The blocks in order.</summary>
    public ImmutableArray<BlockSyntax> Blocks { get; }

    /// <summary>Text between quotation marks, by opening mark; an inner one comes after the one around it.</summary>
    public ImmutableArray<QuotationSyntax> Quotations { get; }

    /// <summary>How the document was written that the text was read out of.</summary>
    public DocumentFormat Format { get; internal init; }

    /// <summary>What its markup says of it and of its sections, in order of the page; empty for plain text.</summary>
    public ImmutableArray<DocumentProperty> Properties { get; internal init; } = [];

    /// <summary>The article as a node.</summary>
    public SyntaxNode Root => new(this, 0);

    /// <summary>Parses a plain text. Never fails; time is linear in its length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    public static SyntaxTree Parse(SourceText text, CancellationToken cancellation = default) => Parse(text, DocumentFormat.PlainText, cancellation);

    /// <summary>Parses a document. Never fails, whatever it holds; time is linear in its length.</summary>
    /// <param name="page">The decoded document, markup included.</param>
    /// <param name="format">How it is written. What is written otherwise is read as well as that format allows.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A tree over what its reader reads; <see cref="SourceText.Pieces"/> of its text leads back to the document.</returns>
    public static SyntaxTree Parse(SourceText page, DocumentFormat format, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        return ArticleParser.Parse(page, format, throughout: false, int.MaxValue, cancellation)!;
    }

    /// <summary>Parses a document as <see cref="Parse(SourceText, DocumentFormat, CancellationToken)"/> does, unless its tree would be too large.</summary>
    /// <param name="page">The decoded document, markup included.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="mostRows">Most <see cref="Rows"/> of the tree.</param>
    /// <param name="throughout">Whether blocks of every kind are divided into sentences, as <see cref="ParseThroughout"/> does.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>The tree; null where it would have more rows, which shows before it has taken the room for them.</returns>
    /// <remarks>
    /// The size of a text says little about the size of its tree: a megabyte of prose has some 380,000 rows, one of lines of two characters
    /// 1,750,000.
    /// </remarks>
    public static SyntaxTree? ParseWithin(SourceText page, DocumentFormat format, int mostRows, bool throughout = false, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(page);
        return ArticleParser.Parse(page, format, throughout, mostRows, cancellation);
    }

    /// <summary>Number of sections: the article itself, and the entries of a live page, the items of a feed, the articles of a round-up; none in an empty text.</summary>
    public int SectionCount => Blocks.IsEmpty ? 0 : Blocks[^1].Section + 1;

    /// <summary>The same text with one of its sections as the article.</summary>
    /// <param name="section">From 0, below <see cref="SectionCount"/>.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// A tree with one section: blocks of all others are furniture of the class <c>other-article</c>. What the markup says of a section is
    /// kept for it; what it says of the document as a whole for the first section alone, but for publisher and language.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such section.</exception>
    public SyntaxTree OfSection(int section, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(section);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(section, SectionCount);
        return ArticleParser.OfSection(this, section, cancellation);
    }

    /// <summary>
    /// Parses a plain text as <see cref="Parse(SourceText, CancellationToken)"/> does, but divides blocks of every kind into sentences, bylines and furniture too: for what is
    /// asked about the words of the text, not about its story.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A tree whose tokens hold every character of the text that is not white space.</returns>
    public static SyntaxTree ParseThroughout(SourceText text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ArticleParser.Parse(text, DocumentFormat.PlainText, throughout: true, int.MaxValue, cancellation)!;
    }

    /// <summary>Parses a passage: a sentence or a few that are body text, whatever they look like. Never fails; time is linear in the length.</summary>
    /// <param name="text">The passage. Line ends in it are white space.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>A tree with one paragraph; without any where the text is nothing but white space.</returns>
    public static SyntaxTree ParsePassage(SourceText text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ArticleParser.ParsePassage(text, cancellation);
    }

    /// <summary>Takes sentences and tokens as they are given, as one paragraph.</summary>
    /// <param name="sentences">The forms of each sentence. A form is not empty and holds no white space, a sentence has one form or more.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// A tree over the forms joined by one space and the sentences by one line feed. Sentences are as long as given; lone surrogates in
    /// forms become U+FFFD.
    /// </returns>
    /// <exception cref="ArgumentException">A sentence has no form, or a form is empty or holds white space.</exception>
    public static SyntaxTree FromTokens(ImmutableArray<ImmutableArray<string>> sentences, CancellationToken cancellation = default) =>
        ArticleParser.FromTokens(sentences, cancellation);
}

/// <summary>A row of the tree.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">All characters below it.</param>
/// <param name="Parent">Row of the parent; -1 for the article.</param>
/// <param name="SubtreeEnd">Row just past the last descendant.</param>
public readonly record struct SyntaxRow(SyntaxKind Kind, TextSpan Span, int Parent, int SubtreeEnd);

/// <summary>A token inside a sentence.</summary>
/// <param name="Kind">What it is; never white space.</param>
/// <param name="Span">Its characters.</param>
/// <param name="Sentence">Index of its sentence.</param>
public readonly record struct SyntaxToken(SyntaxKind Kind, TextSpan Span, int Sentence);

/// <summary>A sentence.</summary>
/// <param name="Span">From its first to its last token.</param>
/// <param name="Block">Index of its block.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index just past its last token; always greater than <paramref name="FirstToken"/>.</param>
public readonly record struct SentenceSyntax(TextSpan Span, int Block, int FirstToken, int EndToken)
{
    /// <summary>Number of tokens; at least one.</summary>
    public int TokenCount => EndToken - FirstToken;

    /// <summary>The sentence in stretches of at most <see cref="MaxStretch"/> tokens: itself, unless it was given longer than the splitter would let it be.</summary>
    /// <remarks>Who looks around every word of a stretch, and no further, takes time linear in the text.</remarks>
    public IEnumerable<SentenceSyntax> Stretches()
    {
        for (int first = FirstToken; first < EndToken; first += MaxStretch)
            yield return this with { FirstToken = first, EndToken = Math.Min(EndToken, first + MaxStretch) };
    }

    /// <summary>Longest stretch, and longest sentence that the splitter lets stand, in tokens.</summary>
    public const int MaxStretch = 400;
}

/// <summary>A block: a headline, a paragraph, a caption, a piece of furniture.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">The block without the white space around it; never empty.</param>
/// <param name="Section">0 for the article itself, from 1 for the entries of a live page.</param>
/// <param name="FirstSentence">Index of its first sentence.</param>
/// <param name="EndSentence">Index just past its last sentence; the same as <paramref name="FirstSentence"/> when it has none.</param>
/// <param name="Furniture">Class of furniture, as <c>comment-form</c>; empty for all other kinds.</param>
public readonly record struct BlockSyntax(SyntaxKind Kind, TextSpan Span, int Section, int FirstSentence, int EndSentence, string Furniture);

/// <summary>Text between quotation marks.</summary>
/// <param name="Open">Index of the token that opens it.</param>
/// <param name="Close">Index of the token that closes it; -1 when none does and it ends with its block.</param>
/// <param name="Content">The characters between the marks, white space at the borders left out.</param>
/// <param name="Depth">0 for an outer quotation, 1 for one inside another.</param>
/// <param name="ContinuesPrevious">Whether it takes up a quotation that the paragraph before left open.</param>
public readonly record struct QuotationSyntax(int Open, int Close, TextSpan Content, int Depth, bool ContinuesPrevious);
