using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Analysis.Syntax;

namespace Analysis.Language;

/// <summary>A tree whose tokens carry grammar: the input of everything that reads meaning.</summary>
/// <remarks>Immutable. Tokens are spoken of by their index in <see cref="SyntaxTree.Tokens"/>.</remarks>
public sealed class AnnotatedText
{
    // Dependents of every token, flattened: those of token i are _dependents[_firstDependent[i].._firstDependent[i + 1]].
    private readonly int[] _firstDependent;
    private readonly int[] _dependents;
    private readonly (int First, int End)[] _subtrees;

    private AnnotatedText(SyntaxTree tree, ImmutableArray<WordAnnotation> words)
    {
        Tree = tree;
        Words = words;
        _firstDependent = new int[words.Length + 1];
        _dependents = new int[words.Length];
        _subtrees = new (int, int)[words.Length];
        IndexDependents();
    }

    /// <summary>The tree.</summary>
    public SyntaxTree Tree { get; }

    /// <summary>One annotation a token, in the order of <see cref="SyntaxTree.Tokens"/>.</summary>
    public ImmutableArray<WordAnnotation> Words { get; }

    /// <summary>Annotates every sentence of a tree. Linear in the number of tokens.</summary>
    public static AnnotatedText Annotate(SyntaxTree tree, ISentenceParser parser, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(parser);
        var words = new WordAnnotation[tree.Tokens.Length];
        // Almost every sentence fits; what was given longer than the splitter would let it be gets room of its own.
        var room = ArrayPool<TextSpan>.Shared.Rent(SentenceSyntax.MaxStretch);
        try
        {
            foreach (var sentence in tree.Sentences)
            {
                cancellation.ThrowIfCancellationRequested();
                var spans = sentence.TokenCount <= room.Length ? room.AsSpan(0, sentence.TokenCount) : new TextSpan[sentence.TokenCount];
                for (int i = 0; i < spans.Length; i++) spans[i] = tree.Tokens[sentence.FirstToken + i].Span;
                parser.Parse(tree.Text.Text, spans, words.AsSpan(sentence.FirstToken, sentence.TokenCount));
            }
        }
        finally
        {
            ArrayPool<TextSpan>.Shared.Return(room);
        }
        return new AnnotatedText(tree, ImmutableCollectionsMarshal.AsImmutableArray(words));
    }

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Form(int token) => Tree.Text[Tree.Tokens[token].Span];

    /// <summary>Index of the first token that ends behind a position; the number of tokens when none does.</summary>
    public int TokenAt(int position)
    {
        int low = 0, high = Tree.Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Tree.Tokens[middle].Span.End <= position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>The sentence that a token belongs to.</summary>
    public SentenceSyntax SentenceOf(int token) => Tree.Sentences[Tree.Tokens[token].Sentence];

    /// <summary>Index of the token that governs <paramref name="token"/>; -1 for the root of a sentence.</summary>
    public int Head(int token) => Words[token].Head is var head and >= 0 ? SentenceOf(token).FirstToken + head : -1;

    /// <summary>The tokens governed by <paramref name="token"/>, in order.</summary>
    public ReadOnlySpan<int> Dependents(int token) => _dependents.AsSpan(_firstDependent[token].._firstDependent[token + 1]);

    /// <summary>The first dependent with one of two relations, subtypes included; -1 when there is none.</summary>
    public int Dependent(int token, DependencyRelation relation, DependencyRelation? orElse = null)
    {
        foreach (int dependent in Dependents(token))
            if (Words[dependent].Relation.Universal() is var universal && (universal == relation || universal == orElse)) return dependent;
        return -1;
    }

    /// <summary>The range of tokens from the first to just past the last below <paramref name="token"/>, itself included.</summary>
    public (int First, int End) Subtree(int token) => _subtrees[token];

    /// <summary>Whether <paramref name="token"/> is <paramref name="ancestor"/> or stands below it.</summary>
    public bool IsBelow(int token, int ancestor)
    {
        while (token >= 0 && token != ancestor) token = Head(token);
        return token == ancestor;
    }

    /// <summary>The characters from the first to the last of a range of tokens.</summary>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index just past the last token; greater than <paramref name="first"/>.</param>
    public TextSpan SpanOf(int first, int end) => new(Tree.Tokens[first].Span.Start, Tree.Tokens[end - 1].Span.End);

    private void IndexDependents()
    {
        int count = Words.Length;
        // Each head's place is first where its dependents end, then, as they are put from the last to the first, where they start.
        for (int i = 0; i < count; i++)
            if (Head(i) is var head and >= 0) _firstDependent[head]++;
        for (int i = 0; i < count; i++) _firstDependent[i + 1] += _firstDependent[i];
        for (int i = count - 1; i >= 0; i--)
            if (Head(i) is var head and >= 0) _dependents[--_firstDependent[head]] = i;
        // Sentences are bounded, so walking up from every token is linear in the text.
        for (int i = 0; i < count; i++) _subtrees[i] = (i, i + 1);
        for (int i = 0; i < count; i++)
            for (int ancestor = Head(i); ancestor >= 0; ancestor = Head(ancestor))
                _subtrees[ancestor] = (Math.Min(_subtrees[ancestor].First, i), Math.Max(_subtrees[ancestor].End, i + 1));
    }
}
