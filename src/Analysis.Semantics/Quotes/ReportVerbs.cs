using System.Collections.Frozen;

namespace Analysis.Semantics.Quotes;

/// <summary>Verbs that report what somebody said or wrote, by lemma.</summary>
internal static class ReportVerbs
{
    private static readonly FrozenSet<string> All = Lexicon.Words("report-verbs");

    private static readonly FrozenSet<string> Weak = FrozenSet.Create(
        StringComparer.Ordinal, "agree", "find", "show", "call", "point", "describe", "hope", "fear", "think", "believe", "ask", "answer", "write",
        "post", "repeat", "recall", "observe", "comment", "urge", "inform", "indicate", "estimate", "reveal", "promise", "pledge", "vow", "confirm",
        "deny", "respond", "report", "note", "suggest");

    /// <summary>Whether a verb reports.</summary>
    public static bool Has(string lemma) => All.Contains(lemma);

    /// <summary>Whether it reports speech only with a clause or a quotation: "agreed that", not "agreed on a price".</summary>
    public static bool IsWeak(string lemma) => Weak.Contains(lemma);
}
