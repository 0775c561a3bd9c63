using System.Globalization;
using System.Text.Json;
using Analysis.Language;
using Analysis.Language.Words;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>
/// Asks for the relation of every two words by which two sentences of a pair differ, and compares it with what people say of the sentences.
/// </summary>
/// <remarks>Nothing is learned from the pairs. A pair of words counts once a category, however many sentences it stands in.</remarks>
internal static class WordScores
{
    private readonly record struct Asked(string Category, string Label, string Left, string Right, WordRelation Relation);

    /// <summary>Reads dataset.jsonl of a folder: sentence1, sentence2, category and gold_label on every line.</summary>
    public static void Print(string folder, TrainedParser parser, WordRelations relations)
    {
        var asked = File.ReadLines(Path.Combine(folder, "dataset.jsonl")).Select(line => Ask(line, parser, relations)).OfType<Asked>()
            .DistinctBy(pair => (pair.Category, pair.Label, pair.Left, pair.Right)).ToArray();
        string[] kinds = ["Same", "Opposite", "Exclusive", "Converse", "Broader/Narrower", "Implies", "other", "None"];
        Console.WriteLine($"{"category",-18} {"label",-14} {"pairs",5}  {string.Join("  ", kinds)}");
        foreach (var group in asked.GroupBy(pair => (pair.Category, pair.Label)).OrderBy(group => group.Key.Category, StringComparer.Ordinal).ThenBy(group => group.Key.Label, StringComparer.Ordinal))
        {
            var counts = group.CountBy(pair => Column(pair.Relation.Kind)).ToDictionary();
            Console.WriteLine($"{group.Key.Category,-18} {group.Key.Label,-14} {group.Count(),5}  "
                + string.Join("  ", kinds.Select(kind => counts.GetValueOrDefault(kind).ToString(CultureInfo.InvariantCulture).PadLeft(kind.Length))));
        }

        // What excludes speaks for a contradiction, what is the same against it. Figures of words cannot decide for neutral pairs.
        foreach (var minimum in new[] { 1, 2, 3 })
        {
            var apart = asked.Where(pair => Excludes(pair.Relation.Kind) && pair.Relation.Strength >= minimum).ToArray();
            var same = asked.Where(pair => pair.Relation.Kind is WordRelationKind.Same && pair.Relation.Strength >= minimum).ToArray();
            Console.WriteLine($"strength {minimum} up: opposite, exclusive or converse {apart.Length}, of which contradictions {Share(apart, "contradiction")} %; "
                + $"same {same.Length}, of which entailments {Share(same, "entailment")} %");
        }
        foreach (var pair in asked.Where(pair => Excludes(pair.Relation.Kind) && pair.Label != "contradiction" || pair.Relation.Kind is WordRelationKind.Same && pair.Label != "entailment"))
            Console.WriteLine($"against the label {pair.Label}: {pair.Relation} ({pair.Relation.Strength})");
    }

    private static bool Excludes(WordRelationKind kind) => kind is WordRelationKind.Opposite or WordRelationKind.Exclusive or WordRelationKind.Converse;

    private static string Column(WordRelationKind kind) => kind switch
    {
        WordRelationKind.Same or WordRelationKind.Opposite or WordRelationKind.Exclusive or WordRelationKind.Converse or WordRelationKind.None => kind.ToString(),
        WordRelationKind.Broader or WordRelationKind.Narrower => "Broader/Narrower",
        WordRelationKind.Implies or WordRelationKind.ImpliedBy => "Implies",
        _ => "other",
    };

    private static string Share(Asked[] of, string label) =>
        (of.Length == 0 ? 0 : 100.0 * of.Count(pair => pair.Label == label) / of.Length).ToString("F1", CultureInfo.InvariantCulture);

    // Null where the sentences differ by more than one word.
    private static Asked? Ask(string line, TrainedParser parser, WordRelations relations)
    {
        var pair = JsonDocument.Parse(line).RootElement;
        var (left, right) = (Read(pair, "sentence1", parser), Read(pair, "sentence2", parser));
        if (left.Words.Length != right.Words.Length) return null;
        int at = -1;
        for (int i = 0; i < left.Words.Length; i++)
        {
            if (left.Form(i).Equals(right.Form(i), StringComparison.OrdinalIgnoreCase)) continue;
            if (at >= 0) return null;
            at = i;
        }
        if (at < 0) return null;
        var (one, other) = (left.Words[at], right.Words[at]);
        return new Asked(pair.GetProperty("category").GetString()!, pair.GetProperty("gold_label").GetString()!, one.Lemma, other.Lemma,
            relations.Relate(one.Lemma, one.Upos, other.Lemma, other.Upos));
    }

    private static AnnotatedText Read(JsonElement pair, string name, TrainedParser parser) =>
        AnnotatedText.Annotate(SyntaxTree.ParsePassage(SourceText.From(pair.GetProperty(name).GetString()!)), parser);
}
