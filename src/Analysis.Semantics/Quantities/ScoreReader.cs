using System.Collections.Frozen;
using Analysis.Language;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Tells scores of games and votes (<em>won 3-1</em>) from other numbers with a dash between.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class ScoreReader(QuantityScope scope)
{
    /// <summary>Tokens on either side that are searched.</summary>
    private const int Reach = 10;

    private static readonly FrozenSet<string> Lemmas = FrozenSet.Create(
        StringComparer.Ordinal,
        "beat", "win", "lose", "draw", "defeat", "score", "victory", "lead", "trail", "match", "game", "goal", "thrash", "set",
        "half-time", "halftime", "loss", "vote", "ruling", "decision", "tie", "thump", "edge", "rout", "triumph", "semifinal",
        "quarterfinal", "aggregate", "equalise", "equalize", "playoff", "champion", "championship", "league", "record", "comeback",
        "shutout", "finish", "crush", "hammer", "top", "overcome", "sweep");

    private TokenWindow Window => scope.Window;

    /// <summary>Reads two numbers joined by a dash.</summary>
    /// <param name="number">The first number.</param>
    /// <param name="end">Where to go on when they are a score or nothing at all; 0 when they may be something else.</param>
    /// <returns>The score; null when the words around speak of none.</returns>
    public QuantityDraft? Read(ParsedNumber number, out int end)
    {
        end = 0;
        if (!number.InDigits || !Window.IsJoint(number.End) || Window.Kind(number.End + 1) is not SyntaxKind.Number || number.Scale > 1m) return null;
        if (!NumberParser.TryRead(Window, number.End + 1, false, false, out var other) || other.Scale > 1m
            || other.Form is not NumberForm.Cardinal) return null;
        int past = number.End + 2;
        if (UnitLexicon.IsUnitAt(Window, past)) return null;
        // "a 3-1 win", but not "a 3-1 box".
        if (Window.IsNoun(past) && !Lemmas.Contains(Window.Lemma(past)) && number.Value >= other.Value && !Window.IsCapitalized(past))
        {
            end = past;
            return null;
        }
        bool small = number.Value <= 600m && other.Value <= 600m && number.Value == decimal.Truncate(number.Value)
            && other.Value == decimal.Truncate(other.Value);
        bool score = small && !Window.IsJoint(past) && IsNear(number.First, past) && !(number.Value < other.Value && Window.Xpos(past) is Xpos.NNS);
        if (score)
        {
            end = past;
            return new QuantityDraft(number.First, past, number.First, past, QuantityKind.Score) { Low = number.Value, High = other.Value };
        }
        if (number.Value < other.Value && new RangeReader(scope).HasObject(past)) return null;
        end = past;
        while (Window.IsJoint(end) && Window.Kind(end + 1) is SyntaxKind.Number) end += 2;
        return null;
    }

    /// <summary>Whether a word of sport or voting stands near.</summary>
    private bool IsNear(int first, int end)
    {
        for (int i = Math.Max(Window.First, first - Reach); i < Math.Min(Window.End, end + Reach); i++)
            if (Lemmas.Contains(Window.Lemma(i))) return true;
        return false;
    }
}
