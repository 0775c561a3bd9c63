using System.Collections.Frozen;
using System.Collections.Immutable;
using Analysis.Comparison;
using Analysis.Semantics;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Two short reports of one invented event, told independently: other words, other order, other shapes of sentences. Half of the pairs
/// contradict each other in one fact, whose words are marked on both sides; half hold what only looks like a contradiction.
/// </summary>
/// <remarks>
/// A conflict is right when it is of the marked kind and stands at the marked words on both sides; where it names no words on a side, as a
/// negation does where there is none, the claims that it was found between count. The texts lie in <c>reports/</c> and were written without
/// regard to how conflicts are found. Of the held-out part only figures are printed, never a text.
/// </remarks>
internal sealed class ReportsSuite() : AccuracySuite("reports")
{
    private static readonly ImmutableArray<DifferenceKind> Kinds =
        [DifferenceKind.Quantity, DifferenceKind.Negation, DifferenceKind.Antonym, DifferenceKind.Entity, DifferenceKind.Date, DifferenceKind.Place];

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output) =>
        [.. Measure("development", output), .. Measure("held-out", TextWriter.Null)];

    private static List<Figure> Measure(string part, TextWriter output)
    {
        var pairs = ReportPair.Parse(File.ReadLines(Path.Combine(Repository.Root, "tests", "Analysis.Benchmarks", "Accuracy", "reports", part + ".txt")));
        var outcomes = new Outcome[pairs.Length];
        Parallel.For(0, pairs.Length, i => outcomes[i] = Judge(pairs[i]));
        foreach (var outcome in outcomes) Print(outcome, output);

        var guilty = outcomes.Where(outcome => outcome.Pair.Kind is not null).ToList();
        var innocent = outcomes.Where(outcome => outcome.Pair.Kind is null).ToList();
        var found = outcomes.SelectMany(outcome => outcome.Conflicts).ToList();
        return
        [
            new($"{part}, guilty ({guilty.Count}), found", Share(guilty, outcome => outcome.Found)),
            .. Kinds.Select(kind => (Kind: kind, Of: guilty.Where(outcome => outcome.Pair.Kind == kind).ToList()))
                .Select(group => new Figure($"{part}, {group.Kind.ToString().ToLowerInvariant()} ({group.Of.Count}), found", Share(group.Of, outcome => outcome.Found))),
            new($"{part}, guilty, found as another kind", Share(guilty, outcome => !outcome.Found && outcome.Conflicts.Any(conflict => conflict.IsPlaceRight))),
            new($"{part}, guilty, with a conflict elsewhere", Share(guilty, outcome => outcome.Conflicts.Any(conflict => !conflict.IsPlaceRight))),
            new($"{part}, guilty, claims of the marked words aligned", Share(guilty, outcome => !outcome.Aligned.IsEmpty)),
            new($"{part}, guilty, judged one story", Share(guilty, outcome => outcome.IsOneStory)),
            new($"{part}, innocent ({innocent.Count}), with a conflict", Share(innocent, outcome => !outcome.Conflicts.IsEmpty)),
            .. Stories("one event", [.. innocent.Where(outcome => outcome.Pair.OneEvent)]),
            .. Stories("two events", [.. innocent.Where(outcome => !outcome.Pair.OneEvent)]),
            new($"{part}, conflicts", found.Count),
            new($"{part}, conflicts, right in kind and place", found.Count == 0 ? 0 : 100.0 * found.Count(conflict => conflict.IsRight) / found.Count),
            new($"{part}, quantity, found by unequal numbers in like sentences", Share([.. guilty.Where(outcome => outcome.Pair.Kind is DifferenceKind.Quantity)], outcome => outcome.FloorFound)),
            new($"{part}, innocent, with unequal numbers in like sentences", Share(innocent, outcome => outcome.FloorConflicts > 0)),
            new($"{part}, unequal numbers in like sentences, right in kind and place", Rate(outcomes.Sum(outcome => outcome.FloorRight), outcomes.Sum(outcome => outcome.FloorConflicts))),
        ];

        IEnumerable<Figure> Stories(string events, List<Outcome> of) => of.Count == 0 ? [] : [new($"{part}, innocent of {events} ({of.Count}), judged one story", Share(of, outcome => outcome.IsOneStory))];
    }

    private static Outcome Judge(ReportPair pair)
    {
        var (left, right) = (pair.Left.Read(), pair.Right.Read());
        var comparison = ArticleComparison.Compare([left, right]);
        var conflicts = ImmutableArray.CreateBuilder<Conflict>();
        var aligned = ImmutableArray.CreateBuilder<string>();
        foreach (var alignment in comparison.Alignments)
        {
            if (At(pair.Left, left, [], alignment.Left) && At(pair.Right, right, [], alignment.Right))
                aligned.Add($"{alignment.Relation} ({string.Join(", ", alignment.Differences.Select(difference => difference.Kind))}) {alignment.Explanation}");
            foreach (var difference in alignment.Differences.Where(difference => difference.Incompatible))
            {
                bool here = At(pair.Left, left, difference.Left, alignment.Left) && At(pair.Right, right, difference.Right, alignment.Right);
                conflicts.Add(new Conflict(here, here && difference.Kind == pair.Kind, $"{difference.Kind}: {difference.Explanation}"));
            }
        }
        var (floor, floorRight) = Floor(pair, left, right);
        return new Outcome(pair, comparison.Relatedness[0].Verdict, conflicts.DrainToImmutable(), aligned.DrainToImmutable(), floor, floorRight);
    }

    private static bool At(Report report, SemanticModel model, ImmutableArray<TextSpan> words, AlignmentSide side) =>
        (words.IsEmpty ? side.Claims.Select(claim => model.Claims[claim].Span) : words).Any(report.Holds);

    private static void Print(Outcome outcome, TextWriter output)
    {
        var pair = outcome.Pair;
        string name = $"{pair.Number:000} {pair.Kind?.ToString() ?? "Innocent"} {pair.Word}{(pair.OneEvent ? "" : ", two events")} ({outcome.Verdict})";
        if (pair.Kind is not null && !outcome.Found)
            output.WriteLine($"{(outcome.Conflicts.Any(conflict => conflict.IsPlaceRight) ? "KIND" : "MISS")} {name}: {Words(pair.Left)} | {Words(pair.Right)}; {(outcome.Aligned.IsEmpty ? "not aligned" : string.Join("; ", outcome.Aligned))}".ReplaceLineEndings(" "));
        if (pair.OneEvent != outcome.IsOneStory) output.WriteLine($"STORY {name}");
        foreach (var conflict in outcome.Conflicts.Where(conflict => !conflict.IsRight))
            output.WriteLine($"{(pair.Kind is null ? "ALARM" : conflict.IsPlaceRight ? "  as" : "EXTRA")} {name}: {conflict.Explanation}".ReplaceLineEndings(" "));
    }

    private static string Words(Report report) => string.Join(" / ", report.Marked.Select(span => report.Text[span.Start..span.End]));

    private static double Share(List<Outcome> outcomes, Predicate<Outcome> condition) => Rate(outcomes.Count(outcome => condition(outcome)), outcomes.Count);

    private static double Rate(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    // ---- the floor ----

    /// <summary>The numbers that are written as words most; the rest of the figures are digits.</summary>
    private static readonly FrozenSet<string> NumberWords = FrozenSet.Create(
        StringComparer.Ordinal, "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fourteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty");

    /// <summary>What the plainest rule finds: two sentences that share half of the content words of the shorter and hold numbers, of which none is in both.</summary>
    private static (int Conflicts, int Right) Floor(ReportPair pair, SemanticModel left, SemanticModel right)
    {
        var (conflicts, hits) = (0, 0);
        var others = Sentences(right);
        foreach (var (span, words, numbers) in Sentences(left))
        {
            foreach (var other in others)
            {
                if (numbers.Count == 0 || other.Numbers.Count == 0 || numbers.Overlaps(other.Numbers)) continue;
                if (words.Count(other.Words.Contains) * 2 < Math.Max(1, Math.Min(words.Count, other.Words.Count))) continue;
                conflicts++;
                if (pair.Kind is DifferenceKind.Quantity && pair.Left.Holds(span) && pair.Right.Holds(other.Span)) hits++;
            }
        }
        return (conflicts, hits);
    }

    private static List<(TextSpan Span, HashSet<string> Words, HashSet<string> Numbers)> Sentences(SemanticModel model)
    {
        const int ShortestContentWord = 4;
        var sentences = new List<(TextSpan Span, HashSet<string> Words, HashSet<string> Numbers)>();
        foreach (var sentence in model.Tree.Sentences)
        {
            var (words, numbers) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
            for (int token = sentence.FirstToken; token < sentence.EndToken; token++)
            {
                string form = model.Text.Form(token).ToString().ToLowerInvariant();
                if (NumberWords.Contains(form) || form.Any(char.IsAsciiDigit)) numbers.Add(form);
                else if (form.Length >= ShortestContentWord && form.All(char.IsLetter)) words.Add(form);
            }
            sentences.Add((model.Text.SpanOf(sentence.FirstToken, sentence.EndToken), words, numbers));
        }
        return sentences;
    }

    /// <summary>Something incompatible that was found.</summary>
    /// <param name="IsPlaceRight">Whether it stands at the marked words on both sides.</param>
    /// <param name="IsRight">Whether it is of the marked kind as well.</param>
    /// <param name="Explanation">Its kind and its words for people.</param>
    private sealed record Conflict(bool IsPlaceRight, bool IsRight, string Explanation);

    /// <summary>A pair and what was found in it.</summary>
    /// <param name="Pair">The pair.</param>
    /// <param name="Verdict">How the comparison says that its reports stand to each other.</param>
    /// <param name="Conflicts">What the comparison says is incompatible.</param>
    /// <param name="Aligned">What it says of claims that hold the marked words on both sides, a line for people each; a conflict can only be found between such.</param>
    /// <param name="FloorConflicts">How many pairs of sentences the plainest rule takes for conflicts.</param>
    /// <param name="FloorRight">How many of these are right.</param>
    private sealed record Outcome(ReportPair Pair, Verdict Verdict, ImmutableArray<Conflict> Conflicts, ImmutableArray<string> Aligned, int FloorConflicts, int FloorRight)
    {
        public bool Found => Conflicts.Any(conflict => conflict.IsRight);

        public bool FloorFound => FloorRight > 0;

        /// <summary>Reports of two events are not held against each other.</summary>
        public bool IsOneStory => Verdict is not (Verdict.SameTopic or Verdict.Unrelated);
    }
}
