using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Analysis.Syntax.Html;

/// <summary>Says of every block of a page what it is.</summary>
internal static class PageClassifier
{
    public static void Classify(string text, List<PageBlock> blocks, IHtmlDocument document, Dictionary<IElement, PageElement> elements, CancellationToken cancellation)
    {
        foreach (var block in blocks)
        {
            cancellation.ThrowIfCancellationRequested();
            bool prose = block.Characters > 60 && block.LinkCharacters * 3 < block.Characters && !block.Element.IsHidden;
            block.Kind = prose ? SyntaxKind.Paragraph : SyntaxKind.Furniture;
        }
    }
}
