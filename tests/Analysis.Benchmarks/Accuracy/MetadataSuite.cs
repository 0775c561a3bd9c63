using System.Collections.Immutable;
using System.IO.Compression;
using Analysis.Semantics.Metadata;
using Analysis.Syntax;

namespace Analysis.Benchmarks.Accuracy;

/// <summary>
/// Title, publication date and authors of real pages, read with their JSON-LD hidden, against what the JSON-LD says. Where it says two
/// things either counts; where it says nothing the page is left out. JSON-LD can itself be wrong: what differs from it is a miss all the
/// same and is printed.
/// </summary>
internal sealed class MetadataSuite() : AccuracySuite("metadata", "article-extraction/html")
{
    public override IReadOnlyList<Figure> Run(string dataFolder, TextWriter output)
    {
        var files = Directory.EnumerateFiles(Path.Combine(dataFolder, "article-extraction", "html"), "*.html.gz").Order(StringComparer.Ordinal).ToList();
        var title = new Tally("title");
        var published = new Tally("day of publication");
        int right = 0, found = 0, stated = 0, others = 0, pages = 0;
        foreach (string file in files)
        {
            string page = Unpack(file), name = Path.GetFileName(file)[..8];
            var gold = Tree(page).Properties.Where(property => property.Origin is DocumentPropertyOrigin.JsonLd).ToImmutableArray();
            if (gold.IsEmpty)
                continue;
            pages++;
            var (metadata, _) = MetadataReader.Read(Tree(page.Replace("ld+json", "ld-none", StringComparison.OrdinalIgnoreCase)), default);
            title.Count(name, Keys(gold), [.. Values(metadata.Title).Select(value => StatedValue.KeyOf(value))], metadata.Title?.Value, output);
            published.Count(name, Days(gold), [.. Values(metadata.Published).Select(value => DayOf(value, gold))], metadata.Published?.Value, output);

            // What of the JSON-LD is the name of a person is told by the rules of the engine; one figure counts all that it calls authors.
            var people = gold.Where(property => property.Kind is DocumentPropertyKind.Author)
                .SelectMany(property => AuthorNames.Read(property.Value, new TextSpan(0, property.Value.Length)).Where(part => part.Kind is BylinePartKind.Person)
                    .Select(part => StatedValue.KeyOf(property.Value.AsSpan(part.Span.Start, part.Span.Length))))
                .ToHashSet(StringComparer.Ordinal);
            var authors = metadata.Authors.Select(author => StatedValue.KeyOf(author.Value)).ToHashSet(StringComparer.Ordinal);
            stated += people.Count;
            others += gold.Count(property => property.Kind is DocumentPropertyKind.Author
                && !AuthorNames.Read(property.Value, new TextSpan(0, property.Value.Length)).Any());
            if (people.Count > 0)
                found += authors.Count;
            right += people.Count(authors.Contains);
            if (people.Count > 0 && !people.SetEquals(authors))
                output.WriteLine($"{name} authors: {string.Join(", ", metadata.Authors.Select(author => author.Value))} instead of {string.Join(", ", people)}");
            if (people.Count == 0 && authors.Count > 0)
                output.WriteLine($"{name} authors: {string.Join(", ", metadata.Authors.Select(author => author.Value))}; JSON-LD: {string.Join(", ", gold.Where(property => property.Kind is DocumentPropertyKind.Author).Select(property => property.Value))}");
        }

        return
        [
            new("pages with JSON-LD", pages),
            // Of two pages the JSON-LD has the title for search engines, not the headline that is printed; of two others the page prints only the day of the last change.
            .. title.Figures(93, 98),
            .. published.Figures(90, 95),
            new("authors, precision", Percent(right, found), 90, 95),
            new("authors, recall", Percent(right, stated), null, 90),
            new("authors, recall, what is no name of a person by its form among them", Percent(right, stated + others)),
        ];
    }

    private static SyntaxTree Tree(string page) => SyntaxTree.Parse(SourceText.From(page), DocumentFormat.Html);

    private static IEnumerable<string> Values(MetadataValue? value) => value is null ? [] : [value.Value, .. value.Alternatives.Select(other => other.Value)];

    private static HashSet<string> Keys(ImmutableArray<DocumentProperty> gold) =>
        gold.Where(property => property.Kind is DocumentPropertyKind.Title).Select(property => StatedValue.KeyOf(property.Value)).ToHashSet(StringComparer.Ordinal);

    private static HashSet<string> Days(ImmutableArray<DocumentProperty> gold) =>
        gold.Where(property => property.Kind is DocumentPropertyKind.Published).Select(property => StatedTime.Read(property.Value)?.Iso[..10]).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The day of a time; of the same moment in another zone the day there.</summary>
    private static string DayOf(string value, ImmutableArray<DocumentProperty> gold)
    {
        if (StatedTime.Read(value) is not { } time)
            return value;
        foreach (var property in gold.Where(property => property.Kind is DocumentPropertyKind.Published))
        {
            if (StatedTime.Read(property.Value) is { Time: not null } moment && time.Time is not null && moment.Agrees(time))
                return moment.Iso[..10];
        }
        return time.Iso[..10];
    }

    private static string Unpack(string file)
    {
        using var stream = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return SourceText.Decode(bytes.ToArray(), isMarkup: true).Text;
    }

    private static double Percent(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;

    /// <summary>Counts pages on which a value is the one that the JSON-LD states.</summary>
    private sealed class Tally(string what)
    {
        private int _right, _kept, _all;

        /// <param name="page">Name of the page.</param>
        /// <param name="expected">What the JSON-LD states; the page is left out where that is nothing.</param>
        /// <param name="found">The value that was chosen, then its alternatives.</param>
        /// <param name="shown">The chosen value as it is.</param>
        /// <param name="output">Is told of a miss.</param>
        public void Count(string page, HashSet<string> expected, ImmutableArray<string> found, string? shown, TextWriter output)
        {
            if (expected.Count == 0)
                return;
            _all++;
            if (found.Any(expected.Contains))
                _kept++;
            if (!found.IsEmpty && expected.Contains(found[0]))
                _right++;
            else
                output.WriteLine($"{page} {what}: {shown ?? "none"} instead of {string.Join(" or ", expected)}");
        }

        public IEnumerable<Figure> Figures(double floor, double anchor)
        {
            yield return new($"{what}, of {_all}", Percent(_right, _all), floor, anchor);
            yield return new($"{what}, chosen or kept as an alternative", Percent(_kept, _all));
        }
    }
}
