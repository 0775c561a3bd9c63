using System.Buffers;
using System.Collections.Frozen;

namespace Analysis.Syntax.Html;

/// <summary>Tells by its words a line that a page sets among the paragraphs of an article without being one of them.</summary>
internal static class PagePrompts
{
    /// <summary>Longest line that is looked at, in characters; what is longer is a paragraph whatever it begins with.</summary>
    private const int Longest = 320;

    /// <summary>Longest count of comments or of shares.</summary>
    private const int LongestCount = 24;

    private static readonly (string Class, string[] Starts)[] WithLink =
    [
        (FurnitureClass.ReadMore,
        [
            "read more", "read also", "also read", "read next", "read:", "read the full", "see also", "see more", "see:", "related", "more:", "more on ", "more from", "more about", "more stories", "more coverage",
            "more news", "more ap ", "watch:", "watch now", "watch |", "watch the", "listen:", "recommended", "don't miss", "don’t miss", "must read", "also on ", "full coverage", "in case you missed", "icymi",
            "find out more", "learn more", "click here", "click to", "editor's pick", "editor’s pick", "what to read", "next:", "previous:", "previously:", "up next", "you may also", "you might also", "this article was originally published",
            "follow ap", "follow our", "follow the latest", "download ", "view gallery", "gallery:", "photos:", "video:", "explore more", "keep reading", "continue reading", "get more",
        ]),
        (FurnitureClass.Share, ["follow ", "like us", "share ", "tweet ", "join us on", "find us on", "connect with"]),
        (FurnitureClass.Newsletter, ["sign up", "subscribe", "get the ", "get our", "join our", "to receive"]),
    ];

    private static readonly SearchValues<string> Networks =
        SearchValues.Create(["twitter", "facebook", "instagram", "linkedin", "youtube", "telegram", "whatsapp", "tiktok", "@"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Mail = SearchValues.Create(["newsletter", "inbox", "by email", "email alert", "mailing list", "our emails"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Asking =
        SearchValues.Create(["sign up", "sign-up", "signup", "subscribe", "inbox", "get the latest", "delivered", "join our", "enter your"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Contributors = SearchValues.Create(
        [
            "contributed to this report", "contributed to this story", "contributed to this article", "contributed to this post", "contributed reporting", "contributed additional reporting",
            "contributed to the report", "additional reporting by",
        ],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> Reached = SearchValues.Create(
        ["can be reached at", "may be reached at", "be reached by email", "reach him at", "reach her at", "reach them at", "follow him on", "follow her on", "follow them on", "follow me on"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Lines that are labels of a page when nothing else stands in them; lower case.</summary>
    private static readonly (string Class, string[] Lines)[] Labels =
    [
        (FurnitureClass.Comments, ["comments", "comment", "no comments", "0 comments", "view comments", "show comments", "read comments"]),
        (FurnitureClass.Share, ["share", "tweet", "email", "print", "pin", "whatsapp", "facebook", "twitter", "linkedin", "pinterest", "reddit", "share:", "share this:", "shares", "share article", "share post", "copy"]),
        (FurnitureClass.Advertisement, ["advertisement", "advertising", "ad", "ads", "sponsored", "advertisements", "advertise with us", "promoted"]),
        (FurnitureClass.Player, ["caption", "close", "loading", "loading...", "play", "pause", "mute", "video", "photos", "gallery", "slideshow", "fullscreen", "replay", "play video", "watch", "hide caption", "toggle caption", "enlarge this image"]),
        (FurnitureClass.Related, ["related", "related:", "trending", "popular", "most popular", "most read", "related content", "more", "read next", "recommended", "related topics", "you may like", "editor's picks", "top stories", "latest"]),
        (FurnitureClass.Tags, ["tags", "tags:", "topics", "topics:", "filed under:", "filed under", "categories", "keywords", "keywords:"]),
        (FurnitureClass.Navigation, ["back", "next", "previous", "home", "menu", "top", "back to top", "«", "»", "<", ">", "|"]),
        (FurnitureClass.Newsletter, ["subscribe", "sign up", "newsletter", "newsletters"]),
    ];

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> LabelOf =
        Labels.SelectMany(entry => entry.Lines, (entry, line) => (line, entry.Class)).ToFrozenDictionary(entry => entry.line, entry => entry.Class, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The class of furniture that a line shows to be; empty for none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="linked">Whether some of it leads somewhere else.</param>
    public static string ClassOf(ReadOnlySpan<char> line, bool linked)
    {
        if (line.Length > Longest) return LineShapes.FurnitureClass(line);
        if (LabelOf.TryGetValue(line, out string? label)) return label;
        if (char.IsAsciiDigit(line[0]) && line.Length <= LongestCount && line.TrimStart("0123456789,.K ") is var counted)
        {
            if (counted.StartsWith("comment", StringComparison.OrdinalIgnoreCase)) return FurnitureClass.Comments;
            if (counted.StartsWith("share", StringComparison.OrdinalIgnoreCase)) return FurnitureClass.Share;
        }
        if (line.StartsWith("This site uses Akismet", StringComparison.Ordinal)) return FurnitureClass.CommentForm;
        if (LineShapes.FurnitureClass(line) is { Length: > 0 } prompt) return prompt;
        if (LineShapes.FurnitureSentence(line) is { Class: { Length: > 0 } sentence, Length: var length } && length == line.Length) return sentence;
        if (line.ContainsAny(Mail) && line.ContainsAny(Asking)) return FurnitureClass.Newsletter;
        if (line.ContainsAny(Reached) || IsAddress(line) || line.StartsWith("Write to ", StringComparison.Ordinal) && line.Contains('@')) return FurnitureClass.AuthorBio;
        bool network = line.ContainsAny(Networks);
        if (linked || line.IndexOf("http", StringComparison.Ordinal) >= 0)
        {
            var opening = line.TrimStart("»>•*-–—→[( ");
            foreach (var (furniture, starts) in WithLink)
            {
                if (furniture is FurnitureClass.Share && !network) continue;
                foreach (string start in starts)
                    if (opening.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return furniture;
            }
        }
        return "";
    }

    /// <summary>A line that names who helped to write the article.</summary>
    public static bool IsContributors(ReadOnlySpan<char> line) =>
        line.Length <= Longest && (line.ContainsAny(Contributors) || line.TrimStart('(') is var rest && (rest.StartsWith("Contributing:", StringComparison.Ordinal)
            || rest.StartsWith("Reporting by ", StringComparison.Ordinal) && rest.Contains("diting by ", StringComparison.Ordinal)));

    /// <summary>A line that is nothing but a mail address or a name in a network.</summary>
    private static bool IsAddress(ReadOnlySpan<char> line) =>
        !line.Contains(' ') && (line.Contains('@') || line.StartsWith("twitter.com/", StringComparison.OrdinalIgnoreCase) || line.StartsWith("facebook.com/", StringComparison.OrdinalIgnoreCase));
}
