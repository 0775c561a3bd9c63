using System.Buffers;
using System.Collections.Frozen;

namespace Analysis.Syntax.Html;

/// <summary>What an element says of its text by its name, its classes, its role.</summary>
internal enum PageRole : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is the body of an article.</summary>
    Body,

    /// <summary>It is an article, or the main part of the page.</summary>
    Article,

    /// <summary>It is a headline.</summary>
    Headline,

    /// <summary>It is the summary under a headline.</summary>
    Standfirst,

    /// <summary>It says who wrote the article.</summary>
    Byline,

    /// <summary>It says when.</summary>
    Time,

    /// <summary>It belongs to a picture.</summary>
    Caption,

    /// <summary>It says who made a picture.</summary>
    Credit,

    /// <summary>It is a correction or a note of the editors.</summary>
    Correction,

    /// <summary>It is an entry of a live page.</summary>
    Entry,

    /// <summary>It is no part of the article, as <see cref="PageMark.Furniture"/> says.</summary>
    Furniture,
}

/// <summary>What an element says of its text.</summary>
/// <param name="Role">The role.</param>
/// <param name="Furniture">Class of furniture; empty for other roles.</param>
/// <remarks>
/// Names of classes are habits of many sites, not of one: single words such as <c>newsletter</c>, and pairs such as
/// <c>read-more</c>. Words are cut at hyphens, underscores and capitals.
/// </remarks>
internal readonly record struct PageMark(PageRole Role, string Furniture = "")
{
    private static readonly FrozenDictionary<string, string> FurnitureWords = new Dictionary<string, string[]>
    {
        [FurnitureClass.Navigation] =
        [
            "nav", "navbar", "navigation", "menu", "submenu", "megamenu", "breadcrumb", "breadcrumbs", "pagination", "pager", "paging", "pagenavi", "topbar",
            "masthead", "toolbar", "sitemap", "subnav", "hamburger", "offcanvas", "ticker",
        ],
        [FurnitureClass.Related] =
        [
            "related", "relatedposts", "relatedarticles", "relatedcontent", "recommended", "recommendation", "recommendations", "recirc", "recirculation", "trending",
            "mostread", "mostpopular", "sidebar", "outbrain", "taboola", "zergnet", "revcontent", "yarpp", "upnext", "readnext", "morestories", "teasers", "toprail",
            "rightrail", "leftrail", "rail", "promo", "promos", "moreon", "suggestions",
        ],
        [FurnitureClass.ReadMore] = ["readmore", "seealso", "alsoread"],
        [FurnitureClass.Share] =
            ["share", "shares", "sharing", "sharebar", "sharetools", "social", "socials", "addthis", "addtoany", "sharedaddy", "sharethis", "sociable", "follow", "shareaholic"],
        [FurnitureClass.Newsletter] = ["newsletter", "newsletters", "signup", "subscribe", "subscription", "subscriptions", "mailchimp", "optin", "regwall"],
        [FurnitureClass.CookieNotice] = ["cookie", "cookies", "gdpr", "consent", "cookiebar", "cookielaw"],
        [FurnitureClass.Comments] = ["comments", "comment", "disqus", "commentlist", "livefyre", "viafoura", "spotim", "coral"],
        [FurnitureClass.CommentForm] = ["respond", "commentform"],
        [FurnitureClass.Advertisement] = ["ad", "ads", "advert", "adverts", "advertisement", "advertising", "adsense", "adslot", "adunit", "sponsor", "sponsored", "sponsors", "dfp", "gpt"],
        [FurnitureClass.Footer] = ["footer", "copyright", "colophon", "disclaimer"],
        [FurnitureClass.Form] = ["search", "searchform", "login", "signin"],
        [FurnitureClass.Hidden] = ["offscreen", "visuallyhidden"],
        [FurnitureClass.AuthorBio] = ["authorbio", "authorbox", "aboutauthor", "bio", "biography"],
        [FurnitureClass.Tags] = ["tags", "tagcloud", "taglist", "keywords", "tagslist", "hashtags"],
        [FurnitureClass.Player] = ["player", "jwplayer", "carousel", "slideshow", "playlist", "gallery"],
        [FurnitureClass.PullQuote] = ["pullquote"],
        [FurnitureClass.Other] = ["modal", "popup", "tooltip", "overlay", "lightbox", "dialog", "widget", "widgets", "rating", "ratings", "poll"],
    }.SelectMany(entry => entry.Value, (entry, word) => (word, entry.Key)).ToFrozenDictionary(entry => entry.word, entry => entry.Key, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> FurnitureOf = FurnitureWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words that mean something only side by side: <c>more-stories</c>.</summary>
    private static readonly FrozenDictionary<string, PageMark> Pairs = new Dictionary<PageMark, string[]>
    {
        [new(PageRole.Furniture, FurnitureClass.Related)] =
        [
            "more stories", "more news", "more posts", "more articles", "more from", "most read", "most popular", "most viewed", "read next", "up next", "next article", "next post",
            "previous post", "post navigation", "next prev", "prev next", "post nav", "article nav", "nav links", "nav next", "nav previous", "also like", "popular posts", "latest news", "latest posts", "latest stories", "recent posts", "right rail", "side bar",
            "top stories", "similar posts", "other news", "embedded article",
        ],
        [new(PageRole.Furniture, FurnitureClass.ReadMore)] = ["read more", "see also", "also read", "inline related"],
        [new(PageRole.Furniture, FurnitureClass.Newsletter)] = ["sign up", "opt in", "email form"],
        [new(PageRole.Furniture, FurnitureClass.Hidden)] = ["screen reader", "sr only", "visually hidden", "dis none", "u hidden", "is hidden"],
        [new(PageRole.Furniture, FurnitureClass.AuthorBio)] = ["author bio", "author box", "about author", "author info", "author description", "author desc", "post author", "author card", "author profile", "author block"],
        [new(PageRole.Furniture, FurnitureClass.Tags)] = ["tag list", "post tags", "tag cloud", "cat links", "tag links", "article tag", "entry tags"],
        [new(PageRole.Furniture, FurnitureClass.PullQuote)] = ["pull quote"],
        [new(PageRole.Furniture, FurnitureClass.Navigation)] = ["skip link", "skip to", "page nav"],
        [new(PageRole.Furniture, FurnitureClass.Player)] =
            ["video player", "video wrapper", "video container", "video controls", "video desc", "video description", "video asset", "video module", "inline video", "featured video", "audio player"],
        [new(PageRole.Entry)] =
        [
            "live entry", "live post", "live update", "liveblog entry", "liveblog post", "liveblog update", "liveblog block", "blog entry", "timeline entry", "timeline item", "stream post", "stream item", "feed entry",
            "live item", "post live", "entry live", "update item",
        ],
        [new(PageRole.Furniture, FurnitureClass.About)] = ["reading time", "read time"],
        [new(PageRole.Body)] =
        [
            "article body", "article content", "article text", "article copy", "article fulltext", "article main", "entry content", "post content", "post body", "post entry", "post text", "story body", "story content",
            "story text", "body copy", "body text", "body content", "news body", "news content", "news text", "content body", "content text", "text content", "rich text", "single content", "blog content", "page content",
            "field body", "article detail", "article paragraphs", "paragraph content", "content article", "text body", "name body", "main text", "full text", "press content", "single post",
        ],
        [new(PageRole.Standfirst)] =
            ["sub headline", "sub title", "sub heading", "article summary", "article subtitle", "article intro", "article excerpt", "post excerpt", "entry summary", "article description", "article dek", "story summary"],
        [new(PageRole.Headline)] = ["entry title", "article title", "post title", "article headline", "story headline", "story title", "page title", "news title", "headline title"],
        [new(PageRole.Byline)] = ["by line", "author name", "post meta", "entry meta", "article meta", "article info", "author meta", "article byline", "post info", "meta author"],
        [new(PageRole.Time)] = ["publish date", "published date", "pub date", "post date", "entry date", "article date", "date time", "last updated", "publication date", "time stamp", "posted on"],
        [new(PageRole.Caption)] = ["caption text", "image caption", "photo caption", "wp caption", "media caption", "img caption", "picture caption", "video caption", "image description", "image title"],
        [new(PageRole.Credit)] = ["photo credit", "image credit", "img credit", "photo source", "image source", "image copyright"],
        [new(PageRole.Correction)] = ["editors note", "editor note", "article correction", "story correction"],
    }.SelectMany(entry => entry.Value, (entry, word) => (word, entry.Key)).ToFrozenDictionary(entry => entry.word, entry => entry.Key, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PageMark>.AlternateLookup<ReadOnlySpan<char>> PairOf = Pairs.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, PageRole>.AlternateLookup<ReadOnlySpan<char>> RoleOf = new Dictionary<PageRole, string[]>
    {
        [PageRole.Body] = ["articlebody", "articlecontent", "articletext", "entrycontent", "postcontent", "postbody", "storybody", "storycontent", "storytext", "bodycopy", "bodytext", "newsbody", "newstext", "maintext", "fulltext"],
        [PageRole.Headline] = ["headline"],
        [PageRole.Standfirst] = ["standfirst", "subheadline", "subtitle", "dek", "deck", "subhead"],
        [PageRole.Byline] = ["byline", "bylines", "authors", "author", "writer", "dateline"],
        [PageRole.Time] = ["timestamp", "datetime", "pubdate", "date", "published", "dateline", "time", "updated"],
        [PageRole.Caption] = ["caption", "captions", "figcaption", "cutline"],
        [PageRole.Credit] = ["credit", "credits", "photocredit", "photographer"],
        [PageRole.Correction] = ["correction", "corrections"],
    }.SelectMany(entry => entry.Value, (entry, word) => (word, entry.Key)).DistinctBy(entry => entry.word).ToFrozenDictionary(entry => entry.word, entry => entry.Key, StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> BetweenNames = SearchValues.Create(" \t\n\f\r");

    /// <summary>Longest list of classes that is looked at, in characters.</summary>
    private const int MostCharacters = 400;

    /// <summary>Whether it says that the text is no part of the article.</summary>
    public bool IsFurniture => Role is PageRole.Furniture;

    /// <summary>Reads what an element says.</summary>
    /// <param name="name">Name of its tag.</param>
    /// <param name="attributes">What is asked of its attributes.</param>
    /// <param name="known">Lists of names read before, with what they say: a page repeats few of them often.</param>
    public static PageMark Of(string name, in PageAttributes attributes, Dictionary<string, PageMark> known)
    {
        if (OfElement(name) is { Role: not PageRole.None } byName) return byName;
        if (OfProperty(attributes.Property) is { Role: not PageRole.None } byProperty) return byProperty;
        if (OfRole(attributes.Role) is { Role: not PageRole.None } byRole) return byRole;
        if (name is "html" or "body") return default;
        var byClass = OfNames(attributes.Class, known);
        if (byClass.Role is PageRole.Furniture or PageRole.Body) return byClass;
        var byId = OfNames(attributes.Id, known);
        var best = byId.Role is PageRole.None ? byClass : byClass.Role is PageRole.None || byId.IsFurniture || byId.Role is PageRole.Body ? byId : byClass;
        return best.Role is PageRole.None && name is "article" or "main" ? new PageMark(PageRole.Article) : best;
    }

    private static PageMark OfElement(string name) => name switch
    {
        "nav" or "menu" => new(PageRole.Furniture, FurnitureClass.Navigation),
        "footer" => new(PageRole.Furniture, FurnitureClass.Footer),
        "aside" => new(PageRole.Furniture, FurnitureClass.Related),
        "form" or "button" or "select" or "textarea" or "fieldset" or "legend" or "label" or "option" or "optgroup" or "search" => new(PageRole.Furniture, FurnitureClass.Form),
        "dialog" => new(PageRole.Furniture, FurnitureClass.Other),
        "video" or "audio" => new(PageRole.Furniture, FurnitureClass.Player),
        "noscript" => new(PageRole.Furniture, FurnitureClass.Hidden),
        "figcaption" => new(PageRole.Caption),
        "time" => new(PageRole.Time),
        _ => default,
    };

    private static PageMark OfProperty(string property) => property switch
    {
        "" => default,
        "liveBlogUpdate" => new(PageRole.Entry),
        "articleBody" or "reviewBody" => new(PageRole.Body),
        "headline" => new(PageRole.Headline),
        "author" or "creator" => new(PageRole.Byline),
        "datePublished" or "dateModified" or "dateCreated" => new(PageRole.Time),
        "caption" => new(PageRole.Caption),
        "keywords" => new(PageRole.Furniture, FurnitureClass.Tags),
        "comment" => new(PageRole.Furniture, FurnitureClass.Comments),
        _ => default,
    };

    private static PageMark OfRole(string role) => role switch
    {
        "" => default,
        "navigation" or "menu" or "menubar" => new(PageRole.Furniture, FurnitureClass.Navigation),
        "complementary" => new(PageRole.Furniture, FurnitureClass.Related),
        "contentinfo" => new(PageRole.Furniture, FurnitureClass.Footer),
        "search" or "form" or "button" => new(PageRole.Furniture, FurnitureClass.Form),
        "dialog" or "alertdialog" or "tooltip" => new(PageRole.Furniture, FurnitureClass.Other),
        "article" or "main" => new(PageRole.Article),
        _ => default,
    };

    private static PageMark OfNames(string names, Dictionary<string, PageMark> known)
    {
        if (names.Length == 0) return default;
        if (!known.TryGetValue(names, out var mark)) known.Add(names, mark = OfNames(names));
        return mark;
    }

    /// <summary>Whether a list of classes says that readers do not see the text.</summary>
    public static bool IsHiddenName(string names) => names.Length > 0 && OfNames(names).Furniture is FurnitureClass.Hidden;

    /// <summary>Reads a list of names word by word: furniture before anything else, pairs before words.</summary>
    private static PageMark OfNames(string names)
    {
        var rest = names.AsSpan(0, Math.Min(names.Length, MostCharacters));
        PageMark best = default;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOfAny(BetweenNames);
            var name = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (name.IsEmpty || SaysOfOthers(name)) continue;
            if (name is "hidden" or "hide" or "d-none" or "invisible") return new(PageRole.Furniture, FurnitureClass.Hidden);
            var mark = OfName(name);
            if (mark.IsFurniture) return mark;
            if (best.Role is PageRole.None || mark.Role is PageRole.Body) best = mark.Role is PageRole.None ? best : mark;
        }
        return best;
    }

    /// <summary>Names that tell what is around or beside an element, or how the article is filed: <c>has-sidebar</c>, <c>tag-newsletters</c>.</summary>
    private static bool SaysOfOthers(ReadOnlySpan<char> name)
    {
        foreach (string start in (ReadOnlySpan<string>)["has-", "no-", "with-", "without-", "not-", "tag-", "category-", "js-", "elementor-", "theia", "menu-item", "post_tag", "format-", "type-"])
            if (name.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        return name.Contains("-with-", StringComparison.OrdinalIgnoreCase) || name.Contains("-has-", StringComparison.OrdinalIgnoreCase);
    }

    private static PageMark OfName(ReadOnlySpan<char> name)
    {
        const int Longest = 64;
        Span<char> words = stackalloc char[2 * Longest];
        int length = 0, before = -1, word = 0;
        PageMark best = default;
        if (name.Length > Longest) name = name[..Longest];
        for (int i = 0; i <= name.Length; i++)
        {
            bool letter = i < name.Length && char.IsAsciiLetter(name[i]);
            bool capital = letter && char.IsAsciiLetterUpper(name[i]) && i > 0 && char.IsAsciiLetterLower(name[i - 1]);
            if (letter && !capital)
            {
                words[length++] = char.ToLowerInvariant(name[i]);
                continue;
            }
            if (length > word)
            {
                var mark = OfWords(words[..length], before, word);
                if (mark.IsFurniture) return mark;
                if (mark.Role is not PageRole.None) best = mark;
                before = word;
                words[length++] = ' ';
                word = length;
            }
            if (capital) words[length++] = char.ToLowerInvariant(name[i]);
        }
        return best;
    }

    private static PageMark OfWords(ReadOnlySpan<char> words, int before, int word)
    {
        if (before >= 0 && PairOf.TryGetValue(words[before..], out var pair)) return pair;
        if (FurnitureOf.TryGetValue(words[word..], out string? furniture)) return new(PageRole.Furniture, furniture);
        return RoleOf.TryGetValue(words[word..], out var role) ? new(role) : default;
    }
}
