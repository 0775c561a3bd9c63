using System.Collections.Frozen;
using Analysis.Semantics;

namespace Analysis.Comparison;

/// <summary>What predicates tell of the events they name: whether they can be undone, happen to one thing twice, or be done back.</summary>
internal static class EventWords
{
    private static readonly FrozenSet<string> Reversible = Read("reversible");

    private static readonly FrozenSet<string> OneSided = Read("one-sided");

    private static readonly FrozenSet<string> OnceOnly = Read("once-only");

    private static readonly FrozenSet<(string, string)> Outcomes = Lexicon.Lines("opposite-outcomes", typeof(EventWords).Assembly)
        .Select(line => line.Split(", ")).SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }).ToFrozenSet();

    /// <summary>Whether what the verb says may be undone on the same day: who was arrested may be free by noon.</summary>
    public static bool CanBeUndone(string lemma) => Reversible.Contains(lemma);

    /// <summary>Whether of two one does it to the other and never both to each other: "bought", not "met".</summary>
    public static bool IsOneSided(string lemma) => OneSided.Contains(lemma);

    /// <summary>Whether it happens to one thing once: "was born", not "was seen".</summary>
    public static bool HappensOnce(string lemma) => OnceOnly.Contains(lemma);

    /// <summary>Whether one thing ends in only one of the two ways: "signed", "vetoed".</summary>
    public static bool AreOppositeOutcomes(string left, string right) => Outcomes.Contains((left, right));

    /// <summary>Whether a noun names what is decided on or paid out, for which reports use one word or another.</summary>
    public static bool IsMatter(string lemma) => lemma is "bill" or "measure" or "package" or "legislation" or "plan" or "proposal" or "deal" or "program" or "programme" or "fund" or "loan" or "aid" or "scheme" or "budget";

    private static FrozenSet<string> Read(string name) => Lexicon.Lines(name, typeof(EventWords).Assembly).ToFrozenSet(StringComparer.Ordinal);
}
