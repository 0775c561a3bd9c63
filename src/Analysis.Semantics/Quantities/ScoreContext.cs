using System.Collections.Frozen;

namespace Analysis.Semantics.Quantities;

/// <summary>Tells whether <c>3-1</c> is a score, of a game or of a vote.</summary>
internal static class ScoreContext
{
    /// <summary>Tokens on either side that are searched.</summary>
    private const int Reach = 10;

    private static readonly FrozenSet<string> Lemmas = FrozenSet.Create(
        StringComparer.Ordinal,
        "beat", "win", "lose", "draw", "defeat", "score", "victory", "lead", "trail", "match", "game", "goal", "thrash", "set", "half-time", "halftime", "loss",
        "vote", "ruling", "decision", "tie", "thump", "edge", "rout", "triumph", "semifinal", "quarterfinal", "aggregate", "equalise", "equalize", "playoff",
        "champion", "championship", "league", "record", "comeback", "shutout", "finish", "crush", "hammer", "top", "overcome", "sweep");

    /// <summary>Whether a word of sport or voting stands near.</summary>
    public static bool IsNear(TokenWindow window, int first, int end)
    {
        for (int i = Math.Max(window.First, first - Reach); i < Math.Min(window.End, end + Reach); i++)
            if (Lemmas.Contains(window.Lemma(i))) return true;
        return false;
    }
}
