using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// One edit planted in a copy of a real article: the comparison of the two has to name that edit and nothing else. What is planted says
/// something else about the world for the first eight kinds; the others change nothing but what is there, where it is, and how it is set.
/// </summary>
/// <remarks>
/// An edit is found when something incompatible, or an altered quotation, stands at the edited words; its type is right when that is of the
/// kind planted. A false alarm is something incompatible, or an altered quotation, anywhere else. Places and words come from
/// <see cref="EditPlaces"/>, which shares no list with the engine. ANALYSIS_SHOW_EDITS=1 prints every edit, not the misses alone.
/// </remarks>
internal sealed class PlantedSuite() : AccuracySuite("planted", "basil/articles")
{
    private static readonly ImmutableArray<EditKind> Changes =
        [EditKind.Number, EditKind.Negation, EditKind.Antonym, EditKind.Entity, EditKind.Date, EditKind.Place, EditKind.Attribution, EditKind.QuoteWord];

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var parser = new RememberingParser(TrainedParser.Default);
        var articles = BasilArticle.ReadAll(dataFolder);
        var outcomes = new ImmutableArray<Outcome>[articles.Length];
        Parallel.For(0, articles.Length, i =>
        {
            var model = articles[i].Read(articles[i].Text, parser);
            outcomes[i] = [.. PlantedEdit.Plant(articles[i]).Select(edit => Judge(edit, model, parser))];
        });
        var all = outcomes.SelectMany(outcome => outcome).ToList();
        foreach (var outcome in all.OrderBy(outcome => outcome.Edit.Kind))
            if (Line(outcome) is { } line) output.WriteLine(line);

        var figures = new List<Figure>();
        foreach (var kind in Changes)
        {
            var of = all.Where(outcome => outcome.Edit.Kind == kind).ToList();
            figures.Add(new($"{NameOf(kind)} ({of.Count}), recall", Share(of, outcome => outcome.Found), null, 95));
            figures.Add(new($"{NameOf(kind)}, type right where found", Share([.. of.Where(outcome => outcome.Found)], outcome => outcome.TypeRight), null, 95));
            figures.Add(new($"{NameOf(kind)}, false alarms a pair", Mean(of), null, 0.05));
        }
        figures.Add(new("all eight, false alarms a pair", Mean([.. all.Where(outcome => Changes.Contains(outcome.Edit.Kind))]), null, 0.05));
        foreach (var kind in (EditKind[])[EditKind.DroppedParagraph, EditKind.MovedParagraph, EditKind.Typography])
        {
            var of = all.Where(outcome => outcome.Edit.Kind == kind).ToList();
            figures.Add(new($"{NameOf(kind)} ({of.Count}), as it should be", Share(of, outcome => outcome.Found), null, 100));
            figures.Add(new($"{NameOf(kind)}, findings a pair that should not be", Mean(of), null, 0));
        }
        return figures;
    }

    private static Outcome Judge(PlantedEdit edit, SemanticModel model, ISentenceParser parser)
    {
        var edited = edit.Article.Read(edit.Text, parser);
        var comparison = ArticleComparison.Compare([model, edited]);
        var alarms = new List<string>();
        bool found = false, typeRight = false;
        foreach (var difference in comparison.Alignments.SelectMany(alignment => alignment.Differences).Where(difference => difference.Incompatible))
        {
            if (Changes.Contains(edit.Kind) && (Touches(difference.Left, edit.Left) || Touches(difference.Right, edit.Right)))
            {
                found = true;
                typeRight |= IsType(edit.Kind, difference.Kind);
            }
            else alarms.Add($"{difference.Kind} [{Words(model, difference.Left)}] [{Words(edited, difference.Right)}]");
        }
        foreach (var quote in comparison.Quotes.Where(quote => quote.Alteration is not (Alteration.Identical or Alteration.Typography)))
        {
            // Another speaker is at the name, which stands outside of the words.
            bool here = edit.Kind is EditKind.Attribution
                ? quote.Alteration is Alteration.OtherSpeaker && Speakers(model, quote.Left).Any(edit.Left.OverlapsWith)
                : edit.Kind is EditKind.QuoteWord && quote.Left.Any(edit.Left.OverlapsWith);
            if (!here) alarms.Add($"{quote.Alteration} [{Words(model, quote.Left)}]");
            found |= here;
            typeRight |= here && (edit.Kind is EditKind.Attribution || quote.Alteration is Alteration.WordSubstituted && quote.Changes.Any(change => Touches(change.Left, edit.Left)));
        }
        if (Changes.Contains(edit.Kind)) return new Outcome(edit, found, typeRight, alarms);
        alarms.AddRange(Disagreements(comparison, model, edited, edit.Kind is EditKind.DroppedParagraph ? edit.Left : default));
        return new Outcome(edit, alarms.Count == 0, true, alarms);
    }

    /// <summary>Where the speakers of the quotes around some words are named.</summary>
    private static IEnumerable<TextSpan> Speakers(SemanticModel model, ImmutableArray<TextSpan> words) =>
        model.Quotes.Where(quote => quote.Content.Any(content => words.Any(content.OverlapsWith))).Select(quote => quote.Source).OfType<TextSpan>();

    private static bool Touches(ImmutableArray<TextSpan> spans, TextSpan edit) => !edit.IsEmpty && spans.Any(edit.OverlapsWith);

    private static bool IsType(EditKind planted, DifferenceKind found) => found == planted switch
    {
        EditKind.Number => DifferenceKind.Quantity,
        EditKind.Negation => DifferenceKind.Negation,
        EditKind.Antonym => DifferenceKind.Antonym,
        EditKind.Entity => DifferenceKind.Entity,
        EditKind.Date => DifferenceKind.Date,
        EditKind.Place => DifferenceKind.Place,
        _ => DifferenceKind.Attribution,
    };

    /// <summary>What differs between articles that say the same but for a paragraph that the right one lacks.</summary>
    private static IEnumerable<string> Disagreements(StoryComparison comparison, SemanticModel left, SemanticModel right, TextSpan missing)
    {
        foreach (var alignment in comparison.Alignments.Where(alignment => alignment.Relation is not (Relation.Equivalent or Relation.Conflicts)))
            yield return $"{alignment.Relation} [{Claims(left, alignment.Left.Claims)}] [{Claims(right, alignment.Right.Claims)}]";
        int[] expected = [.. Enumerable.Range(0, left.Claims.Length).Where(claim => missing.Contains(left.Claims[claim].Span))];
        foreach (int claim in comparison.OnlyIn[0].Except(expected)) yield return $"only left [{Claims(left, [claim])}]";
        foreach (int claim in expected.Except(comparison.OnlyIn[0])) yield return $"not only left [{Claims(left, [claim])}]";
        foreach (int claim in comparison.OnlyIn[1]) yield return $"only right [{Claims(right, [claim])}]";
    }

    private static string Claims(SemanticModel model, ImmutableArray<int> claims) => string.Join(" / ", claims.Select(claim => model.Tree.Text.ToString(model.Claims[claim].Span)));

    /// <summary>What is wrong with an outcome, in a line; null where all is right.</summary>
    private static string? Line(Outcome outcome)
    {
        string wrong = !outcome.Found ? "MISS" : !outcome.TypeRight ? "TYPE" : outcome.Alarms.Count > 0 ? "ALARM" : "";
        if (wrong.Length == 0 && Environment.GetEnvironmentVariable("ANALYSIS_SHOW_EDITS") is null) return null;
        return $"{(wrong.Length == 0 ? "RIGHT" : wrong)} {outcome.Edit.Kind} {outcome.Edit.Article}: {outcome.Edit.Remark}{(outcome.Alarms.Count > 0 ? " | " + string.Join("; ", outcome.Alarms) : "")}".ReplaceLineEndings(" ");
    }

    private static string Words(SemanticModel model, ImmutableArray<TextSpan> spans) => string.Join(" / ", spans.Select(model.Tree.Text.ToString));

    private static string NameOf(EditKind kind) => kind switch
    {
        EditKind.QuoteWord => "quote word",
        EditKind.DroppedParagraph => "dropped paragraph",
        EditKind.MovedParagraph => "moved paragraph",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static double Share(List<Outcome> outcomes, Predicate<Outcome> condition) => outcomes.Count == 0 ? 0 : 100.0 * outcomes.Count(outcome => condition(outcome)) / outcomes.Count;

    private static double Mean(List<Outcome> outcomes) => outcomes.Count == 0 ? 0 : outcomes.Average(outcome => outcome.Alarms.Count);

    /// <summary>An edit and what the comparison said.</summary>
    private sealed record Outcome(PlantedEdit Edit, bool Found, bool TypeRight, List<string> Alarms);
}
