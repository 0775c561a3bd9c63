using System.Collections.Frozen;

namespace Analysis.Syntax.Html;

/// <summary>Takes tags out of a page where they nest too deep, because a parser looks through all open elements at every tag.</summary>
/// <remarks>
/// A tag that is taken out becomes a comment of the same length, so that every other character keeps its place. No page made for readers
/// nests so deep; one that was made to keep a parser busy loses only the order of its boxes.
/// </remarks>
internal static class PageNesting
{
    /// <summary>Most elements that may be open. Pages of outlets have thirty or forty.</summary>
    private const int Deepest = 400;

    /// <summary>Elements without content, and those that the next of their kind closes.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNested = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "keygen", "html", "head", "body").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Raw = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes").GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClosedByTheNext = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "p", "li", "dd", "dt", "option", "a", "tr", "td", "th", "nobr").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The page without the tags that nest too deep; itself when there are none.</summary>
    public static string Limit(string page, CancellationToken cancellation)
    {
        char[]? limited = null;
        var open = new Stack<(string Name, bool Kept)>();
        var count = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = count.GetAlternateLookup<ReadOnlySpan<char>>();
        int tags = 0, kept = 0;
        for (int at = page.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < page.Length;)
        {
            if ((++tags & 0xfff) == 0) cancellation.ThrowIfCancellationRequested();
            int next = at + 1;
            bool end = page[next] == '/';
            int start = end ? next + 1 : next;
            if (page.AsSpan(at).StartsWith("<!--"))
            {
                int close = page.IndexOf("-->", at + 4, StringComparison.Ordinal);
                if (close < 0) break;
                next = close + 3;
            }
            else if (start < page.Length && char.IsAsciiLetter(page[start]))
            {
                int stop = start;
                while (stop < page.Length && page[stop] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>')) stop++;
                var name = page.AsSpan(start, stop - start);
                int close = TagEnd(page, stop);
                if (close < 0) break;
                next = close;
                bool keep = true;
                if (end)
                {
                    if (names.TryGetValue(name, out int opened) && opened > 0)
                    {
                        while (true)
                        {
                            var (closed, was) = open.Pop();
                            count[closed]--;
                            if (was) kept--;
                            keep = was;
                            if (name.Equals(closed, StringComparison.OrdinalIgnoreCase)) break;
                        }
                    }
                }
                else if (!NotNested.Contains(name))
                {
                    bool replaces = open.TryPeek(out var top) && ClosedByTheNext.Contains(name) && name.Equals(top.Name, StringComparison.OrdinalIgnoreCase);
                    keep = kept < Deepest || replaces && top.Kept;
                    if (!replaces)
                    {
                        string known = name.ToString();
                        open.Push((known, keep));
                        count[known] = count.GetValueOrDefault(known) + 1;
                        if (keep) kept++;
                    }
                    if (keep && Raw.Contains(name))
                    {
                        int raw = page.IndexOf("</" + name.ToString(), next, StringComparison.OrdinalIgnoreCase);
                        if (raw < 0) break;
                        next = raw;
                    }
                }
                if (!keep)
                {
                    limited ??= page.ToCharArray();
                    limited.AsSpan(at + 1, close - at - 2).Fill(' ');
                    limited[at + 1] = '!';
                }
            }
            at = next < page.Length ? page.IndexOf('<', next) : -1;
        }
        return limited is null ? page : new string(limited);
    }

    /// <summary>Just past the sign that ends a tag; -1 when none does.</summary>
    private static int TagEnd(string page, int at)
    {
        while (at < page.Length)
        {
            int next = page.AsSpan(at).IndexOfAny('>', '"', '\'');
            if (next < 0) return -1;
            at += next;
            if (page[at] == '>') return at + 1;
            // Only behind an equals sign does a mark open a value.
            char mark = page[at];
            int before = at - 1;
            while (before > 0 && char.IsWhiteSpace(page[before])) before--;
            if (page[before] != '=')
            {
                at++;
                continue;
            }
            int close = page.IndexOf(mark, at + 1);
            if (close < 0) return -1;
            at = close + 1;
        }
        return -1;
    }
}
