using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Analysis.Syntax;

namespace Analysis.Language;

/// <summary>A tree whose tokens carry grammar: the input of everything that reads meaning.</summary>
/// <remarks>Immutable. Tokens are spoken of by their index in <see cref="SyntaxTree.Tokens"/>.</remarks>
public sealed class AnnotatedText
{
    private AnnotatedText(SyntaxTree tree, ImmutableArray<WordAnnotation> words)
    {
        Tree = tree;
        Words = words;
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
        var spans = new TextSpan[tree.Tokens.Length];
        for (int i = 0; i < spans.Length; i++) spans[i] = tree.Tokens[i].Span;
        var words = new WordAnnotation[spans.Length];
        foreach (var sentence in tree.Sentences)
        {
            cancellation.ThrowIfCancellationRequested();
            parser.Parse(tree.Text.Text, spans.AsSpan(sentence.FirstToken, sentence.TokenCount), words.AsSpan(sentence.FirstToken, sentence.TokenCount));
        }
        return new AnnotatedText(tree, ImmutableCollectionsMarshal.AsImmutableArray(words));
    }

    /// <summary>The characters of a token.</summary>
    public ReadOnlySpan<char> Form(int token) => Tree.Text[Tree.Tokens[token].Span];

    /// <summary>The sentence that a token belongs to.</summary>
    public SentenceSyntax SentenceOf(int token) => Tree.Sentences[Tree.Tokens[token].Sentence];

    /// <summary>Index of the token that governs <paramref name="token"/>; -1 for the root of a sentence.</summary>
    public int Head(int token) => Words[token].Head is var head and >= 0 ? SentenceOf(token).FirstToken + head : -1;

    /// <summary>The characters from the first to the last of a range of tokens.</summary>
    /// <param name="first">Index of the first token.</param>
    /// <param name="end">Index just past the last token; greater than <paramref name="first"/>.</param>
    public TextSpan SpanOf(int first, int end) => new(Tree.Tokens[first].Span.Start, Tree.Tokens[end - 1].Span.End);
}
