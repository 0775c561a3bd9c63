namespace Analysis.Syntax.Html;

/// <summary>The classes of furniture: what a part of a page is there for when it is no part of the article.</summary>
/// <remarks>The list of the contract, <c>Block.furniture</c> in <c>syntax.proto</c>. Plain text has those that a line shows by its words.</remarks>
internal static class FurnitureClass
{
    /// <summary>The way around the site: menus, breadcrumbs, page numbers, links to sections.</summary>
    public const string Navigation = "navigation";

    /// <summary>Other articles: lists of headlines, cards, teasers.</summary>
    public const string Related = "related";

    /// <summary>A line inside the article that leads to another one.</summary>
    public const string ReadMore = "read-more";

    /// <summary>Buttons and counts of social networks, ways to send or print.</summary>
    public const string Share = "share";

    /// <summary>Asks the reader to subscribe, to a newsletter or to the outlet.</summary>
    public const string Newsletter = "newsletter";

    /// <summary>Says that the page stores something on the reader's machine.</summary>
    public const string CookieNotice = "cookie-notice";

    /// <summary>What readers wrote.</summary>
    public const string Comments = "comments";

    /// <summary>Where readers write.</summary>
    public const string CommentForm = "comment-form";

    /// <summary>Advertising, and the lines that announce it.</summary>
    public const string Advertisement = "advertisement";

    /// <summary>Foot of the page: rights, imprint, addresses.</summary>
    public const string Footer = "footer";

    /// <summary>Fields and buttons: search, log-in, choice.</summary>
    public const string Form = "form";

    /// <summary>Not shown, or only to machines.</summary>
    public const string Hidden = "hidden";

    /// <summary>Who the author is.</summary>
    public const string AuthorBio = "author-bio";

    /// <summary>Keywords of the article.</summary>
    public const string Tags = "tags";

    /// <summary>Controls and labels of films, sound and picture series.</summary>
    public const string Player = "player";

    /// <summary>Words of the article that it repeats in larger letters.</summary>
    public const string PullQuote = "pull-quote";

    /// <summary>Lines about the article, such as its section, its reading time, the logo of its outlet.</summary>
    public const string About = "about";

    /// <summary>None of these.</summary>
    public const string Other = "other";
}
