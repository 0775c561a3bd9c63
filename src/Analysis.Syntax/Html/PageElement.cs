using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Analysis.Syntax.Html;

/// <summary>How an element stands in the flow of a page.</summary>
internal enum Flow : byte
{
    /// <summary>Inside of a line.</summary>
    Inline,

    /// <summary>A block of its own.</summary>
    Block,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A cell of a table.</summary>
    Cell,

    /// <summary>The end of a line.</summary>
    LineBreak,

    /// <summary>Not shown: its text is no text of the page.</summary>
    Embedded,
}

/// <summary>An element of a page with what is asked of it again and again.</summary>
internal sealed class PageElement
{
    private static readonly FrozenDictionary<string, Flow> Flows = new Dictionary<Flow, string[]>
    {
        [Flow.Block] =
        [
            "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
            "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
            "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "option", "p", "plaintext", "pre", "search", "section", "select", "summary", "table",
            "tbody", "textarea", "tfoot", "thead", "ul", "xmp", "video", "audio", "noscript",
        ],
        [Flow.Row] = ["tr"],
        [Flow.Cell] = ["td", "th"],
        [Flow.LineBreak] = ["br"],
        [Flow.Embedded] =
        [
            "head", "title", "script", "style", "template", "iframe", "noembed", "noframes", "object", "svg", "math", "canvas", "meta", "link", "base", "datalist",
        ],
    }.SelectMany(entry => entry.Value, (entry, name) => (name, entry.Key)).ToFrozenDictionary(entry => entry.name, entry => entry.Key, StringComparer.Ordinal);

    private readonly HtmlBlockContext _context;

    private PageElement(IElement element, PageElement? parent, int index, Dictionary<string, PageMark> marks)
    {
        var attributes = PageAttributes.Of(element);
        Index = index;
        Element = element;
        Parent = parent;
        Name = element.LocalName;
        Flow = FlowOf(Name);
        Depth = parent is null ? 0 : parent.Depth + 1;
        Mark = PageMark.Of(Name, attributes, marks);
        IsHidden = parent is { IsHidden: true } || attributes.IsHidden;
        IsLabelled = attributes.IsLabelled;
        Raised = parent?.Raised ?? (Name is "sup" or "sub" ? this : null);
        _context = parent?._context ?? default;
        switch (Name)
        {
            case "a" when attributes.HasAddress: _context |= HtmlBlockContext.Link; break;
            case "pre" or "listing" or "xmp" or "plaintext" or "textarea": _context |= HtmlBlockContext.Preformatted; break;
        }
        if (Flow is Flow.Embedded) _context |= HtmlBlockContext.Embedded;
        if (!IsUnsaid && Flow is Flow.Inline && SaysNothing(attributes) && IsWithinLine(element)) _context |= HtmlBlockContext.Unsaid;
    }

    /// <summary>Number of views made before it; that of the parent is smaller.</summary>
    public int Index { get; }

    /// <summary>The element.</summary>
    public IElement Element { get; }

    /// <summary>What it says of its text.</summary>
    public PageMark Mark { get; }

    /// <summary>The element around it; null for the outermost.</summary>
    public PageElement? Parent { get; }

    /// <summary>Name of its tag, lower case.</summary>
    public string Name { get; }

    /// <summary>How it stands in the flow of the page.</summary>
    public Flow Flow { get; }

    /// <summary>Number of elements around it.</summary>
    public int Depth { get; }

    /// <summary>Whether it, or an element around it, is marked as not to be shown.</summary>
    public bool IsHidden { get; }

    /// <summary>Whether its text leads somewhere else.</summary>
    public bool IsInLink => (_context & HtmlBlockContext.Link) != 0;

    /// <summary>Whether white space in it is shown as it is written.</summary>
    public bool IsPreformatted => (_context & HtmlBlockContext.Preformatted) != 0;

    /// <summary>Whether its text is no text of the page.</summary>
    public bool IsEmbedded => (_context & HtmlBlockContext.Embedded) != 0;

    /// <summary>
    /// Whether its text stands within a line and is no part of what the line says: hidden words, words that are struck out, what says
    /// of itself that it leads to a note, the gloss over a sign.
    /// </summary>
    public bool IsUnsaid => (_context & HtmlBlockContext.Unsaid) != 0;

    /// <summary>The outermost element around it, itself included, whose text is set above or below the line; null for none.</summary>
    public PageElement? Raised { get; }

    /// <summary>Whether machines that read aloud are given other words for it.</summary>
    private bool IsLabelled { get; }

    /// <summary>The nearest element, itself included, that makes a block, a row or a cell; the outermost when none does.</summary>
    public PageElement Block
    {
        get
        {
            var at = this;
            while (at.Flow is Flow.Inline or Flow.LineBreak && at.Parent is { } parent) at = parent;
            return at;
        }
    }

    /// <summary>The element and those around it, from the inside out.</summary>
    public IEnumerable<PageElement> SelfAndAncestors()
    {
        for (PageElement? at = this; at is not null; at = at.Parent) yield return at;
    }

    /// <summary>The innermost element that holds both.</summary>
    public static PageElement Common(PageElement left, PageElement right)
    {
        while (left != right)
        {
            if (left.Depth >= right.Depth && left.Parent is { } above) left = above;
            else if (right.Parent is { } other) right = other;
            else break;
        }
        return left;
    }

    /// <summary>How an element of this name stands in the flow of a page.</summary>
    public static Flow FlowOf(string name) => Flows.GetValueOrDefault(name, Flow.Inline);

    /// <summary>The view of an element; each is made once.</summary>
    public static PageElement Of(IElement element, Dictionary<IElement, PageElement> known, Dictionary<string, PageMark> marks)
    {
        if (known.TryGetValue(element, out var found)) return found;
        // Outermost first, by a stack of our own: nesting may be deep.
        var chain = new Stack<IElement>();
        PageElement? parent = null;
        for (IElement? at = element; at is not null; at = at.ParentElement)
        {
            if (known.TryGetValue(at, out parent)) break;
            chain.Push(at);
        }
        while (chain.TryPop(out var next))
        {
            parent = new PageElement(next, parent, known.Count, marks);
            known.Add(next, parent);
        }
        return parent!;
    }

    private bool SaysNothing(PageAttributes attributes) =>
        attributes.IsHidden || attributes.Role is "doc-noteref" || Name is "del" or "s" or "strike" or "rt" or "rp" || Mark.Furniture is FurnitureClass.Hidden || attributes.IsForEyesAlone && !HasWords();

    /// <summary>Whether what is meant for the eyes alone is more than an ornament: it is as long as a word, or the ears are given other words for it.</summary>
    private bool HasWords()
    {
        const int MostLooked = 20, LongestOrnament = 3;
        if (IsLabelled || Parent is not { } parent || Element.TextContent.AsSpan().Trim().Length > LongestOrnament) return true;
        return parent.IsLabelled || parent.Element.Children.Take(MostLooked).Any(child => child != Element && PageMark.IsHiddenName(child.ClassName ?? ""));
    }

    /// <summary>Whether an element holds text and what stands within lines, and nothing that is a block.</summary>
    private static bool IsWithinLine(IElement element)
    {
        const int MostLooked = 100;
        int looked = 0;
        foreach (var inner in element.Descendants<IElement>())
            if (++looked > MostLooked || FlowOf(inner.LocalName) is Flow.Block or Flow.Row or Flow.Cell) return false;
        return true;
    }

    [Flags]
    private enum HtmlBlockContext : byte
    {
        None = 0,
        Link = 1,
        Preformatted = 2,
        Embedded = 4,
        Unsaid = 8,
    }
}
