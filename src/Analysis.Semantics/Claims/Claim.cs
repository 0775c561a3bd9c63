using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Claims;

/// <summary>Whether a predicate is affirmed or denied.</summary>
public enum Polarity
{
    /// <summary>Affirmed.</summary>
    Positive,

    /// <summary>Denied.</summary>
    Negative,
}

/// <summary>How firmly a predicate is put.</summary>
public enum Modality
{
    /// <summary>As a fact.</summary>
    Asserted,

    /// <summary>As intended or scheduled.</summary>
    Planned,

    /// <summary>As possible.</summary>
    Possible,

    /// <summary>Under a condition.</summary>
    Conditional,

    /// <summary>As what somebody denies.</summary>
    ReportedDenied,

    /// <summary>As a question.</summary>
    Question,
}

/// <summary>Time of a predicate's verb.</summary>
public enum Tense
{
    /// <summary>Past.</summary>
    Past,

    /// <summary>Present.</summary>
    Present,

    /// <summary>Future.</summary>
    Future,

    /// <summary>None, as in a noun.</summary>
    None,
}

/// <summary>Part that a participant plays, with the voice undone: who <em>was attacked</em> is the theme.</summary>
public enum Role
{
    /// <summary>Who does it.</summary>
    Agent,

    /// <summary>Who or what it is done to.</summary>
    Theme,

    /// <summary>Who gets it.</summary>
    Recipient,

    /// <summary>What the other participant is said to be.</summary>
    Attribute,

    /// <summary>When.</summary>
    Time,

    /// <summary>Where.</summary>
    Place,

    /// <summary>Any other, told apart by its marker.</summary>
    Other,
}

/// <summary>Who stands behind a claim.</summary>
public enum AttributionKind
{
    /// <summary>Somebody with a name.</summary>
    Named,

    /// <summary>Somebody without: <em>officials</em>.</summary>
    Anonymous,

    /// <summary>Somebody who could not be worked out.</summary>
    Unresolved,
}

/// <summary>What is said of the participants of a claim.</summary>
/// <param name="Span">The verb group from its first auxiliary to its last word, negation included; or noun or adjective after a copula.</param>
/// <param name="Head">Index of the head token.</param>
/// <param name="Lemma">Lemma of the head, with its particle: <em>carry out</em>; of a noun that names an event the verb that says the same.</param>
/// <param name="Polarity">Affirmed or denied.</param>
/// <param name="Modality">How firmly.</param>
/// <param name="Tense">When.</param>
/// <param name="Negation">The word that denies; null when nothing does.</param>
public sealed record Predicate(TextSpan Span, int Head, string Lemma, Polarity Polarity, Modality Modality, Tense Tense, TextSpan? Negation);

/// <summary>A participant of a claim.</summary>
/// <param name="Role">The part it plays.</param>
/// <param name="Marker">The preposition or case word, lower case; empty when there is none.</param>
/// <param name="Span">The words, without the marker.</param>
/// <param name="FirstToken">First token of the words.</param>
/// <param name="EndToken">Just past the last token.</param>
/// <param name="Head">Index of the head token.</param>
/// <param name="Entity">Index of the entity that the head denotes; -1 for none.</param>
public readonly record struct Argument(Role Role, string Marker, TextSpan Span, int FirstToken, int EndToken, int Head, int Entity);

/// <summary>One link of a chain of attribution.</summary>
/// <param name="Kind">Who stands behind the claim.</param>
/// <param name="Entity">Index of the entity; -1 unless named.</param>
/// <param name="Source">The words that name the source; null when there are none.</param>
/// <param name="Cue">The words that attribute: <em>said</em>; null when there are none.</param>
public readonly record struct Attribution(AttributionKind Kind, int Entity, TextSpan? Source, TextSpan? Cue);

/// <summary>What somebody asserts in one clause.</summary>
/// <param name="Id">Hash of the sentence's text and the claim's ordinal in it, with <c>-2</c>, <c>-3</c> for repeats.</param>
/// <param name="Span">From the first to the last word of the clause.</param>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="Confidence">Estimate that the claim is read rightly.</param>
/// <param name="Predicate">What is said.</param>
/// <param name="Arguments">Of whom and what, in order of the text.</param>
/// <param name="Quantities">Indices into the model's quantities, ascending.</param>
/// <param name="Dates">Indices into the model's dates, ascending.</param>
/// <param name="Attribution">Outermost source first; empty when the article itself asserts it.</param>
public sealed record Claim(
    string Id, TextSpan Span, int Sentence, Confidence Confidence, Predicate Predicate, ImmutableArray<Argument> Arguments,
    ImmutableArray<int> Quantities, ImmutableArray<int> Dates, ImmutableArray<Attribution> Attribution)
{
    /// <summary>Tokens of the clause, ascending: those of inner clauses that are claims of their own are left out.</summary>
    public required ImmutableArray<int> Tokens { get; init; }
}
