namespace Analysis.Comparison;

/// <summary>What claims of two articles are judged by.</summary>
/// <param name="Terms">The terms of the comparison.</param>
/// <param name="Weights">Their weights between these two articles.</param>
/// <param name="Situation">What is known of the situations that the articles speak of.</param>
internal sealed record PairSetting(Terms Terms, TermWeights Weights, Situation Situation);
