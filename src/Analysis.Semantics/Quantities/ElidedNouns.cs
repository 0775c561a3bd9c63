using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Finds what a bare number counts where the noun is understood: <em>their number has risen to 82</em>, <em>three of whom</em>.</summary>
/// <param name="window">The sentence.</param>
/// <param name="earlier">The quantities before this one, in order.</param>
/// <param name="isDate">Whether a token belongs to a date.</param>
internal sealed class ElidedNouns(TokenWindow window, IReadOnlyList<Quantity> earlier, Func<int, bool> isDate)
{
    /// <summary>Sentences back in the same block in which an antecedent is sought.</summary>
    private const int Reach = 2;

    private static readonly FrozenSet<string> NumberNouns =
        FrozenSet.Create(StringComparer.Ordinal, "number", "total", "tally", "count", "toll", "figure");

    /// <summary>Verbs whose bare number in the passive is a number of people.</summary>
    private static readonly FrozenSet<string> Harms = FrozenSet.Create(
        StringComparer.Ordinal, "injure", "kill", "wound", "arrest", "hospitalize", "hospitalise", "hurt", "detain", "jail");

    /// <summary>Words of the longest hedge that is looked past for a verb.</summary>
    private const int LongestHedge = 3;

    /// <summary>Verbs that one thing is said to have a number of, clause after clause.</summary>
    private static readonly FrozenSet<string> Havings = FrozenSet.Create(
        StringComparer.Ordinal, "have", "win", "get", "receive", "gain", "earn", "take", "hold", "score", "lose", "count", "collect");

    /// <summary>Nouns for many, whose size stands behind <em>of</em>.</summary>
    private static readonly FrozenSet<string> Groups = FrozenSet.Create(
        StringComparer.Ordinal, "crew", "staff", "team", "crowd", "audience", "population", "workforce", "class", "squad", "cast",
        "fleet", "membership");

    /// <summary>Finds the noun understood with a number.</summary>
    /// <param name="first">First token of the number, without its hedge.</param>
    /// <param name="end">Just past the number.</param>
    public Counted? Find(int first, int end)
    {
        if (window.Is(end, "of") && window.Is(end + 1, "them", "whom") || window.Are(first - 2, "of", "whom")
            || window.Is(first - 2, "of") && window.Is(first - 1, "them"))
            return InSentence() ?? (window.Is(end + 1, "whom")
                || window.Is(first - 1, "whom") ? Person(window.Is(end + 1, "whom") ? end + 1 : first - 1) : null);
        if (IsCompared(first)) return InSentence();
        // "by 51 votes to 49"
        if (window.Is(first - 1, "to") && earlier.Count > 0 && earlier[^1] is { Kind: QuantityKind.Cardinal, Counted: { Elided: false } votes } && votes.EndToken == first - 1)
            return votes with { Elided = true };
        if (window.Is(window.First, "of") && InSentence() is { } whole && window.Xpos(end) is Xpos.VBD or Xpos.VBP or Xpos.VBZ) return whole;
        if ((SubjectOf(end - 1) ?? NounBefore(first)) is var subject and >= 0 && NumberNouns.Contains(window.Lemma(subject)))
        {
            if (CountedNouns.FindNumberOf(window, subject, isDate) is { } named) return named;
            if (window.Xpos(subject - 1) is Xpos.PRPS) return Antecedent();
            if (window.Lemma(subject) == "toll" && window.Upos(subject - 1) is Upos.NOUN)
                return CountedNouns.Of(window, subject - 1, subject - 1) with { Elided = true };
            return null;
        }
        // "a crew of 18"
        if (window.Is(first - 1, "of") && Groups.Contains(window.Lemma(first - 2))) return CountedNouns.Of(window, first - 2, first - 2) with { Elided = true };
        return IsHarmed(end) ? Person(first) : Gapped(first, end);
    }

    /// <summary>
    /// The noun of a row of like clauses: <em>Ann has 370 seats, Bo has 163 and Cy has 63</em>. Only behind a verb of having, where the
    /// clause ends with the number.
    /// </summary>
    private Counted? Gapped(int first, int end)
    {
        // The hedge stands between: "Bo won at least 15".
        int verb = first - 1;
        while (verb >= first - LongestHedge && window.Upos(verb) is not (Upos.VERB or Upos.AUX) && window.Kind(verb) is SyntaxKind.Word && !window.IsNoun(verb)) verb--;
        if (!Havings.Contains(window.Lemma(verb))) return null;
        bool closed = end >= window.End || window.Kind(end) is SyntaxKind.Punctuation || window.Upos(end) is Upos.CCONJ or Upos.SCONJ;
        return closed ? InSentence() : null;
    }

    /// <summary>The noun that a rank is said of: <em>Thursday's evacuation was the third</em>.</summary>
    public Counted? FindRanked(int rank) =>
        SubjectOf(rank) is { } subject && window.Upos(subject) is Upos.NOUN && subject < rank
            ? CountedNouns.Of(window, subject, subject) with { Elided = true }
            : null;

    /// <summary><em>Up from 32</em>, <em>compared with 71</em>.</summary>
    private bool IsCompared(int first) =>
        window.Is(first - 1, "from") && (window.Is(first - 2, "up", "down"))
        || (window.Is(first - 1, "with", "to") || window.Is(first - 1, "against")) && window.Lemma(first - 2) is "compare" or "compared"
        || window.Is(first - 1, "against") && earlier.Count > 0;

    private bool IsHarmed(int end)
    {
        bool auxiliary = window.Upos(end) is Upos.AUX && window.Lemma(end) == "be";
        return auxiliary && window.Xpos(end + 1) is Xpos.VBN or Xpos.JJ && Harms.Contains(window.Lemma(end + 1))
            || auxiliary && window.Is(end + 1, "injured", "wounded")
            || window.Is(end, "died");
    }

    /// <summary>
    /// The noun that the verb in front of the number follows, for sentences that the parser reads otherwise: <em>the number of visitors fell
    /// from 300 to 250</em>; of <em>number of visitors</em>, the number. -1 when other words stand between.
    /// </summary>
    private int NounBefore(int first)
    {
        bool verb = false;
        int word = first - 1;
        for (; window.Has(word) && !window.IsNoun(word); word--)
        {
            if (window.Upos(word) is not (Upos.VERB or Upos.AUX or Upos.ADP or Upos.ADV or Upos.NUM or Upos.PART)) return -1;
            verb |= window.Upos(word) is Upos.VERB or Upos.AUX;
        }
        if (!verb) return -1;
        for (int i = word; i > word - 6 && window.Has(i); i--)
        {
            if (NumberNouns.Contains(window.Lemma(i))) return i;
            if (window.Upos(i) is not (Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.ADP or Upos.DET)) return -1;
        }
        return -1;
    }

    private static Counted Person(int token) => new(token, token, token + 1, "person", Elided: true);

    /// <summary>What the quantity before counts, when it stands in this sentence.</summary>
    private Counted? InSentence()
    {
        for (int i = earlier.Count - 1; i >= 0 && earlier[i].FirstToken >= window.First; i--)
            if (earlier[i] is { Kind: QuantityKind.Cardinal, Counted: { } counted }) return counted with { Elided = true };
        return null;
    }

    /// <summary>What the quantity before counts, in this sentence or one shortly before it in the same block.</summary>
    private Counted? Antecedent()
    {
        var tree = window.Text.Tree;
        int sentence = tree.Tokens[window.First].Sentence;
        for (int i = earlier.Count - 1; i >= 0; i--)
        {
            int other = tree.Tokens[earlier[i].FirstToken].Sentence;
            if (sentence - other > Reach || window.First - earlier[i].FirstToken > (Reach + 1) * SentenceSyntax.MaxStretch || tree.Sentences[other].Block != tree.Sentences[sentence].Block) return null;
            if (earlier[i] is { Kind: QuantityKind.Cardinal, Counted: { } counted }) return counted with { Elided = true };
        }
        return null;
    }

    /// <summary>The subject of the clause whose predicate the token is or completes; null when there is none.</summary>
    private int? SubjectOf(int token)
    {
        if (!window.Has(token)) return null;
        int head = window.Text.Head(token);
        for (int i = token - 1; i >= window.First; i--)
            if (window.Relation(i) is DependencyRelation.Nsubj or DependencyRelation.NsubjPass && window.Text.Head(i) is var governor
                && (governor == token || governor == head && governor >= 0)) return i;
        return null;
    }
}
