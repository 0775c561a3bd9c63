namespace Analysis.Syntax.Feeds;

/// <summary>What a token of XML is.</summary>
internal enum XmlTokenKind : byte
{
    /// <summary>Characters and references.</summary>
    Text,

    /// <summary>A CDATA section, marks included.</summary>
    CData,

    /// <summary>A start tag.</summary>
    StartTag,

    /// <summary>A tag of an element that has no content.</summary>
    EmptyTag,

    /// <summary>An end tag.</summary>
    EndTag,

    /// <summary>A comment, a declaration, an instruction.</summary>
    Other,
}

/// <summary>A token of XML.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Its characters.</param>
/// <param name="Name">Name of a tag as written, prefix included; empty for all else.</param>
internal readonly record struct XmlToken(XmlTokenKind Kind, TextSpan Span, string Name);

/// <summary>Cuts XML into tokens without asking whether it is well formed: feeds often are not.</summary>
internal static class XmlScanner
{
    /// <summary>The tokens of a document: in order, without a gap. Linear in its length.</summary>
    public static List<XmlToken> Scan(string page, CancellationToken cancellation)
    {
        var tokens = new List<XmlToken>();
        for (int start = 0; start < page.Length;)
        {
            if ((tokens.Count & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            var token = Next(page, start);
            tokens.Add(token);
            start = token.Span.End;
        }
        return tokens;
    }

    /// <summary>The value of an attribute of a tag, as written; null where it has none.</summary>
    public static TextSpan? Attribute(string page, TextSpan tag, string name)
    {
        for (int at = tag.Start; at < tag.End;)
        {
            int found = page.IndexOf(name, at, tag.End - at, StringComparison.OrdinalIgnoreCase);
            if (found < 0) return null;
            at = found + name.Length;
            if (!char.IsWhiteSpace(page[found - 1])) continue;
            while (at < tag.End && char.IsWhiteSpace(page[at])) at++;
            if (at >= tag.End || page[at] != '=') continue;
            at++;
            while (at < tag.End && char.IsWhiteSpace(page[at])) at++;
            if (at >= tag.End || page[at] is not ('"' or '\'')) return null;
            int end = page.IndexOf(page[at], at + 1, tag.End - at - 1);
            return end < 0 ? null : new TextSpan(at + 1, end);
        }
        return null;
    }

    private static XmlToken Next(string page, int start)
    {
        var rest = page.AsSpan(start);
        if (rest[0] != '<' || rest.Length == 1)
        {
            int tag = rest[1..].IndexOf('<');
            return new XmlToken(XmlTokenKind.Text, new TextSpan(start, tag < 0 ? page.Length : start + 1 + tag), "");
        }
        if (rest.StartsWith("<![CDATA[")) return Until("]]>", XmlTokenKind.CData);
        if (rest.StartsWith("<!--")) return Until("-->", XmlTokenKind.Other);
        if (rest[1] is '?') return Until("?>", XmlTokenKind.Other);
        if (rest[1] is '!') return Until(">", XmlTokenKind.Other);
        bool closing = rest[1] is '/';
        int named = closing ? 2 : 1, nameEnd = named;
        while (nameEnd < rest.Length && (char.IsLetterOrDigit(rest[nameEnd]) || rest[nameEnd] is ':' or '_' or '-' or '.')) nameEnd++;
        // A sign that opens no tag is text.
        if (nameEnd == named)
        {
            int tag = rest[1..].IndexOf('<');
            return new XmlToken(XmlTokenKind.Text, new TextSpan(start, tag < 0 ? page.Length : start + 1 + tag), "");
        }
        int end = TagEnd(page, start + nameEnd);
        var kind = closing ? XmlTokenKind.EndTag : page[end - 1] == '>' && page[end - 2] == '/' ? XmlTokenKind.EmptyTag : XmlTokenKind.StartTag;
        return new XmlToken(kind, new TextSpan(start, end), rest[named..nameEnd].ToString());

        XmlToken Until(string mark, XmlTokenKind kind)
        {
            int close = page.IndexOf(mark, start + 2, StringComparison.Ordinal);
            return new XmlToken(kind, new TextSpan(start, close < 0 ? page.Length : close + mark.Length), "");
        }
    }

    /// <summary>Just past the sign that ends a tag; the next tag ends one that lacks it.</summary>
    private static int TagEnd(string page, int at)
    {
        for (; at < page.Length; at++)
        {
            switch (page[at])
            {
                case '>':
                    return at + 1;
                case '<':
                    return at;
                case '"' or '\'':
                    // A quoted value may hold either sign, but no value is as long as a page.
                    int close = page.IndexOf(page[at], at + 1, Math.Min(page.Length - at - 1, 4096));
                    if (close > 0) at = close;
                    break;
            }
        }
        return page.Length;
    }
}
