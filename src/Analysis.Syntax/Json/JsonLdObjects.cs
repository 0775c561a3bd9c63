using System.Collections.Frozen;

namespace Analysis.Syntax.Json;

/// <summary>The objects of schema.org that scripts or a document of JSON-LD hold, and which of them is the article.</summary>
/// <remarks>
/// Objects are looked for where a document speaks of itself: on the outermost level, in <c>@graph</c>, and as the main entity of another.
/// Articles inside of lists, comments or links are other articles.
/// </remarks>
internal sealed class JsonLdObjects
{
    /// <summary>Longest value of a property; longer ones are no names, dates or titles.</summary>
    private const int LongestValue = 2000;

    /// <summary>Most articles and most pages that are looked at.</summary>
    private const int MostObjects = 200;

    /// <summary>Most values of one property, such as authors of one article.</summary>
    private const int MostValues = 64;

    private static readonly FrozenSet<string> ArticleTypes = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle",
        "AdvertiserContentArticle", "SatiricalArticle", "ScholarlyArticle", "MedicalScholarlyArticle", "TechArticle", "LiveBlogPosting", "BlogPosting", "SocialMediaPosting",
        "DiscussionForumPosting", "Report");

    private static readonly FrozenSet<string> PageTypes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "WebPage", "ItemPage", "CreativeWork");

    private readonly Dictionary<string, JsonValue> _byId = new(StringComparer.Ordinal);

    private JsonLdObjects()
    {
    }

    /// <summary>Objects that are articles, in order.</summary>
    public List<JsonValue> Articles { get; } = [];

    /// <summary>Objects that are the page that an article stands on, in order.</summary>
    public List<JsonValue> Pages { get; } = [];

    /// <summary>Finds the objects among values of JSON.</summary>
    public static JsonLdObjects Of(IEnumerable<JsonValue> values)
    {
        var objects = new JsonLdObjects();
        // Readers bound the depth, so that the stack stays small.
        var rest = new Stack<JsonValue>(values.Reverse());
        while (rest.TryPop(out var value))
        {
            if (value.Kind is JsonKind.Array)
            {
                for (int i = value.Children.Count - 1; i >= 0; i--) rest.Push(value.Children[i]);
                continue;
            }
            if (value.Kind is not JsonKind.Object) continue;
            // An object without a type that holds a body is an article that does not say so.
            bool article = HasType(value, ArticleTypes) || value["@type"] is null && value["articleBody"] is { IsText: true };
            if (article && objects.Articles.Count < MostObjects) objects.Articles.Add(value);
            else if (!article && objects.Pages.Count < MostObjects && HasType(value, PageTypes)) objects.Pages.Add(value);
            objects.Know(value);
            foreach (string member in (ReadOnlySpan<string>)["mainEntity", "mainEntityOfPage", "@graph"])
                if (value[member] is { Kind: <= JsonKind.Array } inner) rest.Push(inner);
        }
        return objects;
    }

    /// <summary>What an article, or the page it stands on, says of itself, each with the value that says it.</summary>
    public IEnumerable<(DocumentPropertyKind Kind, string Value, JsonValue Place)> Properties(JsonValue item, bool isArticle)
    {
        var title = item["headline"] is { IsText: true } headline ? headline : isArticle ? item["name"] : null;
        foreach (var found in Texts(DocumentPropertyKind.Title, title, onlyFirst: true)) yield return found;
        var authors = item["author"] is { } author && (author.IsText || author.Kind <= JsonKind.Array && author.Children.Count > 0) ? author : item["creator"];
        foreach (var found in Names(authors, DocumentPropertyKind.Author, DocumentPropertyKind.AuthoringOrganization)) yield return found;
        if (isArticle)
        {
            foreach (var found in Names(item["publisher"], DocumentPropertyKind.Publisher, DocumentPropertyKind.Publisher)) yield return found;
            foreach (var found in Names(item["sourceOrganization"], DocumentPropertyKind.Agency, DocumentPropertyKind.Agency)) yield return found;
        }
        foreach (var found in Texts(DocumentPropertyKind.Published, item["datePublished"], onlyFirst: true)) yield return found;
        foreach (var found in Texts(DocumentPropertyKind.Modified, item["dateModified"], onlyFirst: true)) yield return found;
        foreach (var found in Texts(DocumentPropertyKind.Section, item["articleSection"], onlyFirst: false)) yield return found;
        foreach (var found in Texts(DocumentPropertyKind.Language, item["inLanguage"], onlyFirst: true)) yield return found;
        foreach (var found in Texts(DocumentPropertyKind.Address, AddressOf(item["mainEntityOfPage"]) ?? AddressOf(item["url"]), onlyFirst: true)) yield return found;
        foreach (var found in Texts(DocumentPropertyKind.Description, item["description"], onlyFirst: true)) yield return found;
    }

    /// <summary>The address that an object gives as that of its page; empty where it gives none.</summary>
    public static string AddressOfArticle(JsonValue item) => (AddressOf(item["mainEntityOfPage"]) ?? AddressOf(item["url"]))?.Text ?? "";

    private static JsonValue? AddressOf(JsonValue? value) => value switch
    {
        { IsText: true } => value,
        { Kind: JsonKind.Object } when value["@id"] is { IsText: true } id => id,
        { Kind: JsonKind.Object } when value["url"] is { IsText: true } url => url,
        { Kind: JsonKind.Array, Children: [var first, ..] } when first.IsText => first,
        _ => null,
    };

    private static IEnumerable<(DocumentPropertyKind Kind, string Value, JsonValue Place)> Texts(DocumentPropertyKind kind, JsonValue? value, bool onlyFirst)
    {
        if (value is null) yield break;
        foreach (var item in value.Items.Take(MostValues))
        {
            // A language may be an object with a name or a code.
            var text = item.Kind is JsonKind.Object ? item["alternateName"] ?? item["name"] ?? item["@value"] : item;
            if (text is not { IsText: true } || text.Span.Length > LongestValue || text.Words is not { Length: > 0 } words) continue;
            yield return (kind, words, text);
            if (onlyFirst) yield break;
        }
    }

    private IEnumerable<(DocumentPropertyKind Kind, string Value, JsonValue Place)> Names(JsonValue? value, DocumentPropertyKind person, DocumentPropertyKind organization)
    {
        if (value is null) yield break;
        foreach (var item in value.Items.Take(MostValues))
        {
            var named = item;
            if (item.Kind is JsonKind.Object && item["name"] is null && item["@id"] is { } id && _byId.TryGetValue(id.Text, out var known)) named = known;
            bool isOrganization = named.Kind is JsonKind.Object && Types(named).Any(type => type.EndsWith("Organization", StringComparison.OrdinalIgnoreCase)
                || type.Equals("Corporation", StringComparison.OrdinalIgnoreCase));
            var names = named.Kind is JsonKind.Object ? named["name"] : named;
            if (names is null) continue;
            foreach (var name in names.Items.Take(MostValues))
                if (name is { Kind: JsonKind.String } && name.Span.Length <= LongestValue && name.Words is { Length: > 0 } words)
                    yield return (isOrganization ? organization : person, words, name);
        }
    }

    /// <summary>Keeps what others point at by <c>@id</c>, authors and publishers inside of it among them.</summary>
    private void Know(JsonValue value)
    {
        Remember(value);
        foreach (var member in value.Children)
            foreach (var item in member.Items.Take(MostValues))
                if (item.Kind is JsonKind.Object) Remember(item);
    }

    private void Remember(JsonValue value)
    {
        if (value["@id"] is { IsText: true } id && value["name"] is not null) _byId.TryAdd(id.Text, value);
    }

    private static bool HasType(JsonValue value, FrozenSet<string> types) => Types(value).Any(types.Contains);

    private static IEnumerable<string> Types(JsonValue value)
    {
        if (value["@type"] is not { } type) yield break;
        foreach (var item in type.Items.Take(8))
        {
            if (item.Kind is not JsonKind.String || item.Span.Length > 100) continue;
            string name = item.Text;
            // http://schema.org/NewsArticle, schema:NewsArticle
            yield return name[(name.LastIndexOfAny(['/', ':', '#']) + 1)..].Trim();
        }
    }
}
