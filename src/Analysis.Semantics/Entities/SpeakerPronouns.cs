using System.Collections.Immutable;
using Analysis.Language;
using Analysis.Semantics.Quotes;

namespace Analysis.Semantics.Entities;

/// <summary>Gives the <em>I</em> of words said to whoever says them.</summary>
internal static class SpeakerPronouns
{
    /// <summary>Moves pronouns of the first person singular between quotation marks to the speaker of the quote around them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="entities">Its entities.</param>
    /// <param name="quotes">Its quotes, whose speakers are named entities.</param>
    /// <returns>The entities, with the same indices for those with a name.</returns>
    /// <remarks><em>We</em> stays where it is: it may be the speaker's company or country. A link is as sure as its quote.</remarks>
    public static ExtractedEntities Attach(AnnotatedText text, ExtractedEntities entities, ImmutableArray<Quote> quotes)
    {
        var moved = new Dictionary<int, (int Speaker, Confidence Confidence)>();
        foreach (var quote in quotes)
        {
            if (quote.Speaker < 0 || entities.Named[quote.Speaker].Type is not EntityType.Person) continue;
            foreach (var words in quote.Verbatim)
                for (int i = text.TokenAt(words.Start); i < text.Words.Length && text.Tree.Tokens[i].Span.Start < words.End; i++)
                    if (text.Words[i].Upos is Upos.PRON && Pronouns.Of(text.Form(i)) is PronounKind.I) moved.TryAdd(i, (quote.Speaker, quote.Confidence));
        }
        if (moved.Count == 0) return entities;
        var added = moved.GroupBy(pronoun => pronoun.Value.Speaker).ToDictionary(
            group => group.Key, group => group.Select(pronoun => new Mention(text.Tree.Tokens[pronoun.Key].Span, pronoun.Key, pronoun.Key + 1, MentionKind.Pronoun, pronoun.Value.Confidence)));
        ImmutableArray<Entity> named =
        [
            .. entities.Named.Select(entity => added.TryGetValue(entity.Index, out var pronouns)
                ? entity with { Mentions = [.. entity.Mentions.Concat(pronouns).OrderBy(mention => mention.FirstToken).ThenByDescending(mention => mention.EndToken)] }
                : entity),
        ];
        var unnamed = entities.Unnamed
            .Select(entity => entity.Mentions.Any(mention => moved.ContainsKey(mention.FirstToken)) ? entity with { Mentions = entity.Mentions.RemoveAll(mention => mention.Kind is MentionKind.Pronoun && moved.ContainsKey(mention.FirstToken)) } : entity)
            .Where(entity => entity.Mentions.Length > 1)
            .OrderBy(entity => entity.Mentions[0].FirstToken)
            .Select((entity, index) => entity with { Index = named.Length + index });
        return new ExtractedEntities(named, [.. unnamed]);
    }
}
