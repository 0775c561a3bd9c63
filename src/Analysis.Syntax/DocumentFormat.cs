using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Analysis.Syntax;

/// <summary>How a document is written.</summary>
public enum DocumentFormat
{
    /// <summary>Text without markup.</summary>
    PlainText,

    /// <summary>A page.</summary>
    Html,

    /// <summary>A JSON-LD object that holds an article, or a list of which one does.</summary>
    JsonLd,

    /// <summary>An item or entry of a feed, RSS or Atom, or a feed of them.</summary>
    Feed,

    /// <summary>Markdown.</summary>
    Markdown,
}

/// <summary>Finds out how a document is written.</summary>
public static class DocumentFormats
{
    /// <summary>
    /// Whether markup sets the parts of a document apart: captions and furniture are then no flaw of the article. In Markdown a line of the
    /// page is written as a paragraph of the article is, and an object of JSON-LD says of its body that it is the article.
    /// </summary>
    public static bool SetsPartsApart(this DocumentFormat format) => format is DocumentFormat.Html or DocumentFormat.Feed;

    /// <summary>How far into a document is looked for signs.</summary>
    private const int SniffBytes = 4096;

    /// <summary>First bytes of what is no text: archives, pictures, sound, films, documents of offices and printers, programs.</summary>
    private static readonly (byte[] Start, string Name)[] Signatures =
    [
        ([.. "%PDF-"u8], "application/pdf"), ([.. "PK\u0003\u0004"u8], "application/zip"), ([.. "PK\u0005\u0006"u8], "application/zip"),
        ([0x1f, 0x8b], "application/gzip"), ([.. "BZh"u8], "application/x-bzip2"), ([0xfd, .. "7zXZ"u8], "application/x-xz"),
        ([.. "7z"u8, 0xbc, 0xaf, 0x27, 0x1c], "application/x-7z-compressed"), ([.. "Rar!"u8, 0x1a, 0x07], "application/x-rar-compressed"),
        ([0x28, 0xb5, 0x2f, 0xfd], "application/zstd"), ([0x89, .. "PNG\r\n"u8], "image/png"), ([0xff, 0xd8, 0xff], "image/jpeg"),
        ([.. "GIF87a"u8], "image/gif"), ([.. "GIF89a"u8], "image/gif"), ([.. "II*\0"u8], "image/tiff"), ([.. "MM\0*"u8], "image/tiff"),
        ([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], "application/x-ole-storage"), ([0x7f, .. "ELF"u8], "application/x-elf"),
        ([.. "{\\rtf"u8], "application/rtf"), ([.. "OggS"u8], "application/ogg"), ([.. "ID3"u8], "audio/mpeg"), ([.. "SQLite format 3\0"u8], "application/vnd.sqlite3"),
        ([.. "wOFF"u8], "font/woff"), ([.. "wOF2"u8], "font/woff2"), ([.. "%!PS"u8], "application/postscript"),
    ];

    private static readonly (byte[] Form, string Name)[] Riffs = [([.. "WEBP"u8], "image/webp"), ([.. "WAVE"u8], "audio/wav"), ([.. "AVI "u8], "video/x-msvideo")];

    /// <summary>Elements that documents and parts of them begin with.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> FirstElements = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "html", "head", "body", "article", "div", "section", "main", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "header", "footer", "nav", "aside", "script", "meta", "link", "title", "style", "table", "span", "a",
        "b", "strong", "em", "i", "u", "small", "font", "center", "ul", "ol", "dl", "li", "blockquote", "pre", "figure", "figcaption", "picture", "img", "iframe", "video", "br", "hr", "time", "form", "template", "noscript")
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Elements whose end tags no plain text holds.</summary>
    private static readonly SearchValues<string> TextEnds = SearchValues.Create(
        ["</p>", "</div>", "</h1>", "</h2>", "</h3>", "</h4>", "</li>", "</ul>", "</ol>", "</blockquote>", "</article>", "</section>", "</table>", "</figure>", "<br>", "<br/>", "<br />", "<p>"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The format that a media type stands for; null for one that is not read.</summary>
    /// <param name="mediaType">Type and subtype, parameters left out; letter case does not count.</param>
    public static DocumentFormat? OfMediaType(string mediaType)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        return mediaType.Trim().ToLowerInvariant() switch
        {
            "text/plain" => DocumentFormat.PlainText,
            "text/html" or "application/xhtml+xml" => DocumentFormat.Html,
            "application/ld+json" or "application/json" => DocumentFormat.JsonLd,
            "application/rss+xml" or "application/atom+xml" or "application/xml" or "text/xml" or "application/rdf+xml" => DocumentFormat.Feed,
            "text/markdown" or "text/x-markdown" => DocumentFormat.Markdown,
            _ => null,
        };
    }

    /// <summary>What kind of binary file bytes are, as a media type; null when nothing says that they are no text.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="charset">The charset that came with them, as a label; empty when none did.</param>
    /// <remarks>
    /// Beside known signatures, NUL or other control characters in a tenth of the first characters say it, unless they are hardly more than
    /// a line. UTF-16 and UTF-32 are told by their mark or by the label.
    /// </remarks>
    public static string? BinaryType(ReadOnlySpan<byte> bytes, string charset = "")
    {
        foreach (var (start, name) in Signatures)
            if (bytes.StartsWith(start)) return name;
        // Four bytes between say how long the file is.
        if (bytes.StartsWith("RIFF"u8) && bytes.Length >= 12)
        {
            foreach (var (form, name) in Riffs)
                if (bytes[8..].StartsWith(form)) return name;
        }
        if (bytes.Length >= 12 && bytes[4..].StartsWith("ftyp"u8) && bytes[0] == 0) return bytes[8..].StartsWith("avif"u8) ? "image/avif" : bytes[8..].StartsWith("hei"u8) ? "image/heic" : "video/mp4";
        string head = Head(bytes, charset);
        int controls = 0;
        foreach (char c in head)
            if (c < 0x20 && c is not ('\t' or '\n' or '\r' or '\f' or '\u001b')) controls++;
        return head.Length >= 64 && controls * 10 > head.Length ? "application/octet-stream" : null;
    }

    /// <summary>Finds the format from the characters themselves.</summary>
    /// <remarks>Plain text is what is nothing else. Markdown is told only where it carries more than one kind of its signs, as plain text may hold any of them.</remarks>
    public static DocumentFormat Detect(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, SniffBytes)].TrimStart(" \t\r\n\f\ufeff\0");
        if (head.StartsWith("{") || head.StartsWith("["))
            return head.Contains("\"@type\"", StringComparison.Ordinal) || head.Contains("\"articleBody\"", StringComparison.Ordinal) ? DocumentFormat.JsonLd : DocumentFormat.PlainText;
        if (head.StartsWith("<"))
        {
            var markup = SkipPrologue(head);
            if (StartsWithTag(markup, "rss") || StartsWithTag(markup, "feed") || StartsWithTag(markup, "item") || StartsWithTag(markup, "entry") || StartsWithTag(markup, "rdf:RDF"))
                return DocumentFormat.Feed;
            if (markup.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)) return DocumentFormat.Html;
            int name = 1;
            while (name < markup.Length && char.IsAsciiLetterOrDigit(markup[name])) name++;
            if (name > 1 && name < markup.Length && markup[name] is ' ' or '>' or '\t' or '\n' or '\r' or '/' && FirstElements.Contains(markup[1..name])) return DocumentFormat.Html;
        }
        // A page whose first lines are something else, as what a crawler wrote above it.
        if (head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("<html", StringComparison.OrdinalIgnoreCase) && head.Contains("<head", StringComparison.OrdinalIgnoreCase))
            return DocumentFormat.Html;
        if (IsMarkdown(head)) return DocumentFormat.Markdown;
        return HoldsBlocks(head) ? DocumentFormat.Html : DocumentFormat.PlainText;
    }

    /// <summary>
    /// Whether text that begins without a tag is a part of a page: it holds tags of blocks, more than one of them. A text on how pages are
    /// made may name one.
    /// </summary>
    private static bool HoldsBlocks(ReadOnlySpan<char> head)
    {
        const int Fewest = 2;
        int found = 0;
        for (int at = head.IndexOfAny(TextEnds); at >= 0; at = head.IndexOfAny(TextEnds))
        {
            // Where markup is spoken of, it stands between marks.
            if (at == 0 || head[at - 1] is not ('`' or '"' or '“' or '\'' or '‘' or '(')) found++;
            if (found == Fewest) return true;
            head = head[(at + 1)..];
        }
        return false;
    }

    /// <summary>Finds the format of bytes that are not decoded yet.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="charset">The charset that came with them, as a label; empty when none did.</param>
    public static DocumentFormat Detect(ReadOnlySpan<byte> bytes, string charset = "") => Detect(Head(bytes, charset));

    /// <summary>The first characters, as far as markup goes: every charset that is read spells it in ASCII, but for UTF-16 and UTF-32.</summary>
    private static string Head(ReadOnlySpan<byte> bytes, string charset)
    {
        ArgumentNullException.ThrowIfNull(charset);
        var head = bytes[..Math.Min(bytes.Length, SniffBytes)];
        string? marked = Charset.OfMark(head);
        if (marked is "utf-8") head = head[3..];
        var wide = Charset.WideEncoding(marked ?? Charset.WideOf(head, Charset.NameOf(charset) ?? ""));
        return (wide ?? Encoding.Latin1).GetString(head);
    }

    /// <summary>Markup behind an XML declaration, comments and white space.</summary>
    private static ReadOnlySpan<char> SkipPrologue(ReadOnlySpan<char> markup)
    {
        while (true)
        {
            string close = markup.StartsWith("<?") ? "?>" : markup.StartsWith("<!--") ? "-->" : "";
            int end = close.Length == 0 ? -1 : markup.IndexOf(close, StringComparison.Ordinal);
            if (end < 0) return markup;
            markup = markup[(end + close.Length)..].TrimStart();
        }
    }

    private static bool StartsWithTag(ReadOnlySpan<char> markup, string name) =>
        markup.Length > name.Length + 1 && markup[0] == '<' && markup[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && markup[name.Length + 1] is ' ' or '>' or '\t' or '\n' or '\r' or '/';

    private static bool IsMarkdown(ReadOnlySpan<char> head)
    {
        bool heading = false, link = false, emphasis = false, list = false;
        foreach (var line in head.EnumerateLines())
        {
            var rest = line.TrimStart(' ');
            int marks = rest.IndexOfAnyExcept('#');
            heading |= marks is >= 1 and <= 6 && rest[marks] == ' ';
            link |= rest.IndexOf("](http", StringComparison.Ordinal) is var middle and > 0 && rest[..middle].Contains('[');
            emphasis |= Encloses(rest, "**") || Encloses(rest, "__");
            list |= rest.StartsWith("- [") || rest.StartsWith("* [");
        }
        return (heading ? 1 : 0) + (link ? 1 : 0) + (emphasis ? 1 : 0) + (list ? 1 : 0) >= 2;
    }

    private static bool Encloses(ReadOnlySpan<char> line, string mark)
    {
        int open = line.IndexOf(mark, StringComparison.Ordinal);
        return open >= 0 && open + 2 < line.Length && !char.IsWhiteSpace(line[open + 2]) && line[(open + 3)..].Contains(mark, StringComparison.Ordinal);
    }
}
