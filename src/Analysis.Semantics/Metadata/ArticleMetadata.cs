using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>How a value of the metadata was found.</summary>
public enum FoundIn
{
    /// <summary>The request said so.</summary>
    Request,

    /// <summary>The headline.</summary>
    Headline,

    /// <summary>A line of its own that holds a date.</summary>
    PublicationLine,

    /// <summary>A line of its own that holds an address.</summary>
    AddressLine,

    /// <summary>A part of the address.</summary>
    Address,

    /// <summary>The byline.</summary>
    Byline,

    /// <summary>The dateline in front of the first paragraph.</summary>
    Dateline,

    /// <summary>A photo caption.</summary>
    Caption,

    /// <summary>The words of the text as a whole.</summary>
    Text,

    /// <summary>A JSON-LD object of the page.</summary>
    JsonLd,

    /// <summary>An OpenGraph property of the page.</summary>
    OpenGraph,

    /// <summary>A <c>meta</c> or <c>link</c> element of the page, or an attribute of its outermost element.</summary>
    Meta,

    /// <summary>A <c>time</c> element of the page.</summary>
    TimeElement,

    /// <summary>An element of the page that is marked by microdata, or as a link to the author.</summary>
    Microdata,

    /// <summary>The <c>title</c> element of the page.</summary>
    TitleElement,

    /// <summary>An element of the feed.</summary>
    Feed,

    /// <summary>The lines between dashes in front of the text.</summary>
    FrontMatter,

    /// <summary>A credit behind the last paragraph.</summary>
    CreditLine,
}

/// <summary>One value of the metadata and where it comes from.</summary>
/// <param name="Value">The value; dates are ISO 8601.</param>
/// <param name="Span">The words it was read from; null when the request or the whole text is the origin.</param>
/// <param name="FoundIn">How it was found.</param>
/// <param name="Confidence">Estimate that the value is right.</param>
public sealed record MetadataValue(string Value, TextSpan? Span, FoundIn FoundIn, Confidence Confidence)
{
    /// <summary>Other values that the article holds, best first.</summary>
    public ImmutableArray<MetadataValue> Alternatives { get; init; } = [];
}

/// <summary>What is known of an article as a document. What is not known is null.</summary>
public sealed record ArticleMetadata
{
    /// <summary>The headline.</summary>
    public MetadataValue? Title { get; init; }

    /// <summary>Publication date or time, ISO 8601: as precise as it is stated, with a zone only where one is.</summary>
    public MetadataValue? Published { get; init; }

    /// <summary>When it was last changed, in the same form.</summary>
    public MetadataValue? Modified { get; init; }

    /// <summary>Days in the lines about the article that the calendar does not have: <em>31 February 2023</em>; ascending.</summary>
    public ImmutableArray<TextSpan> ImpossibleDates { get; init; } = [];

    /// <summary>
    /// Persons who wrote it, in order of the byline. What other places name instead are alternatives of the first. An organisation is never
    /// one of them: it is the agency, or the publisher or an alternative to it.
    /// </summary>
    public ImmutableArray<MetadataValue> Authors { get; init; } = [];

    /// <summary>The outlet, or the host name of the address.</summary>
    public MetadataValue? Publisher { get; init; }

    /// <summary>BCP 47 tag; <c>und</c> when it cannot be told.</summary>
    public required MetadataValue Language { get; init; }

    /// <summary>Whether the language is English of any region.</summary>
    internal bool IsEnglish => Language.Value.Equals("en", StringComparison.OrdinalIgnoreCase) || Language.Value.StartsWith("en-", StringComparison.OrdinalIgnoreCase);

    /// <summary>Address of the article.</summary>
    public MetadataValue? Address { get; init; }

    /// <summary>News agency that is credited with the text.</summary>
    public MetadataValue? Agency { get; init; }

    /// <summary>Section of the outlet, as <em>World</em>.</summary>
    public MetadataValue? Section { get; init; }
}

/// <summary>What the sender of an article says about it.</summary>
/// <param name="Uri">Address; empty when not given.</param>
/// <param name="Published">Publication date or time, a valid ISO 8601 date or RFC 3339 time; empty when not given.</param>
/// <param name="Language">BCP 47 tag of the language; empty when not given, so that it is told from the words, of which a passage may have too few.</param>
public readonly record struct ArticleContext(string Uri = "", string Published = "", string Language = "");
