using System.Buffers;

namespace Analysis.Syntax.Html;

/// <summary>Says of every block of a page what it is.</summary>
/// <remarks>
/// In the element that <see cref="PageOutline"/> finds for the article's body each block is judged by the elements around it, by its links
/// and words, and by its neighbours. Everything else is furniture. Linear in the blocks and elements.
/// </remarks>
internal sealed class PageClassifier
{
    /// <summary>Longest line of each kind, in characters.</summary>
    private const int LongestByline = 240, LongestTime = 160, LongestCredit = 200, LongestHeading = 120, LongestSummary = 500, LongestMenuItem = 30;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(",|•·–—\n");

    private readonly PageOutline _outline;
    private readonly List<PageBlock> _blocks;
    private readonly IReadOnlyList<PageElement> _elements;

    private PageClassifier(PageOutline outline, List<PageBlock> blocks, IReadOnlyList<PageElement> elements)
    {
        _outline = outline;
        _blocks = blocks;
        _elements = elements;
    }

    /// <summary>Says of every block what it is.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="blocks">Its blocks in order; get their kinds.</param>
    /// <param name="elements">Its elements by their index.</param>
    /// <param name="title">The titles that its head states.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The blocks with datelines set apart.</returns>
    public static List<RawBlock> Classify(string text, List<PageBlock> blocks, IReadOnlyList<PageElement> elements, PageTitle title, CancellationToken cancellation)
    {
        if (blocks.Count == 0) return [];
        var outline = PageOutline.Of(text, blocks, elements, title, cancellation);
        var classifier = new PageClassifier(outline, blocks, elements);
        classifier.Settle(classifier.Judge(outline.Body, cancellation), outline.Body, cancellation);
        var rows = new List<RawBlock>(blocks.Count + 4);
        int begun = -1;
        foreach (var block in blocks)
        {
            if (block.Kind is not SyntaxKind.Paragraph)
            {
                rows.Add(new RawBlock(block.Kind, block.Span, block.Section, block.Furniture));
                continue;
            }
            BlockReader.AddParagraph(rows, text, block.Span, block.Section, first: block.Section > begun);
            begun = block.Section;
        }
        return rows;
    }

    private enum State : byte
    {
        Outside,
        Settled,
        Body,
        Short,
        Heading,
        Item,
    }

    /// <summary>Judges each block by itself.</summary>
    private State[] Judge(PageElement body, CancellationToken cancellation)
    {
        var inside = _outline.Within(body);
        // Around the body stand the lines of the article's head, up to the element that holds the headline too.
        var head = _outline.Headline < 0 ? inside : _outline.Within(PageElement.Common(body, _blocks[_outline.Headline].Inner));
        var states = new State[_blocks.Count];
        // Behind it, paragraphs of the same article may stand in a box of their own, as a verdict or a note does.
        var rest = body.SelfAndAncestors().Skip(1).FirstOrDefault(element => element.Name is "article") is { } article ? _outline.Within(article) : null;
        bool begun = false, commented = false;
        long read = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            if ((i & 0xff) == 0) cancellation.ThrowIfCancellationRequested();
            var block = _blocks[i];
            bool within = inside[block.Inner.Index];
            if (i == _outline.Headline)
            {
                block.Kind = SyntaxKind.Headline;
                states[i] = State.Settled;
            }
            else if (within)
            {
                states[i] = commented ? Furnish(block, _outline.FurnitureOf(block) ?? FurnitureClass.Comments) : Judge(block, body, begun);
                begun |= states[i] is State.Body;
                if (states[i] is State.Body) read += block.Characters - block.LinkCharacters;
                // Behind a heading that says so, below most of the prose, readers speak.
                commented |= block.Furniture is FurnitureClass.Comments or FurnitureClass.CommentForm && read * 2 > _outline.ProseOfBody && PageOutline.IsHeadline(block);
            }
            else if (i > _outline.Headline && _outline.Headline >= 0 && !begun && head[block.Inner.Index])
            {
                states[i] = JudgeHead(block, body);
            }
            else if (begun && rest is not null && rest[block.Inner.Index] && block.Element.Name is "p" && _outline.IsProse(block) && _outline.FurnitureOf(block) is null)
            {
                states[i] = Judge(block, body, begun);
            }
        }
        return states;
    }

    /// <summary>Judges a block between the headline and the body: what names author and time, what sums up.</summary>
    private State JudgeHead(PageBlock block, PageElement body)
    {
        var state = Judge(block, body, begun: false);
        if (state is State.Body && block.Span.Length <= LongestSummary) return Settle(block, SyntaxKind.Standfirst);
        return state is State.Settled ? state : State.Outside;
    }

    private State Judge(PageBlock block, PageElement body, bool begun)
    {
        var line = _outline.Line(block);
        if (_outline.FurnitureOf(block) is { } furniture && !(furniture is FurnitureClass.Player && block.Inner.SelfAndAncestors().Take(4).Any(element => element.Mark.Role is PageRole.Caption)))
            return Furnish(block, furniture);
        foreach (var element in block.Inner.SelfAndAncestors())
        {
            // What holds much of the page is no line of it, whatever it calls itself.
            if (element == body || element.Name is "blockquote" || element.Mark.Role is PageRole.Body or PageRole.Article || _outline.IsLarge(element)) break;
            if (element.Name is "figure") return Settle(block, SyntaxKind.Caption);
            switch (element.Mark.Role)
            {
                case PageRole.Byline when _outline.IsProse(block): return Furnish(block, FurnitureClass.AuthorBio);
                case PageRole.Caption: return Settle(block, SyntaxKind.Caption);
                case PageRole.Credit when line.Length <= LongestCredit: return Settle(block, SyntaxKind.Credit);
                case PageRole.Byline when line.Length <= LongestByline && line.ContainsAny(Letters) && !LineShapes.IsDate(line): return Settle(block, SyntaxKind.Byline);
                case PageRole.Byline or PageRole.Time when line.Length <= LongestTime && (LineShapes.IsDate(line) || LineShapes.IsTimestamp(line) || element.Mark.Role is PageRole.Time && line.ContainsAnyInRange('0', '9')):
                    return begun ? Furnish(block, FurnitureClass.About) : Settle(block, SyntaxKind.PublicationLine);
                case PageRole.Standfirst when !begun && line.Length <= LongestSummary: return Settle(block, SyntaxKind.Standfirst);
                // Within the body the words for a standfirst are used of headings.
                case PageRole.Standfirst when line.Length <= LongestHeading && LineShapes.IsUnstopped(line): return State.Heading;
                case PageRole.Correction: return Settle(block, SyntaxKind.Correction);
            }
        }
        if (PagePrompts.ClassOf(line, block.LinkCharacters > 0) is { Length: > 0 } prompt) return Furnish(block, prompt);
        if (PagePrompts.IsContributors(line)) return Settle(block, SyntaxKind.Byline);
        if (block.IsTable) return Settle(block, SyntaxKind.Table);
        if (block.Element.SelfAndAncestors().Take(2).Any(element => PageOutline.IsHeadingName(element.Name))) return State.Heading;
        // Many set headings as paragraphs in bold.
        if (begun && block.Inner.Name is "b" or "strong" && line.Length <= LongestHeading && LineShapes.IsHeading(line) && line[^1] is not '?' && block.LinkCharacters == 0 && block.Element.Name is "p" or "div") return State.Heading;
        if (block.Element.Name is "li" or "dd" or "dt" || block.Element.Parent?.Name is "li") return State.Item;
        bool linked = block.LinkCharacters * 10 >= block.Characters * 8 && !(block.Element.Name is "p" && block.Characters >= 2 * PageOutline.FewestOfProse && line[^1] is '.');
        if (linked) return Furnish(block, block.Element.Name is "p" || line.Length > LongestMenuItem ? FurnitureClass.ReadMore : FurnitureClass.Navigation);
        if (LineShapes.IsByline(line)) return Settle(block, SyntaxKind.Byline);
        if (IsCaptionLine(block, line)) return Settle(block, SyntaxKind.Caption);
        if (LineShapes.IsDate(line)) return begun ? Furnish(block, FurnitureClass.About) : Settle(block, SyntaxKind.PublicationLine);
        if (LineShapes.IsCorrection(line)) return Settle(block, SyntaxKind.Correction);
        return _outline.IsProse(block) ? State.Body : State.Short;
    }

    /// <summary>A short line all in italics that is no sentence, as stands under a picture.</summary>
    private static bool IsCaptionLine(PageBlock block, ReadOnlySpan<char> line) =>
        LineShapes.IsCaption(line) || line.Length <= LongestHeading && block.Inner.SelfAndAncestors().Take(2).Any(element => element.Name is "em" or "i") && line[^1] is not ('.' or '!' or '?' or ':' or '”' or '"');

    private static State Furnish(PageBlock block, string furniture)
    {
        (block.Kind, block.Furniture) = (SyntaxKind.Furniture, furniture);
        return State.Settled;
    }

    private static State Settle(PageBlock block, SyntaxKind kind)
    {
        block.Kind = kind;
        return State.Settled;
    }

    /// <summary>Judges blocks by their neighbours.</summary>
    private void Settle(State[] states, PageElement body, CancellationToken cancellation)
    {
        // Children of the same element are of a kind.
        var paragraphs = new int[_elements.Count];
        for (int i = 0; i < _blocks.Count; i++)
            if (states[i] is State.Body) paragraphs[Holder(_blocks[i]).Index]++;
        var links = new (int Links, int Characters)[_elements.Count];
        for (int i = 0; i < _blocks.Count; i++)
        {
            if (states[i] is not State.Item) continue;
            var list = ListOf(_blocks[i]);
            links[list.Index] = (links[list.Index].Links + _blocks[i].LinkCharacters, links[list.Index].Characters + _blocks[i].Characters);
        }
        for (int i = 0; i < _blocks.Count; i++)
        {
            if ((i & 0xff) == 0) cancellation.ThrowIfCancellationRequested();
            var block = _blocks[i];
            switch (states[i])
            {
                case State.Outside:
                    Furnish(block, _outline.FurnitureOf(block) ?? (PagePrompts.ClassOf(_outline.Line(block), block.LinkCharacters > 0) is { Length: > 0 } prompt ? prompt : block.LinkCharacters * 2 > block.Characters ? FurnitureClass.Navigation : FurnitureClass.Other));
                    break;
                case State.Item:
                    var (linked, all) = links[ListOf(block).Index];
                    if (linked * 10 >= all * 6) states[i] = Furnish(block, FurnitureClass.Related);
                    else block.Kind = SyntaxKind.ListItem;
                    break;
                case State.Body:
                    block.Kind = IsQuote(block, body) ? SyntaxKind.BlockQuote : SyntaxKind.Paragraph;
                    break;
                case State.Short:
                    if (block.Element.Name is "p" or "blockquote" or "pre" || paragraphs[Holder(block).Index] > 0) block.Kind = IsQuote(block, body) ? SyntaxKind.BlockQuote : SyntaxKind.Paragraph;
                    else states[i] = Furnish(block, FurnitureClass.Other);
                    break;
            }
        }
        SettleHeadings(states, paragraphs);
        if (!states.Contains(State.Body))
            foreach (var block in _blocks.Where(block => block.Kind is SyntaxKind.Standfirst && _outline.IsProse(block))) block.Kind = SyntaxKind.Paragraph;
        SettleAuthors(states);
        SettleEntries(body);
    }

    /// <summary>A heading stands over something; one over a list of other articles is theirs.</summary>
    private void SettleHeadings(State[] states, int[] paragraphs)
    {
        string below = FurnitureClass.Related;
        for (int i = _blocks.Count - 1; i >= 0; i--)
        {
            var block = _blocks[i];
            if (states[i] is State.Heading)
            {
                // Among the paragraphs a heading may lead to what it is about; elsewhere it leads to another article.
                bool own = block.LinkCharacters * 10 < block.Characters * 8 || block.Element.Parent is { } parent && paragraphs[parent.Index] > 0;
                if (below.Length == 0 && own) block.Kind = SyntaxKind.Heading;
                else if (block.Inner.Name is "b" or "strong" && block.Element.Name is "p" or "div") block.Kind = SyntaxKind.Paragraph;
                else Furnish(block, below.Length > 0 ? below : FurnitureClass.Related);
            }
            else if (states[i] is State.Body or State.Short or State.Item || block.Kind is SyntaxKind.Table)
            {
                below = "";
            }
            else if (states[i] is State.Outside || block.Furniture is FurnitureClass.Related or FurnitureClass.Newsletter or FurnitureClass.Comments or FurnitureClass.CommentForm or FurnitureClass.AuthorBio)
            {
                below = states[i] is State.Outside ? FurnitureClass.Related : block.Furniture;
            }
        }
    }

    /// <summary>The last paragraphs may say who the author is: they begin with the name in the byline and say what the person is.</summary>
    private void SettleAuthors(State[] states)
    {
        const int Reach = 3, Longest = 600;
        var byline = _blocks.Find(block => block.Kind is SyntaxKind.Byline);
        if (byline is null) return;
        var name = _outline.Line(byline);
        if (name.StartsWith("By ", StringComparison.OrdinalIgnoreCase)) name = name[3..];
        int end = name.IndexOfAny(NameEnds);
        if (end > 0) name = name[..end];
        name = name.Trim();
        if (name.Length is < 5 or > 40 || !name.Contains(' ')) return;
        int seen = 0;
        for (int i = _blocks.Count - 1; i > 0 && seen < Reach; i--)
        {
            if (states[i] is not (State.Body or State.Short) || _blocks[i].Kind is not SyntaxKind.Paragraph) continue;
            seen++;
            var line = _outline.Line(_blocks[i]);
            if (line.Length > Longest || !line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = line[name.Length..].TrimStart(", ");
            foreach (string verb in (ReadOnlySpan<string>)["is ", "was ", "writes ", "covers ", "has ", "reports ", "works ", "joined "])
                if (rest.StartsWith(verb, StringComparison.Ordinal)) states[i] = Furnish(_blocks[i], FurnitureClass.AuthorBio);
        }
    }

    /// <summary>Entries of a live page are sections of their own, each with the time it begins with and its headline.</summary>
    private void SettleEntries(PageElement body)
    {
        var inside = _outline.Within(body);
        int section = 0;
        PageElement? open = null;
        bool titled = false;
        foreach (var block in _blocks)
        {
            var entry = inside[block.Inner.Index] && _outline.FurnitureOf(block) is null ? block.Inner.SelfAndAncestors().TakeWhile(element => element != body).LastOrDefault(element => element.Mark.Role is PageRole.Entry) : null;
            if (entry is not null && entry != open)
            {
                section++;
                titled = false;
            }
            open = entry;
            block.Section = section;
            if (entry is null) continue;
            if (block.Kind is SyntaxKind.PublicationLine || block.Furniture is FurnitureClass.About && (LineShapes.IsTimestamp(_outline.Line(block)) || LineShapes.IsDate(_outline.Line(block)) || _outline.Line(block).ContainsAnyInRange('0', '9'))) (block.Kind, block.Furniture) = (SyntaxKind.Timestamp, "");
            else if (block.Kind is SyntaxKind.Heading && !titled) (block.Kind, titled) = (SyntaxKind.Headline, true);
            else if (block.Kind is SyntaxKind.Paragraph) titled = true;
        }
    }

    /// <summary>The element whose children, this block among them, are of a kind.</summary>
    private static PageElement Holder(PageBlock block) => block.Element.Name is "p" or "blockquote" && block.Element.Parent is { } parent ? parent : block.Element;

    private static PageElement ListOf(PageBlock block) =>
        block.Element.SelfAndAncestors().FirstOrDefault(element => element.Name is "ul" or "ol" or "dl") ?? block.Element;

    private static bool IsQuote(PageBlock block, PageElement body) =>
        block.Element.SelfAndAncestors().TakeWhile(element => element != body).Any(element => element.Name is "blockquote");
}
