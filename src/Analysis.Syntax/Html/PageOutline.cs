namespace Analysis.Syntax.Html;

/// <summary>Where the article stands on a page: its headline, the element of its body, and what elements around other blocks say.</summary>
/// <remarks>
/// Found by what elements say of themselves and by where the prose stands. Marks are believed only where they leave an article: names of
/// classes are given freely. Linear in the blocks and elements.
/// </remarks>
internal sealed class PageOutline
{
    /// <summary>Fewest characters of a block that counts as prose by its length alone.</summary>
    public const int FewestOfProse = 60;

    private const int ProseOfIdeographs = 24, LongestHeadline = 300, LongestStandfirst = 300, LongestLine = 500;

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

    private PageOutline(string text, List<PageBlock> blocks, IReadOnlyList<PageElement> elements, PageTitle title)
    {
        _text = text;
        _blocks = blocks;
        _elements = elements;
        _title = title;
        _prose = new long[elements.Count];
        _free = new long[elements.Count];
        _furniture = new string?[elements.Count];
        _hasHeadline = new bool[elements.Count];
        Body = elements[0];
    }

    /// <summary>Index of the block that is the headline; -1 for none.</summary>
    public int Headline { get; private set; }

    /// <summary>The element that holds the body.</summary>
    public PageElement Body { get; private set; }

    /// <summary>Characters of prose in the body.</summary>
    public long ProseOfBody => _free[Body.Index];

    /// <summary>Looks through a page.</summary>
    /// <param name="text">The text of the page.</param>
    /// <param name="blocks">Its blocks in order; at least one.</param>
    /// <param name="elements">Its elements by their index.</param>
    /// <param name="title">The titles that its head states.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static PageOutline Of(string text, List<PageBlock> blocks, IReadOnlyList<PageElement> elements, PageTitle title, CancellationToken cancellation)
    {
        var outline = new PageOutline(text, blocks, elements, title);
        outline.Find(cancellation);
        return outline;
    }

    /// <summary>The words of a block.</summary>
    public ReadOnlySpan<char> Line(PageBlock block) => _text.AsSpan(block.Span.Start, block.Span.Length);

    /// <summary>The class of furniture that the elements around a block say it is; null for none.</summary>
    public string? FurnitureOf(PageBlock block) => _furniture[block.Inner.Index];

    /// <summary>Whether a block reads like a paragraph: long enough, and no more than half of it leads elsewhere.</summary>
    public bool IsProse(PageBlock block) =>
        block.LinkCharacters * 2 < block.Characters && (block.Characters >= FewestOfProse || block.Characters >= ProseOfIdeographs && Line(block) is var line && IsIdeograph(line[line.Length / 2]) && IsIdeograph(line[^2]));

    /// <summary>Signs of which one says as much as several letters, as in Chinese, Japanese and Korean.</summary>
    private static bool IsIdeograph(char c) => c is >= '\u2e80' and <= '\ud7ff';

    /// <summary>Whether elements of the name are headings.</summary>
    public static bool IsHeadingName(string name) => name is ['h', >= '1' and <= '6'];

    /// <summary>Whether an element holds so much of the page that it is no single line of it.</summary>
    public bool IsLarge(PageElement element) => _prose[element.Index] * 3 > _prose[0] && _prose[0] > LongestLine;

    /// <summary>By element: whether it is in another, or that one itself.</summary>
    public bool[] Within(PageElement top)
    {
        var inside = new bool[_elements.Count];
        for (int i = top.Index; i < _elements.Count; i++)
            inside[i] = _elements[i] == top || _elements[i].Parent is { } parent && inside[parent.Index];
        return inside;
    }

    private void Find(CancellationToken cancellation)
    {
        Headline = FindHeadline();
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
        if (Headline > 0)
        {
            // What stands above the headline is another article's, where anything to speak of stands below it.
            var below = new long[_elements.Count];
            SumProse(below, (i, block) => i > Headline && FurnitureOf(block) is null);
            if (below[0] * 4 >= _free[0]) below.CopyTo(_free, 0);
        }
        cancellation.ThrowIfCancellationRequested();
        Body = FindBody();
    }

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
        if (Headline >= 0)
            foreach (var element in _blocks[Headline].Inner.SelfAndAncestors()) _hasHeadline[element.Index] = true;
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

    /// <summary>Whether a block stands as a heading.</summary>
    public static bool IsHeadline(PageBlock block) => block.Inner.SelfAndAncestors().Take(4).Any(element => IsHeadingName(element.Name) || element.Mark.Role is PageRole.Headline);

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
            if (inner.TakeWhile(other => other != child).Where(other => _furniture[other.Index] is null).Sum(other => _free[other.Index]) > LongestStandfirst && Headline >= 0) break;
            // An article may stand in several elements of a kind.
            if (inner.Any(other => other != child && _furniture[other.Index] is null && IsLike(other, child))) break;
            at = child;
        }
        return at;
    }
}
