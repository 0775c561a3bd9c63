using System.Collections.Immutable;

namespace Analysis.Storage;

/// <summary>How the content of an article was handed in. The numbers are stored.</summary>
public enum ContentForm
{
    /// <summary>As a string; the bytes are its UTF-8 form.</summary>
    Text = 0,

    /// <summary>As bytes.</summary>
    Raw = 1,

    /// <summary>As tokens, in whatever form the layers above write them.</summary>
    Pretokenized = 2,
}

/// <summary>An article to keep.</summary>
/// <param name="ArticleId">As <see cref="ArticleIdentity"/> decided; a valid id.</param>
/// <param name="Content">The bytes as received.</param>
/// <param name="Form">How they came.</param>
/// <param name="MediaType">What they are said to be; empty for unsaid.</param>
/// <param name="Uri">Address of the article; empty for none.</param>
/// <param name="Published">Date of publication as handed in; empty for none.</param>
public sealed record NewArticle(string ArticleId, ReadOnlyMemory<byte> Content, ContentForm Form, string MediaType, string Uri, string Published);

/// <summary>Conditions of a write; empty for none.</summary>
/// <param name="RequestId">Names the request, so that its repetition changes nothing.</param>
/// <param name="Etag">What the latest revision must have.</param>
public sealed record WriteConditions(string RequestId = "", string Etag = "");

/// <summary>One revision of an article, without its bytes.</summary>
/// <param name="ArticleId">The id of the article.</param>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Etag">Hash over the bytes and what was said of them, lower-case hexadecimal: the same state has the same etag.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="SizeBytes">Number of the bytes.</param>
/// <param name="Form">How they came.</param>
/// <param name="MediaType">As handed in.</param>
/// <param name="Uri">As handed in.</param>
/// <param name="Published">As handed in.</param>
/// <param name="ArticleCreated">When the first revision was made; whole microseconds, as the next.</param>
/// <param name="Created">When this revision was made.</param>
/// <param name="Revisions">How many the article had when this was read.</param>
public sealed record StoredRevision(
    string ArticleId,
    int Number,
    string Etag,
    string Sha256,
    long SizeBytes,
    ContentForm Form,
    string MediaType,
    string Uri,
    string Published,
    DateTimeOffset ArticleCreated,
    DateTimeOffset Created,
    int Revisions);

/// <summary>A revision with its bytes.</summary>
/// <param name="Revision">What is known of it.</param>
/// <param name="Content">The bytes; empty where they were not asked for.</param>
/// <param name="Damaged">In lists: the row or the bytes are not what was written. The bytes are left out then, and the rest is as found.</param>
public sealed record StoredArticle(StoredRevision Revision, ReadOnlyMemory<byte> Content, bool Damaged = false);

/// <summary>Which articles to list.</summary>
/// <param name="Host">
/// Only those whose latest address has this host, as <see cref="ArticleIdentity.HostOf"/> reads it; in any case of letters. Empty for all.
/// </param>
public sealed record ArticleQuery(string Host = "");

/// <summary>A part of a list.</summary>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">Key after which to go on; 0 at the end.</param>
public sealed record StoredPage<T>(ImmutableArray<T> Items, long Next);
