using Analysis.Comparison;

namespace Analysis.Analyzers.Rules.Comparison;

/// <summary>What the rules on how a story is told have in common.</summary>
internal static class Framing
{
    /// <summary>Whether two articles tell one story each in its own way: of a copy or a revision only its changes are worth telling.</summary>
    public static bool IsTold(Relatedness related) => related.Verdict is Verdict.SameStory or Verdict.WireCopy;
}
