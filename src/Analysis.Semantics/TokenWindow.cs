using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics;

/// <summary>The tokens of one sentence. Positions outside of it read as empty words, so that patterns need no bounds of their own.</summary>
internal readonly struct TokenWindow(AnnotatedText text, int first, int end)
{
    /// <summary>The whole text.</summary>
    public AnnotatedText Text { get; } = text;

    /// <summary>First token of the sentence.</summary>
    public int First { get; } = first;

    /// <summary>Just past its last token.</summary>
    public int End { get; } = end;

    /// <summary>Whether the token belongs to the sentence.</summary>
    public bool Has(int token) => token >= First && token < End;

    /// <summary>The characters of a token; empty outside.</summary>
    public ReadOnlySpan<char> Form(int token) => Has(token) ? Text.Form(token) : default;

    /// <summary>The lexical kind; <see cref="SyntaxKind.None"/> outside.</summary>
    public SyntaxKind Kind(int token) => Has(token) ? Text.Tree.Tokens[token].Kind : SyntaxKind.None;

    /// <summary>Universal part of speech; <see cref="Upos.X"/> outside.</summary>
    public Upos Upos(int token) => Has(token) ? Text.Words[token].Upos : Language.Upos.X;

    /// <summary>Penn part of speech; <see cref="Xpos.None"/> outside.</summary>
    public Xpos Xpos(int token) => Has(token) ? Text.Words[token].Xpos : Language.Xpos.None;

    /// <summary>Lemma; empty outside.</summary>
    public string Lemma(int token) => Has(token) ? Text.Words[token].Lemma : "";

    /// <summary>Relation to the head; <see cref="DependencyRelation.Dep"/> outside.</summary>
    public DependencyRelation Relation(int token) => Has(token) ? Text.Words[token].Relation : DependencyRelation.Dep;

    /// <summary>Whether the token is this word, in whatever case.</summary>
    public bool Is(int token, string word) => Form(token).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the token is one of these words, in whatever case.</summary>
    public bool Is(int token, string first, string second) => Is(token, first) || Is(token, second);

    /// <summary>Whether the token is in the set; the set decides how case counts.</summary>
    public bool IsIn(int token, FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words) => Has(token) && words.Contains(Text.Form(token));

    /// <summary>Whether the tokens from <paramref name="token"/> on are these words, in whatever case.</summary>
    public bool Are(int token, params ReadOnlySpan<string> words)
    {
        for (int i = 0; i < words.Length; i++)
            if (!Is(token + i, words[i])) return false;
        return true;
    }

    /// <summary>Whether no white space stands between the token and the one before it.</summary>
    public bool IsGlued(int token) =>
        Has(token) && Has(token - 1) && Text.Tree.Tokens[token].Span.Start == Text.Tree.Tokens[token - 1].Span.End;

    /// <summary>Whether the token is a hyphen or dash with no space on either side, as in <c>twenty-one</c> and <c>10–12</c>.</summary>
    public bool IsJoint(int token) => IsDash(token) && IsGlued(token) && IsGlued(token + 1);

    /// <summary>Whether a word is written on to the token, as in <c>5km</c>; clitics do not count.</summary>
    public bool HasSuffix(int token) => IsGlued(token + 1) && Kind(token + 1) is SyntaxKind.Word && Form(token + 1)[0] is not ('\'' or '\u2019');

    /// <summary>Whether the token is a single hyphen, non-breaking hyphen, en dash or minus sign.</summary>
    public bool IsDash(int token) => Form(token) is ['-' or '\u2010' or '\u2011' or '\u2013' or '\u2212'];

    /// <summary>Whether the token begins with a capital.</summary>
    public bool IsCapitalized(int token) => Form(token) is [var c, ..] && char.IsUpper(c);

    /// <summary>Whether the token is a noun or a proper noun.</summary>
    public bool IsNoun(int token) => Upos(token) is Language.Upos.NOUN or Language.Upos.PROPN;
}
