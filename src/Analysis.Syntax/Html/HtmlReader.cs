namespace Analysis.Syntax.Html;

/// <summary>Reads a page: every character of it becomes text or markup, every block of text gets its kind.</summary>
internal static class HtmlReader
{
    /// <summary>Reads a page. Never fails; time is linear in its length.</summary>
    public static Rendition Read(SourceText page, CancellationToken cancellation)
    {
        var parsed = ParsedPage.Parse(page.Text, cancellation);
        var (text, blocks, elements) = PageText.Read(page, parsed, cancellation);
        var rows = PageClassifier.Classify(text.Text, blocks, elements, PageTitle.Of(parsed.Document), cancellation);
        return new Rendition(text, rows, PageProperties.Read(page.Text, parsed, text, cancellation));
    }
}
