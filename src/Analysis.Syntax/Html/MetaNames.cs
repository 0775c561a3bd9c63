using System.Collections.Frozen;
using static Analysis.Syntax.DocumentPropertyKind;

namespace Analysis.Syntax.Html;

/// <summary>What the names of <c>meta</c> elements mean that publishers use: OpenGraph, Dublin Core, and those of services that read pages.</summary>
internal static class MetaNames
{
    private static readonly FrozenDictionary<string, DocumentPropertyKind> Kinds = new Dictionary<DocumentPropertyKind, string[]>
    {
        [Title] =
        [
            "og:title", "twitter:title", "twitter:text:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title", "hdl", "headline", "article:title",
            "cxenseparse:title",
        ],
        [Author] =
        [
            "author", "article:author", "article.author", "article_author", "og:article:author", "dc.creator", "dcterms.creator", "dc.author", "parsely-author", "sailthru.author",
            "cxenseparse:author", "byl", "byline", "authors", "author.name", "article:author_name", "rbauthors", "article-author",
        ],
        [Publisher] = ["og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "article:publisher_name", "application-name", "cre", "source_name"],
        [Published] =
        [
            "article:published_time", "article:published", "article.published", "og:published_time", "og:article:published_time", "og:pubdate", "date", "pubdate", "pub_date", "publishdate",
            "publish-date", "publish_date", "published_date", "published_time", "publication_date", "publicationdate", "dc.date", "dc.date.issued", "dc.date.created", "dcterms.date", "dcterms.issued",
            "dcterms.created", "dcterms.available", "parsely-pub-date", "sailthru.date", "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "ptime", "pdate", "datepublished", "displaydate",
            "originalpublicationdate", "date.issued", "date.created", "article_date_original", "iso-8601-publish-date", "article:post_date", "bt:pubdate", "rbpubdate", "release_date",
            "article.created", "analyticsattributes.articledate", "gentime", "og:release_date", "video:release_date",
        ],
        [Modified] =
        [
            "article:modified_time", "article:modified", "article.updated", "og:updated_time", "og:modified_time", "last-modified", "lastmod", "lastmodified", "dcterms.modified", "dc.date.modified",
            "datemodified", "modified", "revised", "lastupdate", "date.updated", "utime", "bt:moddate", "iso-8601-modified-date",
        ],
        [Section] = ["article:section", "article.section", "og:section", "section", "articlesection", "parsely-section", "sailthru.section", "cxenseparse:section", "prism.section"],
        [Language] = ["og:locale", "content-language", "language", "dc.language", "dcterms.language", "inlanguage"],
        [DocumentPropertyKind.Address] = ["og:url", "parsely-link", "twitter:url"],
        [Description] = ["og:description", "twitter:description", "description", "dc.description", "dcterms.description"],
    }.SelectMany(entry => entry.Value, (entry, name) => (name, entry.Key)).ToFrozenDictionary(entry => entry.name, entry => entry.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>What a name means; null where it says nothing that is asked for. Letter case does not count.</summary>
    public static (DocumentPropertyKind Kind, DocumentPropertyOrigin Origin)? Find(string name)
    {
        if (!Kinds.TryGetValue(name, out var kind)) return null;
        bool graph = name.StartsWith("og:", StringComparison.OrdinalIgnoreCase) || name.StartsWith("article:", StringComparison.OrdinalIgnoreCase);
        return (kind, graph ? DocumentPropertyOrigin.OpenGraph : DocumentPropertyOrigin.Meta);
    }
}
