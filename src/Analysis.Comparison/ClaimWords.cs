using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Comparison;

/// <summary>The very words of claims.</summary>
internal static class ClaimWords
{
    /// <summary>Whether two claims are the same words but for typography, from the same kind of source.</summary>
    public static bool SameWords(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Claim.Tokens, right.Claim.Tokens);
        if (l.Length != r.Length) return false;
        for (int i = 0; i < l.Length; i++)
            if (!SameForm(left.Model.Text.Form(l[i]), right.Model.Text.Form(r[i]))) return false;
        return true;
    }

    /// <summary>Whether the sentences around two claims are the same words too: then they say the same, however either was read.</summary>
    public static bool SameSentences(ClaimProfile left, ClaimProfile right)
    {
        var (l, r) = (left.Model.Tree.Sentences[left.Claim.Sentence], right.Model.Tree.Sentences[right.Claim.Sentence]);
        if (l.TokenCount != r.TokenCount || l.TokenCount > SentenceSyntax.MaxStretch) return false;
        for (int i = 0; i < l.TokenCount; i++)
            if (left.Words.HashAt(l.FirstToken + i) != right.Words.HashAt(r.FirstToken + i)) return false;
        for (int i = 0; i < l.TokenCount; i++)
            if (!SameForm(left.Model.Text.Form(l.FirstToken + i), right.Model.Text.Form(r.FirstToken + i))) return false;
        return true;
    }

    /// <summary>Whether two words are the same but for case and typography.</summary>
    public static bool SameForm(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Equals(right, StringComparison.OrdinalIgnoreCase) || Typography.Hash(left) == Typography.Hash(right) && Typography.Fold(left) == Typography.Fold(right);

    /// <summary>Words of an article in quotation marks, for explanations.</summary>
    public static string Quoted(SemanticModel model, TextSpan span) => "“" + model.Tree.Text.ToString(span) + "”";

    /// <summary>The same of a claim's article.</summary>
    public static string Quoted(ClaimProfile claim, TextSpan span) => Quoted(claim.Model, span);
}
