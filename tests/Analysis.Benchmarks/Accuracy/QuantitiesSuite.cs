using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Analysis.Language;
using Analysis.Semantics.Dates;
using Analysis.Semantics.Quantities;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Quantities by the cases of a recognizer of numbers and units: a result is right when its words and its value, or bounds, and its unit are.
/// What a reader of news leaves out on purpose is listed with the reason and is a miss all the same; one figure a model leaves it aside.
/// </summary>
/// <remarks>
/// Where the conventions differ on purpose, ours are mapped here: the words of a quantity include its hedge, theirs do not, except for ranges,
/// where they include <em>equal to</em> and <em>between</em> and we do not; of ranks they include <em>the</em>; a range is one quantity, of
/// which the recognizer of numbers has both ends and that of units the second; bounds are compared without saying to which side an end
/// belongs; <em>miles an hour</em> is a rate; fractions are rounded.
/// </remarks>
internal sealed class QuantitiesSuite() : AccuracySuite("quantities", "recognizers-specs/NumberModel.json")
{
    private static readonly ImmutableArray<(string Model, double Anchor, double Floor)> Models =
    [
        ("Number", 95, 85), ("Ordinal", 95, 60), ("Percent", 95, 66), ("Currency", 95, 95), ("Dimension", 95, 95), ("Temperature", 95, 80), ("Age", 95, 95),
        ("NumberRange", 90, 90),
    ];

    /// <summary>Kinds of result that a reader of news leaves out on purpose.</summary>
    private static readonly ImmutableArray<(string What, string Why, Func<Gold, bool> Is)> OutOfScope =
    [
        ("a part of an address, a date in digits, a telephone number", "names something and measures nothing", gold => gold.Model is "Number" && gold.IsPartOfCode),
        ("a number in a date or with leading zeros", "the dates have it, or it is a code", gold => gold.Model is "Number" && (gold.Text.StartsWith("00", StringComparison.Ordinal) || gold.Input.AsSpan(0, gold.Start).EndsWith(" in "))),
        ("a unit without a number", "nothing is measured", gold => gold.Value is null && gold.Model is not "NumberRange"),
        ("last, next, previous, current by themselves", "every second sentence of news has one, and they rank nothing that figures could be compared on", gold => gold.Model is "Ordinal" && gold.Text is "last" or "next" or "current" or "previous one"),
        ("pm as picometre", "a time of day", gold => gold.Model is "Dimension" && gold.Text.EndsWith(" pm", StringComparison.Ordinal)),
        ("first two, first class, a rank in a name", "ranks no one thing", gold => gold.Model is "Ordinal" && (gold.Input.Contains("first two ", StringComparison.Ordinal) || char.IsUpper(gold.Input[gold.Start]))),
        ("percents of twenty", "words out of order", gold => gold.Model is "Percent" && gold.Text.StartsWith("percents of", StringComparison.Ordinal)),
    ];

    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var figures = new List<Figure>();
        var left = new SortedDictionary<int, int>();
        var reliability = new ReliabilityTable("stated");
        foreach (var (model, anchor, floor) in Models)
        {
            int right = 0, all = 0, inScope = 0, empty = 0, alarms = 0;
            foreach (var (input, golds) in Read(dataFolder, model))
            {
                var found = Extract(input);
                foreach (var quantity in found.Where(quantity => Judges(model, quantity))) reliability.Count(quantity.Confidence, golds.Any(gold => Fits(gold, quantity)));
                if (golds.IsEmpty)
                {
                    empty++;
                    var alarm = found.Where(quantity => Alarms(model, quantity)).ToList();
                    alarms += alarm.Count > 0 ? 1 : 0;
                    foreach (var quantity in alarm) output.WriteLine($"{model}, false alarm: {input[quantity.Span.Start..quantity.Span.End]} in {Shortened(input)}");
                }
                foreach (var gold in golds)
                {
                    all++;
                    int reason = OutOfScope.Select((kind, index) => (kind, index)).Where(kind => kind.kind.Is(gold)).Select(kind => kind.index + 1).FirstOrDefault();
                    bool fits = found.Any(quantity => Counts(model, quantity) && Fits(gold, quantity));
                    if (fits) right++;
                    if (fits || reason == 0) inScope++;
                    else left[reason - 1] = left.GetValueOrDefault(reason - 1) + 1;
                    if (!fits && reason == 0)
                        output.WriteLine($"{model}, missed: {gold.Text} = {gold.Value} {gold.Unit} in {Shortened(input)}; found: {string.Join(", ", found.Select(quantity => Show(input, quantity)))}");
                }
            }
            figures.Add(new($"{model}, of {all}", Percent(right, all), floor, anchor));
            figures.Add(new($"{model}, of {inScope} in scope", Percent(right, inScope)));
            if (empty > 0) figures.Add(new($"{model}, false alarms in {empty} texts without any", alarms));
        }
        foreach (var (kind, count) in left) output.WriteLine($"left out on purpose and counted as missed, {count}: {OutOfScope[kind].What}: {OutOfScope[kind].Why}");
        reliability.Print(output);
        return [.. figures, .. reliability.Figures()];
    }

    /// <summary>Whether a model's cases say if a quantity is right: those of its own kind, and numbers by themselves.</summary>
    private static bool Judges(string model, Quantity quantity) => model switch
    {
        "Number" => quantity.Kind is QuantityKind.Cardinal or QuantityKind.Fraction && quantity.Precision is not Precision.Vague,
        "NumberRange" => quantity.Low is not null && quantity.Kind is not QuantityKind.Score,
        _ => Counts(model, quantity),
    };

    private static ImmutableArray<Quantity> Extract(string input)
    {
        var text = AnnotatedText.Annotate(SyntaxTree.ParsePassage(SourceText.From(input)), TrainedParser.Default);
        return QuantityExtractor.Extract(text, DateExtractor.Extract(text, null, default), default);
    }

    /// <summary>Whether a quantity is of those that a model speaks of.</summary>
    private static bool Counts(string model, Quantity quantity) => model switch
    {
        "Ordinal" => quantity.Kind is QuantityKind.Ordinal,
        "Percent" => quantity.Kind is QuantityKind.Percent,
        "Currency" => quantity.Kind is QuantityKind.Money or QuantityKind.Rate && !IsSpeed(quantity),
        "Dimension" => quantity.Kind is QuantityKind.Dimension || quantity.Kind is QuantityKind.Rate && IsSpeed(quantity),
        "Temperature" => quantity.Kind is QuantityKind.Temperature,
        "Age" => quantity.Kind is QuantityKind.Age,
        "NumberRange" => quantity.Low is not null && quantity.Kind is not QuantityKind.Score || quantity.Precision is not (Precision.Exact or Precision.About or Precision.Vague) || quantity.Kind is QuantityKind.Cardinal,
        _ => quantity.Kind is not QuantityKind.Ordinal && quantity.Precision is not Precision.Vague,
    };

    /// <summary>Whether a quantity in a text where the model has none is an alarm: numbers with units are others' affair, and a number without a bound is no range.</summary>
    private static bool Alarms(string model, Quantity quantity) => model switch
    {
        "Number" => quantity.Kind is QuantityKind.Cardinal or QuantityKind.Fraction,
        "NumberRange" => quantity.Kind is not QuantityKind.Score && (quantity.Low is not null || quantity.Precision is not Precision.Exact),
        _ => Counts(model, quantity),
    };

    private static bool IsSpeed(Quantity quantity) => quantity.Unit.Contains("eter per ", StringComparison.Ordinal) || quantity.Unit.StartsWith("Mile per ", StringComparison.Ordinal);

    private static bool Fits(Gold gold, Quantity quantity)
    {
        if (gold.Model is "NumberRange") return FitsRange(gold, quantity);
        if (gold.Value is null) return false;
        var words = gold.Model is "Number" ? quantity.Number : quantity.Span;
        int start = gold.Model is "Ordinal" && gold.Text.StartsWith("the ", StringComparison.Ordinal) ? gold.Start + 4 : gold.Start;
        bool starts = words.Start == start, ends = words.End == gold.End;
        bool high = quantity.High is { } second && ends && gold.Start > words.Start && IsSame(gold.Value, second);
        bool low = quantity.Low is { } first && starts && gold.End < words.End && IsSame(gold.Value, first);
        if (gold.Model is "Number") return starts && ends && quantity.Value is { } number && IsSame(gold.Value, number) || high || low;
        // A hedge is all that may stand before the amount, or behind it; behind it also what it is per.
        starts |= quantity.Precision is not Precision.Exact && words.Start < gold.Start && gold.Start <= quantity.Number.Start;
        ends |= (quantity.Precision is not Precision.Exact || quantity.Kind is QuantityKind.Rate) && words.End > gold.End && gold.End >= quantity.Number.End;
        bool unit = quantity.Unit == gold.Unit || quantity.Kind is QuantityKind.Rate && quantity.Unit.StartsWith(gold.Unit + " per ", StringComparison.Ordinal);
        return unit && (starts && ends && quantity.Value is { } value && IsSame(gold.Value, value) || high);
    }

    /// <summary>Compares with an interval as <c>(20,35]</c>.</summary>
    private static bool FitsRange(Gold gold, Quantity quantity)
    {
        string[] bounds = gold.Value!.Trim('[', ']', '(', ')').Split(',');
        // "Equal to 5", "between 5 and 7" are theirs whole, of ours the numbers; "about five hundred or more" is ours whole.
        string[] introductions = bounds[0] == bounds[1] || gold.Text.EndsWith(" or less", StringComparison.Ordinal) ? ["equal to ", "equals to ", "equals ", "equaling to "] : ["between "];
        int start = gold.Start + (introductions.FirstOrDefault(words => gold.Text.StartsWith(words, StringComparison.Ordinal))?.Length ?? 0);
        bool about = quantity.Span.Start == start - 6 && gold.Input.AsSpan(0, start).EndsWith("about ");
        if (quantity.Span.End != gold.End || quantity.Span.Start != start && !about) return false;
        if (bounds[0] == bounds[1]) return quantity is { Precision: Precision.Exact, Value: { } point } && IsSame(bounds[0], point);
        if (bounds[0].Length > 0 && bounds[1].Length > 0) return quantity is { Low: { } low, High: { } high } && IsSame(bounds[0], low) && IsSame(bounds[1], high);
        bool open = gold.Value[0] is '(' && bounds[0].Length > 0 || gold.Value[^1] is ')' && bounds[1].Length > 0;
        var precision = (bounds[0].Length > 0, open) switch
        {
            (true, true) => Precision.MoreThan,
            (true, false) => Precision.AtLeast,
            (false, true) => Precision.LessThan,
            (false, false) => Precision.AtMost,
        };
        return quantity.Precision == precision && quantity.Value is { } value && IsSame(bounds[0] + bounds[1], value);
    }

    /// <summary>Equal; where theirs has a long fraction, ours is a rounded one.</summary>
    private static bool IsSame(string gold, decimal value)
    {
        const decimal Rounding = 0.0005m;
        if (!decimal.TryParse(gold.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal expected)) return false;
        bool rounded = decimal.Round(expected, 4) != expected;
        return rounded ? Math.Abs(expected - value) <= Math.Abs(expected) * Rounding : expected == value;
    }

    private static IEnumerable<(string Input, ImmutableArray<Gold> Results)> Read(string dataFolder, string model)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(dataFolder, "recognizers-specs", model + "Model.json")));
        foreach (var element in file.RootElement.EnumerateArray())
        {
            bool skipped = element.TryGetProperty("NotSupported", out var platforms) && platforms.GetString()!.Contains("dotnet", StringComparison.OrdinalIgnoreCase);
            if (skipped) continue;
            string input = element.GetProperty("Input").GetString()!;
            yield return (input, [.. element.GetProperty("Results").EnumerateArray().Select(result => Gold.Of(model, input, result))]);
        }
    }

    private static string Show(string input, Quantity quantity) =>
        $"[{input[quantity.Span.Start..quantity.Span.End]}] {quantity.Kind} {quantity.Value}{quantity.Low}..{quantity.High} {quantity.Unit} {quantity.Precision}";

    private static string Shortened(string input) => input.Length <= 100 ? input : input[..100] + "…";

    private static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    /// <summary>What a case expects.</summary>
    /// <param name="Model">The model.</param>
    /// <param name="Input">The text.</param>
    /// <param name="Start">Where the words start.</param>
    /// <param name="End">Just past them.</param>
    /// <param name="Value">The value, or bounds of a range; null where only a unit is found.</param>
    /// <param name="Unit">The unit; empty for plain numbers, <c>Last</c> for ranks from the end.</param>
    private sealed record Gold(string Model, string Input, int Start, int End, string? Value, string Unit)
    {
        public string Text => Input[Start..End].ToLowerInvariant();

        /// <summary>Whether digits stand beside it with nothing but a full stop, hyphen or stroke between, three groups or more.</summary>
        public bool IsPartOfCode
        {
            get
            {
                int start = Start, end = End;
                while (start > 0 && (char.IsAsciiDigit(Input[start - 1]) || Input[start - 1] is '.' or '/' or '-' or '+')) start--;
                while (end < Input.Length && (char.IsAsciiDigit(Input[end]) || Input[end] is '.' or '/' or '-')) end++;
                return Input[start..end].Split(['.', '/', '-'], StringSplitOptions.RemoveEmptyEntries).Length > 2 && !Text.Contains('/') && !Text.Contains('^');
            }
        }

        // In the files, where the end is inclusive.
        private const string FirstCharacter = "Start", LastCharacter = "End";

        public static Gold Of(string model, string input, JsonElement result)
        {
            var resolution = result.GetProperty("Resolution");
            string? Field(string name) => resolution.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : null;
            string unit = (model, Field("unit") ?? "") switch
            {
                ("Temperature", "C") => "Degree Celsius",
                ("Temperature", "F") => "Degree Fahrenheit",
                ("Percent", _) => "Percent",
                var (_, other) => other,
            };
            string? value = Field("value") is var stated and not "null" ? stated : null;
            // From the end they count the last as 0, we as 1.
            if (model is "Ordinal" && Field("relativeTo") is { } anchor && anchor != "start")
                (value, unit) = ((1 - int.Parse(Field("offset")!, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture), anchor == "end" ? "Last" : "Current");
            return new(model, input, result.GetProperty(FirstCharacter).GetInt32(), result.GetProperty(LastCharacter).GetInt32() + 1, value, unit);
        }
    }
}
