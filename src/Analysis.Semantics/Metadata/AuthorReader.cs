using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Metadata;

/// <summary>Chooses the authors and the agency: words of the byline and what the markup says of it, told apart into persons and organisations.</summary>
internal static class AuthorReader
{
    /// <summary>Most names that are taken from one place.</summary>
    private const int MostNames = 64;

    /// <summary>Names from one place, in order.</summary>
    private sealed record Place(FoundIn FoundIn, int Thousandths, List<StatedValue> Persons);

    /// <summary>Reads authors and the agencies that stand where authors do.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="properties">What the markup says.</param>
    /// <param name="outlets">Names of the outlet, which is no author.</param>
    /// <returns>The authors, and the agencies named beside or instead of them.</returns>
    public static (ImmutableArray<MetadataValue> Authors, ImmutableArray<StatedValue> Agencies) Read(
        SyntaxTree tree, ImmutableArray<DocumentProperty> properties, ImmutableArray<string> outlets)
    {
        var names = outlets.Select(outlet => StatedValue.KeyOf(outlet)).ToHashSet(StringComparer.Ordinal);
        var places = new List<Place>();
        var agencies = ImmutableArray.CreateBuilder<StatedValue>();
        foreach (var group in properties.Where(property => property.Kind is DocumentPropertyKind.Author).GroupBy(property => property.Origin))
        {
            var place = new Place(group.Key.ToFoundIn(), Thousandths(group.Key), []);
            foreach (var property in group) Add(place, property.Value, new TextSpan(0, property.Value.Length), property);
            places.Add(place);
        }
        foreach (var property in properties)
            if (property.Kind is DocumentPropertyKind.AuthoringOrganization && AuthorNames.IsAgency(property.Value))
                agencies.Add(Value(property.Value, property.Text, property.Origin.ToFoundIn(), Thousandths(property.Origin)));
        var byline = new Place(FoundIn.Byline, 900, []);
        foreach (var block in tree.Blocks.TakeWhile(block => block.Section == 0))
            if (block.Kind is SyntaxKind.Byline) Add(byline, tree.Text.Text, block.Span, null);
        // Words of the page come last: markup says what is a name, the byline mixes it with the rest.
        places.Add(byline);
        return (Choose([.. places.Where(place => place.Persons.Count > 0).OrderByDescending(place => place.Thousandths)]), agencies.ToImmutable());

        void Add(Place place, string text, TextSpan within, DocumentProperty? property)
        {
            // An address instead of a name.
            if (text.AsSpan(within.Start, within.Length).Contains("://", StringComparison.Ordinal) || place.Persons.Count >= MostNames) return;
            foreach (var part in AuthorNames.Read(text, within))
            {
                string words = OneLine(text[part.Span.Start..part.Span.End]);
                // Of a property that is shown only the whole is known to be words of the text.
                var span = property is null ? part.Span : part.Span.Length == within.Length ? property.Text : null;
                var value = Value(words, span, place.FoundIn, place.Thousandths);
                if (part.Kind is BylinePartKind.Agency)
                {
                    if (agencies.Count < MostNames) agencies.Add(value);
                }
                else if (!names.Contains(value.Key) && !place.Persons.Exists(known => known.Key == value.Key)) place.Persons.Add(value);
            }
        }
    }

    private static ImmutableArray<MetadataValue> Choose(ImmutableArray<Place> places)
    {
        if (places.IsEmpty) return [];
        // The byline may name more than the markup, which often has room for one.
        var chosen = places[0];
        foreach (var place in places)
            if (place.FoundIn is FoundIn.Byline && place.Persons.Count > chosen.Persons.Count && chosen.Persons.TrueForAll(person => place.Persons.Exists(other => other.Key == person.Key))) chosen = place;
        var others = places.Where(place => place != chosen).SelectMany(place => place.Persons).ToImmutableArray();
        var authors = ImmutableArray.CreateBuilder<MetadataValue>();
        foreach (var person in chosen.Persons)
        {
            ImmutableArray<StatedValue> agreeing = [person, .. others.Where(other => other.Key == person.Key)];
            // Capitals throughout are a matter of setting where another place has them mixed.
            var written = agreeing.FirstOrDefault(value => value.Value.Any(char.IsLower), person);
            var shown = agreeing.FirstOrDefault(value => value.Span is not null);
            authors.Add(new MetadataValue(written.Value, shown.Span, shown.Span is null ? person.FoundIn : shown.FoundIn, new Confidence(StatedValue.Support(agreeing))));
        }
        var missing = others.Where(other => !chosen.Persons.Exists(person => person.Key == other.Key)).DistinctBy(other => other.Key).Select(other => other.ToValue()).ToImmutableArray();
        if (!missing.IsEmpty) authors[0] = authors[0] with { Alternatives = missing };
        return authors.ToImmutable();
    }

    private static StatedValue Value(string value, TextSpan? span, FoundIn foundIn, int thousandths) => new(value, StatedValue.KeyOf(value), span, foundIn, thousandths);

    private static int Thousandths(DocumentPropertyOrigin origin) => origin switch
    {
        DocumentPropertyOrigin.JsonLd or DocumentPropertyOrigin.Feed or DocumentPropertyOrigin.FrontMatter => 940,
        DocumentPropertyOrigin.Microdata => 930,
        DocumentPropertyOrigin.OpenGraph => 920,
        DocumentPropertyOrigin.NamedElement => 890,
        _ => 910,
    };

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
