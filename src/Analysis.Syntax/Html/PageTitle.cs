using AngleSharp.Html.Dom;

namespace Analysis.Syntax.Html;

/// <summary>The words of the titles that the head of a page states, by which its headline is found among its blocks.</summary>
internal sealed class PageTitle
{
    private readonly HashSet<string> _words = new(StringComparer.Ordinal);

    /// <summary>Reads the <c>title</c> and the titles stated for networks. References in them may stay as they are.</summary>
    public static PageTitle Of(IHtmlDocument document)
    {
        const int MostLooked = 500;
        var title = new PageTitle();
        if (document.Head is not { } head) return title;
        foreach (var child in head.Children.Take(MostLooked))
        {
            if (child.LocalName is "title") title.Add(child.TextContent);
            else if (child.LocalName is "meta" && (child.GetAttribute("property") ?? child.GetAttribute("name")) is "og:title" or "twitter:title" or "title" or "headline")
                title.Add(child.GetAttribute("content") ?? "");
        }
        return title;
    }

    /// <summary>How much of a line stands in the titles, in thousandths of its words; 0 when there are no titles.</summary>
    public int Share(ReadOnlySpan<char> line)
    {
        int words = 0, known = 0;
        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (string word in Words(line.ToString()))
        {
            words++;
            if (lookup.Contains(word)) known++;
        }
        return words == 0 ? 0 : known * 1000 / words;
    }

    private void Add(string text)
    {
        const int Longest = 1000;
        foreach (string word in Words(CharacterReferences.Resolve(text.Length > Longest ? text[..Longest] : text))) _words.Add(word);
    }

    private static IEnumerable<string> Words(string text)
    {
        for (int start = 0; start < text.Length; start++)
        {
            int end = start;
            while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
            if (end > start) yield return text[start..end].ToLowerInvariant();
            start = end;
        }
    }
}
