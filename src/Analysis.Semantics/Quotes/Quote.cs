using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>How a quote is reported.</summary>
public enum QuoteKind
{
    /// <summary>Word for word between quotation marks, or behind the dash of a dialogue.</summary>
    Direct,

    /// <summary>Reported without quotation marks.</summary>
    Indirect,

    /// <summary>Reported with some of the words between quotation marks.</summary>
    Mixed,
}

/// <summary>What is done by what is attributed.</summary>
public enum QuoteAct
{
    /// <summary>It is said or written.</summary>
    Statement,

    /// <summary>It is thought, known or expected: <em>believes the dam will hold</em>.</summary>
    Belief,

    /// <summary>It is wanted or planned: <em>wants to rebuild the dam</em>.</summary>
    Intention,

    /// <summary>A stand is taken on it: <em>supports the plan</em>.</summary>
    Stance,
}

/// <summary>By what words a quote is attributed.</summary>
public enum SourceKind
{
    /// <summary>Nobody is named.</summary>
    None,

    /// <summary>By a name: <em>Ann Lee</em>, <em>the Marlow Council</em>.</summary>
    Named,

    /// <summary>By a pronoun: <em>she</em>.</summary>
    Pronoun,

    /// <summary>To persons without a name: <em>officials</em>, <em>a person familiar with the plan</em>, <em>some</em>.</summary>
    Anonymous,

    /// <summary>To a body without its name: <em>police</em>, <em>the council</em>.</summary>
    Body,

    /// <summary>To something written or counted: <em>a report</em>, <em>the poll</em>.</summary>
    Document,
}

/// <summary>What somebody is reported to have said.</summary>
/// <param name="Kind">How it is reported.</param>
/// <param name="Content">The words said, without quotation marks, ascending; several when the attribution interrupts them.</param>
/// <param name="Cue">The words that make it speech: <em>said</em>; null when there are none.</param>
/// <param name="Source">The words that name the speaker, with appositions and clauses set beside; null when there are none.</param>
/// <param name="Speaker">Index of the speaker's entity; -1 when it cannot be told.</param>
/// <param name="Confidence">Estimate that content and speaker are right.</param>
public sealed record Quote(QuoteKind Kind, ImmutableArray<TextSpan> Content, TextSpan? Cue, TextSpan? Source, int Speaker, Confidence Confidence)
{
    /// <summary>The parts of the content that stand between quotation marks; empty for an indirect quote.</summary>
    public ImmutableArray<TextSpan> Verbatim { get; init; } = [];

    /// <summary>The words that name whom it is said to: <em>told [reporters]</em>; null when there are none.</summary>
    public TextSpan? Addressee { get; init; }

    /// <summary>By what words it is attributed.</summary>
    public SourceKind SourceKind { get; init; }

    /// <summary>Whether it is said, believed, intended or taken a stand on.</summary>
    public QuoteAct Act { get; init; }

    /// <summary>Whether it goes on from the quote before it in the same mouth: <em>“It fell,” she said. “[Nobody was hurt.]”</em></summary>
    public bool IsContinuation { get; init; }

    /// <summary>Whether words are reported; false for what somebody only thinks, wants or does towards it: <em>supports the plan</em>.</summary>
    public bool IsReport { get; init; } = true;
}
