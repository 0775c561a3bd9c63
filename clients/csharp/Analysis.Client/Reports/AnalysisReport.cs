using Analysis.V1;

namespace Analysis.Client.Reports;

/// <summary>The analysis of an article as a report for people: what it is, then who and what is named, counted, dated, quoted and claimed.</summary>
/// <remarks>The same analysis gives the same characters on every machine: no clock, no culture.</remarks>
public sealed class AnalysisReport
{
    private const int Indent = 3;

    private readonly ArticleText _article;
    private readonly ArticleAnalysis _analysis;
    private readonly ReportPage _page;

    private AnalysisReport(ArticleAnalysis analysis, ReportPage page) => (_article, _analysis, _page) = (new ArticleText(analysis), analysis, page);

    /// <summary>What the report needs of an analysis besides what it is to show.</summary>
    public static IReadOnlyList<Feature> Needs { get; } = [Feature.Text, Feature.Structure, Feature.Entities, Feature.Quotes];

    /// <summary>Writes the report.</summary>
    /// <param name="writer">Where to; lines end with a line feed.</param>
    /// <param name="analysis">What to report, with offsets in UTF-16, the features of <see cref="Needs"/> and those to show.</param>
    /// <param name="features">What to show.</param>
    /// <param name="options">How it looks; null for the default.</param>
    /// <exception cref="ArgumentException">The offsets are in another unit.</exception>
    public static void Write(TextWriter writer, ArticleAnalysis analysis, IReadOnlySet<Feature> features, ReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(features);
        if (analysis.PositionEncoding != PositionEncoding.Utf16)
            throw new ArgumentException("The offsets are not in UTF-16 units: ask for PositionEncoding.Utf16.", nameof(analysis));
        options ??= new ReportOptions();
        new AnalysisReport(analysis, new ReportPage(writer, options.Width, options.Color)).Write(features);
    }

    private void Write(IReadOnlySet<Feature> features)
    {
        WriteDocument();
        Section(Feature.Text, "TEXT", WriteText);
        Section(Feature.Tokens, "TOKENS", WriteTokens);
        Section(Feature.Entities, "NAMES", WriteEntities);
        Section(Feature.Quantities, "FIGURES", WriteQuantities);
        Section(Feature.Dates, "DATES AND TIMES", WriteDates);
        Section(Feature.Quotes, "QUOTATIONS", WriteQuotes);
        Section(Feature.Claims, "CLAIMS", WriteClaims);
        Section(Feature.Diagnostics, "FINDINGS", WriteDiagnostics);

        _page.Gap();
        _page.Text(0, new StyledText($"Analysis {_analysis.Engine?.Version}. It shows what an article says, not whether it is right.", TextStyle.Aside));

        void Section(Feature feature, string heading, Func<bool> write)
        {
            if (!features.Contains(feature))
                return;
            _page.Heading(heading);
            if (!write())
                _page.Text(Indent, new StyledText("None found."));
        }
    }

    private void WriteDocument()
    {
        var metadata = _analysis.Metadata ?? new Metadata();
        _page.Text(0, new StyledText(metadata.Title?.Value is { Length: > 0 } title ? title : "(no headline)", TextStyle.Heading));
        bool inferred = _analysis.Notices.Any(notice => notice.Kind == NoticeKind.PublicationDateInferred);
        string date = metadata.Published is { } published
            ? Wording.Date(published.Value) + Wording.DateNote(published.FoundIn, inferred)
            : "no date found, so that words like “yesterday” stay unresolved";
        _page.Text(Indent, new StyledText(Join(_analysis.Name.Length > 0 ? _analysis.Name : _analysis.Id, metadata.Publisher?.Value ?? "", date)));
        string authors = metadata.Authors.Count > 0 ? $"by {Wording.List([.. metadata.Authors.Select(author => author.Value)])}" : "";
        string language = metadata.Language?.Value is { Length: > 0 } tag and not "en" ? $"language: {tag}" : "";
        int paragraphs = _analysis.Blocks.Count(block => block.Kind == BlockKind.Paragraph);
        string size = $"{Wording.Count(paragraphs, "paragraph")}, {Wording.Count(_analysis.Sentences.Count, "sentence")}";
        _page.Text(Indent, new StyledText(Join(authors, metadata.Agency?.Value ?? "", metadata.Address?.Value ?? "", language, size)));

        _page.Gap();
        foreach (var notice in _analysis.Notices)
        {
            if (notice.Kind is not (NoticeKind.PublicationDateInferred or NoticeKind.PublicationDateMissing))
                _page.Text(0, new StyledText($"Note: {notice.Message}"));
        }
    }

    private bool WriteText()
    {
        foreach (string line in _article.Text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
                _page.Gap();
            else
                _page.Text(Indent, new StyledText(line));
        }

        return true;
    }

    private bool WriteTokens()
    {
        foreach (var sentence in _analysis.Tokens.GroupBy(token => token.Sentence))
        {
            _page.Table(Indent, [.. sentence.Select((token, i) => new[] { Wording.Count(i + 1), token.Form, token.Lemma, token.Upos, $"{token.Head}", token.Deprel })]);
            _page.Gap();
        }

        return _analysis.Tokens.Count > 0;
    }

    private bool WriteEntities()
    {
        var named = _analysis.Entities.Where(entity => entity.Keys.Count > 0).ToList();
        _page.Table(Indent, [.. named.Select(entity => new[] { entity.Name, Wording.Type(entity.Type), Wording.Count(entity.Mentions.Count, "mention") })]);
        return named.Count > 0;
    }

    private bool WriteQuantities()
    {
        _page.Table(Indent, [.. _analysis.Quantities.Select(quantity => new[] { _article.Slice(quantity.Span), Wording.Value(quantity), Counted(quantity) })]);
        return _analysis.Quantities.Count > 0;
    }

    private bool WriteDates()
    {
        _page.Table(Indent, [.. _analysis.Dates.Select(date => (Words: _article.Slice(date.Span), Meaning: Wording.Time(date))).Distinct().Select(date => new[] { date.Words, date.Meaning })]);
        return _analysis.Dates.Count > 0;
    }

    private string Counted(Quantity quantity) => quantity.Counted switch
    {
        null => "",
        { Span: { } words } => _article.Slice(words),
        { Lemma: var lemma } => lemma,
    };

    private bool WriteQuotes()
    {
        // What somebody only thinks, wants or does is no quotation to a reader.
        var quotes = _analysis.Quotes.Where(quote => quote.Reported).ToList();
        foreach (var quote in quotes)
        {
            bool direct = quote.Kind == QuoteKind.Direct;
            string said = _article.Text.Slice(quote.Content);
            _page.Labelled(Indent, "- ", new StyledText(direct ? $"“{said}”" : said));
            string speaker = _article.Name(quote.Speaker) is { Length: > 0 } name ? name : quote.Source is { } source ? _article.Slice(source) : "speaker not known";
            string addressee = quote.Addressee is { } words ? $"to {_article.Slice(words)}" : "";
            string unnamed = quote.SourceKind == SourceKind.Anonymous ? "no name given" : "";
            _page.Text(Indent + 2, new StyledText(Join(speaker, unnamed, addressee, direct ? "" : Wording.Kind(quote.Kind), Wording.Place(_article, quote.Content)), TextStyle.Aside));
        }

        return quotes.Count > 0;
    }

    private bool WriteClaims()
    {
        foreach (var sentence in _analysis.Claims.GroupBy(_article.Sentence))
        {
            foreach (var claim in sentence)
            {
                _page.Labelled(Indent, "- ", Shown(claim));
                string manner = Wording.Manner(claim.Predicate);
                if (Join(Wording.SaidBy(_article, claim), manner) is { Length: > 0 } aside)
                    _page.Text(Indent + 2, new StyledText(aside, TextStyle.Aside));
            }
        }

        return _analysis.Claims.Count > 0;
    }

    // A claim's own words with what is said marked among them.
    private IEnumerable<StyledText> Shown(Claim claim) => claim.Predicate?.Span is { } said && claim.Span is { } span
        ? new Passage(0, [span]).Styled(_article.Text, [said])
        : [new StyledText(claim.Span is { } whole ? _article.Slice(whole) : "")];

    private bool WriteDiagnostics()
    {
        foreach (var finding in _analysis.Diagnostics.Where(finding => finding.Severity != Severity.Hidden))
        {
            _page.Labelled(Indent, "- ", new StyledText($"{Wording.Severity(finding.Severity)} {finding.Rule}: ", TextStyle.Heading), new StyledText(finding.Message));
            // What concerns the whole article points at no words.
            if (finding.Location is { } location && _article.Text.Slice(location) is { Length: > 0 } words)
                _page.Text(Indent + 2, new StyledText(Join($"“{words}”", Wording.Place(_article, location.Spans)), TextStyle.Aside));
        }

        return _analysis.Diagnostics.Any(finding => finding.Severity != Severity.Hidden);
    }

    private static string Join(params IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
