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
/// <param name="Confidence">
/// That they stand for the same as the mentions before them; <see cref="Confidence.Full"/> for the first mention, which nothing has to be
/// inferred for. Learned or counted on marked texts, so that of the links of one confidence about as many are right.
/// </param>
public readonly record struct Mention(TextSpan Span, int FirstToken, int EndToken, MentionKind Kind, Confidence Confidence)
{
    /// <summary>A mention whose entity is certain.</summary>
    public Mention(TextSpan span, int firstToken, int endToken, MentionKind kind) : this(span, firstToken, endToken, kind, Confidence.Full)
    {
    }

    /// <summary>Whether claims and comparisons build on it: it is a name, or at least three in five of its kind are right.</summary>
    public bool IsSure => Kind is MentionKind.Name || Confidence.Thousandths >= 600;
}

/// <summary>What mentions of one article denote.</summary>
/// <param name="Index">
/// Position in the model's list; the public identifier is <c>e</c> followed by the index plus one. Entities without a name are counted on
/// behind those with one.
/// </param>
/// <param name="Type">What it is.</param>
/// <param name="Name">The fullest name in the article, white space folded; of an entity without a name the words of its first mention that is no pronoun.</param>
/// <param name="Mentions">In order of the text; never empty.</param>
/// <param name="Keys">
/// Forms by which another article may know it, lower case, accents and hyphens folded: full name, last name of a person, acronym, other
/// names of a place, and each as a transliteration in common use spells it. The first is the full name. Empty for an entity without a name.
/// That two entities share a key does not make them one: see <see cref="EntityMatch"/>.
/// </param>
public sealed record Entity(int Index, EntityType Type, string Name, ImmutableArray<Mention> Mentions, ImmutableArray<string> Keys)
{
    /// <summary>The public identifier: <c>e1</c> for the first.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"e{Index + 1}");

    /// <summary>Whether it is several: <em>the two men</em>, <em>Lee and Dahl</em>. Organisations are one.</summary>
    public bool IsGroup { get; init; }
}
