using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Entities;

/// <summary>What an entity is.</summary>
public enum EntityType
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A company, agency, ministry, team, party.</summary>
    Organization,

    /// <summary>A place.</summary>
    Location,

    /// <summary>A nationality, religious or political group.</summary>
    Norp,

    /// <summary>A named event.</summary>
    Event,

    /// <summary>Any other name.</summary>
    Other,
}

/// <summary>How a mention names its entity.</summary>
public enum MentionKind
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>By a common noun: <em>the minister</em>.</summary>
    Nominal,

    /// <summary>By a pronoun.</summary>
    Pronoun,
}

/// <summary>Words that stand for an entity.</summary>
/// <param name="Span">The words.</param>
/// <param name="FirstToken">First token of the words.</param>
/// <param name="EndToken">Just past the last token.</param>
/// <param name="Kind">How they name it.</param>
public readonly record struct Mention(TextSpan Span, int FirstToken, int EndToken, MentionKind Kind);

/// <summary>What mentions of one article denote.</summary>
/// <param name="Index">Position in the model's list; the public identifier is <c>e</c> followed by the index plus one.</param>
/// <param name="Type">What it is.</param>
/// <param name="Name">The fullest name in the article, white space folded.</param>
/// <param name="Mentions">In order of the text; never empty.</param>
/// <param name="Keys">
/// Forms by which another article may know it, lower case, accents and hyphens folded: full name, last name of a person, acronym.
/// The first is the full name.
/// </param>
public sealed record Entity(int Index, EntityType Type, string Name, ImmutableArray<Mention> Mentions, ImmutableArray<string> Keys)
{
    /// <summary>The public identifier: <c>e1</c> for the first.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{Index + 1}");
}
