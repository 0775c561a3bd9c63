using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Reports of the same event among many: for each text the two nearest others, and how many of them report its event. Whole articles with
/// dates (BASIL), and titles with ledes without any date (the roundups of AllSides), where several roundups are about one affair.
/// </summary>
/// <remarks>
/// The floor is what cosines of plain words give, weighed by how few texts have them. Which words count as terms, how many neighbours show what
/// is usual, and how much the nearest lend were chosen on the AllSides texts; on three parts of their train file lending gives one to two points too.
/// </remarks>
internal sealed class StoriesSuite() : AccuracySuite("stories", "basil/articles", "neus-allsides/val.source")
{
    private const int Nearest = 2;

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var articles = BasilArticle.ReadAll(dataFolder);
        var models = new SemanticModel[articles.Length];
        Parallel.For(0, articles.Length, i => models[i] = articles[i].Read(articles[i].Text, TrainedParser.Default));
        string[] events = [.. articles.Select(article => article.Event)];
        var basil = Measure("BASIL", [.. models], events, [.. articles.Select(article => article.Text)], output);

        var roundups = File.ReadLines(Path.Combine(dataFolder, "neus-allsides", "val.source")).SelectMany((line, i) => Texts(line).Select(text => (Roundup: i, Text: text))).ToList();
        var read = new SemanticModel[roundups.Count];
        Parallel.For(0, roundups.Count, i => read[i] = SemanticModel.Build(SyntaxTree.Parse(SourceText.From(roundups[i].Text)), TrainedParser.Default));
        var neus = Measure("AllSides", [.. read], [.. roundups.Select(text => $"{text.Roundup}")], [.. roundups.Select(text => text.Text)], output);
        return [.. basil.Figures(98), .. Verdicts([.. models], events, basil.Index, output), .. neus.Figures(null)];
    }

    /// <summary>The texts of one line: titles with their ledes, a report each.</summary>
    internal static IEnumerable<string> Texts(string line) => line.Split("[SEP]").Select(text =>
    {
        int lede = text.IndexOf("ARTICLE=>", StringComparison.Ordinal);
        string title = text[..lede].Replace("TITLE=>", "", StringComparison.Ordinal).Trim();
        return $"{title}\n\n{text[(lede + "ARTICLE=>".Length)..].Trim()}\n";
    });

    private static Measured Measure(string name, ImmutableArray<SemanticModel> models, string[] events, ImmutableArray<string> texts, TextWriter output)
    {
        var index = StoryIndex.Of(models);
        int right = 0;
        for (int i = 0; i < models.Length; i++)
        {
            var nearest = index.Nearest(i, Nearest);
            right += nearest.Count(other => events[other.Article] == events[i]);
            foreach (var other in nearest.Where(other => events[other.Article] != events[i]))
                output.WriteLine($"{name}, other event ({other.Closeness}): {FirstLine(texts[i])} | {FirstLine(texts[other.Article])}");
        }
        return new Measured(name, index, 100.0 * right / (Nearest * models.Length), 100.0 * PlainRight(texts, events) / (Nearest * models.Length));
    }

    private static string FirstLine(string text) => text[..text.IndexOf('\n', StringComparison.Ordinal)];

    /// <summary>How the product judges pairs of one event, and the nearest pairs of two.</summary>
    private static IEnumerable<Figure> Verdicts(ImmutableArray<SemanticModel> models, string[] events, StoryIndex index, TextWriter output)
    {
        var pairs = Enumerable.Range(0, models.Length).SelectMany(i => index.Nearest(i, 6).Select(other => other.Article).Concat(Enumerable.Range(0, models.Length).Where(j => j != i && events[i] == events[j])).Select(j => (Left: Math.Min(i, j), Right: Math.Max(i, j)))).Distinct().Order().ToList();
        var verdicts = new Verdict[pairs.Count];
        Parallel.For(0, pairs.Count, p => verdicts[p] = ArticleComparison.Compare([models[pairs[p].Left], models[pairs[p].Right]]).Relatedness[0].Verdict);
        int same = 0, found = 0, others = 0, taken = 0;
        for (int p = 0; p < pairs.Count; p++)
        {
            bool one = events[pairs[p].Left] == events[pairs[p].Right], judged = verdicts[p] is not (Verdict.SameTopic or Verdict.Unrelated);
            same += one ? 1 : 0;
            found += one && judged ? 1 : 0;
            others += one ? 0 : 1;
            taken += !one && judged ? 1 : 0;
            if (one != judged) output.WriteLine($"{verdicts[p]} though {(one ? "one event" : "two events")}: {FirstLine(models[pairs[p].Left].Tree.Text.Text)} | {FirstLine(models[pairs[p].Right].Tree.Text.Text)}");
        }
        yield return new Figure($"BASIL, pairs of one event ({same}), judged the same story", 100.0 * found / same);
        yield return new Figure($"BASIL, nearest pairs of two events ({others}), judged the same story", 100.0 * taken / others);
    }

    // ---- the floor ----

    private static int PlainRight(ImmutableArray<string> texts, string[] events)
    {
        var vectors = texts.Select(text => text.ToLowerInvariant().Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries).CountBy(word => word).ToDictionary(word => word.Key, word => (double)word.Value)).ToList();
        var frequencies = vectors.SelectMany(vector => vector.Keys).CountBy(word => word).ToDictionary(word => word.Key, word => word.Value);
        foreach (var vector in vectors)
        {
            foreach (string word in vector.Keys.ToList()) vector[word] *= Math.Log((1.0 + vectors.Count) / (1 + frequencies[word])) + 1;
            double length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
            foreach (string word in vector.Keys.ToList()) vector[word] /= length;
        }
        int right = 0;
        for (int i = 0; i < vectors.Count; i++)
            right += Enumerable.Range(0, vectors.Count).Where(j => j != i).OrderByDescending(j => vectors[i].Sum(word => vectors[j].TryGetValue(word.Key, out double weight) ? word.Value * weight : 0)).Take(Nearest).Count(j => events[j] == events[i]);
        return right;
    }

    /// <summary>Percent of the nearest two that report the same event, and the floor.</summary>
    private sealed record Measured(string Name, StoryIndex Index, double Precision, double Floor)
    {
        public IEnumerable<Figure> Figures(double? aimed) =>
        [
            new($"{Name}, precision of the nearest {Nearest}", Precision, Floor, aimed),
            new($"{Name}, precision of the nearest {Nearest}, plain words", Floor),
        ];
    }
}
