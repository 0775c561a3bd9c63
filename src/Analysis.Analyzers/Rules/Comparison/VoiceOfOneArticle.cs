using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Syntax;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>CMP5004: somebody speaks in one article by name and has no word in any other.</summary>
/// <remarks>
/// Counts the words that an article gives to a name, quoted or reported; where a pronoun speaks it does not count, but it is enough to be
/// heard in the other article. Silent where the words are few. Whom another article quotes without a name, as <em>officials</em>, cannot be told.
/// </remarks>
internal sealed class VoiceOfOneArticle : ArticleAnalyzer
{
    /// <summary>Fewest words that make a voice.</summary>
    private const int FewestWords = 12;

    /// <summary>Most voices of an article: those with the most words.</summary>
    private const int MostOfAnArticle = 4;

    private static readonly Confidence SureEnough = new(700);

    public static readonly DiagnosticDescriptor Descriptor = new(
        "CMP5004",
        RuleCategory.Comparison,
        DiagnosticSeverity.Info,
        Title: "A voice of one article only",
        MessageFormat: "{0} speaks here ({1} words), {2}",
        Description: "Whom a report lets speak shows whose side a reader gets to hear.");

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureRegions(ArticleRegions.None);
        context.RegisterComparisonAction(Check);
    }

    private static void Check(ComparisonAnalysisContext context)
    {
        var voices = context.Comparison.Articles.Select(VoicesOf).ToArray();
        var heard = voices.Select(ByKey).ToArray();
        for (int article = 0; article < voices.Length; article++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            int[] others = [.. context.Comparison.Relatedness.Where(Framing.IsTold).Select(related => related.Left == article ? related.Right : related.Right == article ? related.Left : -1).Where(other => other >= 0)];
            if (others.Length > 0) Report(context, voices[article], heard, article, others);
        }
    }

    private static void Report(ComparisonAnalysisContext context, ImmutableArray<Voice> voices, Dictionary<string, List<Entity>>[] heard, int article, int[] others)
    {
        var unheard = voices
            .Where(voice => voice is { Words: >= FewestWords, Place: not null } && !others.Any(other => IsHeard(voice.Speaker, heard[other])))
            .OrderByDescending(voice => voice.Words).Take(MostOfAnArticle).OrderBy(voice => voice.Place!.Value.Start);
        foreach (var voice in unheard)
        {
            var named = ImmutableArray.CreateBuilder<RelatedLocation>();
            foreach (int other in others)
                if (context.Comparison.Articles[other].Entities.FirstOrDefault(entity => EntityMatch.Find(voice.Speaker, entity) is not null) is { } entity)
                    named.Add(new RelatedLocation(new ArticleSpans(other, [entity.Mentions[0].Span]), "The name without words"));
            string rest = others.Length == 1 ? "the other article" : "the other articles";
            context.Report(
                Descriptor, new ArticleSpans(article, [voice.Place!.Value]), named.ToImmutable(), voice.Speaker.Name, voice.Words,
                $"{(named.Count == 0 ? "is not named" : "is named but not quoted")} in {rest}");
        }
    }

    private static bool IsHeard(Entity speaker, Dictionary<string, List<Entity>> heard) =>
        speaker.Keys.Any(key => heard.TryGetValue(key, out var namesakes) && namesakes.Exists(other => EntityMatch.Find(speaker, other) is not null));

    /// <summary>Who speaks in an article, by the forms in which another may know the speaker, a bounded number a form.</summary>
    private static Dictionary<string, List<Entity>> ByKey(ImmutableArray<Voice> voices)
    {
        const int MostNamesakes = 8;
        var byKey = new Dictionary<string, List<Entity>>(StringComparer.Ordinal);
        foreach (var voice in voices)
            foreach (string key in voice.Speaker.Keys)
            {
                if (!byKey.TryGetValue(key, out var namesakes)) byKey[key] = namesakes = [];
                if (namesakes.Count < MostNamesakes) namesakes.Add(voice.Speaker);
            }
        return byKey;
    }

    /// <summary>Who speaks in an article by name, in order of the text.</summary>
    private static ImmutableArray<Voice> VoicesOf(SemanticModel model)
    {
        var found = new SortedDictionary<int, Voice>();
        foreach (var quote in model.Quotes)
        {
            if (!quote.IsReport || quote.Speaker < 0 || quote.Confidence < SureEnough || IsOfAnotherStory(quote.Content[0])) continue;
            var speaker = model.Entities[quote.Speaker];
            if (speaker.Type is not (EntityType.Person or EntityType.Organization)) continue;
            TextSpan? name = quote.Source is { } source && speaker.Mentions.Any(mention => IsNameWithin(mention, source)) ? speaker.Mentions.First(mention => IsNameWithin(mention, source)).Span : null;
            int words = name is null ? 0 : quote.Content.Sum(content => WordsIn(model, content));
            found[quote.Speaker] = found.TryGetValue(quote.Speaker, out var known)
                ? known with { Words = known.Words + words, Place = known.Place ?? name }
                : new Voice(speaker, name, words);
        }
        return [.. found.Values];

        bool IsOfAnotherStory(TextSpan content) => model.Tree.Blocks[model.Tree.Sentences[model.Tree.Tokens[model.Text.TokenAt(content.Start)].Sentence].Block].Section > 0;
    }

    private static bool IsNameWithin(Mention mention, TextSpan source) => mention.Kind is MentionKind.Name && source.Contains(mention.Span);

    private static int WordsIn(SemanticModel model, TextSpan span)
    {
        int words = 0;
        for (int i = model.Text.TokenAt(span.Start); i < model.Tree.Tokens.Length && model.Tree.Tokens[i].Span.Start < span.End; i++)
            if (model.Tree.Tokens[i].Kind is SyntaxKind.Word) words++;
        return words;
    }

    /// <param name="Speaker">Who speaks.</param>
    /// <param name="Place">The first name that says so; null where only pronouns do.</param>
    /// <param name="Words">Words that the name is given.</param>
    private sealed record Voice(Entity Speaker, TextSpan? Place, int Words);
}
