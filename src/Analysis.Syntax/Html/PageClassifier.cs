using System.Buffers;

namespace Analysis.Syntax.Html;

/// <summary>Says of every block of a page what it is.</summary>
/// <remarks>
/// First the element is found that holds the article, by what elements say of themselves and by where the prose stands; then each block in
/// it is judged by the elements around it, by its links, and by its neighbours. Everything else is furniture. Linear in the blocks and elements.
/// </remarks>
internal sealed class PageClassifier
{
    /// <summary>Fewest characters of a block that counts as prose by its length alone.</summary>
    private const int Prose = 60, ProseOfIdeographs = 24;

    /// <summary>Longest headline, byline or line of date, in characters.</summary>
    private const int LongestHeadline = 300, LongestByline = 240, LongestTime = 160, LongestCredit = 200, LongestHeading = 120, LongestStandfirst = 300, LongestSummary = 500, LongestMenuItem = 30;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(",|•·–—\n");

    private readonly string _text;
    private readonly List<PageBlock> _blocks;
    private readonly IReadOnlyList<PageElement> _elements;
    private readonly PageTitle _title;

    /// <summary>By element: characters of prose in it, of all and of those that no mark takes out.</summary>
    private readonly long[] _prose, _free;

    /// <summary>By element: the class of furniture that it or an element around it says it is; null for none.</summary>
    private readonly string?[] _furniture;

    /// <summary>By element: whether the headline stands in it.</summary>
    private readonly bool[] _hasHeadline;

    /// <summary>The block that is the headline; -1 for none.</summary>
    private int _headline = -1;

    private PageClassifier(string text, List<PageBlock> blocks, IReadOnlyList<PageElement> elements, PageTitle title)
    {
        _text = text;
        _blocks = blocks;
        _elements = elements;
        _title = title;
        _prose = new long[elements.Count];
        _free = new long[elements.Count];
        _furniture = new string?[elements.Count];
        _hasHeadline = new bool[elements.Count];
    }

    public static List<RawBlock> Classify(string text, List<PageBlock> blocks, IReadOnlyList<PageElement> elements, PageTitle title, CancellationToken cancellation)
    {
        if (blocks.Count == 0) return [];
        var classifier = new PageClassifier(text, blocks, elements, title);
        classifier.Run(cancellation);
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

    private void Run(CancellationToken cancellation)
    {
        _headline = FindHeadline();
        SumProse(_prose, (_, _) => true);
        ReadMarks(disbelieved: null);
        SumProse(_free, (_, block) => FurnitureOf(block) is null);
        if (_free[0] * 10 < _prose[0])
        {
            // Marks that leave next to nothing are wrong somewhere: most likely where they take most.
            ReadMarks(LargestMarked());
            SumProse(_free, (_, block) => FurnitureOf(block) is null);
        }
        SetCardsApart();
        if (_headline > 0)
        {
            // What stands above the headline is another article's, where anything to speak of stands below it.
            var below = new long[_elements.Count];
            SumProse(below, (i, block) => i > _headline && FurnitureOf(block) is null);
            if (below[0] * 4 >= _free[0]) below.CopyTo(_free, 0);
        }
        cancellation.ThrowIfCancellationRequested();
        var body = FindBody();
        var state = Judge(body, cancellation);
        Settle(state, body, cancellation);
    }

    private ReadOnlySpan<char> Line(PageBlock block) => _text.AsSpan(block.Span.Start, block.Span.Length);

    private string? FurnitureOf(PageBlock block) => _furniture[block.Inner.Index];

    private bool IsProse(PageBlock block) =>
        block.LinkCharacters * 2 < block.Characters && (block.Characters >= Prose || block.Characters >= ProseOfIdeographs && Line(block) is var line && IsIdeograph(line[line.Length / 2]) && IsIdeograph(line[^2]));

    /// <summary>Signs of which one says as much as several letters, as in Chinese, Japanese and Korean.</summary>
    private static bool IsIdeograph(char c) => c is >= '\u2e80' and <= '\ud7ff';

    private static bool IsHeadingName(string name) => name is ['h', >= '1' and <= '6'];

    /// <summary>The block that repeats the title of the page, of a high rank rather than a low one; the first <c>h1</c> where there is no title. -1 for none.</summary>
    private int FindHeadline()
    {
        int best = -1, bestScore = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            var block = _blocks[i];
            if (block.Span.Length > LongestHeadline || block.Inner.IsHidden) continue;
            int rank = 0;
            bool first = false;
            foreach (var element in block.Inner.SelfAndAncestors().Take(5))
            {
                if (element.Name is "h1") (rank, first) = (Math.Max(rank, 400), true);
                else if (element.Name is "h2") rank = Math.Max(rank, 200);
                else if (IsHeadingName(element.Name)) rank = Math.Max(rank, 50);
                if (element.Mark.Role is PageRole.Headline) rank += 150;
                if (element.Mark.IsFurniture) rank -= 300;
                if (element.Mark.Role is PageRole.Article or PageRole.Body) break;
            }
            if (rank <= 0) continue;
            int share = _title.Share(Line(block));
            // One word of the title may be the name of the outlet.
            if (share < 500 || !Line(block).Contains(' ')) share = 0;
            int score = share + rank;
            if (share == 0 && !first) continue;
            if (score > bestScore) (best, bestScore) = (i, score);
        }
        return best;
    }

    private void SumProse(long[] sums, Func<int, PageBlock, bool> counts)
    {
        Array.Clear(sums);
        for (int i = 0; i < _blocks.Count; i++)
            if (_blocks[i] is var block && IsProse(block) && counts(i, block)) sums[block.Element.Index] += block.Characters - block.LinkCharacters;
        // A child has a higher index than its parent.
        for (int i = _elements.Count - 1; i > 0; i--)
            if (_elements[i].Parent is { } parent) sums[parent.Index] += sums[i];
    }

    /// <summary>Takes marks at their word, unless they stand on what holds the headline, or most of the prose.</summary>
    /// <param name="disbelieved">An element whose mark is not believed.</param>
    private void ReadMarks(PageElement? disbelieved)
    {
        if (_headline >= 0)
            foreach (var element in _blocks[_headline].Inner.SelfAndAncestors()) _hasHeadline[element.Index] = true;
        long all = _prose[0];
        for (int i = 0; i < _elements.Count; i++)
        {
            var element = _elements[i];
            string? around = element.Parent is { } parent ? _furniture[parent.Index] : null;
            // Words of a network that an article shows are no buttons.
            if (around is FurnitureClass.Share && element.Name is "blockquote") around = null;
            string own = IsNestedArticle(element) ? FurnitureClass.Related : element.IsHidden ? FurnitureClass.Hidden : element.Mark.IsFurniture ? element.Mark.Furniture : "";
            if (around is null && own.Length > 0 && element != disbelieved)
            {
                bool reader = own is FurnitureClass.Comments or FurnitureClass.Footer or FurnitureClass.Navigation;
                if (element.Name is not ("html" or "body") && !_hasHeadline[i] && (reader || _prose[i] * 2 <= all)) around = own;
            }
            _furniture[i] = around;
        }
    }

    /// <summary>The element that takes out the most prose by its mark.</summary>
    private PageElement? LargestMarked() =>
        _elements.Where(element => _furniture[element.Index] is not (null or FurnitureClass.Hidden) && (element.Parent is not { } parent || _furniture[parent.Index] is null)).MaxBy(element => _prose[element.Index]);

    /// <summary>An article within an article is another one, as on a card.</summary>
    private static bool IsNestedArticle(PageElement element) => element.Name is "article" && element.Mark.Role is not PageRole.Entry && element.SelfAndAncestors().Skip(1).Any(around => around.Name is "article");

    /// <summary>Marks the cards of other articles: elements of a kind, side by side, each with a headline that leads elsewhere.</summary>
    private void SetCardsApart()
    {
        const int Fewest = 3, Reach = 6;
        var cards = new Dictionary<PageElement, HashSet<PageElement>>();
        foreach (var block in _blocks)
        {
            if (FurnitureOf(block) is not null || block.Characters < 12 || block.LinkCharacters * 10 < block.Characters * 8) continue;
            bool title = IsHeadline(block);
            var at = block.Inner;
            for (int i = 0; i < Reach && at.Parent is { } parent; i++, at = parent)
            {
                // A heading by itself, or what holds the headline of the page, is no card.
                if (!title && at.Name is not "li" || at.Flow is Flow.Inline || IsHeadingName(at.Name) || at.Mark.Role is PageRole.Headline || _hasHeadline[at.Index]) continue;
                if (!cards.TryGetValue(parent, out var children)) cards.Add(parent, children = []);
                children.Add(at);
            }
        }
        var found = cards.Where(entry => entry.Value.Count >= Fewest).SelectMany(entry => entry.Value).Where(card => _prose[card.Index] > 0 && _prose[card.Index] * 3 <= _prose[card.Parent!.Index] * 2).ToList();
        if (found.Count == 0) return;
        var apart = new bool[_elements.Count];
        foreach (var card in found) apart[card.Index] = true;
        for (int i = 1; i < _elements.Count; i++) apart[i] |= apart[_elements[i].Parent!.Index];
        var rest = new long[_elements.Count];
        SumProse(rest, (_, block) => FurnitureOf(block) is null && !apart[block.Inner.Index]);
        // An article may itself be a list of such things.
        if (rest[0] * 5 < _free[0]) return;
        for (int i = 0; i < _elements.Count; i++)
            if (apart[i]) _furniture[i] ??= FurnitureClass.Related;
        rest.CopyTo(_free, 0);
    }

    private static bool IsHeadline(PageBlock block) => block.Inner.SelfAndAncestors().Take(4).Any(element => IsHeadingName(element.Name) || element.Mark.Role is PageRole.Headline);

    /// <summary>The element that holds the article.</summary>
    private PageElement FindBody()
    {
        // What calls itself the body is believed with less prose in it than what calls itself an article: a page may list a hundred others.
        PageElement? best = Largest(PageRole.Body, 15) ?? Largest(PageRole.Article, 30);
        return Descend(best ?? _elements[0], best is null ? 55 : 85);
    }

    /// <summary>The innermost element of a role that has nearly all the prose of the one with the most; null when that is less than a share of the page's, in hundredths.</summary>
    private PageElement? Largest(PageRole role, int share)
    {
        var candidates = _elements.Where(element => element.Mark.Role == role && _furniture[element.Index] is null && _free[element.Index] > 0 && element.Flow is Flow.Block or Flow.Cell && element.Name is not "p").ToList();
        if (candidates.Count == 0) return null;
        var largest = candidates.MaxBy(element => _free[element.Index])!;
        long most = _free[largest.Index];
        // The body may stand in several elements of a kind: then what holds them all is it, unless it holds much besides.
        PageElement around = largest;
        long sum = 0;
        foreach (var element in candidates.Where(element => IsLike(element, largest)))
        {
            around = PageElement.Common(around, element);
            sum += _free[element.Index];
        }
        if (around != largest && sum > most && _free[around.Index] * 3 <= sum * 4) (largest, most) = (around, _free[around.Index]);
        if (most * 100 < _free[0] * share) return null;
        foreach (var element in candidates)
            if (_free[element.Index] * 100 >= most * 85 && element.Depth > largest.Depth) largest = element;
        return largest;
    }

    private static bool IsLike(PageElement left, PageElement right) => left.Name == right.Name && left.Element.ClassName is { Length: > 0 } names && names == right.Element.ClassName;

    /// <summary>Goes down to the innermost element with a share of the prose, in hundredths of what the element around it has.</summary>
    private PageElement Descend(PageElement top, int share)
    {
        var children = new List<PageElement>[_elements.Count];
        foreach (var element in _elements)
            if (element.Parent is { } parent && _free[element.Index] > 0) (children[parent.Index] ??= []).Add(element);
        var at = top;
        while (children[at.Index] is { } inner)
        {
            var child = inner.MaxBy(element => _free[element.Index])!;
            long prose = _free[child.Index];
            if (prose * 100 < _free[at.Index] * share || child.Flow is Flow.Inline || child.Name is "p") break;
            // What stands between the headline and the child is its beginning, but for one paragraph, which may sum it up.
            if (inner.TakeWhile(other => other != child).Where(other => _furniture[other.Index] is null).Sum(other => _free[other.Index]) > LongestStandfirst && _headline >= 0) break;
            // An article may stand in several elements of a kind.
            if (inner.Any(other => other != child && _furniture[other.Index] is null && IsLike(other, child))) break;
            at = child;
        }
        return at;
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
        var inside = Within(body);
        // Around the body stand the lines of the article's head, up to the element that holds the headline too.
        var head = _headline < 0 ? inside : Within(PageElement.Common(body, _blocks[_headline].Inner));
        var states = new State[_blocks.Count];
        // Behind it, paragraphs of the same article may stand in a box of their own, as a verdict or a note does.
        var rest = body.SelfAndAncestors().Skip(1).FirstOrDefault(element => element.Name is "article") is { } article ? Within(article) : null;
        bool begun = false, commented = false;
        long read = 0;
        for (int i = 0; i < _blocks.Count; i++)
        {
            if ((i & 0xff) == 0) cancellation.ThrowIfCancellationRequested();
            var block = _blocks[i];
            bool within = inside[block.Inner.Index];
            if (i == _headline)
            {
                block.Kind = SyntaxKind.Headline;
                states[i] = State.Settled;
            }
            else if (within)
            {
                states[i] = commented ? Furnish(block, FurnitureOf(block) ?? FurnitureClass.Comments) : Judge(block, body, begun);
                begun |= states[i] is State.Body;
                if (states[i] is State.Body) read += block.Characters - block.LinkCharacters;
                // Behind a heading that says so, below most of the prose, readers speak.
                commented |= block.Furniture is FurnitureClass.Comments or FurnitureClass.CommentForm && read * 2 > _free[body.Index] && IsHeadline(block);
            }
            else if (i > _headline && _headline >= 0 && !begun && head[block.Inner.Index])
            {
                states[i] = JudgeHead(block, body);
            }
            else if (begun && rest is not null && rest[block.Inner.Index] && block.Element.Name is "p" && IsProse(block) && FurnitureOf(block) is null)
            {
                states[i] = Judge(block, body, begun);
            }
        }
        return states;
    }

    private bool[] Within(PageElement top)
    {
        var inside = new bool[_elements.Count];
        for (int i = top.Index; i < _elements.Count; i++)
            inside[i] = _elements[i] == top || _elements[i].Parent is { } parent && inside[parent.Index];
        return inside;
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
        var line = Line(block);
        if (FurnitureOf(block) is { } furniture && !(furniture is FurnitureClass.Player && block.Inner.SelfAndAncestors().Take(4).Any(element => element.Mark.Role is PageRole.Caption)))
            return Furnish(block, furniture);
        foreach (var element in block.Inner.SelfAndAncestors())
        {
            // What holds much of the page is no line of it, whatever it calls itself.
            if (element == body || element.Name is "blockquote" || element.Mark.Role is PageRole.Body or PageRole.Article || _prose[element.Index] * 3 > _prose[0] && _prose[0] > LongestSummary) break;
            if (element.Name is "figure") return Settle(block, SyntaxKind.Caption);
            switch (element.Mark.Role)
            {
                case PageRole.Byline when IsProse(block): return Furnish(block, FurnitureClass.AuthorBio);
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
        if (block.Element.SelfAndAncestors().Take(2).Any(element => IsHeadingName(element.Name))) return State.Heading;
        // Many set headings as paragraphs in bold.
        if (begun && block.Inner.Name is "b" or "strong" && line.Length <= LongestHeading && LineShapes.IsHeading(line) && line[^1] is not '?' && block.LinkCharacters == 0 && block.Element.Name is "p" or "div") return State.Heading;
        if (block.Element.Name is "li" or "dd" or "dt" || block.Element.Parent?.Name is "li") return State.Item;
        bool linked = block.LinkCharacters * 10 >= block.Characters * 8 && !(block.Element.Name is "p" && block.Characters >= 2 * Prose && line[^1] is '.');
        if (linked) return Furnish(block, block.Element.Name is "p" || line.Length > LongestMenuItem ? FurnitureClass.ReadMore : FurnitureClass.Navigation);
        if (LineShapes.IsByline(line)) return Settle(block, SyntaxKind.Byline);
        if (IsCaptionLine(block, line)) return Settle(block, SyntaxKind.Caption);
        if (LineShapes.IsDate(line)) return begun ? Furnish(block, FurnitureClass.About) : Settle(block, SyntaxKind.PublicationLine);
        if (LineShapes.IsCorrection(line)) return Settle(block, SyntaxKind.Correction);
        return IsProse(block) ? State.Body : State.Short;
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
                    Furnish(block, FurnitureOf(block) ?? (PagePrompts.ClassOf(Line(block), block.LinkCharacters > 0) is { Length: > 0 } prompt ? prompt : block.LinkCharacters * 2 > block.Characters ? FurnitureClass.Navigation : FurnitureClass.Other));
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
                    if (block.Element.Name is "p" or "blockquote" || paragraphs[Holder(block).Index] > 0) block.Kind = IsQuote(block, body) ? SyntaxKind.BlockQuote : SyntaxKind.Paragraph;
                    else states[i] = Furnish(block, FurnitureClass.Other);
                    break;
            }
        }
        SettleHeadings(states, paragraphs);
        if (!states.Contains(State.Body))
            foreach (var block in _blocks.Where(block => block.Kind is SyntaxKind.Standfirst && IsProse(block))) block.Kind = SyntaxKind.Paragraph;
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
        var name = Line(byline);
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
            var line = Line(_blocks[i]);
            if (line.Length > Longest || !line.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = line[name.Length..].TrimStart(", ");
            foreach (string verb in (ReadOnlySpan<string>)["is ", "was ", "writes ", "covers ", "has ", "reports ", "works ", "joined "])
                if (rest.StartsWith(verb, StringComparison.Ordinal)) states[i] = Furnish(_blocks[i], FurnitureClass.AuthorBio);
        }
    }

    /// <summary>Entries of a live page are sections of their own, each with the time it begins with and its headline.</summary>
    private void SettleEntries(PageElement body)
    {
        var inside = Within(body);
        int section = 0;
        PageElement? open = null;
        bool titled = false;
        foreach (var block in _blocks)
        {
            var entry = inside[block.Inner.Index] && FurnitureOf(block) is null ? block.Inner.SelfAndAncestors().TakeWhile(element => element != body).LastOrDefault(element => element.Mark.Role is PageRole.Entry) : null;
            if (entry is not null && entry != open)
            {
                section++;
                titled = false;
            }
            open = entry;
            block.Section = section;
            if (entry is null) continue;
            if (block.Kind is SyntaxKind.PublicationLine || block.Furniture is FurnitureClass.About && (LineShapes.IsTimestamp(Line(block)) || LineShapes.IsDate(Line(block)) || Line(block).ContainsAnyInRange('0', '9'))) (block.Kind, block.Furniture) = (SyntaxKind.Timestamp, "");
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
