using System.Collections.Immutable;
using System.Globalization;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Runs the suites. Figures are compared with the snapshot <c>Accuracy/NAME.txt</c>; where there is none, or with <c>--accept</c>, it is
/// written. Data is looked for in the folder that ANALYSIS_DATA names, then in <c>shared/data</c> beside the repository.
/// </summary>
internal static class AccuracySuites
{
    private static readonly ImmutableArray<AccuracySuite> All =
    [
        new TagsSuite(),
        new SentencesSuite(),
        new RawSuite(),
        new NamesSuite(),
        new BlocksSuite(),
        new PagesSuite(),
        new MetadataSuite(),
        new QuantitiesSuite(),
        new DatesSuite(),
        new QuotesSuite(),
        new CoreferenceSuite(),
        new PassagesSuite(),
        new PlantedSuite(),
        new RealPairsSuite(),
        new ReportsSuite(),
        new StoriesSuite(),
        new EventsSuite(),
    ];

    /// <summary>Runs the suites named, all of them without a name.</summary>
    /// <returns>0, or 1 where a figure is below its floor, differs from its snapshot, or a suite named is unknown or lacks its data.</returns>
    public static int Run(ReadOnlySpan<string> arguments, TextWriter output)
    {
        var accept = arguments.Contains("--accept");
        string[] names = [.. arguments];
        names = [.. names.Where(name => name != "--accept")];
        if (names.FirstOrDefault(name => All.All(suite => suite.Name != name)) is { } unknown)
        {
            output.WriteLine($"There is no accuracy suite {unknown}; there are: {string.Join(", ", All.Select(suite => suite.Name))}.");
            return 1;
        }

        var passed = true;
        foreach (var suite in All.Where(suite => names.Length == 0 || names.Contains(suite.Name)))
        {
            output.WriteLine($"# {suite.Name}");
            if (DataFolder.With(suite.Needs) is not { } folder)
            {
                output.WriteLine(
                    $"No folder with {string.Join(", ", suite.Needs)}: neither the one that ANALYSIS_DATA names nor shared/data beside the repository.");
                passed &= names.Length == 0;
                continue;
            }

            passed &= Report(suite, suite.Run(folder, output), accept, output);
        }

        return passed ? 0 : 1;
    }

    private static bool Report(AccuracySuite suite, IReadOnlyList<Figure> figures, bool accept, TextWriter output)
    {
        var width = figures.Max(figure => figure.Name.Length);
        output.WriteLine($"{"".PadRight(width)}   floor  figure  anchor");
        foreach (var figure in figures)
        {
            output.WriteLine(
                $"{figure.Name.PadRight(width)}  {Show(figure.Floor)}  {Show(figure.Value)}  {Show(figure.Anchor)}"
                + (figure.IsBelowFloor ? "  below its floor" : string.Empty));
        }

        return Compare(suite, figures, accept, output) & !figures.Any(figure => figure.IsBelowFloor);
    }

    private static bool Compare(AccuracySuite suite, IReadOnlyList<Figure> figures, bool accept, TextWriter output)
    {
        var path = Path.Combine(Repository.Root, "tests", "Analysis.Benchmarks", "Accuracy", suite.Name + ".txt");
        string[] found = [.. figures.Select(figure => figure.ToString())];
        var known = File.Exists(path) ? File.ReadAllLines(path) : [];
        if (found.AsSpan().SequenceEqual(known))
            return true;
        foreach (var line in known.Except(found, StringComparer.Ordinal))
            output.WriteLine("- " + line);
        foreach (var line in found.Except(known, StringComparer.Ordinal))
            output.WriteLine("+ " + line);
        if (known.Length > 0 && !accept)
        {
            output.WriteLine($"The figures differ from {path}; look why, then accept them with --accept.");
            return false;
        }

        File.WriteAllLines(path, found);
        output.WriteLine($"Written to {path}.");
        return true;
    }

    private static string Show(double? value) => (value?.ToString("F2", CultureInfo.InvariantCulture) ?? "-").PadLeft(6);
}
