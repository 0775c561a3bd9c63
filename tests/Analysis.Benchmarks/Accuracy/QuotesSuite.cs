using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Analysis.Language;
using Analysis.Semantics;
using Analysis.Semantics.Entities;
using Analysis.Semantics.Quotes;
using Analysis.Syntax;
using Analysis.Training;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Who said what, on the development part of PolNeAR, where every attribution is marked, thoughts, wishes and attitudes among them; and who
/// speaks the quotations of BASIL.
/// </summary>
/// <remarks>
/// An attribution that is found is paired with at most one marked one and the other way: those whose cues share most characters first, then,
/// of those left, those whose contents do. Nested attributions are pairs of their own. A part is exact when the part of its pair has the same
/// words; a content has its parts one by one, so a discontinuous content is exact when every part is. Spaces and quotation marks, commas,
/// colons and full stops at the border of a part do not count: the corpus has marks inside of the content, the model outside;
/// nor does "that" in front of a clause, which the corpus takes into the content and the model, which shows words said, does not. A quotation
/// that goes on behind the cue is one attribution in the corpus; in the model it is a quote of its own without a cue, and is joined to the quotation before
/// it. Contents overlap when they share a character that counts. Precision is over what was found, recall over what was marked, parts that are not there
/// left out. Quoted are those with a quotation mark in their content. The anchors are those of BBC Citron, measured on another corpus (PARC 3.0).
/// </remarks>
internal sealed class QuotesSuite() : AccuracySuite("quotes", "polnear/dev", "basil/articles")
{
    private const string Border = " \t\r\n\u00a0\"“”'‘’`,.:;«»";

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        string? part = Environment.GetEnvironmentVariable("ANALYSIS_QUOTES_PART");
        var documents = AttributedDocument.Read(Path.Combine(dataFolder, "polnear", part ?? "dev")).ToList();
        var rules = new Tally();
        var plain = new Tally();
        foreach (var document in documents)
        {
            var model = Read(document.Text);
            var marked = document.Attributions.Where(attribution => attribution.Cue is not null && attribution.Content.Length > 0)
                .Select(attribution => new Attribution(attribution.Source, attribution.Cue!.Value, attribution.Content).Trim(document.Text)).ToList();
            rules.Count(document, marked, [.. Found(model).Select(found => found.Trim(document.Text))], output);
            plain.Count(document, marked, [.. PlainRule(model).Select(found => found.Trim(document.Text))], null);
        }
        rules.ShowMisses(output);
        PrintSpeed(documents, output);
        return [.. rules.Figures(plain), .. rules.Reliability(), .. Speakers(Path.Combine(dataFolder, "basil"), output)];
    }

    private static SemanticModel Read(string text) =>
        SemanticModel.Build(SyntaxTree.Parse(SourceText.From(text)), TrainedParser.Default, default, default);

    // ---- attributions ----

    private sealed record Attribution(ImmutableArray<TextSpan> Source, TextSpan Cue, ImmutableArray<TextSpan> Content, Confidence Confidence = default)
    {
        public Attribution Trim(string text) =>
            new([.. Join(Source, text)], Trim(Cue, text), [.. Join([.. Content.Select(part => WithoutThat(Trim(part, text), text))], text)], Confidence);

        public int Shared(Attribution other) => Content.Sum(mine => other.Content.Sum(theirs => Common(mine, theirs)));

        public static int Common(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

        private static TextSpan WithoutThat(TextSpan span, string text) =>
            text.AsSpan(span.Start, span.Length).StartsWith("that ", StringComparison.OrdinalIgnoreCase) ? new TextSpan(span.Start + 5, span.End) : span;

        // Two parts with nothing between them that counts are one.
        private static IEnumerable<TextSpan> Join(ImmutableArray<TextSpan> parts, string text)
        {
            TextSpan? before = null;
            foreach (var part in parts.Select(part => Trim(part, text)).Where(part => !part.IsEmpty).Order())
            {
                if (before is { } open && text[open.End..Math.Max(open.End, part.Start)].Trim(Border.ToCharArray()).Length == 0)
                {
                    before = open.Union(part);
                    continue;
                }
                if (before is { } closed) yield return closed;
                before = part;
            }
            if (before is { } last) yield return last;
        }

        private static TextSpan Trim(TextSpan span, string text)
        {
            int start = span.Start, end = Math.Min(span.End, text.Length);
            // A cue may be a colon alone.
            if (end - start <= 2 && text[start..end].Contains(':', StringComparison.Ordinal)) return span;
            while (start < end && Border.Contains(text[start], StringComparison.Ordinal)) start++;
            while (end > start && Border.Contains(text[end - 1], StringComparison.Ordinal)) end--;
            return new TextSpan(start, end);
        }
    }

    private static List<Attribution> Found(SemanticModel model)
    {
        var found = new List<Attribution>();
        int last = -1;
        foreach (var quote in model.Quotes)
        {
            if (quote.Cue is { } cue)
            {
                if (quote.Verbatim.Length > 0 || last < 0) last = found.Count;
                found.Add(new Attribution(quote.Source is { } source ? [source] : [], cue, quote.Content, quote.Confidence));
            }
            else if (quote.IsContinuation && last >= 0)
                found[last] = found[last] with { Content = [.. found[last].Content, .. quote.Content] };
        }
        return found;
    }

    /// <summary>What one would write first: "said" in a sentence with a quotation, and the name nearest to it.</summary>
    private static IEnumerable<Attribution> PlainRule(SemanticModel model)
    {
        var names = model.Entities.SelectMany(entity => entity.Mentions).Where(mention => mention.Kind is MentionKind.Name).ToList();
        foreach (var sentence in model.Tree.Sentences)
        {
            int said = Enumerable.Range(sentence.FirstToken, sentence.TokenCount).FirstOrDefault(i => model.Text.Form(i) is "said" or "says", -1);
            if (said < 0) continue;
            var content = model.Tree.Quotations.Where(q => q.Depth == 0 && q.Open >= sentence.FirstToken && q.Open < sentence.EndToken).Select(q => q.Content).ToImmutableArray();
            if (content.IsEmpty) continue;
            var nearest = names.Where(name => name.FirstToken >= sentence.FirstToken && name.EndToken <= sentence.EndToken)
                .OrderBy(name => Math.Abs(name.FirstToken - said)).Select(name => model.Text.SpanOf(name.FirstToken, name.EndToken)).Take(1);
            yield return new Attribution([.. nearest], model.Tree.Tokens[said].Span, content);
        }
    }

    private sealed class Tally
    {
        private readonly Dictionary<string, (int Right, int RightFound, int Found, int Marked)> _counts = new(StringComparer.Ordinal);
        private readonly (int Found, int Right, int Sum)[] _reliability = new (int, int, int)[10];
        private readonly Dictionary<string, Dictionary<string, int>> _misses = new(StringComparer.Ordinal);

        public void Count(AttributedDocument document, List<Attribution> marked, List<Attribution> found, TextWriter? output)
        {
            var pairs = Pair(marked, found);
            var foundOf = pairs.ToDictionary(pair => pair.Marked, pair => pair.Found);
            var markedOf = pairs.ToDictionary(pair => pair.Found, pair => pair.Marked);
            for (int j = 0; j < found.Count; j++)
            {
                ref var tenth = ref _reliability[Math.Min(9, found[j].Confidence.Thousandths / 100)];
                bool right = markedOf.TryGetValue(j, out int i) && marked[i].Shared(found[j]) > 0 && (marked[i].Source.IsEmpty || marked[i].Source.Any(s => found[j].Source.Any(s.OverlapsWith)));
                tenth = (tenth.Found + 1, tenth.Right + (right ? 1 : 0), tenth.Sum + found[j].Confidence.Thousandths);
            }
            Add("", marked, found, foundOf, markedOf, _ => true);
            Add(", quoted", marked, found, foundOf, markedOf, attribution => attribution.Content.Any(part => HasMark(document.Text, part)));
            if (output is not null && Environment.GetEnvironmentVariable("ANALYSIS_SHOW_MISSES") is not null) Show(document, marked, found, foundOf, markedOf, output);
        }

        private void Add(
            string name, List<Attribution> marked, List<Attribution> found, Dictionary<int, int> foundOf, Dictionary<int, int> markedOf, Predicate<Attribution> counts)
        {
            Add("cue, exact" + name, (m, f) => m.Cue == f.Cue, _ => true);
            Add("cue, overlap" + name, (m, f) => m.Cue.OverlapsWith(f.Cue), _ => true);
            Add("source, exact" + name, (m, f) => m.Source.AsSpan().SequenceEqual(f.Source.AsSpan()), a => a.Source.Length > 0);
            Add("source, overlap" + name, (m, f) => m.Source.Any(s => f.Source.Any(s.OverlapsWith)), a => a.Source.Length > 0);
            Add("content, exact" + name, (m, f) => m.Content.AsSpan().SequenceEqual(f.Content.AsSpan()), _ => true);
            Add("content, overlap" + name, (m, f) => m.Shared(f) > 0, _ => true);

            void Add(string figure, Func<Attribution, Attribution, bool> fits, Predicate<Attribution> has)
            {
                var (right, rightFound, allFound, allMarked) = _counts.GetValueOrDefault(figure);
                for (int i = 0; i < marked.Count; i++)
                {
                    if (!counts(marked[i]) || !has(marked[i])) continue;
                    allMarked++;
                    if (foundOf.TryGetValue(i, out int j) && has(found[j]) && fits(marked[i], found[j])) right++;
                }
                for (int j = 0; j < found.Count; j++)
                {
                    if (!counts(found[j]) || !has(found[j])) continue;
                    allFound++;
                    if (markedOf.TryGetValue(j, out int i) && has(marked[i]) && fits(marked[i], found[j])) rightFound++;
                }
                _counts[figure] = (right, rightFound, allFound, allMarked);
            }
        }

        public IEnumerable<Figure> Figures(Tally plain)
        {
            yield return new Figure("PolNeAR, attributions marked", _counts["cue, exact"].Marked);
            yield return new Figure("PolNeAR, attributions found", _counts["cue, exact"].Found);
            foreach (string name in _counts.Keys)
            {
                yield return new Figure($"PolNeAR, {name}, F1", Score(name).F1, Anchor: AnchorOf(name));
                yield return new Figure($"PolNeAR, {name}, precision", Score(name).Precision);
                yield return new Figure($"PolNeAR, {name}, recall", Score(name).Recall);
                yield return new Figure($"PolNeAR, {name}, F1 of the plain rule", plain.Score(name).F1);
            }
        }

        /// <summary>How sure the model is beside how often what is found is marked, with content and source that overlap.</summary>
        public IEnumerable<Figure> Reliability()
        {
            for (int tenth = 0; tenth < _reliability.Length; tenth++)
            {
                var (all, right, sum) = _reliability[tenth];
                if (all == 0) continue;
                yield return new Figure($"PolNeAR, confidence {tenth * 10} to {tenth * 10 + 10} ({all}), mean", sum / 10.0 / all);
                yield return new Figure($"PolNeAR, confidence {tenth * 10} to {tenth * 10 + 10}, right", 100.0 * right / all);
            }
        }

        private static double? AnchorOf(string name) => name switch
        {
            "cue, exact" => 82.3,
            "source, exact" => 82.0,
            "content, exact" => 59.3,
            "content, overlap" => 83.3,
            "content, overlap, quoted" => 95,
            _ => null,
        };

        private (double Precision, double Recall, double F1) Score(string name)
        {
            var (right, rightFound, found, marked) = _counts[name];
            double precision = found == 0 ? 0 : 100.0 * rightFound / found, recall = marked == 0 ? 0 : 100.0 * right / marked;
            return (precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall));
        }

        private static bool HasMark(string text, TextSpan part)
        {
            int start = Math.Max(0, part.Start - 2), end = Math.Min(text.Length, part.End + 2);
            return text.AsSpan(start, end - start).ContainsAny("\"“”«»") || text.AsSpan(start, end - start).Contains("''", StringComparison.Ordinal);
        }

        private static List<(int Marked, int Found)> Pair(List<Attribution> marked, List<Attribution> found)
        {
            var candidates = new List<(int Cue, int Content, int Marked, int Found)>();
            for (int i = 0; i < marked.Count; i++)
                for (int j = 0; j < found.Count; j++)
                    if (Attribution.Common(marked[i].Cue, found[j].Cue) is var cue && marked[i].Shared(found[j]) is var content && cue + content > 0) candidates.Add((cue, content, i, j));
            candidates.Sort((a, b) => (b.Cue, b.Content, -b.Marked, -b.Found).CompareTo((a.Cue, a.Content, -a.Marked, -a.Found)));
            var (usedMarked, usedFound, pairs) = (new HashSet<int>(), new HashSet<int>(), new List<(int, int)>());
            foreach (var (_, _, i, j) in candidates)
                if (!usedMarked.Contains(i) && !usedFound.Contains(j))
                {
                    usedMarked.Add(i);
                    usedFound.Add(j);
                    pairs.Add((i, j));
                }
            return pairs;
        }

        // ---- misses, for the eye ----

        private void Show(AttributedDocument document, List<Attribution> marked, List<Attribution> found, Dictionary<int, int> foundOf, Dictionary<int, int> markedOf, TextWriter output)
        {
            for (int i = 0; i < marked.Count; i++)
            {
                if (!foundOf.TryGetValue(i, out int j)) Write("MISSED", marked[i], null);
                else
                {
                    if (!marked[i].Cue.OverlapsWith(found[j].Cue)) Write("OTHERCUE", marked[i], found[j]);
                    else if (marked[i].Cue != found[j].Cue) Write("CUE", marked[i], found[j]);
                    if (!marked[i].Source.AsSpan().SequenceEqual(found[j].Source.AsSpan())) Write("SOURCE", marked[i], found[j]);
                    if (!marked[i].Content.AsSpan().SequenceEqual(found[j].Content.AsSpan())) Write("CONTENT", marked[i], found[j]);
                }
            }
            for (int j = 0; j < found.Count; j++)
                if (!markedOf.ContainsKey(j)) Write("FALSE", found[j], null);

            void Write(string kind, Attribution what, Attribution? instead)
            {
                var kinds = _misses.TryGetValue(kind, out var known) ? known : _misses[kind] = new Dictionary<string, int>(StringComparer.Ordinal);
                string cue = document.Text[what.Cue.Start..what.Cue.End].ToLowerInvariant();
                kinds[cue] = kinds.GetValueOrDefault(cue) + 1;
                output.WriteLine($"{kind} {Line(document.Text, what)}" + (instead is null ? "" : $"\n     FOUND {Line(document.Text, instead)}"));
            }
        }

        public void ShowMisses(TextWriter output)
        {
            foreach (var (kind, cues) in _misses)
                output.WriteLine($"{kind} {cues.Values.Sum()}: {string.Join(", ", cues.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(60).Select(c => $"{c.Key} {c.Value}"))}");
        }

        private static string Line(string text, Attribution what)
        {
            var marks = what.Source.SelectMany(s => Marks(s, "S")).Concat(Marks(what.Cue, "C")).Concat(what.Content.SelectMany(c => Marks(c, "T"))).OrderBy(m => m.At).ThenBy(m => m.Order).ToList();
            int at = Math.Max(0, marks[0].At - 40);
            var line = new System.Text.StringBuilder();
            foreach (var (position, _, mark) in marks)
            {
                if (position > at) line.Append(text, at, position - at);
                at = Math.Max(at, position);
                line.Append(mark);
            }
            line.Append(text, at, Math.Min(40, text.Length - at));
            return line.ToString().Replace('\n', '/');

            static IEnumerable<(int At, int Order, string Mark)> Marks(TextSpan span, string name) => [(span.Start, 1, $"[{name} "), (span.End, 0, "]")];
        }
    }

    // ---- speed ----

    private static void PrintSpeed(List<AttributedDocument> documents, TextWriter output)
    {
        // Not part of the snapshot: what quotes cost is measured beside everything else that is read from the same trees.
        var models = documents.Take(40).Select(document => Read(document.Text)).ToList();
        long tokens = models.Sum(model => (long)model.Tree.Tokens.Length);
        double all = Time(() =>
        {
            foreach (var document in documents.Take(40)) Read(document.Text);
        });
        double quotes = Time(() =>
        {
            foreach (var model in models)
                QuoteExtractor.Extract(model.Text, model.Entities, SemanticModelBuilder.EntityOfTokens(model.Text, model.Entities), SemanticModelBuilder.QuotedTokens(model.Tree), default);
        });
        output.WriteLine($"{tokens / all:F0} tokens a second with quotes, {tokens / Math.Max(1e-6, all - quotes):F0} without, {tokens / quotes:F0} for quotes alone (not part of the snapshot)");

        static double Time(Action action)
        {
            action();
            double best = double.MaxValue;
            for (int run = 0; run < 3; run++)
            {
                var watch = Stopwatch.StartNew();
                action();
                best = Math.Min(best, watch.Elapsed.TotalSeconds);
            }
            return best;
        }
    }

    // ---- speakers ----

    /// <summary>Quoted spans of BASIL whose speaker is a person with a name: right where the quote around it is spoken by an entity that bears the last name.</summary>
    private static IEnumerable<Figure> Speakers(string folder, TextWriter output)
    {
        int all = 0, right = 0, wrong = 0, unknown = 0, without = 0;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(folder, "articles"), "*.json").Order(StringComparer.Ordinal))
        {
            using var article = JsonDocument.Parse(File.ReadAllText(path));
            string annotations = Path.Combine(folder, "annotations", Path.GetFileNameWithoutExtension(path) + "_ann.json");
            if (!File.Exists(annotations)) continue;
            using var annotated = JsonDocument.Parse(File.ReadAllText(annotations));
            string text = article.RootElement.GetProperty("title").GetString() + "\n\n" + string.Join(
                "\n\n", article.RootElement.GetProperty("body-paragraphs").EnumerateArray().Select(paragraph => string.Join(' ', paragraph.EnumerateArray().Select(sentence => sentence.GetString()))));
            SemanticModel? model = null;
            foreach (var span in annotated.RootElement.GetProperty("phrase-level-annotations").EnumerateArray())
            {
                string speaker = span.GetProperty("speaker").GetString()!, words = span.GetProperty("txt").GetString()!;
                if (span.GetProperty("quote").GetString() != "yes" || !IsPerson(speaker) || text.IndexOf(words, StringComparison.Ordinal) is not (>= 0 and var start)) continue;
                model ??= Read(text);
                all++;
                var around = new TextSpan(start, start + words.Length);
                // The narrowest quote that holds most of the words.
                var quote = model.Quotes.Where(quote => quote.Content.Sum(part => Attribution.Common(part, around)) * 2 >= words.Length).MinBy(quote => quote.Content.Sum(part => part.Length));
                string last = speaker.Replace("_Jr.", "", StringComparison.Ordinal)[(speaker.Replace("_Jr.", "", StringComparison.Ordinal).LastIndexOf('_') + 1)..];
                string found = quote is { Speaker: >= 0 } ? model.Entities[quote.Speaker].Name : "?";
                if (quote is null) without++;
                else if (quote.Speaker < 0) unknown++;
                else if (found.Contains(last, StringComparison.Ordinal)) right++;
                else wrong++;
                if (!found.Contains(last, StringComparison.Ordinal) && Environment.GetEnvironmentVariable("ANALYSIS_SHOW_MISSES") is not null)
                    output.WriteLine($"SPEAKER {speaker}: {(quote is null ? "no quote" : found)}: {words[..Math.Min(100, words.Length)]} ({(quote?.Source is { } who ? text[who.Start..who.End] : "-")}, {(quote?.Cue is { } by ? text[by.Start..by.End] : "-")})");
            }
        }
        yield return new Figure($"BASIL, speakers that are persons ({all}), right", 100.0 * right / all);
        yield return new Figure("BASIL, speakers, another one given", 100.0 * wrong / all);
        yield return new Figure("BASIL, speakers, unknown", 100.0 * unknown / all);
        yield return new Figure("BASIL, speakers, no quote found", 100.0 * without / all);

        static bool IsPerson(string speaker) => !speaker.StartsWith("other_", StringComparison.Ordinal) && speaker.Contains('_', StringComparison.Ordinal)
            && speaker.Split('_')[^1] is not ("lawmakers" or "Lawmakers" or "members" or "officials" or "Democrats" or "Republicans" or "campaign");
    }
}
