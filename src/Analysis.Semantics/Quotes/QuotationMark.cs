using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>Tells quotation marks from other tokens.</summary>
internal static class QuotationMark
{
    /// <summary>Whether a token is one; false outside of the text.</summary>
    public static bool Is(AnnotatedText text, int token)
    {
        if (token < 0 || token >= text.Words.Length || text.Tree.Tokens[token].Kind is SyntaxKind.Word) return false;
        var form = text.Form(token);
        return form[0] is '“' or '”' or '"' or '«' or '»' or '‘' or '’' || form is "''" or "``";
    }
}
