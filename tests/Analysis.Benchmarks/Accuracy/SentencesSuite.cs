using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Sentences in running text: of the golden rules, cases of one or more sentences with a space between them, the F1 of borders inside the
/// cases and the share of cases that are right throughout; of the treebanks the F1 of sentences of which both borders fit. The rule in
/// comparison ends a sentence at every stop, question or exclamation mark before white space and a capital.
/// </summary>
internal sealed class SentencesSuite() : AccuracySuite("sentences", "golden-rules-en/golden_rules_en.txt", "treebank/ewt/dev.conllu", "treebank/gum/dev")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        string[] cases = [.. File.ReadLines(Path.Combine(dataFolder, "golden-rules-en", "golden_rules_en.txt")).Where(line => line.Length > 0)];
        return
        [
            .. GoldenRules(cases, output),
            .. TreebankPart.Read(Path.Combine(dataFolder, "treebank")).SelectMany(Treebank),
        ];
    }

    private static IEnumerable<Figure> GoldenRules(string[] cases, TextWriter output)
    {
        int right = 0, correct = 0, gold = 0, found = 0, ruleCorrect = 0, ruleFound = 0;
        foreach (string marked in cases)
        {
            string text = marked.Replace('|', ' ');
            var expected = Borders(marked);
            int[] borders = [.. SyntaxTree.ParsePassage(SourceText.From(text)).Sentences.SkipLast(1).Select(sentence => sentence.Span.End)];
            int[] byRule = [.. ByRule(text).SkipLast(1)];
            (gold, found, ruleFound) = (gold + expected.Count, found + borders.Length, ruleFound + byRule.Length);
            correct += borders.Count(expected.Contains);
            ruleCorrect += byRule.Count(expected.Contains);
            bool all = expected.SetEquals(borders);
            right += all ? 1 : 0;
            if (!all) output.WriteLine($"not as {marked}");
        }
        yield return new("golden rules, F1 of borders by the plain rule", ConlluEvaluation.F1(ruleCorrect, gold, ruleFound));
        yield return new("golden rules, F1 of borders", ConlluEvaluation.F1(correct, gold, found), Floor: 98);
        yield return new("golden rules, cases right throughout", 100.0 * right / cases.Length);
    }

    private static IEnumerable<Figure> Treebank(TreebankPart part)
    {
        ConlluDocument gold = new();
        var byRule = new List<CharacterRange>();
        int start = 0;
        foreach (var document in part.Documents)
        {
            gold.Add(document.Lines);
            foreach (string paragraph in document.Text.Split("\n\n"))
            {
                int from = 0;
                foreach (int border in ByRule(paragraph))
                {
                    int end = start + paragraph.AsSpan(from, border - from).ToString().Count(c => !char.IsWhiteSpace(c));
                    byRule.Add(new CharacterRange(start, end));
                    (start, from) = (end, border);
                }
            }
        }
        bool news = part.Name == "GUM news";
        yield return new($"{part.Name}, F1 of sentences by the plain rule", ConlluEvaluation.F1(gold.Sentences, byRule));
        yield return new($"{part.Name}, F1 of sentences", RawSuite.Evaluate(part).Sentences, Floor: news ? 93 : null);
    }

    // The borders inside of a marked case, where the mark stands for a space.
    private static HashSet<int> Borders(string marked) => [.. Enumerable.Range(0, marked.Length).Where(index => marked[index] == '|')];

    /// <summary>Where sentences end by the plain rule, the end of the text included.</summary>
    private static IEnumerable<int> ByRule(string text)
    {
        for (int i = 1; i + 1 < text.Length; i++)
            if (text[i] == ' ' && text[i - 1] is '.' or '!' or '?' && char.IsUpper(text[i + 1])) yield return i;
        yield return text.Length;
    }
}
