using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Analysis.Syntax.Json;
using AngleSharp.Dom;
using static Analysis.Syntax.DocumentPropertyKind;

namespace Analysis.Syntax.Html;

/// <summary>Reads what a page states about itself: in JSON-LD, <c>meta</c> and <c>link</c> elements, microdata, <c>time</c> elements and its title.</summary>
/// <remarks>
/// All of it, unchosen and as written, each with its place. What stands in comments, in lists of other articles, in navigation and the
/// like is not said about this page and is left out.
/// </remarks>
internal sealed class PageProperties
{
    /// <summary>Longest value; longer ones are no names, dates or titles.</summary>
    private const int LongestValue = 2000;

    /// <summary>Most properties of a page, and most of them that its elements may give, so that there is room for its scripts.</summary>
    private const int Most = 500, MostOfElements = 400;

    /// <summary>How many elements inside of a person or an organisation are looked at for its name.</summary>
    private const int MostLooked = 100;

    /// <summary>What an address or a class holds that is looked at more closely: most hold none of it.</summary>
    private static readonly SearchValues<string> AuthorFolders = SearchValues.Create(
        ["author", "byline", "/by/", "people", "profile", "staff", "journalist", "reporter", "contributor", "columnist", "writers"], StringComparison.Ordinal);

    private static readonly SearchValues<string> AuthorNames = SearchValues.Create(["author", "byline"], StringComparison.OrdinalIgnoreCase);

    private readonly string _page;
    private readonly ParsedPage _parsed;
    private readonly SourceText _text;
    private readonly List<DocumentProperty> _properties = [];
    private readonly PageScope _scope;
    private readonly TextSpan? _heading;

    private PageProperties(string page, ParsedPage parsed, SourceText text)
    {
        _page = page;
        _parsed = parsed;
        _text = text;
        _scope = PageScope.Of(parsed.Document);
        _heading = _scope.Heading is { } heading && ContentOf(heading) is { } shown ? text.FromPage(shown.Page) : null;
    }

    /// <summary>Reads a parsed page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="parsed">The same, parsed.</param>
    /// <param name="text">The text that was read out of it, to say where in it a value stands.</param>
    /// <param name="cancellation">Ends the work early with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>In order of the page.</returns>
    public static ImmutableArray<DocumentProperty> Read(string page, ParsedPage parsed, SourceText text, CancellationToken cancellation)
    {
        var reader = new PageProperties(page, parsed, text);
        int seen = 0;
        foreach (var element in parsed.Document.All)
        {
            if ((++seen & 0xff) == 0) cancellation.ThrowIfCancellationRequested();
            if (reader._properties.Count >= MostOfElements) break;
            reader.Add(element);
        }
        reader.AddJsonLd(cancellation);
        return [.. reader._properties.OrderBy(property => property.Page.Start).ThenBy(property => property.Kind).Take(Most)];
    }

    private void Add(IElement element)
    {
        switch (element.LocalName)
        {
            case "html":
                Add(Language, DocumentPropertyOrigin.Meta, AttributeOf(element, "lang") ?? AttributeOf(element, "xml:lang"));
                break;
            case "title" when element.ParentElement?.LocalName is "head" or "html" or null:
                Add(Title, DocumentPropertyOrigin.TitleElement, ContentOf(element));
                break;
            case "meta":
                AddMeta(element);
                break;
            case "link" when HasWord(element.GetAttribute("rel"), "canonical"):
                Add(DocumentPropertyKind.Address, DocumentPropertyOrigin.Meta, AttributeOf(element, "href"));
                break;
            case "h1" when element == _scope.Heading:
                Add(Title, DocumentPropertyOrigin.HeadingElement, ContentOf(element));
                break;
            case "time" when !element.HasAttribute("itemprop") && _scope.IsAboutPage(element):
                AddTime(element);
                break;
            case "a" when HasWord(element.GetAttribute("rel"), "author") && _scope.IsAboutPage(element):
                Add(Author, DocumentPropertyOrigin.Microdata, ContentOf(element));
                break;
            case "a" or "p" or "div" or "span" or "address" or "li" or "h2" or "h3" or "h4" or "h5" or "h6" or "strong" or "em" or "cite" or "small" or "section" when IsNamedForAuthor(element):
                AddNamed(element);
                break;
        }
        if (element.LocalName is not "meta" && element.GetAttribute("itemprop") is { Length: > 0 } names && _scope.IsAboutPage(element)) AddMicrodata(element, names);
    }

    private void AddMeta(IElement element)
    {
        if (element.GetAttribute("content") is not { Length: > 0 }) return;
        foreach (string attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
        {
            if (element.GetAttribute(attribute) is not { Length: > 0 } name || MetaNames.Find(name.Trim()) is not { } meaning) continue;
            // Microdata of a comment or of an inner object is not about the page.
            if (attribute == "itemprop" && (!_scope.IsAboutPage(element) || !IsOfArticle(element))) continue;
            Add(meaning.Kind, attribute == "itemprop" ? DocumentPropertyOrigin.Microdata : meaning.Origin, AttributeOf(element, "content"));
            return;
        }
    }

    private void AddMicrodata(IElement element, string names)
    {
        foreach (string name in names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            DocumentPropertyKind? kind = name switch
            {
                "headline" => Title,
                "author" or "creator" => Author,
                "publisher" => Publisher,
                "datePublished" => Published,
                "dateModified" => Modified,
                "articleSection" => Section,
                "inLanguage" => Language,
                "sourceOrganization" => Agency,
                _ => null,
            };
            if (kind is null || !IsOfArticle(element)) continue;
            if (kind is Author or Publisher && element.HasAttribute("itemscope"))
            {
                if (kind is Author && element.GetAttribute("itemtype") is { } type && type.EndsWith("Organization", StringComparison.OrdinalIgnoreCase)) kind = AuthoringOrganization;
                if (element.Descendants<IElement>().Take(MostLooked).FirstOrDefault(at => HasWord(at.GetAttribute("itemprop"), "name")) is { } inner) Add(kind.Value, DocumentPropertyOrigin.Microdata, AttributeOf(inner, "content") ?? ContentOf(inner));
                else if (kind is Author) Add(kind.Value, DocumentPropertyOrigin.Microdata, ContentOf(element));
                return;
            }
            Add(kind.Value, DocumentPropertyOrigin.Microdata, AttributeOf(element, "content") ?? AttributeOf(element, "datetime") ?? ContentOf(element));
            return;
        }
    }

    private void AddTime(IElement element)
    {
        var value = AttributeOf(element, "datetime");
        var content = ContentOf(element);
        var kind = SaysModified(element, content?.Value ?? "") ? Modified : Published;
        if (value is null || value.Value.Value.Length == 0) Add(kind, DocumentPropertyOrigin.TimeElement, content);
        else Add(kind, DocumentPropertyOrigin.TimeElement, value, content?.Page);
    }

    /// <summary>An element that is named for the author, if it stands near the headline: elsewhere it may be the author of another article.</summary>
    private void AddNamed(IElement element)
    {
        const int Longest = 200, Before = 300, Behind = 800;
        if (_heading is not { } heading || element.HasAttribute("itemprop") || !_scope.IsAboutPage(element) || ContentOf(element) is not { } content || content.Value.Length > Longest) return;
        if (_text.FromPage(content.Page) is not { } shown || shown.End < heading.Start - Before || shown.Start > heading.End + Behind) return;
        Add(Author, DocumentPropertyOrigin.NamedElement, content);
    }

    private static bool IsNamedForAuthor(IElement element)
    {
        const int LongestName = 300;
        if (element.LocalName is "a")
        {
            // https://example.org/authors/ann-lee
            return element.GetAttribute("href") is { Length: < LongestName } address && address.AsSpan().ContainsAny(AuthorFolders) && address.Split('/', '?') is { Length: > 2 } parts
                && parts.AsSpan(0, parts.Length - 1).ContainsAny((ReadOnlySpan<string>)["author", "authors", "byline", "by", "people", "profile", "staff", "journalist", "journalists", "reporter", "reporters", "contributor", "contributors", "columnist", "columnists", "writers"]);
        }
        if (element.ClassName is not { Length: > 0 and < LongestName } names || !names.AsSpan().ContainsAny(AuthorNames)) return false;
        foreach (string name in names.Split([' ', '-', '_', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries))
            if (name.Equals("byline", StringComparison.OrdinalIgnoreCase) || name.Equals("author", StringComparison.OrdinalIgnoreCase) || name.Equals("authors", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private void AddJsonLd(CancellationToken cancellation)
    {
        var objects = PageJsonLd.Read(_page, _parsed, cancellation);
        bool isArticle = objects.Articles.Count > 0;
        foreach (var item in isArticle ? OwnArticles(objects.Articles) : objects.Pages)
            foreach (var (kind, value, place) in objects.Properties(item, isArticle))
                if (_properties.Count < Most && place.Span.Length <= LongestValue)
                    _properties.Add(new DocumentProperty(kind, value, DocumentPropertyOrigin.JsonLd, place.Span));
    }

    /// <summary>The objects that are the article of the page: by its address where some have it, else the first and what has its headline.</summary>
    private List<JsonValue> OwnArticles(List<JsonValue> articles)
    {
        if (articles.Count == 1) return articles;
        var addresses = _properties.Where(property => property.Kind is DocumentPropertyKind.Address).Select(property => PathOf(property.Value)).Where(path => path.Length > 1).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var own = articles.FindAll(article => addresses.Contains(PathOf(JsonLdObjects.AddressOfArticle(article))));
        if (own.Count > 0) return own;
        string headline = articles[0]["headline"]?.Words ?? "";
        return articles.FindAll(article => article == articles[0] || headline.Length > 0 && article["headline"]?.Words == headline);
    }

    private static string PathOf(string address)
    {
        int host = address.IndexOf("//", StringComparison.Ordinal);
        int path = address.IndexOf('/', host < 0 ? 0 : host + 2);
        if (path < 0) return "";
        int end = address.IndexOfAny(['?', '#'], path);
        return (end < 0 ? address[path..] : address[path..end]).TrimEnd('/');
    }

    private void Add(DocumentPropertyKind kind, DocumentPropertyOrigin origin, (string Value, TextSpan Page)? found, TextSpan? shown = null)
    {
        if (found is not { } stated || stated.Value.Length is 0 or > LongestValue) return;
        _properties.Add(new DocumentProperty(kind, stated.Value, origin, stated.Page, _text.FromPage(shown ?? stated.Page)));
    }

    /// <summary>An attribute with the place of its value; null where the element has none or nothing is in it.</summary>
    private (string Value, TextSpan Page)? AttributeOf(IElement element, string name)
    {
        if (!element.HasAttribute(name) || TokenOf(element) is not (>= 0 and var token)) return null;
        foreach (var attribute in TagAttributes.Read(_page, _parsed.Tokens[token].Span))
            if (attribute.Name == name && OneLine(CharacterReferences.Resolve(attribute.Value)) is { Length: > 0 } value) return (value, attribute.Span);
        return null;
    }

    /// <summary>The text of an element and its place; null where it has none.</summary>
    private (string Value, TextSpan Page)? ContentOf(IElement element)
    {
        const int MostTokens = 200;
        int token = TokenOf(element);
        if (token < 0) return null;
        int start = -1, end = -1;
        StringBuilder content = new(), shown = new();
        for (int i = token + 1; i < _parsed.Tokens.Count && i < token + MostTokens && content.Length <= LongestValue; i++)
        {
            var (kind, span, _) = _parsed.Tokens[i];
            if (kind is not PageTokenKind.Characters || _parsed.Parents[i] is not { } parent) continue;
            if (!IsInside(parent, element)) break;
            if (parent.LocalName is "script" or "style") continue;
            if (start < 0) start = span.Start;
            end = span.End;
            var characters = ParsedPage.Content(_page, span);
            string behind = PageElement.FlowOf(parent.LocalName) is Flow.Inline ? "" : " ";
            // A date and a time that only their elements set apart.
            if (content.Length > 0 && char.IsAsciiDigit(content[^1]) && characters is [>= '0' and <= '9', ..]) content.Append(' ');
            content.Append(characters).Append(behind);
            if (_text.FromPage(span) is not { } read) continue;
            if (shown.Length > 0 && char.IsAsciiDigit(shown[^1]) && char.IsAsciiDigit(_text.Text[read.Start])) shown.Append(' ');
            shown.Append(_text[read]).Append(behind);
        }
        if (start < 0) return null;
        var page = BlockReader.Trim(_page, start, end);
        // Of what readers see the marks of notes and what is struck out are no part.
        string value = OneLine(shown.Length > 0 ? shown.ToString() : CharacterReferences.Resolve(content.ToString()));
        return value.Length == 0 ? null : (value, page);
    }

    /// <summary>Index of the start tag of an element; -1 where the page has none.</summary>
    private int TokenOf(IElement element)
    {
        if (element.SourceReference is not { } reference) return -1;
        int position = reference.Position.Index, low = 0, high = _parsed.Tokens.Count - 1;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_parsed.Tokens[middle].Span.End > position) high = middle;
            else low = middle + 1;
        }
        return low < _parsed.Tokens.Count && _parsed.Tokens[low] is { Kind: PageTokenKind.StartTag } tag && tag.Name.Equals(element.LocalName, StringComparison.OrdinalIgnoreCase) ? low : -1;
    }

    private static bool IsInside(IElement inner, IElement outer)
    {
        for (IElement? at = inner; at is not null; at = at.ParentElement)
            if (at == outer) return true;
        return false;
    }

    /// <summary>Whether an element is a property of the article or of the page, not of another object on it.</summary>
    private static bool IsOfArticle(IElement element)
    {
        for (var at = element.ParentElement; at is not null; at = at.ParentElement)
        {
            if (!at.HasAttribute("itemscope")) continue;
            string type = at.GetAttribute("itemtype")?.Trim() ?? "";
            return type.Length == 0 || type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("Posting", StringComparison.OrdinalIgnoreCase)
                || type.EndsWith("Page", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/CreativeWork", StringComparison.OrdinalIgnoreCase) || type.EndsWith("/Review", StringComparison.OrdinalIgnoreCase);
        }
        return true;
    }

    private static bool SaysModified(IElement element, string content)
    {
        const int Reach = 40;
        string marks = $"{element.ClassName} {element.Id} {element.GetAttribute("data-testid")} {element.ParentElement?.ClassName} {content[..Math.Min(content.Length, Reach)]}";
        if (element.PreviousSibling is IText { Data: { } before }) marks += before.Length > Reach ? before[^Reach..] : before;
        bool modified = Says(marks, "updat") || Says(marks, "modif") || Says(marks, "revised") || Says(marks, "last edited");
        // Of an element that has both names, as those of blogs that were never changed, the first counts.
        return modified && !Says($"{element.ClassName}", "publish");
    }

    private static bool Says(string marks, string word) => marks.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool HasWord(string? words, string word) =>
        words is not null && words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(word, StringComparer.OrdinalIgnoreCase);

    private static string OneLine(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
