using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Semantics.Quotes;

/// <summary>How a quote is reported.</summary>
public enum QuoteKind
{
    /// <summary>Word for word between quotation marks.</summary>
    Direct,

    /// <summary>Reported without quotation marks.</summary>
    Indirect,

    /// <summary>Reported with some of the words between quotation marks.</summary>
    Mixed,
}

/// <summary>What somebody is reported to have said.</summary>
/// <param name="Kind">How it is reported.</param>
/// <param name="Content">The words said, without quotation marks, ascending; several when the attribution interrupts them.</param>
/// <param name="Cue">The words that make it speech: <em>said</em>; null when there are none.</param>
/// <param name="Source">The words that name the speaker; null when there are none.</param>
/// <param name="Speaker">Index of the speaker's entity; -1 when it cannot be told.</param>
/// <param name="Confidence">Estimate that content and speaker are right.</param>
public sealed record Quote(QuoteKind Kind, ImmutableArray<TextSpan> Content, TextSpan? Cue, TextSpan? Source, int Speaker, Confidence Confidence)
{
    /// <summary>The parts of the content that stand between quotation marks; empty for an indirect quote.</summary>
    public ImmutableArray<TextSpan> Verbatim { get; init; } = [];

    /// <summary>Whether it goes on from the quote before it, or leads on to the one behind it, in the same mouth: <em>“It fell,” she said. “[Nobody was hurt.]”</em></summary>
    public bool IsContinuation { get; init; }

    /// <summary>Whether words are reported; false for what somebody only thinks, wants or does towards it: <em>supports the plan</em>.</summary>
    public bool IsReport { get; init; } = true;
}
