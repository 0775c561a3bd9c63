using System.Globalization;
using System.Text.Json;
using Analysis.Training;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>What people say of two sentences.</summary>
internal enum PassageLabel
{
    /// <summary>Neither follows from the other; or, where that is asked, they do not mean the same.</summary>
    Neutral,

    /// <summary>The right follows from the left; or, where that is asked, they mean the same.</summary>
    Entailment,

    /// <summary>They cannot both hold.</summary>
    Contradiction,
}

/// <summary>Two sentences of a labelled set.</summary>
/// <param name="Left">The one.</param>
/// <param name="Right">The other.</param>
/// <param name="Label">What people say of them.</param>
/// <param name="Kind">In what they differ; empty where the set does not tell.</param>
internal sealed record PassagePair(string Left, string Right, PassageLabel Label, string Kind = "")
{
    /// <summary>Sentences Involving Compositional Knowledge, the parts given.</summary>
    public static IEnumerable<PassagePair> Sick(string dataFolder) =>
        Lines(dataFolder, "sick/SICK_train.txt").Concat(Lines(dataFolder, "sick/SICK_trial.txt")).Select(f => new PassagePair(f[1], f[2], LabelOf(f[4])));

    /// <summary>Pairs that differ by one word.</summary>
    public static IEnumerable<PassagePair> OneWord(string dataFolder)
    {
        foreach (string line in File.ReadLines(Path.Combine(dataFolder, "breaking-nli/dataset.jsonl")))
        {
            using var pair = JsonDocument.Parse(line);
            string Field(string name) => pair.RootElement.GetProperty(name).GetString()!;
            yield return new PassagePair(Field("sentence1"), Field("sentence2"), LabelOf(Field("gold_label")), Field("category"));
        }
    }

    /// <summary>Pairs where a negation matters.</summary>
    public static IEnumerable<PassagePair> Negation(string dataFolder, string part) =>
        Lines(dataFolder, $"negation-nli/{part}.tsv").Select(f => new PassagePair(f[1], f[2], LabelOf(f[3])));

    /// <summary>A sentence of news and a headline that follows from it or not, mostly for its figures.</summary>
    public static IEnumerable<PassagePair> News(string dataFolder) =>
        Lines(dataFolder, "equate-quant/NewsNLI.tsv").Select(f => new PassagePair(MeaningPair.Plain(f[1]), MeaningPair.Plain(f[2]), LabelOf(f[3])));

    /// <summary>Sentences of news that mean the same or not: the part that nothing is set on.</summary>
    public static IEnumerable<PassagePair> Paraphrases(string dataFolder) =>
        Lines(dataFolder, "msrp/msr-para-val.tsv").Select(f => new PassagePair(f[3], f[4], f[0] is "1" ? PassageLabel.Entailment : PassageLabel.Neutral));

    /// <summary>Sentences of the same words that mean the same or not.</summary>
    public static IEnumerable<PassagePair> WordOrder(string dataFolder) =>
        File.ReadLines(Path.Combine(dataFolder, "pawsx-en/dev.tsv")).Select(line => line.Split('\t'))
            .Select(f => new PassagePair(f[0], f[1], f[2] is "1" ? PassageLabel.Entailment : PassageLabel.Neutral));

    /// <summary>Headlines with how far they mean the same, from 0 to 5.</summary>
    public static IEnumerable<(string Left, string Right, double Grade)> Headlines(string dataFolder) =>
        from year in (string[])["2013", "2014"]
        from line in File.ReadLines(Path.Combine(dataFolder, "sts", year, "headlines.test.tsv"))
        let fields = line.Split('\t')
        where fields[0].Length > 0
        select (fields[1].Trim(), fields[2].Trim(), double.Parse(fields[0], CultureInfo.InvariantCulture));

    private static IEnumerable<string[]> Lines(string dataFolder, string file) => File.ReadLines(Path.Combine(dataFolder, file)).Skip(1).Select(line => line.Split('\t'));

    private static PassageLabel LabelOf(string word) => word.ToUpperInvariant() switch
    {
        "CONTRADICTION" => PassageLabel.Contradiction,
        "ENTAILMENT" => PassageLabel.Entailment,
        "NEUTRAL" => PassageLabel.Neutral,
        _ => throw new InvalidDataException($"No such label: {word}."),
    };
}
