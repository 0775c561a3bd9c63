using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Analyzers.Rules.Comparison;
using Analysis.Analyzers.Rules.Structure;

namespace Analysis.Analyzers;

/// <summary>All rules that the product has.</summary>
public static class RuleCatalog
{
    /// <summary>The rules, by id.</summary>
    public static ImmutableArray<ArticleAnalyzer> Analyzers { get; } =
    [
        new TitleMissing(),
        new PublicationDateMissing(),
        new PublicationDateImpossible(),
        new PublisherMissing(),
        new SeveralArticles(),
        new CaptionInParagraph(),
        new FurnitureInText(),
        new DuplicateParagraph(),
        new TextCutOff(),
        new UnbalancedQuotes(),
        new Mojibake(),
        new CaptionAmongParagraphs(),
        new FiguresConflict(),
        new NegationConflict(),
        new OppositeWordsConflict(),
        new NameConflict(),
        new TimeConflict(),
        new PlaceConflict(),
        new SourceConflict(),
        new ReportVerbDiffers(),
        new WordsWithASide(),
        new PlaceInTheText(),
        new VoiceOfOneArticle(),
    ];

    /// <summary>Every diagnostic there is, those of the driver included, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        AnalysisDriver.RuleFailed,
        AnalysisDriver.TooMany,
        .. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics),
    ];

    /// <summary>File name of the page of each diagnostic, which is that of its class.</summary>
    private static readonly FrozenDictionary<string, string> PageNames = Analyzers
        .SelectMany(analyzer => analyzer.SupportedDiagnostics, (analyzer, descriptor) => (descriptor.Id, analyzer.GetType().Name))
        .Append((AnalysisDriver.RuleFailed.Id, nameof(AnalysisDriver.RuleFailed)))
        .Append((AnalysisDriver.TooMany.Id, nameof(AnalysisDriver.TooMany)))
        .ToFrozenDictionary(page => page.Item1, page => page.Item2, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, DiagnosticDescriptor> ById = Descriptors.ToFrozenDictionary(descriptor => descriptor.Id, StringComparer.Ordinal);

    /// <summary>The diagnostic of an id, in capitals as it is written; null when there is none.</summary>
    public static DiagnosticDescriptor? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>The page that explains a diagnostic, in Markdown: why it matters, what is flagged, what is not, what is missed.</summary>
    /// <param name="id">Its id, in capitals as it is written.</param>
    /// <returns>The page with line feeds; null when there is no such diagnostic.</returns>
    public static string? Page(string id)
    {
        if (!PageNames.TryGetValue(id, out string? name)) return null;
        using var stream = typeof(RuleCatalog).Assembly.GetManifestResourceStream($"{name}.md")
            ?? throw new InvalidOperationException($"The page {name}.md of {id} is not in the assembly; build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
