using System.Collections.Immutable;
using System.Globalization;
using Analysis.Comparison;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// What is said of real reports of one event: the conflicts between their claims and the alterations of their quotations, held against what
/// a reader judged of each. Outlets seldom contradict each other, so most of what is found in bulk would be wrong.
/// </summary>
/// <remarks>
/// Judgements are kept in <c>real-pairs.judgements.tsv</c> by articles, places and kinds, without the text; what is found and not judged is
/// counted and printed with both sentences, to be judged. A judgement that nothing finds any more is no error.
/// </remarks>
internal sealed class RealPairsSuite() : AccuracySuite("real-pairs", "basil/articles", "neus-allsides/train.source")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var judgements = Judgement.ReadAll();
        var articles = BasilArticle.ReadAll(dataFolder);
        var basil = articles.Select(article => (article.Event, Name: article.ToString(), Read: new Func<SemanticModel>(() => article.Read(article.Text, TrainedParser.Default))));
        var ledes = File.ReadLines(Path.Combine(dataFolder, "neus-allsides", "train.source")).SelectMany((line, story) => StoriesSuite.Texts(line).Select((text, outlet) => (
            Event: story.ToString(CultureInfo.InvariantCulture), Name: string.Create(CultureInfo.InvariantCulture, $"train.source:{story + 1}.{outlet}"),
            Read: new Func<SemanticModel>(() => SemanticModel.Build(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default)))));
        return [.. Measure("", [.. basil], judgements, output), .. Measure("titles and ledes, ", [.. ledes], judgements, output)];
    }

    /// <summary>Compares the articles of each event pair by pair.</summary>
    private static List<Figure> Measure(string corpus, ImmutableArray<(string Event, string Name, Func<SemanticModel> Read)> articles, Dictionary<string, bool> judgements, TextWriter output)
    {
        var models = new SemanticModel[articles.Length];
        Parallel.For(0, articles.Length, i => models[i] = articles[i].Read());
        var pairs = Enumerable.Range(0, articles.Length).GroupBy(i => articles[i].Event).SelectMany(g => g.SelectMany((left, i) => g.Skip(i + 1).Select(right => (Left: left, Right: right)))).ToList();
        var found = new ImmutableArray<Finding>[pairs.Count];
        Parallel.For(0, pairs.Count, i => found[i] = [.. Findings(articles[pairs[i].Left].Name, models[pairs[i].Left], articles[pairs[i].Right].Name, models[pairs[i].Right])]);
        var all = found.SelectMany(findings => findings).ToList();
        foreach (var finding in all) output.WriteLine($"{Verdict(finding)} {finding.Key}\n    {finding.Remark}\n    {finding.LeftSentence}\n    {finding.RightSentence}");

        var figures = new List<Figure> { new(corpus + "pairs", pairs.Count) };
        Add(corpus + "conflicts", [.. all.Where(finding => !finding.IsQuote)], 0.3);
        Add(corpus + "alterations", [.. all.Where(finding => finding.IsQuote)], null);
        return figures;

        void Add(string name, List<Finding> findings, double? aimed)
        {
            figures.Add(new($"{name} a pair", findings.Count / (double)pairs.Count, null, aimed));
            var judged = findings.Where(finding => judgements.ContainsKey(finding.Key)).ToList();
            figures.Add(new($"{name}, right of those judged", judged.Count == 0 ? 0 : 100.0 * judged.Count(finding => judgements[finding.Key]) / judged.Count, null, 80));
            foreach (var kind in judged.GroupBy(finding => finding.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
                figures.Add(new($"{name}, {kind.Key} ({kind.Count()}), right", 100.0 * kind.Count(finding => judgements[finding.Key]) / kind.Count()));
            figures.Add(new($"{name}, not judged yet", findings.Count - judged.Count));
        }

        string Verdict(Finding finding) => judgements.TryGetValue(finding.Key, out bool right) ? right ? "RIGHT" : "WRONG" : "OPEN";
    }

    private static IEnumerable<Finding> Findings(string left, SemanticModel leftModel, string right, SemanticModel rightModel)
    {
        var comparison = ArticleComparison.Compare([leftModel, rightModel]);
        foreach (var difference in comparison.Alignments.SelectMany(alignment => alignment.Differences).Where(difference => difference.Incompatible))
            yield return Find(difference.Kind.ToString(), difference.Left, difference.Right, difference.Explanation, false);
        foreach (var quote in comparison.Quotes)
            if (quote.Alteration is not (Alteration.Identical or Alteration.Typography or Alteration.Truncated or Alteration.Extended))
                yield return Find(
                    quote.Alteration.ToString(), quote.Left, quote.Right,
                    string.Join("; ", quote.Changes.Select(change => $"[{Words(leftModel, change.Left)}] [{Words(rightModel, change.Right)}]")), true);

        Finding Find(string kind, ImmutableArray<TextSpan> l, ImmutableArray<TextSpan> r, string remark, bool isQuote) => new(
            string.Create(CultureInfo.InvariantCulture, $"{left}\t{Place(l)}\t{right}\t{Place(r)}\t{kind}"), kind, isQuote, remark, SentenceOf(leftModel, l), SentenceOf(rightModel, r));
    }

    private static string Place(ImmutableArray<TextSpan> spans) =>
        spans.IsEmpty ? "-" : string.Join(',', spans.Select(span => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}")));

    private static string Words(SemanticModel model, ImmutableArray<TextSpan> spans) => string.Join(' ', spans.Select(model.Tree.Text.ToString));

    private static string SentenceOf(SemanticModel model, ImmutableArray<TextSpan> spans)
    {
        if (spans.IsEmpty) return "-";
        var sentence = model.Text.SentenceOf(Math.Min(model.Text.TokenAt(spans[0].Start), model.Tree.Tokens.Length - 1));
        return model.Tree.Text.ToString(model.Text.SpanOf(sentence.FirstToken, sentence.EndToken)).ReplaceLineEndings(" ");
    }

    /// <summary>Something found, with the key by which it is judged.</summary>
    private sealed record Finding(string Key, string Kind, bool IsQuote, string Remark, string LeftSentence, string RightSentence);

    /// <summary>What a reader judged.</summary>
    private static class Judgement
    {
        /// <summary>Whether a finding is right, by its key: left article, places, right article, places, kind.</summary>
        public static Dictionary<string, bool> ReadAll()
        {
            string path = Path.Combine(Repository.Root, "tests", "Analysis.Benchmarks", "Accuracy", "real-pairs.judgements.tsv");
            var judgements = new Dictionary<string, bool>(StringComparer.Ordinal);
            foreach (string line in File.ReadLines(path))
            {
                if (line.StartsWith('#') || line.LastIndexOf('\t') is not (> 0 and var verdict)) continue;
                judgements.Add(line[..verdict], line.AsSpan(verdict + 1) switch
                {
                    "right" => true,
                    "wrong" => false,
                    _ => throw new InvalidDataException($"{path}: \"{line[(verdict + 1)..]}\" is neither right nor wrong."),
                });
            }
            return judgements;
        }
    }
}
