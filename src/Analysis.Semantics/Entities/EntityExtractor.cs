using System.Collections.Immutable;
using Analysis.Language;

namespace Analysis.Semantics.Entities;

/// <summary>The entities of an article: those with a name, and those that are only spoken of.</summary>
internal readonly record struct ExtractedEntities(ImmutableArray<Entity> Named, ImmutableArray<Entity> Unnamed);

/// <summary>Finds what an article speaks of, and everything that it says for it.</summary>
/// <remarks>
/// <see cref="NameReader"/> finds names and types them, <see cref="NameGrouper"/> joins those that denote one entity, <see cref="ReferenceReader"/>
/// finds what pronouns and descriptions stand for. Where that is not sure, a name stays an entity by itself and a pronoun stands for nothing.
/// </remarks>
internal static class EntityExtractor
{
    /// <summary>A reference that is right less often than this is not said.</summary>
    private static readonly Confidence LeastSure = new(400);

    /// <summary>Whether the word is the name of a month, a weekday, a time zone or a feast.</summary>
    public static bool IsCalendarWord(ReadOnlySpan<char> word) => NameReader.IsCalendarWord(word);

    /// <summary>Finds the entities of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quoted">For every token whether it stands between quotation marks.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static ExtractedEntities Extract(AnnotatedText text, bool[] quoted, CancellationToken cancellation)
    {
        var named = NameGrouper.Group(text, NameReader.Read(text, cancellation));
        var unnamed = new ReferenceReader(text, quoted, named, ReferenceModel.Default, new ReferenceFeatures()).Read(cancellation);
        var entities = Complete(text, named, 0);
        return new ExtractedEntities(entities, Complete(text, unnamed, entities.Length));
    }

    private static ImmutableArray<Entity> Complete(AnnotatedText text, List<EntityChain> chains, int first)
    {
        foreach (var chain in chains)
        {
            chain.Mentions.RemoveAll(mention => mention.Kind is not MentionKind.Name && mention.Confidence < LeastSure);
            chain.Mentions.Sort((a, b) => (a.FirstToken, -a.EndToken).CompareTo((b.FirstToken, -b.EndToken)));
        }
        chains.RemoveAll(chain => chain.Mentions.Count < (chain.IsNamed ? 1 : 2));
        chains.Sort((a, b) => (a.Mentions[0].FirstToken, a.Mentions[0].EndToken).CompareTo((b.Mentions[0].FirstToken, b.Mentions[0].EndToken)));
        return
        [
            .. chains.Select((chain, index) => new Entity(
                first + index, chain.Type, NameOf(text, chain), [.. chain.Mentions], chain.IsNamed ? [.. NameKeys.All(chain.Type, chain.Key, chain.Aliases.Order(StringComparer.Ordinal))] : []) { IsGroup = chain.IsPlural }),
        ];
    }

    /// <summary>The name, or the words of the first mention that is no pronoun, or the first pronoun.</summary>
    private static string NameOf(AnnotatedText text, EntityChain chain)
    {
        if (chain.IsNamed) return chain.Name;
        int first = Math.Max(0, chain.Mentions.FindIndex(mention => mention.Kind is not MentionKind.Pronoun));
        return string.Join(' ', text.Tree.Text.ToString(chain.Mentions[first].Span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
