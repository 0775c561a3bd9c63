namespace Analysis.Syntax;

/// <summary>What a document says about itself in its markup.</summary>
public enum DocumentPropertyKind
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>A person who wrote it, or whatever else stands where one should.</summary>
    Author,

    /// <summary>An organisation that is named as the author.</summary>
    AuthoringOrganization,

    /// <summary>Who publishes it.</summary>
    Publisher,

    /// <summary>When it was published, as written.</summary>
    Published,

    /// <summary>When it was last changed, as written.</summary>
    Modified,

    /// <summary>Section of the outlet.</summary>
    Section,

    /// <summary>Language tag.</summary>
    Language,

    /// <summary>Canonical address.</summary>
    Address,

    /// <summary>News agency that it was taken from.</summary>
    Agency,

    /// <summary>What it is about, in a sentence or two.</summary>
    Description,
}

/// <summary>Where in the markup a property stands.</summary>
public enum DocumentPropertyOrigin
{
    /// <summary>A JSON-LD object.</summary>
    JsonLd,

    /// <summary>An OpenGraph property, or one of its extension for articles.</summary>
    OpenGraph,

    /// <summary>A <c>meta</c> or <c>link</c> element, or an attribute of the page itself.</summary>
    Meta,

    /// <summary>An element marked by microdata of schema.org, or a link to the page of the author.</summary>
    Microdata,

    /// <summary>A <c>time</c> element.</summary>
    TimeElement,

    /// <summary>The <c>title</c> element.</summary>
    TitleElement,

    /// <summary>The <c>h1</c> element of a page that has one.</summary>
    HeadingElement,

    /// <summary>An element near the headline that is named for what it is: by its class, or by a link to the page of the author.</summary>
    NamedElement,

    /// <summary>An element of a feed.</summary>
    Feed,

    /// <summary>The lines between dashes in front of a marked-up text.</summary>
    FrontMatter,
}

/// <summary>A value that a document states in its markup, as it is written there: not checked, not chosen among others.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The value, references resolved and white space around it left out; never empty.</param>
/// <param name="Origin">Where it stands.</param>
/// <param name="Page">Its characters in the page, or those of the element that carries it.</param>
/// <param name="Text">Its characters in the text; null where it is not part of the text.</param>
/// <param name="Section">The section that it is said of: the item of a feed; null where it is said of the document as a whole.</param>
public sealed record DocumentProperty(DocumentPropertyKind Kind, string Value, DocumentPropertyOrigin Origin, TextSpan Page, TextSpan? Text = null, int? Section = null);
