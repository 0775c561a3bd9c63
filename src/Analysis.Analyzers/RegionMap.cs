using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Analyzers;

/// <summary>In which regions the blocks and tokens of an article lie. Linear in blocks and tokens.</summary>
internal sealed class RegionMap
{
    private readonly SyntaxTree _tree;
    private readonly ArticleRegions[] _blocks;
    private readonly bool[] _quoted;

    public RegionMap(SemanticModel model)
    {
        _tree = model.Tree;
        _blocks = new ArticleRegions[_tree.Blocks.Length];
        // A page of nothing but entries has no article beside which they stand.
        bool hasMain = _tree.Blocks.Any(block => block.Section == 0 && block.Kind.IsBody());
        for (int i = 0; i < _blocks.Length; i++)
            _blocks[i] = RegionOf(_tree.Blocks[i].Kind) | (hasMain && _tree.Blocks[i].Section > 0 ? ArticleRegions.LiveEntries : 0);
        _quoted = new bool[_tree.Tokens.Length];
        foreach (var quotation in _tree.Quotations)
        {
            if (quotation.Depth > 0) continue;
            for (int i = quotation.Open + 1; i < _quoted.Length && _tree.Tokens[i].Span.Start < quotation.Content.End; i++) _quoted[i] = true;
        }
    }

    /// <summary>The regions that a rule must have named to see a block.</summary>
    public ArticleRegions OfBlock(int block) => _blocks[block];

    /// <summary>The regions that a rule must have named to see a run of tokens. It is quoted when its first and last word are.</summary>
    public ArticleRegions OfTokens(int first, int end) =>
        _blocks[BlockOf(first)] | (_quoted[first] && _quoted[end - 1] ? ArticleRegions.QuotedSpeech : 0);

    /// <summary>The regions that a rule must have named to see what starts at a position, quoted or not.</summary>
    public ArticleRegions OfPosition(int position)
    {
        int low = 0, high = _blocks.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_tree.Blocks[middle].Span.Start <= position) low = middle;
            else high = middle - 1;
        }
        return _blocks[low];
    }

    private int BlockOf(int token) => _tree.Sentences[_tree.Tokens[token].Sentence].Block;

    private static ArticleRegions RegionOf(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Headline => ArticleRegions.Headlines,
        SyntaxKind.Standfirst or SyntaxKind.Paragraph or SyntaxKind.Heading or SyntaxKind.ListItem or SyntaxKind.BlockQuote or SyntaxKind.Table => ArticleRegions.Body,
        SyntaxKind.Caption or SyntaxKind.Credit => ArticleRegions.Captions,
        SyntaxKind.Furniture => ArticleRegions.Furniture,
        _ => ArticleRegions.Frame,
    };
}
