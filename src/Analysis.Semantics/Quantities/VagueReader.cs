using Analysis.Language;
using Analysis.Semantics.Dates;

namespace Analysis.Semantics.Quantities;

/// <summary>Reads orders of magnitude: <em>dozens of houses</em>, <em>tens of thousands of euros</em>, <em>several hundred people</em>.</summary>
/// <param name="scope">Where to read.</param>
internal sealed class VagueReader(QuantityScope scope)
{
    private TokenWindow Window => scope.Window;

    /// <summary>Reads the order of magnitude that starts at a token; null when there is none.</summary>
    public QuantityDraft? Read(int token)
    {
        int end = token;
        if (Window.Is(token, "several") || Window.Is(token, "few", "many"))
        {
            int scale = token + 1;
            if (!(Window.Is(scale, "hundred", "thousand") || Window.Is(scale, "dozen", "million") || Window.Is(scale, "billion"))) return ReadSeveral(token);
            end = scale + 1;
        }
        else if (Window.Are(token, "a", "handful", "of")) end = token + 2;
        else
        {
            if (!NumberWords.Magnitudes.Contains(Window.Form(token)) || Window.IsCapitalized(token) && token > Window.First) return null;
            end = token + 1;
            while (Window.Is(end, "of") && NumberWords.Magnitudes.Contains(Window.Form(end + 1)) && end < token + 5) end += 2;
            bool scores = Window.Is(token, "scores", "tens");
            if (scores && !(Window.Is(end, "of") && (end > token + 1 || Window.Is(token, "scores")) && Window.IsNoun(end + 1))) return null;
            // "three dozens"
            if (Window.Upos(token - 1) is Upos.NUM) return null;
            if (!Window.Is(end, "of") && !Window.Is(end, "more") && Window.Upos(end) is not (Upos.VERB or Upos.AUX)) return null;
        }
        var draft = Draft(token, end);
        int noun = Window.Is(end, "of") ? end + 1 : end;
        if (UnitLexicon.TryReadCurrency(Window, noun, out var money)) return draft with { End = money.End, Kind = QuantityKind.Money, Unit = money.Name };
        if (UnitLexicon.TryReadUnit(Window, noun, out var unit)
            && unit.Class is not "angle") return draft with { End = unit.End, Kind = MeasureReader.KindOf(unit), Unit = unit.Name };
        if (DateWords.Units.TryGetValue(Window.Form(noun), out var time)) return draft with { End = noun + 1, Kind = QuantityKind.Duration, Unit = time.ToString() };
        var counted = Window.Is(end, "of") ? CountedNouns.FindPartitive(Window, end, scope.IsDate, needsDeterminer: false)
            : CountedNouns.Find(Window, end, plural: true, scope.IsDate);
        return draft with { Counted = counted };
    }

    /// <summary><em>Several houses</em>: without a noun the word may be an adjective, and <em>few</em> and <em>many</em> say next to nothing.</summary>
    private QuantityDraft? ReadSeveral(int token) =>
        Window.Is(token, "several") && !scope.IsDate(token + 1) && !DateWords.Units.ContainsKey(Window.Form(token + 1))
            && CountedNouns.Find(Window, token + 1, plural: true, scope.IsDate) is { Lemma: not ("time" or "way" or "other") } counted
            ? Draft(token, token + 1) with { Counted = counted }
            : null;

    private static QuantityDraft Draft(int token, int end) => new(token, end, token, end, QuantityKind.Cardinal) { Precision = Precision.Vague };
}
