using System.Buffers;
using Analysis.Syntax;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads amounts that are one token with their unit: <c>USD115</c>, <c>Rs500 crore</c>, <c>200m2</c>.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class FusedReader(QuantityScope scope)
{
    private const int LongestCode = 4;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,");

    private TokenWindow Window => scope.Window;

    /// <summary>Reads the amount that a token is; null when it is none.</summary>
    public QuantityDraft? Read(int token)
    {
        var form = Window.Form(token);
        if (form.Length < 3) return null;
        if (char.IsAsciiDigit(form[^1]) && char.IsAsciiLetter(form[0])) return ReadMoney(token, form);
        return char.IsAsciiDigit(form[0]) && char.IsAsciiLetter(form[^2]) && Window.Kind(token) is SyntaxKind.Number ? ReadMeasure(token, form) : null;
    }

    private QuantityDraft? ReadMoney(int token, ReadOnlySpan<char> form)
    {
        int code = form.IndexOfAnyInRange('0', '9');
        if (code > LongestCode || !UnitLexicon.TryReadCode(form[..code], out var currency)
            || Window.IsJoint(token - 1) || Window.IsJoint(token + 1) || !NumberParser.TryParseDigits(form[code..], out decimal value)) return null;
        int end = token + 1;
        if (NumberWords.Scales.TryGetValue(Window.Form(end), out decimal scale) && NumberParser.TryMultiply(value, scale, out value)) end++;
        return new QuantityDraft(token, end, token, end, QuantityKind.Money) { Value = NumberParser.Trimmed(value), Unit = currency };
    }

    private QuantityDraft? ReadMeasure(int token, ReadOnlySpan<char> form)
    {
        int sign = form.IndexOfAnyExcept(Digits);
        if (Window.IsJoint(token - 1) || Window.IsJoint(token + 1) || !NumberParser.TryParseDigits(form[..sign], out decimal value)
            || !UnitLexicon.TryReadSign(form[sign..], out var unit)) return null;
        return new QuantityDraft(token, token + 1, token, token + 1, MeasureReader.KindOf(unit)) { Value = NumberParser.Trimmed(value), Unit = unit.Name };
    }
}
