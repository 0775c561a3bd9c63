using System.Collections.Immutable;
using Analysis.Syntax;

namespace Analysis.Language.Conllu;

/// <summary>A sentence on its way into CoNLL-U: its words, without grammar.</summary>
/// <param name="Comments">The lines above it, number sign included.</param>
/// <param name="Text">What <paramref name="Words"/> point into.</param>
/// <param name="Words">The words in order; one or more, none empty.</param>
/// <param name="Joins">Whether no space stands between a word and the next one, for the last word the first of the next sentence; one element a word.</param>
/// <param name="Ranges">The words that are written as one, in order; default where the words tell it themselves, as <em>do</em> and <em>n't</em> do.</param>
internal sealed record ConlluSentence(
    ImmutableArray<string> Comments, string Text, ImmutableArray<TextSpan> Words, ImmutableArray<bool> Joins, ImmutableArray<ConlluRange> Ranges = default);

/// <summary>Several words that are written as one: a line with a range of numbers.</summary>
/// <param name="First">Index of the first word within the sentence.</param>
/// <param name="End">Index just past the last word.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Joins">Whether no space stands behind it.</param>
internal readonly record struct ConlluRange(int First, int End, string Form, bool Joins);
