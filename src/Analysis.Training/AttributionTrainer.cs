using System.Globalization;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;

namespace Analysis.Training;

/// <summary>Learns which words attribute, in which frames, and where the parts of an attribution end, from marked attributions.</summary>
/// <remarks>
/// The reader of the product goes through every article; at each choice the marked attribution says what is right, and an averaged perceptron
/// learns to choose it. What is written are a list of words with counts and whole weights of features; no sentence of the corpus.
/// </remarks>
internal sealed class AttributionTrainer : IAttributionChooser
{
    /// <summary>A word that heads fewer marked cues is not learned from: it may be a slip.</summary>
    private const int FewestCues = 2;

    /// <summary>A word of which fewer than one in so many heads a cue is left out: it would cost more time than it finds.</summary>
    private const int MostPerCue = 40;

    /// <summary>A feature that tells the right candidate in fewer choices is left out.</summary>
    private const int FewestUses = 4;

    private const int Epochs = 6;
    private const int Scale = 20;

    /// <summary>Smaller weights are left out: they decide next to nothing and are a third of the list.</summary>
    private const int SmallestWeight = 6;

    private readonly Dictionary<ulong, string> _names = [];
    private readonly Dictionary<string, List<(ulong[][] Candidates, int Right)>> _choices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Cues, int All)> _words = new(StringComparer.OrdinalIgnoreCase);
    private Dictionary<int, Marked> _marked = [];

    /// <summary>A marked attribution in tokens; -1 where a part is not there.</summary>
    private sealed record Marked((int First, int End) Cue, (int First, int End) Source, int SourceHead, (int First, int End) Before, (int First, int End) After);

    /// <summary>Learns and writes <c>attribution-cues.txt</c> and <c>attribution-weights.txt</c>.</summary>
    /// <param name="corpus">The train part of PolNeAR: holds <c>text</c> and <c>attributions</c>.</param>
    /// <param name="folder">Where to write.</param>
    public static void Train(string corpus, string folder)
    {
        var trainer = new AttributionTrainer();
        var articles = AttributedDocument.Read(corpus)
            .Select(document => (Document: document, Text: AnnotatedText.Annotate(SyntaxTree.Parse(SourceText.From(document.Text)), TrainedParser.Default))).ToList();
        foreach (var (document, text) in articles) trainer.CountWords(text, MarkedIn(document, text));
        var features = new FeatureList { Names = trainer._names };
        foreach (var (document, text) in articles)
        {
            trainer._marked = MarkedIn(document, text);
            var reader = new AttributionReader(text, SemanticModelBuilder.QuotedTokens(text.Tree), trainer, features);
            var found = new List<ReadAttribution>();
            foreach (var sentence in text.Tree.Sentences.SelectMany(sentence => sentence.Stretches())) reader.Read(sentence, found);
        }
        trainer.Write(folder, articles.Count);
    }

    /// <inheritdoc/>
    public bool IsCueWord(string lemma) => _words.TryGetValue(lemma, out var counts) && IsCueWord(counts);

    private static bool IsCueWord((int Cues, int All) counts) => counts.Cues >= FewestCues && counts.Cues * MostPerCue >= counts.All;

    /// <inheritdoc/>
    public (int Index, int Margin) Choose(string step, int head, ReadOnlySpan<int> positions, FeatureList features)
    {
        _marked.TryGetValue(head, out var marked);
        int right = marked is null ? -1 : step switch
        {
            "cue" => head,
            "cuefirst" => marked.Cue.First,
            "cueend" => marked.Cue.End,
            "source" => marked.SourceHead,
            "sourcefirst" => marked.Source.First,
            "sourceend" => marked.Source.End,
            "beforefirst" => marked.Before.First,
            "beforeend" => marked.Before.End,
            "afterfirst" => marked.After.First,
            _ => marked.After.End,
        };
        int index = positions.IndexOf(right);
        if (index >= 0)
        {
            var candidates = new ulong[features.Candidates][];
            for (int i = 0; i < candidates.Length; i++) candidates[i] = features.Of(i).ToArray();
            if (!_choices.TryGetValue(step, out var choices)) _choices[step] = choices = [];
            choices.Add((candidates, index));
        }
        return (Math.Max(0, index), 1);
    }

    // ---- what is marked, in tokens ----

    private static Dictionary<int, Marked> MarkedIn(AttributedDocument document, AnnotatedText text)
    {
        var found = new Dictionary<int, Marked>();
        foreach (var attribution in document.Attributions)
        {
            if (attribution.Cue is not { } words || Tokens(text, words) is not { First: >= 0 } cue) continue;
            var sentence = text.SentenceOf(cue.First);
            if (cue.End > sentence.EndToken) continue;
            int head = HeadOf(text, cue);
            var source = attribution.Source.IsEmpty ? (First: -1, End: -1) : Tokens(text, attribution.Source[0].Union(attribution.Source[^1]));
            if (source.First < sentence.FirstToken || source.End > sentence.EndToken) source = (-1, -1);
            (int First, int End) before = (-1, -1), after = (-1, -1);
            foreach (var part in attribution.Content)
            {
                if (Tokens(text, part) is not { First: >= 0 } tokens) continue;
                tokens = (Math.Max(tokens.First, sentence.FirstToken), Math.Min(tokens.End, sentence.EndToken));
                if (tokens.First >= tokens.End) continue;
                if (tokens.End <= cue.First) before = before.First < 0 ? tokens : (Math.Min(before.First, tokens.First), Math.Max(before.End, tokens.End));
                else if (tokens.First >= cue.End) after = after.First < 0 ? tokens : (Math.Min(after.First, tokens.First), Math.Max(after.End, tokens.End));
            }
            found.TryAdd(head, new Marked(cue, source, source.First < 0 ? -1 : HeadOf(text, source), before, after));
        }
        return found;
    }

    /// <summary>The tokens of some words, commas, full stops and quotation marks at their borders left out.</summary>
    private static (int First, int End) Tokens(AnnotatedText text, TextSpan span)
    {
        int first = text.TokenAt(span.Start), end = first;
        while (end < text.Words.Length && text.Tree.Tokens[end].Span.Start < span.End) end++;
        if (end == first + 1) return (first, end);
        while (first < end && IsBorder(first)) first++;
        while (end > first && IsBorder(end - 1)) end--;
        return first < end ? (first, end) : (-1, -1);

        bool IsBorder(int token) => text.Form(token) is "," or "." or ":" or ";" || QuotationMark.Is(text, token);
    }

    /// <summary>The token whose governor stands outside; of several a verb, then a noun.</summary>
    private static int HeadOf(AnnotatedText text, (int First, int End) range)
    {
        int best = -1, rank = int.MaxValue;
        for (int i = range.First; i < range.End; i++)
        {
            if (text.Head(i) is var head && head >= range.First && head < range.End) continue;
            int its = text.Words[i].Upos switch { Upos.VERB => 0, Upos.NOUN => 1, Upos.PROPN => 2, Upos.PRON => 3, Upos.ADJ => 4, Upos.PUNCT => 9, _ => 5 };
            if (its < rank) (best, rank) = (i, its);
        }
        return best;
    }

    private void CountWords(AnnotatedText text, Dictionary<int, Marked> marked)
    {
        for (int i = 0; i < text.Words.Length; i++)
        {
            var (cues, all) = _words.GetValueOrDefault(text.Words[i].Lemma);
            _words[text.Words[i].Lemma] = (cues + (marked.ContainsKey(i) ? 1 : 0), all + 1);
        }
    }

    // ---- learning ----

    private void Write(string folder, int articles)
    {
        string origin = $"the {articles} articles of the train part of PolNeAR (github.com/networkdynamics/PolNeAR, MIT)";
        using (var cues = new StreamWriter(Path.Combine(folder, "attribution-cues.txt")) { NewLine = "\n" })
        {
            cues.WriteLine($"# Counted by 'Analysis.Training attributions' in {origin}: words that head a cue, how often they do, how often they occur.");
            foreach (var (word, counts) in _words.Where(word => IsCueWord(word.Value)).OrderByDescending(word => word.Value.Cues).ThenBy(word => word.Key, StringComparer.Ordinal))
                cues.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{word}\t{counts.Cues}\t{counts.All}"));
        }
        using var weights = new StreamWriter(Path.Combine(folder, "attribution-weights.txt")) { NewLine = "\n" };
        weights.WriteLine($"# Learned by 'Analysis.Training attributions' from {origin}: step:feature=values, weight.");
        foreach (var (step, choices) in _choices.OrderBy(choice => choice.Key, StringComparer.Ordinal))
        {
            var (learned, right) = Learn(choices);
            int written = 0;
            foreach (var (key, weight) in learned.Select(w => (_names[w.Key], (int)Math.Round(w.Value * Scale))).Where(w => Math.Abs(w.Item2) >= SmallestWeight).OrderBy(w => w.Item1, StringComparer.Ordinal))
            {
                weights.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key}\t{weight}"));
                written++;
            }
            Console.WriteLine($"{step}: {choices.Count} choices, {written} features, {100.0 * right / choices.Count:F2} % right in the last round");
        }
    }

    private static (Dictionary<ulong, double> Weights, int Right) Learn(List<(ulong[][] Candidates, int Right)> choices)
    {
        var uses = new Dictionary<ulong, int>();
        foreach (var (candidates, gold) in choices)
            foreach (ulong key in candidates[gold]) uses[key] = uses.GetValueOrDefault(key) + 1;
        // Features to numbers, so that the rounds need no look-up; those that are too rare fall away.
        var numbers = new Dictionary<ulong, int>();
        var all = new Dictionary<ulong, int>();
        foreach (var (candidates, _) in choices)
            foreach (var candidate in candidates)
                foreach (ulong key in candidate) all[key] = all.GetValueOrDefault(key) + 1;
        foreach (var (key, count) in all)
            if (uses.GetValueOrDefault(key) >= FewestUses || count >= FewestUses * 5) numbers[key] = numbers.Count;
        var numbered = choices.ConvertAll(choice => (Candidates: Array.ConvertAll(choice.Candidates, keys => keys.Where(numbers.ContainsKey).Select(key => numbers[key]).ToArray()), choice.Right));
        var weights = new int[numbers.Count];
        var late = new long[numbers.Count];
        long step = 1;
        int right = 0;
        var prng = new Prng(20260101);
        int[] order = [.. Enumerable.Range(0, numbered.Count)];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            right = 0;
            for (int i = order.Length - 1; i > 0; i--)
            {
                int j = prng.Below(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }
            foreach (int index in order)
            {
                var (candidates, gold) = numbered[index];
                int best = 0, most = int.MinValue;
                for (int c = 0; c < candidates.Length; c++)
                {
                    int score = 0;
                    foreach (int feature in candidates[c]) score += weights[feature];
                    if (score > most) (best, most) = (c, score);
                }
                if (best == gold) right++;
                else
                {
                    foreach (int feature in candidates[gold]) Move(feature, 1);
                    foreach (int feature in candidates[best]) Move(feature, -1);
                }
                step++;
            }
        }
        return (numbers.ToDictionary(number => number.Key, number => weights[number.Value] - (double)late[number.Value] / step), right);

        void Move(int feature, int by)
        {
            weights[feature] += by;
            late[feature] += by * step;
        }
    }
}
