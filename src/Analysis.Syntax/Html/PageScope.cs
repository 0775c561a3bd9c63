using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Analysis.Syntax.Html;

/// <summary>Tells what a page says about itself from what it says about others: comments, lists of other articles, navigation.</summary>
internal sealed class PageScope
{
    private static readonly FrozenSet<string> ForeignWords = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "comment", "comments", "commentlist", "comentarios", "disqus", "related", "sidebar", "recirc", "recirculation", "recommended", "recommendations", "trending", "popular", "latest",
        "teaser", "teasers", "widget", "widgets", "footer", "nav", "navigation", "menu", "promo", "newsletter", "carousel", "headlines", "ticker", "outbrain", "taboola", "rail", "river", "feed",
        "more", "next", "prev", "previous", "similar", "suggested", "carousel", "playlist", "dropdown", "mega");

    private static readonly FrozenSet<string> ForeignElements = FrozenSet.Create(StringComparer.Ordinal, "aside", "footer", "nav", "form", "template", "noscript");

    private readonly HashSet<IElement> _aroundHeading = [];
    private readonly IElement? _article;
    private readonly Dictionary<IElement, bool> _foreign = [];

    private PageScope(IDocument document)
    {
        Heading = FindHeading(document);
        for (var at = Heading?.ParentElement; at is not null; at = at.ParentElement)
        {
            _aroundHeading.Add(at);
            if (_article is null && at.LocalName is "article") _article = at;
        }
    }

    /// <summary>
    /// The <c>h1</c> element of the page: the only one with text, else the one whose words are in the title of the page, else the only one
    /// in an <c>article</c> or <c>main</c> element; null where that does not tell.
    /// </summary>
    public IElement? Heading { get; }

    /// <summary>Looks at a page.</summary>
    public static PageScope Of(IDocument document) => new(document);

    /// <summary>Whether what an element holds is said about the page itself.</summary>
    public bool IsAboutPage(IElement element)
    {
        IElement? article = null;
        for (var at = element; at is not null; at = at.ParentElement)
        {
            if (article is null && at.LocalName is "article") article = at;
            if (!_aroundHeading.Contains(at) && at != Heading && IsForeign(at)) return false;
        }
        // Of several articles on a page the one with the heading is its own.
        return article is null || _article is null || article == _article || _aroundHeading.Contains(article);
    }

    private bool IsForeign(IElement element)
    {
        if (_foreign.TryGetValue(element, out bool known)) return known;
        return _foreign[element] = element.LocalName is not ("html" or "body") && (ForeignElements.Contains(element.LocalName) || HasForeignWord(element.ClassName) || HasForeignWord(element.Id));
    }

    /// <summary>Whether names of classes, cut at hyphens and underscores, hold a word of what is not the article.</summary>
    private static bool HasForeignWord(string? names)
    {
        const int Longest = 500;
        if (string.IsNullOrEmpty(names) || names.Length > Longest) return false;
        foreach (string name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            foreach (string word in name.Split(['-', '_', ':'], StringSplitOptions.RemoveEmptyEntries))
                if (ForeignWords.Contains(word)) return true;
        return false;
    }

    private static IElement? FindHeading(IDocument document)
    {
        const int MostLooked = 20;
        var headings = document.GetElementsByTagName("h1").Take(MostLooked).Where(heading => !string.IsNullOrWhiteSpace(heading.TextContent)).ToList();
        if (headings.Count == 1) return headings[0];
        const int Shortest = 12;
        string title = Letters(document.Title ?? ""), graph = Letters(document.QuerySelector("meta[property='og:title']")?.GetAttribute("content") ?? "");
        var titled = headings.Find(heading => Letters(heading.TextContent) is { Length: >= Shortest } words && (title.Contains(words, StringComparison.Ordinal) || graph.Contains(words, StringComparison.Ordinal)));
        if (titled is not null) return titled;
        var inside = headings.FindAll(IsInArticle);
        return inside.Count == 1 ? inside[0] : null;
    }

    /// <summary>Letters and digits alone, small: what titles have in common when their typography differs.</summary>
    private static string Letters(string words) => string.Concat(CharacterReferences.Resolve(words).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsInArticle(IElement heading)
    {
        for (var at = heading.ParentElement; at is not null; at = at.ParentElement)
            if (at.LocalName is "article" or "main") return true;
        return false;
    }
}
