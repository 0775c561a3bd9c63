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

    /// <summary>More are made in no game that is reported by two names and two numbers alone.</summary>
    private const decimal Most = 150m;

    private static readonly FrozenSet<string> Lemmas = FrozenSet.Create(
        StringComparer.Ordinal,
        "beat", "win", "lose", "draw", "defeat", "score", "victory", "lead", "trail", "match", "game", "goal", "thrash", "set",
        "half-time", "halftime", "loss", "vote", "rule", "ruling", "decision", "tie", "thump", "edge", "rout", "triumph", "semifinal",
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
        if (!number.InDigits || number.Scale > 1m) return null;
        if (Window.Is(number.End, "to") || Window.IsJoint(number.End) && Window.Is(number.End + 1, "to")) return ReadSpoken(number, out end);
        // "Norvale 2 - 1 Hestmark"
        if (Window.IsDash(number.End) && !Window.IsJoint(number.End)) return ReadBetweenNames(number, number.End + 1, out end);
        if (!Window.IsJoint(number.End) || Window.Kind(number.End + 1) is not SyntaxKind.Number || number.Scale > 1m) return null;
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
        bool score = small && !Window.IsJoint(past) && (IsNear(number.First, past) || IsBetweenNames(number.First, past) && number.Value < Most && other.Value < Most) && !(number.Value < other.Value && Window.Xpos(past) is Xpos.NNS);
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

    /// <summary><em>Voted 52 to 48, a 5-to-4 decision</em>: the larger first, so that it is no range, and nothing counted behind.</summary>
    private QuantityDraft? ReadSpoken(ParsedNumber number, out int end)
    {
        end = 0;
        bool joined = Window.IsJoint(number.End);
        int start = number.End + (joined ? 3 : 1);
        if (joined && !Window.IsJoint(start - 1) || Window.Is(number.First - 1, "from") || scope.IsDate(start)) return null;
        if (!NumberParser.TryRead(Window, start, false, false, out var other) || other is not { InDigits: true, Scale: 1m, Form: NumberForm.Cardinal }
            || other.Value > number.Value || number.Value != decimal.Truncate(number.Value) || !IsNear(number.First, other.End)) return null;
        if (UnitLexicon.IsUnitAt(Window, other.End) || !joined && (Window.IsNoun(other.End) || Window.Upos(other.End) is Upos.ADJ) || Window.HasSuffix(other.End - 1)) return null;
        end = other.End;
        return new QuantityDraft(number.First, end, number.First, end, QuantityKind.Score) { Low = number.Value, High = other.Value };
    }

    private QuantityDraft? ReadBetweenNames(ParsedNumber number, int start, out int end)
    {
        end = 0;
        if (!NumberParser.TryRead(Window, start, false, false, out var other) || other is not { InDigits: true, Scale: 1m, Form: NumberForm.Cardinal }
            || number.Value >= Most || other.Value >= Most || !IsBetweenNames(number.First, other.End)) return null;
        end = other.End;
        return new QuantityDraft(number.First, end, number.First, end, QuantityKind.Score) { Low = number.Value, High = other.Value };
    }

    private bool IsBetweenNames(int first, int end) =>
        Window.IsCapitalized(first - 1) && Window.IsCapitalized(end) && (Window.Upos(first - 1) is Upos.PROPN || Window.Upos(end) is Upos.PROPN);

    private bool IsNear(int first, int end) => IsGameNear(Window, first, end);

    /// <summary>Whether a word of sport or voting stands near.</summary>
    /// <param name="window">The sentence.</param>
    /// <param name="first">First token of what may be a score.</param>
    /// <param name="end">Just past it.</param>
    public static bool IsGameNear(TokenWindow window, int first, int end)
    {
        for (int i = Math.Max(window.First, first - Reach); i < Math.Min(window.End, end + Reach); i++)
            if (Lemmas.Contains(window.Lemma(i))) return true;
        return false;
    }
}
